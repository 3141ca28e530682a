"""Tables that say under their heads what each column is in; columns of years under one day."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.evidence.documents import read_document
from exporter.evidence.documents.html import read_html
from exporter.facts.words import Bilingual
from exporter.limits import READING
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Alder Tanneries", "桤木皮革"))


def _drafts(text: str) -> list[Draft]:
    return drafts_of_tables(setting_of(text, entities=(COMPANY,), title="Results"))


def _told(text: str) -> list[str]:
    return [
        f"{draft.metric} | {draft.value} {draft.unit.key or draft.unit.en} | {draft.period}".replace(
            "  |", " |"
        )
        for draft in _drafts(text)
        if draft.unit is not None
    ]


HALVES = ["212.0 GBP million | 2026-H1", "200.0 GBP million | 2025-H1", "6.0 % | 2026-H1"]


@pytest.mark.parametrize(
    "heads",
    [
        "\tH1 2026\tH1 2025\tChange\n\t£m\t£m\t%",
        "\t£m\t£m\t%\n\tH1 2026\tH1 2025\tChange",
        "\tH1 2026 £m\tH1 2025 £m\tChange %",
        "H1 2026 H1 2025 Change\n£m £m %",
        "\tH1 2026\tH1 2025\tChange\n\t£ million\t£ million\t(%)",
        "\tH1 2026\tH1 2025\tChange\n\t(£m)\t(£m)\tper cent",
    ],
)
def test_each_column_is_in_its_own_unit(heads: str) -> None:
    row = "Hides sold\t212.0\t200.0\t6.0"
    row = row if "\t" in heads else row.replace("\t", " ")
    told = [said.partition(" | ")[2] for said in _told(f"Half-year results\n{heads}\n{row}")]
    assert told == HALVES


def test_units_under_measures() -> None:
    text = (
        "Trading by business, third quarter 2026\n\tRevenue\tVolume\tMargin\n\t$m\ttonnes\t%\n"
        "Saddlery\t412\t38,000\t12.1\nGloves\t120\t14,000\t9.5"
    )
    assert _told(text)[:3] == [
        "Revenue, Saddlery | 412 USD million | 2026-Q3",
        "Volume, Saddlery | 38000 tonnes | 2026-Q3",
        "Margin, Saddlery | 12.1 % | 2026-Q3",
    ]


def test_units_under_chinese_heads() -> None:
    text = (
        "桤木皮革2026年半年度报告\n项目\t2026年上半年\t2025年上半年\t同比\n\t万元\t万元\t%\n"
        "营业收入\t41,230\t38,800\t6.3"
    )
    assert _told(text) == [
        "营业收入 | 41230 CNY 万 | 2026-H1",
        "营业收入 | 38800 CNY 万 | 2025-H1",
        "营业收入同比增长率 | 6.3 % | 2026-H1",
    ]


def test_rows_that_are_in_no_unit_of_their_column() -> None:
    text = (
        "Results\n\tH1 2026\tH1 2025\tChange\n\t£m\t£m\t%\nDividend per share (pence)\t4.2\t4.0\t5.0\n"
        "Salons\t120\t118\t1.7\nOperating margin\t12.4\t12.3\t0.1"
    )
    assert [said.partition(" | ")[2] for said in _told(text)] == [
        "4.2 pence per share | 2026-H1",
        "4.0 pence per share | 2025-H1",
        "5.0 % | 2026-H1",
        "120 | 2026-H1",
        "118 | 2025-H1",
        "1.7 % | 2026-H1",
        "12.4 | 2026-H1",
        "12.3 | 2025-H1",
        "0.1 % | 2026-H1",
    ]


def test_what_is_per_share_is_in_no_billions() -> None:
    text = "Key figures\n\t2026\t2025\n\t$bn\t$bn\nRevenue\t4.12\t3.88\nBook value per share\t1.24\t1.10"
    assert [said.partition(" | ")[2] for said in _told(text)] == [
        "4.12 USD billion | 2026",
        "3.88 USD billion | 2025",
        "1.24 USD per share | 2026",
        "1.10 USD per share | 2025",
    ]


def test_pounds_of_a_share_are_doubted() -> None:
    text = "Key figures\n\t2026\t2025\n\t£m\t£m\nRevenue\t412\t388\nEarnings per share\t12.4\t11.0"
    doubted = [draft.metric for draft in _drafts(text) if "pence" in draft.review]
    assert doubted == ["Earnings per share"] * 2


def test_a_unit_that_nobody_knows_leaves_the_others_open() -> None:
    text = "Yards\n\tRevenue\tThroughput\n\t£m\tblorks\n2026 north\t412\t388"
    assert not any("388 GBP" in said for said in _told(text))


def test_percent_heads_of_a_page_stay_cells() -> None:
    cells = "".join(f"<th>{head}</th>" for head in ("", "Q3 2026", "Q3 2025", "Change"))
    units = "".join(f"<th>{unit}</th>" for unit in ("", "€'000", "€'000", "%"))
    row = "".join(f"<td>{cell}</td>" for cell in ("Belts", "4,120", "4,000", "3.0"))
    page = f"<p>Results</p><table><tr>{cells}</tr><tr>{units}</tr><tr>{row}</tr></table>"
    assert _told(read_html(page.encode(), READING).text) == [
        "Belts | 4120 EUR thousand | 2026-Q3",
        "Belts | 4000 EUR thousand | 2025-Q3",
        "Belts growth | 3.0 % | 2026-Q3",
    ]


def test_blanks_align_units() -> None:
    text = (
        "Results\n\n                 H1 2026   H1 2025   Change\n"
        "                 £m        £m        %\n"
        "Hides sold       212.0     200.0     6.0\nNet debt          96.3     121.7    (20.9)\n"
    )
    read = read_document("note.txt", text.encode(), READING).text
    assert [said.partition(" | ")[2] for said in _told(read)][:3] == HALVES


def test_numbers_of_notes_are_no_figures() -> None:
    text = (
        "Income statement\n\tNote\t2026\t2025\n\t\t£m\t£m\nRevenue\t3\t412.1\t388.0\n"
        "Cost of sales\t\t(212.0)\t(200.4)"
    )
    assert _told(text) == [
        "Revenue | 412.1 GBP million | 2026",
        "Revenue | 388.0 GBP million | 2025",
        "Cost of sales | -212.0 GBP million | 2026",
        "Cost of sales | -200.4 GBP million | 2025",
    ]


@pytest.mark.parametrize(
    ("heads", "row", "of"),
    [
        ("\tH1 2026\tNotes\tH1 2025\tChange", "212.0\t3\t200.0\t6.0%", "2026-H1"),
        ("(£m)\t2025\t2026\tChange", "200.0\t212.0\t6.0%", "2026"),
        ("(£m)\t2023\t2024\t2025\tChange", "190.0\t200.0\t212.0\t6.0%", "2025"),
        ("(£m)\t2026\t2025\t2024\tChange", "212.0\t200.0\t190.0\t6.0%", "2026"),
    ],
)
def test_changes_are_of_the_latest_column(heads: str, row: str, of: str) -> None:
    changes = _drafts(f"Results\n{heads}\nHides sold\t{row}")
    assert changes[-1].period == of


def test_changes_are_in_percent_where_their_column_alone_says_it_beside_one_of_notes() -> None:
    text = (
        "Results\n\tNotes\tH1 2026\tH1 2025\tChange\n\t\t£m\t£m\t%\n"
        "Earnings per share (p)\t5\t4.2\t4.0\t5.0"
    )
    *_, change = _drafts(text)
    assert change.unit is not None
    assert (change.value, change.unit.key, change.review) == ("5.0", "%", "new")


def test_sums_and_rates_of_change_stand_apart() -> None:
    text = "Results\n\t2026\t2025\tChange\tChange\n\t£m\t£m\t£m\t%\nHides sold\t212.0\t200.0\t12.0\t6.0"
    assert {draft.review for draft in _drafts(text)} == {"new"}


@pytest.mark.parametrize(
    ("above", "periods"),
    [
        ("Years ended December 31, 2025 and 2024", ["2025", "2024"]),
        ("December 31, 2025 and 2024", ["2025-12-31", "2024-12-31"]),
        ("Results for the year ended 30 June 2025", ["FY2025", "FY2024"]),
        ("Six months ended June 30, 2025 and 2024", ["2025-H1", "2024-H1"]),
    ],
)
def test_a_day_above_years_is_in_the_year_of_each(above: str, periods: list[str]) -> None:
    drafts = _drafts(f"{above}\n(in millions)\t2025\t2024\nCosts of tanning\t$512\t$480")
    assert [draft.period for draft in drafts] == periods
    assert {draft.review for draft in drafts} == {"new"}


@pytest.mark.parametrize(
    "above",
    [
        "As of December 31, 2027",  # of neither column
        "As of March 31, 2025 and December 31, 2024",  # which is which
    ],
)
def test_days_that_may_be_of_another_column_are_doubted(above: str) -> None:
    drafts = _drafts(f"{above}\n(in millions)\t2025\t2024\nCosts of tanning\t$512\t$480")
    assert all("not sure" in draft.review for draft in drafts)


def test_millions_of_no_currency_have_no_decimals_that_the_table_has_not() -> None:
    text = (
        "Financial data (in millions, except per share data)\n\t2026\t2025\nNet income\t45.8\t38\n"
    )
    first, second = _drafts(f"{text}Diluted EPS\t1.18\t0.97\n")[:2]
    assert (first.value, second.value) == ("45800000", "38000000")
    assert first.doubts == ("the table does not say its unit",)
