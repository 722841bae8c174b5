"""The alias file: what it may say, and what is said of a mistake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minutextract.history.aliases import AliasError, read_aliases

ROOT = Path(__file__).resolve().parent.parent


def test_the_example_of_the_documentation_is_understood() -> None:
    text = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    read = read_aliases(example, "aliases.toml")
    assert read.persons
    assert read.series
    assert read.not_people


@pytest.mark.parametrize(
    ("content", "line", "cause"),
    [
        ('[[person]]\nname = "Ann\n', 2, ""),
        ('\n[[persons]]\nname = "Ann"\n', 2, "there is no “persons” here"),
        ('[[person]]\nalso = ["AB"]\n', 1, "has no name"),
        ('[[person]]\nname = "Ann"\n\n[[person]]\nname = "Bo"\nalso = "BB"\n', 6, "no list of names"),
        ('[[person]]\nname = "Ann"\nsince = "May"\n', 3, "no date"),
        ('[[person]]\nname = "Ann"\nseries = 3\n', 3, "no name"),
        ('[[series]]\nname = "Oak"\nfolder = ["x"]\n', 3, "no “folder”"),
        (
            '[[person]]\nname = "Ann"\nalso = ["AB"]\n[[person]]\nname = "Al"\nalso = ["A.B."]\n',
            4,
            "the entry of line 1",
        ),
        ("not_people = 3\n", 1, "no list of names"),
        ("person = 3\n", 1, "no list of entries"),
    ],
)
def test_mistakes_are_told_with_their_line(content: str, line: int, cause: str) -> None:
    with pytest.raises(AliasError) as caught:
        read_aliases(content, "aliases.toml")
    assert caught.value.cause.startswith(f"aliases.toml:{line}: ")
    assert cause in caught.value.cause
    assert caught.value.remedy


def test_one_name_may_be_two_peoples_at_different_times() -> None:
    read = read_aliases(
        '[[person]]\nname = "Ann Fay"\nalso = ["AF"]\nuntil = 2010-01-01\n'
        '[[person]]\nname = "Al Fox"\nalso = ["AF"]\nsince = "2010-01-02"\nseries = "Oak Council"\n'
        '[[person]]\nname = "Abe Fir"\nalso = ["AF"]\n',
        "aliases.toml",
    )
    assert read.person_of("AF", "Oak Council", "2009-05-01") == 0
    assert read.person_of("A.F.", "Oak Council", "2011-05-01") == 1
    assert read.person_of("AF", "Elm Club", "2011-05-01") == 2
    assert read.person_of("AF", "Oak Council", None) == 2
    assert read.person_of("XY", "Oak Council", None) is None
