"""What can be wrong in a body, in sentences.

Knows how findings about links, events, blocks and footnotes read. Must never know how they were found.
"""

from collections.abc import Callable, Iterable

from backstory.notes import Note, did_you_mean, error, warning
from backstory.places import Place
from backstory.reading.dates import DateError, parse
from backstory.reading.scanning.fences import Pairing
from backstory.reading.scanning.layout import Layout
from backstory.reading.scanning.linkforms import EVENT_OPTIONS, MEANINGS, allowed, scheme
from backstory.reading.scanning.scanblocks import DEEPEST
from backstory.reading.scanning.scanlinks import RawLink
from backstory.reading.wording import listed, quoted

Found = Iterable[tuple[str, int]]


class ScanNotes:
    """The findings about one text. `place` gives the place of an offset in it."""

    def __init__(self, place: Callable[[int], Place]) -> None:
        self.place = place
        self.found: list[Note] = []

    def all(self) -> tuple[Note, ...]:
        """Return everything that was found, in the order of the text."""
        return tuple(sorted(self.found))

    def _error(self, at: int, code: str, sentence: str, help: str) -> None:
        self.found.append(error(self.place(at), code, sentence, help))

    def _warning(self, at: int, code: str, sentence: str, help: str) -> None:
        self.found.append(warning(self.place(at), code, sentence, help))

    def link(self, link: RawLink) -> None:
        """Report an address that never leaves the Markdown stage."""
        if not allowed(link.target):
            known = did_you_mean(scheme(link.target), MEANINGS)
            help = known.replace('"?', ':"?') or "Write http:, https:, mailto: or tel:, or the path of a file."
            self._error(link.at, "link/bad-scheme", f"{quoted(link.target)} is no address for a page.", help)

    def event(self, link: RawLink, after: str) -> None:
        """Report what is wrong with an event. `after` is what stands right behind it in the text, to the line's end."""
        try:
            parse(link.target.removeprefix("event:"))
        except DateError as wrong:
            self._warning(link.at, "event/bad-date", wrong.sentence, wrong.help)
        if not link.words:
            help = "Write [what happened](event:2021-08-03)."
            self._warning(link.at, "event/no-words", f"No words tell the event of {quoted(link.target[6:])}.", help)
        self._event_options(link, after)

    def _event_options(self, link: RawLink, after: str) -> None:
        given = link.attributes
        broken = [*given.loose, *(f"{key}={value}" for key, value in given.options if value[:1] in "\"'“”„«")]
        if after.startswith("{") and after[1:2] not in ("{", "%"):
            broken.append(after)
        if broken:
            help = 'Write {#id .major place="…" about="…"} right behind the link, on one line.'
            self._warning(link.at, "event/bad-options", f"{quoted(broken[0])} behind an event is not readable.", help)
        for key, _ in given.options:
            if key not in EVENT_OPTIONS and not broken:
                help = did_you_mean(key, EVENT_OPTIONS) or f"It may have {listed(EVENT_OPTIONS, 'and')}."
                self._warning(link.at, "event/unknown-option", f'An event has no "{key}".', help)

    def duplicate_id(self, at: int, what: str, id: str) -> None:
        """Report an id of the editor's own that stood before. `what` is `event` or `heading`."""
        help = "Give one of them an id of its own, or leave it out."
        sentence = f'The id "#{id}" stands in this page already.'
        if what == "event":
            self._warning(at, "event/duplicate-id", sentence, help)
        else:
            self._error(at, "heading/duplicate-id", sentence, help)

    def blocks(self, pairing: Pairing, layout: Layout) -> None:
        """Report what is wrong with the blocks of the text."""
        for number in pairing.unclosed:
            block = pairing.blocks[number]
            colons = ":" * block.line.colons
            help = f"Write {colons} on a line of its own where it ends."
            self._error(block.line.at, "block/unclosed", f'The block "{block.opening.name}" is never closed.', help)
        for line in pairing.stray:
            help = "Take it out, or open a block above it (::: note)."
            self._error(line.at, "block/stray-close", f"{quoted(':' * line.colons)} closes no block.", help)
        for block in pairing.blocks:
            for sentence, help in block.opening.wrong:
                self._error(block.line.at, "block/bad-options", sentence, help)
        for at in layout.misplaced:
            help = "Start the line with ::: at the left margin; a list or quote ends there."
            self._error(at, "block/in-list-or-quote", "A block stands inside a list or a quote, or is indented.", help)

    def footnotes(self, defined: list[tuple[str, int]], called: list[tuple[str, int]]) -> None:
        """Report footnotes that are missing, never called or defined twice."""
        labels: set[str] = set()
        for label, at in defined:
            if label in labels:
                help = "Give one of them another label."
                self._error(at, "footnote/duplicate", f'The footnote "[^{label}]" is defined twice.', help)
            labels.add(label)
        for label, at in called:
            if label not in labels:
                help = did_you_mean(label, labels) or f"Write [^{label}]: and its text on a line of its own."
                self._error(at, "footnote/undefined", f'The footnote "[^{label}]" is not defined.', help)
        for label in labels - {label for label, _ in called}:
            at = next(at for each, at in defined if each == label)
            help = f"Write [^{label}] where it belongs, or take it out."
            self._warning(at, "footnote/unused", f'No text calls the footnote "[^{label}]".', help)

    def too_deep(self, at: int) -> None:
        """Report a line that opens more lists and quotes than can be read."""
        help = "Escape signs that are meant as they stand: \\>, \\*, \\-."
        self._error(at, "markdown/too-deep", f"More than {DEEPEST} lists or quotes begin in one line.", help)

    def removed(self, tags: Found) -> None:
        """Report HTML that the page will not have, once for each tag. Tags come in the order of the text."""
        for name, at in {name.lower(): (name, at) for name, at in sorted(tags, key=lambda each: -each[1])}.values():
            help = 'Write Markdown or a block (::: embed); raw_html = "allow" in the settings lets all HTML through.'
            self._warning(at, "html/removed", f'The HTML "<{name}>" is taken out of the page.', help)
