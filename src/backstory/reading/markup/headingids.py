"""Ids inside a page: of headings, events and footnotes.

Knows how ids are made from words and kept apart. Must never know where they stand. The scanner and the Markdown stage
both name things here, so that a link checked against the one leads to the other.
"""

from backstory.reading.slugs import slugify


def id_from(words: str, otherwise: str) -> str:
    """Return words as an id, or `otherwise` where they hold neither a letter nor a digit."""
    return slugify(words) if any(map(str.isalnum, words)) else otherwise


def unique(id: str, taken: set[str]) -> str:
    """Return the id, or the id with the first free number from 2 on behind it, and add it to those taken."""
    free, number = id, 2
    while free in taken:
        free, number = f"{id}-{number}", number + 1
    taken.add(free)
    return free


def heading_id(words: str, taken: set[str]) -> str:
    """Return the id of a heading without one of its own, and add it to those taken."""
    return unique(id_from(words, "section"), taken)


def event_id(date: str, taken: set[str]) -> str:
    """Return the id of an event in the text without one of its own (`event-2021-08-03`), and add it to those taken.

    It has nothing of the words, so that an address stays what it is when somebody puts the same thing better.
    """
    return unique(f"event-{id_from(date, 'undated')}", taken)
