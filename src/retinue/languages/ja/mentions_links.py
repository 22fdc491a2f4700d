"""What neighbouring mentions tell of one another: posts before names, states, brackets, sides."""

from __future__ import annotations

import re

from retinue.languages.base import Mention, Title, Token
from retinue.languages.ja.mentions_countries import countries
from retinue.languages.ja.mentions_lexicon import is_kanji
from retinue.languages.ja.titles import Post, words

_BRACKET = re.compile(r"[(（]([^()（）]{1,40})[)）]")
_SIDE = re.compile(
    r"(?:写真|前列|後列|同)*(左|右|中央|奥|手前|中|左端|右端|左側|右側|中央左|中央右|左から\d|右から\d)(?:の人物)?$"
)
_AGE = re.compile(r"\d{1,3}(?:歳)?$")
_READING = re.compile(
    r"[ァ-ヺー・＝= ]{2,}|[一-鿿]{2,8}|[ぁ-ん・ ]{2,}|[A-Za-z][A-Za-z.\-・ &0-9]{1,40}"
)
_TAIL = re.compile("国際空港|空港|駅|港|基地|道|州|市|県|宮殿|広場|公園|大使館|川|島|湖|山|氏")
_MEETING = re.compile("(?:首脳|外相|閣僚|国防相|財務相|特別|緊急)?(?:会議|会合)")
_FROM_LEFT = re.compile(r"[(（](左|右)から(?:順に)?[)）]")
_SAID_TO_BE = re.compile(
    "(?:とされる|とみられる|とされている|といわれる|と言われる)([一-鿿]{1,2})(?![一-鿿])"
)
_APPOINTED = re.compile(
    "を(?:新たに|正式に)?(指名|任命|起用|選出|充て|推薦|選ん|選び|据え|任じ|抜てき|抜擢|昇格)"
)
# What may stand between a post and the name behind it, with its length.
_JOINTS = tuple((j, len(j)) for j in ("の", "", "、", "で、", "である", "で", "だった", "・"))
_NOT_OF_A_POST = frozenset("日月年時分秒後前中同翌昨今先毎約計各全両")
# 外相を務めた…氏, 首相に就任した…氏
_SERVED = re.compile(
    "(?:(を務めた|だった|を歴任した|を退任した|を辞任した)|を務める|を務めている|でもある|に就任した|に就いた|に就任する|に選出された|に選ばれた|に当選した|に任命された|に指名された|に起用された)$"
)
# What those patterns and `_KIN_OF` end in ("$" stands before a line break too): a quick look first.
_SERVED_ENDS = frozenset("たる\n")
_KIN_ENDS = frozenset("でる、の\n")
_INTO = re.compile("に(?:[^、。にを]{1,18}の)?$")  # 次期総裁に…銀行の…総裁を充てる
# …氏を首相に任命した, …氏以来の文民首相
_MADE = re.compile("を(?:新たに|正式に)?")
_AS = re.compile(
    "に(?:指名|任命|起用|選出|充て|推薦|選ん|選び|据え|任じ|抜てき|抜擢|昇格|推挙|内定)"
)
_SINCE = re.compile("(?:氏|さん)?以来の")
# 大統領の父で人民評議会の…議長
_KIN_OF = re.compile("の([一-鿿]{1,2})(?:で|である|に当たる|にあたる|、)(?:[^。、]{0,16}の)?$")
_FIELD = re.compile("担当$|選出$|出身$|研究$|専攻$|会派$|系$|代表$|在住$|専門$|政治$|論$|学$")


def link(
    text: str,
    tokens: list[Token],
    mentions: list[Mention],
    nameless: list[Post],
    bodies: dict[int, str],
) -> list[Mention]:
    """All mentions in order, with posts, states, aliases and sides passed on; none overlaps.

    `nameless` are posts that no name precedes, `bodies` the states of the
    bodies in people's titles, by the mention's id.
    """
    found = _settle(mentions)
    found = _posts_before(text, found, nameless, bodies)
    found = _brackets(text, found, nameless)
    _from_left(text, found)
    _kin(text, found)
    countries(text, found, {t.start: t for t in tokens}, bodies)
    return found


