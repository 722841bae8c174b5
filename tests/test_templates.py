"""Templates: those that come along, what they can read, and that hostile ones do no harm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser
from typer.testing import CliRunner

from factories import Minutes, empty_record, harbour, harbour_meeting
from minutextract.cli.main import app
from minutextract.errors import UsageError
from minutextract.house.model import House
from minutextract.house.style import styled
from minutextract.render import SummaryFormat, SummaryOptions, render
from minutextract.render.content import Group, Line, Section, Summary
from minutextract.render.summary import summarize
from minutextract.templating import child, rendering
from minutextract.templating.catalog import HOUSE, Shipped, named, shipped, template_path, written_suffix
from minutextract.templating.rendering import names, public_names, render_template

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = [one for one in shipped() if one.name != HOUSE]
run = CliRunner()
in_a_process = rendering._asked


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for each template takes long: those tests have it that are about it."""
    monkeypatch.setattr(rendering, "_asked", child.run)


def rendered(tmp_path: Path, text: str, name: str = "mine.txt.j2", summary: Summary | None = None) -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return render_template([summary or summarize(harbour())], path)


@pytest.mark.parametrize(("name", "format"), [("summary.md", SummaryFormat.MD), ("summary.html", SummaryFormat.HTML)])
@pytest.mark.parametrize("checks", [False, True])
def test_the_standard_templates_write_what_the_formats_do(name: str, format: SummaryFormat, checks: bool) -> None:
    options, style = SummaryOptions(checks=checks), House(logo="QUAY", contact="To the clerk.")
    summary = styled(summarize(harbour(), options), style)
    built_in = render([harbour()], format, options, lambda one: styled(one, style))
    written = render_template([summary], named(name).path)
    if format is SummaryFormat.MD:
        # A full stop behind a number may be escaped where it need not be.
        written, built_in = (MarkdownIt("commonmark").enable("table").render(str(one)) for one in (written, built_in))
    assert written.rstrip("\n") == str(built_in).rstrip("\n")


@pytest.mark.parametrize("one", TEMPLATES, ids=lambda one: one.name)
def test_each_template_takes_one_meeting_two_and_an_empty_one(one: Shipped) -> None:
    path = one.path
    assert one.description
    whole = summarize(harbour())
    assert "Harbour Trust" in render_template([whole], path)
    assert render_template([whole, whole], path).count("Harbour Trust Committee: summary") >= 2
    assert render_template([summarize(empty_record())], path)


@pytest.mark.parametrize("one", TEMPLATES, ids=lambda one: one.name)
@pytest.mark.parametrize("words", ["<script>x</script>", "*b* [a](javascript:x) <img src=x onerror=y>", "| a |\n# b"])
def test_words_of_the_minutes_are_no_markup_in_any_template(one: Shipped, words: str) -> None:
    minutes = Minutes(harbour_meeting(), path="a.txt").item("1", words)
    minutes.say(words).action(words).decision(words).insight(words)
    text = render_template([summarize(minutes.record())], one.path)
    page = text if one.name.endswith("html") else MarkdownIt("commonmark").enable("table").render(text)
    assert not LexborHTMLParser(page).css("script, img, a, [onerror]")


def test_a_slip_has_its_owner_and_nobody_elses() -> None:
    slips = render_template([summarize(harbour())], named("owner-slip").path).split("</article>")
    own = next(slip for slip in slips if "John Doe" in slip)
    assert "crane survey" in own
    assert "tide readings" not in own
    assert "Due: <bdi>7 March 2031, “by Friday”</bdi>" in own


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ summaries.__class__ }}", "unsafe"),
        ("{{ summaries[0].__init__.__globals__ }}", "unsafe"),
        ("{{ (summaries|first)['__class__'] }}", "unsafe"),
        ("{{ title|attr('__class__') }}", "unsafe"),
        ("{{ '%s'.__mod__ }}", "unsafe"),
        ("{{ '{0.__class__}'.format(title) }}", "unsafe"),
        ("{{ range.__globals__ }}", "unsafe"),
        ("{{ self.__init__ }}", ""),
        ("{{ lipsum() }}", "'lipsum' is undefined"),
        ("{{ cycler.__init__ }}", "unsafe"),
        ("{{ config }}", "'config' is undefined"),
        ("{% include '/etc/passwd' %}", "no template beside this one"),
        ("{% include '../../etc/passwd' %}", "no template beside this one"),
        ("{% include 'link.txt' %}", "there is no template 'link.txt' beside this one"),
        ("{% import 'os' as os %}{{ os.system('x') }}", "no template beside this one"),
        ("{% extends title %}", "no template beside this one"),
        ("{% for n in range(10000000) %}x{% endfor %}", "Range too big"),
        ("{{ 'x' * 1000000000 }}", "the operator * is for numbers"),
        ("{{ 9 ** 99999999 }}", "the operator ** is for numbers"),
        ("{{ '%999999999d' % 3 }}", "strings are put together with ~"),
        ("{% set x = summaries.append(1) %}", "has no attribute 'append'"),
        ("{{ summaries[0].sumary }}", "has no attribute 'sumary'"),
    ],
)
def test_hostile_templates_are_refused(tmp_path: Path, text: str, cause: str) -> None:
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    with pytest.raises(UsageError) as caught:
        rendered(tmp_path, f"fine\n{text}")
    assert cause in caught.value.cause
    assert f"template {tmp_path / 'mine.txt.j2'}" in caught.value.cause
    assert caught.value.remedy
    assert "root:" not in caught.value.cause


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
        "{{ 'x'|center(100000000000) }}",
        "{{ '{:>9999999999}'.format('x') }}",
        "{% set ns = namespace(x='x') %}{% for a in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
        "{% for a in range(90000) %}{{ 'a long line of words to fill the disk with'|center(9000) }}{% endfor %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    ],
)
def test_time_memory_and_output_have_limits(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_asked", in_a_process)
    with pytest.raises(UsageError, match=r"template .*mine\.txt\.j2"):
        rendered(tmp_path, text)


def test_a_process_of_its_own_writes_what_this_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    here = render_template([summarize(harbour())], named("chair").path)
    monkeypatch.setattr(rendering, "_asked", in_a_process)
    assert render_template([summarize(harbour())], named("chair").path) == here


def test_output_is_counted_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "LARGEST", 100)
    path = tmp_path / "x.txt.j2"
    path.write_text("{% for a in range(900) %}word{% endfor %}", encoding="utf-8")
    assert child.run(path, ".txt", {})["error"] == "it writes more than 100 characters"


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ("a\nb\n{{ summarys }}", 3, "Did you mean summaries?"),
        ("a\n{% for s in summaries %}\n{{ s.titel }}\n{% endfor %}", 3, "Did you mean title?"),
        ("a\n{% for s in summaries %}", 2, "Correct the template"),
        ("{{ title|nofilter }}", 1, "Correct the template"),
        ("a\n\n{{ title / 3 }}", 3, "Correct the template"),
        ("{{ }}", 1, "Correct the template"),
    ],
)
def test_faults_are_told_with_file_line_and_remedy(tmp_path: Path, text: str, line: int, remedy: str) -> None:
    with pytest.raises(UsageError) as caught:
        rendered(tmp_path, text)
    assert caught.value.cause.startswith(f"template {tmp_path / 'mine.txt.j2'}, line {line}: ")
    assert remedy in caught.value.remedy


