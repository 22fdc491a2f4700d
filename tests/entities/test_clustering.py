"""Who is who in one article: short and full names, posts, stand-ins, states."""

from __future__ import annotations

import pytest

from retinue.entities import cluster
from retinue.languages import pack
from retinue.languages.base import Mention, Sentence
from retinue.record import Article, Entity, Paragraph, Record


def read(*paragraphs: str, title: str | None = None) -> tuple[Record, list[Mention]]:
    """The record with its entities, and all mentions of the paragraphs in order."""
    article = Article(
        title=title,
        published="2024-06-10",
        language="ja",
        paragraphs=[Paragraph("body", p) for p in paragraphs],
    )
    japanese = pack("ja")
    sentences: list[Sentence] = []
    for n, p in enumerate(paragraphs):
        sentences += japanese.sentences(p, n, "body")
    record = Record(article, cluster(sentences, article, japanese))
    return record, [m for s in sentences for m in s.mentions]


def people(*paragraphs: str, title: str | None = None) -> list[Entity]:
    return [e for e in read(*paragraphs, title=title)[0].entities if e.kind == "person"]


def stands_for(word: str, *paragraphs: str) -> list[str]:
    """First names of what the last mention of exactly these words stands for."""
    record, mentions = read(*paragraphs)
    text = record.article.paragraphs
    (*_, last) = [m for m in mentions if text[m.paragraph].text[m.start : m.end] == word]
    return [record.entity(i).names[0] for i in last.entity]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "ケニアのダニエル・オルカ国防相が来た。オルカ氏は笑った。",
            [["ダニエル・オルカ", "オルカ"]],
        ),
        (
            "韓国の白容民(ペク・ヨンミン)外相が来た。白氏は笑った。",
            [["白容民", "ペク・ヨンミン", "白"]],
        ),
        (
            "ミル・カントス議長が来た。兄のホル・カントス前議長は来ない。",
            [["ミル・カントス"], ["ホル・カントス"]],
        ),
        (
            "ベルギーのロジェ首相が来た。米国の大統領夫人、ロジェ夫人もいた。",
            [["ロジェ"], ["ロジェ"]],
        ),
        ("東山健首相が来た。東山前首相は来ない。", [["東山健"], ["東山"]]),
    ],
)
def test_names_of_one_person(text: str, names: list[list[str]]) -> None:
    assert [e.names for e in people(text)] == names


def test_headline_gives_names_and_no_mentions() -> None:
    (e,) = people("ケニアのダニエル・オルカ国防相が来た。", title="オルカ氏が訪問へ")
    assert e.names == ["オルカ", "ダニエル・オルカ"]
    assert [m.paragraph for m in e.mentions] == [0]


