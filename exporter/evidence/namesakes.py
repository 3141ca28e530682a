"""The names of a report's entities and brokers, and where a text says them."""

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_MOST_ENTITIES = 1_000  # beyond, looking for each in each text takes longer than all else


@dataclass(frozen=True, eq=False)
class Namesakes:
    """The names of a report's entities and brokers in both languages; hashed as the object it is.

    Attributes:
        names: Of each its names.
    """

    names: tuple[tuple[str, ...], ...] = ()

    def __reduce__(self) -> tuple[type["Namesakes"], tuple[tuple[tuple[str, ...], ...]]]:
        """What is found by the names does not travel with them."""
        return Namesakes, (self.names,)

    @cached_property
    def _entities(self) -> Mapping[str, int]:
        if len(self.names) > _MOST_ENTITIES:
            return {}
        return {name.lower(): at for at, names in enumerate(self.names) for name in names if name}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        longest_first = sorted(self._entities, key=len, reverse=True)
        words = "|".join(
            rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" if name.isascii() else re.escape(name)
            for name in longest_first
        )
        return re.compile(words) if words else None

    def found(self, text: str) -> Iterator[tuple[int, Hashable]]:
        """Where a text names entities, and which."""
        if self._pattern:
            for found in self._pattern.finditer(text.lower()):
                yield found.start(), self._entities[found[0]]


NO_NAMESAKES = Namesakes()
