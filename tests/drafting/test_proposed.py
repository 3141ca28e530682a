"""`exporter draft --with`: what a program proposes, as a facts file."""

import json
import sys
from pathlib import Path
from shlex import quote as quoted

import pytest

from exporter.facts.words import Bilingual
from exporter.report.starter import make_blank_report
from tests.command_line import Result, run
from tests.drafting.test_proposals import DAY, REVENUE, ROBOTICS, TEXT

BACKLOG = "The order backlog was more than €640 million at the end of September"
FACT = {"entity": ROBOTICS, "metric": {"en": "Revenue"}, "value": "186.2", "unit": "EUR million"}
PROPOSED = [
    {"fact": {**FACT, "quote": REVENUE}},
    {"fact": {**FACT, "value": 186.3, "quote": REVENUE}},
    {
        "fact": {
            **FACT,
            "id": "backlog",
            "metric": "Order backlog",
            "value": 640,
            "qualifier": "over",
            "quote": BACKLOG,
        }
    },
    {"fact": {**FACT, "metric": "Growth", "value": 14, "unit": "%", "quote": REVENUE}},
]


@pytest.fixture
def drafted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> "Drafting":
    return Drafting(tmp_path, capsys, monkeypatch)


class Drafting:
    """A report with a source, and a program that proposes facts of it."""

    def __init__(
        self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.report, self._capsys, self._monkeypatch = folder / "report", capsys, monkeypatch
        list(make_blank_report(self.report, [Bilingual(ROBOTICS, ROBOTICS)], ["en"], DAY))
        (folder / "note.txt").write_text(TEXT, "utf-8")
        self.run(
            "source", "add", self.report, folder / "note.txt", "--id", "note", "--title", "Note",
            "--publisher", ROBOTICS, "--published", DAY, "--language", "en",
        )  # fmt: skip
        program = folder / "program.py"
        lines = "\n".join(map(json.dumps, PROPOSED))
        program.write_text(f"import sys\nsys.stdin.read()\nprint({lines!r})", "utf-8")
        self.command = f"{quoted(sys.executable)} {quoted(str(program))}"

    def run(self, *arguments: object) -> Result:
        return run(self._capsys, self._monkeypatch, arguments)

    def draft(self, *arguments: object) -> Result:
        return self.run("draft", self.report, "note", "--with", self.command, *arguments)


def test_what_is_not_refused_is_written_and_the_rest_is_told(drafted: Drafting) -> None:
    ran = drafted.draft()
    assert ran.status == 0
    assert "id: harbour-robotics-revenue\n" in ran.out
    assert "value: 186.2\n" in ran.out
    assert "186.3" not in ran.out
    assert f"review: the quote was given as '{BACKLOG}'" in ran.out
    assert "line 2: refused: the value is 186.3" in ran.err
    assert "line 3: repaired:" in ran.err
    assert "note: 2 verified, 1 repaired, 1 refused" in ran.err


def test_drafts_go_through_review_to_a_report_without_problems(drafted: Drafting) -> None:
    assert drafted.draft("-o", drafted.report / "facts" / "note.yaml").status == 0
    assert "review:" in drafted.run("build", drafted.report, "--output", drafted.report / "o").err
    assert drafted.run("review", drafted.report, "--all-sure").status == 0
    assert drafted.run("review", drafted.report, "--accept", "backlog").status == 0
    checked = drafted.run("check", drafted.report)
    assert checked.status == 0
    assert "figures and dates: 3 confirmed" in checked.out


def test_a_second_run_gives_ids_that_are_free(drafted: Drafting) -> None:
    drafted.draft("-o", drafted.report / "facts" / "note.yaml")
    assert "id: harbour-robotics-revenue-2\n" in drafted.draft().out
    assert "id: backlog-2\n" in drafted.draft().out


def test_as_a_table(drafted: Drafting) -> None:
    header, first, *_ = drafted.draft("--format", "csv").out.splitlines()
    assert header == "\ufeffid,entity,metric,metric.en,value,unit,qualifier,source,quote,review"
    assert first.startswith(
        f"harbour-robotics-revenue,{ROBOTICS},,Revenue,186.2,EUR million,,note,"
    )


def test_a_program_that_fails_writes_nothing(drafted: Drafting) -> None:
    file = drafted.report / "facts" / "note.yaml"
    drafted.command = f"{quoted(sys.executable)} -c 'raise SystemExit(3)'"
    ran = drafted.draft("-o", file)
    assert ran.status == 3
    assert "ended with status 3" in ran.err
    assert not file.exists()
