"""Looks: keys for all that decides how values show, apart from the values, as columns."""

from collections.abc import Callable, Collection
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from types import EllipsisType
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import float_values, long_values, one_chunk, strings
from exporter.facts.fact_set import FactSet
from exporter.facts.own_units import unit_of
from exporter.facts.periods import DATES
from exporter.facts.ranges import End, has_ranges
from exporter.facts.series import SHOWN, shown_in
from exporter.facts.table import (
    DATE,
    KEY_SEPARATOR,
    NUMBER,
    TEXT,
    as_written,
    distinct,
    map_distinct,
)
from exporter.facts.units import Unit
from exporter.facts.words import QUALIFIER_LABELS, Lang, Qualifier
from exporter.report.formats import MOST_DECIMALS, NumberLook, date_format, number_format
from exporter.report.xlsx.styles import figure_style

_PART = "\x1e"  # between the parts of a look
_ANY = "…"  # a high end that a look does not tell from others


def moves(facts: pa.Table, of_unit: Callable[[Unit], int]) -> pa.ChunkedArray:
    """How far the decimal point of each value moves to the right, by its unit."""
    return map_distinct(unit_keys(facts), lambda key: of_unit(unit_at(key)), pa.int16())


def _places(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    """How many decimals show of each number: `places_shown` for columns."""
    decimals = pc.fill_null(facts["decimals"], 0)
    moved = moves(facts, lambda unit: unit.moved(lang))
    left = pc.max_element_wise(pc.subtract(decimals, moved), 0)
    is_whole = pc.and_(pc.equal(decimals, 0), pc.less(moved, 0))
    if pc.any(is_whole).as_py():
        left = pc.subtract(left, pc.if_else(is_whole, _noughts(facts, left), 0))
    return pc.min_element_wise(left, MOST_DECIMALS)


def _noughts(facts: pa.Table, most: pa.ChunkedArray) -> pa.ChunkedArray:
    """With how many noughts, up to so many, each number ends, and the high end of a range."""
    ends = [float_values(one_chunk(pc.fill_null(facts[name], 0.0))) for name in ("number", "high")]
    limits = long_values(one_chunk(most.cast(pa.int64())))
    noughts = np.zeros(facts.num_rows, np.int16)
    for count in range(1, int(limits.max(initial=0)) + 1):
        all_end_so = np.logical_and.reduce([np.fmod(end, 10.0**count) == 0 for end in ends])
        noughts[all_end_so & (limits >= count)] = count
    return pa.chunked_array([pa.array(noughts)])


class Look(NamedTuple):
    """What a key of `value_looks` says."""

    kind: str
    unit: str
    places: int
    qualifier: Qualifier
    negative: bool
    precision: str
    high: Fraction | EllipsisType | None

    @classmethod
    def of(cls, look: str) -> "Look":
        """What a key says."""
        kind, unit, places, qualifier, negative, precision, high = look.split(_PART)
        end = ... if high == _ANY else as_written(float(high)) if high else None
        return cls(
            kind, unit, int(places), Qualifier(qualifier), negative == "true", precision, end
        )

    def of_value(self, lang: Lang) -> NumberLook:
        """How a number shows; of a range, both ends."""
        return replace(self.of_end(lang), high=self.high)

    def of_end(self, lang: Lang) -> NumberLook:
        """How an end of a range shows where it stands alone."""
        return NumberLook(unit_at(self.unit), self.places, self.qualifier, lang)


def value_looks(
    facts: pa.Table, lang: Lang, whole: Collection[str] | None = None
) -> pa.DictionaryArray:
    """Keys for all that decides how each value shows, apart from the value.

    Args:
        facts: The facts.
        lang: The language.
        whole: The looks of ranges that have their high end; all others say but that there is one.
            None for all.
    """
    if not has_ranges(facts):
        return distinct(_looks(facts, lang, ""))
    highs = pc.fill_null(pc.cast(facts["high"], pa.string()), "")
    looks = _looks(facts, lang, highs)
    if whole is not None:
        is_whole = pc.or_(pc.equal(highs, ""), pc.is_in(looks, strings(sorted(whole))))
        looks = pc.if_else(is_whole, looks, _looks(facts, lang, _ANY))
    return distinct(looks)


def looks_of_ranges(facts: FactSet, lang: Lang, most: int) -> frozenset[str]:
    """The looks of the ranges among some facts, with their high ends: the first, and so many."""
    found: dict[str, None] = {}
    for batch in facts.batches() if facts.has_ranges else ():
        ranges = batch.filter(pc.is_valid(batch["high"]))
        if ranges.num_rows:
            found |= dict.fromkeys(value_looks(ranges, lang).dictionary.to_pylist())
        if len(found) >= most:
            break
    return frozenset(islice(found, most))


def _looks(facts: pa.Table, lang: Lang, highs: str | pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(
        facts["kind"],
        unit_keys(facts),
        pc.cast(_places(facts, lang), pa.string()),
        facts["qualifier"],
        pc.cast(pc.fill_null(pc.less(facts["number"], 0), False), pa.string()),
        pc.fill_null(facts["precision"], ""),
        highs,
        _PART,
    )


def unit_label(look: str, lang: Lang) -> str:
    """The unit of a number with that look; "" for other values."""
    parts = Look.of(look)
    return unit_at(parts.unit).label(lang) if parts.kind == NUMBER else ""


def qualifier_label(look: str, lang: Lang) -> str:
    """The qualifier of a number or a date with that look; "" for a text."""
    parts = Look.of(look)
    return "" if parts.kind == TEXT else QUALIFIER_LABELS[parts.qualifier].in_(lang)


def value_style(look: str, lang: Lang) -> str:
    """The style of a cell with a value of that look."""
    parts = Look.of(look)
    if parts.kind == TEXT or (parts.kind == DATE and parts.precision not in DATES):
        return "text"
    if parts.kind == DATE:
        return figure_style(date_format(parts.precision, parts.qualifier, lang))
    return figure_style(number_format(parts.of_value(lang), negative=parts.negative))


def end_style(look: str, lang: Lang, end: End) -> str:
    """The style of a cell with an end of a range of that look."""
    parts = Look.of(look)
    if parts.high is None:
        return "text"
    # A format for negative numbers shows others just as well.
    negative = parts.negative if end is End.LOW or parts.high is ... else parts.high < 0
    return figure_style(number_format(parts.of_end(lang), negative=negative))


def unit_keys(facts: pa.Table) -> pa.ChunkedArray:
    """A key for the unit of each row, in the magnitudes that its series is shown in."""
    return pc.binary_join_element_wise(
        facts["unit"], facts["unit.en"], facts["unit.zh"], facts[SHOWN], KEY_SEPARATOR
    )


@lru_cache(maxsize=4096)
def unit_at(key: str) -> Unit:
    """The unit that a key of `unit_keys` stands for, as it is shown."""
    *names, shown = key.split(KEY_SEPARATOR)
    return shown_in(unit_of(*names), shown)


def shown_units(facts: pa.Table) -> list[Unit]:
    """The unit of each fact, as it is shown."""
    return [unit_at(key) for key in unit_keys(facts).to_pylist()]
