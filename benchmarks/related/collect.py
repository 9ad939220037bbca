"""Makes test archives for related stories out of Debian's documentation packages, whose authors link by hand.

    python benchmarks/related/collect.py /tmp/sets                     # all of them; needs apt and dpkg
    python benchmarks/related/collect.py /tmp/sets gnome foldoc

Each set comes twice, as `content/*.md` and `truth.json`: `NAME` with no links in its text, and `NAME-linked` with some.
The truth is the authors' lists of what else to see, which never stand in the text; where a work has none, it is half of
the links in the text (the same half each time), and the linked set keeps only the others.
"""

import argparse
import gzip
import hashlib
import json
import posixpath
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

VOID = {"br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source"}
BLOCKS = {"p", "div", "li", "dd", "dt", "pre", "table", "tr", "section", "title", "item", "br", "ul", "ol", "dl"}
LINK = re.compile(r"\x01([^\x02]*)\x02([^\x03]*)\x03")


class Page(NamedTuple):
    """A page: its title, its text with links as \\x01target\\x02words\\x03, and what its authors say to see also."""

    title: str
    text: str
    also: tuple[str, ...] = ()
    header: tuple[str, ...] = ()


class Reader(HTMLParser):
    """Reads HTML or XML: the text inside `main` (a class or tag), links, and lists of class `also` apart."""

    def __init__(self, main: tuple[str, ...], also: tuple[str, ...], skip: tuple[str, ...], place: str) -> None:
        super().__init__()
        self.main, self.also_names, self.skip, self.place = main, also, skip, place
        self.stack: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.title: list[str] = []
        self.also: list[str] = []
        self.keeps_any = False

    def inside(self, names: tuple[str, ...]) -> bool:
        """Say whether we stand inside an element of one of some names."""
        held = {name for tag, classes in self.stack for name in (tag, *(f".{each}" for each in classes.split()))}
        return not held.isdisjoint(names)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in VOID and "xref" not in found:
            self.text.append("\n" if tag == "br" else "")
            return
        self.stack.append((tag, f"{found.get('class', '')} {found.get('id', '')}"))
        target = found.get("href", found.get("xref", ""))
        if tag in ("a", "link") and target and "://" not in target and self.inside(self.main):
            where = posixpath.normpath(
                posixpath.join(self.place, "..", target.split("#")[0] or posixpath.basename(self.place))
            )
            if self.inside(self.also_names) or found.get("type") == "seealso":
                self.also.append(where)
            elif not self.inside(self.skip):
                self.text.append(f"\x01{where}\x02")
                self.stack[-1] = (tag, "linked")
        elif tag in ("h1", "h2", "h3", "h4") and self.keeps():
            self.text.append("\n\n## ")
        elif tag in BLOCKS and self.keeps():
            self.text.append("\n\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID or "xref" in dict(attrs):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while any(tag == each for each, _ in self.stack):
            last, classes = self.stack.pop()
            if classes == "linked":
                self.text.append("\x03")
            if last == tag:
                break
        if tag in BLOCKS or tag in ("h1", "h2", "h3", "h4"):
            self.text.append("\n\n")

    def keeps(self) -> bool:
        """Say whether text is kept here."""
        return self.inside(self.main) and not self.inside(self.also_names) and not self.inside(self.skip)

    def handle_data(self, data: str) -> None:
        if self.inside(("h1",)) and self.inside(self.main) and not self.done():
            self.title.append(data)
        elif self.keeps() or (self.stack and self.stack[-1][1] == "linked"):
            self.keeps_any = self.keeps_any or bool(self.title and data.strip())
            self.text.append(data)

    def done(self) -> bool:
        """Say whether the title is known."""
        return self.keeps_any


def html_pages(
    files: list[Path], root: Path, main: tuple[str, ...], also: tuple[str, ...], skip: tuple[str, ...]
) -> dict[str, Page]:
    """Read HTML files as pages by path."""
    found: dict[str, Page] = {}
    for file in files:
        place = file.relative_to(root).as_posix()
        reader = Reader(main, also, ("script", "style", "aside", ".headerlink", *skip), place)
        reader.feed(file.read_text("utf-8", "replace"))
        text = re.sub(r"\n\s*\n\s*", "\n\n", "".join(reader.text)).strip()
        title = " ".join("".join(reader.title).replace("¶", "").split())
        if text:
            found[place] = Page(title or Path(place).stem, text.replace("¶", ""), tuple(dict.fromkeys(reader.also)))
    return found


def python(root: Path) -> dict[str, Page]:
    """Return Python's manual."""
    top = root / "usr/share/doc/python3.11/html"
    files = [
        file for part in ("library", "howto", "tutorial", "reference", "faq") for file in (top / part).glob("*.html")
    ]
    return html_pages(files, top, (".body",), (".seealso",), (".headerlink", ".toctree-wrapper"))


def django(root: Path) -> dict[str, Page]:
    """Return Django's manual."""
    top = root / "usr/share/doc/python-django-doc/html"
    files = [
        file for part in ("topics", "ref", "howto", "intro", "faq", "releases") for file in (top / part).rglob("*.html")
    ]
    return html_pages(files, top, (".body", ".bd"), (".seealso",), (".headerlink", ".toctree-wrapper", ".sidebar"))


def postgres(root: Path) -> dict[str, Page]:
    """Return PostgreSQL's manual; its lists stand under a heading."""
    top = root / "usr/share/doc/postgresql-doc-15/html"
    pages = html_pages(list(top.glob("*.html")), top, ("body",), (), (".navheader", ".navfooter", ".toc"))
    found: dict[str, Page] = {}
    for path, page in pages.items():
        text, _, also = re.sub(r"(## )\s*", r"\1", page.text).partition("## See Also")
        title = re.sub(r"^[\dA-Z]+(\.\d+)*\.\s*", "", text.split("\n")[0].lstrip("# ")) or page.title
        found[path] = Page(title.strip() or path, text, tuple(each[0] for each in LINK.findall(also)))
    return found


def gnome(root: Path, lang: str = "C") -> dict[str, Page]:
    """Return the help of the GNOME desktop."""
    top = root / "usr/share/help" / lang / "gnome-help"
    raw = html_pages(list(top.glob("*.page")), top, ("page",), (), ("info",))
    found: dict[str, Page] = {}
    for path, page in raw.items():
        source = (top / path).read_text("utf-8")
        description = " ".join(re.sub(r"<[^>]+>", "", "".join(re.findall(r"<desc>(.*?)</desc>", source, re.S))).split())
        dates = re.findall(r'date="([\d-]+)"', source)
        title = re.search(r"</info>\s*<title>(.*?)</title>", source, re.S)
        also = re.findall(r'<link type="seealso" xref="([\w-]+)', source)
        header = (f"description: {json.dumps(description)}", *(f"date: {date}" for date in dates[-1:]))
        name = " ".join(re.sub(r"<[^>]+>", "", title[1]).split()) if title else page.title
        text = LINK.sub(lambda m: f"\x01{m[1]}.page\x02{m[2]}\x03", page.text)
        found[path] = Page(name, text, tuple(f"{each}.page" for each in also), header)
    return found


def apache(root: Path, lang: str = "en") -> dict[str, Page]:
    """Return the manual of the Apache web server."""
    top = root / "usr/share/doc/apache2-doc/manual" / lang
    return html_pages(
        list(top.rglob("*.html")), top, (".page-content",), (".seealso", ".related"), (".quickview", ".langavail")
    )


def office(root: Path, lang: str = "en-US") -> dict[str, Page]:
    """Return the help of LibreOffice."""
    top = root / "usr/share/libreoffice/help"
    files = list((top / lang / "text").rglob("*.html"))
    pages = html_pages(files, top, (".DisplayArea",), (".relatedtopics",), ())

    def below(path: str) -> str:
        return path[max(0, path.rfind(f"{lang}/")) :]

    return {
        path: Page(
            page.title,
            LINK.sub(lambda m: f"\x01{below(m[1])}\x02{m[2]}\x03", page.text),
            tuple(map(below, page.also)),
        )
        for path, page in pages.items()
    }


def perl(root: Path) -> dict[str, Page]:
    """Return Perl's manual."""
    found: dict[str, Page] = {}
    for file in sorted(root.rglob("*.pod")):
        source = file.read_text("utf-8", "replace")
        name = re.search(r"=head1 NAME\s+(\S+)\s+-+\s*(.*)", source)
        if not name or len(source) < 800:
            continue
        source = re.sub(r"L<(?:[^<>|]*\|)?(perl\w+|[A-Z][\w:]+)(?:/[^<>]*)?>", "\x01\\1\x02\\1\x03", source)
        source = re.sub(r"(?m)^=\w+.*$", "", re.sub(r"(?m)^=head\d (.*)$", r"## \1", source))
        source = re.sub(r"[BCIFEX]<+([^<>]*)>+", r"\1", source)
        text, _, also = source.partition("## SEE ALSO")
        also, _, rest = also.partition("\n## ")
        found[name[1]] = Page(f"{name[1]} {name[2]}", text + rest, tuple(each[0] for each in LINK.findall(also)))
    return found


def anarchism(root: Path) -> dict[str, Page]:
    """Return the Anarchist FAQ: long essays that point at one another."""
    top = root / "usr/share/doc/anarchism/html"
    pages = html_pages(list(top.glob("sec*.html")), top, ("body",), (), (".book-navigation", ".page-links"))
    return {path: page for path, page in pages.items() if len(page.text) > 1500}


def git(root: Path) -> dict[str, Page]:
    """Return the manual of Git."""
    top = root / "usr/share/doc/git-doc"
    return html_pages(list(top.rglob("*.html")), top, ("body",), (), (".#footer",))


def gimp(root: Path, lang: str = "en") -> dict[str, Page]:
    """Return the manual of GIMP."""
    top = root / "usr/share/gimp/2.0/help" / lang
    return html_pages(list(top.glob("*.html")), top, ("body",), (), (".navheader", ".navfooter", ".toc"))


def focalinux(root: Path) -> dict[str, Page]:
    """Return a guide to Linux in Portuguese."""
    return html_pages(list(root.rglob("*.htm*")), root, ("body",), (), (".navheader", ".navfooter", ".toc"))


def octave(root: Path) -> dict[str, Page]:
    """Return the manual of Octave; its lists are paragraphs."""
    top = root / "usr/share/doc/octave/octave.html"
    found: dict[str, Page] = {}
    for path, page in html_pages(list(top.glob("*.html")), top, ("body",), (), (".header", ".footnote")).items():
        listed = re.compile(r"See also:.*?\n\n", re.S)
        also = [each[0] for part in listed.findall(page.text + "\n\n") for each in LINK.findall(part)]
        found[path] = page._replace(text=listed.sub("", page.text + "\n\n"), also=tuple(dict.fromkeys(also)))
    return found


def sqlalchemy(root: Path) -> dict[str, Page]:
    """Return the manual of SQLAlchemy."""
    top = root / "usr/share/doc/python-sqlalchemy-doc/html"
    files = [file for file in top.rglob("*.html") if file.name not in ("genindex.html", "search.html")]
    return html_pages(files, top, (".docs-body",), (".seealso",), (".headerlink",))


def dictionary(file: Path) -> Iterator[tuple[str, str]]:
    """Read a dictd dictionary: entries start at the margin."""
    lines = gzip.decompress(file.read_bytes()).decode("utf-8", "replace").split("\n")
    name, text = "", []
    for line in lines:
        if line and not line[0].isspace():
            if any(each.strip() for each in text):
                yield name, "\n".join(text)
                name, text = line.strip(), []
            name = name or line.strip()
        else:
            text.append(line)


def _entries(file: Path) -> dict[str, Page]:
    found: dict[str, Page] = {}
    for name, text in dictionary(file):
        marked = re.sub(r"\{\s*([^{}]+?)\s*\}", lambda m: "\x01%s\x02%s\x03" % ((" ".join(m[1].split()),) * 2), text)
        marked = marked.replace("\x01", "\x01").strip()
        if len(marked) > 200:
            found[name.lower()] = Page(name, re.sub(r"\x01([^\x02]*)\x02", lambda m: f"\x01{m[1].lower()}\x02", marked))
    return found


def foldoc(root: Path) -> dict[str, Page]:
    """Return the Free On-line Dictionary of Computing."""
    return _entries(root / "usr/share/dictd/foldoc.dict.dz")


def jargon(root: Path) -> dict[str, Page]:
    """Return the Jargon File."""
    return _entries(root / "usr/share/dictd/jargon.dict.dz")


def manpages(root: Path) -> dict[str, Page]:
    """Return manual pages of Linux, whose last section lists what else to see."""
    found: dict[str, Page] = {}
    for file in sorted(root.glob("usr/share/man/man*/*.gz")):
        source = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
        if source.startswith(".so ") or len(source) < 800:
            continue
        source = re.sub(r'(?m)^[.\']\\".*$', "", source)
        named = re.compile(r'(?m)^\.[BI]R "?([\w.-]+)"? \((\d)\w*\)(.*)$')
        source = named.sub("\x01\\1.\\2\x02\\1\x03 \\3", source)
        source = re.sub(r"(?m)^\.SH (.*)$", lambda m: "\n\n## " + m[1].strip('"'), source)
        source = re.sub(r"(?m)^\.S[SY] (.*)$", r"\n\n### \1", source)
        source = re.sub(r"(?m)^\.(PP|P|IP|TP|LP)\b.*$", "\n", source)
        source = re.sub(r"(?m)^\.(?:[BIRC]{1,2}|UR|MT) (.*)$", r"\1", source)
        source = re.sub(r"(?m)^\.[a-zA-Z]{2}\b.*$", "", source)
        source = re.sub(r"\n\s*\n\s*", "\n\n", source)
        source = re.sub(r"\\f[BIRPC]|\\[&,/|]", "", source).replace("\\-", "-").replace("\\(aq", "'")
        text, _, also = source.partition("## SEE ALSO")
        name = file.name.removesuffix(".gz")
        summary = re.search(r"## NAME\s*(.*?)\n\n", text, re.S)
        title = " ".join(LINK.sub(r"\2", summary[1]).replace('"', "").split()) if summary else name
        also, _, rest = also.partition("\n## ")
        listed = tuple(dict.fromkeys(each[0] for each in LINK.findall(also)))
        found[name] = Page(title[:200], text + rest, listed)
    return found


class Work(NamedTuple):
    packages: tuple[str, ...]
    read: Callable[[Path], dict[str, Page]]


WORKS = {
    "python": Work(("python3.11-doc",), python),
    "django": Work(("python-django-doc",), django),
    "postgres": Work(("postgresql-doc-15",), postgres),
    "gnome": Work(("gnome-user-docs",), gnome),
    "gnome-de": Work(("gnome-user-docs",), partial(gnome, lang="de")),
    "gnome-ru": Work(("gnome-user-docs",), partial(gnome, lang="ru")),
    "git": Work(("git-doc",), git),
    "gimp": Work(("gimp-help-en",), gimp),
    "focalinux": Work(("focalinux-html",), focalinux),
    "octave": Work(("octave-doc",), octave),
    "sqlalchemy": Work(("python-sqlalchemy-doc",), sqlalchemy),
    "apache": Work(("apache2-doc",), apache),
    "office": Work(("libreoffice-help-en-us",), office),
    "apache-fr": Work(("apache2-doc",), partial(apache, lang="fr")),
    "apache-ja": Work(("apache2-doc",), partial(apache, lang="ja")),
    "apache-ko": Work(("apache2-doc",), partial(apache, lang="ko")),
    "office-ru": Work(("libreoffice-help-ru",), partial(office, lang="ru")),
    "office-zh": Work(("libreoffice-help-zh-cn",), partial(office, lang="zh-CN")),
    "perl": Work(("perl-doc",), perl),
    "anarchism": Work(("anarchism",), anarchism),
    "foldoc": Work(("dict-foldoc",), foldoc),
    "jargon": Work(("dict-jargon",), jargon),
    "manpages": Work(("manpages", "manpages-dev", "git-man"), manpages),
}


def half(source: str, target: str) -> bool:
    """Choose half of all links, the same ones each time."""
    return hashlib.blake2b(f"{source} {target}".encode()).digest()[0] % 2 == 0


def slugs(pages: dict[str, Page]) -> dict[str, str]:
    """Return path -> slug, each its own."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(pages):
        slug = base = re.sub(r"[^a-z0-9]+", "-", re.sub(r"\.(html|page)$", "", path.lower())).strip("-") or "x"
        n = 2
        while slug in taken:
            slug, n = f"{base}-{n}", n + 1
        taken.add(slug)
        found[path] = slug
    return found


def write(folder: Path, pages: dict[str, Page], linked: bool) -> None:
    """Write a set."""
    names = slugs(pages)
    listed = sum(any(each in names for each in page.also) for page in pages.values()) >= 100
    truth: dict[str, list[str]] = {}
    (folder / "content").mkdir(parents=True, exist_ok=True)
    for path, page in pages.items():
        inline = {target for target, _ in LINK.findall(page.text) if target in names and target != path}
        wanted = (
            [each for each in page.also if each in names and each != path]
            if listed
            else sorted(each for each in inline if half(path, each))
        )
        if wanted:
            truth[names[path]] = [names[each] for each in dict.fromkeys(wanted)]
        kept = (inline if listed else inline - set(wanted)) if linked else set()
        text = LINK.sub(lambda m: f"[{m[2].strip()}]({names[m[1]]}.md)" if m[1] in kept else m[2], page.text)  # noqa: B023
        text = re.sub(r"[\x01-\x03]", "", text)
        header = "\n".join(("---", f"title: {json.dumps(page.title)}", *page.header, "---", "")) if page.header else ""
        top = "" if page.header else f"# {page.title}\n\n"
        (folder / "content" / f"{names[path]}.md").write_text(f"{header}{top}{text}\n", encoding="utf-8")
    (folder / "truth.json").write_text(json.dumps(truth, indent=0, sort_keys=True), encoding="utf-8")
    links = sum(map(len, truth.values()))
    print(
        f"{folder.name:20} {len(pages):6,} documents, {len(truth):6,} with {links:,} links{' listed' if listed else ''}"
    )


def fetch(packages: tuple[str, ...], folder: Path) -> Path:
    """Download packages with apt and unpack them. Return where."""
    root = folder / "unpacked" / packages[0]
    if not root.exists():
        root.mkdir(parents=True)
        subprocess.run(("apt-get", "download", *packages), cwd=root, check=True, capture_output=True)
        for package in sorted(root.glob("*.deb")):
            subprocess.run(("dpkg", "-x", package.name, "."), cwd=root, check=True)
    return root


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("works", nargs="*", default=sorted(WORKS))
    given = parser.parse_args()
    for name in given.works:
        work = WORKS[name]
        pages = work.read(fetch(work.packages, given.folder))
        for linked in (False, True):
            write(given.folder / (f"{name}-linked" if linked else name), pages, linked)
