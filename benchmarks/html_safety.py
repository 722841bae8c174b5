"""Opens all HTML that the project writes, with hostile words in it, in a browser, and counts what is run or fetched.

    python benchmarks/html_safety.py

Each payload stands in every name, heading and sentence of invented minutes. The pages are shown as they are and without
their policy, so that the escaping alone has to hold; the payloads themselves are shown too, to see that they are heard.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from hostile_pages import CHROMIUM, SCRIPTS, WRITERS, opened, raw_pages, without_policy


def main() -> None:
    """Print, for each writer, how many pages were shown and how many of them were heard."""
    if CHROMIUM is None:
        sys.exit("chromium is not installed")
    with tempfile.TemporaryDirectory() as folder:
        raw = len(opened(raw_pages(SCRIPTS), Path(folder)))
    print(f"{len(SCRIPTS)} payloads, of which {raw} are heard if they stand in a page as they are")
    for name, write in WRITERS.items():
        with tempfile.TemporaryDirectory() as folder:
            pages = write(SCRIPTS, Path(folder))
            bare = {f"bare-{page}": without_policy(text) for page, text in pages.items()}
            heard = opened({**pages, **bare}, Path(folder))
        print(
            f"{name:26} {len(pages)} pages with their policy, {len(bare)} without: {len(heard)} heard", *sorted(heard)
        )


if __name__ == "__main__":
    main()
