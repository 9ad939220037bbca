"""Whether those who tell an event agree on it, and which events were taken for one: for editors.

Knows what to ask of an editor. Must never change what a page shows.
"""

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.documents import published_paths
from backstory.library.events import Event, events, events_in, places_in, sameness
from backstory.library.merging import Version
from backstory.notes import did_you_mean, warning
from backstory.places import Place
from backstory.reading.wording import quoted

_BOTH = 'Write same_as: "{0}" if they are one, or not_same_as: "{0}" if they are two.'


class _Told(Struct, frozen=True):
    event: Event
    place: Place


@query("whether the tellings of events in {} agree")
def agreement(read: Read, note: Noting, lang: str) -> None:
    """Report dates and counts on which tellings of one event differ, likenesses taken, and ids that nobody tells."""
    told = [
        _Told(event, place)
        for path in read(published_paths)
        for event, place in zip(read(events_in, path), read(places_in, path), strict=True)
        if event.lang == lang
    ]
    by_id: dict[str, list[_Told]] = {}
    for each in told:
        by_id.setdefault(each.event.id, []).append(each)
    _unknown(note, told, by_id)
    _alike(read, note, lang, by_id)
    for event in read(events, lang):
        tellings = [each for id in (event.id, *event.also) for each in by_id[id]]
        for version in event.otherwise:
            _otherwise(note, event, version, tellings)


def _unknown(note: Noting, told: list[_Told], by_id: dict[str, list[_Told]]) -> None:
    for each in told:
        for key in ("same_as", "not_same_as"):
            for id in getattr(each.event, key):
                if id not in by_id:
                    help = (
                        did_you_mean(id, by_id)
                        or "Write the id of an event, which is the # of its link or its id: key."
                    )
                    note(
                        warning(each.place, "event/unknown-id", f'{key} names "{id}", and no event has that id.', help)
                    )


def _alike(read: Read, note: Noting, lang: str, by_id: dict[str, list[_Told]]) -> None:
    for each in read(sameness, lang).taken:
        one, other = sorted(
            (by_id[each.first][0], by_id[each.second][0]), key=lambda told: (told.place.path, told.place)
        )
        sentence = (
            f"{quoted(other.event.title)} is taken for the event {quoted(one.event.title)} of {one.event.home}: "
            f"the same day, and nearly the same words."
        )
        note(warning(other.place, "event/nearly-same", sentence, _BOTH.format(one.event.id)))


def _otherwise(note: Noting, event: Event, version: Version, tellings: list[_Told]) -> None:
    place = next(
        each.place
        for each in tellings
        if each.event.home == version.path and (each.event.told[0].anchor if each.event.told else "") == version.anchor
    )
    if version.date:
        sentence = f'"{event.id}" is dated {version.date.text} here and {event.date.text} in {event.home}.'
        note(warning(place, "event/dates-disagree", sentence, "Mend one, or give this event an id of its own."))
    else:
        sentence = f'"{event.id}" is told with {quoted(version.words)} here and {quoted(version.against)} elsewhere.'
        help = "Mend one, or say in both whose count it is; until then the timeline shows both."
        note(warning(place, "event/figures-disagree", sentence, help))
