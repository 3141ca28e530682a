"""Things done or had, told without a figure."""

import pytest

from exporter.drafting.model import Draft
from exporter.drafting.names.entities import Entities
from exporter.drafting.periods.figure_periods import Periods
from exporter.drafting.views.statements import WORDS_ALONE, statements_in
from exporter.facts.words import Status
from tests.drafting.named_texts import sentences_in, setting_of


def statements(text: str) -> list[Draft]:
    setting, sentences = setting_of(text), sentences_in(text)
    entities, periods = Entities(setting, sentences), Periods(setting, sentences)
    return statements_in(sentences, setting, entities, periods)


@pytest.mark.parametrize(
    ("text", "entity", "metric", "value", "status"),
    [
        ("Quark launched a new app in Jakarta.", "Quark", "Launch",
         "launched a new app in Jakarta", Status.ACHIEVED),
        ("In May, Quark has also acquired Rival Corp.", "Quark", "Acquisition",
         "acquired Rival Corp", Status.ACHIEVED),
        ("Quark will open a centre in Lyon.", "Quark", "Opening",
         "will open a centre in Lyon", Status.PLANNED),
        ("Jane Doe was appointed chief executive of Quark.", "Quark", "Appointment",
         "Jane Doe was appointed chief executive of Quark", Status.ACHIEVED),
        ("Quark will begin production of boots.", "Quark", "Start",
         "will begin production of boots", Status.PLANNED),
        ("钉钉推出面向海外的助手、面向商家的平台，反响热烈。", "DingTalk", "推出助手",
         "推出面向海外的助手、面向商家的平台", Status.ACHIEVED),
        ("夸克将于下月正式上线“新春模式”。", "Quark", "上线新春模式",
         "将于下月正式上线“新春模式”", Status.PLANNED),
        ("钉钉同时面向学校和医院开放排班接口。", "DingTalk", "开放排班接口", "开放排班接口", Status.ACHIEVED),
        ("天宫科技推出机器人，夸克随后也推出安防助手。", "Quark", "推出安防助手", "推出安防助手",
         Status.ACHIEVED),
        ("海港银行合肥分行正式开业。", "Harbour Bank", "开业", "海港银行合肥分行正式开业",
         Status.ACHIEVED),
        ("海港银行出售旗下租赁公司。", "Harbour Bank", "出售旗下租赁公司", "出售旗下租赁公司",
         Status.ACHIEVED),
        ("阿里妈妈发布万景台标准版、万景实验室。", "Alibaba Group", "发布万景台标准版",
         "发布万景台标准版、万景实验室", Status.ACHIEVED),
    ],
)  # fmt: skip
def test_a_thing_done_is_a_text_fact(
    text: str, entity: str, metric: str, value: str, status: Status
) -> None:
    (draft,) = statements(text)
    assert (draft.entity, draft.metric, draft.value) == (entity, metric, value)
    assert (draft.status, draft.unit, draft.doubts) == (status, None, (WORDS_ALONE,))
    assert draft.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Quark launched 4 apps.",  # has a figure
        "Analysts believe Quark launched it too late.",
        "Quark may open a centre in Lyon.",
        "An app launched by Rival Corp delighted users of Quark.",
        "It rained in Lyon.",
        "Rival Corp acquired a mill.",
        "Quark Launched in Lyon",  # a headline
        "夸克有望推出新品。",
        "夸克发布会在杭州举行。",
        "夸克推动全面的技术升级。",
        "远洋集团以现金收购了工厂。",
        "夸克发布三季报。",  # only says that it reported
        "10月27日晚间，夸克发布了半年度业绩公告。",
        "Quark released its results.",
        "Quark has launched it.",
        "Quark will begin immediately and is expected to end in spring.",  # what, nobody says
        "The second half has started well and Quark is ahead of last year.",
        "Trading at Quark is firm, and the new year has begun strongly with good orders.",
        "Quark has started brightly after a weak spring.",
        "Quark has begun on a firm note.",
        "阿里云百炼全新亮相。",  # without what was done
        "钉钉正式上线。",
        "夸克接入新引擎后，多款终端升级语音能力，还开放开发工具。",  # of others
        "夸克推出相机时，股价上涨。",
        "夸克发布多款新品。",
        "门店全面升级收银系统，夸克表示满意。",
        "夸克上线了新的模式。",
    ],
)
def test_what_is_no_deed_of_an_entity(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2019年阿里成立了材料研究院，并在当年打造国内首个电池平台。", ["2019", "2019"]),
        ("2022年钉钉推出了会议系列产品。", ["2022"]),
        ("去年，夸克推出错题本。", ["2025"]),
        ("夸克推出错题本。", [""]),
        ("夸克宣布引擎升级，推出面向医院的停车系统，并开放道闸接口。", ["", ""]),
        ("In 2021 Quark launched a new app in Jakarta.", ["2021"]),
        ("Quark launched a new app in Jakarta.", [""]),
    ],
)
def test_a_thing_done_is_of_the_period_that_its_sentence_says(
    text: str, periods: list[str]
) -> None:
    assert [draft.period for draft in statements(text)] == periods
