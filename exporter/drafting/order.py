"""What is to be drafted."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Pages(NamedTuple):
    """Pages of a source, from 1, both of them among these."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """What is to be drafted.

    Attributes:
        report: The report's folder.
        source: Id of a recorded source.
        pages: Of it; all where None.
        prose: Whether its tables are passed over.
        only_left_out: Whether only clauses are drafted from that no fact or view quotes.
        allow: What the report may reach outside its folder.
    """

    report: Path
    source: str
    pages: Pages | None = None
    prose: bool = False
    only_left_out: bool = False
    allow: tuple[str, ...] = ()
