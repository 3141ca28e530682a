"""A long source drafted by two processes: the other one its tables, then the last of its sentences.

Nothing is loaded here: each process loads what it needs, both at once.
"""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from exporter.drafting.order import DraftOrder
from exporter.engine.call_beside import CalledBeside, called_beside, is_worth_it

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from exporter.drafting.drafter import Drafter
    from exporter.drafting.model import Draft

_WORTH_IT = 250_000  # bytes of text, which take as long to draft as a process takes to be ready
_SENTENCES = 40  # of a part: a fraction of a second, for which one may wait for the other at last


class DraftedBeside:
    """The other process, as `drafts.Beside` has it."""

    def __init__(self, other: CalledBeside) -> None:
        """One that was asked for the tables."""
        self._other = other

    def tables(self) -> "Sequence[Draft]":
        """The drafts of the tables; raises what `drafter_of` raises."""
        drafts: list[Draft] = self._other()
        return drafts

    def facts(self, count: int, here: "Callable[[range], list[Draft]]") -> "list[Draft]":
        """The drafts of so many sentences, in order: some by `here`, and some by that process."""
        starts = range(0, count, _SENTENCES)
        parts = [range(start, min(start + _SENTENCES, count)) for start in starts]
        return [
            draft for drafts in self._other.share(parts, here, _facts_there) for draft in drafts
        ]


@contextmanager
def drafted_beside(order: DraftOrder) -> "Iterator[DraftedBeside | None]":
    """Have a part of a source drafted by another process, where it is long; else None."""
    text = order.report / "sources" / "text" / f"{order.source}.txt"
    if order.prose or not is_worth_it(text, _WORTH_IT):
        yield None
    else:
        with called_beside(_tables_there, order) as other:
            yield DraftedBeside(other)


_drafters: "list[Drafter]" = []  # of the other process


def _tables_there(order: DraftOrder) -> "list[Draft]":
    from exporter.engine.pandas_left_out import leave_pandas_out

    leave_pandas_out()
    from exporter.drafting.report_drafts import drafter_of

    _drafters[:] = [drafter_of(order)]
    return _drafters[0].tables()


def _facts_there(part: range) -> "list[Draft]":
    return _drafters[0].facts(part)
