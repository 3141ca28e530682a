"""The hash of rows that come from no file: of a query's, or of what a URL gives.

It speaks of what is written in each field, and of nothing else: neither of the batches that the
rows come in, nor of fields that later exporters know and no row fills.
"""

from collections.abc import Iterator
from hashlib import sha256

import pyarrow as pa

from exporter.engine.arrow import one_chunk, text_bytes, text_lengths, valid_rows
from exporter.facts.fact_set import RowsAndProblems
from exporter.facts.table import STATED

_NULL = -1  # a length that no text has


def hashing_rows(
    batches: Iterator[RowsAndProblems], name: str, hashes: dict[str, str]
) -> Iterator[RowsAndProblems]:
    """The same batches; once they have all gone through, `hashes` has that of their rows.

    Args:
        batches: Tables by the schema WRITTEN.
        name: What `hashes` has it under.
        hashes: SHA-256, in hex.
    """
    columns = {field: _Column() for field in STATED}
    for table, problems in batches:
        for field, column in columns.items():
            column.take(one_chunk(table[field]))
        yield table, problems
    whole = sha256()
    for field, column in columns.items():
        if column.is_filled:
            whole.update(field.encode() + column.digest())
    hashes[name] = whole.hexdigest()


class _Column:
    """A column's texts one after another, and their lengths."""

    def __init__(self) -> None:
        self._lengths, self._texts = sha256(), sha256()
        self.is_filled = False

    def take(self, texts: pa.Array) -> None:
        """Some more of it."""
        lengths, valid = text_lengths(texts), valid_rows(texts)
        lengths[~valid] = _NULL
        self._lengths.update(lengths.astype("<i4").tobytes())
        self._texts.update(text_bytes(texts.drop_null()).tobytes())
        self.is_filled = self.is_filled or bool(valid.any())

    def digest(self) -> bytes:
        """Of all that was taken."""
        return self._lengths.digest() + self._texts.digest()
