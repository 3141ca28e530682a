"""What is dated after the edition, the date that a report speaks for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from exporter.errors import Problem
from exporter.evidence.sources import Source
from exporter.facts.views import View

_RIGHT = "correct the date, or the edition in report.yaml"


def doubts_of_dates(
    edition: date, views: Sequence[View], sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """The sources and views that nobody can have known on the day of the edition.

    Args:
        edition: Of the report.
        views: All views.
        sources: All sources, by their ids.
    """
    for source in sources.values():
        if source.record.published > edition:
            wrong = _later("it was published", source.record.published, edition)
            yield Problem(source.file, 0, source.id, wrong, _RIGHT)
    for view in views:
        if view.report_date and view.report_date > edition:
            wrong = _later("the `report_date` is", view.report_date, edition)
            yield Problem(view.file, view.line, view.id, wrong, _RIGHT)


def _later(said: str, day: date, edition: date) -> str:
    return f"{said} {day}, after the edition of {edition}"
