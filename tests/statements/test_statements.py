"""Who says what in news of our own making: speakers, sources, forecasts, and what is no statement."""

from __future__ import annotations

from typing import Any

import pytest

from sayings import read, shown

# Text, then for each statement: kind, speaker, the words said.
SPEAKERS: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    (
        "カルヴェ首相は「扉は開いている」と述べ、オルテガ外相は「急がない」と応じた。",
        [("speech", "カルヴェ首相", "扉は開いている"), ("speech", "オルテガ外相", "急がない")],
    ),
    (
        "カルヴェ首相は会見で「支援を続ける」と強調した。一方で「限界もある」とも語った。",
        [("speech", "カルヴェ首相", "支援を続ける"), ("speech", "カルヴェ首相", "限界もある")],
    ),
    (
        "「港を貸す約束は果たした」。カルヴェ首相はこう述べ、隣国を批判した。",
        [("speech", "カルヴェ首相", "港を貸す約束は果たした")],
    ),
    (
        "「一度きりの機会だ」。カルヴェ首相は5日、議会で「逃せば次はない」と訴えた。",
        [
            ("speech", "カルヴェ首相", "一度きりの機会だ"),
            ("speech", "カルヴェ首相", "逃せば次はない"),
        ],
    ),
    (
        "船は沖合で止まったと、ペルー国防省が発表した。",
        [("speech", "ペルー国防省", "船は沖合で止まった")],
    ),
    (
        "「準備は整った」と話すカルヴェ首相は、8日に首都を離れた。",
        [("speech", "カルヴェ首相", "準備は整った")],
    ),
    (
        "カルヴェ首相は「船は直った」としつつ、出航日は決まっていないと説明している。",
        [("speech", "カルヴェ首相", "船は直った")],
    ),
    (
        "自民党幹部は「もう持たない」と漏らした。",
        [("speech", None, "もう持たない")],
    ),
    (
        "カルヴェ首相は5日に到着した。与党の古参議員の一人は「遅すぎた」と話した。",
        [("speech", None, "遅すぎた")],
    ),
    (
        "カルヴェ首相は「友好の歴史は長い」と述べた。両国は協力を広げる必要があるとも述べた。",
        [
            ("speech", "カルヴェ首相", "友好の歴史は長い"),
            ("speech", "カルヴェ首相", "両国は協力を広げる必要がある"),
        ],
    ),
    (
        "オルテガ外相も声明で、ペルー軍は「代償を払う」と警告した。",
        [("speech", "オルテガ外相", "代償を払う")],
    ),
    (
        "カルヴェ首相は、ペルーが「約束を破った」と非難し、オルテガ外相も決定への失望感をあらわにした。",
        [("speech", "カルヴェ首相", "約束を破った"), ("speech", "オルテガ外相", "決定への失望感")],
    ),
    (
        "カルヴェ首相は、オルテガ外相が「急がない」と述べたことを歓迎した。",
        [("speech", "オルテガ外相", "急がない")],
    ),
    (
        "カルヴェ首相は最前列に座り、オルテガ外相が後ろに控えた。記者に問われ、「順調だ」と応じた。",
        [("speech", "カルヴェ首相", "順調だ")],
    ),
    (
        "カルヴェ首相はオルテガ外相から「急ぐべきではない」と諭された。",
        [("speech", "オルテガ外相", "急ぐべきではない")],
    ),
    (
        "延期を唱えるのは元外務次官の森岡達夫氏で、「準備が足りない」と話す。",
        [("analysis", "元外務次官の森岡達夫氏", "準備が足りない")],
    ),
    (
        "カルヴェ首相は、決裂は「相手側の責任」だったと認めた。",
        [("speech", "カルヴェ首相", "決裂は「相手側の責任」だった")],
    ),
    (
        "カルヴェ首相は棄権の理由を、圧力が対話を開いたことはないからだと説明した。",
        [("speech", "カルヴェ首相", "棄権の理由を、圧力が対話を開いたことはないからだ")],
    ),
    (
        "カルヴェ首相は隣国に対し、対話を「挑発や策略で妨げないよう」くぎを刺した。",
        [("speech", "カルヴェ首相", "挑発や策略で妨げないよう")],
    ),
]


@pytest.mark.parametrize(("text", "want"), SPEAKERS, ids=[t for t, _ in SPEAKERS])
def test_who_says_it(text: str, want: list[tuple[str, str | None, str]]) -> None:
    record = read(text)
    found = [shown(record, s) for s in record.statements]
    assert [(s["kind"], s["speaker"], s["text"]) for s in found] == want


SOURCES: list[tuple[str, list[str]]] = [
    ("朝鮮中央通信によると、カルヴェ首相は「友情は永遠だ」と述べた。", ["朝鮮中央通信"]),
    ("カルヴェ首相は「友情は永遠だ」と述べた。朝鮮中央通信が6日報じた。", ["朝鮮中央通信"]),
    ("「友情は永遠だ」とカルヴェ首相は述べたと、朝鮮中央通信が報じた。", ["朝鮮中央通信"]),
    ("防衛省幹部は「時間がない」と語った。", ["防衛省"]),
    ("カルヴェ首相はロイター通信に「時間がない」と語った。", ["ロイター通信"]),
    ("カルヴェ首相は記者団に「時間がない」と語った。", []),
    ("カルヴェ首相はSNSに「時間がない」と書き込んだ。", []),
    ("朝鮮中央通信は高官の話として、船が沈んだと伝えた。", ["朝鮮中央通信"]),
    ("防衛省幹部はロイター通信に対し、時期は「言えない」と語った。", ["防衛省", "ロイター通信"]),
]


