"""A build without changes is quick because it loads nothing that it has no use for."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("babel", "frontmatter", "jinja2", "markdown", "nh3", "rich", "Stemmer", "tornado", "watchfiles", "yaml")
BUILD = """
import sys
from pathlib import Path
from backstory.building.builder import Builder
build = Builder(Path(sys.argv[1]), memory="build.db").build()
print(build.runs, len(build.outputs), *(name for name in sys.argv[2:] if name in sys.modules))
"""


def build(root: Path) -> list[str]:
    command = [sys.executable, "-c", BUILD, str(root), *HEAVY]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def test_a_build_without_changes_loads_no_templates_and_no_markdown(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "pyproject.toml").write_text('[tool.backstory]\ntitle = "T"\n', encoding="utf-8")
    (tmp_path / "content/a.md").write_text("---\ntitle: A\n---\nText.\n", encoding="utf-8")
    runs, outputs, *loaded = build(tmp_path)
    assert int(runs) > 0
    assert "jinja2" in loaded
    assert build(tmp_path) == ["0", outputs]
