"""Dates in EDTF (ISO 8601-2, Library of Congress): read, ordered, and suggested for what only looks like one.

Knows dates as written. Must never know a language that they are shown in, the machine's clock or its time zone.

    parse("2021-06~")            # Date: about June 2021
    parse("3 August 2021")       # DateError: … Write 2021-08-03.
    suggest("03/08/2021")        # ("2021-08-03", "2021-03-08")
    from_header("2021-08-03 14:30:00 -0400")
"""

from backstory.reading.dates.dates import Date, Kind
from backstory.reading.dates.day import Day, days_in
from backstory.reading.dates.errors import DateError
from backstory.reading.dates.meaning import Level, Precision
from backstory.reading.dates.parsing import exactly, from_header, parse
from backstory.reading.dates.suggesting import suggest

__all__ = [
    "Date",
    "DateError",
    "Day",
    "Kind",
    "Level",
    "Precision",
    "days_in",
    "exactly",
    "from_header",
    "parse",
    "suggest",
]
