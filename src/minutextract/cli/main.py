"""The application: global options and the list of commands."""

from __future__ import annotations

from typing import Annotated

import typer

from minutextract import __version__
from minutextract.cli import (
    actions,
    batch,
    corpus,
    demo,
    digest,
    doctor,
    evaluate,
    export,
    extract,
    inspect,
    pack,
    questions,
    report,
    review,
    schema,
    summarize,
    templates,
    train,
    verify,
    views,
)
from minutextract.cli.exits import Commands

app = typer.Typer(
    name="minutextract",
    cls=Commands,
    help="Find actions, decisions, thanks and insights in written meeting minutes, each with its evidence.",
    epilog="Exit codes: 0 all well, 1 usage, 2 some documents quarantined, 3 store or disk, 4 model refused, "
    "5 missing program, 130 interrupted.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("summarize")(summarize.summarize_cli)
app.command("pack")(pack.pack_cli)
app.command("report")(report.report_cli)
app.add_typer(templates.app, name="templates")
app.command("extract")(extract.extract_cli)
app.command("batch")(batch.batch_cli)
app.command("actions")(actions.actions_cli)
app.command("decisions")(questions.decisions_cli)
app.command("praise")(questions.praise_cli)
app.command("insights")(questions.insights_cli)
app.command("search")(questions.search_cli)
app.command("audit")(questions.audit_cli)
app.add_typer(review.app, name="review")
app.command("verify")(verify.verify_cli)
app.command("export")(export.export_cli)
app.command("people")(views.people_cli)
app.command("meetings")(views.meetings_cli)
app.command("digest")(digest.digest_cli)
app.command("inspect")(inspect.inspect_cli)
app.command("evaluate")(evaluate.evaluate_cli)
app.command("train")(train.train_cli)
app.add_typer(corpus.app, name="corpus")
app.command("demo")(demo.demo_cli)
app.command("doctor")(doctor.doctor_cli)
app.command("schema")(schema.schema_cli)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"minutextract {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Find actions, decisions, thanks and insights in written meeting minutes, each with its evidence."""
