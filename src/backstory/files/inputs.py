"""The questions that only the disk and the calendar can answer.

Knows which questions there are. Must never know how a test or a build answers them.
"""

from backstory.engine.keys import Input

source_file: Input[[str], bytes | None] = Input("source_file", "the file {}")
"""A file's bytes by its path from the site's root, or None when there is none."""

fingerprint: Input[[str], str] = Input("fingerprint", "the contents of {}")
"""A digest of a file that is copied as it is, or an empty string when there is none."""

listing: Input[[str], tuple[str, ...]] = Input("listing", "the list of files in {}")
"""The files below a folder, in order, as paths from the site's root; hidden ones and editors' backups left out."""

theme_file: Input[[str], bytes | None] = Input("theme_file", "the theme's file {}")
"""A file of the theme that comes with Backstory, by its path inside it, or None."""

theme_listing: Input[[], tuple[str, ...]] = Input("theme_listing", "the list of the theme's files")
"""The files of the theme, in order."""

history: Input[[str], tuple[tuple[str, str], ...]] = Input("history", "the history of {}")
"""The versions of a file that git keeps, the oldest first: the day, as 2021-08-03, and the text."""

today: Input[[str], str] = Input("today", "today's date in {}")
"""Today's civil date in a time zone, as 2021-08-03."""

choices: Input[[], tuple[tuple[str, str], ...]] = Input("choices", "the command's options")
"""What the command line chose for this build: pairs such as ("drafts", "yes")."""
