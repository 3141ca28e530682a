"""Facts whose time is over: `stale_after` in report.yaml."""

from datetime import date
from pathlib import Path

import pytest

from exporter import check
from exporter.errors import WrongValueError
from exporter.report.staleness import Span, read_span
from tests.history_report import make_history_report, sold


@pytest.mark.parametrize(
    ("text", "span", "before"),
    [
        ("1 quarter", Span(1, "quarter"), date(2024, 2, 29)),
        ("2 Quarters", Span(2, "quarter"), date(2023, 11, 30)),
        ("90 days", Span(90, "day"), date(2024, 3, 2)),
        ("1  month", Span(1, "month"), date(2024, 4, 30)),
        ("1 year", Span(1, "year"), date(2023, 5, 31)),
        ("9999 years", Span(9999, "year"), date.min),
    ],
)
def test_a_span_of_time(text: str, span: Span, before: date) -> None:
    assert read_span(text) == span
    assert span.before(date(2024, 5, 31)) == before


@pytest.mark.parametrize("text", ["quarter", "0 days", "1.5 years", "1 week", "-1 day", "", "1 quarter 2 days"])  # fmt: skip
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(WrongValueError, match="is no span of time"):
        read_span(text)


def test_report_yaml_tells_it_at_its_line(tmp_path: Path) -> None:
    folder = make_history_report(tmp_path / "report", [], stale_after="soon")
    (problem,) = check(folder).problems
    assert "`stale_after` 'soon' is no span of time" in problem.wrong
    assert problem.right == "write a number of days, months, quarters or years, like 1 quarter"


def doubts(folder: Path, *facts: dict[str, object], stale_after: str = "1 quarter") -> list[str]:
    report = make_history_report(folder / "report", facts, stale_after=stale_after)
    checked = check(report)
    assert checked.problems == ()
    return [f"{doubt.subject}: {doubt.wrong}; {doubt.right}" for doubt in checked.doubts]


def test_what_ended_longer_ago_is_in_doubt(tmp_path: Path) -> None:
    facts = (
        sold("fresh", 120, "2025-10"),  # ended a quarter ago to the day
        sold("stale", 121, "2025-Q3"),
        sold("day", 122, "2025-10-30"),
        sold("to-come", 123, "2026", status="planned"),
    )
    right = "or say `status: withdrawn`, or let `stale_after` be longer"
    assert doubts(tmp_path, *facts) == [
        (
            "stale: its period 2025-Q3 ended on 2025-09-30, more than 1 quarter before the edition of "
            f"2026-01-31; add the newer fact, which says `replaces: stale`, {right}"
        ),
        (
            "day: its period 2025-10-30 ended more than 1 quarter before the edition of 2026-01-31; "
            f"add the newer fact, which says `replaces: day`, {right}"
        ),
    ]


def test_a_fact_without_a_period_is_as_of_its_source(tmp_path: Path) -> None:
    told = doubts(tmp_path, sold("undated", 120), stale_after="42 days")
    assert told == []
    told = doubts(tmp_path / "more", sold("undated", 120), stale_after="41 days")
    assert [doubt.partition(":")[0] for doubt in told] == ["undated", "docks"]


def test_a_fiscal_year_ends_when_it_is_said_to(tmp_path: Path) -> None:
    folder = make_history_report(
        tmp_path / "a", [sold("a", 120, "FY2025")], stale_after="6 months", fiscal_year_ends="03-31"
    )
    (doubt,) = check(folder).doubts
    assert "FY2025 ended on 2025-03-31," in doubt.wrong
    assert doubts(tmp_path, sold("a", 120, "FY2025"), stale_after="6 months") == []


def test_what_holds_no_more_is_not_told(tmp_path: Path) -> None:
    facts = (
        sold("restated", 120, "2024"),
        sold("replaced", 121, "2024", restates="restated"),
        sold("now", 122, "2025", replaces="replaced"),
        sold("withdrawn", 123, "2023", status="withdrawn"),
    )
    assert doubts(tmp_path, *facts) == []
