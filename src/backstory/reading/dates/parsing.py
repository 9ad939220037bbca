"""The doors through which a text becomes a date.

Knows what may be taken as it stands and what may only be suggested. Must never guess.
"""

from backstory.reading.dates.dates import Date
from backstory.reading.dates.errors import DateError, WrongDateError
from backstory.reading.dates.numeric import year_first
from backstory.reading.dates.reader import read
from backstory.reading.dates.suggesting import fault, suggest


def parse(text: str) -> Date:
    """Read a date in EDTF, levels 0 to 2; raise DateError, and nothing else, for any other text.

    Beyond the specification, a time of day may leave its seconds out. Space around the text is nothing.
    """
    try:
        return read(text.strip())
    except WrongDateError as wrong:
        raise _refusal(text, wrong) from None


def _refusal(text: str, wrong: WrongDateError) -> DateError:
    """Return the error for a text: with what it may mean, or else with why that can be no day."""
    found = suggest(text)
    return DateError(text, (not found and not wrong.reason and fault(text)) or wrong, found)


def exactly(text: str) -> Date:
    """Read a date as `parse` does, and take space around it for the mistake that it is in the specification's eyes."""
    if text == text.strip():
        return parse(text)
    raise DateError(text, WrongDateError("there is space before or after it"), suggest(text))


def from_header(text: str) -> Date:
    """Read a date from front matter: EDTF, and what other tools write there with the year first.

    `2021-08-03 14:30`, `2021-08-03 14:30:00 -0400`, `2021-08-03T14:30:00.000Z`, `2021/08/03` and `2021-8-3` mean one
    thing only. Anything else raises DateError.
    """
    stripped = text.strip()
    try:
        return read(stripped)
    except WrongDateError as first:
        wrong = first
    pieces = year_first(stripped)
    if pieces:
        try:
            return read(pieces.text)
        except WrongDateError as second:
            wrong = second
    raise _refusal(text, wrong)
