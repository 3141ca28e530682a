"""Which fact of one edition is which of another, and what differs between them; as columns."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import LongIntegers as Rows
from exporter.engine.arrow import Mask, one_chunk, strings
from exporter.evidence.clauses import words_of_clauses
from exporter.facts.history import REPLACES, RESTATES, is_withdrawn
from exporter.report.changes.model import EVIDENCE_FIELDS, Change, FactChanges

# The columns that a field of a fact stands in. `unit.also` is for reading quotes, and states
# nothing; and nor do `carried`, `file` and `line`.
_FIELDS = {
    "entity": ("entity",),
    "metric": ("metric.en", "metric.zh"),
    "value": ("kind", "number", "high", "decimals", "date", "precision", "text.en", "text.zh"),
    "unit": ("unit", "unit.en", "unit.zh"),
    "qualifier": ("qualifier",),
    "period": ("period",),
    "status": ("status",),
    "attribution": ("attribution.en", "attribution.zh"),
    "source": ("source",),
    "quote": ("quote",),
    "quote_en": ("quote_en",),
    "quote_zh": ("quote_zh",),
    "accept": ("accept.en", "accept.zh"),
}
_KINDS = list(Change)
_NONE = -1  # the row of a fact that is not there


def pair_facts(old: pa.Table, new: pa.Table, entities: Sequence[str]) -> FactChanges:
    """The changes from some facts to others.

    Args:
        old: By the schema FACTS; withdrawn ones are as if they were not there.
        new: Likewise.
        entities: In the order in which their changes are told; then any others.
    """
    old, new = (
        table.filter(pc.invert(is_withdrawn(table))).combine_chunks() for table in (old, new)
    )
    pairs = [
        *_of_one_id(old, new),
        *_of_links(old, new, is_mirrored=False),
        *_of_links(new, old, is_mirrored=True),
    ]
    pairs += _unpaired(old, new, pairs)
    kinds, before, after = map(np.concatenate, zip(*pairs, strict=True))
    sides = [_rows(table, rows) for table, rows in ((old, before), (new, after))]
    was, now = sides
    differ = _differing(was, now, (before != _NONE) & (after != _NONE))
    same_id = kinds == _KINDS.index(Change.CHANGED)
    kinds = np.where(same_id & ~_states_another(differ), _KINDS.index(Change.EVIDENCE), kinds)
    told = ~same_id | np.logical_or.reduce(list(differ.values()))
    order = np.flatnonzero(told)[_in_order(was, now, kinds, told, entities)]
    taken = pa.array(order)
    return FactChanges(
        strings([str(kind) for kind in _KINDS]).take(pa.array(kinds[order])),
        _named(differ, order),
        *(side.take(taken).combine_chunks() for side in sides),
    )


_Pairs = tuple[Rows, Rows, Rows]  # kinds, rows of the old facts, of the new ones


def _pairs(kind: Change, old: Rows, new: Rows) -> _Pairs:
    return np.full(len(old), _KINDS.index(kind)), old, new


def _found(ids: pa.ChunkedArray, among: pa.ChunkedArray) -> Rows:
    """The rows in which ids stand; _NONE where they do not."""
    rows = one_chunk(pc.index_in(ids, value_set=one_chunk(among)))
    found: Rows = pc.fill_null(rows, _NONE).to_numpy(zero_copy_only=False).astype(np.int64)
    return found


def _of_one_id(old: pa.Table, new: pa.Table) -> list[_Pairs]:
    rows = _found(new["id"], old["id"])
    both = np.flatnonzero(rows != _NONE)
    return [_pairs(Change.CHANGED, rows[both], both)]


def _of_links(old: pa.Table, new: pa.Table, *, is_mirrored: bool) -> list[_Pairs]:
    """New facts that restate or replace one that was there, and were not there themselves."""
    is_new = _found(new["id"], old["id"]) == _NONE
    found = []
    for link, kind in ((RESTATES, Change.RESTATED), (REPLACES, Change.REPLACED)):
        if new[link].null_count < new.num_rows:
            rows = _found(new[link], old["id"])
            linked = np.flatnonzero(is_new & (rows != _NONE))
            sides = (rows[linked], linked)
            found.append(_pairs(kind, *(sides[::-1] if is_mirrored else sides)))
    return found


def _unpaired(old: pa.Table, new: pa.Table, pairs: Sequence[_Pairs]) -> list[_Pairs]:
    """Facts of either side that are in no pair."""
    paired = [np.concatenate([rows[place] for rows in pairs]) for place in (1, 2)]
    gone = np.setdiff1d(np.arange(old.num_rows), paired[0])
    come = np.setdiff1d(np.arange(new.num_rows), paired[1])
    nothing = [np.full(len(rows), _NONE) for rows in (gone, come)]
    return [
        _pairs(Change.WITHDRAWN, gone, nothing[0]),
        _pairs(Change.ADDED, nothing[1], come),
    ]


def _rows(table: pa.Table, rows: Rows) -> pa.Table:
    """These rows of a table; nulls for _NONE."""
    return table.take(pa.array(rows, pa.int64(), mask=rows == _NONE)).combine_chunks()


def _differing(old: pa.Table, new: pa.Table, both: Mask) -> dict[str, Mask]:
    """In which rows each field differs, of those that have both sides."""
    differ = {}
    for field, columns in _FIELDS.items():
        unlike = np.zeros(len(both), bool)
        for column in columns:
            unlike |= _unlike(one_chunk(old[column]), one_chunk(new[column]))
        differ[field] = unlike & both
    for row in np.flatnonzero(differ["quote"]).tolist():
        quotes = (table["quote"][row].as_py() for table in (old, new))
        differ["quote"][row] = len({tuple(words_of_clauses(quote)) for quote in quotes}) > 1
    return differ


def _unlike(old: pa.Array, new: pa.Array) -> Mask:
    """In which rows two columns differ; two nulls do not."""
    same = pc.fill_null(pc.equal(old, new), False)
    neither = pc.and_(pc.is_null(old), pc.is_null(new))
    unlike: Mask = pc.invert(pc.or_(same, neither)).to_numpy(zero_copy_only=False)
    return unlike


def _states_another(differ: dict[str, Mask]) -> Mask:
    """In which rows something differs that the fact states."""
    unlike = [mask for field, mask in differ.items() if field not in EVIDENCE_FIELDS]
    stated: Mask = np.logical_or.reduce(unlike)
    return stated


def _in_order(
    old: pa.Table, new: pa.Table, kinds: Rows, told: Mask, entities: Sequence[str]
) -> Rows:
    """An order of the rows that are told: by entity, kind, then as they stand in the editions."""
    names = pc.coalesce(one_chunk(new["entity"]), one_chunk(old["entity"]))
    others = sorted(set(pc.unique(names).to_pylist()) - set(entities))
    place = _found(pa.chunked_array([names]), pa.chunked_array([strings([*entities, *others])]))
    return np.lexsort((kinds[told], place[told]))


def _named(differ: dict[str, Mask], rows: Rows) -> pa.Array:
    """The names of the fields that differ in each of some rows."""
    marks = np.column_stack([mask[rows] for mask in differ.values()])
    places = np.nonzero(marks)
    ends = np.concatenate([[0], np.cumsum(marks.sum(axis=1))]).astype(np.int32)
    names = strings(list(differ)).take(pa.array(places[1]))
    return pa.ListArray.from_arrays(pa.array(ends), names)
