"""Drafts as a table, one row a fact, by the columns that facts files have.

Views have no place in one; who has some takes YAML.
"""

import csv
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, NamedTuple

from exporter.drafting.drafts import Drafted
from exporter.drafting.model import Draft, Setting
from exporter.drafting.written.units import own_labels, unit_name
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


Row = Mapping[str, str]


class Table(NamedTuple):
    """Facts as rows.

    Attributes:
        columns: Their names, by the fields of facts.
        rows: A cell for each column that says something.
    """

    columns: Sequence[str]
    rows: Sequence[Row]


def table_of(drafted: Drafted, setting: Setting) -> Table:
    """The drafts as a table.

    Raises:
        UsageError: There are views among them.
    """
    demand_no_views(len(drafted.views))
    rows = [_row(draft, setting.source.id, setting.lang) for draft in drafted.facts]
    return Table(tuple(_row(_NOTHING, "", setting.lang)), rows)


def demand_no_views(count: int) -> None:
    """Go on only if there is no view, which has no place in a table of facts.

    Raises:
        UsageError: There is one.
    """
    if count:
        wrong = f"{count} view{'s' * (count > 1)} had no place in a table of facts"
        raise UsageError(wrong, "leave --format out: YAML holds both")


def as_csv(table: Table) -> bytes:
    """A table as CSV that spreadsheet programs open: UTF-8 with its mark."""
    text = StringIO()
    writer = csv.DictWriter(text, table.columns, restval="")
    writer.writeheader()
    writer.writerows(table.rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(table: Table) -> bytes:
    """A table as a workbook with one sheet, `Facts`; numbers are numbers."""
    import xlsxwriter

    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False,
                                      "strings_to_urls": False})  # fmt: skip
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet("Facts")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    formats: dict[str, Format] = {}
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name)
        sheet.set_column(column, column, _WIDTHS.get(name.partition(".")[0], _WIDTH))
    for at, row in enumerate(table.rows, start=1):
        for column, name in enumerate(table.columns):
            cell = row.get(name, "")
            if cell and name in _NUMBERS:
                places = len(cell.partition(".")[2])
                shown = f"0.{'0' * places}" if places else "0"
                if shown not in formats:
                    formats[shown] = book.add_format({"num_format": shown, "valign": "top"})
                sheet.write_number(at, column, float(cell), formats[shown])
            elif cell:
                sheet.write_string(at, column, cell, wrapped)
    sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()


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
