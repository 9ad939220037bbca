"""One date in words: a day, a month, a year, a season, with what is doubtful about it.

Knows how a single date is put together. Must never know intervals or sets.
"""

from backstory.reading.dates.bounds import PARTS, bounds, matching
from backstory.reading.dates.shapes import Point, has
from backstory.reading.dates.writing import write
from backstory.rendering.dates.voices import Voice
from backstory.rendering.dates.words import ROMAN, Forms, Use


def single(voice: Voice, point: Point, use: Use = "name") -> str:
    """Return a date with its "about" and its "uncertain"."""
    about = any(has(mark, "~") for mark in point.marks)
    return doubted(voice, bare(voice, point, "about" if about else use), point)


def doubted(voice: Voice, text: str, point: Point) -> str:
    """Put "about" before the words of a date, and what is uncertain of it behind them, as its marks say."""
    about = any(has(mark, "~") for mark in point.marks)
    return with_aside(voice, voice.words.about.format(text) if about else text, doubt(voice, point))


def doubt(voice: Voice, point: Point) -> str:
    """Say what is uncertain of a date: "uncertain", "year uncertain", or nothing."""
    doubts = [place for place, mark in enumerate(point.marks, start=1) if has(mark, "?")]
    if not doubts:
        return ""
    return voice.words.unsure[doubts[0] if len(doubts) == 1 and point.units > 1 else 0]


def with_aside(voice: Voice, text: str, aside: str) -> str:
    """Put a remark behind a date."""
    return f"{text}{voice.words.aside}{aside}" if aside else text


def bare(voice: Voice, point: Point, use: Use = "name") -> str:
    """Return a date without its marks."""
    forms = voice.words.forms_for(use)
    if point.masked:
        return _masked(voice, point, forms)
    if point.significant:
        return _estimated(voice, point)
    if point.part:
        return _part(voice, point, forms)
    if not point.month:
        return with_year(voice, forms.year, point.year)
    shown = written(voice, forms, point)
    return f"{shown}{voice.words.comma}{time_of(voice, point)}" if point.time else shown


def written(voice: Voice, forms: Forms, point: Point, days: str = "") -> str:
    """Return a month or a day with its year; `days` stands for the day when there are several."""
    month = int(point.month)
    if not point.day:
        return with_year(voice, forms.month, point.year, month)
    return with_year(voice, forms.day, point.year, month, days or day(voice, int(point.day)))


def day(voice: Voice, number: int) -> str:
    """Return the number of a day as it stands in a date."""
    return voice.words.first_day if number == 1 and voice.words.first_day != "1" else voice.figures(str(number))


def without_year(voice: Voice, pattern: str, month: int, day: str = "") -> str:
    """Fill a pattern that has no year."""
    accusatives = voice.words.accusatives or voice.locale.alone
    inside = voice.words.months or voice.locale.inside
    place = month - 1
    return pattern.format(
        d=day,
        m=inside[place],
        M=voice.locale.alone[place],
        a=accusatives[place],
        n=voice.figures(str(month)),
    )


def with_year(voice: Voice, pattern: str, year: int, month: int = 1, day: str = "") -> str:
    """Fill a pattern. Years before 1 are counted as history counts them: 0 is 1 BC; those up to 99 name their era."""
    return _years(voice, pattern, voice.number(1 - year if year < 1 else year), _era(voice, year), month, day)


def years(voice: Voice, forms: Forms, first: int, last: int) -> str:
    """Return a range of years, "44 BC – 12 AD" if the eras differ."""
    if (first < 1) != (last < 1):
        return voice.words.dates.format(*(with_year(voice, forms.year, year) for year in (first, last)))
    numbers = (voice.number(1 - year if year < 1 else year) for year in (first, last))
    return _years(voice, forms.years, voice.words.figures.format(*numbers), _era(voice, last))


def _years(voice: Voice, pattern: str, number: str, era: str, month: int = 1, day: str = "") -> str:
    aside = f" {era}" if era else ""
    follows = "{e}" in pattern
    filled = pattern.replace("{e}", aside).replace("{y}", number if follows else number + aside)
    return without_year(voice, filled, month, day)


def _era(voice: Voice, year: int) -> str:
    before, after = voice.words.eras or voice.locale.eras
    return before if year < 1 else after if year < 100 else ""


def _part(voice: Voice, point: Point, forms: Forms) -> str:
    """Return a season, a quarter or a half of a year; thirds, and what a language has no words for, by their months."""
    part = point.part
    if 37 <= part <= 39 or not forms.parts:
        return months(voice, forms, point.year, *PARTS[part])
    place = (part - 21) % 4 + (0 if part < 33 else 4) if part < 37 else part - 32
    shown = with_year(voice, forms.parts[place], point.year)
    return f"{shown} ({voice.words.hemispheres[part > 28]})" if 25 <= part <= 32 else shown


