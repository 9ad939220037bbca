"""A site's own look: its colours and type, as a sheet that goes over the theme's, and what of it is hard to read.

Knows colours in sRGB and WCAG 2's contrast. Must never know a page.
"""

from collections.abc import Iterator
from typing import Final

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import source_file
from backstory.files.settings import FILE, Look, place_of
from backstory.library.documents import settings
from backstory.notes import error, warning

Pair = tuple[str, str]
"""A colour in light and in dark, each as #rrggbb."""

USUAL: Final[dict[str, Pair]] = {
    "paper": ("#fefdfb", "#141315"),
    "ink": ("#1a181b", "#ece8e4"),
    "accent": ("#8a1538", "#f39ab0"),
    "time": ("#0b6470", "#74c8d1"),
}
"""The theme's colours, as in `styles/10-tokens.css`."""
ENOUGH: Final = 4.5
"""The contrast that WCAG 2.2 AA asks of text (success criterion 1.4.3)."""
WHITE, BLACK = "#ffffff", "#000000"
FORMATS: Final = {".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share of another in it, from 0 to 1."""
    parts = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def readable(colour: str, paper: str) -> str:
    """Return the nearest tint or shade of a colour that can be read on a paper."""
    towards = WHITE if contrast(WHITE, paper) > contrast(BLACK, paper) else BLACK
    steps = (mixed(colour, towards, step / 20) for step in range(21))
    return next((each for each in steps if contrast(each, paper) >= ENOUGH), towards)


def colours(look: Look) -> dict[str, Pair]:
    """Return the colours of a look. One that is given for light alone is made readable in the dark."""
    found = dict(USUAL)
    for name, usual in USUAL.items():
        light, _, dark = getattr(look, name).partition(" ")
        if light:
            own = usual[1] if name in ("paper", "ink") else readable(light, found["paper"][1])
            found[name] = (light, dark or own)
    return found


def faint(look: Look) -> Iterator[tuple[str, str, float]]:
    """Say which colours can't be read on the paper: (setting, "light" or "dark", contrast)."""
    found = colours(look)
    for at, mode in enumerate(("light", "dark")):
        for name in ("ink", "accent", "time"):
            if (ratio := contrast(found[name][at], found["paper"][at])) < ENOUGH:
                yield name, mode, ratio


def sheet(look: Look, fonts: dict[str, str]) -> str:
    """Return the sheet of a look: nothing for the theme's own. `fonts` is the name of a font's file -> its address."""
    lines = [*_colour_lines(look), *_type_lines(look, fonts)]
    faces = "".join(
        f'@font-face{{font-family:"{_family(name)}";src:url("{where}") format("{FORMATS[_ending(name)]}");'
        "font-weight:100 900;font-display:swap}"
        for name, where in fonts.items()
    )
    return faces + (f"@layer tokens{{:root{{{';'.join(lines)}}}}}" if lines else "")


def _colour_lines(look: Look) -> Iterator[str]:
    found = colours(look)
    changed = [name for name in USUAL if found[name] != USUAL[name]]
    for name in changed:
        yield f"--{name}:light-dark({found[name][0]},{found[name][1]})"
    if "accent" in changed:
        strong = (mixed(found["accent"][0], BLACK, 0.25), mixed(found["accent"][1], WHITE, 0.35))
        on = tuple(max((WHITE, "#1a181b"), key=lambda each: contrast(each, accent)) for accent in found["accent"])
        yield f"--accent-strong:light-dark({strong[0]},{strong[1]})"
        yield f"--on-accent:light-dark({on[0]},{on[1]})"
        yield "--wash-accent:color-mix(in srgb,var(--accent) 9%,var(--paper))"
    if "time" in changed:
        yield "--wash-time:color-mix(in srgb,var(--time) 9%,var(--paper))"
        yield "--time-line:color-mix(in srgb,var(--time) 38%,var(--paper))"
    if "paper" in changed or "ink" in changed:
        yield "--wash:color-mix(in srgb,var(--ink) 5%,var(--paper))"
        yield "--line:color-mix(in srgb,var(--ink) 18%,var(--paper))"
        yield "--ink-soft:color-mix(in srgb,var(--ink) 74%,var(--paper))"


def _type_lines(look: Look, fonts: dict[str, str]) -> Iterator[str]:
    for name in ("serif", "sans"):
        given = getattr(look, name)
        if given in fonts:
            yield f'--{name}:"{_family(given)}",{_fallback(name)}'
        elif given and _ending(given) not in FORMATS:
            yield f"--{name}:{given}"
    if look.headlines == "sans":
        yield "--head:var(--sans)"
    if look.text != "serif":
        yield "--body:var(--sans)"
    if look.text_size != 1:
        yield f"--text:{1.1875 * look.text_size:.4g}rem"


def _fallback(name: str) -> str:
    return "Charter,Georgia,serif" if name == "serif" else "system-ui,sans-serif"


def _family(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0].replace('"', "")


def _ending(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot >= 0 else ""


@query("the fonts of the site")
def font_files(read: Read, note: Noting) -> dict[str, bytes]:
    """Return name -> bytes of the fonts that the settings name as files of the templates' folder."""
    site, found = read(settings), dict[str, bytes]()
    for setting in ("serif", "sans"):
        name = getattr(site.look, setting)
        if _ending(name) not in FORMATS:
            continue
        data = read(source_file, f"{site.templates}/fonts/{name}")
        if data is None:
            place = place_of(read(source_file, FILE), setting, "look.")
            help = f"Put it into {site.templates}/fonts/."
            note(error(place, "settings/missing-font", f'There is no font "{name}".', help))
        else:
            found[name] = data
    return found


@query("what is hard to read")
def look_check(read: Read, note: Noting) -> None:
    """Note colours of the settings that stand out too little."""
    for name, mode, ratio in faint(read(settings).look):
        sentence = f'The colour "{name}" has a contrast of {ratio:.1f} to the paper in {mode}; text needs {ENOUGH}.'
        pair = colours(read(settings).look)
        at = ("light", "dark").index(mode)
        help = f'"{readable(pair[name][at], pair["paper"][at])}" can be read.'
        note(warning(place_of(read(source_file, FILE), name, "look."), "settings/low-contrast", sentence, help))
