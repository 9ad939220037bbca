"""The editor's desk, `/_desk/`: a map of the site's stories and its loose ends. Only `serve` shows it.

Knows a few lines of HTML of its own, so that it needs no template. Must never know how anything is found.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from backstory.commands.deskmap import SINGLE, story_map

if TYPE_CHECKING:
    from backstory.library.graph import Graph, Loose, Usage

ADDRESS = "/_desk/"
MOST = 200
"""How many lines of a list are shown; `backstory graph` tells all of them."""

CAPTION_FEW = "A dot is a story, an arc leads from one to another, a coloured dot is an explainer."
CAPTION_MANY = "A bar is the stories of a stretch of time; point at it to see how many."

STYLE = """
:root { color-scheme: light dark; --line: light-dark(#d9d5cd, #444); --soft: light-dark(#5d5a54, #aaa);
  --paper: light-dark(#fdfcfa, #191919); --ink: light-dark(#1a1917, #eee); --link: light-dark(#9b1c31, #f08a9b); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 78rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { margin: 0; font-size: 1.75rem; } h2 { margin: 0 0 .75rem; font-size: 1.125rem; }
p { margin: .25rem 0 0; color: var(--soft); } a { color: inherit; text-decoration-color: var(--link); }
section { margin-block-start: 2.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
.lists { display: grid; gap: 0 3rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
ol, ul { margin: 0; padding: 0; list-style: none; }
li { padding: .4rem 0; border-block-start: 1px solid var(--line); overflow-wrap: anywhere; }
li:first-child { border: 0; } small { display: block; color: var(--soft); font-size: .8125rem; }
summary { cursor: pointer; padding-block: .5rem; }
.map { overflow-x: auto; } .map svg { display: block; min-inline-size: 40rem; inline-size: 100%; block-size: auto; }
.map text { font: 12px system-ui, sans-serif; fill: var(--soft); } .map .lane { fill: var(--ink); font-weight: 600; }
.map .rule { stroke: var(--line); } .map .link { fill: none; stroke: var(--soft); stroke-opacity: .35; }
.map circle { fill: var(--ink); }
.map rect { fill: var(--ink); fill-opacity: .75; } .map .explainer { fill: var(--link); }
.map a:hover circle, .map a:focus circle { stroke: var(--link); stroke-width: 4; }
"""


def desk_page(found: "Graph") -> bytes:
    """Return the page."""
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<style>{STYLE}</style>'
    body = "\n".join(_body(found))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n<title>Desk</title>\n</head>\n<body>\n<main>\n'
        f"{body}\n</main>\n</body>\n</html>\n"
    ).encode()


def failed_page(sentence: str) -> bytes:
    """Return a page that says why there is no desk to show."""
    head = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Desk</title></head>'
    return f"{head}<body><p>{escape(sentence)}</p></body></html>\n".encode()


def _body(found: "Graph") -> Iterator[str]:
    stories, links = len(found.stories), len(found.links)
    yield "<header><h1>Desk</h1>"
    yield f"<p>{stories:,} stories and {links:,} links between them. "
    yield "Only <code>backstory serve</code> shows this page.</p></header>"
    yield '<section aria-labelledby="map"><h2 id="map">The map: running stories over time</h2>'
    yield f'<div class="map">{story_map(found)}</div>'
    yield f"<p>{CAPTION_FEW if stories <= SINGLE else CAPTION_MANY}</p>{_stories(found)}</section>"
    yield '<section class="lists">'
    yield _documents("Nothing leads to these but lists", found.orphans)
    yield _documents("These lead nowhere", found.dead_ends)
    yield _documents("Recommended everywhere", found.everywhere)
    yield "</section>"
    yield '<section class="lists">'
    yield _names("Names in front matter that no document goes by", found.unwritten)
    yield _names("Names in texts that may deserve a page", found.suggested)
    yield "</section>"


def _stories(found: "Graph") -> str:
    lines = [
        _line(each.title, each.address, f"{each.day} {found.topics.get(each.topic, '')}") for each in found.stories
    ]
    return f"<details><summary>The stories as a list</summary>{_list(lines)}</details>"


def _documents(title: str, found: "Sequence[Loose]") -> str:
    notes = [f"{each.path}{f', by {each.count}' if each.count else ''}" for each in found]
    lines = [_line(each.title, each.address, note) for each, note in zip(found, notes, strict=True)]
    return f"<div><h2>{title}: {len(found):,}</h2>{_list(lines)}</div>"


def _names(title: str, found: "Sequence[Usage]") -> str:
    lines = [
        f"<li>{escape(each.name)} "
        f"<small>{each.count}× in {each.documents}: {escape(', '.join(each.examples))}</small></li>"
        for each in found
    ]
    return f"<div><h2>{title}: {len(found):,}</h2>{_list(lines)}</div>"


def _line(title: str, address: str, note: str) -> str:
    return f'<li><a href="{escape(address)}">{escape(title)}</a> <small>{escape(note)}</small></li>'


def _list(lines: Iterable[str]) -> str:
    every = list(lines)
    more = f"<li>… and {len(every) - MOST:,} more: <code>backstory graph</code></li>" if len(every) > MOST else ""
    return f"<ol>{''.join(every[:MOST])}{more}</ol>" if every else "<p>None.</p>"
