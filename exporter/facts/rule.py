"""A rule that facts must keep: a mask over columns, and what to say of the rows in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import holds_any, truths

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold for every row: the mask of rows where it does not, and what to say of one."""

    broken: pa.ChunkedArray
    wrong: Callable[[Row], str]
    right: Callable[[Row], str]


def matches(column: pa.ChunkedArray, pattern: str, holding: bytes = b"") -> pa.ChunkedArray:
    """In which rows a text matches.

    RE2 looks at nulls as at empty texts, and most columns that are asked have no text at all.

    Args:
        column: The texts.
        pattern: What they may match.
        holding: ASCII characters of which what matches has one, where it has.
    """
    if column.null_count == len(column) or (holding and not holds_any(column, holding)):
        return pa.chunked_array([truths(np.zeros(len(column), np.bool_))])
    return pc.fill_null(pc.match_substring_regex(column, pattern), False)


def blank(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """In which rows there is no text, or white space alone."""
    return pc.fill_null(pc.or_(pc.equal(column, ""), pc.utf8_is_space(column)), True)
