"""A YAML header as plain data, with the line and column of every key.

Knows YAML's nodes, through PyYAML's composer. Must never know what a key means.

Nothing is guessed from the look of a value: `no`, `12:30`, `007` and `2021-08-03` stay the text that was written
(YAML 1.1 makes them False, 750, 7 and a date). Only true and false are booleans; null, `~` and nothing are None.
"""

import re
from typing import Final

import yaml

from backstory.notes import Note, error, warning
from backstory.places import Place
from backstory.reading.front.parsed import CONTROLS, DEEPEST, EMPTY, At, Parsed, TooDeep, duplicate_key
from backstory.reading.wording import quoted

Base: type[yaml.CBaseLoader | yaml.BaseLoader]
try:
    from yaml import CBaseLoader as Base
except ImportError:  # PyYAML built without libyaml: slower, the same nodes
    from yaml import BaseLoader as Base

TAGS: Final = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


class Loader(Base):  # type: ignore[valid-type, misc]
    """PyYAML's loader with the narrowest of resolvers: whatever a value looks like, it is text."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Return the tag of a node that was written without one."""
        return TAGS[kind]


MOST: Final = 100_000
"""Values that a header may have, with every alias followed: a few lines of aliases can stand for millions."""

CONSTANTS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""What YAML refuses, what nobody sees, and what counts there as the end of a line where no editor has one."""

OPENERS: Final = ("[", "{", "- ", "-\t", "? ")
"""What can open many levels in a short text."""

LOST: Final = re.compile(r" *(#(?=[^\s#]).*|&.*)")
"""A comment that begins like `#MeToo`, or an anchor: words, to the editor."""


def read_yaml(text: str, first_line: int, path: str) -> Parsed:
    """Return the keys of a YAML mapping. `first_line` is the line of the file on which `text` begins.

    Raises yaml.YAMLError for what is not YAML or not a mapping, and TooDeep. Of a key that is given twice the last
    value counts, as in PyYAML and Jekyll, with a warning that names both lines.
    """
    text = REFUSED.sub(" ", text)
    _check_depth(text)
    node = yaml.compose(text, Loader)
    if node is None:
        return EMPTY
    if not isinstance(node, yaml.MappingNode):
        raise yaml.composer.ComposerError(None, None, "not a mapping", node.start_mark)
    walk = _Walk(text, first_line, path)
    values = walk.mapping(node, "", 0)
    return Parsed(values, walk.places, walk.keys, tuple(walk.notes))


def _check_depth(text: str) -> None:
    # libyaml's composer calls itself at each level and would end the process. Counting spares the common header a pass.
    if sum(map(text.count, OPENERS)) < 200:
        return
    depth = 0
    for event in yaml.parse(text, Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise TooDeep
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Walk:
    """One pass over the nodes of a header, which gathers values, places and notes."""

    def __init__(self, text: str, first_line: int, path: str) -> None:
        self.text = text
        self.first_line = first_line
        self.path = path
        self.places: dict[str, At] = {}
        self.keys: dict[str, At] = {}
        self.notes: list[Note] = []
        self.left = MOST
        self.traps = "#" in text or "&" in text

    def mapping(self, node: yaml.MappingNode, prefix: str, depth: int) -> dict[str, object]:
        """Return a mapping's values. `prefix` is its own dotted key with a full stop after it, or empty."""
        values: dict[str, object] = {}
        for key_node, value_node in _with_merged(node):
            mark = key_node.start_mark
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else self.source(key_node)
            here = (mark.line + self.first_line, mark.column + 1)
            name = prefix + key
            if key in values:
                self.notes.append(duplicate_key(self.path, key, self.keys[name], here))
            self.keys[name] = self.places[name] = here
            values[key] = self.value(value_node, name, depth)
        return values

    def value(self, node: yaml.Node, name: str, depth: int) -> object:
        """Return a node as plain data, and note its place."""
        self.left -= 1
        if depth >= DEEPEST or self.left < 0:
            raise TooDeep
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, name)
        if isinstance(node, yaml.SequenceNode):
            return self.sequence(node, name, depth + 1)
        assert isinstance(node, yaml.MappingNode)  # there is no fourth kind
        if node.value and isinstance(node.value[0][0], yaml.MappingNode):
            return self.braces(node, name)
        return self.mapping(node, name + ".", depth + 1)

    def sequence(self, node: yaml.SequenceNode, name: str, depth: int) -> list[object]:
        """Return a list's values."""
        values = []
        for index, child in enumerate(node.value):
            mark = child.start_mark
            inner = f"{name}[{index}]"
            self.places[inner] = (mark.line + self.first_line, mark.column + 1)
            values.append(self.value(child, inner, depth))
        return values

    def scalar(self, node: yaml.ScalarNode, name: str) -> object:
        """Return a scalar as it was written, or True, False or None."""
        text, mark = node.value, node.start_mark
        if text or node.style:
            self.places[name] = (mark.line + self.first_line, mark.column + 1)
        if node.style:  # in quotes or a block: never a constant
            return CONTROLS.sub("", text) if node.style == '"' and not text.isprintable() else text
        if self.traps and (lost := LOST.match(self.text, node.end_mark.index if text else mark.index)):
            self.lost(lost[1], mark, name)
        if node.tag[0] == "!":  # `title: !important news` is no tag to an editor
            return self.source(node)
        return CONSTANTS.get(text, text)

    def source(self, node: yaml.Node) -> str:
        """Return what was written for a node, character for character."""
        return self.text[node.start_mark.index : node.end_mark.index].strip()

    def braces(self, node: yaml.MappingNode, name: str) -> str:
        """Return `{{ … }}`, a map with a map for its key in YAML, as the text that it was meant to be."""
        text, mark = self.source(node), node.start_mark
        self.places[name] = (mark.line + self.first_line, mark.column + 1)
        sentence = f"{quoted(text)} begins with a brace, which YAML reads as a map."
        place = Place(self.path, *self.places[name])
        self.notes.append(error(place, "header/bad-yaml", sentence, "Put the value in quotes."))
        return text

    def lost(self, words: str, mark: yaml.Mark, name: str) -> None:
        """Warn of words that YAML takes for a comment or an anchor."""
        place = Place(self.path, mark.line + self.first_line, mark.column + 1)
        sentence = f"{quoted(words)} is left out of {quoted(name)}: YAML reads it as a comment or an anchor."
        self.notes.append(warning(place, "header/lost-text", sentence, "Put the whole value in quotes."))


def _with_merged(node: yaml.MappingNode) -> list[tuple[yaml.Node, yaml.Node]]:
    """Return a mapping's pairs, with what `<<: *other` stands for before them; keys that are written out win."""
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
    if not any(key.value == "<<" for key, _ in pairs):
        return pairs
    own = [pair for pair in pairs if pair[0].value != "<<"]
    taken = [key.value for key, _ in own]
    merged = []
    for source in (value for key, value in pairs if key.value == "<<"):
        for other in source.value if isinstance(source, yaml.SequenceNode) else [source]:
            if isinstance(other, yaml.MappingNode):
                fresh = [pair for pair in other.value if pair[0].value not in taken and pair[0].value != "<<"]
                merged += fresh
                taken += [key.value for key, _ in fresh]
    return merged + own
