"""Character errors and seconds a page of recognised scans: invented minutes, rendered clean and degraded.

    python benchmarks/recognition.py corpus/nether-fallowby-2026-01-13.txt…

The text is set in Helvetica at 11 points, rendered at 200 dpi; degraded pages are turned by one degree, blurred, paler,
strewn with noise of a fixed seed. The error rate is the edit distance between the words as printed and as read, in
characters with single spaces, divided by the length printed.
"""

from __future__ import annotations

import random
import sys
import textwrap
import time
from io import BytesIO
from math import cos, radians, sin
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from minutextract.readers import read, read_data, tesseract
from minutextract.readers.scan import read_scan

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from factories_pdf import make_pdf, paragraph

_LINES, _WIDTH, _SCALE = 45, 85, 200 / 72
_SKEW, _SPECKS, _NOISE = 1.0, 0.01, 40


def main(paths: list[str]) -> None:
    """Print one line for each way of rendering."""
    if not paths:
        raise SystemExit("name the documents to print and read")
    program = tesseract()
    if program is None:
        raise SystemExit("tesseract is not installed")
    text = "\n".join(read(Path(path)).text for path in paths).encode("cp1252", "ignore").decode("cp1252")
    lines = [part for line in text.split("\n") for part in textwrap.wrap(line, _WIDTH)]
    pages = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    printed = make_pdf([paragraph(60, 780, page, 15.5) for page in pages])
    wanted = " ".join(read_data(printed, "printed.pdf").text.split())
    for name, degraded in (("clean", False), ("degraded", True)):
        scan = _scanned(printed, degraded=degraded)
        start = time.perf_counter()
        found = " ".join(read_scan(scan, "scan.pdf", program).text.split())
        seconds = (time.perf_counter() - start) / len(pages)
        share = _distance(wanted, found) / len(wanted)
        print(f"{name}: {len(pages)} pages, {len(wanted)} characters, {share:.2%} wrong, {seconds:.1f} s a page")


def _scanned(printed: bytes, *, degraded: bool) -> bytes:
    document = pdfium.PdfDocument.new()
    chance = random.Random(7)
    for page in pdfium.PdfDocument(printed):
        bitmap = page.render(scale=_SCALE, grayscale=True)
        if degraded:
            _degrade(bitmap, chance)
        image = pdfium.PdfImage.new(document)
        image.set_bitmap(bitmap)
        image.set_matrix(pdfium.PdfMatrix().scale(*page.get_size()))
        sheet = document.new_page(*page.get_size())
        sheet.insert_obj(image)
        sheet.gen_content()
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _degrade(bitmap: Any, chance: random.Random) -> None:
    """Turn the picture, blur it over two pixels, lower its contrast and add noise and specks."""
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels = memoryview(bitmap.buffer).cast("B")
    old = bytes(pixels)
    turn, lean = cos(radians(_SKEW)), sin(radians(_SKEW))
    for y in range(height):
        for x in range(width):
            dx, dy = x - width / 2, y - height / 2
            u, v = int(width / 2 + dx * turn + dy * lean), int(height / 2 - dx * lean + dy * turn)
            inside = 0 <= u < width - 1 and 0 <= v < height
            grey = (old[v * stride + u] + old[v * stride + u + 1]) // 2 if inside else 255
            grey = 60 + grey * 180 // 255 + int(chance.random() * 2 * _NOISE) - _NOISE
            speck = chance.random() < _SPECKS
            pixels[y * stride + x] = chance.randrange(256) if speck else min(255, max(0, grey))


def _distance(a: str, b: str) -> int:
    """How many characters must be added, taken away or changed."""
    row = list(range(len(b) + 1))
    for at, char in enumerate(a, start=1):
        corner, row[0] = row[0], at
        for n, other in enumerate(b, start=1):
            corner, row[n] = row[n], min(row[n] + 1, row[n - 1] + 1, corner + (char != other))
    return row[-1]


if __name__ == "__main__":
    main(sys.argv[1:])
