"""Indexes for the search, made by Pagefind and kept until a text changes.

Knows how Pagefind is run, what it must have made, and where that is kept. Must never know what is in a text.
One index holds a share of the documents; each is made by itself, and only when one of these says something else.
"""

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from backstory.building.settling import settle
from backstory.files.failures import PublishError, in_words
from backstory.files.output import Output, digest_of, digest_of_file

Contents = Callable[[str, str], bytes]
KEPT: Final = (
    "pagefind-entry.json",
    "pagefind.js",
    "pagefind-worker.js",
    "*.pf_meta",
    "wasm.*",
    "fragment/*",
    "index/*",
    "filter/*",
)
"""What the search page asks for; Pagefind also writes a face of its own, which the theme does without."""
FIRST: Final = ("pagefind.js", "pagefind-worker.js")
"""What only the first index has: the program."""
LIST: Final = "files.json"
PACKED: Final = b"\x1f\x8b"
BROKEN: Final = "The search could not be made: Pagefind left files out, or left them empty."
ADVICE: Final = "Build again; if it stays, write search = false into the settings and tell us. The site is as it was."


class Indexing:
    """Keeps indexes in `folder`, whose name from the site's root is `name`."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name

    def outputs(self, entries: Mapping[str, str], contents: Contents) -> dict[str, Output]:
        """Return the files of the indexes, by path. `entries` is path -> digest of texts, `.search/SHARE/…`.

        Raises PublishError where an index can't be made.
        """
        try:
            return self._outputs(entries, contents)
        except OSError as problem:
            raise in_words(problem, self._name) from problem

    def _outputs(self, entries: Mapping[str, str], contents: Contents) -> dict[str, Output]:
        found: dict[str, Output] = {}
        kept = set()
        for share, members in sorted(_by_share(entries).items()):
            digest = digest_of(json.dumps([share, _version(), sorted(members.items())]).encode())
            bundle = self._folder / digest
            if not _listed(bundle / LIST):
                self._make(share, members, contents, bundle)
            kept.add(digest)
            place = f"pagefind/{share}/" if share else "pagefind/"
            for path, own in _listed(bundle / LIST).items():
                if not (share and path in FIRST):
                    found[place + path] = Output(place + path, copy_of=f"{self._name}/{digest}/{path}", print=own)
        self._sweep(kept)
        return found

    def _make(self, share: int, members: Mapping[str, str], contents: Contents, bundle: Path) -> None:
        pages, made = self._folder / f"pages-{share}", bundle.with_suffix(".new")
        _write(pages, members, contents)
        shutil.rmtree(made, ignore_errors=True)
        _run(pages / "site", made)
        try:
            settle(made)
        except (ValueError, KeyError, TypeError) as problem:
            raise PublishError(BROKEN, ADVICE) from problem
        _check(made, len(members))
        files = sorted({each for pattern in KEPT for each in made.glob(pattern)})
        listed = {each.relative_to(made).as_posix(): digest_of_file(str(each)) for each in files}
        (made / LIST).write_text(json.dumps(listed), "utf-8")
        shutil.rmtree(bundle, ignore_errors=True)
        made.rename(bundle)

    def _sweep(self, kept: Iterable[str]) -> None:
        """Let go of indexes of earlier texts."""
        wanted = set(kept)
        for each in self._folder.iterdir() if self._folder.exists() else ():
            if each.name not in wanted and not each.name.startswith("pages-"):
                shutil.rmtree(each, ignore_errors=True)


def _by_share(entries: Mapping[str, str]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for path, digest in entries.items():
        _, share, rest = path.split("/", 2)
        found[int(share)][rest] = digest
    return found


def _listed(path: Path) -> dict[str, str]:
    """Return a list of files with their digests; nothing where there is none, or none that can be read."""
    try:
        found: dict[str, str] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _version() -> str:
    from importlib.metadata import version

    return version("pagefind")


def _write(pages: Path, members: Mapping[str, str], contents: Contents) -> None:
    """Bring a folder of texts up to date. What is being rewritten is struck from its list first."""
    share, listed = pages.name.removeprefix("pages-"), pages / LIST
    before = _listed(listed)
    same = {path: digest for path, digest in members.items() if before.get(path) == digest}
    pages.mkdir(parents=True, exist_ok=True)
    listed.write_text(json.dumps(same), "utf-8")
    for path in before.keys() - members.keys():
        (pages / "site" / path).unlink(missing_ok=True)
    for path in members.keys() - same.keys():
        (pages / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (pages / "site" / path).write_bytes(contents(f".search/{share}/{path}", members[path]))
    listed.write_text(json.dumps(dict(members)), "utf-8")


def _run(pages: Path, made: Path) -> None:
    asked = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(made), "--silent"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise PublishError(f"The search could not be made: {said[-1] if said else 'Pagefind has failed'}.", ADVICE)


def _check(made: Path, count: int) -> None:
    """See to it that an index is whole: every file that it names is there, and none is empty."""
    try:
        languages = json.loads((made / "pagefind-entry.json").read_text("utf-8"))["languages"]
        whole = sum(each["page_count"] for each in languages.values()) == count
        whole &= all((made / f"pagefind.{each['hash']}.pf_meta").stat().st_size > 0 for each in languages.values())
        whole &= all(
            (made / f"wasm.{each['wasm'] or 'unknown'}.pagefind").stat().st_size > 0 for each in languages.values()
        )
        whole &= all((made / name).stat().st_size > 0 for name in FIRST)
        packed = [each for folder in ("fragment", "index", "filter") for each in (made / folder).glob("*.pf_*")]
        whole &= all(each.read_bytes()[:2] == PACKED for each in packed)
        whole &= len(list((made / "fragment").glob("*.pf_fragment"))) == count
    except (OSError, ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise PublishError(BROKEN, ADVICE)
