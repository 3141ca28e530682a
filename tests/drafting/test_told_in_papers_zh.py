"""Turns of Chinese newspapers: what figures are called, whose they are, when, whole drafts."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

_NAMED = Named(Bilingual("青禾食品", "青禾食品"), ("青禾",))


def _drafts(text: str) -> tuple[Draft, ...]:
    setting = setting_of(text, "zh", entities=(_NAMED,))
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What grows fastest has the measure of the figures before it.
        (
            "青禾饼干收入3亿元；糖果收入2亿元；其他产品增长最快，同比增幅达23.5%。",
            ["饼干收入", "糖果收入", "其他产品收入同比增速"],
        ),
        # A length that moved is no span that says when.
        ("渠道库存已从年初的近四个月降到两个半月左右。", ["渠道库存", "渠道库存"]),
        ("青禾的账期由去年的两个月拉长到90天。", ["账期", "账期"]),
        ("青禾近三个月销量增长5%。", ["近三个月销量增速"]),
        # What is told per piece is of the thing of the clause before.
        ("他卖的青禾饼干今年售价没有变，但每盒的返点比去年少了2元。", ["饼干每盒返点变动"]),
        ("这款茶每杯的补贴比上月少了2元。", ["这款茶每杯补贴变动"]),
        # 前后 is of the day before it.
        ("青禾计划国庆前后清远三期项目开工，总投资约8亿元。", ["清远三期项目总投资"]),
    ],
)
def test_a_figure_is_called_by_the_turn_it_stands_in(text: str, names: list[str]) -> None:
    assert [draft.metric for draft in _drafts(text)] == names


def test_a_length_that_moved_is_of_when_it_was_so() -> None:
    drafts = _drafts("渠道库存已从年初的近四个月降到两个半月左右。")
    assert [(draft.value, draft.period) for draft in drafts] == [("4", "2026-01-01"), ("2.5", "")]


def test_who_knows_a_company_is_none() -> None:
    text = "青禾公布了业绩。\n一位接近公司的人士告诉记者，目前渠道库存约为45天。"
    assert [draft.entity for draft in _drafts(text)] == ["青禾食品"]
