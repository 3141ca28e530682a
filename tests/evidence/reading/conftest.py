"""How the tables of cases in this folder are written, and how a case is checked.

A case is a text and the figures expected in it, `value dimension [qualifiers]`, parted by commas:
`-0.248 ratio, 1.23e9 CNY about`. `pp`, `cal` and a currency stand for the longer dimensions;
several readings are joined by `/`; no qualifier means exact; `±` leaves the sign to the metric.
"""

from collections.abc import Callable
from fractions import Fraction

import pytest

from exporter.evidence.reading import read_figures

_LONG = {"pp": "percentage points", "cal": "calendar time"}
_CURRENCIES = {
    "CNY",
    "HKD",
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "KRW",
    "SGD",
    "INR",
    "AUD",
    "CAD",
    "EGP",
    "KES",
    "TZS",
}
Read = tuple[Fraction, str, frozenset[str], bool]


def _expected(words: str) -> list[Read]:
    figures = []
    for part in filter(None, map(str.strip, words.split(","))):
        value, dimension, *said = part.split()
        dimension = (
            f"money:{dimension}" if dimension in _CURRENCIES else _LONG.get(dimension, dimension)
        )
        readings = frozenset((said[0] if said else "exact").replace("_", " ").split("/"))
        number = Fraction(value.removeprefix("±"))
        figures.append((number, dimension, readings, value.startswith("±")))
    return figures


def _read(text: str) -> list[Read]:
    return [
        (figure.value, figure.dimension, frozenset(map(str, figure.qualifiers)), figure.either_sign)
        for figure in read_figures(text)
    ]


@pytest.fixture
def assert_reads() -> Callable[[str, str], None]:
    """Asserts that a text gives the figures of a case, and no others."""

    def check(text: str, figures: str) -> None:
        assert _read(text) == _expected(figures)

    return check
