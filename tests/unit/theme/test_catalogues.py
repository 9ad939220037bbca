"""The interface's words are whole in every language: each sentence translated, with its values, in each plural form."""

import ast
import re
from functools import cache
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale
from babel.messages import Catalog
from babel.messages.pofile import read_po

import backstory
from backstory.rendering import faces, trust
from backstory.rendering.frame import LIST_LABELS, ROUTE_TITLES

SOURCE = Path(backstory.__file__).parent
FOLDER = SOURCE / "theme" / "languages"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.po"))
PROMISED = ["ar", "be", "de", "es", "fa", "fr", "lt", "pl", "ru", "uk"]
"""The interface's languages beside English."""

SENTENCE = re.compile(r"""\bt(?:\.n)?\(\s*(?:"([^"]*)"|'([^']*)')""")
VALUE = re.compile(r"%\(\w+\)s")
SPOKEN = {"t", "words", "view.words", "t.n", "words.n", "view.words.n"}
"""How code says a sentence; a drawing's `page.words` draws a label."""


@cache
def catalogue(name: str) -> Catalog:
    with (FOLDER / name).open("rb") as file:
        return read_po(file)


def ids(name: str) -> set[str | tuple[str, ...]]:
    return {
        message.id if isinstance(message.id, str) else tuple(message.id) for message in catalogue(name) if message.id
    }


def templates() -> set[str]:
    """Return the sentences of the templates, in the singular."""
    text = "\n".join(path.read_text("utf-8") for path in (SOURCE / "theme" / "templates").rglob("*.html"))
    return {double or single for double, single in SENTENCE.findall(text)}


def spoken(path: Path) -> set[str]:
    """Return the sentences that a module says outright; a small word alone is a key, not a sentence."""
    return {
        text.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in SPOKEN
        for text in ast.walk(node.args[0])
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and not re.fullmatch("[a-z-]*", text.value)
    }


def labels() -> set[str]:
    """Return what tables of labels hold: kinds, forms, lists, pages."""
    tables = (faces.KIND_LABELS, faces.FORM_LABELS, LIST_LABELS, ROUTE_TITLES, trust.FORM_LABELS)
    return {label for table in tables for label in table.values() if label}


def test_the_template_catalogue_has_every_sentence() -> None:
    wanted = templates() | labels() | {each for path in (SOURCE / "rendering").rglob("*.py") for each in spoken(path)}
    assert wanted - {each if isinstance(each, str) else each[0] for each in ids("messages.pot")} == set()


def test_every_promised_language_is_there() -> None:
    assert LANGUAGES == PROMISED


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_has_the_same_sentences(lang: str) -> None:
    assert ids(f"{lang}.po") ^ ids("messages.pot") == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_is_whole(lang: str) -> None:
    """A plural form may leave out the number that it names: "حدثان" is two events."""
    for message in catalogue(f"{lang}.po"):
        if not message.id:
            continue
        wanted = set(VALUE.findall(message.id if isinstance(message.id, str) else message.id[1]))
        forms = (message.string,) if isinstance(message.string, str) else message.string
        assert len(forms) == (1 if isinstance(message.id, str) else catalogue(f"{lang}.po").num_plurals)
        for form in forms:
            assert form and form == form.strip(), message.id
            assert not re.sub(r"%\(\w+\)s|%%", "", form).count("%"), form
            assert set(VALUE.findall(form)) <= wanted, form
        assert set(VALUE.findall(forms[-1])) == wanted, message.id
        assert not message.fuzzy


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plural_forms_are_unicode_s(lang: str) -> None:
    """Numbers that Unicode's rules put into one category share a form, and others do not."""
    rule, categories = c2py(catalogue(f"{lang}.po").plural_expr), Locale.parse(lang).plural_form
    pairs = {(rule(n), categories(n)) for n in range(1001)}
    assert len(pairs) == len({form for form, _ in pairs}) == len({category for _, category in pairs})
    assert len(pairs) == catalogue(f"{lang}.po").num_plurals


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_speaks_its_language(lang: str) -> None:
    """English left standing is a translation forgotten; a few words are the same in some languages."""
    same = {
        message.id
        for message in catalogue(f"{lang}.po")
        if isinstance(message.id, str) and message.id == message.string
    }
    assert len(same) <= 20
    assert lang in ("de", "es", "fr") or same <= {"Tag"}
