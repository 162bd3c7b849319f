#!/usr/bin/env python3
"""Sees the oracle fail: puts each fault of faults/*.patch into a copy of the sources, builds the
file it is in, links it before the library and runs the check, which must notice it.

    faults.py --source DIR --libraries LIBRARY... --compiler COMMAND...
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

NOTICED, UNNOTICED = 1, 0


def patched_file(patch):
    """The source that a patch changes, relative to the project; a table's is the one it is for."""
    for line in patch.read_text().splitlines():
        if line.startswith("+++ b/"):
            return pathlib.Path(line.removeprefix("+++ b/")).with_suffix(".cpp")
    raise ValueError(f"{patch} changes no file")


def run_check(options, folder, objects):
    program = folder / "check"
    libraries = [*options.libraries, "-lz"]
    subprocess.run([*options.compiler, *objects, *libraries, "-o", program], check=True)
    return subprocess.run([program], check=False, stdout=subprocess.PIPE, text=True)


def check_fault(options, patch):
    """An empty text, or what is wrong."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(options.source / "src", folder / "src")
        applied = subprocess.run(["patch", "-p1", "--silent", "--fuzz=0", "-i", patch], cwd=folder)
        if applied.returncode != 0:
            return "does not apply any more"
        faulty = folder / "faulty.o"
        includes = [f"-I{folder / 'src'}", f"-I{options.source / 'include'}"]
        compiled = subprocess.run([*options.compiler, "-std=c++20", "-O1", *includes, "-c",
                                   folder / patched_file(patch), "-o", faulty])
        if compiled.returncode != 0:
            return "does not compile any more"
        check = run_check(options, folder, [faulty])
        if check.returncode == UNNOTICED:
            return "not noticed: " + check.stdout
        return "" if check.returncode == NOTICED else f"ended with {check.returncode}"


def check_without_fault(options):
    with tempfile.TemporaryDirectory() as name:
        check = run_check(options, pathlib.Path(name), [])
        return "" if check.returncode == UNNOTICED else "sees one where none is: " + check.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", required=True, type=pathlib.Path)
    parser.add_argument("--libraries", required=True, nargs="+")
    parser.add_argument("--compiler", required=True, nargs=argparse.REMAINDER)
    options = parser.parse_args()

    patches = sorted((options.source / "tests/oracle/faults").glob("*.patch"))
    if len(patches) < 10:
        sys.exit(f"only {len(patches)} faults")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        without = pool.submit(check_without_fault, options)
        outcomes = list(pool.map(lambda patch: check_fault(options, patch), patches))
    failed = 0
    for name, outcome in [("no fault", without.result()),
                          *zip([patch.stem for patch in patches], outcomes)]:
        print(f"{name}: {outcome or 'as it should be'}")
        failed += outcome != ""
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
