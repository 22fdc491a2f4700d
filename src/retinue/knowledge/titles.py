"""Titles in four languages and the roles they stand for.

`role("副首相兼内相", "ja")` is the deputy head of government; `heads("ja")` are the
words that a title ends on, for those who look for titles in a text. Japanese
and Korean titles end on their head, English and Russian ones turn on the first
head in them ("special envoy of the president"). The words are in `data/titles.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from retinue.resources import load

LANGUAGES = ("ja", "ko", "en", "ru")
_HEAD_FINAL = frozenset({"ja", "ko"})
_PARTS = {
    "ja": re.compile("兼|並びに|および|及び"),
    "ko": re.compile(r"\s+겸\s*|(?<=[리장원상표])겸(?=\S\S)"),
    "en": re.compile(
        r",? (?:and|as well as) (?:the )?(?!trade\b|security\b|defen[cs]e\b|industry\b|development\b|plenipotentiary\b)"
    ),
    "ru": re.compile(r",? (?:и|а также) (?!полномочн|торговл|обороны)"),
}
_ORDINAL = re.compile(
    "第?[0-9０-９一二三]+(?=副|次|参|党|書|補|審|政)|第[0-9０-９一二三]|제?[0-9]+(?=차|부|비)|筆頭"
)
_BRACKETS = re.compile(r"^(.+?)[（(]([^（）()]*?担当)[)）]$")
# Signs of former office are written before the whole title or right before its head.
_STATUS = {"former": "former", "designate": "designate"}


@dataclass(slots=True, frozen=True)
class Role:
    """What a title makes of its bearer; `rank` 100 is highest, `status` current, former or designate."""

    name: str
    rank: int
    status: str = "current"
    acting: bool = False


@dataclass(slots=True, frozen=True)
class Head:
    """Words that a title ends on (ja, ko) or turns on (en, ru: `~` is a case ending).

    `takes_domain`: what the office is for may stand before it (貿易担当相).
    `barred`: letters which, standing before it, make another word of it (真相).
    """

    text: str
    role: str
    rank: int
    takes_domain: bool = False
    barred: tuple[str, ...] = ()


@dataclass(slots=True, frozen=True)
class Marker:
    """A word before or behind a title: `kind` is former, designate, acting, deputy, country, …"""

    text: str
    kind: str


def rank(role: str) -> int:
    """The rank of a role, 0 where it is unknown."""
    return _ranks().get(role) or _ranks().get(_family(role), 0)


@cache
def heads(language: str) -> list[Head]:
    """The heads of a language, longest first."""
    data = load("knowledge/data/titles")
    own = data[language]
    takes, barred = set(own["takes"]), own.get("barred", {})
    words: dict[str, str] = {}
    for name, texts in own["heads"].items():
        for text in texts:
            words[text] = name
    if language in _HEAD_FINAL:
        for tail, family in _tails(language):
            words.setdefault(tail, family)
            takes.add(tail)
    found = [
        Head(text, name, rank(name), text in takes, tuple(barred.get(text, ())))
        for text, name in words.items()
    ]
    return sorted(found, key=lambda h: (-len(h.text), h.text))


@cache
def prefixes(language: str) -> list[Marker]:
    """What may stand before a title (元, 次期, 米), longest first."""
    return _markers(language, "prefixes")


@cache
def suffixes(language: str) -> list[Marker]:
    """What may stand behind a title (代行, 候補, 氏), longest first."""
    return _markers(language, "suffixes")


@lru_cache(maxsize=20_000)
def role(title: str, language: str) -> Role | None:
    """The role of a title as written, the highest of several; None where it is no title we know."""
    text = title.strip()
    if language in _HEAD_FINAL:
        text = _BRACKETS.sub(r"\2\1", text)
        read = _read_final
    else:
        text = text.lower().replace("’", "'").replace("ё", "е")
        read = _read_first
    if language == "ko":
        parts = [part.replace(" ", "") for part in _PARTS[language].split(text)]
    else:
        parts = _PARTS[language].split(text)
    found = [r for part in parts if part and (r := read(part, language))]
    best = max(found, key=lambda r: r.rank, default=None)
    if best is not None and best.status == "current" and found[0].status != "current":
        # 元副首相兼内相: the sign stands once, before the first.
        return Role(best.name, best.rank, found[0].status, best.acting)
    return best


def _read_final(text: str, language: str) -> Role | None:
    """The role of one title of a language whose titles end on the head."""
    text, kinds = _without_suffixes(text, language)
    head, start = _last_head(text, language)
    plain = _ORDINAL.sub("", text)
    if plain != text:
        other, at = _last_head(plain, language)
        if other and (head is None or len(other.text) > len(head.text)):
            text, head, start = plain, other, at
    if head is None:
        return None
    if "candidate" in kinds:
        return Role("candidate", rank("candidate"))
    before = text[:start]
    name = head.role
    deputies = _words(language, "prefixes", "deputy")
    if name.split("-")[0] != "deputy" and before.endswith(deputies):
        name = f"deputy-{name}"
    return _role(name, before, kinds, language)


def _read_first(text: str, language: str) -> Role | None:
    """The role of one title of a language whose titles turn on the first head."""
    bare = re.sub(
        r"\b\w+'s? (?=special|foreign|defen|prime|national|secur|adviser|aide|envoy)",
        "",
        text,
    )
    match = _first_head(bare, language)
    if match is None:
        return None
    name, start, end = match
    before, behind = bare[:start], bare[end:]
    kinds = {m.kind for m in suffixes(language) if re.match(rf"[ -]*{re.escape(m.text)}\b", behind)}
    if "candidate" in kinds:
        return Role("candidate", rank("candidate"))
    deputies = _words(language, "prefixes", "deputy")
    if not name.startswith("deputy-") and before.rstrip(" -").endswith(deputies):
        name = f"deputy-{name}"
    return _role(name, before, kinds, language)


def _standing(before: str, kinds: set[str], language: str) -> tuple[str, bool]:
    """Status and whether the office is held for another, from what stands around the head."""
    found = set(kinds)
    for marker in prefixes(language):
        if marker.kind not in ("former", "designate", "acting"):
            continue
        if language in _HEAD_FINAL:
            hit = before.startswith(marker.text) or before.endswith(marker.text)
        else:
            hit = re.search(rf"(?<!\w){re.escape(marker.text)}(?!\w)", before) is not None
            hit = hit or (marker.text.endswith("-") and marker.text in before)
        if hit:
            found.add(marker.kind)
    status = next((_STATUS[kind] for kind in _STATUS if kind in found), "current")
    return status, "acting" in found


def _without_suffixes(text: str, language: str) -> tuple[str, set[str]]:
    """The title without 代行, 候補, 氏; a known head that ends so (大統領代行) stays whole."""
    kinds: set[str] = set()
    known = _table(language)
    while True:
        for marker in suffixes(language):
            if text.endswith(marker.text) and len(text) > len(marker.text):
                whole = _last_head(text, language)[0]
                if whole and (whole.text.endswith(marker.text) and whole.text != marker.text):
                    continue
                if whole and marker.kind in ("level", "honorific") and text in known:
                    continue
                rest = text[: -len(marker.text)]
                if _last_head(rest, language)[0] is None and marker.kind != "honorific":
                    continue
                text = rest
                kinds.add(marker.kind)
                break
        else:
            return text, kinds


def _last_head(text: str, language: str) -> tuple[Head | None, int]:
    """The longest head on which the text ends, a minister's domain included; where it begins."""
    table = _table(language)
    head, at = None, len(text)
    for start in range(max(0, len(text) - _longest(language)), len(text)):
        if found := table.get(text[start:]):
            if not (start and found.barred and text[:start].endswith(found.barred)):
                head, at = found, start
            break
    return _with_domain(text, language, at) or (head, at)


