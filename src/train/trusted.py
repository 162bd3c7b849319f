#!/usr/bin/env python3
"""Leaves out the pages whose truth cannot be learned from; see README.md.

Usage: trusted.py DUMP

Reads DUMP.features, of tables of evidence that were trained on all pages, and the other files that train.py
reads. Of pages that are not trusted DUMP.labels loses what is known of their body.
"""

import sys

import numpy as np

import train
import trees
from labels import ROW
from pages import FOLDS

LEAST_TRUSTED = .55  # F1 of a first model


def trusted_pages(features, rows, sizes, weight, weight_drawn) -> np.ndarray:
    """Whether each page's truth can be learned from: not where a first model, that has not seen the
    page, finds something else altogether. Most such truths are empty, cut short or of another page."""
    p = np.zeros(len(rows))
    for fold in range(FOLDS):
        part = (rows["fold"] != fold) & (weight_drawn > 0)
        first = trees.fit(features[part], rows["body"][part], weight_drawn[part], **{**train.BODY, "count": 80})
        held = rows["fold"] == fold
        p[held] = train.sigmoid(first.predict(features[held])[:, 0])
    pages, words_known = rows["page"], sizes * (weight > 0)
    kept = np.bincount(pages, words_known * (p >= .45))
    body = np.bincount(pages, words_known * rows["body"])
    both = np.bincount(pages, words_known * rows["body"] * (p >= .45))
    f1 = 2 * both / np.maximum(kept + body, 1e-9)
    known = np.bincount(pages, words_known)
    trusted = (f1 >= LEAST_TRUSTED) | (known < .5 * np.bincount(pages, sizes))
    print(f"{(~trusted).sum()} of {len(trusted)} pages left out", flush=True)
    return trusted


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    dump = sys.argv[1]
    rows = np.fromfile(dump + ".labels", ROW)
    features = np.fromfile(dump + ".features", np.float32).reshape(len(rows), -1)
    sizes = train.block_sizes(dump)
    weight = train.body_weights(rows, sizes)
    weight_drawn = train.draw(dump, features, rows, weight)
    rows["body_weight"] *= trusted_pages(features, rows, sizes, weight, weight_drawn)[rows["page"]]
    rows.tofile(dump + ".labels")
    return 0


if __name__ == "__main__":
    sys.exit(main())
