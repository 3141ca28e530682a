"""What is worked out once for each text, and forgotten when a process has gone on to others.

A report says the same things many times, and the reports of a batch say some of them again. But
each has texts of its own, and a process that kept them all would grow by every set that it builds.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

_T = TypeVar("_T")

_clear: list[Callable[[], None]] = []


def memoized(most: int) -> Callable[[Callable[..., _T]], Callable[..., _T]]:
    """A decorator: `functools.lru_cache` of at most so many results, which `forget` empties."""

    def decorate(function: Callable[..., _T]) -> Callable[..., _T]:
        kept = lru_cache(most)(function)
        _clear.append(kept.cache_clear)
        return kept

    return decorate


def forget() -> None:
    """Empty all that is memoized; what is asked for again is worked out again."""
    for clear in _clear:
        clear()
