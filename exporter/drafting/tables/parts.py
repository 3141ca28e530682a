"""What the rows of a table of parts measure: by its section, its corner, its title, its columns.

Under Adjusted operating profit, £m the row Flow Control is a part of that profit; so it is under a
section Revenue, and in a column Revenue (£m).
"""

from collections.abc import Sequence

from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.lines import Line
from exporter.drafting.tables.measures import (
    is_all,
    is_change,
    measure_of_all,
    split_measure,
)
from exporter.drafting.tables.period_words import without_period
from exporter.drafting.tables.periods_said import says_period
from exporter.drafting.tables.rows import Row
from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower


def measure_above(
    row: Row, sections: Sequence[Line], rows: Sequence[Row]
) -> tuple[str, tuple[Line, ...]]:
    """What a row that names only a part measures, and the lines that say so; "" for nothing.

    Args:
        row: The row.
        sections: The last head of its section, in one or several lines.
        rows: Those of its table.
    """
    if words := split_measure(" ".join(line.text.replace("\t", " ") for line in sections)):
        return words, tuple(sections)
    for line in reversed(row.heads.columns):
        if (corner := _corner(line, rows)) and (words := _of_parts(corner, rows)):
            return words, (line,)
    captions = [line for line, _ in row.heads.captions if "\t" not in line.text]
    for line in (*reversed(captions), *row.heads.titles[-1:]):
        if "\t" not in line.text and (words := _of_parts(line.text, rows)):
            return words, (line,)
    return "", ()


def _of_parts(words: str, rows: Sequence[Row]) -> str:
    """What words over a table say that its rows are parts of: no assets over a balance sheet."""
    measure = measure_of_all(words)
    if measure.lower() not in {"assets", "liabilities"}:
        return measure
    return "" if any(_OF_BALANCE.search(lower(row.line.words)) for row in rows) else measure


_OF_BALANCE = regex(
    r"cash|receivable|payable|goodwill|inventor|equipment|liabilit|equity|current assets|accrued"
    r"|deferred|total assets"
)


def _corner(line: Line, rows: Sequence[Row]) -> str:
    """What a line of heads says over the heads of rows; "" where it says nothing there.

    Interest rate, Maturity, 2025, 2024 over four cells has none.
    """
    first, *rest = line.texts or ("",)
    if len(line.texts) <= max(len(row.line.cells) for row in rows):
        return ""
    said = [lower(fold(text)) for text in rest]
    return first if any(says_period(text) or is_change(text) for text in said) else ""


def measure_of_column(columns: Sequence[Column], at: int, lines: Sequence[Line]) -> str:
    """What a column of a table of parts measures; of changes the column before them.

    Args:
        columns: Of the table.
        at: Which of them.
        lines: The heads of columns as they are written.
    """
    for column in reversed(columns[: at + 1]):
        own = as_written(without_period(column.own), lines)
        if not column.compares and (words := measure_of_all(own)):
            return words
        if not column.compares:
            break
    return ""


def as_written(head: str, lines: Sequence[Line]) -> str:
    """The head of a column as the source writes it, with its capitals."""
    for line in lines:
        for text in (_NOTE_MARKS.sub("", text) for text in line.texts):
            if head in {lower(fold(text)), lower(fold(without_period(text)))}:
                return text if lower(fold(text)) == head else without_period(text)
    return head


_NOTE_MARKS = regex(r"[*†‡¹²³^]+$")


def of_part(measure: str, part: str) -> str:
    """A measure of a part: Revenue, Marine Pumps; of the whole as it is.

    Args:
        measure: What is measured.
        part: The head of the row or column; "" for the whole.
    """
    if not part or is_all(part):
        return measure
    joins = "" if measure.rsplit(" ", 1)[-1] in {"of", "from", "to", "in", "by"} else ","
    return f"{part}{measure}" if _HAN.search(measure) else f"{measure}{joins} {part}"


_HAN = regex("[\u4e00-\u9fff]")
