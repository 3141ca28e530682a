"""Which page each column is printed on, and how wide columns and chart are so that they fit."""

from dataclasses import replace

import pytest

from exporter.report.themes.fonts import Fonts
from exporter.report.themes.model import DESK
from exporter.report.xlsx.book_fonts import book_fonts
from exporter.report.xlsx.fact_columns import FACT_COLUMNS
from exporter.report.xlsx.heads import in_lines, with_room
from exporter.report.xlsx.model import Chart, Column, Sheet, Table
from exporter.report.xlsx.pages import (
    FEWEST_PIXELS,
    MOST_PIXELS,
    fitted,
    fitted_on_one,
    least_width,
    printed,
    printed_facts,
)

ARIAL = "Arial"
POINTS = 734  # US Letter across, without its margins; A4 has more
KEYS = [key for key, column in FACT_COLUMNS.items() if not column.optional]


def columns(**widths: float) -> dict[str, Column]:
    return {key: Column(key, widths.get(key, 12.0), "text") for key in [*KEYS, *widths]}


def sheet(*widths: float) -> Sheet:
    table = Table("t", tuple(Column(str(at), width, "text") for at, width in enumerate(widths)), 1)
    return Sheet("S", "T", "N", (table,))


def points(some: list[Column]) -> float:
    return sum(column.width * 5.56 + 3.95 for column in some)


def test_what_fits_stays_as_wide_as_it_asks() -> None:
    asked = columns(metric=20, quote=30)
    assert fitted(asked, ARIAL, has_chart=False) == (asked, 0)


@pytest.mark.parametrize("has_chart", [False, True])
@pytest.mark.parametrize("wide", [{}, {"high": 16}, {"high": 12, "change": 30}])
def test_texts_give_way_until_two_pages_take_all(wide: dict[str, float], has_chart: bool) -> None:
    asked = columns(
        metric=27, value=24, attribution=20, quote=38, translation=38, source=16, fact=24, **wide
    )
    found, pixels = fitted(asked, ARIAL, has_chart=has_chart)
    kept = list(found.values())
    assert points(kept[:7]) * 0.8 <= POINTS
    chart = (pixels * 0.75 + 15) if has_chart else 0
    assert (points([kept[0], *kept[7:]]) + chart) * 0.8 <= POINTS
    if has_chart:
        assert FEWEST_PIXELS <= pixels <= MOST_PIXELS
    figures = ("value", "as_of", "source", "fact", "high")
    assert all(found[key] == asked[key] for key in figures if key in asked), "figures never give"


def test_a_sheet_of_facts_breaks_before_the_quotes() -> None:
    plain = sheet(*[20.0] * 7, *[12.0] * 4)
    assert printed_facts(plain, ARIAL).pages.breaks == (7,)
    assert printed_facts(plain, ARIAL).pages.repeated
    charted = replace(plain, chart=Chart("T", "A", (0, 1), 0, 1, width=MOST_PIXELS))
    assert printed_facts(charted, ARIAL).pages.scale < printed_facts(plain, ARIAL).pages.scale


def test_a_sheet_of_few_characters_is_one_page() -> None:
    few = {"unit": 8, "qualifier": 10, "as_of": 11, "status": 9, "source": 9}
    asked = columns(metric=27, attribution=20, quote=38, translation=30, **few)
    found = fitted_on_one(asked, ARIAL)
    assert found is not None
    assert found["quote"].width >= 28
    assert points(list(found.values())) * 0.8 <= POINTS
    table = Table("t", tuple(found.values()), 1)
    pages = printed_facts(replace(sheet(), tables=(table,)), ARIAL).pages
    assert (pages.breaks, pages.repeated) == ((), False)
    assert fitted_on_one({**asked, "high": Column("high", 16.0, "text")}, ARIAL) is None


def test_long_quotes_take_the_room_that_is_left_on_their_page() -> None:
    long = {"metric": 20.0, "quote": 60.0, "translation": 60.0}
    free = fitted(columns(**long, value=29), ARIAL, has_chart=False)[0]
    assert 38 < free["quote"].width < 60
    assert free["metric"].width == 20
    charted, pixels = fitted(columns(**long, value=29), ARIAL, has_chart=True)
    assert charted["quote"].width <= 38
    assert pixels >= FEWEST_PIXELS


def test_a_chart_that_no_room_is_left_for_has_a_page() -> None:
    crowded = replace(sheet(*[24.0] * 13), chart=Chart("T", "A", (0, 1), 0, 1, width=320))
    assert printed_facts(crowded, ARIAL).pages.breaks == (7, 13)  # before the gutter
    assert printed_facts(replace(crowded, chart=None), ARIAL).pages.breaks == (7,)


@pytest.mark.parametrize("note", [12.0, 20.0, 38.0])
def test_a_page_that_texts_gave_way_to_takes_the_chart(note: float) -> None:
    """So narrow columns are not rounded up beyond the page, which would leave the chart alone."""
    asked = columns(metric=27, quote=38, translation=38, source=16, fact=27, high=10, note=note)
    found, pixels = fitted(asked, ARIAL, has_chart=True)
    of_facts = replace(sheet(), tables=(Table("t", tuple(found.values()), 1),))
    charted = replace(of_facts, chart=Chart("T", "A", (0, 1), 0, 1, width=pixels))
    assert printed_facts(charted, ARIAL).pages.breaks == (7,)


def test_quotes_do_not_give_way_to_a_chart_that_has_a_page_anyhow() -> None:
    asked = columns(metric=27, quote=30, source=20, fact=38, high=30)
    found, pixels = fitted(asked, ARIAL, has_chart=True)
    assert (found["quote"].width, pixels) == (30, MOST_PIXELS)


