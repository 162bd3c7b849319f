"""A row of the corpus as mark-up, the way sites write such things.

In: a row, a seeded random generator, and the tags of the paragraphs around. Out: well-formed mark-up
and its visible lines in order. Same generator state, same mark-up.
"""

import dataclasses
import html
import random

CLASS_MODES = ("none", "meaningless", "telling")

_STEMS = {
    "subscription": "subscribe subscription paywall premium-offer plans metered-wall piano join-now regwall"
                    " membership abo subs-promo offer-box gate unlock",
    "newsletter": "newsletter nl-signup email-capture optin mail-form mc4wp mailing-list signup digest"
                  " inline-newsletter briefing-box letter-cta push-prompt",
    "appeal": "donate donation support-us contribute epic-banner fundraiser appeal membership-ask"
              " reader-funding give-box tip-jar patreon crowdfunding spenden",
    "consent": "cookie-notice consent gdpr cmp cookie-bar privacy-prompt onetrust embed-consent"
               " cookie-banner tcf-layer",
    "advertisement": "ad advert promo-slot sponsored partner-content native-ad adbox affiliate-note dfp"
                     " commercial ad-unit sponsor-block outbrain deal-box",
    "related": "related read-more more-stories recommended most-read see-also teaser-list next-up"
               " article-recirc also-like trending linkbox readalso",
}
_NEUTRAL = ("module", "widget", "block", "inner", "content-box", "component", "row", "wrapper", "card",
            "panel", "infobox")


@dataclasses.dataclass
class Classes:
    """Names for one prompt's elements; the same role gets the same name."""
    mode: str
    kind: str
    generator: random.Random
    names: dict = dataclasses.field(default_factory=dict)

    def __call__(self, role: str) -> str:
        """The class attribute for a role, with the space before it, or nothing."""
        if role not in self.names:
            self.names[role] = self._name(role)
        return f' class="{self.names[role]}"' if self.names[role] else ""

    def _name(self, role: str) -> str:
        if self.mode == "none":
            return ""
        if self.mode == "meaningless":
            if role != "box" and self.generator.random() < .3:
                return ""
            return _random_name(self.generator)
        stem = self.names.get("stem") or self.generator.choice(_STEMS[self.kind].split())
        self.names["stem"] = stem
        if role == "box":
            return self._box_name(stem)
        return self.generator.choice((f"{stem}__{role}", f"{stem}-{role}", role, "", ""))

    def _box_name(self, stem: str) -> str:
        neutral = self.generator.choice(_NEUTRAL)
        camel = stem.title().replace("-", "")
        return self.generator.choice((
            stem, f"{stem}-{neutral}", f"{neutral} {neutral}--{stem}", f"c-{stem}", f"js-{stem} {neutral}",
            f"{neutral}-{stem}", f"wp-block-{stem}", f"{camel}__{neutral}"))


def _random_name(generator: random.Random) -> str:
    def letters(count: int) -> str:
        return "".join(generator.choice("abcdefghijkmnpqrstuvwxyz0123456789") for _ in range(count))

    neutral = generator.choice(_NEUTRAL)
    return generator.choice((
        f"css-{letters(7)}", f"sc-{letters(6)} {letters(6)}", f"_{letters(5)}", f"{neutral}_{letters(5)}",
        f"jsx-{generator.randrange(10**9)}", f"{generator.choice('abcdefgh')}{letters(3)}", neutral))


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


