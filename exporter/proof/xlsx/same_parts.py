"""Parts that are the same, byte for byte, in many workbooks, read once.

The books of a batch have the same styles, and sheets that are alike but for their rows; openpyxl
takes longer over these than our readers do over the rows.
"""

import warnings
from collections.abc import Callable
from typing import TypeVar

from exporter.engine.memo import memoized

_T = TypeVar("_T")
_MOST_KEPT = 64
_LONGEST = 1 << 16  # bytes; nobody has the same long part twice


def read_once(read: Callable[[bytes], _T]) -> Callable[[bytes], _T]:
    """A decorator: what `read` gives of a part is kept, and given for the same bytes again.

    What it warns of is warned of each time. Nobody may change what it gives.
    """

    @memoized(_MOST_KEPT)
    def kept(part: bytes) -> tuple[_T, tuple[warnings.WarningMessage, ...]]:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            return read(part), tuple(caught)

    def given(part: bytes) -> _T:
        if len(part) > _LONGEST:
            return read(part)
        result, caught = kept(part)
        for warning in caught:
            warnings.warn_explicit(
                warning.message, warning.category, warning.filename, warning.lineno
            )
        return result

    return given
