"""Doubts of drafted names: general words alone, parts of a figure, measures right beside."""

import pytest

from exporter.drafting.metrics.en.sites import OPEN
from exporter.drafting.metrics.sureness import as_sure_as
from exporter.drafting.model import Guess
from tests.drafting.said_for_figures import sentences_of, stated


def _doubt(text: str, figure: str, name: str, doubt: str = "") -> str:
    (sentence,) = sentences_of(text)
    return as_sure_as(Guess(name, doubt), stated(text, figure), sentence).doubt


@pytest.mark.parametrize(
    "name",
    ["Units", "Share", "Running", "Early", "Consensus", "Growth forecast", "Share change", "金额", "占比",
     "Ahead", "Out of overhead", "Tonne", "Analysts growth", "Grew", "Equivalent",
     "Worse", "Flat", "Rather", "Broadly in line", "Cost", "Plans", "Pay", "Guidance", "Was", "Price",
     "Value", "Number", "Returned", "Came in spite of average price", "Is balloting members",
     "Of its clubs", "Despite price of pass", "Wants to have", "Thanks to mild winter",
     "Earnings", "Loss", "Spending", "Long ago", "Brings in more", "Takes up less room", "So far"],
)  # fmt: skip
def test_a_general_word_alone_says_little(name: str) -> None:
    assert _doubt("It was 12.", "12", name) == "the name says little: see what is measured"


@pytest.mark.parametrize(
    "name",
    ["Units sold", "Market share", "Revenue", "Vessels", "Spending on roads", "Orders growth", "Turnover",
     "Shipping", "Flats", "Flat fee", "毛利率", "订单金额", "Costs", "Cost growth", "Price change",
     "Pay offer", "Plans sold", "Unemployed", "Value of orders", "Seed", "Put options",
     "Made-to-order sales", "Fees"],
)  # fmt: skip
def test_a_measure_says_enough(name: str) -> None:
    assert _doubt("It was 12.", "12", name) == ""


@pytest.mark.parametrize(
    ("text", "name", "is_sure"),
    [
        ("Its earnings came to £9m.", "Earnings", True),
        ("It made £9m from tea.", "Earnings", False),
        ("It reported a loss of £9m.", "Loss", True),
        ("It lost £9m on tea.", "Loss", False),
        ("Spending rose to £9m.", "Spending", True),
        ("It will spend £9m.", "Spending", False),
    ],
)
def test_a_measure_of_many_kinds_is_plain_only_where_it_is_said(
    text: str, name: str, is_sure: bool
) -> None:
    assert bool(_doubt(text, "£9", name)) is not is_sure


def test_a_price_of_so_much_a_month_is_plain() -> None:
    assert _doubt("It costs £4.99 a month.", "£4.99", "Price") == ""


@pytest.mark.parametrize(
    ("text", "figure", "name", "is_open"),
    [
        (
            "Profit fell after £9 million of restructuring costs.",
            "£9",
            "Restructuring costs",
            False,
        ),
        ("It reported a fall in EBITDA to $2 billion.", "$2", "EBITDA", False),
        ("Revenue rose 4% as costs came to $2 billion.", "$2", "Revenue", True),
        ("Staff numbers fell, with profit at Rival, at $2 billion.", "$2", "Profit", True),
        ("The shares trade at 5.2 times expected earnings.", "5.2", "Price-earnings ratio", False),
    ],
)
def test_a_measure_right_beside_is_in_no_doubt(
    text: str, figure: str, name: str, is_open: bool
) -> None:
    assert (_doubt(text, figure, name, OPEN) == OPEN) is is_open


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("Spending was £21 million, of which £12 million went to Leeds.", True),
        ("Spending was £21 million, and costs were £12 million.", False),
    ],
)
def test_a_part_of_the_figure_before(text: str, is_part: bool) -> None:
    assert bool(_doubt(text, "£12", "Capital expenditure")) is is_part
