"""People who make diplomatic and defence news: their names in four languages and dated posts.

The data stand in `data/people-REGION.yml`, under the state that a person
serves, one person a line:

    {key: …, label: …, ja: [金 正恩, キム・ジョンウン], ko: 김정은, ru: …, posts: [ROLE TITLE FROM/TO]}

`label` is also an English form. The loader derives what a rule can derive:

- the surname: what stands before the space in kanji, the first word for names
  of Koreans and Chinese, the last word for others; `surname: {ja: …}` says so
  where papers use another part alone (ジョコ), `surname: {}` that they use none;
- spellings: middle dots and spaces left out, ヴ written as バ, ＝ as ・,
  Japanese names in English surname first.

`given` are parts that papers use alone beside the surname (正恩).
A post is `ROLE [TITLE] [@ISO] [org:NAME] [FROM/TO]`; a day without an end (`2012-04/`) means in
office as far as known, a post without dates that the dates are not settled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from retinue.resources import load

REGIONS: tuple[str, ...] = (
    *("africa", "americas", "asia", "caucasus", "china", "europe", "international", "japan"),
    *("korea", "middle-east", "russia", "southeast-asia", "ukraine", "usa"),
)

LANGUAGES = ("ja", "ko", "en", "ru", "zh")

# Their names stand surname first in every language, in kana and Latin script too.
_SURNAME_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN"})

_DEFAULT_TITLES = {
    "head-of-state": "President",
    "deputy-head-of-state": "Vice President",
    "head-of-government": "Prime Minister",
    "deputy-head-of-government": "Deputy Prime Minister",
    "minister-foreign": "Foreign Minister",
    "minister-defence": "Defence Minister",
    "minister-finance": "Finance Minister",
    "minister-interior": "Interior Minister",
    "minister-justice": "Justice Minister",
    "minister-trade": "Trade Minister",
    "minister-economy": "Economy Minister",
    "minister-energy": "Energy Minister",
    "minister-unification": "Unification Minister",
    "minister-labour": "Labour Minister",
    "deputy-minister-foreign": "Deputy Foreign Minister",
    "deputy-minister-defence": "Deputy Defence Minister",
    "security-adviser": "National Security Adviser",
    "military-chief": "Chief of the General Staff",
    "monarch": "King",
    "crown-prince": "Crown Prince",
    "central-bank-head": "Governor of the Central Bank",
    "spokesperson": "Spokesperson",
    "spokesperson-foreign": "Foreign Ministry Spokesperson",
}

_VU = {"ヴァ": "バ", "ヴィ": "ビ", "ヴェ": "ベ", "ヴォ": "ボ", "ヴュ": "ビュ", "ヴ": "ブ"}
_VU_PATTERN = re.compile("ヴ[ァィェォュ]?")
_JOINTS = re.compile("[・＝ ]")
_KANA = re.compile("^[ァ-ヺー・＝ ]+$")


@dataclass(slots=True, frozen=True)
class Post:
    """An office held. `start` and `end` are ISO days, months or years, None where unsettled;
    an `end` of None behind a known `start` is in office as far as known."""

    role: str
    title: str
    country: str | None
    organisation: str | None
    start: str | None
    end: str | None

    def held(self, on: str) -> bool:
        """Whether the post was held on an ISO day; both days of a handover count as held."""
        if self.start is None or self.start > on:
            return False
        # `~` sorts behind every digit: "2014" lasts until the end of that year.
        return self.end is None or on <= self.end + "~"


@dataclass(slots=True, eq=False)
class Person:
    """One person. `key` and `label` are unique and Latin; `country` None serves no one state."""

    key: str
    label: str
    country: str | None
    posts: tuple[Post, ...]
    _entry: dict[str, Any] = field(repr=False)

    def names(self, language: str) -> tuple[str, ...]:
        """The written forms of the full name, and of a part used alone (正恩); () where unknown."""
        return _forms(self._entry, self.country, language)

    def surnames(self, language: str) -> tuple[str, ...]:
        """The forms by which papers call the person alone; () where there is none."""
        return _surnames(self._entry, self.country, language)


@cache
def _raw() -> dict[str, tuple[str | None, dict[str, Any]]]:
    """Key -> country and entry as written, in the order of the files."""
    found: dict[str, tuple[str | None, dict[str, Any]]] = {}
    for region in REGIONS:
        for country, entries in load(f"knowledge/data/people-{region}").items():
            home = None if country == "international" else country
            for entry in entries:
                found[entry["key"]] = (entry.get("country", home), entry)
    return found


@cache
def get(key: str) -> Person:
    """The person of that key; KeyError where there is none."""
    country, entry = _raw()[key]
    posts = tuple(_post(text, country) for text in entry["posts"])
    return Person(key, entry["label"], country, posts, entry)


def everyone() -> list[Person]:
    """All people, in the order of the files."""
    return [get(key) for key in _raw()]


def find(name: str, language: str) -> list[Person]:
    """Those whose name is exactly so written (full name, or a part used alone such as 正恩)."""
    return [get(key) for key in forms(language).get(name, ())]


def surname(name: str, language: str) -> list[Person]:
    """Those whom papers call by this surname alone (プーチン, 習)."""
    return [get(key) for key in surnames(language).get(name, ())]


def holder(role: str, country: str | None, on: date) -> list[Person]:
    """Who held a role of a state on a day; both on the day of a handover, [] where not known.

    `country` None asks for bodies above states. Ends given as a year or a
    month last until its end, so two may overlap.
    """
    day = on.isoformat()
    found: dict[str, None] = {}
    for post, key in _holders().get((role, country), ()):
        if post.held(day):
            found[key] = None
    return [get(key) for key in found]


@cache
def forms(language: str) -> dict[str, list[str]]:
    """Every full form of a language -> keys of those who bear it. Do not change the answer."""
    found: dict[str, list[str]] = {}
    for key, (country, entry) in _raw().items():
        for form in _forms(entry, country, language):
            found.setdefault(form, []).append(key)
    return found


@cache
def surnames(language: str) -> dict[str, list[str]]:
    """Every surname of a language -> keys of those who bear it. Do not change the answer."""
    found: dict[str, list[str]] = {}
    for key, (country, entry) in _raw().items():
        for form in _surnames(entry, country, language):
            found.setdefault(form, []).append(key)
    return found


@cache
def _holders() -> dict[tuple[str, str | None], list[tuple[Post, str]]]:
    found: dict[tuple[str, str | None], list[tuple[Post, str]]] = {}
    for key, (country, entry) in _raw().items():
        for text in entry["posts"]:
            post = _post(text, country)
            found.setdefault((post.role, post.country), []).append((post, key))
    return found


def _listed(value: str | list[str] | None) -> list[str]:
    if not value:
        return []
    return [value] if isinstance(value, str) else value


def _written(entry: dict[str, Any], language: str) -> list[str]:
    """The forms of the entry, without those that are derived."""
    written = _listed(entry.get(language))
    return [entry["label"], *written] if language == "en" else written


def _turned(entry: dict[str, Any], country: str | None) -> list[str]:
    """A Japanese name in English with the surname first, as many papers now write it."""
    given, _, last = entry["label"].partition(" ")
    return [f"{last} {given}"] if country == "JPN" and last else []


def _forms(entry: dict[str, Any], country: str | None, language: str) -> tuple[str, ...]:
    """All forms: as written, respelt, and the given names used alone; none twice."""
    found: dict[str, None] = {}
    written = _written(entry, language)
    if given := entry.get("given"):
        written = [*written, *_listed(given.get(language))]
    if language == "en":
        written = [*written, *_turned(entry, country)]
    for form in written:
        if language == "ja":
            for each in _respelt(form):
                found[each] = None
        else:
            found[form] = None
            if language in ("ko", "en", "ru") and "-" in form:
                found[form.replace("-", " ")] = None
    return tuple(found)


def _respelt(form: str) -> list[str]:
    """A Japanese form and the spellings that other papers would choose."""
    if not _KANA.match(form):
        return [form.replace(" ", ""), form] if " " in form else [form]
    kinds = [form]
    if "＝" in form:
        kinds += [form.replace("＝", "・"), form.replace("＝", "")]
    if "ヴ" in form:
        kinds += [_VU_PATTERN.sub(lambda m: _VU[m[0]], each) for each in kinds]
    return [*kinds, *(_JOINTS.sub("", each) for each in kinds if _JOINTS.search(each))]


def _surnames(entry: dict[str, Any], country: str | None, language: str) -> tuple[str, ...]:
    own = entry.get("surname")
    if own is not None:
        if language in own:
            return tuple(_alone(_listed(own[language]), language))
        if not own:
            return ()
    home = country or entry.get("from")
    first = home in _SURNAME_FIRST or (home == "JPN" and language != "en" and language != "ru")
    found = [part for form in _written(entry, language) if (part := _part(form, first, language))]
    return tuple(dict.fromkeys(_alone(found, language)))


def _alone(parts: list[str], language: str) -> list[str]:
    return [each for part in parts for each in _respelt(part)] if language == "ja" else parts


def _part(form: str, first: bool, language: str) -> str:
    """The surname in a form, "" where the form does not tell."""
    if language == "ja" and " " in form and "・" not in form:
        return form.partition(" ")[0]
    parts = form.split("・" if language == "ja" else " ")
    if len(parts) > 1:
        # Korean papers write Japanese names surname first: 기시다 후미오.
        return parts[0] if first else parts[-1]
    if language in ("ko", "zh") and first and 2 <= len(form) <= 3:
        return form[0]
    return ""


def _post(text: str, home: str | None) -> Post:
    role, *words = text.split(" ")
    start = end = organisation = None
    country = home
    if words and "/" in words[-1]:
        span = words.pop().partition("/")
        start, end = span[0] or None, span[2] or None
    elif words and words[-1][0].isdigit():
        start = end = words.pop()
    if words and words[-1].startswith("org:"):
        organisation = words.pop()[4:].replace("-", " ")
    if words and words[-1].startswith("@"):
        country = words.pop()[1:]
    title = " ".join(words) or _DEFAULT_TITLES.get(role, "")
    return Post(role, title, country, organisation, start, end)
