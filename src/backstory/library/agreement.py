"""Whether those who tell an event agree on it, and which events were taken for one: for editors.

Knows what to ask of an editor. Must never change what a page shows. Looks only at documents of which there is something
to say, so that an edit to any other costs nothing here.
"""

from backstory.engine.keys import Noting, Read, query
from backstory.library.events import Event, events, events_in, places_in, sameness
from backstory.library.merging import Version
from backstory.notes import did_you_mean, warning
from backstory.places import Place
from backstory.reading.wording import quoted

_BOTH = 'Write same_as: "{0}" if they are one, or not_same_as: "{0}" if they are two.'


@query("whether the tellings of events in {} agree")
def agreement(read: Read, note: Noting, lang: str) -> None:
    """Report dates and counts on which tellings of one event differ, likenesses taken, and ids that nobody tells."""
    found = read(sameness, lang)
    for claim in found.unknown:
        help = did_you_mean(claim.id, found.first) or "Write an event's id: the # of its link, or its id: key."
        sentence = f'{claim.option} names "{claim.id}", and no event has that id.'
        note(warning(_place(read, claim.key), "event/unknown-id", sentence, help))
    for each in found.taken:
        one, other = sorted((found.spots[each.first], found.spots[each.second]))
        _alike(read, note, one, other)
    for event in read(events, lang):
        for version in event.otherwise:
            _otherwise(read, note, event, version)


def _place(read: Read, spot: tuple[str, int]) -> Place:
    return read(places_in, spot[0])[spot[1]]


def _alike(read: Read, note: Noting, one: tuple[str, int], other: tuple[str, int]) -> None:
    first, second = read(events_in, one[0])[one[1]], read(events_in, other[0])[other[1]]
    sentence = (
        f"{quoted(second.title)} is taken for the event {quoted(first.title)} of {first.home}: "
        f"the same day, and nearly the same words."
    )
    note(warning(_place(read, other), "event/nearly-same", sentence, _BOTH.format(first.id)))


def _otherwise(read: Read, note: Noting, event: Event, version: Version) -> None:
    ids = {event.id, *event.also}
    place = next(
        place
        for each, place in zip(read(events_in, version.path), read(places_in, version.path), strict=True)
        if each.id in ids and (each.told[0].anchor if each.told else "") == version.anchor
    )
    if version.date:
        sentence = f'"{event.id}" is dated {version.date.text} here and {event.date.text} in {event.home}.'
        note(warning(place, "event/dates-disagree", sentence, "Mend one, or give this event an id of its own."))
    else:
        told, others = quoted(version.words), quoted(version.against)
        sentence = f"{quoted(event.title)} is told with {told} here and {others} elsewhere."
        help = "Mend one, or say in both whose count it is; until then the timeline shows both."
        note(warning(place, "event/figures-disagree", sentence, help))
