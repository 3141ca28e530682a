"""The picture of a one-pager: figures as bars, before and after in pairs; or a range of targets."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from exporter.facts.words import Bilingual, Lang
from exporter.report.formats import show_period
from exporter.report.labels import PAGE_WORDS, WORDS
from exporter.report.not_achieved import beside
from exporter.report.pdf.comparison import Compared, dated_price
from exporter.report.pdf.model import Bar, Picture, Target, TargetRange
from exporter.report.pdf.shown import Shown
from exporter.report.period_words import PERIOD_WORDS
from exporter.report.view_terms import earlier_target, show_target

_FEWEST = 2  # target prices that have a range
_PAIR = 2  # periods


def draw_bars(title: str, shown: Sequence[Shown], lang: Lang) -> Picture:
    """Figures as bars, those below zero to the other side.

    Where each metric stands for two periods, the bars stand in pairs, the earlier one first.
    """
    pairs = _pairs(shown)
    if pairs:
        shown = [fact for pair in pairs for fact in pair]
    # As written, in the one unit of all, for figures may be shown in several magnitudes.
    longest = max((abs(fact.number or 0.0) for fact in shown), default=1.0) or 1.0
    labels = [_named_by_pair(pair, lang) for pair in pairs for _ in pair]
    labels = labels or _told_apart(shown, lang)
    bars = [
        Bar(label, fact.figure, (fact.number or 0.0) / longest)
        for label, fact in zip(labels, shown, strict=True)
    ]
    if pairs:
        bars = [
            Bar(
                "" if place % _PAIR else bar.label,
                bar.figure,
                bar.share,
                show_period(fact.fact.period, lang),
                is_earlier=place % _PAIR == 0,
            )
            for place, (bar, fact) in enumerate(zip(bars, shown, strict=True))
        ]
    return Picture(title, _alt_text(title, _spoken(bars), lang), tuple(bars))


def draw_targets(compared: Sequence[Compared], lang: Lang) -> TargetRange | None:
    """The range of target prices with the price marked, where brokers have some in one currency."""
    priced = [each for each in compared if each.view.target_price is not None]
    if len(priced) < _FEWEST or len({each.view.currency for each in priced}) > 1:
        return None
    rows = tuple(_target(each, lang) for each in priced)
    prices = {
        (each.price.amount, each.price.show(lang)): each.price for each in priced if each.price
    }
    title = PAGE_WORDS["target_range" if len(prices) == 1 else "targets"].in_(lang)
    spoken = [
        f"{row.broker} {row.figure}" + (f" ({row.earlier})" if row.earlier else "") for row in rows
    ]
    if len(prices) != 1:  # none, or several, of which no line would say whose it is
        return TargetRange(title, _alt_text(title, spoken, lang), rows)
    (price,) = prices.values()
    said = PAGE_WORDS["price_at"].in_(lang).format(price=dated_price(price, lang))
    text = _alt_text(title, [*spoken, said], lang)
    return TargetRange(title, text, rows, said, float(price.amount))


def _target(compared: Compared, lang: Lang) -> Target:
    view, card = compared.view, compared.card
    before = view.previous_target_price
    has_moved = before is not None and before != view.target_price
    return Target(
        card.broker,
        show_target(view.target_price or Decimal(), view, lang),
        float(view.target_price or 0),
        earlier_target(view, lang) if has_moved else "",
        float(before) if before is not None and has_moved else 0.0,
    )


def _pairs(shown: Sequence[Shown]) -> list[tuple[Shown, Shown]]:
    """Figures of one metric and two periods, the earlier first; none unless all are in pairs."""
    same: defaultdict[tuple[str, str], list[Shown]] = defaultdict(list)
    for fact in shown:
        same[fact.fact.entity, fact.metric].append(fact)
    found = []
    for facts in same.values():
        first, *others = sorted(facts, key=lambda fact: fact.fact.period)
        if len(others) != 1 or first.fact.period in {"", others[0].fact.period}:
            return []
        found.append((first, others[0]))
    return found


def _told_apart(shown: Sequence[Shown], lang: Lang) -> list[str]:
    """The metrics of bars: with periods where they repeat, and with what is not achieved yet."""
    named = Counter(fact.metric for fact in shown)
    labels = []
    for bar in shown:
        is_repeated = named[bar.metric] > 1 and bar.fact.period
        period = show_period(bar.fact.period, lang) if is_repeated else ""
        labels.append(" · ".join(filter(None, (bar.metric, period, _not_achieved(bar, lang)))))
    return labels


def _named_by_pair(pair: tuple[Shown, Shown], lang: Lang) -> str:
    """The metric of two bars, and of which period it is not achieved."""
    told = [
        PERIOD_WORDS["status of"]
        .in_(lang)
        .format(period=show_period(bar.fact.period, lang), status=status)
        for bar in pair
        if (status := _not_achieved(bar, lang))
    ]
    return " · ".join((pair[0].metric, *told))


def _not_achieved(shown: Shown, lang: Lang) -> str:
    fact = shown.fact
    return beside(fact.status, fact.attribution, Bilingual(fact.entity, fact.entity), lang).joined(
        lang
    )


def _spoken(bars: Sequence[Bar]) -> Iterator[str]:
    """What a reader hears of each bar."""
    for bar in bars:
        yield " ".join(filter(None, (bar.label, bar.period, bar.figure)))


def _alt_text(title: str, parts: Iterator[str] | Sequence[str], lang: Lang) -> str:
    listed = WORDS["list separator"].in_(lang).join(parts)
    return WORDS["chart alt"].in_(lang).format(title=title, bars=listed)
