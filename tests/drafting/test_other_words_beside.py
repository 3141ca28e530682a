"""Figures beside words of another: of a region, a trade, a month-end, an expectation, a part."""

from datetime import date

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.periods.clauses import Tense
from exporter.drafting.periods.month_ends import of_month_told
from exporter.drafting.report_drafts import readers_of
from exporter.drafting.views.words import drivers_in, expected_in
from exporter.facts.words import Bilingual, Lang
from tests.drafting.any_source import setting_of

_NAMES = ("Acme", "Norway", "Denmark", "松木机械", "轴承")


def _drafts(text: str, lang: Lang, names: tuple[str, ...] = _NAMES) -> tuple[Draft, ...]:
    entities = tuple(Named(Bilingual(name, name)) for name in names)
    setting = setting_of(text, lang, entities=entities)
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts


@pytest.mark.parametrize(
    ("text", "metric", "is_sure"),
    [
        ("Orders in Norway rose 9%, while Denmark slipped 4%.", "Orders growth", True),
        ("Profit in Norway rose 9%. Denmark gained 4%.", "Profit growth", True),
        ("Orders rose 9%, while Denmark slipped 4%.", "Share price change", False),
    ],
)
def test_another_region_moves_as_the_one_before(text: str, metric: str, *, is_sure: bool) -> None:
    *_, last = _drafts(text, "en")
    assert (last.metric, not last.doubts) == (metric, is_sure)


@pytest.mark.parametrize(
    ("text", "status", "period"),
    [
        (
            "Citing rents that it expects to rise 3% in 2027 and strikes involving 900 drivers.",
            "achieved",
            "",
        ),
        (
            "Acme expects sales to rise 3% in 2027 and to hire 900 drivers.",
            "planned",
            "2027",
        ),
    ],
)
def test_what_is_pointed_to_beside_something_expected(text: str, status: str, period: str) -> None:
    last = next(draft for draft in _drafts(text, "en") if draft.value == "900")
    assert (str(last.status), last.period) == (status, period)


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("轴承行业回暖。\n今年行业销量为40万套。", ()),
        ("轴承行业回暖。\n今年钢铁行业销量为40万吨。", ("or is it another market?",)),
        ("松木机械回暖。\n今年行业销量为40万套。", ("or is it another market?",)),
    ],
)
def test_the_trade_is_the_one_that_the_source_names(text: str, doubts: tuple[str, ...]) -> None:
    *_, last = _drafts(text, "zh", ("松木机械", "轴承行业"))
    assert (last.entity, last.doubts) == ("轴承行业", doubts)


def test_another_part_is_none_of_the_part_before() -> None:
    text = "松木机械去年收入40亿元。轴承收入12亿元。自有品牌“青禾”和“晚照”合计实现收入3亿元，占比升至8%。"
    told = [(draft.entity, draft.metric) for draft in _drafts(text, "zh")[2:]]
    assert told == [("松木机械", "自有品牌收入"), ("松木机械", "自有品牌收入占比")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Acme ships to 240 shops from 19 depots.", {""}),
        ("Acme cut staff to 240 people from 300 a year earlier.", {"", "2025-03"}),
    ],
)
def test_other_things_are_no_earlier_number(text: str, periods: set[str]) -> None:
    assert {draft.period for draft in _drafts(text, "en")} == periods


@pytest.mark.parametrize(
    ("text", "tense", "day", "period"),
    [
        ("4月底均价为3元。", Tense.NONE, 28, "2026-04"),
        ("At the end of April it stood at 3.", Tense.PAST, 12, "2026-04"),
        ("4月底均价为3元。", Tense.NONE, 12, "2026-04-30"),
        ("4月底将交付3台。", Tense.FUTURE, 28, "2026-04-30"),
        ("4月30日均价为3元。", Tense.NONE, 28, "2026-04-30"),
    ],
)
def test_a_month_end_that_is_told_of(text: str, tense: Tense, day: int, period: str) -> None:
    assert of_month_told("2026-04-30", text, tense, date(2026, 4, day)) == period


@pytest.mark.parametrize(
    ("text", "drivers"),
    [
        (
            "pointing to costs up 5.5% and to a claim by 900 U.K. drivers. Others agreed.",
            ("costs up 5.5%", "claim by 900 U.K. drivers"),
        ),
        (
            "citing a loss at Corven Inc. and Hale Corp. of Leeds.",
            ("loss at Corven Inc.", "Hale Corp. of Leeds"),
        ),
        ("citing weak orders. Prices fell.", ("weak orders",)),
    ],
)
def test_an_abbreviation_ends_no_reason(text: str, drivers: tuple[str, ...]) -> None:
    assert drivers_in(text) == drivers


def test_an_abbreviation_ends_no_expectation() -> None:
    text = "It expects orders from U.S. growers to fall. Others agreed."
    assert expected_in(text) == ("orders from U.S. growers to fall",)