def _kin(text: str, found: list[Mention]) -> None:
    """ジュエ氏とされる娘: kin said behind the name."""
    for m in found:
        k = _SAID_TO_BE.match(text, m.end) if m.kind == "person" and m.name else None
        if k and k.group(1) in words().kin:
            m.titles.append(Title(k.group(1), k.start(1), k.end(1)))


def _settle(mentions: list[Mention]) -> list[Mention]:
    mentions.sort(key=lambda m: (m.start, -m.end))
    out: list[Mention] = []
    at = -1
    for m in mentions:
        if m.start >= at:
            out.append(m)
            at = m.end
    return out


def _posts_before(
    text: str, found: list[Mention], nameless: list[Post], bodies: dict[int, str]
) -> list[Mention]:
    """首相のモディ氏, 英雄ホセ・マルティ, 妻の…さん: the post belongs to the name behind it."""
    ends: dict[int, Post] = {}
    starts: dict[int, Post] = {}
    for p in nameless:
        if p.sort != "honorific":
            ends[p.end] = p
        if p.sort == "title":
            starts[p.start] = p
    gone: set[int] = set()
    for m in found:
        if m.kind != "person" or not m.name:
            continue
        at = m.start
        for _ in range(3):
            post = _post_ending(text, ends, at, m.rule in ("known name", "first name known"))
            if post is None:
                break
            if post.sort == "title":
                post.start = _whole_post(text, found, post.start)
            m.titles = [*post.titles(text), *m.titles]
            m.country = m.country or post.country
            m.start = at = post.start
        _told_by_verb(text, m, ends)
        _told_behind(text, m, starts)
        for other in found:
            if other is not m and m.start <= other.start < m.end:
                gone.add(id(other))
                if other.kind == "country":
                    m.country = m.country or other.country
                elif other.kind == "organisation" and other.country:
                    bodies.setdefault(id(m), other.country)
    return [m for m in found if id(m) not in gone]


def _told_by_verb(text: str, m: Mention, ends: dict[int, Post]) -> None:
    """Posts that a verb gives: 外相を務めた…氏, 大使に…氏を指名した."""
    at = m.start
    before = text[at - 1 : at]
    served = _SERVED.search(text, max(0, at - 14), at) if before in _SERVED_ENDS else None
    post = ends.get(served.start()) if served else None
    if served and post and post.sort == "title":
        if served.group(1):
            post.status = "former"
        m.titles = [*post.titles(text), *m.titles]
    made = _APPOINTED.match(text, m.end)
    to = _INTO.search(text, max(0, at - 22), at) if made else None
    post = ends.get(to.start()) if to else None
    if post and post.sort == "title":
        post.status = "designate" if post.status == "current" else post.status
        m.titles = [*post.titles(text), *m.titles]


def _told_behind(text: str, m: Mention, starts: dict[int, Post]) -> None:
    """Posts told behind the name, and kin told before it."""
    made = _MADE.match(text, m.end)
    post = starts.get(made.end()) if made else None
    if post and _AS.match(text, post.end):
        post.status = "designate" if post.status == "current" else post.status
        m.titles = [*m.titles, *post.titles(text)]
    since = _SINCE.match(text, m.end)
    post = starts.get(since.end()) if since else None
    if post:
        m.titles = [*m.titles, *post.titles(text)]
    before = text[m.start - 1 : m.start]
    kin = _KIN_OF.search(text, max(0, m.start - 24), m.start) if before in _KIN_ENDS else None
    if kin and kin.group(1) in words().kin:
        m.titles = [*m.titles, Title(kin.group(1), kin.start(1), kin.end(1))]


def _whole_post(text: str, found: list[Mention], start: int) -> int:
    """対外連絡部長: bodies and kanji directly before belong to the post."""
    ends = {o.end: o for o in found if o.start < start}
    while start > 0:
        if start in ends:
            if ends[start].kind != "organisation":
                break
            start = ends[start].start
        elif is_kanji(text[start - 1]) and text[start - 1] not in _NOT_OF_A_POST:
            start -= 1
        else:
            break
    return start


