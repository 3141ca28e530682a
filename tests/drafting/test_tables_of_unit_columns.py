"""Tables with a column of units, marks in figures, and cells that say which way figures moved."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Birch Ferries", "白桦轮渡"))
YEARS = "Annual results\n\t\t2025\t2024\n"


def _drafts(text: str) -> list[Draft]:
    return drafts_of_tables(setting_of(text, entities=(COMPANY,), title="Results"))


def _told(text: str) -> list[str]:
    return [
        f"{draft.metric} {draft.value} {draft.unit.key or draft.unit.en}".strip()
        for draft in _drafts(text)
        if draft.unit is not None
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Orders received\t$m\t1,410\t1,302", "Orders received 1410 USD million"),
        ("Cargo carried\tkt\t310\t305", "Cargo carried 310 kt"),
        ("Unit cost\t$/t\t1,840\t1,902", "Unit cost 1840 USD per tonnes"),
        ("Price\t€/MWh\t84\t92", "Price 84 EUR per MWh"),
        ("Headcount\tno.\t4,310\t4,502", "Headcount 4310 employees"),
        ("Gearing\t%\t31\t35", "Gearing 31 %"),
        ("Unit cost, $/oz\t\t1,310\t1,240", "Unit cost 1310 USD per oz"),
    ],
)
def test_unit_in_a_column_of_its_own(row: str, told: str) -> None:
    first, second = _drafts(f"{YEARS}{row}")
    assert _told(f"{YEARS}{row}")[0] == told
    assert (first.period, second.period) == ("2025", "2024")
    assert (first.doubts, second.doubts) == ((), ())


def test_units_of_others_hold_for_none() -> None:
    text = f"{YEARS}Cargo carried\tkt\t310\t305\nCargo handled\t\t31\t35"
    assert _told(text)[2:] == ["Cargo handled 31", "Cargo handled 35"]


@pytest.mark.parametrize("mark", ["'", "’", "\u00a0", "\u202f", "\u2009", ","])
def test_marks_between_thousands(mark: str) -> None:
    text = (
        f"in CHF million\t2025\t2024\nFares\t1{mark}204.5\t1{mark}150.2\nLoss\t(1{mark}204.5)\t9.1"
    )
    assert _told(text)[::2] == ["Fares 1204.5 CHF million", "Loss -1204.5 CHF million"]


def test_plain_spaces_are_no_marks() -> None:
    drafts = _drafts("HK$'000\t2025\t2024\nFares\t1 204\t1 150")
    assert all(draft.doubts for draft in drafts)


def test_brackets_behind_a_sign_of_money() -> None:
    text = "\t2025\t2024\nCash flow\t£(6.1)m\t£4.0m\nProfit\t£9.8m\t£(1.2)m"
    assert _told(text) == [
        "Cash flow -6.1 GBP million",
        "Cash flow 4.0 GBP million",
        "Profit 9.8 GBP million",
        "Profit -1.2 GBP million",
    ]


def test_brackets_around_a_sum_are_doubted() -> None:
    first, second = _drafts("\t2025\t2024\nCash flow\t(£6.1m)\t£4.0m")
    assert "minus" in " ".join(first.doubts)
    assert (second.value, second.doubts) == ("4.0", ())


def test_ways_of_points() -> None:
    text = "项目\t2025年\t2024年\t同比增减\n净资产收益率\t1.52%\t3.61%\t减少2.09个百分点\n毛利率\t9.1%\t8.0%\t增加1.1个百分点"
    assert _told(text)[2::3] == ["净资产收益率同比变动 -2.09 pp", "毛利率同比变动 1.1 pp"]


def test_points_in_a_head() -> None:
    text = "2025年数据\n业务\t收入（亿元）\t毛利率（%）\t毛利率变动（pct）\n轮渡\t45.2\t24.5\t-0.8\n码头\t12.6\t9.2\t1.1"
    assert [line for line in _told(text) if "变动" in line] == [
        "轮渡毛利率同比变动 -0.8 pp",
        "码头毛利率同比变动 1.1 pp",
    ]


def test_size_of_things() -> None:
    text = "单位：人民币百万元\n项目\t2025年\t2024年\n收入\t342\t310\n月活跃用户（百万）\t84.5\t79.1\n收入（百万）\t3.1\t3.0"
    dimensions = [draft.unit.dimension for draft in _drafts(text) if draft.unit]
    assert dimensions == ["money:CNY"] * 2 + ["count"] * 2 + ["money:CNY"] * 2


def test_cells_that_are_not_read() -> None:
    text = "\t2025 £m\t2024 £m\tChange\nPrice\tXQ 3.1 groats\tXQ 6.0 groats\t-48.3%\nFares\t3.1\t6.0\t-48.3%"
    first, *others = _drafts(text)
    assert "not read" in " ".join(first.doubts)
    assert not any("not read" in " ".join(draft.doubts) for draft in others)


@pytest.mark.parametrize("share", ["Share of total", "Share of total %", "% of sales"])
def test_shares_beside_sums(share: str) -> None:
    text = f"Results\n\t2025 £m\t{share}\t2024 £m\t{share}\nFreight\t10.1\t12%\t11.2\t13%"
    drafts = _drafts(text)
    units = [draft.unit.key for draft in drafts if draft.unit]
    assert units == ["GBP million", "%", "GBP million", "%"]
    assert [draft.period for draft in drafts] == ["2025", "2025", "2024", "2024"]


def test_parts_of_which_in_percent_are_shares() -> None:
    text = "£m\t2025\t2024\nRevenue\t341\t390\nof which on board, %\t44\t12\nof which freight\t3.1\t3.2"
    assert _told(text)[2::2] == [
        "Revenue share, on board 44 %",
        "Revenue, freight 3.1 GBP million",
    ]


def test_columns_per_share_whose_quote_does_not_say_so() -> None:
    text = "\t2025\t2024\t2025 EPS\t2024 EPS\nReported\t$1,936.7\t$1,706.5\t$2.63\t$2.28"
    reviews = [draft.review for draft in _drafts(f"Net income\n{text}")]
    assert ["per share" in review for review in reviews] == [False, False, True, True]


def test_words_around_a_section() -> None:
    text = "£m\t2025\t2024\nIncludes share-based pay as follows:\nBasic\t25\t20"
    assert _told(text)[0] == "Share-based pay, basic 25 GBP million"
