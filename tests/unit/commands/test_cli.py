import subprocess
import sys

import pytest

from backstory import __version__
from backstory.commands import cli as module
from backstory.commands.cli import main

HEAVY = {"jinja2", "markdown", "yaml", "tornado", "livereload", "watchfiles", "rich", "babel", "frontmatter"}
FOR_SERVE = {"tornado", "livereload", "watchfiles", "rich"}

LOADED = """
import sys
from backstory.commands.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
print("LOADED", *sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """Return the modules that are loaded after a command."""
    script = LOADED.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.partition("LOADED ")[2].split())


@pytest.mark.parametrize("arguments", [("--help",), ("build", "--help"), ("new", "--help"), ("--version",)])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not loaded(*arguments) & HEAVY


def test_a_build_loads_nothing_that_only_serve_needs(tmp_path: object) -> None:
    main_site = str(tmp_path)
    loaded("new", "site", main_site)
    found = loaded("build", "--root", main_site)
    assert "jinja2" in found
    assert not found & FOR_SERVE


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"Backstory {__version__}\n"


def test_a_fault_of_ours_says_that_it_is_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*args: object, **options: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(module, "cli", fail)
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == module.SOFTWARE
    shown = capsys.readouterr().err
    assert "ZeroDivisionError: oh" in shown
    assert module.FAULT in shown
