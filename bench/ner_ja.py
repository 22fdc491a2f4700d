"""People, political bodies and places in Japanese sentences, against a set of annotated ones.

    python bench/ner_ja.py FOLDER

FOLDER holds `*.jsonl`, an object a line: `text` and `entities` (`start`, `end`,
`type` with 人名, 政治的組織名, 地名 among the types). Such sets have no posts, so
that names nobody introduces by a post or an honorific count as missed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from retinue.languages.ja.mentions import find
from retinue.languages.ja.tokens import tokenize
from retinue.text.fold import fold

KINDS = {
    "人名": ("person",),
    "政治的組織名": ("organisation",),
    "地名": ("place", "country"),
}


def spans(text: str) -> set[tuple[str, int, int]]:
    """(kind, start, end) of the bare names found in a sentence."""
    folded = fold(text)
    found = find(folded, tokenize(folded), 0)
    return {(m.kind, m.name_start, m.name_end) for m in found if m.name}


def tally(folder: Path) -> Counter[tuple[str, str]]:
    """How many names of each kind are annotated, found, and right.

    What is found where another kind of name is annotated is not counted as wrong.
    """
    count: Counter[tuple[str, str]] = Counter()
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            item = json.loads(line)
            found = spans(item["text"])
            others = [e for e in item["entities"] if e["type"] not in KINDS]
            for name, kinds in KINDS.items():
                gold = {(e["start"], e["end"]) for e in item["entities"] if e["type"] == name}
                said = {(a, b) for kind, a, b in found if kind in kinds}
                said -= {
                    s for s in said if any(e["start"] < s[1] and s[0] < e["end"] for e in others)
                }
                count[name, "gold"] += len(gold)
                count[name, "said"] += len(said)
                count[name, "right"] += len(gold & said)
    return count


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    count = tally(Path(sys.argv[1]))
    for name in KINDS:
        right, said, gold = (count[name, k] for k in ("right", "said", "gold"))
        p, r = right / max(said, 1), right / max(gold, 1)
        print(
            f"{name}\tP {p:.3f}\tR {r:.3f}\tF1 {2 * p * r / max(p + r, 1e-9):.3f}\t{right}/{said}/{gold}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
