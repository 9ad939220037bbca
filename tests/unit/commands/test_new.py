from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from tests.unit.commands.running import SITE, put, run

from backstory.building.builder import Builder
from backstory.commands import scaffolds
from backstory.commands.cli import cli
from backstory.commands.new import FOLDERS, as_yaml, skeleton
from backstory.commands.scaffolds import site_files
from backstory.reading.front import headers

ROOT = Path(__file__).parents[3]

TITLES = [
    "Why the bridge closed",
    "Почему закрыли мост",
    "Where it stands?",
    'He said: "no"',
    "no",
    "2021",
    "- dash",
    "a #hash",
    "@home",
    "100%",
    "Trailing colon:",
    "back\\slash",
    "it's",
    "[brackets]",
    "é\u2028x",
]


def new_site(folder: Path) -> Path:
    assert CliRunner().invoke(cli, ["new", "site", str(folder)]).exit_code == 0
    return folder


def test_a_new_site_builds_without_a_finding(tmp_path: Path) -> None:
    root = new_site(tmp_path / "a site")
    build = Builder(root).build()
    assert build.notes == ()
    assert {"index.html", "articles/the-hole-over-halley/index.html", "glossary/index.html"} <= set(build.outputs)


def test_a_new_site_has_the_shape_of_this_repository(tmp_path: Path) -> None:
    root = new_site(tmp_path / "site")
    names = {path.name for path in root.iterdir()}
    assert names == {"pyproject.toml", "content", "templates", "build.py", ".gitignore", "README.md"}
    assert (root / "build.py").read_text() == (ROOT / "build.py").read_text()


def test_a_new_site_never_overwrites(tmp_path: Path) -> None:
    put(tmp_path, {"mine.txt": "mine"})
    done = CliRunner().invoke(cli, ["new", "site", str(tmp_path)])
    assert (done.exit_code, [path.name for path in tmp_path.iterdir()]) == (1, ["mine.txt"])


def test_the_folders_are_those_that_are_read() -> None:
    assert {folder: kind for kind, folder in FOLDERS.items()} == headers.FOLDERS


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_new_document_is_a_draft_in_its_folder_that_reads_well(tmp_path: Path, kind: str) -> None:
    root = put(tmp_path, {"pyproject.toml": SITE["pyproject.toml"]})
    done = run(root, "new", kind, "Does it  work?")
    path = f"content/{FOLDERS[kind]}/does-it-work.md"
    assert (done.exit_code, done.output) == (0, f"{path}\n")
    assert "draft: true" in (root / path).read_text()
    codes = {note.code for note in Builder(root, drafts=True).build().notes}
    assert codes == ({"header/missing-value"} if kind == "figure" else set())


def test_a_new_document_never_overwrites(tmp_path: Path) -> None:
    put(tmp_path, SITE | {"content/articles/it.md": "mine"})
    done = run(tmp_path, "new", "article", "It")
    assert (done.exit_code, (tmp_path / "content/articles/it.md").read_text()) == (1, "mine")
    assert "content/articles/it.md is there already." in done.output


def test_a_document_in_another_language_and_of_another_day(tmp_path: Path) -> None:
    done = run(put(tmp_path, SITE), "new", "article", "Мост", "--lang", "ru", "--date", "2021-08-03")
    assert done.output == "content/articles/ru/most.md\n"
    header = yaml.safe_load((tmp_path / "content/articles/ru/most.md").read_text().split("---")[1])
    assert (header["title"], header["lang"], str(header["date"])) == ("Мост", "ru", "2021-08-03")


def test_the_sites_own_language_needs_no_folder(tmp_path: Path) -> None:
    assert run(put(tmp_path, SITE), "new", "page", "About", "--lang", "en").output == "content/pages/about.md\n"


@pytest.mark.parametrize(
    "arguments", [("article", " "), ("article", "A", "--lang", "../x"), ("article", "A", "--date", "x")]
)
def test_what_can_not_be_made(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run(put(tmp_path, SITE), "new", *arguments).exit_code == 2
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["a.md"]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_survives(title: str) -> None:
    header = yaml.safe_load(skeleton("page", title).split("---\n")[1])
    assert header["title"] == title


def test_plain_titles_stay_plain() -> None:
    assert as_yaml("Why the bridge closed, again?") == "Why the bridge closed, again?"


def test_no_scaffold_is_forgotten() -> None:
    names = {path.split("/")[0] for path in site_files()}
    assert names == {".gitignore", "README.md", "build.py", "content", "pyproject.toml", "templates"}


def test_no_scaffold_is_kept_where_version_control_would_pass_it_over() -> None:
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text().split()}
    kept = Path(scaffolds.__file__).parent.rglob("*")
    assert not [path for path in kept if path.name in ignored - {"__pycache__"}]
