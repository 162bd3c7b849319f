#!/usr/bin/env python3
"""Trains the trees on what dump_features wrote; see README.md.

Usage: train.py DUMP MODELS [FOLD ...]

Reads DUMP.features, DUMP.names, DUMP.labels, DUMP.page_labels, DUMP.folds and DUMP.jsonl. Writes MODELS/FOLD.body and MODELS/FOLD.labels for
each fold (default: all, and "none", trained on everything), and prints the log loss of the pages
that each has not seen.
"""

import json
import sys
from pathlib import Path

import numpy as np

import trees
from labels import LANES, PROMPTS, ROW
from pages import FOLDERS, FOLDS
from words import words

BODY = dict(count=160, depth=6, rate=.15)
LABELS = dict(count=160, depth=5, rate=.4)
# wcxb-dev alone has pages of all types, and its truth is what body means on them.
OTHER_FOLDERS, INJECTED, NO_ARTICLE = .5, .3, 1.5
PROMPT_LANES = [LANES.index(label) for label in PROMPTS]


def body_weights(rows: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Each page counts about alike, as it does in the measures, and long blocks count more."""
    pages = rows["page"]
    known = rows["body_weight"] > 0
    body = np.bincount(pages, sizes * rows["body"] * known)
    all_words = np.bincount(pages, sizes)
    page = np.maximum(body, .3 * all_words)[pages] + 30
    weight = (sizes + 1.5) / page * 30 * known
    prompt = np.isin(rows["lane"], PROMPT_LANES) & (rows["injected"] == 0)
    decoy = (rows["injected"] == 1) & (rows["body"] > 0)
    return np.where(prompt, 3 * weight + .3 * known, np.where(decoy, 2 * weight, weight))


def page_weights(dump: str) -> np.ndarray:
    sources = [line.split("\t", 1)[1] for line in open(dump + ".folds", encoding="utf-8")]
    injected = np.array([not any(folder in Path(source).parts for folder in FOLDERS) for source in sources])
    own = np.array(["wcxb-dev" in Path(source).parts for source in sources])
    no_article = np.fromfile(dump + ".page_labels", ROW)["lane"] > 1
    return np.where(injected, INJECTED, np.where(own, 1, OTHER_FOLDERS)) * np.where(no_article, NO_ARTICLE, 1)


def label_weights(rows: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Lines count alike, but for those of a word or two; prompts are few and must not leak."""
    prompt = np.isin(rows["lane"], PROMPT_LANES)
    return np.where(sizes >= 4, 1, .3) * np.where(prompt, 2, 1) * np.where(rows["injected"] == 1, .5, 1)


def draw(dump: str, features: np.ndarray, rows: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Blocks that are no body on the face of it are most of a page; a share of them tells enough."""
    rng = np.random.default_rng(trees.SEED)
    names = Path(dump + ".names").read_text().split()
    easy = (features[:, names.index("kBoth")] < -.7) & (rows["body"] < .1)
    drawn = ~easy | (rng.random(len(rows)) < .3)
    return np.where(easy, weight / .3, weight) * drawn


def block_sizes(dump: str) -> np.ndarray:
    """In words."""
    return np.array([len(words(text)) for line in open(dump + ".jsonl", encoding="utf-8")
                     for text in json.loads(line)["texts"]])


def loss(target, p, weight):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -(weight * (target * np.log(p) + (1 - target) * np.log(1 - p))).sum() / weight.sum()


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def main() -> int:
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 64
    dump, models = sys.argv[1], Path(sys.argv[2])
    folds = sys.argv[3:] or ["none", *map(str, range(FOLDS))]
    rows = np.fromfile(dump + ".labels", ROW)
    features = np.fromfile(dump + ".features", np.float32).reshape(len(rows), -1)
    sizes = block_sizes(dump)
    weight = body_weights(rows, sizes)
    weight_drawn = draw(dump, features, rows, weight) * page_weights(dump)[rows["page"]]
    for fold in folds:
        seen = rows["fold"] != (-1 if fold == "none" else int(fold))
        part = seen & (weight_drawn > 0)
        body = trees.fit(features[part], rows["body"][part], weight_drawn[part], **BODY)
        body.write(models / f"{fold}.body")
        labelled = seen & (rows["lane"] >= 0)
        labels = trees.fit(features[labelled], rows["lane"][labelled],
                           label_weights(rows, sizes)[labelled], classes=len(LANES), **LABELS)
        labels.write(models / f"{fold}.labels")
        if fold == "none":
            continue
        held = ~seen & (weight > 0)
        p = sigmoid(body.predict(features[held])[:, 0])
        named = ~seen & (rows["lane"] > 0)
        best = labels.predict(features[named])[:, 1:].argmax(1) + 1
        right = (best == rows["lane"][named])
        prompts = np.isin(rows["lane"][named], PROMPT_LANES)
        print(f"fold {fold}: body loss {loss(rows['body'][held], p, weight[held]):.4f}, labels right "
              f"{right.mean():.3f}, of prompts {right[prompts].mean():.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
