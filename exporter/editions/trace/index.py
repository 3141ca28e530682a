"""Known figures by value and by the terms of their metrics, so that few are looked at closely."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from exporter.editions.trace.agreement import KnownWords
from exporter.editions.trace.asked import Asked
from exporter.editions.trace.fits import MOST_SHARE, factors
from exporter.editions.trace.model import HardCoded

_SLACK = 1 + 1e-9  # of binary floats, by which alone values are found


class Index:
    """Known figures, to be found."""

    def __init__(self, known: Sequence[KnownWords]) -> None:
        """All that there are."""
        self._known = known
        values = sorted(
            (float(abs(value)), at)
            for at, words in enumerate(known)
            for value in (*words.known.values, _middle(words.known.values))
        )
        self._values, self._places = [value for value, _ in values], [at for _, at in values]
        self._by_unit = {(one.known.unit.dimension, one.known.unit.scale): one for one in known}
        self._of_alike: dict[tuple[object, ...], tuple[float, ...]] = {}
        self._by_term: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._sizes: dict[tuple[int, int], int] = {}
        for at, words in enumerate(known):
            for lang, metric in enumerate(words.metrics):
                self._sizes[at, lang] = len(metric)
                for term in metric:
                    self._by_term[term].append((at, lang))
        self.of_metric = lru_cache(maxsize=20_000)(self._of_metric)

    def of_value(self, number: HardCoded, asked: Asked) -> Iterator[KnownWords]:
        """The figures that a number may be by its value, in some magnitude."""
        step = Fraction(1, 2 * 10**number.decimals)
        size = abs(number.value)
        low, high = float(max(size - step, Fraction(0))), float(size + step)
        found: set[int] = set()
        for factor in self._factors(number, asked):
            first = bisect_left(self._values, low * factor / _SLACK)
            last = bisect_right(self._values, high * factor * _SLACK)
            found.update(self._places[first:last])
        yield from (self._known[at] for at in sorted(found))

    def _factors(self, number: HardCoded, asked: Asked) -> tuple[float, ...]:
        """By what a number may have to be multiplied; the same for all that are written alike."""
        alike = number.power, abs(number.value) <= MOST_SHARE, asked.unit
        if alike not in self._of_alike:
            found = {
                factor
                for words in self._by_unit.values()
                for factor, _ in factors(number, words.known, asked)
            }
            self._of_alike[alike] = tuple(map(float, found))
        return self._of_alike[alike]

    def _of_metric(self, terms: frozenset[str], entities: frozenset[str]) -> tuple[KnownWords, ...]:
        """The figures, of some entities or of all, all terms of whose metric are among these."""
        counts = Counter(place for term in terms for place in self._by_term.get(term, ()))
        whole = {at for (at, lang), count in counts.items() if count == self._sizes[at, lang]}
        found = (self._known[at] for at in sorted(whole))
        return tuple(one for one in found if not entities or one.known.entity in entities)


def _middle(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
