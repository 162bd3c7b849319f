"""Pages of the bench folders with what dump_features says of them and what the truth says."""

import collections
import dataclasses
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


@dataclasses.dataclass
class Page:
    source: str
    folder: str
    name: str              # of its file, without endings
    fold: int
    texts: list[str]
    rows: slice            # of the feature matrix
    body: np.ndarray       # share of each block that is body
    weight: np.ndarray     # of each block; 0 where nothing is known


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
        self.texts = {}
        for path in sorted((root / "wcxb-dev/ground-truth").glob("*.json")):
            row = json.loads(path.read_text(encoding="utf-8"))
            self._set_url("wcxb-dev", path.stem, row.get("url"))
            self.texts[path.stem] = row["ground_truth"].get("main_content") or ""

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


def block_weights(sizes: np.ndarray, body: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Each page counts about alike, as it does in the measures, and long blocks count more."""
    page = max((sizes * body).sum(), .3 * sizes.sum()) + 30
    return (sizes + 1.5) / page * 30 * known


def read(prefix: str, bench: Bench) -> tuple[list[str], np.ndarray, list[Page]]:
    """Names of the features, their matrix, and the pages, from what dump_features wrote."""
    names = Path(prefix + ".names").read_text(encoding="utf-8").split()
    features = np.fromfile(prefix + ".features", np.float32).reshape(-1, len(names))
    pages = []
    at = 0
    with open(prefix + ".jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            path = Path(row["source"])
            folder = next(part for part in path.parts if part in FOLDERS)
            name, texts = bare(path.name), row["texts"]
            body, known = bench.body(folder, name, texts)
            sizes = np.array([len(words(text)) for text in texts])
            pages.append(Page(row["source"], folder, name, fold_of(bench.site(folder, name)), texts,
                              slice(at, at + len(texts)), body, block_weights(sizes, body, known)))
            at += len(texts)
    assert at == len(features), "the files of the dump do not fit each other"
    return names, features, pages
