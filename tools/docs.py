"""`make docs`: everything in the documents that the program itself writes."""

from __future__ import annotations

import command_pages
import notebook
import readme_run

if __name__ == "__main__":
    command_pages.write()
    readme_run.write()
    notebook.write()
