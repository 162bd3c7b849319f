#!/usr/bin/env python3
"""Trains the trees on what dump_features wrote; see README.md.

Usage: train.py DUMP MODELS [FOLD ...]

Reads DUMP.features, DUMP.labels and DUMP.jsonl. Writes MODELS/FOLD.body and MODELS/FOLD.labels for
each fold (default: all, and "none", trained on everything), and prints the log loss of the pages
that each has not seen.
"""

import json
import sys
from pathlib import Path

import numpy as np

import trees
from labels import LANES, PROMPTS, ROW
from pages import FOLDS
from words import words

BODY = dict(count=160, depth=6, rate=.15)
LABELS = dict(count=160, depth=5, rate=.4)
LEAST_TRUSTED = .55  # F1 of a first model
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


def label_weights(rows: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Lines count alike, but for those of a word or two; prompts are few and must not leak."""
    prompt = np.isin(rows["lane"], PROMPT_LANES)
    return np.where(sizes >= 4, 1, .3) * np.where(prompt, 2, 1) * np.where(rows["injected"] == 1, .5, 1)


def trusted_pages(features, rows, sizes, weight, weight_drawn) -> np.ndarray:
    """Whether each page's truth can be learned from: not where a first model, that has not seen the
    page, finds something else altogether. Most such truths are empty, cut short or of another page."""
    p = np.zeros(len(rows))
    for fold in range(FOLDS):
        part = (rows["fold"] != fold) & (weight_drawn > 0)
        first = trees.fit(features[part], rows["body"][part], weight_drawn[part], **{**BODY, "count": 80})
        held = rows["fold"] == fold
        p[held] = sigmoid(first.predict(features[held])[:, 0])
    pages, words_known = rows["page"], sizes * (weight > 0)
    kept = np.bincount(pages, words_known * (p >= .45))
    body = np.bincount(pages, words_known * rows["body"])
    both = np.bincount(pages, words_known * rows["body"] * (p >= .45))
    f1 = 2 * both / np.maximum(kept + body, 1e-9)
    known = np.bincount(pages, words_known)
    trusted = (f1 >= LEAST_TRUSTED) | (known < .5 * np.bincount(pages, sizes))
    print(f"{(~trusted).sum()} of {len(trusted)} pages left out", flush=True)
    return trusted


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
    sizes = np.array([len(words(text)) for line in open(dump + ".jsonl", encoding="utf-8")
                      for text in json.loads(line)["texts"]])
    weight = body_weights(rows, sizes)
    rng = np.random.default_rng(trees.SEED)
    # Blocks that are no body on the face of it are most of a page; a share of them tells enough.
    from_dump = Path(dump + ".names").read_text().split()
    easy = (features[:, from_dump.index("kBoth")] < -.7) & (rows["body"] < .1)
    drawn = ~easy | (rng.random(len(rows)) < .3)
    weight_drawn = np.where(easy, weight / .3, weight) * drawn
    weight_drawn *= trusted_pages(features, rows, sizes, weight, weight_drawn)[rows["page"]]
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
