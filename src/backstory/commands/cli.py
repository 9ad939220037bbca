"""The `backstory` command.

Knows the verbs. Must never know what they do, nor import what a verb alone needs: `--help` is instant.
"""

import sys
from importlib import import_module

import click

from backstory import __version__

FAULT = "This is a fault in Backstory, not in your site. Please report it with the lines above."
SOFTWARE = 70
"""The exit status of a fault in the program (EX_SOFTWARE of BSD's sysexits.h)."""


VERBS = ("build", "check", "date", "graph", "history", "new", "related", "serve", "why")
"""The verbs. Each has a module of its name, which is loaded when the verb is wanted."""


class Verbs(click.Group):
    """A group whose verbs are loaded one by one."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all verbs, in order."""
        return list(VERBS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return a verb, or None when there is none of that name."""
        if name not in VERBS:
            return None
        found: click.Command = getattr(import_module(f"backstory.commands.{name}"), name)
        return found


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, package_name="backstory", message="Backstory %(version)s")
def cli() -> None:
    """Turn a folder of Markdown into an explainer site: stories that lead to one another, timelines in order."""


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
