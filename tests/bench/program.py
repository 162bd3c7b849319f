#!/usr/bin/env python3
"""Start-up time and peak memory of the thresh program, held against their limits.

Usage: program.py THRESH
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STARTS = 50
MAX_START_SECONDS = 0.010  # most of it is loading libcurl and what it needs
PAGE_BYTES = 5_000_000
MAX_PAGE_MEMORY_BYTES = 50_000_000

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures/pages/exile-classes/source.html"


def start_seconds(thresh: str) -> float:
    """The least wall time of several starts."""
    least = float("inf")
    for _ in range(STARTS):
        begin = time.perf_counter()
        subprocess.run([thresh, "--version"], check=True, stdout=subprocess.DEVNULL)
        least = min(least, time.perf_counter() - begin)
    return least


def large_page() -> bytes:
    """The fixture with its body again and again."""
    page = FIXTURE.read_bytes()
    begin = page.index(b">", page.index(b"<body")) + 1
    end = page.rindex(b"</body>")
    body = page[begin:end]
    return page[:begin] + body * (PAGE_BYTES // len(body)) + page[end:]


def peak_memory_bytes(thresh: str, page: Path) -> int:
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen([thresh, "--json", page], stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError(f"thresh ended with status {os.waitstatus_to_exitcode(status)}")
    return usage.ru_maxrss * 1024


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    thresh = sys.argv[1]
    start = start_seconds(thresh)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_bytes(large_page())
        memory = peak_memory_bytes(thresh, page)
    print(f"start: {start * 1000:.1f} ms (limit {MAX_START_SECONDS * 1000:.0f} ms)")
    print(f"a page of {PAGE_BYTES / 1e6:.0f} MB: {memory / 1e6:.1f} MB of memory "
          f"(limit {MAX_PAGE_MEMORY_BYTES / 1e6:.0f} MB)")
    return 0 if start <= MAX_START_SECONDS and memory <= MAX_PAGE_MEMORY_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())