def _post_ending(text: str, ends: dict[int, Post], at: int, bare: bool = False) -> Post | None:
    """The post directly before `at`, or before a の, で or である there."""
    for joint, size in _JOINTS:
        post = ends.get(at - size)
        if post is None or not text.startswith(joint, at - size):
            continue
        if (
            joint in ("", "・")
            and post.sort == "title"
            and is_kanji(text[at : at + 1] or "の")
            and joint == ""
        ):
            continue
        if joint == "、" and post.head not in words().kin and not (bare and post.sort == "title"):
            # …の元査察官、ヨハンさん: in apposition only where it opens the sentence or belongs to a body
            opened = post.start == 0 or text[post.start - 1] in "の。「"
            if bare or post.sort != "title" or not opened:
                continue
        if joint in ("で、", "で", "である", "だった") and post.sort != "title":
            continue
        return post
    return None


def _brackets(text: str, found: list[Mention], nameless: list[Post]) -> list[Mention]:
    """Readings, short forms, posts and places in the picture, in brackets behind a mention."""
    inside: dict[int, Post] = {p.end: p for p in nameless if p.sort == "title"}
    gone: set[int] = set()
    for m in found:
        b = _BRACKET.match(text, m.end)
        if not b or id(m) in gone:
            continue
        side = _SIDE.match(b.group(1))
        read = _of_person if m.kind == "person" else _of_thing
        if side and m.kind == "person":
            m.side = side.group(1)
        elif side or not read(text, m, b, found, inside.get(b.end() - 1)):
            continue
        for other in found:
            swallowed = m.start <= other.start < m.end
            if other is not m and (swallowed or (side and b.start() <= other.start < b.end())):
                gone.add(id(other))
    return [m for m in found if id(m) not in gone]


def _of_person(
    text: str, m: Mention, b: re.Match[str], found: list[Mention], post: Post | None
) -> bool:
    """Take in a bracket behind a person: a post, an age, a field, the name in another script."""
    word = b.group(1)
    if post is not None and post.start > m.end:
        m.titles += post.titles(text)
    elif m.name and not m.aliases and _other_script(m.name, word) and not _place_like(found, b):
        m.aliases.append(word)
    elif not (_AGE.fullmatch(word) or _FIELD.search(word)):
        return False
    m.end = b.end()
    return True


def _of_thing(
    text: str, m: Mention, b: re.Match[str], found: list[Mention], _: Post | None
) -> bool:
    """Take in a bracket behind a thing: a reading or short form, and what follows of its name."""
    word = b.group(1)
    if m.kind == "weapon" or not m.name or not _READING.fullmatch(word):
        return False
    if m.kind == "organisation" and m.rule.startswith("…") and _place_like(found, b):
        return False
    m.aliases.append(word)
    m.end = b.end()
    tail = (_TAIL if m.kind == "place" else _MEETING).match(text, m.end)
    if tail and m.kind in ("place", "occasion", "organisation"):
        m.aliases.append(m.name)
        m.name += tail.group()
        m.end = tail.end()
        if m.kind == "organisation":
            m.kind, m.key, m.label = "occasion", None, None
    return True


def _other_script(name: str, word: str) -> bool:
    """Is the bracket the name in another script (朴振 behind パク・ジン), not something else about it?"""
    if not _READING.fullmatch(word):
        return False
    if is_kanji(word[0]):
        return not is_kanji(name[0]) and len(word) <= 4
    return word[0].isascii() or is_kanji(name[0])


def _place_like(found: list[Mention], b: re.Match[str]) -> bool:
    return any(o.kind in ("place", "country") and b.start() < o.start < b.end() for o in found)


def _from_left(text: str, found: list[Mention]) -> None:
    """(左から)A、B、C: the first stands at one end of the picture, the last at the other."""
    for b in _FROM_LEFT.finditer(text):
        row: list[Mention] = []
        at = b.end()
        for m in found:
            if m.start < b.end() or m.kind != "person":
                continue
            between = text[at : m.start]
            if (
                len(between) > 25
                or "。" in between
                or (row and not re.match("[、と,]|ら?と", between))
            ):
                break
            row.append(m)
            at = m.end
        if len(row) < 2:
            continue
        first, last = ("左端", "右端") if b.group(1) == "左" else ("右端", "左端")
        row[0].side, row[-1].side = first, last
        if len(row) == 3:
            row[1].side = "中央"
