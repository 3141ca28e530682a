"""What the edited cells of a workbook say, fact by fact."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from exporter.editions.pull.compared import Compared
from exporter.editions.pull.fields import FIGURES, columns_of, in_both_languages
from exporter.editions.pull.figures import FigureCells, figure_of
from exporter.editions.pull.merged import Edit
from exporter.editions.pull.model import CellEdit, Columns, Refusal
from exporter.editions.pull.present import PresentFacts, Row
from exporter.editions.pull.sheets import Typed, heading
from exporter.editions.pull.shown import ShownBook
from exporter.errors import WrongValueError

_FIRST = ("value", "high", "unit")  # of the cells of a figure, the one that an edit is told at


def edits_of(
    compared: Compared, book: ShownBook, base: Mapping[str, Row], present: PresentFacts
) -> tuple[dict[str, list[Edit]], list[Refusal]]:
    """What the edited cells say, by fact, and why others say nothing.

    Args:
        compared: The cells.
        book: The workbook as it was laid out.
        base: The facts that it was laid out from, by id: all that were edited.
        present: The report's facts, with its sources.
    """
    by_fact: dict[str, list[CellEdit]] = {}
    for cell in compared.cells:
        by_fact.setdefault(cell.place.fact, []).append(cell)
    edits: dict[str, list[Edit]] = {}
    refusals: list[Refusal] = []
    for id_, cells in by_fact.items():
        fact = base[id_]
        for cell, read in _readings(cells, compared, book, fact, present):
            try:
                columns = in_both_languages(read(), fact, present.report.languages)
                edits.setdefault(id_, []).append(Edit(cell.place, cell.key, columns))
            except WrongValueError as error:
                refusals.append(Refusal(cell.place, error.fault))
    return edits, refusals


def _readings(
    cells: Sequence[CellEdit],
    compared: Compared,
    book: ShownBook,
    fact: Row,
    present: PresentFacts,
) -> Iterator[tuple[CellEdit, Callable[[], Columns]]]:
    """The edits of a fact, each with what reads it; those of its figure are one."""
    figure = {cell.key: cell for cell in cells if cell.key in FIGURES}
    if figure:
        first = figure[next(key for key in _FIRST if key in figure)]
        if fact["formula"] is not None:
            yield first, partial(_refuse_calculated, fact)
            figure = {}
    if figure:
        own = present.own_units
        yield first, lambda: figure_of(_figure_cells(first.place.fact, compared, book), fact, own)
    for cell in cells:
        if cell.key == "formula":
            yield cell, partial(_refuse_calculated, fact)
        elif cell.key not in FIGURES:
            yield cell, partial(columns_of, cell.key, cell.typed, book.lang, fact, present.sources)


def _refuse_calculated(fact: Row) -> Columns:
    """Refuse an edit of what others give.

    Raises:
        WrongValueError: Always.
    """
    wrong = f"it is calculated by {fact['formula']!r}" if fact["formula"] else "it is no formula"
    raise WrongValueError(wrong, "edit what it is calculated from, or `formula` in the facts")


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
