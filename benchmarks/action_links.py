"""How well the action log links what later meetings say of actions: the real extraction against links made by hand.

python benchmarks/action_links.py MANIFEST [--model FOLDER] [--explain] [--format text|json]
python benchmarks/action_links.py --invented [--model FOLDER] [--explain] [--format text|json]

MANIFEST names the file of each document of `corpus/standoff/link_runs.json`, as `minutextract corpus rebuild` takes it;
`--invented` measures on the invented bodies of `corpus/gold/links/` instead.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from link_scoring import GoldLink, Outcome, Place, by_status, compared, figures, log_of
from minutextract.corpus.files import read_rows
from minutextract.document import BlockKind, Document
from minutextract.pipeline import Pipeline
from minutextract.record import Record

CORPUS = Path(__file__).parent.parent / "corpus"
_GOLD = CORPUS / "standoff"
# Whose words were not looked at while the rules were written.
UNSEEN = ("mantid-pmb",)


def main(
    manifest: Annotated[Path | None, typer.Argument()] = None,
    invented: Annotated[bool, typer.Option("--invented", help="The invented bodies.")] = False,
    model: Annotated[Path | None, typer.Option(help="A model folder other than the usual one.")] = None,
    explain: Annotated[bool, typer.Option(help="Print every link that is wrong or missing, and every status.")] = False,
    format: Annotated[str, typer.Option(help="text or json")] = "text",
) -> None:
    """Print precision and recall by series, why links are missing, and how often the status is the gold's."""
    pipeline = Pipeline.load(model=model)
    if invented:
        names = [name for run in invented_runs().values() for name in run]
        outcomes = measure_invented({name: pipeline.process_all(CORPUS / name) for name in names})
    elif manifest is None:
        raise typer.BadParameter("give MANIFEST or --invented")
    else:
        files = {row["id"]: manifest.parent / row["file"] for _, row in read_rows(manifest)}
        names = [name for run in runs().values() for name in run]
        outcomes = measure({name: pipeline.process_all(files[name]) for name in names})
    groups = grouped(outcomes)
    if format == "json":
        print(json.dumps({name: {**figures(of), "status": by_status(of)} for name, of in groups.items()}, indent=1))
    else:
        print(table(groups))
    for one in outcomes if explain else ():
        if one.kind not in ("right", "found", "doubtful"):
            print(f"{one.series}: {one.kind}: {one.text}")
        elif one.status[0] != one.status[1] or one.due[0] not in (None, one.due[1]):
            print(f"{one.series}: {one.status} {one.due}: {one.text}")


def runs() -> dict[str, list[str]]:
    """The documents of each run of the real series, in order, by a name for the run."""
    series = json.loads((_GOLD / "link_runs.json").read_text(encoding="utf-8"))["series"]
    return {f"{name} {n}": run for name, one in series.items() for n, run in enumerate(one["runs"])}


def invented_runs() -> dict[str, list[str]]:
    """The documents of each invented body, in order."""
    return {path.stem: _invented(path)["documents"] for path in sorted((CORPUS / "gold" / "links").glob("*.json"))}


def _invented(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def measure(records: Mapping[str, Sequence[Record]]) -> list[Outcome]:
    """Compare the log of the real series with the gold."""
    rows = [json.loads(line) for line in (_GOLD / "links.jsonl").read_text(encoding="utf-8").splitlines()]
    return compared([_link(row) for row in rows], log_of(records, runs()))


def _link(row: Mapping[str, Any]) -> GoldLink:
    def places(end: str, others: str) -> frozenset[Place]:
        doc = row[end]["doc"]
        return frozenset((doc, one["start"], one["end"]) for one in (row[end], *row.get(others, ())))

    return GoldLink(
        row["series"], places("action", "action_also"), places("later", "also"), row["status"], row["revised_due"],
        row["by"], row["certain"],
    )  # fmt: skip


def measure_invented(records: Mapping[str, Sequence[Record]]) -> list[Outcome]:
    """Compare the log of the invented bodies with the gold."""
    links = []
    for path in sorted((CORPUS / "gold" / "links").glob("*.json")):
        for row in _invented(path)["links"]:
            earlier, later = (
                frozenset(
                    quoted(records[one["doc"]][0].document, one["doc"], quote)
                    for quote in (one["quote"], *one.get("also", ()))
                )
                for one in (row["action"], row["later"])
            )
            links.append(GoldLink(path.stem, earlier, later, row["status"], row["revised_due"], row["by"]))
    return compared(links, log_of(records, invented_runs()))


def quoted(document: Document, name: str, quote: str) -> Place:
    """Where a document has a quote, whatever the white space; of a quote from a table, its row.

    Raises:
        ValueError: the document does not have it.
    """
    at = [n for n, sign in enumerate(document.text) if not sign.isspace()]
    bare, wanted = "".join(document.text[n] for n in at), "".join(quote.split())
    first = bare.index(wanted)
    start, end = at[first], at[first + len(wanted) - 1] + 1
    for block in document.blocks:
        if block.kind is BlockKind.ROW and block.span.start <= start < block.span.end:
            return (name, block.span.start, block.span.end)
    return (name, start, end)


def grouped(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes by series, and of those whose words were seen, of those not, and of all."""
    series = list(dict.fromkeys(one.series for one in outcomes))
    groups = {name: {name} for name in series}
    if set(UNSEEN) & set(series):
        groups |= {"seen": set(series) - set(UNSEEN), "unseen": set(UNSEEN)}
    groups["all"] = set(series)
    return {name: [one for one in outcomes if one.series in group] for name, group in groups.items()}


def table(groups: Mapping[str, Sequence[Outcome]]) -> str:
    """The figures as lines, and the statuses of all."""
    lines = [
        f"{name:14}" + "  ".join(f"{key} {value}" for key, value in figures(of).items()) for name, of in groups.items()
    ]
    lines += [f"{status}: {found}" for status, found in by_status(groups["all"]).items()]
    return "\n".join(lines)


if __name__ == "__main__":
    typer.run(main)
