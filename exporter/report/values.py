"""The values of facts as columns: what Excel stores, how it shows, and in which style."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from types import EllipsisType
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import (
    float_values,
    floats,
    integer_values,
    long_values,
    one_chunk,
    strings,
    valid_rows,
)
from exporter.evidence.claims import FigureState
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
    Fact,
    as_written,
    distinct,
    map_dictionary,
    map_distinct,
)
from exporter.facts.units import Unit
from exporter.facts.words import QUALIFIER_LABELS, Lang, Qualifier
from exporter.limits import serial_number
from exporter.report.formats import (
    MOST_DECIMALS,
    NumberLook,
    date_format,
    number_format,
    places_shown,
    show_date,
    show_number,
)
from exporter.report.labels import ACCEPTED_MARK, UNPROVED_MARK
from exporter.report.xlsx.columns import text_width
from exporter.report.xlsx.styles import ACCEPTED, DOUBT, figure_style

_PART = "\x1e"  # between the parts of a look
_ANY = "…"  # a high end that a look does not tell from others
_PERCENT = -2  # places by which the decimal point of a percentage moves


def stored_numbers(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    """What Excel stores for each value: 0.19 for 19 %, a serial number for a date, null for a text.

    A number stands in the unit beside it in that language: 18.62 billion are 186.2亿. Of a range it
    is the low end.
    """
    number = in_unit_of(facts["number"], facts, lang)
    days = one_chunk(pc.if_else(_is_in_excel(facts), facts["date"], None)).cast(pa.int32())
    serials = serial_number(integer_values(days).astype(np.float64))
    return pc.coalesce(number, floats(serials, valid_rows(days)))


def stored_highs(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    """What Excel stores for the high end of each range; null for what is none."""
    return in_unit_of(facts["high"], facts, lang)


def in_unit_of(numbers: pa.ChunkedArray, facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    """Numbers as written in the units of `facts`, as Excel stores them beside their units.

    The decimal point moves in the integer of a number's last decimal, so that the result is the
    double nearest to what was written (24.8 % gives 0.248, as typing 0.248 would).
    """
    moved = _moves(facts, lambda unit: unit.moved(lang) if unit.stored == 1 else _PERCENT)
    if not pc.any(pc.not_equal(moved, 0)).as_py():
        return numbers
    decimals = pc.fill_null(facts["decimals"], 0)
    whole = pc.round(pc.multiply(numbers, _power_of_ten(decimals)))
    left = pc.subtract(decimals, moved)
    less = pc.divide(whole, _power_of_ten(pc.max_element_wise(left, 0)))
    more = pc.multiply(whole, _power_of_ten(pc.max_element_wise(pc.negate(left), 0)))
    return pc.if_else(pc.equal(moved, 0), numbers, pc.if_else(pc.less(left, 0), more, less))


def _moves(facts: pa.Table, of_unit: Callable[[Unit], int]) -> pa.ChunkedArray:
    """How far the decimal point of each value moves to the right, by its unit."""
    return map_distinct(unit_keys(facts), lambda key: of_unit(unit_at(key)), pa.int16())


def _places(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    """How many decimals show of each number: `places_shown` for columns."""
    decimals = pc.fill_null(facts["decimals"], 0)
    moved = _moves(facts, lambda unit: unit.moved(lang))
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


def _power_of_ten(exponents: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.power(pa.scalar(10.0), pc.cast(exponents, pa.float64()))


def shown_texts(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    """The values that Excel holds as texts: texts, halves, quarters and fiscal years."""
    texts = facts[f"text.{lang}"]
    periods = pc.and_(pc.equal(facts["kind"], DATE), pc.invert(_is_in_excel(facts)))
    if not pc.any(periods).as_py():
        return texts
    return pc.if_else(periods, shown_values(facts, lang), texts)


def _is_in_excel(facts: pa.Table) -> pa.ChunkedArray:
    """Which rows have a date as precise as one of Excel's."""
    return pc.is_in(facts["precision"], strings(list(DATES)))


