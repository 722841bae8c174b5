"""The pack: what is in it, for whom, and that its folder is there whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factories import DOE, MAJOR, Minutes, group, harbour, harbour_meeting, owner_of, person, unknown
from minutextract.errors import MissingProgram, OutputError, UsageError
from minutextract.house.model import House
from minutextract.meeting import Attendance
from minutextract.pack import contents
from minutextract.pack.contents import SECRETARY
from minutextract.pack.folder import check_folder, faults_of, write_folder
from minutextract.pack.making import Pack, make_pack
from minutextract.pack.manifest import NAME, Failure, File, Manifest, Meeting, Options, Program, read_manifest
from minutextract.pack.options import PackOptions, formats_named
from minutextract.pack.slips import slips, unclear_slip
from minutextract.record import Flag, How, Owner, Record
from minutextract.render import Attribution, SummaryFormat

ROOT = Path(__file__).resolve().parent.parent
PLAIN = PackOptions(formats=(SummaryFormat.HTML, SummaryFormat.TEXT))


def pack(record: Record | None = None, options: PackOptions = PLAIN) -> Pack:
    return make_pack([record or harbour()], options, "0" * 16)


def text(made: Pack, path: str) -> str:
    return made.files[path].decode()


def test_a_pack_has_every_document_and_its_manifest() -> None:
    made = pack(options=PackOptions())
    assert set(made.files) == {
        "chair/chair-one-page.html", "chair/chair-one-page.docx", "members/summary-full.html",
        "members/summary-full.docx", "members/summary.txt", "members/summary.md", "members/actions.xlsx",
        "members/actions.csv", "members/actions.ics", "slips/john-doe.html", "slips/members.html",
        "slips/piers-low-needs-telling.html", "public/public-summary.html", "public/public-summary.docx",
        f"{SECRETARY}-check-list.html", f"{SECRETARY}-owner-not-clear.html", f"{SECRETARY}-redactions.md",
        f"{SECRETARY}-redactions.json", f"{SECRETARY}-evidence.html", NAME,
    }  # fmt: skip
    said = json.loads(made.files[NAME])
    assert {one["path"]: one["sha256"] for one in said["files"]} == {
        path: hashlib.sha256(data).hexdigest() for path, data in made.files.items() if path != NAME
    }
    [meeting] = said["meetings"]
    assert (meeting["sha256"], meeting["date"]) == (harbour().document.source.sha256, "2031-03-04")
    assert [one["path"] for one in said["files"] if one["needs_telling"]] == ["slips/piers-low-needs-telling.html"]
    assert said["failed"] == []


def test_the_same_minutes_make_the_same_bytes() -> None:
    everything = PackOptions(formats=tuple(one for one in SummaryFormat if one.value not in ("json", "pdf")))
    assert pack(options=everything).files == pack(options=everything).files


def test_what_is_to_be_checked_is_with_the_secretary_alone() -> None:
    made = pack()
    holding = {path for path, data in made.files.items() if b"one table could not be read" in data.lower()}
    assert holding == {f"{SECRETARY}-check-list.html", f"{SECRETARY}-evidence.html"}
    assert "Not for circulation" in text(made, f"{SECRETARY}-check-list.html")


def test_the_public_version_names_nobody_but_the_chair_and_marks_nobody_to_be_told() -> None:
    public = text(pack(), "public/public-summary.html")
    assert "Jane Roe" in public
    assert not [words for words in ("John", "Piers", "Major", "needs telling", "tell them") if words in public]


def test_several_meetings_have_a_folder_each() -> None:
    made = make_pack([harbour(), harbour()], PLAIN, "0" * 16)
    folders = [one.folder for one in made.manifest.meetings]
    assert len(set(folders)) == 2
    assert all(folder.startswith("2031-03-04-harbour-trust-committee-") for folder in folders)
    assert {path.split("/")[0] for path in made.files} == {*folders, NAME}


def test_a_slip_has_all_that_is_its_owners_and_says_who_else_acts() -> None:
    minutes = Minutes(harbour_meeting()).say("JD and MM to paint the gate.")
    minutes.action("paint the gate", owner_of(DOE, "JD"), owner_of(MAJOR, "MM"), flags=(Flag.OWNER_ABSENT,))
    minutes.say("JD to oil the winch.").action("oil the winch", owner_of(DOE, "JD"), status="carried")
    doe, major = slips(minutes.record())
    assert [line.text for line in doe.summary.sections[0].lines] == [
        "Paint the gate (with Mary Major (Quayside Forum))",
        "Oil the winch",
    ]
    assert [line.status for line in doe.summary.sections[0].lines] == ["", "carried"]
    assert (doe.to_tell, major.name) == ("", "mary-major-needs-telling")
    assert "apologies" in major.summary.remark


@pytest.mark.parametrize(
    ("owners", "flags"),
    [
        ((), (Flag.NO_OWNER,)),
        ((unknown("whoever"),), (Flag.UNKNOWN_OWNER,)),
        ((Owner("XY", "XY", "person", How.UNKNOWN),), (Flag.UNKNOWN_OWNER,)),
        ((owner_of(DOE, "JD"),), (Flag.DOUBTFUL_OWNER,)),
    ],
)
def test_an_owner_who_is_not_clear_gets_no_slip(owners: tuple[Owner, ...], flags: tuple[Flag, ...]) -> None:
    record = (
        Minutes(harbour_meeting()).say("To paint the gate.").action("paint the gate", *owners, flags=flags).record()
    )
    assert slips(record) == ()
    unclear = unclear_slip(record)
    assert unclear is not None
    assert unclear.sections[0].count == 1
    assert unclear.remark.startswith("Not for circulation")


def test_people_whose_names_make_the_same_file_name_have_files_of_their_own() -> None:
    one, other, third = (
        person(n, name, Attendance.PRESENT) for n, name in ((1, "王 明"), (2, "李 雷"), (3, "../Al/Con"))
    )
    minutes = Minutes(replace(harbour_meeting(), people=(one, other, third))).say("All paint.")
    for who in (one, other, third):
        minutes.action("paint", owner_of(who, "x"))
    names = [slip.name for slip in slips(minutes.record())]
    assert len(set(names)) == 3
    assert names[2] == "al-con"


def test_slips_are_by_name_whatever_summaries_do() -> None:
    made = pack(options=replace(PLAIN, attribution=Attribution.NONE, house=House(leave_out=("actions",))))
    assert "John Doe" in text(made, "slips/john-doe.html")
    assert "crane survey" in text(made, "slips/john-doe.html")
    assert "John Doe" not in text(made, "members/summary.txt")


def test_a_body_has_templates_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "chair.html.j2").write_text("<p>{{ title }}</p>", encoding="utf-8")
    made = pack(options=replace(PLAIN, templates=tmp_path))
    assert text(made, "chair/chair-one-page.html").startswith("<p>Harbour Trust Committee")
    assert made.manifest.options.templates == ("chair.html",)


def test_a_document_that_fails_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise MissingProgram("no such program", "Install it")

    monkeypatch.setattr(contents, "records_log_csv", broken)
    monkeypatch.setattr(contents, "unclear_slip", lambda _: None)
    made = pack(options=PackOptions(formats=(SummaryFormat.CSV, SummaryFormat.TEXT)))
    assert made.manifest.failed == (Failure(path="members/actions.csv", cause="no such program", remedy="Install it"),)
    assert "members/actions.csv" not in made.files
    assert "members/summary.txt" in made.files


def test_the_chair_has_whole_sentences_where_there_is_room() -> None:
    long = "the north gate, which the wardens have looked after for many years, closes at dusk " * 3
    minutes = Minutes(harbour_meeting()).say(f"AGREED: {long}finally.").decision(f"{long}finally")
    assert "finally" in text(pack(minutes.record()), "chair/chair-one-page.html")
    for number in range(60):
        minutes.say(f"AGREED: {number} {long}.").decision(f"{number} {long}")
    crowded = text(pack(minutes.record()), "chair/chair-one-page.html")
    assert 'class="dense"' in crowded
    assert "…" in crowded


def test_a_pack_is_written_verified_and_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    write_folder(folder, pack().files)
    assert faults_of(folder)[1] == []
    (folder / "members" / "summary.txt").write_text("edited", encoding="utf-8")
    (folder / "members" / "letter.txt").write_text("mine", encoding="utf-8")
    (folder / "empty").mkdir()
    (folder / "slips" / "members.html").unlink()
    assert faults_of(folder)[1] == ["members/summary.txt was changed", "slips/members.html is missing"]
    # Without text, the earlier pack's file of it goes.
    kept = write_folder(folder, pack(options=PackOptions(formats=(SummaryFormat.HTML,))).files)
    assert kept == [f"members/summary.txt, kept as summary.changed-{hashlib.sha256(b'edited').hexdigest()[:8]}.txt"]
    assert not (folder / "members" / "summary.txt").exists()
    assert (folder / "members" / "letter.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "empty").is_dir()
    assert faults_of(folder)[1] == []
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_a_file_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    (folder / "members").mkdir(parents=True)
    (folder / "members" / "summary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"summary.txt is there and of no earlier pack"):
        write_folder(folder, pack().files)
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["summary.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


@pytest.mark.parametrize("there", [False, True])
def test_a_pack_that_cannot_be_written_leaves_nothing_half(
    tmp_path: Path, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pack"
    if there:
        write_folder(folder, pack().files)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    monkeypatch.setattr("minutextract.pack.folder.os.fsync", failing_after(3))
    with pytest.raises(OutputError, match="No space left"):
        write_folder(folder, pack().files)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert [path.name for path in tmp_path.iterdir()] == (["pack"] if there else [])


def failing_after(count: int) -> Callable[[int], None]:
    calls = iter(range(count))

    def fsync(_: int) -> None:
        if next(calls, None) is None:
            raise OSError(28, "No space left on device")

    return fsync


def test_folders_that_are_not_for_a_pack_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / NAME).write_text('{"a": 1}', encoding="utf-8")
    for name, replace_it, cause in (
        ("file", True, "is a file"), ("no/such", True, "there is no folder"), ("full", False, "is not empty"),
        ("full", True, "no longer whole, or of something else"),
    ):  # fmt: skip
        with pytest.raises(UsageError, match=cause):
            check_folder(tmp_path / name, [], replace=replace_it)
    with pytest.raises(UsageError, match="holds no pack"):
        faults_of(tmp_path)


def test_minutes_that_lie_in_the_old_pack_are_not_replaced(tmp_path: Path) -> None:
    write_folder(tmp_path / "pack", pack().files)
    with pytest.raises(UsageError, match="is a file of the pack that it would replace"):
        check_folder(tmp_path / "pack", [tmp_path / "pack" / "members" / "summary.txt"], replace=True)


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a/../../x", "C:/x", "a\\b", "", "a//b", "./a"])
def test_a_manifest_leads_nowhere_else(tmp_path: Path, path: str) -> None:
    said = json.loads(pack().files[NAME])
    said["files"][0]["path"] = path
    (tmp_path / NAME).write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(UsageError, match="no longer whole"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("model", [Manifest, Program, Options, Meeting, File, Failure])
def test_every_field_of_the_manifest_is_explained(model: type[Manifest]) -> None:
    page = (ROOT / "docs" / "pack.md").read_text(encoding="utf-8")
    for name, field in model.model_fields.items():
        assert f"| `{name}` | {field.description} |" in page


def test_formats_are_named_as_files_or_formats() -> None:
    assert formats_named("docx, TXT,html") == (SummaryFormat.TEXT, SummaryFormat.HTML, SummaryFormat.DOCX)
    assert SummaryFormat.EML not in formats_named(None)
    with pytest.raises(UsageError, match="Did you mean docx"):
        formats_named("html,dcox")
    with pytest.raises(UsageError, match="json is no format of a pack"):
        formats_named("json")


def test_groups_have_a_slip_too() -> None:
    record = Minutes(harbour_meeting()).say("Members to read.").action("read", group("Members")).record()
    assert [(slip.name, slip.to_tell) for slip in slips(record)] == [("members", "")]
