#!/usr/bin/env python3
"""Checks of the source tree that no compiler makes.

Usage: style.py CHECK ROOT, where CHECK is includes, text, sizes, functions, top_level or
examples.
Prints one line a fault. Exit status: 0 none, 1 some, 77 the check cannot run here.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
SKIP_STATUS = 77

CODE_FOLDERS = ("include", "src", "tests", "man", ".ci")
CODE_SUFFIXES = {".cpp", ".hpp", ".h", ".inc", ".py", ".cmake", ".in", ".md", ".txt", ".sh", ".1", ""}

# What a folder may include besides itself; src/README.md shows it as a picture. The first pattern
# that fits the including file counts.
MAY_INCLUDE = (
    ("include/thresh/*", ["thresh/*"]),
    ("src/base/*", ["base/*", "thresh/result.hpp"]),
    ("src/page/*", ["page/*", "base/*", "thresh/*"]),
    ("src/judge/*", ["judge/*", "base/*", "thresh/*", "page/document.hpp", "page/attribute.hpp",
                     "page/tag.hpp"]),
    ("src/metadata/*", ["metadata/*", "base/*", "thresh/*", "page/document.hpp",
                        "page/attribute.hpp", "page/tag.hpp", "page/clean.hpp",
                        "judge/decision.hpp"]),
    ("src/write/*", ["write/*", "base/*", "thresh/*"]),
    ("src/fetch/*", ["fetch/*", "base/*", "thresh/*"]),
    ("src/batch/*", ["batch/*", "base/*", "thresh/*"]),
    ("src/report/*", ["report/*", "thresh/*"]),
    ("src/cli/*", ["cli/*", "batch/*", "report/*", "thresh/*"]),
    ("src/train/*", ["*"]),
    ("src/extract*", ["extract*", "base/*", "page/*", "judge/*", "metadata/*", "thresh/*"]),
    ("src/names.cpp", ["thresh/*"]),
    ("tests/*", ["*"]),
)

# Headers that are neither ours nor the C++ standard library's, and the only files that have them.
OUTSIDE = (
    ("gumbo.h", ["src/page/dom.*"]),
    ("uchardet*", ["src/page/decode.*"]),
    ("iconv.h", ["src/page/decode.*"]),
    ("rapidjson/*", ["src/base/json.*"]),
    ("zlib.h", ["src/base/inflate.*", "src/base/deflate.*"]),
    ("cld2/*", ["src/metadata/text_language.*"]),
    ("boost/program_options*", ["src/cli/args.*"]),
    ("arpa/inet.h", ["src/fetch/*"]),
    ("netinet/in.h", ["src/fetch/*"]),
    ("fcntl.h", ["src/batch/*", "src/cli/*", "src/fetch/*"]),
    ("curl/*", ["src/fetch/*"]),
    ("netdb.h", ["src/fetch/*"]),
    ("signal.h", ["src/cli/*"]),
    ("unistd.h", ["src/batch/*", "src/cli/*", "src/fetch/*"]),
    ("sys/*", ["src/batch/*", "src/cli/*", "src/fetch/*"]),
    ("iostream", ["src/cli/*"]),  # the library never prints
    ("cstdio", ["src/cli/*", "src/batch/*"]),
)

TOP_LEVEL = {
    "CMakeLists.txt", "CMakePresets.json", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "NOTICE",
    "README.md", "pyproject.toml", "src", "include", "fixtures", "tests", "man",
}


def code_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Files that people write, with their paths relative to root."""
    for folder in CODE_FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.is_file() and path.suffix in CODE_SUFFIXES and "__pycache__" not in name:
                yield name, path


def fits(name: str, patterns: list[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def includes(root: Path) -> Iterator[str]:
    """Who may include whom."""
    for name, path in code_files(root):
        if path.suffix not in {".cpp", ".hpp", ".h", ".inc"}:
            continue
        allowed = next((row[1] for row in MAY_INCLUDE if fnmatch(name, row[0])), [])
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)
            if not found or allowed == ["*"]:
                continue
            header = found.group(2)
            if found.group(1) == '"':
                good = fits(header, allowed)
            else:
                homes = [row[1] for row in OUTSIDE if fnmatch(header, row[0])]
                good = fits(name, homes[0]) if homes else "/" not in header and "." not in header
            if not good:
                yield f"{name}:{number}: may not include {header}"


def text(root: Path) -> Iterator[str]:
    """UTF-8, LF, no tab, no blank at a line's end, no character that hides or reorders others."""
    hidden = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
    for name, path in code_files(root):
        try:
            content = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            yield f"{name}: not UTF-8"
            continue
        if content and not content.endswith("\n"):
            yield f"{name}: no newline at the end"
        for number, line in enumerate(content.split("\n"), 1):
            if hidden.search(line):
                yield f"{name}:{number}: control or invisible character"
            if "\t" in line:
                yield f"{name}:{number}: tab"
            if line.endswith(" "):
                yield f"{name}:{number}: blank at the end"


def sizes(root: Path) -> Iterator[str]:
    """No file is too long to read at one go, but for tables, which may grow."""
    for name, path in code_files(root):
        lines = path.read_bytes().count(b"\n")
        if lines > MAX_FILE_LINES and path.suffix != ".inc":
            yield f"{name}: {lines} lines, at most {MAX_FILE_LINES}"


def functions(root: Path) -> Iterator[str]:
    """A function fits a screen."""
    ctags = shutil.which("ctags")
    if not ctags or "Universal" not in run(ctags, "--version"):
        skip("Universal Ctags is not installed")
    sources = [str(path) for _, path in code_files(root) if path.suffix in {".cpp", ".hpp", ".py"}]
    table = run(ctags, "-x", "--c++-kinds=f", "--python-kinds=fm", "--fields=+ne",
                "--_xformat=%{end} %{line} %F %N", *sources)
    for row in table.splitlines():
        end, begin, path, function = row.split(" ", 3)
        lines = int(end) - int(begin) + 1 if end.isdigit() else 0
        if lines > MAX_FUNCTION_LINES:
            name = Path(path).relative_to(root)
            yield f"{name}:{begin}: {function} has {lines} lines, at most {MAX_FUNCTION_LINES}"


def top_level(root: Path) -> Iterator[str]:
    """The top level stays as small as it is."""
    if not (root / ".git").exists() or not shutil.which("git"):
        skip("not a git checkout")
    entries = {name.split("/")[0] for name in run("git", "-C", str(root), "ls-files").splitlines()}
    for entry in sorted(entries - TOP_LEVEL):
        if not entry.startswith("."):
            yield f"{entry}: not in the list of what may lie at the top level"


def examples(root: Path) -> Iterator[str]:
    """The program in README.md is the one that the install test builds."""
    program = (root / "tests/install/consumer/main.cpp").read_text(encoding="utf-8")
    if f"```cpp\n{program}```" not in (root / "README.md").read_text(encoding="utf-8"):
        yield "README.md: its program is not tests/install/consumer/main.cpp"


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def skip(why: str) -> None:
    print(f"SKIPPED: {why}")
    sys.exit(SKIP_STATUS)


CHECKS = {check.__name__: check
          for check in (includes, text, sizes, functions, top_level, examples)}


def main() -> int:
    if len(sys.argv) != 3 or sys.argv[1] not in CHECKS:
        print(__doc__, file=sys.stderr)
        return 64
    faults = list(CHECKS[sys.argv[1]](Path(sys.argv[2]).resolve()))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
