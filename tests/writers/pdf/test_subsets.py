"""Subsets of fonts are kept from page to page, and make no difference to any of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from exporter.writers.pdf import fonts
from tests.writers.samples_onepager import make_page
from tests.writers.written import draw_onepager

Made = list[tuple[int, ...]]


@pytest.fixture(autouse=True)
def _none_kept() -> Iterator[None]:
    fonts._subsets.clear()
    yield
    fonts._subsets.clear()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """The glyphs of each subset that HarfBuzz is asked for."""
    asked: Made = []
    subset = fonts._subset

    def ask(face: Any, glyphs: Iterable[int], tables: Iterable[str]) -> bytes | None:
        asked.append(tuple(glyphs))
        return subset(face, asked[-1], tables)

    monkeypatch.setattr(fonts, "_subset", ask)
    return asked


def test_the_same_page_has_the_subsets_of_the_one_before(made: Made) -> None:
    page = make_page("zh")
    first, asked = draw_onepager(page), len(made)
    assert asked
    assert draw_onepager(page) == first
    assert len(made) == asked


def test_glyphs_that_are_new_are_subset(made: Made) -> None:
    page = make_page("zh")
    draw_onepager(page)
    asked = len(made)
    other = replace(page, title=f"{page.title}鑫淼")
    drawn = draw_onepager(other)
    assert len(made) == asked + 1  # the font of the title alone
    fonts._subsets.clear()
    assert draw_onepager(other) == drawn


def test_only_so_many_are_kept(monkeypatch: pytest.MonkeyPatch, made: Made) -> None:
    monkeypatch.setattr(fonts, "_MOST", 1)
    page = make_page("zh")
    first = draw_onepager(page)
    assert len(fonts._subsets) == 1
    assert draw_onepager(page) == first
    assert len(made) > len(set(made))


def test_a_face_stays_as_long_as_its_subsets() -> None:
    draw_onepager(make_page("zh"))
    for (address, _), (_, face) in fonts._subsets.items():
        assert int(fonts.ffi.cast("uintptr_t", face)) == address
