"""`exporter review`: lists what is marked, takes marks off, changes nothing else."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from exporter.check import check
from tests.command_line import Result, run
from tests.figured_report import FACTS, edit, make_figured_report

pytestmark = pytest.mark.usefixtures("unconfined")

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
    stated = [line.split(": ") for line in lines if line.startswith("    ")]
    assert [words[1] for words in stated] == ["plants", "deliveries", "example-securities"]
    assert "Example Motors; review: Which� plants?; check: `review` holds" in lines[1]
    assert "Plants: 17 plants run it, period not given" in lines[1]
    assert "period not given: where the source says when, write it" in said.out
    assert ": deliveries: Cars delivered: > 12,500 cars, 2025, Example Motors" in lines[3]
    assert "new" not in lines[3]
    assert any("; rating " in line and "; thesis: " in line for line in lines)
    assert lines[-1] == f"{report}: 2 facts and 1 view to review, 1 in doubt"
    assert said.status == 0


def test_who_said_it_is_listed_where_it_is_another(report: Path, review: Command) -> None:
    mark(report, ["deliveries", "plants"])
    edit(report / FACTS, "- id: deliveries\n", "- id: deliveries\n  attribution: Jane Doe\n")
    edit(report / FACTS, "- id: plants\n", "- id: plants\n  attribution: Example Motors\n")
    lines = review().out.splitlines()
    assert [line.partition("said by ")[2] for line in lines if "plants:" in line] == [""]
    assert [line.partition("said by ")[2] for line in lines if "deliveries:" in line] == [
        "Jane Doe"
    ]
    listed = json.loads(review("--format", "json").out)["marked"]
    assert {one["id"]: one["attribution"] for one in listed}["deliveries"] == "Jane Doe"


def test_names_are_listed_in_the_language_of_the_report(report: Path, review: Command) -> None:
    mark(report, ["deliveries"])
    edit(report / "views.yaml", "  source:", "  review: new\n  source:")
    edit(report / "report.yaml", "edition:", "languages: [zh]\nedition:")
    told = review().out
    assert ", 示例汽车" in told
    assert ": example-securities: 示例证券: " in told


def test_what_cannot_be_listed_is_told(report: Path, review: Command) -> None:
    assert not review().err
    mark(report, ["deliveries"])
    assert not review().err
    with (report / FACTS).open("a", encoding="utf-8") as file:
        file.write("- id: [\n")
    said = review()
    assert f"besides: {report / FACTS}:" in said.err
    assert "besides, for which some may not be listed: exporter check" in said.err
    assert said.status == 0


def test_accepted_marks_go_and_nothing_else(report: Path, review: Command) -> None:
    before = [(report / name).read_bytes() for name in (FACTS, "views.yaml")]
    mark(report, ["deliveries", "plants", "new-plant"])
    edit(report / "views.yaml", "  source:", "  review: why?\n  source:")
    said = review("--accept", "deliveries", "plants", "new-plant", "example-securities")
    assert said.status == 0, said.err
    assert [(report / name).read_bytes() for name in (FACTS, "views.yaml")] == before
    assert said.out.splitlines()[-1] == f"{report}: 0 facts and 0 views to review, none in doubt"
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


def test_the_first_that_are_accepted_are_told_with_their_places_and_the_rest_by_id(
    report: Path, review: Command
) -> None:
    fact = (
        "- {{id: more-{n}, entity: Example Motors, metric: Deliveries, value: 12500, unit: {{en: cars, zh: 辆}},\n"
        "   qualifier: over, source: press-note,\n"
        '   quote: "Example Motors delivered more than 12,500 cars in 2025", review: new}}\n'
    )
    path = report / FACTS
    path.write_text(path.read_text("utf-8") + "".join(fact.format(n=n) for n in range(12)), "utf-8")
    lines = review("--all-sure").out.splitlines()
    assert sum(line.startswith("accepted: ") for line in lines) == 11, lines
    assert "accepted: 2 more: more-10, more-11" in lines


def test_what_is_accepted_and_contradicted_is_told_as_still_to_be_mended(
    report: Path, review: Command
) -> None:
    edit(report / FACTS, "value: 12500", "value: 12501")
    mark(report, ["deliveries", "plants"])
    said = review("--accept", "*").out.splitlines()
    open_ = [line for line in said if line.startswith("accepted, and still to be mended: ")]
    assert [line.split(": ")[1] for line in open_] == ["deliveries"]


def test_ids_that_are_not_marked_are_told_and_partial_accepts_the_rest(
    report: Path, review: Command
) -> None:
    mark(report, ["deliveries", "plants"])
    whole = review("--accept", "deliveries", "x")
    assert "or accept the rest by --partial" in whole.err
    said = review("--accept", "deliveries", "x", "--partial")
    assert (said.status, said.out.splitlines()[0].split(": ")[-1]) == (1, "deliveries")
    assert "not accepted: no fact or view 'x' is marked" in said.err
    assert [left.id for left in check(report).to_review] == ["plants"]


def test_what_is_accepted_twice_is_fine(report: Path, review: Command) -> None:
    mark(report, ["deliveries"])
    edit(report / "views.yaml", "  source:", "  review: new\n  source:")
    assert review("--accept", "deliveries").status == 0
    said = review("--accept", "deliveries", "example-securities")
    assert said.status == 0
    assert "not marked any more: deliveries" in said.out
    assert not list(check(report).to_review)


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["--accept", "deliveries*"], ["plants", "example-securities"]),
        (["--accept", "*"], []),
        (["--accept", "pl*", "deliver?es"], ["deliveries-growth", "example-securities"]),
        (["--accept", "*", "--file", "views.yaml"], ["deliveries", "deliveries-growth", "plants"]),
        (["--accept", "*", "--entity", "example motors"], []),
        (["--all-sure", "--file", FACTS], ["example-securities"]),
    ],
)
def test_many_are_accepted_at_once(
    arguments: list[str], left: list[str], report: Path, review: Command
) -> None:
    mark(report, ["deliveries", "deliveries-growth", "plants"])
    edit(report / "views.yaml", "  source:", "  review: new\n  source:")
    assert review(*arguments).status == 0
    assert [one.id for one in check(report).to_review] == left


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--accept", "*-x"], "no fact or view '*-x' is marked"),
        (["--entity", "Example Moters"], "did you mean Example Motors?"),
        (["--file", "other.yaml"], "nothing in 'other.yaml' is marked; "),
        (["--partial"], "--partial is for --accept"),
    ],
)
def test_what_names_nothing_is_told(
    arguments: list[str], told: str, report: Path, review: Command
) -> None:
    mark(report, ["deliveries"])
    said = review(*arguments)
    assert (said.status, told in said.err) == (2, True)


TWIN = """
- id: deliveries-again
  entity: Example Motors
  metric: {en: Cars delivered, zh: 汽车交付量}
  value: 12400
  unit: {en: cars, zh: 辆}
  period: 2025
  accept: Counted by ourselves
  source: press-note
  quote: Example Motors delivered more than 12,500 cars in 2025
  quote_zh: 示例汽车2025年交付超过12,500辆汽车
  review: new
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  period: 2025\n  accept", "  period: 2024\n  accept"),
        ("{en: Cars delivered, zh: 汽车交付量}\n  value: 12400", "Cars sold\n  value: 12400"),
        ("  review: new", "  restates: deliveries\n  review: new"),
        ("value: 12400", "value: 12500"),
        (TWIN, TWIN.replace("-again", "-alone").replace("2025\n  accept", "2024\n  accept")),
    ],
)
def test_two_values_of_one_name_are_in_doubt_as_long_as_they_are(
    old: str, new: str, report: Path, review: Command
) -> None:
    with (report / FACTS).open("a", encoding="utf-8") as file:
        file.write(TWIN)
    told = "deliveries has the same name and period, and another value"
    assert f"; check: {told}" in review().out
    assert told in review("--all-sure").out
    assert [one.subject for one in check(report).doubts if told in one.wrong] == [
        "deliveries-again"
    ]
    edit(report / FACTS, old, new)
    assert told not in review().out
    assert not [one for one in check(report).doubts if told in one.wrong]
    assert "accepted: " in review("--all-sure").out


