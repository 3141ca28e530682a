"""Rows of a report for many, by whose they are."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.words import Bilingual


def in_english(values: pa.ChunkedArray, known: Mapping[str, Bilingual]) -> pa.ChunkedArray:
    """The names of values, a Chinese one of a known value as its English one."""
    named = [name for name, both in known.items() if name != both.en]
    at = pc.index_in(values, pa.array(named, pa.string()))
    english = pa.array([known[name].en for name in named], pa.string())
    return pc.coalesce(pc.take(english, at), values)


def rows_by_owner(rows: pa.Table) -> dict[str, pa.Table]:
    """The rows of each value, in the order in which they came."""
    codes = pc.dictionary_encode(rows["whose"]).combine_chunks()
    if isinstance(codes, pa.ChunkedArray):
        codes = (
            codes.chunk(0) if codes.num_chunks else pa.array([], pa.string()).dictionary_encode()
        )
    order = pc.sort_indices(
        pa.table({"code": codes.indices, "row": pa.array(range(len(codes)))}),
        [("code", "ascending"), ("row", "ascending")],
    )
    grouped, start = rows.take(order), 0
    counts = pc.value_counts(codes.indices.drop_null())
    lengths = {count["values"].as_py(): count["counts"].as_py() for count in counts}
    slices: dict[str, pa.Table] = {}
    for code, name in enumerate(codes.dictionary.to_pylist()):
        length = lengths.get(code, 0)
        slices[name] = grouped.slice(start, length).combine_chunks()
        start += length
    return slices


def entities_of(rows: pa.Table, name: Bilingual) -> Iterator[str]:
    """The entities of some facts; the one that is called as the value is, by its English name."""
    for entity in pc.unique(rows["entity"]).drop_null().to_pylist():
        yield name.en if entity == name.zh else entity
