#!/usr/bin/env python3
"""CPU time of the whole thresh program beside that of Resiliparse's extraction, in one run.

Usage: compare_resiliparse.py THRESH [FOLDER]

THRESH is the program. FOLDER holds saved pages, gzipped or not (default: wcxb-dev of the benchmark
data, see THRESH_BENCH in CONTRIBUTING.md); they are unpacked to a temporary folder first.

thresh is timed from the outside, start and reading included: thresh --format jsonl -J 1 FOLDER.
Resiliparse is timed inside Python, without start and reading. User and system time; three rounds in
turn, the least of each counts. Resiliparse comes from PyPI into a virtual environment beside THRESH.
"""

import gzip
import os
import resource
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

REQUIREMENT = "resiliparse==2.0.*"
ROUNDS = 3

# Runs in the virtual environment: prints the CPU seconds of extraction from all files of a folder.
RESILIPARSE = """
import sys, time
from pathlib import Path
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree

seconds = 0
for path in sorted(Path(sys.argv[1]).iterdir()):
    raw = path.read_bytes()
    begin = time.process_time()
    extract_plain_text(HTMLTree.parse_from_bytes(raw, detect_encoding(raw)),
                       main_content=True, preserve_formatting=True)
    seconds += time.process_time() - begin
print(seconds)
"""


def unpack(folder: Path, target: Path) -> int:
    """Copies the pages, flat and not compressed. Returns their bytes."""
    total = 0
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        (target / path.name.removesuffix(".gz")).write_bytes(content)
        total += len(content)
    return total


def python_with_resiliparse(folder: Path) -> Path:
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", REQUIREMENT], check=True)
    return python


def thresh_seconds(thresh: Path, folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([thresh, "--quiet", "--format", "jsonl", "-J", "1", folder], check=True,
                   stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def resiliparse_seconds(python: Path, folder: Path) -> float:
    result = subprocess.run([python, "-c", RESILIPARSE, folder], check=True, capture_output=True,
                            text=True)
    return float(result.stdout)


def default_folder() -> Path:
    bench = os.environ.get("THRESH_BENCH")
    root = Path(bench) if bench else Path(__file__).resolve().parents[2] / "../shared/bench"
    return root / "wcxb-dev" / "html"


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    thresh = Path(sys.argv[1]).resolve()
    folder = Path(sys.argv[2]) if len(sys.argv) == 3 else default_folder()
    python = python_with_resiliparse(thresh.parent / "resiliparse-venv")
    with tempfile.TemporaryDirectory() as name:
        pages = Path(name)
        megabytes = unpack(folder, pages) / 1e6
        rounds = []
        for _ in range(ROUNDS):
            rounds.append((thresh_seconds(thresh, pages), resiliparse_seconds(python, pages)))
    ours, theirs = (min(column) for column in zip(*rounds))
    print(f"{megabytes:.0f} MB: thresh {ours:.2f} s, {megabytes / ours:.0f} MB/s; "
          f"Resiliparse {theirs:.2f} s, {megabytes / theirs:.0f} MB/s; "
          f"{theirs / ours:.2f} times as fast")
    return 0


if __name__ == "__main__":
    sys.exit(main())