def test_what_a_note_says_stands_in_lines_that_the_first_column_holds() -> None:
    said = ("As of 31 Jan 2026", "4 facts", "", "Motors and power")
    wide, narrow = Column("A", 30.0, "text"), Column("A", 17.0, "text")
    assert in_lines(said, wide) == "As of 31 Jan 2026 · 4 facts\nMotors and power"
    assert in_lines(said, narrow) == "As of 31 Jan 2026\n4 facts\nMotors and power"
    assert in_lines(said[:2], wide, more=said[3]) == in_lines(said, wide)
    assert in_lines(said[:2], narrow, more=said[3]) == "As of 31 Jan 2026\n4 facts"
    assert with_room({"metric": narrow}, ("x" * 22, "x" * 60))["metric"].width == 22.0


def test_a_title_or_a_note_takes_lines_where_a_further_page_would_cut_it() -> None:
    def styles(title: str, note: str, width: float = 24.0) -> tuple[str, str]:
        laid_out = replace(sheet(width, *[16.0] * 10), title=title, note=note)
        found = printed_facts(laid_out, ARIAL)
        return found.title_style, found.note_style

    assert styles("Quays", "As of today") == ("title", "note")
    assert styles("Quays", "As of today, with all its lines") == ("title", "wrapped note")
    assert styles("Quays and cranes", "As of today") == ("wrapped title", "note")
    assert styles("Quays and cranes", "As of today, with all", 9.0) == ("title", "note")
    one_page = printed(replace(sheet(20.0, 20.0), note="As of today, with all its lines"), ARIAL)
    assert one_page.note_style == "note"


def test_a_house_s_own_fonts_have_the_room_that_they_need() -> None:
    """Numbers too wide for their column show as ####; wider letters leave less room on a page."""
    table = Table("t", (Column("A", 20, "text"), Column("B", 10, "figure 0")), 1)
    plain = Sheet("S", "T", "N", (table,))
    for figures, widths in (("", [20, 10]), ("Arial", [20, 10]), ("Verdana", [20, 13])):
        fonts = book_fonts(replace(DESK, fonts=Fonts(figures=figures)), "en")
        assert [column.width for column in fonts.roomy(plain).tables[0].columns] == widths
        value = fonts.roomy_facts(columns(value=10))["value"].width
        assert value == widths[1]
    own = book_fonts(replace(DESK, fonts=Fonts(text="Verdana", text_zh="SimSun")), "zh")
    assert own == ("SimSun", 1.0)
    wide = sheet(80.0, 70.0)
    assert printed(wide, "Verdana").pages.breaks > printed(wide, ARIAL).pages.breaks == ()


@pytest.mark.parametrize(
    ("widths", "breaks", "scale"),
    [
        ((20.0, 20.0), (), 100),
        ((80.0, 70.0), (), 86),
        ((60.0, 60.0, 60.0), (2,), 100),  # the first column, and the third
        ((60.0, 100.0, 60.0, 60.0), (2, 3), 80),
        ((30.0, 52.0, 52.0, 14.0, 14.0), (3,), 95),  # the last one is not alone
        ((400.0,), (), 80),  # letters of 8 points, on as many pages as it takes
    ],
)
def test_other_sheets_break_where_a_page_is_full(
    widths: tuple[float, ...], breaks: tuple[int, ...], scale: int
) -> None:
    pages = printed(sheet(*widths), ARIAL).pages
    assert pages.breaks == breaks
    assert pages.repeated == bool(breaks)
    assert abs(pages.scale - scale) <= 1


def test_texts_give_way_where_one_page_then_takes_all() -> None:
    found = printed(sheet(20, 90, 90), ARIAL, {1: 40.0})
    assert found.pages.breaks == ()
    assert found.tables[0].columns[2].width == 90
    assert 40 <= found.tables[0].columns[1].width < 90
    too_wide = printed(sheet(20, 90, 120), ARIAL, {1: 80.0})
    assert too_wide.tables[0].columns[1].width == 90
    assert too_wide.pages.breaks == (2,)


def test_the_chart_gives_way_before_texts_and_quotes_last() -> None:
    asked = columns(metric=20, quote=38, translation=12, source=16, fact=24)
    found, pixels = fitted(asked, ARIAL, has_chart=True)
    assert (found["quote"], FEWEST_PIXELS < pixels < MOST_PIXELS) == (asked["quote"], True)
    crowded = columns(metric=20, quote=38, fact=20, source=9, high=9, note=38)
    found, pixels = fitted(crowded, ARIAL, has_chart=True)
    assert pixels == FEWEST_PIXELS
    assert found["note"].width < found["quote"].width > 24


def test_the_first_column_holds_the_title_that_is_printed_above_it_alone() -> None:
    asked = columns(metric=16, quote=38, note=38, high=12)
    assert fitted(asked, ARIAL, 24.0, has_chart=True)[0]["metric"].width >= 24
    assert fitted(asked, ARIAL, 90.0, has_chart=True)[0]["metric"].width <= 16


def test_a_chart_is_no_narrower_than_its_texts_and_its_bars() -> None:
    def least(names: float, figures: float) -> float:
        chart = Chart("T", "A", (0, 1), 0, 1, names=names, figures=figures)
        return least_width(chart)

    assert least(8, 8) == FEWEST_PIXELS
    assert least(8, 8) < least(20, 16) < least(20, 20) <= MOST_PIXELS
    assert least(80, 80) == MOST_PIXELS
    asked = columns(metric=27, quote=38, translation=38, fact=24)
    assert fitted(asked, ARIAL, has_chart=True, least_chart=400)[1] == 400
