"""Key figures told beside an earlier one, when a later period has come."""

import pyarrow as pa
import pytest

from exporter.facts.history import History
from exporter.facts.yaml_tree import parse_tree
from exporter.report.ageing import doubts_of_comparisons
from exporter.report.report_file import definition_of

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
