"""What a laid-out table should look like to someone who reads the file, column by column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from exporter.proof.xlsx.values import Value
from exporter.report.xlsx.model import Column, Style, Table, Workbook

Aspects = Mapping[str, Sequence[Any]]
ASPECTS = ("value", "formula", "link", "number format", "look")


@dataclass(frozen=True, slots=True)
class LaidRows:
    """Neighbouring rows of a table of the layout, as lists.

    Attributes:
        first: Index of the first of them in the table.
        columns: For each column, each aspect's list of one element a row.
        facts: The fact that each row shows; None where rows are no facts.
    """

    first: int
    columns: tuple[Aspects, ...]
    facts: Sequence[str | None]

    def __len__(self) -> int:
        return len(self.facts)

    def __add__(self, more: "LaidRows") -> "LaidRows":
        columns = tuple(
            {aspect: [*one[aspect], *other[aspect]] for aspect in ASPECTS}
            for one, other in zip(self.columns, more.columns, strict=True)
        )
        return LaidRows(self.first, columns, [*self.facts, *more.facts])

    def above(self, row: int) -> "LaidRows":
        """Those down to one of them."""
        end = row + 1
        columns = tuple({name: one[name][:end] for name in ASPECTS} for one in self.columns)
        return LaidRows(self.first, columns, self.facts[:end])

    def below(self, row: int) -> "LaidRows":
        """Those below one of them."""
        start = row + 1
        columns = tuple({name: one[name][start:] for name in ASPECTS} for one in self.columns)
        return LaidRows(self.first + start, columns, self.facts[start:])

    def key(self) -> int | None:
        """Index of the column that shows the facts' ids, or None."""
        if not any(self.facts):
            return None
        found = (at for at, one in enumerate(self.columns) if one["value"] == self.facts)
        return next(found, None)


def lay_rows(book: Workbook, table: Table, first: int = 0) -> Iterator[LaidRows]:
    """The cells of `table` as a reader should find them, slice by slice, from a row on."""
    styles = {name: described(style, book.font) for name, style in book.styles.items()}
    row = 0
    for part in table.slices():
        if row + part.rows > first:
            columns = tuple(_column(column, part.rows, styles) for column in part.columns)
            facts = [None] * part.rows if part.facts is None else part.facts.to_pylist()
            rows = LaidRows(row, columns, facts)
            yield rows if row >= first else rows.below(first - row - 1)
        row += part.rows


def no_rows(table: Table) -> LaidRows:
    """The rows of a table without rows."""
    return LaidRows(0, tuple({name: [] for name in ASPECTS} for _ in table.columns), [])


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
        "value": laid_values(column, rows),
        "formula": _elements(column.formulas, rows),
        "link": [link and canonical_link(link) for link in _elements(column.links, rows)],
        "number format": [number_format for number_format, _ in formats],
        "look": [look for _, look in formats],
    }


def laid_values(column: Column, rows: int) -> list[Value]:
    """What the cells of a column hold, one by one."""
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
