"""Whether the quote of a view states the figures and the rating that the view holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from exporter.errors import Fault
from exporter.evidence.claims import FigureState, FigureVerdict, QuoteVerdict, Verdict
from exporter.evidence.findings import Finding, Terms, not_read
from exporter.evidence.names_used import NamesUsed
from exporter.evidence.target_prices import confirm_target_price
from exporter.evidence.texts import (
    doubts_of_heading,
    findings_of_text,
    states_figures,
)
from exporter.evidence.translated import findings_of_translation
from exporter.evidence.view_terms import TERMS, findings_of_terms, has_terms
from exporter.evidence.wrapped_lines import as_read
from exporter.facts.views import View

_TARGET_PRICE, _TRANSLATION = "target_price", "translation"


@dataclass(frozen=True, slots=True)
class ViewVerdict:
    """What the check says of a view.

    Attributes:
        quote: How its quote stands to its source.
        figure: How rating, target price and the figures of thesis and drivers stand to the quote,
            all together; TEXT where the view has none.
        problems: What is wrong, each on its own.
        doubts: What is told and not refused.
        unconfirmed: The parts in which figures, or the rating, are not confirmed: `rating`,
            `target_price`, `thesis`, `drivers.0`, `translation`, and those of TERMS.
    """

    quote: QuoteVerdict
    figure: FigureState
    problems: tuple[Fault, ...]
    doubts: tuple[Fault, ...]
    unconfirmed: frozenset[str]


class _Text(NamedTuple):
    """A text of a view: the part that it belongs to, and what messages call it."""

    part: str
    called: str
    words: str


def judge_view(view: View, quote: QuoteVerdict, terms: Terms) -> ViewVerdict:
    """The verdict on a view, where that on its quote is known.

    Args:
        view: The view.
        quote: The verdict on its quote.
        terms: How figures are read.
    """
    if terms.unread:
        return _unread(view, quote, terms.unread)
    view = view.model_copy(update={"quote": as_read(view.quote)})
    price = confirm_target_price(view, terms.currencies)
    found = list(_findings(view, terms))
    findings = [finding for _, finding in found]
    translations = list(_of_translations(view, terms))
    wrong = [finding for finding in findings if not finding.is_doubt]
    figure = price
    if wrong and not price.wrong:
        figure = FigureVerdict(wrong[0].state)
    elif price.state is FigureState.TEXT and _has_figures(view):
        figure = FigureVerdict(FigureState.CONFIRMED)
    verdict = Verdict(
        quote,
        figure,
        _faults(finding for finding in wrong),
        _faults(finding for finding in translations if not finding.is_doubt),
        _faults(finding for finding in (*findings, *translations) if finding.is_doubt),
    ).settled(accepted=view.accept is not None)
    unconfirmed = {part for part, finding in found if not finding.is_doubt}
    unconfirmed |= {_TARGET_PRICE} if price.wrong else set()
    unconfirmed |= {_TRANSLATION} if not all(one.is_doubt for one in translations) else set()
    return ViewVerdict(
        quote, verdict.figure.state, verdict.faults, verdict.doubts, frozenset(unconfirmed)
    )


def _unread(view: View, quote: QuoteVerdict, language: str) -> ViewVerdict:
    """The verdict on a view whose quote is in a language in which figures are not read."""
    has_figures = view.target_price is not None or _has_figures(view)
    state = FigureState.NOT_READ if has_figures else FigureState.TEXT
    doubts = (not_read(language),) if has_figures else ()
    verdict = Verdict(quote, FigureVerdict(state), doubts=doubts)
    verdict = verdict.settled(accepted=view.accept is not None)
    unconfirmed = frozenset({*TERMS, _TARGET_PRICE, "thesis"} if has_figures else ())
    return ViewVerdict(quote, verdict.figure.state, verdict.faults, verdict.doubts, unconfirmed)


def look_for_names(view: View, names: NamesUsed, terms: Terms) -> None:
    """Strike out the names that silence something in a view.

    Args:
        view: The view.
        names: Those that have silenced nothing yet.
        terms: How figures are read.
    """
    names.take(
        view.quote,
        terms,
        texts=(text.words for text in _texts(view)),
        headings=view.subject,
        translations=filter(None, (view.quote_en, view.quote_zh)),
    )


def _faults(findings: Iterator[Finding]) -> tuple[Fault, ...]:
    return tuple(dict.fromkeys(finding.fault for finding in findings))


def _findings(view: View, terms: Terms) -> Iterator[tuple[str, Finding]]:
    """What the quote does not state of a view's texts and terms, in either language, by part."""
    yield from findings_of_terms(view, terms)
    for part, called, words in _texts(view):
        for finding in findings_of_text(words, view.quote, called, terms):
            yield part, finding
    for words in dict.fromkeys(view.subject):
        for doubt in doubts_of_heading(words, [view.quote], f"the subject {words!r}", terms):
            yield "subject", doubt


def _texts(view: View) -> Iterator[_Text]:
    """Thesis and drivers, in either language."""
    for lang, words in zip(("en", "zh"), view.thesis, strict=True):
        if lang == "en" or words != view.thesis.en:
            yield _Text("thesis", f"`thesis.{lang}`", words)
    for place, driver in enumerate(view.drivers):
        for words in dict.fromkeys(driver):
            yield _Text(f"drivers.{place}", f"the driver {words!r}", words)


def _of_translations(view: View, terms: Terms) -> Iterator[Finding]:
    for called, text in (("`quote_en`", view.quote_en), ("`quote_zh`", view.quote_zh)):
        if text and text != view.quote:
            yield from findings_of_translation(text, view.quote, called, terms)


def _has_figures(view: View) -> bool:
    return has_terms(view) or any(states_figures(text.words) for text in _texts(view))
