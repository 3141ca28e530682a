"""Key figures told beside an earlier one: which compare, and when a later period has come."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from exporter.check import check
from exporter.facts.history import History
from exporter.facts.yaml_tree import parse_tree
from exporter.report.compared_figures import doubts_of_comparisons
from exporter.report.report_file import definition_of
from exporter.report.standing import standing_of
from tests.period_report import make_period_report, stated

REPORT = """\
title: Docks
edition: 2026-12-31
author: Desk
entities: [{name: Docks}]
brokers: [{name: Dock Bank}]
one_pagers:
  - name: page
    title: Page
    key_figures:
      - {fact: revenue, before: revenue-q2}
      - revenue
"""


@pytest.mark.parametrize(
    ("older", "is_restated", "told"),
    [
        ("revenue", False, ["report.yaml:10"]),
        ("revenue", True, []),
        ("revenue-q2", False, []),
    ],
)
def test_a_comparison_that_did_not_move_on_is_a_doubt(
    older: str, is_restated: bool, told: list[str]
) -> None:
    tree, _ = parse_tree(REPORT, "report.yaml")
    assert tree is not None
    definition, problems = definition_of(tree, "report.yaml")
    assert definition is not None, problems
    history = History(pa.array(["revenue-q4"]), pa.array([older]), pa.array([is_restated]))
    doubts = list(doubts_of_comparisons(definition, history))
    assert [f"{doubt.file}:{doubt.line}" for doubt in doubts] == told
    assert all("revenue-q4" in doubt.wrong for doubt in doubts)


PERIODS = ("2026-Q3", "2026-Q2", "2025-Q3", "2025", "2025-01/2025-09", "2026-01/2026-09", "2026-H1")


def report_of(folder: Path, figures: list[Any], *further: dict[str, Any]) -> Path:
    """A report that shows these key figures of the revenue of many periods."""
    facts = [
        *(stated("revenue", period, 1000 + at, "EUR million") for at, period in enumerate(PERIODS)),
        *further,
    ]
    page = {"name": "page", "title": "Beer", "key_figures": figures}
    entities = [{"name": {"en": "Brewery", "zh": "酿酒"}}]
    return make_period_report(folder / "alder", facts, one_pagers=[page], entities=entities)


@pytest.mark.parametrize(
    ("now", "before", "wrong"),
    [
        ("2026-q3", "2025-q3", ""),
        ("2026-q3", "2026-q2", ""),
        ("2026-01-to-2026-09", "2025-01-to-2025-09", ""),
        ("2026-q3", "2025", "'revenue-2025' is of 2025, which lasts otherwise than 2026-Q3 of 'revenue-2026-q3'"),
        ("2026-h1", "2025-q3", "'revenue-2025-q3' is of 2025-Q3, which lasts otherwise than 2026-H1 of 'revenue-2026-h1'"),
        ("2025-q3", "2026-q2", "'revenue-2026-q2' is of 2026-Q2, which is no earlier than 2025-Q3 of 'revenue-2025-q3'"),
    ],
)  # fmt: skip
def test_periods_that_do_not_compare_are_refused(
    tmp_path: Path, now: str, before: str, wrong: str
) -> None:
    figure = {"fact": f"revenue-{now}", "before": f"revenue-{before}"}
    problems = check(report_of(tmp_path, [figure])).problems
    assert [problem.wrong for problem in problems] == [wrong] * bool(wrong)


def test_what_a_later_period_has_moved_on_stands_alone(tmp_path: Path) -> None:
    later = stated("revenue", "2026-Q4", 1100, "EUR million", replaces="revenue-2026-q3")
    right = stated("revenue", "2026-Q2", 1009, "EUR million", id="right", restates="revenue-2026-q2",
                   quote="Revenue of 2026-Q2 came to €1,009 million after all")  # fmt: skip
    figures = [
        {"fact": "revenue-2026-q3", "before": "revenue-2025-q3"},
        {"fact": "revenue-2026-q2", "before": "revenue-2025-q3"},
    ]
    found = check(report_of(tmp_path, figures, later, right))
    assert len(found.doubts) == 1
    (page,) = standing_of(found.report, found.evidence).report.one_pagers
    assert [(figure.fact, figure.before) for figure in page.figures] == [
        ("revenue-2026-q4", ""),
        ("right", "revenue-2025-q3"),
    ]