def shown_values(facts: pa.Table, lang: Lang) -> pa.Array:
    """Every value as the sheet shows it, qualifier and unit signs included; exact by row."""
    names = ("kind", "number", "high", "decimals", "date", "precision", f"text.{lang}", "qualifier")
    rows = zip(*(facts[name].to_pylist() for name in names), shown_units(facts), strict=True)
    shown = []
    for kind, number, high, decimals, day, precision, text, qualifier, unit in rows:
        if kind == NUMBER:
            ends = [as_written(end) for end in (number, high) if end is not None]
            places = places_shown(decimals, unit.moved(lang), *ends)
            look = NumberLook(unit, places, Qualifier(qualifier), lang, (*ends, None)[1])
            shown.append(show_number(ends[0], look))
        elif kind == DATE:
            shown.append(show_date(day, precision, Qualifier(qualifier), lang))
        else:
            shown.append(text)
    return pa.array(shown, pa.string())


def marked_values(facts: pa.Table, lang: Lang) -> pa.Array:
    """Every value as shown, with a mark where it is accepted or not proved.

    A chart's labels stand apart from the cells whose grounds tell.
    """
    shown, accepted = shown_values(facts, lang), figures_accepted(facts)
    marks = pc.if_else(accepted, f"\u00a0{ACCEPTED_MARK}", f"\u00a0{UNPROVED_MARK}")
    plain = pc.and_(figures_proved(facts), pc.invert(accepted))
    return pc.binary_join_element_wise(shown, one_chunk(pc.if_else(plain, "", marks)), "")


def shown_end(fact: Fact, unit: Unit, end: End, lang: Lang) -> str:
    """One end of a range as it shows where it stands alone, its unit as it is shown."""
    low, high = fact.exact, fact.exact_high
    if low is None or high is None:
        raise ValueError(f"{fact.id} is no range")
    places = places_shown(fact.decimals, unit.moved(lang), low, high)
    value = low if end is End.LOW else high
    return show_number(value, NumberLook(unit, places, fact.qualifier, lang))


def further_unit(unit: Unit, lang: Lang) -> str:
    """The unit beside a number, unless the number as shown has its signs."""
    signs = unit.before.in_(lang) + unit.after.in_(lang)
    return "" if signs else unit.label(lang)


def value_styles(facts: pa.Table, looks: pa.DictionaryArray, lang: Lang) -> pa.ChunkedArray:
    """The style name of each value, made once for each distinct look."""
    return _styled(facts, looks, lambda look: _value_style(look, lang))


def end_styles(facts: pa.Table, looks: pa.DictionaryArray, lang: Lang, end: End) -> pa.ChunkedArray:
    """The style name of one end of each range, where it stands alone; `text` for what is none."""
    return _styled(facts, looks, lambda look: _end_style(look, lang, end))


def _styled(
    facts: pa.Table, looks: pa.DictionaryArray, style: Callable[[str], str]
) -> pa.ChunkedArray:
    styles = map_dictionary(looks, style, pa.string())
    of_rows = pa.chunked_array([styles.dictionary.take(styles.indices)])
    accepted = figures_accepted(facts)
    unproved = pc.invert(pc.or_(figures_proved(facts), accepted))
    return marked(doubted(of_rows, unproved), accepted, ACCEPTED)


def figures_accepted(facts: pa.Table) -> pa.ChunkedArray:
    """Which facts have a figure that an analyst answers for."""
    return pc.equal(facts["figure_state"], FigureState.ACCEPTED)


def figures_proved(facts: pa.Table) -> pa.ChunkedArray:
    """Which facts have no figure but one that the check confirmed."""
    return pc.is_in(facts["figure_state"], strings([FigureState.CONFIRMED, FigureState.TEXT]))