def months(voice: Voice, forms: Forms, year: int, first: int, last: int) -> str:
    """Return the months of one year from the first to the last; a last one before the first is of the year after."""
    if last < first:
        ends = (with_year(voice, forms.month, year, first), with_year(voice, forms.month, year + 1, last))
        return voice.words.dates.format(*ends)
    if first == last:
        return with_year(voice, forms.month, year, first)
    if voice.words.year_first:
        ends = (with_year(voice, forms.month, year, first), without_year(voice, forms.month_name, last))
    else:
        ends = (without_year(voice, forms.month_name, first), with_year(voice, forms.month, year, last))
    return voice.words.names.format(*ends)


def _estimated(voice: Voice, point: Point) -> str:
    """Return a year of which only some digits hold: "about 1950 (1900–1999)"."""
    first, last = bounds(point)
    about = voice.words.about.format(with_year(voice, voice.words.forms_for("about").year, point.year))
    return f"{about} ({years(voice, voice.words.forms, first.year, last.year)})"


def _masked(voice: Voice, point: Point, forms: Forms) -> str:
    """Return a date with unspecified digits: "1980s", "July 2021, day unknown", "10–19 July 2021"; EDTF at a loss."""
    words = voice.words
    if "X" in point.year_text:
        return _masked_year(voice, point, forms)
    if point.month == "XX" and point.day in ("", "XX"):
        year = with_year(voice, forms.year, point.year)
        return with_aside(voice, year, words.unknown[2 if point.day else 1])
    if "X" in point.month:
        found = matching(point.month, 12)
        whole = not point.day and found == tuple(range(found[0], found[-1] + 1))
        return months(voice, forms, point.year, found[0], found[-1]) if whole else _raw(voice, point)
    if point.day == "XX":
        return with_aside(voice, with_year(voice, forms.month, point.year, int(point.month)), words.unknown[2])
    return _tens_of_days(voice, point, forms) if point.day[1] == "X" else _raw(voice, point)


def _tens_of_days(voice: Voice, point: Point, forms: Forms) -> str:
    first, last = bounds(point)
    days = voice.words.days.format(day(voice, first.day), day(voice, last.day))
    return with_year(voice, forms.day, point.year, int(point.month), days)


def _masked_year(voice: Voice, point: Point, forms: Forms) -> str:
    words = voice.words
    year = _year_of_digits(voice, point, forms)
    if not point.month:
        return year
    if point.month == "XX" and point.day in ("", "XX"):
        return with_aside(voice, year, words.unknown[2 if point.day else 1])
    if "X" in point.month or point.part or ("X" in point.day and point.day != "XX"):
        return _raw(voice, point)
    if point.day in ("", "XX"):
        shown = without_year(voice, forms.month_name, int(point.month))
    else:
        shown = without_year(voice, forms.day_month, int(point.month), day(voice, int(point.day)))
    return f"{year}{words.comma}{shown}" if words.year_first else f"{shown}{words.comma}{year}"


def _year_of_digits(voice: Voice, point: Point, forms: Forms) -> str:
    """Return a year with unspecified digits: a decade, a range, "year unknown", or the digits themselves."""
    digits = point.year_text.lstrip("-")
    if digits == "XXXX":
        return voice.words.unknown[0]
    if "X" in digits.rstrip("X"):
        return voice.figures(point.year_text)
    first, last = (each.year for each in bounds(Point(point.year_text, point.year)))
    return (decade(voice, forms, first) if last - first == 9 else "") or years(voice, forms, first, last)


def decade(voice: Voice, forms: Forms, first: int) -> str:
    """Return a decade as the language names it, or an empty text if it has no name for that one."""
    century = first // 100 + 1
    if first < 1000 or century >= len(ROMAN) or not forms.decades:
        return ""
    pattern = forms.decades[first % 100 // 10] if len(forms.decades) > 1 else forms.decades[0]
    return pattern.format(
        y=voice.figures(str(first)),
        t=voice.figures(f"{first % 100:02}"),
        c=voice.figures(str(century)),
        C=ROMAN[century],
    )


def time_of(voice: Voice, point: Point) -> str:
    """Return the time of day and its zone: "14:30", "14:30 (UTC+3)"."""
    hour, minute, second = point.time.split(":")
    shown = voice.words.clock.format(h=hour, H=int(hour), m=minute) if second == "00" else point.time
    return f"{voice.figures(shown)} ({_zone(point.zone)})" if point.zone else voice.figures(shown)


def _zone(zone: str) -> str:
    """Return a distance from UTC: "UTC", "UTC+3", "UTC−4:30"."""
    minutes = zone[4:]
    if zone == "Z" or zone in ("+00", "+00:00"):
        return "UTC"
    sign = "−" if zone[0] == "-" else "+"
    return f"UTC{sign}{int(zone[1:3])}" + (f":{minutes}" if minutes not in ("", "00") else "")


def _raw(voice: Voice, point: Point) -> str:
    return voice.figures(write(Point(point.year_text, point.year, point.month, point.day)))
