"""One page, always: which density is taken, and what is said when none fits."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from weasyprint.formatting_structure import boxes

from exporter.errors import OverflowingPageError
from exporter.facts.words import Lang
from exporter.files import templates_folder
from exporter.report.pdf.model import Column, Comparison, Matrix, OnePager, OwnTemplate
from exporter.writers.pdf.card_columns import card_columns
from exporter.writers.pdf.density import (
    LADDER,
    Density,
    fit,
    lay_out_at,
    make_html,
    spread_evenly,
)
from exporter.writers.pdf.typeset import Roll, cut_to_sheets, lay_out
from tests.writers.samples_onepager import make_page, with_views
from tests.writers.written import write_onepager


@cache
def taken(views: int, lang: Lang = "en") -> Density:
    """The density at which so many views are set."""
    return fit(with_views(views, lang))[1]


def test_little_is_set_in_the_roomiest_type() -> None:
    assert taken(1, "zh") == LADDER[0]


def test_more_is_set_denser_and_still_fits(tmp_path: Path) -> None:
    assert taken(2).size > taken(6).size
    write_onepager(with_views(6), tmp_path / "six.pdf")
    with pikepdf.open(tmp_path / "six.pdf") as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("views", [2, 5])
def test_the_roomiest_that_fits_is_taken(views: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what is a little roomier fits, nor the roomiest."""
    page, place = with_views(views), LADDER.index(taken(views))
    assert place
    for density in {LADDER[0], LADDER[place - 1]}:
        monkeypatch.setattr("exporter.writers.pdf.density.LADDER", (density,))
        with pytest.raises(OverflowingPageError):
            fit(page)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_forty_views_end_in_what_to_shorten(lang: Lang, tmp_path: Path) -> None:
    page = with_views(40, lang)
    long = replace(page.cards[6], thesis=page.cards[6].thesis * 3)
    page = replace(page, cards=(*page.cards[:6], long, *page.cards[7:]))
    with pytest.raises(OverflowingPageError) as caught:
        write_onepager(page, tmp_path / "forty.pdf")
    whole, first, *_ = caught.value.problems
    assert whole.subject == page.name
    assert "40 views" in whole.wrong
    assert "pages long" in whole.wrong
    assert "`pages: 2`" in whole.right
    assert (first.file, first.line, first.subject) == ("views.yaml", 70, "view-7")
    assert f"{len(long.thesis)} characters" in first.wrong
    assert not (tmp_path / "forty.pdf").exists()


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[Density]:
    """The settings at which pages are laid out, one after another."""
    densities: list[Density] = []

    def counted(page: OnePager, density: Density, *how: Any, **further: Any) -> str:
        densities.append(density)
        return make_html(page, density, *how, **further)

    monkeypatch.setattr("exporter.writers.pdf.density.make_html", counted)
    return densities


