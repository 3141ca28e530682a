"""How long work tells how far it is."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar


class Progress(Protocol):
    """Told what is being done, how many rows are done, and of how many (0 where unknown)."""

    def __call__(self, what: str, done: int = 0, total: int = 0) -> None:
        """Take note."""


def silent(what: str, done: int = 0, total: int = 0) -> None:
    """Take no note."""


T = TypeVar("T")


def watched(
    batches: Iterable[T], rows: Callable[[T], int], tell: Callable[[int], None]
) -> Iterator[T]:
    """The same batches; after each one is done with, `tell` learns of how many rows that makes."""
    done = 0
    for batch in batches:
        yield batch
        done += rows(batch)
        tell(done)


def rate(a_second: float) -> str:
    """How fast sets are done, in the unit that shows it."""
    return f"{a_second:,.1f} a second" if a_second >= 1 else f"{a_second * 60:,.1f} a minute"


def duration(seconds: float) -> str:
    """How long something takes, in two units at most."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes >= 60:
        return f"{minutes // 60:,} h {minutes % 60} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
