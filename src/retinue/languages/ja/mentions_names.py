"""Names of people beside a title: where the name before it begins, in katakana, kanji or brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retinue.languages.base import Token
from retinue.languages.ja.mentions_lexicon import Hit, is_kanji, is_kata
from retinue.languages.ja.mentions_signs import NameSigns
from retinue.languages.ja.titles import Post, TitleReader

_KATA_BLOCK = re.compile(r"[ァ-ヺー・＝=]+$")
_LATIN_NAME = re.compile(r"[A-Z]\.?(?:[・\s][A-Z]\.?)*(?:[・\s][A-Z][a-z]+)+$")
NOT_IN_TITLE = re.compile(
    "政権|派|側|陣営|会談|訪問|政府|内閣|会見|会合|選挙|大会|支持|主義|批判|国境|地方$"
)
READING = re.compile(r"[ァ-ヺー・＝= ]+|[ぁ-ん・ ]+|[一-鿿]{2,5}|[A-Za-z.\- ]{3,}")
_UNIVERSITY = ("大教授", "大准教授", "大名誉教授", "大助教", "大学教授", "大上級", "大研究員")
_AGE = re.compile(r"\d{1,3}(?:歳)?$")
# ヨハネ・パウロ2世, ルイ十四世; 21世紀 is none
REGNAL = re.compile(
    r"[ァ-ヺー]{2,}(?:[・＝=][ァ-ヺー]+)*(?:\d{1,2}|[一二三四五六七八九十]{1,3})世(?![紀代界帯論襲])"
)
_REGNAL_END = re.compile(
    r"[ァ-ヺー]{2,}(?:[・＝=][ァ-ヺー]+)*(?:\d{1,2}|[一二三四五六七八九十]{1,3})世$"
)
_SOFT_NAME = re.compile("[ぁ-ん]{2,4}$")
# Words before a dot that are bodies, not names: 北浜大・棚橋翠教授
_BODY_END = (
    "大",
    "大学",
    "大学院",
    "研究所",
    "研",
    "院",
    "省",
    "庁",
    "局",
    "部",
    "会",
    "党",
    "社",
    "行",
    "署",
    "隊",
    "団",
    "センター",
)


@dataclass(slots=True)
class Name:
    """A name found: its place, and the reading that stood in brackets behind it."""

    start: int
    end: int
    reading: str = ""


class NameReader(NameSigns):
    """Finds the name that a post or an honorific of one paragraph goes with."""

    def __init__(self, text: str, tokens: list[Token], hits: list[Hit]):
        super().__init__(text, tokens, hits)
        tails = {t.start: t.end for t in tokens if t.text == "相" and "接尾" in t.pos}
        self.posts = TitleReader(text, self.hits_by_end, tails).posts()

    def name_before(self, post: Post) -> Name | None:
        """The name that ends where the title begins, with a bracket or a dot between."""
        text = self.text
        at = post.start
        if at == 0:
            return None
        if text[at - 1] in ")）":
            return self._bracketed(post, at)
        if text[at - 1] == "・":
            return self._dotted(post, at - 1)
        return self._plain(post, at)

    def _bracketed(self, post: Post, at: int) -> Name | None:
        text = self.text
        opening = max(text.rfind("(", max(0, at - 32), at), text.rfind("（", max(0, at - 32), at))
        if opening <= 0:
            return None
        inside = text[opening + 1 : at - 1]
        reading = inside if READING.fullmatch(inside) else ""
        if not reading and not (_AGE.fullmatch(inside) or post.sort == "honorific"):
            return None
        probe = Post(opening, post.end, post.head, post.sort)
        name = self._plain(probe, opening)
        if name is None and reading and is_kanji(text[opening - 1]):
            start = self.kanji_start(opening)
            if 2 <= opening - start <= 6:
                name = Name(start, opening)
        if name is not None and probe.start < opening:
            post.start = probe.start  # 中央情報局(CIA)長官: the bracket belongs to the post
        elif name is not None:
            name.reading = reading
        return name

    def _dotted(self, post: Post, at: int) -> Name | None:
        """殷勇・北京市長, ティヌブ・ナイジェリア大統領."""
        if at == 0:
            return None
        text = self.text
        before = text[at - 1]
        if before in ")）":
            return self._bracketed(post, at)
        if is_kata(before):
            return self._kata(post, at)
        if is_kanji(before):
            start = self.kanji_start(at)
            run = text[start:at]
            if start > 0 and is_kata(text[start - 1]) and post.sort == "title":
                return self._kata_with_field(post, start, run)  # …国際関係・協力相
            # The dot sets a name apart from a post, so that a looser eye is enough.
            loose = (
                2 <= len(run) <= 5 and run not in self.names.nouns and at not in self.hits_by_end
            )
            loose = loose and not self._everyday(start, at)
            if (post.sort == "title" and loose) or self.likely(run, start, at):
                return Name(start, at)
        return None

    def _far_dotted(self, post: Post, at: int) -> Name | None:
        """瀬尾達也・国際安全保障研究会理事: words nobody listed between the dot and the head."""
        text = self.text
        start = at
        while start > 0 and (
            is_kanji(text[start - 1]) or (text[start - 1].isascii() and text[start - 1].isalnum())
        ):
            start -= 1
        if post.sort != "title" or start < 3 or at - start > 20 or text[start - 1] != "・":
            return None
        if text.endswith(_BODY_END, 0, start - 1) and self.likely(text[start:at], start, at):
            return None  # 北浜大・棚橋翠教授: the dot parts him from his university
        name = self._dotted(post, start - 1)
        if name is not None:
            post.start = min(start, post.start)
        return name

    def _plain(self, post: Post, at: int) -> Name | None:
        text = self.text
        before = text[at - 1]
        if is_kata(before):
            return self._kata(post, at)
        if before == "世" and (m := _REGNAL_END.search(text, max(0, at - 24), at)):
            return Name(m.start(), at)
        if is_kanji(before):
            return self._far_dotted(post, at) or self._kanji(post, at)
        if "ぁ" <= before <= "ん":
            return self._hiragana(post, at)
        if before.isascii() and before.isalpha():
            m = _LATIN_NAME.search(text, max(0, at - 40), at)
            return Name(m.start(), at) if m else None
        return None

    def _kata(self, post: Post, at: int) -> Name | None:
        text = self.text
        m = _KATA_BLOCK.search(text, max(0, at - 40), at)
        if not m:
            return None
        start = m.start()
        while start < at and text[start] in "・＝=ー":
            start += 1
        start = self._skip_known(start, at)
        place = self.hits_by_end.get(at)
        if (
            place
            and place.start > start + 1
            and text[place.start - 1] == "・"
            and text[at : at + 1] in ("大", "市", "州", "県")
        ):
            post.start = place.start  # …・カリフォルニア大教授
            at = place.start - 1
        if text.startswith(_UNIVERSITY, at) and text.count("・", start, at) >= 2:
            post.start = text.rindex("・", start, at) + 1
            at = post.start - 1
        word = text[start:at]
        if word in self.names.common and post.sort == "title" and start:
            if text[start - 1] in ")）" and (name := self._bracketed(post, start)):
                post.start = start
                return name
            if is_kanji(text[start - 1]):
                return self._before_a_common_word(post, start)
        if len(word) < 2 or word in self.names.common or word.split("・")[-1] in self.names.common:
            return None
        hit = self.hits_by_end.get(at)
        if hit and hit.start <= start and post.sort == "title" and word not in self.names.surnames:
            return None
        # 金・スミス, 李アンジェラ: a kanji surname directly before is part of the name
        return Name(start, at)

    def _before_a_common_word(self, post: Post, at: int) -> Name | None:
        """張昌河ミサイル総局長: the katakana belongs to the post."""
        start = self.kanji_start(at)
        if at - start < 2 or not self.likely(self.text[start:at], start, at):
            return None
        post.start = at
        return Name(start, at)

    def _skip_known(self, start: int, at: int) -> int:
        """Leave out a country or body at the head of the run: フランス・デュボワ大臣."""
        hit = self.hits_by_start.get(start)
        if hit and hit.known.kind == "country" and hit.end < at and self.text[hit.end] == "・":
            rest = self.text[hit.end + 1 : at]
            word = self.text[start : hit.end]
            if self.text[start:at] in self.names.full or (
                word in self.names.states and rest not in self.names.surnames
            ):
                return start
            return hit.end + 1
        return start

    def _hiragana(self, post: Post, at: int) -> Name | None:
        """福島みずほ氏: a given name in hiragana, with the surname before it."""
        token = self.ends.get(at)
        if token is None or "人名" not in token.pos or len(token.text) < 2:
            return self._soft(at)
        start = token.start
        if start and is_kanji(self.text[start - 1]):
            start = self.kanji_start(start)
        return Name(start, at)

    def _soft(self, at: int) -> Name | None:
        """三宅ひかり主任研究員: a given name in hiragana that the tokenizer takes for a word."""
        m = _SOFT_NAME.search(self.text, max(0, at - 4), at)
        head = self.ends.get(m.start()) if m else None
        if m is None or head is None or "固有名詞" not in head.pos or not 2 <= len(head.text) <= 3:
            return None
        if not is_kanji(head.text[0]) or ("人名" not in head.pos and "地域" not in head.pos):
            return None
        tokens = [t for t in self.starts.values() if m.start() <= t.start < at]
        if not tokens or tokens[0].pos.startswith(
            ("助", "動詞", "名詞,非自立", "名詞,接尾", "接続詞")
        ):
            return None
        if any(t.pos.startswith("助詞") for t in tokens):
            return None
        return Name(head.start, at)

    # ---- names in kanji

    def _kanji(self, post: Post, at: int) -> Name | None:
        text = self.text
        start = self.kanji_start(at)
        run = text[start:at]
        full = self.names.full
        if run in full:
            return Name(start, at)
        if post.former_at == post.start and text[start : at + 1] in full:  # 中谷元防衛相
            post.start, post.status = at + 1, "current"
            return Name(start, at + 1)
        if (
            post.former_at == post.start
            and len(run) == 2
            and run[0] in self.names.korean
            and text[at] == "元"
        ):
            token = self.ends.get(at)
            if token is None or "人名" not in token.pos or len(token.text) == 1:
                post.start, post.status = at + 1, "current"
                return Name(start, at + 1)
        behind = self._behind_post(post, start, at)
        if behind is not None:
            return behind
        if start > 0 and is_kata(text[start - 1]):
            return self._kata_with_field(post, start, run)
        if self.likely(run, start, at):
            return Name(start, at)
        return self._name_and_field(post, start, at)

    def _behind_post(self, post: Post, start: int, at: int) -> Name | None:
        """最高指導者金正恩同志: a post, or words nobody listed, directly before a name."""
        for p in self.posts:
            if (
                start < p.end < at
                and p.sort != "honorific"
                and self.likely(self.text[p.end : at], p.end, at)
            ):
                return Name(p.end, at)
        for length in (4, 3):
            if at - start > length and self.text[at - length : at] in self.names.full:
                return Name(at - length, at)
        return None

    def _kata_with_field(self, post: Post, start: int, run: str) -> Name | None:
        """バルム参謀総長, エドワルド首席連絡調整官: whatever stands between is part of the post."""
        if len(run) > 10 or post.sort == "honorific" or NOT_IN_TITLE.search(run):
            return None
        name = self._kata(post, start)
        if name is not None:
            post.start = min(start, post.start)
        return name

    def _name_and_field(self, post: Post, start: int, at: int) -> Name | None:
        """A name at the head of the run, and after it words of the post nobody listed."""
        text = self.text
        if post.sort == "honorific" or at - start < 3 or self._prefixed(start):
            return None
        for length in (5, 4, 3, 2):
            if start + length < at and text[start : start + length] in self.names.full:
                post.start = start + length
                return Name(start, start + length)
        end = self._by_tokens(start, at)
        if end is None or end >= at or NOT_IN_TITLE.search(text[end:at]):
            return None
        post.start = end
        return Name(start, end)
