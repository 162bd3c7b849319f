#!/usr/bin/env python3
"""What the trainer says of one page, for the test that the product says the same.

Usage: write_parity.py DUMP MODELS > tests/unit/trained_scores.inc

DUMP.features is of dump_features with the tables trained on everything, over one page.
"""

import sys
from pathlib import Path

import numpy as np

import trees


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 64
    dump, models = sys.argv[1], Path(sys.argv[2])
    names = Path(dump + ".names").read_text().split()
    features = np.fromfile(dump + ".features", np.float32).reshape(-1, len(names))
    body = 1 / (1 + np.exp(-trees.read(models / "none.body").predict(features)[:, 0]))
    logits = trees.read(models / "none.labels").predict(features)
    labels = np.exp(logits - logits.max(1, keepdims=True))
    labels /= labels.sum(1, keepdims=True)
    print("// Made by src/train/write_parity.py: P(body), and the likeliest lane and its P, of each block.")
    for p, row in zip(body, labels):
        print(f"{{{p:.7f}F, {row.argmax()}, {row.max():.7f}F}},")
    return 0


if __name__ == "__main__":
    sys.exit(main())
