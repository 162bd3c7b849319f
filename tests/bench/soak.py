#!/usr/bin/env python3
"""Many pages in one run: memory stays flat, and two threads are nearly twice as fast as one.

Usage: soak.py THRESH [PAGES]

PAGES (default 100,000) pages are hard links to the fixtures in nested folders. With -J 2 the memory
of the last quarter of the time must be within 5 % of that of the first, and the wall time at most
0.55 of that with -J 1.

That needs two cores with nothing else to do. What the machine can give is measured beside it: two
processes with -J 1 that share nothing and do half of the pages each, at the same time. Where these
take longer than 0.55, -J 2 may take 5 % longer than they.
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
MAX_OVER_YARDSTICK = 1.05

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures/pages"


def make_pages(root: Path, count: int) -> None:
    sources = []
    root.mkdir(parents=True)
    for fixture in sorted(FIXTURES.glob("*/source.html")):
        sources.append(shutil.copy(fixture, root / f"{fixture.parent.name}.source"))
    for i in range(count):
        folder = root / str(i // PAGES_A_FOLDER // 100) / str(i // PAGES_A_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        os.link(sources[i % len(sources)], folder / f"{i}.html")


def memory_bytes(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def run(thresh: str, folder: Path, jobs: int) -> tuple[float, list[int]]:
    """Wall time, and the memory at regular times."""
    begin = time.perf_counter()
    process = subprocess.Popen([thresh, "--quiet", "--format", "jsonl", "-J", str(jobs), folder],
                               stdout=subprocess.DEVNULL)
    samples = []
    while process.poll() is None:
        samples.append(memory_bytes(process.pid))
        time.sleep(SAMPLE_SECONDS)
    if process.returncode != 0:
        raise RuntimeError(f"thresh ended with status {process.returncode}")
    return time.perf_counter() - begin, samples


def run_apart(thresh: str, folders: list[Path]) -> float:
    """Wall time of a process for each of the folders, all at the same time."""
    begin = time.perf_counter()
    processes = [subprocess.Popen([thresh, "--quiet", "--format", "jsonl", "-J", "1", folder],
                                  stdout=subprocess.DEVNULL) for folder in folders]
    for process in processes:
        if process.wait() != 0:
            raise RuntimeError(f"thresh ended with status {process.returncode}")
    return time.perf_counter() - begin


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    thresh = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) == 3 else 100_000
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for half in ("pages/a", "pages/b"):
            make_pages(root / half, count // 2)
        one, _ = run(thresh, root / "pages", 1)
        two, samples = run(thresh, root / "pages", 2)
        apart = run_apart(thresh, [root / "pages/a", root / "pages/b"])
    quarter = max(1, len(samples) // 4)
    first, last = max(samples[:quarter]), max(samples[-quarter:])
    print(f"{count} pages: {one:.1f} s with -J 1, {two:.1f} s with -J 2 ({two / one:.2f}), "
          f"{apart:.1f} s as two processes ({apart / one:.2f}); "
          f"memory {first / 1e6:.1f} MB in the first quarter, {last / 1e6:.1f} MB in the last")
    longest = max(MAX_TIME_RATIO * one, MAX_OVER_YARDSTICK * apart)
    return 0 if last <= MAX_GROWTH * first and two <= longest else 1


if __name__ == "__main__":
    sys.exit(main())
