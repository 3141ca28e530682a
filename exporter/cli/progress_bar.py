"""Progress on a terminal: what is being done, how far it is, at what rate, for how long yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.text import Text

from exporter.engine.progress import Progress as Tell
from exporter.engine.progress import duration, rate

_FEW = 20_000  # rows that are done before a bar could be read


class _Rate(ProgressColumn):
    """Rows done, rows a second, and the time left where the total is known."""

    def render(self, task: Task) -> Text:
        if task.completed < _FEW:
            return Text("")
        parts = [f"{task.completed:,.0f} facts"]
        if task.speed:
            parts.append(f"{task.speed:,.0f}/s")
        if task.time_remaining is not None:
            parts.append(f"{task.time_remaining:.0f} s left")
        return Text(", ".join(parts), style="progress.data.speed")


@contextmanager
def progress_bar() -> Iterator[Tell]:
    """A line at the foot of the terminal that goes when the work is done."""
    columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(30), _Rate()
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None)
        doing = ""

        def tell(what: str, done: int = 0, total: int = 0) -> None:
            nonlocal doing
            if what != doing:
                shown.reset(task, description=what, total=total or None)
                doing = what
            shown.update(task, completed=done, total=total or None)

        yield tell


class TellBatch(Protocol):
    """Told what a batch does: how many sets are done, of how many, and how many of them failed."""

    def __call__(self, what: str, done: int = 0, total: int = 0, failed: int = 0) -> None:
        """Take note."""


class _BatchRate(ProgressColumn):
    """Sets done of all, at what rate, how many failed, and the time left."""

    def render(self, task: Task) -> Text:
        if task.total is None:
            return Text("")
        parts = [f"{task.completed:,.0f} of {task.total:,.0f}"]
        if task.speed:
            parts.append(rate(task.speed))
        if failed := task.fields.get("failed"):
            parts.append(f"{failed:,} failed")
        if task.time_remaining is not None:
            parts.append(f"{duration(task.time_remaining)} left")
        return Text(", ".join(parts), style="progress.data.speed")


@contextmanager
def batch_bar() -> Iterator[TellBatch]:
    """The same for a batch."""
    columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(30), _BatchRate()
    shown = Progress(
        *columns, console=Console(stderr=True), transient=True, speed_estimate_period=60
    )
    with shown:
        task = shown.add_task("", total=None, failed=0)

        def tell(what: str, done: int = 0, total: int = 0, failed: int = 0) -> None:
            shown.update(task, description=what, completed=done, total=total or None, failed=failed)

        yield tell
