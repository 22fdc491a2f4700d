"""Signs that a run of characters is somebody's name: the lexicon of names and the tokenizer's tags."""

from __future__ import annotations

from functools import cache

from retinue.knowledge import people
from retinue.languages.base import Token
from retinue.languages.ja.mentions_lexicon import Finder, Hit, is_kanji, is_kata, lexicon
from retinue.languages.ja.titles import words


class Names:
    """The lexicon of names."""

    def __init__(self) -> None:
        data = lexicon("names")
        self.korean = frozenset(data["korean"])
        self.chinese = frozenset(data["chinese"])
        self.compound = tuple(data["compound"])
        self.given = frozenset(data["given"])
        self.common = frozenset(data["common"])
        self.nouns = frozenset(data["nouns"])
        self.states = frozenset(data["states_as_names"])
        self.full, self.surnames = people.forms("ja"), people.surnames("ja")
        not_alone = frozenset(data["not_alone"])
        bare = [f for f in self.full if len(f) >= 3 or (len(f) == 2 and is_kanji(f[0]))]
        # A lone kanji surname is too short to stand for a man without his title.
        bare += [
            f
            for f, keys in self.surnames.items()
            if len(f) >= 3 and is_kata(f[0]) and _prominent(keys)
        ]
        self.finder = Finder(
            sorted({f for f in bare if f not in self.common and f not in not_alone})
        )


def _prominent(keys: list[str]) -> bool:
    """Is one of them or was one of them at the head of a state? Papers drop titles of few others."""
    posts = (post.role for key in keys for post in people.get(key).posts)
    return any(role.startswith("head-of-") for role in posts)


@cache
def names() -> Names:
    """The lexicon of names, compiled once."""
    return Names()


class NameSigns:
    """One paragraph with its words and known names, and whether runs of it look like a name."""

    def __init__(self, text: str, tokens: list[Token], hits: list[Hit]):
        self.text = text
        self.hits_by_end = {h.end: h for h in hits}
        self.hits_by_start = {h.start: h for h in hits}
        self.names = names()
        self.starts = {t.start: t for t in tokens}
        self.ends = {t.end: t for t in tokens}

    def kanji_start(self, at: int) -> int:
        """Where the run of kanji that ends at `at` begins, known bodies and countries left out."""
        text = self.text
        start = at
        while start > 0 and is_kanji(text[start - 1]):
            start -= 1
            hit = self.hits_by_end.get(start)
            if hit and start < at and hit.known.kind != "place" and hit.end - hit.start > 1:
                break
        return start

    def _by_tokens(self, start: int, at: int) -> int | None:
        """Where a surname and given name, as the tokenizer has them, end."""
        token = self.starts.get(start)
        if token is None or "人名" not in token.pos:
            return None
        end = token.end
        second = self.starts.get(end)
        if second and "人名" in second.pos and second.end < at and is_kanji(second.text[0]):
            return second.end
        if (
            len(token.text) >= 2
            or token.text in self.names.korean
            or token.text in self.names.chinese
        ):
            return end
        return None

    def likely(self, run: str, start: int, at: int) -> bool:
        """Does a run of kanji look like a name?"""
        n = self.names
        if run in n.full or run in n.surnames:
            return True
        if run in n.nouns or not 1 <= len(run) <= 6 or (len(run) > 1 and self._prefixed(start)):
            return False
        hit = self.hits_by_end.get(at)
        token = self.starts.get(start)
        if len(run) == 1:
            return (
                run in n.korean
                or run in n.chinese
                or bool(token and "人名" in token.pos and token.end == at)
            )
        if hit and hit.start <= start and not (token and "人名" in token.pos):
            return (
                len(run) == 2
                and hit.known.kind == "place"
                and bool(token and token.end == at and hit.known.country == "JPN")
            )
        if token is None:
            return False
        if token.end == at and len(run) >= 2:
            return self._word_is_name(token, run)
        return self._parts_are_name(run, token, at)

    def _prefixed(self, start: int) -> bool:
        """元自衛官, 前国会議員: does the run begin with a sign that is put before posts?"""
        token = self.starts.get(start)
        return bool(token and token.pos.startswith("接頭詞") and token.text in words().former)

    def _word_is_name(self, token: Token, run: str) -> bool:
        if "人名" in token.pos:
            return True
        if "固有名詞" in token.pos:
            return ("地域" in token.pos and len(run) <= 3) or run[
                0
            ] in self.names.korean | self.names.chinese
        return False  # one everyday word is no name, whatever it begins with

    def _parts_are_name(self, run: str, token: Token, at: int) -> bool:
        n = self.names
        if "人名" in token.pos:
            return len(run) - len(token.text) <= 3 and len(run) <= 6
        if run.startswith(n.compound):
            return len(run) <= 4
        if run[0] in n.korean or run[0] in n.chinese:
            return len(run) <= 3 and not self._ordinary(token, at)
        if "地域" in token.pos and len(token.text) == 2:
            second = self.starts.get(token.end)
            return bool(second and second.end == at and "人名" in second.pos)
        if 2 <= len(run) <= 3 and self._loose_signs(token, at):
            return True
        last = self.ends.get(at)
        return bool(
            last
            and "人名" in last.pos
            and len(run) <= 5
            and last.start - token.start <= 3
            and not self._ordinary(token, at)
        )

    def _loose_signs(self, token: Token, at: int) -> bool:
        """Has the tokenizer cut the run into single signs, knowing no word in it?"""
        t: Token | None = token
        while (
            t is not None
            and len(t.text) == 1
            and t.pos.startswith("名詞")
            and t.text not in self.names.nouns
        ):
            if t.end == at:
                return True
            t = self.starts.get(t.end)
        return False

    def _everyday(self, start: int, at: int) -> bool:
        """Is the run one or more everyday words of two kanji, as the tokenizer has them?"""
        token = self.starts.get(start)
        return bool(token and (token.text in words().modifiers or token.text in self.names.nouns))

    def _ordinary(self, token: Token, at: int) -> bool:
        """Is the run made of everyday words of two kanji or more?"""
        t: Token | None = token
        while t is not None and t.end <= at:
            if (
                len(t.text) >= 2
                and "固有名詞" not in t.pos
                and t.pos.startswith("名詞")
                and t.text in self.names.nouns
            ):
                return True
            if t.end == at:
                break
            t = self.starts.get(t.end)
        return False
