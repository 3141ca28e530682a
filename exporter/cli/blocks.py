"""Problems on a terminal: a block each, with the line of the file and a caret below it.

Where nobody looks on, in a pipe or a file, they stay one line each, for programs that read them.
"""

import re
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from exporter.cli.terminal import obeyed_by_none
from exporter.errors import ContentError, NotAllowedError, Problem, has_lines, place_in

if TYPE_CHECKING:
    from rich.console import Console

# What is marked where only the line is known: the key that it begins with, else all of it.
_BEGINNING = re.compile(r"\s*(?:-\s+)*(?P<key>[\w.]+(?=\s*:(?:\s|$)))?")
_COMMENT = re.compile(r"\s+#.*$|\s+$")


def complain_of(error: ContentError) -> None:
    """Say what is wrong with the content on standard error, and what to paste where that helps."""
    tell_problems(error.problems, sys.stderr)
    if isinstance(error, NotAllowedError):
        typer.echo(error.remedy, err=True)


def tell_problems(problems: Iterable[Problem], stream: TextIO) -> None:
    """Say what is wrong: blocks on a terminal, else a line each."""
    if not stream.isatty():
        for problem in problems:
            typer.echo(str(problem), file=stream)
        return
    from rich.console import Console

    blocks = _Blocks(Console(file=stream, highlight=False, emoji=False))  # obeys NO_COLOR
    for problem in problems:
        blocks.tell(problem)


class _Blocks:
    """Tells problems, each file read once."""

    def __init__(self, console: "Console") -> None:
        self._console = console
        self._files: dict[str, _Lines] = {}
        self._last: tuple[str, str] | None = None  # where the problem before is

    def tell(self, problem: Problem) -> None:
        """Say what is wrong: where and the line, unless just told; what is wrong, and right."""
        column = f":{problem.column}" if problem.column else ""
        where = (place_in(problem.file, problem.line) + column, problem.subject)
        if where != self._last:
            if self._last is not None:
                self._console.print()
            if head := ": ".join(filter(None, where)):
                self._say(head, "bold", keep=True)
            if problem.line and problem.file and has_lines(problem.file):
                self._show(problem)
        self._last = where
        self._say(f"  ✗ {problem.wrong}", "red")
        if problem.right:
            self._say(f"  → {problem.right}", "green")

    def _show(self, problem: Problem) -> None:
        """The line of a problem, and below it a caret; nothing where it cannot be read."""
        lines = self._files.setdefault(problem.file, _Lines(problem.file)).lines
        if problem.line > len(lines):
            return
        number = f"  {problem.line} │ "
        line, start, end = marked(lines[problem.line - 1], problem.column)
        line, start, end = _within(line, start, end, self._console.width - len(number) - 1)
        from rich.cells import cell_len

        before, under = cell_len(line[:start]), max(cell_len(line[start:end]), 1)
        self._say(f"{number}{line}", "", keep=True)
        blank = " " * (len(number) - 2)
        self._say(f"{blank}│ {' ' * before}{'^' * under}", "red", keep=True)

    def _say(self, text: str, style: str, *, keep: bool = False) -> None:
        """Print a text; `keep`: on one line, however narrow the terminal."""
        from rich.text import Text

        self._console.print(Text(obeyed_by_none(text), style), soft_wrap=keep)


class _Lines:
    """The lines of a file of a report."""

    def __init__(self, file: str) -> None:
        self._file = Path(file)

    @cached_property
    def lines(self) -> list[str]:
        """As they stand there; none where it is no file that may be read."""
        from exporter.inputs.opened import InputError, Inputs

        try:
            content = Inputs.of(self._file.parent).read(self._file)
        except (InputError, OSError):
            return []
        return content.decode("utf-8-sig", errors="replace").split("\n")


def marked(line: str, column: int) -> tuple[str, int, int]:
    """A line as it is shown, and from where to where it is marked.

    Args:
        line: Of a YAML file.
        column: From 1, where a parser knows it; else 0.
    """
    line = line.rstrip("\r").replace("\t", " ")
    if column:
        start = min(column - 1, len(line))
        return line, start, start + 1
    beginning = _BEGINNING.match(line)
    start = beginning.end() if beginning else 0
    if beginning and beginning["key"]:
        return line, beginning.start("key"), start
    return line, start, max(len(_COMMENT.sub("", line)), start)


def _within(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """The part of a long line around what is marked, and where the mark is in it."""
    from rich.cells import cell_len, set_cell_size

    if cell_len(line[:end]) > width and start > width // 4:
        cut = start - width // 4
        line, start, end = f"…{line[cut:]}", start - cut + 1, end - cut + 1
    if cell_len(line) > width:
        line = set_cell_size(line, max(width - 1, 1)).rstrip() + "…"
    return line, start, min(end, len(line))
