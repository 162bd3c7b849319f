"""Measures of quality: how like two texts are, and whether a line stands in a text.

In: texts. Out: numbers. Punctuation, case and line breaks never count; in scripts without spaces a
letter is a word.
"""

import collections
import re

SHORTEST_LINE = 20   # characters; shorter lines stand in texts by chance
PROMPT_KINDS = ("subscription", "newsletter", "appeal", "consent")
BODY_LABELS = ("content", "summary")
ARGUABLE = ("title", "summary", "caption")   # in the article for some, not for others
_SPACELESS = "\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"
_WORD = re.compile(f"[{_SPACELESS}]|[^\\W{_SPACELESS}]+")


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def plain(text: str) -> str:
    """For stands_in(): the words, with a blank on both sides."""
    return f" {' '.join(words(text))} "


def stands_in(line: str, plain_text: str) -> bool:
    return plain(line) in plain_text


def f1(found: collections.Counter, truth: collections.Counter) -> float:
    both, total = sum((found & truth).values()), sum(found.values()) + sum(truth.values())
    return 2 * both / total if total else 1.0


def word_f1(found: str, truth: str) -> float:
    return f1(collections.Counter(words(found)), collections.Counter(words(truth)))


class Share:
    """How many of how many."""

    def __init__(self):
        self.hits, self.total = 0, 0

    def count(self, hit: bool):
        self.hits += hit
        self.total += 1

    def value(self) -> float:
        return self.hits / self.total if self.total else 0.0

    def __str__(self) -> str:
        return f"{self.hits:4}/{self.total:<4} {100 * self.value():5.1f} %" if self.total else f"{'':17}"


class Lines:
    """Labeled lines held against outputs: what leaked, what was kept, which label was given."""

    def __init__(self):
        self.leaked, self.kept, self.labeled_right = Share(), Share(), Share()

    def count(self, label: str, line: str, text: str, stripped: list[tuple[str, str]]):
        """text and the texts of stripped are plain(); stripped: (label, text)."""
        if len(line) < SHORTEST_LINE or label in ARGUABLE or label == "other":
            return
        stays = stands_in(line, text)
        if label == "content":
            self.kept.count(stays)
            return
        if label in PROMPT_KINDS:
            self.leaked.count(stays)
        given = next((given for given, block in stripped if stands_in(line, block)), None)
        self.labeled_right.count(given == label)
