#!/usr/bin/env python3
"""Trains the scorer on what dump_features wrote; see README.md.

Usage: train.py DUMP BENCH OUT_DIR

Writes OUT_DIR/model.inc (trained on all pages), OUT_DIR/N.model (trained on all but fold N) and
OUT_DIR/folds.tsv, and prints a table of the folds.
"""

import datetime
import sys
from pathlib import Path

import numpy as np

import logistic
import pages as bench_pages


def write_inc(path: Path, names: list[str], model: logistic.Model, count: int):
    lines = [f"// Made by src/train/train.py from {count} pages of wcxb-dev (WCXB v1.0, CC-BY-4.0) and"
             f" lines-dev, {datetime.date.today()}.", f"THRESH_BIAS({model.bias:.6f}F)"]
    lines += [f"THRESH_WEIGHT({name}, {weight:.6f}F)"
              for name, weight in zip(names, model.weights)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_model(path: Path, names: list[str], model: logistic.Model):
    rows = [("bias", model.bias), *zip(names, model.weights)]
    path.write_text("".join(f"{name} {value:.9g}\n" for name, value in rows), encoding="utf-8")


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 64
    out = Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    names, rows, pages = bench_pages.read(sys.argv[1], bench_pages.Bench(Path(sys.argv[2])))
    body = np.concatenate([page.body for page in pages])
    weight = np.concatenate([page.weight for page in pages])
    fold = np.concatenate([np.full(len(page.texts), page.fold) for page in pages])

    print("fold  pages  blocks   log loss: seen  unseen")
    for k in range(bench_pages.FOLDS):
        seen, unseen = fold != k, fold == k
        model = logistic.fit(rows[seen], body[seen], weight[seen])
        write_model(out / f"{k}.model", names, model)
        losses = [model.loss(rows[part], body[part], weight[part]) for part in (seen, unseen)]
        count = sum(page.fold == k for page in pages)
        print(f"{k:4}  {count:5}  {unseen.sum():6}         {losses[0]:.4f}  {losses[1]:.4f}")
    write_inc(out / "model.inc", names, logistic.fit(rows, body, weight),
              sum(page.weight.any() for page in pages))
    (out / "folds.tsv").write_text("".join(f"{page.fold}\t{page.source}\n" for page in pages),
                                   encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
