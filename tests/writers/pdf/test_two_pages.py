"""A page that may have two: parted where it makes sense, held as strictly, and proved."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from exporter.errors import OverflowingPageError
from exporter.proof.pdf import compare_onepager
from exporter.proof.pdf.texts import read_text
from exporter.report.pdf.model import OnePager
from exporter.writers.pdf.sheets import Parting, fit_on_two, usual_parting
from tests.writers.samples_onepager import make_page, with_views
from tests.writers.written import draw_onepager


class _Heights:
    """A roll that says how high its sheets are."""

    def __init__(self, *heights: float) -> None:
        self.heights, self.sheet, self.strays = heights, 100.0, ()

    @property
    def fits(self) -> bool:
        return max(self.heights) <= self.sheet


def parted(page: OnePager, heights: dict[Parting, tuple[float, float]]) -> list[Parting]:
    """The partings that are tried, where each gives such heights; others fit nowhere."""
    tried: list[Parting] = []

    def lay_out(parting: Parting) -> _Heights:
        tried.append(parting)
        return _Heights(*heights.get(parting, (110, 80)))

    fit_on_two(page, lay_out)  # type: ignore[arg-type]  # what it takes of a roll
    return tried


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[OnePager, Path]:
    page = replace(with_views(6), pages=2)
    path = tmp_path_factory.mktemp("two") / "broker-views.en.pdf"
    path.write_bytes(draw_onepager(page))
    return page, path


def test_six_views_take_two_pages_and_say_which(written: tuple[OnePager, Path]) -> None:
    page, path = written
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 2
        assert len({tuple(map(float, sheet.MediaBox)) for sheet in pdf.pages}) == 1
    text = read_text(path.read_bytes())
    assert "Page1of2" in text
    assert "Page2of2" in text
    assert text.count("".join(page.title.split())) == 2
    assert compare_onepager(page, path) == []


def test_the_proof_holds_a_page_to_as_many_as_it_may_have(written: tuple[OnePager, Path]) -> None:
    page, path = written
    (told, *_) = compare_onepager(replace(page, pages=1), path)
    assert (told.what, told.expected, told.found) == ("number of pages", "1", "2")


def test_a_second_page_changed_afterwards_is_found(
    written: tuple[OnePager, Path], tmp_path: Path
) -> None:
    page, path = written
    other = replace(page, labels={**page.labels, "page_of": "Sheet {page} of {pages}"})
    assert "page number" in {told.what for told in compare_onepager(other, path)}
    with pikepdf.open(path) as pdf:
        pdf.pages[1].Contents = pdf.make_stream(b"")
        pdf.save(tmp_path / "blank.pdf")
    assert compare_onepager(page, tmp_path / "blank.pdf")


def test_what_is_not_crowded_stays_on_one_page(tmp_path: Path) -> None:
    page = replace(with_views(1), pages=2)
    path = tmp_path / "one.pdf"
    path.write_bytes(draw_onepager(page))
    assert b"Page 1" not in path.read_bytes()
    assert compare_onepager(page, path) == []
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1


def test_what_two_pages_do_not_hold_is_told() -> None:
    page = with_views(1)
    page = replace(page, pages=2, cards=(replace(page.cards[0], thesis="A sentence. " * 2000),))
    with pytest.raises(OverflowingPageError, match=r"1 view is .* pages long") as caught:
        draw_onepager(page)
    assert "`pages: 2`" not in caught.value.problems[0].right


def test_views_and_figures_stand_first_and_move_where_they_must() -> None:
    page = replace(make_page(), pages=2)
    assert usual_parting(page) == Parting("exhibits")
    assert parted(page, {Parting("exhibits"): (90, 50)}) == [Parting("exhibits")]
    views_alone = {Parting("exhibits"): (120, 40), Parting("figures"): (95, 65)}
    assert parted(page, views_alone) == [Parting("exhibits"), Parting("figures")]


def test_only_views_are_parted_and_no_further_than_they_must() -> None:
    page = replace(with_views(8), pages=2)
    first = {Parting("exhibits"): (150, 40), Parting("figures"): (130, 60)}
    *_, before, last = parted(page, {**first, Parting("cards", 5): (90, 95)})
    assert (before, last) == (Parting("cards", 6), Parting("cards", 5))
    assert parted(page, {Parting("exhibits"): (150, 90)}) == [Parting("exhibits")]  # hopeless
