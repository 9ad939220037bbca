"""Our reading held against the `edtf` package's; where the two differ, the paragraph that decides.

"LoC" is the Library of Congress's specification of 4 February 2019, by its headings; "8601-1" and "8601-2" are the
parts of ISO 8601:2019 that it profiles.
"""

import contextlib
import io
from pathlib import Path
from typing import Any

import pytest
from edtf import parse_edtf

from backstory.reading.dates import DateError, parse

ALIKE = [
    "1985-04-12", "1985-04", "1985", "0000", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2005/2006-02",
    "2004-02-01/2005-02", "2004-02-01/2005", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30+04:30",
    "1985-04-12T23:20:30-04", "Y170000002", "Y-170000002", "2001-21", "2001-22", "2001-23", "1984?", "2004-06~",
    "2004-06-11%", "201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX", "-1985", "-0001", "-20XX", "-2005/-1999-02",
    "2001-25", "2001-26", "2001-27", "2001-29", "2001-31", "2001-32", "2001-33", "2001-34", "2001-35", "2001-36",
    "2001-37", "2001-38", "2001-39", "2001-40", "2001-41", "Y-17E7", "[1667,1668,1670..1672]", "[1667,1760-12]",
    "{1667,1668,1670..1672}", "{1960,1961-12}", "2004-06~-11", "2004?-06-11", "?2004-06-~11", "2004-%06-11",
    "156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-XX", "1XXX-12", "2004-06-~01/2004-06-~20", "1984?/2004%",
    "2004-06-XX/2004-07-03", "2020-02-29", "2000-02-29",
]  # fmt: skip
BOTH_REFUSE = [
    "2021-04-31", "2021-13", "2021-00", "2021-01-00", "-0000", "Y1985", "Y12345-06", "Y17E0", "2004-06S2", "/", "[]",
    "[..]", "{}", "[1667..1670-12]", "[1984..,1990]", "2001-21-05", "2001-42", "1984-2X", "199u",
    "1984?~", "y-17e7", "1985-04-12T23:20:30~", "2021-08-03T14:00:00/2021-08-04T14:00:00", "2021-8-3", "20210803",
    "2021-08-03T14:30:00.5", "12345", "2004-06-(01)~", "..1984", "1984..", "2021-08-03T23:59:60", "yesterday",
]  # fmt: skip

