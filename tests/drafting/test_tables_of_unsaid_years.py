"""Tables whose heads say a part of a year, or a year in a row; days above tables that are no heads."""

from datetime import date

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.datelines import is_dateline
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Birch Ferries", "白桦轮渡"))
APPEARED = date(2026, 2, 3)  # as `setting_of` has it


def _drafts(text: str, title: str) -> list[Draft]:
    return drafts_of_tables(setting_of(text, entities=(COMPANY,), title=title))


def _told(text: str, title: str = "Birch Ferries results") -> list[str]:
    return [f"{draft.metric} {draft.value} {draft.period}" for draft in _drafts(text, title)]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("3 February 2026", True),
        ("London, 3 February 2026", True),
        ("Published 4 February 2026", True),
        ("February 2, 2026", True),
        ("2026年2月3日", True),
        ("31 December 2025", False),
        ("Year ended 3 February 2026", False),
        ("As at 3 February 2026", False),
        ("\t3 February 2026", False),
        ("3 February 2026, 4 February 2026", False),
    ],
)
def test_datelines(line: str, is_one: bool) -> None:
    assert is_dateline(line, APPEARED) is is_one


@pytest.mark.parametrize("day", ["3 February 2026", "Oslo, 3 February 2026", "February 3, 2026"])
def test_day_of_the_source_is_no_head(day: str) -> None:
    drafts = _drafts(f"{day}\n\n\t2025 £m\t2024 £m\nFares\t80.2\t76.3", "Annual results")
    assert [(draft.period, draft.doubts) for draft in drafts] == [("2025", ()), ("2024", ())]


def test_other_days_are_heads() -> None:
    drafts = _drafts("31 December 2025\n\nPrices\tClose\nBirch\t£3.10\nOak\t£4.10", "Prices")
    assert {draft.period for draft in drafts} == {"2025-12-31"}


def test_parts_beside_their_years() -> None:
    text = "£m\tH1\tH2\tFY25\tFY24\t% change\nFares\t38.1\t41.3\t79.4\t70.3\t13"
    drafts = _drafts(text, "Birch Ferries: results for the year ended 30 September 2025")
    assert [(draft.metric, draft.period) for draft in drafts] == [
        ("Fares", "FY2025-H1"),
        ("Fares", "FY2025-H2"),
        ("Fares", "FY2025"),
        ("Fares", "FY2024"),
        ("Fares growth", "FY2025"),
    ]


def test_year_to_date() -> None:
    text = "£m\tQ1\tQ2\tQ3\tYTD\nFares\t31\t40\t41\t112"
    drafts = _drafts(text, "Birch Ferries third quarter results 2025")
    assert [f"{draft.metric} {draft.period}" for draft in drafts] == [
        "Fares 2025-Q1",
        "Fares 2025-Q2",
        "Fares 2025-Q3",
        "Fares 2025-01/2025-09",
    ]
    assert not any(draft.doubts for draft in drafts)


@pytest.mark.parametrize("heads", ["Q4\tQ1\tQ2\tQ3", "Q1\tQ2", "H1\tH2"])
def test_parts_that_may_be_of_another_year(heads: str) -> None:
    cells = "\t".join(f"{at + 3}1" for at in range(len(heads.split())))
    drafts = _drafts(f"£m\t{heads}\nFares\t{cells}", "Birch Ferries third quarter results 2025")
    assert all("says no year" in " ".join(draft.doubts) for draft in drafts)


def test_parts_below_their_years() -> None:
    text = "\t2024\t\t2023\t\n£m\tQ1\tQ2\tQ1\tQ2\nFares\t31\t40\t41\t42"
    assert _told(text, "Birch Ferries half-year results 2024") == [
        "Fares 31 2024-Q1",
        "Fares 40 2024-Q2",
        "Fares 41 2023-Q1",
        "Fares 42 2023-Q2",
    ]


def test_columns_of_other_years_of_one_period() -> None:
    text = "Nine months ended 31 December 2025\n£m\tFY26\tFY25\nFares\t31\t40"
    assert all("one period" in " ".join(draft.doubts) for draft in _drafts(text, "Results"))


