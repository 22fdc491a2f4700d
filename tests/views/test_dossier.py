"""The dossier and the trace, as the terminal shows them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.console import Console

from retinue.checks import disagreements
from retinue.record import Original, Position, Record
from retinue.views.dossier import dossier
from retinue.views.trace import find, trees
from sketch import Sketch
from visit import visit


def shown(record: Record, width: int = 100) -> str:
    console = Console(width=width, color_system=None, emoji=False, markup=False)
    with console.capture() as captured:
        console.print(dossier(record))
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def section(text: str, title: str) -> str:
    """The lines under a heading, up to the next one."""
    lines = text.splitlines()
    begin = lines.index(title) + 1
    rest = (n for n in range(begin, len(lines)) if lines[n] and lines[n] == lines[n].upper())
    headings = [n for n in rest if not lines[n].startswith(" ")]
    return "\n".join(lines[begin : headings[0] if headings else None])


@pytest.fixture
def text() -> str:
    record = visit()
    record.disagreements = disagreements(record)
    return shown(record, 120)


def test_sections_come_in_the_order_of_the_questions(text: str) -> None:
    titles = [
        line for line in text.splitlines() if line and line.isascii() and line == line.upper()
    ]
    titles = [t for t in titles if not t.startswith(" ")]
    assert titles == [
        "WHO",
        "WHAT HAPPENED",
        "WHAT WAS SAID",
        "JUDGED AND FORESEEN",
        "WHAT DISAGREES",
        "ALSO NAMED",
    ]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("WHO", "ミカ・ラウティオ Mika Rautio  FIN  国防相; also ラウティオ"),
        ("WHAT HAPPENED", "13 Mar 2025     Meeting · 防衛省 Ministry of Defense"),
        ("WHAT HAPPENED", "ミカ・ラウティオ Mika Rautio (at the right of the picture) with 真鍋修"),
        (
            "WHAT HAPPENED",
            "present: エリナ・コスキ Elina Koski (to the left of ミカ・ラウティオ), ユハ・ニエミ",
        ),
        ("WHAT HAPPENED", "“左隣に座っている”  ¶3"),
        ("WHAT HAPPENED", "21-30 Apr 2025  Exercise [planned]"),
        ("WHAT HAPPENED", "Jun 2024        Visit"),
        ("WHAT HAPPENED", "no date given"),
        ("WHAT WAS SAID", "on the word of 北欧通信"),
        ("WHAT WAS SAID", "“前向きに検討する”"),
        ("JUDGED AND FORESEEN", "水谷玲子 · forecast · likely · due 14 Mar - 31 Dec 2025"),
        ("JUDGED AND FORESEEN", "the article · forecast · possible"),
        ("WHAT DISAGREES", "2024-06 or 2024-07?"),
        ("WHAT DISAGREES", "“昨年7月に東京を訪問した”  caption ¶4"),
    ],
)
def test_dossier_tells(text: str, title: str, words: str) -> None:
    assert words in section(text, title)


def test_events_follow_time_and_undated_ones_come_last(text: str) -> None:
    happened = section(text, "WHAT HAPPENED")
    order = [
        happened.index(w) for w in ("Jun 2024", "Jul 2024", "11 Mar", "14 Mar", "no date given")
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_lines_fit_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in shown(visit(), width).splitlines()) <= width


def test_notes_of_the_reader_are_shown() -> None:
    record = Sketch(published=None).body("会談した。").record
    record.notes.append("no date of publication")
    assert "NOTES\n  no date of publication" in shown(record)


def test_empty_article_says_that_nothing_was_found() -> None:
    assert "Nothing found" in shown(Sketch().record)


def test_former_and_designate_posts_are_told() -> None:
    s = Sketch().body("コスキ氏")
    posts = (Position("首相", "FIN", status="former"), Position("大使", "SWE", status="designate"))
    s.person("e1", "FIN", "コスキ", posts=posts)
    assert "former 首相, designate 大使 (SWE)" in shown(s.record)


def test_translation_names_its_original() -> None:
    s = Sketch(
        original=Original("https://paper.example/1", "ko", "2025-03-13T09:00"), translators=["林"]
    )
    text = shown(s.record)
    assert "translated from Korean · 13 Mar 2025, 09:00 · https://paper.example/1" in text
    assert "translated by 林" in text


def test_hostile_text_cannot_steer_the_terminal() -> None:
    bad = "\x1b[31m\x1b]0;x\x07\u202e[bold]赤[/bold]\x9b2J"
    s = Sketch(title=bad, outlet=bad).body(f"{bad}と会談")
    s.person("e1", "FIN", bad, posts=(bad,))
    s.event("meet", f"{bad}と会談", actor="e1", object=bad).statement(
        "speech", f"{bad}と", speaker="e1"
    )
    text = shown(s.record)
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert "[bold]赤[/bold]" in text


def test_ids_that_lead_nowhere_are_shown_as_they_are() -> None:
    s = Sketch().body("会談した。")
    s.event("meet", "会談した", actor="e9@left:e8", place="e7", sources="e6")
    assert "e9 (to the left of e8)" in shown(s.record)


def test_trace_shows_rule_words_offsets_and_steps() -> None:
    console = Console(width=100, color_system=None)
    with console.capture() as captured:
        for tree in trees(visit(), "v2"):
            console.print(tree)
    text = captured.get()
    for words in (
        "v2 meet occurred, 13 Mar 2025  rule meet-by-hand",
        "attendee: エリナ・コスキ Elina Koski (e3) (to the left of ミカ・ラウティオ)",
        "“左隣に座っている”  ¶3, 81-89",
        "会談する + WITH: actor, counterpart",
    ):
        assert words in text


def test_trace_finds_every_kind_of_thing() -> None:
    record = visit()
    everything = len(record.entities) + len(record.events) + len(record.statements)
    assert len(list(trees(record, None))) == everything
    assert [len(find(record, id)) for id in ("e1", "v1", "s1", "zz")] == [1, 1, 1, 0]
