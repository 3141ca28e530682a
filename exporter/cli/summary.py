"""What the commands say of a checked report, for people and for machines."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from exporter.errors import ContentError, Problem
from exporter.limits import shown_bytes

if TYPE_CHECKING:
    from exporter.check import CheckedReport
    from exporter.check.built import BuiltReport
    from exporter.verify import Verification

_MOST_LEFT_OUT = 20  # clauses; --format json has all
_LONGEST_CLAUSE = 160  # characters


def told_doubts(checked: "CheckedReport") -> Iterator[str]:
    """A line a doubt, apart from problems by its first words."""
    for doubt in checked.doubts:
        kind = "not proved" if doubt in checked.evidence.problems else "in doubt"
        yield f"{kind}: {doubt}"


def summary(checked: "CheckedReport") -> Iterator[str]:
    """What the check found: how many facts and views, what is accepted, and what is left out."""
    yield from _counts(checked)
    yield from _accepted(checked)
    yield from _left_out(checked)
    yield from _rest(checked)


def brief(checked: "CheckedReport") -> Iterator[str]:
    """The same in numbers alone, for who has built the report."""
    yield from _counts(checked)
    if checked.evidence.left_out:
        yield _clauses(checked)
    yield from _rest(checked)


def _counts(checked: "CheckedReport") -> Iterator[str]:
    evidence = checked.evidence
    facts, views = evidence.facts.num_rows, len(checked.views)
    besides = f", {evidence.refused:,} more not whole" if evidence.refused else ""
    yield f"{checked.folder}: {counted(facts, 'fact')}{besides}, {counted(views, 'view')}"
    yield f"quotes: {_states(evidence.quote_states())}"
    yield f"figures and dates: {_states(evidence.figure_states())}"
    quotes, figures = evidence.further_states().values()
    if quotes:
        yield f"further sources: quotes {_states(quotes)}; figures {_states(figures)}"


def _accepted(checked: "CheckedReport") -> Iterator[str]:
    accepted = list(checked.accepted())
    for one in accepted:
        yield f"  accepted: {one}"
    if more := checked.evidence.figure_states()["accepted"] - len(accepted):
        yield f"  accepted: {more:,} more, each with its reason in the workbook"


def _left_out(checked: "CheckedReport") -> Iterator[str]:
    evidence = checked.evidence
    if evidence.clauses_with_figures:
        yield _clauses(checked)
    for clause in evidence.left_out[:_MOST_LEFT_OUT]:
        text = clause.text and f": {_shortened(clause.text)}"
        yield f"  left out: {clause.source}, clause {clause.clause}{text}"
    if more := len(evidence.left_out[_MOST_LEFT_OUT:]):
        yield f"  left out: {more:,} more; proposed as facts by: {_drafting(checked)}"


def _clauses(checked: "CheckedReport") -> str:
    evidence = checked.evidence
    every, left_out = evidence.clauses_with_figures, len(evidence.left_out)
    return (
        f"figures in the sources: {counted(every, 'clause')} "
        f"{'states' if every == 1 else 'state'} one, "
        f"{every - left_out} quoted, {left_out or 'none'} left out"
    )


def _rest(checked: "CheckedReport") -> Iterator[str]:
    if checked.carried:
        yield f"carried over from an earlier edition, not touched since: {checked.carried:,}"
    if (changes := checked.changes) is not None:
        from exporter.report.changes.sentences import told_counts

        yield f"since {changes.old}: {told_counts(changes, 'en')}"
    if checked.doubts:
        yield f"doubts: {len(checked.doubts)}"
    yield f"problems: {len(checked.problems) or 'none'}"


def told_files(paths: Sequence[Path]) -> str:
    """What was written, in a line: `wrote 9 files, 1.2 MB, to output/desk: views.{en,zh}.pdf, …`.

    Args:
        paths: In one folder.
    """
    groups: dict[str, list[str]] = {}
    for path in paths:
        stem, _, lang = path.stem.rpartition(".")
        name, langs = (f"{stem}.{{}}{path.suffix}", [lang]) if stem else (path.name, [])
        groups.setdefault(name, []).extend(langs)
    names = [
        name.format(langs[0] if len(langs) == 1 else f"{{{','.join(langs)}}}") if langs else name
        for name, langs in groups.items()
    ]
    size = shown_bytes(sum(path.stat().st_size for path in paths))
    count = counted(len(paths), "file")
    return f"wrote {count}, {size}, to {paths[0].parent}: {', '.join(names)}"


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
        "also_in": evidence.further_states(),
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


def build_findings(built: "BuiltReport") -> dict[str, Any]:
    """What was checked and what was written, as `build --format json` tells it."""
    kept = built.checked.not_kept
    return {
        **findings(built.checked),
        "output": str(built.paths[0].parent),
        "files": [{"file": path.name, "bytes": path.stat().st_size} for path in built.paths],
        "not_kept": kept and {"wrong": kept.wrong, "right": kept.right},
    }


def problems_found(report: Path, error: ContentError) -> dict[str, Any]:
    """Why nothing was written, in the same form."""
    problems = [problem_as_json(problem) for problem in error.problems]
    return {"report": str(report), "problems": problems, "files": []}


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
