"""Drafts as a table, one row a fact, by the columns that facts files have.

Views have no place in one; who has some takes YAML.
"""

import csv
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from exporter.drafting.as_yaml import own_labels, unit_name
from exporter.drafting.drafts import Drafted
from exporter.drafting.model import Draft, Setting
from exporter.errors import UsageError
from exporter.facts.units import NOTHING
from exporter.facts.words import Lang, Qualifier, Status

if TYPE_CHECKING:
    from xlsxwriter.format import Format

_NUMBERS = frozenset({"value", "value.from", "value.to"})
_WIDTHS = {"id": 28, "metric": 28, "quote": 60, "review": 40}  # in characters
_WIDTH = 14
_NOTHING = Draft("", "", "", "", "", None, Qualifier.EXACT, "", Status.ACHIEVED, "", "", 0)
_MADE = datetime(2000, 1, 1)  # the same in each file, so that its bytes are


def as_csv(drafted: Drafted, setting: Setting) -> bytes:
    """The drafts as CSV that spreadsheet programs open: UTF-8 with its mark.

    Raises:
        UsageError: There are views among them.
    """
    text = StringIO()
    rows = list(_table(drafted, setting))
    writer = csv.DictWriter(text, rows[0] if rows else _row(_NOTHING, "", setting.lang))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(drafted: Drafted, setting: Setting) -> bytes:
    """The drafts as a workbook with one sheet, `Facts`; numbers are numbers.

    Raises:
        UsageError: There are views among them.
    """
    import xlsxwriter

    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False,
                                      "strings_to_urls": False})  # fmt: skip
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet("Facts")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    formats: dict[str, Format] = {}
    for at, row in enumerate(_table(drafted, setting)):
        for column, (name, cell) in enumerate(row.items()):
            if at == 0:
                sheet.write_string(0, column, name)
                sheet.set_column(column, column, _WIDTHS.get(name.partition(".")[0], _WIDTH))
            if cell and name in _NUMBERS:
                places = len(cell.partition(".")[2])
                shown = f"0.{'0' * places}" if places else "0"
                if shown not in formats:
                    formats[shown] = book.add_format({"num_format": shown, "valign": "top"})
                sheet.write_number(at + 1, column, float(cell), formats[shown])
            elif cell:
                sheet.write_string(at + 1, column, cell, wrapped)
    sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()


def _table(drafted: Drafted, setting: Setting) -> Iterator[dict[str, str]]:
    """The rows, by the names of their columns."""
    if drafted.views:
        count = len(drafted.views)
        wrong = f"{count} view{'s' * (count > 1)} had no place in a table of facts"
        raise UsageError(wrong, "leave --format out: YAML holds both")
    for draft in drafted.facts:
        yield _row(draft, setting.source.id, setting.lang)


def _row(draft: Draft, source: str, lang: Lang) -> dict[str, str]:
    unit = draft.unit
    name = unit_name(unit, lang) if unit else ""
    own = own_labels(unit, lang) if unit is not None and unit.key and not name else NOTHING
    is_number = unit is not None and not draft.high
    return {
        "id": draft.id,
        "entity": draft.entity,
        f"metric.{lang}": draft.metric,
        "value": draft.value if is_number else "",
        f"value.{lang}": draft.value if unit is None else "",
        "value.from": draft.value if draft.high else "",
        "value.to": draft.high,
        "unit": name,
        "unit.en": own.en,
        "unit.zh": own.zh,
        "qualifier": str(draft.qualifier),
        "period": draft.period,
        "status": str(draft.status),
        f"attribution.{lang}": draft.attribution,
        "source": source,
        "quote": draft.quote,
        "review": draft.review,
    }
