"""`check` tells where the link of a quote opens its source elsewhere."""

import csv
from datetime import date
from pathlib import Path

import pytest

from exporter import check
from exporter.evidence.record import add_source
from tests.evidence.test_wrapped_lines import REPORT

QUOTE = "Sales rose 5% in May"
ELSEWHERE = [
    "He said that sales rose 5% in May.\n\nSales rose 5% in May.",
    "It is said sales rose 5% in May again.\n\nSales rose 5% in May!",
    "It is said sa\u00adles rose 5% in May again.\n\nSales rose 5% in May!",
    "The sales rose 5% in May or June.\n\nOther things.\n\nSales rose 5% in May.",
]
THERE = [
    "Sales rose 5% in May.",
    "Sales rose 5% in May. He said that sales rose 5% in May.",
    "He said that sales rose 5% in May.\n\nOn Monday: sales rose 5% in May.",
    "He said that sales rose 5% in May.\n\nSales rose 5% in May, it said on Monday.",
    "Sales rose\n5% in May.",
    "Sales  rose 5% in May.",
    "Sa\u00adles rose 5% in May.",
    "Sales rose\u00ad 5% in M\u00aday.",
    "He said on Monday.\n\nSa\u00adles\nrose 5% in May.",
]


@pytest.mark.parametrize("text", [*ELSEWHERE, *THERE])
def test_a_link_that_lands_elsewhere_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    with (tmp_path / "facts.csv").open("w", encoding="utf-8", newline="") as lines:
        rows = [("id", "entity", "metric", "value", "unit", "source", "quote"),
                ("f1", "Alpha", "Metric", "5", "%", "note", QUOTE)]  # fmt: skip
        csv.writer(lines).writerows(rows)
    document = tmp_path / "note.txt"
    document.write_text(text, "utf-8")
    given = {"title": "N", "publisher": "A", "author": None, "url": "https://example.com/n",
             "published": date(2026, 1, 15), "retrieved": date(2026, 1, 15)}  # fmt: skip
    add_source(tmp_path, document, "note", given, today=date(2026, 1, 15))
    checked = check(tmp_path)
    assert checked.problems == ()
    told = [(one.subject, one.right) for one in checked.doubts if "opens note" in one.wrong]
    elsewhere = [("f1", "quote a neighbouring clause with it")]
    assert told == (elsewhere if text in ELSEWHERE else [])
