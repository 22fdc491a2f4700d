"""The people we know: sound data, forms, surnames and who held what when."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest

from retinue.knowledge import people, titles
from retinue.resources import load, names

ISO = set(
    re.findall(
        "[A-Z]{3}",
        """
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL
    BRA BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI
    DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC
    GRD GTM GUY HKG HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM
    KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAR MCO MDA MDG MDV MEX MHL
    MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN
    PER PHL PLW PNG POL PRK PRT PRY PSE QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB
    SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TWN TZA UGA
    UKR URY USA UZB VAT VCT VEN VNM VUT WSM XKX YEM ZAF ZMB ZWE
    """,
    )
)
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
FIELDS = {"key", "label", "country", "from", "surname", "given", "posts", *people.LANGUAGES}


def entries() -> list[tuple[str, dict]]:
    return [
        (country, entry)
        for region in people.REGIONS
        for country, listed in load(f"knowledge/data/people-{region}").items()
        for entry in listed
    ]


def test_every_region_is_read():
    found = [n.rpartition("people-")[2] for n in names() if n.startswith("knowledge/data/people-")]
    assert sorted(found) == sorted(people.REGIONS)


def test_keys_are_unique_slugs():
    keys = [entry["key"] for _, entry in entries()]
    assert len(keys) == len(set(keys))
    assert [k for k in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", k)] == []
    assert len(keys) >= 600


def test_fields_are_known_and_countries_are_states():
    for country, entry in entries():
        assert set(entry) <= FIELDS, entry["key"]
        assert country == "international" or country in ISO, entry["key"]


def test_a_source_line_names_no_field_twice():
    """YAML would keep the last silently."""
    import yaml

    from retinue.resources import ROOT

    for region in people.REGIONS:
        node = yaml.compose((ROOT / f"knowledge/data/people-{region}.yml").read_text("utf-8"))
        pending = [node]
        while pending:
            each = pending.pop()
            if isinstance(each, yaml.MappingNode):
                fields = [k.value for k, _ in each.value]
                assert len(fields) == len(set(fields)), each.start_mark
                pending += [v for _, v in each.value]
            elif isinstance(each, yaml.SequenceNode):
                pending += each.value


def test_everybody_has_names_and_a_post():
    for person in people.everyone():
        assert person.names("ja"), person.key
        assert person.names("en"), person.key
        assert person.posts, person.key


def test_names_are_clean():
    for person in people.everyone():
        for language in people.LANGUAGES:
            for form in (*person.names(language), *person.surnames(language)):
                assert form == unicodedata.normalize("NFC", form).strip(), (person.key, form)
                assert form, person.key
                assert not re.search("[;,|/()（）、]", form), (person.key, form)


SCRIPT = {
    "ja": re.compile(r"^[一-鿿぀-ヿ々・＝A-Z0-9 ]+$"),
    "ko": re.compile(r"^[가-힣A-Z0-9 .\-]+$"),
    "ru": re.compile(r"^[А-Яа-яЁёXVI '\-.]+$"),
    "zh": re.compile(r"^[一-鿿]+$"),
}


@pytest.mark.parametrize("language", sorted(SCRIPT))
def test_names_are_in_their_script(language):
    wrong = [f for f in people.forms(language) if not SCRIPT[language].match(f)]
    assert wrong == []


def test_posts_are_sound():
    for person in people.everyone():
        for post in person.posts:
            assert titles.rank(post.role), (person.key, post.role)
            assert post.title, (person.key, post.role)
            assert post.country is None or post.country in ISO, person.key
            for day in (post.start, post.end):
                assert day is None or DAY.match(day), (person.key, day)
            if post.start and post.end:
                assert post.start[: len(post.end)] <= post.end[: len(post.start)], person.key


@pytest.mark.parametrize(
    ("name", "language", "key"),
    [
        ("金正恩", "ja", "kim-jong-un"),
        ("金 正恩", "ja", "kim-jong-un"),
        ("正恩", "ja", "kim-jong-un"),
        ("キム・ジョンウン", "ja", "kim-jong-un"),
        ("キムジョンウン", "ja", "kim-jong-un"),
        ("김정은", "ko", "kim-jong-un"),
        ("Kim Jong-un", "en", "kim-jong-un"),
        ("Ким Чен Ын", "ru", "kim-jong-un"),
        ("ウラジーミル・プーチン", "ja", "vladimir-putin"),
        ("アンドレイ・ベロウソフ", "ja", "andrei-belousov"),
        ("崔龍海", "ja", "choe-ryong-hae"),
        ("崔竜海", "ja", "choe-ryong-hae"),
        ("Kishida Fumio", "en", "fumio-kishida"),
        ("Fumio Kishida", "en", "fumio-kishida"),
        ("ジャン・イブ・ルドリアン", "ja", "jean-yves-le-drian"),
        ("セルゲイ・ラブロフ", "ja", "sergei-lavrov"),
        ("Сергей Лавров", "ru", "sergei-lavrov"),
        ("ヴォロディミル・ゼレンスキー", "ja", "volodymyr-zelensky"),
        ("习近平", "zh", "xi-jinping"),
    ],
)
def test_a_name_finds_its_bearer(name, language, key):
    assert [p.key for p in people.find(name, language)] == [key]


@pytest.mark.parametrize("name", ["プーチン大統領", "金正", "", "キム", "Kim"])
def test_what_is_no_full_name_finds_nobody(name):
    assert people.find(name, "ja") == []


def test_one_name_of_two_people_finds_both():
    assert {p.key for p in people.find("リ・ヨンホ", "ja")} == {
        "ri-yong-ho-fm",
        "ri-yong-ho-general",
    }


@pytest.mark.parametrize(
    ("surname", "language", "key"),
    [
        ("プーチン", "ja", "vladimir-putin"),
        ("習", "ja", "xi-jinping"),
        ("尹", "ja", "yoon-suk-yeol"),
        ("ジョコ", "ja", "joko-widodo"),
        ("フォンデアライエン", "ja", "ursula-von-der-leyen"),
        ("オルバン", "ja", "viktor-orban"),
        ("シシ", "ja", "abdel-fattah-el-sisi"),
        ("チョン", "ja", "nguyen-phu-trong"),
        ("岸田", "ja", "fumio-kishida"),
        ("기시다", "ko", "fumio-kishida"),
        ("푸틴", "ko", "vladimir-putin"),
        ("윤", "ko", "yoon-suk-yeol"),
        ("Kishida", "en", "fumio-kishida"),
        ("Кисида", "ru", "fumio-kishida"),
        ("von der Leyen", "en", "ursula-von-der-leyen"),
        ("Ким", "ru", "kim-jong-un"),
    ],
)
def test_surnames(surname, language, key):
    assert key in [p.key for p in people.surname(surname, language)]


def test_kings_have_no_surname():
    assert people.surname("アブドラ", "ja") == [people.get("abdullah-bin-zayed")]


@pytest.mark.parametrize(
    ("role", "country", "day", "label"),
    [
        ("minister-defence", "RUS", date(2018, 6, 1), ["Sergei Shoigu"]),
        ("minister-defence", "RUS", date(2024, 11, 30), ["Andrei Belousov"]),
        ("minister-foreign", "RUS", date(2016, 12, 15), ["Sergei Lavrov"]),
        ("head-of-state", "USA", date(2016, 3, 21), ["Barack Obama"]),
        ("head-of-state", "USA", date(2018, 6, 12), ["Donald Trump"]),
        ("head-of-state", "KOR", date(2018, 4, 27), ["Moon Jae-in"]),
        ("head-of-state", "KOR", date(2025, 5, 1), []),
        ("head-of-state", "PRK", date(2019, 2, 28), ["Kim Jong Un"]),
        ("head-of-government", "JPN", date(2023, 3, 21), ["Fumio Kishida"]),
        ("head-of-government", "JPN", date(2024, 10, 1), ["Fumio Kishida", "Shigeru Ishiba"]),
        ("minister-foreign", "CHN", date(2023, 5, 1), ["Qin Gang"]),
        ("head-of-government", "GBR", date(2022, 10, 1), ["Liz Truss"]),
        ("international-head", None, date(1899, 1, 1), []),
        ("central-bank-head", "JPN", date(2024, 3, 19), ["Kazuo Ueda"]),
        ("head-of-government", "KHM", date(2025, 7, 28), ["Hun Manet"]),
        ("head-of-government", "XXX", date(2020, 1, 1), []),
    ],
)
def test_holder(role, country, day, label):
    assert [p.label for p in people.holder(role, country, day)] == label


def test_bodies_above_states_have_no_country():
    heads = {
        (post.organisation, p.label)
        for p in people.holder("international-head", None, date(2025, 1, 15))
        for post in p.posts
        if post.organisation and post.end is None
    }
    assert {("UN", "António Guterres"), ("NATO", "Mark Rutte")} <= heads
    assert people.get("antonio-guterres").country is None


def test_an_end_given_as_a_year_lasts_the_year():
    post = people.Post("x", "X", None, None, "2012", "2014")
    assert post.held("2014-12-31")
    assert not post.held("2015-01-01")
    assert not people.Post("x", "X", None, None, None, "2014").held("2013-01-01")
