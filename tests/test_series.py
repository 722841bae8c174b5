"""Which meetings are of one body, and in what order; every body, path and date here is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from minutextract.history.aliases import read_aliases
from minutextract.history.places import place_of, places_of
from minutextract.history.series import Held, Series, find_series
from minutextract.history.words import is_generic, key_of, shortens, spoken, undated

Row = tuple[str, str | None, str | None, str | None]


def held(rows: Sequence[Row]) -> list[Held]:
    """Meetings from path, body, title and date."""
    places = places_of(path for path, *_ in rows)
    return [Held(n, path, places[path], body, title, day) for n, (path, body, title, day) in enumerate(rows)]


def names(series: Sequence[Series]) -> dict[str, list[str]]:
    """The paths of each series' meetings in order."""
    return {one.name: [meeting.path for meeting, _ in one.meetings] for one in series}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Minutes of the Oakham Parish Council", "Oakham Parish Council"),
        ("3rd Lantern Hill Team Meeting, 5 May 2021", "Lantern Hill Team"),
        ("Oakham Parish Council A.G.M.", "Oakham Parish Council"),
        ("LANTERN board meeting #12 (2020-03-04)", "LANTERN board"),
        ("Annual Parish Meeting", "Annual Parish"),
        ("Working Group 2", "Working Group 2"),
        ("Monday 4th March, 7 pm", ""),
        ("Board of Directors", "Board of Directors"),
        ('The "Kite" Meeting', "Kite"),
    ],
)
def test_what_says_when_is_no_part_of_a_name(text: str, left: str) -> None:
    assert spoken(text).strip('"') == left


def test_a_name_that_was_cut_is_no_body() -> None:
    rows: list[Row] = [
        (f"archive/lantern/{n}_{word}-meetings-2024-0{n}-01.md", None, None, f"2024-0{n}-01")
        for n, word in enumerate(["allotment", "lotment", "tment", "ment", "lotment"], start=1)
    ]
    assert set(names(find_series(held(rows)))) == {"Lantern"}
    several = [(f"archive/{word}-meeting-{n}.md", None, None, None) for n in (1, 2) for word in ("art", "smart")]
    assert set(names(find_series(held(several)))) == {"Art", "Smart"}


def test_a_board_is_the_body_whose_files_are_named_alike() -> None:
    rows: list[Row] = [
        ("a/larch-museum-2025-12-02.rst", "Larch Museum", None, "2025-12-02"),
        ("a/larch-museum-2026-02-03.txt", "Board of Trustees", None, "2026-02-03"),
        ("a/wherry-homes-2025-11-26.pdf", "Wherry Homes", None, "2025-11-26"),
        ("a/2026-03-03.txt", "Board", None, "2026-03-03"),
    ]
    found = names(find_series(held(rows)))
    assert found["Larch Museum"] == ["a/larch-museum-2025-12-02.rst", "a/larch-museum-2026-02-03.txt"]
    assert found["Board"] == ["a/2026-03-03.txt"]


def with_lists(rows: Sequence[Row], *lists: str) -> list[Held]:
    """Meetings with their attendance lists, each as names with commas between."""
    people = [frozenset(name.strip().casefold() for name in names.split(",") if name.strip()) for names in lists]
    return [replace(one, people=names) for one, names in zip(held(rows), people, strict=True)]


def sizes(several: Sequence[Held]) -> list[int]:
    """How many meetings each series has, the largest first."""
    return sorted((len(one.meetings) for one in find_series(several)), reverse=True)


BOARD = "Board of Trustees"


def test_a_name_of_many_bodies_joins_no_files_of_other_names() -> None:
    rows: list[Row] = [
        ("a/larch-museum-2025-12-02.txt", BOARD, None, "2025-12-02"),
        ("a/wherry-homes-2025-12-09.txt", BOARD, None, "2025-12-09"),
        ("a/larch-museum-2026-02-03.txt", BOARD, None, "2026-02-03"),
        ("a/wherry-2026-02-10.txt", BOARD, None, "2026-02-10"),
        ("a/scan-2026-03-10.txt", BOARD, "Larch Museum: minutes", "2026-03-10"),
    ]
    found = find_series(held(rows))
    assert [[one.path[2:6] for one, _ in several.meetings] for several in sorted(found, key=lambda one: one.id)] in (
        [["larc", "larc", "scan"], ["wher", "wher"]],
        [["wher", "wher"], ["larc", "larc", "scan"]],
    )
    assert len({one.id for one in found}) == 2
    assert any("seem to be another body's" in how for several in found for _, how in several.meetings)


def test_a_name_of_many_bodies_joins_files_of_any_name_where_the_same_people_meet() -> None:
    rows: list[Row] = [
        ("a/agreed-2025-12.txt", BOARD, None, "2025-12-02"),
        ("a/sent-2026.txt", BOARD, None, "2026-02-02"),
    ]
    assert sizes(with_lists(rows, "Ann Baxter, Tom Reed", "Tom Reed, Ann Baxter, Joy Hill")) == [2]
    assert sizes(with_lists(rows, "Ann Baxter, Tom Reed", "Tom Reed, Joy Hill")) == [1, 1]


