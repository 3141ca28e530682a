"""Facts of tables: metric, value, unit and period of each figure, and the quote that proves it."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.table_drafts import drafts_of_tables, table_paragraphs
from exporter.evidence.claims import QuoteState
from exporter.evidence.clauses import split_clauses
from exporter.evidence.documents import read_document
from exporter.evidence.documents.html import read_html
from exporter.evidence.quotes import verify_quote
from exporter.evidence.source_record import positions_of
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual, Status
from exporter.limits import READING, ReadingLimits
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Harbour Foods", "海港食品"))

INCOME = """Harbour Foods reported results for the second quarter of 2025.
Harbour Foods plc
Consolidated Statement of Income
Three Months Ended\tSix Months Ended
June 30,\tJune 30,
2025\t2024\t2025\t2024
(In millions, except per share amounts)
Net revenues (1)\t$2,540\t$2,422\t$\t5,050\t$4,905
Cost of revenues\t718\t663\t1,418\t1,352
Operating loss\t(19)\t—\t(45)\t(81)
Net income per share:
Basic\t$0.32\t$(0.96)\t$1.38\t$(3.28)
Weighted average shares:
Basic\t534\t556\t536\t571
Operating margin\t20.4%\t(2.1)%\t21.0%\t(3.0)%"""

BALANCE = """Balance sheets
(dollars in thousands)\tMarch 31, 2025\tDecember 31, 2024
Current assets:
Cash\t$1,200\t$950
Inventories\t310\t295"""

CHANGES = """Segment revenue
(in millions)\t2025\t2024\tChange
Europe\t$120\t$100\t$20\t20%
Asia\t66\t60\t6\t10%
Year ended 31 December"""

CHINESE = """海港食品2025年半年度报告
主要会计数据
单位：百万元 币种：人民币
项目\t本报告期\t上年同期\t同比增减
营业收入\t1,234.5\t1,100.2\t12.21%
归属于上市公司股东的净利润\t(35.6)\t88.0\t不适用
基本每股收益（元/股）\t0.56\t0.48\t16.67%"""


def _drafts(text: str, *, title: str = "Results", year_end: YearEnd | None = None) -> list[Draft]:
    company = COMPANY._replace(year_end=year_end)
    return drafts_of_tables(setting_of(text, entities=(company,), title=title))


def _told(drafts: list[Draft]) -> list[str]:
    return [
        f"{draft.metric} | {draft.value} {draft.unit.key or draft.unit.en} | {draft.period}"
        for draft in drafts
        if draft.unit is not None
    ]


def test_a_statement_under_two_rows_of_heads() -> None:
    assert _told(_drafts(INCOME)) == [
        "Net revenues | 2540 USD million | 2025-Q2",
        "Net revenues | 2422 USD million | 2024-Q2",
        "Net revenues | 5050 USD million | 2025-H1",
        "Net revenues | 4905 USD million | 2024-H1",
        "Cost of revenues | 718 USD million | 2025-Q2",
        "Cost of revenues | 663 USD million | 2024-Q2",
        "Cost of revenues | 1418 USD million | 2025-H1",
        "Cost of revenues | 1352 USD million | 2024-H1",
        "Operating loss | -19 USD million | 2025-Q2",
        "Operating loss | -45 USD million | 2025-H1",
        "Operating loss | -81 USD million | 2024-H1",
        "Net income per share, basic | 0.32 USD per share | 2025-Q2",
        "Net income per share, basic | -0.96 USD per share | 2024-Q2",
        "Net income per share, basic | 1.38 USD per share | 2025-H1",
        "Net income per share, basic | -3.28 USD per share | 2024-H1",
        "Weighted average shares, basic | 534 million shares | 2025-Q2",
        "Weighted average shares, basic | 556 million shares | 2024-Q2",
        "Weighted average shares, basic | 536 million shares | 2025-H1",
        "Weighted average shares, basic | 571 million shares | 2024-H1",
        "Operating margin | 20.4 % | 2025-Q2",
        "Operating margin | -2.1 % | 2024-Q2",
        "Operating margin | 21.0 % | 2025-H1",
        "Operating margin | -3.0 % | 2024-H1",
    ]


def test_nothing_of_a_plain_statement_is_in_doubt() -> None:
    assert {draft.review for draft in _drafts(INCOME)} == {"new"}


@pytest.mark.parametrize("text", [INCOME, BALANCE, CHANGES, CHINESE])
def test_each_quote_stands_in_its_source(text: str) -> None:
    setting = setting_of(text, entities=(COMPANY,))
    fingerprints = tuple(clause.fingerprint for clause in split_clauses(text))
    source = setting.source
    object.__setattr__(source, "positions", positions_of(fingerprints))
    drafts = drafts_of_tables(setting)
    assert drafts
    states = {draft.quote: verify_quote(draft.quote, source).state for draft in drafts}
    assert set(states.values()) == {QuoteState.VERIFIED}, states


def test_a_quote_has_no_more_lines_than_prove_it() -> None:
    quotes = {f"{draft.metric} {draft.period}": draft.quote for draft in _drafts(INCOME)}
    assert quotes["Net revenues 2025-Q2"] == (
        "(In millions, except per share amounts) … Net revenues (1) $2,540 $2,422 $ 5,050 $4,905"
    )
    assert quotes["Operating margin 2025-Q2"] == "Operating margin 20.4% (2.1)% 21.0% (3.0)%"


def test_a_draft_begins_at_its_figure() -> None:
    assert [INCOME[draft.start :][:5] for draft in _drafts(INCOME)][:2] == ["$2,54", "$2,42"]


def test_what_stood_on_a_day() -> None:
    assert _told(_drafts(BALANCE)) == [
        "Cash | 1200 USD thousand | 2025-03-31",
        "Cash | 950 USD thousand | 2024-12-31",
        "Inventories | 310 USD thousand | 2025-03-31",
        "Inventories | 295 USD thousand | 2024-12-31",
    ]


def test_a_change_is_of_the_later_period() -> None:
    assert _told(_drafts(CHANGES))[:4] == [
        "Revenue, Europe | 120 USD million | 2025",
        "Revenue, Europe | 100 USD million | 2024",
        "Revenue change, Europe | 20 USD million | 2025",
        "Revenue growth, Europe | 20 % | 2025",
    ]


def test_a_chinese_table() -> None:
    assert _told(_drafts(CHINESE, title="海港食品2025年半年度报告")) == [
        "营业收入 | 1234.5 CNY million | 2025-H1",
        "营业收入 | 1100.2 CNY million | 2024-H1",
        "营业收入同比增长率 | 12.21 % | 2025-H1",
        "归属于上市公司股东的净利润 | -35.6 CNY million | 2025-H1",
        "归属于上市公司股东的净利润 | 88.0 CNY million | 2024-H1",
        "基本每股收益 | 0.56 CNY per share | 2025-H1",
        "基本每股收益 | 0.48 CNY per share | 2024-H1",
        "基本每股收益同比增长率 | 16.67 % | 2025-H1",
    ]


PAGE = """<html><body><article><h1>Harbour Foods grows</h1>
<p>Harbour Foods, the maker of frozen fish, sold more in both halves of the year, it said.</p>
<table><tr><th rowspan=2>In millions of euros<th colspan=2>Three months ended June 30,
<th colspan=2>Six months ended June 30,<tr><th>2025<th>2024<th>2025<th>2024
<tr><td>Sales<td>5.1<td>4.8<td>9.9<td>9.2<tr><td>Profit<td>0.4<td><td>(0.2)<td>0.3</table>
<p>It expects to open three plants, and to close an old one in the north of the country.</p>
</article></body></html>"""


def test_a_page_s_table_under_two_rows_of_heads() -> None:
    text = read_html(PAGE.encode(), ReadingLimits()).text
    assert _told(_drafts(text)) == [
        "Sales | 5.1 EUR million | 2025-Q2",
        "Sales | 4.8 EUR million | 2024-Q2",
        "Sales | 9.9 EUR million | 2025-H1",
        "Sales | 9.2 EUR million | 2024-H1",
        "Profit | 0.4 EUR million | 2025-Q2",
        "Profit | -0.2 EUR million | 2025-H1",
        "Profit | 0.3 EUR million | 2024-H1",
    ]


QUARTERS = """Selected Quarterly Financial Data
(in thousands)
December 31\tSeptember 30
2025
Revenues\t$1,823\t$1,738
Gross profit\t573\t564
2024
Revenues\t$1,484\t$1,409
Gross profit\t470\t455"""

EQUITY = """Statements of equity
(in thousands)\tShares\tTotal
Balances as of December 31, 2023\t$417,249\t$777,501
Dividends\t(120)\t(310)
Balances as of December 31, 2024\t$422,910\t$842,870
Dividends\t(140)\t(330)
Balances as of December 31, 2025\t$427,940\t$924,809"""


@pytest.mark.parametrize("said", ["Fiscal {}", "Year ended December 31, {}"])
def test_each_year_of_a_table_has_its_own(said: str) -> None:
    text = f"Segments\n(in millions)\tMedia\tTotal\n{said.format(2025)}\nRevenue\t$5\t$6\n"
    text += f"{said.format(2024)}\nRevenue\t$3\t$4\n"
    periods = [draft.period.removeprefix("FY") for draft in _drafts(text)]
    assert periods == ["2025", "2025", "2024", "2024"]


def test_each_year_of_quarters_has_its_own() -> None:
    assert [draft.period for draft in _drafts(QUARTERS)] == [
        "2025-Q4", "2025-Q3", "2025-Q4", "2025-Q3", "2024-Q4", "2024-Q3", "2024-Q4", "2024-Q3",
    ]  # fmt: skip


def test_a_change_of_equity_is_of_the_year_between_balances() -> None:
    periods = [draft.period for draft in _drafts(EQUITY)]
    assert periods[::2] == ["2023-12-31", "2024", "2024-12-31", "2025", "2025-12-31"]


QUARTERLY_ZH = """海港食品2025年第三季度报告
单位：元 币种：人民币
项目\t本报告期\t本报告期比上年同期增减变动幅度(%)\t年初至报告期末\t年初至报告期末比上年同期增减变动幅度(%)
营业收入\t12,345,678.90\t12.21\t34,567,890.12\t-10.05
项目\t2025年9月30日\t2024年12月31日
货币资金\t1,234.50\t1,100.00"""


def test_columns_in_percent() -> None:
    drafts = _drafts(QUARTERLY_ZH, title="海港食品2025年第三季度报告")
    assert _told(drafts) == [
        "营业收入 | 12345678.90 CNY | 2025-Q3",
        "营业收入同比增长率 | 12.21 % | 2025-Q3",
        "营业收入 | 34567890.12 CNY | 2025-01/2025-09",
        "营业收入同比增长率 | -10.05 % | 2025-01/2025-09",
        "货币资金 | 1234.50 CNY | 2025-09-30",
        "货币资金 | 1100.00 CNY | 2024-12-31",
    ]
    assert {draft.review for draft in drafts} == {"new"}


def test_a_range_is_one_fact() -> None:
    text = "Guidance\n(In billions)\tQ3 2026\nRevenue\t$2.46 - $2.52\nGrowth\t2% - 4%\n"
    told = [
        (draft.metric, draft.value, draft.high, draft.unit and draft.unit.key, draft.status)
        for draft in _drafts(text)
    ]
    assert told == [
        ("Revenue", "2.46", "2.52", "USD billion", Status.GUIDANCE),
        ("Growth", "2", "4", "%", Status.GUIDANCE),
    ]


@pytest.mark.parametrize(
    ("head", "end", "period"),
    [
        ("Year Ended December 31, 2025", None, "2025"),
        ("Years Ended December 2, 2025", None, "FY2025"),
        ("Three Months Ended March 31, 2025", None, "2025-Q1"),
        ("Three Months Ended March 31, 2025", YearEnd(6, 30), "FY2025-Q3"),
        ("Nine Months Ended September 30, 2025", None, "2025-01/2025-09"),
        ("12 Weeks Ended May 7, 2025", YearEnd(8, 31), "FY2025-Q3"),
        ("12 Weeks Ended May 7, 2025", None, "2025-02-13/2025-05-07"),
        ("Q4 2025", None, "2025-Q4"),
        ("Q4 2025", YearEnd(3, 31), "FY2025-Q4"),
        ("Fiscal 2025", None, "FY2025"),
        ("H1 2025", None, "2025-H1"),
        ("As of June 30, 2025", None, "2025-06-30"),
        ("2025年1-6月", None, "2025-H1"),
        ("2025年前三季度", None, "2025-01/2025-09"),
        ("前三季度 2025", None, "2025-01/2025-09"),
        ("前九个月 2025", None, "2025-01/2025-09"),
        ("2025年前九个月", None, "2025-01/2025-09"),
        ("第三季度 2025", None, "2025-Q3"),
        ("二季度 2025", None, "2025-Q2"),
        ("下半年 2025", None, "2025-H2"),
        ("2025年第三季度", None, "2025-Q3"),
        ("2025年12月31日", None, "2025-12-31"),
        ("截至2025年6月30日止六个月", None, "2025-H1"),
    ],
)
def test_periods_of_heads(head: str, end: YearEnd | None, period: str) -> None:
    drafts = _drafts(f"Revenue\n(in millions)\t{head}\nSales\t$12\n", year_end=end)
    assert [draft.period for draft in drafts] == [period]


def test_rows_that_do_not_fit_are_in_doubt() -> None:
    text = INCOME.replace("Cost of revenues\t718\t663", "Cost of revenues\t718")
    doubts = {draft.metric: draft.doubts for draft in _drafts(text)}
    assert doubts["Cost of revenues"] == ("the row has 3 figures, the table 4 columns",)
    assert doubts["Net revenues"] == ()


def test_what_comes_after_the_source_is_planned() -> None:
    drafts = _drafts("Leases\n(in millions)\t2027\t2028\nPayments\t$12\t$10\n")
    assert {draft.status for draft in drafts} == {Status.PLANNED}


def test_a_list_of_contents_is_no_table() -> None:
    text = "Table of contents\nItem 1. Business\t5\nItem 1A. Risk factors\t17\n"
    assert _drafts(text) == []
    assert table_paragraphs(setting_of(text).source) == set()


def test_paragraphs_of_tables() -> None:
    text = f"{INCOME}\nIn the quarter, Harbour Foods opened 12 stores in Spain, and closed 3.\n"
    found = table_paragraphs(setting_of(text).source)
    assert found == set(range(3, 15))


def test_a_title_says_what_its_parts_measure() -> None:
    text = "Order intake by region\n£m\tH1 2026\tH1 2025\nNordics\t120\t100\nIberia\t66\t60"
    assert [draft.metric for draft in _drafts(text)] == [
        *["Order intake, Nordics"] * 2,
        *["Order intake, Iberia"] * 2,
    ]


FISCAL = """Dock reports first quarter fiscal 2027 results
Dock today announced its results for the first quarter of fiscal 2027, which ended on 30 September 2026.
£ million\tQ1 2027\tQ1 2026
Revenue\t412.6\t384.5"""


def test_quarters_of_a_document_that_counts_by_fiscal_years_are_fiscal() -> None:
    drafts = _drafts(FISCAL, title="Dock reports first quarter fiscal 2027 results")
    assert [draft.period for draft in drafts] == ["FY2027-Q1", "FY2026-Q1"]


_SIGNED = """Harbour Foods plc
£ million\tFY26\tFY25\tChange
Revenue\t318.4\t276.9\t+15%
Operating profit\t38.9\t41.3\t(6)%
Adjusted EBITDA\t71.2\t66.5\t+7%
Net cash\t54.0\t82.7"""


def test_a_change_with_a_plus_and_years_of_two_digits() -> None:
    """A row whose last cell is empty has no more columns than it has figures."""
    march = YearEnd(3, 31)
    assert _told(_drafts(_SIGNED, year_end=march)) == [
        "Revenue | 318.4 GBP million | FY2026",
        "Revenue | 276.9 GBP million | FY2025",
        "Revenue growth | 15 % | FY2026",
        "Operating profit | 38.9 GBP million | FY2026",
        "Operating profit | 41.3 GBP million | FY2025",
        "Operating profit growth | -6 % | FY2026",
        "Adjusted EBITDA | 71.2 GBP million | FY2026",
        "Adjusted EBITDA | 66.5 GBP million | FY2025",
        "Adjusted EBITDA growth | 7 % | FY2026",
        "Net cash | 54.0 GBP million | FY2026",
        "Net cash | 82.7 GBP million | FY2025",
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Sales\t20\t18\t+11.1%", ["20 USD million", "18 USD million", "11.1 %"]),
        ("Sales\t20\t18\t(+11%)", ["20 USD million", "18 USD million", "11 %"]),
        ("Sales\t20\t18\t+$2", ["20 USD million", "18 USD million", "2 USD million"]),
        ("Sales\t20\t22\t-9%", ["20 USD million", "22 USD million", "-9 %"]),
        ("Margin\t20%\t18%\t+2 pp", ["20 %", "18 %", "2 pp"]),
    ],
)
def test_a_plus_before_a_change(row: str, expected: list[str]) -> None:
    text = f"Results\n$ million\tQ1 26\tQ1 25\tChange\n{row}"
    assert [line.split(" | ")[1] for line in _told(_drafts(text))] == expected


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("H1 26\tH1 25", ["2026-H1", "2025-H1"]),
        ("1H26\t1H25", ["2026-H1", "2025-H1"]),
        ("H2 FY26\tH2 FY25", ["FY2026-H2", "FY2025-H2"]),
        ("FY'26\tFY'25", ["FY2026", "FY2025"]),
    ],
)
def test_short_years_in_heads_of_columns(heads: str, expected: list[str]) -> None:
    text = f"Results\n$ million\t{heads}\tChange\nSales\t20\t18"
    assert [line.split(" | ")[2] for line in _told(_drafts(text))] == expected


MIXED = """Key figures
\tQ1 26\tQ1 25
Revenue ($ million)\t742\t629
Operating margin\t9.1%\t8.4%
Passengers (thousand)\t4,120\t3,880
Clinics\t612\t560
Load factor (%)\t84.1\t82.9"""


def test_a_row_of_percentages_does_not_say_what_other_kinds_of_rows_are_in() -> None:
    told = [
        line for line in _told(_drafts(MIXED)) if line.startswith(("Clinics |", "Passengers |"))
    ]
    assert told == [
        "Passengers | 4120000 passengers | 2026-Q1",
        "Passengers | 3880000 passengers | 2025-Q1",
        "Clinics | 612 clinics | 2026-Q1",
        "Clinics | 560 clinics | 2025-Q1",
    ]


def test_a_row_of_percentages_says_what_rows_like_it_are_in() -> None:
    text = "Shares\n\tQ1 26\tQ1 25\nCost of sales\t45.2%\t44.1%\nGross margin\t54.8\t55.9"
    assert [line.split(" | ")[1] for line in _told(_drafts(text))] == [
        "45.2 %", "44.1 %", "54.8 %", "55.9 %",
    ]  # fmt: skip


def test_units_of_heads_of_rows_in_chinese() -> None:
    text = "人民币百万元\t2025年\t2024年\n营业收入\t3,864\t3,317\n门店数（家）\t1,612\t1,560\n销量（万吨）\t146\t133"
    drafts = _drafts(text)
    assert [draft.metric for draft in drafts[::2]] == ["营业收入", "门店数", "销量"]
    units = [draft.unit.zh for draft in drafts[::2] if draft.unit]
    assert units == ["百万元", "家门店", "万吨"]


BOX = """Kettering at a glance
Floor space\t58,000 sq m
Investment\t£185m
Construction time\t26 months
Storage positions\t212,000"""


def test_a_box_of_facts_has_a_draft_for_each_row() -> None:
    assert _told(_drafts(BOX)) == [
        "Floor space | 58000 m² | ",
        "Investment | 185 GBP million | ",
        "Construction time | 26 months | ",
        "Storage positions | 212000 positions | ",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Contents\nResults\t12\nNotes to the accounts\t31",
        "Contacts\nTelephone\t0113 496 0128\nFounded\t1984\nTicker\t700",
        "Diary\nAnnual meeting\t12 May 2026\nDividend paid\t3 June 2026\nResults\t8 August 2026",
    ],
)
def test_lists_of_pages_numbers_and_days_are_no_boxes_of_facts(text: str) -> None:
    assert _drafts(text) == []


def test_the_year_of_a_span_may_stand_in_another_line() -> None:
    head = "截至9月30日止三个月"
    text = f"""海港食品2025年第三季度业绩