@pytest.mark.parametrize(
    ("word", "text", "names"),
    [
        ("同氏", "ケニアのオルカ国防相が来た。同氏は笑った。", ["オルカ"]),
        ("国防相", "ケニアのオルカ国防相とメンサ外相が来た。国防相は笑った。", ["オルカ"]),
        ("同国", "ケニアのオルカ国防相が来た。同国は歓迎した。", ["ケニア"]),
        ("両氏", "オルカ、メンサ両氏が来た。ベル氏もいた。両氏は笑った。", ["オルカ", "メンサ"]),
        (
            "両首脳",
            "ケニアのオルカ大統領はガーナのメンサ首相、ベル外相と会った。両首脳は笑った。",
            ["オルカ", "メンサ"],
        ),
        ("両国", "ケニアとガーナが合意した。両国は隣り合わない。", ["ガーナ", "ケニア"]),
        (
            "両者",
            "ケニアのオルカ大統領は来た。ガーナのメンサ首相、ベル外相もいた。大統領はトーゴのアダ司教と並んだ。両者は笑った。",
            ["オルカ", "アダ"],
        ),
        (
            "2人",
            "ケニアのオルカ国防相はガーナのメンサ外相と会った。2人は笑った。",
            ["オルカ", "メンサ"],
        ),
        (
            "3か国",
            "ケニア、ガーナ、トーゴの3か国は合意した。マリは反発した。3か国は署名した。",
            ["ケニア", "ガーナ", "トーゴ"],
        ),
        (
            "3カ国",
            "サヘル3カ国との溝は深い。3カ国は去った。マリ、ニジェール、ブルキナファソは去った。",
            ["マリ", "ニジェール", "ブルキナファソ"],
        ),
        (
            "4カ国",
            "米国はケニア、ガーナ、トーゴを交えた4カ国の会合を開く。",
            ["米国", "ケニア", "ガーナ", "トーゴ"],
        ),
        (
            "外相",
            "ケニアとガーナは会合を開いた。両国の外相は署名した。ケニアのオルカ外相とガーナのベル外相が出た。",
            ["オルカ", "ベル"],
        ),
        (
            "首相",
            "木下太郎首相は出席する。中国からは張建首相が出る。首相は会談しない。",
            ["木下太郎"],
        ),
        (
            "国王",
            "国王オルド3世は来た。国王は祈った。国王は笑った。国王オルド1世以来だ。国王は帰った。",
            ["オルド3世"],
        ),
        ("日韓", "日韓が合意した。", ["日", "韓"]),
        ("次の大統領", "次の大統領は未定だ。", []),
    ],
)
def test_stand_in(word: str, text: str, names: list[str]) -> None:
    if word in text and names:
        assert sorted(stands_for(word, text)) == sorted(names)
    else:
        assert people(text) == []


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("ケニアのオルカ国防相が来た。", "オルカ", "KEN"),
        ("ケニアのオルカ国防相、メンサ外相が来た。", "メンサ", "KEN"),
        ("ナイロビでメンサ外相と会った。", "メンサ", "KEN"),
        ("中国の習近平国家主席がモスクワでゴルキン大統領と会った。", "ゴルキン", "RUS"),
        ("フィンチ国務長官が述べた。", "フィンチ", "USA"),
        ("小早川健太教授は首をひねる。", "小早川健太", "JPN"),
        ("国連の小早川健太事務次長が訪れた。", "小早川健太", None),
        ("ケニアのオルカ大統領が来た。娘のリマ氏もいた。", "リマ", "KEN"),
        ("ロシア産ガスの輸入は止まる。ハーゲン欧州委員長は語った。", "ハーゲン", None),
        (
            "アフリカ連合は会合を開いた。ケニアでも開く。アフリカ連合は決めた。ムサ委員長は語った。",
            "ムサ",
            None,
        ),
        ("在ケニアのガーナ大使館は、メンサ大使が会ったと認めた。", "メンサ", "GHA"),
        ("中国からは張建首相が参加するが、木下太郎首相は会わない。", "木下太郎", "JPN"),
        ("ケニアで政変が起きた。同国では、軍がオルカ大統領を拘束した。", "オルカ", "KEN"),
    ],
)
def test_state_of_a_person(text: str, name: str, state: str | None) -> None:
    assert [e.country for e in people(text) if name in e.names] == [state]


def test_known_person_has_key_and_label() -> None:
    (e,) = people("ロシアのプーチン大統領が来た。")
    assert (e.label, e.country, e.key) == ("Vladimir Putin", "RUS", "vladimir-putin")


def test_posts_are_kept_as_written() -> None:
    (e,) = people("前駐米大使のケニアのダニエル・オルカ国防相が来た。オルカ氏は笑った。")
    assert [(p.title, p.country) for p in e.positions][-1] == ("国防相", "KEN")


def test_one_body_under_long_and_short_name() -> None:
    record, _ = read(
        "南洋経済共同体(NKK)が決めた。NKKの本部はない。停戦を求める南洋経済共同体は急ぐ。"
    )
    assert [e.names for e in record.entities if "南洋経済共同体" in e.names] == [
        ["南洋経済共同体", "NKK"]
    ]


def test_the_government_alone_is_the_papers_own() -> None:
    record, _ = read("政府は方針を決めた。")
    assert [e.country for e in record.entities if "政府" in e.names] == ["JPN"]


def test_same_input_same_output() -> None:
    text = "ケニアのオルカ国防相とガーナのメンサ外相が会い、両氏は笑った。"
    assert read(text)[0].to_dict() == read(text)[0].to_dict()
