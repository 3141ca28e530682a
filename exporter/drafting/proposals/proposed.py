"""A source of a report, drafted by a program of the user's: asked, judged, as it is written."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from exporter.drafting.ids import slug
from exporter.drafting.model import NEW, Setting
from exporter.drafting.proposals.judged_proposals import Judged, Outcome, ProposalJudge
from exporter.drafting.proposals.programs import ask
from exporter.drafting.written.as_table import Table, demand_no_views
from exporter.drafting.written.scalars import scalar
from exporter.facts.table import FIELDS

_FIRST = ("id", "entity", "metric", "value", "unit", "qualifier", "period", "status")
_LAST = ("source", "quote", "quote_en", "quote_zh", "review")


class Proposed(NamedTuple):
    """What a program proposed of a source, each proposal with what became of it."""

    setting: Setting
    judged: tuple[Judged, ...]

    def count(self, outcome: Outcome) -> int:
        """How many had this outcome."""
        return sum(one.outcome is outcome for one in self.judged)

    def told(self) -> Iterator[str]:
        """A line for each proposal that was repaired or refused."""
        for one in self.judged:
            line = f"line {one.proposal.line}: {one.outcome}"
            if one.outcome is Outcome.REPAIRED:
                yield f"{line}: {one.told!r} is {one.fields['quote']!r} in the source"
            elif one.outcome is Outcome.REFUSED:
                yield f"{line}: {one.told}"


def propose(
    setting: Setting, command: str, clauses: Sequence[int] | None, taken: Collection[str]
) -> Proposed:
    """Have a program propose facts and views of a source, and judge them.

    Args:
        setting: With the source.
        command: The program, as a shell takes it.
        clauses: Which of the source's it is given; all where None.
        taken: Ids of the report's facts and views.

    Raises:
        SetupError: The program cannot be run, or fails.
    """
    judged = ProposalJudge(setting).on(ask(command, setting, clauses))
    return Proposed(setting, tuple(_with_ids(judged, set(taken))))


def as_yaml(proposed: Proposed) -> str:
    """What was not refused, as a facts file; views stand beside the facts where there are any."""
    kept = [one for one in proposed.judged if one.outcome is not Outcome.REFUSED]
    facts = [line for one in kept if one.proposal.kind == "fact" for line in _lines(one)]
    views = [line for one in kept if one.proposal.kind == "view" for line in _lines(one)]
    if not views:
        return "\n".join(facts) + "\n" if facts else "[]\n"
    lines = ["facts:" if facts else "facts: []", *facts, "views:", *views]
    return "\n".join(lines) + "\n"


def as_table(proposed: Proposed) -> Table:
    """The same as a table.

    Raises:
        UsageError: There are views among them.
    """
    kept = [one for one in proposed.judged if one.outcome is not Outcome.REFUSED]
    demand_no_views(sum(one.proposal.kind == "view" for one in kept))
    rows = [dict(_cells(one)) for one in kept]
    columns = {name for row in rows for name in row} or {"id"}
    return Table(sorted(columns, key=_place), rows)


def _place(column: str) -> tuple[int, str]:
    """Where a column stands: in the order of the fields of a fact."""
    field = column.partition(".")[0]
    return (FIELDS.index(field) if field in FIELDS else len(FIELDS)), column


def _cells(one: Judged) -> Iterator[tuple[str, str]]:
    for name in _names(one):
        value = one.fields[name]
        parts = value.items() if isinstance(value, Mapping) else [("", value)]
        for part, said in parts:
            told = "|".join(map(str, said)) if isinstance(said, list) else str(said)
            yield f"{name}.{part}" if part else name, told


def _with_ids(judged: Iterator[Judged], taken: set[str]) -> Iterator[Judged]:
    """The proposals, each with an id of its own; one that it was given is kept where it is free."""
    for one in judged:
        if one.outcome is Outcome.REFUSED:
            yield one
            continue
        given = one.proposal.fields.get("id")
        base = str(given) if given else _base(one.fields)
        id_ = base
        number = 2
        while id_ in taken:
            id_, number = f"{base}-{number}", number + 1
        taken.add(id_)
        yield one._replace(fields={**one.fields, "id": id_, "review": _review(one)})


def _base(fields: Mapping[str, Any]) -> str:
    """An id made of a fact's entity and metric, or a view's broker and subject."""
    said = (fields.get(name) for name in ("entity", "metric", "broker", "subject"))
    words = (part.get("en", "") if isinstance(part, Mapping) else str(part or "") for part in said)
    return "-".join(filter(None, map(slug, words))) or "proposal"


def _review(one: Judged) -> str:
    if one.outcome is Outcome.REPAIRED:
        return f"the quote was given as {one.told!r}"
    return str(one.proposal.fields.get("review") or NEW)


def _names(one: Judged) -> Iterator[str]:
    """The fields of a proposal that say something, in the order in which they are written."""
    middle = [name for name in one.fields if name not in {*_FIRST, *_LAST}]
    return (name for name in (*_FIRST, *middle, *_LAST) if one.fields.get(name) is not None)


def _lines(one: Judged) -> Iterator[str]:
    for at, name in enumerate(_names(one)):
        yield f"{'  ' if at else '- '}{name}: {_written(one.fields[name])}"


def _written(value: Any, *, in_braces: bool = False) -> str:
    if isinstance(value, Mapping):
        parts = (f"{key}: {_written(part, in_braces=True)}" for key, part in value.items())
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, list):
        return f"[{', '.join(_written(part, in_braces=True) for part in value)}]"
    if isinstance(value, str):
        return scalar(value, in_braces=in_braces)
    return str(value).lower() if isinstance(value, bool) else str(value)
