"""Tables of sums that count things, tell bare changes, shares of a total, measures by a symbol."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Wharfe Ferries", "沃夫渡轮"))
UNITS = "\tH1 2025\tH1 2024\tChange\n\t£m\t£m\t%"
HEADS = "£m\tH1 2025\tH1 2024"
A_SUM = "a number of things or a sum"
OPEN = "a change in percent, or in money"


def _drafts(text: str, title: str = "Half-year results") -> list[Draft]:
    return drafts_of_tables(setting_of(text, entities=(COMPANY,), title=title))


def _told(text: str, title: str = "Half-year results") -> list[str]:
    return [
        f"{draft.metric} | {draft.value} {draft.unit.key or draft.unit.en} | {draft.period}"
        for draft in _drafts(text, title)
        if draft.unit is not None
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Staff\t1,840\t1,790\t2.8",
        "Average staff\t1,812\t1,770\t2.4",
        "Patents granted\t46\t39\t17.9",
        "Vehicles\t880\t845\t4.1",
        "Ships in service\t12\t11\t9.1",
        "Beds\t412\t400\t3.0",
    ],
)
def test_things_are_in_no_millions_of_pounds(row: str) -> None:
    now, before, change = _drafts(f"Summary\n{UNITS}\nRevenue\t212.0\t200.0\t6.0\n{row}")[-3:]
    units = [draft.unit for draft in (now, before, change)]
    assert [unit.dimension for unit in units if unit] == ["count", "count", "ratio"]
    assert now.review == before.review == "new"


@pytest.mark.parametrize(
    "row", ["Staff costs\t1,840\t1,790", "Ship hire\t12\t11", "Ships\t12.4\t11.0", "Orders\t46\t39"]
)
def test_sums_beside_them_stay_sums(row: str) -> None:
    drafts = _drafts(f"Summary\n{HEADS}\nRevenue\t2,120\t2,000\n{row}")
    assert {draft.unit.key for draft in drafts if draft.unit} == {"GBP million"}


@pytest.mark.parametrize(
    "text",
    [
        f"Operating costs, £m\n{HEADS}\nStaff\t61\t58\nPremises\t20\t18",
        f"Revenue by channel\n{HEADS}\nStores\t412\t398\nOnline\t210\t201",
        f"Fixed assets\n{HEADS}\nVehicles\t88\t84\nLand and buildings\t120\t118",
    ],
)
def test_things_that_may_be_sums_are_doubted(text: str) -> None:
    things = [draft for draft in _drafts(text) if draft.unit and draft.unit.dimension == "count"]
    assert len(things) == 2
    assert all(A_SUM in draft.review for draft in things)


@pytest.mark.parametrize(
    ("rows", "changes"),
    [
        ("Revenue\t212.0\t200.0\t6.0\nDebt\t14.0\t18.0\t(22.2)", ["6.0 %", "-22.2 %"]),
        ("Revenue\t212.0\t200.0\t12.0", ["12.0 GBP million"]),
        ("Revenue\t12.0\t—\t12.0", ["12.0 GBP million"]),
    ],
)
@pytest.mark.parametrize("word", ["Change", "Growth", "+/-"])
def test_a_bare_change_is_in_what_the_figures_beside_it_tell(
    word: str, rows: str, changes: list[str]
) -> None:
    drafts = _drafts(f"Results\n{HEADS}\t{word}\n{rows}")
    found = [draft for draft in drafts if draft.metric.endswith(("growth", "change"))]
    told = [f"{draft.value} {draft.unit.key}" for draft in found if draft.unit]
    assert told == changes
    assert not any(OPEN in draft.review for draft in found)


@pytest.mark.parametrize("row", ["106.0\t100.0\t6.0", "14.0\t13.0\t9.9"])
def test_a_bare_change_that_may_be_either_or_neither_is_doubted(row: str) -> None:
    *_, change = _drafts(f"Results\n{HEADS}\tChange\nRevenue\t{row}")
    assert OPEN in change.review


def test_chinese_shares_are_percent_in_the_period_of_the_column_before() -> None:
    text = (
        "分产品收入构成\n单位：亿元\n产品\t2025年上半年\t占比\t2024年上半年\t占比\t同比增减\n"
        "船舶\t12.3\t45.2\t10.8\t43.0\t13.9"
    )
    assert _told(text, "2025年半年度报告") == [
        "船舶收入 | 12.3 CNY 亿 | 2025-H1",
        "船舶收入占比 | 45.2 % | 2025-H1",
        "船舶收入 | 10.8 CNY 亿 | 2024-H1",
        "船舶收入占比 | 43.0 % | 2024-H1",
        "船舶收入同比增长率 | 13.9 % | 2025-H1",
    ]


def test_chinese_shares_with_their_unit_are_called_so() -> None:
    text = (
        "营业收入构成\n\t2025年上半年\t\t2024年上半年\n"
        "\t金额（万元）\t占比（%）\t金额（万元）\t占比（%）\n船舶\t12,300\t45.2\t10,800\t43.0"
    )
    assert _told(text, "2025年半年度报告")[1::2] == [
        "船舶营业收入占比 | 45.2 % | 2025-H1",
        "船舶营业收入占比 | 43.0 % | 2024-H1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Quarterly figures\n\tQ2 2025\tQ2 2024\nOre output (kt)\t41.2\t39.8",
        "Quarterly figures\n\tQ2 2025\tQ2 2024\nOre output, kt\t41.2\t39.8",
        "Ore output, kt\tQ2 2025\tQ2 2024\nTotal\t41.2\t39.8",
        "Ore output (kt)\n\tQ2 2025\tQ2 2024\nTotal\t41.2\t39.8",
    ],
)
def test_a_measure_is_said_by_its_symbol(text: str) -> None:
    assert _told(text) == ["Ore output | 41.2 kt | 2025-Q2", "Ore output | 39.8 kt | 2024-Q2"]


def test_a_symbol_of_two_measures_in_small_letters_says_none() -> None:
    text = "Quarterly figures\n\tQ2 2025\tQ2 2024\nChip power (mW)\t41.2\t39.8"
    assert all("does not say its unit" in draft.review for draft in _drafts(text))


def test_english_shares_of_the_total_are_percent_in_the_period_before() -> None:
    text = (
        "Sales by region (EUR million)\n\t2025\t% of total\t2024\t% of total\n"
        "Nordics\t604\t50.2\t590\t51.3"
    )
    assert _told(text) == [
        "Sales, Nordics | 604 EUR million | 2025",
        "Sales, % of total, Nordics | 50.2 % | 2025",
        "Sales, Nordics | 590 EUR million | 2024",
        "Sales, % of total, Nordics | 51.3 % | 2024",
    ]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (f"{HEADS}\nNet sales\t1,204\t1,150\nOf which Nordics\t604\t590", "Net sales, Nordics"),
        (f"{HEADS}\nVessels chartered\t12\t11\nOf which Nordics\t6\t5", "Of which Nordics"),
        (
            "单位：亿元\n项目\t2025年\t2024年\n营业收入\t27.2\t25.1\n其中：渡轮\t12.2\t11.1",
            "渡轮营业收入",
        ),
    ],
)
def test_a_row_of_which_is_a_part_of_the_row_above(text: str, metrics: str) -> None:
    assert {draft.metric for draft in _drafts(f"Results\n{text}")[-2:]} == {metrics}


@pytest.mark.parametrize(
    ("heads", "statuses"),
    [
        ("\t2025 actual\t2026 guidance", ["achieved", "guidance"]),
        ("\t2025\t2026 outlook\t% change", ["achieved", "guidance", "guidance"]),
        ("\t2025A\t2026E\t2027E", ["achieved", "estimate", "estimate"]),
        ("Guidance\t2026\t2027", ["guidance", "guidance"]),
        ("\tLow guidance\tHigh guidance\n2026", ["guidance", "guidance"]),
    ],
)
def test_each_column_has_come_to_be_or_not(heads: str, statuses: list[str]) -> None:
    figures = "\t".join(["£41m", "£45m", "9%" if "%" in heads else "£46m"][: len(statuses)])
    drafts = _drafts(f"Results\n{heads}\nRevenue\t{figures}")
    assert [draft.status.value for draft in drafts] == statuses
    assert all("A" not in draft.metric and ", E" not in draft.metric for draft in drafts)


@pytest.mark.parametrize(
    ("above", "status"),
    [
        ("Highlights\nFull-year guidance raised\nTrading by region", "achieved"),
        ("Highlights\nOn track to meet full-year expectations and targets\nRegions", "achieved"),
        ("Highlights\n- Strong outlook\nTrading by region", "achieved"),
        ("We keep our forecast for the year.\nTrading by region", "achieved"),
        ("Highlights\nEncouraging outlook\nFinancial summary", "achieved"),
        ("Highlights\nFull-year guidance raised", "achieved"),  # of what is over
        ("亮点\n全年指引上调\n分地区收入", "achieved"),
        # What is over the table itself, or leads to it, says what it holds.
        ("Highlights\nGuidance for the year", "guidance"),
        ("Outlook for the year\nTrading by region", "guidance"),
        ("The table below confirms our guidance.\nTrading by region", "guidance"),
        ("We confirm our guidance as follows:\nTrading by region", "guidance"),
        ("Financial summary\nGuidance", "guidance"),
    ],
)
def test_a_table_is_guidance_by_its_own_heading_alone(above: str, status: str) -> None:
    drafts = _drafts(f"{above}\n£m\tH1 2025\tH1 2024\nFares\t41.2\t39.8\nFreight\t12.2\t11.1")
    assert [draft.status.value for draft in drafts] == [status] * 4


def test_a_second_change_leads_to_the_first_column_where_one_stands_between() -> None:
    text = "\tQ3 2025\tQ2 2025\tChange\tQ3 2024\tChange\nSales\t£41m\t£39m\t5%\t£38m\t8%"
    assert [draft.period for draft in _drafts(f"Results\n{text}")][2::2] == ["2025-Q3", "2025-Q3"]


def test_a_change_beside_each_year_is_that_year_s() -> None:
    text = "\t2025\tGrowth\t2024\tGrowth\nSales\t£41m\t8%\t£38m\t3%"
    assert [draft.period for draft in _drafts(f"Results\n{text}")] == [
        "2025",
        "2025",
        "2024",
        "2024",
    ]
