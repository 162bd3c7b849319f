#!/usr/bin/env python3
"""How often the metadata is right, a field and a source at a time.

usage: metadata.py THRESH BENCH [--half tune|report|all] [--misses FIELD]

THRESH is the command, BENCH the folder with wcxb-dev, world-dev and dates-dev. The sites are split
into two halves by a hash of the registrable domain: look at misses of "tune" only, and believe the
figures of "report" (the default).
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import subprocess
import urllib.parse

QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u00a0", "''\"\"-- ")
SECOND_LEVEL = {"ac", "co", "com", "edu", "gov", "ne", "net", "or", "org"}


def words(text):
    return re.findall(r"\w+", (text or "").translate(QUOTES).lower())


def registrable_domain(url):
    labels = (urllib.parse.urlsplit(url).hostname or url).split(".")
    size = 3 if len(labels) > 2 and labels[-2] in SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-size:])


def half_of(url):
    digest = hashlib.sha1(registrable_domain(url).encode()).digest()
    return "tune" if digest[7] % 2 else "report"


def truth_of(folder):
    """id -> {"url", "title", "authors", "date"}; None where the truth says nothing of a field."""
    if (folder / "truth.json").exists():
        for key, row in json.loads((folder / "truth.json").read_text()).items():
            yield key, {"url": row["url"], "title": row.get("title"), "authors": row.get("authors") or None,
                        "date": row.get("date")}
        return
    for path in sorted((folder / "ground-truth").glob("*.json")):
        document = json.loads(path.read_text())
        row = document["ground_truth"]
        authors = [row["author"]] if row.get("author") else None
        yield path.stem, {"url": document.get("url") or path.stem, "title": row.get("title"), "authors": authors,
                          "date": row.get("publish_date") or ""}


def names(authors):
    return set(words(" ".join(authors or []))) - {"by", "and"}


def judge(truth, got):
    """(field, right, given, source, wanted, value) for each field that the truth speaks of."""
    provenance = got.get("provenance") or {}
    if truth["title"]:
        value = got.get("title")
        yield ("title", words(truth["title"]) == words(value), bool(value), provenance.get("title"),
               truth["title"], value)
    if truth["authors"]:
        value = got.get("authors")
        yield ("authors", names(truth["authors"]) == names(value), bool(value),
               provenance.get("authors"), truth["authors"], value)
    if truth["date"] is not None:
        value = got.get("published") or ""
        yield ("date" if truth["date"] else "no-date", value[:10] == truth["date"][:10], bool(value),
               provenance.get("published"), truth["date"], value)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("thresh")
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--half", choices=["tune", "report", "all"], default="report")
    parser.add_argument("--misses", metavar="FIELD")
    parser.add_argument("--set", action="append", dest="sets")
    arguments = parser.parse_args()
    if arguments.misses and arguments.half == "report":
        arguments.half = "tune"
    for name in arguments.sets or ("wcxb-dev", "world-dev", "dates-dev"):
        measure(name, arguments)


def measure(name, arguments):
    folder = arguments.bench / name
    lines = subprocess.run([arguments.thresh, "-q", "--format", "jsonl", "-J", "2", folder / "html"],
                           stdout=subprocess.PIPE, check=True).stdout.splitlines()
    records = {record["id"].split("/")[-1]: record for record in map(json.loads, lines)}
    total, right, given = (collections.Counter() for _ in range(3))
    sources = collections.defaultdict(lambda: [0, 0])
    for key, truth in truth_of(folder):
        if arguments.half not in ("all", half_of(truth["url"])):
            continue
        for field, ok, has, source, wanted, value in judge(truth, records.get(key, {})):
            total[field] += 1
            right[field] += ok
            given[field] += has
            sources[field, source][0] += ok
            sources[field, source][1] += 1
            if field == arguments.misses and not ok:
                print(f"{name} {key} {truth['url']}\n   want {wanted!r}\n   {source} {value!r}")
    for field in total:
        print(f"{name:10} {field:8} right {right[field]}/{total[field]} = {right[field] / total[field]:.3f}"
              f"  given {given[field] / total[field]:.3f}")
        for (of, source), (ok, all_) in sorted(sources.items(), key=lambda item: -item[1][1]):
            if of == field:
                print(f"    {source or 'nothing':20} {ok:4}/{all_:4}")


if __name__ == "__main__":
    main()
