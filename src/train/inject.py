#!/usr/bin/env python3
"""Lays prompts and decoys of prompts/ into pages of the bench folders whose text is known.

Usage: inject.py BENCH OUT_DIR [--part train|validate] [--seed N] [--pages N]

Writes OUT_DIR/<folder>__<name>.html (UTF-8; a page used again is <folder>__<name>~2.html) and
OUT_DIR/injected.jsonl, a row a page: "file", "page" (folder/name of the original), "language" of the
rows, "page_language", "ids" of the rows, and "lines" in page order, each with "text", "label" (a
prompt's kind, or "content"), "id", "style", "place" and "classes". The same arguments give the same
bytes.
"""

import argparse
import codecs
import collections
import gzip
import itertools
import json
import random
import re
import sys
from pathlib import Path

import page_places
import prompt_corpus
import prompt_markup

PAGES = {"train": 900, "validate": 250}
FOLDERS = ("wcxb-dev", "segments-dev", "world-dev", "dates-dev", "more-dev")
BODY_LABELS = ("content", "summary")
# Pages a language gets, as a multiple of what the others get.
LANGUAGE_SHARE = {"en": 8, "de": 4, "es": 1.5, "fr": 1.5}
FEW_PAGES_SHARE = .6    # of a language with fewer than this many pages of its own:
FEW_PAGES = 3
PROMPTS = (1, 2, 2, 3)
DECOYS = (0, 1, 1, 2)
PLACES = {"before": .14, "between": .42, "behind": .18, "outside_before": .1, "outside_behind": .16}
LETTER_PLACES = {"before": .1, "between": .2, "behind": .4, "outside_before": .05, "outside_behind": .25}
SHORTEST_PARAGRAPH = 40   # characters
SPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]+")


class Truth:
    """The body of a page, to ask whether a text is of it."""

    def __init__(self, text: str):
        self.text = text
        self.grams = set(self._grams(text))

    @staticmethod
    def _grams(text: str):
        words = SPACED.findall(text.lower())
        return list(zip(words, words[1:], words[2:]))

    def has(self, text: str) -> bool:
        if len(text.strip()) < SHORTEST_PARAGRAPH:
            return False
        grams = self._grams(text)
        return len(grams) > 3 and sum(gram in self.grams for gram in grams) > .9 * len(grams)


