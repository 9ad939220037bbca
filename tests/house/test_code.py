"""House rules that a reader of the code relies on: small modules and functions, docstrings, honest names."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "backstory"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_MODULE, MIDDLE_MODULE, LONGEST_FUNCTION = 300, 150, 60
FORBIDDEN = re.compile(r"utils?|helpers?|misc|common|\w*Manager|\w*Context|\w*Utils?|\w*Helpers?", re.IGNORECASE)
SAYS_WHAT_NOT = re.compile(r"\bMust never\b|\bmust never\b")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def definitions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


def test_no_module_is_long() -> None:
    assert {name(path): length(path) for path in [*MODULES, *TESTS] if length(path) > LONGEST_MODULE} == {}


def test_most_modules_are_short() -> None:
    assert median(length(path) for path in MODULES if path.name != "__init__.py") < MIDDLE_MODULE


def test_no_function_is_long() -> None:
    found = {
        f"{name(path)}:{each.name}": (each.end_lineno or 0) - each.lineno + 1
        for path in MODULES
        for each in definitions(path)
        if not isinstance(each, ast.ClassDef)
    }
    assert {each: lines for each, lines in found.items() if lines > LONGEST_FUNCTION} == {}


def test_every_module_says_what_it_knows() -> None:
    assert [name(path) for path in MODULES if not ast.get_docstring(tree(path))] == []


def test_every_module_says_what_it_must_never_know() -> None:
    spoken = [path for path in MODULES if path.name != "__init__.py"]
    assert [name(path) for path in spoken if not SAYS_WHAT_NOT.search(ast.get_docstring(tree(path)) or "")] == []


def test_names_say_something() -> None:
    files = [name(path) for path in MODULES if FORBIDDEN.fullmatch(path.stem) or FORBIDDEN.fullmatch(path.parent.name)]
    things = [
        f"{name(path)}:{each.name}" for path in MODULES for each in definitions(path) if FORBIDDEN.fullmatch(each.name)
    ]
    assert files + things == []


@pytest.mark.parametrize("word", ["cache", "stale", "mtime"])
def test_some_words_belong_to_the_lower_floors(word: str) -> None:
    above = [path for path in MODULES if path.relative_to(SOURCE).parts[0] not in ("engine", "files")]
    found = [f"{name(path)}:{each.name}" for path in above for each in definitions(path) if word in each.name.lower()]
    assert found == []


def test_no_floor_imports_from_above() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
