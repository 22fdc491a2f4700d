"""The language of a text, by its letters and its function words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from retinue import resources

SAMPLE = 3000  # characters looked at; more would change no answer
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Script:
    name: str
    letters: re.Pattern[str]
    default: str | None
    marks: tuple[tuple[str, frozenset[str], float], ...]
    words: tuple[str, ...]


@cache
def _scripts() -> tuple[_Script, ...]:
    data: list[dict[str, Any]] = resources.load("text/language")["scripts"]
    return tuple(
        _Script(
            s["name"],
            re.compile(f"[{s['letters']}]"),
            s["default"],
            tuple(
                (m["language"], frozenset(m["letters"]), float(m["share"]))
                for m in s.get("marks", ())
            ),
            tuple(s.get("words", ())),
        )
        for s in data
    )


@lru_cache(maxsize=20_000)
def _script_of(letter: str) -> str | None:
    return next((s.name for s in _scripts() if s.letters.match(letter)), None)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Each function word with the languages that use it."""
    table: dict[str, list[str]] = {}
    for language, words in resources.load("text/language")["words"].items():
        for word in words:
            table.setdefault(str(word), []).append(language)
    return {w: tuple(ls) for w, ls in table.items()}


def identify(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, None where it cannot be told.

    Works on a page, a paragraph or a headline; of a long text 3,000 characters
    from its middle count. A short line in Chinese characters alone is None: a
    headline may be Japanese or Chinese.
    """
    if len(text) > SAMPLE:
        # The beginning of a page is its menu, as often as not in another language.
        start = min(len(text) - SAMPLE, len(text) // 4)
        text = text[start : start + SAMPLE]
    letters = Counter(text)
    found: dict[str | None, int] = {}
    for letter, n in letters.items():
        name = _script_of(letter)
        found[name] = found.get(name, 0) + n
    counts = Counter({name: n for name, n in found.items() if name})
    name = _leading(counts)
    if name is None:
        return None
    if name == "han":
        return "zh" if counts["han"] >= 16 else None
    script = next(s for s in _scripts() if s.name == name)
    for language, marks, share in script.marks:
        if sum(letters[m] for m in marks) >= max(1.0, share * counts[name]):
            return language
    return _by_words(text, script) if script.words else script.default


def _leading(counts: Counter[str]) -> str | None:
    """The script that the text is written in.

    Kana with Chinese characters is one writing; a letter of those scripts or
    of hangul says as much as two or three of an alphabet.
    """
    kana, han = counts["kana"], counts["han"]
    weights = {n: float(c) for n, c in counts.items() if n not in ("kana", "han")}
    weights["hangul"] = counts["hangul"] * 2.5
    # Without a kana in ten letters it is Chinese that quotes Japanese.
    weights["kana" if kana * 10 >= kana + han else "han"] = (kana + han) * 2.5
    name, weight = max(weights.items(), key=lambda kv: kv[1])
    return name if weight > 0 else None


def _by_words(text: str, script: _Script) -> str | None:
    table = _words()
    found: Counter[str] = Counter()
    tokens = _WORD.findall(text[:1500].lower())
    for token in tokens:
        for language in table.get(token, ()):
            if language in script.words:
                found[language] += 1
    if not found:
        return script.default
    (best, score), *rest = found.most_common(2)
    second = rest[0][1] if rest else 0
    if script.default is not None:
        # The default language gives way only to clear words of another.
        return best if score >= 2 and score > 1.2 * found[script.default] else script.default
    if score < 2 and len(tokens) > 4:
        return None
    return best if score > second else None
