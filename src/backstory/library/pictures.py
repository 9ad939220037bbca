"""The pictures of a site: what each is, and what an editor should hear of it.

Knows files and findings. Must never know how a page shows one.
"""

import posixpath

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import picture_file
from backstory.files.pictures.facts import MANY, MOST, SUFFIXES, Facts, ending_of, stem
from backstory.library.documents import settings
from backstory.notes import error, warning
from backstory.places import Place

HEAVY = 2_000_000
"""Bytes from which on an animation is better made a film."""


class Picture(Struct, frozen=True):
    """A picture that can be shown. `file` is its path from the site's root; `stem` begins the names of its made files.

    `width` and `height` are in points, upright. `ending` is that of the format that every browser reads. A `whole` one
    is shown as it is, at its one size: an animation or an SVG.
    """

    file: str
    stem: str
    width: int
    height: int
    ending: str
    whole: bool = False
    vector: bool = False


def is_picture(file: str) -> bool:
    """Say whether a file's name is that of a picture."""
    return posixpath.splitext(file)[1].lower() in SUFFIXES


@query("what can be shown of {}")
def picture(read: Read, note: Noting, file: str) -> Picture | None:
    """Return a picture by its path, or None where it can't be shown; what is wrong with it is a note."""
    facts, chosen = read(picture_file, file), read(settings).pictures
    if facts.trouble:
        _tell(note, file, facts)
        return None
    _remark(note, file, facts)
    return Picture(
        file,
        stem(facts, chosen.quality),
        facts.width,
        facts.height,
        ending_of(facts),
        facts.moving or facts.vector,
        facts.vector,
    )


TROUBLES = {
    "empty": ("is empty", "Copy it again from where it came from."),
    "unknown": ("is not a picture, whatever its name says", "Save it as JPEG, PNG, WebP, AVIF, GIF or SVG."),
    "foreign": ("is of a kind that browsers don't show", "Save it as JPEG or PNG: cameras and phones can export it."),
    "cut": ("ends in the middle", "Copy it again from where it came from."),
    "broken": ("can't be read", "Open it in a picture program and save it again."),
    "unsafe": ("declares entities, which can make a small file endlessly large", "Save it as plain SVG."),
}
"""What is wrong with a picture that can't be shown, and the way out."""


def unreadable(file: str, trouble: str) -> tuple[str, str]:
    """Return a sentence on a picture that can't be shown, and the way out."""
    words, help = TROUBLES[trouble]
    return f"{posixpath.basename(file)} {words}.", help


def _tell(note: Noting, file: str, facts: Facts) -> None:
    if facts.trouble in TROUBLES:
        note(error(Place(file), "picture/unreadable", *unreadable(file, facts.trouble)))
    elif facts.trouble == "large":
        most = f"At most {MOST // 1_000_000} million points are opened (5 MB for SVG). Make it smaller: 2,500 points"
        note(error(Place(file), "picture/too-large", f"{_size(file, facts)}.", f"{most} across are enough."))


def _size(file: str, facts: Facts) -> str:
    name = posixpath.basename(file)
    if facts.kind == "svg":
        return f"{name} has {facts.size / 1_000_000:.0f} MB"
    millions = facts.width * facts.height / 1_000_000
    return f"{name} is {facts.width:,} by {facts.height:,} points large, {millions:,.0f} million in all"


def _remark(note: Noting, file: str, facts: Facts) -> None:
    name = posixpath.basename(file)
    if facts.moving and facts.size > HEAVY:
        sentence = f"{name} is an animation of {facts.size / 1_000_000:.1f} MB, which readers load whole."
        note(warning(Place(file), "picture/heavy", sentence, "Make it shorter or smaller, or a film."))
    elif facts.width * facts.height > MANY and not facts.vector:
        help = "Save a copy of 2,500 points across: it is made ready sooner, and looks the same."
        note(warning(Place(file), "picture/heavy", f"{_size(file, facts)}.", help))
    if "inks" in facts.remarks:
        sentence = f"{name} is made for printing (CMYK) and has no colour profile, so its colours are guessed."
        note(warning(Place(file), "picture/colours", sentence, "Save it in RGB, or with its profile."))
    if "scripts" in facts.remarks:
        sentence = (
            f"{name} holds more than a drawing (scripts, foreign content or outside addresses); that is left out."
        )
        note(warning(Place(file), "picture/cleaned", sentence, "Save it as plain SVG."))
