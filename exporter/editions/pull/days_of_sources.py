"""Days that cells `As of` show of a source, where nobody knows what a workbook was made from.

A fact that says no period shows the day of its source. Where it has another source by now, in the
facts or in the workbook, the cell may still show the day of the one before: that is no period that
somebody typed.
"""

from collections.abc import Mapping

from exporter.editions.pull.compared import Compared
from exporter.editions.pull.fields import source_named
from exporter.editions.pull.figures import date_typed
from exporter.editions.pull.present import PresentFacts
from exporter.errors import WrongValueError
from exporter.evidence.sources import Source


def leave_days_of_sources(compared: Compared, present: PresentFacts) -> None:
    """Take no day of a source for a period; where the row names another source, that is told.

    Args:
        compared: What differs from the facts of today; such cells leave it.
        present: Those facts.
    """
    days: dict[str, list[str]] = {}
    for id_, source in present.sources.items():
        days.setdefault(f"{source.record.published:%Y-%m-%d}", []).append(id_)
    for cell in [cell for cell in compared.cells if cell.key == "as_of"]:
        id_ = cell.place.fact
        of_sources = days.get(date_typed(cell.typed), [])
        if not of_sources or present.row(id_)["period"]:
            continue
        compared.cells.remove(cell)
        if _source_shown(id_, compared, present.sources) not in of_sources:
            compared.notes.append(
                f"{cell.place}: it shows the day of {' and '.join(of_sources)}, and is taken for "
                "no period; write `period` in the facts where it is one"
            )


def _source_shown(id_: str, compared: Compared, sources: Mapping[str, Source]) -> str:
    """The source that a fact has on its sheet; "" for none that is known."""
    sheet, row = compared.rows[id_]
    try:
        return source_named(sheet.typed(row, "source").text, sources)
    except WrongValueError:
        return ""
