"""Finds, compiles and runs Jinja templates: the site's own before the theme's.

A template is asked for by name (`article.html`); `theme/article.html` is always the theme's. What a template is made of
(itself, what it extends, includes and imports) is read, so that an edit reaches the pages that it should and no others.
Knows template files. Must never know what they are filled with.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from markupsafe import Markup, escape

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import listing, source_file, theme_file, theme_listing
from backstory.library.documents import settings
from backstory.notes import Note, did_you_mean, error
from backstory.places import Place
from backstory.rendering import views
from backstory.rendering.pageviews import PageView
from backstory.rendering.templating.compiling import LeanEnvironment
from backstory.rendering.views import DateView

REFERENCE = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s+(['\"])(.+?)\1")
NO_FIELD = re.compile(r"'backstory\.rendering\.\w+\.(\w+) object' has no attribute '(\w+)'")
THEME = "theme/"


@query("the template {}")
def template_text(read: Read, note: Noting, name: str) -> tuple[str, str] | None:
    """Return a template's place (a path from the site's root, or `theme/…`) and text; None when there is none."""
    folder = read(settings).templates
    own = None if name.startswith(THEME) else read(source_file, f"{folder}/{name}")
    if own is not None:
        return f"{folder}/{name}", own.decode("utf-8", errors="replace").removeprefix("\ufeff")
    data = read(theme_file, f"templates/{name.removeprefix(THEME)}")
    return (f"{THEME}templates/{name.removeprefix(THEME)}", data.decode("utf-8")) if data is not None else None


@query("the parts of the template {}")
def template_parts(read: Read, note: Noting, name: str) -> dict[str, tuple[str, str]]:
    """Return name -> (place, text) for a template and all that it extends, includes or imports by a fixed name."""
    found: dict[str, tuple[str, str]] = {}
    waiting = [name]
    while waiting:
        each = waiting.pop()
        piece = None if each in found else read(template_text, each)
        if piece is not None:
            found[each] = piece
            waiting += [match[2] for match in REFERENCE.finditer(piece[1])]
    return dict(sorted(found.items()))


@query("the code of the template {}")
def template_code(read: Read, note: Noting, name: str) -> str:
    """Return a template as Python, so that no later command need compile it; nothing if it is no Jinja template."""
    found = read(template_text, name)
    try:
        return _environment(None).compile(found[1] if found else "", name, name, raw=True)
    except TemplateSyntaxError:
        return ""


class Compiled:
    """A template ready to run. Equal when made of the same texts.

    `parts` is name -> (place, text) of all that it is made of, `codes` name -> Python.
    """

    def __init__(self, name: str, parts: dict[str, tuple[str, str]], codes: dict[str, str]) -> None:
        self.name = name
        self.parts = parts
        self.codes = codes
        self.digest = hashlib.blake2b(repr((name, parts)).encode(), digest_size=16).digest()
        self._template: Template | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Compiled) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def run(self, values: dict[str, Any]) -> str:
        """Fill the template in. Raises what Jinja raises; `finding` makes a note of it."""
        if self._template is None:
            self._template = _environment(_Parts(self.parts, self.codes)).get_template(self.name)
        return self._template.render(values)

    def finding(self, problem: Exception, known: tuple[str, ...] = ()) -> Note:
        """Make a note of what went wrong, at the line of the template where it did. `known`: the names there are."""
        if isinstance(problem, TemplateSyntaxError):
            place = Place(self._path(problem.name or self.name), problem.lineno)
            sentence = f"This is not a Jinja template: {(problem.message or '').rstrip('.')}."
            return error(place, "template/syntax", sentence, "Mend that line, or delete the file to use the theme's.")
        if isinstance(problem, TemplateNotFound):
            help = nearest_template(str(problem.name), known) or "Templates are named from the templates folder."
            place = Place(self._path(self._asker(str(problem.name or ""))), self._line_of(problem))
            return error(place, "template/missing", f'There is no template "{problem.name}".', help)
        place = self._deepest(problem, Place(self._path(self.name), self._line_of(problem)))
        if isinstance(problem, UndefinedError):
            return error(place, "template/undefined", *_undefined(str(problem)))
        sentence = f"The template fails here: {str(problem).rstrip('.')}."
        return error(place, "template/failed", sentence, "Mend that line.")

    def _asker(self, missing: str) -> str:
        return next((name for name, (_, text) in self.parts.items() if f'"{missing}"' in text), self.name)

    def _path(self, name: str) -> str:
        return self.parts.get(name, (name, ""))[0]

    def _line_of(self, problem: Exception) -> int:
        line = 0
        trace = problem.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename in self.parts:
                line = trace.tb_lineno
            trace = trace.tb_next
        return line

    def _deepest(self, problem: Exception, place: Place) -> Place:
        trace = problem.__traceback__
        while trace:
            name = trace.tb_frame.f_code.co_filename
            if name in self.parts:
                place = Place(self._path(name), trace.tb_lineno)
            trace = trace.tb_next
        return place


def _undefined(words: str) -> tuple[str, str]:
    """Return a sentence and a way out for Jinja's words about something that is not there."""
    help = "The docs (templates.md) list what each template gets."
    found = NO_FIELD.search(words)
    if not found:
        return f"{words.rstrip('.')}.".replace("'", '"'), help
    fields = getattr(getattr(views, found[1], PageView), "__struct_fields__", ())
    return f'{found[1]} has no "{found[2]}".', did_you_mean(found[2], fields) or help


