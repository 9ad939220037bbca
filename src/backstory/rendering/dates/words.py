"""The words and patterns that a language shows dates with.

Knows what differs between languages. Must never know a particular one, nor EDTF.
"""

from typing import Final, Literal

from msgspec import Struct

Use = Literal["name", "about", "since", "until"]
"""What a date stands for in its phrase: by itself, or after "about", "from" or "until"."""

ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
                "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII")  # fmt: skip


class Forms(Struct, frozen=True):
    """How single dates read in one grammatical case.

    In the patterns `{d}` is the day, `{y}` the year, `{m}` the month's name as it stands inside a date, `{M}` as it
    stands alone, `{a}` in the accusative and `{n}` its number. `{e}` is the era where it follows more than the year;
    without it the era goes with `{y}`. `parts` are four seasons, four quarters and two halves of a year, and may be
    empty. `decades` has one pattern, or ten from the first decade of a century to the last: `{y}` is the decade's
    first year, `{t}` its last two digits, `{c}` the century and `{C}` the same in Roman figures. An empty one, or none,
    makes a decade a range of years.
    """

    day: str
    day_month: str
    month: str
    month_name: str
    year: str
    years: str
    parts: tuple[str, ...] = ()
    decades: tuple[str, ...] = ()


class Words(Struct, frozen=True, kw_only=True):
    """Everything that one language needs. `{}` in a phrase is the date.

    `unsure` says that a date, its year, its month, its day are uncertain; `unknown` that the year, the month, the day,
    the start, the end are not known. `limits` are "or earlier", "or later", "and earlier", "and later".
    """

    forms: Forms
    about: str
    since: str
    until: str
    since_about: str
    until_about: str
    after_about: Forms | None = None
    after_since: Forms | None = None
    after_until: Forms | None = None
    unsure: tuple[str, str, str, str]
    unknown: tuple[str, str, str, str, str]
    limits: tuple[str, str, str, str]
    hemispheres: tuple[str, str]
    accusatives: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    """The months as they stand inside a date, where Unicode's names will not do."""
    eras: tuple[str, ...] = ()
    """Before and after year 1, where Unicode's abbreviations will not do."""
    figures: str = "{}–{}"
    """Joins two numbers."""
    days: str = "{}–{}"
    """Joins two days of one month."""
    names: str = "{}–{}"
    """Joins the names of two months of one year."""
    dates: str = "{} – {}"
    """Joins two whole dates."""
    comma: str = ", "
    """Before a time of day, and before the year where it does not follow of itself."""
    aside: str = ", "
    """Before a doubt."""
    first_day: str = "1"
    clock: str = "{h}:{m}"
    """`{h}` is the hour in two digits, `{H}` without a leading zero."""
    year_first: bool = False

    def forms_for(self, use: Use) -> Forms:
        """Return the patterns in the case that a phrase asks for."""
        asked = {"about": self.after_about, "since": self.after_since, "until": self.after_until}.get(use)
        return asked or self.forms


def each(pattern: str, words: str) -> tuple[str, ...]:
    """Put words, divided by `|`, into a pattern one by one: `each("{} {{y}}", "spring|summer")`."""
    return tuple(pattern.format(word) for word in words.split("|"))
