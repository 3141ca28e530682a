"""What of a source is left out on purpose: whole clauses, or a figure or a broker's view in one.

Clauses are known by their words, and so is what of them is meant. A short one (`up 12%`) may stand
in a source many times; a quote around it says which is meant.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import not_

from pydantic import Field

from exporter.evidence.clauses import passages
from exporter.facts.models import Line, Model

_FINGERPRINT = re.compile("[0-9a-f]{16}")

Passage = tuple[str, ...]  # fingerprints of clauses that follow one another
Positions = Mapping[str, Sequence[int]]  # of fingerprints in a source


class NotFact(Model):
    """A clause whose figure states nothing worth a fact, and why (a figure of speech).

    Attributes:
        clause: Its fingerprint, or its words; several that follow one another, too.
        only: What of it is meant: the words of a figure, or the name of a broker whose view it
            carries; all of it where it is None.
        quote: Words in which it stands, where it stands elsewhere, too.
    """

    clause: Line
    why: Line
    only: Line | None = Field(default=None, exclude_if=not_)
    quote: Line | None = Field(default=None, exclude_if=not_)

    def places(self, fingerprints: Sequence[str], positions: Positions) -> frozenset[int]:
        """Which clauses of a source are meant, from 0; none where it has not all of the words.

        Args:
            fingerprints: Of the source's clauses, in order.
            positions: Where each of them stands.
        """
        is_mark = _FINGERPRINT.fullmatch(self.clause) is not None
        sought = [(self.clause,)] if is_mark else list(passages(self.clause))
        found = [list(runs_of(passage, fingerprints, positions)) for passage in sought]
        if self.quote is not None:
            around = {
                clause
                for passage in passages(self.quote)
                for run in runs_of(passage, fingerprints, positions)
                for clause in run
            }
            found = [[run for run in runs if around.issuperset(run)] for runs in found]
        if not all(found):
            return frozenset()
        return frozenset(clause for runs in found for run in runs for clause in run)


def runs_of(passage: Passage, fingerprints: Sequence[str], positions: Positions) -> Iterator[range]:
    """Wherever the clauses of a passage stand one after another in a source."""
    for start in positions.get(passage[0], ()):
        if tuple(fingerprints[start : start + len(passage)]) == passage:
            yield range(start, start + len(passage))
