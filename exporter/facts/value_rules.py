"""What must hold for the value of every fact: that there is one, of its unit's kind, for Excel."""

from collections.abc import Iterator
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import has_lines
from exporter.facts.placeholders import placeholder_fault
from exporter.facts.remedies import as_date, as_figure, as_number, as_percentage
from exporter.facts.rule import Row, Rule, blank, matches
from exporter.facts.shown_fields import shown_fields
from exporter.facts.table import DATE, TEXT, range_written
from exporter.facts.text_rules import SPREADSHEET_ERROR
from exporter.facts.unsaid import unsaid
from exporter.facts.words import LANGUAGES
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
_AS_TEXT = {"unit": "text"}
MOST_DECIMALS = SIGNIFICANT_DIGITS  # a cell shows no more
_FIRST_DAY = (FIRST_DATE - date(1970, 1, 1)).days


def value_rules(table: pa.Table) -> Iterator[Rule]:
    """Every rule for the values of a table of facts; `table` as for `rules.rules`."""
    yield _missing_value_rule(table)
    no_values = list(_no_value_rules(table))
    yield from no_values
    reported = no_values[0].broken
    for rule in no_values[1:]:
        reported = pc.or_(reported, rule.broken)
    is_error = matches(table["text.en"], SPREADSHEET_ERROR)  # of which the rules for texts tell
    yield from _kind_rules(table, pc.or_(reported, is_error))
    yield from _figure_rules(table)


def _missing_value_rule(table: pa.Table) -> Rule:
    no_text = pc.or_(blank(table["value.en"]), blank(table["value.zh"]))
    no_range = pc.and_(pc.is_null(table["value.from"]), pc.is_null(table["value.to"]))
    return Rule(
        pc.and_(
            pc.and_(pc.and_(blank(table["value"]), no_text), no_range),
            pc.is_null(table["formula"]),
        ),
        lambda _: "`value` is missing",
        lambda row: "give a number, a date, or a text " + _in_both(row["file"]),
    )


def _no_value_rules(table: pa.Table) -> Iterator[Rule]:
    """What stands where a value should and is none to keep; its kind is not asked for then."""
    percentage = pc.or_(*(matches(table[f"text.{lang}"], _PERCENTAGE) for lang in LANGUAGES))
    not_finite = matches(table["value"], _NOT_FINITE, holding=b"nN")
    yield Rule(
        pc.and_not(unsaid(table), not_finite),
        lambda row: placeholder_fault(row["text.en"]).wrong,
        lambda row: placeholder_fault(row["text.en"]).right,
    )
    yield Rule(
        not_finite,
        lambda row: f"the value {row['value']} is not a finite number",
        lambda _: "give a number, or leave the fact out",
    )
    yield Rule(
        pc.and_(percentage, pc.invert(_is(table["dimension"], "text"))),
        lambda row: f"the percentage {row['text.en']!r} is written as text",
        lambda row: as_percentage(row["text.en"], row["file"]),
    )


def _kind_rules(table: pa.Table, reported: pa.ChunkedArray) -> Iterator[Rule]:
    """Texts where the unit wants a number or a date, and those without quotes that are like one."""
    dimension, is_text = table["dimension"], pc.equal(table["kind"], TEXT)
    not_text = pc.invert(pc.is_in(dimension, pa.array(["date", "text"])))
    numeric = pc.and_(pc.is_valid(dimension), not_text)
    told = pc.or_(reported, blank(table["text.en"]))
    yield Rule(
        pc.and_(pc.and_(is_text, numeric), pc.invert(told)),
        lambda row: f"the value {row['text.en']!r} is not a number, but has the unit {row['unit']}",
        lambda row: as_number(row["text.en"], row["file"], row["unit"]),
    )
    yield Rule(
        pc.and_(pc.and_(is_text, _is(dimension, "date")), pc.invert(told)),
        lambda row: f"the value {row['text.en']!r} is a text, but has the unit date",
        lambda row: (
            "write a date without quotation marks, or leave the unit out"
            if has_lines(row["file"])
            else "write a date such as 2023-10-31, or leave the unit blank"
        ),
    )
    like_a_figure = pc.and_(is_text, pc.is_null(dimension))
    if pc.any(like_a_figure).as_py():
        like_a_figure = pc.and_(like_a_figure, matches(table["value"], _LIKE_A_FIGURE))
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


def _largest(table: pa.Table) -> pa.ChunkedArray:
    """The largest number of each row, without its sign."""
    return pc.max_element_wise(pc.abs(table["number"]), pc.abs(table["high"]))


def _is(column: pa.ChunkedArray, value: str) -> pa.ChunkedArray:
    return pc.fill_null(pc.equal(column, value), False)


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
