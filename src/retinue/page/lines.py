"""What each line of a page's plain text is: prose, caption, date, reporter, furniture …"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from retinue.page import bylines, captions, stamps
from retinue.page.stamps import Stamp
from retinue.page.words import Outlet, Words
from retinue.text.fold import fold

_TOKENS = re.compile(r"[\s|>»›<·・•/,、]+")
_HEAD_OF_SITE = re.compile(r"\s*(?:[|｜:：–—]|\s-\s)\s*")
_DIGITS = re.compile(r"\d\d|\d[月월]")
_CLOSERS = "」』”’\"'»)）】]〉》"
_ENDS = ".。!?！？…"
_INDENT = " \u3000\t"
_SAYS_MORE = 1.5  # points of a caption that no signature gives
_META = 200  # characters; no line of furniture or dates is longer


@dataclass(slots=True, eq=False)
class Line:
    """A line that is not blank. `text` is as written without outer space, `fold` folded."""

    text: str
    fold: str
    indent: bool
    alone: bool  # blank lines, or the page's edge, on both sides
    first: bool  # a blank line, or the page's edge, before it
    kind: str = "text"
    stamps: list[Stamp] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    writers: list[str] = field(
        default_factory=list
    )  # reporters that a line of translators names too
    outlet: Outlet | None = None
    score: float = 0.0
    sure: bool = True


def split(text: str, words: Words) -> list[Line]:
    """The lines of a text, not yet classified; lines broken at a width are joined again."""
    raw = text.split("\n")
    lines: list[Line] = []
    blank = [not r.strip() for r in raw] + [True]
    i = 0
    while i < len(raw):
        end = i + 1
        if not blank[i]:
            while not blank[end]:
                end += 1
            lines += _block(raw[i:end], words)
        i = end
    return lines


def _block(raw: list[str], words: Words) -> list[Line]:
    """The lines between two blank ones."""
    if _wrapped(raw, words):
        joined = ("" if words.dense else " ").join(r.strip() for r in raw)
        raw = [raw[0][:1] + joined if raw[0][0] in _INDENT else joined]
    n = len(raw)
    found = []
    for i, r in enumerate(raw):
        stripped = r.strip()
        found.append(Line(stripped, fold(stripped), r[0] in _INDENT, n == 1, i == 0))
    return found


def _wrapped(raw: list[str], words: Words) -> bool:
    """Whether the lines are one paragraph, broken at a width as mail and terminals do."""
    if len(raw) < 3:
        return False
    sizes = [len(r.strip()) for r in raw]
    width = max(sizes)
    if width > 110 or width < 24 or min(sizes[:-1]) < width * (0.85 if words.dense else 0.72):
        return False
    ended = sum(r.rstrip().rstrip(_CLOSERS)[-1:] in _ENDS for r in raw[:-1])
    return ended * 3 <= len(raw) - 1 and raw[-1].rstrip().rstrip(_CLOSERS)[-1:] in _ENDS


def classify(lines: list[Line], words: Words) -> None:
    """Give each line its kind."""
    indented = _indented(lines, words)
    for line in lines:
        if len(line.fold) <= _META and _metadata(line, words):
            continue
        _text(line, words, indented)


def _text(line: Line, words: Words, indented: bool) -> None:
    """Tell captions and paragraphs of sentences from other words."""
    ended = firm(line.fold, words)
    # A long line is firm even if it ends in its signature: 「…と述べた。(c)AFP」
    closed = ended and line.fold.rstrip(_CLOSERS)[-1:] in _ENDS
    signed = None if closed else words.signature.search(line.fold)
    if signed and firm(line.fold[: signed.start()], words):
        # A paragraph that its agency or reporter signs ends like a caption: 「…と述べた。(共同)」
        # A caption of whole sentences says more: who stands where.
        unsigned = captions.score(line.fold[: signed.start()], words, full=False)
        if unsigned < _SAYS_MORE:
            line.kind = "prose"
            return
    line.score = captions.score(line.fold, words)
    if line.score > 0 and indented:
        line.score += -1 if line.indent else 0.5
    if line.score >= captions.ENOUGH:
        line.kind = "caption"
    elif ended:
        line.kind = "prose"


def firm(text: str, words: Words) -> bool:
    """Whether a folded line is surely a paragraph of sentences."""
    bare = text.rstrip(_CLOSERS)
    last = bare[-1:]
    n = len(text)
    if last in "。." and last:
        if words.dense:
            return n >= words.body or (last == "。" and n >= 8)
        return n >= words.body or (n >= 12 and text.count(" ") >= 2)
    if last and last in _ENDS:
        return n >= words.body * 3
    return n >= words.body * (8 if words.dense else 5)


def _indented(lines: list[Line], words: Words) -> bool:
    """Whether the page sets its paragraphs in by a space."""
    prose = [
        x for x in lines if len(x.text) > 2 * words.body and x.text.endswith(("。", "」", "."))
    ]
    return sum(x.indent for x in prose) * 2 > len(prose) > 1


def _metadata(line: Line, words: Words) -> bool:
    """Try the kinds of line that are no part of the text; False where none fits."""
    f = line.fold
    if _dated(line, words):
        line.kind = "original" if words.first("originals", f) else "stamp"
    elif outlet := site(f, words):
        line.kind, line.outlet = "outlet", outlet
    elif is_menu(f, words):
        line.kind = "menu"
    elif words.first("originals", f):
        line.kind = "original"
    elif found := bylines.line(f, line.text, words, "translators"):
        line.kind, line.names = "translator", found[1]
        by = bylines.line(f, line.text, words)
        line.writers = by[1] if by else []
    elif found := bylines.line(f, line.text, words):
        line.kind, line.names, line.sure = "byline", found[1], found[0].sure
    elif captions.is_credit(f, words):
        line.kind = "credit"
    elif words.fits("furniture", f):
        line.kind = "furniture"
    elif words.fits("ends", f):
        line.kind = "end"
    elif words.fits("stops", f):
        line.kind = "stop"
    elif words.label.fullmatch(f.strip(" :")):
        line.kind = "label"
    elif _all_furniture(f, words):
        line.kind = "furniture"
    else:
        return False
    return True


def _all_furniture(folded: str, words: Words) -> bool:
    """Whether every word of a line by itself is furniture: 「メインメニュー 会員登録」"""
    tokens = folded.split()
    if not words.dense or not 2 <= len(tokens) <= 12 or len(folded) > 100:
        return False
    return all(t.casefold() in words.nav or words.fits("furniture", t) for t in tokens)


def _dated(line: Line, words: Words) -> bool:
    if not _DIGITS.search(line.fold):
        return False
    found = stamps.find(line.fold, words)
    if found and stamps.is_line(line.fold, found, words):
        line.stamps = found
        # Some pages put the reporter beside the time: 「ソウル=杉田春樹 2024年10月16日 18時00分」
        for start, end in ((0, found[0].start), (found[-1].end, len(line.fold))):
            part = slice(start, end)
            if by := bylines.line(line.fold[part].strip(), line.text[part].strip(), words):
                line.names = by[1]
        return True
    return False


def site(folded: str, words: Words) -> Outlet | None:
    """The outlet that a line names, alone or before its motto."""
    key = folded.casefold()
    if key in words.outlets:
        return words.outlets[key]
    head, *rest = _HEAD_OF_SITE.split(key, maxsplit=1)
    return words.outlets.get(head) if rest else None


def is_menu(folded: str, words: Words) -> bool:
    """Whether a line is made of the names of sections."""
    if folded.casefold() in words.nav:
        return True
    rest, known = words.menu.subn(" ", folded)
    if not known:
        return False
    left = [t for t in _TOKENS.split(rest.casefold()) if t and t not in words.outlets]
    return not left or (known >= 3 and len(left) * 2 <= known)
