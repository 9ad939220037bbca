"""What is compared of a story, and what comes of comparing: plain values.

Knows what a scorer needs of one story. Must never know where it comes from, or how it is scored.
"""

from msgspec import Struct

SIGNALS = ("words", "titles", "about", "topics", "tags", "links", "cocited", "days", "background")
"""What can speak for a pair of stories: shared words, a title's words in the other's text, who and what both are about,
running stories, tags, a link from one to the other, third stories that link to both, nearness in time, and an
explainer beside a brief."""


class Profile(Struct, frozen=True, array_like=True):
    """What the scorer needs of one story. `words`, `counts` and `titled` are its words (see `words.counted`).

    `about` are people, places, organizations and terms; `topics` its running stories; `links` are paths of
    other stories. `day` counts days, nearly, from the year 0; it is 0 where a story has no date.
    """

    lang: str = ""
    words: bytes = b""
    counts: bytes = b""
    titled: int = 0
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    day: int = 0
    form: str = ""


class Signal(Struct, frozen=True, array_like=True, gc=False):
    """What a signal gave: its name, its share of the score (0 to 1, in twentieths), and the subjects that both have."""

    name: str
    share: float
    subjects: tuple[str, ...] = ()


class Neighbour(Struct, frozen=True, array_like=True, gc=False):
    """A story near another one. `score` is in hundredths, near 1 for the same text; `signals` the strongest first."""

    path: str
    score: float
    signals: tuple[Signal, ...] = ()


class Weights(Struct, frozen=True, array_like=True):
    """How much each signal counts, as a multiple of its usual weight: 0 leaves it out, 2 counts it twice."""

    words: float = 1.0
    titles: float = 1.0
    about: float = 1.0
    topics: float = 1.0
    tags: float = 1.0
    links: float = 1.0
    cocited: float = 1.0
    days: float = 1.0
    background: float = 1.0
    depth: int = 12
    """How many neighbours each list holds."""


class Stored(Struct, frozen=True, array_like=True):
    """What a state has but once, or little of for each story. The rest is in blocks (see `storing`)."""

    weights: Weights
    steps: tuple[int, int]
    paths: list[str]
    names: dict[int, str]
    columns: list[bytes]
