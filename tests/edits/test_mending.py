"""`exporter check --fix`: what is certain is shown, then written, and nothing else."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from tests.command_line import Result, run
from tests.figured_report import FACTS, edit, make_figured_report

pytestmark = pytest.mark.usefixtures("unconfined")

Command = Callable[..., Result]
QUOTE = "quote: Example Motors delivered more than 12,500 cars in 2025\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    make_figured_report(tmp_path / "mini")
    return tmp_path / "mini"


@pytest.fixture
def fix(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    def command(*arguments: str) -> Result:
        return run(capsys, monkeypatch, ["check", report, "--fix", *arguments])

    return command


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        (FACTS, QUOTE, "quote: delivered more than 12,500 cars\n"),
        (FACTS, QUOTE, "quote: 'delivered more than 12,500 cars'  # short\n"),
        (FACTS, QUOTE, 'quote: "more than 12,500\\n    cars in 2025"\n'),
        (FACTS, QUOTE, "quote: >-\n    delivered more\n    than 12,500 cars\n"),
        (FACTS, QUOTE, "quote: Example Motors delivered more  than 12,500\xa0cars in 2025\n"),
        ("views.yaml", "quote: Example Securities keeps its Buy rating and a target price of HK$25.50, at 21.9x earnings of RMB 3.5bn\n",
         "quote: keeps its Buy rating and a target price of HK$25.50, at 21.9x earnings of RMB 3.5bn\n"),
    ],
)  # fmt: skip
def test_whole_clauses_and_white_space(
    file: str, right: str, wrong: str, report: Path, fix: Command
) -> None:
    path = report / file
    before = path.read_text("utf-8")
    edit(path, right, wrong)
    said = fix()
    assert (said.status, said.err) == (0, "")
    after = path.read_text("utf-8")
    head, _, tail = before.partition(right)
    assert after.startswith(head)
    assert after.endswith(tail)
    words = right.removeprefix("quote: ").strip()
    assert words in after[len(head) : len(after) - len(tail)]
    assert f"--- {path}\n+++ {path}\n" in said.out
    assert "\n+" in said.out
    assert "mended: 1 field\n" in said.out
    assert said.out.endswith("problems: none\n")


def test_a_unit_that_the_quote_confirms(report: Path, fix: Command) -> None:
    before = (report / FACTS).read_bytes()
    edit(report / FACTS, 'unit: "%"', "unit: percnt # of the year before")
    assert fix().status == 0
    after = (report / FACTS).read_bytes()
    assert after == before.replace(b'unit: "%"', b"unit: percent # of the year before")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("value: 12500", "value: 12501", "12,501"),  # a value is never touched
        ("qualifier: over ", "qualifier: under ", "under"),
        ('unit: "%"', "unit: carts", "carts"),  # carats are none of the quote's
        (QUOTE, "quote: cars\n", "too short"),
        (QUOTE, "quote: Example Motors delivers cars\n", "is not in press-note"),
    ],
)
def test_what_is_not_certain_stays(
    old: str, new: str, says: str, report: Path, fix: Command
) -> None:
    edit(report / FACTS, old, new)
    before = (report / FACTS).read_bytes()
    said = fix()
    assert said.status == 1
    assert says in said.out
    assert "mended: 0 fields\n" in said.out
    assert (report / FACTS).read_bytes() == before


def test_without_the_text_nothing_is_guessed(report: Path, fix: Command) -> None:
    (report / "sources/text/press-note.txt").unlink()
    edit(report / FACTS, QUOTE, "quote: delivered more than 12,500 cars\n")
    assert "mended: 0 fields\n" in fix().out


def test_a_shared_quote_is_mended_where_it_stands(report: Path, fix: Command) -> None:
    edit(report / FACTS, f"  {QUOTE}", "")
    edit(
        report / FACTS,
        "- id: deliveries\n",
        "- defaults: {quote: 'delivered more than 12,500 cars'}\n- id: deliveries\n",
    )
    said = fix()
    assert said.status == 0, said.out
    told = (report / FACTS).read_text("utf-8")
    assert "{quote: 'Example Motors delivered more than 12,500 cars in 2025'}\n" in told


def test_without_the_flag_nothing_is_written(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(report / FACTS, QUOTE, "quote: delivered more than 12,500 cars\n")
    before = (report / FACTS).read_bytes()
    assert run(capsys, monkeypatch, ["check", report]).status == 1
    assert (report / FACTS).read_bytes() == before


ROW = {
    "id": "plants", "entity": "Example Motors", "metric": "Plants", "value": "17 plants run it",
    "unit": "text", "source": "press-note", "quote": "runs in 17 plants",
}  # fmt: skip


def test_what_is_mended_is_not_carried_any_more(report: Path, fix: Command) -> None:
    """It is not as it was taken over; what is not mended stays marked."""
    path = report / FACTS
    before = path.read_text("utf-8")
    wrong = "quote: delivered more than 12,500 cars\n  carried: 2025-10-31\n"
    edit(path, QUOTE, wrong)
    mark = "  carried: 2025-10-31\n"
    path.write_text(path.read_text("utf-8").rstrip() + f"\n{mark}", "utf-8")
    assert fix().status == 0
    assert path.read_text("utf-8") == before.rstrip() + f"\n{mark}"


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_row_that_is_mended_is_not_carried_any_more(
    suffix: str, report: Path, fix: Command
) -> None:
    marked = ROW | {"carried": "2025-10-31"}
    frame = pd.DataFrame([marked, marked | {"id": "b", "quote": "GPT-4 runs in 17 plants"}])
    path = report / f"facts.{suffix}"
    (report / FACTS).unlink()
    (report / "facts").rmdir()
    if suffix == "csv":
        frame.to_csv(path, index=False)
    else:
        frame.to_excel(path, index=False)
    fix()
    found = pd.read_csv(path) if suffix == "csv" else pd.read_excel(path, engine="openpyxl")
    assert found["carried"].fillna("").astype(str).tolist() == ["", "2025-10-31"]
    assert found["quote"].tolist() == ["GPT-4 runs in 17 plants"] * 2


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_tables(suffix: str, report: Path, fix: Command) -> None:
    frame = pd.DataFrame([ROW, ROW | {"id": "b", "quote": "GPT-4 runs in 17 plants"}])
    path = report / f"facts.{suffix}"
    (report / FACTS).unlink()
    (report / "facts").rmdir()
    if suffix == "csv":
        path.write_bytes(b"\xef\xbb\xbf" + frame.to_csv(index=False, sep=";").encode())
    else:
        frame.to_excel(path, index=False)
    before = path.read_bytes()
    told = json.loads(fix("--format", "json").out)
    mend = {"file": str(path), "line": 2, "fact": "plants", "field": "quote"}
    mend |= {"old": "runs in 17 plants", "new": "GPT-4 runs in 17 plants"}
    assert (told["mended"], told["not_mended"]) == ([mend], [])
    if suffix == "csv":
        old, new = b";runs in 17 plants", b";GPT-4 runs in 17 plants"
        assert path.read_bytes() == before.replace(old, new, 1)
    else:
        assert (
            pd.read_excel(path, engine="openpyxl")["quote"].tolist()
            == ["GPT-4 runs in 17 plants"] * 2
        )


def test_parquet_is_told_as_not_mended(report: Path, fix: Command) -> None:
    (report / FACTS).unlink()
    (report / "facts").rmdir()
    path = report / "facts.parquet"
    pd.DataFrame([ROW]).to_parquet(path)
    before = path.read_bytes()
    said = fix()
    assert (
        f"not mended: {path}: row 1: plants: quote: {path}: Parquet is not changed here" in said.out
    )
    assert "mended: 0 fields\n" in said.out
    assert path.read_bytes() == before