@pytest.mark.parametrize("name", [BOARD, "OPA"])
def test_lists_of_one_time_with_nobody_in_common_are_two_bodies(name: str) -> None:
    rows: list[Row] = [
        (f"a/2025-0{n}-02.txt", name, None, f"{year}-0{n}-02") for n, year in enumerate((2025, 2025, 2025, 2018), 1)
    ]
    lists = ["Ann Baxter, Tom Reed, Joy Hill", "A. Baxter, Lee Ward, May Fox", "Eve Stone, Ian Moss, Roy Pike"]
    assert sizes(with_lists(rows, *lists, "Una Beck, Kit Marsh, Ned Cole")) == [2, 1, 1]
    assert sizes(with_lists(rows[:2], *lists[:2])) == [2]
    # Years apart, a board may have changed altogether; two names are no list.
    assert sizes(with_lists([rows[0], rows[3]], lists[0], "Una Beck, Kit Marsh, Ned Cole")) == [2]
    assert sizes(with_lists(rows[:2], lists[0], "Una Beck, Kit Marsh")) == [2]


def test_a_short_name_is_not_another_organisations() -> None:
    rows: list[Row] = [
        ("a/oakham-pc-2023-01-01.md", "Oakham Parish Council", None, "2023-01-01"),
        ("a/elmton-pc-2023-01-02.md", "Parish Council", None, "2023-01-02"),
    ]
    assert sizes(held(rows)) == [1, 1]
    assert sizes(with_lists(rows, "Ann Baxter, Tom Reed", "Tom Reed, Ann Baxter")) == [2]


def test_names_that_stand_side_by_side_in_a_title() -> None:
    rows: list[Row] = [
        ("a/rope-group-2023-01-01.md", "Rope Improvement Group", None, "2023-01-01"),
        ("a/rope-group-2023-02-01.md", "Larch Hospitals", "Larch Hospitals: Rope Improvement Group", "2023-02-01"),
    ]
    assert sizes(held(rows)) == [2]
    assert sizes(held([rows[0], ("a/kite-2023-02-01.md", *rows[1][1:])])) == [1, 1]
    # A committee has the society's name in its own.
    own: list[Row] = [
        ("a/oak-2023-01-01.md", "Oakham Rope Society", None, "2023-01-01"),
        ("a/oak-2023-02-01.md", "Oakham Rope Society Team", "Oakham Rope Society Team", "2023-02-01"),
    ]
    assert sizes(held(own)) == [1, 1]


@pytest.mark.parametrize(
    ("short", "long", "does"),
    [
        ("LWG", "Lantern Working Group", True),
        ("LWG", "Oakham Lantern Working Group", True),
        ("Parish Council", "Oakham Parish Council", True),
        ("ORA Committee", "Oakham Residents Association Committee", True),
        ("Committee", "Oakham Committee", False),
        ("Committee", "Finance Committee", False),
        ("Steering Committee", "Finance Steering Committee", False),
        ("Oakham Parish Council", "Oakham Parish Council", False),
        ("LWG", "Lantern Work", False),
    ],
)
def test_names_that_shorten_others(short: str, long: str, does: bool) -> None:
    assert shortens(key_of(undated(short)), key_of(undated(long))) is does


def test_names_that_many_bodies_bear() -> None:
    assert is_generic(key_of(undated("Board of Directors")))
    assert is_generic(("tsc",))
    assert not is_generic(key_of(undated("Lantern Hill Committee")))


@pytest.mark.parametrize(
    ("path", "folder", "stem", "day"),
    [
        ("/x/oak/2023/05/minutes.pdf", ("x", "oak"), (), "2023-05"),
        ("/x/oak/2023-meetings/05-may/17.md", ("x", "oak"), (), None),
        ("/x/oak/2021-02-03-GC/index.md", ("x", "oak"), ("gc",), "2021-02-03"),
        ("/x/oak/EC-minutes-2021-02-03.md", ("x", "oak"), ("ec",), "2021-02-03"),
        ("/x/oak/apr-2015.html", ("x", "oak"), (), "2015-04"),
        ("/x/oak/minutes_200511.htm", ("x", "oak"), (), "2005-11"),
    ],
)
def test_places(path: str, folder: tuple[str, ...], stem: tuple[str, ...], day: str | None) -> None:
    place = place_of(path)
    assert (tuple(" ".join(words) for words in place.folder), place.stem, place.day) == (folder, stem, day)


def test_an_archive_by_years_is_one_series_in_order() -> None:
    series = find_series(
        held(
            [
                ("/a/2023/05/m.md", "Lantern Hill Society", None, "2023-05-04"),
                ("/a/2022/11/m.md", "The LANTERN HILL Society meeting", None, "2022-11-03"),
                ("/a/2023/01/m.md", None, "Minutes, January 2023", "2023-01-05"),
            ]
        )
    )
    assert names(series) == {"Lantern Hill Society": ["/a/2022/11/m.md", "/a/2023/01/m.md", "/a/2023/05/m.md"]}
    assert [how for _, how in series[0].meetings][1] == "the only body of its folder"


