"""Places and occasions that several words name together: 葛麻(カルマ)空港, 国家公邸「…」, 港の跡地."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAILS = "国際空港|空港|駅|港|基地|広場|宮殿|公園|迎賓館|競技場|劇場|ホテル|島|川|湖|山"
# 葛麻(カルマ)空港: the name, how it is read, and what it is
READ_ALOUD = re.compile(
    rf"([一-鿿ァ-ヺー]{{1,8}})\(([ァ-ヺー・]{{2,14}}|[一-鿿]{{2,5}}|[A-Za-z .-]{{3,20}})\)({_TAILS})(?![一-鿿])"
)
# 「5月13日広場」, 国家公邸「アラアルチャ」
_IN_MARKS = re.compile(
    r"「([^「」]{2,16}(?:広場|宮殿|記念館|公園|通り|ホテル|会館|空港|センター|パレス|礼拝堂|大聖堂))」"
)
_HOUSE = re.compile(
    r"([一-鿿]{0,4}(?:公邸|別邸|迎賓館|別荘|宮殿|ホテル|会議場|会館|施設|離宮|山荘))「([^「」]{2,14})」"
)
_GATHERING = re.compile(
    r"「([^「」]{3,20}(?:フォーラム|サミット|対話|大会|シンポジウム|パレード))」"
)
# What stands for a place only with words before it.
_WITH_WORDS = re.compile(
    r"[一-鿿ァ-ヺー]{1,6}の跡地|(?:追悼する|追悼の|嘆きの|記憶の)壁|(?<=の)(?:廟|墓地|慰霊塔)(?=[にでをへ])"
    r"|(?<=の)拠点(?=[をにでへ])(?!を(?:置|構|設|移))|(?:海|川|湖|国境)沿い|(?<=部・)[一-鿿]{2,3}[県州省市郡](?=[でにのをへと、はが])"
)

# アンナヤの修道院: of a place nobody lists
_HOUSE_OF = re.compile(
    "の(?:修道院|教会|大聖堂|モスク|墓地|寺院|聖堂|山荘|別荘|検問所|難民キャンプ)"
)
_OWNER = re.compile("(?<![ァ-ヺー・])[ァ-ヺー]{3,12}$")
# One of these is in any text in which `_WITH_WORDS` finds something.
_SIGNS = ("跡地", "壁", "廟", "墓地", "慰霊塔", "拠点", "沿い", "部・")


@dataclass(slots=True)
class Spot:
    """A place or occasion: its words, the words of its name, other forms."""

    kind: str
    start: int
    end: int
    name: str
    aliases: list[str] = field(default_factory=list)
    rule: str = ""


def spots(text: str) -> Iterator[Spot]:
    """All that one paragraph has, in no order; they may overlap other mentions."""
    if "(" in text:
        for m in READ_ALOUD.finditer(text):
            written, read, tail = m.groups()
            yield Spot(
                "place",
                m.start(),
                m.end(),
                written + tail,
                [read + tail, written],
                f"name(reading){tail}",
            )
    if "」" in text:
        for m in _HOUSE.finditer(text):
            yield Spot("place", m.start(), m.end(), m.group(2), [], "house and quoted name")
        for m in _IN_MARKS.finditer(text):
            yield Spot("place", m.start(1), m.end(1), m.group(1), [], "quoted place")
        for m in _GATHERING.finditer(text):
            yield Spot("occasion", m.start(1), m.end(1), m.group(1), [], "quoted occasion")
    for m in _HOUSE_OF.finditer(text):
        owner = _OWNER.search(text, max(0, m.start() - 14), m.start())
        if owner:
            name = text[owner.start() : m.end()]
            yield Spot("place", owner.start(), m.end(), name, [owner.group()], "house of a place")
    if any(sign in text for sign in _SIGNS):
        for m in _WITH_WORDS.finditer(text):
            yield Spot("place", m.start(), m.end(), m.group(), [], "place by its words")
