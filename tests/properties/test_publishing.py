"""After any series of builds and of other people's deeds, the folder holds the outputs and what is not Backstory's."""

import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.files.sites import outputs, standing

from backstory.files.exchange import exchange
from backstory.files.publish import publish

TEXTS = st.sampled_from(["one", "two", "six", "three"])
PAGES = st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "a/b/c.html", "d/e/f.html", "g.css"])
STRANGE = st.sampled_from(["CNAME", "a/note.txt", "a/b/note.txt", "d/note.txt", "x/y/z.txt", "x/w.txt"])

BUILD = st.tuples(st.just("build"), st.dictionaries(PAGES, TEXTS, max_size=6))
DEED = st.one_of(
    BUILD,
    BUILD,
    st.tuples(st.just("add"), STRANGE, TEXTS),
    st.tuples(st.just("remove"), STRANGE),
    st.tuples(st.just("alter"), PAGES, TEXTS),
    st.tuples(st.just("lose"), st.sampled_from([".backstory/spare", ".backstory/published"])),
    st.tuples(st.just("copy")),
)


@given(st.lists(DEED, max_size=14), st.booleans())
@settings(max_examples=120, deadline=None)
def test_any_series_of_deeds(deeds: list[tuple[object, ...]], can_exchange: bool) -> None:
    used = exchange if can_exchange else _can_not
    with tempfile.TemporaryDirectory() as folder, patch("backstory.files.publish.exchange", used):
        _check(Path(folder), deeds)


def _can_not(first: str, second: str) -> bool:
    return False


def _check(root: Path, deeds: list[tuple[object, ...]]) -> None:
    site = root / "site"
    strange: dict[str, str] = {}
    last: dict[str, str] = {}
    site.mkdir()
    for deed in deeds:
        match deed:
            case "build", dict() as files:
                last, done = files, publish(root, "site", outputs(files))
                strange = {path: text for path, text in strange.items() if path not in files}
                assert standing(site) == files | strange
                assert {path for path in done.foreign if not path.endswith("/")} == set(strange)
                assert publish(root, "site", outputs(files)).unchanged == len(files)
            case "add", str() as path, str() as text:
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                (site / path).write_text(text)
                strange[path] = text
            case "remove", str() as path:
                (site / path).unlink(missing_ok=True)
                strange.pop(path, None)
            case "alter", str() as path, str() as text if (site / path).exists():
                (site / path).write_text(text)
                strange |= {path: text} if path in strange else {}
            case "lose", str() as path:
                shutil.rmtree(root / path, ignore_errors=True)
                strange = standing(site) if path.endswith("published") else strange  # nobody knows whose they are
            case ("copy",):
                shutil.copytree(site, root / "copy")
                shutil.rmtree(site)
                (root / "copy").rename(site)
                publish(root, "site", outputs(last))
                strange = {path: text for path, text in strange.items() if path not in last}
