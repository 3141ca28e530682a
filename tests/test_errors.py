"""Errors: what is wrong and what would be right, from where it arises to where it is printed."""

import ast
import pickle
import re
from datetime import date
from pathlib import Path

import pytest

from exporter.email.failures import MailServerError
from exporter.errors import (
    Fault,
    FaultError,
    Problem,
    SetupError,
    UsageError,
    WrongValueError,
    character_name,
)
from exporter.facts.models import Day, Model, read_model
from exporter.facts.yaml_tree import parse_tree

PACKAGE = Path(__file__).parents[1] / "exporter"
CUTTING = {"partition", "rpartition", "split", "startswith", "endswith", "removeprefix"}
FIELDS = {"wrong", "right", "fault", "faults"}
NOT_OURS = {"right"}  # alone, also the side of an area
# What none of these stands in neither cuts nor compares what is said.
_SAYINGS = re.compile(
    r"""\.\s*(?:wrong|right|faults?)\b|\bwrong\s*(?:[.<>]|[=!]=|(?:in|not|is)\b)"""
    r"""|(?:[=!]=|[<>]|\bin|\bis|\bnot)\s+wrong\b|[(,]\s*"; "|\bstr\((?:error|problem|fault)\)"""
)


@pytest.mark.parametrize("kind", [UsageError, SetupError, MailServerError])
def test_one_line_for_each_fault(kind: type[FaultError]) -> None:
    error = kind.of([Fault("a is wrong", "mend it"), Fault("b is wrong; c, too", "")])
    assert str(error) == "a is wrong; mend it\nb is wrong; c, too"
    assert error.faults[1].wrong == "b is wrong; c, too"


@pytest.mark.parametrize(
    "error",
    [
        UsageError("a; b", "c; d", Fault("e", "f")),
        SetupError("a", ""),
        MailServerError("a", "b", temporary=True),
        WrongValueError("a; b", "c"),
    ],
)
def test_errors_come_whole_from_another_process(error: Exception) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - what was just written
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)


class Dated(Model):
    day: Day = date(2023, 1, 1)


def test_a_value_with_a_semicolon_is_told_whole() -> None:
    tree, _ = parse_tree("day: '2023; perhaps'", "report.yaml")
    assert tree is not None
    _, (problem,) = read_model(Dated, tree, "report.yaml")
    assert problem.wrong == "`day` '2023; perhaps' is not a day"
    assert problem.right == "write it like 2023-10-31"


@pytest.mark.parametrize("length", [1, 300, 399, 400, 401, 5_000, 1_000_000])
def test_a_long_value_is_told_without_its_middle(length: int) -> None:
    value = f"a{'x' * (length - 2)}b" if length > 1 else "a"
    told = [
        Problem("facts.yaml", 1, "one", value, "mend it").wrong,
        Problem("facts.yaml", 1, value, "it is wrong", "mend it").subject,
        SetupError(value, "mend it").faults[0].wrong,
        UsageError.of([Fault("a", "b"), Fault(value, "mend it")]).faults[1].wrong,
    ]
    for text in told:
        assert len(text) <= 400
        assert (text == value) is (length <= 400)
        assert (text[0], text[-1]) == (value[0], value[-1])


def test_a_path_to_be_pasted_is_told_whole() -> None:
    right = f"allow it by --allow path:/{'folder/' * 500}"
    assert Problem("report.yaml", 1, "", "it leads out", right).right == right
    assert len(Problem("report.yaml", 1, "", "it leads out", right * 10).right) <= 5_000


@pytest.mark.parametrize(
    "line",
    [
        "value: '@'", "period: '@'", "unit: '@'", "qualifier: '@'", "status: '@'", "source: '@'", "quote: '@'",
        "entity: '@'", "@: 1", "metric: ['@']",
    ],
)  # fmt: skip
def test_no_field_of_a_fact_makes_a_message_long(mini_report: Path, line: str) -> None:
    from exporter import check

    path = mini_report / "facts" / "example-motors.yaml"
    fact = f"- id: long\n  {line.replace('@', 'x' * 50_000)}\n"
    path.write_text(path.read_text("utf-8") + fact, "utf-8")
    problems = check(mini_report).problems
    assert problems
    assert max(len(str(problem)) for problem in problems) < 2_000


def decided_by_text(source: str) -> list[str]:
    """Where code cuts, or compares, what an error or a verdict says."""
    if not _SAYINGS.search(source):  # to parse every module takes seconds
        return []
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            found += [ast.unparse(node) for side in sides if _is_said(side, FIELDS - NOT_OURS)]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            cuts = node.func.attr in CUTTING and _is_said(node.func.value, FIELDS)
            at_mark = any(isinstance(a, ast.Constant) and a.value == "; " for a in node.args)
            if cuts or (node.func.attr in CUTTING and at_mark):
                found.append(ast.unparse(node))
    return found


def _is_said(node: ast.expr, fields: set[str]) -> bool:
    """Whether an expression is a field of an error or a verdict, or the text of an error of ours."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str":
        return ast.unparse(node.args[0]) in {"error", "problem", "fault"}
    name = node.attr if isinstance(node, ast.Attribute) else ""
    return name in fields or (isinstance(node, ast.Name) and node.id == "wrong")


def test_no_text_of_an_error_decides() -> None:
    sources = {path: path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}
    decided = {str(path): decided_by_text(source) for path, source in sources.items()}
    assert {path: lines for path, lines in decided.items() if lines} == {}


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('wrong, _, right = str(error).partition("; ")', 1),
        ('x.y.split("; ")', 1),
        ("verdict.wrong.startswith('there is no')", 1),
        ("if 'no source' in problem.wrong: pass", 1),
        ("return wrong.startswith(_UNKNOWN)", 1),
        ("if verdict.wrong: pass", 0),
        ("verdict.state is State.VERIFIED", 0),
        ("text.partition(';')", 0),
    ],
)
def test_what_counts_as_deciding_by_text(source: str, count: int) -> None:
    assert len(decided_by_text(source)) == count


def test_a_character_is_called_by_its_number_and_name() -> None:
    assert character_name("₹") == "“₹” U+20B9 INDIAN RUPEE SIGN"
    assert character_name("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert character_name("\ue000") == "U+E000"
