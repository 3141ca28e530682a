"""Facts of tables as filings have them: stock among the liabilities, captions of single columns."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.heads import sentences_in_heads
from exporter.drafting.tables.table_drafts import drafts_of_tables, table_paragraphs
from exporter.facts.words import Bilingual, Status
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
        ("4500000", ""),
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


def test_a_month_above_its_day_is_that_of_its_column() -> None:
    text = """Three Months Ended
December
June 30,\t31,\tJune 30,
2025\t2024\t2024
(In millions)
Sales\t$132\t$134\t$138"""
    assert [draft.period for draft in _drafts(text)] == ["2025-Q2", "2024-Q4", "2024-Q2"]


LASTING = """(in thousands)
December 31,\tUseful Lives
2025\t2024\t(in Years)
Equipment\t$194,054\t$189,274\t3 years
{row}"""


@pytest.mark.parametrize("lives", ["3 years", "3 - 5 years", "Over life of lease", "3 to 5 years"])
def test_a_column_of_useful_lives_leaves_the_sums_beside_it(lives: str) -> None:
    drafts = _drafts(LASTING.format(row=f"Furniture\t30,914\t25,758\t{lives}"))
    assert [(draft.value, draft.unit and draft.unit.key) for draft in drafts[2:]] == [
        ("30914", "USD thousand"),
        ("25758", "USD thousand"),
    ]
    assert all("not prove" not in draft.review for draft in drafts)


DUE = """Harbour Foods publishes its annual report for the year ended December 31, 2025, which it files.
Payments due by period
(in millions)\tTotal\tLess than 1 year\t1-3 years
Leases\t$529\t$42\t$112"""


def test_what_falls_due_is_owed_at_the_end_of_the_documents_period() -> None:
    drafts = _drafts(DUE, title="Harbour Foods annual report for 2025")
    assert {draft.period for draft in drafts} == {"2025-12-31"}
    sales = DUE.replace("Payments due by period", "Sales").replace("Less than 1 year", "Europe")
    drafts = _drafts(
        sales.replace("1-3 years", "Asia"), title="Harbour Foods annual report for 2025"
    )
    assert {draft.period for draft in drafts} == {"2025"}


def _heads(line: str) -> list[str]:
    return [one.text for one in sentences_in_heads(setting_of(f"Equity\n{line}").source)]


def test_heads_of_rows_that_state_figures_are_read_as_sentences() -> None:
    stock = "Common stock, $0.001 par value; 4,990,000,000 shares authorized"
    assert _heads(f"{stock}\t428\t61") == [stock]
    rate = "Tax at the statutory rate of 21%"
    assert _heads(f"{rate}\t$428\t$61") == [rate]


@pytest.mark.parametrize(
    "head",
    [
        "Common stock, $0.001 par value; 900 shares authorized",  # it may be in millions
        "Receivables, net of allowances of $23 and $16, respectively",  # of which days?
        "Net sales (1)",
    ],
)
def test_heads_that_may_mean_something_else_are_left_to_a_person(head: str) -> None:
    assert not _heads(f"{head}\t428\t61")


def test_lines_on_stock_stay_sentences_in_a_balance_sheet() -> None:
    text = STOCK.format(rest="462,000,000 shares outstanding and\t2\t2")
    lines = text.split("\n")
    source = setting_of(text).source
    assert lines.index(next(line for line in lines if "par value" in line)) not in (
        table_paragraphs(source)
    )


def test_what_is_per_membership_is_in_no_thousands() -> None:
    text = """(in thousands, except revenue per membership)
2025\t2024
Revenue\t$323,908\t$396,882
Monthly revenue per paying membership\t$10.30\t$10.29"""
    assert _told(_drafts(text))[2:] == [
        "Monthly revenue per paying membership | 10.30 USD | 2025",
        "Monthly revenue per paying membership | 10.29 USD | 2024",
    ]


def test_a_rate_that_ends_the_head_of_a_row_is_none_of_its_cells() -> None:
    text = """(in thousands)
2025\t2024
Expected tax at the Federal statutory rate of 35%\t$49,658\t$122,279
Other\t2,294\t1,325"""
    assert [(draft.value, draft.unit and draft.unit.key) for draft in _drafts(text)][2:] == [
        ("2294", "USD thousand"),
        ("1325", "USD thousand"),
    ]


def test_a_period_that_is_not_over_is_guidance() -> None:
    text = """Three Months {ends} March 31, 2026
(In billions)\tGAAP\tNon-GAAP
Net revenues\t$2.46 - $2.52\t$2.47 - $2.53"""
    ending, ended = (_drafts(text.format(ends=ends)) for ends in ("Ending", "Ended"))
    assert {draft.status for draft in ending} == {Status.GUIDANCE}
    assert {draft.status for draft in ended} == {Status.ACHIEVED}


def test_a_row_with_fewer_cells_takes_the_sign_that_all_above_have() -> None:
    text = """(in thousands)
Year ended December 31, 2025
Domestic\tInternational\tConsolidated
Revenues\t$622,767\t$274,332\t$787,417
Provision for income taxes\t58,671"""
    last = _drafts(text)[-1]
    assert (last.value, last.unit and last.unit.key) == ("58671", "USD thousand")


def test_a_sum_whose_head_ends_with_rates_is_in_the_tables_thousands() -> None:
    text = """(in thousands)
2025\t2024
Tax expense\t$49,658\t$122,279
Foreign earnings at other than US rates\t5,310\t2,959"""
    assert [(draft.value, draft.unit and draft.unit.key) for draft in _drafts(text)][2:] == [
        ("5310", "USD thousand"),
        ("2959", "USD thousand"),
    ]


LEADING = """The tax benefits that would lower the rate if they were recognised are stated below, and \
expire in part in later years, as the law of each country has it. Their amounts are summarised as \
follows {said}:
Balance as of December 31, 2024\t$68,231
Increases for tax positions of the year\t11,174"""


def test_a_paragraph_may_end_with_the_caption_of_the_table_below() -> None:
    drafts = _drafts(LEADING.format(said="(in thousands)"))
    assert [(draft.value, draft.unit and draft.unit.key) for draft in drafts] == [
        ("68231", "USD thousand"),
        ("11174", "USD thousand"),
    ]
    assert drafts[0].quote.startswith("(in thousands) … Balance")
    plain = _drafts(LEADING.format(said="(see note 9)"))
    assert {draft.unit and draft.unit.key for draft in plain} == {"USD"}


def test_a_quarter_and_its_year_in_two_cells_are_one_head_of_one_column() -> None:
    text = """In billions, except percentages\tQ3\t2026 Guidance
Revenue\t$2.46 - $2.52
Growth\t2% - 4%"""
    assert [draft.period for draft in _drafts(text)] == ["2026-Q3", "2026-Q3"]
    apart = """In billions\tQ3\t2026
Revenue\t$2.46\t$9.52"""
    assert [draft.period for draft in _drafts(apart)][1] == "2026"