def figure_width(facts: pa.Table, looks: pa.DictionaryArray, lang: Lang) -> float:
    """The width of the widest number or date as shown, in Excel's characters; 0 where none is.

    Of the numbers with one look the least or the greatest shows the most digits; of the dates few
    are distinct.
    """
    figures: list[tuple[str, float | date]] = [
        *_extremes(looks, facts["number"]),
        *_distinct_dates(looks, facts["date"]),
    ]
    return max((text_width(_show(look, value, lang)) for look, value in figures), default=0.0)


def high_width(facts: pa.Table, looks: pa.DictionaryArray, lang: Lang) -> float:
    """The width of the widest high end of a range as shown; 0 where none is."""
    shown = (
        show_number(as_written(high), _Look.of(look).of_end(lang))
        for look, high in _extremes(looks, facts["high"])
    )
    return max(map(text_width, shown), default=0.0)


def _extremes(looks: pa.DictionaryArray, numbers: pa.ChunkedArray) -> Iterator[tuple[str, float]]:
    """The least and the greatest of the numbers with each look."""
    column = numbers.combine_chunks()
    valid = valid_rows(column)
    values, indices = float_values(column)[valid], integer_values(looks.indices)[valid]
    for ufunc, start in ((np.minimum, np.inf), (np.maximum, -np.inf)):
        extremes = np.full(len(looks.dictionary), start)
        ufunc.at(extremes, indices, values)
        pairs = zip(looks.dictionary.to_pylist(), extremes.tolist(), strict=True)
        yield from (pair for pair in pairs if pair[1] != start)  # of a look without numbers


def _distinct_dates(looks: pa.DictionaryArray, dates: pa.ChunkedArray) -> set[tuple[str, date]]:
    valid = pc.is_valid(dates)
    if not pc.any(valid).as_py():
        return set()
    keys = looks.filter(valid.combine_chunks()).to_pylist()
    return set(zip(keys, dates.filter(valid).to_pylist(), strict=True))


def _show(look: str, value: float | date, lang: Lang) -> str:
    parts = _Look.of(look)
    if isinstance(value, date):
        return show_date(value, parts.precision, parts.qualifier, lang)
    return show_number(as_written(value), parts.of_value(lang))


class _Look(NamedTuple):
    """What a key of `value_looks` says."""

    kind: str
    unit: str
    places: int
    qualifier: Qualifier
    negative: bool
    precision: str
    high: Fraction | EllipsisType | None

    @classmethod
    def of(cls, look: str) -> "_Look":
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
    parts = _Look.of(look)
    return unit_at(parts.unit).label(lang) if parts.kind == NUMBER else ""


def qualifier_label(look: str, lang: Lang) -> str:
    """The qualifier of a number or a date with that look; "" for a text."""
    parts = _Look.of(look)
    return "" if parts.kind == TEXT else QUALIFIER_LABELS[parts.qualifier].in_(lang)


def _value_style(look: str, lang: Lang) -> str:
    parts = _Look.of(look)
    if parts.kind == TEXT or (parts.kind == DATE and parts.precision not in DATES):
        return "text"
    if parts.kind == DATE:
        return figure_style(date_format(parts.precision, parts.qualifier, lang))
    return figure_style(number_format(parts.of_value(lang), negative=parts.negative))


def _end_style(look: str, lang: Lang, end: End) -> str:
    parts = _Look.of(look)
    if parts.high is None:
        return "text"
    # A format for negative numbers shows others just as well.
    negative = parts.negative if end is End.LOW or parts.high is ... else parts.high < 0
    return figure_style(number_format(parts.of_end(lang), negative=negative))


def doubted(styles: str | pa.ChunkedArray, doubtful: pa.ChunkedArray) -> str | pa.ChunkedArray:
    """The styles, marked where what they show is not proved."""
    return marked(styles, doubtful, DOUBT)


def marked(
    styles: str | pa.ChunkedArray, chosen: pa.ChunkedArray, mark: str
) -> str | pa.ChunkedArray:
    """The styles, with a mark before those of the chosen rows."""
    if not pc.any(chosen).as_py():
        return styles
    with_mark = pc.binary_join_element_wise(mark, styles, "")
    return pc.if_else(chosen, with_mark, styles)


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
