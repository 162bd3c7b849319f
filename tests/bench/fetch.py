#!/usr/bin/env python3
"""Fetching held against curl: pages a second from a slow server, CPU time and memory.

Usage: fetch.py THRESH [ROUNDS]

Runs thresh and curl by turns, 64 transfers at a time, against servers of its own on this machine:
one that answers each request after 250 ms, and nginx (.ci/deps test installs it and curl).
"""

import asyncio
import multiprocessing
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PARALLEL = 64
SLOW_PAGES = 640
SLOW_SECONDS = 0.25
FAST_PAGES = 3000
FAST_BYTES = 25_000
LEAST_SPEED = 0.95  # pages a second, of curl's
MOST_CPU = 1.3  # CPU time, of curl's
MOST_MEMORY_BYTES = 100_000_000

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures/pages/exile-classes/source.html"

NGINX_CONFIG = """daemon off; master_process off; pid {0}/pid; error_log {0}/errors;
events {{ worker_connections 1024; }}
http {{ access_log off; keepalive_requests 1000000; types {{ text/csv csv; }} root {0}/pages;
client_body_temp_path {0}/1; proxy_temp_path {0}/2; fastcgi_temp_path {0}/3;
uwsgi_temp_path {0}/4; scgi_temp_path {0}/5; server {{ listen 127.0.0.1:{1}; }} }}
"""


def serve_slowly(listener: socket.socket) -> None:
    """Answers with the fixture, each request after a wait. Never returns."""
    page = FIXTURE.read_bytes()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n"
    answer = head.encode() + page

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(SLOW_SECONDS)
                writer.write(answer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(serve, sock=listener)
        await server.serve_forever()

    asyncio.run(run())


def listen() -> socket.socket:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(256)
    return listener


class Run:
    """What a program took."""

    def __init__(self, command: list[str]) -> None:
        begin = time.perf_counter()
        with open(os.devnull, "wb") as nowhere:
            process = subprocess.Popen(command, stdout=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
        self.seconds = time.perf_counter() - begin
        if status != 0:
            raise RuntimeError(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
        self.cpu_seconds = usage.ru_utime + usage.ru_stime
        self.memory_bytes = usage.ru_maxrss * 1024


class Contest:
    """The same URLs for both; what is fetched goes to folders that are new each time."""

    def __init__(self, thresh: str, folder: Path, urls: list[str]) -> None:
        self.folder = folder
        (folder / "urls").write_text("".join(f"{url}\n" for url in urls))
        (folder / "curlrc").write_text("".join(
            f'url = "{url}"\noutput = "{folder}/saved/{number}"\n'
            for number, url in enumerate(urls)))
        self.thresh = [thresh, "--quiet", "--allow-private", "--ignore-robots", "--delay", "0",
                       "--per-host", str(PARALLEL), "--parallel", str(PARALLEL),
                       "--input-list", str(folder / "urls")]
        self.curl = ["curl", "--disable", "--silent", "--no-progress-meter", "--fail",
                     "--noproxy", "*", "--parallel", "--parallel-max", str(PARALLEL),
                     "--config", str(folder / "curlrc")]

    def run(self, command: list[str]) -> Run:
        saved = self.folder / "saved"
        shutil.rmtree(saved, ignore_errors=True)
        saved.mkdir()
        return Run(command)

    def rounds(self, count: int, options: list[str]) -> list[tuple[Run, Run]]:
        return [(self.run(self.thresh + options), self.run(self.curl)) for _ in range(count)]


def slow_contest(thresh: str, folder: Path, rounds: int) -> list[tuple[Run, Run]]:
    listener = listen()
    server = multiprocessing.Process(target=serve_slowly, args=(listener,), daemon=True)
    server.start()
    port = listener.getsockname()[1]
    urls = [f"http://127.0.0.1:{port}/{number}" for number in range(SLOW_PAGES)]
    try:
        options = ["--jobs", "2", "--format", "jsonl"]
        return Contest(thresh, folder, urls).rounds(rounds, options)
    finally:
        server.terminate()
        server.join()


def fast_contest(thresh: str, folder: Path, rounds: int) -> list[tuple[Run, Run]]:
    with listen() as listener:
        port = listener.getsockname()[1]
    (folder / "pages").mkdir()
    row = b"id,name\n"
    for number in range(FAST_PAGES):  # no page to extract: this is about fetching
        (folder / f"pages/{number}.csv").write_bytes(row * (FAST_BYTES // len(row)))
    (folder / "config").write_text(NGINX_CONFIG.format(folder, port))
    urls = [f"http://127.0.0.1:{port}/{number}.csv" for number in range(FAST_PAGES)]
    server = subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-c", folder / "config"],
                              stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        options = ["--check", "--save-html", str(folder / "saved")]
        return Contest(thresh, folder, urls).rounds(rounds, options)
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("nginx does not answer")


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    thresh = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) == 3 else 5
    memory_folder = "/dev/shm" if os.path.isdir("/dev/shm") else None  # disks take CPU time too
    with tempfile.TemporaryDirectory(dir=memory_folder) as folder:
        slow = slow_contest(thresh, Path(folder), rounds)
        fast = fast_contest(thresh, Path(folder), rounds)
    speed = statistics.median(curl.seconds / own.seconds for own, curl in slow)
    cpu = statistics.median(own.cpu_seconds / curl.cpu_seconds for own, curl in fast)
    memory = max(own.memory_bytes for own, _ in slow + fast)
    print(f"{SLOW_PAGES} pages that take {SLOW_SECONDS} s each: {speed:.2f} of curl's pages a "
          f"second, extraction included (at least {LEAST_SPEED})")
    print(f"{FAST_PAGES} files saved: {cpu:.2f} of curl's CPU time (at most {MOST_CPU})")
    print(f"memory: {memory / 1e6:.0f} MB (at most {MOST_MEMORY_BYTES / 1e6:.0f} MB)")
    met = speed >= LEAST_SPEED and cpu <= MOST_CPU and memory <= MOST_MEMORY_BYTES
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
