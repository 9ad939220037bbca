import json
from functools import partial
from pathlib import Path

import pytest
from tests.unit.commands.running import ERROR, PAGE, SITE, WARNING, StandIn, made, put, run, stand_in

from backstory.building import builder
from backstory.files import lock
from backstory.files.lock import only_build


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return put(tmp_path, SITE)


def give(monkeypatch: pytest.MonkeyPatch, *results: object) -> None:
    monkeypatch.setattr(builder, "Builder", stand_in(*results))  # type: ignore[arg-type]


def test_a_build_publishes_and_says_so(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, made())
    done = run(site, "build")
    assert (done.exit_code, done.output) == (0, "site/ is up to date: 1 page in 0.25 s, 1 file written.\n")
    assert (site / "site/index.html").read_bytes() == PAGE


def test_a_build_with_errors_leaves_the_site_and_ends_with_1(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, made(), made(WARNING, ERROR, **{"other.html": b""}))
    run(site, "build")
    done = run(site, "build")
    assert done.exit_code == 1
    assert done.output == (
        'content/a.md:1: warning[header/unknown-key]: There is no key "titel". Did you mean "title"?\n'
        'content/a.md:2:7: error[header/bad-date]: "soon" is not a date. Write 2021-08-03.\n'
        "\n"
        "1 error and 1 warning. site/ is as it was.\n"
    )
    assert [path.name for path in (site / "site").iterdir()] == ["index.html"]


def test_strict_takes_warnings_for_errors(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, made(WARNING))
    assert run(site, "build").exit_code == 0
    done = run(site, "build", "--strict")
    assert done.exit_code == 1
    assert "--strict takes warnings for errors" in done.output


def test_options_reach_the_builder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, made())
    run(site, "build", "--drafts", "--portable", "--date", "2021-08-03")
    assert StandIn.asked.items() >= {"drafts": True, "portable": True, "date": "2021-08-03"}.items()


def test_json_tells_programs_everything(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, made(WARNING))
    found = json.loads(run(site, "build", "--json").output)
    assert found.pop("findings") == [
        {
            "code": "header/unknown-key",
            "severity": "warning",
            "path": "content/a.md",
            "line": 1,
            "column": 0,
            "sentence": 'There is no key "titel".',
            "help": 'Did you mean "title"?',
        }
    ]
    counts = {"errors": 0, "warnings": 1, "pages": 1, "seconds": 0.25, "unchanged": 0}
    lists: dict[str, list[str]] = {"written": ["index.html"], "removed": [], "foreign": [], "replaced": []}
    assert found == {"ok": True, "published": True, "failure": ""} | counts | lists


def test_strangers_are_named_and_removed_when_asked(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, made())
    put(site, {"site/CNAME": "x"})
    assert "Kept in site/, though Backstory did not write it: CNAME." in run(site, "build").output
    assert run(site, "build", "--prune-foreign").exit_code == 0
    assert not (site / "site/CNAME").exists()


def test_trouble_with_the_disk_is_a_line(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, made())
    put(site, {"site": ""})
    done = run(site, "build")
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert '"site" is a file.' in done.output
    assert json.loads(run(site, "build", "--json").output)["failure"].startswith('"site" is a file.')


def test_a_second_build_that_waits_too_long_gives_up(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, made())
    monkeypatch.setattr(lock, "only_build", partial(only_build, patience=0.0))
    with only_build(site):
        done = run(site, "build")
    assert done.exit_code == 1
    assert "Another build of this site is running; waiting for it." in done.output
    assert "Wait until it has ended" in done.output


@pytest.mark.parametrize("date", ["yesterday", "2021-13-01", "2021"])
def test_a_date_that_is_none_is_a_typing_mistake(site: Path, date: str) -> None:
    done = run(site, "build", "--date", date)
    assert done.exit_code == 2
    assert f'"{date}" is not a day. Write it as 2021-08-03.' in done.output


def test_a_folder_without_a_site_is_named_and_stays_empty(tmp_path: Path) -> None:
    done = run(tmp_path, "build")
    assert done.exit_code == 1
    assert "There is no site here" in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_site_is_found_from_below(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from backstory.commands.cli import cli

    give(monkeypatch, made())
    put(site, {"content/deep/pyproject.toml": "[project]\n"})
    monkeypatch.chdir(site / "content/deep")
    assert CliRunner().invoke(cli, ["build"]).exit_code == 0
    assert (site / "site/index.html").exists()
