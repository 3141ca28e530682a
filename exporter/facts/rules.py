"""What must hold for every fact: masks over columns, and what to say of the rows in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import holds_any, truths
from exporter.errors import Fault, has_lines
from exporter.facts.garbled import garbled_fault
from exporter.facts.periods import YearEnds, is_placed, parse_period
from exporter.facts.placeholders import empty_or, is_placeholder, placeholder_fault
from exporter.facts.remedies import as_date, as_figure, as_number, as_percentage, as_period
from exporter.facts.shown_fields import YAML_IN_CELL, parts_in_cell, shown_fields
from exporter.facts.table import (
    DATE,
    KEY_SEPARATOR,
    NOT_CALCULATED,
    REQUIRED,
    TEXT,
    map_distinct,
    range_written,
)
from exporter.facts.unit_faults import unknown_name, unlike_labels
from exporter.facts.unsaid import unsaid
from exporter.facts.words import LANGUAGES, Qualifier, Status, is_reason, no_reason
from exporter.limits import FIRST_DATE, LARGEST_NUMBER, SIGNIFICANT_DIGITS

_NOT_FINITE = r"(?i)^[+-]?\.?(?:nan|inf|infinity)$"
# A text that is a percentage and nothing more, however it is written.
_PERCENTAGE = (
    r"(?i)^[^0-9]{0,16}[0-9][0-9.,]*(?:\s*[-–~至到]\s*[0-9][0-9.,]*)?\s*"
    r"(?:[%％‰]|per\s?cent|pct)\s*$|^[^0-9]{0,3}[百千]分之[^a-zA-Z]{1,6}$"
)
# A value without quotation marks that begins like a figure, a date or a price.
_LIKE_A_FIGURE = (
    r"^[~≈<>约近超+(-]?\s*(?:[$¥€£]|US\$|HK\$|RMB|EUR|USD|CNY|GBP|JPY|HKD|CHF|AUD|CAD|SGD|KRW|INR"
    r"|TWD|SEK|NOK|DKK)?\s*(?:[0-9０-９]|∞)|^[△▲]\s*[0-9０-９]"
)
_IN_BOTH = ("metric.en", "text.en", "attribution.en", "note.en", "accept.en")
_AS_TEXT = {"unit": "text"}
_ID = r"^[a-z0-9][a-z0-9._-]*$"
_NAMES_AN_END = r"\.(?:low|high)$"
MOST_DECIMALS = SIGNIFICANT_DIGITS  # a cell shows no more
_FIRST_DAY = (FIRST_DATE - date(1970, 1, 1)).days

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold for every row: the mask of rows where it does not, and what to say of one."""

    broken: pa.ChunkedArray
    wrong: Callable[[Row], str]
    right: Callable[[Row], str]


def rules(table: pa.Table, year_ends: YearEnds | None = None) -> Iterator[Rule]:
    """Every rule for a table of facts.

    Args:
        table: WRITTEN with the columns of FACTS, and `unit_key`, `unit.written`, `dimension`,
            `digits`, `id.first`, and `accept.en.written` and `accept.zh.written`, as `parse` makes
            them.
        year_ends: Where the fiscal years of entities end; None where that is not known yet.
    """
    yield from (_presence_rule(table, name) for name in REQUIRED)
    yield from _id_rules(table)
    yield _missing_value_rule(table)
    yield from _value_rules(table)
    yield from _figure_rules(table)
    yield from (rule for name in _IN_BOTH for rule in _yaml_rules(table, name))
    yield from _word_rules(table)
    yield _accept_rule(table)
    if year_ends is not None:
        yield _interval_rule(table, year_ends)


def _presence_rule(table: pa.Table, name: str) -> Rule:
    field, _, lang = name.partition(".")
    missing = _blank(table[name])
    if name in NOT_CALCULATED and table["formula"].null_count < table.num_rows:
        missing = pc.and_not(missing, _is_unquoted(table))
    return Rule(
        missing,
        lambda _: f"`{name}` is missing",
        lambda row: _to_add(row["file"], field, in_parts=bool(lang)),
    )


