"""Which fact of one edition is which of another, and what differs between them; as columns."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import LongIntegers as Rows
from exporter.engine.arrow import Mask, integers, longs, one_chunk, strings
from exporter.engine.threads import in_order
from exporter.evidence.clauses import words_of_clauses
from exporter.facts.history import REPLACES, RESTATES, is_withdrawn
from exporter.report.changes.bases import as_known_today
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
    "note": ("note.en", "note.zh"),
    "formula": ("formula",),
    "source": ("source",),
    "quote": ("quote",),
    "quote_en": ("quote_en",),
    "quote_zh": ("quote_zh",),
    "also_in": ("also_in",),
    "accept": ("accept.en", "accept.zh"),
}
_KINDS = list(Change)
_LINKS = ((RESTATES, Change.RESTATED), (REPLACES, Change.REPLACED))
_NONE = -1  # the row of a fact that is not there


def pair_facts(old: pa.Table, new: pa.Table, entities: Sequence[str]) -> FactChanges:
    """The changes from some facts to others.

    Args:
        old: By the schema FACTS; withdrawn ones are as if they were not there.
        new: Likewise.
        entities: In the order in which their changes are told; then any others.
    """
    before_withdrawn, withdrawn = (facts.filter(is_withdrawn(facts))["id"] for facts in (old, new))
    old, new = map(_upheld, (old, new))
    found = _found(new["id"], old["id"])
    is_gone = np.ones(old.num_rows, bool)
    is_gone[found[found != _NONE]] = False
    forth = _of_links(old, new, found == _NONE, before_withdrawn)
    back = [(kinds, now, was) for kinds, was, now in _of_links(new, old, is_gone, withdrawn)]
    pairs = [_of_one_id(found), *forth, *back]
    pairs += _unpaired(old, new, pairs)
    kinds, before, after = map(np.concatenate, zip(*pairs, strict=True))
    replaced = np.flatnonzero(kinds == _KINDS.index(Change.REPLACED))
    of_forth = np.isin(replaced, _span(forth, len(pairs[0][0])))
    at, mirrored = replaced[of_forth], replaced[~of_forth]
    known_old, before[at] = as_known_today(old, new, before[at])
    known_new, after[mirrored] = as_known_today(new, old, after[mirrored])
    sides = _Side(known_old, before), _Side(known_new, after)
    differ = _differing(*sides)
    same_id = kinds == _KINDS.index(Change.CHANGED)
    kinds = np.where(same_id & ~_states_another(differ), _KINDS.index(Change.EVIDENCE), kinds)
    told = np.flatnonzero(~same_id | np.logical_or.reduce(list(differ.values())))
    told = told[_order(*sides, kinds, told, entities)]
    return FactChanges(
        strings([str(kind) for kind in _KINDS]).take(longs(kinds[told])),
        _named(differ, told),
        *(side.rows_at(told) for side in sides),
    )


def _upheld(facts: pa.Table) -> pa.Table:
    """Those that are not withdrawn, in one chunk."""
    withdrawn = is_withdrawn(facts)
    if not pc.any(withdrawn).as_py():
        return facts
    return facts.filter(pc.invert(withdrawn)).combine_chunks()


class _Side:
    """One side of all pairs: the row of each in a table, _NONE where it is not there."""

    def __init__(self, table: pa.Table, rows: Rows) -> None:
        self.table, self.rows = table, rows
        self._is_whole = np.array_equal(rows, np.arange(table.num_rows))
        self._indices = _indices(rows)

    def says(self, name: str) -> bool:
        """Whether any fact of the table says something in a column."""
        return bool(self.table[name].null_count < self.table.num_rows)

    def column(self, name: str) -> pa.Array:
        """A column of it, one cell a pair; nothing is copied where they stand as in the table."""
        whole = one_chunk(self.table[name])
        return whole if self._is_whole else whole.take(self._indices)

    def rows_at(self, pairs: Rows) -> pa.Table:
        """All columns of some pairs."""
        return self.table.take(_indices(self.rows[pairs])).combine_chunks()


def _indices(rows: Rows) -> pa.Array:
    return longs(rows, rows != _NONE)


_Pairs = tuple[Rows, Rows, Rows]  # kinds, rows of the old facts, of the new ones


def _pairs(kind: Change, old: Rows, new: Rows) -> _Pairs:
    return np.full(len(old), _KINDS.index(kind)), old, new


def _found(ids: pa.ChunkedArray, among: pa.ChunkedArray) -> Rows:
    """The rows in which ids stand; _NONE where they do not."""
    rows = one_chunk(pc.index_in(ids, value_set=one_chunk(among)))
    found: Rows = pc.fill_null(rows, _NONE).to_numpy(zero_copy_only=False).astype(np.int64)
    return found


def _of_one_id(found: Rows) -> _Pairs:
    """The pairs of facts whose ids are the same: for each new one, where the old one is."""
    both = np.flatnonzero(found != _NONE)
    return _pairs(Change.CHANGED, found[both], both)


def _span(pairs: Sequence[_Pairs], first: int) -> Rows:
    """The places of pairs that follow so many others."""
    return np.arange(first, first + sum(len(kinds) for kinds, _, _ in pairs))


def _of_links(
    old: pa.Table, new: pa.Table, is_new: Mask, withdrawn: pa.ChunkedArray
) -> list[_Pairs]:
    """New facts that restate or replace one that was there, and were not there themselves.

    What is withdrawn on the other side stands in nobody's place: it is withdrawn, and no more.

    Where an edition was left out, that may be by others which are as new. What restates what
    replaces one that was there is of a later period than that one, and so replaces it.
    """
    found: list[_Pairs] = []
    for link, kind in _LINKS:
        linked = np.flatnonzero(pc.is_valid(new[link]).to_numpy())
        if not len(linked):
            continue
        linking = new.select(["id", link]).take(longs(linked))
        rows = _found(linking[link], old["id"])
        was_withdrawn = _found(linking["id"], withdrawn) != _NONE
        paired = is_new[linked] & ~was_withdrawn & (rows != _NONE)
        found.append(_pairs(kind, rows[paired], linked[paired]))
    return [*found, *_of_chains(new, found)] if found else []


def _of_chains(new: pa.Table, paired: Sequence[_Pairs]) -> Iterator[_Pairs]:
    """New facts that restate or replace those that are paired, and so on."""
    done = np.zeros(new.num_rows, bool)
    newest = list(paired)
    while newest:
        kinds, before, now = map(np.concatenate, zip(*newest, strict=True))
        done[now] = True
        reached = new["id"].take(longs(now))
        newest = []
        for link, kind in _LINKS:
            if len(now) and new[link].null_count < new.num_rows:
                rows = _found(new[link], reached)
                linked = np.flatnonzero(~done & (rows != _NONE))
                if len(linked):
                    by = rows[linked]
                    least = np.maximum(kinds[by], _KINDS.index(kind))
                    newest.append((least, before[by], linked))
        yield from newest


def _unpaired(old: pa.Table, new: pa.Table, pairs: Sequence[_Pairs]) -> list[_Pairs]:
    """Facts of either side that are in no pair."""
    gone, come = np.ones(old.num_rows, bool), np.ones(new.num_rows, bool)
    for _, before, after in pairs:
        gone[before], come[after] = False, False
    gone, come = map(np.flatnonzero, (gone, come))
    nothing = [np.full(len(rows), _NONE) for rows in (gone, come)]
    return [
        _pairs(Change.WITHDRAWN, gone, nothing[0]),
        _pairs(Change.ADDED, nothing[1], come),
    ]


def _differing(old: _Side, new: _Side) -> dict[str, Mask]:
    """In which pairs each field differs, of those that have both sides."""
    both = (old.rows != _NONE) & (new.rows != _NONE)

    def differing(columns: Sequence[str]) -> Mask:
        unlike = np.zeros(len(both), bool)
        for column in columns:
            if old.says(column) or new.says(column):
                unlike |= _unlike(old.column(column), new.column(column))
        unlike &= both
        return unlike

    differ = dict(zip(_FIELDS, in_order(differing, _FIELDS.values()), strict=True))
    pairs = np.flatnonzero(differ["quote"])
    quotes = (one_chunk(side.rows_at(pairs)["quote"]).to_pylist() for side in (old, new))
    differ["quote"][pairs] = [
        words_of_clauses(before) != words_of_clauses(now)
        for before, now in zip(*quotes, strict=True)
    ]
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


def _order(old: _Side, new: _Side, kinds: Rows, told: Rows, entities: Sequence[str]) -> Rows:
    """An order of the pairs told: by entity, kind, then as they stand in the editions."""
    names = pc.coalesce(*(one_chunk(side.rows_at(told)["entity"]) for side in (new, old)))
    others = sorted(set(pc.unique(names).to_pylist()) - set(entities))
    place = _found(pa.chunked_array([names]), pa.chunked_array([strings([*entities, *others])]))
    order: Rows = np.lexsort((kinds[told], place))
    return order


def _named(differ: dict[str, Mask], rows: Rows) -> pa.Array:
    """The names of the fields that differ in each of some rows."""
    marks = np.column_stack([mask[rows] for mask in differ.values()])
    places = np.nonzero(marks)
    ends = np.concatenate([[0], np.cumsum(marks.sum(axis=1))]).astype(np.int32)
    names = strings(list(differ)).take(longs(places[1]))
    return pa.ListArray.from_arrays(integers(ends), names)
