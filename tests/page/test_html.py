"""HTML pages: what is text, what is furniture, and pages that mean harm."""

from __future__ import annotations

import contextlib
import json
import time

import pytest

from retinue import page
from retinue.errors import InputError

PARAGRAPHS = [
    "外相は4日、首都で隣国の外相と会談し、国境の緊張を和らげることで一致した。会談は2時間に及んだ。",
    "外相は会談後の記者会見で「対話の扉は開かれている」と述べ、来月に再び会う考えを示した。",
    "隣国の外務省は声明で、会談を歓迎した。双方は作業部会を設け、年内に報告をまとめる予定だ。",
]


def _page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang='ja'><head><title>両外相が会談 | 北方新聞</title>{head}</head><body>{body}</body></html>"


def _article(extra: str = "") -> str:
    inner = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return f"<article><h1>両外相が会談</h1>{extra}<div class='article-body'>{inner}</div></article>"


def test_the_article_and_nothing_else() -> None:
    html = _page(
        "<nav><ul><li><a href='/'>トップ</a></li></ul></nav>"
        + _article("<figure><img><figcaption>握手する両外相=共同</figcaption></figure>")
        + "<script>var text = 'いまだけの広告';</script><style>p{color:red}</style><!-- 秘密 -->"
        + "<aside><p>これは関係のない長い文章で、記事の一部ではない。読まれてはならない。</p></aside>"
        + "<footer><p>北方新聞社の著作物です。</p></footer>"
    )
    a = page.extract(html)
    assert [p.text for p in a.paragraphs if p.kind == "body"] == PARAGRAPHS
    assert [(p.text, p.credits) for p in a.paragraphs if p.kind == "caption"] == [
        ("握手する両外相=共同", ["共同"])
    ]
    assert a.title == "両外相が会談"
    assert a.language == "ja"


def test_json_ld() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "北方新聞"},
            {
                "@type": "NewsArticle",
                "headline": "両外相が会談",
                "datePublished": "2024-12-02T06:51:00+09:00",
                "dateModified": "2024-12-02T08:27:00+0900",
                "author": [{"@type": "Person", "name": "大塚春樹"}],
                "publisher": {"@type": "Organization", "name": "北方新聞"},
            },
        ],
    }
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    a = page.extract(_page(_article(), head))
    assert a.published == "2024-12-02T06:51:00+09:00"
    assert a.modified == "2024-12-02T08:27:00+09:00"
    assert (a.bylines, a.outlet) == (["大塚春樹"], "北方新聞")


def test_broken_json_ld_is_no_matter() -> None:
    head = '<script type=\'application/ld+json\'>{"@type": "NewsArticle", </script>'
    assert len(page.extract(_page(_article(), head)).paragraphs) == 3


def test_times_in_the_text() -> None:
    a = page.extract(_page(_article("<p>2024年12月2日 6時51分</p><p>ソウル=大塚春樹</p>")))
    assert a.published == "2024-12-02T06:51:00+09:00"
    assert a.bylines == ["大塚春樹"]
    assert len(a.paragraphs) == 3


def test_readings_in_ruby() -> None:
    inner = _article().replace(
        "隣国の外相", "<ruby>金<rp>（</rp><rt>キム</rt><rp>）</rp></ruby>外相", 1
    )
    assert "金（キム）外相" in page.extract(_page(inner)).paragraphs[0].text
    bare = _article().replace("隣国の外相", "<ruby>金<rt>キム</rt></ruby>外相", 1)
    assert "金外相" in page.extract(_page(bare)).paragraphs[0].text


@pytest.mark.parametrize(
    "html",
    [
        "<html>" + "<div>" * 30_000 + "外相は会談した。",
        "<html><body>" + "<p>外相は会談した。" * 20_000,
        "<html><body>" + "<a href=x>" * 20_000,
        "<html><body><p>\x00外相は\x00会談した。</p></body></html>",
        "<html><body>" + "&amp;" * 50_000 + "</body></html>",
        "<html><body><p class='" + "ad-" * 50_000 + "'>外相は会談した。</p></body></html>",
        "<html><head><script type='application/ld+json'>" + "[" * 50_000 + "</script></head><body><p>外相は会談した。</p></body></html>",
        "<html><body><p>" + "(" * 20_000 + "</p></body></html>",
        "<html></html>",
        "<html><!-- " + "x" * 100_000,
        "<?xml version='1.0' encoding='utf-8'?><html><body><p>外相は会談した。</p></body></html>",
    ],
    ids=["deep", "many", "links", "nul", "entities", "names", "json", "brackets", "nothing", "comment", "xml"],
)  # fmt: skip
def test_hostile(html: str) -> None:
    start = time.perf_counter()
    with contextlib.suppress(InputError):
        page.extract(html)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("n", [20_000])
@pytest.mark.parametrize(
    "unit",
    ["=", "(", "、", "a ", "1", "2024年", "【", "・", "ア", "홍", "А", "@", "\n\n外相", "写真 "],
)
def test_hostile_plain(unit: str, n: int) -> None:
    start = time.perf_counter()
    page.extract("外相が会談\n\n" + unit * n + "\n")
    page.extract("外相が会談\n\n" + (unit * 180 + "\n") * 50)
    assert time.perf_counter() - start < 5
