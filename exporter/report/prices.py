"""What a share costs, as views name it, and the upside from there to their target prices."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Problem
from exporter.facts.fact_set import FactSet
from exporter.facts.history import history_of
from exporter.facts.table import Fact, iterate_facts
from exporter.facts.units import as_written
from exporter.facts.views import View
from exporter.facts.words import Lang, Qualifier, Status
from exporter.report.captions import show_price
from exporter.report.html.selection import proved
from exporter.report.labels import ACCEPTED_MARK, UNPROVED_MARK
from exporter.report.page_figures import MINUS
from exporter.report.values import figures_accepted

if TYPE_CHECKING:
    from exporter.evidence.found import Evidence


@dataclass(frozen=True, slots=True)
class Price:
    """What a share costs.

    Attributes:
        amount: In `currency`, of ISO 4217.
        decimals: How many of them it is shown with.
        fact: The id of the fact that states it; "" where the quote of the view does.
        as_of: The period of that fact, as ISO 8601 writes it, or "".
        source: Of the fact or the view.
        mark: What stands at whatever follows from it: that it is accepted, or not proved.
    """

    amount: Fraction
    currency: str
    decimals: int
    fact: str
    as_of: str
    source: str
    mark: str = ""

    def show(self, lang: Lang) -> str:
        """As the language writes it, with its mark."""
        digits = Decimal(round(self.amount * 10**self.decimals)).scaleb(-self.decimals)
        shown = show_price(f"{digits:,f}", self.currency, lang)
        return f"{shown}\u00a0{self.mark}" if self.mark else shown


def prices_of(views: Iterable[View], evidence: "Evidence") -> dict[str, Price]:
    """The prices that views name, by the ids of the views.

    A fact in whose place a newer one stands gives the newer one's price.

    Args:
        views: The views.
        evidence: What the check found of the facts that are upheld.
    """
    history = history_of(evidence.facts)
    named = {view.id: history.current(view.price) for view in views if isinstance(view.price, str)}
    facts = dict(_facts(named.values(), evidence.facts))
    prices = {}
    for view in views:
        if view.currency is None or view.price is None:
            continue
        if isinstance(view.price, Decimal):
            places = max(-int(view.price.as_tuple().exponent), 0)
            amount = Fraction(view.price)
            prices[view.id] = Price(amount, view.currency, places, "", "", view.source)
        elif named[view.id] in facts:
            fact, mark = facts[named[view.id]]
            prices[view.id] = price_of(fact, view.currency, mark)
    return prices


def upside_to(target: Decimal, price: Price) -> Fraction:
    """The share of its price that a share may gain, or lose, until it is at its target price."""
    return Fraction(target) / price.amount - 1


def show_share(share: Fraction) -> str:
    """A gain or a loss as a share, signed, in one decimal of a hundred: `+30.4%`."""
    tenths = round(abs(share) * 1000)
    sign = "" if not tenths else MINUS if share < 0 else "+"
    return f"{sign}{Decimal(tenths).scaleb(-1):,.1f}%"


def check_prices(
    views: Sequence[View], evidence: "Evidence", faulty: Set[str]
) -> Iterator[Problem]:
    """Prices of views that are no price in the currency of their target prices.

    Args:
        views: The views that are whole.
        evidence: What the check found of all facts.
        faulty: Ids of facts that are not whole; what refers to them is not at fault.
    """
    named = {view.id: view.price for view in views if isinstance(view.price, str)}
    facts = dict(_facts(named.values(), evidence.facts))
    for view in views:
        id_ = named.get(view.id)
        if id_ is None or id_ in faulty or view.currency is None:
            continue
        wrong = f"there is no fact {id_!r}" if id_ not in facts else ""
        if found := facts.get(id_):
            wrong = _no_price(found[0], view.currency)
        if wrong:
            right = f"name a fact of the share's price in {view.currency}"
            yield Problem(view.file, view.line, view.id, f"`price`: {wrong}", right)


def price_facts(views: Iterable[View]) -> Iterator[str]:
    """The ids of the facts that views name as prices."""
    return (view.price for view in views if isinstance(view.price, str))


def _no_price(fact: Fact, currency: str) -> str:
    """Why a fact is no price in a currency; "" where it is one."""
    if fact.status is Status.WITHDRAWN:
        return f"the fact {fact.id!r} is withdrawn"
    if fact.number is None or fact.high is not None:
        return f"the fact {fact.id!r} is no single number"
    if fact.qualifier is not Qualifier.EXACT or fact.number <= 0:
        return f"the fact {fact.id!r} is not exact and above 0, so no upside follows from it"
    if fact.unit.dimension.partition("/")[0] != f"money:{currency}":
        unit = fact.unit.key or "no unit"
        return f"the fact {fact.id!r} is in {unit}, and the target price in {currency}"
    return ""


def _facts(ids: Iterable[str], facts: FactSet) -> Iterator[tuple[str, tuple[Fact, str]]]:
    """Facts by their ids, each with the mark that what follows from it has."""
    wanted = pa.array(sorted(set(ids)), pa.string())
    if not len(wanted):
        return
    found = facts.where(lambda batch: pc.is_in(batch["id"], wanted)).table()
    states = zip(
        iterate_facts(found),
        proved(found).to_pylist(),
        figures_accepted(found).to_pylist(),
        strict=True,
    )
    for fact, is_proved, is_accepted in states:
        mark = ACCEPTED_MARK if is_accepted else "" if is_proved else UNPROVED_MARK
        yield fact.id, (fact, mark)


def price_of(fact: Fact, currency: str, mark: str = "") -> Price:
    """The price that a fact states.

    Args:
        fact: Of a number in the currency, maybe in a minor unit of it.
        currency: Of ISO 4217.
        mark: What stands at whatever follows from it.
    """
    amount = as_written(fact.number or 0.0) * fact.unit.scale
    decimals = fact.decimals
    while amount * 10**decimals % 1 and decimals < fact.decimals + 3:  # of pence as pounds
        decimals += 1
    return Price(amount, currency, decimals, fact.id, fact.period, fact.source, mark)
