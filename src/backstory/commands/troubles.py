"""Findings in the browser, while a site is being written.

Knows a few lines of HTML of its own, so that it works when no template does. Must never know templates or pages.
"""

from collections.abc import Sequence
from html import escape

from backstory.commands.words import counted
from backstory.notes import Note

STYLE = """
.backstory-troubles, .backstory-troubles * { all: revert; box-sizing: border-box; }
.backstory-troubles { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
  margin: 0; padding: .75rem 1rem; background: #fff; color: #1a1a1a; border-top: .25rem solid #b3261e;
  box-shadow: 0 0 1.5rem #0006; font: 1rem/1.5 system-ui, sans-serif; text-align: start; direction: ltr; }
.backstory-troubles.whole { position: static; max-height: none; box-shadow: none; }
.backstory-troubles summary { cursor: pointer; font-weight: bold; }
.backstory-troubles ol { margin: .5rem 0 0; padding: 0; list-style: none; }
.backstory-troubles li { margin: .5rem 0 0; padding: .5rem 0 0; border-top: 1px solid #ddd; overflow-wrap: anywhere; }
.backstory-troubles code { font: .875rem/1.5 ui-monospace, monospace; color: #595959; }
.backstory-troubles .error { color: #b3261e; font-weight: bold; }
.backstory-troubles .warning { color: #7a4f00; font-weight: bold; }
"""


LAST_GOOD = "This is the page as it was. It comes up to date when these are mended."
NONE_YET = "There is no page to show yet. It appears when these are mended."

HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<style>body { margin: 1rem; font: 1rem/1.5 system-ui, sans-serif; }</style>
"""


def overlay(notes: Sequence[Note], failure: str) -> bytes:
    """Return what is put on top of a page that is behind: every finding, and why the page is old."""
    return _report(notes, failure, LAST_GOOD, "").encode()


def error_page(notes: Sequence[Note], failure: str) -> bytes:
    """Return a page for a site that could not be built even once."""
    return _page("This site has errors", _report(notes, failure, NONE_YET, " whole"))


def waiting_page() -> bytes:
    """Return a page for the time of the first build, which asks again every second.

    Its head has no closing tag, which HTML allows, so that livereload's script stays out: one reason to load is enough.
    """
    words = "The site is being built for the first time. This page loads by itself."
    return f'{HEAD}<meta http-equiv="refresh" content="1">\n<title>Building the site</title>\n<p>{words}</p>\n'.encode()


def missing_page(path: str) -> bytes:
    """Return a page for an address that nothing answers, in a site without a 404 page of its own."""
    return _page("Page not found", f"<p>The site has no page at {escape(path)}.</p>")


def _page(title: str, body: str) -> bytes:
    return f"{HEAD}<title>{title}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n".encode()


def _report(notes: Sequence[Note], failure: str, explained: str, whole: str) -> str:
    errors = [note for note in notes if note.severity == "error"]
    others = [note for note in notes if note.severity != "error"]
    title = escape(failure) or counted(len(errors), len(others)).capitalize()
    entries = "".join(_entry(note) for note in (*sorted(errors), *sorted(others)))
    details = f"<details open><summary>{title}</summary><p>{explained}</p><ol>{entries}</ol></details>"
    return f'<style>{STYLE}</style><aside class="backstory-troubles{whole}" role="alert">{details}</aside>'


def _entry(note: Note) -> str:
    head = f'<code>{escape(str(note.place))}</code> <span class="{note.severity}">{note.severity}</span>'
    return f"<li>{head} <code>{escape(note.code)}</code><br>{escape(note.sentence)} {escape(note.help)}</li>"
