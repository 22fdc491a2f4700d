"""What disagrees within one article, and what only looks as if it did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retinue.checks import disagreements
from retinue.record import Disagreement, Position
from sketch import Sketch
from visit import visit

JUNE = "コスキ次官は6月に東京を訪問し、真鍋防衛相と面会した。"
JULY = "7月に東京を訪問したコスキ次官が真鍋防衛相と面会した時の様子=防衛省提供"


def cast(s: Sketch) -> Sketch:
    s.person("koski", "FIN", "コスキ", posts=("国防次官",))
    s.person("manabe", "JPN", "真鍋", posts=("防衛相",))
    s.entity("tokyo", "place", "東京", country="JPN")
    s.entity("osaka", "place", "大阪", country="JPN")
    s.entity("oslo", "place", "オスロ", country="NOR")
    s.entity("japan", "country", "日本", country="JPN")
    s.entity("finland", "country", "フィンランド", country="FIN")
    s.entity("north", "outlet", "北欧通信")
    s.entity("port", "outlet", "みなと新聞")
    return s


def found(s: Sketch) -> list[Disagreement]:
    return disagreements(s.record)


def rules(s: Sketch) -> list[str]:
    return [d.rule for d in found(s)]


def passages(s: Sketch, d: Disagreement) -> list[str]:
    return [s.record.words(span) for span in d.evidence]


def body_and_caption(first: str, second: str, type: str = "meet", **rest: str) -> Sketch:
    s = cast(Sketch().body(JUNE).caption(JULY))
    s.event(type, "真鍋防衛相と面会した。", first, actor="koski", counterpart="manabe", **rest)
    return s.event(type, "面会した時の様子", second, actor="manabe", counterpart="koski", **rest)


def test_example_page_disagrees_about_the_month() -> None:
    record = visit()
    (one,) = disagreements(record)
    assert one.rule == "one-occasion-two-dates"
    assert one.events == ["v4", "v5", "v6", "v7"]
    assert "2024-06 or 2024-07" in one.message
    assert [record.article.paragraphs[s.paragraph].kind for s in one.evidence] == ["body"] * 2 + [
        "caption"
    ] * 2


def test_visit_and_meeting_told_together_are_one_disagreement() -> None:
    s = cast(Sketch().body(JUNE).caption(JULY))
    s.event("visit", "東京を訪問し、", "2024-06", actor="koski", place="tokyo")
    s.event("meet", "真鍋防衛相と面会した。", "2024-06", actor="koski", counterpart="manabe")
    s.event(
        "visit", "7月に東京を訪問した", "2024-07", actor="koski", counterpart="japan", place="japan"
    )
    s.event("meet", "面会した時の様子", "2024-07", actor="koski", counterpart="manabe")
    (one,) = found(s)
    assert passages(s, one) == [
        "東京を訪問し、",
        "真鍋防衛相と面会した。",
        "7月に東京を訪問した",
        "面会した時の様子",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2024-06", "2024-07"),
        ("2024-12", "2025-01"),
        ("2024-06-19", "2024-06-20"),
        ("2024-06-19", "2024-06-17"),
    ],
)
def test_caption_dates_the_same_meeting_otherwise(first: str, second: str) -> None:
    s = body_and_caption(first, second)
    assert rules(s) == ["one-occasion-two-dates"]
    assert len(found(s)[0].evidence) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2024-06", "2024-06"),
        ("2024-06", "2024-06-19"),  # one is only less exact
        ("2024-06", "2023-07"),  # a year apart: another meeting
        ("2024-06", "2024-10"),
        ("2024-06-19", "2024-07"),  # an old picture beside dated news
        ("2024-06-19", "2024-06-28"),
        ("2024", "2025"),
        ("", "2024-07"),
    ],
)
def test_dates_that_go_together_or_lie_too_far_apart(first: str, second: str) -> None:
    assert rules(body_and_caption(first, second)) == []


def test_text_that_knows_both_occasions() -> None:
    s = cast(Sketch().body(JUNE, "両氏は7月にも会った。").caption(JULY))
    s.event("meet", "面会した。", "2024-06", actor="koski", counterpart="manabe")
    s.event(
        "meet",
        ("7月にも会った", "面会した時の様子"),
        "2024-07",
        actor="koski",
        counterpart="manabe",
    )
    assert rules(s) == []


def test_two_occasions_in_one_text() -> None:
    s = cast(Sketch().body("両氏は19日と20日に会談した。"))
    s.event("meet", "19日と", "2024-06-19", actor="koski", counterpart="manabe")
    s.event("meet", "20日に会談した", "2024-06-20", actor="koski", counterpart="manabe")
    assert rules(s) == []


@pytest.mark.parametrize("type", ["attend", "receive", "visit"])
def test_what_lasts_for_days_is_pictured_on_one(type: str) -> None:
    s = cast(Sketch().body(JUNE).caption(JULY))
    s.event(type, "東京を訪問し", "2024-06-19", actor="koski", counterpart="japan", place="tokyo")
    s.event(type, "東京を訪問した", "2024-06-20", actor="koski", counterpart="japan", place="tokyo")
    assert rules(s) == []


def test_meetings_in_two_towns_are_two() -> None:
    s = cast(Sketch().body(JUNE).caption(JULY))
    s.event("meet", "面会した。", "2024-06-19", actor="koski", counterpart="manabe", place="tokyo")
    s.event("meet", "面会した時", "2024-06-20", actor="koski", counterpart="manabe", place="osaka")
    assert rules(s) == []


def test_plan_and_outcome_may_differ() -> None:
    s = cast(Sketch().body(JUNE).caption(JULY))
    s.event(
        "meet", "面会した。", "2024-06-19", actor="koski", counterpart="manabe", status="planned"
    )
    s.event("meet", "面会した時", "2024-06-20", actor="koski", counterpart="manabe")
    assert rules(s) == []


def test_states_meet_again_and_again() -> None:
    s = cast(Sketch().body(JUNE).caption(JULY))
    s.event("meet", "面会した。", "2024-06-19", actor="finland", counterpart="japan")
    s.event("meet", "面会した時", "2024-06-20", actor="finland", counterpart="japan")
    assert rules(s) == []


def two_sources(second: str, sources: str) -> Sketch:
    s = cast(Sketch().body("北欧通信は19日、みなと新聞は20日に両氏が会談したと伝えた。"))
    s.event("meet", "19日", "2024-06-19", actor="koski", counterpart="manabe", sources="north")
    return s.event(
        "meet", second, "2024-06-20", actor="koski", counterpart="manabe", sources=sources
    )


def test_two_sources_give_two_days() -> None:
    assert rules(two_sources("20日", "port")) == ["one-occasion-two-dates"]


def test_one_source_tells_of_two_days() -> None:
    assert rules(two_sources("20日", "north")) == []


def test_signing_of_two_documents() -> None:
    s = cast(Sketch().body("両氏は協定に署名した。").caption("条約に署名する両氏"))
    pair = {"actor": "koski", "counterpart": "manabe"}
    s.event("sign", "協定に署名した", "2024-06-19", object="協定", **pair)
    s.event("sign", "条約に署名する", "2024-06-20", object="条約", **pair)
    assert rules(s) == []


def told_and_denied(
    told: str, denied: str, days: tuple[str, str] = ("", ""), **second: str
) -> Sketch:
    s = cast(Sketch().body("北欧通信は訪日すると伝えた。みなと新聞は訪日しないと報じた。"))
    second = {"actor": "koski", "counterpart": "japan", **second}
    first = {"actor": "koski", "counterpart": "japan"}
    s.event("visit", "訪日すると伝えた", days[0], sources=told, status="planned", **first)
    return s.event(
        "visit", "訪日しないと報じた", days[1], sources=denied, status="denied", **second
    )


def test_one_source_announces_and_another_denies() -> None:
    s = told_and_denied("north", "port")
    assert rules(s) == ["told-and-denied"]
    assert passages(s, found(s)[0]) == ["訪日すると伝えた", "訪日しないと報じた"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: told_and_denied("north", "north"),  # called off by those who planned it
        lambda: told_and_denied("", "port"),
        lambda: told_and_denied("north", "port", actor="manabe"),
        lambda: told_and_denied("north", "port", counterpart="finland"),
        lambda: told_and_denied("north", "port", ("2024-06-19", "2024-09-01")),
    ],
)
def test_denials_of_something_else(make: Callable[[], Sketch]) -> None:
    assert rules(make()) == []


def two_places(here: str, there: str, **rest: str) -> Sketch:
    s = cast(
        Sketch().body("両氏は19日に東京で会談した。", "両氏はオスロで会談した。", "大阪での会談。")
    )
    pair = {"actor": "koski", "counterpart": "manabe", **rest}
    s.event("meet", "東京で会談した", "2024-06-19", place=here, **pair)
    return s.event("meet", "オスロで会談した", "2024-06-19", place=there, **pair)


def test_one_meeting_in_two_countries() -> None:
    assert rules(two_places("tokyo", "oslo")) == ["one-day-two-countries"]


@pytest.mark.parametrize(
    ("here", "there", "counterpart"),
    [
        ("tokyo", "osaka", "manabe"),  # one may lie in the other for all we know
        ("tokyo", "japan", "manabe"),
        ("tokyo", "oslo", "japan"),  # a state meets at many tables
    ],
)
def test_places_that_may_both_be_right(here: str, there: str, counterpart: str) -> None:
    assert rules(two_places(here, there, counterpart=counterpart)) == []


def one_person(first: Position, second: Position) -> Sketch:
    s = Sketch().body("フィンランドのコスキ国防次官が着いた。", "日本のコスキ国防次官が迎えた。")
    s.entity("finland", "country", "フィンランド", country="FIN")
    s.entity("japan", "country", "日本", country="JPN")
    return s.person("koski", "FIN", "コスキ", posts=(first, second))


def test_one_post_of_two_states() -> None:
    s = one_person(Position("国防次官", "FIN"), Position("国防次官", "JPN"))
    assert rules(s) == ["one-post-two-states"]
    assert [span.paragraph for span in found(s)[0].evidence] == [0, 1]


@pytest.mark.parametrize(
    "second",
    [
        Position("国防次官", "JPN", status="former"),
        Position("駐日大使", "JPN"),  # the title names the host
        Position("国防次官", None),
        Position("国防次官", "JPN", start="2018-01-01"),
    ],
)
def test_posts_that_one_person_may_hold(second: Position) -> None:
    assert rules(one_person(Position("国防次官", "FIN"), second)) == []


SEATED = "写真ではコスキ氏が真鍋氏の左に座っている。"
STANDING = "コスキ次官(中央)と、その左の真鍋氏=代表撮影"


def seated(first: str, second: str) -> Sketch:
    s = cast(Sketch().body(SEATED).caption(STANDING, "右にコスキ氏"))
    s.event("meet", "左に座っている", "2024-06-19", actor=first, counterpart="manabe")
    return s.event("meet", "その左の真鍋氏", "2024-06-19", actor=second, counterpart="manabe")


def test_caption_and_text_seat_somebody_on_two_sides() -> None:
    assert rules(seated("koski@left:manabe", "koski@right:manabe")) == ["one-seat-two-sides"]


def test_one_event_with_two_sides() -> None:
    s = cast(Sketch().body(SEATED).caption(STANDING))
    s.event(
        "meet",
        ("左に座っている", "その左の真鍋氏"),
        "2024-06-19",
        actor="manabe",
        attendee="koski@left:manabe koski@right:manabe",
    )
    assert rules(s) == ["one-seat-two-sides"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("koski@left:manabe", "koski@left:manabe"),
        ("koski@left:manabe", "koski@beside:manabe"),
        ("koski@right:manabe", "koski@leftmost"),  # his right is the picture's left
        ("koski@leftmost", "koski@rightmost"),  # two pictures
    ],
)
def test_seats_that_go_together(first: str, second: str) -> None:
    assert rules(seated(first, second)) == []


def test_two_captions_show_two_moments() -> None:
    s = cast(Sketch().caption(STANDING, "右にコスキ氏"))
    s.event("meet", "その左の真鍋氏", "2024-06-19", actor="koski@left:manabe")
    s.event("meet", "右にコスキ氏", "2024-06-19", actor="koski@right:manabe")
    assert rules(s) == []


def journey(arrived: str, left: str, traveller: str = "koski", place: str = "tokyo") -> Sketch:
    s = cast(Sketch().body("東京に着いた。その後、東京を離れた。"))
    s.event("arrive", "東京に着いた", arrived, actor=traveller, place=place)
    return s.event("depart", "東京を離れた", left, actor=traveller, place="tokyo")


def test_guest_leaves_before_arriving() -> None:
    assert rules(journey("2024-06-19", "2024-06-18")) == ["left-before-arriving"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: journey("2024-06-19", "2024-06-20"),
        lambda: journey("2024-06-19", "2024-06-19"),
        lambda: journey("2024-06-19", "2024-06-18", "manabe"),  # back from abroad
        lambda: journey("2024-06-19", "2024-05-18"),  # from an earlier journey
        lambda: journey("2024-06-19", "2024-06-18", place="oslo"),
        lambda: journey("2024-06-17", "2024-06-18").event(
            "arrive", "東京に着いた", "2024-06-21", actor="koski", place="osaka"
        ),
    ],
)
def test_journeys_in_order(make: Callable[[], Sketch]) -> None:
    assert rules(make()) == []


def test_event_ends_before_it_begins() -> None:
    s = journey("2024-06-19", "2024-06-20")
    s.event("visit", "東京", "2024-06-20/2024-06-19", actor="koski")
    assert rules(s) == ["end-before-start"]


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        ("2025-03-20", "occurred", ["past-after-the-page"]),
        ("2025-03-20", "planned", []),
        ("2025-03-15", "occurred", []),  # already tomorrow where it happened
        ("2025-03-14", "occurred", []),
        ("2026", "occurred", []),  # the year of a plan that was signed
        ("", "occurred", []),
    ],
)
def test_past_event_after_the_page(day: str, status: str, expected: list[str]) -> None:
    s = cast(Sketch(published="2025-03-14").body(JUNE))
    s.event("visit", "東京を訪問し", day, actor="koski", status=status)
    assert rules(s) == expected


def test_updated_page_may_tell_what_came_after_its_first_hour() -> None:
    s = cast(Sketch(published="2025-03-14", modified="2025-03-20").body(JUNE))
    assert rules(s.event("visit", "東京を訪問し", "2025-03-19", actor="koski")) == []


def test_page_without_a_date_has_no_future() -> None:
    s = cast(Sketch(published=None).body(JUNE))
    assert rules(s.event("visit", "東京を訪問し", "2999-01-01", actor="koski")) == []


@pytest.mark.parametrize("broken", ["", "soon", "2024-13-45", "2024"])
def test_dates_that_are_none_break_nothing(broken: str) -> None:
    s = body_and_caption("2024-06", "2024-07")
    for event in s.record.events:
        event.start = event.end = broken
    assert rules(s) == []


def test_ids_that_lead_nowhere_break_nothing() -> None:
    s = cast(Sketch().body(JUNE))
    s.event(
        "meet", "面会した", "2024-06-19", actor="ghost@left:nobody", place="nowhere", sources="gone"
    )
    s.event(
        "meet", "東京", "2024-06-19", actor="ghost@right:nobody", place="elsewhere", sources="off"
    )
    assert rules(s) == ["one-seat-two-sides"]
