"""Templates compiled to less work do what Jinja does."""

import pytest
from jinja2 import Environment, StrictUndefined
from msgspec import Struct

from backstory.rendering.templating.compiling import LeanEnvironment


class Link(Struct, frozen=True):
    title: str
    url: str = ""


GIVEN = {
    "a": {"b": {"c": "<x>"}, "items": 1},
    "links": (Link("One & two", "/1"), Link("Three")),
    "rows": [{"k": 1}, {"k": 0}],
    "words": "plain",
}
TEMPLATES = (
    "{{ a.b.c }}{{ a['b'].c }}{{ a.items() is mapping }}",
    "{% for link in links if link.url %}{{ loop.index }}{{ link.title }}{{ loop.last }}{% endfor %}",
    "{% for row in rows if row.k %}{{ row.k }}{% endfor %}{{ rows|map(attribute='k')|join(',') }}",
    "{% if a.z is defined %}1{% endif %}{{ a.z|default('none') }}{{ links[0].nothing is defined }}",
    "{{ links[0].nothing }}",
    "{{ nobody.nothing }}",
    "{{ a.b.z.c }}",
    "{% set n = namespace(open=1) %}{{ n.open }}{% set n.open = 2 %}{{ n.open }}{% set x %}<{{ a.b.c }}>{% endset %}{{ x }}",
    "{% macro m(it, size=a.b.c) %}<b>{{ it.title }}</b>{{ size }}{% endmacro %}{{ m(links[0]) }}{{ m(links[0], '<') }}",
    "{% macro m(it, size) %}{{ it.title }}{{ size }}{% endmacro %}{{ m(links[1], size=2) }}{{ m(links[1])|length }}",
    "{% macro m(it) %}{{ it }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, z=3) }}",
    "{% macro m(it) %}{{ it }}{{ caller(it) }}{% endmacro %}{% call(each) m(words) %}<i>{{ each }}</i>{% endcall %}",
    "{% macro m(it) %}{{ it }}{% endmacro %}{{ m(1, 2) }}",
    "{% macro m(it) %}{{ it }}{% endmacro %}{{ m(other=2) }}",
    "{% macro m(it) %}<{{ it }}>{% endmacro %}{% autoescape false %}{{ m('<') }}{{ a.b.c }}{% endautoescape %}",
    "{% macro m(it) %}{{ it }}{% if it.b %}{{ m(it.b) }}{% endif %}{% endmacro %}{{ m({'b': {'b': 0}}) }}",
)


def made(environment: type[Environment], text: str) -> str:
    options = {} if environment is LeanEnvironment else {"autoescape": True, "undefined": StrictUndefined}
    try:
        return environment(**options).from_string(text).render(GIVEN)
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"


@pytest.mark.parametrize("text", TEMPLATES)
def test_it_is_what_jinja_makes(text: str) -> None:
    assert made(LeanEnvironment, text) == made(Environment, text)