def test_templates_beside_it_can_be_included(tmp_path: Path) -> None:
    (tmp_path / "head.md.j2").write_text("# {{ title }}\n", encoding="utf-8")
    assert rendered(tmp_path, "{% include 'head.md.j2' %}", "mine.md.j2").startswith("# Harbour Trust")
    (tmp_path / "head.md.j2").write_text("x\n{{ nothing }}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"head\.md\.j2, line 2"):
        rendered(tmp_path, "{% include 'head.md.j2' %}", "mine.md.j2")


def test_values_are_escaped_by_what_is_written_and_raw_is_not(tmp_path: Path) -> None:
    text = "{{ '<b>*x*</b>' }}"
    assert rendered(tmp_path, text, "a.html.j2") == "&lt;b&gt;*x*&lt;/b&gt;"
    assert rendered(tmp_path, text, "a.md.j2") == r"\<b>\*x\*\</b>"
    assert rendered(tmp_path, text, "a.txt.j2") == "<b>*x*</b>"
    assert rendered(tmp_path, "{{ '*x*'|raw }}", "a.md.j2") == "*x*"


def test_names_and_paths_of_templates(tmp_path: Path) -> None:
    assert template_path("chair").name == "chair.html.j2"
    assert template_path("summary.md.j2").name == "summary.md.j2"
    assert written_suffix(Path("x.HTML.j2")) == ".html"
    for wrong, cause in (("summary", "several templates"), ("chiar", "no template chiar"), ("a/b.j2", "a/b.j2"),
                         ("house", "there is no template house")):  # fmt: skip
        with pytest.raises(UsageError, match=cause):
            template_path(wrong)
    (tmp_path / "x.docx.j2").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="does not say what it writes"):
        template_path(str(tmp_path / "x.docx.j2"))


def test_the_commands_list_show_and_copy(tmp_path: Path) -> None:
    listed = run.invoke(app, ["templates", "list"]).stdout
    assert all(one.name in listed and one.description in listed for one in shipped())
    assert run.invoke(app, ["templates", "show", "chair"]).stdout.startswith("<!DOCTYPE html>")
    for one in shipped():
        result = run.invoke(app, ["templates", "copy", one.name, str(tmp_path)])
        assert result.exit_code == 0
        assert (tmp_path / one.file).read_bytes() == one.path.read_bytes()
    again = run.invoke(app, ["templates", "copy", "house", str(tmp_path)])
    assert again.exit_code == 1
    assert "is there already" in again.stderr
    assert (tmp_path / "minutextract.toml").is_file()
    assert run.invoke(app, ["templates", "copy", "chair", str(tmp_path / "no")]).exit_code == 1
    wrong = run.invoke(app, ["templates", "show", "chiar.html"])
    assert "Did you mean chair.html?" in wrong.stderr


def test_the_document_lists_every_name_that_a_template_can_read() -> None:
    text = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    told = {}
    for heading, model in (("A summary", Summary), ("A section", Section), ("A group", Group), ("A line", Line)):
        part = text.split(f"### {heading}\n")[1].split("\n#")[0]
        told[heading] = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
        assert sorted(told[heading]) == sorted(public_names(model)), heading
    assert {"title", "summaries", *(name for own in told.values() for name in own)} == set(names())
    assert [one.name for one in TEMPLATES if f"`{one.name}`" not in text] == []