def _with_domain(text: str, language: str, longest: int) -> tuple[Head, int] | None:
    """A title of a domain (外務 + 副大臣) that begins before `longest`; None where there is none."""
    domains = _domains(language)
    best: tuple[Head, int] | None = None
    for tail, family in _tails(language):
        if not text.endswith(tail):
            continue
        rest = len(text) - len(tail)
        for start in range(max(0, rest - 12), min(rest, longest)):
            domain = domains.get(text[start:rest])
            if domain and text[start:] not in _never(language):
                name = f"{family}-{domain}"
                best, longest = (Head(text[start:], name, rank(name)), start), start
                break
    return best


@cache
def _domains(language: str) -> dict[str, str]:
    """What ministers answer for, as written -> its name."""
    data = load("knowledge/data/titles")["domains"]
    return {word: name for name, words in data.items() for word in words[language]}


@cache
def _tails(language: str) -> list[tuple[str, str]]:
    """What stands behind the domain in a title, longest first, with the family of the role."""
    own = load("knowledge/data/titles")[language]["templates"]
    found = [(text[2:], family) for family, texts in own.items() for text in texts]
    return sorted(found, key=lambda pair: -len(pair[0]))


@cache
def _never(language: str) -> frozenset[str]:
    return frozenset(load("knowledge/data/titles")[language]["never"])


