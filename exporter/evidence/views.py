"""Whether the quote of a view states the figures and the rating that the view holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from exporter.errors import Fault
from exporter.evidence.claims import FigureState, FigureVerdict, QuoteVerdict, Verdict
from exporter.evidence.figures import confirm_target_price
from exporter.evidence.findings import Finding, Terms
from exporter.evidence.names_used import NamesUsed
from exporter.evidence.ratings import findings_of_rating
from exporter.evidence.texts import (
    doubts_of_heading,
    findings_of_text,
    states_figures,
)
from exporter.evidence.translated import findings_of_translation
from exporter.facts.views import View


@dataclass(frozen=True, slots=True)
class ViewVerdict:
    """What the check says of a view.

    Attributes:
        quote: How its quote stands to its source.
        figure: How rating, target price and the figures of thesis and drivers stand to the quote,
            all together; TEXT where the view has none.
        problems: What is wrong, each on its own.
        doubts: What is told and not refused.
    """

    quote: QuoteVerdict
    figure: FigureState
    problems: tuple[Fault, ...]
    doubts: tuple[Fault, ...]


def judge_view(view: View, quote: QuoteVerdict, terms: Terms) -> ViewVerdict:
    """The verdict on a view, where that on its quote is known.

    Args:
        view: The view.
        quote: The verdict on its quote.
        terms: How figures are read.
    """
    price = confirm_target_price(view, terms.currencies)
    findings = list(_findings(view, terms))
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
    return ViewVerdict(quote, verdict.figure.state, verdict.faults, verdict.doubts)


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
        texts=(text for _, text in _texts(view)),
        headings=view.subject,
        translations=filter(None, (view.quote_en, view.quote_zh)),
    )


def _faults(findings: Iterator[Finding]) -> tuple[Fault, ...]:
    return tuple(dict.fromkeys(finding.fault for finding in findings))


def _findings(view: View, terms: Terms) -> Iterator[Finding]:
    """What the quote does not state of a view's texts and rating, in either language."""
    if view.rating is not None:
        yield from findings_of_rating(view.rating, view.quote)
    for called, text in _texts(view):
        yield from findings_of_text(text, view.quote, called, terms)
    for text in dict.fromkeys(view.subject):
        yield from doubts_of_heading(text, [view.quote], f"the subject {text!r}", terms)


def _texts(view: View) -> Iterator[tuple[str, str]]:
    """Thesis and drivers, each with what messages call it."""
    for lang, text in zip(("en", "zh"), view.thesis, strict=True):
        if lang == "en" or text != view.thesis.en:
            yield f"`thesis.{lang}`", text
    for driver in view.drivers:
        for text in dict.fromkeys(driver):
            yield f"the driver {text!r}", text


def _of_translations(view: View, terms: Terms) -> Iterator[Finding]:
    for called, text in (("`quote_en`", view.quote_en), ("`quote_zh`", view.quote_zh)):
        if text and text != view.quote:
            yield from findings_of_translation(text, view.quote, called, terms)


def _has_figures(view: View) -> bool:
    return view.rating is not None or any(states_figures(text) for _, text in _texts(view))
