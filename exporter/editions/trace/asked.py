"""What the heads of a number ask for: of whom, what, when, in which unit."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from exporter.drafting.names.well_known import WELL_KNOWN_EN, WELL_KNOWN_ZH
from exporter.editions.trace.head_periods import HeadPeriod, joined, read_periods
from exporter.editions.trace.head_units import HeadUnit, read_units, unit_of_heads
from exporter.editions.trace.model import HeadWords
from exporter.editions.trace.terms import foreign_terms, terms_of_all
from exporter.facts.folding import fold, lower

# What margins are of, where a row says no more than margin below the row of the sum.
_MARGINS = {
    "GROSS_PROFIT": "GROSS_MARGIN", "OPERATING_PROFIT": "OPERATING_MARGIN",
    "NET_PROFIT": "NET_MARGIN", "EBITDA": "EBITDA_MARGIN",
}  # fmt: skip
# A loss is asked for by the profit that it is the negative of, and the reverse.
_TURNED = {
    "NET_PROFIT": "NET_LOSS", "NET_LOSS": "NET_PROFIT",
    "OPERATING_PROFIT": "OPERATING_LOSS", "OPERATING_LOSS": "OPERATING_PROFIT",
}  # fmt: skip
_NO_STRANGERS = frozenset({"Target", "United", "Delta", "Visa", "Shell"})  # words, too


@dataclass(frozen=True, slots=True)
class Asked:
    """What heads ask for.

    Attributes:
        entities: English names of those whom the nearest heads name; none where no head does.
        is_of_strangers: Whether the nearest name is of somebody whom the report does not know.
        own: Terms of the number's own row and column, without names, periods and units.
        around: Terms of sections, titles and the row above.
        foreign: Words of sections that no table of terms knows.
        period: When.
        unit: In what; None where no head says.
        brokers: The names of houses that heads name.
    """

    entities: frozenset[str]
    is_of_strangers: bool
    own: frozenset[str]
    around: frozenset[str]
    foreign: frozenset[str]
    period: HeadPeriod
    unit: HeadUnit | None
    brokers: frozenset[str] = frozenset()

    @property
    def terms_wanted(self) -> frozenset[str]:
        """All terms that the metric of what is asked for may have."""
        terms = self.all_terms
        turned = {_TURNED[term] for term in terms if term in _TURNED}
        return terms | turned | ({"RATE"} if self.unit and self.unit.is_share else set())

    @property
    def all_terms(self) -> frozenset[str]:
        """All terms, and the margins that they make together."""
        terms = self.own | self.around
        made = {margin for of, margin in _MARGINS.items() if {"MARGIN", of} <= terms}
        return terms | made


class Names:
    """The names of entities, found in texts."""

    def __init__(self, entities: Mapping[str, Sequence[str]]) -> None:
        """All names of each entity, by its English one."""
        self._by_name = {_plain(name): key for key, names in entities.items() for name in names}
        self._by_name |= _own_parts(entities)
        self._any = _any_of(self._by_name)

    def in_(self, text: str) -> frozenset[str]:
        """The English names of those whom a text names; of two names that overlap the longer."""
        found = self._any.finditer(_plain(text))
        return frozenset(self._by_name[name[0]] for name in found)

    def without(self, text: str) -> str:
        """A text in small letters without these names."""
        return self._any.sub(" ", _plain(text))


class HeadReader:
    """Reads heads, for a report that knows some by name."""

    def __init__(
        self, entities: Mapping[str, Sequence[str]], brokers: Mapping[str, Sequence[str]]
    ) -> None:
        """Whom the report knows.

        Args:
            entities: All names of each, by the English one.
            brokers: Likewise.
        """
        self._names = Names(entities)
        self._brokers = _any_of(_plain(name) for names in brokers.values() for name in names)
        self.read = lru_cache(maxsize=50_000)(self._read)
        # Heads of rows and columns meet in many numbers; each is looked at once.
        self._named = lru_cache(maxsize=50_000)(self._names.in_)
        self._rest = lru_cache(maxsize=50_000)(self._without_names)
        self._brokers_in = lru_cache(maxsize=50_000)(self._named_brokers)
        self.terms_of_metric = lru_cache(maxsize=50_000)(self._terms_of_metric)

    def _read(self, heads: HeadWords) -> Asked:
        sheet = (heads.sheet,)
        own_heads = (*heads.row, *heads.column)
        around_it = (*heads.sections, *heads.titles)
        levels = (own_heads, *((head,) for head in around_it), sheet)
        entities, is_of_strangers = self._entities(levels)
        period = joined([period for head in level for period in read_periods(head).periods]
                        for level in levels)  # fmt: skip
        units = (((heads.format,), True), (levels[0], True), (heads.above, False),
                 (heads.sections, False), (heads.titles, False), (sheet, False))  # fmt: skip
        own = self._terms(levels[0])
        around = self._terms((*heads.sections, *heads.above, *heads.titles, heads.sheet))
        unit = unit_of_heads(units)
        every = (self._brokers_in(head) for level in levels for head in level)
        brokers = frozenset[str]().union(*every)
        foreign = foreign_terms(map(self._rest, heads.sections))
        return Asked(entities, is_of_strangers, own, around, foreign, period, unit, brokers)

    def _entities(self, levels: Iterable[Iterable[str]]) -> tuple[frozenset[str], bool]:
        """Those whom the nearest heads name, and whether these are strangers."""
        for level in levels:
            found = frozenset[str]().union(*map(self._named, level))
            if found:
                return found, False
            if any(map(_names_a_stranger, level)):
                return frozenset(), True
        return frozenset(), False

    def _terms(self, heads: Iterable[str]) -> frozenset[str]:
        return terms_of_all(map(self._rest, heads))

    def _named_brokers(self, head: str) -> frozenset[str]:
        return frozenset(one[0] for one in self._brokers.finditer(_plain(head)))

    def _without_names(self, head: str) -> str:
        """A head without names, periods and units."""
        plain = read_units(read_periods(head).rest).rest
        return self._brokers.sub(" ", self._names.without(plain))

    def _terms_of_metric(self, metric: str) -> frozenset[str]:
        """The terms of a metric, without the names of entities."""
        return terms_of_all([self._names.without(metric)])


_COMPANY = re.compile(
    r"\b[A-Z][\w&.-]* (?:Inc|Corp|Corporation|Co|Ltd|Limited|plc|PLC|AG|SE|SA|NV|LLC|GmbH|Group"
    r"|Holdings?)\b|[\u4e00-\u9fff]{2,}(?:集团|股份|公司)"
)


@lru_cache(maxsize=50_000)
def _names_a_stranger(head: str) -> bool:
    """Whether a head names a company; that it is none of the report's is known by then."""
    if _COMPANY.search(head):
        return True
    known = (head[found.start() : found.end()] for found in WELL_KNOWN_EN.finditer(head)
             if not head[found.end() : found.end() + 1].isalnum())  # fmt: skip
    return any(name not in _NO_STRANGERS for name in known) or bool(WELL_KNOWN_ZH.search(head))


def _plain(text: str) -> str:
    return " ".join(lower(fold(text)).split())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of some names, the longest first; words in English whole."""
    pieces = [
        rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])" if name.isascii() else re.escape(name)
        for name in sorted(set(names), key=len, reverse=True)
        if name
    ]
    return re.compile("|".join(pieces) or r"(?!)")


def _own_parts(entities: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What tells the name of one entity from another's that it begins with: Cloud of Alibaba Cloud.

    Such a word that is a name itself, or that two have, is none.
    """
    plain = {_plain(name): key for key, names in entities.items() for name in names}
    parts: dict[str, set[str]] = {}
    for name, key in plain.items():
        for other, of in plain.items():
            rest = name.removeprefix(other).strip()
            if of != key and rest and rest != name and len(rest) > 1:
                parts.setdefault(rest, set()).add(key)
    return {
        rest: keys.pop() for rest, keys in parts.items() if len(keys) == 1 and rest not in plain
    }
