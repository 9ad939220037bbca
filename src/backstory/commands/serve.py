"""`backstory serve`: the site in a browser, up to date as it is written.

Knows what may be typed. Must never know how a site is shown.
"""

from pathlib import Path

import click

from backstory.commands import options
from backstory.commands.terminal import say


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Or the next free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 shows it to the whole network.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@click.option("--search", is_flag=True, help="Make the search ready too, at each change of a text.")
@click.option("--no-drafts", is_flag=True, help="Leave drafts out.")
@options.site_root
@options.today
def serve(root: Path, port: int, host: str, open_browser: bool, search: bool, no_drafts: bool, date: str) -> None:
    """Show the site in a browser and keep it up to date as files change. Writes nothing."""
    from backstory.commands.server import NoPort, serve_forever
    from backstory.commands.session import Session

    session = Session(root, drafts=not no_drafts, date=date, open_browser=open_browser, search=search)
    try:
        serve_forever(
            session.preview, host, port, ready=lambda taken: session.ready(host, port, taken), work=session.work
        )
    except NoPort as problem:
        raise click.ClickException(str(problem)) from problem
    except KeyboardInterrupt:
        say("")
