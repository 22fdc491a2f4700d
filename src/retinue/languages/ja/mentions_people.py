"""People in Japanese text: a name beside a title or an honorific, or a name known to all."""

from __future__ import annotations

import re

from retinue.languages.base import Mention, Title, Token
from retinue.languages.ja.mentions_lexicon import Hit, is_kanji, is_kata
from retinue.languages.ja.mentions_names import NOT_IN_TITLE, READING, REGNAL, Name, NameReader
from retinue.languages.ja.mentions_places import READ_ALOUD
from retinue.languages.ja.titles import Post, words

_KATA_NAME = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*$")
_KATA_FULL = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)+")
# 聖シャルベルの墓, 王妃カミラ: a name with a sign before it that few but persons bear
_SIGNED = re.compile(
    r"(?:(?<![一-鿿])聖|王妃|国王|女王|皇太子|皇太子妃|王子|王女|教皇|法王|天皇|皇后|首長)([ァ-ヺー]{2,}(?:[・＝=][ァ-ヺー]+)*)(?![ァ-ヺー一-鿿・\d])"
)
# ヨハネ・パウロ2世広場, ルイ14世時代
_NAMED_AFTER = re.compile(
    "広場|通り|号|像|時代|空港|国際|橋|大学|大聖堂|教会|記念|病院|財団|杯|基地|級|島|様式|家具"
)
_PARTICLES = frozenset("はがをにもと、")
_SHARED = {
    "両": 2,
    "各": 20,
    "三": 3,
    "3": 3,
    "３": 3,
    "四": 4,
    "4": 4,
    "４": 4,
    "五": 5,
    "5": 5,
    "５": 5,
}


