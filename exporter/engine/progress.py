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
