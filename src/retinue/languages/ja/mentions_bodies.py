"""Bodies, places, outlets, documents, weapons and occasions by the shape of their names."""

from __future__ import annotations

import re

from retinue.languages.base import Mention, Token
from retinue.languages.ja.mentions_lexicon import Hit, Known, is_kanji, is_kata, shorts
from retinue.languages.ja.mentions_places import spots
from retinue.languages.ja.mentions_shapes import Sheet, ending_of, nominal
from retinue.languages.ja.mentions_states import states, unknown_places

_NAMED = re.compile(r"([一-鿿ァ-ヺー]{2,10})「([^「」]{2,20})」")
_NUMBERED = re.compile(r"第[0-9一二三四五六七八九十]+$")
_PEOPLE_OF = re.compile("人(?![権民道口材気類工質物事間員種格海体魚為])")

_ENCLITIC = frozenset(["ら", "など", "たち", "等", "さん", "氏", "的", "だけ"])


class BodiesReader(Sheet):
    """Finds what is no person in one paragraph. `taken` are the spans of people."""

    def __init__(
        self, text: str, tokens: list[Token], hits: list[Hit], taken: list[tuple[int, int]]
    ):
        super().__init__(text, taken)
        self.tokens = tokens
        self.hits = hits
        self.token_starts = {t.start for t in tokens}
        self.token_ends = {t.end for t in tokens}

    def run(self) -> list[Mention]:
        """Longest shapes first, then known names, compounds of states, places the tokenizer knows."""
        self.good = [h for h in self.hits if self._bounded(h)]
        self.within = bytearray(len(self.text) + 1)  # places inside a known name
        for h in self.good:
            self.within[h.start + 1 : h.end] = b"\1" * (h.end - h.start - 1)
        self._quoted_names()
        self._spots()
        for start, end in self._runs():
            self._shape(start, end)
        self._nationals()
        for hit in self.good:
            if self.free(hit.start, hit.end):
                k = hit.known
                self.add(
                    k.kind,
                    hit.start,
                    hit.end,
                    country=k.country,
                    key=k.key,
                    label=k.label,
                    rule="known",
                )
        states(self)
        unknown_places(self, self.tokens)
        self.found.sort(key=lambda m: m.start)
        return self.found

    def _spots(self) -> None:
        for s in spots(self.text):
            known = "の" in s.name and any(h.start == s.start for h in self.good)
            if self.free(s.start, s.end) and not known:
                hit = next(
                    (h for h in self.good if h.start == s.start and h.known.kind == s.kind), None
                )
                same = hit if hit and hit.end == s.end else None
                m = self.add(
                    s.kind,
                    s.start,
                    s.end,
                    country=hit.known.country if hit else None,
                    key=same.known.key if same else None,
                    label=same.known.label if same else None,
                    rule=s.rule,
                )
                m.name, m.aliases = s.name, [a for a in s.aliases if a != s.name]

    def _bounded(self, hit: Hit) -> bool:
        """Is the known name a word here, not part of one (タイ in タイトル)?"""
        text, start, end = self.text, hit.start, hit.end
        if start and is_kata(text[start]) and (is_kata(text[start - 1]) or text[start - 1] == "ー"):
            return False
        if end < len(text) and is_kata(text[end - 1]) and is_kata(text[end]):
            # アメリカスカップ is cut wrongly; ロシアメディア is two words
            return hit.known.kind == "country" and end in self.token_ends
        if (
            is_kanji(text[start])
            and start not in self.token_starts
            and start
            and is_kanji(text[start - 1])
        ):
            return False
        if text[start].isascii() and (
            start and text[start - 1].isascii() and text[start - 1].isalpha()
        ):
            return False
        if (
            text[end - 1].isascii()
            and end < len(text)
            and text[end].isascii()
            and text[end].isalnum()
        ):
            return False
        return not (end - start == 2 and is_kanji(text[end - 1]) and end not in self.token_ends)

    def _nationals(self) -> None:
        """パレスチナ人, インド人1465人: people of a state."""
        for h in self.hits:
            if (
                h.known.kind == "country"
                and _PEOPLE_OF.match(self.text, h.end)
                and self.free(h.start, h.end + 1)
            ):
                after = self.text[h.end + 1 : h.end + 2]
                if not (after and (is_kanji(after) or is_kata(after))) or after == "約":
                    self.add(
                        "organisation",
                        h.start,
                        h.end + 1,
                        country=h.known.country,
                        rule="people of a state",
                    )

    # ---- words made of a name and what it is

    def _runs(self) -> list[tuple[int, int]]:
        """Stretches of nouns outside of people, without numbers and words of time."""
        out: list[tuple[int, int]] = []
        start = end = -1
        busy, text = self.busy, self.text
        for t in self.tokens:
            noun = nominal(t.pos) or (
                t.text in "・&" and t.start > 0 and t.end < len(text) and is_kata(text[t.start - 1])
            )
            if noun and not busy[t.start] and t.text not in _ENCLITIC:
                if t.start != end:
                    if start >= 0:
                        out.append((start, end))
                    start = t.start
                end = t.end
            elif start >= 0:
                out.append((start, end))
                start = end = -1
        if start >= 0:
            out.append((start, end))
        return out

    def _shape(self, start: int, end: int) -> None:
        """The thing that a run of nouns names, if its ending tells."""
        text = self.text
        if end - start < 2:
            return
        stop = end - 1 if text[end - 1] == "内" else end  # 国防省内 is cut 国防|省内
        for _ in range(3):
            word, kind = self._ending(start, stop)
            if kind:
                break
            stop = self._cut(start, stop)
            if stop - start < 2:
                return
        else:
            return
        while start < stop - 2 and text.startswith(self.shapes.lead, start):
            cut = start + next(len(w) for w in self.shapes.lead if text.startswith(w, start))
            if cut not in self.token_starts:
                break
            start = cut
        if kind == "people" and stop < end:
            return  # 露朝首脳会談 names no body
        if not self.free(start, stop) or self.within[start] or self.within[stop]:
            return
        start = self._apart(start, stop) if kind == "place" else start
        numbered = (
            _NUMBERED.search(text, max(0, start - 5), start) if kind == "organisation" else None
        )
        if numbered and not text[start].isdigit():
            start = numbered.start()
        whole = next((h for h in self.good if h.start == start and h.end == stop), None)
        if whole:
            return
        self._named(kind, word, start, stop)

    def _apart(self, start: int, stop: int) -> int:
        """沖縄県・尖閣諸島: what stands before the dot says where it is."""
        dot = self.text.find("・", start, stop)
        if (
            dot > start
            and is_kanji(self.text[dot - 1])
            and (self.text[dot - 1] in "県州省市府都道" or any(h.end == dot for h in self.good))
        ):
            return dot + 1
        return start

    def _cut(self, start: int, stop: int) -> int:
        """The run without its last word."""
        stop -= 1
        while stop > start and stop not in self.token_ends:
            stop -= 1
        return stop

    def _ending(self, start: int, stop: int) -> tuple[str, str]:
        return ending_of(self.text[start:stop])

    def _named(self, kind: str, word: str, start: int, stop: int) -> None:
        text = self.text
        country, at = self._owner(start, stop)
        rest = text[at : stop - len(word)] if at < stop - len(word) else ""
        if kind == "people":
            self._unnamed(word, start, stop, country, rest)
            return
        if word == "側":
            self._side(start, stop, country)
            return
        if len(word) == 1 and not self._single(kind, word, start, stop, at):
            return
        if (
            kind in ("document", "occasion", "weapon")
            and not rest
            and not country
            and word not in self.shapes.alone
        ):
            return
        if word in ("同盟", "連合") and all(c in shorts() for c in text[start : stop - 2]):
            return  # 日米同盟 is a relation, no body
        hit = next(
            (h for h in self.good if h.end == stop and h.start > start and h.known.kind == kind),
            None,
        )
        if hit and kind != "place":
            k = hit.known
            self.add(
                kind,
                start,
                stop,
                country=k.country or country,
                key=k.key,
                label=k.label,
                rule="known",
                name=(hit.start, hit.end),
            )
            return
        self.add(kind, start, stop, country=country, rule=f"…{word}")

    def _unnamed(self, word: str, start: int, stop: int, country: str | None, rest: str) -> None:
        """タイ国防省関係者, 北朝鮮兵, 韓国政府高官: who they are is the body they belong to."""
        if not country and (not rest or word in self.shapes.of_a_state):
            return
        body = stop - len(word)
        _, kind = self._ending(start, body) if rest else ("", "")
        if not rest and any(
            h.start == start and h.end == body and h.known.kind == "organisation" for h in self.good
        ):
            kind = "organisation"
        if kind == "organisation" and word[:2] not in ("政府", "高官"):
            self.add(
                "organisation",
                start,
                stop,
                country=country,
                rule="unnamed people of a body",
                name=(start, body),
            )
        else:
            self.add("organisation", start, stop, country=country, rule="unnamed people")

    def _owner(self, start: int, stop: int) -> tuple[str | None, int]:
        """The state named at the head of the run and where its name ends."""
        hit = next((h for h in self.good if h.start == start and h.end <= stop), None)
        if hit and hit.end < stop + 1 and hit.known.country:
            return hit.known.country, hit.end
        people = next(
            (
                h
                for h in self.hits
                if h.start == start and h.end < stop and h.known.kind == "country"
            ),
            None,
        )
        if people and self.text[people.end] == "人":
            return people.known.country, people.end + 1
        one = self.text[start]
        if (
            one in "米英仏独伊露ロ印豪韓朝比越"
            and stop - start >= 2
            and not is_kata(self.text[start + 1])
        ):
            return shorts()[self.text[start]], start + 1
        return None, start

    def _single(self, kind: str, word: str, start: int, stop: int, at: int) -> bool:
        """One-letter endings are trusted only after a name: 露軍, モスクワ市, 北斗大."""
        if word in "軍党":
            return at > start or stop - start >= 3
        if word in "省庁":
            return stop - start >= 3 or at > start
        if word == "大":
            own = any(t.end == stop and (t.text == "大" or "組織" in t.pos) for t in self.tokens)
            return (
                own
                and stop - start >= 3
                and self.text[stop : stop + 1]
                in ("の", "教", "大", "院", "・", "名", "准", "特", "学")
            )
        if word in "兵":
            return at > start
        if word in "法誌紙社局院団派委":
            return stop - start >= 4 or (at > start and word in "紙誌")
        before = self.text[stop - 2]
        token = next((t for t in self.tokens if t.end == stop - 1), None)
        named = is_kata(before) or bool(token and "固有名詞" in token.pos) or at == stop - 1
        return named and stop - start >= 3

    def _side(self, start: int, stop: int, country: str | None) -> None:
        hit = next((h for h in self.good if h.start == start and h.end == stop - 1), None)
        if hit:
            k = hit.known
            self.add(
                k.kind,
                start,
                stop,
                country=k.country,
                key=k.key,
                label=k.label,
                rule="…側",
                name=(start, stop - 1),
            )
        elif country and stop - start == 2:
            self.add("country", start, stop, country=country, rule="…側", name=(start, stop - 1))
        elif self.text[start : stop - 1] in self.shapes.alone:
            self.add(
                "organisation", start, stop, country=country, rule="…側", name=(start, stop - 1)
            )

    def _quoted_names(self) -> None:
        """反体制派「…」, 旅客船「…」: the word before the marks says what it is."""
        for m in _NAMED.finditer(self.text):
            word = m.group(1)
            kind = ""
            for length in range(min(8, len(word)), 1, -1):
                tail = word[-length:]
                kind = self.shapes.alone.get(tail) or self.shapes.suffix.get(tail, "")
                if kind or tail in ("団体", "人権団体"):
                    kind = kind or "organisation"
                    break
            if kind in ("organisation", "weapon", "outlet") and self.free(m.start(2), m.end(2)):
                start = m.end(1) - length
                hit = next(
                    (h for h in self.good if h.start == m.start(2) and h.end == m.end(2)), None
                )
                k = hit.known if hit else Known(kind)
                if self.free(start, m.end()):
                    self.add(
                        kind,
                        start,
                        m.end(),
                        country=k.country,
                        key=k.key,
                        label=k.label,
                        rule="word and quoted name",
                        name=(m.start(2), m.end(2)),
                    )
