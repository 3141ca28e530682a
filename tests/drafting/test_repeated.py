"""Figures that a source states again."""

from dataclasses import replace

import pytest

from exporter.drafting.model import Draft, DraftView
from exporter.drafting.repeated import without_repeated, without_targets
from exporter.facts.unit_names import find_unit
from exporter.facts.words import Qualifier, Status

PERCENT, YUAN, EUR = find_unit("%"), find_unit("元"), find_unit("EUR million")
GROWTH = Draft(
    "", "Dock", "归母净利润同比增速", "33.8", "", PERCENT, Qualifier.EXACT, "2026-Q3",
    Status.ACHIEVED, "", "归母净利润为15.3亿元，同比增长33.8%", 90,
)  # fmt: skip
LOOSE = replace(
    GROWTH, metric="净利润同比增速", value="30", qualifier=Qualifier.OVER, quote="逾三成", start=3
)
REVENUE = replace(
    GROWTH, metric="Revenue", value="186.2", unit=EUR, quote="Revenue was €186.2 million", start=0
)


@pytest.mark.parametrize(
    ("loose", "is_left_out"),
    [
        ({}, True),
        ({"qualifier": Qualifier.ABOUT, "value": "35"}, True),
        ({"qualifier": Qualifier.NEARLY, "value": "34"}, True),
        ({"qualifier": Qualifier.EXACT, "value": "34"}, True),
        ({"qualifier": Qualifier.EXACT, "value": "30", "metric": "净利增速"}, True),
        ({"metric": "归母净利增速"}, True),
        ({"metric": "净利环比增速"}, False),
        ({"metric": "扣非净利增速"}, False),
        ({"qualifier": Qualifier.EXACT, "value": "33"}, False),
        ({"value": "20"}, False),
        ({"value": "40"}, False),
        ({"metric": "海外收入占比"}, False),
        ({"metric": "核心净利润同比增速"}, False),
        ({"period": "2026"}, False),
        ({"entity": "Yard"}, False),
        ({"attribution": "某机构"}, False),
    ],
)
def test_what_a_title_says_loosely_is_left_out_where_the_text_is_exact(
    loose: dict[str, object], *, is_left_out: bool
) -> None:
    above = replace(LOOSE, **loose)
    assert without_repeated([above, GROWTH]) == ([GROWTH] if is_left_out else [above, GROWTH])


@pytest.mark.parametrize(
    ("passed", "is_left_out"),
    [
        ({}, True),
        ({"start": 80}, True),
        ({"start": 180}, False),
        ({"value": "20"}, False),
        ({"metric": "营业收入同比增速"}, False),
        ({"qualifier": Qualifier.ABOUT}, False),
    ],
)
def test_what_a_figure_beside_it_has_passed_is_left_out(
    passed: dict[str, object], *, is_left_out: bool
) -> None:
    growth = replace(GROWTH, start=500)
    bound = replace(growth, value="30", qualifier=Qualifier.OVER, quote="首次超过三成", start=512)
    bound = replace(
        bound, **({**passed, "start": passed["start"] + 420} if "start" in passed else passed)
    )
    assert without_repeated([growth, bound]) == ([growth] if is_left_out else [growth, bound])


def test_a_bound_that_a_share_of_the_whole_has_passed_is_left_out() -> None:
    share = replace(GROWTH, metric="电池收入占总营收比重", value="62", start=500)
    bound = replace(share, metric="电池收入占比", value="60", qualifier=Qualifier.OVER, start=512)
    assert without_repeated([share, bound]) == [share]
    other = replace(bound, metric="储能收入占比")
    assert without_repeated([share, other]) == [share, other]


def test_what_is_said_more_loosely_below_stays() -> None:
    below = replace(LOOSE, start=400)
    assert without_repeated([GROWTH, below]) == [GROWTH, below]


@pytest.mark.parametrize(
    ("again", "is_left_out"),
    [
        ({"metric": "Total revenues"}, True),
        ({"metric": "Adjusted revenue"}, False),
        ({"metric": "Total revenue", "period": "2025-Q3"}, False),
        ({"metric": "Total revenue", "value": "186.3"}, False),
        ({"metric": "Total revenue", "quote": REVENUE.quote}, False),
    ],
)
def test_a_figure_in_other_words_is_one(again: dict[str, object], *, is_left_out: bool) -> None:
    later = replace(REVENUE, **{"quote": "Total revenues 186.2", "start": 700, **again})
    assert without_repeated([REVENUE, later]) == ([REVENUE] if is_left_out else [REVENUE, later])


