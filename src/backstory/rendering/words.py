"""The interface's words in a page's language, from gettext catalogues.

Knows message ids (English) and their translations. Must never know which page uses them.
"""

import io
from collections.abc import Callable
from functools import lru_cache

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import source_file, theme_file
from backstory.library.documents import settings
from backstory.rendering.numbers import number

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "dv", "ckb", "ug"})


def direction(lang: str) -> str:
    """Return "rtl" or "ltr" for a language."""
    return "rtl" if lang.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


@query("the interface's words in {}")
def messages(read: Read, note: Noting, lang: str) -> dict[str, tuple[str, ...]]:
    """Return message id -> its translations (one, or one for each plural form). `""` holds the plural rule.

    The site's own catalogue (`languages/ru.po` among its templates) goes before the theme's, and a region's (`pt-br`)
    before its language's.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name in (lang.partition("-")[0], lang):
        own = read(source_file, f"{read(settings).templates}/languages/{name}.po")
        for data in (read(theme_file, f"languages/{name}.po"), own):
            found |= _parsed(data) if data else {}
    return found


def _parsed(data: bytes) -> dict[str, tuple[str, ...]]:
    from babel.messages.pofile import read_po

    catalogue = read_po(io.BytesIO(data))
    found: dict[str, tuple[str, ...]] = {"": (catalogue.plural_expr,)}
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        key = message.id[0] if isinstance(message.id, tuple | list) else message.id
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if all(said):
            found[key] = tuple(str(each) for each in said)
    return found


@lru_cache(maxsize=16)
def _plural(rule: str) -> Callable[[int], int]:
    from gettext import c2py

    return c2py(rule)


class Words:
    """Says things in one language.

    `t("Read more")`, `t("By %(name)s", name=…)`, `t.n("%(n)s story", "%(n)s stories", n)`.
    """

    __slots__ = ("_said", "lang")

    def __init__(self, lang: str, said: dict[str, tuple[str, ...]]) -> None:
        self.lang = lang
        self._said = said

    def __call__(self, message: str, /, **values: object) -> str:
        """Return a message in the language, with its values filled in; English where there is no translation."""
        text = self._said.get(message, (message,))[0]
        return text % values if values else text

    def say(self, said: dict[str, tuple[str, ...]]) -> bool:
        """Say whether these are the words of that catalogue, the very same one."""
        return self._said is said

    def n(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return the form of a message that fits a number, which it may show as %(n)s, written as the language does."""
        forms = self._said.get(one)
        if forms is None:
            text = one if n == 1 else many
        else:
            text = forms[min(_plural(self._said[""][0])(n), len(forms) - 1)]
        return text % {"n": number(n, self.lang), **values}


_KNOWN: dict[str, Words] = {}
"""Language -> its words, as they were the last time: the same for all pages, so that they can be told by identity."""


def words_in(read: Read, lang: str) -> Words:
    """Return the words of a language."""
    said = read(messages, lang)
    known = _KNOWN.get(lang)
    if known is None or not known.say(said):
        known = _KNOWN[lang] = Words(lang, said)
    return known
