"""Vega-Lite files as SVG that stands in a page, by way of vl-convert where that is installed.

Knows what a specification may hold and the theme's colours. Must never know where a file lies, nor load anything from
elsewhere: data stand in the file, or in a CSV file beside it that its caller reads.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from backstory.rendering.templating.escaping import attribute, text

Data = dict[str, Any]
_OPENING = re.compile(r"<svg\b[^>]*>")
_BOX = re.compile(r'viewBox="([^"]*)"')
_FORBIDDEN = ("href", "url", "tooltip", "usermeta")
_PALETTE = ["var(--accent)", "var(--time)", "var(--ink-soft)", "var(--accent-strong)", "var(--line-strong)"]
_AXIS = {
    "labelColor": "var(--ink-soft)", "titleColor": "var(--ink-soft)", "domainColor": "var(--line-strong)",
    "tickColor": "var(--line-strong)", "gridColor": "var(--line)", "labelFontSize": 13, "titleFontSize": 13,
    "titleFontWeight": "normal",
}  # fmt: skip
_LEGEND = {key: value for key, value in _AXIS.items() if key.startswith(("label", "title"))}
CONFIG: Data = {
    "background": None, "font": "sans-serif", "view": {"stroke": None, "continuousWidth": 560, "discreteWidth": 560},
    "mark": {"color": "var(--accent)"}, "axis": _AXIS, "legend": _LEGEND, "range": {"category": _PALETTE},
    "text": {"color": "var(--ink)", "fontSize": 13},
}  # fmt: skip
"""The theme's colours by name, so that a drawing follows a page into the dark and onto paper."""


class Drawing(Struct, frozen=True):
    """A specification made ready: without what loads or leads elsewhere, and the rows that it draws.

    `outside` names an address that it wanted to load data from; `missing` a file that is not there.
    """

    spec: Data
    rows: tuple[dict[str, Any], ...] = ()
    outside: str = ""
    missing: str = ""


class UnreadableError(ValueError):
    """What is no Vega-Lite specification. Its text says why."""


def prepared(source: str, load: Callable[[str], list[Data] | None]) -> Drawing:
    """Read a specification. `load` gives the rows of a file that it names, or None. Raises UnreadableError."""
    try:
        spec = json.loads(source)
    except (ValueError, RecursionError) as problem:
        raise UnreadableError(str(problem)) from problem
    if not isinstance(spec, dict):
        raise UnreadableError("it is no object")
    data = spec.get("data")
    data = data if isinstance(data, dict) else {}
    url = data.get("url")
    outside = missing = ""
    if isinstance(url, str):
        rows = None if "://" in url or url.startswith("//") else load(url)
        outside, missing = (url, "") if "://" in url or url.startswith("//") else ("", "" if rows is not None else url)
        data = {"values": rows or []}
    values = data.get("values")
    kept = tuple(row for row in values if isinstance(row, dict)) if isinstance(values, list) else ()
    clean = _clean({key: value for key, value in spec.items() if key != "data"})
    assert isinstance(clean, dict)
    clean["data"] = {"values": values if isinstance(values, list) else []}
    own = clean.get("config")
    clean["config"] = {**CONFIG, **own} if isinstance(own, dict) else CONFIG
    clean.setdefault("width", 560)
    clean.pop("title", None)
    return Drawing(clean, kept, outside, missing)


def _clean(value: Any) -> Any:
    """Return a part of a specification without what leads or loads elsewhere."""
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items() if key not in _FORBIDDEN and each != "image"}
    return [_clean(each) for each in value] if isinstance(value, list) else value


def is_installed() -> bool:
    """Say whether vl-convert is there."""
    from importlib.util import find_spec

    return find_spec("vl_convert") is not None


def drawn(spec: Data, title: str, description: str, id: str) -> Markup:
    """Return a specification as SVG. Raises UnreadableError when Vega-Lite can make nothing of it."""
    import vl_convert

    try:
        made = vl_convert.vegalite_to_svg(spec)
    except (ValueError, RuntimeError) as problem:
        raise UnreadableError(str(problem).strip().splitlines()[0][:200]) from problem
    opening = _OPENING.search(made)
    if opening is None:
        raise UnreadableError("it draws nothing")
    box = _BOX.search(opening[0])
    own = attribute(id)
    named = f'role="img" aria-labelledby="{own}-title {own}-desc"'
    head = f'<svg class="chart chart-vega" viewBox="{box[1] if box else "0 0 600 300"}" {named}>'
    told = f'<title id="{own}-title">{text(title)}</title><desc id="{own}-desc">{text(description or title)}</desc>'
    inner = made[opening.end() :].replace(' aria-roledescription="', ' data-role="')
    return Markup(head + told + inner)