def _is_unquoted(table: pa.Table) -> pa.ChunkedArray:
    """Which facts are calculated and need no quote, for their evidence is that of others."""
    return pc.and_(pc.is_valid(table["formula"]), _blank(table["quote"]))


def _id_rules(table: pa.Table) -> Iterator[Rule]:
    ids = table["id"]
    yield Rule(
        pc.invert(pc.match_substring_regex(ids, _ID)),
        lambda row: f"the id {row['id']!r} is not a plain lower-case name",
        lambda _: "use a-z, 0-9, hyphen, dot and underscore, e.g. modelscope-downloads",
    )
    if holds_any(ids, b"."):
        yield Rule(
            pc.match_substring_regex(ids, _NAMES_AN_END),
            lambda row: f"the id {row['id']!r} ends like the name of an end of a range",
            lambda row: f"use another ending, such as {row['id'].replace('.', '-')}",
        )
    yield Rule(
        pc.is_valid(table["id.first"]),
        lambda row: f"the id is used twice (first in {row['id.first']})",
        lambda _: "give every fact an id of its own",
    )


def _missing_value_rule(table: pa.Table) -> Rule:
    no_text = pc.or_(_blank(table["value.en"]), _blank(table["value.zh"]))
    no_range = pc.and_(pc.is_null(table["value.from"]), pc.is_null(table["value.to"]))
    return Rule(
        pc.and_(
            pc.and_(pc.and_(_blank(table["value"]), no_text), no_range),
            pc.is_null(table["formula"]),
        ),
        lambda _: "`value` is missing",
        lambda row: "give a number, a date, or a text " + _in_both(row["file"]),
    )


def _value_rules(table: pa.Table) -> Iterator[Rule]:
    value, dimension = table["value"], table["dimension"]
    is_text, measured = pc.equal(table["kind"], TEXT), pc.is_valid(dimension)
    numeric = pc.and_(measured, pc.invert(pc.is_in(dimension, pa.array(["date", "text"]))))
    not_finite = _matches(value, _NOT_FINITE, holding=b"nN")
    percentage = pc.or_(*(_matches(table[f"text.{lang}"], _PERCENTAGE) for lang in ("en", "zh")))
    percentage = pc.and_(percentage, pc.invert(_is(dimension, "text")))
    like_a_figure = pc.and_(is_text, pc.is_null(dimension))
    if pc.any(like_a_figure).as_py():
        like_a_figure = pc.and_(like_a_figure, _matches(value, _LIKE_A_FIGURE))
    nothing = pc.and_not(unsaid(table), not_finite)
    reported = pc.or_(pc.or_(not_finite, percentage), nothing)
    yield Rule(
        nothing,
        lambda row: placeholder_fault(row["text.en"]).wrong,
        lambda row: placeholder_fault(row["text.en"]).right,
    )
    yield Rule(
        not_finite,
        lambda row: f"the value {row['value']} is not a finite number",
        lambda _: "give a number, or leave the fact out",
    )
    yield Rule(
        percentage,
        lambda row: f"the percentage {row['text.en']!r} is written as text",
        lambda row: as_percentage(row["text.en"], row["file"]),
    )
    yield Rule(
        pc.and_(pc.and_(is_text, numeric), pc.invert(pc.or_(reported, _blank(table["text.en"])))),
        lambda row: f"the value {row['text.en']!r} is not a number, but has the unit {row['unit']}",
        lambda row: as_number(row["text.en"], row["file"]),
    )
    yield Rule(
        pc.and_(
            pc.and_(is_text, _is(dimension, "date")),
            pc.invert(pc.or_(reported, _blank(table["text.en"]))),
        ),
        lambda row: f"the value {row['text.en']!r} is a text, but has the unit date",
        lambda row: (
            "write a date without quotation marks, or leave the unit out"
            if has_lines(row["file"])
            else "write a date such as 2023-10-31, or leave the unit blank"
        ),
    )
    yield Rule(
        pc.and_(like_a_figure, pc.invert(reported)),
        lambda row: f"the value {row['value']!r} is neither a number nor a date",
        lambda row: as_figure(row["value"], row["file"]) + _as_text(row["file"]),
    )


