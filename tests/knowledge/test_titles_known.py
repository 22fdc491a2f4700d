"""Titles as written and the roles they stand for."""

from __future__ import annotations

import pytest

from retinue.knowledge import titles
from retinue.resources import load

ROLES = {
    "ja": {
        "head-of-state": "大統領 国家主席 国務委員長 総統 韓国大統領 ロシア連邦大統領 大統領夫妻",
        "supreme-leader": "最高指導者",
        "party-leader": "総書記 党総書記 自民党総裁 党首",
        "head-of-government": "首相 総理大臣 内閣総理大臣 露首相 国務院総理",
        "acting-head-of-government": "首相代行 暫定首相",
        "acting-head-of-state": "大統領代行 暫定大統領 大統領権限代行",
        "deputy-head-of-government": "副首相 副首相兼内相 第1副首相 経済副首相兼企画財政部長官",
        "deputy-head-of-state": "副大統領 国家副主席 米副大統領",
        "minister-foreign": "外相 外務大臣 外交部長 外交部長官 国務長官 米国務長官 ロ外相 外務省トップ",
        "minister-defence": "国防相 国防部長官 防衛大臣 防衛相 国防長官 韓国国防部長官 国防部長",
        "minister-finance": "財務相 財務長官 財務大臣 副財務相兼財務相",
        "minister-trade": "商務長官 貿易担当国務相 通商代表 商務相",
        "minister-interior": "内相 内務大臣 国土安全保障長官",
        "minister-economy": "経済産業相 経産相 経済再生担当相",
        "minister-agriculture": "農相 農林水産相 農水相",
        "minister-unification": "統一部長官 統一相",
        "minister-energy": "エネルギー相 石油・鉱物資源相",
        "minister": "特命担当相 国務相 水利相",
        "deputy-minister-foreign": "外務次官 第1外務次官 外務省次官 国務副長官 国務次官補 外務事務次官",
        "deputy-minister-defence": "国防次官 防衛副大臣 国防副大臣 国防部副部長",
        "chief-cabinet-secretary": "官房長官",
        "deputy-chief-cabinet-secretary": "官房副長官",
        "security-adviser": "国家安全保障局長 大統領補佐官（国家安全保障担当） 国家安保室長 安全保障会議書記",
        "deputy-security-adviser": "国家安保室第1次長 国家安全保障局次長",
        "presidential-aide": "大統領補佐官 首相補佐官",
        "spokesperson": "報道官 副報道官 大統領報道官",
        "spokesperson-foreign": "外務省報道官 外務省副報道局長 中国外務省副報道局長 国務省報道官",
        "spokesperson-defence": "国防総省報道官 国防省報道官",
        "military-chief": "参謀総長 統合幕僚長 統合参謀本部議長 合同参謀議長 総参謀長",
        "deputy-military-chief": "総参謀部副総参謀長 第1副参謀総長",
        "political-bureau-director": "総政治局長",
        "party-official": "政治局常務委員 党副部長 党第1副部長 第1副部長",
        "party-secretary": "党書記 書記",
        "international-head": "事務総長 国連事務総長 北大西洋条約機構事務総長 欧州委員長",
        "body-head": "事務局長 理事長",
        "high-representative": "上級代表",
        "official": "高官 米政府高官 当局者",
        "deputy-agency-head": "次長",
        "director-general": "局長 アジア大洋州局長",
        "section-head": "部長 室長 課長",
        "military-commander": "司令官 太平洋艦隊司令官 海上幕僚長",
        "general-officer": "将軍 大将 上将 中将 少将 元帥 陸軍大将",
        "military-officer": "大佐",
        "ambassador": "大使 駐日大使 駐朝ロシア大使 国連大使 臨時代理大使",
        "diplomat": "公使 一等書記官",
        "consul": "領事 総領事",
        "special-envoy": "特使 特別代表 中東担当特使",
        "representative": "代表",
        "speaker": "国会議長 下院議長 最高人民会議議長",
        "chair": "議長 会長 外交委員長",
        "legislator": "議員 上院議員 院内総務 国会議員",
        "governor": "知事 州知事",
        "mayor": "市長 ソウル特別市長",
        "central-bank-head": "日銀総裁 中央銀行総裁 FRB議長",
        "deputy-central-bank-head": "日銀副総裁",
        "business-head": "社長 CEO 副社長",
        "professor": "教授 准教授 名誉教授",
        "researcher": "研究員 主任研究員 上席研究員 研究室長",
        "analyst": "アナリスト エコノミスト チーフエコノミスト",
        "lawyer": "弁護士",
        "monarch": "国王 天皇",
        "crown-prince": "皇太子",
        "consort": "皇后",
        "religious-leader": "教皇 ローマ法王",
        "spouse": "夫人 大統領夫人",
        "intelligence-head": "CIA長官 国家情報院長",
        "agency-head": "長官 防衛庁長官",
        "candidate": "大統領候補 首相候補",
    },
    "en": {
        "head-of-state": "President",
        "acting-head-of-government": "acting Prime Minister",
        "deputy-head-of-state": "Vice President",
        "deputy-head-of-government": "Deputy Prime Minister and Defence Minister",
        "minister-foreign": "Minister of Foreign Affairs|Russian Foreign Minister|Secretary of State",
        "minister-defence": "Secretary of State for Defence|defense minister|Secretary of Defense",
        "deputy-minister-foreign": "Deputy Foreign Minister|Deputy Secretary of State",
        "security-adviser": "Secretary of Russia's Security Council|National Security Adviser",
        "military-chief": "Chairman of the Joint Chiefs of Staff",
        "special-envoy": "special envoy of the President|US President's special envoy",
        "spokesperson-foreign": "foreign ministry spokeswoman",
        "central-bank-head": "Bank of Japan Governor",
        "ambassador": "ambassador to Russia",
        "candidate": "presidential candidate",
    },
    "ru": {
        "head-of-state": "президент США|президента",
        "head-of-government": "премьер-министр|премьер",
        "minister-foreign": "министра иностранных дел|глава МИД|госсекретарь США",
        "minister-defence": "министр обороны",
        "deputy-minister-foreign": "замглавы МИД",
        "deputy-minister-defence": "первый заместитель министра обороны",
        "spokesperson-foreign": "официальный представитель МИД",
        "ambassador": "посол России в КНДР",
        "central-bank-head": "председатель Банка России",
        "security-adviser": "секретарь Совета безопасности",
        "international-head": "генсек НАТО",
    },
}
CASES = [
    (title, language, role)
    for language, table in ROLES.items()
    for role, written in table.items()
    for title in (written.split() if language == "ja" else written.split("|"))
]
CASES += [
    ("외교부 장관", "ko", "minister-foreign"),
    ("외무상", "ko", "minister-foreign"),
    ("러시아 국방장관", "ko", "minister-defence"),
    ("외교부 제1차관", "ko", "deputy-minister-foreign"),
    ("외무성 부상", "ko", "deputy-minister-foreign"),
    ("국무부 부장관", "ko", "deputy-minister-foreign"),
    ("부총리 겸 기획재정부 장관", "ko", "deputy-head-of-government"),
    ("국가안보실 1차장", "ko", "deputy-security-adviser"),
    ("대통령 권한대행", "ko", "acting-head-of-state"),
    ("국방성 대변인", "ko", "spokesperson-defence"),
    ("주한 미국대사", "ko", "ambassador"),
    ("노동당 총비서", "ko", "party-leader"),
    ("합참의장", "ko", "military-chief"),
    ("국무총리", "ko", "head-of-government"),
]


