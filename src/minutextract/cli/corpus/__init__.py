"""`minutextract corpus`: the tools for annotated units."""

from __future__ import annotations

import typer

from minutextract.cli.corpus import agree, correct, count, draw, exchange, rebuild, split, standoff, validate
from minutextract.cli.exits import Commands

app = typer.Typer(
    cls=Commands,
    help="Tools for annotated units.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("validate")(validate.validate_cli)
app.command("count")(count.count_cli)
app.command("split")(split.split_cli)
app.command("agree")(agree.agree_cli)
app.command("draw")(draw.draw_cli)
app.command("teach")(draw.teach_cli)
app.command("suspects")(correct.suspects_cli)
app.command("correct")(correct.correct_cli)
app.command("export")(exchange.export_cli)
app.command("import")(exchange.import_cli)
app.command("standoff")(standoff.standoff_cli)
app.command("rebuild")(rebuild.rebuild_cli)
