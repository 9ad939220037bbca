"""The documentation is true: its lists are those of the code, its links lead somewhere, its commands run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest

from backstory.files.settings import Language, Mentions, Pictures, Related, Settings, SocialCards, Support, Trust
from backstory.reading.front.keys import COMMON, OF_KIND
from backstory.rendering import pageviews, timelineviews, views
from backstory.rendering.images import imageviews
from backstory.rendering.text.blocks import BLOCKS

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "backstory"
DOCS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^[ ]*```(\w*)\n(.*?)^[ ]*```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
INLINE_CODE = re.compile(r"`[^`\n]+`")


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def listed_modules() -> set[str]:
    """Return the modules that docs/architecture.md lists below each heading: `reading/dates/day.py`."""
    found, folder = set(), ""
    for line in text("docs/architecture.md").split("## Module by module", 1)[1].split("\n## ", 1)[0].splitlines():
        if line.startswith("### "):
            folder = line.removeprefix("### ").strip()
        elif match := re.match(r"\| `([\w/]+\.py)` \|", line):
            found.add(match[1] if folder == "" else f"{folder}/{match[1]}")
    return found


def test_the_architecture_lists_every_module() -> None:
    """Modules in `languages/` are spoken of together."""
    files = [path.relative_to(SOURCE) for path in SOURCE.rglob("*.py") if path.name != "__init__.py"]
    there = {path.as_posix() for path in files if len(path.parts) > 1 and path.parent.name != "languages"}
    assert there ^ listed_modules() == set()


@pytest.mark.parametrize("kind", [Settings, Support, Language, Related, Mentions, Trust, Pictures, SocialCards])
def test_every_setting_is_documented(kind: type[msgspec.Struct]) -> None:
    page = text("docs/settings.md")
    assert [each for each in kind.__struct_fields__ if f"`{each}`" not in page and f".{each}`" not in page] == []


EVERY = {**vars(views), **vars(imageviews), **vars(timelineviews), **vars(pageviews)}.values()
VIEWS = [
    each for each in EVERY if isinstance(each, type) and issubclass(each, msgspec.Struct) and each.__struct_fields__
]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_of_a_view_is_documented(view: type[msgspec.Struct]) -> None:
    page = text("docs/templates.md")
    assert view.__name__ in page
    section = re.split(rf"^#+ .*{view.__name__}\b.*$", page, maxsplit=1, flags=re.MULTILINE)[-1]
    own = re.split(r"^#{1,3} ", section, maxsplit=1, flags=re.MULTILINE)[0]
    assert [each for each in view.__struct_fields__ if f"`{each}`" not in own] == []


def test_every_template_is_documented() -> None:
    page, folder = text("docs/templates.md"), SOURCE / "theme" / "templates"
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    assert [each for each in found if f"`{each}`" not in page] == []


def test_every_block_is_documented() -> None:
    page = text("docs/writing.md")
    assert [each for each in BLOCKS if not re.search(rf"::: {each}\b", page)] == []


def test_every_key_of_a_header_is_documented() -> None:
    page = text("docs/writing.md")
    keys = {*COMMON, *(key for each in OF_KIND.values() for key in each)}
    assert sorted(key for key in keys if f"`{key}`" not in page) == []


def test_every_verb_is_documented() -> None:
    from click import Context

    from backstory.commands.cli import VERBS, cli

    page = text("docs/commands.md")
    for verb in VERBS:
        command = cli.get_command(Context(cli), verb)
        assert command is not None
        assert f"backstory {verb}" in page
        options = [name for option in command.params for name in option.opts if name.startswith("--")]
        assert [each for each in options if each not in page] == [], verb


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    prose = INLINE_CODE.sub("", FENCE.sub("", path.read_text(encoding="utf-8")))
    for link in LINK.findall(prose):
        if not re.match(r"https?:|mailto:", link):
            file, _, anchor = link.partition("#")
            target = (path.parent / unquote(file)).resolve() if file else path
            assert target.exists(), link
            assert not anchor or anchor in _anchors(target), link


def _anchors(path: Path) -> set[str]:
    lines = FENCE.sub("", path.read_text(encoding="utf-8")).splitlines()
    headings = (line.lstrip("#").strip().lower() for line in lines if line.startswith("#"))
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in headings}


def commands() -> list[str]:
    """Return every line of the documentation that runs Backstory, each once."""
    found = []
    for path in DOCS:
        for language, block in FENCE.findall(path.read_text(encoding="utf-8")):
            if language in ("sh", "console", "bash", "shell"):
                found += [line.strip().removeprefix("$ ") for line in block.splitlines()]
    return sorted({line for line in found if re.match(r"(backstory|python build\.py)\b", line)})


SMALL = {
    "pyproject.toml": '[tool.backstory]\ntitle = "Small"\nbase_url = "https://example.org"\n',
    "content/articles/why-crossings-rose.md": "---\ntitle: Why\ndate: 2021-07-31\n---\nIt [began](event:2021-05).\n",
    "content/timelines/timeline-2021.md": "---\ntitle: The year\nselect: {from: 2021}\n---\n",
}
"""Stands for the reference site, which has documents of these names: a verb runs the same, only sooner."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, with little content, in which commands may write."""
    folder = tmp_path_factory.mktemp("docs") / "copy"
    for each in ("src", "templates"):
        shutil.copytree(ROOT / each, folder / each, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", folder)
    for path, words in SMALL.items():
        assert (ROOT / path).exists()
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(words, encoding="utf-8")
    return folder


def test_there_are_commands_to_run() -> None:
    assert len(commands()) > 10


@pytest.mark.parametrize("line", commands())
def test_a_command_runs(copy: Path, line: str) -> None:
    """`serve` never ends by itself, so only its options are tried."""
    words = shlex.split(line)
    if "serve" in words:
        words.append("--help")
    start = [sys.executable, "-m", "backstory"] if words[0] == "backstory" else [sys.executable, "build.py"]
    rest = words[1:] if words[0] == "backstory" else words[2:]
    if words[0] == "backstory":
        start = [sys.executable, "-c", "from backstory.commands.cli import main; main()"]
    environment = os.environ | {"PYTHONPATH": str(copy / "src")}
    done = subprocess.run(
        [*start, *rest], cwd=copy, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
