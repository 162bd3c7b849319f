"""Which blocks of a page are body: the truth of the bench folders laid over our blocks."""

import collections

import numpy as np

from words import fold, words

# Labels of lines-dev that belong to the text; a headline may be in it or not, so it teaches nothing.
BODY = ("content", "summary")
UNDECIDED = "title"


def from_text(blocks: list[list[str]], truth: list[str]) -> np.ndarray:
    """The share of each block's 3-grams that the truth has; a shorter block is body if it stands in
    the truth where its neighbours do."""
    places = collections.defaultdict(list)
    for i in range(len(truth) - 2):
        places[tuple(truth[i:i + 3])].append(i)
    body = np.zeros(len(blocks))
    for i, block in enumerate(blocks):
        grams = [tuple(block[k:k + 3]) for k in range(len(block) - 2)]
        if grams:
            body[i] = sum(gram in places for gram in grams) / len(grams)
    _short_forward(blocks, truth, places, body)
    _short_backward(blocks, truth, places, body)
    return body


def _short_forward(blocks, truth, places, body):
    at = -1  # the last word of the truth that the blocks before this one cover
    for i, block in enumerate(blocks):
        size = len(block)
        if size >= 3 and body[i] >= .5:
            last = next(p for k in range(size - 3, -1, -1)
                        if (p := places.get(tuple(block[k:k + 3]))))
            at = next((place for place in last if place > at), last[-1]) + 2
        elif 0 < size < 3:
            for skipped in range(1, 5 if at >= 0 else 3):
                if truth[at + skipped:at + skipped + size] == block:
                    body[i] = 1
                    at += skipped + size - 1
                    break


def _short_backward(blocks, truth, places, body):
    at = len(truth)  # the first word of the truth that the blocks after this one cover
    for i in range(len(blocks) - 1, -1, -1):
        block, size = blocks[i], len(blocks[i])
        if size >= 3 and body[i] >= .5:
            first = next(p for k in range(size - 2) if (p := places.get(tuple(block[k:k + 3]))))
            before = [place for place in first if place < at]
            at = before[-1] if before else first[0]
        elif 0 < size < 3 and body[i] > 0:
            at -= size
        elif 0 < size < 3:
            for skipped in range(4):
                begin = at - skipped - size
                if begin >= 0 and truth[begin:begin + size] == block:
                    body[i] = 1
                    at = begin
                    break


def from_lines(texts: list[str], lines: list[dict]) -> list[str | None]:
    """The label of each block from labelled lines, both in page order; None where no line fits."""
    line_texts = [fold(line["text"]) for line in lines]
    line_words = [collections.Counter(words(text)) for text in line_texts]
    match = _same_texts([fold(text) for text in texts], line_texts)
    labels = []
    before = -1
    for i, text in enumerate(texts):
        if match[i] is not None:
            before = match[i]
            labels.append(lines[before]["label"])
            continue
        after = next((m for m in match[i + 1:i + 60] if m is not None and m > before), before + 60)
        near = range(max(0, before - 3), min(len(lines), after + 4))
        labels.append(_label_by_words(collections.Counter(words(text)), near, lines, line_words))
    return labels


def _same_texts(texts: list[str], line_texts: list[str]) -> list[int | None]:
    """For each text the line that says the same, in order as far as possible."""
    far = 400  # lines: a match further on would skip too much
    left = collections.defaultdict(list)
    for k, text in enumerate(line_texts):
        left[text].append(k)
    match: list[int | None] = []
    last = -1
    for text in texts:
        same = left.get(text)
        if not same:
            match.append(None)
            continue
        k = next((k for k in same if k > last), same[0])
        same.remove(k)
        match.append(k)
        if last < k < last + far:
            last = k
    return match


def _label_by_words(text, near, lines, line_words) -> str | None:
    total = sum(text.values())
    votes = collections.Counter()
    for k in near:
        shared = sum((text & line_words[k]).values())
        if shared > 0 and shared >= .5 * min(total, sum(line_words[k].values())):
            votes[lines[k]["label"]] += shared
    if not votes:
        return None
    label, shared = votes.most_common(1)[0]
    return label if shared >= .4 * total else None
