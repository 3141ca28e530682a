"""Facts of a report that there is, in an authoring workbook."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from exporter.check import CheckedReport
from exporter.editions.authoring.lists import lists_of
from exporter.editions.authoring.workbook import authoring_workbook
from exporter.errors import UsageError
from exporter.facts.table import STATED
from exporter.facts.words import LANGUAGES, Lang

_MOST = 100_000  # more nobody edits in Excel
_IN_ONE_LANGUAGE = ("metric", "attribution", "value", "unit")


def workbook_of(checked: CheckedReport, before: date) -> bytes:
    """A workbook with all facts of a report, marked as carried over from its edition.

    Args:
        checked: The report, which has no problems.
        before: Its edition.

    Raises:
        UsageError: Views stand beside facts, or there are too many.
    """
    facts, report = checked.evidence.facts, checked.report
    if facts.num_rows > _MOST:
        wrong = f"{facts.num_rows:,} facts are too many to be written in Excel"
        raise UsageError(wrong, "leave --authoring out")
    _demand_views_apart(checked)
    rows = list(_rows(facts.to_frame().to_dict("records"), report.languages))
    for row in rows:
        row["carried"] = before.isoformat()
    units = dict.fromkeys(row["unit"] for row in rows if row.get("unit"))
    lists = lists_of(report.entities, units, checked.sources, report.languages)
    return authoring_workbook(rows, lists, report.languages)


def _demand_views_apart(checked: CheckedReport) -> None:
    """Go on only if no view stands in a file of facts, which a workbook takes the place of.

    Raises:
        UsageError: One does.
    """
    files = {
        file for batch in checked.evidence.facts.batches() for file in batch["file"].to_pylist()
    }
    for view in checked.views:
        if view.file in files:
            wrong = f"{view.file} holds views beside facts, and these have no place in a workbook"
            raise UsageError(wrong, "move the views to views.yaml first")


def _rows(
    records: Sequence[Mapping[str, Any]], languages: Sequence[Lang]
) -> Iterator[dict[str, Any]]:
    """Facts by their fields, without what is empty, or the same in a language that is not shown."""
    for record in records:
        row = {name: record[name] for name in STATED if not _is_empty(record[name])}
        for lang in (lang for lang in LANGUAGES if lang not in languages):
            own = languages[0]
            for field in _IN_ONE_LANGUAGE:
                if row.get(f"{field}.{lang}") == row.get(f"{field}.{own}"):
                    row.pop(f"{field}.{lang}", None)
        yield row


def _is_empty(value: Any) -> bool:
    return value is None or value != value or value == ""  # noqa: PLR0124 - a NaN of pandas
