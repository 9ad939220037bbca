from pathlib import Path

import pytest
from tests.unit.commands.running import ERROR, PAGE, WARNING, StandIn, made

from backstory.building.result import Build
from backstory.commands.preview import Preview, media_type
from backstory.files.output import Output

PAGES = {"index.html": PAGE, "a/index.html": b"a", "a.css": b"css", "404.html": b"<body>none</body>"}


def preview(root: Path, *results: Build | Exception) -> Preview:
    left = list(results)
    return Preview(root, lambda: StandIn(left, root))


def built(root: Path, *results: Build | Exception) -> Preview:
    found = preview(root, *results)
    found.rebuild()
    return found


ANSWERS = [
    ("/", 200, "text/html; charset=utf-8", PAGE),
    ("/index.html", 200, "text/html; charset=utf-8", PAGE),
    ("/a/", 200, "text/html; charset=utf-8", b"a"),
    ("/a.css", 200, "text/css; charset=utf-8", b"css"),
    ("/b/", 404, "text/html; charset=utf-8", b"<body>none</body>"),
    ("/../pyproject.toml", 404, "text/html; charset=utf-8", b"<body>none</body>"),
]


@pytest.mark.parametrize("path, status, type, body", ANSWERS)
def test_answers_are_those_of_a_static_host(tmp_path: Path, path: str, status: int, type: str, body: bytes) -> None:
    found = built(tmp_path, made(**PAGES)).respond(path)
    assert (found.status, found.type, found.body) == (status, type, body)


def test_a_folder_without_its_slash_leads_on(tmp_path: Path) -> None:
    found = built(tmp_path, made(**PAGES)).respond("/a")
    assert (found.status, found.location) == (301, "/a/")


def test_a_path_of_two_slashes_can_not_lead_to_another_host(tmp_path: Path) -> None:
    assert built(tmp_path, made(**PAGES)).respond("//a").location == "/a/"


def test_a_site_without_a_404_page_has_a_plain_one(tmp_path: Path) -> None:
    found = built(tmp_path, made()).respond("/<b>/")
    assert found.status == 404
    assert b"/&lt;b&gt;/" in found.body


def test_pictures_come_from_where_they_are(tmp_path: Path) -> None:
    (tmp_path / "p.webp").write_bytes(b"picture")
    outputs = {"p.webp": Output("p.webp", copy_of="p.webp", print="x")}
    found = built(tmp_path, Build(outputs, (), 0, 0, 0, 0.0))
    assert (found.respond("/p.webp").type, found.respond("/p.webp").body) == ("image/webp", b"picture")
    (tmp_path / "p.webp").unlink()
    assert found.respond("/p.webp").status == 404


def test_before_the_first_build_a_page_waits(tmp_path: Path) -> None:
    found = preview(tmp_path, made()).respond("/")
    assert found.status == 503
    assert b'http-equiv="refresh"' in found.body
    assert b"</head>" not in found.body


def test_a_site_that_never_was_good_shows_its_errors(tmp_path: Path) -> None:
    found = built(tmp_path, made(ERROR)).respond("/")
    assert found.status == 500
    assert b"&quot;soon&quot; is not a date. Write 2021-08-03." in found.body
    assert b"content/a.md:2:7" in found.body


def test_errors_lie_on_top_of_the_last_good_page_until_they_are_mended(tmp_path: Path) -> None:
    found = preview(tmp_path, made(), made(WARNING, ERROR, **{"index.html": b"worse"}), made())
    assert [found.rebuild().visible for _ in range(2)] == [True, True]
    body = found.respond("/").body
    assert body.startswith(PAGE.removesuffix(b"</body></html>"))
    assert body.endswith(b"</aside></body></html>")
    assert b"1 error and 1 warning" in body
    assert found.rebuild().news
    assert found.respond("/").body == PAGE


def test_warnings_stay_in_the_terminal(tmp_path: Path) -> None:
    assert built(tmp_path, made(WARNING)).respond("/").body == PAGE


def test_what_an_editor_wrote_is_shown_and_never_run(tmp_path: Path) -> None:
    evil = ERROR.__class__(ERROR.place, "a/b", "error", '"<script>alert(1)</script>" is <b>not</b> known.', "<i>x</i>")
    body = built(tmp_path, made(evil)).respond("/").body
    assert b"<script>alert" not in body
    assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in body


def test_a_fault_of_ours_is_shown_and_outlived(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = preview(tmp_path, made(), ZeroDivisionError("<oh>"), made(**PAGES))
    found.rebuild()
    assert found.rebuild().failure == "Backstory itself has failed (ZeroDivisionError: <oh>)."
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert b"(ZeroDivisionError: &lt;oh&gt;)" in found.respond("/").body
    assert found.rebuild().changed == ("404.html", "a.css", "a/index.html")
    assert found.respond("/a/").body == b"a"


def test_a_rebuild_that_changes_nothing_is_not_visible(tmp_path: Path) -> None:
    found = preview(tmp_path, made(), made())
    assert [found.rebuild().visible for _ in range(2)] == [True, False]


@pytest.mark.parametrize(
    "name, expected",
    [
        ("feed.xml", "application/xml; charset=utf-8"),
        ("timeline.ics", "text/calendar; charset=utf-8"),
        ("x.svg", "image/svg+xml; charset=utf-8"),
        ("x.PNG", "image/png"),
        ("_redirects", "application/octet-stream"),
        ("x.js", "text/javascript; charset=utf-8"),
    ],
)
def test_types(name: str, expected: str) -> None:
    assert media_type(name) == expected
