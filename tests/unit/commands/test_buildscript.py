"""`build.py` at the root of a site."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.unit.commands.running import put

import backstory
from backstory.commands.scaffolds import site_files

ROOT = Path(__file__).parents[3]


def script(folder: Path, *arguments: str, isolated: bool = False) -> "subprocess.CompletedProcess[str]":
    python = [sys.executable, *(["-I", "-S"] if isolated else [])]
    command = [*python, str(folder / "build.py"), *arguments]
    found = os.environ | {"PYTHONPATH": str(Path(backstory.__file__).parents[1])}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=found)


def test_it_builds_and_knows_the_other_verbs(tmp_path: Path) -> None:
    put(tmp_path, site_files())
    assert script(tmp_path, "--portable", "--json").stdout.startswith("{")
    assert (tmp_path / "site/index.html").exists()
    assert "Usage: backstory serve" in script(tmp_path, "serve", "--help").stdout
    assert "Usage: backstory [OPTIONS]" in script(tmp_path, "--help").stdout


def test_it_says_what_to_install(tmp_path: Path) -> None:
    put(tmp_path, site_files())
    done = script(tmp_path, isolated=True)
    assert done.returncode == 1
    assert 'the module "backstory" is not installed' in done.stderr
    assert "-m pip install -e ." in done.stderr
    assert "Traceback" not in done.stderr


def test_it_finds_the_source_beside_it(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    put(tmp_path, {"src/backstory/__init__.py": "", "src/backstory/commands/__init__.py": ""})
    put(tmp_path, {"src/backstory/commands/cli.py": "def main(arguments): print('beside', arguments)"})
    assert script(tmp_path, "serve", isolated=True).stdout == "beside ['serve']\n"
    assert script(tmp_path, isolated=True).stdout == "beside ['build']\n"
