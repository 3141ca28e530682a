"""What the edited cells of a workbook say, fact by fact."""

from collections.abc import Iterator, Mapping, Sequence

from exporter.editions.pull.compared import Compared
from exporter.editions.pull.fields import FIGURES, columns_of
from exporter.editions.pull.figures import FigureCells, figure_of
from exporter.editions.pull.merged import Edit
from exporter.editions.pull.model import CellEdit, Refusal
from exporter.editions.pull.present import Row
from exporter.editions.pull.sheets import Typed, heading
from exporter.editions.pull.shown import ShownBook
from exporter.errors import WrongValueError
from exporter.evidence.sources import Source

_FIRST = ("value", "high", "unit")  # of the cells of a figure, the one that an edit is told at


def edits_of(
    compared: Compared,
    book: ShownBook,
    base: Mapping[str, Row],
    sources: Mapping[str, Source],
) -> tuple[dict[str, list[Edit]], list[Refusal]]:
    """What the edited cells say, by fact, and why others say nothing."""
    by_fact: dict[str, list[CellEdit]] = {}
    for cell in compared.cells:
        by_fact.setdefault(cell.place.fact, []).append(cell)
    edits: dict[str, list[Edit]] = {}
    refusals: list[Refusal] = []
    for id_, cells in by_fact.items():
        for edit in _of_fact(cells, compared, book, base[id_], sources):
            if isinstance(edit, Refusal):
                refusals.append(edit)
            else:
                edits.setdefault(id_, []).append(edit)
    return edits, refusals


def _of_fact(
    cells: Sequence[CellEdit],
    compared: Compared,
    book: ShownBook,
    fact: Row,
    sources: Mapping[str, Source],
) -> Iterator[Edit | Refusal]:
    figure = {cell.key: cell for cell in cells if cell.key in FIGURES}
    if figure:
        first = figure[next(key for key in _FIRST if key in figure)]
        try:
            columns = figure_of(_figure_cells(first.place.fact, compared, book), fact)
            yield Edit(first.place, first.key, columns)
        except WrongValueError as error:
            yield Refusal(first.place, error.fault)
    for cell in cells:
        if cell.key in FIGURES:
            continue
        try:
            columns = columns_of(cell.key, cell.typed, book.lang, fact, sources)
            yield Edit(cell.place, cell.key, columns)
        except WrongValueError as error:
            yield Refusal(cell.place, error.fault)


def _figure_cells(id_: str, compared: Compared, book: ShownBook) -> FigureCells:
    """The cells of a fact's figure, as they are now; a column that is gone as it was."""
    sheet, row = compared.rows[id_]
    typed = {
        key: sheet.typed(row, key) if key in sheet.places else Typed(book.cell(id_, key))
        for key in ("value", "high", "unit")
    }
    if "value" not in sheet.places:
        name = heading("value", book.lang)
        raise WrongValueError(f"the column {name!r} is gone", "put it back")
    return FigureCells(typed["value"], typed["high"], typed["unit"], book.lang)
