"""What all tests may ask for: `--update`, and the reference site as it is published."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from backstory.building.builder import Builder
from backstory.building.result import Build, Output

ROOT = Path(__file__).parent.parent
TODAY = "2026-01-01"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected output")


LONG = ("test_incremental.py", "test_across_processes.py", "test_kills.py")
"""The tests that take minutes: they come first, so that nobody waits for the last of them alone."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONG)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def reference() -> Build:
    """The build of the repository's own site."""
    return Builder(ROOT, date=TODAY).build()


@pytest.fixture(scope="session")
def reference_site(reference: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site in a folder."""
    return written(reference.outputs, tmp_path_factory.mktemp("reference") / "site")


@pytest.fixture(scope="session")
def portable_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site in a folder, for reading from the disk."""
    outputs = Builder(ROOT, date=TODAY, portable=True).build().outputs
    return written(outputs, tmp_path_factory.mktemp("portable") / "site")


def written(outputs: Mapping[str, Output], folder: Path) -> Path:
    """Write outputs into a new folder, as a host would serve them."""
    for path, output in outputs.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((ROOT / output.copy_of).read_bytes() if output.copy_of else output.contents())
    return folder
