"""What is to change in a file of facts: what they say, which are added, which go."""

from collections.abc import Mapping
from typing import Any, NamedTuple

Owner = tuple[int, str]  # the line or row of a fact, and its id
Row = Mapping[str, Any]  # of WRITTEN


class RowEdit(NamedTuple):
    """A fact as it is written, and the columns of it that are to say something else."""

    row: Row
    columns: Mapping[str, str | None]


class FactEdits(NamedTuple):
    """The edits of one file.

    Attributes:
        rows: By fact.
        deleted: The facts that go, as they are written.
        added: Further facts by their ids: what they say, the columns of WRITTEN without a place.
        beside: By the ids of those, the fact behind which each is to stand; none for
            the first ones of a file.
    """

    rows: Mapping[Owner, RowEdit]
    deleted: Mapping[Owner, Row]
    added: Mapping[str, Row]
    beside: Mapping[str, Owner]
