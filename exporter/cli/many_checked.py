"""`exporter check` of a report for many: each value by itself, told as one."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from exporter.cli.blocks import tell_problems
from exporter.cli.summary import counted, findings, problem_as_json
from exporter.cli.terminal import Format, complain, shown_progress
from exporter.errors import ContentError, Problem

if TYPE_CHECKING:
    from exporter.check import CheckedReport

_COUNTS = ("facts", "views", "carried")
_STATES = ("quotes", "figures", "review")


def check_each(report: Path, format_: Format, allow: Sequence[str]) -> None:
    """Check a report for many, and tell what is found; a problem of many values is told once.

    Raises:
        Exit: With 1 where there is a problem.
    """
    from exporter.check import check
    from exporter.check.parted import part_report

    with shown_progress() as progress:
        parted = part_report(report, allow)
        if parted is None:  # report.yaml is not whole
            found = _Found(report, (), ())
            found.take("", check(report, allow=allow))
        else:
            found = _Found(report, parted.problems, parted.doubts)
            for done, part in enumerate(parted.parts):
                progress("checking values", done, len(parted.parts))
                found.take(part.value.name.en, check(report, allow=allow, part=part))
    if format_ is Format.JSON:
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        tell_problems(found.problems, sys.stdout)
        for line in found.told():
            typer.echo(line)
    if found.remedy:
        complain(found.remedy)
    if found.problems:
        raise typer.Exit(ContentError.exit_status)


class _Found:
    """What is found of the values, one after another.

    Attributes:
        problems: Each once.
        remedy: What to paste so that the report may reach what it names.
    """

    def __init__(
        self, report: Path, problems: Sequence[Problem], doubts: Sequence[Problem]
    ) -> None:
        self._report = report
        self.problems, self._doubts = dict.fromkeys(problems), dict.fromkeys(doubts)
        self.remedy = ""
        self._values: list[str] = []
        self._sums: Counter[str] = Counter()
        self._states: dict[str, Counter[str]] = {name: Counter() for name in _STATES}
        self._accepted: list[Any] = []
        self._worth: dict[str, int] = {}
        self._left_out: dict[tuple[str, int], dict[str, Any]] = {}
        self._quoted: set[tuple[str, int]] = set()

    def take(self, value: str, checked: "CheckedReport") -> None:
        """What was found of one value."""
        found = findings(checked)
        self._values += [value] if value else []
        self.problems |= dict.fromkeys(checked.problems)
        self._doubts |= dict.fromkeys(checked.doubts)
        self.remedy = self.remedy or checked.remedy
        for name in _COUNTS:
            self._sums[name] += found[name]
        for name in _STATES:
            self._states[name].update(found[name])
        self._accepted += found["accepted"]
        self._take_sources(checked, found["left_out"])

    def _take_sources(self, checked: "CheckedReport", left_out: Sequence[dict[str, Any]]) -> None:
        """A clause is left out where no value that cites its source quotes it."""
        here = {(clause["source"], clause["clause"]): clause for clause in left_out}
        for id_, source in checked.sources.items():
            record = source.record
            clauses = [at for at in record.figures if at not in record.set_aside]
            self._worth[id_] = len(clauses)
            self._quoted.update((id_, at) for at in clauses if (id_, at) not in here)
        self._left_out |= here

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` tells it of any report, and for which values it is."""
        left_out = [clause for key, clause in self._left_out.items() if key not in self._quoted]
        return {
            "report": str(self._report),
            "values": self._values,
            "facts": self._sums["facts"],
            "views": self._sums["views"],
            "quotes": dict(self._states["quotes"]),
            "figures": dict(self._states["figures"]),
            "clauses_with_figures": sum(self._worth.values()),
            "left_out": left_out,
            "carried": self._sums["carried"],
            "review": dict(self._states["review"]),
            "problems": [problem_as_json(problem) for problem in self.problems],
            "doubts": [problem_as_json(problem) for problem in self._doubts],
            "accepted": self._accepted,
        }

    def told(self) -> Iterator[str]:
        """For people: doubts, then counts."""
        for doubt in self._doubts:
            yield f"in doubt: {doubt}"
        facts, views = counted(self._sums["facts"], "fact"), counted(self._sums["views"], "view")
        yield f"{self._report}: {counted(len(self._values), 'value')}, {facts}, {views}"
        yield f"quotes: {_told(self._states['quotes'])}"
        yield f"figures and dates: {_told(self._states['figures'])}"
        if self._doubts:
            yield f"doubts: {len(self._doubts)}"
        yield f"problems: {len(self.problems) or 'none'}"


def _told(states: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {state}" for state, count in states.items() if count) or "none"