def _figure_rules(table: pa.Table) -> Iterator[Rule]:
    yield Rule(
        pc.and_(pc.equal(table["kind"], DATE), pc.is_null(table["date"])),
        lambda row: f"{row['value'] or row['value.en']!r} is not a date that exists",
        lambda row: as_date(row["value"] or row["value.en"]),
    )
    yield Rule(
        pc.less(pc.cast(table["date"], pa.int32()), _FIRST_DAY),
        lambda row: f"Excel has no dates before 1900, such as {row['value']}",
        lambda row: f"write it as a text {_in_both(row['file'])}",
    )
    yield Rule(
        pc.greater(table["decimals"], MOST_DECIMALS),
        lambda row: f"the value {_written(row)} has more than {MOST_DECIMALS} decimals",
        lambda _: "use a smaller unit",
    )
    yield Rule(
        pc.greater(table["digits"], SIGNIFICANT_DIGITS),
        lambda row: (
            f"the value {_written(row)} has more than {SIGNIFICANT_DIGITS} digits, "
            "which Excel cannot keep"
        ),
        lambda row: f"round it, or write it as a text, with {shown_fields(row['file'], _AS_TEXT)}",
    )
    yield Rule(
        pc.invert(pc.less(_largest(table), LARGEST_NUMBER)),
        lambda row: f"the value {_written(row)} is larger than a cell of Excel can show",
        lambda _: "use a larger unit",
    )


def _word_rules(table: pa.Table) -> Iterator[Rule]:
    yield Rule(
        pc.and_(pc.is_valid(table["unit_key"]), pc.is_null(table["dimension"])),
        lambda row: _unit_fault(row).wrong,
        lambda row: _unit_fault(row).right,
    )
    yield _vocabulary_rule(table, "qualifier", [word.value for word in Qualifier], Qualifier.EXACT)
    yield _vocabulary_rule(table, "status", [word.value for word in Status], Status.ACHIEVED)
    known = map_distinct(
        table["period"], lambda text: not text or bool(parse_period(text)), pa.bool_()
    )
    yield Rule(
        pc.invert(known),
        lambda row: f"the period {row['period']!r} is not ISO 8601 or does not exist",
        lambda row: empty_or(row["period"], as_period(row["period"])),
    )


def _yaml_rules(table: pa.Table, name: str) -> Iterator[Rule]:
    """What only YAML takes apart would be printed as it stands."""
    if not pc.any(pc.starts_with(table[name], "{")).as_py():
        return
    field = name.partition(".")[0].replace("text", "value")
    yield Rule(
        _matches(table[name], YAML_IN_CELL),
        lambda row: f"`{field}` is a text that is written as YAML takes parts, {row[name]}",
        lambda row: f"write {shown_fields(row['file'], {field: parts_in_cell(row[name])})}",
    )


def _interval_rule(table: pa.Table, year_ends: YearEnds) -> Rule:
    """Fiscal years are joined with calendar periods only where it is known when they end."""
    mixed = map_distinct(table["period"], lambda text: not is_placed(text, None), pa.bool_())
    if not pc.any(mixed).as_py():
        return Rule(mixed, str, str)
    rows = zip(*(table[name].to_pylist() for name in ("period", "entity")), strict=True)
    misplaced = [not is_placed(period, year_ends.get(entity)) for period, entity in rows]
    return Rule(
        pa.chunked_array([pa.array(misplaced, pa.bool_())]),
        lambda row: (
            f"the period {row['period']!r} ends before it begins"
            if row["entity"] in year_ends
            else f"the period {row['period']!r} joins a fiscal year with a calendar period, "
            "and nothing says when fiscal years end"
        ),
        lambda row: (
            "write the earlier one first"
            if row["entity"] in year_ends
            else "add `fiscal_year_ends: 03-31` to the entity or to report.yaml"
        ),
    )


