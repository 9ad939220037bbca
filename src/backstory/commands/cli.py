"""The `backstory` command.

Knows the verbs. Must never know what they do, nor import what a verb alone needs: `--help` is instant.
"""

import sys

import click

from backstory import __version__
from backstory.commands.build import build
from backstory.commands.check import check
from backstory.commands.date import date
from backstory.commands.graph import graph
from backstory.commands.history import history
from backstory.commands.new import new
from backstory.commands.related import related
from backstory.commands.serve import serve
from backstory.commands.why import why

FAULT = "This is a fault in Backstory, not in your site. Please report it with the lines above."
SOFTWARE = 70
"""The exit status of a fault in the program (EX_SOFTWARE of BSD's sysexits.h)."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, package_name="backstory", message="Backstory %(version)s")
def cli() -> None:
    """Turn a folder of Markdown into an explainer site: stories that lead to one another, timelines in order."""


for verb in (build, serve, check, new, why, graph, history, related, date):
    cli.add_command(verb)


def main(arguments: list[str] | None = None) -> None:
    """Run a verb and leave the process: 0 all is well, 1 the site has errors, 2 the command was mistyped."""
    try:
        cli(arguments, prog_name="backstory")
    except ModuleNotFoundError:  # not a fault: something is not installed
        raise
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo(FAULT, err=True)
        sys.exit(SOFTWARE)
