"""What `check` and `build` return shows in a notebook as a short summary."""

from pathlib import Path

import pytest

import exporter
from exporter.report.starter import make_report


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    list(make_report(Path("mini")))
    return Path("mini")


def test_a_built_report_says_what_was_written(report: Path) -> None:
    built = exporter.build(report, "out")
    checked, paths = built
    assert isinstance(built, exporter.BuiltReport)
    assert (checked, paths) == (built.checked, built.paths)
    assert (
        repr(built) == f"<BuiltReport mini: {len(paths)} files in out, 3 facts, 1 views, 0 doubts>"
    )
    shown = built._repr_html_()
    assert "<caption>mini</caption><tr><th>facts</th><td>3</td></tr>" in shown
    assert "<tr><th>figures and dates</th><td>2 confirmed, 1 text</td></tr>" in shown
    assert all(path.name in shown for path in paths)
    assert "<ul>" not in shown


def test_a_checked_report_lists_its_first_problems(report: Path) -> None:
    path = report / "facts" / "example-motors.yaml"
    fact = "- {id: more-%d, entity: Example Motors, metric: '<b>', value: 1, source: none, quote: no}\n"
    path.write_text(path.read_text("utf-8") + "".join(fact % n for n in range(12)), "utf-8")
    checked = exporter.check(report)
    count = len(checked.problems)
    shown = checked._repr_html_()
    assert repr(checked).startswith("<CheckedReport mini: 15 facts, 1 views, ")
    assert f"<tr><th>problems</th><td>{count}</td></tr>" in shown
    assert shown.count("<li>problem: ") == 10
    assert f"<li>{count - 10} more</li></ul>" in shown
    assert "<b>" not in shown
