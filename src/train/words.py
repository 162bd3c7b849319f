"""Words as the product counts them: a letter each in scripts without spaces."""

import re

_SPACELESS = "\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"
_WORD = re.compile(f"[{_SPACELESS}]|[^\\W{_SPACELESS}]+")


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def fold(text: str) -> str:
    return " ".join(text.split())
