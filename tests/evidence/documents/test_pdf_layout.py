"""PDFs are read as a person does: column by column, tables row by row, paragraphs whole."""

import re

import pytest

from tests.evidence.documents.made_pdfs import drawn, of_html, read

pytestmark = pytest.mark.usefixtures("unconfined")

FIRST = (
    "Northgate reported net sales of $4.27 billion for the second quarter, an increase of 6.3 "
    "percent over the same period of the previous year, as comparable-store traffic recovered in "
    "all of its regions and the average basket grew to $38.40."
)
SECOND = (
    "Gross margin widened by 140 basis points to 31.2%, which management attributed to lower "
    "freight costs, fewer promotional days and a more favourable mix of own-brand products; it "
    "expects 1,870 to 1,885 locations by the end of the fiscal year."
)
CHINESE = (
    "海川新能源公布的2025年第三季度报告显示，公司当季实现营业收入86.4亿元，同比增长17.2%；归属于上市公司股东的"
    "净利润9.3亿元，同比增长22.5%，连续五个季度保持两位数增长，预计全年资本开支不超过45亿元。"
)
COLUMNS = "body { text-align: justify; hyphens: auto } .c { columns: 2; column-gap: 7mm }"


def html(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def lines(body: str, style: str = "") -> list[str]:
    return of_html(body, style).text.split("\n")


@pytest.mark.parametrize("paragraph", [FIRST, SECOND])
@pytest.mark.parametrize("style", ["", COLUMNS, "body { text-align: justify; hyphens: auto }"])
def test_paragraphs_are_whole_in_columns_and_without(paragraph: str, style: str) -> None:
    body = f"<h1>Results</h1><div class=c>{html(*[FIRST, SECOND] * 6)}</div>"
    found = lines(body, style)
    assert found.count(paragraph) == 6
    assert found[0] == "Results"


def test_headers_footers_and_page_numbers_are_left_out() -> None:
    document = of_html(html(*[FIRST, SECOND] * 6), COLUMNS)
    assert {place.page for _, place in document.places} == {1, 2}
    assert "Harbour" not in document.text
    assert not re.search(r"^\d+$", document.text, re.MULTILINE)


def test_what_stands_at_the_edge_of_one_page_alone_is_text() -> None:
    assert "Harbour Street Research" in lines(html(FIRST))


def test_a_paragraph_that_runs_over_a_page_s_end_is_whole() -> None:
    document = of_html(html(*[SECOND] * 9), "p { orphans: 2; widows: 2 }")
    assert document.text.split("\n") == [SECOND] * 9
    starts = [found.start() for found in re.finditer("Gross margin", document.text)]
    pages = [document.place_of(start, start + len(SECOND)) for start in starts]
    assert {place.page for place in pages if place} == {1, 2}


def test_chinese_columns_have_no_spaces_where_lines_end() -> None:
    found = lines(f"<div class=c>{html(*[CHINESE] * 5)}</div>", COLUMNS)
    assert found.count(CHINESE) == 5


def test_a_side_bar_does_not_run_into_the_text() -> None:
    bar = html("Rating Buy", "Target price $96", "Price $81.20", "Market value $9.6bn")
    body = f"<aside>{bar}</aside><main>{html(FIRST, SECOND)}</main>"
    style = "aside { float: right; width: 35mm; font-size: 8pt } main { margin-right: 42mm }"
    found = lines(body, style)
    assert FIRST in found
    assert SECOND in found
    assert "Target price $96" in found


TABLE = """<table><tr><td>in millions<td>Q2 2025<td>Q2 2024
<tr><td>Net sales<td>4,270<td>4,017
<tr><td>Net income attributable to the shareholders of the parent company<td>(301)<td>228
<tr><td>Margin<td>31.2%<td>29.8%</table>"""


@pytest.mark.parametrize("alignment", ["top", "bottom"])
def test_a_table_is_read_row_by_row(alignment: str) -> None:
    style = f"""td {{ text-align: right; white-space: nowrap; vertical-align: {alignment} }}
        td:first-child {{ text-align: left; width: 42mm; white-space: normal }}"""
    found = lines(html(FIRST) + TABLE + html(SECOND), style)
    assert found[found.index(FIRST) + 1 : found.index(SECOND)] == [
        "in millions\tQ2 2025\tQ2 2024",
        "Net sales\t4,270\t4,017",
        "Net income attributable to the shareholders of the parent company\t(301)\t228",
        "Margin\t31.2%\t29.8%",
    ]


def test_signs_in_columns_of_their_own_belong_to_their_numbers() -> None:
    rows = [(200, "Net sales", "4,270"), (180, "Net loss", "(301)"), (160, "Other", "12")]
    operators = ["BT /F1 10 Tf"]
    for height, head, number in rows:
        operators += [
            f"1 0 0 1 40 {height} Tm ({head}) Tj",
            f"1 0 0 1 200 {height} Tm ($) Tj",
            f"1 0 0 1 230 {height} Tm ({number}) Tj",
            f"1 0 0 1 300 {height} Tm (7) Tj 1 0 0 1 320 {height} Tm (%) Tj",
        ]
    document = read(drawn(*operators, "ET"))
    assert document.text.split("\n") == [
        "Net sales\t$4,270\t7%",
        "Net loss\t$(301)\t7%",
        "Other\t$12\t7%",
    ]


def test_cells_that_stand_near_are_told_by_the_rows_around() -> None:
    rows = [
        (200, [(40, "Net sales"), (150, "4,270"), (180, "4,017")]),
        (186, [(40, "Costs of goods sold"), (134, "12")]),
        (172, [(40, "Net income"), (150, "301"), (180, "228")]),
    ]
    operators = [
        f"1 0 0 1 {left} {height} Tm ({text}) Tj" for height, row in rows for left, text in row
    ]
    document = read(drawn("BT /F1 10 Tf", *operators, "ET"))
    assert document.text.split("\n") == [
        "Net sales\t4,270\t4,017",
        "Costs of goods sold\t12",
        "Net income\t301\t228",
    ]


def test_cells_of_long_texts_are_read_one_by_one() -> None:
    body = (
        f"<table><tr><td>Sales<td>{FIRST}<td>{SECOND}<tr><td>Costs<td>{SECOND}<td>{FIRST}</table>"
    )
    found = lines(body, "td { width: 52mm } td:first-child { width: 12mm }")
    assert found.count(FIRST) == 2
    assert found.count(SECOND) == 2
    assert found.index("Sales") < found.index(FIRST) < found.index("Costs")


def test_items_of_a_list_stand_apart_and_their_bullets_too() -> None:
    found = lines(f"<ul><li>{FIRST}<li>Sales rose 4%<li>{SECOND}</ul><ol><li>{FIRST}</ol>")
    assert found[1:7] == ["•", FIRST, "•", "Sales rose 4%", "•", SECOND]
    assert f"1. {FIRST}" in found


@pytest.mark.parametrize(
    ("written", "as_read"),
    [
        ("The margin<sup>1</sup> was 31.2% in the quarter", "The margin¹ was 31.2% in the quarter"),
        ("An area of 12 m<sup>2</sup> was let in spring", "An area of 12 m² was let in spring"),
        ("The 4<sup>th</sup> plant opened in spring", "The 4th plant opened in spring"),
        ("CO<sub>2</sub> emissions fell by 4% in spring", "CO2 emissions fell by 4% in spring"),
        ("The ﬁrst oﬃce of the ﬁrm", "The first office of the firm"),
        ("Sales of the com&shy;pany rose", "Sales of the company rose"),
    ],
)
def test_raised_figures_ligatures_and_soft_hyphens(written: str, as_read: str) -> None:
    document = of_html(html(written), "sup, sub { font-size: 65%; line-height: 0 }")
    assert as_read in document.text.replace("\xad", "").split("\n")


def test_a_hyphen_of_the_word_at_a_line_end_stays() -> None:
    operators = "(Travel recovered after COVID-) Tj T* (19 had ended, by 31.2% in a year) Tj ET"
    document = read(drawn("BT /F1 10 Tf 14 TL 40 200 Td", operators))
    assert document.text == "Travel recovered after COVID-19 had ended, by 31.2% in a year"


@pytest.mark.parametrize(
    ("written", "as_read"),
    [
        ("It sold 45<sup>1</sup> ships in the year", "It sold 45¹ ships in the year"),
        ("Sales were €12.6<sup>2</sup> billion", "Sales were €12.6² billion"),
        ("门店达到1204<sup>3</sup>家，同比增长12%", "门店达到1204³家，同比增长12%"),
        ("Sales rose <span style='vertical-align: 1pt'>12</span>% in the year", "Sales rose 12% in the year"),
    ],
)  # fmt: skip
def test_a_mark_as_large_as_the_words_is_no_digit_of_the_figure(written: str, as_read: str) -> None:
    found = of_html(html(written), "sup { font-size: 100%; vertical-align: super }").text
    assert as_read in found.split("\n")


@pytest.mark.parametrize(
    ("written", "as_read"),
    [
        ("Core EBIT<sup>(1)</sup> of $31.2 million, up 4%", "Core EBIT(¹) of $31.2 million, up 4%"),
        ("Cash costs<sup>(a)</sup> fell by 4% in spring", "Cash costs(a) fell by 4% in spring"),
        ("Free cash flow<sup>*</sup> of $4 million", "Free cash flow* of $4 million"),
        ("Net debt<sup>†</sup> was $4 million", "Net debt† was $4 million"),
        ("Orders<sup>(2)(3)</sup> rose 4% in spring", "Orders(²)(³) rose 4% in spring"),
        ("Orders<sup>1,2</sup> rose 4% in spring", "Orders¹,² rose 4% in spring"),
        ("Sales of Virolex<sup>®</sup> rose 4% in spring", "Sales of Virolex® rose 4% in spring"),
        ("The 4<sup>th</sup> plant opened in spring", "The 4th plant opened in spring"),
    ],
)
@pytest.mark.parametrize(
    "style", ["", "sup { font-size: 100% }", "sup { font-size: 65%; line-height: 0 }"]
)
def test_raised_marks_stand_behind_their_words(written: str, as_read: str, style: str) -> None:
    found = of_html(f"<p>{FIRST}</p><ul><li>{written}<li>{SECOND}</ul>", style).text.split("\n")
    assert as_read in found


@pytest.mark.parametrize("mark", ["(1)", "2", "(b)", "*"])
@pytest.mark.parametrize("style", ["", "sup { font-size: 100% }"])
def test_a_raised_mark_leaves_the_row_of_a_table_whole(mark: str, style: str) -> None:
    rows = f"<tr><td>Core EBIT<sup>{mark}</sup><td>$24 – $25<td>$27 – $28<tr><td>Rent<td>$5<td>$6"
    found = lines(f"<table><tr><td><td>Before<td>Now{rows}</table>", style)
    label = "Core EBIT" + mark.translate(str.maketrans("12", "¹²"))
    assert [f"{label}\t$24 – $25\t$27 – $28", "Rent\t$5\t$6"] == found[-2:]


def test_boxes_hold_the_words_of_their_clauses() -> None:
    document = of_html(html(FIRST, "Sales rose 4%; costs fell 2%."))
    at = document.text.index("costs fell 2%")
    place, whole = document.place_of(at, at + 13), document.place_of(0, len(FIRST))
    assert place is not None
    assert whole is not None
    assert place.box is not None
    assert whole.box is not None
    left, bottom, right, top = place.box
    assert (place.page, whole.page) == (1, 1)
    assert whole.box[1] > top > bottom > 0
    assert whole.box[0] < left < right < whole.box[2]
    assert 40 < right - left < 80
    assert 10 < top - bottom < 20


def test_a_page_that_is_turned_is_read_and_located_as_it_lies_in_the_file() -> None:
    operators = [
        "BT /F1 10 Tf",
        "0 1 -1 0 100 30 Tm (Net sales of the quarter) Tj",
        "0 1 -1 0 114 30 Tm (rose to $4.27 billion) Tj ET",
    ]
    document = read(drawn(*operators, Rotate=90))
    assert document.text == "Net sales of the quarter rose to $4.27 billion"
    place = document.place_of(0, len(document.text))
    assert place is not None
    assert place.box is not None
    left, bottom, right, top = place.box
    assert 85 < left < 95
    assert 112 < right < 120
    assert 29 < bottom < 31
    assert 120 < top < 160
