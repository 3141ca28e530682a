"""The quote that proves a cell: its row, and what else of its table the reader must know.

A row alone does not say that its figures are in millions of dollars: a caption does, and the sign
of money in a row above. Whole lines are joined by an ellipsis, as few as lead to the same reading.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from exporter.drafting.tables.counted import counts, counts_things
from exporter.drafting.tables.lines import Line
from exporter.drafting.tables.row_cells import Cell, is_marked
from exporter.drafting.tables.rows import Row
from exporter.engine.regex import regex
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure
from exporter.evidence.reading.known_heads import changes_at_end, heads_at_end
from exporter.evidence.reading.table_columns import heads_in, width_of_heads
from exporter.evidence.reading.table_units import table_unit
from exporter.facts.folding import fold, lower

_JOIN = " … "


def words_of(line: Line) -> str:
    """A line as a quote has it: one space for others, but where that would part thousands."""
    return _SPACES.sub(" ", line.text).strip()


_SPACES = regex(r"(?:(?!(?<=[0-9])[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))\s)+")


def _says_percent(line: Line) -> bool:
    """Whether heads of columns say percent, or changes, which the figures may tell to be in it."""
    said = lower(fold(words_of(line)))
    return "%" in {*line.text, *heads_in(said), *heads_at_end(said)} or any(changes_at_end(said))


class Read(NamedTuple):
    """A cell as its quote is read: its figure, or both ends of a range."""

    quote: str
    figures: tuple[Figure, ...]

    @property
    def figure(self) -> Figure:
        """The figure, or the low end."""
        return self.figures[0]


class Proof:
    """Reads the cells of a row with all that its table says, and finds the least that suffices."""

    def __init__(self, row: Row, sections: Sequence[Line], currencies: Currencies) -> None:
        """A row, with the heads of its section that its metric is named by."""
        self._row, self._currencies = row, currencies
        self._kept = tuple(sections)
        self._may_go = self._context()
        self._read: dict[tuple[int, ...], dict[int, tuple[Figure, ...]]] = {}

    def _context(self) -> tuple[Line, ...]:
        """Lines above that may say what the row's cells are in, in order."""
        row = self._row
        found = [line for line, _ in row.heads.captions[-1:]]
        found += [
            line
            for line in row.sections
            if line not in self._kept and table_unit(lower(fold(line.text)))
        ]
        own = table_unit(lower(fold(row.line.words)), in_brackets=True)
        bare = [cell for cell in row.line.cells if not is_marked(cell)]
        if bare:
            found += [line for line in row.heads.columns if _says_percent(line)]
        if has_dash_apart(row.line):  # which of the cells are empty
            found += [line for line in row.heads.columns if _has_columns(line)]
            found += [line for line in (_full(row),) if line]
        if not found and any(cell.text.startswith("(") for cell in bare):  # which are minus
            found += [line for line in row.heads.columns if _has_columns(line)]
        kept = " ".join([*(line.text for line in self._kept), row.line.words])
        is_counted = counts(lower(fold(kept))) or counts_things(row)
        is_open = bool(bare) and not own and not is_counted
        if is_open and (signed := _signed(row)) and _may_be_as(row, signed, kept):
            found.append(signed)
        if len(bare) == len(row.line.cells) and not found and (plain := _plain(row)):
            found.append(plain)
        return tuple(sorted(dict.fromkeys(found), key=lambda line: line.number))

    def quote_of(self, cell: Cell, *, is_apart: bool = False) -> Read | None:
        """The shortest quote whose reading of a cell is that of the whole; None without one.

        Args:
            cell: Of the row.
            is_apart: Whether its column is in no millions, whatever the caption says.
        """
        captions = {line for line, _ in self._row.heads.captions} if is_apart else set()
        lines = tuple(line for line in self._may_go if line not in captions)
        whole = self._figures(lines, cell)
        if not whole:
            return None

        def suffices(kept: Sequence[Line]) -> bool:
            return _same(self._figures(kept, cell), whole)

        # What cannot be left out alone cannot be left out with others, either.
        may_go = [
            line for line in lines if suffices([other for other in lines if other is not line])
        ]
        least = next(
            kept
            for count in range(len(may_go) + 1)
            for some in combinations(may_go, count)
            if suffices(kept := [line for line in lines if line not in may_go or line in some])
        )
        return Read(self._quote(least)[0], whole)

    def _quote(self, lines: Sequence[Line]) -> tuple[str, int]:
        """The quote with some lines above, and where the row begins in it."""
        above = sorted({*lines, *self._kept}, key=lambda line: line.number)
        before = _JOIN.join([*map(words_of, above), ""])
        return f"{before}{words_of(self._row.line)}", len(before)

    def _figures(self, lines: Sequence[Line], cell: Cell) -> tuple[Figure, ...]:
        numbers = tuple(line.number for line in lines)
        if numbers not in self._read:
            quote, begin = self._quote(lines)
            figures = read_settled(quote, self._currencies)
            self._read[numbers] = _by_cell(figures, quote, begin, self._row.line.cells)
        return self._read[numbers].get(cell.start, ())


