"""Problems on a terminal: blocks with the line and a caret; one line each where nobody looks on."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.cli.blocks import tell_problems
from exporter.errors import Problem
from exporter.report.starter import make_report

if sys.platform != "win32":
    import pty

FACTS = """\
- id: boxes
  metrik: {en: Boxes, zh: 箱量}
- {id: gates, 数值: 3, unit: gates}   # two
\tvalue: 5
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)
    Path("facts.yaml").write_text(FACTS, "utf-8")
    return "facts.yaml"


def told(*problems: Problem, is_plain: bool = True) -> list[str]:
    terminal = Terminal()
    tell_problems(problems, terminal)
    said = terminal.getvalue()
    return said.replace("\x1b[1m", "").replace("\x1b[0m", "").splitlines() if is_plain else [said]


def test_a_block_shows_the_line_and_marks_its_key(facts: str) -> None:
    assert told(Problem(facts, 2, "boxes", "`metrik` is no field", "did you mean `metric`?")) == [
        "facts.yaml:2: boxes",
        "  2 │   metrik: {en: Boxes, zh: 箱量}",
        "    │   ^^^^^^",
        "  ✗ `metrik` is no field",
        "  → did you mean `metric`?",
    ]


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        (1, 0, ["  1 │ - id: boxes", "    │   ^^"]),
        (3, 0, ["  3 │ - {id: gates, 数值: 3, unit: gates}   # two",
                "    │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"]),
        (3, 20, ["  3 │ - {id: gates, 数值: 3, unit: gates}   # two",
                 "    │                      ^"]),
        (4, 1, ["  4 │  value: 5", "    │ ^"]),
        (9, 0, []),
        (0, 0, []),
    ],
)  # fmt: skip
def test_what_is_marked(facts: str, line: int, column: int, shown: list[str]) -> None:
    """Wide characters take two places; a line that is no more there is not shown."""
    assert told(Problem(facts, line, "", "it is wrong", "", column))[1:-1] == shown


def test_a_long_line_is_cut_around_what_is_marked(facts: str) -> None:
    Path(facts).write_text(f"- quote: {'many words ' * 30}end\n", "utf-8")
    _, line, mark, _ = told(Problem(facts, 1, "", "it is malformed", "", 250))
    assert len(line) <= 60
    assert line.startswith("  1 │ …")
    assert line.endswith("…")
    assert line[len(mark) - 1] == f"- quote: {'many words ' * 30}"[249]


def test_what_is_wrong_at_one_place_is_told_together(facts: str) -> None:
    first, second = (Problem(facts, 1, "boxes", f"{what} is missing", "") for what in "ab")
    other = Problem("boxes.csv", 7, "", "c is missing", "")
    assert told(first, second, other) == [
        "facts.yaml:1: boxes",
        "  1 │ - id: boxes",
        "    │   ^^",
        "  ✗ a is missing",
        "  ✗ b is missing",
        "",
        "boxes.csv: row 7",
        "  ✗ c is missing",
    ]


def test_what_a_terminal_would_obey_is_not_printed(facts: str) -> None:
    Path(facts).write_text("- id: \x1b]0;mine\x07boxes\n", "utf-8")
    (said,) = told(Problem(facts, 1, "", "it is \x1b[2Jwrong", ""), is_plain=False)
    assert "\x1b]" not in said
    assert "\x1b[2J" not in said


def test_a_link_out_of_the_folder_is_not_followed(facts: str, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-secret.yaml"
    outside.write_text("secret: yes\n", "utf-8")
    Path(facts).unlink()
    Path(facts).symlink_to(outside)
    assert "secret" not in "\n".join(told(Problem(facts, 1, "", "it is wrong", "")))


def test_there_is_colour_unless_no_color_says_so(
    facts: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem(facts, 2, "", "it is wrong", "mend it")
    assert "\x1b[31m" not in told(problem, is_plain=False)[0]
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b[31m" in told(problem, is_plain=False)[0]


def test_a_pipe_gets_a_line_each(facts: str) -> None:
    pipe, problem = io.StringIO(), Problem(facts, 2, "boxes", "it is wrong", "mend it")
    tell_problems([problem, problem], pipe)
    assert pipe.getvalue() == "facts.yaml:2: boxes: it is wrong; mend it\n" * 2


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_the_program_tells_blocks_on_a_terminal(tmp_path: Path) -> None:
    report = tmp_path / "mini"
    list(make_report(report))
    path = report / "report.yaml"
    path.write_text(path.read_text("utf-8").replace("author:", "autor:"), "utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "exporter", "build", "mini", "--quiet"]
    env = {**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(Path.cwd()), "COLUMNS": "80"}
    done = subprocess.run(
        command, cwd=tmp_path, env=env, stdin=subprocess.DEVNULL, stderr=theirs,
        stdout=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(theirs)
    said = os.read(ours, 65_536).decode()
    os.close(ours)
    assert (done.returncode, done.stdout) == (1, b"")
    assert "4 │ autor: Your desk" in said
    assert "\r\n    │ ^^^^^\r\n  ✗ `autor` is not a known key" in said
