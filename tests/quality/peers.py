"""Runs another extractor over a folder: peers.py trafilatura|resiliparse FOLDER.

Prints a row of JSON a page, "id" and "text". Needs the extractor installed; knows nothing of thresh.
"""

import json
import sys
from pathlib import Path


def trafilatura(page: bytes) -> str:
    import trafilatura as extractor
    return extractor.extract(page, include_comments=False) or ""


def resiliparse(page: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree
    return extract_plain_text(HTMLTree.parse_from_bytes(page, "utf-8"), main_content=True, preserve_formatting=True)


EXTRACTORS = {"trafilatura": trafilatura, "resiliparse": resiliparse}


def main() -> int:
    extract = EXTRACTORS[sys.argv[1]]
    for path in sorted(Path(sys.argv[2]).glob("*.html")):
        print(json.dumps({"id": path.stem, "text": extract(path.read_bytes())}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
