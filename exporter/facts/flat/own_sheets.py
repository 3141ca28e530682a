"""Facts from a workbook that `build` has written: an entity's sheet back as an analyst writes it.

A sheet holds one language, and its cells show more than they store: the decimals, the precision of
a date and the unit's magnitude are in number formats and labels. What no sheet holds is not made
up: the texts of the other language, other words for units, whether the period was said.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import cast

import pyarrow as pa

from exporter.engine.regex import regex
from exporter.errors import Fault
from exporter.facts.flat.cell_marks import CellMark
from exporter.facts.flat.number_formats import section_for
from exporter.facts.flat.numerals import in_digits_of_excel
from exporter.facts.flat.own_header import OwnHeader
from exporter.facts.flat.sheet_rows import Block, Row
from exporter.facts.flat.shown_cells import (
    PERCENT,
    TO_PERCENT,
    cell_fault,
    day_as_shown,
    is_percentage,
    percentage_fault,
)
from exporter.facts.flat.shown_periods import period_as_written
from exporter.facts.flat.texts import CellFault, texts_of_columns
from exporter.facts.flat.written import Part
from exporter.facts.own_units import own_unit
from exporter.facts.sheet_labels import ROWS_A_SHEET
from exporter.facts.unit_labels import unit_by_label
from exporter.facts.unit_names import find_unit
from exporter.facts.words import QUALIFIER_LABELS, QUALIFIER_MARKS, STATUS_LABELS, Bilingual, Lang
from exporter.limits import SIGNIFICANT_DIGITS, numbered_sheet_name

_PLAIN = {
    "metric": "metric", "attribution": "attribution", "quote": "quote", "source": "source",
    "fact": "id", "formula": "formula", "note": "note",
    "accepted": "accept",
}  # fmt: skip
_NAMES = (
    "id", "entity", "metric", "value", "value.en", "value.zh", "value.from", "value.to", "formula",
    "decimals", "unit",
    "unit.en", "unit.zh", "qualifier", "period", "status", "attribution", "source", "quote",
    "quote_en", "quote_zh", "note", "accept",
)  # fmt: skip
# Where a fault of a column of the sheet is told.
_FIELDS = {
    **_PLAIN, "value": "value", "high": "value.to", "unit": "unit", "qualifier": "qualifier",
    "as_of": "period", "status": "status", "translation": "quote_en",
}  # fmt: skip
_ABOVE = 4  # rows of a sheet above its facts
_CHINESE = regex("[\u3400-\u9fff]")
_MARKS = tuple(sorted({mark for marks in QUALIFIER_MARKS.values() for mark in marks if mark}))


def entity_of(sheet: str, before: Mapping[str, int]) -> str:
    """Whose facts a sheet holds: those of `Name (2)` are Name's, where its own sheet is full.

    Args:
        sheet: The sheet's name.
        before: The entities of the sheets before it, each with the last row of its last sheet.
    """
    for entity, last in before.items():
        number = next((n for n in range(2, 100) if numbered_sheet_name(entity, n) == sheet), None)
        if number and last >= ROWS_A_SHEET + _ABOVE:
            return entity
    return sheet


def own_part(block: Block, header: OwnHeader, entity: str) -> Part:
    """Rows of an entity's sheet as a table of facts."""
    marks = {(mark.row, mark.column): mark for mark in block.marks}
    rows = [_Cells(row, block.first + at, header, marks) for at, row in enumerate(block.rows)]
    made = [_fact(cells, entity) for cells in rows]
    columns, faults = texts_of_columns([fact.get(name) for fact in made] for name in _NAMES)
    keys = {at: key for key, at in header.places.items()}
    faults += (
        CellFault(mark.row - block.first, _NAMES.index(_FIELDS[keys[mark.column]]), fault)
        for mark in block.marks
        if mark.error is not None and keys.get(mark.column) in _FIELDS
        for fault in [cell_fault(mark, mark.error)]
    )
    faults += (
        CellFault(at, _NAMES.index("value"), fault)
        for at, cells in enumerate(rows)
        if (fault := _no_percentage(cells))
    )
    numbers = pa.array(range(block.first + 1, block.first + 1 + len(block.rows)), pa.int32())
    return Part(pa.RecordBatch.from_arrays(columns, list(_NAMES)), numbers, faults)


class _Cells:
    """The cells of a row, by the keys of their columns."""

    def __init__(
        self,
        row: Row,
        number: int,
        header: OwnHeader,
        marks: Mapping[tuple[int, int], CellMark],
    ) -> None:
        self._row, self._number, self._header, self._marks = row, number, header, marks
        self.lang: Lang = header.lang

    def value(self, key: str) -> object:
        """What a cell holds; None for a blank one."""
        at = self._header.places.get(key)
        value = None if at is None or at >= len(self._row) else self._row[at]
        return None if isinstance(value, str) and not value.strip() else value

    def text(self, key: str) -> str:
        """A text, or whatever else is in its place as one."""
        value = self.value(key)
        if isinstance(value, float):
            return f"{value:.{SIGNIFICANT_DIGITS}g}"
        return "" if value is None else str(value)

    def mark(self, key: str) -> CellMark:
        """The number format of a cell."""
        at = self._header.places[key]
        return self._marks.get((self._number, at), CellMark(self._number, at, None, ""))


