"""The corpus of prompts/*.jsonl and its split; which language a text is in.

A fifth of the corpus is for validation only. Translations of one theme are on the same side: rows of
the languages that were written together fall into one group if they are the same one of their kind
and style, and letters, whose themes recur in all languages, are grouped by their kind alone.
"""

import collections
import hashlib
import json
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "prompts"
WRITTEN_TOGETHER = ("ar de en es fa fr he ru uk", "cs da fi hu it nb nl pl pt sv",
                    "el hi id ja ko ro tr vi zh-Hans zh-Hant")
VALIDATION_SHARE = .2

_STOP_WORDS = {
    "cs": "že jsou není byl které podle jeho také", "da": "ikke også hvor blev efter nogle været",
    "de": "der die und ist nicht mit das den", "en": "the and of to that is was with",
    "es": "los las una por para con del que", "fi": "että hän mutta myös ovat joka kun",
    "fr": "les des est une dans pour qui pas", "hu": "hogy nem egy volt csak már mint",
    "id": "yang dan untuk dengan dari tidak dalam", "it": "che della sono nel gli anche alla più",
    "nb": "ikke også hvor ble etter noen være", "nl": "het een van niet zijn voor dat met",
    "pl": "nie się jest oraz przez że jako do", "pt": "não uma para com dos mais são pelo",
    "ro": "și este nu pentru care din mai fost", "sv": "och inte är att för som det också",
    "tr": "bir için olarak çok daha olan ile ve", "vi": "không của và những được trong một cho",
}
_STOP_WORDS = {language: frozenset(text.split()) for language, text in _STOP_WORDS.items()}
_SCRIPTS = (("ja", "[\u3040-\u30ff]"), ("ko", "[\uac00-\ud7af]"), ("zh", "[\u4e00-\u9fff]"),
            ("he", "[\u05d0-\u05ea]"), ("ar", "[\u0620-\u06ff]"), ("el", "[\u0370-\u03ff]"),
            ("hi", "[\u0900-\u097f]"), ("ru", "[\u0400-\u04ff]"))
# What tells two languages of a script apart: (of the script, the other one, its letters).
_LETTERS = (("ar", "fa", "پچژگک"), ("ru", "uk", "іїєґ"), ("zh", "zh-Hant", "這們國說時來為對會個"))
_OTHER_NAMES = {"no": "nb", "nn": "nb", "zh": "zh-Hans", "in": "id", "iw": "he"}


def read(folder: Path = FOLDER) -> dict[str, list[dict]]:
    """The rows of each language."""
    return {path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            for path in sorted(folder.glob("*.jsonl"))}


def _groups(corpus) -> dict[str, tuple]:
    """The group of each id: what must be on one side."""
    groups = {}
    for language, rows in corpus.items():
        together = next((t for t in WRITTEN_TOGETHER if language in t.split()), language)
        seen = collections.Counter()
        for row in rows:
            kind = row.get("about", row["kind"])
            if row["style"] == "letter":
                groups[row["id"]] = ("letter", kind)
                continue
            seen[kind, row["style"]] += 1
            groups[row["id"]] = (row["style"], together, kind, seen[kind, row["style"]])
    return groups


def validation_ids(corpus) -> set[str]:
    """Ids of the rows that no training page may hold: of each style about a fifth, of all kinds."""
    groups = _groups(corpus)
    sizes = collections.Counter(groups.values())
    strata = collections.defaultdict(list)
    for group in sizes:
        strata[group[:2] if group[0] != "letter" else group[:1]].append(group)
    chosen, of_kind = set(), collections.Counter()
    for _, members in sorted(strata.items()):
        left = VALIDATION_SHARE * sum(sizes[group] for group in members)
        first = True
        while first or any(left >= sizes[group] / 2 for group in members):
            fits = [group for group in members if first or left >= sizes[group] / 2]
            group = min(fits, key=lambda g: (sizes[g] if g[0] == "letter" else of_kind[_kind(g)], _hash(g)))
            members.remove(group)
            chosen.add(group)
            of_kind[_kind(group)] += sizes[group]
            left -= sizes[group]
            first = False
    return {row_id for row_id, group in groups.items() if group in chosen}


def _kind(group) -> str:
    return group[1] if group[0] == "letter" else group[2]


def _hash(group) -> bytes:
    return hashlib.sha256(repr(group).encode()).digest()


def language_of(text: str, declared: str | None) -> str | None:
    """The corpus' name for the language of a text: by script and stop words, else as declared."""
    letters = len(re.findall(r"\w", text)) or 1
    for language, pattern in _SCRIPTS:
        if len(re.findall(pattern, text)) > (.1 if language == "ja" else .4) * letters:
            for of, other, own in _LETTERS:
                if of == language and sum(text.count(letter) for letter in own) > .01 * letters:
                    return other
            return _OTHER_NAMES.get(language, language)
    found = collections.Counter(text.lower().split())
    hits = {language: sum(found[word] for word in stop) for language, stop in _STOP_WORDS.items()}
    best = max(hits, key=hits.get)
    if hits[best] > .05 * sum(found.values()):
        return best
    name = (declared or "").lower().split("-")[0]
    return _OTHER_NAMES.get(name, name) or None
