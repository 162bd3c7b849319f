#!/usr/bin/env python3
"""Writes character_references.inc: the named character references of the HTML standard."""
from html.entities import html5

LINE_WIDTH = 100


def row(name):
    text = html5[name + ";"]
    first, second = ord(text[0]), ord(text[1]) if len(text) == 2 else 0
    optional_semicolon = str(name in html5).lower()
    return f'{{"{name}", 0x{first:X}, {f"0x{second:X}" if second else 0}, {optional_semicolon}}},'


def main():
    print("// Made by make_character_references.py from Python's html.entities.html5, which is")
    print("// the table of the HTML standard. Sorted by name; the last column says whether the")
    print("// semicolon may be missing.")
    line = ""
    for name in sorted(n[:-1] for n in html5 if n.endswith(";")):
        cell = row(name)
        if line and len(line) + 1 + len(cell) > LINE_WIDTH:
            print(line)
            line = ""
        line = f"{line} {cell}" if line else cell
    print(line)


if __name__ == "__main__":
    main()