def _fact(cells: _Cells, entity: str) -> dict[str, object]:
    """The fields of a fact; none for a row in which nothing is written."""
    fact: dict[str, object] = {field: cells.text(key) for key, field in _PLAIN.items()}
    fact |= _value(cells)
    if fact["formula"]:
        fact |= _calculated(fact, cells)
    fact["qualifier"] = _word(QUALIFIER_LABELS, cells.text("qualifier"), cells.lang)
    fact["status"] = _word(STATUS_LABELS, cells.text("status"), cells.lang)
    fact["period"] = _period(cells)
    translation = cells.text("translation")
    fact["quote_zh" if _CHINESE.search(translation) else "quote_en"] = translation
    return fact | {"entity": entity} if any(fact.values()) else {}


def _calculated(fact: Mapping[str, object], cells: _Cells) -> dict[str, object]:
    """What a calculated fact says: its formula and its decimals; its source only with a quote."""
    number = cells.value("value")
    size = number if isinstance(number, float) else 1.0
    decimals = section_for(cells.mark("value").format, size).decimals
    source = fact["source"] if fact["quote"] else ""
    return {"source": source, "value": None, "decimals": str(decimals)}


def _value(cells: _Cells) -> dict[str, object]:
    """A number or a range with its unit, a date, or a text."""
    value, high = cells.value("value"), cells.value("high")
    labels = _unit(cells)
    unit: dict[str, object] = dict(zip(("unit", "unit.en", "unit.zh"), labels, strict=True))
    if isinstance(value, float):
        number = _number(value, cells.mark("value"))
        if isinstance(high, float):
            return unit | {"value.from": number, "value.to": _number(high, cells.mark("high"))}
        return unit | {"value": number, "value.to": high}
    if isinstance(value, dt.date):
        return {"value": day_as_shown(value, cells.mark("value")), "unit": "date"}
    text = cells.text("value")
    if text and cells.value("qualifier") is not None and not cells.text("unit"):
        return {"value": _in_iso(text) or text, "unit": "date"}
    if isinstance(value, str) and cells.text("unit"):  # 25% typed as a text
        return unit | {"value": text}
    if isinstance(value, str):
        return {"value.en": text, "value.zh": text}
    return {"value": value}


def _unit(cells: _Cells) -> tuple[str, str, str]:
    """What `unit`, `unit.en` and `unit.zh` say; % where a cell shows it, and no unit is left."""
    label = cells.text("unit")
    return unit_by_label(label or (PERCENT if _shows_percent(cells) else ""), cells.lang)


def _shows_percent(cells: _Cells) -> bool:
    value = cells.value("value")
    if not isinstance(value, float):
        return False
    return section_for(cells.mark("value").format, value).power == TO_PERCENT


def _no_percentage(cells: _Cells) -> Fault | None:
    """What is wrong where a cell shows a percentage, and another unit was written beside it."""
    if not _shows_percent(cells):
        return None
    name, en, zh = _unit(cells)
    unit = find_unit(name) if name else own_unit(en, zh)
    if unit and (unit.stored != 1 or is_percentage(unit)):
        return None
    mark = cells.mark("value")
    shown = _number(cast("float", cells.value("value")), mark)
    return percentage_fault(shown, mark, cells.text("unit"))


def _number(value: float, mark: CellMark) -> str:
    """A number as its cell shows it, with more decimals where it has been changed to need them."""
    section = section_for(mark.format, value)
    number = Decimal(repr(in_digits_of_excel(value))).scaleb(section.power)
    rounded = round(number, section.decimals)
    return f"{rounded if rounded == number else number.normalize():f}"


def _period(cells: _Cells) -> object:
    value = cells.value("as_of")
    if isinstance(value, dt.date):
        return day_as_shown(value, cells.mark("as_of"))
    text = cells.text("as_of")
    return _in_iso(text) or text


def _in_iso(shown: str) -> str:
    """A period in words as facts have it; "" where it is none."""
    text = next((shown.removeprefix(mark) for mark in _MARKS if shown.startswith(mark)), shown)
    return period_as_written(text)


def _word(labels: Mapping[str, Bilingual], label: str, lang: Lang) -> str:
    """The word of a fact whose label this is; the label itself where it is of none."""
    return next((str(word) for word, of in labels.items() if of.in_(lang) == label), label)
