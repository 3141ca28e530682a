"""What a laid-out table should look like to someone who reads the file, column by column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from exporter.proof.values import Value
from exporter.report.model import Column, Style, Table, Workbook

Aspects = Mapping[str, Sequence[Any]]
ASPECTS = ("value", "formula", "link", "number format", "look")


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table of the layout as lists.

    Attributes:
        table: What it was made from.
        columns: For each column, each aspect's list of one element a row.
        facts: The fact that each row shows; None where rows are no facts.
        key: Index of the column that shows the facts' ids, or None.
    """

    table: Table
    columns: tuple[Aspects, ...]
    facts: Sequence[str | None]
    key: int | None


def lay_table(book: Workbook, table: Table) -> LaidTable:
    """The cells of `table` as a reader should find them."""
    styles = {name: described(style, book.font) for name, style in book.styles.items()}
    columns = tuple(_column(column, table.rows, styles) for column in table.columns)
    facts = [None] * table.rows if table.facts is None else table.facts.to_pylist()
    shows = (index for index, column in enumerate(columns) if column["value"] == facts)
    return LaidTable(table, columns, facts, next(shows, None) if table.facts is not None else None)


def described(style: Style, font: str) -> tuple[str, str]:
    """A style's number format, and its look in words."""
    marks = [word for word in ("bold", "italic", "underline") if getattr(style, word)]
    colours = f"{style.colour.upper() or 'black'} on {style.fill.upper() or 'none'}"
    look = " ".join([font, f"{style.size:g}", *marks, colours])
    return style.number_format, look


def _column(column: Column, rows: int, styles: Mapping[str, tuple[str, str]]) -> Aspects:
    names = column.styles
    formats = [
        styles[name] for name in ([names] * rows if isinstance(names, str) else names.to_pylist())
    ]
    return {
        "value": _values(column, rows),
        "formula": _elements(column.formulas, rows),
        "link": [link and canonical_link(link) for link in _elements(column.links, rows)],
        "number format": [number_format for number_format, _ in formats],
        "look": [look for _, look in formats],
    }


def _values(column: Column, rows: int) -> list[Value]:
    texts = [text or None for text in _elements(column.texts, rows)]
    if column.numbers is None and column.truths is None:
        return texts
    truths, numbers = _elements(column.truths, rows), _elements(column.numbers, rows)
    return [
        number if number is not None else truth if truth is not None else text
        for number, truth, text in zip(numbers, truths, texts, strict=True)
    ]


def _elements(array: pa.Array | None, rows: int) -> list[Any]:
    return [None] * rows if array is None else array.to_pylist()


def canonical_link(link: str) -> str:
    """The link as a workbook holds it: a path beside the workbook is one of Windows there."""
    address, mark, passage = link.removeprefix("external:").partition("#")
    if ":" not in address:
        address = address.replace("/", "\\").removeprefix(".\\")
    return address + mark + passage
