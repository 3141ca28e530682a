"""Known figures by value and by the terms of their metrics, so that few are looked at closely."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from exporter.editions.trace.agreement import KnownWords
from exporter.editions.trace.asked import Asked
from exporter.editions.trace.fits import factors
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
        low, high = max(abs(number.value) - step, Fraction(0)), abs(number.value) + step
        asked_of = {
            factor
            for words in self._by_unit.values()
            for factor, _ in factors(number, words.known, asked)
        }
        found: set[int] = set()
        for factor in asked_of:
            first = bisect_left(self._values, float(low * factor) / _SLACK)
            last = bisect_right(self._values, float(high * factor) * _SLACK)
            found.update(self._places[first:last])
        yield from (self._known[at] for at in sorted(found))

    def _of_metric(self, terms: frozenset[str], entities: frozenset[str]) -> tuple[KnownWords, ...]:
        """The figures, of some entities or of all, all terms of whose metric are among these."""
        counts = Counter(place for term in terms for place in self._by_term.get(term, ()))
        whole = {at for (at, lang), count in counts.items() if count == self._sizes[at, lang]}
        found = (self._known[at] for at in sorted(whole))
        return tuple(one for one in found if not entities or one.known.entity in entities)


def _middle(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