def test_sub_bodies_and_other_organisations_stay_apart() -> None:
    series = find_series(
        held(
            [
                ("/x/oak/1.md", "Oakham Society", None, "2023-01-01"),
                ("/x/oak/2.md", "Oakham Society Committee", None, "2023-01-02"),
                ("/a/elm/1.md", "Board", None, "2023-01-03"),
                ("/a/fir/1.md", "Board", None, "2023-01-04"),
                ("/a/elm/x/1.md", "Elmton Rowing Club", None, "2023-01-05"),
                ("/a/fir/x/1.md", "Elmton Rowing Club", None, "2023-01-06"),
            ]
        )
    )
    assert sorted(len(one.meetings) for one in series) == [1, 1, 1, 1, 2]
    assert len({one.id for one in series}) == 5


def test_spellings_of_a_name_in_one_folder() -> None:
    bodies = ("Oakham Technical Working Group", "OTWG", "TWG", "Oakham Tecnical Working Group")
    rows: list[Row] = [(f"/a/{n}.md", body, None, f"2023-01-0{n + 1}") for n, body in enumerate(bodies)]
    [series] = find_series(held(rows))
    assert series.name == "Oakham Technical Working Group"


def test_a_short_name_that_fits_two_bodies_is_its_own() -> None:
    rows: list[Row] = [
        ("/a/1.md", "Oakham Parish Council", None, "2023-01-01"),
        ("/a/2.md", "Elmton Parish Council", None, "2023-01-02"),
        ("/a/3.md", "Parish Council", None, "2023-01-03"),
    ]
    assert len(find_series(held(rows))) == 3


def test_minutes_without_a_body_go_by_file_name_then_title() -> None:
    rows: list[Row] = [
        ("/a/2020/2020-01-01-kite.md", "Kite Team", None, "2020-01-01"),
        ("/a/2020/2020-01-02-rope.md", "Rope Team", None, "2020-01-02"),
        ("/a/2021/2021-01-01-kite.md", None, "Weekly Meeting #5", "2021-01-01"),
        ("/a/2021/2021-01-02.md", None, "Rope Team call of 2 January", "2021-01-02"),
        ("/a/2021/2021-01-03.md", None, "Sail evening", "2021-01-03"),
    ]
    assert {name: len(paths) for name, paths in names(find_series(held(rows))).items()} == {
        "Kite Team": 2,
        "Rope Team": 1,
        "Rope Team call": 1,
        "Sail evening": 1,
    }


def test_a_folder_without_bodies_is_one_series_unless_two_names_recur() -> None:
    titles = ("Attendees", "Call of 3 May", "Agenda", "Lead call")
    rows: list[Row] = [(f"/a/leads/2020010{n}.md", None, title, f"2020-01-0{n + 1}") for n, title in enumerate(titles)]
    assert list(names(find_series(held(rows)))) == ["Leads"]
    rows = [
        (f"/a/x/{kind}_2020-01-0{n}.md", None, None, f"2020-01-0{n}") for kind in ("kite", "rope") for n in range(1, 4)
    ]
    assert sorted(names(find_series(held(rows)))) == ["Kite", "Rope"]


def test_undated_meetings_go_by_the_file_and_say_so() -> None:
    rows: list[Row] = [
        ("/x/oak/apr-2015.md", "Oak Club", None, None),
        ("/x/oak/mar-2015.md", "Oak Club", None, "2015-03-07"),
        ("/x/oak/zz.md", "Oak Club", None, None),
        ("/x/oak/may.md", "Oak Club", None, "2015-05-07"),
    ]
    [series] = find_series(held(rows))
    assert [one.path[7:] for one, _ in series.meetings] == ["mar-2015.md", "apr-2015.md", "may.md", "zz.md"]
    assert ["file" in how for _, how in series.meetings] == [False, True, False, True]


def test_the_order_of_the_documents_makes_no_difference() -> None:
    rows: list[Row] = [
        (f"/a/{folder}/2020-0{n}-01.md", body, None, f"2020-0{n}-01")
        for n, (folder, body) in enumerate(
            [("x", "TWG"), ("x", "Oak Technical Working Group"), ("x", None), ("y", "TWG")], 1
        )
    ]
    there, back = find_series(held(rows)), find_series(reversed(held(rows)))
    assert [(one.id, one.name, one.meetings) for one in there] == [(one.id, one.name, one.meetings) for one in back]


def test_the_alias_file_wins() -> None:
    aliases = read_aliases(
        '[[series]]\nname = "Oakham Council"\nalso = ["Old Oakham Assembly"]\nfolders = ["oak/extra"]\n', "aliases.toml"
    )
    rows: list[Row] = [
        ("/x/oak/1.md", "Old Oakham Assembly", None, "2019-01-01"),
        ("/x/oak/2.md", "Oakham Council", None, "2020-01-01"),
        ("/x/oak/extra/3.md", "Garden Party", None, "2021-01-01"),
    ]
    [series] = find_series(held(rows), aliases)
    assert (series.name, len(series.meetings)) == ("Oakham Council", 3)
    assert {how for _, how in series.meetings} == {"alias file"}
