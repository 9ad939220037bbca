"""All that the reference site leads to is there, wherever it is served; pages are sound, feeds can be read."""

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

from tests.conftest import ROOT
from tests.sitewalk import dead_links, html_files, leads_to, page_of

BASE = "https://backstory.example"
TOKENS = re.compile("[\x02\x03\ufdd0-\ufdef\ufffd]|\\{[{%#]|[%#}]\\}")
SCHEMES = re.compile(r"(?<![\w.@/-])(?:event|figure|term|wiki|source):\w")
ABSOLUTE = re.compile(rf"{re.escape(BASE)}([^\s\"'<>\\,]*)")


@pytest.mark.parametrize("start", ["http://host/", "http://host/some/where/"])
def test_every_link_leads_somewhere(reference_site: Path, start: str) -> None:
    skip = ("404.html",) if start.count("/") > 3 else ()  # it can stand anywhere, so it starts at base_url
    assert list(dead_links(reference_site, start, skip=skip)) == []


def test_every_link_of_a_portable_site_leads_to_a_file(portable_site: Path) -> None:
    assert list(dead_links(portable_site, "file:///stick/", portable=True, skip=("404.html",))) == []


def test_every_absolute_address_leads_somewhere(reference_site: Path) -> None:
    dead = set()
    for file in sorted(reference_site.rglob("*")):
        if file.suffix in (".html", ".xml", ".json", ".txt", ".ics", ".csv"):
            for found in ABSOLUTE.findall(_unfolded(file.read_text(encoding="utf-8"))):
                whole = urlsplit(found.split("\\")[0])
                if problem := leads_to(reference_site, whole.path.lstrip("/"), whole.fragment):
                    dead.add(f"{file.relative_to(reference_site)}: {found} {problem}")
    assert sorted(dead) == []


def _unfolded(text: str) -> str:
    return re.sub(r"\r?\n[ \t](?=\S)", "", text) if text.startswith("BEGIN:VCALENDAR") else text


def problems(site: Path, check) -> list[str]:  # type: ignore[no-untyped-def]
    return [f"{file.relative_to(site)}: {found}" for file in html_files(site) if (found := check(file))]


def test_ids_are_there_once(reference_site: Path) -> None:
    def repeated(file: Path) -> list[str]:
        ids = page_of(file).ids
        return sorted({each for each in ids if ids.count(each) > 1 or not each or re.search(r"\s", each)})

    assert problems(reference_site, repeated) == []


def test_ids_that_are_pointed_at_are_there(reference_site: Path) -> None:
    assert problems(reference_site, lambda file: sorted(set(page_of(file).idrefs) - set(page_of(file).ids))) == []


def test_nothing_of_the_inside_is_left(reference_site: Path) -> None:
    def left(file: Path) -> list[str]:
        whole = file.read_text(encoding="utf-8")
        return TOKENS.findall(page_of(file).text) + SCHEMES.findall(whole)

    assert problems(reference_site, left) == []


def test_headings_come_in_order(reference_site: Path) -> None:
    def disorder(file: Path) -> str:
        levels = page_of(file).headings
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        return f"{levels}" if jumps or levels[:1] != [1] or levels.count(1) != 1 else ""

    pages = problems(reference_site, disorder)
    assert pages == []


def test_every_picture_has_words(reference_site: Path) -> None:
    assert problems(reference_site, lambda file: [each for each in page_of(file).images if "alt" not in each]) == []


def test_no_style_or_script_stands_in_a_page(reference_site: Path) -> None:
    def inline(file: Path) -> list[str]:
        return sorted(name for name in page_of(file).attributes if name == "style" or re.match(r"on[a-z]", name))

    assert problems(reference_site, inline) == []


def test_every_page_says_its_language(reference_site: Path) -> None:
    def other(file: Path) -> str:
        wanted = "ru" if file.relative_to(reference_site).parts[0] == "ru" else "en"
        return page_of(file).lang if page_of(file).lang != wanted else ""

    assert problems(reference_site, other) == []


PARSED = ["index.html", "articles/russian-citizens-among-those-crossing/index.html", "timeline/index.html", "404.html"]
TOLERATED = {"unexpected-end-tag-implies-table-voodoo"}


@pytest.mark.parametrize("path", PARSED)
def test_pages_are_html(reference_site: Path, path: str) -> None:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse((reference_site / path).read_text(encoding="utf-8"))
    assert [(at, code, found) for at, code, found in parser.errors if code not in TOLERATED] == []


def files(site: Path, pattern: str) -> list[Path]:
    found = sorted(site.rglob(pattern))
    assert found, pattern
    return found


def test_feeds_and_sitemaps_are_xml(reference_site: Path) -> None:
    for file in files(reference_site, "*.xml"):
        assert ElementTree.fromstring(file.read_bytes()).tag, file


def test_json_can_be_read(reference_site: Path) -> None:
    for file in files(reference_site, "*.json"):
        assert json.loads(file.read_bytes()), file


def test_json_ld_can_be_read(reference_site: Path) -> None:
    found = [each for file in html_files(reference_site) for each in page_of(file).json_ld]
    assert len(found) > 100
    for each in found:
        assert json.loads(each)["@context"].startswith("https://schema.org")


def test_calendars_can_be_read(reference_site: Path) -> None:
    for file in files(reference_site, "*.ics"):
        whole = file.read_bytes()
        lines = whole.decode().split("\r\n")
        assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""], file
        assert max(len(line) for line in whole.split(b"\r\n")) <= 75, file
        kinds = [line.split(":", 1)[0].split(";")[0] for line in lines]
        assert (
            kinds.count("DTSTART") == lines.count("BEGIN:VEVENT") == kinds.count("UID") == lines.count("END:VEVENT") > 0
        )


def test_tables_can_be_read(reference_site: Path) -> None:
    for file in files(reference_site, "*.csv"):
        head, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""))
        assert rows, file
        assert {len(row) for row in rows} == {len(head)}, file


def test_timelines_say_the_same_in_every_format(reference_site: Path) -> None:
    for file in files(reference_site, "timeline.json"):
        count = len(json.loads(file.read_bytes())["events"])
        page = (file.parent / "index.html").read_text(encoding="utf-8")
        rows = list(csv.reader(io.StringIO((file.parent / "timeline.csv").read_text(encoding="utf-8-sig"), newline="")))
        assert len(re.findall(r'\sid="event-', page)) == count, file
        assert len(rows) in (count + 1, count + 2), file  # a title slide may stand first


def test_the_settings_name_the_address_that_is_tested() -> None:
    assert f'base_url = "{BASE}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
