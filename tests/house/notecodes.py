"""Every note code that the source can raise, found in the source itself."""

import ast
import re
from pathlib import Path

import backstory

SOURCE = Path(backstory.__file__).parent
CODE = re.compile(r"[a-z]+/[a-z][a-z0-9-]*")
BARE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
CALLS = ("error", "warning", "_error", "_warning", "too_deep")
HEADER_CALLS = ("error", "warning", "say")


def patterns() -> set[str]:
    """Return a pattern for each code in the source: itself, or one with a wildcard where it is put together."""
    return {found for file in sorted(SOURCE.rglob("*.py")) for found in _in_module(file)}


def _in_module(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = {pattern for call in calls if _name(call) in CALLS for each in call.args if (pattern := _pattern(each))}
    if "reading" in file.parts and file.parent.name != "eventfiles":
        found |= {code for call in calls if (code := _header_code(call))}
    return found


def _name(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def _pattern(node: ast.expr) -> str:
    """Return the pattern of an argument that is a code, else nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [each.value if isinstance(each, ast.Constant) else "\0" for each in node.values]
        whole = "".join(str(part) for part in parts)
        if re.fullmatch(r"[a-z]+/[a-z-]*\0|\0/[a-z-]+", whole) and whole != "header/\0":
            return whole.replace("\0", "[a-z0-9-]+")
    return ""


def _header_code(call: ast.Call) -> str:
    """Return the code of a finding about a header, which its callers name without `header/`."""
    if _name(call) not in HEADER_CALLS or len(call.args) < 3:
        return ""
    code = call.args[1]
    fits = isinstance(code, ast.Constant) and isinstance(code.value, str) and BARE.fullmatch(code.value)
    return f"header/{code.value}" if fits else ""  # type: ignore[attr-defined]  # narrowed by the line above
