"""The tables of a long source drafted by a process of its own, while this one reads the prose.

Nothing is loaded here: each process loads what it needs, both at once.
"""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from exporter.drafting.order import DraftOrder
from exporter.engine.call_beside import called_beside, is_worth_it

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from exporter.drafting.model import Draft

_WORTH_IT = 250_000  # bytes of text, which take as long to draft as a process takes to be ready


@contextmanager
def tables_beside(order: DraftOrder) -> "Iterator[Callable[[], Sequence[Draft]] | None]":
    """Have the tables of a source drafted by another process, where it is long.

    Yields:
        What gives the drafts, or raises what `draft_tables` raises; None where it is not long.
    """
    text = order.report / "sources" / "text" / f"{order.source}.txt"
    if order.prose or not is_worth_it(text, _WORTH_IT):
        yield None
    else:
        with called_beside(_draft_there, order) as tables:
            yield tables


def _draft_there(order: DraftOrder) -> "list[Draft]":
    from exporter.engine.pandas_left_out import leave_pandas_out

    leave_pandas_out()
    from exporter.drafting.report_drafts import draft_tables

    return draft_tables(order)
