"""A report with every qualifier and the common kinds of units, for readers to be tried on."""

from pathlib import Path

import pandas as pd

from exporter import build
from exporter.facts.words import Qualifier
from exporter.report.starter import make_report

BOOK = "figures"
_QUOTE = "Example Motors delivered more than 12,500 cars in 2025"
_UNITS = (
    ("%", "18.5"), ("percentage points", "-1.3"), ("times", "21.9"), ("days", "12"),
    ("hours", "36.5"), ("minutes", "5"), ("months", "9"), ("users", "12500"),
    ("models", "17"), ("MW", "40.5"), ("EUR", "25.5"), ("GBP", "3470"), ("USD per share", "0.57"),
    ("rank", "2"),
    ("date", "2025-10-31"), ("date", "2025-10"), ("text", "in three plants"),
)  # fmt: skip


def make_sample(folder: Path) -> Path:
    """Write the report's folder; its facts stand in a CSV file, and nothing of them is proved."""
    report = folder / "readers"
    list(make_report(report))
    for path in (report / "facts").iterdir():
        path.unlink()
    _facts().to_csv(report / "facts" / "facts.csv", index=False)
    definition = report / "report.yaml"
    said = definition.read_text("utf-8").replace("evidence: required", "evidence: optional")
    definition.write_text(said.replace("[deliveries, deliveries-growth]", "[f0, f1]"), "utf-8")
    return report


def build_sample(report: Path, output: Path) -> None:
    """Build it in both languages."""
    build(report, output)


def _facts() -> pd.DataFrame:
    rows = [
        (f"f{number}", f"Metric {number}", f"指标{number}", value, unit, qualifier)
        for number, (unit, value, qualifier) in enumerate(_kinds())
    ]
    names = ["id", "metric.en", "metric.zh", "value", "unit", "qualifier"]
    return pd.DataFrame(rows, columns=names).assign(
        entity="Example Motors", source="press-note", quote=_QUOTE
    )


def _kinds() -> list[tuple[str, str, str]]:
    """Each unit with a qualifier, and one unit with all of them."""
    marks = [one.value for one in Qualifier]
    units = [(unit, value, marks[at % len(marks)]) for at, (unit, value) in enumerate(_UNITS)]
    units = [
        (unit, value, "exact" if unit in {"text", "rank"} else mark) for unit, value, mark in units
    ]
    return [
        *units,
        *(("days", "12", mark) for mark in marks),
        *(("%", "18.5", mark) for mark in marks),
    ]
