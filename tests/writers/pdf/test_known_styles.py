"""How elements are styled is kept from page to page, and makes no difference to any of them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import weasyprint

from exporter.errors import ContentError
from exporter.files import templates_folder
from exporter.report.pdf.model import OnePager
from exporter.report.themes.model import Theme
from exporter.writers.pdf import density as densities
from exporter.writers.pdf import known_styles
from exporter.writers.pdf.density import lay_out_at, make_html
from exporter.writers.pdf.page_sizes import LADDER, Density
from exporter.writers.pdf.typeset import Roll, lay_out
from exporter.writers.pdf.warned import collected_warnings
from tests.writers.samples_onepager import make_page
from tests.writers.written import draw_onepager


@pytest.fixture(autouse=True)
def _nothing_known() -> Iterator[None]:
    known_styles.forget_styles()
    yield
    known_styles.forget_styles()


def _styles(roll: Roll) -> set[int]:
    (page,) = roll.document.pages
    boxes = page._page_box.descendants()
    return {id(box.style) for box in boxes if isinstance(box.style, weasyprint.css.ComputedStyle)}


def _otherwise(page: OnePager) -> OnePager:
    cards = tuple(replace(card, thesis="Quite another thought.") for card in page.cards)
    return replace(page, title="Another page", cards=cards)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_page_of_other_texts_has_the_styles_of_the_one_before(lang: str) -> None:
    page = make_page("en" if lang == "en" else "zh")
    first = lay_out_at(page, LADDER[3])
    known = len(known_styles._known)
    second = lay_out_at(_otherwise(page), LADDER[3])
    assert known > 30
    assert len(known_styles._known) == known
    assert len(_styles(first) & _styles(second)) > 20


def test_a_page_has_the_same_bytes_whatever_was_drawn_before() -> None:
    alone = {}
    pages = [make_page(), make_page("zh"), _otherwise(make_page())]
    for at, page in enumerate(pages):
        known_styles.forget_styles()
        alone[at] = draw_onepager(page)
    for at in (2, 0, 1, 0, 2):
        assert draw_onepager(pages[at]) == alone[at]


def test_other_colours_and_sizes_are_other_styles() -> None:
    page, theme = make_page(), make_page().theme
    dark = replace(theme, palette=replace(theme.palette, ink="#102030"))
    inks = [_ink(page, theme), _ink(page, dark), _ink(page, theme)]
    assert inks[0] == inks[2] != inks[1]
    sizes = [_font_size(page, density) for density in (LADDER[1], LADDER[5], LADDER[1])]
    assert sizes == [pytest.approx(LADDER[at].size * 96 / 72) for at in (1, 5, 1)]


def _ink(page: OnePager, theme: Theme) -> object:
    roll = lay_out_at(replace(page, theme=theme), LADDER[3])
    return roll.document.pages[0]._page_box.children[0].style["color"]


def _font_size(page: OnePager, density: Density) -> object:
    roll = lay_out_at(page, density)
    return roll.document.pages[0]._page_box.children[0].style["font_size"]


def test_what_elements_say_of_themselves_is_no_others() -> None:
    html = make_html(make_page(), LADDER[3])
    for width in ("30mm", "40mm", "30mm"):
        styled = html.replace("<h1>", f'<h1 style="width: {width}">')
        roll = lay_out(styled, templates_folder(), "one-pager.css")
        boxes = roll.document.pages[0]._page_box.descendants()
        (head,) = [box for box in boxes if box.element_tag == "h1" and box.width != "auto"][:1]
        assert round(head.width * 25.4 / 96) == int(width[:2])


def test_of_what_warns_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    make = densities.make_html

    def make_badly(*given: Any, **more: Any) -> str:
        return make(*given, **more).replace("<h1>", '<h1 style="letter-spacing: calc(1em * 1em)">')

    monkeypatch.setattr(densities, "make_html", make_badly)
    for _ in range(2):
        with pytest.raises(ContentError, match="math"):
            draw_onepager(make_page())


def test_other_documents_are_styled_by_weasyprint_alone() -> None:
    with collected_warnings() as warned:
        document = weasyprint.HTML(string="<p style='color: red'>x</p>").render()
    assert (len(document.pages), warned, known_styles._known) == (1, [], {})


def test_there_is_an_end_to_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_styles, "_MOST", 10)
    alone = draw_onepager(make_page())
    assert len(known_styles._known) <= 10
    assert draw_onepager(make_page()) == alone