@cache
def _table(language: str) -> dict[str, Head]:
    return {head.text: head for head in heads(language)}


@cache
def _longest(language: str) -> int:
    return max(len(head.text) for head in heads(language))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Any head of the language; the leftmost is found, the longest of those that begin there."""
    words = [_as_pattern(head.text) for head in heads(language)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def _as_pattern(text: str) -> str:
    return re.escape(text.replace("ё", "е")).replace(r"\~", "~").replace("~", r"\w{0,3}")


@lru_cache(maxsize=5_000)
def _head_of(words: str, language: str) -> Head:
    """The longest head that is written so."""
    return next(h for h in heads(language) if re.fullmatch(_as_pattern(h.text), words))


@cache
def _domain_patterns(language: str) -> list[tuple[re.Pattern[str], str]]:
    """The templates of a language as patterns whose only group is the domain."""
    words = "|".join(sorted(map(re.escape, _domains(language)), key=len, reverse=True))
    found = []
    for family, templates in load("knowledge/data/titles")[language]["templates"].items():
        for template in templates:
            before, _, behind = template.partition("{}")
            pattern = rf"(?<!\w){_as_pattern(before)}({words}){_as_pattern(behind)}(?!\w)"
            found.append((re.compile(pattern), family))
    return found


def _first_head(text: str, language: str) -> tuple[str, int, int] | None:
    """Role and offsets of the leftmost head, the longest of those that begin there."""
    found = []
    if match := _pattern(language).search(text):
        found.append((match.start(), -match.end(), _head_of(match[0], language).role))
    for pattern, family in _domain_patterns(language):
        if (match := pattern.search(text)) and match[0] not in _never(language):
            name = f"{family}-{_domains(language)[match[1]]}"
            found.append((match.start(), -match.end(), name))
    if not found:
        return None
    start, end, name = min(found, key=lambda f: f[:2])
    return name, start, -end


def _role(name: str, before: str, kinds: set[str], language: str) -> Role:
    """The role with its standing; acting presidents and premiers have roles of their own."""
    status, acting = _standing(before, kinds, language)
    if acting and f"acting-{name}" in _ranks():
        name = f"acting-{name}"
    return Role(name, rank(name), status, acting or name.startswith("acting-"))


def _markers(language: str, place: str) -> list[Marker]:
    own = load("knowledge/data/titles")[language].get(place, {})
    found = [Marker(text, kind) for kind, texts in own.items() for text in texts]
    return sorted(found, key=lambda m: (-len(m.text), m.text))


@cache
def _words(language: str, place: str, kind: str) -> tuple[str, ...]:
    return tuple(m.text for m in _markers(language, place) if m.kind == kind)


@cache
def _ranks() -> dict[str, int]:
    found: dict[str, int] = load("knowledge/data/titles")["roles"]
    return found


def _family(role: str) -> str:
    for family in ("deputy-minister", "minister", "spokesperson", "director-general"):
        if role.startswith(f"{family}-"):
            return family
    return role
