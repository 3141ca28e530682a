"""Whose something of a report for many is: a view by its subject, a problem by its row."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa

from exporter.errors import Problem, has_lines
from exporter.facts.reading import Reading
from exporter.facts.views import View
from exporter.facts.words import LANGUAGES
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar, read_tree
from exporter.inputs.opened import Inputs
from exporter.report.for_each import Value


class Owners:
    """Which of some values things belong to.

    Attributes:
        of_subject: The values whose facts are about an entity, or that are called so themselves.
    """

    def __init__(self, values: Iterable[Value], rows: pa.Table, reading: Reading) -> None:
        """Values, and all facts: WRITTEN with the column `whose`, the English name of each's."""
        self.of_subject: dict[str, set[str]] = {}
        for value in values:
            for name in value.name:
                self.of_subject.setdefault(name, set()).add(value.name.en)
        pairs = rows.select(["entity", "whose"]).group_by(["entity", "whose"]).aggregate([])
        for entity, owner in zip(
            *(pairs[name].to_pylist() for name in ("entity", "whose")), strict=True
        ):
            if entity is not None and owner is not None:
                self.of_subject.setdefault(entity, set()).add(owner)
        self._rows, self._reading = rows, reading
        self._places: dict[str, tuple[list[int], list[str]]] | None = None
        self._trees: dict[str, tuple[list[int], list[set[str]]]] = {}

    def of_view(self, view: View) -> set[str]:
        """The values whose facts its subject carries; none where no fact is about it."""
        return self._of_names(view.subject.en, view.subject.zh)

    def of_fact_problem(self, problem: Problem) -> str | None:
        """The value whose fact is at fault; None where nobody can tell."""
        place = problem.file, problem.line
        if place in self._reading.of_faulty:
            return self._reading.of_faulty[place] or None
        if not problem.line or (has_lines(problem.file) and not problem.subject):
            return None  # of the file as a whole, or of what facts share
        lines, owners = self._by_file().get(problem.file, ([], []))
        at = bisect_right(lines, problem.line) - 1
        if at < 0 or (not has_lines(problem.file) and lines[at] != problem.line):
            return None
        return owners[at] or None

    def of_view_problem(self, problem: Problem, inputs: Inputs) -> set[str]:
        """The values whose view is at fault; none where nobody can tell."""
        if not problem.line:
            return set()
        if problem.file not in self._trees:
            tree, _ = read_tree(Path(problem.file), problem.file, inputs)
            self._trees[problem.file] = self._subjects(tree)
        lines, owners = self._trees[problem.file]
        at = bisect_right(lines, problem.line) - 1
        return owners[at] if at >= 0 else set()

    def _of_names(self, *names: str) -> set[str]:
        return set().union(*(self.of_subject.get(name, set()) for name in names))

    def _by_file(self) -> Mapping[str, tuple[list[int], list[str]]]:
        """The lines at which facts begin, in each file, and whose each is."""
        if self._places is None:
            self._places = {}
            rows = self._rows.select(["file", "line", "whose"]).to_pylist()
            for row in sorted(rows, key=lambda row: row["line"] or 0):
                lines, owners = self._places.setdefault(row["file"], ([], []))
                lines.append(row["line"] or 0)
                owners.append(row["whose"] or "")
        return self._places

    def _subjects(self, tree: Node | None) -> tuple[list[int], list[set[str]]]:
        """The lines at which views begin, and whose each is, whole or not."""
        if isinstance(tree, MapNode):
            tree = tree.items.get("views")
        views = tree.items if isinstance(tree, ListNode) else ()
        return [view.line for view in views], [self._of_names(*_subject(view)) for view in views]


def _subject(view: Node) -> list[str]:
    said = view.items.get("subject") if isinstance(view, MapNode) else None
    halves = [said] if isinstance(said, Scalar) else []
    if isinstance(said, MapNode):
        halves = [half for lang in LANGUAGES if isinstance(half := said.items.get(lang), Scalar)]
    return [half.text for half in halves]
