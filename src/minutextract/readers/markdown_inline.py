"""Inline tokens of Markdown to lines of plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from minutextract.readers.marks import plain_ordinals
from minutextract.readers.paragraphs import Line

_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|\{[#.][\w .#=\"'-]*\}|\[\^[\w-]+\]:?")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LONGEST_LABEL = 6
_DROPPED = ("del", "s", "strike", "script", "style")


@dataclass(slots=True)
class _Inline:
    """Text of the line that is being read; `strong` and `struck` count open marks, `plain` is other text."""

    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    strong: int = 0
    struck: int = 0
    emphasised: bool = False
    plain: bool = False
    dropping: str | None = None

    def add(self, text: str) -> None:
        if self.dropping is None and not self.struck and text:
            self.parts.append(text)
            self.emphasised |= self.strong > 0
            self.plain |= self.strong == 0 and text.strip(" :.,-–") != ""

    def end(self, length: int | None, *, hard: bool) -> None:
        text = plain_ordinals(_ATTRIBUTES.sub("", "".join(self.parts))).strip()
        size = len(text) if length is None else length
        self.lines.append(Line(text, size, bold=self.emphasised and not self.plain, hard=hard))
        self.parts, self.emphasised, self.plain = [], False, False

    def tag(self, html: str) -> None:
        """HTML inside a paragraph: breaks count, deleted text goes, other tags leave their text."""
        if _BREAK.match(html):
            self.end(None, hard=True)
            return
        name = html.strip("</> ").split(None, 1)[0].lower() if html.strip("</> ") else ""
        if name in ("b", "strong"):
            self.strong += -1 if html.startswith("</") else 1
        elif html.startswith("</") and name == self.dropping:
            self.dropping = None
        elif name in _DROPPED and self.dropping is None:
            self.dropping = name
        elif name in ("td", "th", "p", "div", "li", "tr"):
            self.parts.append(" ")


def inline_lines(token: Token, source: list[str]) -> list[Line]:
    """The lines of an inline token; `source` holds the file's lines that it came from, for their lengths."""
    reading, at = _Inline(), 0
    children = token.children or []
    for place, child in enumerate(children):
        match child.type:
            case "softbreak" | "hardbreak":
                length = len(source[at].rstrip()) if at < len(source) else None
                reading.end(length, hard=child.type == "hardbreak" or _opens_label(children[place + 1 : place + 6]))
                at += 1
            case "text" | "code_inline":
                reading.add(child.content)
            case "strong_open":
                reading.strong += 1
            case "strong_close":
                reading.strong -= 1
            case "s_open":
                reading.struck += 1
            case "s_close":
                reading.struck -= 1
            case "html_inline":
                reading.tag(child.content)
    reading.end(len(source[at].rstrip()) if at < len(source) else None, hard=False)
    return [line for line in reading.lines if line.text] or [Line("", 0)]


def _opens_label(children: list[Token]) -> bool:
    """Whether a line begins with an emphasised label ("**Oak Trust**: Jo Roe"): no paragraph wraps there."""
    marks = [child for child in children if child.type != "text" or child.content]
    if len(marks) < 3 or [child.type for child in marks[:3]] != ["strong_open", "text", "strong_close"]:
        return False
    label, behind = marks[1].content.strip(), marks[3].content.strip() if len(marks) > 3 else ""
    return len(label.split()) <= _LONGEST_LABEL and (label.endswith(":") or behind.startswith(":"))
