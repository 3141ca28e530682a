"""The distinct claims of a batch of facts, found on columns."""

from datetime import date
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.claims import Claim
from exporter.facts.table import unit_of
from exporter.facts.words import Qualifier

Indices = npt.NDArray[np.int64]

_LARGEST = 2**62  # combinations of codes that an int64 tells apart, with room to spare


class Key(NamedTuple):
    """A claim as its row has it, quick to compare."""

    source: str
    quote: str
    kind: str
    number: float | None
    decimals: int | None
    date: date | None
    precision: str | None
    unit: str
    unit_en: str
    unit_zh: str
    qualifier: str

    def claim(self) -> Claim:
        """The claim with its unit and qualifier as what they are."""
        unit = unit_of(self.unit, self.unit_en, self.unit_zh)
        return Claim(
            self.source,
            self.quote,
            self.kind,
            self.number,
            self.decimals or 0,
            self.date,
            self.precision or "",
            unit,
            Qualifier(self.qualifier),
        )


_COLUMNS = [field.replace("unit_", "unit.") for field in Key._fields]


def distinct_claims(batch: pa.Table) -> tuple[list[Key], Indices]:
    """The distinct claims of a batch, those on one quote side by side.

    Returns:
        The claims, and for every row the index of its claim.
    """
    table = batch.select(_COLUMNS).combine_chunks()
    codes, size = np.zeros(batch.num_rows, np.int64), 1
    for column in table.columns:
        found, count = _codes(column)
        if size > _LARGEST // count:
            codes = np.unique(codes, return_inverse=True)[1]
            size = batch.num_rows
        codes, size = codes * count + found, size * count
    _, first, of_row = np.unique(codes, return_index=True, return_inverse=True)
    rows = table.take(pa.array(first))
    columns: list[list[Any]] = [column.to_pylist() for column in rows.columns]
    return [Key(*row) for row in zip(*columns, strict=True)], of_row


def _codes(column: pa.ChunkedArray) -> tuple[Indices, int]:
    """A number for every distinct value of a column, null among them, and how many there are."""
    encoded = pc.dictionary_encode(column, null_encoding="encode").combine_chunks()
    return encoded.indices.to_numpy().astype(np.int64), max(len(encoded.dictionary), 1)
