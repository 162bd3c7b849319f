#!/usr/bin/env python3
"""Check the corpus of prompts and decoys (prompts/README.md says what a row holds).

In:  prompts/*.jsonl beside this script, or the files named as arguments.
Out: one line a violation on stderr, counts per language on stdout; exit status 1 on any violation.
Never changes a file.
"""
import collections
import json
import pathlib
import re
import sys
import unicodedata

PROMPT_KINDS = ("subscription", "newsletter", "appeal", "consent", "advertisement", "related")
PROMPT_STYLES = ("line", "box", "form", "widget", "list", "letter")
DECOY_STYLES = ("paragraph", "quote", "list")
ABOUT = ("donations", "paywalls", "newsletters", "cookies", "court_appeal", "service",
         "quote_to_reader", "subscription", "advertising")
KEYS = {"id", "language", "kind", "style", "heading", "lines", "fields", "buttons"}
# Written without spaces, or with few: 3-grams are taken of characters, and two characters count as a word.
CHARACTER_LANGUAGES = {"ja", "ko", "zh-Hans", "zh-Hant"}
LINES_PER_STYLE = {"line": (1, 1), "box": (1, 4), "form": (0, 6), "widget": (2, 12), "list": (3, 6),
                   "letter": (4, 8), "paragraph": (1, 2), "quote": (1, 2)}
LETTER_WORDS = (30, 90)
MOST_ALIKE = .5
LEAST_PROMPTS, LEAST_DECOYS, LEAST_PER_KIND, LEAST_LETTERS, LEAST_PER_ABOUT = 29, 15, 4, 2, 1


def read_rows(path):
    """Yields (row, None), or (None, what is wrong) for a line that is no JSON object."""
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(text)
        except ValueError as error:
            yield None, f"line {number}: {error}"
            continue
        yield (row, None) if isinstance(row, dict) else (None, f"line {number}: not an object")


def is_text(value):
    return isinstance(value, str) and value != "" and value == value.strip() and "\n" not in value


def is_text_list(value):
    return isinstance(value, list) and all(is_text(item) for item in value)


def field_problems(row, language):
    """What is wrong with the keys and types of a row; the other checks need them right."""
    wanted = KEYS | {"about"} if row.get("kind") == "decoy" else KEYS
    if set(row) != wanted:
        yield f"keys differ from the format: {sorted(set(row) ^ wanted)}"
        return
    if row["language"] != language:
        yield f"language {row['language']!r} in the file of {language}"
    if row["heading"] is not None and not is_text(row["heading"]):
        yield "heading is neither null nor trimmed text"
    for key in ("lines", "fields", "buttons"):
        if not is_text_list(row[key]):
            yield f"{key} is not a list of trimmed texts"
    pattern = rf"{re.escape(language)}-{'d' if row['kind'] == 'decoy' else ''}[0-9]{{2,3}}"
    if not re.fullmatch(pattern, str(row["id"])):
        yield f"id does not match {pattern}"


def word_count(text, language):
    return len(text) / 2 if language in CHARACTER_LANGUAGES else len(text.split())


def style_problems(row, language):
    """What the style asks of headings, lines, fields and buttons."""
    style, lines = row["style"], row["lines"]
    least, most = LINES_PER_STYLE[style]
    if not least <= len(lines) <= most:
        yield f"{style} with {len(lines)} lines, not {least} to {most}"
    if style == "box" and row["heading"] is None:
        yield "box without a heading"
    if style == "form" and not (row["fields"] and row["buttons"]):
        yield "form without fields or buttons"
    if style == "letter":
        for line in lines:
            if not LETTER_WORDS[0] <= word_count(line, language) <= LETTER_WORDS[1]:
                yield f"letter paragraph not of {LETTER_WORDS[0]} to {LETTER_WORDS[1]} words: {line[:40]}"


def row_problems(row, language):
    problems = list(field_problems(row, language))
    if problems:
        return problems
    decoy = row["kind"] == "decoy"
    if not decoy and row["kind"] not in PROMPT_KINDS:
        return [f"unknown kind {row['kind']!r}"]
    if row["style"] not in (DECOY_STYLES if decoy else PROMPT_STYLES):
        return [f"unknown style {row['style']!r}"]
    if decoy and row["about"] not in ABOUT:
        return [f"unknown about {row['about']!r}"]
    return list(style_problems(row, language))


def grams(row, language):
    """The set of 3-grams of a row's text: of words, or of characters where words are not spaced."""
    text = " ".join([row["heading"] or "", *row["lines"]]).casefold()
    text = "".join(" " if unicodedata.category(c)[0] in "PSZ" else c for c in text)
    units = "".join(text.split()) if language in CHARACTER_LANGUAGES else text.split()
    return {tuple(units[i:i + 3]) for i in range(max(1, len(units) - 2))}


def near_duplicates(rows, language):
    sets = [(row["id"], grams(row, language)) for row in rows]
    for i, (first, a) in enumerate(sets):
        for second, b in sets[i + 1:]:
            alike = len(a & b) / len(a | b)
            if alike > MOST_ALIKE:
                yield f"{first} and {second}: alike, 3-gram Jaccard {alike:.2f}"


def repeats(rows):
    """Ids and lines that stand in a language more than once."""
    for what, values in (("id", (row["id"] for row in rows)),
                         ("line", (line for row in rows for line in row["lines"]))):
        for value, times in collections.Counter(values).items():
            if times > 1:
                yield f"{what} {times} times: {value[:60]}"


def count(rows):
    """How many rows there are by what the floors speak of."""
    counts = collections.Counter()
    for row in rows:
        decoy = row["kind"] == "decoy"
        counts["decoys" if decoy else "prompts"] += 1
        counts[row["about"] + " decoys" if decoy else row["kind"]] += 1
        counts["letters"] += row["style"] == "letter"
    return counts


def too_few(counts):
    floors = {"prompts": LEAST_PROMPTS, "decoys": LEAST_DECOYS, "letters": LEAST_LETTERS}
    floors.update((kind, LEAST_PER_KIND) for kind in PROMPT_KINDS)
    floors.update((about + " decoys", LEAST_PER_ABOUT) for about in ABOUT)
    for name, least in floors.items():
        if counts[name] < least:
            yield f"{counts[name]} {name}, fewer than {least}"


def check_language(path):
    """Returns (counts, problems) of a language's file."""
    language, good, problems = path.stem, [], []
    for row, problem in read_rows(path):
        found = [problem] if row is None else [f"{row.get('id')}: {p}" for p in row_problems(row, language)]
        problems += found
        if not found:
            good.append(row)
    counts = count(good)
    problems += [*near_duplicates(good, language), *repeats(good), *too_few(counts)]
    return counts, problems


def report(name, counts):
    kinds = "  ".join(f"{kind} {counts[kind]}" for kind in PROMPT_KINDS)
    print(f"{name:8} prompts {counts['prompts']:4}  decoys {counts['decoys']:4}  letters {counts['letters']:3}  {kinds}")


def main(arguments):
    folder = pathlib.Path(__file__).resolve().parent / "prompts"
    paths = [pathlib.Path(a) for a in arguments] or sorted(folder.glob("*.jsonl"))
    total, failed = collections.Counter(), not paths
    for path in paths:
        counts, problems = check_language(path)
        report(path.stem, counts)
        total += counts
        for problem in problems:
            print(f"{path.name}: {problem}", file=sys.stderr)
        failed = failed or bool(problems)
    report("total", total)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
