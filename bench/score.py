"""Scores retinue's records of the articles in bench/gold, part by part, against bench/floors.json.

    python bench/score.py [--only NAME] [--show] [--raise]

Exits 1 where a part is under its floor, and names it. bench/gold/README.md says what the
annotations hold. An event of a record counts as the annotated one where the type is right, a
principal is shared and the days can be the same; a statement, where it rests on the same words.
What belongs to them (status, place, speaker …) is scored on those pairs alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import retinue

BENCH = Path(__file__).parent
FLOORS = BENCH / "floors.json"
MARGIN = 0.01  # floors lie this far under what was measured
SYMMETRIC = {"meet", "call", "sign", "agree", "exercise", "cooperate"}
Item = dict[str, Any]
Days = tuple[str, str] | None


@dataclass(slots=True)
class Part:
    """Counts of one part: what was said, how much of it is right, how much there was to say."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else float(not self.wanted)

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@cache
def bare(text: str | None) -> str:
    """Letters and digits alone, in one width and case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text or "").casefold()))


def alike(words: str | None, passage: str) -> bool:
    """Whether the annotated words and a passage (bare) are the same passage, or nearly."""
    words = bare(words)
    if not words or not passage:
        return False
    if words in passage or (len(passage) >= 8 and passage in words):
        return True
    common = SequenceMatcher(None, words, passage, autojunk=False).find_longest_match().size
    return common >= max(6, 0.6 * min(len(words), len(passage)))


def days(item: Item) -> Days:
    """First and last day, where there is any."""
    first, last = item.get("start"), item.get("end")
    return ((first or last)[:10], (last or first)[:10]) if first or last else None


def compatible(a: Days, b: Days) -> bool:
    """Whether two spans of days may be of one thing."""
    return not a or not b or (a[0] <= b[1] and b[0] <= a[1])


def pairs(golds: Sequence[Any], said: Sequence[Any], fit: Callable[[Any, Any], float]) -> list[Any]:
    """(gold, said) one to one, best fits first; what fits 0 stays alone."""
    ranked = [(fit(g, s), -i, -j) for i, g in enumerate(golds) for j, s in enumerate(said)]
    golds_left, said_left, out = set(range(len(golds))), set(range(len(said))), []
    for score, i, j in sorted(ranked, reverse=True):
        if score > 0 and -i in golds_left and -j in said_left:
            golds_left.remove(-i)
            said_left.remove(-j)
            out.append((golds[-i], said[-j]))
    return out


@dataclass(slots=True)
class Comparison:
    """One article: its annotation, its record, and what came of comparing them."""

    gold: Item
    record: Item
    parts: dict[str, Part] = field(default_factory=lambda: defaultdict(Part))
    misses: list[str] = field(default_factory=list)
    _gold_names: dict[str, set[str]] = field(default_factory=dict)
    _names: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = {**self.gold["people"], **self.gold["others"]}
        self._gold_names = {k: set(map(bare, v["names"])) for k, v in known.items()}
        for e in self.record["entities"]:
            mentioned = (m["text"] for m in e["mentions"])
            self._names[e["id"]] = set(
                map(bare, filter(None, [*e["names"], e["label"], *mentioned]))
            )

    def run(self) -> Comparison:
        """Compare everything."""
        self.article()
        self.people()
        self.events()
        self.statements()
        return self

    # What the parts share.

    def count(self, part: str, right: int, said: int, wanted: int) -> None:
        p = self.parts[part]
        p.right, p.said, p.wanted = p.right + right, p.said + said, p.wanted + wanted

    def settle(self, part: str, ok: bool, miss: object = "") -> None:
        """One thing to say, said right or wrong."""
        self.count(part, ok, 1, 1)
        if not ok:
            self.misses.append(f"{part}: {miss}")

    def same(self, key: str | None, entity: str | None) -> bool:
        """Whether an annotated key and an entity's id share a name, or both are nobody."""
        if not key or not entity:
            return not key and not entity
        return bool(self._gold_names.get(key, {bare(key)}) & self._names.get(entity, set()))

    def shared(self, keys: Iterable[str], entities: Iterable[str]) -> int:
        """How many of the keys are among the entities, each used once."""
        left = list(entities)
        count = 0
        for key in keys:
            found = next((e for e in left if self.same(key, e)), None)
            if found is not None:
                left.remove(found)
                count += 1
        return count

    def many(self, part: str, keys: Sequence[str], entities: Sequence[str]) -> None:
        self.count(part, self.shared(keys, entities), len(entities), len(keys))

    def passage(self, item: Item) -> str:
        """The words that a record entry rests on, bare."""
        texts = [p["text"] for p in self.record["article"]["paragraphs"]]
        spans = [s for s in item["evidence"] if 0 <= s["paragraph"] < len(texts)]
        return bare(" ".join(texts[s["paragraph"]][s["start"] : s["end"]] for s in spans))

    def matched(self, part: str, golds: list[Item], said: list[Item], found: list[Any]) -> None:
        """Count a list of events or statements; what is optional is missed by nobody."""
        spared = sum(bool(g.get("optional")) for g, _ in found)
        wanted = sum(not g.get("optional") for g in golds)
        self.count(part, len(found) - spared, len(said) - spared, wanted)
        met, taken = {id(g) for g, _ in found}, {id(s) for _, s in found}
        lost = (g for g in golds if id(g) not in met and not g.get("optional"))
        self.misses += [f"{part}: missed {g.get('type', g.get('kind'))} «{g['at']}»" for g in lost]
        extra = (s for s in said if id(s) not in taken)
        self.misses += [
            f"{part}: not annotated: {s['rule']} «{self.passage(s)[:50]}»" for s in extra
        ]

    # The parts.

    def article(self) -> None:
        said = self.record["article"]
        for name, want in self.gold["article"].items():
            have = said[name]
            if name in ("published", "modified"):
                ok = (have or "").startswith(want)
            elif isinstance(want, list):
                ok = set(map(bare, want)) == set(map(bare, have))
            elif isinstance(want, dict):
                ok = all(((have or {}).get(k) or "").startswith(v) for k, v in want.items())
            else:
                ok = bare(have) == bare(want)
            self.settle("article fields", ok, f"{name} {have!r}, not {want!r}")
        for kind, openings in self.gold["paragraphs"].items():
            texts = [bare(p["text"]) for p in said["paragraphs"] if p["kind"] == kind]
            right = sum(any(alike(o, t) for t in texts) for o in openings)
            self.count(f"{kind} paragraphs", right, len(texts), len(openings))

    def people(self) -> None:
        golds = self.gold["people"]
        said = [e for e in self.record["entities"] if e["kind"] == "person"]
        found = pairs(list(golds), said, lambda key, e: float(self.same(key, e["id"])))
        self.count("people", len(found), len(said), len(golds))
        met, taken = {key for key, _ in found}, {e["id"] for _, e in found}
        self.misses += [f"people: missed {golds[key]['names']}" for key in golds if key not in met]
        self.misses += [
            f"people: nobody, or twice: {e['names']}" for e in said if e["id"] not in taken
        ]
        for key, e in found:
            want = golds[key]
            if country := want.get("country"):
                self.settle("person's country", e["country"] == country, f"{key} {e['country']}")
            if want.get("titles"):
                titles = [bare(p["title"]) for p in e["positions"]]
                ok = bool(set(titles) & set(map(bare, want["titles"])))
                self.settle("person's title", ok, f"{key} {titles}")

    def events(self) -> None:
        golds, said = self.gold["events"], self.record["events"]
        found = pairs(golds, said, self.event_fit)
        self.matched("events", golds, said, found)
        for g, e in found:
            self.event(g, e)

    def event_fit(self, g: Item, e: Item) -> float:
        """How well an event fits an annotated one; 0 where it is another."""
        want, have = principals(g), filling(e, "actor", "counterpart")
        shared = self.shared(want, have)
        if e["type"] not in (g["type"], *g.get("also", [])) or (want and not shared):
            return 0.0
        if not compatible(days(g), days(e)):
            return 0.0
        closeness = shared / max(len(want), len(have), 1)
        exact = (days(g) == days(e)) + 0.5 * (g["type"] == e["type"])
        return 1.0 + closeness + exact + alike(g.get("at"), self.passage(e))

    def event(self, g: Item, e: Item) -> None:
        at = g.get("at")
        status = g.get("status", "occurred")
        self.settle("event status", e["status"] == status, f"«{at}» {e['status']}")
        if days(g):
            self.settle("event date", days(g) == days(e), f"«{at}» {days(e)}, not {days(g)}")
        elif days(e):
            self.count("event date", 0, 1, 0)
        for sides in (
            (["actor", "counterpart"],) if g["type"] in SYMMETRIC else (["actor"], ["counterpart"])
        ):
            self.many("event principals", principals(g, *sides), filling(e, *sides))
        self.many("attendees", g.get("attendee", []), filling(e, "attendee"))
        placed = [(r["entity"], r["placement"]) for r in e["roles"] if r.get("placement")]
        for who, side, of in g.get("placement", []):
            ok = any(
                p["side"] == side and self.same(who, x) and (not of or self.same(of, p["of"]))
                for x, p in placed
            )
            self.settle("placements", ok, f"{who} {side} of {of}")
        if g.get("place"):
            self.settle(
                "event place", self.same(g["place"], e["place"]), f"«{at}» not {g['place']}"
            )
        if g.get("object"):
            wanted = [g["object"]] if isinstance(g["object"], str) else g["object"]
            text = bare(" ".join(self.objects(e)))
            self.settle("event object", any(alike(w, text) for w in wanted), f"«{at}» {text}")
        self.many("event sources", g.get("sources", []), e["sources"])

    def objects(self, e: Item) -> list[str]:
        """The words of what an event is about, and its names where it is an entity."""
        names = {x["id"]: x["names"] for x in self.record["entities"]}
        words = [r["text"] for r in e["roles"] if r["role"] == "object" and r.get("text")]
        return words + [n for x in filling(e, "object") for n in names[x]]

    def statements(self) -> None:
        golds, said = self.gold["statements"], self.record["statements"]
        found = pairs(golds, said, self.statement_fit)
        self.matched("statements", golds, said, found)
        for g, s in found:
            at = g["at"]
            ok = self.same(g.get("speaker"), s["speaker"])
            self.settle("speaker", ok, f"«{at}» not {g.get('speaker')}")
            self.settle("statement kind", s["kind"] == g["kind"], f"«{at}» {s['kind']}")
            if g.get("certainty"):
                ok = s["certainty"] == g["certainty"]
                self.settle("certainty", ok, f"«{at}» {s['certainty']}, not {g['certainty']}")
            if g.get("due"):
                due = days(s["due"] or {})
                ok = bool(due) and compatible(tuple(g["due"]), due)
                self.settle("forecast due", ok, f"«{at}» {due}, not {g['due']}")
            self.many("statement sources", g.get("sources", []), s["sources"])

    def statement_fit(self, g: Item, s: Item) -> float:
        if not alike(g["at"], self.passage(s) or bare(s["text"])):
            return 0.0
        return 1.0 + self.same(g.get("speaker"), s["speaker"]) + (s["kind"] == g["kind"])