（人民币百万元）\t{head}\t{head}\t截至9月30日止九个月\t截至9月30日止九个月
\t2025年\t2024年\t2025年\t2024年
净收入\t2,247\t1,906\t4,383\t3,702
归属于股东的净利润\t441\t352\t868\t690"""
    drafts = _drafts(text, title="海港食品2025年第三季度业绩")
    assert {draft.metric for draft in drafts} == {"净收入", "归属于股东的净利润"}
    assert [draft.period for draft in drafts][:4] == [
        "2025-Q3", "2024-Q3", "2025-01/2025-09", "2024-01/2024-09",
    ]  # fmt: skip


HALVES = """Calder Water results
Summary
Six months ended 30 September (£ million, unless stated)
\tH1 FY2027\tH1 FY2026\tChange
Revenue\t412.6\t378.4\t9%
Basic earnings per share (pence)\t18.2\t15.3\t19%
Receivables outstanding (days)\t46\t51\t-10%"""

SAME_QUARTERS = """Calder Water results
Summary
Three months ended 30 June 2026 ($ million)
\tQ2 2026\tQ2 2025
Revenue\t412.6\t378.4
Dividend per share (cents)\t5.4\t5.0"""


def test_heads_that_say_their_own_period_win_over_the_caption() -> None:
    assert _told(_drafts(HALVES, year_end=YearEnd(3, 31))) == [
        "Revenue | 412.6 GBP million | FY2027-H1",
        "Revenue | 378.4 GBP million | FY2026-H1",
        "Revenue growth | 9 % | FY2027-H1",
        "Basic earnings per share | 18.2 pence per share | FY2027-H1",
        "Basic earnings per share | 15.3 pence per share | FY2026-H1",
        "Basic earnings per share growth | 19 % | FY2027-H1",
        "Receivables outstanding | 46 days | FY2027-H1",
        "Receivables outstanding | 51 days | FY2026-H1",
        "Receivables outstanding growth | -10 % | FY2027-H1",
    ]
    assert [said.split(" | ")[1:] for said in _told(_drafts(SAME_QUARTERS))] == [
        ["412.6 USD million", "2026-Q2"],
        ["378.4 USD million", "2025-Q2"],
        ["5.4 US cents per share", "2026-Q2"],
        ["5.0 US cents per share", "2025-Q2"],
    ]


def test_a_table_that_blanks_align_in_a_text_file() -> None:
    text = (
        "Results\n\n£ million        H1 2026   H1 2025   Change\n"
        "Revenue            387.8     360.1     7.7%\nNet debt            96.3     121.7     (20.9)%\n"
    )
    read = read_document("note.txt", text.encode(), READING).text
    assert _told(_drafts(read))[:3] == [
        "Revenue | 387.8 GBP million | 2026-H1",
        "Revenue | 360.1 GBP million | 2025-H1",
        "Revenue growth | 7.7 % | 2026-H1",
    ]