@pytest.mark.parametrize(("title", "language", "name"), CASES)
def test_role(title, language, name):
    role = titles.role(title, language)
    assert role is not None
    assert role.name == name
    assert role.rank > 0


@pytest.mark.parametrize(
    ("title", "language", "why"),
    [
        ("真相", "ja", "the truth, no minister"),
        ("様相", "ja", "an aspect"),
        ("手相", "ja", "palmistry"),
        ("農夫", "ja", "a farmer, no husband"),
        ("空母", "ja", "an aircraft carrier, no mother"),
        ("教師", "ja", "a teacher, no priest"),
        ("成長", "ja", "growth"),
        ("大使館", "ja", "the building"),
        ("首相官邸", "ja", "the building"),
        ("大統領府", "ja", "the office, not who holds it"),
        ("大統領選", "ja", "the election"),
        ("外務省", "ja", "the ministry"),
        ("参謀本部", "ja", "the body"),
        ("議長国", "ja", "a country in the chair"),
        ("氏", "ja", "an honorific alone"),
        ("", "ja", "nothing"),
        ("세상", "ko", "the world"),
        ("대사관", "ko", "the building"),
        ("presidency", "en", "the office"),
        ("presidential palace", "en", "the building"),
        ("premiere", "en", "a first night"),
        ("после", "ru", "a preposition"),
        ("посольство", "ru", "the building"),
    ],
)
def test_no_title(title, language, why):
    assert titles.role(title, language) is None, why


