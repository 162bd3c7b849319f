"""Each check of style.py is seen to fail on a bad sample, and not on a good one."""

import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import style


class StyleTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, name: str, content: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def faults(self, check: str) -> list[str]:
        return list(style.CHECKS[check](self.root))

    def assert_includes(self, name: str, header: str, good: bool) -> None:
        self.write(name, f"#include {header}\n")
        expected = [] if good else [f"{name}:1: may not include {header[1:-1]}"]
        self.assertEqual(self.faults("includes"), expected)
        (self.root / name).unlink()

    def test_includes(self) -> None:
        for name, header, good in (
            ("src/base/words.cpp", "<vector>", True),
            ("src/base/words.cpp", '"base/utf8.hpp"', True),
            ("src/base/words.cpp", '"thresh/result.hpp"', True),
            ("src/base/words.cpp", '"thresh/article.hpp"', False),
            ("src/base/words.cpp", '"page/tag.hpp"', False),
            ("src/base/words.cpp", "<rapidjson/reader.h>", False),
            ("src/base/json.cpp", "<rapidjson/reader.h>", True),
            ("src/page/dom.cpp", "<gumbo.h>", True),
            ("src/page/segment.cpp", "<gumbo.h>", False),
            ("src/page/segment.cpp", '"judge/decision.hpp"', False),
            ("src/judge/score.cpp", '"page/document.hpp"', True),
            ("src/judge/score.cpp", '"page/dom.hpp"', False),
            ("src/write/write_text.cpp", '"page/document.hpp"', False),
            ("src/write/write_text.cpp", "<iostream>", False),
            ("src/cli/args.cpp", "<boost/program_options.hpp>", True),
            ("src/cli/run.cpp", "<boost/program_options.hpp>", False),
            ("src/cli/run.cpp", '"batch/pool.hpp"', True),
            ("src/cli/run.cpp", '"base/utf8.hpp"', False),
            ("include/thresh/write.hpp", '"base/utf8.hpp"', False),
            ("src/newfolder/file.cpp", '"base/utf8.hpp"', False),
        ):
            with self.subTest(name=name, header=header):
                self.assert_includes(name, header, good)

    def test_text(self) -> None:
        for content, fault in (
            ("int a;  // Ä → ok\n", None),
            (b"\xff\n", "not UTF-8"),
            ("int a;", "no newline at the end"),
            ("\tint a;\n", "tab"),
            ("int a; \n", "blank at the end"),
            ("int a;\r\n", "control or invisible character"),
            ("int a\u202e;\n", "control or invisible character"),
        ):
            with self.subTest(content=content):
                self.write("src/a.cpp", content)
                self.assertEqual([text.split(": ")[1] for text in self.faults("text")],
                                 [fault] if fault else [])

    def test_sizes(self) -> None:
        long = "int a;\n" * (style.MAX_FILE_LINES + 1)
        self.write("src/fits.cpp", "int a;\n" * style.MAX_FILE_LINES)
        self.write("src/table.inc", long)
        self.write("src/long.cpp", long)
        self.assertEqual(self.faults("sizes"), ["src/long.cpp: 401 lines, at most 400"])

    @unittest.skipUnless(shutil.which("ctags"), "ctags is not installed")
    def test_functions(self) -> None:
        def function(name: str, lines: int) -> str:
            return f"void {name}() {{\n" + "  ;\n" * (lines - 2) + "}\n"

        self.write("src/a.cpp", function("fits", style.MAX_FUNCTION_LINES) + function("does_not", 61))
        self.assertEqual(self.faults("functions"),
                         ["src/a.cpp:61: does_not has 61 lines, at most 60"])

    @unittest.skipUnless(shutil.which("git"), "git is not installed")
    def test_top_level(self) -> None:
        subprocess.run(["git", "init", "--quiet", self.root], check=True)
        for name in ("README.md", "src/a.cpp", ".clang-format", "lib/a.cpp"):
            self.write(name, "")
        subprocess.run(["git", "-C", self.root, "add", "."], check=True)
        self.assertEqual(self.faults("top_level"),
                         ["lib: not in the list of what may lie at the top level"])

    def test_examples(self) -> None:
        self.write("tests/install/consumer/main.cpp", "int main() {}\n")
        self.write("README.md", "```cpp\nint main() {}\n```\n")
        self.assertEqual(self.faults("examples"), [])
        self.write("README.md", "```cpp\nint main() { }\n```\n")
        self.assertEqual(len(self.faults("examples")), 1)


if __name__ == "__main__":
    unittest.main()