def _by_cell(
    figures: Sequence[Figure], quote: str, begin: int, cells: Sequence[Cell]
) -> dict[int, tuple[Figure, ...]]:
    """The figures of a row by the offsets of its cells: both in order, by their digits."""
    found: dict[int, tuple[Figure, ...]] = {}
    small = lower(fold(quote))
    end = len(quote)  # from behind: a head may have numbers of its own
    for cell in reversed(cells):
        read: list[Figure] = []
        for mark in (cell.high, cell.mark):
            number = mark["number"] if mark else None
            if number and (place := small.rfind(number, begin, end)) >= 0:
                end = place
                read += [
                    figure
                    for figure in figures
                    if figure.start <= place < figure.end and _is_alone(figure, number)
                ][:1]
        if len(read) == 1 + (cell.high is not None):
            found[cell.start] = tuple(reversed(read))
    return found


def _is_alone(figure: Figure, number: str) -> bool:
    """Whether a figure is one cell's, and has not taken the next one in: 612 560."""
    return _GAP.search(figure.text) is None or _GAP.search(number) is not None


_GAP = regex(r"[0-9] [0-9]{3}(?![0-9])")


def _signed(row: Row) -> Line | None:
    """The row above that says what the row's cells are in, the nearest one that fits."""
    above, alike = [other.line for other in reversed(row.above)], list(_alike_above(row))
    for lines, says in ((alike, _has_money), (alike, is_marked), (above, _has_money)):
        for line in lines:
            if says is is_marked and not all(map(is_marked, line.cells)):
                continue
            if any(map(says, line.cells)):
                return line
    return None


def _plain(row: Row) -> Line | None:
    """A row above of numbers that are plainly cells, where 612 560 may be read as one number."""
    return next(
        (line for line in _alike_above(row) if all("," in cell.number for cell in line.cells)), None
    )


def _alike_above(row: Row) -> Iterator[Line]:
    """The rows above that have as many cells, from the nearest on."""
    above = (other.line for other in reversed(row.above))
    return (line for line in above if len(line.cells) == len(row.line.cells))


# A dash by itself before a figure, which may be its minus, and is an empty cell in most tables.
_DASH_APART = regex(r"(?<!\S)[-–−] (?=[$€£¥]?[0-9])")


def has_dash_apart(line: Line) -> bool:
    """Whether a line has such a dash, as its quote says it."""
    return _DASH_APART.search(words_of(line)) is not None


def _has_columns(line: Line) -> bool:
    return width_of_heads(lower(fold(words_of(line)))) > 1


def _full(row: Row) -> Line | None:
    """The nearest row above that has as many cells, and no such dash."""
    return next((line for line in _alike_above(row) if not has_dash_apart(line)), None)


_MOST = 100  # of a share, mostly
_OWN_UNIT = regex(r"[(（][^()（）]{1,12}[)）]|[$€£¥]|\bcents?\b|\bper\b|\bnumber\b|数")


# Rows that may be bare percentages in a table of sums of money.
_OF_RATES = regex(
    r"(?<![a-z])(?:margins?|ratios?|rates?|yields?|shares? of|return on|roce|roe|roa"
    r"|percent(?:age)?|growth|utili[sz]ation|occupancy"
    r"|load factor|conversion|gearing)(?![a-z])|%|[率比]"
)


def _may_be_as(row: Row, signed: Line, kept: str) -> bool:
    """Whether bare numbers may be in what a row above is in: 54.8 under 45.2%.

    Not where a table tells many kinds of figures, of which the row above is one: 612 clinics under
    a margin of 9.1%; nor sums where the caption says their money: a profit of 52.7 under £m.
    """
    if any(map(_has_money, signed.cells)):
        return True
    captions = [unit for _, unit in row.heads.captions[-1:]]
    if any(unit.dimension.startswith("money:") for unit in captions) and not _OF_RATES.search(
        lower(fold(kept))
    ):
        return False
    if _OWN_UNIT.search(lower(fold(row.line.words))):
        return False
    said = {_decimals(cell) for cell in signed.cells if cell.number}
    bare = [cell for cell in row.line.cells if cell.number and not is_marked(cell)]
    return all(
        "," not in cell.number and float(cell.number) <= _MOST and _decimals(cell) in said
        for cell in bare
    )


def _decimals(cell: Cell) -> int:
    return len(cell.number.partition(".")[2])


def _has_money(cell: Cell) -> bool:
    is_sized = (
        _SIZE.fullmatch(cell.mark["unit"] or "") is not None
    )  # £412.6m says nothing of others
    return bool(cell.mark["sign"] or cell.mark["inside"]) and not is_sized


_SIZE = regex(r"trillion|billion|million|thousand|bn|mn?|k|tn|[千百十]?[万亿]+.*")


def _same(some: Sequence[Figure], others: Sequence[Figure]) -> bool:
    return len(some) == len(others) and all(
        (one.value, one.dimension, one.per, one.is_attribute)
        == (other.value, other.dimension, other.per, other.is_attribute)
        for one, other in zip(some, others, strict=True)
    )
