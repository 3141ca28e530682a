"""`exporter review`: lists what is marked, takes marks off, changes nothing else."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from exporter.check import check
from tests.command_line import Result, run
from tests.figured_report import FACTS, edit, make_figured_report

Command = Callable[..., Result]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    make_figured_report(tmp_path / "mini")
    return tmp_path / "mini"


@pytest.fixture
def review(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    def command(*arguments: str) -> Result:
        return run(capsys, monkeypatch, ["review", report, *arguments])

    return command


def mark(folder: Path, ids: Sequence[str], reason: str = "new") -> None:
    for id_ in ids:
        edit(folder / FACTS, f"- id: {id_}\n", f"- id: {id_}\n  review: {reason}\n")


def test_what_has_a_reason_is_listed_first(report: Path, review: Command) -> None:
    mark(report, ["deliveries"])
    mark(report, ["plants"], '"Which\\e plants?"')
    edit(report / "views.yaml", "  source:", "  review: new\n  source:")
    said = review()
    lines = said.out.splitlines()
    assert [line.partition(": ")[2].partition(":")[0] for line in lines[:6:2]] == [
        "plants",
        "deliveries",
        "example-securities",
    ]
    assert lines[0].endswith("Example Motors, Plants: 17 plants run it; review: Which� plants?")
    assert "over 12500 cars; review: new" in lines[2]
    assert lines[6] == f"{report}: 2 facts and 1 view to review, 1 with a reason"
    assert said.status == 0


def test_what_cannot_be_listed_is_told(report: Path, review: Command) -> None:
    assert not review().err
    mark(report, ["deliveries"])
    assert not review().err
    with (report / FACTS).open("a", encoding="utf-8") as file:
        file.write("- id: [\n")
    said = review()
    assert "besides, for which some may not be listed: exporter check" in said.err
    assert said.status == 0


def test_accepted_marks_go_and_nothing_else(report: Path, review: Command) -> None:
    before = [(report / name).read_bytes() for name in (FACTS, "views.yaml")]
    mark(report, ["deliveries", "plants", "new-plant"])
    edit(report / "views.yaml", "  source:", "  review: why?\n  source:")
    said = review("--accept", "deliveries", "plants", "new-plant", "example-securities")
    assert said.status == 0, said.err
    assert [(report / name).read_bytes() for name in (FACTS, "views.yaml")] == before
    assert (
        said.out.splitlines()[-1] == f"{report}: 0 facts and 0 views to review, none with a reason"
    )
    assert check(report).problems == ()
    assert not list(report.glob(".exporter*"))


def test_all_that_is_sure(report: Path, review: Command) -> None:
    mark(report, ["deliveries", "deliveries-growth"])
    mark(report, ["plants"], "Which plants?")
    edit(report / FACTS, "value: 12500", "value: 12501")
    edit(report / "views.yaml", "  source:", "  review: new\n  source:")
    edit(report / "views.yaml", "target_price: 25.5", "target_price: 26.5")
    said = json.loads(review("--all-sure", "--format", "json").out)
    assert [one["id"] for one in said["accepted"]] == ["deliveries-growth"]
    assert [one["id"] for one in said["marked"]] == ["plants", "deliveries", "example-securities"]
    why = {one["id"]: one["why"] for one in said["left"]}
    assert why["plants"] == "Which plants?"
    assert "12,501" in why["deliveries"]
    assert "26.5" in why["example-securities"]


def test_who_is_not_marked_is_told_and_nothing_changes(report: Path, review: Command) -> None:
    mark(report, ["deliveries"])
    before = (report / FACTS).read_bytes()
    said = review("--accept", "deliveries", "deliverys", "x")
    assert said.status == 2
    assert "no fact or view 'deliverys' is marked `review:`; did you mean deliveries?" in said.err
    assert "no fact or view 'x' is marked" in said.err
    assert (report / FACTS).read_bytes() == before
    assert review("deliveries").status == 2


ROW = {
    "id": "plants", "entity": "Example Motors", "metric.en": "Plants", "metric.zh": "工厂",
    "value.en": "17 plants run it", "value.zh": "17家工厂在用", "source": "press-note",
    "quote": "GPT-4 runs in 17 plants", "review": "new",
}  # fmt: skip


@pytest.mark.parametrize(
    ("suffix", "told"),
    [
        ("csv", ""),
        ("xlsx", ""),
        ("parquet", "Parquet is not changed here; write it anew"),
    ],
)
def test_tables(suffix: str, told: str, report: Path, review: Command) -> None:
    frame = pd.DataFrame([ROW, ROW | {"id": "b"}])
    path = report / f"facts.{suffix}"
    (report / FACTS).unlink()
    (report / "facts").rmdir()
    definition = report / "report.yaml"
    definition.write_text(f"facts: facts.{suffix}\n{definition.read_text('utf-8')}", "utf-8")
    if suffix == "csv":
        frame.to_csv(path, index=False, sep=";", encoding="utf-16")
    else:
        getattr(frame, {"xlsx": "to_excel", "parquet": "to_parquet"}[suffix])(path, index=False)
    said = review("--accept", "plants")
    assert (told in said.err, said.status) == (True, 1 if told else 0)
    left = [mark.id for mark in check(report).to_review]
    assert left == (["plants", "b"] if told else ["b"])


def test_only_the_first_that_are_accepted_are_named(report: Path, review: Command) -> None:
    fact = (
        "- {{id: more-{n}, entity: Example Motors, metric: Deliveries, value: 12500, unit: {{en: cars, zh: 辆}},\n"
        "   qualifier: over, source: press-note,\n"
        '   quote: "Example Motors delivered more than 12,500 cars in 2025", review: new}}\n'
    )
    path = report / FACTS
    path.write_text(path.read_text("utf-8") + "".join(fact.format(n=n) for n in range(12)), "utf-8")
    lines = review("--all-sure").out.splitlines()
    assert sum(line.startswith("accepted: ") for line in lines) == 11, lines
    assert "accepted: 2 more" in lines
