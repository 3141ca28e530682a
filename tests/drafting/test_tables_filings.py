"""Facts of tables as filings have them: stock among the liabilities, captions of single columns."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables import drafts_of_tables
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Harbour Foods", "海港食品"))


def _drafts(text: str, *, title: str = "Results") -> list[Draft]:
    return drafts_of_tables(setting_of(text, entities=(COMPANY,), title=title))


def _told(drafts: list[Draft]) -> list[str]:
    return [
        f"{draft.metric} | {draft.value} {draft.unit.key or draft.unit.en} | {draft.period}"
        for draft in drafts
        if draft.unit is not None
    ]


STOCK = """Balance sheets
(in millions)\tMarch 31, 2025\tDecember 31, 2024
Total liabilities\t$1,200\t$950
Stockholders' equity:
Common stock, $0.0001 par value; 900 shares authorized; 601 shares issued;
{rest}
Retained earnings\t310\t295"""


@pytest.mark.parametrize(
    "rest", ["462 and 475 shares outstanding, respectively\t—\t—", "shares issued and outstanding"]
)
def test_lines_on_stock_do_not_end_a_balance_sheet_nor_name_its_rows(rest: str) -> None:
    assert _told(_drafts(STOCK.format(rest=rest)))[-2:] == [
        "Retained earnings | 310 USD million | 2025-03-31",
        "Retained earnings | 295 USD million | 2024-12-31",
    ]


def test_a_sentence_ends_a_table() -> None:
    rest = (
        "The board decides on dividends each year, as the articles of the company provide for it."
    )
    assert _told(_drafts(STOCK.format(rest=rest)))[-1].startswith("Total liabilities")


def test_heads_of_which_only_the_lowest_has_one_for_each_column() -> None:
    text = """2025\t2024
High\tLow\tHigh\tLow
First quarter\t$69.50\t$45.26\t$65.43\t$45.58
Second quarter\t100.89\t58.46\t64.40\t42.79"""
    assert _told(_drafts(text))[4:] == [
        "Second quarter, high | 100.89 USD | 2025-Q2",
        "Second quarter, low | 58.46 USD | 2025-Q2",
        "Second quarter, high | 64.40 USD | 2024-Q2",
        "Second quarter, low | 42.79 USD | 2024-Q2",
    ]


EQUITY = """Statements of equity
(in {size})
Shares\tAmount\tTotal
Balances as of December 31, 2024\t{shares}\t$1,042\t$2,010
Issue of shares\t{few}\t61\t61
Balances as of December 31, 2025\t{shares}\t$1,103\t$2,071"""


def test_numbers_of_shares_are_in_no_thousands_where_the_caption_excepts_them() -> None:
    text = EQUITY.format(size="thousands, except share data", shares="389,110,169", few="5,029,553")
    assert [draft.value for draft in _drafts(text)][:4] == ["389110169", "1042", "2010", "5029553"]


def test_numbers_of_shares_are_in_millions_where_all_is() -> None:
    text = EQUITY.format(size="millions", shares="601", few="4")
    drafts = _drafts(text)
    assert [draft.value for draft in drafts][:4] == ["601000000", "1042", "2010", "4"]
    units = [draft.unit.key or draft.unit.en for draft in drafts[:4] if draft.unit]
    assert units == ["", "USD million", "USD million", "million shares"]


def test_a_caption_of_one_column_is_not_that_of_others() -> None:
    text = """Shares\tGrant Date\tFair Value
(in millions)\tFair Value\t(in millions)
Beginning balance\t6.6\t$411.52\t$2,716
Awarded\t4.5\t$457.96\t$2,061"""
    assert [(draft.value, draft.unit and draft.unit.key) for draft in _drafts(text)][3:] == [
        ("4500000.0", ""),
        ("457.96", "USD"),
        ("2061", "USD million"),
    ]


def test_a_caption_over_the_heads_of_rows_is_that_of_all_columns() -> None:
    text = "(in millions)\t2025\t2024\nSales\t$4.5\t$4.4"
    assert [draft.unit and draft.unit.key for draft in _drafts(text)] == ["USD million"] * 2


def test_bare_rows_below_one_with_a_sign_are_of_its_table() -> None:
    text = """Balance as of December 31, 2024\t$68,231
Increases for tax positions of the year\t11,174
Settlements\t(5,578)"""
    assert [draft.value for draft in _drafts(text)] == ["68231", "11174", "-5578"]
    assert not _drafts("Sales\nReport of the auditors\t37\nBalance sheets\t41")


def test_nothing_with_a_sign_of_money_is_money_for_the_cells_below() -> None:
    text = """(In millions)\tJune 30, 2025\tJune 30, 2024
Short-term debt\t$—\t$1,150
Total stockholders' equity\t5,268\t5,153"""
    assert [draft.unit and draft.unit.key for draft in _drafts(text)][1:] == ["USD million"] * 2


WEEKS = """Harbour Foods Reports Third Quarter Results for Fiscal 2025
Harbour Foods announced its results for the third quarter of fiscal 2025, ended May 7, 2025.
(in millions)
12 Weeks Ended\t36 Weeks Ended
May 7, 2025\tMay 8, 2024\tMay 7, 2025\tMay 8, 2024
Net sales\t$52\t$51\t$160\t$151"""


def test_weeks_that_end_with_the_quarter_of_a_document_are_that_quarter() -> None:
    title = "Harbour Foods Reports Third Quarter Results for Fiscal 2025"
    periods = ["FY2025-Q3", "FY2024-Q3", "FY2025-Q1/FY2025-Q3", "FY2024-Q1/FY2024-Q3"]
    assert [draft.period for draft in _drafts(WEEKS, title=title)] == periods


def test_weeks_that_end_otherwise_are_told_by_their_days() -> None:
    title = "Harbour Foods Reports Third Quarter Results for Fiscal 2025"
    text = WEEKS.replace("May 8, 2024", "February 8, 2024")
    assert _drafts(text, title=title)[1].period == "2023-11-17/2024-02-08"
