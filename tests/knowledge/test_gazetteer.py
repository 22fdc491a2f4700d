"""The gazetteer's data are sound, and it finds what papers call things."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

import pytest

from retinue.knowledge import gazetteer

FILES = [f for f, _, _ in gazetteer.FILES]

# ISO 3166-1 alpha-3, the members of the United Nations first. XKX is Kosovo's by custom; the
# withdrawn codes are those of states that are no more.
_MEMBERS = """
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB
BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA
ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI
HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA
LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM
NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN
SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO
TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
"""
_OTHERS = """
ASM BMU COK CYM ESH FLK FRO GIB GRL GUM HKG MAC MNP NCL NIU PRI PSE PYF TWN VAT VGB XKX
CSK DDR SUN YUG
"""
MEMBERS, OTHERS = _MEMBERS.split(), _OTHERS.split()


def test_every_state_is_there_and_every_code_valid() -> None:
    codes = [row.entry.country for row in gazetteer.rows("countries")]
    assert len(MEMBERS) == 193
    assert sorted(c for c in codes if c) == sorted([*MEMBERS, *OTHERS])


@pytest.mark.parametrize("file", FILES)
def test_groups_are_known_states(file: str) -> None:
    found = {row.entry.country for row in gazetteer.rows(file)} - {None}
    assert found <= {*MEMBERS, *OTHERS}


def test_keys_are_unique() -> None:
    seen: dict[str, int] = defaultdict(int)
    for file in FILES:
        for row in gazetteer.rows(file):
            seen[row.entry.key] += 1
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", gazetteer.LANGUAGES)
def test_no_form_has_two_owners_of_one_kind(file: str, language: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in gazetteer.rows(file):
        if not row.note:
            for form in row.forms[language]:
                owners[form].add(row.entry.key)
    assert {form: keys for form, keys in owners.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("file", FILES)
def test_every_entry_has_japanese_and_english(file: str) -> None:
    rows = list(gazetteer.rows(file))
    # Their English forms mean other things too.
    unnamed = {"place:seychelles-capital", "place:guyana-capital"}
    assert [r.entry.key for r in rows if not r.forms["ja"]] == []
    assert [r.entry.key for r in rows if not r.forms["en"] and r.entry.key not in unnamed] == []


@pytest.mark.parametrize("file", FILES)
def test_forms_are_clean(file: str) -> None:
    for row in gazetteer.rows(file):
        for forms in row.forms.values():
            assert len(forms) == len(set(forms)), row.entry.key
            for form in forms:
                assert form == form.strip() != "", row.entry.key
                assert unicodedata.is_normalized("NFC", form), form


@pytest.mark.parametrize(
    ("language", "form", "key", "country"),
    [
        ("ja", "米国", "country:USA", "USA"),
        ("ja", "北朝鮮", "country:PRK", "PRK"),
        ("ja", "グルジア", "country:GEO", "GEO"),
        ("ja", "ソ連", "country:SUN", "SUN"),
        ("ja", "平壌", "place:pyongyang", "PRK"),
        ("ja", "キエフ", "place:kyiv", "UKR"),
        ("ja", "錦繍山太陽宮殿", "place:kumsusan-palace-of-the-sun", "PRK"),
        ("ja", "黄海", "place:yellow-sea", None),
        ("ja", "安保理", "body:unsc", None),
        ("ja", "クレムリン", "body:kremlin", "RUS"),
        ("ja", "フーシ派", "body:houthis", "YEM"),
        ("ja", "国情院", "body:nis", "KOR"),
        ("ja", "日銀", "body:boj", "JPN"),
        ("ja", "AP通信", "outlet:ap", "USA"),
        ("ja", "ニューヨークタイムズ", "outlet:nyt", "USA"),
        ("ja", "聯合ニュース", "outlet:yonhap", "KOR"),
        ("ja", "新START", "document:new-start", None),
        ("ja", "ブラモス", "weapon:brahmos", None),
        ("ja", "東方経済フォーラム", "occasion:eastern-economic-forum", "RUS"),
        ("ko", "로씨야", "country:RUS", "RUS"),
        ("ko", "합참", "body:rok-jcs", "KOR"),
        ("ko", "한겨레", "outlet:hankyoreh", "KOR"),
        ("ko", "베이징", "place:beijing", "CHN"),
        ("en", "Burma", "country:MMR", "MMR"),
        ("en", "IAEA", "body:iaea", None),
        ("en", "Kyiv", "place:kyiv", "UKR"),
        ("ru", "КНДР", "country:PRK", "PRK"),
        ("ru", "ОДКБ", "body:csto", None),
        ("ru", "ТАСС", "outlet:tass", "RUS"),
    ],
)
def test_finds(language: str, form: str, key: str, country: str | None) -> None:
    entry = gazetteer.forms(language)[form]
    assert (entry.key, entry.country) == (key, country)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("ja", "西"),  # the west
        ("ja", "米"),  # rice: only in compounds and headlines
        ("ja", "イ"),  # Iran, Israel or Italy
        ("ja", "共同"),  # together: the agency only in brackets
        ("ja", "同盟"),  # an alliance before an Italian party
        ("ko", "이"),
        ("en", "us"),
    ],
)
def test_does_not_find(language: str, word: str) -> None:
    assert word not in gazetteer.forms(language)


def test_abbreviations() -> None:
    short = gazetteer.country_short("ja")
    codes = [short[c] for c in "米露ロ中韓朝日英仏独伊印豪比越"]
    assert " ".join(codes) == "USA RUS RUS CHN KOR PRK JPN GBR FRA DEU ITA IND AUS PHL VNM"
    assert gazetteer.country_short("ja", alone=True).keys() >= set("米露中韓英仏独")
    assert "西" not in gazetteer.country_short("ja", alone=True)
    codes = [gazetteer.country_short("ko")[c] for c in "미러북한중일美"]
    assert " ".join(codes) == "USA RUS PRK KOR CHN JPN USA"
    assert gazetteer.body_short("ja") == {"欧": "body:eu"}
    assert all(len(c) == 1 for code in ("ja", "ko") for c in gazetteer.country_short(code))


def test_demonyms() -> None:
    english = gazetteer.demonyms("en")
    assert {english[w] for w in ("Russian", "Russians")} == {"RUS"}
    assert {english[w] for w in ("German", "Germans")} == {"DEU"}
    assert {english[w] for w in ("Frenchmen", "French")} == {"FRA"}
    assert (
        not {"Chineses", "Frenchmans", "Dutchs", "Britishs", "Frenchs", "Philippines"}
        & english.keys()
    )
    assert gazetteer.demonyms("ru")["российск-"] == "RUS"


def test_capitals_stand_for_governments_but_for_shared_ones() -> None:
    metonyms = gazetteer.metonyms("ja")
    assert (metonyms["平壌"], metonyms["ワシントン"], metonyms["永田町"]) == ("PRK", "USA", "JPN")
    assert "ブリュッセル" not in metonyms


def test_flags_and_labels() -> None:
    assert "state" in gazetteer.forms("ja")["朝鮮中央通信"].flags
    assert "state" not in gazetteer.forms("ja")["NHK"].flags
    assert "channel" in gazetteer.forms("ja")["テレグラム"].flags
    assert gazetteer.label("body:nato") == "NATO"
    assert gazetteer.label("body:nobody") is None
    assert gazetteer.country_names("PRK", "ja")[0] == "北朝鮮"
