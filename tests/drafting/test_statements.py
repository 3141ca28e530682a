"""Things done or had, told without a figure."""

import pytest

from exporter.drafting.model import Draft
from exporter.drafting.names.entities import Entities
from exporter.drafting.views.statements import WORDS_ALONE, statements_in
from exporter.facts.words import Status
from tests.drafting.named_texts import sentences_in, setting_of


def statements(text: str) -> list[Draft]:
    setting, sentences = setting_of(text), sentences_in(text)
    return statements_in(sentences, setting, Entities(setting, sentences))


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
        ("钉钉推出面向海外的助手、面向商家的平台，反响热烈。", "DingTalk", "推出",
         "推出面向海外的助手、面向商家的平台", Status.ACHIEVED),
        ("夸克将于下月正式上线“新春模式”。", "Quark", "上线", "将于下月正式上线“新春模式”", Status.PLANNED),
        ("阿里云百炼全新亮相。", "Alibaba Cloud", "亮相", "阿里云百炼全新亮相", Status.ACHIEVED),
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
    ],
)
def test_what_is_no_deed_of_an_entity(text: str) -> None:
    assert statements(text) == []
