"""Links: a cell of another sheet, the evidence page, whatever has a URL."""

import pyarrow as pa
import pytest

from exporter import limits
from exporter.report.links import (
    HYPERLINKS_A_SHEET,
    anchor,
    column_links,
    evidence_link,
    sheet_link,
    sheet_reference,
    url_limit,
)

URL = "https://example.com/note"


def test_a_sheet_with_more_links_than_excel_holds_has_formulas() -> None:
    urls = pa.chunked_array([[f"{URL}?a=1", None, "x" * 300]])
    shown = pa.chunked_array([['a "b"', "c", "d"]])
    few = column_links(urls, shown, HYPERLINKS_A_SHEET)
    assert (few.links, few.formulas) == (urls, None)
    many = column_links(urls, shown, HYPERLINKS_A_SHEET + 1)
    assert many.links is None
    assert many.formulas is not None
    assert many.formulas.to_pylist() == [f'=HYPERLINK("{URL}?a=1","a ""b""")', None, None]
    longest = [url_limit(HYPERLINKS_A_SHEET), url_limit(HYPERLINKS_A_SHEET + 1)]
    assert longest == [limits.URL, limits.FORMULA_STRING]


@pytest.mark.parametrize(
    ("id_", "facts", "views", "found"),
    [
        ("a", (), (), "a"),
        ("a", ("b",), ("a",), "a"),
        ("a", ("a",), ("a",), "view-a"),
        ("a", ("a", "view-a"), ("a",), "view-view-a"),
        ("a", ("a",), ("a", "view-a"), "view-view-a"),
        ("view-a", ("a",), ("a", "view-a"), "view-a"),
    ],
)
def test_a_view_moves_where_a_fact_has_its_id(
    id_: str, facts: tuple[str, ...], views: tuple[str, ...], found: str
) -> None:
    assert anchor(id_, facts, views) == found


def test_a_link_to_the_evidence() -> None:
    assert evidence_link("zh", anchor("ships-2.0")) == "./evidence.zh.html#ships-2.0"


@pytest.mark.parametrize(
    ("sheet", "link"),
    [
        ("Banma", "internal:'Banma'!A1"),
        ("目录", "internal:'目录'!A1"),
        ("A's", "internal:'A''s'!A1"),
    ],
)
def test_links_to_sheets(sheet: str, link: str) -> None:
    assert sheet_link(sheet) == link
    assert sheet_link(sheet, "C7").removesuffix("C7") + "A1" == link
    assert f"internal:{sheet_reference(sheet)}!A1" == link
