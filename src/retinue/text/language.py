"""The language of a text, by its letters and its function words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from retinue import resources

SAMPLE = 4000  # characters looked at; more would change no answer
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Script:
    name: str
    letters: re.Pattern[str]
    default: str | None
    marks: tuple[tuple[str, re.Pattern[str], float], ...]
    words: tuple[str, ...]


@cache
def _scripts() -> tuple[_Script, ...]:
    data: list[dict[str, Any]] = resources.load("text/language")["scripts"]
    return tuple(
        _Script(
            s["name"],
            re.compile(f"[{s['letters']}]+"),
            s["default"],
            tuple(
                (m["language"], re.compile(f"[{m['letters']}]"), float(m["share"]))
                for m in s.get("marks", ())
            ),
            tuple(s.get("words", ())),
        )
        for s in data
    )


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

    Works on a page, a paragraph or a headline; only its first 4,000
    characters count. A short line in Chinese characters alone is None: a
    headline may be Japanese or Chinese.
    """
    text = text[:SAMPLE]
    counts = {s.name: sum(map(len, s.letters.findall(text))) for s in _scripts()}
    name = _leading(counts)
    if name is None:
        return None
    if name == "han":
        return "zh" if counts["han"] >= 16 else None
    script = next(s for s in _scripts() if s.name == name)
    total = counts[name]
    for language, letters, share in script.marks:
        if len(letters.findall(text)) >= max(1.0, share * total):
            return language
    return _by_words(text, script) if script.words else script.default


def _leading(counts: dict[str, int]) -> str | None:
    """The script that the text is written in.

    Kana with Chinese characters is one writing; a letter of those scripts or
    of hangul says as much as two or three of an alphabet.
    """
    kana, han = counts["kana"], counts["han"]
    weights = {n: c for n, c in counts.items() if n not in ("kana", "han")}
    weights["hangul"] = counts["hangul"] * 2.5
    # Without a kana in ten letters it is Chinese that quotes Japanese.
    together = (kana + han) * 2.5
    weights["kana" if kana * 10 >= kana + han else "han"] = together
    name, weight = max(weights.items(), key=lambda kv: kv[1])
    return name if weight > 0 else None


def _by_words(text: str, script: _Script) -> str | None:
    table = _words()
    found: Counter[str] = Counter()
    tokens = _WORD.findall(text.lower())
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