def test_a_page_that_is_much_too_long_is_laid_out_once(laid_out: list[Density]) -> None:
    with pytest.raises(OverflowingPageError):
        fit(with_views(25))
    assert laid_out == [LADDER[-1]]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_how_dense_a_page_will_be_is_guessed(
    lang: Lang, laid_out: list[Density], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is laid out as it is in the end, and at most at the next roomier setting besides.

    A bad guess takes longer, and gives the same page.
    """
    page = with_views(3, lang)
    place = LADDER.index(fit(page)[1])
    assert set(laid_out) <= {*LADDER[place - 1 : place + 1]}
    always = 0.5 if lang == "en" else 2.0
    monkeypatch.setattr("exporter.writers.pdf.density.expected_length", lambda *_: always)
    assert fit(page)[1] == LADDER[place]


def test_the_length_told_is_the_length_of_the_page() -> None:
    """Leaving out as many views as the message says makes a page that fits, or nearly so."""
    with pytest.raises(OverflowingPageError, match=r"about (\d+) of this length fit") as caught:
        fit(with_views(14))
    fitting = int(caught.value.problems[0].right.split("about ")[1].split()[0])
    with pytest.raises(OverflowingPageError) as nearer:
        fit(with_views(fitting + 3))
    length = float(nearer.value.problems[0].wrong.split(" is ")[1].split()[0])
    assert 1 < length < 1.6


def test_one_view_of_many_words() -> None:
    page = with_views(1)
    page = replace(page, cards=(replace(page.cards[0], thesis="A long sentence. " * 900),))
    with pytest.raises(OverflowingPageError, match=r"1 view is .* pages long"):
        fit(page)


def test_long_words_are_broken_not_cut(tmp_path: Path) -> None:
    page = make_page()
    word = "Donaudampfschifffahrtsgesellschaft" * 4
    card = replace(page.cards[0], thesis=word, broker=word[:60], quote=word)
    layout, _ = fit(replace(page, cards=(card, *page.cards[1:])))
    assert layout.strays == ()
    assert layout.fits


@pytest.mark.parametrize("views", [1, 5])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_two_lines_overlap(lang: Lang, views: int) -> None:
    """Moving boxes to the edges they belong to keeps every line apart from the others."""
    page = with_views(views, lang)
    long = "A source with a name that takes two lines in a narrow column, Harbour Weather Review"
    layout, _ = fit(replace(page, sources=dict.fromkeys(page.sources, long)))
    cut_to_sheets(layout, 20, lambda _: None)
    (sheet,) = layout.document.pages
    texts = [box for box in sheet._page_box.descendants() if isinstance(box, boxes.TextBox)]
    assert len(texts) > 50
    assert [
        (one.text, other.text) for one, other in combinations(texts, 2) if _overlap(one, other)
    ] == []
    assert all(0 < box.position_x < 794 and 0 < box.position_y < 1123 for box in texts)


def _overlap(one: boxes.TextBox, other: boxes.TextBox) -> bool:
    # The fonts' own boxes are taller than lines are apart; their letters are not.
    beside = one.position_x + one.width <= other.position_x + 0.5
    beside = beside or other.position_x + other.width <= one.position_x + 0.5
    baselines = [box.position_y + box.baseline for box in (one, other)]
    return not beside and abs(baselines[0] - baselines[1]) < 0.75 * one.style["font_size"]


def test_a_figure_wider_than_the_picture_is_told() -> None:
    page = make_page()
    assert page.picture is not None
    bars = (replace(page.picture.bars[0], figure="between eighty and eighty-one per cent of all"),)
    with pytest.raises(OverflowingPageError, match="wider than the column"):
        fit(replace(page, picture=replace(page.picture, bars=bars)))


@pytest.mark.parametrize("family", ["", "DejaVu Sans"])
def test_a_figure_stands_on_one_line_in_a_house_s_own_wide_digits(family: str) -> None:
    page = make_page("zh")
    figures = tuple(
        replace(page.figures[0], id=f"guided-{n}", figure=figure, unit="")
        for n, figure in enumerate(("−4,500至−2,000万英镑", "3.184亿英镑", "19.2%"))
    )
    fonts = replace(page.theme.fonts, figures=family)
    page = replace(page, figures=figures, theme=replace(page.theme, fonts=fonts))
    for density in LADDER[3:8]:
        roll = lay_out(make_html(page, density), templates_folder(), "one-pager.css")
        assert [figure.figure for figure in figures] == list(_figures_by_line(roll.document))


def _figures_by_line(document: Any) -> Iterator[str]:
    """What stands on each line of the key figures."""
    for sheet in document.pages:
        for line in sheet._page_box.descendants():
            if isinstance(line, boxes.LineBox) and line.element.get("class") == "figure":
                texts = [part for part in line.descendants() if isinstance(part, boxes.TextBox)]
                yield "".join(part.text for part in texts).strip()


def test_no_picture_no_figures_no_drivers(tmp_path: Path) -> None:
    page = replace(make_page(), picture=None, figures=(), matrix=Matrix((), ()))
    write_onepager(page, tmp_path / "bare.pdf")
    with pikepdf.open(tmp_path / "bare.pdf") as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize(
    ("count", "rows"),
    [
        (0, []),
        (1, [1]),
        (2, [2]),
        (3, [3]),
        (4, [2, 2]),
        (5, [3, 2]),
        (7, [3, 2, 2]),
        (8, [3, 3, 2]),
    ],
)
def test_cards_are_spread_evenly(count: int, rows: list[int]) -> None:
    assert [len(row) for row in spread_evenly(range(count), 3)] == rows
    assert [item for row in spread_evenly(range(count), 3) for item in row] == list(range(count))


def test_where_type_is_small_the_head_stands_closer() -> None:
    page = make_page()
    heads = []
    for density in (LADDER[0], LADDER[-1]):
        roll = lay_out_at(page, density)
        band = next(
            box
            for box in roll.document.pages[0]._page_box.descendants()
            if isinstance(box, boxes.BlockBox) and box.element_tag == "div"
        )
        heads.append((band.padding_top + band.padding_bottom) / density.size)
    assert heads[1] < heads[0]


def test_what_is_in_columns_is_styled_once() -> None:
    """Styles are a good part of what a page takes, and WeasyPrint keeps those of equals once."""
    page = with_views(3)
    shares = [column.share for column in card_columns(page.cards)]
    roll = lay_out_at(page, LADDER[3])
    (body,) = roll.document.pages[0]._page_box.children[0].children
    columns = [box for box in body.descendants() if _is_of(box, "column")]
    cards = [box for box in body.descendants() if _is_of(box, "card")]
    assert len(columns) == len(shares) == len(cards) == 3
    assert len({id(card.style) for card in cards}) == 1
    widths = [column.width for column in columns]
    assert sorted(widths) == [
        pytest.approx(width, rel=0.02)
        for width in sorted(sum(widths) * share / 100 for share in shares)
    ]


def test_a_report_s_own_style_sheet_comes_after_its_theme() -> None:
    page = with_views(3)
    theme = replace(page.theme, fonts=replace(page.theme.fonts, figures="Noto Serif"))
    css = '.figure { font-family: "Noto Sans" } :root { --accent: #AA0000 }'
    page = replace(page, theme=theme, template=OwnTemplate(None, css))
    (sheet,) = lay_out_at(page, LADDER[3]).document.pages
    figure = next(box for box in sheet._page_box.descendants() if _is_of(box, "figure"))
    assert figure.style["font_family"] == ("Noto Sans",)
    assert [round(part * 255) for part in figure.style["color"].coordinates] == [170, 0, 0]


def _compared(*rows: tuple[str, ...]) -> OnePager:
    """A page with a comparison of these rows."""
    columns = (
        Column("broker", "Broker", is_number=False),
        Column("stance", "立场", is_number=False),
        Column("target", "Target", is_number=True),
    )
    return replace(with_views(3), comparison=Comparison("Side by side", columns, rows, ""))


def _lines_of_comparison(roll: Roll) -> list[str]:
    """The lines of text in the cells of the comparison, as they are set."""
    page = roll.document.pages[0]._page_box
    table = next(box for box in page.descendants() if _is_of(box, "comparison"))
    cells = [box for box in table.descendants() if isinstance(box, boxes.TableCellBox)]
    lines = (box for cell in cells for box in cell.descendants() if isinstance(box, boxes.LineBox))
    return ["".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox)).strip() for line in lines]  # fmt: skip


@pytest.mark.parametrize("named", ["Reduce", "Underperformance-relative", "Tessaly"])
def test_no_word_and_no_figure_of_a_comparison_is_broken(named: str) -> None:
    filler = ("Harbour and Daughters " * 3, f"{named} to the sector " * 3, "CNY 12.50\u00a0†")
    page = _compared(filler, ("Field", "中性", "CNY 1,009.75"))
    roll, _ = fit(page)
    lines = _lines_of_comparison(roll)
    assert "CNY 1,009.75" in lines
    assert "CNY 12.50\u00a0†" in lines
    words = {word for text in (*filler, "Field Broker Target") for word in text.split()}
    said = {word for line in lines for word in line.split() if word.isascii()}
    assert said <= words | {"CNY", "1,009.75", "12.50"}


def test_type_is_smaller_where_words_do_not_fit_side_by_side() -> None:
    wide = ("W" * 35, "M" * 35, "CNY 12.50")
    (short, short_density), (long, density) = (
        fit(_compared(row, row)) for row in (("A", "B", "9"), wide)
    )
    assert short.fits
    assert long.fits
    assert density.size < short_density.size
    assert set(wide) <= set(_lines_of_comparison(long))


def test_a_word_that_fits_at_no_size_is_broken() -> None:
    roll, _ = fit(_compared(("W" * 150, "看好", "CNY 9")))
    assert roll.fits
    assert "W" * 150 not in _lines_of_comparison(roll)
    assert "W" * 150 in "".join(_lines_of_comparison(roll))


def _is_of(box: boxes.Box, name: str) -> bool:
    return box.element is not None and name in box.element.get("class", "").split()
