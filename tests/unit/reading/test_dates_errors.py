"""What an editor reads when a text is no date."""

import pytest

from backstory.reading.dates import DateError, exactly, parse

# text, what is wrong, the way out
WRONG = [
    ("yesterday", '"yesterday" is not a date.', "Write 2021-08-03, or 2021-08 if the day is not known."),
    ("", '"" is not a date.', "Write 2021-08-03, or 2021-08 if the day is not known."),
    ("3 August 2021", '"3 August 2021" is not a date.', "Write 2021-08-03."),
    ("03/08/2021", '"03/08/2021" is not a date.', "Write 2021-08-03 (3 August) or 2021-03-08 (8 March)."),
    ("since May 2021", '"since May 2021" is not a date.', 'Write "2021-05/..".'),
    (
        "2021-02-29",
        '"2021-02-29" is not a date: February 2021 has 28 days.',
        "Leave the day out if it is not known.",
    ),
    ("1900-02-29", '"1900-02-29" is not a date: February 1900 has 28 days.', "Leave the day out if it is not known."),
    ("-0001-02-29", "February -0001 has 28 days", "Leave the day out if it is not known."),
    ("/2021-02-30", "February 2021 has 28 days", "Leave the day out if it is not known."),
    ("[2021,2021-02-30]", "February 2021 has 28 days", "Leave the day out if it is not known."),
    ("2021-04-31", '"2021-04-31" is not a date: April has 30 days.', "Leave the day out if it is not known."),
    ("2021-04-32", '"2021-04-32" is not a date: there is no day 32.', "Write 2021-08-03, or 2021-08 if the day"),
    ("2021-04-00", '"2021-04-00" is not a date: there is no day 00.', "Write 2021-04."),
    ("2021-13", '"2021-13" is not a date: there is no month 13.', "Write 2021-08-03, or 2021-08 if the day"),
    ("2021-42", '"2021-42" is not a date: there is no month 42.', "Write 2021-08-03, or 2021-08 if the day"),
    ("2021-31-08", "no day can follow it", "Write 2021-08-31."),
    (
        "2021-08-03/2021-07",
        '"2021-08-03/2021-07" is not a date: it ends (2021-07) before it begins (2021-08-03).',
        "Write 2021-07/2021-08-03.",
    ),
    ("[1670..1667]", "it ends (1667) before it begins (1670)", "Check which of the two dates is right."),
    ("[1667..1670-12]", "1667 and 1670-12 are not of the same precision", "Write [2021,2022] for one of two"),
    ("[1667, 1668]", '"[1667, 1668]" is not a date.', "Write [1667,1668]."),
    ("[1667,1668}", "a set that opens with [ closes with ]", "Write [2021,2022] for one of two"),
    ("[]", "the set is empty", "Write [2021,2022] for one of two"),
    ("[1984,..1990]", ".. without a date on one side stands at the beginning or the end", "Write [2021,2022]"),
    ("[..]", ".. in a set needs a date before or after it", "Write [2021,2022] for one of two"),
    ("../..", "an interval needs at least one date", 'Write "2021-05/.." for "from May 2021".'),
    ("/", "an interval needs at least one date", 'Write "2021-05/.." for "from May 2021".'),
    ("2021-08-03T14:00/2021-08-04T12:00", "an interval is made of days", "Leave the times out."),
    ("2021-08-03T25:00", "there is no hour 25", "Write a time such as 2021-08-03T14:30."),
    ("2021-08-03T23:60", "there is no minute 60", "Write a time such as 2021-08-03T14:30."),
    ("2021-08-03T23:59:60", "there is no second 60", "Write a time such as 2021-08-03T14:30."),
    ("2021-08-03T24:00:00", "midnight is 00:00 of the next day", "Write the next day, with T00:00."),
    ("2021-08T14:30", "a time of day needs a whole day before it", "Write 2021-08-03T14:30."),
    ("2021-08-03~T14:30", "cannot stand beside a time of day", "Leave the time out, or the sign."),
    ("2021-08-03T14:30:00+15:00", "no place keeps its clocks at +15:00 from UTC", "Write +03:00, or Z for UTC."),
    ("2021-08-03T14:30:00-00:00", "-00:00 is not a distance from UTC", "Write 2021-08-03T14:30:00Z."),
    ("Y2021", "Y is for years of more than four digits", "Write 2021."),
    ("Y-1E2", "Y is for years of more than four digits", "Write -0100."),
    ("Y012345", "the digits after Y cannot begin with 0", "Write 2021-08-03"),
    ("Y17E0", "the power of ten after E has to be 1 or more", "Write 2021-08-03"),
    ("Y12345-06", "a year written with Y stands alone", "Write 2021-08-03"),
    ("Y1234567890123456789", "its year has more than 18 digits", "Write 2021-08-03"),
    ("Y1E99999999999", "its year has more than 18 digits", "Write 2021-08-03"),
    ("-0000", "the year before 0001 is 0000", "Write 0000."),
    ("1950S5", "after S comes the number of digits that hold, from 1 to 4", "Write 2021-08-03"),
    ("1950S0", "after S comes the number of digits that hold, from 1 to 4", "Write 2021-08-03"),
    ("195XS2", "S and a number of digits go with a whole year alone", "Write 1950S2, or leave S out."),
    ("2021-02-3X", "no day fits it", "Write X for a digit only where some day still fits."),
    ("1984-2X", "no day fits it", "Write X for a digit only where some day still fits."),
    ("XXX1-02-29", "29 February exists in leap years alone", "Leave the day out if it is not known."),
]


@pytest.mark.parametrize(("text", "sentence", "help_text"), WRONG)
def test_error(text: str, sentence: str, help_text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert sentence in caught.value.sentence
    assert caught.value.help.startswith(help_text)


# What the specification leaves out of ISO 8601, or what it had in its draft of 2012.
EXCLUDED = [
    "20210803", "2021-W31-2", "2021-215", "P1Y", "2021-08-03/P2D", "R5/2021-08-03/2021-08-04", "198", "+002021",
    "2021-8-3", "2021-08-03T14", "2021-08-03T14:30:00.5", "2021-08-03T1430", "2021-08-03 14:30", "2021-08-03/08-05",
    "1984?~", "y170000002", "Y17e7", "199u", "unknown/2004", "2004-06-(01)~", "2001-21^southern", "-12345", "12345",
    "2021-08-03/2021-08-04/2021-08-05", "..1984", "1984..", "[2021-08-03/2021-08-05]", "2021-08-03T14:30~",
    "\u0662\u0660\u0662\u0661", "２０２１-０８-０３", "2021-08-03\n2021-08-04", "2021−08−03", "X", "-", "?", "T14:30",
]  # fmt: skip


@pytest.mark.parametrize("text", EXCLUDED)
def test_excluded(text: str) -> None:
    with pytest.raises(DateError):
        parse(text)


def test_long_text_is_shortened() -> None:
    with pytest.raises(DateError, match=r'^"a{60}…" is not a date'):
        parse("a" * 5000)


@pytest.mark.parametrize("text", [" 2021", "2021-08-03 ", "2021\n", "\u00a02021-08"])
def test_exactly_is_exact(text: str) -> None:
    assert parse(text) == exactly(text.strip())
    with pytest.raises(DateError, match="there is space before or after it") as caught:
        exactly(text)
    assert caught.value.suggestions == (text.strip(),)