def test_row_of_another_year() -> None:
    title = "Birch Ferries: segments, six months to 30 June 2025"
    text = f"{title}\n\tFreight\tCars\nProfit, £m\t9.9\t2.0\nProfit 2024, £m\t12.0\t6.6\nStaff 2024\t12\t14"
    drafts = _drafts(text, title)
    assert [draft.period for draft in drafts][:4] == ["2025-H1"] * 2 + ["2024-H1"] * 2
    assert {draft.metric for draft in drafts[2:4]} == {draft.metric for draft in drafts[:2]}
    assert [draft.period for draft in drafts][4:] == ["2025-H1"] * 2  # has no twin


def test_year_in_a_row_under_years() -> None:
    text = "£m\t2025\t2024\nStorm costs\t1.1\t1.2\nStorm costs 2023\t1.3\t1.4"
    assert _told(text)[2:] == ["Storm costs 2023 1.3 2025", "Storm costs 2023 1.4 2024"]


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ("2024 (as restated)\t2024 (as reported)", ["Fares", "Fares, as reported"]),
        ("2024 (restated)\t2023", ["Fares", "Fares"]),
        ("2024 (unaudited)\t2024 (audited)", ["Fares", "Fares"]),
    ],
)
def test_one_year_on_two_bases(heads: str, names: list[str]) -> None:
    drafts = _drafts(f"£m\t2025\t{heads}\nFares\t82.4\t76.3\t77.1", "Results")
    assert [draft.metric for draft in drafts][1:] == names


def test_changes_from_the_quarter_before() -> None:
    text = "£m\tQ3 2025\tQ2 2025\tQ3 2024\tq/q\ty/y\nFares\t48.1\t51.0\t45.5\t-6%\t6%"
    assert _told(text)[3:] == ["Fares sequential growth -6 2025-Q3", "Fares growth 6 2025-Q3"]


def test_units_of_another_table() -> None:
    text = "£m\t2025\t2024\nFares\t48.1\t51.0\nOutlook\t2025 actual\t2026 guidance\nPier openings\t3\t4"
    units = [draft.unit for draft in _drafts(text, "Results")]
    assert [unit.dimension for unit in units if unit] == ["money:GBP"] * 2 + ["count"] * 2
    text = "£m\t2025\t2024\nFares\t48.1\t51.0\n\t2025\t2024\nFuel\t3.1\t4.2"
    units = [draft.unit for draft in _drafts(text, "Results")]
    assert {unit.dimension for unit in units if unit} == {"money:GBP"}


def test_a_corner_that_says_the_period_of_all() -> None:
    text = "Q1 2026\tGAAP*\tNon-GAAP*\nApproximately\tApproximately\nTax rate\t(8.4)%\t13%"
    drafts = _drafts(text, "Birch Ferries reports fourth-quarter 2025 results")
    assert [f"{draft.metric} {draft.period} {draft.status}" for draft in drafts] == [
        "Tax rate, GAAP 2026-Q1 guidance",
        "Tax rate, Non-GAAP 2026-Q1 guidance",
    ]
    assert all("not over" in draft.review for draft in drafts)


def test_a_corner_beside_periods_says_none() -> None:
    told = _told("Year 2025\tQ1 2025\tQ2 2025\nFares, £m\t31\t40")
    assert told == ["Fares 31 2025-Q1", "Fares 40 2025-Q2"]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("白桦轮渡2025财年第三季度报告", "FY2025-Q1/FY2025-Q3"),
        ("白桦轮渡2025年第三季度报告", "2025-01/2025-09"),
        ("白桦轮渡2025年下半年报告", "2025"),
    ],
)
def test_from_the_begin_of_the_year(title: str, period: str) -> None:
    _, to_date = _drafts("项目\t本报告期\t年初至报告期末\n船票收入（万元）\t31\t112", title)
    assert (to_date.period, to_date.doubts) == (period, ())