def _accept_rule(table: pa.Table) -> Rule:
    """Who accepts something says why, in either language."""
    names = [f"accept.{lang}.written" for lang in LANGUAGES]
    en, zh = (map_distinct(table[name], is_reason, pa.bool_()) for name in names)

    def fault(row: Row) -> Fault:
        given = (row[name] for name in names)
        return no_reason(next(text for text in given if not is_reason(text)))

    return Rule(
        pc.invert(pc.and_(en, zh)), lambda row: fault(row).wrong, lambda row: fault(row).right
    )


def _vocabulary_rule(table: pa.Table, name: str, allowed: list[str], usual: str) -> Rule:
    known = f"use one of {', '.join(allowed)}"
    return Rule(
        pc.invert(pc.is_in(table[name], pa.array(allowed))),
        lambda row: f"the {name} {row[name]!r} is not known",
        lambda row: empty_or(row[name], _suggest(row[name], allowed) + known, usual),
    )


def _largest(table: pa.Table) -> pa.ChunkedArray:
    """The largest number of each row, without its sign."""
    return pc.max_element_wise(pc.abs(table["number"]), pc.abs(table["high"]))


def _matches(column: pa.ChunkedArray, pattern: str, holding: bytes = b"") -> pa.ChunkedArray:
    """In which rows a text matches.

    RE2 looks at nulls as at empty texts, and most columns that are asked have no text at all.

    Args:
        column: The texts.
        pattern: What they may match.
        holding: ASCII characters of which what matches has one, where it has.
    """
    if column.null_count == len(column) or (holding and not holds_any(column, holding)):
        return pa.chunked_array([truths(np.zeros(len(column), np.bool_))])
    return pc.fill_null(pc.match_substring_regex(column, pattern), False)


def _is(column: pa.ChunkedArray, value: str) -> pa.ChunkedArray:
    return pc.fill_null(pc.equal(column, value), False)


def _blank(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.fill_null(pc.or_(pc.equal(column, ""), pc.utf8_is_space(column)), True)


def _to_add(file: str, field: str, *, in_parts: bool) -> str:
    """How a field that is missing is written."""
    if has_lines(file):
        return f"add `{field}: {{en: …, zh: …}}`" if in_parts else f"add `{field}: …`"
    return f"fill `{field}`, or `{field}.en` and `{field}.zh`" if in_parts else f"fill `{field}`"


def _in_both(file: str) -> str:
    return "{en: …, zh: …}" if has_lines(file) else "in value.en and value.zh"


def _as_text(file: str) -> str:
    """How an analyst says that a value is a text."""
    if has_lines(file):
        return "put a text in quotation marks"
    return "put a text into value.en and value.zh"


def _written(row: Row) -> str:
    """The value as the analyst wrote it."""
    return range_written(row) if row["value"] is None else str(row["value"])


def _unit_fault(row: Row) -> Fault:
    name, *labels = row["unit_key"].split(KEY_SEPARATOR)
    if not labels and is_placeholder(name):
        return Fault(f"the unit {name!r} is not known", "leave it empty, or use a known unit")
    if not labels and (garbled := garbled_fault(name)):
        return Fault(f"the unit {garbled.wrong}", garbled.right)
    if labels:
        return unlike_labels(name, labels[0], row["file"])
    return unknown_name(name, row["file"])


def _suggest(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word.casefold(), list(known), 1)
    return f"did you mean {near[0]!r}? " if near else ""
