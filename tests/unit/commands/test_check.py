import json
from pathlib import Path

import pytest
from tests.unit.commands.running import ERROR, SITE, WARNING, made, put, run, stand_in

from backstory.building import builder
from backstory.building.result import Build

CASES = [
    (made(), (), 0, "No findings on 1 page, in 0.25 s.\n"),
    (made(WARNING), (), 0, "1 warning on 1 page"),
    (made(WARNING), ("--strict",), 1, "1 warning on 1 page"),
    (made(ERROR, WARNING), (), 1, "1 error and 1 warning on 1 page"),
]


@pytest.mark.parametrize("build, options, code, words", CASES)
def test_checking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: Build, options: tuple[str, ...], code: int, words: str
) -> None:
    monkeypatch.setattr(builder, "Builder", stand_in(build))
    put(tmp_path, SITE)
    done = run(tmp_path, "check", *options)
    assert done.exit_code == code
    assert words in done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "pyproject.toml"]


def test_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "Builder", stand_in(made(ERROR)))
    found = json.loads(run(put(tmp_path, SITE), "check", "--json").output)
    assert (found["ok"], found["errors"], found["findings"][0]["column"]) == (False, 1, 7)
