"""Small PDFs made of text operators, so that tests need no PDF library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Put:
    """Text at a place, counted from the page's lower left corner; `slant` makes letters lean, as italics do."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False
    slant: float = 0


@dataclass(frozen=True)
class Rule:
    """A thin drawn line."""

    x0: float
    y0: float
    x1: float
    y1: float


def make_pdf(pages: Sequence[Sequence[Put | Rule]]) -> bytes:
    """A PDF with one page for each list of things to put on it."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for at, page in enumerate(pages):
        stream = "\n".join(map(_operators, page))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    return _file(objects)


def paragraph(x: float, y: float, lines: Sequence[str], pitch: float = 13, **style: float) -> list[Put | Rule]:
    """Lines below one another."""
    return [Put(x, y - at * pitch, line, **style) for at, line in enumerate(lines)]  # type: ignore[arg-type]


def _operators(item: Put | Rule) -> str:
    if isinstance(item, Rule):
        return f"{item.x0} {item.y0} m {item.x1} {item.y1} l S"
    text = item.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{'F2' if item.bold else 'F1'} {item.size} Tf 1 0 {item.slant} 1 {item.x} {item.y} Tm ({text}) Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for at, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{at} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return data + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
