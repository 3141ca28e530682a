"""Views of one broker on one subject: told, unless their days tell them apart."""

from pathlib import Path
from typing import Any

import pytest

from exporter import check
from exporter.report.starter import make_report

_DAY = "\n  report_date: "


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "report"
    list(make_report(folder))
    return folder


def _twice(report: Path, days: tuple[str, str], **changed: str) -> list[Any]:
    """What is in doubt of a report whose view stands there once more, with some texts changed."""
    views = report / "views.yaml"
    text = views.read_text("utf-8")
    first, second = (
        text.replace("\n  source:", f"{_DAY}{day}\n  source:", 1) if day else text for day in days
    )
    second = second.replace("id: example-securities", "id: example-again")
    for old, new in changed.items():
        second = second.replace(old.replace("_", " "), new)
    views.write_text(f"{first.rstrip()}\n{second}", "utf-8")
    return [doubt for doubt in check(report).doubts if doubt.subject == "example-again"]


@pytest.mark.parametrize(
    "days", [("", ""), ("2026-01-10", ""), ("", "2026-01-10"), ("2026-01-10", "2026-01-10")]
)
def test_a_second_view_that_no_day_tells_apart_is_in_doubt(
    report: Path, days: tuple[str, str]
) -> None:
    (doubt,) = _twice(report, days)
    assert doubt.wrong == (
        "Example Securities has another view of Example Motors, 'example-securities' "
        f"({report / 'views.yaml'}:1), and nothing tells which stands"
    )


def test_views_of_other_days_are_told_apart(report: Path) -> None:
    assert _twice(report, ("2026-01-10", "2026-01-20")) == []


def test_a_view_of_another_subject_is_another(report: Path) -> None:
    assert _twice(report, ("", ""), Example_Motors="The industry") == []
