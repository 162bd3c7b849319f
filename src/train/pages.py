"""URLs, sites and truth of the pages of the bench folders."""

import collections
import json
import re
import urllib.parse
import zlib
from pathlib import Path

import numpy as np

import truth
from words import fold, words

FOLDS = 5
FOLDERS = ("wcxb-dev", "segments-dev", "world-dev", "dates-dev", "more-dev")


def site_of(url: str) -> str:
    """The registrable domain, as far as it can be told without a list: a.b.co.uk → b.co.uk."""
    host = urllib.parse.urlparse(url if "//" in url else "//" + url).netloc.lower().split(":")[0]
    parts = [part for part in host.split(".") if part]
    short_second = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if short_second else parts[-2:])


def fold_of(site: str) -> int:
    return zlib.crc32(site.encode()) % FOLDS


class Bench:
    """URLs and truth of the bench folders."""

    def __init__(self, root: Path):
        self.root = root
        self.lines = collections.defaultdict(list)
        with (root / "lines-dev/lines-dev.jsonl").open(encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                self.lines[row["page"]].append(row)
        self.asks = collections.defaultdict(dict)
        for path in (root / "appeals/appeals-dev.jsonl", root / "appeals/content-dev.jsonl"):
            for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
                page = row["page"].removesuffix(".gz").removesuffix(".html")
                self.asks[page][fold(row["text"])] = row["label"]
        self.urls = {}
        for url, row in self._json("segments-dev/evaldata.json").items():
            self._set_url("segments-dev", row["file"], url.removeprefix("hard::"))
        for folder in ("world-dev", "dates-dev"):
            for name, row in self._json(f"{folder}/truth.json").items():
                self._set_url(folder, name, row["url"])
        for name, url in self._json("more-dev/urls.json").items():
            self._set_url("more-dev", name, url)
        self.texts, self.types = {}, {}
        for path in sorted((root / "wcxb-dev/ground-truth").glob("*.json")):
            row = json.loads(path.read_text(encoding="utf-8"))
            self._set_url("wcxb-dev", path.stem, row.get("url"))
            self.texts[path.stem] = row["ground_truth"].get("main_content") or ""
            self.types[path.stem] = row["_internal"]["page_type"]["primary"]

    def _json(self, name: str):
        return json.loads((self.root / name).read_text(encoding="utf-8"))

    def _set_url(self, folder: str, name: str, url: str | None):
        if url:
            self.urls[folder, bare(name)] = url

    def site(self, folder: str, name: str) -> str:
        """A page that stands in two folders has the same site in both."""
        urls = (self.urls.get((other, name)) for other in FOLDERS)
        url = next((url for url in urls if url), None)
        return (url and site_of(url)) or name

    def page_type(self, folder: str, name: str) -> str | None:
        """All pages of world-dev are news articles."""
        return {"wcxb-dev": self.types.get(name), "world-dev": "article"}.get(folder)

    def labels(self, folder: str, name: str, texts: list[str]) -> list[str | None]:
        """The label of each block as lines-dev and appeals have it; None where they have none."""
        lines = self.lines.get(f"{folder}/{name}")
        labels = truth.from_lines(texts, lines) if lines else [None] * len(texts)
        asks = self.asks[f"{folder}/{name}"]
        return [asks.get(fold(text), label) for text, label in zip(texts, labels)]

    def body(self, folder: str, name: str, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """Share of each block that is body, and whether that is known."""
        if folder == "wcxb-dev":
            share = truth.from_text([words(text) for text in texts], words(self.texts[name]))
            return share, np.ones(len(texts), bool)
        lines = self.lines.get(f"{folder}/{name}")
        if not lines:
            return np.zeros(len(texts)), np.zeros(len(texts), bool)
        labels = truth.from_lines(texts, lines)
        return (np.array([float(label in truth.BODY) for label in labels]),
                np.array([label not in (None, truth.UNDECIDED) for label in labels]))


def bare(name: str) -> str:
    return re.sub(r"\.html?$", "", re.sub(r"\.gz$", "", name))
