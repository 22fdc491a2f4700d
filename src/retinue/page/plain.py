"""A page as plain text, copied from a browser, to an article."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from retinue.page import bylines, captions, lines, stamps
from retinue.page.lines import Line
from retinue.page.words import Outlet, Words, words
from retinue.record import Article, Original, Paragraph
from retinue.text.fold import fold
from retinue.text.language import identify

_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad\x00-\x08\x0b\x0e-\x1f\x7f]"
)
_BREAK = re.compile("\r\n?|\u2028|\u2029|\x85|\x0c")
_ADDRESS = re.compile(r"https?://\S+")
# What stands after the marker of related pages is still the article where it is this much of it.
_GOES_ON = 0.34
_TITLE = {True: 14, False: 30}  # characters of a title of ordinary length
_DECK = {True: 10, False: 25}
_HEADING = {True: 60, False: 130}


def clean(text: str) -> str:
    """NFC, one kind of line break and of space, nothing invisible."""
    text = _BREAK.sub("\n", text).replace("\xa0", " ")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def read(text: str, *, language: str | None = None, outlet: str | None = None) -> Article:
    """The article of a plain-text page; times are those that the page gives."""
    text = clean(text)
    language = language or identify(text)
    known = words(language)
    page = _Page(lines.split(text, known), known, outlet)
    return page.article(language)


@dataclass
class _Page:
    lines: list[Line]
    words: Words
    given: str | None = None
    outlet: Outlet | None = None
    article_: Article = field(default_factory=Article)

    def article(self, language: str | None) -> Article:
        """Classify, cut, choose the title, and gather what is left."""
        lines.classify(self.lines, self.words)
        self._cut()
        a = self.article_
        a.language = language
        first = next((i for i, x in enumerate(self.lines) if x.kind == "prose"), len(self.lines))
        at = self._title(first)
        a.title = _without_site(self.lines[at].text, self.words) if at >= 0 else None
        self._outlet(first)
        self._names(at, first)
        a.paragraphs = self._paragraphs(at)
        self._people()
        self._times(first)
        self._original()
        return a

    def _cut(self) -> None:
        """Drop what follows the article: from its end marker on, or the box inside it."""
        weights = [len(x.text) if x.kind == "prose" else 0 for x in self.lines]
        total = sum(weights)
        kept: list[Line] = []
        stopped = boxed = False
        for i, x in enumerate(self.lines):
            before, after = sum(weights[:i]), sum(weights[i:])
            last = before > 0 and after < _GOES_ON * total
            if x.kind == "end":
                if last:
                    break
                boxed = before > 0
                continue
            if x.kind == "stop":
                stopped = stopped or last
                continue
            if boxed and x.kind in ("text", "caption") and not x.first:
                continue
            boxed = False
            if stopped and x.kind in ("text", "caption", "prose", "credit"):
                continue
            kept.append(x)
        self.lines = kept

    def _title(self, first: int) -> int:
        """The index of the title's line, -1 where the page has none."""
        heads = [i for i in range(first) if self.lines[i].kind == "text"]
        if not heads:
            heads = [i for i in range(first) if self.lines[i].kind == "caption"]
        if not heads:
            return -1
        scores = {i: self._title_score(i) for i in heads}
        best = max(scores.values())
        return next(i for i in heads if scores[i] >= best - 0.8)

    def _title_score(self, i: int) -> float:
        line = self.lines[i]
        score = 2 * min(len(line.text) / _TITLE[self.words.dense], 1.0) + line.alone
        for n, follower in enumerate(self.lines[i + 1 : i + 4]):
            if follower.kind in ("stamp", "byline"):
                score += 1.0 if n == 0 else 0.5
                break
        return score + any(x is not line and x.text == line.text for x in self.lines)

    def _outlet(self, first: int) -> None:
        if self.given:
            self.article_.outlet = self.given
            self.outlet = lines.site(fold(self.given), self.words)
            return
        for x in self.lines[:first]:
            if x.kind == "outlet":
                self.outlet = x.outlet
                break
            if x.kind == "stamp" and (named := _named(x, self.words)):
                self.outlet = named
                break
        self.article_.outlet = self.outlet.name if self.outlet else None

    def _names(self, title: int, first: int) -> None:
        """Make bare names bylines where reporters stand: under the title, after the text."""
        prose = [i for i, x in enumerate(self.lines) if x.kind == "prose"]
        last = prose[-1] if prose else len(self.lines)
        for i, x in enumerate(self.lines):
            if x.kind != "text" or not (title < i < first or i > last):
                continue
            if found := bylines.line(x.fold, x.text, self.words, "names"):
                near = self.lines[max(0, i - 1) : i] + self.lines[i + 1 : i + 3]
                if found[0].sure or any(n.kind in ("stamp", "outlet", "byline") for n in near):
                    x.kind, x.names = "byline", found[1]

    def _paragraphs(self, title: int) -> list[Paragraph]:
        prose = [i for i, x in enumerate(self.lines) if x.kind == "prose"]
        first, last = (prose[0], prose[-1]) if prose else (len(self.lines), len(self.lines))
        found: list[Paragraph] = []
        # A caption may stand above the title, where the page leads with its picture.
        for i, x in enumerate(self.lines):
            if i == title:
                continue
            if x.kind == "prose":
                found.append(Paragraph("body", x.text))
            elif x.kind == "caption" or (x.kind == "text" and self._credited(i)):
                found.append(self._caption(i))
            elif x.kind == "text" and i > title:
                if i < first and prose:
                    if len(x.text) >= _DECK[self.words.dense] and x.text != self.article_.title:
                        found.append(Paragraph("heading", x.text))
                elif i < last:
                    kind = "heading" if len(x.text) <= _HEADING[self.words.dense] else "body"
                    found.append(Paragraph(kind, x.text))
                elif not prose:
                    found.append(Paragraph("body", x.text))
        return found

    def _credited(self, i: int) -> bool:
        """Whether a line of agencies stands in one block with this line."""
        x = self.lines[i]
        before = self.lines[i - 1] if i else None
        after = self.lines[i + 1] if i + 1 < len(self.lines) else None
        if before and before.kind == "credit" and not x.first:
            return True
        return bool(after and after.kind == "credit" and not after.first and x.first)

    def _caption(self, i: int) -> Paragraph:
        x = self.lines[i]
        found = captions.credits(x.text, self.words)
        near = [self.lines[i - 1]] if i and not x.first else []
        if i + 1 < len(self.lines) and not self.lines[i + 1].first:
            near.append(self.lines[i + 1])
        for n in near:
            if n.kind == "credit":
                found += [a[0] for a in self.words.agency.finditer(n.text) if a[0] not in found]
        text = x.text
        for rule in self.words.rules["captions"]:
            if "label" in rule.pattern.groupindex and (m := rule.match(x.fold)):
                text = text[m.end("label") :].lstrip()
                break
        return Paragraph("caption", text, found)

    def _people(self) -> None:
        """Bylines from their own lines and from the paragraphs, translators."""
        a = self.article_
        sure: list[str] = []
        unsure: list[str] = []
        for x in self.lines:
            if x.kind in ("byline", "stamp"):
                (sure if x.sure else unsure).extend(x.names)
            elif x.kind == "translator":
                sure += x.writers
                a.translators += [n for n in x.names if n not in a.translators]
        for p in a.paragraphs:
            if p.kind == "body":
                said, p.text = bylines.inside(p.text, self.words)
                sure += said
        for n in sure or unsure:
            if n.replace(" ", "") not in {b.replace(" ", "") for b in a.bylines}:
                a.bylines.append(n)

    def _times(self, first: int) -> None:
        zone = self.outlet.zone if self.outlet else self.words.zone
        published: list[stamps.Stamp] = []
        modified: list[stamps.Stamp] = []
        bare: list[stamps.Stamp] = []
        for i, x in enumerate(self.lines):
            if x.kind != "stamp":
                continue
            label = self.lines[i - 1].text if i and self.lines[i - 1].kind == "label" else ""
            for s in x.stamps:
                role = s.role or self.words.labels.get(fold(label).strip(" :").casefold(), "")
                group = {"published": published, "modified": modified, "": bare}.get(role)
                if group is not None and (group is not bare or i < first or s.time or not bare):
                    group.append(s)
        a = self.article_
        out = _best(published) or _best(bare)
        changed = _best(modified)
        a.published = stamps.iso(out or changed, zone) if out or changed else None  # type: ignore[arg-type]
        a.modified = stamps.iso(changed, zone) if changed else None

    def _original(self) -> None:
        for i, x in enumerate(self.lines):
            if x.kind != "original" or not (hit := self.words.first("originals", x.fold)):
                continue
            g = hit[1].groupdict()
            url = g.get("url")
            if not url and i and (m := _ADDRESS.fullmatch(self.lines[i - 1].text)):
                url = m[0]
            language = self.words.languages.get(g.get("language") or "")
            found = stamps.find(g.get("date") or "", self.words)
            zone = words(language).zone
            when = stamps.iso(found[0], zone) if found else None
            self.article_.original = Original(url, language, when)
            return


def _best(found: list[stamps.Stamp]) -> stamps.Stamp | None:
    """The first; or a later one that gives the hour of the same day."""
    if not found:
        return None
    first = found[0]
    if first.time:
        return first
    return next((s for s in found if s.time and s.day == first.day), first)


def _named(line: Line, words: Words) -> Outlet | None:
    """The outlet that a line of dates begins with."""
    head = line.fold[: line.stamps[0].start].strip(" -|:/(").casefold()
    for part in (head, head.split(" ")[0]):
        if part in words.outlets:
            return words.outlets[part]
    return None


_SITE = re.compile(
    r"\s*(?:[|｜：]|\s[-–—:]\s)\s*([^|｜：]{2,30})\Z|\s*[(（【]([^()（）【】]{2,20})[)）】]\Z"
)


def _without_site(title: str, words: Words) -> str:
    """The title without the name of its outlet behind a bar, a dash or in brackets."""
    m = _SITE.search(title)
    if m and fold(m[1] or m[2]).strip().casefold() in words.outlets:
        return title[: m.start()].rstrip()
    return title
