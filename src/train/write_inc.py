#!/usr/bin/env python3
"""Writes the model that was trained on everything as C++ tables.

Usage: write_inc.py MODELS > src/judge/model.inc

Reads MODELS/none.text, none.markup, none.page (of fit_evidence), none.body and none.labels (of
train.py), none.confidence (of confidence.py).
"""

import struct
import sys
from pathlib import Path

import numpy as np

LANES = 16
SLOTS = 1 << 18


def numbers(values, per_line=24) -> str:
    texts = [str(value) for value in values]
    return ",\n".join(",".join(texts[i:i + per_line]) for i in range(0, len(texts), per_line))


def floats(values) -> str:
    return numbers([f"{float(value):.9g}F" if "." in f"{float(value):.9g}" or "e" in f"{float(value):.9g}"
                    else f"{float(value):.9g}.0F" for value in values], 8)


def write_evidence(path: Path, name: str):
    data = path.read_bytes()
    count, = struct.unpack_from("<I", data)
    rows = np.frombuffer(data, [("slot", "<u4"), ("row", "i1", LANES)], count, 4)
    scale, bias = np.frombuffer(data, "<f4", 2 * LANES, 4 + rows.nbytes).reshape(2, LANES)
    present = np.zeros(SLOTS // 64, np.uint64)
    slots = rows["slot"].astype(np.uint64)
    np.bitwise_or.at(present, slots // 64, np.uint64(1) << slots % 64)
    print(f"constexpr std::uint64_t k{name}Present[] = {{\n"
          + numbers([f"{word:#x}" for word in present], 8) + "};")
    print(f"constexpr EvidenceRow k{name}Rows[] = {{")
    print(",\n".join("{" + ",".join(map(str, row)) + "}" for row in rows["row"]) + "};")
    print(f"constexpr Lanes k{name}Scale = {{{floats(scale)}}};")
    print(f"constexpr Lanes k{name}Bias = {{{floats(bias)}}};")


def write_trees(path: Path, name: str):
    data = path.read_bytes()
    count, depth, outputs, scale = struct.unpack_from("<IIIf", data)
    bias = np.frombuffer(data, "<f4", outputs, 16)
    at = 16 + bias.nbytes
    splits = np.frombuffer(data, [("feature", "<u4"), ("border", "<f4")], count * depth, at)
    leaves = np.frombuffer(data, "<i2", offset=at + splits.nbytes)
    print(f"constexpr Split k{name}Splits[] = {{")
    never = "std::numeric_limits<float>::infinity()"
    print(",\n".join("{%d, %s}" % (split["feature"], never if np.isinf(split["border"]) else floats([split["border"]]))
                     for split in splits) + "};")
    print(f"constexpr std::int16_t k{name}Leaves[] = {{\n" + numbers(leaves) + "};")
    print(f"constexpr float k{name}Bias[] = {{{floats(bias)}}};")
    print(f"constexpr Trees k{name} = {{{count}, {depth}, {outputs}, k{name}Splits, k{name}Leaves, "
          f"{floats([scale])}, k{name}Bias}};")


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    models = Path(sys.argv[1])
    print("// Made by src/train (README.md there) from wcxb-dev (WCXB v1.0, CC-BY-4.0), lines-dev and\n"
          "// src/train/prompts. Not to be edited.\n// clang-format off")
    write_evidence(models / "none.text", "Text")
    write_evidence(models / "none.markup", "Markup")
    write_evidence(models / "none.page", "Page")
    write_trees(models / "none.body", "Body")
    write_trees(models / "none.labels", "Labels")
    write_trees(models / "none.confidence", "Confidence")
    return 0


if __name__ == "__main__":
    sys.exit(main())
