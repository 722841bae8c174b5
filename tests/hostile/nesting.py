"""Elements, lists and quotes nested far beyond what any author writes."""

from __future__ import annotations

from collections.abc import Callable

from factories_docx import make_docx
from factories_odt import make_odt

_END = "Ada to call the plumber."


def _around(opening: str, closing: str, depth: int, inside: str) -> str:
    return opening * depth + inside + closing * depth


NESTED: dict[str, Callable[[int], bytes]] = {
    "sdt.docx": lambda depth: make_docx(
        _around("<w:sdt>", "</w:sdt>", depth, f"<w:p><w:r><w:t>{_END}</w:t></w:r></w:p>")
    ),
    "runs.docx": lambda depth: make_docx(
        f"<w:p>{_around('<w:ins>', '</w:ins>', depth, f'<w:r><w:t>{_END}</w:t></w:r>')}</w:p>"
    ),
    "tables.docx": lambda depth: make_docx(
        _around("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", depth, f"<w:p><w:r><w:t>{_END}</w:t></w:r></w:p>")
    ),
    "sections.odt": lambda depth: make_odt(
        _around("<text:section>", "</text:section>", depth, f"<text:p>{_END}</text:p>")
    ),
    "spans.odt": lambda depth: make_odt(f"<text:p>{_around('<text:span>', '</text:span>', depth, _END)}</text:p>"),
    "lists.odt": lambda depth: make_odt(
        _around("<text:list><text:list-item>", "</text:list-item></text:list>", depth, f"<text:p>{_END}</text:p>")
    ),
    "divs.html": lambda depth: f"<html><body>{_around('<div>', '</div>', depth, _END)}</body></html>".encode(),
    "bold.html": lambda depth: f"<html><body><p>{_around('<b>', '</b>', depth, _END)}</p></body></html>".encode(),
    "lists.html": lambda depth: f"<html><body>{_around('<ul><li>', '</li></ul>', depth, _END)}</body></html>".encode(),
    "tables.html": lambda depth: (
        f"<html><body>{_around('<table><tr><td>', '</td></tr></table>', depth, _END)}</body></html>".encode()
    ),
    "menus.html": lambda depth: (
        f"<html><body>{_around('<div class=menu>', '</div>', depth, _END + 'x' * 2000)}</body></html>".encode()
    ),
    "quotes.md": lambda depth: ("> " * depth + _END).encode(),
    "quotes-tight.md": lambda depth: (">" * depth + _END).encode(),
    "bullets.md": lambda depth: ("- " * depth + _END).encode(),
    "steps.md": lambda depth: "\n".join("  " * at + f"- step {at}" for at in range(min(depth, 1500))).encode(),
    "brackets.md": lambda depth: ("[" * depth + _END + "]" * depth).encode(),
    "links.md": lambda depth: ("[a](" * depth + _END).encode(),
    "stars.md": lambda depth: ("*a **a " * depth + _END).encode(),
    "ticks.md": lambda depth: " ".join("`" * at + "a" for at in range(1, min(depth, 190))).encode(),
    "html.md": lambda depth: (f"# a\n\n{_around('<div>', '</div>', depth, _END)}\n").encode(),
    "quotes.rst": lambda depth: "\n\n".join(" " * at + f"step {at}" for at in range(min(depth, 1500))).encode(),
    "bullets.rst": lambda depth: ("- " * depth + _END).encode(),
    "stars.rst": lambda depth: ("*a **a " * depth + _END).encode(),
    "quotes.txt": lambda depth: (">" * depth + _END).encode(),
    "indents.txt": lambda depth: "\n".join("  " * at + f"- step {at}" for at in range(min(depth, 1500))).encode(),
}


def innermost(name: str, depth: int) -> str:
    """What stands innermost in one of them; of lists that go in by steps, the last step."""
    if name.startswith(("steps", "indents")) or name == "quotes.rst":
        return f"step {min(depth, 1500) - 1}"
    return "`" * (min(depth, 190) - 1) + "a" if name.startswith("ticks") else _END
