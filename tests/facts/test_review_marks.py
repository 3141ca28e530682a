"""`review:` in facts and views of all kinds: told once, and refused until it is taken off."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import exporter
from exporter.build import BuildOrder, build_with
from exporter.check import check
from exporter.engine.progress import silent
from exporter.errors import ContentError
from exporter.facts.review_marks import ReviewMark
from exporter.facts.where import SqlQuery
from tests.command_line import run
from tests.figured_report import FACTS, edit, make_figured_report

pytestmark = pytest.mark.usefixtures("unconfined")

ROW = {
    "id": "plants", "entity": "Example Motors", "metric.en": "Plants", "metric.zh": "工厂",
    "value.en": "17 plants run it", "value.zh": "17家工厂在用", "source": "press-note",
    "quote": "GPT-4 runs in 17 plants", "review": "Which plants?",
}  # fmt: skip


@pytest.fixture
def report(tmp_path: Path) -> Path:
    make_figured_report(tmp_path / "mini")
    return tmp_path / "mini"


def marked(folder: Path, facts: object = None) -> list[ReviewMark]:
    return list(check(folder, facts=facts, allow=[f"path:{folder.parent}"]).to_review)


KINDS: dict[str, Callable[[pd.DataFrame, Path], object]] = {
    "frame": lambda frame, _: frame,
    "csv": lambda frame, path: (frame.to_csv(path / "f.csv", index=False), path / "f.csv")[1],
    "xlsx": lambda frame, path: (frame.to_excel(path / "f.xlsx", index=False), path / "f.xlsx")[1],
    "parquet": lambda frame, path: (frame.to_parquet(path / "f.parquet"), path / "f.parquet")[1],
    "sql": lambda frame, path: (
        frame.to_parquet(path / "f.parquet"),
        SqlQuery(f"SELECT * FROM '{path}/f.parquet' ORDER BY id", "duckdb://"),  # noqa: S608 - a path of this test
    )[1],
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_marks_rows_of_any_table(kind: str, report: Path, tmp_path: Path) -> None:
    facts = KINDS[kind](pd.DataFrame([ROW, ROW | {"id": "b", "review": None}]), tmp_path)
    (mark,) = marked(report, facts)
    assert mark[3:] == (
        "plants", "Example Motors", "Plants", "17 plants run it", "Which plants?", "", ROW["quote"], "",
        ROW["source"], "", ROW.get("attribution", ""),
    )  # fmt: skip


def test_marks_are_told_once_beside_what_else_is_wrong(report: Path) -> None:
    text = (report / FACTS).read_text("utf-8")
    text = text.replace("\n\n- id: ", "\n\n- review: new\n  id: ")
    (report / FACTS).write_text(text.replace("value: 12500", "value: 12501"), "utf-8")
    edit(report / "views.yaml", "  source:", "  review: The rating is not said\n  source:")
    checked = check(report)
    told = [problem for problem in checked.problems if "`review:`" in problem.wrong]
    assert len(told) == 1
    ids = "deliveries-growth, new-plant, plants, example-securities"
    assert told[0].wrong == f"3 facts and 1 view are still marked `review:` ({ids})"
    assert f"exporter review {report}" in told[0].right
    assert len(checked.problems) > 1  # the figure that the quote lacks
    with pytest.raises(ContentError, match="still marked"):
        build_with(lambda *_: b"", BuildOrder(report), silent)


def test_eighty_are_one_line(report: Path) -> None:
    rows = pd.DataFrame([ROW | {"id": f"f{index}"} for index in range(80)])
    told = [p for p in check(report, facts=rows).problems if "`review:`" in p.wrong]
    assert [p.wrong for p in told] == [
        "80 facts are still marked `review:` (f0, f1, f2, f3, f4, …)"
    ]


@pytest.mark.parametrize(
    ("before", "inside", "count"),
    [
        ("- defaults: {review: new}\n", "", 1),
        ("- defaults: {review: new}\n", "  review:\n", 0),
        ("", "  review: new\n", 1),
        ("", '  review: "Which plants?"\n', 1),
        ("", "  review: ~\n", 0),
        ("", "  review: ' '\n", 0),
    ],
)
def test_marks_may_be_shared(report: Path, before: str, inside: str, count: int) -> None:
    edit(report / FACTS, "\n- id: plants\n", f"\n{before}- id: plants\n{inside}")
    assert len(marked(report)) == count


def test_marks_are_counted_for_machines(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(report / FACTS, "\n- id: plants\n", "\n- id: plants\n  review: new\n")
    edit(report / "views.yaml", "  source:", "  review: Who says so?\n  source:")
    told = json.loads(run(capsys, monkeypatch, ["check", report, "--format", "json"]).out)
    assert told["review"] == {"facts": 1, "views": 1, "with_reason": 1}


def test_no_facts_are_given_out_that_are_marked() -> None:
    with pytest.raises(ContentError, match="1 fact is still marked `review:` \\(plants\\)"):
        exporter.read_facts(pd.DataFrame([ROW]))


@pytest.mark.parametrize(("said", "count"), [("", 0), ("~", 0), ("''", 0), ("new", 1), ("why?", 1)])
def test_a_view_is_marked_as_a_fact_is(said: str, count: int, report: Path) -> None:
    edit(report / "views.yaml", "  source:", f"  review: {said}\n  source:")
    checked = check(report)
    assert (checked.to_review.views, len(checked.problems)) == (count, count)


def test_a_default_of_report_yaml_marks_each_row(report: Path) -> None:
    (report / FACTS).unlink()
    (report / "facts").rmdir()
    pd.DataFrame([ROW]).drop(columns="review").to_csv(report / "facts.csv", index=False)
    definition = report / "report.yaml"
    facts = "facts: {file: facts.csv, defaults: {review: new}}\n"
    definition.write_text(facts + definition.read_text("utf-8"), "utf-8")
    assert [mark.reason for mark in marked(report)] == ["new"]
