#!/usr/bin/env python3
"""Runs thresh over fixtures or a fixed sample of real pages and holds its figures against floors.json.

Usage: floors.py fixtures|bench THRESH [--update] [--lower]

--update writes floors a little below what came out, where that is better than the floor that stands.
It refuses to make a floor worse; --update --lower does it. Exit status: 0 all hold, 1 some do not,
77 the benchmark data (THRESH_BENCH, see CONTRIBUTING.md) is not there.
"""

import argparse
import collections
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from measures import BODY_LABELS, Lines, plain, stands_in, word_f1

ROOT = Path(__file__).resolve().parents[2]
FLOORS = Path(__file__).parent / "floors.json"
SKIP_STATUS = 77
NO_ARTICLE = 1
# Pages of the sample by folder: the first in the order of a hash of their names.
SAMPLE = {"wcxb-dev": 60, "segments-dev": 40, "world-dev": 30, "dates-dev": 15, "more-dev": 15}
ROOM = .002   # between a figure and the floor made of it


def run(thresh: Path, paths: list[Path]) -> dict[Path, dict]:
    """Rows of JSON by the path of the page."""
    command = [thresh, "--quiet", "--format", "jsonl", "--boilerplate", "-J", "2", *paths]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    rows = {Path(row["source"]): row for row in map(json.loads, done.stdout.splitlines())}
    missing = [path for path in paths if path not in rows]
    if missing:
        sys.exit(f"no output for {missing[0]} and {len(missing) - 1} more; exit status {done.returncode}")
    return rows


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def of_fixtures(thresh: Path) -> dict[str, float]:
    folders = sorted(path.parent for path in (ROOT / "fixtures/pages").glob("*/page.json"))
    rows = run(thresh, [folder / "source.html" for folder in folders])
    scores, leaked, verdicts = [], 0, 0
    for folder in folders:
        row, facts = rows[folder / "source.html"], json.loads((folder / "page.json").read_text(encoding="utf-8"))
        text = row.get("text") or ""
        scores.append(word_f1(text, (folder / "gold.txt").read_text(encoding="utf-8")))
        phrases = facts["must_not"] + facts.get("known_failures", {}).get("must_not", [])
        leaked += sum(stands_in(phrase, plain(text)) for phrase in phrases)
        verdicts += row["verdict"] == facts["verdict"]
    return {"word F1": mean(scores), "prompt phrases leaked": leaked, "verdicts right": verdicts / len(folders)}


