"""`minutextract pack`: everything that a secretary sends or keeps after a meeting, in one folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.documents import Documents, load_pipeline
from minutextract.cli.messages import one_line, report, set_up_logging
from minutextract.cli.options import Model, Spacy, Verbose, option
from minutextract.cli.summary_options import AttributionOption, HouseOption, LengthOption
from minutextract.errors import ExitCode, MinutextractError, UsageError
from minutextract.render import Attribution, Length

_Files = Annotated[
    list[Path] | None, typer.Argument(metavar="[FILE]...", help="Minutes; or give --verify.", show_default=False)
]
_Output = Annotated[Path | None, option("--output", "DIR", "The folder of the pack: a new one, or an empty one.")]
_Replace = Annotated[
    bool, typer.Option("--replace", help="Replace the files of an earlier pack in DIR; others there stay.")
]
_Formats = Annotated[
    str | None,
    option("--formats", "LIST", "Of html, docx, pdf, text, md, eml, xlsx, csv, ics; without it all but eml."),
]
_Templates = Annotated[Path | None, option("--templates", "DIR", "Templates of your own, such as chair.html.j2.")]
_Verify = Annotated[Path | None, option("--verify", "DIR", "Compare the files of a pack with its manifest.")]


def pack_cli(
    files: _Files = None,
    output: _Output = None,
    replace: _Replace = False,
    length: LengthOption = None,
    attribution: AttributionOption = None,
    formats: _Formats = None,
    house: HouseOption = None,
    templates: _Templates = None,
    verify: _Verify = None,
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Make the pack of a meeting: a folder with all that goes round, and to whom.

    It has a page for the chair, summaries, the action log, a slip an owner, a public version, and what is for the
    secretary alone; of several meetings a folder each. The manifest has the digest of every file.
    """
    set_up_logging(verbose=verbose)
    if verify is not None:
        if files or output:
            raise UsageError("--verify is about a pack that is there", "Give neither FILE nor --output.")
        raise typer.Exit(verify_pack(verify))
    if not files or output is None:
        raise UsageError("a pack is made of minutes, in a folder", "Give FILE and --output DIR, or --verify DIR.")
    documents = Documents(files, partial(load_pipeline, model, spacy))
    raise typer.Exit(
        pack_files(
            documents, output, replace=replace, length=length, attribution=attribution, formats=formats, house=house,
            templates=templates, finders=(model, spacy),
        )
    )  # fmt: skip


def pack_files(
    documents: Documents,
    output: Path,
    *,
    replace: bool = False,
    length: Length | None = None,
    attribution: Attribution | None = None,
    formats: str | None = None,
    house: Path | None = None,
    templates: Path | None = None,
    finders: tuple[Path | None, str | None] = (None, None),
) -> ExitCode:
    """Pack what can be read of some files; what cannot be read, or made, is told on stderr.

    Raises:
        UsageError: the folder, the house file or a choice is wrong.
        OutputError: the folder cannot be written; what was there is untouched.
    """
    from minutextract.batch.version import made_by
    from minutextract.house.file import find_house
    from minutextract.pack.contents import TEMPLATES
    from minutextract.pack.folder import check_folder, write_folder
    from minutextract.pack.making import make_pack
    from minutextract.pack.options import PackOptions, formats_named, template_files

    style = find_house(house)
    if templates is not None:
        template_files(templates, TEMPLATES)
    options = PackOptions(
        length or Length(style.length or Length.STANDARD),
        attribution or Attribution(style.attribution or Attribution.NAMED),
        formats_named(formats),
        style,
        templates,
    )
    check_folder(output, documents.paths, replace=replace)
    records = [record for _, record in documents.records()]
    if not records:
        return documents.exit_code
    pack = make_pack(records, options, made_by(*finders))
    kept = write_folder(output, pack.files)
    _say([f"{name}: it was changed since the earlier pack" for name in kept])
    for one in pack.manifest.failed:
        report(output / one.path, MinutextractError(one.cause, one.remedy))
    _say([_counted(len(pack.files), output, len(records))])
    return ExitCode.QUARANTINED if pack.manifest.failed else documents.exit_code


def _say(lines: Sequence[str]) -> None:
    for line in lines:
        print(f"minutextract: {line}.", file=sys.stderr)


def _counted(files: int, folder: Path, meetings: int) -> str:
    of = "" if meetings == 1 else f" of {meetings} meetings"
    return f"{files} files{of} in {folder}; what is in secretary-only is not for circulation"


def verify_pack(folder: Path) -> ExitCode:
    """Say on stdout which files of a pack are not as its manifest says; quarantined if there are any.

    Raises:
        UsageError: there is no pack.
    """
    from minutextract.pack.folder import faults_of

    manifest, faults = faults_of(folder)
    for fault in faults:
        typer.echo(one_line(None, MinutextractError(fault)).removeprefix("minutextract: "))
    if not faults:
        typer.echo(f"All {len(manifest.files)} files are as the manifest says.")
    return ExitCode.QUARANTINED if faults else ExitCode.OK
