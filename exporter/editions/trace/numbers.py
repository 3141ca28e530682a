"""The hard-coded numbers of a model: typed into cells and into formulas, each with its heads."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from exporter.editions.trace.cells import Cell, SheetCells
from exporter.editions.trace.head_cells import is_numeral
from exporter.editions.trace.layout import Kind, Layout
from exporter.editions.trace.model import HardCoded, HeadWords
from exporter.editions.trace.shown import Typed, is_date, literals, section_of, typed_number
from exporter.editions.trace.typed_in_formulas import typed_in, worked_out
from exporter.facts.folding import fold
from exporter.limits import COLUMNS

_NUMBERING = re.compile(r"#|no\.?|nr\.?|row|id|序号|编号|行号", re.IGNORECASE)
# A row that says something more of the one above it: % yoy, margin, of which …
_OF_ABOVE = re.compile(
    r"growth|yoy|y/y|y-o-y|qoq|q/q|chg|change|margin|%|of which|同比|环比|增速|增长|率|占比|其中",
    re.IGNORECASE,
)
# Columns behind a number that say something of it.
_BEHIND = re.compile(
    r"units?|currency|period|year|date|as of|quarter|fiscal year"
    r"|单位|币种|期间|年度|年份|截至|日期",
    re.IGNORECASE,
)
_SHARED = "="  # the formula of the further cells of a shared one, which stands in the first


def hard_coded(sheet: SheetCells) -> Iterator[HardCoded]:
    """The numbers of a sheet that somebody typed, by rows and columns.

    Zeros, dates, years among years, and rows' own numbers are none.
    """
    layout = Layout(sheet.cells, sheet.merged, from_1904=sheet.from_1904)
    heads = _Heads(layout, sheet.name)
    for cell in sheet.cells:
        for typed in _typed(cell, layout):
            said = heads.of(cell)
            if any(_NUMBERING.fullmatch(head) for head in said.column[-1:]):
                continue
            section = section_of(cell.format, float(typed.value))
            is_in_formula = bool(cell.formula) and worked_out(cell.formula) is None
            is_text = not cell.formula and not cell.number
            is_share = is_text and cell.text.rstrip(" )）").endswith("%")
            yield HardCoded(
                sheet.name, cell.name, sheet.place, cell.row, cell.column, typed.value,
                typed.decimals,
                2 if is_share else 0 if is_in_formula else section.power,
                section.decimals if cell.format and not is_in_formula else None,
                cell.formula, said, typed.is_factor,
            )  # fmt: skip


def _typed(cell: Cell, layout: Layout) -> Iterator[Typed]:
    if cell.formula:
        found = () if cell.formula == _SHARED else typed_in(cell.formula)
        yield from (typed for typed in found if typed.value)
    elif cell.number and not layout.is_head(cell) and not is_date(cell.format):
        typed = typed_number(cell.number)
        if typed is not None and typed.value:
            yield typed
    elif not cell.number and is_numeral(cell.text) and layout.kinds[cell.row] is Kind.FIGURES:
        typed = _of_text(cell.text)
        if typed.value:
            yield typed


def _of_text(text: str) -> Typed:
    """A number that is kept as a text: (1,234), 12.5%."""
    plain = fold(text)
    digits = "".join(re.findall(r"[0-9.]", plain))
    value, decimals = Fraction(digits.strip(".") or "0"), len(digits.partition(".")[2])
    if plain.strip().startswith("(") or re.match(r"\s*[^0-9]*-", plain):
        value = -value
    return Typed(value / 100, decimals + 2) if "%" in plain else Typed(value, decimals)


class _Heads:
    """The heads of a sheet's cells."""

    def __init__(self, layout: Layout, sheet: str) -> None:
        self._layout, self._sheet = layout, sheet
        self._of_table = lru_cache(maxsize=None)(self._around_row)

    def of(self, cell: Cell) -> HeadWords:
        """What the heads of a cell say."""
        layout = self._layout
        rows, sections, above, titles = self._of_table(cell.row)
        left = layout.heads_of_row(cell.row, cell.column)
        row = tuple(layout.text(head) for head in (*left, *self._behind(cell, rows)))
        labels = layout.labels_above(cell.row, cell.column)
        before, behind = literals(cell.format) if cell.format else ("", "")
        return HeadWords(
            row,
            layout.heads_of_column(rows, cell.column),
            (*labels, *sections),
            above,
            titles,
            self._sheet,
            f"{before} {behind}".strip(),
        )

    def _behind(self, cell: Cell, rows: tuple[int, ...]) -> Iterator[Cell]:
        """Cells to the right that say a number's unit or period, by the heads of their columns."""
        for other in self._layout.rows[cell.row]:
            if other.column > cell.column and self._layout.is_head(other):
                heads = self._layout.heads_of_column(rows, other.column)
                if heads and _BEHIND.fullmatch(heads[-1]):
                    yield other

    def _around_row(
        self, row: int
    ) -> tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Lines of heads, sections, the heads of the row above that is no such row, titles."""
        layout = self._layout
        rows = layout.head_rows(row)
        return rows, layout.sections_of(row), self._row_above(row), layout.titles_of(row, rows)

    def _row_above(self, row: int) -> tuple[str, ...]:
        """The head of the row that this one is a part of, or says something more of."""
        layout = self._layout
        own = layout.heads_of_row(row, COLUMNS)
        if not own:
            return ()
        is_more = _OF_ABOVE.search(own[0].text) is not None
        above = row - 1
        while (is_more or own[0].indent) and layout.kinds.get(above) is Kind.FIGURES:
            heads = layout.heads_of_row(above, COLUMNS)
            if heads and (
                heads[0].indent < own[0].indent or (is_more and not _OF_ABOVE.search(heads[0].text))
            ):
                return (layout.text(heads[0]),)
            above -= 1
        return ()
