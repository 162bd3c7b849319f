#!/usr/bin/env python3
"""Writes word_characters.inc: which characters past ASCII words are made of."""
import sys
import unicodedata

LINE_WIDTH = 100
SCRIPTS_WITHOUT_SPACES = (
    "CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA",
    "HALFWIDTH KATAKANA", "KATAKANA-HIRAGANA", "THAI", "LAO", "KHMER", "MYANMAR",
)
JOINERS = "\u00ad\u200c\u200d\u2060"  # soft hyphen, ZWNJ, ZWJ, word joiner: invisible inside words


def kind(character):
    category = unicodedata.category(character)
    if category[0] == "M" or character in JOINERS:
        return "kMark"
    name = unicodedata.name(character, "")
    if category != "Nd" and category[0] in "LN" and name.startswith(SCRIPTS_WITHOUT_SPACES):
        return "kWordItself"
    return "kLetter" if category[0] in "LN" else None


def ranges():
    """Runs of one kind; unassigned characters between two runs of a kind join them."""
    runs = []
    joinable = False
    for code_point in range(0x80, sys.maxunicode + 1):
        character = chr(code_point)
        here = kind(character)
        if here and joinable and runs and runs[-1][2] == here:
            runs[-1][1] = code_point
        elif here:
            runs.append([code_point, code_point, here])
        if here:
            joinable = True
        elif unicodedata.category(character) != "Cn":
            joinable = False
    return runs


def main():
    print("// Made by make_word_characters.py from Python's unicodedata, Unicode "
          f"{unicodedata.unidata_version}. Sorted.")
    line = ""
    for first, last, name in ranges():
        cell = f"{{0x{first:X}, 0x{last:X}, {name}}},"
        if line and len(line) + 1 + len(cell) > LINE_WIDTH:
            print(line)
            line = ""
        line = f"{line} {cell}" if line else cell
    print(line)


if __name__ == "__main__":
    main()
