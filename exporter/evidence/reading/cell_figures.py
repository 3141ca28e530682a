"""The figures of a table's cells, and which of those of prose are theirs."""

from collections.abc import Mapping, Sequence

from exporter.engine.regex import regex
from exporter.evidence.clauses import ELLIPSIS
from exporter.evidence.reading.bare_money import settled, settled_readings
from exporter.evidence.reading.figure import Figure, Role
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import ONE
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.table_heads import counts_shares
from exporter.evidence.reading.table_rows import TableCell
from exporter.evidence.reading.table_units import table_unit
from exporter.evidence.reading.vocabulary.qualifiers import ABOUT, AT_LEAST, EXACT, UP_TO, Readings
from exporter.facts.units import COUNT


def figure_of_cell(cell: TableCell, text: Text) -> Figure:
    """The figure that a cell states, in what its table says."""
    dimension, sign = settled(cell.dimension, text, ONE)
    also = cell.also
    if also:
        also, also_sign = settled_readings(also, text)
        sign = sign or also_sign
    return Figure(
        cell.value,
        dimension,
        _QUALIFIERS_OF_CELL[cell.is_about, cell.of_range],
        "shares" if dimension == COUNT and counts_shares(cell.head) else "",
        cell.per,
        False,
        cell.start,
        cell.end,
        text.given[cell.start : cell.end],
        cell.head,
        also=also,
        sign=sign,
        role={-1: Role.LOW, 1: Role.HIGH}.get(cell.of_range),
    )


_QUALIFIERS_OF_CELL: Mapping[tuple[bool, int], Readings] = {
    (False, 0): EXACT, (True, 0): ABOUT,
    (False, -1): AT_LEAST, (False, 1): UP_TO,
    (True, -1): AT_LEAST | ABOUT, (True, 1): UP_TO | ABOUT,
}  # fmt: skip


def is_in_cells(found: Figure | Quantity, cells: Sequence[TableCell]) -> bool:
    """Whether what prose says begins or ends in a cell."""
    return any(found.start < cell.end and cell.start < found.end for cell in cells)


def is_size(quantity: Quantity, text: Text) -> bool:
    """Whether a quantity is what a caption says that cells are in: (in millions), 人民币千元."""
    words = text.lower[quantity.start : quantity.end]
    if not quantity.numeral.vague and not _POWERS_ALONE.fullmatch(words):
        return False
    if text.word(quantity.last) in {")", ",", ";"} and text.word(quantity.first - 1) == "in":
        return True
    return table_unit(_passage_at(quantity, text)) is not None


_POWERS_ALONE = regex(
    "[^0-9一二两三四五六七八九半〇零]*?[十百千万亿]+[^0-9一二两三四五六七八九半〇零]*"
)


def _passage_at(quantity: Quantity, text: Text) -> str:
    """The passage of a quote, between its ellipses, in which a quantity stands."""
    before = [mark.end() for mark in ELLIPSIS.finditer(text.lower, 0, quantity.start)]
    behind = ELLIPSIS.search(text.lower, quantity.end)
    return text.lower[before[-1] if before else 0 : behind.start() if behind else None]
