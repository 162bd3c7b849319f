#!/usr/bin/env python3
"""Many pages in one run: memory stays flat, and two threads are nearly twice as fast as one.

Usage: soak.py THRESH [PAGES]

PAGES (default 100,000) pages are hard links to the fixtures in nested folders. With -J 2 the memory
of the last quarter of the time must be within 5 % of that of the first, and the wall time at most
0.55 of that with -J 1. Needs two cores with nothing else to do.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGES_A_FOLDER = 100
SAMPLE_SECONDS = 0.1
MAX_GROWTH = 1.05
MAX_TIME_RATIO = 0.55

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures/pages"


def make_pages(root: Path, count: int) -> None:
    sources = []
    for fixture in sorted(FIXTURES.glob("*/source.html")):
        sources.append(shutil.copy(fixture, root / f"{fixture.parent.name}.source"))
    for i in range(count):
        folder = root / "pages" / str(i // PAGES_A_FOLDER // 100) / str(i // PAGES_A_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        os.link(sources[i % len(sources)], folder / f"{i}.html")


def memory_bytes(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def run(thresh: str, folder: Path, jobs: int) -> tuple[float, list[int]]:
    """Wall time, and the memory at regular times."""
    begin = time.perf_counter()
    process = subprocess.Popen([thresh, "--format", "jsonl", "-J", str(jobs), folder],
                               stdout=subprocess.DEVNULL)
    samples = []
    while process.poll() is None:
        samples.append(memory_bytes(process.pid))
        time.sleep(SAMPLE_SECONDS)
    if process.returncode != 0:
        raise RuntimeError(f"thresh ended with status {process.returncode}")
    return time.perf_counter() - begin, samples


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    thresh = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) == 3 else 100_000
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        make_pages(root, count)
        one, _ = run(thresh, root / "pages", 1)
        two, samples = run(thresh, root / "pages", 2)
    quarter = max(1, len(samples) // 4)
    first, last = max(samples[:quarter]), max(samples[-quarter:])
    print(f"{count} pages: {one:.1f} s with -J 1, {two:.1f} s with -J 2 ({two / one:.2f}); "
          f"memory {first / 1e6:.1f} MB in the first quarter, {last / 1e6:.1f} MB in the last")
    return 0 if last <= MAX_GROWTH * first and two <= MAX_TIME_RATIO * one else 1


if __name__ == "__main__":
    sys.exit(main())
