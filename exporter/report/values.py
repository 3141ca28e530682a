"""The values of facts as columns: what Excel stores, how it shows, and in which style."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import (
    float_values,
    floats,
    integer_values,
    one_chunk,
    strings,
    valid_rows,
)
from exporter.evidence.claims import FigureState
from exporter.facts.periods import DATES
from exporter.facts.ranges import End
from exporter.facts.table import DATE, NUMBER, Fact, as_written, map_dictionary
from exporter.facts.units import Unit
from exporter.facts.words import Lang, Qualifier
from exporter.limits import serial_number
from exporter.report.formats import NumberLook, places_shown, show_date, show_number
from exporter.report.labels import ACCEPTED_MARK, UNPROVED_MARK
from exporter.report.looks import Look, end_style, moves, shown_units, value_style
from exporter.report.xlsx.columns import text_width
from exporter.report.xlsx.styles import ACCEPTED, DOUBT

Show: TypeAlias = Callable[[Fraction, NumberLook], str]
_PROVED = (FigureState.CONFIRMED, FigureState.CALCULATED, FigureState.TEXT)
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
    moved = moves(facts, lambda unit: unit.moved(lang) if unit.stored == 1 else _PERCENT)
    if not pc.any(pc.not_equal(moved, 0)).as_py():
        return numbers
    decimals = pc.fill_null(facts["decimals"], 0)
    whole = pc.round(pc.multiply(numbers, _power_of_ten(decimals)))
    left = pc.subtract(decimals, moved)
    less = pc.divide(whole, _power_of_ten(pc.max_element_wise(left, 0)))
    more = pc.multiply(whole, _power_of_ten(pc.max_element_wise(pc.negate(left), 0)))
    stored = pc.if_else(pc.equal(moved, 0), numbers, pc.if_else(pc.less(left, 0), more, less))
    if facts["formula"].null_count == facts.num_rows:
        return stored
    # What is calculated has more digits than it shows.
    by = _power_of_ten(pc.abs(moved))
    whole = pc.if_else(pc.less(moved, 0), pc.divide(numbers, by), pc.multiply(numbers, by))
    return pc.if_else(pc.is_valid(facts["formula"]), whole, stored)


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


def shown_values(facts: pa.Table, lang: Lang, show: Show = show_number) -> pa.Array:
    """Every value as the sheet shows it, qualifier and unit signs included; exact by row.

    Args:
        facts: The facts.
        lang: The language.
        show: What shows a number in another way than the sheet.
    """
    names = ("kind", "number", "high", "decimals", "date", "precision", f"text.{lang}", "qualifier")
    rows = zip(*(facts[name].to_pylist() for name in names), shown_units(facts), strict=True)
    shown = []
    for kind, number, high, decimals, day, precision, text, qualifier, unit in rows:
        if kind == NUMBER:
            ends = [as_written(end) for end in (number, high) if end is not None]
            places = places_shown(decimals, unit.moved(lang), *ends)
            look = NumberLook(unit, places, Qualifier(qualifier), lang, (*ends, None)[1])
            shown.append(show(ends[0], look))
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


def shown_end(fact: Fact, unit: Unit, end: End, lang: Lang, show: Show = show_number) -> str:
    """One end of a range as it shows where it stands alone, its unit as it is shown."""
    low, high = fact.exact, fact.exact_high
    if low is None or high is None:
        raise ValueError(f"{fact.id} is no range")
    places = places_shown(fact.decimals, unit.moved(lang), low, high)
    value = low if end is End.LOW else high
    return show(value, NumberLook(unit, places, fact.qualifier, lang))


def further_unit(unit: Unit, lang: Lang) -> str:
    """The unit beside a number, unless the number as shown has its signs."""
    signs = unit.before.in_(lang) + unit.after.in_(lang)
    return "" if signs else unit.label(lang)


def value_styles(facts: pa.Table, looks: pa.DictionaryArray, lang: Lang) -> pa.ChunkedArray:
    """The style name of each value, made once for each distinct look."""
    return _styled(facts, looks, lambda look: value_style(look, lang))


def end_styles(facts: pa.Table, looks: pa.DictionaryArray, lang: Lang, end: End) -> pa.ChunkedArray:
    """The style name of one end of each range, where it stands alone; `text` for what is none."""
    return _styled(facts, looks, lambda look: end_style(look, lang, end))


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
    return pc.is_in(facts["figure_state"], strings(list(_PROVED)))


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
        show_number(as_written(high), Look.of(look).of_end(lang))
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
    parts = Look.of(look)
    if isinstance(value, date):
        return show_date(value, parts.precision, parts.qualifier, lang)
    return show_number(as_written(value), parts.of_value(lang))


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
