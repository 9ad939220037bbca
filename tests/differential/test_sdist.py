"""The short way through Markdown on the inputs of Python-Markdown's own tests: `make test-sdist`, which downloads them."""

import ast
import subprocess
import sys
import tarfile
from importlib.metadata import version
from inspect import cleandoc
from pathlib import Path

import pytest
from tests.differential.texts import same


def inputs(folder: Path) -> set[str]:
    """Return every text file among Python-Markdown's tests, and every string that stands in their code."""
    texts = {path.read_text(encoding="utf-8", errors="replace") for path in folder.rglob("tests/**/*.txt")}
    for path in folder.rglob("tests/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts |= {node.value, cleandoc(node.value)}
    return texts


@pytest.mark.sdist
def test_the_inputs_of_its_own_tests(tmp_path: Path) -> None:
    wanted = f"markdown=={version('markdown')}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-binary", ":all:", "--no-deps", wanted]
    subprocess.run(command, cwd=tmp_path, check=True)
    (packed,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path, filter="data")
    texts = inputs(tmp_path)
    assert len(texts) > 1000
    for text in sorted(texts):
        same(text)
