"""What the commands say of a checked report, for people and for machines."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from exporter.errors import Problem

if TYPE_CHECKING:
    from exporter.check import CheckedReport
    from exporter.verify import Verification

_MOST_LEFT_OUT = 20  # clauses; --format json has all
_LONGEST_CLAUSE = 160  # characters


def told_doubts(checked: "CheckedReport") -> Iterator[str]:
    """A line a doubt, apart from problems by its first words."""
    for doubt in checked.doubts:
        kind = "not proved" if doubt in checked.evidence.problems else "in doubt"
        yield f"{kind}: {doubt}"


def summary(checked: "CheckedReport") -> Iterator[str]:
    """A few lines: how many facts and views, and what the check found of them."""
    evidence = checked.evidence
    quotes, figures = evidence.quote_states(), evidence.figure_states()
    facts, views = evidence.facts.num_rows, len(checked.views)
    yield f"{checked.folder}: {counted(facts, 'fact')}, {counted(views, 'view')}"
    yield f"quotes: {_states(quotes)}"
    yield f"figures and dates: {_states(figures)}"
    accepted = list(checked.accepted())
    for one in accepted:
        yield f"  accepted: {one}"
    if more := figures["accepted"] - len(accepted):
        yield f"  accepted: {more:,} more, each with its reason in the workbook"
    if evidence.clauses_with_figures:
        quoted = evidence.clauses_with_figures - len(evidence.left_out)
        yield (
            f"figures in the sources: {counted(evidence.clauses_with_figures, 'clause')} "
            f"{'states' if evidence.clauses_with_figures == 1 else 'state'} one, "
            f"{quoted} quoted, {len(evidence.left_out) or 'none'} left out"
        )
    for clause in evidence.left_out[:_MOST_LEFT_OUT]:
        text = clause.text and f": {_shortened(clause.text)}"
        yield f"  left out: {clause.source}, clause {clause.clause}{text}"
    if more := len(evidence.left_out[_MOST_LEFT_OUT:]):
        yield f"  left out: {more:,} more; proposed as facts by: {_drafting(checked)}"
    if checked.carried:
        yield f"carried over from an earlier edition, not touched since: {checked.carried:,}"
    if (changes := checked.changes) is not None:
        from exporter.report.changes.sentences import told_counts

        yield f"since {changes.old}: {told_counts(changes, 'en')}"
    if checked.doubts:
        yield f"doubts: {len(checked.doubts)}"
    yield f"problems: {len(checked.problems) or 'none'}"


def _shortened(text: str) -> str:
    """The words of a clause on one line, as many as people read."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_CLAUSE else f"{line[: _LONGEST_CLAUSE - 1]}…"


def _drafting(checked: "CheckedReport") -> str:
    """The command that drafts facts of what is left out of the first source."""
    source = checked.evidence.left_out[0].source
    return f"exporter draft {quote(str(checked.folder))} {source} --only-left-out"


def verification(found: "Verification") -> Iterator[str]:
    """A line for each difference, for what is left open, and for each doubt."""
    yield from found.told()
    for problem in found.unproved:
        yield f"not proved: {problem}"
    for problem in found.doubts:
        yield f"in doubt: {problem}"
    if found.by_values:
        yield f"{', '.join(found.by_values)}: compared by values, units, texts and links alone"
    for signature in found.signers:
        when = f" on {signature.signed:%Y-%m-%d}" if signature.signed else ""
        yield f"{Path(signature.file).name}: signed by {signature.signer}{when}, {signature.trust}"


def counted(count: int, noun: str) -> str:
    """A number of things: `1 fact`, `1,200 facts`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _states(states: dict[str, int]) -> str:
    first, *rest = states
    return ", ".join(
        f"{states[state]} {state}" for state in (first, *(s for s in rest if states[s]))
    )


def findings(checked: "CheckedReport") -> dict[str, Any]:
    """All that the check found, as `check --format json` tells it."""
    evidence = checked.evidence
    return {
        "report": str(checked.folder),
        "facts": evidence.facts.num_rows,
        "views": len(checked.views),
        "quotes": evidence.quote_states(),
        "figures": evidence.figure_states(),
        "clauses_with_figures": evidence.clauses_with_figures,
        "left_out": [
            {"source": clause.source, "clause": clause.clause, "text": clause.text}
            for clause in evidence.left_out
        ],
        "carried": checked.carried,
        "review": checked.to_review.counts(),
        "problems": [problem_as_json(problem) for problem in checked.problems],
        "doubts": [problem_as_json(problem) for problem in checked.doubts],
        "accepted": [
            {
                "file": file,
                "line": line,
                "fact": subject,
                "reason": reason.en,
                "reason_zh": reason.zh,
            }
            for file, line, subject, reason in checked.accepted()
        ],
    }


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """A problem as machines are told it."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "fact": problem.subject,
        "wrong": problem.wrong,
        "right": problem.right,
    }
