"""The house file: what it may say, how faults in it are told, and what it makes of a summary."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from factories import harbour
from minutextract.errors import UsageError
from minutextract.house.file import all_keys, find_house, read_house
from minutextract.house.model import SECTIONS, DateForm, House
from minutextract.house.style import headed, styled
from minutextract.render import SummaryFormat, render
from minutextract.render.summary import summarize

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "src" / "minutextract" / "house" / "example.toml"


def house(tmp_path: Path, text: str) -> House:
    path = tmp_path / "minutextract.toml"
    path.write_text(text, encoding="utf-8")
    return read_house(path)


@pytest.mark.parametrize(
    ("text", "cause", "remedy"),
    [
        ('heeding = "X"', "there is no key heeding", "Did you mean heading?"),
        ('[public]\nname = ["chair"]', "there is no key public.name", "Did you mean public.named?"),
        ('confidential = ["7"]', "there is no key confidential", "Did you mean public.confidential?"),
        ('date-format = "iso"', "there is no key date-format", "Did you mean date_format?"),
        ("qqq = 1", "there is no key qqq", "The keys here are heading, logo,"),
        ("heading = 7", "heading cannot be 7", "Input should be a valid string"),
        ('date_format = "%d.%m.%Y"', "date_format cannot be '%d.%m.%Y'", 'Write "long", "short" or "iso".'),
        ('length = "breif"', "length cannot be 'breif'", "brief is the nearest"),
        ('order = ["decision"]', "order[1] cannot be 'decision'", "decisions is the nearest"),
        ('order = ["actions", "actions"]', "order cannot be", "A section stands here twice"),
        ('[public]\npatterns = ["ok", "("]', "public.patterns[2] cannot be '('", "This is no regular expression"),
        ('[public]\npatterns = ["(a+)+b"]', "public.patterns[1] cannot be", "One repetition within another"),
        ('[public]\npatterns = ["x*"]', "public.patterns[1] cannot be 'x*'", "This pattern fits everywhere"),
        ('[status]\ncarried = ""', "status.carried cannot be ''", "at least 1 character"),
        ('heading = "a\\nb"', "heading cannot be", "String should match pattern"),
        ("heading = ", "is no TOML", "`minutextract templates copy house DIR` writes an example"),
        ('a = 1\nb = 2\nlogo = "x"', "there is no key a (and 1 more)", ""),
    ],
)
def test_faults_are_told_with_file_key_and_remedy(tmp_path: Path, text: str, cause: str, remedy: str) -> None:
    with pytest.raises(UsageError) as caught:
        house(tmp_path, text)
    assert caught.value.cause.startswith(f"{tmp_path / 'minutextract.toml'}")
    assert cause in caught.value.cause
    assert remedy in caught.value.remedy


def test_a_file_that_is_named_must_be_there_and_that_of_the_folder_need_not(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        find_house(tmp_path / "no.toml")
    assert find_house(None, tmp_path) == House()
    house(tmp_path, 'heading = "Quay Club"')
    assert find_house(None, tmp_path).heading == "Quay Club"


def test_bytes_that_are_no_text_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b'\xef\xbb\xbfheading = "Quay Club"')
    assert read_house(path).heading == "Quay Club"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="is no TOML"):
        read_house(path)


def test_the_example_says_nothing_until_its_lines_are_taken_in(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert house(tmp_path, text) == House()
    whole = re.sub(r"^#(?=[\w-]+ = )", "", text, flags=re.MULTILINE)
    assert house(tmp_path, whole) != House()
    told = {f"{name}.{key}" if isinstance(value, dict) else name
            for name, value in tomllib.loads(whole).items()
            for key in (value if isinstance(value, dict) else ("",))}  # fmt: skip
    assert told == {key for key, _ in all_keys()}


def test_the_document_lists_every_key_and_no_other() -> None:
    text = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| (.+?) \|$", text, re.MULTILINE)
    assert rows == list(all_keys())


def test_sections_have_the_order_the_titles_and_the_gaps_of_the_house(tmp_path: Path) -> None:
    style = house(tmp_path, 'order = ["decisions"]\nleave_out = ["thanks"]\n[titles]\nactions = "Action points"')
    summary = styled(summarize(harbour()), style)
    assert [section.title for section in summary.sections] == ["Decisions", "Action points", "Key points"]
    assert [section.key for section in summarize(harbour()).sections] == ["actions", "decisions", "thanks", "points"]
    assert {section.key for section in summary.sections} <= set(SECTIONS)


@pytest.mark.parametrize(
    ("form", "meeting", "due"),
    [
        ("long", "4 March 2031", "7 March 2031, “by Friday”"),
        ("short", "04/03/2031", "07/03/2031, “by Friday”"),
        ("iso", "2031-03-04", "2031-03-07, “by Friday”"),
    ],
)
def test_dates_are_written_as_the_house_has_them(form: str, meeting: str, due: str) -> None:
    summary = styled(summarize(harbour()), House(date_format=DateForm(form)))
    assert summary.title.endswith(meeting)
    assert dict(summary.facts)["Date"].startswith(meeting)
    assert due in [line.due for section in summary.sections for line in section.lines]


def test_statuses_are_called_as_the_house_calls_them(tmp_path: Path) -> None:
    from dataclasses import replace

    record = harbour()
    carried = tuple(replace(action, status="carried") for action in record.actions)
    style = house(tmp_path, '[status]\ncarried = "brought forward"')
    summary = styled(summarize(replace(record, actions=carried)), style)
    earlier = next(section for section in summary.sections if section.key == "earlier")
    assert {line.status for line in earlier.lines} == {"brought forward"}


@pytest.mark.parametrize("format", [SummaryFormat.TEXT, SummaryFormat.MD, SummaryFormat.HTML])
def test_heading_logo_and_contact_are_in_every_format(format: SummaryFormat) -> None:
    style = House(heading="Quay Club", logo="QUAY & CLUB", contact="Corrections to the clerk.")
    text = render([headed(harbour(), style)], format, finish=lambda summary: styled(summary, style))
    assert isinstance(text, str)
    logo = "QUAY &amp; CLUB" if format is SummaryFormat.HTML else "QUAY & CLUB"
    assert text.index(logo) < text.rindex("Quay Club: summary of the meeting") < text.index("Corrections to the clerk.")


def test_logo_and_contact_are_in_word_documents() -> None:
    import io

    import docx

    style = House(logo="QUAY CLUB", contact="Corrections to the clerk.")
    data = render([harbour()], SummaryFormat.DOCX, finish=lambda summary: styled(summary, style))
    assert isinstance(data, bytes)
    paragraphs = [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]
    assert paragraphs[0] == "QUAY CLUB"
    assert "Corrections to the clerk." in paragraphs
