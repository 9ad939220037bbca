"""`check --review` and `history`, on small sites."""

import json
import subprocess
from pathlib import Path

from tests.unit.commands.running import put, run

SITE = {
    "pyproject.toml": '[tool.backstory]\ntitle = "T"\nbase_url = "https://t.example"\n',
    "content/questions/old.md": "---\nquestion: Who?\ndate: 2021-01-01\n---\nAnn.\n",
    "content/questions/fresh.md": "---\nquestion: When?\ndate: 2021-01-01\nchecked: 2025-12-01\n---\nNow.\n",
    "content/questions/unused.md": "---\nquestion: Why?\ndate: 2021-01-01\n---\nSo.\n",
    "content/articles/a.md": "---\ntitle: A\ndate: 2021-08-03\nreview_by: 2026-01-20\n---\n::: card old\n\n::: card fresh\n",
    "content/articles/b.md": "---\ntitle: B\ndate: 2021-08-03\nreview_by: 2026-06-01\n---\n::: card old\n",
    "content/articles/c.md": "---\ntitle: C\ndate: 2021-08-03\nreview_by: 2025-12-01\nchecked: 2025-12-24\n---\n",
}


def due(tmp_path: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        run(tmp_path, "check", "--review", "--json", "--date", "2026-01-01").output
    )["due"]
    return found


def test_what_is_due(tmp_path: Path) -> None:
    put(tmp_path, SITE)
    assert [each["path"] for each in due(tmp_path)] == ["content/questions/old.md", "content/articles/a.md"]
    old = due(tmp_path)[0]
    assert old["used_in"] == ["content/articles/a.md", "content/articles/b.md"]
    assert old["days"] == 1826


def test_people_read_a_list_and_calendars_a_file(tmp_path: Path) -> None:
    put(tmp_path, SITE)
    done = run(tmp_path, "check", "--review", "--date", "2026-01-01", "--calendar", str(tmp_path / "r.ics"))
    assert "used in 2 documents, last checked 1826 days ago" in done.output
    assert "2 documents to look at." in done.output
    calendar = (tmp_path / "r.ics").read_text()
    assert calendar.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20260101" in calendar  # overdue: today
    assert "DTSTART;VALUE=DATE:20260120" in calendar


def test_nothing_is_due(tmp_path: Path) -> None:
    put(tmp_path, {"pyproject.toml": SITE["pyproject.toml"]})
    assert run(tmp_path, "check", "--review").output == "Nothing is due for review.\n"


def commit(root: Path, words: str) -> None:
    start = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*start, "add", "."], check=True, capture_output=True)
    subprocess.run([*start, "commit", "-m", words], check=True, capture_output=True)


def test_history_follows_a_file_through_its_names(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True, capture_output=True)
    put(tmp_path, {**SITE, "content/articles/новое.md": "---\ntitle: N\ndate: 2021-08-03\n---\nThere were 4 people.\n"})
    commit(tmp_path, "First")
    (tmp_path / "content/articles/новое.md").rename(tmp_path / "content/articles/n.md")
    commit(tmp_path, "Renamed")
    put(tmp_path, {"content/articles/n.md": "---\ntitle: N\ndate: 2021-08-03\n---\nThere were 5 people.\n"})
    commit(tmp_path, "Mended")
    done = run(tmp_path, "history", "n")
    assert "first version: First" in done.output
    assert "There were [-4-] {+5+} people." in done.output
    assert "Renamed" not in done.output
    found = json.loads(run(tmp_path, "history", "/articles/n/", "--json").output)
    assert [each["words"] for each in found["versions"]] == ["Mended"]


def test_no_history(tmp_path: Path) -> None:
    put(tmp_path, SITE)
    done = run(tmp_path, "history", "content/articles/a.md")
    assert done.exit_code == 1
    assert "There is no history of content/articles/a.md" in done.output
    assert 'Did you mean "fresh"?' in run(tmp_path, "history", "frsh").output