class _Writer:
    """Mark-up and its visible lines, written side by side."""

    def __init__(self, generator: random.Random, classes: Classes, paragraph: tuple[str, str]):
        self.generator, self.classes, self.paragraph = generator, classes, paragraph
        self.markup: list[str] = []
        self.lines: list[str] = []

    def tag(self, name: str, text: str, role: str = "text", inner: str | None = None):
        self.markup.append(f"<{name}{self.classes(role)}>{inner or _escape(text)}</{name}>\n")
        self.lines.append(text)

    def like_the_body(self, text: str, inner: str | None = None):
        self.markup.append(self.paragraph[0] + (inner or _escape(text)) + self.paragraph[1] + "\n")
        self.lines.append(text)

    def heading(self, text: str | None):
        if text is None:
            return
        name = self.generator.choice(("h2", "h3", "h3", "h4", "div", "p", "p>strong"))
        if name == "p>strong":
            self.tag("p", text, "title", f"<strong>{_escape(text)}</strong>")
        else:
            self.tag(name, text, "title")

    def link(self, text: str) -> str:
        return f'<a href="/{_slug(self.generator)}">{_escape(text)}</a>'

    def buttons(self, texts: list[str]):
        name = self.generator.choice(("button", "button", "a", "a", "p>a", "input"))
        for text in texts:
            if name == "button":
                self.tag("button", text, "button")
            elif name == "input":  # a value is no visible text to most tools, so it is no line
                self.markup.append(f'<input type="submit" value="{html.escape(text)}">\n')
            else:
                link = self.link(text).replace("<a", f"<a{self.classes('button')}", 1)
                self.markup.append((f"<p>{link}</p>" if name == "p>a" else link) + "\n")
                self.lines.append(text)

    def fields(self, texts: list[str]):
        labeled = self.generator.random() < .6
        for number, text in enumerate(texts):
            kind = self.generator.choice(("text", "text", "email"))
            if labeled:
                self.tag("div", text, "field", f'<label for="f{number}">{_escape(text)}</label>'
                                               f'<input id="f{number}" type="{kind}" name="f{number}">')
            else:
                self.markup.append(f'<input{self.classes("field")} type="{kind}" name="f{number}"'
                                   f' placeholder="{html.escape(text)}">\n')

    def wrap(self, name: str, role: str = "box", more: str = ""):
        self.markup.insert(0, f"<{name}{self.classes(role)}{more}>\n")
        self.markup.append(f"</{name}>\n")


def _slug(generator: random.Random) -> str:
    length = generator.randrange(5, 24)
    return "".join(generator.choice("abcdefghiklmnoprstuvw-") for _ in range(length)).strip("-") or "x"


def _emphasis(writer: _Writer, text: str) -> str:
    """The line with a link or emphasis in it, its text unchanged."""
    plain = _escape(text)
    way = writer.generator.choice(("plain", "plain", "em", "strong", "link", "end", "end"))
    if way in ("em", "strong"):
        return f"<{way}>{plain}</{way}>"
    if way == "link":
        return writer.link(text)
    words = text.split(" ")
    if way == "plain" or len(words) < 5:
        return plain
    at = writer.generator.randrange(2, len(words) - 1)
    return _escape(" ".join(words[:at])) + " " + writer.link(" ".join(words[at:]))


def _line(writer: _Writer, row):
    for text in row["lines"]:
        inner = _emphasis(writer, text)
        if writer.classes.mode != "none":
            writer.tag(writer.generator.choice(("p", "p", "div")), text, "box", inner)
        elif writer.generator.random() < .5:
            writer.like_the_body(text, inner)
        else:
            writer.tag("p", text, "text", inner)
    if writer.generator.random() < .3:
        writer.wrap(writer.generator.choice(("div", "div", "aside")), "outer")


def _letter(writer: _Writer, row):
    writer.heading(row["heading"])
    like_the_body = writer.generator.random() < .5
    for text in row["lines"]:
        if like_the_body:
            writer.like_the_body(text)
        else:
            writer.markup.append(f"<p>{_escape(text)}</p>\n")
            writer.lines.append(text)
    if row["fields"] or row["buttons"]:
        writer.fields(row["fields"])
        writer.buttons(row["buttons"])
    if writer.classes.mode != "none":
        writer.wrap(writer.generator.choice(("div", "section")))


def _box(writer: _Writer, row):
    writer.heading(row["heading"])
    for text in row["lines"]:
        writer.tag(writer.generator.choice(("p", "p", "div")), text)
    writer.fields(row["fields"])
    writer.buttons(row["buttons"])
    _wrap_box(writer)


