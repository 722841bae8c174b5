"""`minutextract schema`: the JSON Schema of the record."""

from __future__ import annotations

import json

from minutextract.cli.output import write_result


def schema_cli() -> None:
    """Print the JSON Schema of the record."""
    from minutextract.schema import json_schema

    write_result(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", None)
