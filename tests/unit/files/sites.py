"""Small output folders for tests: what to put out, and what stands in a folder."""

from collections.abc import Mapping
from pathlib import Path

from backstory.files.output import Output


def outputs(files: Mapping[str, str]) -> dict[str, Output]:
    return {path: Output(path, text.encode()) for path, text in files.items()}


def standing(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def empty_folders(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())]