def read_truths(bench: Path) -> dict[str, Truth]:
    """By folder/name: articles of wcxb-dev by its own truth, other folders by labeled lines."""
    texts = collections.defaultdict(list)
    with (bench / "lines-dev/lines-dev.jsonl").open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if line["label"] in BODY_LABELS and not line["page"].startswith("wcxb-dev/"):
                texts[line["page"]].append(line["text"])
    for path in sorted((bench / "wcxb-dev/ground-truth").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        if row["_internal"]["page_type"]["primary"] == "article":
            texts[f"wcxb-dev/{path.stem}"] = [row["ground_truth"].get("main_content") or ""]
    return {page: Truth("\n".join(parts)) for page, parts in sorted(texts.items())}


def page_file(bench: Path, page: str) -> Path | None:
    folder, name = page.split("/", 1)
    paths = (bench / folder / "html" / (name + ending) for ending in (".html.gz", ".gz", ".html", ""))
    return next((path for path in paths if path.is_file()), None)


def decode(data: bytes) -> str | None:
    """None for a page that is in no charset we are sure of."""
    declared = re.search(rb"<meta[^>]*charset\s*=\s*[\"']?\s*([\w:-]+)", data[:8192], re.I)
    names = ["utf-8-sig", declared[1].decode() if declared else "cp1252"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        names = ["utf-16"]
    for name in names:
        try:
            return data.decode("cp1252" if name.lower() in ("iso-8859-1", "latin1") else name)
        except (LookupError, UnicodeDecodeError):
            pass
    return None


def declare_utf8(source: str) -> str:
    source = re.sub(r"(<\?xml[^>]*encoding\s*=\s*[\"'])[\w:-]+", r"\g<1>UTF-8", source[:200]) + source[200:]
    source, found = re.subn(r"(<meta\b[^>]*?charset\s*=\s*[\"']?\s*)[\w:-]+", r"\g<1>utf-8", source, flags=re.I)
    if found:
        return source
    head = re.search(r"<head\b[^>]*>|<html\b[^>]*>|<!doctype[^>]*>", source, re.I)
    at = head.end() if head else 0
    return source[:at] + '<meta charset="utf-8">' + source[at:]


class Deck:
    """Rows dealt in random order, each once before any comes again."""

    def __init__(self, rows: list[dict], generator: random.Random):
        self.rows, self.generator, self.left = rows, generator, []

    def deal(self, count: int) -> list[dict]:
        dealt = []
        while self.rows and len(dealt) < min(count, len(self.rows)):
            if not self.left:
                self.left = self.rows[:]
                self.generator.shuffle(self.left)
            row = self.left.pop()
            if row not in dealt:
                dealt.append(row)
        return dealt


class Page:
    """A page that can take prompts: its source and the places in it."""

    def __init__(self, page: str, source: str, places: page_places.Places, truth: Truth, language: str | None):
        self.page, self.source, self.places, self.truth, self.language = page, source, places, truth, language

    def inject(self, prompts, decoys, generator: random.Random) -> tuple[str, list[dict]]:
        """The source with the rows in it, and their lines in page order."""
        free = {place: list(getattr(self.places, place)) for place in PLACES}
        put = []
        for row in prompts:
            place = self._place(row, free, generator)
            if place is not None:
                mode = generator.choice(prompt_markup.CLASS_MODES)
                put.append(self._piece(row, place, free, generator, mode))
        for row in decoys:
            if free["between"]:
                put.append(self._piece(row, "between", free, generator, None))
        source, lines = self.source, []
        for at, markup, of_piece in sorted(put, key=lambda piece: piece[0], reverse=True):
            source = source[:at] + "\n" + markup + source[at:]
            lines = of_piece + lines
        return source, lines

    @staticmethod
    def _place(row, free, generator) -> str | None:
        shares = LETTER_PLACES if row["style"] == "letter" else PLACES
        left = [place for place in shares if free[place]]
        return generator.choices(left, [shares[place] for place in left])[0] if left else None

    def _piece(self, row, place, free, generator, mode) -> tuple[int, str, list[dict]]:
        at = free[place].pop(generator.randrange(len(free[place])))
        if mode is None:
            markup, texts = prompt_markup.decoy(row, generator, self.places.paragraph)
        else:
            markup, texts = prompt_markup.prompt(row, mode, generator, self.places.paragraph)
        label = "content" if mode is None else row["kind"]
        return at, markup, [{"text": text, "label": label, "id": row["id"], "style": row["style"], "place": place,
                             "classes": mode or "as the body"} for text in texts]


def read_pages(bench: Path) -> list[Page]:
    pages = []
    for page, truth in read_truths(bench).items():
        path = page_file(bench, page)
        data = path.read_bytes() if path else b""
        source = decode(gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data)
        source = declare_utf8(source) if source else ""
        places = page_places.places(source, truth.has)
        if places:
            declared = re.search(r"<html\b[^>]*?\blang\s*=\s*[\"']?([\w-]+)", source, re.I)
            language = prompt_corpus.language_of(truth.text, declared and declared[1])
            pages.append(Page(page, source, places, truth, language))
    return pages


def plan(pages: list[Page], languages: list[str], count: int, generator: random.Random) -> list[tuple[Page, str]]:
    """Which pages take rows of which language: of their own if there are any, else of any."""
    own = {language: [page for page in pages if page.language == language] for language in languages}
    shares = {language: LANGUAGE_SHARE.get(language, 1 if len(own[language]) >= FEW_PAGES else FEW_PAGES_SHARE)
              for language in languages}
    planned = []
    for language in languages:
        pool = own[language] if len(own[language]) >= FEW_PAGES else pages
        wanted = round(count * shares[language] / sum(shares.values()))
        while wanted > 0:
            some = generator.sample(pool, min(wanted, len(pool)))
            planned += [(page, language) for page in some]
            wanted -= len(some)
    return planned


def write(out: Path, planned, rows: dict[str, list[dict]], generator: random.Random):
    decks = {}
    for language, decoys in itertools.product(rows, (False, True)):
        of_side = [row for row in rows[language] if (row["kind"] == "decoy") == decoys]
        decks[language, decoys] = Deck(of_side, generator)
    used = collections.Counter()
    with (out / "injected.jsonl").open("w", encoding="utf-8") as table:
        for page, language in planned:
            strange = page.language != language  # then the language must not tell a prompt from the body
            prompts = decks[language, False].deal(generator.choice(PROMPTS))
            decoys = decks[language, True].deal(2 if strange else generator.choice(DECOYS))
            source, lines = page.inject(prompts, decoys, generator)
            used[page.page] += 1
            times = f"~{used[page.page]}" if used[page.page] > 1 else ""
            name = page.page.replace("/", "__", 1) + times + ".html"
            (out / name).write_bytes(source.encode("utf-8", "replace"))
            row = {"file": name, "page": page.page, "language": language,
                   "page_language": page.language, "ids": list(dict.fromkeys(line["id"] for line in lines)), "lines": lines}
            table.write(json.dumps(row, ensure_ascii=False) + "\n")


def generate(bench: Path, out: Path, part: str, seed: int, count: int | None) -> list[Page]:
    """Writes the part's pages to out; the pages they were made of."""
    out.mkdir(parents=True, exist_ok=True)
    corpus = prompt_corpus.read()
    held = prompt_corpus.validation_ids(corpus)
    rows = {language: [row for row in of_language if (row["id"] in held) == (part == "validate")]
            for language, of_language in corpus.items()}
    generator = random.Random(f"{part} {seed}")
    pages = read_pages(bench)
    write(out, plan(pages, sorted(rows), count or PAGES[part], generator), rows, generator)
    return pages


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", choices=PAGES, default="train")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int)
    wanted = parser.parse_args()
    generate(wanted.bench, wanted.out, wanted.part, wanted.seed, wanted.pages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
