"""What is dated after the edition, the date that a report speaks for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Problem
from exporter.evidence.sources import Source
from exporter.facts.periods import YearEnds, parse_period
from exporter.facts.views import View
from exporter.facts.words import Status

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


def doubts_of_periods(edition: date, facts: pa.Table, year_ends: YearEnds) -> Iterator[Problem]:
    """The facts of a batch that are said to be achieved in a period that was still to come.

    Args:
        edition: Of the report.
        facts: By the schema FACTS.
        year_ends: Where fiscal years end, by the names of entities.
    """
    periods = pc.unique(facts["period"]).to_pylist()
    later = [period for period in periods if _may_begin_after(edition, period)]
    if not later:
        return
    is_later = pc.is_in(facts["period"], pa.array(later, pa.string()))
    is_said = pc.and_(is_later, pc.equal(facts["status"], Status.ACHIEVED.value))
    names = ["file", "line", "id", "entity", "period"]
    for file, line, id_, entity, period in zip(
        *(facts.filter(is_said)[name].to_pylist() for name in names), strict=True
    ):
        points = parse_period(period) or ()
        first = min(point.starts(year_ends.get(entity)) for point in points)
        if first > edition:
            wrong = (
                f"it is `achieved`, and its period {period} begins after the edition of {edition}"
            )
            right = "correct `period`, or say `status: planned`, or correct the edition"
            yield Problem(file, line, id_, wrong, right)


def doubts_of_carried(edition: date, facts: pa.Table) -> Iterator[Problem]:
    """The facts of a batch that are said to be taken over from an edition that is not earlier.

    Args:
        edition: Of the report.
        facts: By the schema FACTS.
    """
    carried = facts["carried"]
    if carried.null_count == facts.num_rows:
        return
    later = facts.filter(pc.greater_equal(carried, edition.isoformat()))
    for row in later.select(["file", "line", "id", "carried"]).to_pylist():
        wrong = (
            f"it is `carried` from the edition of {row['carried']}, which is not before {edition}"
        )
        right = "take `carried` out, or correct the edition in report.yaml"
        yield Problem(row["file"], row["line"], row["id"], wrong, right)


def _may_begin_after(edition: date, period: str) -> bool:
    """Whether a period may; a fiscal year begins with the calendar year of its name, or before."""
    points = parse_period(period) or ()
    return bool(points) and min(point.first for point in points) > edition


def _later(said: str, day: date, edition: date) -> str:
    return f"{said} {day}, after the edition of {edition}"