def test_what_is_said_loosely_far_below_the_title_stays() -> None:
    first, far = replace(REVENUE, start=0), replace(LOOSE, start=900)
    exact = replace(GROWTH, start=1200)
    assert without_repeated([first, far, exact]) == [first, far, exact]


def test_a_short_number_may_be_another_ones_by_chance() -> None:
    few, later = (
        replace(REVENUE, value="12"),
        replace(REVENUE, value="12", quote="12", metric="Net revenue"),
    )
    assert without_repeated([few, later]) == [few, later]


@pytest.mark.parametrize(
    ("said", "value", "is_left_out"),
    [
        ("21", "21.0", True),
        ("20", "20.0", True),
        ("21", "21.3", False),
        ("5", "5", False),  # a short number may be another one's by chance
    ],
)
def test_a_table_s_growth_is_that_of_the_text_with_fewer_decimals(
    said: str, value: str, *, is_left_out: bool
) -> None:
    first, prose = replace(REVENUE, start=0), replace(GROWTH, metric="Growth", start=900)
    prose = replace(prose, value=said, quote="up 21%")
    row = replace(prose, value=value, quote="Profit 84.7 70.0 21.0%", start=1200, table=1)
    left = [first, prose] if is_left_out else [first, prose, row]
    assert without_repeated([first, prose, row]) == left


@pytest.mark.parametrize(
    ("again", "is_left_out"),
    [
        ({}, True),
        ({"value": "0.4"}, False),
        ({"value": "-0.3"}, False),
        ({"metric": "Gross margin change"}, False),
        ({"period": "2025-Q3"}, False),
        ({"qualifier": Qualifier.ABOUT}, False),
        ({"unit": find_unit("bp")}, False),  # a short number in the same steps
    ],
)
def test_points_in_other_steps_are_one_change(
    again: dict[str, object], *, is_left_out: bool
) -> None:
    said = replace(REVENUE, metric="Margin change", value="30", unit=find_unit("bp"), start=900)
    later = replace(said, value="0.3", unit=find_unit("pp"), quote="Margin 9.1% 8.8%", table=1)
    later = replace(later, **again)
    assert without_repeated([said, later]) == ([said] if is_left_out else [said, later])


@pytest.mark.parametrize(
    ("again", "is_left_out"),
    [
        ({}, True),
        ({"value": "5.6"}, False),
        ({"metric": "Final dividend"}, False),
        ({"status": Status.ESTIMATE}, False),
        ({"period": "2025"}, False),
    ],
)
def test_a_dividend_that_will_be_paid_is_the_one_declared(
    again: dict[str, object], *, is_left_out: bool
) -> None:
    pence = find_unit("pence per share")
    said = replace(REVENUE, metric="Interim dividend per share", value="5.4", unit=pence)
    later = replace(said, metric="Interim dividend", status=Status.PLANNED, quote="will", start=900)
    later = replace(later, **again)
    assert without_repeated([said, later]) == ([said] if is_left_out else [said, later])


def test_a_long_name_with_the_same_short_number_is_one_figure() -> None:
    share = replace(GROWTH, metric="使用该平台的医院占比", value="40", quote="四成的医院")
    again = replace(share, quote="40%的医院", attribution="协会", start=900)
    assert without_repeated([share, again]) == [share]
    assert without_repeated([share, replace(again, value="45")]) != [share]
    short = [replace(one, metric="毛利率") for one in (share, again)]
    assert without_repeated(short) == short


TEXT = "营收12元。华泽证券维持“买入”评级，目标价由24元上调至29元。目标价29元。"
QUOTE = "华泽证券维持“买入”评级，目标价由24元上调至29元"
VIEW = DraftView(
    "", "华泽证券", "Dock", "positive", QUOTE, (QUOTE,), "买入", "29", "CNY", None, QUOTE, 7
)


def test_target_prices_stand_in_their_view_alone() -> None:
    prices = [
        replace(GROWTH, metric="目标价", value=value, unit=YUAN, start=TEXT.index(f"{value}元"))
        for value in ("24", "29")
    ]
    other = replace(GROWTH, metric="营收", value="12", unit=YUAN, start=2)
    apart = replace(prices[1], start=TEXT.rindex("29"))
    scaled = replace(prices[0], unit=find_unit("亿元"))
    drafts = [other, *prices, scaled, apart]
    assert list(without_targets(drafts, [VIEW], TEXT)) == [other, scaled, apart]
    unread = replace(VIEW, target_price="")
    assert list(without_targets(drafts, [unread], TEXT)) == drafts