def _wrap_box(writer: _Writer):
    if writer.classes.mode == "none" and writer.generator.random() < .3:
        return  # its parts stand between the paragraphs by themselves
    if writer.generator.random() < .3:
        writer.wrap("div", "inner")
    writer.wrap(writer.generator.choice(("div", "div", "div", "aside", "section")))


def _form(writer: _Writer, row):
    writer.heading(row["heading"])
    late = row["lines"][1:] if writer.generator.random() < .5 else row["lines"]
    for text in row["lines"][:len(row["lines"]) - len(late)]:
        writer.tag("p", text)
    writer.fields(row["fields"])
    writer.buttons(row["buttons"])
    for text in late:
        writer.tag(writer.generator.choice(("p", "p", "small", "div")), text)
    writer.wrap("form", "form", ' action="/submit" method="post"')
    if writer.generator.random() < .7:
        writer.wrap(writer.generator.choice(("div", "div", "section", "aside")))


def _widget(writer: _Writer, row):
    heading, choices = row["heading"], row["lines"]
    kind = writer.generator.choice(("ul", "div", "button", "radio", "a"))
    for number, text in enumerate(choices):
        plain = _escape(text)
        if kind == "radio":
            writer.tag("div", text, "item", f'<label><input type="radio" name="r" value="{number}"> {plain}</label>')
        elif kind == "ul":
            writer.tag("li", text, "item")
        elif kind == "a":
            writer.tag("div", text, "item", writer.link(text))
        else:
            writer.tag(kind, text, "item")
    if kind == "ul":
        writer.wrap("ul", "list")
    items, lines = writer.markup, writer.lines
    writer.markup, writer.lines = [], []
    writer.heading(heading)
    writer.markup += items
    writer.lines += lines
    writer.fields(row["fields"])
    writer.buttons(row["buttons"])
    writer.wrap(writer.generator.choice(("div", "div", "section", "aside", "form")))


def _list(writer: _Writer, row):
    linked = row["kind"] in ("related", "advertisement") or writer.generator.random() < .2
    name = writer.generator.choice(("li", "li", "div", "p", "h4"))
    for text in row["lines"]:
        writer.tag(name, text, "item", writer.link(text) if linked else None)
    if name == "li":
        writer.wrap(writer.generator.choice(("ul", "ul", "ol")), "list")
    items, lines = writer.markup, writer.lines
    writer.markup, writer.lines = [], []
    writer.heading(row["heading"])
    writer.markup += items
    writer.lines += lines
    writer.fields(row["fields"])
    writer.buttons(row["buttons"])
    _wrap_box(writer)


_STYLES = {"line": _line, "letter": _letter, "box": _box, "form": _form, "widget": _widget, "list": _list}


def prompt(row: dict, mode: str, generator: random.Random, paragraph: tuple[str, str]) -> tuple[str, list[str]]:
    writer = _Writer(generator, Classes(mode, row["kind"], generator), paragraph)
    _STYLES[row["style"]](writer, row)
    return "".join(writer.markup), writer.lines


def decoy(row: dict, generator: random.Random, paragraph: tuple[str, str]) -> tuple[str, list[str]]:
    """Marked up as the paragraphs around it; a list as a plain list."""
    writer = _Writer(generator, Classes("none", "", generator), paragraph)
    if row["style"] != "list":
        for text in ([row["heading"]] if row["heading"] else []) + row["lines"]:
            writer.like_the_body(text)
        return "".join(writer.markup), writer.lines
    for text in row["lines"]:
        writer.tag("li", text)
    writer.wrap("ul")
    items, lines = writer.markup, writer.lines
    writer.markup, writer.lines = [], []
    if row["heading"]:
        writer.tag(generator.choice(("h3", "p")), row["heading"])
    return "".join(writer.markup + items), writer.lines + lines
