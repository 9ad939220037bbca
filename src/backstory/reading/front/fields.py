"""One value of a header at a time: text, lists, numbers, dates and choices, as editors really write them.

Knows how a value is written. Must never know which keys a kind of document has.

Each `as_…` function takes the value as `frontmatter.split` gives it, its dotted key and the findings to add to, and
returns what an absent key would give when it can make nothing of the value.
"""

import re
from collections.abc import Iterable
from typing import Final

from backstory.notes import Note, did_you_mean, error, warning
from backstory.places import Place
from backstory.reading.dates import Date, DateError, from_header
from backstory.reading.front.frontmatter import FrontMatter
from backstory.reading.wording import listed, quoted

YES: Final = frozenset(["true", "yes", "on", "y", "1"])
NO: Final = frozenset(["false", "no", "off", "n", "0"])

LABELS: Final = ("name", "id", "slug", "title", "label")
"""Under which key an entry of a list that is a map has its name: `authors: [{name: …}]`."""

SPACES: Final = re.compile(r"[ \t\n]+")
THIN_SPACES: Final = re.compile(r"(?<=\d)[\s\u2009\u202f\u00a0'’_](?=\d{3})")
NUMBER: Final = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+|,\d{1,2})?([eE][+-]?\d{1,3})?", re.ASCII)


class Findings:
    """What is found wrong in one header while it is read, each with the place of its key or value."""

    def __init__(self, front: FrontMatter, path: str) -> None:
        self.front = front
        self.path = path
        self.notes: list[Note] = []

    def place(self, key: str, of_key: bool = False) -> Place:
        """Return where a dotted key's value stands (or the key itself), or the nearest one above it, or line 1."""
        table = self.front.keys if of_key else self.front.places
        while key:
            if key in table:
                return Place(self.path, *table[key])
            cut = max(key.rfind("."), key.rfind("["))
            key = key[:cut] if cut > 0 else ""
        return Place(self.path, 1, 1)

    def error(self, key: str, code: str, sentence: str, help: str = "") -> None:
        """Add a finding that keeps the site from being published."""
        self.notes.append(error(self.place(key), f"header/{code}", sentence, help))

    def warning(self, key: str, code: str, sentence: str, help: str = "") -> None:
        """Add a finding at a key that does not stop a build."""
        self.notes.append(warning(self.place(key, of_key=True), f"header/{code}", sentence, help))

    def wrong_type(self, key: str, value: object, wanted: str, help: str) -> None:
        """Add that a value is of another kind than its key takes."""
        self.error(key, "wrong-type", f"{quoted(last_name(key))} takes {wanted}, not {shown(value)}.", help)


def last_name(key: str) -> str:
    """Return the last name of a dotted key: `date` for `events[0].date`, `tags` for `tags[2]`."""
    return re.sub(r"\[\d+\]$", "", key).rpartition(".")[2]


def shown(value: object) -> str:
    """Return how a finding speaks of a value."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return f"a map ({quoted(', '.join(map(str, value)))})" if value else "an empty map"
    if value is None:
        return "nothing"
    return quoted(str(value).lower() if isinstance(value, bool) else value)


def one_line(text: str) -> str:
    """Return text with its line breaks and runs of spaces as one space each; spaces that do not break stay."""
    text = text.strip()
    return SPACES.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text


def as_text(value: object, key: str, found: Findings) -> str:
    """Return one line of text: empty for nothing, the entry of a list of one, and `true` for True."""
    if isinstance(value, str):
        return one_line(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], list | dict):
        return as_text(value[0], key, found)
    if value not in ([], {}):
        found.wrong_type(key, value, "one text", f"Write {last_name(key)}: words")
    return ""


def as_markdown(value: object, key: str, found: Findings) -> str:
    """Return text of a paragraph, its line breaks kept."""
    return value.strip() if isinstance(value, str) else as_text(value, key, found)


def as_words(value: object, key: str, found: Findings) -> tuple[str, ...]:
    """Return a list of names, each once: from one word, text with commas, a list, or nothing."""
    if isinstance(value, str):
        return _once(value.split(",")) if "," in value else (value.strip(),) if value.strip() else ()
    if isinstance(value, list):
        return _once([_label(item, f"{key}[{index}]", found) for index, item in enumerate(value)])
    return _once([_label(value, key, found)])


def as_names(value: object, key: str, found: Findings) -> tuple[str, ...]:
    """Return a list of people's names: semicolons part them where there are any (`Doe, Jane; Smith, Ali`)."""
    if isinstance(value, str) and ";" in value:
        return _once(value.split(";"))
    return as_words(value, key, found)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for raw in words if (word := raw.strip())))