def nearest_template(name: str, known: Iterable[str]) -> str:
    """Return `Did you mean "x"?` for the template whose name without `.html` is nearest, or an empty string."""
    near = did_you_mean(name.removesuffix(".html"), (each.removesuffix(".html") for each in known))
    return near.replace('"?', '.html"?')


class _Parts(BaseLoader):
    """Loads templates from the texts that a compiled template is made of."""

    def __init__(self, parts: dict[str, tuple[str, str]], codes: dict[str, str]) -> None:
        self._parts = parts
        self._codes = codes

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        """Return a template by its name; code is compiled once for each text."""
        if name not in self._parts:
            raise TemplateNotFound(name)
        code = _code(name, self._codes[name]) if self._codes[name] else environment.compile(self._parts[name][1], name)
        return environment.template_class.from_code(environment, code, globals or {}, None)


@lru_cache(maxsize=512)
def _code(name: str, code: str) -> CodeType:
    return compile(code, name, "exec")


def _environment(loader: BaseLoader | None) -> Environment:
    made = LeanEnvironment(loader=loader)
    made.filters["time"] = show_time
    return made


@lru_cache(maxsize=16_384)
def show_time(date: DateView, form: str = "long") -> Markup:
    """Return a date as HTML: `<time>` where its `datetime` may hold the value, else a span that keeps the EDTF."""
    text = escape(date.short or date.text if form == "short" else date.text)
    if date.iso:
        return Markup(f'<time datetime="{date.iso}">{text}</time>')
    return Markup(f'<span class="date" data-edtf="{escape(date.edtf)}">{text}</span>')


@query("the compiled template {}", kept=False)
def template(read: Read, note: Noting, name: str) -> Compiled | None:
    """Return a template ready to run, or None when neither the site nor the theme has it."""
    parts = read(template_parts, name)
    return Compiled(name, parts, {part: read(template_code, part) for part in parts}) if name in parts else None


@query("the list of templates")
def template_names(read: Read, note: Noting) -> tuple[str, ...]:
    """Return the names of all templates, the site's and the theme's."""
    folder = read(settings).templates + "/"
    own = (path.removeprefix(folder) for path in read(listing, folder.rstrip("/")))
    theme = (path.removeprefix("templates/") for path in read(theme_listing) if path.startswith("templates/"))
    return tuple(sorted({name for name in (*own, *theme) if name.endswith((".html", ".xml", ".txt"))}))


@query("the check of all templates")
def template_check(read: Read, note: Noting) -> None:
    """Compile every template of the site, used by a page or not, and note those that can't be."""
    for name in read(template_names):
        found = read(template, name)
        if found is None:
            continue
        if not found.codes[name]:
            try:
                _environment(None).compile(found.parts[name][1], name, name)
            except TemplateSyntaxError as problem:
                note(found.finding(problem))


def run(read: Read, note: Noting, name: str, values: dict[str, Any]) -> str:
    """Fill a template in by its name. What goes wrong becomes a note, and the text is empty."""
    found = read(template, name)
    if found is None:
        note(error(Place(name), "template/missing", f'There is no template "{name}".', "Name one that exists."))
        return ""
    try:
        return found.run(values)
    except TemplateSyntaxError as problem:
        note(found.finding(problem))
    except (
        TemplateNotFound,
        TemplateRuntimeError,
        TypeError,
        ValueError,
        AttributeError,
        LookupError,
        ArithmeticError,
    ) as problem:
        note(found.finding(problem, read(template_names)))
    return ""