# text, the paragraph that decides
WE_ACCEPT = [
    ("1984-1X", "LoC level 2, Unspecified Digit, example 6"),
    ("2021-08-03T14:30", "LoC level 0, Date and Time, has whole times alone; we let an editor leave the seconds out"),
    ("1985-04-12T23:20:30+00:00", "8601-1, 4.3.13: + is for places ahead of UTC or level with it"),
    ("1985-04-12T23:20:30+00", "8601-1, 4.3.13: + is for places ahead of UTC or level with it"),
    ("2004-06?-~11", "LoC level 2, Qualification, groups and individual components; 8601-2, 8.4.6"),
    ("2001-21?", "LoC level 1, Seasons: a season stands where a month does, so Qualification applies"),
    ("2001-34~", "LoC level 2, Sub-year groupings, extending Seasons"),
    ("20XX-21", "LoC level 2, Unspecified Digit: anywhere within a component"),
    ("2001-33/2001-34", "LoC level 2, Sub-year groupings; 8601-2, 10.2: ends are date expressions"),
    ("Y17E7/Y18E7", "LoC level 2, Exponential year is a date; 8601-2, 10.2: ends are date expressions"),
    ("Y12345~", "LoC level 1, Qualification of a date: at the end of the date string"),
    ("Y-17E7~", "LoC level 1, Qualification of a date: at the end of the date string"),
    ("-15XX-12-25", "LoC level 1, Negative calendar year, with level 2, Unspecified Digit"),
    ("15X1~", "LoC level 2, Unspecified Digit, is a date; level 1, Qualification: at the end of the date string"),
    ("%2004?", "LoC level 2, Qualification, individual component: what stands before a part holds for it too"),
    ("20XX/..", "LoC level 2, Interval: portions may be unspecified; level 1, Extended Interval: an open end"),
    ("2004?-06-11/..", "LoC level 2, Interval: portions may be uncertain; level 1, Extended Interval: an open end"),
    ("Y170000002/..", "LoC level 1, Letter-prefixed calendar year is a date; 8601-2, 10.2: ends are date expressions"),
    ("[2001-21,2002]", "LoC level 2, Set representation 3: members may be any dates"),
    ("{2004-06~-11}", "LoC level 2, Set representation 3: members may be any dates"),
    ("{1667?..1670}", "LoC level 2, Set representation 5: all the values between two dates"),
    ("[1667]", "LoC level 2, Set representation 1: no least number of members"),
    ("{1667}", "LoC level 2, Set representation 2: no least number of members"),
]
WE_REFUSE = [
    ("2021-02-29", "8601-1, 4.2.1: 29 February is in leap years alone"),
    ("1900-02-29", "8601-1, 4.2.1: a centennial year is a leap year only if divisible by 400"),
    ("2020-11-?31", "8601-1, 4.2.1: November has 30 days, whether the day is certain or not"),
    ("2021-02-3X", "8601-2, 9.2: X stands for a digit of a date, and February has no such day"),
    ("2021-08-03T24:00:00", "8601-1, 5.3.2: midnight begins a day (24:00 came back in 2022, after LoC)"),
    ("2005/2004", "8601-2, 7.14.2, example 2: an interval's end does not come before its start"),
    ("2021-08-03/2021-07", "8601-2, 7.14.2, example 2: an interval's end does not come before its start"),
    ("[1670..1667]", "LoC level 2, Set representation 5: all the values between the two"),
    ("[1667, 1668]", "LoC level 2, Set representation 4: no spaces anywhere within the expression"),
    ("../..", "LoC level 1, Extended Interval 2: either the start or the end is not specified"),
    ("Y1E2", "LoC level 1, Letter-prefixed calendar year: when and only when the year exceeds four digits"),
    ("1950S2-04", "LoC level 2, Significant digits: a year may be followed by S, and nothing follows it"),
    ("1950S0", "LoC level 2, Significant digits: a positive integer"),
    ("1950S5", "8601-2, 4.4.3: digits count from the left of the value, which has four"),
    ("2001-21^N", "LoC, Differences: not among the features of 2019 (the draft of 2012 had it)"),
]
# text, our days, the package's, why
OTHER_DAYS = [
    (
        "2001-24",
        ("2001-12-01", "2002-02-28"),
        ("2001-12-01", "2001-12-31"),
        "LoC level 1, Seasons, leaves the days open: we take whole seasons of three months, also past the new year",
    ),
    (
        "1950S2",
        ("1900-01-01", "1999-12-31"),
        ("1950-01-01", "1950-12-31"),
        "LoC level 2, Significant digits, example 1: some year between 1900 and 1999",
    ),
    (
        "Y171010000S3",
        ("171000000-01-01", "171999999-12-31"),
        ("171010000-01-01", "171010000-12-31"),
        "LoC level 2, Significant digits, example 2",
    ),
    (
        "Y3388E2S3",
        ("338000-01-01", "338999-12-31"),
        ("338800-01-01", "338800-12-31"),
        "LoC level 2, Significant digits, example 3",
    ),
    (
        "1985/",
        ("1985-01-01", "-"),
        ("1985-01-01", "1995-01-01"),
        "LoC level 1, Extended Interval 1: the end is unknown, not ten years later",
    ),
    (
        "/1985",
        ("-", "1985-12-31"),
        ("1975-12-31", "1985-12-31"),
        "LoC level 1, Extended Interval 1: the start is unknown, not ten years earlier",
    ),
]


def _theirs(text: str) -> Any:
    """Return the package's date, or None when it refuses the text or breaks on it (it prints as it does)."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            return parse_edtf(text)
        except Exception:
            return None


def _their_days(text: str) -> tuple[str, str]:
    found = _theirs(text)
    return _text(found.lower_strict()), _text(found.upper_strict())


def _text(day: Any) -> str:
    year, month, number = day[:3]
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"


def _our_days(text: str) -> tuple[str, str]:
    date = parse(text)
    return date.earliest.text if date.earliest else "-", date.latest.text if date.latest else "-"


def _refused(text: str) -> bool:
    try:
        parse(text)
    except DateError:
        return True
    return False


@pytest.mark.parametrize("text", ALIKE)
def test_same_days(text: str) -> None:
    assert _our_days(text) == _their_days(text)


@pytest.mark.parametrize("text", BOTH_REFUSE)
def test_refused_by_both(text: str) -> None:
    assert _refused(text)
    assert _theirs(text) is None


@pytest.mark.parametrize(("text", "why"), WE_ACCEPT)
def test_only_we_accept(text: str, why: str) -> None:
    assert not _refused(text), why
    assert _theirs(text) is None


@pytest.mark.parametrize(("text", "why"), WE_REFUSE)
def test_only_we_refuse(text: str, why: str) -> None:
    assert _refused(text), why
    assert _theirs(text) is not None


@pytest.mark.parametrize(("text", "ours", "theirs", "why"), OTHER_DAYS)
def test_other_days(text: str, ours: tuple[str, str], theirs: tuple[str, str], why: str) -> None:
    assert _our_days(text) == ours, why
    assert _their_days(text) == theirs


def test_every_difference_is_documented() -> None:
    lines = (Path(__file__).parents[3] / "docs" / "dates.md").read_text(encoding="utf-8").splitlines()
    told = {(line.split("`")[1], line.strip("| ").rpartition(" | ")[2]) for line in lines if line.startswith("| `")}
    differences = {*WE_ACCEPT, *WE_REFUSE, *((text, why) for text, _, _, why in OTHER_DAYS)}
    assert differences - told == set()
