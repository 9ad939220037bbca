"""Style sheets and scripts in fewer bytes: a sheet without comments and needless spaces, a script without its margin.

Knows how CSS is cut into words (CSS Syntax Module Level 3), and where a line of a script may begin. Must never know
what a rule or a line means: nothing is merged, renamed or reordered, so that what somebody else wrote does the same.
"""

import re
from typing import Final

PIECE: Final = re.compile(
    r"""(?P<kept>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\(\s*[^"')\s][^)]*\))|(?P<comment>/\*.*?(?:\*/|\Z))|(?P<space>\s+)""",
    re.DOTALL | re.IGNORECASE,
)
BESIDE: Final = re.compile(r" ?([{};,]) ?")
"""No space counts beside these. Beside others it may: `a :hover` is not `a:hover`, `calc(1px + 2px)` needs its own."""


def squeezed(sheet: str) -> str:
    """Return a style sheet that means the same. Strings and addresses stay as they are."""
    kept: list[str] = []

    def found(piece: re.Match[str]) -> str:
        if piece["kept"]:
            kept.append(piece["kept"])
            return f"\0{len(kept) - 1}\0"
        return " "

    text = re.sub(" +", " ", PIECE.sub(found, sheet.replace("\0", "\ufffd")))
    text = BESIDE.sub(r"\1", text).replace(": ", ":").replace(";}", "}").strip()
    return re.sub("\0(\\d+)\0", lambda piece: kept[int(piece[1])], text)


def flush(script: str) -> str:
    """Return a script that does the same, its lines without indents, and without those that are empty or a comment.

    A line may begin inside a text only between backticks, after a backslash, or in a comment of several lines. Where a
    script has one of these, it stays as it is.
    """
    lines = script.splitlines()
    if "/*" in script or any(line.count("`") % 2 or line.endswith("\\") for line in lines):
        return script
    return "\n".join(line for each in lines if (line := each.strip()) and not line.startswith("//")) + "\n"
