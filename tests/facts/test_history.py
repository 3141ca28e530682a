"""What facts may say of older ones: restates, replaces, carried, withdrawn."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from exporter import check
from exporter.errors import Problem
from exporter.facts.fact_set import collect
from exporter.facts.history import history_of
from exporter.facts.table import WRITTEN, iterate_facts
from tests.command_line import run
from tests.facts.parsed import parse_facts
from tests.history_report import make_history_report, sold

pytestmark = pytest.mark.usefixtures("unconfined")

OLD = sold("old", 120, "2024")


def problems(folder: Path, *facts: dict[str, Any], **keys: Any) -> list[str]:
    """What is told of a report with these facts, without the places."""
    return [
        _told(problem)
        for problem in check(make_history_report(folder / "report", facts, **keys)).problems
    ]


def _told(problem: Problem) -> str:
    assert problem.file.endswith("facts.yaml"), problem
    return f"{problem.line} {problem.subject}: {problem.wrong}; {problem.right}"


@pytest.mark.parametrize(
    "facts",
    [
        (OLD, sold("new", 121, "2024", restates="old")),
        (OLD, sold("new", 130, "2025", replaces="old")),
        (sold("new", 130, "2025", replaces="old"), OLD),
        (OLD, sold("b", 121, "2024", restates="old"), sold("c", 122, "2024", restates="b")),
        (OLD, sold("b", 121, "2024", restates="old"), sold("c", 130, "2025", replaces="b")),
        (OLD, sold("b", 130, "2025", replaces="old"), sold("c", 131, "2025", restates="b")),
        (OLD, sold("new", 121, "2024", restates="old", status="withdrawn")),
        (sold("old", 120, "2024-Q3"), sold("new", 130, "2024", replaces="old")),
        (sold("old", 120, "FY2024"), sold("new", 130, "FY2025-Q1", replaces="old")),
        (sold("old", 120), sold("new", 121, restates="old")),
        (sold("old", 120, "2025-12-19"), sold("new", 121, replaces="old")),  # as of its source: a day later
        (sold("old", 120, "2024", status="estimate"), sold("new", 120, "2024", restates="old")),
        (sold("old", 120, "2024", carried="2025-10-31", status="withdrawn"),),
    ],
)  # fmt: skip
def test_what_holds_is_taken(tmp_path: Path, facts: tuple[dict[str, Any], ...]) -> None:
    assert problems(tmp_path, *facts) == []


@pytest.mark.parametrize(
    ("value", "unit", "is_refused"),
    [
        (0.12, "EUR billion", True),
        (0.121, "EUR billion", False),
        ({"from": 0.12, "to": 0.13}, "EUR billion", False),
        (120, "USD million", False),
        (120, "users", False),
    ],
)
def test_a_figure_in_another_magnitude_is_the_same(
    tmp_path: Path, value: Any, unit: str, is_refused: bool
) -> None:
    new = sold("new", value, "2024", restates="old", unit=unit)
    told = problems(tmp_path, OLD | {"unit": "EUR million"}, new)
    assert any("it restates 'old', and has the same figure" in one for one in told) is is_refused


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ({"restates": "od"}, "it restates 'od', and there is no such fact; name the older fact by its id, and keep it, or take `restates` out"),
        ({"replaces": "new", "period": "2025"}, "it replaces itself; name the older fact"),
        ({"restates": "docks"}, "it restates 'docks', which is about 'Docks' and not about 'Robots'; name a fact about the same entity"),
        ({"restates": "old", "metric": {"en": "Units sold", "zh": "出货量"}}, "it restates 'old', whose metric is '销量' and not '出货量'; write both alike, or name a fact of the same metric"),
        ({"replaces": "old", "period": "2025", "metric": "Sales"}, "it replaces 'old', whose metric is 'Units sold' and not 'Sales'; write both alike, or name a fact of the same metric"),
        ({"restates": "old", "period": "2025"}, "it restates 'old', whose period is 2024 and not 2025; write `replaces: old`"),
        ({"restates": "old", "period": "2023"}, "it restates 'old', whose period is 2024 and not 2023; give both the same period"),
        ({"restates": "old", "value": 120}, "it restates 'old', and has the same figure; give the other figure, or take `restates` out"),
        ({"replaces": "old"}, "it replaces 'old', which is of the same period, 2024; write `restates: old`, or correct the period"),
        ({"replaces": "old", "period": "2023"}, "it replaces 'old', whose period 2024 ends no earlier than 2023; name a fact of an earlier period"),
        ({"replaces": "old", "period": "2024-Q4"}, "it replaces 'old', whose period 2024 ends no earlier than 2024-Q4; name a fact of an earlier period"),
        ({"replaces": "old", "period": "FY2025"}, "it replaces 'old', and nothing says when 2024 and FY2025 end, of which one is a fiscal period; add `fiscal_year_ends: 03-31` to the entity or to report.yaml"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told(tmp_path: Path, new: dict[str, Any], told: str) -> None:
    fact = sold("new", 121, "2024") | new
    fact["quote"] = f"Harbour Robotics sold {fact['value']} units"
    assert problems(tmp_path, OLD, fact) == [f"2 new: {told}"]


def test_fiscal_years_have_their_place_where_it_is_said_when_they_end(tmp_path: Path) -> None:
    new = sold("new", 130, "FY2025", replaces="old")
    assert problems(tmp_path, OLD, new, fiscal_year_ends="03-31") == []


def test_both_at_once_are_told(tmp_path: Path) -> None:
    fact = sold("new", 121, "2024", restates="old", replaces="old")
    assert problems(tmp_path, OLD, fact) == [
        "2 new: `restates` and `replaces` are both given; keep `restates` for the same period, `replaces` for a later one"
    ]


@pytest.mark.parametrize(
    ("first", "second", "right"),
    [
        (sold("b", 121, "2024", restates="old"), sold("c", 122, "2024", restates="old"), "it restates 'old', which 'b' restates already (FILE:2); write `restates: b`"),
        (sold("b", 130, "2025", replaces="old"), sold("c", 140, "2025-12", replaces="old"), "it replaces 'old', which 'b' replaces already (FILE:2); write `replaces: b`"),
        (sold("b", 121, "2024", restates="old"), sold("c", 130, "2025", replaces="old"), "it replaces 'old', which 'b' restates already (FILE:2); write `replaces: b`"),
        (sold("b", 130, "2025", replaces="old"), sold("c", 121, "2024", restates="old"), "it restates 'old', which 'b' replaces already (FILE:2); write `replaces: c` in 'b'"),
    ],
)  # fmt: skip
def test_one_fact_has_one_in_its_place(
    tmp_path: Path, first: dict[str, Any], second: dict[str, Any], right: str
) -> None:
    file = str(tmp_path / "report" / "facts" / "facts.yaml")
    assert problems(tmp_path, OLD, first, second) == [f"3 c: {right.replace('FILE', file)}"]


def test_a_circle_is_told_once(tmp_path: Path) -> None:
    facts = [
        sold("a", 120, "2024", restates="c"),
        sold("b", 121, "2024", restates="a"),
        sold("c", 122, "2024", restates="b"),
        sold("d", 123, "2024", restates="x"),
        sold("x", 124, "2024"),
    ]
    assert problems(tmp_path, *facts) == [
        "1 a: it restates 'c', and a > c > b > a leads back to it; let the oldest of them name none"
    ]


def test_what_names_a_faulty_fact_is_not_at_fault(tmp_path: Path) -> None:
    old = sold("old", 120, "2024", status="withdrwn")
    (told,) = problems(tmp_path, old, sold("new", 121, "2024", restates="old"))
    assert told.startswith("1 old: the status 'withdrwn' is not known; did you mean 'withdrawn'?")


@pytest.mark.parametrize("carried", ["2025", "2025-02-30", "last", "Q3"])
def test_an_edition_that_is_none_is_told(tmp_path: Path, carried: str) -> None:
    assert problems(tmp_path, sold("a", 120, "2024", carried=carried)) == [
        f"1 a: `carried` is {carried!r}, and no edition; take it out, or write the edition's date like 2023-10-31"
    ]


def test_an_edition_that_is_still_to_come_is_in_doubt(tmp_path: Path) -> None:
    facts = [
        sold("a", 120, "2023", carried="2025-10-31"),
        sold("b", 121, "2024", carried="2026-01-31"),
    ]
    (doubt,) = check(make_history_report(tmp_path / "report", facts)).doubts
    assert (doubt.subject, doubt.wrong) == (
        "b", "it is `carried` from the edition of 2026-01-31, which is not before 2026-01-31"
    )  # fmt: skip


@pytest.mark.parametrize("field", ["restates", "replaces", "carried"])
def test_history_is_not_shared(tmp_path: Path, field: str) -> None:
    folder = make_history_report(tmp_path / "report", [OLD])
    facts = folder / "facts" / "facts.yaml"
    facts.write_text(f"- defaults: {{{field}: old}}\n{facts.read_text('utf-8')}", "utf-8")
    (problem,) = check(folder).problems
    assert (problem.line, problem.wrong) == (1, f"`{field}` cannot be shared")


def test_what_is_carried_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = [sold("a", 120, "2024", carried="2025-10-31"), sold("b", 121, "2024")]
    folder = make_history_report(tmp_path / "report", facts)
    told = run(capsys, monkeypatch, ["check", folder])
    assert "carried over from an earlier edition, not touched since: 1\n" in told.out
    as_json = run(capsys, monkeypatch, ["check", folder, "--format", "json"])
    assert json.loads(as_json.out)["carried"] == 1


def test_who_stands_in_whose_place() -> None:
    fields = ("id", "entity", "value", "unit", "period", "source", "quote", "restates", "replaces")
    facts = [OLD, sold("b", 121, "2024", restates="old"), sold("c", 130, "2025", replaces="b")]
    rows = [
        {name: str(fact[name]) for name in fields if name in fact} | {"metric.en": "Units sold", "metric.zh": "销量", "file": "f", "line": 1}
        for fact in facts
    ]  # fmt: skip
    parsed, told = parse_facts(pa.Table.from_pylist(rows, schema=WRITTEN))
    assert told == []
    assert [(fact.restates, fact.replaces) for fact in iterate_facts(parsed)] == [
        (None, None), ("old", None), (None, "b"),
    ]  # fmt: skip
    history = history_of(collect([parsed]))
    assert history.restated == {"old"}
    assert history.replaced == {"b"}
    assert [history.current(id_) for id_ in ("old", "b", "c", "none")] == ["c", "c", "c", "none"]
