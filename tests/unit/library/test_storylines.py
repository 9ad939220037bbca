"""A story's running story, held against the plain way: all events that fit, ranked whole."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.engine.keys import Question
from backstory.library.events import Event, Telling, order
from backstory.library.storylines import landmarks, shared, so_far
from backstory.library.timelines import events_of
from backstory.reading.dates import parse

DATES = (
    "2020",
    "2021-03",
    "2021-03-05",
    "2021-03-07",
    "2021-05/2021-07",
    "../2021-04",
    "../2023",
    "/2021-02",
    "2022-01-01",
)
STORY = "content/articles/own.md"
OTHER = "content/articles/other.md"

events = st.lists(
    st.builds(
        lambda date, major, own, topics: (date, major, own, topics),
        st.sampled_from(DATES),
        st.booleans(),
        st.sampled_from(((), (STORY,), (OTHER,), (OTHER, STORY))),
        st.sets(st.sampled_from("abc"), min_size=1),
    ),
    max_size=30,
)


def asking(lines: dict[str, tuple[Event, ...]]):  # type: ignore[no-untyped-def]
    def read(question: Question, *args):  # type: ignore[no-untyped-def, type-arg]
        if question is events_of:
            return lines.get(args[1], ())
        return {landmarks: landmarks, shared: shared}[question].function(read, lambda note: None, *args)

    return read


def plainly(lines: dict[str, tuple[Event, ...]], topics: tuple[str, ...], until: str, limit: int):  # type: ignore[no-untyped-def]
    last = parse(until).latest if until else None
    found = {event.id: event for topic in topics for event in lines.get(topic, ())}
    fit = [each for each in found.values() if not (each.date.earliest and last and each.date.earliest > last)]
    fit.sort(key=order)
    ranked = sorted(
        enumerate(fit), key=lambda item: (not item[1].major, all(t.path != STORY for t in item[1].told), -item[0])
    )
    return tuple(fit[place] for place in sorted(place for place, _ in ranked[:limit])), len(fit)


@settings(max_examples=300)
@given(events, st.permutations(["a", "b", "c"]), st.integers(0, 3), st.sampled_from(("", *DATES)), st.integers(1, 6))
def test_it_is_what_ranking_all_gives(told, topics, many, until, limit) -> None:  # type: ignore[no-untyped-def]
    made = [
        Event(
            f"e{n}", "en", parse(date), "T", STORY, major=major, topics=tuple(sorted(of)),
            told=tuple(Telling(path, "w", "s", "a") for path in own),
        )
        for n, (date, major, own, of) in enumerate(told)
    ]  # fmt: skip
    made.sort(key=order)
    lines = {topic: tuple(each for each in made if topic in each.topics) for topic in "abc"}
    chosen = tuple(topics[:many])
    date = parse(until) if until else None
    assert so_far(asking(lines), "en", chosen, STORY, date, limit) == plainly(lines, chosen, until, limit)
