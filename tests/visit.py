"""The shipped example page and, read by hand, what it says."""

from __future__ import annotations

from pathlib import Path

from retinue.record import Position, Record
from sketch import Sketch

PAGE = Path(__file__).parents[1] / "examples" / "finland-visit.txt"


def visit() -> Record:
    """The record that a careful reader would write of the example."""
    s = Sketch(
        title="フィンランド国防相が東京で会談、防衛装備の協定に署名 左隣には軍需担当の次官",
        outlet="みなと新聞",
        bylines=["岸本遥"],
    )
    lines = [line.strip() for line in PAGE.read_text("utf-8").splitlines()]
    for line in lines:
        if line.endswith(("=代表撮影", "=防衛省提供")):
            s.caption(line)
        elif line.endswith("。"):
            s.body(line)
    _named(s)
    _happened(s)
    _said(s)
    return s.record


def _named(s: Sketch) -> None:
    s.person("e1", "FIN", "ミカ・ラウティオ", "ラウティオ", posts=("国防相",), label="Mika Rautio")
    s.person("e2", "JPN", "真鍋修", "真鍋", posts=("防衛相",))
    s.person("e3", "FIN", "エリナ・コスキ", "コスキ", posts=("国防次官",), label="Elina Koski")
    s.person("e4", "FIN", "ユハ・ニエミ", "ニエミ", posts=(Position("駐日大使", "FIN"),))
    s.person("e5", "JPN", "堀田亮", posts=("統合幕僚長",))
    s.person("e6", "JPN", "小此木直人", posts=("首相",))
    s.person("e7", "RUS", "オレグ・サフロノフ", posts=("報道官",))
    s.person("e8", "JPN", "水谷玲子", "水谷", posts=("東西大学教授",))
    s.entity("c1", "country", "フィンランド", label="Finland", country="FIN")
    s.entity("c2", "country", "日本", label="Japan", country="JPN")
    s.entity("p1", "place", "防衛省", label="Ministry of Defense", country="JPN")
    s.entity("p2", "place", "羽田空港", country="JPN")
    s.entity("p3", "place", "千鳥ケ淵の戦没者墓苑", country="JPN")
    s.entity("p4", "place", "ヘルシンキ", label="Helsinki", country="FIN")
    s.entity("p5", "place", "バルト海", label="Baltic Sea")
    s.entity("p6", "place", "東京", label="Tokyo", country="JPN")
    s.entity("o1", "outlet", "北欧通信")
    s.entity("d1", "document", "防衛装備品の共同開発に関する協定")


def _happened(s: Sketch) -> None:
    s.event(
        "visit",
        "日本を訪れている",
        "2025-03-11/2025-03-14",
        actor="e1",
        counterpart="c2",
        place="c2",
    )
    s.event(
        "meet",
        ("防衛省で真鍋修防衛相と会談し", "左隣に座っている", "真鍋修防衛相=代表撮影"),
        "2025-03-13",
        actor="e1@rightmost",
        counterpart="e2",
        attendee="e3@left:e1 e4 e5",
        place="p1",
        trace=["会談する + WITH: actor, counterpart", "13日 + 2025-03-14: 2025-03-13"],
    )
    s.event(
        "sign",
        "協定に署名した",
        "2025-03-13",
        actor="e1",
        counterpart="e2",
        place="p1",
        object="防衛装備品の共同開発に関する協定",
    )
    s.event("visit", "昨年6月に単独で東京を訪問し", "2024-06", actor="e3", place="p6")
    s.event(
        "meet", "真鍋氏と面会したこともある", "2024-06", actor="e3", counterpart="e2", place="p6"
    )
    s.event("visit", "昨年7月に東京を訪問した", "2024-07", actor="e3", place="p6")
    s.event(
        "meet",
        "真鍋修防衛相と面会した時の様子",
        "2024-07",
        actor="e3@leftmost",
        counterpart="e2",
        place="p6",
    )
    s.event("arrive", "羽田空港に到着し", "2025-03-11", actor="e1", place="p2")
    s.event("meet", "小此木直人首相を表敬訪問した", "2025-03-12", actor="e1", counterpart="e6")
    s.event("honour", "戦没者墓苑に献花した", "2025-03-14", actor="e1", place="p3")
    s.event("depart", "帰国の途についた", "2025-03-14", actor="e1")
    s.event(
        "receive", "ニエミ大使と真鍋氏が見送った", "2025-03-14", actor="e4 e2", counterpart="e1"
    )
    s.event("invite", "国防相会議に招待した", actor="e1", counterpart="e2", sources="o1")
    s.event(
        "attend",
        "ヘルシンキで開かれる国防相会議",
        "2025-09-01/2025-11-30",
        actor="e2",
        place="p4",
        status="possible",
    )
    s.event(
        "exercise",
        "バルト海で共同訓練を行う",
        "2025-04-21/2025-04-30",
        actor="c1",
        counterpart="c2",
        place="p5",
        status="planned",
    )
    s.event("accuse", "「地域の緊張を高める動きだ」と協定を非難した", "2025-03-13", actor="e7")


def _said(s: Sketch) -> None:
    s.statement(
        "speech",
        "バルト海とインド太平洋の安全は切り離せない",
        quoted=True,
        speaker="e1",
        date="2025-03-13",
    )
    s.statement("speech", "前向きに検討する", quoted=True, speaker="e2", sources="o1")
    s.statement("speech", "地域の緊張を高める動きだ", quoted=True, speaker="e7", date="2025-03-13")
    s.statement(
        "analysis", "装備品の輸出を急ぐ意思の表れだ", quoted=True, speaker="e8", certainty="certain"
    )
    s.statement(
        "forecast",
        "年内にも最初の共同開発事業が始まる可能性が高い",
        speaker="e8",
        certainty="likely",
        due=("2025-03-14", "2025-12-31"),
    )
    s.statement("forecast", "計画は来年以降にずれ込むかもしれない", certainty="possible")
