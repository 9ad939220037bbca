"""Makes vocabulary.json from schema-dts, the npm package of schema.org's definitions as TypeScript (Apache-2.0).

Run: npm pack schema-dts, unpack it, and: python tests/schemaorg/extract.py package/dist/schema.d.ts
"""

import json
import re
import sys
from pathlib import Path

INTERFACE = re.compile(r"^(?:export )?interface (\w+?)(Base|Leaf)\b(?: extends ([\w, ]+))?", re.MULTILINE)
PROPERTY = re.compile(r'^\s+"(\w+)"\??: SchemaValue<(.*), "\w+">', re.MULTILINE)
TYPE = re.compile(r'^\s+"@type": "(?:schema:)?(\w+)"', re.MULTILINE)
KINDS = ("Text", "Number", "Integer", "Float", "URL", "Date", "DateTime", "Time", "Boolean", "IdReference", "Role")


def extract(text: str) -> dict[str, dict[str, object]]:
    """Return type -> its parents and its own properties, each with what it may hold."""
    found: dict[str, dict[str, object]] = {}
    starts = list(INTERFACE.finditer(text))
    for n, start in enumerate(starts):
        part = text[start.end() : starts[n + 1].start() if n + 1 < len(starts) else None]
        part = part.partition("\n}")[0]
        parents = [each.strip().removesuffix("Base") for each in (start[3] or "").split(",") if "Base" in each]
        entry = found.setdefault(start[1], {"parents": [], "properties": {}})
        if start[2] == "Base":
            entry["parents"] = [each for each in parents if each not in ("Partial<IdReference>",)]
            entry["properties"] = {name: re.findall(r"\w+", kinds) for name, kinds in PROPERTY.findall(part)}
        elif parents and parents != [start[1]]:
            entry["parents"] = parents
    return found


if __name__ == "__main__":
    made = extract(Path(sys.argv[1]).read_text(encoding="utf-8"))
    file = Path(__file__).parent / "vocabulary.json"
    file.write_text(json.dumps(made, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
