"""No module needs, by itself or through others, a module that needs it: not even to name a type."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parent.parent.parent / "src"


def test_there_is_no_circle_among_modules() -> None:
    needs = {name(path): needed(path) for path in SOURCE.rglob("*.py")}
    assert circle(needs) == []


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == ["a", "b", "c"]


def name(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def needed(path: Path) -> set[str]:
    """Return the modules that one imports when it is loaded, and those that it takes types from."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {each for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for each in ast.walk(node)}
    found = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node not in inner and node.module != name(path)
    }
    return {each for each in found if each.startswith("backstory.")}


def circle(needs: dict[str, set[str]]) -> list[str]:
    """Take away modules that need nothing, and those that nothing needs, until none is left but those in circles."""
    left = dict(needs)
    while True:
        wanted = {each for own in left.values() for each in own}
        loose = [each for each, own in left.items() if each not in wanted or not own & left.keys()]
        if not loose:
            return sorted(left)
        for each in loose:
            del left[each]