@pytest.mark.parametrize(
    ("field", "mended"),
    [("entity: ''", "entity: Example Motors"), ("value: 12400", "value: 12500\n  qualifier: over")],
)
def test_what_the_check_refuses_is_told_until_it_is_mended(
    field: str, mended: str, report: Path, review: Command
) -> None:
    twin = TWIN.replace("  accept: Counted by ourselves\n", "").replace(
        "2025\n  source", "2024\n  source"
    )
    name = field.partition(":")[0]
    wrong = "\n".join(
        f"  {field}" if line.startswith(f"  {name}:") else line for line in twin.split("\n")
    )
    with (report / FACTS).open("a", encoding="utf-8") as file:
        file.write(wrong)
    assert "; check: " in review().out
    assert "left: " in review("--all-sure").out
    edit(report / FACTS, field, mended)
    if name == "entity":
        edit(report / FACTS, "value: 12400", "value: 12500\n  qualifier: over")
    assert "; check: " not in review().out
    assert "accepted: " in review("--all-sure").out


def test_a_broker_that_the_report_does_not_know_is_told_until_it_does(
    report: Path, review: Command
) -> None:
    edit(report / "views.yaml", "broker: Example Securities", "broker: Other House")
    edit(report / "views.yaml", "  source:", "  review: new\n  source:")
    assert "; check: the broker 'Other House' is not among the report's brokers" in review().out
    edit(report / "views.yaml", "broker: Other House", "broker: Example Securities")
    assert "; check: " not in review().out
