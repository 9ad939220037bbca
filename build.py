"""Build the site: `python build.py`. Every other verb of Backstory works too: `python build.py serve`."""

import sys
from pathlib import Path

SOURCE = Path(__file__).parent / "src"

MISSING = """\
Backstory can't start: the module "{name}" is not installed for {python}.

To install what this site needs, in this folder:

    {python} -m pip install -e .
"""


def run(arguments: list[str]) -> None:
    """Run a verb of the `backstory` command; without one, build."""
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help", "--version")):
        arguments = ["build", *arguments]
    if (SOURCE / "backstory").is_dir():
        sys.path.insert(0, str(SOURCE))
    try:
        from backstory.commands.cli import main

        main(arguments)
    except ModuleNotFoundError as problem:
        sys.exit(MISSING.format(name=problem.name, python=Path(sys.executable).name))


if __name__ == "__main__":
    run(sys.argv[1:])
