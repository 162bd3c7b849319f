"""Where in a page's mark-up its body stands, and where something can be put into it.

In: the page's source as text, and whether a text is body. Out: offsets between two elements, or
before or behind one, at which any element may stand. Works on the source, so that all else of the
page stays as it was; where the source does not nest well it finds less, never a wrong place.
"""

import dataclasses
import html
import re
from typing import Callable

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|noscript|template|textarea|title|svg|iframe|select)\b[^>]*>.*?</(?P=raw)\s*>"
    r"|<(?P<slash>/?)(?P<name>[a-z][\w:-]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.S | re.I)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_INLINE = frozenset("a abbr b bdi bdo br cite code data del dfn em font i img ins kbd mark q s samp small span strike"
                    " strong sub sup time tt u var wbr".split())
_PARAGRAPHS = frozenset(("p", "div"))
_HOLDERS = frozenset("article body div form main section td".split())
_MAIN_SHARE = .7   # of the body's letters: an element with this much holds the body


@dataclasses.dataclass
class Element:
    name: str
    begin: int
    inner: int                      # offset behind the start tag
    parent: "Element | None"
    end: int | None = None          # offset behind the end tag, if there is one
    inner_end: int = 0
    children: list["Element"] = dataclasses.field(default_factory=list)
    body: int = 0                   # letters of body paragraphs in it
    paragraphs: int = 0             # body paragraphs in it

    def may_hold_anything(self) -> bool:
        return self.name in _HOLDERS or "-" in self.name


@dataclasses.dataclass
class Places:
    """Offsets; none is in two lists."""
    before: list[int]       # of the first paragraph, in its parent
    between: list[int]      # of two paragraphs that are neighbors
    behind: list[int]       # of the last paragraph, in its parent
    outside_before: list[int]
    outside_behind: list[int]
    paragraph: tuple[str, str]  # start and end tags as the body's paragraphs have them


def elements_of(source: str) -> Element:
    """The root of a tree of the elements, as far as start and end tags match."""
    root = Element("", 0, 0, None)
    stack = [root]
    for token in _TOKEN.finditer(source):
        if token["name"] is None:
            continue
        name = token["name"].lower()
        if token["slash"]:
            _close(stack, name, token.start(), token.end())
        elif name not in _VOID and not token["rest"].endswith("/"):
            if stack[-1].name == "p" and name not in _INLINE:
                stack.pop()
            element = Element(name, token.start(), token.end(), stack[-1])
            stack[-1].children.append(element)
            stack.append(element)
    return root


def _close(stack: list[Element], name: str, begin: int, end: int):
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].name == name:
            stack[depth].inner_end, stack[depth].end = begin, end
            del stack[depth:]
            return


def text_of(source: str) -> str:
    return html.unescape(_TOKEN.sub(lambda token: "" if (token["name"] or "").lower() in _INLINE - {"br"} else " ",
                                    source))


def _all_elements(root: Element) -> list[Element]:
    found, todo = [], [root]
    while todo:
        element = todo.pop()
        found.append(element)
        todo.extend(reversed(element.children))
    return found


def _only_inline(element: Element) -> bool:
    return all(child.name in _INLINE for child in _all_elements(element)[1:])


def _mark_body(source: str, root: Element, is_body: Callable[[str], bool]) -> list[Element]:
    """The body's paragraphs, in page order."""
    paragraphs = []
    for element in _all_elements(root):
        if element.name not in _PARAGRAPHS or element.end is None or not _only_inline(element):
            continue
        text = text_of(source[element.inner:element.inner_end])
        if not is_body(text):
            continue
        paragraphs.append(element)
        around = element
        while around is not None:
            around.body += len(text)
            around.paragraphs += 1
            around = around.parent
    return paragraphs


def _unit(paragraph: Element) -> Element:
    """The outermost element that holds this paragraph alone of the body."""
    while paragraph.parent.paragraphs == 1 and paragraph.parent.end is not None:
        paragraph = paragraph.parent
    return paragraph


def _container(root: Element) -> Element:
    element = root
    while inner := next((c for c in element.children if c.body > _MAIN_SHARE * root.body and c.paragraphs > 1), None):
        element = inner
    return element


def _between(source: str, units: list[Element]) -> list[int]:
    return [first.end for first, second in zip(units, units[1:])
            if first.parent is second.parent and first.parent.may_hold_anything()
            and not text_of(source[first.end:second.begin]).strip()
            and "<" not in source[first.end:second.begin]]


def _like_paragraph(source: str, unit: Element, paragraph: Element) -> tuple[str, str]:
    """The tags from unit to paragraph, without ids."""
    begin, end = "", ""
    element = paragraph
    while True:
        tag = re.sub(r"\s+(?:id|on\w+|style|aria-\w+)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", "",
                     source[element.begin:element.inner])
        begin, end = tag + begin, end + f"</{element.name}>"
        if element is unit:
            return begin, end
        element = element.parent


def places(source: str, is_body: Callable[[str], bool]) -> Places | None:
    """None if too little of the body is found, or what is around it is too strange."""
    root = elements_of(source)
    paragraphs = _mark_body(source, root, is_body)
    if len(paragraphs) < 4:
        return None
    units = [_unit(paragraph) for paragraph in paragraphs]
    between = _between(source, units)
    container = _container(root)
    inside = [unit for unit in units if unit.parent is container]
    if len(between) < 2 or len(inside) < 2 or not container.may_hold_anything():
        return None
    outside_before, outside_behind = [], []
    around = container
    while (len(outside_before) < 2 and around.end is not None and around.name not in ("td", "body")
           and around.parent is not None and around.parent.may_hold_anything()):
        outside_before.append(around.begin)
        outside_behind.append(around.end)
        around = around.parent
    usual = paragraphs[units.index(next((u for u in units if u.end in between)))]
    return Places([inside[0].begin], between, [inside[-1].end], outside_before, outside_behind,
                  _like_paragraph(source, _unit(usual), usual))
