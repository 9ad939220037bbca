"""The texts that `backstory new` begins with.

Knows where they are kept. Must never know what they say. Names that would mean something where they are kept
(`.gitignore`, `pyproject.toml`, `build.py`) end in `.txt` here, and a leading full stop is written `dot-`.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable


def kind(name: str) -> str:
    """Return the skeleton of a kind of document, with `$title` and `$date` to be filled in."""
    return (files(__name__) / "kinds" / f"{name}.md").read_text(encoding="utf-8")


def site_files() -> dict[str, str]:
    """Return path -> text of every file of a new site."""
    return dict(sorted(_files(files(__name__) / "start", "").items()))


def _files(folder: Traversable, prefix: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in folder.iterdir():
        if entry.is_dir():
            found |= _files(entry, f"{prefix}{entry.name}/")
        else:
            name = entry.name.removesuffix(".txt")
            found[prefix + name.replace("dot-", ".", 1)] = entry.read_text(encoding="utf-8")
    return found
