"""Claims as the rows of a table of facts have them, and what they state.

Nothing here loads Arrow: the processes that help with a large check start the sooner.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple, TypeVar

from exporter.evidence.claims import Claim, Texts
from exporter.evidence.wrapped_lines import as_read
from exporter.facts.own_units import unit_of
from exporter.facts.periods import read_year_end
from exporter.facts.words import Qualifier, Status

Columns = tuple[tuple[Any, ...], ...]
Row = TypeVar("Row", bound=tuple[Any, ...])

_QUALIFIERS = {str(qualifier): qualifier for qualifier in Qualifier}


class Key(NamedTuple):
    """A claim as its row has it, quick to compare."""

    source: str
    quote: str
    kind: str
    number: float | None
    high: float | None
    decimals: int | None
    date: date | None
    precision: str | None
    unit: str
    unit_en: str
    unit_zh: str
    unit_also: str | None
    qualifier: str
    year_end: str | None
    text_en: str | None
    text_zh: str | None
    metric_en: str
    metric_zh: str
    note_en: str
    note_zh: str
    quote_en: str
    quote_zh: str
    accept: bool
    status: str


def columns_of(rows: Iterable[tuple[Any, ...]]) -> Columns:
    """Rows by their fields; none for no rows. Columns are read, and sent, quicker than rows."""
    return tuple(zip(*rows, strict=True))


def rows_of(kind: type[Row], columns: Iterable[Iterable[Any]]) -> list[Row]:
    """The named tuples of a kind that have these columns; its `_make` takes twice as long."""
    return list(map(partial(tuple.__new__, kind), zip(*columns, strict=True)))


def read_claims(columns: Columns) -> list[Claim]:
    """What the keys with these columns claim, their units and qualifiers as what they are."""
    if not columns:
        return []
    (
        source, quote, kind, number, high, decimals, date_, precision, unit, unit_en, unit_zh,
        unit_also, qualifier, year_end, text_en, text_zh, *other_texts, accept, status,
    ) = columns  # fmt: skip
    said = (
        source,
        map(as_read, quote),
        kind,
        number,
        [places or 0 for places in decimals],
        date_,
        _given(precision),
        map(unit_of, unit, unit_en, unit_zh, unit_also),
        map(_QUALIFIERS.__getitem__, qualifier),
        [read_year_end(end) if end else None for end in year_end],
        high,
        rows_of(Texts, (_given(text_en), _given(text_zh), *other_texts)),
        accept,
        [each == Status.WITHDRAWN for each in status],
    )
    return rows_of(Claim, said)


def _given(texts: Sequence[str | None]) -> list[str]:
    """Texts, "" where there is none."""
    return [text or "" for text in texts]
