"""Names of questions: inputs that the world answers, and queries that a pure function answers.

Knows how a question is named and asked. Must never know what any question is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, get_type_hints

from backstory.notes import Note

P = ParamSpec("P")
V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)

Noting = Callable[[Note], None]


class Read(Protocol):
    """How a query asks another: `read(card, "articles/a.md")`. What is asked this way is remembered as read."""

    def __call__(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
        """Return the answer, up to date."""


class Question(Generic[P, V_co]):
    """Something that can be asked. Compared by identity; `label` says it in words, with `{}` for each argument."""

    __slots__ = ("label", "name")
    kept = False

    def __init__(self, name: str, label: str) -> None:
        self.name = name
        self.label = label

    def shape(self) -> Any:
        """Return the type of the answers, where they are `kept` from one command to the next."""
        return None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


class Input(Question[P, V_co]):
    """A question that only the world can answer: a file's bytes, a folder's listing, today's date."""

    __slots__ = ()


class Query(Question[P, V_co]):
    """A question with a pure function `f(read, note, *args)` for an answer.

    An answer that is not `kept` (finished pages, compiled templates) is never stored and is let go after each build:
    its digest tells whether it changed, and whoever needs it again has it computed again.
    """

    __slots__ = ("function", "kept")
    kept: bool

    def __init__(
        self, name: str, label: str, function: Callable[Concatenate[Read, Noting, P], V_co], kept: bool = True
    ) -> None:
        super().__init__(name, label)
        self.function = function
        self.kept = kept

    def shape(self) -> Any:
        """Return the type that the function says it returns."""
        return get_type_hints(self.function)["return"]


def query(label: str, *, kept: bool = True) -> Callable[[Callable[Concatenate[Read, Noting, P], V]], Query[P, V]]:
    """Make a query of a function. The function's name is the query's; `label` says it in words for `why`."""

    def make(function: Callable[Concatenate[Read, Noting, P], V]) -> Query[P, V]:
        return Query(function.__name__, label, function, kept)

    return make


Key = tuple[Question[Any, Any], tuple[Any, ...]]


def in_words(key: Key) -> str:
    """Say a key as a person would: `the card of content/articles/a.md`."""
    question, args = key
    return question.label.format(*args)


Stamp = tuple[int, ...] | None
"""What a glance at an input shows. Equal stamps mean an equal value; None means that only loading tells."""
Spots = Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """How the world answers an input: `load` gives the value, `glance` a cheap stamp of it.

    `glances`, where there is one, gives the stamps of many at once, in their order.
    """

    load: Callable[..., Any]
    glance: Callable[..., Stamp] = lambda *args: None
    glances: Callable[[Spots], Iterable[Stamp]] | None = None

    def stamps(self, spots: Spots) -> Iterable[Stamp]:
        """Return a stamp for each of some arguments."""
        return self.glances(spots) if self.glances else (self.glance(*args) for args in spots)


class CycleError(Exception):
    """A question that needs its own answer. `keys` names the circle, from the question round to itself."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        self.keys = keys
        super().__init__(" needs ".join(in_words(key) for key in keys))
