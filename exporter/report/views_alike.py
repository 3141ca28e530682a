"""Views of one broker on one subject, which are printed beside each other as if both stood."""

from collections.abc import Iterator, Sequence

from exporter.errors import Problem
from exporter.facts.folding import fold
from exporter.facts.views import View
from exporter.report.definition import ReportDefinition

_RIGHT = "take the older one out, or give each its own `report_date`"


def doubts_of_views_alike(report: ReportDefinition, views: Sequence[View]) -> Iterator[Problem]:
    """The views that no reader can tell from an earlier one of the same broker.

    Two that are dated, each of another day, are told apart by that.

    Args:
        report: Which names its entities by, in either language.
        views: All views, in the order in which they are printed.
    """
    names = {
        fold(name).casefold(): entity.name.en
        for entity in report.entities
        for name in (*entity.aliases, *entity.name)
    }
    before: dict[tuple[str, str], list[View]] = {}
    for view in views:
        subject = fold(view.subject.en).casefold()
        same = before.setdefault((view.broker, names.get(subject, subject)), [])
        other = next((one for one in same if not _are_apart(one, view)), None)
        if other is not None:
            wrong = (
                f"{view.broker} has another view of {view.subject.en}, {other.id!r} "
                f"({other.file}:{other.line}), and nothing tells which stands"
            )
            yield Problem(view.file, view.line, view.id, wrong, _RIGHT)
        same.append(view)


def _are_apart(one: View, other: View) -> bool:
    """Whether two views tell of different days."""
    return None not in {one.report_date, other.report_date} and one.report_date != other.report_date