def _label(item: object, key: str, found: Findings) -> str:
    """Return the name of one entry of a list."""
    if isinstance(item, str):
        return one_line(item)
    if item is None:
        return ""
    if isinstance(item, bool):
        return str(item).lower()
    if isinstance(item, dict):
        name = next((item[label] for label in LABELS if isinstance(item.get(label), str)), None)
        if name is not None:
            return str(name)
        pair, text = next(iter(item.items()), ("", None))
        if len(item) == 1 and isinstance(text, str):  # `[Who: an answer]`: a colon that was meant as one
            return f"{pair}: {text}"
    found.wrong_type(key, item, "words", f"Write {last_name(key)}: [one, two]")
    return ""


def as_boolean(value: object, key: str, found: Findings, absent: bool) -> bool:
    """Return yes or no, from true, yes, on and the like; `absent` for nothing."""
    if isinstance(value, bool):
        return value
    word = value.strip().lower() if isinstance(value, str) else None
    if word in YES or word in NO:
        return word in YES
    if value is not None and word != "":
        found.wrong_type(key, value, "yes or no", f"Write {last_name(key)}: true or {last_name(key)}: false")
    return absent


def as_number(value: object, key: str, found: Findings) -> float | None:
    """Return a number, from `4,000`, `4 000`, `4'000`, `3.5`, `3,5` or `−5` too; None for nothing."""
    if value is None or value == "":
        return None
    number = number_of(value) if isinstance(value, str) else None
    if number is None:
        found.wrong_type(key, value, "a number", f"Write {last_name(key)}: 4000, with its unit under unit:.")
    return number


def number_of(text: str) -> float | None:
    """Return the number that a text writes, or None. Never infinite or NaN."""
    plain = THIN_SPACES.sub("", text.strip().replace("\N{MINUS SIGN}", "-"))
    match = NUMBER.fullmatch(plain)
    if not match or not (match[2] or match[3]):
        return None
    sign, whole, part, power = match.groups("")
    number = float(f"{sign}{whole.replace(',', '') or 0}{part.replace(',', '.')}{power}")
    return number if abs(number) < 1e300 else None


def as_date(value: object, key: str, found: Findings) -> Date | None:
    """Return any date, a range too; None for nothing or for what is no date."""
    if value is None or value == "":
        return None
    text = _date_text(value)
    if text is None:
        found.wrong_type(key, value, "a date", f"Write {last_name(key)}: 2021-08-03")
        return None
    try:
        return from_header(text)
    except DateError as problem:
        found.error(key, "bad-date", problem.sentence, problem.help)
        return None


def _date_text(value: object) -> str | None:
    """Return the text of a date. `[2021, 2022]` and `{2021, 2022}` are sets of dates in EDTF and no dates in YAML."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return f"[{','.join(value)}]"
    if isinstance(value, dict) and value and not any(value.values()):
        return f"{{{','.join(value)}}}"
    return None


def as_single_date(value: object, key: str, found: Findings) -> Date | None:
    """Return a date that is no range and no choice of dates; a year or a month is one date."""
    date = as_date(value, key, found)
    if date is None or date.kind == "single":
        return date
    sentence = f"{quoted(value)} is more than one date, and {quoted(last_name(key))} takes one."
    found.error(key, "bad-date", sentence, f"Write {last_name(key)}: 2021-08-03")
    return None


def as_day(value: object, key: str, found: Findings) -> Date | None:
    """Return a date that is one day, with or without a time."""
    date = as_single_date(value, key, found)
    if date is None or date.is_day:
        return date
    sentence = f"{quoted(value)} is not one day, and {quoted(last_name(key))} takes a day."
    found.error(key, "bad-date", sentence, f"Write {last_name(key)}: 2021-08-03, or 2021-08-03T14:30 with a time.")
    return None


def as_choice(value: object, key: str, found: Findings, choices: tuple[str, ...], absent: str) -> str:
    """Return one of a few words, `absent` for nothing or for any other."""
    word = as_text(value, key, found)
    plain = word.lower().replace(" ", "-").replace("_", "-")
    if plain in choices:
        return plain
    if word:
        near = did_you_mean(plain, choices)
        known = f"Known are {listed(choices, 'and')}."
        sentence = f"{quoted(word)} is no {last_name(key)} that Backstory knows."
        found.error(key, "bad-choice", sentence, f"{near} {known}".strip())
    return absent
