"""Tables whose heads do not surely tell which column is of which date are left to a person."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of
from tests.evidence.documents.made_pdfs import drawn, read

COMPANY = Named(Bilingual("Harbour Foods", "海港食品"))
UNSURE = "which column is which date is not sure"
ROWS = "Cash and deposits\t$8,140\t$7,325\nTrade receivables\t1,206\t998"


def _drafts(heads: str, rows: str = ROWS) -> list[Draft]:
    text = f"Balance sheets\n(in millions)\n{heads}\n{rows}"
    return drafts_of_tables(setting_of(text, entities=(COMPANY,), title="Results"))


@pytest.mark.parametrize(
    "heads",
    [
        "September 1, March 2, 2025\n2024 ASSETS",
        "September 1,\tMarch 2, 2025\n2024\nASSETS",
        "March 2, 2025\tSeptember 1,",
        "March 2, 2025\t2024\nSeptember 1,",
        "September 1,\nMarch 2, 2025\t2024",
        "March 2, September 1,\n2025 2024",
        "March 2, September 1,\n2024",
        "March 2,\nSeptember 1,\n2025\t2024",
        "September 1, 2024 March 2,\n2025",
        "December 31, 2024\t2023",
    ],
)
def test_every_figure_below_is_doubted(heads: str) -> None:
    drafts = _drafts(heads)
    assert len(drafts) == 4
    assert all(UNSURE in "; ".join(draft.doubts) for draft in drafts)


@pytest.mark.parametrize(
    "heads",
    [
        "March 2, 2025\tSeptember 1, 2024\nASSETS",
        "March 2, 2025 September 1, 2024",
        "March 2,\tSeptember 1,\n2025\t2024",
        "As of March 31,\n2025\t2024",
        "As of December 31, 2024 and 2023\n2024\t2023",
        "March 31\tJune 30\n2024",
        "April 9, 2026\nYear ended December 31,\n2025\t2024",
        "As of March 2, 2025 and September 1, 2024\nMarch 2, 2025\tSeptember 1, 2024",
        "Fiscal 2025\nNovember 30, 2024\tNovember 30, 2023",
        "April 1, 2024 to March 31, 2025\tApril 1, 2023 to March 31, 2024",
        "Three months ended\tSix months ended\nJune 30, 2025\tJune 30, 2025",
        "2025 vs. 2024\nMarch 31, 2025\tMarch 31, 2024",
        "项目\t2025年6月30日\t2024年12月31日",
        "2024年1月1日至2024年12月31日\t2023年1月1日至2023年12月31日",
    ],
)
def test_heads_that_tell_the_date_of_each_column_are_taken(heads: str) -> None:
    drafts = _drafts(heads)
    assert len(drafts) == 4
    assert not any(UNSURE in "; ".join(draft.doubts) for draft in drafts)


def test_a_head_of_a_pdf_over_two_lines_gives_each_column_its_own_date() -> None:
    cells = {
        (200, 206): "March 2, 2025", (270, 210): "September 1,", (270, 202): "2024",
        (60, 220): r"\(in millions\)",
        (20, 192): "Cash and deposits", (205, 192): "$8,140", (275, 192): "$7,325",
        (20, 182): "Stocks", (205, 182): "1,206", (275, 182): "998",
    }  # fmt: skip
    operators = [f"BT /F1 8 Tf {x} {y} Td ({text}) Tj ET" for (x, y), text in cells.items()]
    text = read(drawn(*operators)).text
    assert text is not None
    drafts = drafts_of_tables(setting_of(text, entities=(COMPANY,), title="Results"))
    assert [(draft.value, draft.period) for draft in drafts[:2]] == [
        ("8140", "2025-03-02"),
        ("7325", "2024-09-01"),
    ]
    assert not any(draft.doubts for draft in drafts)


@pytest.mark.parametrize(
    "heads",
    [
        "Bergen, 17 July 2025, 07:30 CEST\tHighlights\nUSD\tQ2 2025\tQ2 2024",
        "Turnover was flat (Q3 2024: $768 million)\nUSD\t2025 Q3\t2024 Q3",
        "Highlights of 17 July 2025\nUSD\tH1 2025\tH1 2024",
        "Harbour Foods, 28 April 2025\nUSD\tFirst quarter 2025\tFirst quarter 2024",
    ],
)
def test_heads_that_say_all_of_their_periods_need_nothing_above(heads: str) -> None:
    drafts = _drafts(heads)
    assert [UNSURE in "; ".join(draft.doubts) for draft in drafts] == [False] * 4