@pytest.mark.parametrize(("text", "want"), SOURCES, ids=[t for t, _ in SOURCES])
def test_on_whose_word(text: str, want: list[str]) -> None:
    record = read(text)
    assert [shown(record, s)["sources"] for s in record.statements] == [want]


# Text, kind, certainty, and the days (the page is of 12 June 2024).
FORECASTS: list[tuple[str, str, str, list[str] | None]] = [
    (
        "北洋大の森岡達夫教授は「1カ月以内に再び橋が閉まる可能性が高い」とみる。",
        "forecast",
        "likely",
        ["2024-06-12", "2024-07-12"],
    ),
    (
        "両国は年内に大使を交換する見通しだ。",
        "forecast",
        "likely",
        ["2024-06-12", "2024-12-31"],
    ),
    (
        "北洋大の森岡達夫教授は「10月の漁業会議までの妥結は望み薄だ」との見方を示した。",
        "forecast",
        "unlikely",
        ["2024-06-12", "2024-10-31"],
    ),
    (
        "北洋大の森岡達夫教授は「来月3日の開港式に立ち会うなら、改造は来年にずれ込む公算が大きい」と話す。",
        "forecast",
        "likely",
        ["2025-01-01", "2025-12-31"],
    ),
    (
        "外交筋は「年内の増税は十分あり得る」と話す。",
        "forecast",
        "possible",
        ["2024-06-12", "2024-12-31"],
    ),
    ("対立が長引けば、経済に打撃となりかねない。", "forecast", "possible", None),
    ("一行は前夜に帰国したとみられる。", "analysis", "likely", None),
    ("今回の人事は譲歩のサインとも読める。", "analysis", "possible", None),
    (
        "北洋大の森岡達夫教授は「合意は年明けまで難しいだろう」と話す。",
        "forecast",
        "unlikely",
        ["2024-06-12", "2025-01-31"],
    ),
    (
        "北洋大の森岡達夫教授は、交渉がまとまる可能性は「高いと言わざるを得ない」と指摘した。",
        "forecast",
        "likely",
        None,
    ),
    (
        "北洋大の森岡達夫教授は、交渉がまとまる公算は「大きくない」との見方を示した。",
        "forecast",
        "unlikely",
        None,
    ),
    ("北洋大の森岡達夫教授は「譲歩を引き出す狙いだろう」と話す。", "analysis", "likely", None),
]


@pytest.mark.parametrize(
    ("text", "kind", "certainty", "due"), FORECASTS, ids=[f[0] for f in FORECASTS]
)
def test_forecast_and_analysis(text: str, kind: str, certainty: str, due: Any) -> None:
    record = read(text)
    assert len(record.statements) == 1
    s = shown(record, record.statements[0])
    assert (s["kind"], s["certainty"], s["due"]) == (kind, certainty, due)


def test_two_forecasts_of_one_sentence_are_two() -> None:
    record = read(
        "北洋大の森岡達夫教授は「船は島に近づくかもしれないが、上陸に至るとは考えにくい」と話す。"
    )
    assert [(s.kind, s.certainty) for s in record.statements] == [
        ("forecast", "possible"),
        ("forecast", "unlikely"),
    ]


def test_sentences_of_one_quotation_part_where_they_differ_in_kind() -> None:
    record = read(
        "北洋大の森岡達夫教授は「港の使用料として穀物を渡したものとみられる。"
        "年内に実験が再開されるだろう」と分析した。"
    )
    kinds = [(s.kind, s.speaker) for s in record.statements]
    assert [k for k, _ in kinds] == ["analysis", "forecast"]
    assert len({speaker for _, speaker in kinds}) == 1


NOTHING_SAID = [
    "カルヴェ首相は会談で懸念を伝えた。",
    "両国は「特別な協力関係」を広げることで一致した。",
    "カルヴェ首相は「白鳥」と名付けられた船で島を離れた。",
    "会談は8日に首都で開かれる予定だ。",
    "カルヴェ首相は軍事パレードを見た。",
    "次の首相は誰になるのか。",
    "代表団は「勝利の塔」に花輪をささげた。",
    "ペルー国防省は年次報告書を発表した。",
    "朝鮮中央通信は、カルヴェ首相が5日に到着したと報じた。",
    "可能性がある候補地から調査を始めた。",
    "非常事態が宣言された街に静けさが戻った。",
    "議会は、対話を続けるよう求める、野党の決議案を退けた。",
    "旅券を取り上げられたと、地元紙ルナが伝えている。",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_is_said(text: str) -> None:
    assert [s.text for s in read(text).statements] == []


def test_every_statement_shows_its_words_and_its_reason() -> None:
    record = read(
        "カルヴェ首相は5日の会見で「扉は開いている」と述べた。\n"
        "北洋大の森岡達夫教授は、年内の合意は難しいとみる。\n両国の対立は長引きそうだ。"
    )
    assert [s.kind for s in record.statements] == ["speech", "forecast", "forecast"]
    assert record.statements[0].date == "2024-06-05"
    for s in record.statements:
        assert s.evidence
        assert s.text in record.words(s.evidence[0])
        assert s.rule
        assert s.trace
