#!/usr/bin/env python3
"""Lays the truth of the bench folders over the blocks that dump_hashes wrote.

Usage: labels.py DUMP BENCH [INJECTED.jsonl]

Reads DUMP.jsonl. Writes DUMP.labels, a row of ROW a block for fit_evidence and train.py, DUMP.page_labels,
a row a page whose lane is 1 + the number of its type, and DUMP.folds, a line "FOLD<tab>SOURCE" a page. Folds are by registrable domain over all folders.
INJECTED.jsonl tells what inject.py has laid into pages; of those pages only that is learned from.
"""

import collections
import json
import sys
from pathlib import Path

import numpy as np

import pages as bench_pages
import truth
from words import fold, words

ROW = np.dtype([("body", "f4"), ("body_weight", "f4"), ("label_weight", "f4"), ("lane", "i4"),
                ("fold", "i4"), ("page", "i4"), ("injected", "i4")])
# In the order of judge::kLaneLabels; body is lane 0.
LANES = ("content", "subscription", "newsletter", "appeal", "consent", "advertisement", "related",
         "sharing", "comments", "navigation", "byline", "legal", "other", "caption", "title",
         "summary")
PROMPTS = ("subscription", "newsletter", "appeal", "consent")


def label_page(bench, folder, name, texts, sizes):
    """body, whether that is known, and the lane of each block (-1: not known)."""
    body, known = bench.body(folder, name, texts)
    lanes = np.full(len(texts), -1)
    for i, label in enumerate(bench.labels(folder, name, texts)):
        if label is not None:
            lanes[i] = LANES.index(label)
    return body, known, lanes


def injected_page(lines, texts):
    label_of = {fold(line["text"]): line["label"] for line in lines}
    labels = [label_of.get(fold(text)) for text in texts]
    known = np.array([label is not None for label in labels], bool)
    body = np.array([float(label == "content") for label in labels])
    lanes = np.array([-1 if label is None else LANES.index(label) for label in labels])
    return body, known, lanes


def rows_of(page, fold_index, injected, sizes, body, known, lanes):
    rows = np.zeros(len(sizes), ROW)
    # A page counts by the root of its length, and so does a block.
    weight = np.sqrt(sizes + 1) / np.sqrt((sizes + 1).sum()) * 10
    prompt = np.isin(lanes, [LANES.index(label) for label in PROMPTS])
    rows["body"] = body
    rows["body_weight"] = weight * known * np.where(prompt, 2, 1) * (np.where(body > 0, 2, 1) if injected else 1)
    rows["label_weight"] = weight * (lanes >= 0) * np.where(prompt, 2, 1) * (.5 if injected else 1)
    rows["lane"], rows["fold"], rows["page"], rows["injected"] = lanes, fold_index, page, injected
    return rows


NO_ARTICLE = 1.5  # weight of pages of other types, which are few

# In the order of thresh::PageType.
PAGE_TYPES = ("article", "forum", "product", "collection", "listing", "documentation", "service")


def page_row(page, fold_index, page_type):
    row = np.zeros(1, ROW)
    row["lane"] = -1 if page_type is None else 1 + PAGE_TYPES.index(page_type)
    row["fold"], row["page"] = fold_index, page
    return row


def balance_types(rows):
    """Most pages are articles; those must not be all that is learned."""
    known = rows["lane"] >= 0
    pages = np.bincount(rows["lane"][known])
    rows["label_weight"] = known * 2 * np.sqrt(known.sum() / len(PAGE_TYPES) / np.maximum(pages[rows["lane"]], 1))
    return rows


def balance(rows_of_page, injected, language_of):
    """By the prompts laid into them, languages with few pages of their own would look like prompts altogether: prompts
    weigh no more than what is body in the same language. injected: of each page its row, or None."""
    body, prompts = collections.Counter(), collections.Counter()
    for rows, laid, language in zip(rows_of_page, injected, language_of):
        body[language] += (rows["body_weight"] * rows["body"]).sum()
        if laid is not None:
            prompts[language] += (rows["body_weight"] * (1 - rows["body"])).sum()
    for rows, laid, language in zip(rows_of_page, injected, language_of):
        if laid is not None and prompts[language] > body[language]:
            asks = rows["body"] == 0
            rows["body_weight"][asks] *= body[language] / prompts[language]
            rows["label_weight"][asks] *= body[language] / prompts[language]


def main() -> int:
    if len(sys.argv) not in (3, 4):
        print(__doc__, file=sys.stderr)
        return 64
    dump, bench = sys.argv[1], bench_pages.Bench(Path(sys.argv[2]))
    injected, page_languages = {}, {}
    if len(sys.argv) == 4:
        for row in map(json.loads, open(sys.argv[3], encoding="utf-8")):
            injected[Path(row["file"]).name] = row
            page_languages[row["page"]] = row["page_language"]
    rows_of_page, laid_of_page, language_of, page_rows = [], [], [], []
    with (open(dump + ".jsonl", encoding="utf-8") as lines,
          open(dump + ".folds", "w", encoding="utf-8") as folds):
        for number, row in enumerate(map(json.loads, lines)):
            path, texts = Path(row["source"]), row["texts"]
            sizes = np.array([len(words(text)) for text in texts])
            laid = injected.get(path.name)
            if laid is not None:
                folder, name = laid["page"].split("/", 1)
                name = bench_pages.bare(name)
                truth_of_page = injected_page(laid["lines"], texts)
            else:
                folder = next(part for part in path.parts if part in bench_pages.FOLDERS)
                name = bench_pages.bare(path.name)
                truth_of_page = label_page(bench, folder, name, texts, sizes)
            fold_index = bench_pages.fold_of(bench.site(folder, name))
            page_rows.append(page_row(number, fold_index, None if laid else bench.page_type(folder, name)))
            folds.write(f"{fold_index}\t{row['source']}\n")
            if len(texts) > 0:
                rows_of_page.append(rows_of(number, fold_index, laid is not None, sizes, *truth_of_page))
                laid_of_page.append(laid)
                language_of.append(laid["language"] if laid else page_languages.get(f"{folder}/{name}"))
    balance(rows_of_page, laid_of_page, language_of)
    rows = np.concatenate(rows_of_page)
    no_article = np.concatenate(page_rows)["lane"] > 1
    rows["body_weight"] *= np.where(no_article[rows["page"]], NO_ARTICLE, 1)
    rows.tofile(dump + ".labels")
    balance_types(np.concatenate(page_rows)).tofile(dump + ".page_labels")
    return 0


if __name__ == "__main__":
    sys.exit(main())