class PeopleReader(NameReader):
    """Finds the people of one paragraph."""

    def __init__(self, text: str, tokens: list[Token], hits: list[Hit]):
        super().__init__(text, tokens, hits)
        self.found: list[Mention] = []
        self.bodies: dict[int, str] = {}  # id of a mention -> state of the body in its title
        self.nameless: list[Post] = []

    def run(self) -> list[Mention]:
        """People with titles, then those of a list before a shared title, then bare names."""
        text = self.text
        for post in self.posts:
            if post.sort == "role":
                self.nameless.append(post)
                continue
            if self._shared(post):
                continue
            if post.sort == "title" and REGNAL.match(text, post.end):
                self.nameless.append(self._see(post))
                continue
            name = self.name_before(post)
            if name is None:
                self.nameless.append(post)
            else:
                self.found.append(self._mention(post, name))
        self._bare()
        self.found.sort(key=lambda m: m.start)
        return self.found

    def _see(self, post: Post) -> Post:
        """コンスタンティノープル総主教バルトロメオス1世: the place before belongs to the post."""
        while post.start > 0 and is_kata(self.text[post.start - 1]):
            post.start -= 1
        return post

    def _mention(self, post: Post, name: Name) -> Mention:
        text = self.text
        m = Mention(
            "person", name.start, post.end, text[name.start : name.end], name.start, name.end
        )
        if name.reading:
            m.aliases.append(name.reading)
        if post.sort == "honorific":
            m.honorific = post.head
            m.rule = "name+honorific"
            if post.head in words().kin or post.head[0] == "元":
                m.titles = [Title(post.head, post.start, post.end)]
        else:
            m.titles = post.titles(text)
            m.country = next((t.country for t in m.titles if t.country), None)
            m.rule = "name+title"
            if post.body_country:
                self.bodies[id(m)] = post.body_country
        return m

    # ---- one title for several

    def _shared(self, post: Post) -> bool:
        """蔡、王両氏; 甲、乙の両書記; 米国のA、中国のBの両駐マレーシア大使."""
        text = self.text
        at = post.start
        number = _SHARED.get(text[at - 1]) if at else None
        if number is None or (text[at - 1] not in "両各" and post.sort != "honorific"):
            return False
        end = at - 1
        if end and text[end - 1] == "の":
            end -= 1
        chain = self._list_before(end, number)
        if len(chain) < 2:
            if post.sort != "honorific" and text[at - 1] == "両":
                post.start = at - 1
            self.nameless.append(post)
            return True
        titles = post.titles(text) if post.sort != "honorific" else []
        members = [self._member(name, [*own, *titles], post) for name, own in chain]
        members[-1].end = post.end
        self.found += members
        return True

    def _member(self, name: Name, titles: list[Title], post: Post) -> Mention:
        text = self.text
        m = Mention(
            "person", name.start, name.end, text[name.start : name.end], name.start, name.end
        )
        m.titles = titles
        m.honorific = post.head if post.sort == "honorific" else ""
        m.rule = "list+title"
        if name.reading:
            m.aliases.append(name.reading)
            m.end = text.index(name.reading, name.end) + len(name.reading) + 1
        return m

    def _list_before(self, end: int, number: int) -> list[tuple[Name, list[Title]]]:
        """Names joined by 、 ・ と や that end at `end`, last first; a country and の may stand before each."""
        text = self.text
        out: list[tuple[Name, list[Title]]] = []
        at = end
        while len(out) < number and at > 0:
            name, extra = self._listed_name(at)
            if name is None:
                break
            out.insert(0, (name, extra))
            at = name.start
            if at > 1 and text[at - 1] == "の":
                hit = self.hits_by_end.get(at - 1)
                if hit:
                    at = hit.start
            if at == 0 or text[at - 1] not in "、・とや，,":
                break
            at -= 1
        return out

    def _listed_name(self, at: int) -> tuple[Name | None, list[Title]]:
        text = self.text
        extra: list[Title] = []
        stop = at
        reading = ""
        if text[at - 1] in ")）":
            opening = max(
                text.rfind("(", max(0, at - 32), at), text.rfind("（", max(0, at - 32), at)
            )
            if opening <= 0:
                return None, extra
            inside = text[opening + 1 : at - 1]
            inner = [
                p for p in self.posts if opening < p.start and p.end == at - 1 and p.sort == "title"
            ]
            if inner:
                extra = inner[0].titles(text)
            elif READING.fullmatch(inside):
                reading = inside
            stop = opening
        # 大統領、首相の両氏 and the like name nobody
        for p in self.posts:
            if p.end == stop and p.sort == "title":
                name = self.name_before(p)
                return (Name(name.start, name.end, name.reading) if name else None), [
                    *extra,
                    *p.titles(text),
                ]
        c = text[stop - 1]
        if is_kata(c):
            m = _KATA_NAME.search(text, max(0, stop - 40), stop)
            if not m or m.group() in self.names.common or m.start() in self.hits_by_start:
                return None, extra
            return Name(m.start(), stop, reading), extra
        if is_kanji(c):
            start = self.kanji_start(stop)
            if self.likely(text[start:stop], start, stop) or (reading and stop - start <= 5):
                return Name(start, stop, reading), extra
        return None, extra

    # ---- names without title

    def _bare(self) -> None:
        """Names everybody knows, and first names that make a name of what follows."""
        text = self.text
        taken = [False] * (len(text) + 1)
        for m in self.found:
            for i in range(m.start, m.end):
                taken[i] = True
        if "(" in text:
            for k in READ_ALOUD.finditer(text):  # 金日成(キム・イルソン)広場
                taken[k.start() : k.end()] = [True] * (k.end() - k.start())
        n = self.names
        for _, start, end in n.finder.spans(text):
            if (
                end < len(text)
                and (text[end].isdigit() or text[end] in "一二三四五六七八九十")
                and REGNAL.match(text, start)
            ):  # ヨハネ・パウロ|2世
                continue
            if taken[start] or not (
                self._stands_alone(start, end) or self._known_with_post(start, end)
            ):
                continue
            name = Name(start, end)
            self._add_bare(name, "known name")
            for i in range(start, self.found[-1].end):
                taken[i] = True
        self._japanese(taken)
        self._numbered(taken)
        ends = {p.end for p in self.posts if p.sort != "honorific"}
        for k in _KATA_FULL.finditer(text):
            at = k.start()
            if taken[at] or not (
                k.group().partition("・")[0] in n.given or self._introduced(ends, at)
            ):
                continue
            if self.hits_by_start.get(at) and self.hits_by_start[at].end == k.end():
                continue
            if self._stands_alone(at, k.end()):
                self._add_bare(Name(at, k.end()), "first name known")

    def _numbered(self, taken: list[bool]) -> None:
        """レオ14世, 聖シャルベル, 王妃カミラ: popes, monarchs and saints."""
        text = self.text
        if not any(c in text for c in "世聖王皇法首"):
            return
        for m in (*REGNAL.finditer(text), *_SIGNED.finditer(text)):
            start, end = m.span(m.lastindex or 0)
            word = text[start:end]
            if taken[start] or word in self.names.common or _NAMED_AFTER.match(text, end):
                continue
            if (
                m.lastindex
                and start in self.hits_by_start
                and self.hits_by_start[start].known.kind == "country"
            ):
                continue
            self._add_bare(Name(start, end), "known name")
            if m.lastindex and text[start - 1] == "聖":
                self.found[-1].aliases.append("聖" + word)
            taken[start:end] = [True] * (end - start)

    def _japanese(self, taken: list[bool]) -> None:
        """市民団体の…, 作家で…: a surname and a given name that the tokenizer knows, both of a sentence."""
        text = self.text
        for start, token in self.starts.items():
            if "人名" not in token.pos or len(token.text) < 2 or taken[start] or not start:
                continue
            second = self.starts.get(token.end)
            if second is None or "人名" not in second.pos or not is_kanji(text[start]):
                continue
            end = second.end
            if (
                end - start >= 4
                and text[start - 1] in "の、はがと"
                and text[end : end + 1] in _PARTICLES
            ):
                self._add_bare(Name(start, end), "surname and given name")
                taken[start:end] = [True] * (end - start)

    def _known_with_post(self, start: int, end: int) -> bool:
        """王毅政治局員: a full name everybody knows, before words of a post nobody listed."""
        text = self.text
        if (
            end >= len(text)
            or not is_kanji(text[end])
            or not is_kanji(text[start])
            or (start and is_kanji(text[start - 1]))
        ):
            return False
        if (
            NOT_IN_TITLE.match(text, end)
            or text[start:end] not in self.names.full
            or end - start < 2
        ):
            return False
        modifiers = words().modifiers
        return any(text[end : end + n] in modifiers for n in (6, 5, 4, 3, 2))

    def _introduced(self, ends: set[int], at: int) -> bool:
        """Does a post stand before the name: スポークスマン、ドミトリー・…, 局長である…"""
        text = self.text
        return any(
            text.startswith(j, at - len(j)) and at - len(j) in ends
            for j in ("の", "である", "、", "で、", "")
        )

    def _add_bare(self, name: Name, rule: str) -> None:
        text = self.text
        m = Mention(
            "person",
            name.start,
            name.end,
            text[name.start : name.end],
            name.start,
            name.end,
            rule=rule,
        )
        self.found.append(m)

    def _stands_alone(self, start: int, end: int) -> bool:
        """Is the name a word by itself, not the head of トランプ政権 or part of a longer name?"""
        text = self.text
        before = text[start - 1] if start else ""
        after = text[end] if end < len(text) else ""
        if is_kata(text[start]) and (
            (before and (is_kata(before) or before in "・＝"))
            or (after and (is_kata(after) or after in "＝"))
        ):
            return False
        if (
            after == "・"
            and end + 1 < len(text)
            and is_kata(text[end + 1])
            and is_kata(text[end - 1])
        ):
            return False
        if is_kanji(text[start]) and before and is_kanji(before):
            return False
        if after in "」』" and before in "「『":
            return False
        return not (
            after
            and (is_kanji(after) or (is_kata(after) and is_kanji(text[end - 1])))
            and not text.startswith(("両", "夫妻", "自身", "父子", "側"), end)
        )
