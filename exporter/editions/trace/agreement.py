"""How well what heads ask for agrees with what a known figure is: of whom, what, when, in what."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from exporter.editions.trace.asked import Asked, HeadReader
from exporter.editions.trace.head_periods import Agreement, period_agreement
from exporter.editions.trace.head_units import are_of_one_dimension
from exporter.editions.trace.model import Known
from exporter.editions.trace.terms import DECISIVE, QUALIFYING, terms_of_all
from exporter.facts.folding import fold, lower
from exporter.facts.periods import YearEnd
from exporter.facts.units import POINTS, RATIO

_COMPOSED = {
    "GROSS_MARGIN": {"GROSS_PROFIT", "MARGIN"}, "NET_MARGIN": {"NET_PROFIT", "MARGIN"},
    "OPERATING_MARGIN": {"OPERATING_PROFIT", "MARGIN"}, "EBITDA_MARGIN": {"EBITDA", "MARGIN"},
    "NET_LOSS": {"NET_PROFIT", "LOSS"}, "OPERATING_LOSS": {"OPERATING_PROFIT", "LOSS"},
}  # fmt: skip
_PROFITS = {"NET_LOSS": "NET_PROFIT", "OPERATING_LOSS": "OPERATING_PROFIT"}


class Agreements(NamedTuple):
    """How well a number's heads agree with a known figure.

    Attributes:
        entity: Of whom.
        metric: What.
        period: When.
        unit: In what.
    """

    entity: Agreement
    metric: Agreement
    period: Agreement
    unit: Agreement

    @property
    def is_other(self) -> bool:
        """Whether the heads speak of something else."""
        return Agreement.OTHER in self

    @property
    def are_strong(self) -> bool:
        """Whether the heads say what the figure is, but for what nobody says of its period."""
        return (
            not self.is_other
            and self.entity >= Agreement.LIKELY
            and self.metric >= Agreement.LIKELY
            and self.period in {Agreement.SILENT, Agreement.LIKELY, Agreement.SAME}
        )

    @property
    def rank(self) -> tuple[int, ...]:
        """By which of two that fit one is the better."""
        return (self.metric, self.entity, self.period, self.unit)


class KnownWords:
    """A known figure with the terms of its words."""

    def __init__(self, known: Known, reader: HeadReader) -> None:
        """The figure, and who reads its words as those of heads."""
        self.known = known
        self._reader = reader

    @cached_property
    def metrics(self) -> tuple[frozenset[str], ...]:
        """The terms of its metric, in each language in which it is said."""
        said = filter(None, self.known.metric)
        return tuple(dict.fromkeys(map(self._reader.terms_of_metric, said)))

    @cached_property
    def explained(self) -> frozenset[str]:
        """All terms that a head may say of it."""
        return terms_of_all((*self.known.also, *self.known.metric)).union(*self.metrics)

    @cached_property
    def attributed(self) -> str:
        """Who says so, in small letters."""
        return lower(fold(" ".join((*self.known.also, *self.known.metric))))


def agreements(
    words: KnownWords, asked: Asked, year_ends: Mapping[str, YearEnd], *, is_only_entity: bool
) -> Agreements:
    """How well heads agree with a known figure.

    Args:
        words: The figure.
        asked: What the heads ask for.
        year_ends: Where the fiscal years of entities end.
        is_only_entity: Whether the report knows no other than the figure's.
    """
    known = words.known
    return Agreements(
        _entity(known, asked, is_only_entity=is_only_entity),
        _metric(words, asked),
        period_agreement(asked.period, known.period, year_ends.get(known.entity)),
        _unit(known, asked),
    )


def _entity(known: Known, asked: Asked, *, is_only_entity: bool) -> Agreement:
    if asked.entities:
        return Agreement.SAME if known.entity in asked.entities else Agreement.OTHER
    if asked.is_of_strangers:
        return Agreement.OTHER
    return Agreement.LIKELY if is_only_entity and known.entity else Agreement.SILENT


def _metric(words: KnownWords, asked: Asked) -> Agreement:
    """Every term of the metric must be in the heads, every one of the nearest heads explained."""
    if asked.brokers and not any(name in words.attributed for name in asked.brokers):
        return Agreement.PARTLY
    best = max((_of_terms(metric, words, asked) for metric in words.metrics),
               default=Agreement.SILENT)  # fmt: skip
    metric = frozenset[str]().union(*words.metrics)
    is_qualified = bool((asked.around & QUALIFYING) - metric - words.explained)
    is_foreign = bool(asked.foreign - words.explained)
    return min(best, Agreement.PARTLY) if is_qualified or is_foreign else best


def _of_terms(metric: frozenset[str], words: KnownWords, asked: Asked) -> Agreement:
    own, said = _as_in(metric, asked)
    missing, unexplained = metric - said, own - words.explained
    if (missing | unexplained) & DECISIVE:
        return Agreement.OTHER
    if not missing and not unexplained:
        return Agreement.SAME if metric else Agreement.SILENT
    if not own and not metric & said:
        return Agreement.SILENT
    shared = len(metric & said)
    return Agreement.PARTLY if shared and shared >= len(missing | unexplained) else Agreement.OTHER


def _as_in(metric: frozenset[str], asked: Asked) -> tuple[frozenset[str], frozenset[str]]:
    """The nearest heads' terms and all heads' terms, as a metric says the same things."""
    own, said = asked.own, asked.all_terms
    for whole, parts in _COMPOSED.items():
        if whole in metric and (own & parts) and parts <= said:
            own, said = (own - parts) | {whole}, said | {whole}
    for loss, profit in _PROFITS.items():  # of which a loss is the negative one
        for one, other in ((loss, profit), (profit, loss)):
            if one in metric and other in own:
                own, said = (own - {other}) | {one}, said | {one}
    if asked.unit is not None and asked.unit.dimension == RATIO and asked.unit.is_near:
        said |= {"RATE"}
    return own, said


def _unit(known: Known, asked: Asked) -> Agreement:
    if asked.unit is None:
        return Agreement.SILENT
    dimension = known.unit.dimension
    if are_of_one_dimension(asked.unit.dimension, dimension):
        return Agreement.SAME if asked.unit.dimension else Agreement.LIKELY
    if not asked.unit.is_near:  # a title's RMB m is no word on a margin or a headcount
        is_money = dimension.startswith("money:") and asked.unit.dimension.startswith("money:")
        return Agreement.OTHER if is_money and "/" not in dimension else Agreement.SILENT
    if {asked.unit.dimension, dimension} <= {RATIO, POINTS}:
        return Agreement.SAME
    return Agreement.OTHER
