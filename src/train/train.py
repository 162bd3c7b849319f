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
from sklearn.linear_model import LogisticRegression

import pages as bench_pages

MAX_ITERATIONS = 300


def fit(rows: np.ndarray, body: np.ndarray, weight: np.ndarray) -> tuple[float, np.ndarray]:
    """Bias and weights of a logistic regression on soft labels."""
    known = weight > 0
    rows, body, weight = rows[known].astype(np.float64), body[known], weight[known]
    mean, deviation = rows.mean(0), rows.std(0) + 1e-6
    scaled = (rows - mean) / deviation
    model = LogisticRegression(C=1.0, max_iter=MAX_ITERATIONS, tol=1e-6)
    labels = np.r_[np.ones(len(rows)), np.zeros(len(rows))]
    weights = np.r_[weight * body, weight * (1 - body)]
    used = weights > 0
    model.fit(np.vstack([scaled, scaled])[used], labels[used], sample_weight=weights[used])
    weights = model.coef_[0] / deviation
    return float(model.intercept_[0] - (weights * mean).sum()), weights


def log_loss(model, rows, body, weight) -> float:
    bias, weights = model
    logit = np.clip(rows.astype(np.float64) @ weights + bias, -30, 30)
    loss = np.logaddexp(0, logit) - body * logit
    return float((loss * weight).sum() / weight.sum())


def write_inc(path: Path, names: list[str], model, count: int):
    bias, weights = model
    lines = [f"// Made by src/train/train.py from {count} pages of wcxb-dev (WCXB v1.0, CC-BY-4.0) and"
             f" lines-dev, {datetime.date.today()}.", f"THRESH_BIAS({bias:.6f}F)"]
    lines += [f"THRESH_WEIGHT({name}, {weight:.6f}F)" for name, weight in zip(names, weights)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_model(path: Path, names: list[str], model):
    bias, weights = model
    rows = [("bias", bias), *zip(names, weights)]
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
        model = fit(rows[seen], body[seen], weight[seen])
        write_model(out / f"{k}.model", names, model)
        losses = [log_loss(model, rows[part], body[part], weight[part]) for part in (seen, unseen)]
        count = sum(page.fold == k for page in pages)
        print(f"{k:4}  {count:5}  {unseen.sum():6}         {losses[0]:.4f}  {losses[1]:.4f}")
    write_inc(out / "model.inc", names, fit(rows, body, weight),
              sum(page.weight.any() for page in pages))
    (out / "folds.tsv").write_text("".join(f"{page.fold}\t{page.source}\n" for page in pages),
                                   encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