class Bench:
    """Truth of the sample."""

    def __init__(self, root: Path):
        self.root = root
        self.lines = collections.defaultdict(list)
        with (root / "lines-dev/lines-dev.jsonl").open(encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                self.lines[row["page"]].append(row)
        segments = self._json("segments-dev/evaldata.json").values()
        self.segments = {row["file"].removesuffix(".html"): row for row in segments}
        self.world = {key.removesuffix(".html"): row for key, row in self._json("world-dev/truth.json").items()}

    def _json(self, name: str):
        return json.loads((self.root / name).read_text(encoding="utf-8"))

    def sample(self) -> list[Path]:
        return [path for folder, count in SAMPLE.items()
                for path in sorted((self.root / folder / "html").iterdir(), key=_name_hash)[:count]]

    def body(self, folder: str, name: str) -> str | None:
        """The truth's text; None if the folder's measure is another."""
        if folder == "wcxb-dev":
            return self._json(f"wcxb-dev/ground-truth/{name}.json")["ground_truth"].get("main_content") or ""
        if folder == "world-dev" and (self.world.get(name) or {}).get("body"):
            return "\n".join((self.world[name].get("summary") or []) + self.world[name]["body"])
        if folder in ("dates-dev", "more-dev"):
            return "\n".join(line["text"] for line in self.lines[f"{folder}/{name}"]
                             if line["label"] in BODY_LABELS) or None
        return None


def _name_hash(path: Path) -> str:
    return hashlib.sha256(path.name.encode()).hexdigest()


def of_bench(thresh: Path, bench: Bench) -> dict[str, float]:
    scores, lines, segments = collections.defaultdict(list), Lines(), [0, 0, 0]
    for path, row in run(thresh, bench.sample()).items():
        folder, name = path.parent.parent.name, re.sub(r"[.]html?$", "", path.name.removesuffix(".gz"))
        text = row.get("text") or ""
        body = bench.body(folder, name)
        if body is not None:
            scores[folder if folder in ("wcxb-dev", "world-dev") else "lines-dev"].append(word_f1(text, body))
        if name in bench.segments and folder == "segments-dev":
            _count_segments(segments, bench.segments[name], text)
        stripped = [(block["label"], plain(block["text"])) for block in row.get("boilerplate") or []]
        text = plain(text)
        for line in bench.lines.get(f"{folder}/{name}", []):
            lines.count(line["label"], line["text"], text, stripped)
    found, wrong, lost = segments
    return {**{f"{folder} F1": mean(values) for folder, values in scores.items()},
            "segments-dev F": 2 * found / max(1, 2 * found + wrong + lost),
            "prompt lines leaked": lines.leaked.value(), "content lines kept": lines.kept.value(),
            "labels right": lines.labeled_right.value()}


def _count_segments(counts: list[int], truth: dict, text: str):
    text = " ".join(text.split())
    kept = sum(" ".join(part.split()) in text for part in truth["with"])
    counts[0] += kept
    counts[1] += sum(" ".join(part.split()) in text for part in truth["without"])
    counts[2] += len(truth["with"]) - kept


def is_leak(name: str) -> bool:
    """Less is better; of all other figures more is."""
    return name.endswith("leaked")


def faults(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    found = [f"{name}: {'has no floor' if name not in floors else 'is no longer measured'}"
             for name in sorted(figures.keys() ^ floors.keys())]
    for name in sorted(figures.keys() & floors.keys()):
        if figures[name] > floors[name] if is_leak(name) else figures[name] < floors[name]:
            found.append(f"{name}: {figures[name]:.4f}, floor {floors[name]:.4f}")
    return found


def raised(figures: dict[str, float], floors: dict[str, float], lower: bool) -> dict[str, float]:
    """The floors to write; as they were where that is better, unless they may be lowered."""
    wanted = {}
    for name, figure in figures.items():
        room = 0 if figure == int(figure) else ROOM   # counts and perfect figures leave none
        fresh = round(figure + room if is_leak(name) else figure - room, 4)
        better = min if is_leak(name) else max
        wanted[name] = fresh if lower or name not in floors else better(fresh, floors[name])
    return wanted


def check(part: str, figures: dict[str, float], update: bool, lower: bool) -> int:
    known = json.loads(FLOORS.read_text(encoding="utf-8"))
    floors = known[part]
    for name, figure in figures.items():
        print(f"{name:24} {figure:8.4f}   floor {floors.get(name, '-')}")
    if update:
        known[part] = raised(figures, floors, lower)
        FLOORS.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")
        floors = known[part]
    found = faults(figures, floors)
    for fault in found:
        print(f"FAULT: {fault}{' (to lower a floor: --update --lower)' if update else ''}")
    return 1 if found else 0


def main() -> int:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("part", choices=("fixtures", "bench"))
    parser.add_argument("thresh", type=Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--lower", action="store_true")
    wanted = parser.parse_args()
    if wanted.part == "fixtures":
        return check("fixtures", of_fixtures(wanted.thresh), wanted.update, wanted.lower)
    root = Path(os.environ.get("THRESH_BENCH") or ROOT / "../shared/bench")
    if not (root / "lines-dev").is_dir():
        print(f"SKIPPED: {root}/lines-dev is not there")
        return SKIP_STATUS
    return check("bench", of_bench(wanted.thresh, Bench(root)), wanted.update, wanted.lower)


if __name__ == "__main__":
    sys.exit(main())
