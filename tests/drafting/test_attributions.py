"""Who says what a figure states."""

from dataclasses import replace

import pytest

from exporter.drafting.attributions import attribution_of
from exporter.drafting.model import Guess
from tests.drafting.named_texts import ENTITIES, sentence_with, sentences_in, setting_of

TOLD = [
    ("据介绍，目前全国80%的科技企业跑在阿里云上。", "80", "据介绍"),
    (
        "内测数据显示，AI生意助手能提升约19%的曝光量，有商家表示，内测期间订单数提升了20%。",
        "19",
        "内测数据",
    ),
    (
        "内测数据显示，AI生意助手能提升约19%的曝光量，有商家表示，内测期间订单数提升了20%。",
        "20",
        "有商家",
    ),
    ("在云栖大会上，阿里云宣布全新升级的人工智能平台PAI可支持高达10万卡量级。", "10", "阿里云"),
    ("资料显示，2014年阿里巴巴成立了数据科学与技术研究院。", "2014", "资料"),
    (
        "“我们的收入增长12%。”海港银行行长王明在业绩会上表示，未来三年将开设30家网点。",
        "30",
        "海港银行行长王明",
    ),
    (
        "“我们的收入增长12%。”海港银行行长王明在业绩会上表示，未来三年将开设30家网点。",
        "12",
        "海港银行行长王明",
    ),
    ("欧盟《工业研发投入计分牌》报告显示，阿里巴巴居于第1。", "1", "欧盟《工业研发投入计分牌》"),
    ("据国家统计局数据，全国销量达320万辆。", "320", "国家统计局数据"),
    ("据钉钉介绍，付费用户超过2600万。", "2600", "钉钉"),
    ("钉钉用户达7亿。", "7", ""),
    ("他表示，明年将投入12亿元。", "12", ""),
    ("根据IDC统计，夸克占36%。", "36", "IDC"),
    ("财经网表示，用户达7亿。", "7", ""),
    ("10月31日，阿里云宣布，服务500万客户。", "500", "阿里云"),
    ("Sales rose 12%, according to Harbour Research.", "12", "Harbour Research"),
    (
        "According to the China Passenger Car Association, sales rose 12%.",
        "12",
        "China Passenger Car Association",
    ),
    ("DingTalk said it had 700 million users.", "700", "DingTalk"),
    (
        "“Sales rose 12%,” said Jane Doe, chief executive of Quark.",
        "12",
        "Jane Doe, chief executive of Quark",
    ),
    (
        "Jane Doe, chief executive of Quark, said sales rose 12%.",
        "12",
        "Jane Doe, chief executive of Quark",
    ),
    ("Sales rose 12%, analysts said.", "12", "analysts"),
    ("Sales rose 12%.", "12", ""),
    ("Quark had 12 users.", "12", ""),
    ("She said sales rose 12%.", "12", ""),
    ("Revenue grew 12% in the quarter, Quark said on Thursday.", "12", "Quark"),
    ("Analysts at Goldman Sachs estimate sales of 12 million.", "12", "Analysts at Goldman Sachs"),
]


@pytest.mark.parametrize(("text", "figure", "who"), TOLD)
def test_who_says_so(text: str, figure: str, who: str) -> None:
    setting = setting_of(text, publisher="财经网")
    assert attribution_of(*sentence_with(figure, sentences_in(text)), setting).value == who


@pytest.mark.parametrize(
    "text",
    [
        "Quark said it had 40 million users.",
        "We said that 40 million used it.",
        "The company announced that 40 million used it.",
    ],
)
def test_a_company_in_its_own_document_is_the_source(text: str) -> None:
    setting = setting_of(text, publisher="Quark Inc.")
    assert attribution_of(*sentence_with("40", sentences_in(text)), setting) == Guess("")


def test_who_tells_one_thing_and_after_a_semicolon_another() -> None:
    text = "阿里云宣布，平台已升级；服务了500万家企业。新品有3款。"
    sentences = [
        replace(sentences_in(text)[0], start=12, text=text[12 : text.index("。") + 1]),
        sentences_in(text)[1],
    ]
    setting = setting_of(text)
    assert attribution_of(*sentence_with("500", sentences), setting) == Guess("阿里云")
    assert attribution_of(*sentence_with("3款", sentences), setting) == Guess("")


def test_who_stands_in_a_sentence_before_is_a_doubt() -> None:
    text = "She said 40 million used it."
    found = attribution_of(*sentence_with("40", sentences_in(text)), setting_of(text))
    assert not found.value
    assert "sentence before" in found.doubt


def test_the_company_of_a_report_on_one_is_named() -> None:
    text = "The company said 40 million used it."
    setting = setting_of(text, entities=ENTITIES[1:2])
    assert attribution_of(*sentence_with("40", sentences_in(text)), setting) == Guess("DingTalk")
