"""Quotation marks, notes in brackets and sentence ends of a Japanese paragraph."""

from __future__ import annotations

import re

_PAIRS = {
    "「": "」",
    "『": "』",
    "“": "”",
    "〝": "〟",
    "(": ")",
    "（": "）",
    "【": "】",
    "〔": "〕",
}
_QUOTES = frozenset("「『“〝")
_NOTES = frozenset("(（【〔")
# What follows a quotation that is said, thought or named rather than merely named.
_SAID = re.compile(
    r"\s*(?:と(?!も|いった|は限)|などと|とも(?=述|語|話|し|指)|って|。|、(?:と|「)|$|―|――)"
)
_PREDICATE = re.compile(
    r"(?:[るたいうだすくむつぶぬん]|です|ます|ない|べき|です?か|ません|こと|か|ね|よ|まで|なら|れば|から)[。！？!?…]*$"
)
_NAME_LIKE = re.compile(r"^[^、。はがをにでと]{1,14}$")


_CREDIT = re.compile(
    r"(?:[=＝][^=＝。]{0,40}|[/／][^/／。、]{0,30}(?:通信|ニュース|新聞|ロイター|時事|共同|提供|撮影|AP|AFP)[^。]{0,12})$"
)


_STOP_OR_OPENING = re.compile(r"[。！？!?\n][。！？!?」』)）]*|[「『“〝(（【〔]")
_BRACKET = re.compile("[「」『』“”〝〟()（）【】〔〕]")


class Brackets:
    """Pairs of brackets of one paragraph, found once."""

    def __init__(self, text: str):
        self.text = text
        self.pairs = _match(text)

    def quotes(self, start: int, end: int) -> list[tuple[int, int]]:
        """Quotations with something said in them, outermost, as spans of the words within."""
        out: list[tuple[int, int]] = []
        for a, b, mark in self.pairs:
            if mark in _QUOTES and start <= a and b <= end and not (out and a < out[-1][1]):
                inner = self.text[a + 1 : b]
                if (a != start or b != end) and self._is_said(inner, b):
                    out.append((a + 1, b))
        return out

    def _is_said(self, inner: str, close: int) -> bool:
        if not inner:
            return False
        if "。" in inner:
            return True
        after = self.text[close + 1 : close + 8]
        if _SAID.match(after):
            return len(inner) > 1
        return bool(_PREDICATE.search(inner)) and not _NAME_LIKE.match(inner)

    def notes(self, start: int, end: int) -> list[tuple[int, int]]:
        """Bracketed notes, brackets included."""
        return [
            (a, b + 1) for a, b, mark in self.pairs if mark in _NOTES and start <= a and b < end
        ]

    def credit(self, start: int, end: int) -> list[tuple[int, int]]:
        """The credit that closes a caption (=平壌/聯合ニュース, ／共同), which is no part of its sentence."""
        m = _CREDIT.search(self.text, start, end)
        return [(m.start(), end)] if m else []

    def sentence_ends(self, start: int, end: int) -> list[tuple[int, int]]:
        """Sentences between start and end; a full stop inside brackets ends none."""
        closed = {a: b for a, b, _ in self.pairs if start <= a and b < end}
        out = []
        at = start
        sign = _STOP_OR_OPENING.search(self.text, start, end)
        while sign is not None:
            i = sign.start()
            if i in closed:
                # 「…」。 goes on, 「…」 followed by a new line or by a new sentence does not
                i = closed[i] + 1
            elif self.text[i] in _PAIRS:
                i += 1
            else:
                out.append((at, sign.end()))
                i = at = sign.end()
            sign = _STOP_OR_OPENING.search(self.text, i, end)
        if at < end:
            out.append((at, end))
        return out


def _match(text: str) -> list[tuple[int, int, str]]:
    """All matched pairs as (open, close, mark), in order of opening."""
    stack: list[tuple[int, str]] = []
    out: list[tuple[int, int, str]] = []
    for m in _BRACKET.finditer(text):
        i, c = m.start(), m.group()
        if c in _PAIRS:
            stack.append((i, c))
        elif stack:
            for k in range(len(stack) - 1, -1, -1):
                if _PAIRS[stack[k][1]] == c:
                    out.append((stack[k][0], i, stack[k][1]))
                    del stack[k:]
                    break
    return sorted(out)
