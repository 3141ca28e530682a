"""Heads of columns in several lines, of which each column of a PDF has its own number."""

import pytest

from tests.evidence.documents.made_pdfs import drawn, read

pytestmark = pytest.mark.usefixtures("unconfined")

Cells = dict[tuple[float, float], str]  # where each begins: to the right, and up
COLUMNS = (200.0, 270.0, 340.0)


def _lines(cells: Cells, *, size: float = 8) -> list[str]:
    operators = [f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for (x, y), text in cells.items()]
    document = read(drawn(*operators))
    assert document.text is not None
    return document.text.split("\n")


def _row(words: str, up: float, *figures: str) -> Cells:
    return {(20.0, up): words} | {
        (left, up): figure for left, figure in zip(COLUMNS, figures, strict=False)
    }


BODY = _row("Cash and deposits", 180, "8,140", "7,325") | _row("Stocks", 170, "1,206", "998")


@pytest.mark.parametrize(
    ("heads", "read_as"),
    [
        (
            {(200, 206): "March 2, 2025", (270, 210): "September 1,", (270, 202): "2024"},
            "March 2, 2025\tSeptember 1, 2024",
        ),
        (
            {(200, 210): "September 1,", (200, 202): "2024", (270, 206): "March 2, 2025"},
            "September 1, 2024\tMarch 2, 2025",
        ),
        (
            {
                (200, 214): "As of", (200, 206): "March 2,", (200, 198): "2025",
                (270, 210): "September 1,", (270, 202): "2024",
            },
            "As of March 2, 2025\tSeptember 1, 2024",
        ),
        (
            {(200, 210): "March 2, 2025", (270, 210): "September 1,", (270, 202): "2024"},
            "March 2, 2025\tSeptember 1, 2024",
        ),
        (
            {(270, 210): "September 1,", (200, 202): "March 2, 2025", (270, 202): "2024"},
            "March 2, 2025\tSeptember 1, 2024",
        ),
    ],
    ids=["middle of the second", "middle of the first", "three and two", "tops", "feet"],
)  # fmt: skip
def test_a_head_s_lines_are_read_by_their_column(heads: Cells, read_as: str) -> None:
    lines = _lines(heads | {(120.0, 190.0): "ASSETS"} | BODY)
    assert lines == [read_as, "ASSETS", "Cash and deposits\t8,140\t7,325", "Stocks\t1,206\t998"]


def test_days_above_years_stay_lines_of_one_cell_for_each_column() -> None:
    heads: Cells = {
        (200, 210): "March 2,", (270, 210): "September 1,", (200, 202): "2025", (270, 202): "2024"
    }  # fmt: skip
    assert _lines(heads | BODY)[:2] == ["March 2,\tSeptember 1,", "2025\t2024"]


def test_a_day_above_years_is_that_of_them_all() -> None:
    heads: Cells = {(235, 210): "March 2,", (200, 202): "2025", (270, 202): "2024"}
    assert _lines(heads | BODY)[:2] == ["March 2,", "2025\t2024"]


@pytest.mark.parametrize("corner", ["", "in millions"])
def test_words_below_some_heads_are_a_part_of_these(corner: str) -> None:
    heads: Cells = {(20, 210): corner} if corner else {}
    heads |= {(left, 210.0): "12 weeks" for left in COLUMNS} | {(270, 202): "restated*"}
    rows = _row("Stores", 192, "1.4%", "2.1%", "0.3%") | _row("Online", 182, "9%", "7%", "4%")
    assert _lines(heads | rows) == [
        "\t".join(filter(None, [corner, "12 weeks", "12 weeks restated*", "12 weeks"])),
        "Stores\t1.4%\t2.1%\t0.3%",
        "Online\t9%\t7%\t4%",
    ]


def test_the_head_of_a_section_below_the_corner_is_no_part_of_it() -> None:
    heads: Cells = {(20, 210): "in millions", (200, 210): "Spring", (270, 210): "Autumn"}
    heads |= {(20, 202): "Assets"}
    assert _lines(heads | BODY)[:2] == ["in millions\tSpring\tAutumn", "Assets"]


def test_rows_whose_figures_stand_lower_are_no_heads() -> None:
    cells: Cells = {}
    for at, (word, figure) in enumerate([("Tea", "412"), ("Rice", "385"), ("Salt", "96")]):
        cells |= {(20, 200 - 9 * at): word, (200, 195 - 9 * at): figure}
    assert not any("412 385" in line for line in _lines(cells))
