"""Posts in Japanese text: where they begin, what they say of status and country."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from retinue.languages.base import Title
from retinue.languages.ja.mentions_lexicon import Finder, Hit, is_kanji, is_kata, lexicon, shorts

_CAPITALS = re.compile(r"[A-Z][A-Z&]+$")
# What may follow a head without making it another word.
_AFTER = re.compile(r"(?:代行|代理|助理|補佐|補|心得|候補者?|内定者|就任予定者|予定者|指名候補)?")
_STATUS = ("次期", "元", "前", "現職", "現", "駐", "副")
_LONGEST = 10


@dataclass(slots=True)
class Post:
    """A title found: its words, and which kind of head it has (`title`, `role`, `honorific`)."""

    start: int
    end: int
    head: str
    sort: str
    status: str = "current"
    country: str | None = None
    organisation: str | None = None
    body_country: str | None = (
        None  # of the body in it: less sure, since states have like-named ones
    )
    former_at: int = -1  # where 元 or 前 stands in it
    more: list[Title] = field(default_factory=list)  # joined by 兼

    def titles(self, text: str) -> list[Title]:
        """As the record has it."""
        own_words = text[self.start : self.end]
        former = own_words[0] in words().former and own_words not in words().sorts
        status = "former" if former and self.status == "current" else self.status
        own = Title(own_words, self.start, self.end, status, self.country, self.organisation)
        return [own, *self.more]


class Lexicon:
    """The words of titles.yml in the form the reader wants."""

    def __init__(self) -> None:
        data = lexicon("titles")
        self.sorts: dict[str, str] = {}
        for heads in data["heads"].values():
            self.sorts.update((h, "title") for h in heads)
        for role in data["roles"]:
            self.sorts.setdefault(role, "role")
        self.sorts.update((h, "honorific") for h in data["honorifics"])
        self.sorts.update((w, "other") for w in data["other"])
        self.modifiers = frozenset(data["modifiers"]) | frozenset(
            h for heads in data["heads"].values() for h in heads
        )
        self.former = frozenset(data["status"]["former"])
        self.designate = frozenset(data["status"]["designate"])
        self.lengths = _lengths(self.modifiers | self.designate)
        self.finder = Finder(sorted(self.sorts))
        self.many = frozenset(data["held_by_many"])
        self.kin = frozenset(data["kin"])


def _lengths(before_a_head: frozenset[str]) -> dict[str, list[int]]:
    """Last character -> lengths of the words that end in it, longest first."""
    found: dict[str, set[int]] = {}
    for word in before_a_head:
        if 1 < len(word) <= _LONGEST:
            found.setdefault(word[-1], set()).add(len(word))
    return {end: sorted(lengths, reverse=True) for end, lengths in found.items()}


@cache
def words() -> Lexicon:
    """The title lexicon, compiled once."""
    return Lexicon()


class TitleReader:
    """Finds titles in one paragraph; `hits` are the known names in it, by their end."""

    def __init__(self, text: str, hits: dict[int, Hit], tails: dict[int, int]):
        self.text = text
        self.hits = hits
        self.tails = tails  # start -> end of tokens 相 that are suffixes
        self.words = words()

    def posts(self) -> list[Post]:
        """All heads with what belongs to them on the left, in the order of the text."""
        text, sorts, names = self.text, self.words.sorts, self.words.finder.words
        found: list[Post] = []
        for index, start, end in self.words.finder.spans(text):
            sort = sorts[names[index]]
            if sort != "other":
                post = self._post(start, end, names[index], sort)
                if post:
                    found.append(post)
        taken = {p.end for p in found}
        for start, end in self.tails.items():
            if end not in taken and not (end < len(text) and is_kanji(text[end])):
                found.append(self._left(Post(start, end, "相", "title")))
        found.sort(key=lambda p: p.end)
        return self._joined(found)

    def _post(self, start: int, end: int, head: str, sort: str) -> Post | None:
        text = self.text
        if sort in ("honorific", "role"):
            post = Post(start, end, head, sort)
            if (
                head in ("英雄", "父", "母")
                and start > 2
                and text[start - 1] == "の"
                and is_kanji(text[start - 2])
            ):
                k = start - 1
                while k > 0 and is_kanji(text[k - 1]):
                    k -= 1
                if text[k : start - 1] in (
                    "独立",
                    "建国",
                    "革命",
                    "民族",
                    "国民的",
                    "国家",
                    "抗日",
                ):
                    post.start = k
            return post
        if head == "元首" and text.startswith("相", end):
            return self._post(
                start + 1, end + 1, "首相", sort
            )  # 元首相 is cut 元首 by the longest match
        m = _AFTER.match(text, end)
        if m and m.end() > end:
            tail = m.group()
            stop = m.end()
            if not (tail in ("補", "候補") and stop < len(text) and is_kanji(text[stop])):
                post = Post(start, stop, head, sort)
                if tail in ("内定者", "就任予定者", "予定者", "指名候補"):
                    post.status = "designate"
                return self._left(post)
        return self._left(Post(start, end, head, sort))

    def _left(self, post: Post) -> Post:
        """Take in what stands before the head: fields, bodies, country, status."""
        at = post.start
        local = self.hits.get(at + 1)
        if (
            local
            and local.known.kind == "place"
            and local.start < at
            and self.text[at] in "市州県町村都府区"
        ):
            post.country, at = local.known.country, local.start  # 北京市長: the name takes the 市
        while at > 0:
            begin = self._piece(post, at)
            if begin is None:
                break
            at = begin
        post.start = at
        return post

    def _piece(self, post: Post, at: int) -> int | None:
        text = self.text
        w = self.words
        hit = self.hits.get(at)
        if hit and hit.known.kind in ("country", "organisation", "place") and self._whole(hit):
            return self._hit(post, hit)
        for length in w.lengths.get(text[at - 1], ()):
            if length > at:
                continue
            word = text[at - length : at]
            if word in w.modifiers:
                return at - length
            if word in w.designate:
                post.status = "designate"
                return at - length
        one = text[at - 1]
        if one in w.former:
            post.former_at = at - 1
            post.status = "former"
            return at - 1
        if one in "副総党":
            return at - 1
        if one == "軍" and at > 1 and (at - 1 in self.hits or not is_kanji(text[at - 2])):
            return at - 1
        if one in "新現" and (at < 2 or not is_kanji(text[at - 2])):
            return at - 1
        return self._abroad(post, at)

    def _whole(self, hit: Hit) -> bool:
        """Is the known name a word, not the end of a longer one (タイ in ウィンタイ)?"""
        text, start = self.text, hit.start
        if hit.end - start < 2 or (start and is_kata(text[start]) and is_kata(text[start - 1])):
            return False
        return not (
            start
            and text[start].isascii()
            and text[start - 1].isascii()
            and text[start - 1].isalpha()
        )

    def _hit(self, post: Post, hit: Hit) -> int:
        known = hit.known
        start = hit.start
        if start > 0 and self.text[start - 1] == "駐":
            return start - 1
        if known.kind == "organisation":
            post.organisation = self.text[hit.start : hit.end]
            post.body_country = post.body_country or known.country
        elif post.country is None and not self._abroad_field(hit.end):
            post.country = known.country
        if (
            start > 1
            and self.text[start - 1] == "・"
            and start - 1 in self.hits
            and self._abroad_field(hit.end)
        ):
            return self.hits[start - 1].start  # ウクライナ・ロシア担当特使
        return start

    def _abroad_field(self, at: int) -> bool:
        """Is the country before `at` what the post deals with, not whose it is?"""
        return self.text.startswith(("担当", "問題", "政策", "特使", "専門"), at)

    def _abroad(self, post: Post, at: int) -> int | None:
        """駐+country, a body in capitals, or a one-letter country."""
        text = self.text
        one = text[at - 1]
        if one == "駐" or one == "在":
            return at - 1
        if one in shorts() and not (is_kata(one) and at > 1 and is_kata(text[at - 2])):
            if at > 1 and text[at - 2] in "駐在訪対":
                return at - 2
            before = text[max(0, at - 3) : at - 1]
            if (
                not before
                or not is_kanji(before[-1])
                or at - 1 in self.hits
                or before.endswith((*_STATUS, "世"))
            ):
                return self._short(post, at, one)
        m = _CAPITALS.search(text, max(0, at - 10), at)
        if m:
            post.organisation = m.group()
            return m.start()
        return None

    def _short(self, post: Post, at: int, one: str) -> int | None:
        # 林外相, 金委員長 and the like never get here: only signs of states do. 韓首相 is a Mr Han.
        if one in "韓台日朝中北東西南" and post.head != "大統領":
            return None
        post.country = post.country or shorts()[one]
        return at - 1

    def _joined(self, posts: list[Post]) -> list[Post]:
        """経済副首相兼企画財政部長官 is two posts of one person."""
        out: list[Post] = []
        for post in posts:
            before = out[-1] if out else None
            if (
                before
                and before.sort == "title"
                and post.start > before.end
                and post.sort == "title"
                and self.text[before.end : post.start] in ("兼", "・", "、兼")
            ):
                post.more = [
                    Title(self.text[post.start : post.end], post.start, post.end, post.status),
                    *post.more,
                ]
                before.more = [*before.more, *post.more]
                before.end = post.end
                continue
            out.append(post)
        return out
