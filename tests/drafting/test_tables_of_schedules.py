"""Facts of tables of what falls due, of sums over periods, and of what stood on days."""

import pytest

from exporter.drafting.tables.table_drafts import drafts_of_tables
from tests.drafting.named_texts import setting_of
from tests.drafting.table_facts import COMPANY, told

SCHEDULE = """As of June 30, 2025, maturities of vehicle leases were as follows (in thousands):
Years ending December 31,\tVehicles
2025 (remaining six months)\t$610
2026\t1,248
2027\t1,265
Thereafter\t2,133
Total payments\t5,256"""


def test_rows_of_years_to_come_are_of_these_years_and_named_by_what_leads_to_them() -> None:
    assert told(SCHEDULE) == [
        "Maturities of vehicle leases | 610 USD thousand | 2025",
        "Maturities of vehicle leases | 1248 USD thousand | 2026",
        "Maturities of vehicle leases | 1265 USD thousand | 2027",
        "Maturities of vehicle leases, thereafter | 2133 USD thousand | 2025-06-30",
        "Total payments | 5256 USD thousand | 2025-06-30",
    ]


def test_rows_of_years_without_what_comes_after_are_no_schedule() -> None:
    text = SCHEDULE.replace("Thereafter\t2,133\n", "")
    assert not any("Maturities" in line for line in told(text))


@pytest.mark.parametrize(
    ("heads", "period"),
    [("2025\t2026\t2027", "2025/2027"), ("Q1 2025\tQ2 2025\tQ3 2025\tQ4 2025", "2025")],
)
def test_a_total_behind_periods_that_follow_one_another_is_of_them_all(
    heads: str, period: str
) -> None:
    cells = "\t".join("$20" for _ in heads.split("\t"))
    text = f"Spending plan (millions of dollars)\n{heads}\tTotal\nPower lines\t{cells}\t$80"
    assert told(text)[-1].endswith(f" | 80 USD million | {period}")


def test_a_total_behind_two_years_is_not_summed() -> None:
    text = "(in millions)\n2025\t2024\tTotal\nPower lines\t$30\t$20\t$50"
    assert "/" not in told(text)[-1].rpartition(" | ")[2]


def test_years_are_the_days_as_of_which_the_words_above_say_that_a_table_is() -> None:
    text = """Rolling stock consisted of the following as of May 2, 2025 and May 3, 2024:
(in millions)\t2025\t2024
Wagons\t$259\t$268"""
    assert [line.rpartition(" | ")[2] for line in told(text)] == ["2025-05-02", "2024-05-03"]
    of_one_day = text.replace(" and May 3, 2024", "")
    assert [line.rpartition(" | ")[2] for line in told(of_one_day)] == ["2025", "2024"]
    flows = text.replace("as of May 2, 2025 and May 3, 2024", "in fiscal 2025 and 2024")
    assert [line.rpartition(" | ")[2] for line in told(flows)] == ["2025", "2024"]


def test_what_was_granted_between_two_balances_is_of_the_months_between_them() -> None:
    text = """(in thousands)
Awards
Outstanding at December 31, 2024\t7,914
Granted\t1,205
Outstanding at June 30, 2025\t8,113"""
    assert [line.rpartition(" | ")[2] for line in told(text)] == [
        "2024-12-31", "2025-H1", "2025-06-30",
    ]  # fmt: skip


OPTIONS = """Weighted-
Number of\tAverage\tRemaining\tAggregate
Options\tExercise\tTerm\tIntrinsic Value
(in thousands)\tPrice\t(years)\t(in thousands)
Outstanding at March 31, 2025\t791\t$31.22
Granted\t120\t42.75
Outstanding at June 30, 2025\t911\t$33.60\t6.8\t$9,120"""


def test_rows_of_fewer_cells_are_under_the_heads_of_the_widest_and_doubted() -> None:
    drafts = drafts_of_tables(setting_of(OPTIONS, entities=(COMPANY,), title="Results"))
    prices = [draft for draft in drafts if "price" in draft.metric]
    assert [(draft.value, draft.period) for draft in prices] == [
        ("31.22", "2025-03-31"), ("42.75", "2025-Q2"), ("33.60", "2025-06-30"),
    ]  # fmt: skip
    assert [bool(draft.doubts) for draft in prices] == [True, True, False]


def test_a_term_in_years_is_in_no_thousands() -> None:
    drafts = drafts_of_tables(setting_of(OPTIONS, entities=(COMPANY,), title="Results"))
    assert [draft.value for draft in drafts if "term" in draft.metric] == ["6.8"]


def test_additions_between_the_columns_of_two_years_are_of_the_later_one() -> None:
    text = """(in millions)\t2023\tAdditions\tOther\t2024
Water rights\t$286\t$86\t$(2)\t$370"""
    assert told(text) == [
        "Water rights | 286 USD million | 2023",
        "Water rights, Additions | 86 USD million | 2024",
        "Water rights, other | -2 USD million | 2024",
        "Water rights | 370 USD million | 2024",
    ]


def test_months_that_end_with_the_document_in_no_year_are_of_its_year() -> None:
    text = """(dollars in millions)
Three Months\tTwelve Months
Ended\tEnded
{day}\t{day}
Storm costs\t$15\t$52"""
    title = "Results for the fourth quarter of 2024"
    found = told(text.format(day="Dec. 31"), title=title)
    assert found == [
        "Storm costs | 15 USD million | 2024-Q4",
        "Storm costs | 52 USD million | 2024",
    ]
