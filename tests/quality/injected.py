"""Figures of pages with prompts and decoys in them, by tool.

In: what was laid into each page, the body's text, each tool's texts with and without. Out: a table.
"""

import collections
import dataclasses

from measures import SHORTEST_LINE, Share, f1, plain, stands_in, words

LATIN = "cs da de en es fi fr hu id it nb nl pl pt ro sv tr vi".split()
SPACELESS = "ja zh-Hans zh-Hant".split()


@dataclasses.dataclass
class Page:
    stem: str
    plain_stem: str     # of the same page without anything in it
    truth: str
    row: dict           # of injected.jsonl


class Figures:
    def __init__(self):
        self.leaked = collections.defaultdict(Share)
        self.kept = collections.defaultdict(Share)
        self.lost: list[float] = []

    def count_lines(self, page: Page, text: str) -> list[str]:
        """The lines that stand in the text."""
        text, found = plain(text), []
        for line in page.row["lines"]:
            stays = stands_in(line["text"], text)
            if stays:
                found.append(line["text"])
            if len(line["text"]) < SHORTEST_LINE:
                continue
            shares = self.kept if line["label"] == "content" else self.leaked
            for group in groups(page.row, line):
                shares[group].count(stays)
        return found

    def count_body(self, page: Page, with_lines: str, without: str, found: list[str]):
        """Word F1 that the page lost by what was laid into it; the lines themselves do not count."""
        truth = collections.Counter(words(page.truth))
        body = collections.Counter(words(with_lines))
        for line in found:
            body.subtract(words(line))
        self.lost.append(f1(collections.Counter(words(without)), truth) - f1(+body, truth))


def groups(row: dict, line: dict) -> list[tuple[str, str]]:
    return [("all", ""), ("kind", line["label"]), ("style", line["style"]), ("place", line["place"]),
            ("classes", line["classes"]), ("language", _language_group(row["language"])),
            ("page's language", "the same" if row["language"] == row["page_language"] else "another")]


def _language_group(language: str) -> str:
    if language == "en":
        return "English"
    if language in LATIN:
        return "other Latin"
    return "without spaces" if language in SPACELESS else "other scripts"


def figures(pages: list[Page], injected: dict[str, str], plain_texts: dict[str, str]) -> Figures:
    result = Figures()
    for page in pages:
        text = injected.get(page.stem, "")
        found = result.count_lines(page, text)
        result.count_body(page, text, plain_texts.get(page.plain_stem, ""), found)
    return result


def report(pages: list[Page], outputs: dict[str, list[dict[str, str]]]) -> str:
    """outputs: of each tool the texts by file name of the injected and the plain pages."""
    of_tool = {tool: figures(pages, *texts) for tool, texts in outputs.items()}
    lines = [" " * 34 + "".join(f"{tool:>20}" for tool in of_tool)]
    lines += _table("prompt lines leaked", [result.leaked for result in of_tool.values()])
    lines += _table("decoy lines kept", [result.kept for result in of_tool.values()])
    lost = [sum(result.lost) / max(1, len(result.lost)) for result in of_tool.values()]
    lines.append(f"{'body F1 lost':34}" + "".join(f"{value:20.4f}" for value in lost))
    return "\n".join(lines)


def _table(name: str, of_tools: list[dict]) -> list[str]:
    lines = []
    for group in sorted({group for shares in of_tools for group in shares}):
        what = name if group[0] == "all" else f"  {group[0]}: {group[1]}"
        lines.append(f"{what:34}" + "".join(f"{str(shares[group]):>20}" for shares in of_tools))
    return lines
