"""Widths: East Asian characters are wide, combining ones take no room, columns have bounds."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.report.xlsx.columns import column_width, ids_width, text_width


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Value", 5),
        ("数值", 3.6),
        ("Ａ", 1.8),  # a full-width letter
        ("ｱ", 1),  # a half-width syllable
        ("e\N{COMBINING ACUTE ACCENT}", 1),
        ("≈ 19%", 5),
        ("one\nthree", 5),
        ("AI模型", 5.6),
    ],
)
def test_width_of_a_text(text: str, width: float) -> None:
    assert text_width(text) == pytest.approx(width)


@given(st.text(), st.text())
def test_a_longer_line_is_no_narrower(one: str, other: str) -> None:
    line = one.replace("\n", "")
    assert text_width(line + other) >= text_width(line) - 1e-9


@pytest.mark.parametrize(
    ("header", "cells", "width"),
    [
        ("Unit", [], 8),  # at least
        ("Attributed to", [], 16.0),  # the header and its button
        ("Unit", ["x" * 12], 13.6),  # the cell and its padding
        ("Unit", [None, "汉" * 5], 10.6),
        ("Unit", ["x" * 99], 20),  # at most: longer texts wrap
        ("Unit", [None, None], 8),
    ],
)
def test_width_of_a_column(header: str, cells: list[str | None], width: float) -> None:
    array = pa.array(cells, pa.string())
    assert column_width(header, array, 8, 20) == width
    assert column_width(header, pa.chunked_array([array, array]), 8, 20) == width


def test_ids_are_measured_by_their_letters() -> None:
    thin, wide = (ids_width(pa.array([text]), 40) for text in ("fill-it-till-it-is-full", "m" * 23))
    assert thin < len("fill-it-till-it-is-full") - 5
    assert wide > 23
    many = pa.array([f"fill-it-{number}" for number in range(300)])
    assert ids_width(many, 40) == len("fill-it-299")
    assert ids_width(pa.array([], pa.string()), 40) == 0
