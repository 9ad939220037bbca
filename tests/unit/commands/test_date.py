"""`backstory date`: what it says of dates and of what is none, to people and to programs."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.unit.commands.running import put

from backstory.commands.cli import cli


def ask(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["date", *arguments], input=given)


def answers(*arguments: str, given: str | bytes | None = None) -> list[dict[str, Any]]:
    found = json.loads(ask("--json", *arguments, given=given).output)
    assert isinstance(found, list)
    return found


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask in a folder that is no site."""
    monkeypatch.chdir(tmp_path)


def test_people_are_told_how_a_date_reads() -> None:
    found = ask("2021-06~", "2021-05/..", "../2021", "2021-08-03T14:30", "{..1984,1990..}")
    assert found.output.splitlines() == [
        "2021-06~",
        "  about June 2021",
        "  level 1, from 2021-06-01 to 2021-06-30",
        "2021-05/..",
        "  from May 2021",
        "  level 1, from 2021-05-01",
        "../2021",
        "  until 2021",
        "  level 1, until 2021-12-31",
        "2021-08-03T14:30",
        "  3 August 2021, 14:30",
        "  level 0, 2021-08-03, kept as 2021-08-03T14:30:00",
        "{..1984,1990..}",
        "  1984 and earlier and 1990 and later",
        "  level 2, any day",
    ]
    assert found.exit_code == 0


def test_people_are_told_what_is_wrong() -> None:
    found = ask("03/08/2021", "2021-02-30", "\x1b[2J")
    assert found.output.splitlines() == [
        "03/08/2021",
        '  "03/08/2021" is not a date.',
        "  Write 2021-08-03 (3 August) or 2021-03-08 (8 March).",
        "2021-02-30",
        '  "2021-02-30" is not a date: February 2021 has 28 days.',
        "  Leave the day out if it is not known.",
        "\\x1b[2J",
        '  "\\x1b[2J" is not a date.',
        "  Write 2021-08-03, or 2021-08 if the day is not known.",
    ]
    assert found.exit_code == 1


def test_programs_get_every_field_of_a_date() -> None:
    assert answers("2021-08-?03/..") == [
        {
            "input": "2021-08-?03/..",
            "valid": True,
            "edtf": "2021-08-?03/..",
            "level": 2,
            "kind": "interval",
            "precision": "day",
            "approximate": False,
            "uncertain": True,
            "earliest": "2021-08-03",
            "latest": None,
            "lang": "en",
            "shown": "from 3 August 2021, day uncertain",
            "datetime": None,
            "error": None,
            "help": None,
            "suggestions": [],
        }
    ]


def test_programs_get_the_same_fields_of_what_is_no_date() -> None:
    date, wrong = answers("2021-08-03", "3 августа 2021")
    assert (date["datetime"], date["earliest"], date["latest"]) == ("2021-08-03", "2021-08-03", "2021-08-03")
    assert list(wrong) == list(date)
    assert wrong["suggestions"] == ["2021-08-03"]
    assert {key for key, value in wrong.items() if value is not None} == {
        "input", "valid", "error", "help", "suggestions",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["-0044-03-15", "-20XX", "-1985/..", "Y-17E7", "?2004-06-~11"])
def test_a_date_may_begin_as_an_option_does(text: str) -> None:
    assert [each["edtf"] for each in answers(text)] == [text]
    assert ask("--", text).exit_code == 0


@pytest.mark.parametrize(
    ("given", "inputs"),
    [
        ("2021\n2022\n", ["2021", "2022"]),
        ("2021\r\n2022", ["2021", "2022"]),
        ("\ufeff2021\n\n 2022\n", ["2021", "", " 2022"]),
        ("2021\u2028\x0b2022\n", ["2021\u2028\x0b2022"]),
        (b"2021\xff\n", ["2021\\xff"]),
        ("", []),
    ],
)
def test_dates_come_from_standard_input(given: str | bytes, inputs: list[str]) -> None:
    assert [each["input"] for each in answers("-", given=given)] == inputs


def test_space_around_a_date_is_a_mistake() -> None:
    assert ask(" 2021").exit_code == 1
    assert answers(" 2021 ")[0]["suggestions"] == ["2021"]


def test_the_language_is_asked_for() -> None:
    assert [answers("2021-08", "--lang", lang)[0]["shown"] for lang in ("ru", "lt", "pt-BR", "ar-LB")] == [
        "август 2021 года", "2021 m. rugpjūtis", "agosto de 2021", "آب ٢٠٢١",
    ]  # fmt: skip
    assert ask("2021", "--lang", "tlh").exit_code == 2
    assert ask("2021", "--lang", "?").exit_code == 2


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ('[tool.backstory]\nlanguage = "pl"\n', "sierpień 2021"),
        ("[tool.backstory]\n", "August 2021"),
        ("[tool.backstory]\nlanguage = 3\n", "August 2021"),
        ("[tool.backstory", "August 2021"),
    ],
)
def test_a_site_has_its_own_language(tmp_path: Path, settings: str, shown: str) -> None:
    put(tmp_path, {"pyproject.toml": settings})
    assert answers("2021-08")[0]["shown"] == shown


def test_nothing_asked_is_mistyped() -> None:
    assert ask().exit_code == 2


def test_much_is_answered_quickly() -> None:
    lines = "".join(f"{1000 + n % 9000}-{n % 12 + 1:02}\n{'9' * 1000}\n" for n in range(1000))
    began = time.process_time()
    assert len(answers("-", given=lines)) == 2000
    assert time.process_time() - began < 2