@pytest.mark.parametrize(
    ("title", "language", "status"),
    [
        ("元大統領", "ja", "former"),
        ("前国防相", "ja", "former"),
        ("韓国前大統領", "ja", "former"),
        ("元駐日大使", "ja", "former"),
        ("元副首相兼内相", "ja", "former"),
        ("次期米大統領", "ja", "designate"),
        ("米次期大統領", "ja", "designate"),
        ("大統領当選者", "ja", "designate"),
        ("国防長官指名者", "ja", "designate"),
        ("現首相", "ja", "current"),
        ("新首相", "ja", "current"),
        ("전 대통령", "ko", "former"),
        ("대통령 당선인", "ko", "designate"),
        ("former US President", "en", "former"),
        ("ex-president", "en", "former"),
        ("president-elect", "en", "designate"),
        ("prime minister-designate", "en", "designate"),
        ("экс-президент", "ru", "former"),
        ("бывший премьер-министр", "ru", "former"),
        ("избранный президент", "ru", "designate"),
    ],
)
def test_status(title, language, status):
    role = titles.role(title, language)
    assert role is not None
    assert role.status == status


@pytest.mark.parametrize("language", titles.LANGUAGES)
def test_heads_are_longest_first_and_ranked(language):
    heads = titles.heads(language)
    assert [len(h.text) for h in heads] == sorted((len(h.text) for h in heads), reverse=True)
    assert len({h.text for h in heads}) == len(heads)
    assert [h for h in heads if not h.rank] == []


@pytest.mark.parametrize("language", titles.LANGUAGES)
def test_every_head_is_listed_once(language):
    listed = load("knowledge/data/titles")[language]["heads"]
    texts = [text for each in listed.values() for text in each]
    assert len(texts) == len(set(texts))


def test_markers():
    kinds = {m.text: m.kind for m in titles.prefixes("ja")}
    assert kinds["元"] == "former"
    assert kinds["次期"] == "designate"
    assert kinds["副"] == "deputy"
    assert kinds["米"] == "country"
    behind = {m.text: m.kind for m in titles.suffixes("ja")}
    assert behind["代行"] == "acting"
    assert behind["候補"] == "candidate"
    assert behind["兼"] == "joint"


def test_takes_domain():
    heads = {h.text: h for h in titles.heads("ja")}
    assert heads["相"].takes_domain
    assert "真" in heads["相"].barred
    assert not heads["大統領"].takes_domain
    assert heads["首相"].rank > heads["外相"].rank > heads["報道官"].rank


def test_a_head_alone_is_read_as_its_role():
    wrong = [
        h.text
        for h in titles.heads("ja")
        if (role := titles.role(h.text, "ja")) is None or role.name != h.role
    ]
    assert wrong == []
