"""Drafts before the judge of `check`: what it does not confirm gets a wider quote, or a doubt."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from exporter.drafting.model import Draft, DraftView, Setting, Stated
from exporter.engine.regex import regex
from exporter.evidence.claims import FigureState, QuoteState, Verdict
from exporter.evidence.judge import Judge
from exporter.evidence.keys import Key
from exporter.evidence.views import judge_view
from exporter.facts.own_units import WORD_SEPARATOR
from exporter.facts.units import COUNT, NO_UNIT, Unit
from exporter.facts.views import View
from exporter.facts.words import Bilingual, Qualifier, Status

_NO_THING = "what is counted is not plain: name the unit"
_OF_THEM = regex(r"[0-9] of (?:them|these|those)\b")
_NOT_PROVED = "not proved by its quote"


class Proved(NamedTuple):
    """What is stated, with a quote that carries it.

    Attributes:
        doubts: What the words leave open.
        unproved: What the judge has against it; "" where the quote proves it.
    """

    stated: Stated
    quote: str
    doubts: tuple[str, ...] = ()
    unproved: str = ""


class Prover:
    """Finds for what is stated the first quote that proves it."""

    def __init__(self, setting: Setting) -> None:
        """A prover by the source and the conventions of a setting."""
        source = setting.source
        self._id = source.id
        self._judge = Judge({source.id: source}, setting.conventions)

    def prove(self, stated: Stated, quotes: Iterable[str]) -> Proved:
        """What is stated with the first quote that proves it; with a doubt where none does.

        Args:
            stated: A figure of a sentence.
            quotes: Those that may carry it, the shortest first; one at least.
        """
        tried = list(quotes)
        first = ""
        for quote in tried:
            verdict = self._verdict(stated, quote)
            if _is_proved(verdict):
                doubts = [doubt.wrong for doubt in verdict.doubts]
                return Proved(stated, quote, (*doubts, *_not_named(stated, quote)))
            first = first or _said(verdict)
        for other, why in _otherwise(stated):
            for quote in tried:
                if _is_proved(self._verdict(other, quote)):
                    return Proved(other, quote, (why,) if why else ())
        return Proved(stated, tried[0], unproved=f"{_NOT_PROVED}: {first}")

    def judged(self, drafts: Iterable[Draft]) -> list[Draft]:
        """Drafts that others have made, with a doubt of each that is not proved.

        All at once, so that the quote of a row is looked up once for its figures.
        """
        given = list(drafts)
        keys = [
            self._key(Stated((), one.value, one.high, one.unit, one.qualifier, 0, 0), one.quote)
            for one in given
            if one.unit is not None
        ]
        verdicts = iter(self._judge.on_keys(keys))
        return [
            self._judged_text(draft) if draft.unit is None else _judged(draft, next(verdicts))
            for draft in given
        ]

    def _judged_text(self, draft: Draft) -> Draft:
        quote = self._judge.on_quote(self._id, draft.quote)
        return draft if quote.state is QuoteState.VERIFIED else _unproved(draft, quote.wrong)

    def judged_view(self, view: DraftView) -> DraftView:
        """A view, with a doubt for each of its parts that its quote does not prove."""
        quote = self._judge.on_quote(self._id, view.quote)
        if quote.state is not QuoteState.VERIFIED:
            why = f"{_NOT_PROVED}: {quote.wrong}"
            return replace(view, seen=(why, *view.seen))
        proposed = View.model_construct(
            id=view.id or "view",
            broker=view.broker,
            subject=_both(view.subject),
            stance=view.stance,
            thesis=_both(view.thesis),
            drivers=tuple(map(_both, view.drivers)),
            rating=_both(view.rating) if view.rating else None,
            target_price=Decimal(view.target_price) if view.target_price else None,
            currency=view.currency or None,
            previous_rating=_both(view.previous_rating) if view.previous_rating else None,
            previous_target_price=(
                Decimal(view.previous_target_price) if view.previous_target_price else None
            ),
            analyst=_both(view.analyst) if view.analyst else None,
            source=self._id,
            quote=view.quote,
        )
        verdict = judge_view(proposed, quote, self._judge.terms(self._id))
        doubts = (*view.doubts, *(one.wrong for one in verdict.doubts))
        seen = (*view.seen, *(fault.wrong for fault in verdict.problems))
        return replace(view, doubts=tuple(dict.fromkeys(doubts)), seen=tuple(dict.fromkeys(seen)))

    def _verdict(self, stated: Stated, quote: str) -> Verdict:
        return self._judge.on_keys([self._key(stated, quote)])[0]

    def _key(self, stated: Stated, quote: str) -> Key:
        unit = stated.unit
        decimals = len(stated.value.partition(".")[2])
        high = float(stated.high) if stated.high else None
        return Key(
            self._id, quote, "number", float(stated.value), high, decimals, None, None,
            unit.key, unit.en, unit.zh, also_of(unit), str(stated.qualifier), None, None, None,
            "", "", "", "", "", "", False, Status.WITHDRAWN,  # its words say whether it holds
        )  # fmt: skip


def also_of(unit: Unit) -> str | None:
    """The other words of a unit, as a row of facts has them; None for a unit without."""
    words = [word for words in unit.words for word in words[1:]] if unit.noun else []
    return WORD_SEPARATOR.join(words) or None


def _both(words: str) -> Bilingual:
    """The words of a source, which stand for both languages until they are translated."""
    return Bilingual(words, words)


def _unproved(draft: Draft, why: str) -> Draft:
    return replace(draft, seen=(f"{_NOT_PROVED}: {why}", *draft.seen))


def _judged(draft: Draft, verdict: Verdict) -> Draft:
    return draft if _is_proved(verdict) else _unproved(draft, _said(verdict))


def _is_proved(verdict: Verdict) -> bool:
    return not verdict.faults and verdict.figure.state is FigureState.CONFIRMED


def _said(verdict: Verdict) -> str:
    """What the judge says, in one sentence."""
    fault = next(iter(verdict.faults), None)
    return fault.wrong if fault else "the judge does not confirm it"


def _not_named(stated: Stated, quote: str) -> Iterator[str]:
    """A doubt of a count that names nothing; a number with decimals, such as a ratio, is none.

    Nor is one whose quote only points at what is counted (1,870 of them): its metric names that.
    """
    is_count = all(figure.dimension == COUNT for figure in stated.figures)
    if _OF_THEM.search(quote):
        return
    if stated.unit is NO_UNIT and is_count and "." not in f"{stated.value}{stated.high}":
        yield _NO_THING


def _otherwise(stated: Stated) -> Iterator[tuple[Stated, str]]:
    """What may be meant instead, and what to say of it."""
    if not stated.high:
        value = stated.value
        turned = value[1:] if value.startswith("-") else f"-{value}"
        yield stated._replace(value=turned), "the sign is not plain"
        if stated.qualifier is not Qualifier.EXACT:
            why = "the quote does not say it exactly"
            yield stated._replace(qualifier=Qualifier.EXACT), why
    if stated.unit.dimension == COUNT and stated.unit.size == 1 and stated.unit.key:
        yield stated._replace(unit=NO_UNIT), _NO_THING
