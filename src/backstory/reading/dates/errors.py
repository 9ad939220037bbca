"""What is wrong with a date, in an editor's words.

Knows how the finding reads. Must never know how a date is read.
"""

from typing import Final

_DEFAULT_HELP: Final = "Write 2021-08-03, or 2021-08 if the day is not known."
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_QUOTED: Final = 60


class WrongDateError(Exception):
    """Raised inside this package alone: `reason` completes "… is not a date: …", `way_out` is a sentence or empty."""

    def __init__(self, reason: str = "", way_out: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.way_out = way_out


class DateError(ValueError):
    """A text that is not a date.

    `text` is what was written, `sentence` says what is wrong with it, `help` what to write instead; `suggestions` are
    the readings that the help names, as EDTF, the likeliest first.
    """

    def __init__(self, text: str, wrong: WrongDateError, suggestions: tuple[str, ...] = ()) -> None:
        self.text = text
        self.sentence = _sentence(text, wrong.reason)
        self.help = _help(suggestions) or wrong.way_out or _DEFAULT_HELP
        self.suggestions = suggestions
        super().__init__(f"{self.sentence} {self.help}")


def month_name(month: int) -> str:
    """Return the English name of a month (1-12)."""
    return _MONTHS[month - 1]


def _sentence(text: str, reason: str) -> str:
    shown = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
    return f'"{shown}" is not a date: {reason}.' if reason else f'"{shown}" is not a date.'


def _help(suggestions: tuple[str, ...]) -> str:
    if not suggestions:
        return ""
    if len(suggestions) == 1:
        return f"Write {_quoted(suggestions[0])}."
    return f"Write {' or '.join(_explained(each) for each in suggestions)}."


def _quoted(text: str) -> str:
    """Keep the dots of `2021-05/..` apart from a full stop."""
    return f'"{text}"' if text.endswith(".") else text


def _explained(text: str) -> str:
    """Put words beside a plain day, so that 2021-08-03 and 2021-03-08 are not mistaken for one another."""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and day.isdigit() and 1 <= int(month) <= 12):
        return text
    return f"{text} ({int(day)} {_MONTHS[int(month) - 1]})"