def principals(g: Item, *sides: str) -> list[str]:
    """The annotated keys of both sides of an event, or of one."""
    return [key for side in sides or ("actor", "counterpart") for key in g.get(side, [])]


def filling(e: Item, *roles: str) -> list[str]:
    """The entities in the roles, each once."""
    return list(
        dict.fromkeys(r["entity"] for r in e["roles"] if r["role"] in roles and r.get("entity"))
    )


def compare(path: Path) -> Comparison:
    """Read the article beside an annotation, and compare."""
    gold = json.loads(path.read_text("utf-8"))
    article = path.with_name(path.name.replace(".gold.json", ".txt"))
    return Comparison(gold, retinue.read(article, **gold.get("given", {})).to_dict()).run()


def raised(floors: dict[str, float], parts: dict[str, Part]) -> dict[str, float]:
    """The floors after today's figures; none sinks."""
    return {n: max(floors.get(n, 0.0), round(p.f1 - MARGIN, 3)) for n, p in parts.items()}


def main() -> int:
    """Print a line for each part; 1 where one is under its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "--only", default="", metavar="NAME", help="articles with this in their name"
    )
    parser.add_argument(
        "--show", action="store_true", help="list what was missed and what was wrong"
    )
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise the floors")
    given = parser.parse_args()
    parts: dict[str, Part] = defaultdict(Part)
    for path in sorted((BENCH / "gold").glob("*.gold.json")):
        if given.only not in path.name:
            continue
        compared = compare(path)
        for name, p in compared.parts.items():
            total = parts[name]
            total.right, total.said = total.right + p.right, total.said + p.said
            total.wanted += p.wanted
        if given.show:
            print(f"== {path.name}", *compared.misses, sep="\n   ")
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    print(f"{'':20}     F1      P      R   floor")
    for name, p in parts.items():
        counts = f"{p.right} right of {p.said} said, {p.wanted} annotated"
        figures = f"{p.f1:7.3f}{p.precision:7.3f}{p.recall:7.3f}{floors.get(name, 0):8.3f}"
        print(f"{name:20}{figures}   {counts}")
    if given.only:  # the floors are of all articles together
        return 0
    if given.lift:
        text = json.dumps(raised(floors, parts), indent=1)
        FLOORS.write_text(text + "\n", "utf-8")
        return 0
    under = [name for name, floor in floors.items() if parts[name].f1 < floor]
    for name in under:
        print(f"under its floor: {name} {parts[name].f1:.3f} < {floors[name]:.3f}", file=sys.stderr)
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main())
