#!/usr/bin/env python3
"""Writes single_byte_charsets.inc: what bytes 0x80 to 0xFF mean in each single-byte charset of the
Encoding standard. Python's codecs agree with it but for the rows in DIFFERENCES and for undefined
bytes below 0xA0, which the standard maps to the control character of the same number."""

NUMBERS_A_LINE = 12
CODECS = {
    "Ibm866": "cp866", "Iso8859Part2": "iso8859-2", "Iso8859Part3": "iso8859-3",
    "Iso8859Part4": "iso8859-4", "Iso8859Part5": "iso8859-5", "Iso8859Part6": "iso8859-6",
    "Iso8859Part7": "iso8859-7", "Iso8859Part8": "iso8859-8", "Iso8859Part10": "iso8859-10",
    "Iso8859Part13": "iso8859-13", "Iso8859Part14": "iso8859-14", "Iso8859Part15": "iso8859-15",
    "Iso8859Part16": "iso8859-16", "Koi8R": "koi8-r", "Koi8U": "koi8-u", "Macintosh": "mac-roman",
    "Windows874": "cp874", "Windows1250": "cp1250", "Windows1251": "cp1251",
    "Windows1252": "cp1252", "Windows1253": "cp1253", "Windows1254": "cp1254",
    "Windows1255": "cp1255", "Windows1256": "cp1256", "Windows1257": "cp1257",
    "Windows1258": "cp1258", "MacCyrillic": "mac-cyrillic",
}
DIFFERENCES = {
    ("Koi8U", 0xAE): 0x45E, ("Koi8U", 0xBE): 0x40E,
    ("Windows1255", 0xCA): 0x5BA,
}
REPLACEMENT_CHARACTER = 0xFFFD


def code_point(name, byte):
    if (name, byte) in DIFFERENCES:
        return DIFFERENCES[name, byte]
    try:
        return ord(bytes([byte]).decode(CODECS[name]))
    except UnicodeDecodeError:
        return byte if byte < 0xA0 else REPLACEMENT_CHARACTER


def main():
    print("// Made by make_single_byte_charsets.py from Python's codecs: the meaning of bytes 0x80 to "
          "0xFF.")
    for name in CODECS:
        print(f"constexpr char16_t k{name}[128] = {{")
        numbers = [f"0x{code_point(name, byte):X}," for byte in range(0x80, 0x100)]
        for i in range(0, len(numbers), NUMBERS_A_LINE):
            print("    " + " ".join(numbers[i:i + NUMBERS_A_LINE]))
        print("};")


if __name__ == "__main__":
    main()
