"""The HTML page: whole, self-contained, and deaf to what an article might try."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256

import pytest
from lxml import html as parser

from retinue.checks import disagreements
from retinue.record import Original, Record, Span
from retinue.views.html import page
from retinue.views.marks import Marks
from sketch import Sketch
from visit import visit

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>&amp;"


def full() -> Record:
    record = visit()
    record.disagreements = disagreements(record)
    return record


def dom(record: Record) -> parser.HtmlElement:
    return parser.fromstring(page(record))


def hostile() -> Record:
    s = Sketch(
        title=HOSTILE,
        outlet=HOSTILE,
        bylines=[HOSTILE],
        url="javascript:alert(1)",
        language='ja" onload="alert(1)',
        original=Original(f"https://x.example/{HOSTILE}", HOSTILE, HOSTILE),
    )
    s.body(f"前{HOSTILE}後").caption(HOSTILE)
    s.person(HOSTILE, HOSTILE, HOSTILE, posts=(HOSTILE,), label=HOSTILE)
    s.event("meet", HOSTILE, HOSTILE, object=HOSTILE, rule=HOSTILE, trace=[HOSTILE], status=HOSTILE)
    s.statement("speech", HOSTILE, speaker=HOSTILE, date=HOSTILE, certainty=HOSTILE)
    s.disagreement("date", HOSTILE, HOSTILE)
    s.record.notes.append(HOSTILE)
    return s.record


def test_article_text_is_whole() -> None:
    record = full()
    tree = dom(record)
    texts = [p.text_content() for p in tree.xpath("//p[contains(@class,'p ')]")]
    assert texts == [p.text for p in record.article.paragraphs]
    assert tree.xpath("//h1")[0].text_content() == record.article.title


def test_each_record_has_a_card_and_its_words_point_at_it() -> None:
    record = full()
    tree = dom(record)
    cards = tree.xpath("//article[contains(@class,'card')]/@id")
    things = (record.entities, record.events, record.statements, record.disagreements)
    assert len(cards) == len(set(cards)) == sum(map(len, things))
    pointed = {key for keys in tree.xpath("//@data-r") for key in keys.split()}
    assert pointed <= set(cards)
    assert {f"v{n}" for n in range(len(record.events))} <= pointed
    assert set(tree.xpath("//a/@data-ref")) <= set(cards)


def test_page_needs_no_network() -> None:
    tree = dom(full())
    assert tree.xpath("//link | //img | //iframe | //script[@src]") == []
    assert "url(" not in page(full())
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv]/@content")[0]


def test_policy_admits_only_the_page_s_own_script_and_style() -> None:
    tree = dom(full())
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        (own,) = tree.xpath(f"//{tag}")
        digest = re.search(rf"{directive} 'sha256-([^']+)'", policy)
        assert digest
        assert b64decode(digest[1]) == sha256((own.text or "").encode()).digest()


def test_hostile_article_is_inert() -> None:
    tree = dom(hostile())
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img | //b[not(ancestor::nav)]") == []
    assert [n for n in tree.xpath("//@*") if n.attrname.startswith("on")] == []
    assert all(h.startswith(("#", "https://")) for h in tree.xpath("//a/@href"))
    (body,) = tree.xpath("//p[@data-n='1']")
    assert body.text_content() == f"前{HOSTILE}後"


@pytest.mark.parametrize("kind", ["body", "caption", 'x" onclick="y'])
def test_paragraph_kind_cannot_leave_its_class(kind: str) -> None:
    record = Sketch().body("会談").record
    record.article.paragraphs[0].kind = kind
    assert dom(record).xpath("//p[@onclick]") == []


def test_empty_article_makes_a_page() -> None:
    assert "(no title)" in page(Sketch(published=None).record)


def test_pieces_cut_where_spans_begin_and_end() -> None:
    s = Sketch().body("甲は乙と会談した。")
    s.person("a", "FIN", "甲").person("b", "JPN", "乙").event("meet", "乙と会談した", actor="a")
    found = [(p.text, p.keys) for p in Marks(s.record).pieces(0)]
    assert found == [
        ("甲", ("e0",)),
        ("は", ()),
        ("乙", ("e1", "v0")),
        ("と会談した", ("v0",)),
        ("。", ()),
    ]


def test_spans_beyond_the_text_are_cut() -> None:
    s = Sketch().body("会談した。").event("meet", "会談")
    s.record.events[0].evidence = [Span(0, 2, 99), Span(0, 50, 60), Span(0, 3, 3), Span(0, -2, 1)]
    assert [p.text for p in Marks(s.record).pieces(0)] == ["会談", "した。"]
