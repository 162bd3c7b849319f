#!/usr/bin/env python3
"""Trains the trees that tell how good the text of a page is expected to be; see README.md.

Usage: confidence.py DUMP BENCH MODELS

Reads DUMP.facts, DUMP.fact_names and DUMP.fact_sources (of dump_facts), DUMP.folds, and the judged pages
MODELS/judged/*.jsonl (of measure). Writes MODELS/FOLD.confidence for each fold and "none". Prints how well
confidence and F1 agree on pages that were not learned from: ten bins of equal count, the mean distance over
them, and the area under the curve for telling pages with an F1 below .8 from the others.
"""

import collections
import importlib.util
import json
import sys
from pathlib import Path

import numpy as np

import pages as bench_pages
import trees

CONFIDENCE = dict(count=60, depth=4, rate=.1)
BINS = 10
BAD = .8
TRUTH = ("content", "summary")


def scorer(bench: Path):
    spec = importlib.util.spec_from_file_location("score", bench / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged_texts(folder: Path) -> dict:
    """Of each folder's pages the text, by name."""
    texts = {}
    for path in folder.glob("*.jsonl"):
        for row in map(json.loads, path.open(encoding="utf-8")):
            texts[f"{path.stem}-dev", bench_pages.bare(row["id"])] = row.get("text") or ""
    return texts


def f1_of_pages(bench: Path, judged: Path) -> dict:
    """F1 of the words, as score.py has it: of wcxb-dev and world-dev by their own truth, of others by lines-dev."""
    score, texts, result = scorer(bench), judged_texts(judged), {}
    body = collections.defaultdict(list)
    for row in map(json.loads, (bench / "lines-dev/lines-dev.jsonl").open(encoding="utf-8")):
        if row["label"] in TRUTH:
            body[tuple(row["page"].split("/", 1))].append(row["text"])
    truth = {key: " ".join(lines) for key, lines in body.items()}
    for name, row in json.loads((bench / "world-dev/truth.json").read_text(encoding="utf-8")).items():
        if row.get("body"):
            truth["world-dev", bench_pages.bare(name)] = " ".join((row.get("summary") or []) + row["body"])
    for path in (bench / "wcxb-dev/ground-truth").glob("*.json"):
        row = json.loads(path.read_text(encoding="utf-8"))
        truth["wcxb-dev", path.stem] = row["ground_truth"].get("main_content") or ""
    for key, text in texts.items():
        if key in truth:
            result[key] = score.bag_score(text, truth[key])[2]
    return result


def area_under_curve(confidence, is_bad) -> float:
    """How often a bad page has less confidence than a good one."""
    order = np.argsort(np.argsort(-confidence)) + 1
    bad = is_bad.sum()
    return (order[is_bad].sum() - bad * (bad + 1) / 2) / (bad * (~is_bad).sum())


def report(confidence, f1, name):
    order = np.argsort(confidence)
    parts = np.array_split(order, BINS)
    print(f"{name}: {len(f1)} pages; confidence and F1 in {BINS} bins:",
          " ".join(f"{confidence[part].mean():.2f}/{f1[part].mean():.2f}" for part in parts))
    error = np.mean([abs(confidence[part].mean() - f1[part].mean()) for part in parts])
    print(f"{name}: mean calibration error {error:.3f}, area under the curve for F1 < {BAD}: "
          f"{area_under_curve(confidence, f1 < BAD):.3f}")


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 64
    dump, bench, models = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    sources = Path(dump + ".fact_sources").read_text(encoding="utf-8").splitlines()
    names = Path(dump + ".fact_names").read_text().split()
    facts = np.fromfile(dump + ".facts", np.float32).reshape(len(sources), len(names))
    fold_of = dict(reversed(line.split("\t", 1)) for line in open(dump + ".folds", encoding="utf-8").read().splitlines())
    f1_by_page = f1_of_pages(bench, models / "judged")
    keys = [(next((part for part in Path(source).parts if part in bench_pages.FOLDERS), ""),
             bench_pages.bare(Path(source).name)) for source in sources]
    f1 = np.array([f1_by_page.get(key, np.nan) for key in keys])
    known = ~np.isnan(f1)
    folds = np.array([int(fold_of[source]) for source in sources])
    confidence = np.full(len(f1), np.nan)
    for fold in [*range(bench_pages.FOLDS), None]:
        seen = known if fold is None else known & (folds != fold)
        fitted = trees.fit(facts[seen], f1[seen], np.ones(seen.sum()), **CONFIDENCE)
        fitted.write(models / f"{'none' if fold is None else fold}.confidence")
        if fold is not None:
            held = known & (folds == fold)
            confidence[held] = 1 / (1 + np.exp(-fitted.predict(facts[held])[:, 0]))
    report(confidence[known], f1[known], "all")
    for folder in ("wcxb-dev", "world-dev", "segments-dev"):
        part = known & np.array([key[0] == folder for key in keys])
        report(confidence[part], f1[part], folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
