"""A built site as a browser follows it: its pages, and the file that an address leads to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ADDRESSES = {"href", "src", "poster", "action", "cite", "data"}
IDREFS = {"aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass
class Page:
    """One HTML page: what a test may ask about it."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    idrefs: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    images: list[dict[str, str | None]] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    json_ld: list[str] = field(default_factory=list)
    lang: str = ""
    text: str = ""


class Walker(HTMLParser):
    """Gathers a page's parts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, values = self.page, dict(attrs)
        self.inside = tag if tag in ("script", "style") else ""
        if tag == "script" and values.get("type") == "application/ld+json":
            page.json_ld.append("")
        if tag == "html":
            page.lang = values.get("lang") or ""
        if tag == "img":
            page.images.append(values)
        if tag in HEADINGS:
            page.headings.append(HEADINGS[tag])
        for name, value in attrs:
            self._attribute(name, value or "")

    def _attribute(self, name: str, value: str) -> None:
        page = self.page
        page.attributes.add(name)
        if name in ADDRESSES:
            page.links.append(value)
        elif name == "srcset":
            page.links += [part.split()[0] for part in value.split(",")]
        elif name == "id":
            page.ids.append(value)
        elif name in IDREFS:
            page.idrefs += value.split()

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.page.text += data
        elif self.inside == "script" and self.page.json_ld:
            self.page.json_ld[-1] += data


@lru_cache(maxsize=2048)
def page_of(file: Path) -> Page:
    """Read a page."""
    walker = Walker()
    walker.feed(file.read_text(encoding="utf-8"))
    walker.close()
    return walker.page


def html_files(site: Path) -> list[Path]:
    """Return every page of a site, in order."""
    return sorted(site.rglob("*.html"))


def address_of(site: Path, file: Path, start: str) -> str:
    """Return the address under which a host that stands at `start` serves a file."""
    return start + file.relative_to(site).as_posix().removesuffix("index.html")


def dead_links(site: Path, start: str, *, portable: bool = False, skip: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield every link inside a site that leads to no file or no id, when the site is served at `start`.

    A portable site is read from the disk, where a folder is no page.
    """
    for file in html_files(site):
        if file.name not in skip:
            base = address_of(site, file, start) if not portable else start + file.relative_to(site).as_posix()
            for link in page_of(file).links:
                if problem := _problem(site, start, urljoin(base, link), portable):
                    yield f"{file.relative_to(site)}: {link!r} {problem}"


def _problem(site: Path, start: str, address: str, portable: bool) -> str:
    whole, here = urlsplit(address), urlsplit(start)
    if whole.scheme not in ("http", "https", "mailto", "tel", "file"):
        return "has a scheme that no page may use"
    if (whole.scheme, whole.netloc) != (here.scheme, here.netloc):
        return ""
    if not whole.path.startswith(here.path):
        return "leads out of the site"
    return leads_to(site, unquote(whole.path[len(here.path) :]), unquote(whole.fragment), portable)


def leads_to(site: Path, path: str, anchor: str, portable: bool = False) -> str:
    """Say what is wrong with a path and an anchor inside a site, or nothing."""
    file = site / path
    if path == "" or path.endswith("/"):
        if portable:
            return "is a folder, which the disk does not open"
        file /= "index.html"
    if not file.is_file():
        return "is no file"
    if anchor and anchor not in page_of(file).ids:
        return "is no id there"
    return ""
