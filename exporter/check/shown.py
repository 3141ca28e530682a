"""What `check` and `build` return, as a notebook shows it: a small table, the first problems."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from exporter.errors import Problem

if TYPE_CHECKING:
    from exporter.check.checked import CheckedReport

_MOST_SHOWN = 10  # problems; `.problems` has all


def rows_of(checked: "CheckedReport") -> dict[str, str]:
    """What the check found, in a few words each."""
    evidence = checked.evidence
    quotes, figures = map(_states, evidence.further_states().values())
    is_further = any(evidence.further_states().values())
    return {
        "facts": f"{evidence.facts.num_rows:,}",
        "views": f"{len(checked.views):,}",
        "quotes": _states(evidence.quote_states()),
        "figures and dates": _states(evidence.figure_states()),
        **({"further sources": f"quotes {quotes}; figures {figures}"} if is_further else {}),
        "doubts": f"{len(checked.doubts):,}",
        "problems": f"{len(checked.problems):,}",
    }


def as_html(title: str, rows: Mapping[str, str], told: Sequence[Problem], kind: str) -> str:
    """A table with a row for each, and below it the first of what is told.

    Args:
        title: Above the table.
        rows: What is counted, and how many there are.
        told: Problems or doubts.
        kind: Which of the two, for who reads them.
    """
    cells = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows.items()
    )
    listed = "".join(f"<li>{kind}: {escape(str(one))}</li>" for one in told[:_MOST_SHOWN])
    if more := len(told[_MOST_SHOWN:]):
        listed += f"<li>{more:,} more</li>"
    below = f"<ul>{listed}</ul>" if listed else ""
    return f"<table><caption>{escape(title)}</caption>{cells}</table>{below}"


def _states(states: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {state}" for state, count in states.items() if count) or "none"
