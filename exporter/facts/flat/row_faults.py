"""What is wrong with rows of a table: cells, fields given twice, values without a column's name."""

from collections.abc import Iterable, Iterator
from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Fault
from exporter.facts.flat.columns import ENDS, PAIRED_FIELDS, Header
from exporter.facts.flat.texts import CellFault, refused_type, texts_of
from exporter.facts.halves import IN_ONE_LANGUAGE

# What a fact may leave unsaid, so that it is judged without it.


def of_values(faults: Iterable[CellFault], header: Header) -> Iterator[tuple[int, Fault]]:
    """The faults of cells, each with its row and the name of its column."""
    names = {place: name for name, place in header.places.items()}
    for row, column, (wrong, right) in faults:
        if column in names:
            yield row, Fault(f"`{names[column]}` {wrong}", right)


def of_rows(masks: Iterable[tuple[pa.Array, Fault]]) -> Iterator[tuple[int, Fault]]:
    """The same fault for each row of a mask."""
    for mask, fault in masks:
        yield from ((row, fault) for row in pc.indices_nonzero(mask).to_pylist())


def at_odds(
    every: dict[str, pa.Array], given: dict[str, pa.Array]
) -> Iterator[tuple[pa.Array, Fault]]:
    """The rows that say a field twice, or in one language."""
    if set(ENDS) & set(given):
        ranged = pc.or_(*(pc.is_valid(every[name]) for name in ENDS))
        for name in ("value", "value.en", "value.zh"):
            wrong = f"`{name}` is given, and a range in `value.from` and `value.to`"
            yield pc.and_(ranged, pc.is_valid(every[name])), Fault(wrong, "keep one")
    for field in PAIRED_FIELDS:
        if not {f"{field}.en", f"{field}.zh"} & set(given):
            continue
        en, zh = (pc.is_valid(every[f"{field}.{lang}"]) for lang in ("en", "zh"))
        if field in given:
            twice = pc.and_(pc.is_valid(every[field]), pc.or_(en, zh))
            wrong = f"`{field}` and `{field}.en` or `{field}.zh` are both given"
            yield twice, Fault(wrong, "keep one")
        if field not in IN_ONE_LANGUAGE:
            both = "write both languages"
            yield pc.and_(en, pc.invert(zh)), Fault(f"`{field}.zh` is missing", both)
            yield pc.and_(zh, pc.invert(en)), Fault(f"`{field}.en` is missing", both)


def names_again(every: dict[str, pa.Array]) -> tuple[pa.Array, Fault]:
    """The rows that hold the names of the columns once more, where files were put together."""
    again = (
        pc.fill_null(pc.equal(pc.utf8_lower(every[name]), name), False)
        for name in ("id", "entity", "source")
    )
    wrong = "the names of the columns stand here once more"
    return reduce(pc.and_, again), Fault(wrong, "delete the row")


def unnamed(batch: pa.RecordBatch, header: Header) -> Iterator[tuple[pa.Array, Fault]]:
    """The rows that have a value in a column without a name."""
    for place in header.unnamed:
        column = batch.column(place)
        wrong = f"there is a value in column {place + 1}, which has no name"
        right = "name the column, or empty it"
        if place == 0:
            right += "; where pandas has numbered rows there, save with `index=False`"
        is_filled = pc.is_valid(column if refused_type(column.type) else texts_of(column)[0])
        yield is_filled, Fault(wrong, right)
