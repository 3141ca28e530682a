"""A batch of facts on its way through the check."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from exporter.evidence.distinct import Key, distinct_claims
from exporter.evidence.judge import Verdict
from exporter.facts.table import FACTS

if TYPE_CHECKING:
    from exporter.evidence.workers import Task

# FACTS, and what the check says; where a quote stands is in characters of the text at hand, or -1.
CHECKED = pa.schema(
    [
        *FACTS,
        ("quote_state", pa.string()),
        ("figure_state", pa.string()),
        ("quote_start", pa.int64()),
        ("quote_end", pa.int64()),
    ]
)


def _is_at_fault(verdict: Verdict) -> bool:
    return bool(verdict.quote.wrong or verdict.figure.wrong)


class Batch:
    """Facts, the distinct claims that they make, and what is known of these.

    Attributes:
        keys: The distinct claims.
        verdicts: Those on claims that are judged.
        tasks: What judges the other claims, in the order in which it was begun.
    """

    def __init__(self, facts: pa.Table) -> None:
        """Facts by the schema FACTS."""
        self.keys, self._key_of_row = distinct_claims(facts)
        self.verdicts: dict[Key, Verdict] = {}
        self.tasks: dict[Task, None] = {}
        self._facts = facts

    def checked(self) -> pa.Table:
        """The facts by the schema CHECKED, when all claims are judged."""
        verdicts = [self.verdicts[key] for key in self.keys]
        columns = (
            [verdict.quote.state for verdict in verdicts],
            [verdict.figure.state for verdict in verdicts],
            [verdict.quote.start for verdict in verdicts],
            [verdict.quote.end for verdict in verdicts],
        )
        rows, table = pa.array(self._key_of_row), self._facts.select(FACTS.names)
        for name, values in zip(CHECKED.names[len(FACTS) :], columns, strict=True):
            column = pa.array(values, CHECKED.field(name).type)
            table = table.append_column(CHECKED.field(name), column.take(rows))
        return table.cast(CHECKED)

    def rows_at_fault(self, fault: Callable[[Verdict], bool] = _is_at_fault) -> list[int]:
        """The rows whose verdicts have a fault, in order."""
        faulty = np.array([fault(self.verdicts[key]) for key in self.keys], bool)
        rows: list[int] = np.flatnonzero(faulty[self._key_of_row]).tolist()
        return rows if faulty.any() else []

    def verdict(self, row: int) -> tuple[Key, Verdict]:
        """What a row claims, and the verdict on it."""
        key = self.keys[self._key_of_row[row]]
        return key, self.verdicts[key]

    def place(self, row: int) -> tuple[str, int, str]:
        """File, line and id of a row."""
        file, line, id_ = (self._facts[name][row].as_py() for name in ("file", "line", "id"))
        return file, line, id_
