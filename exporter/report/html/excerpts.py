"""What the evidence page takes from the texts of sources: a few words around each quote.

Texts are other people's and stay where they are; excerpts go into the manifest. So whatever is laid
out is laid out from excerpts, and comes out the same where no text is at hand.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pyarrow.compute as pc

from exporter.evidence.claims import QuoteState
from exporter.evidence.clauses import split_clauses, without_markup
from exporter.evidence.found import Evidence
from exporter.evidence.further_sources import all_quotes
from exporter.evidence.sources import Excerpt, Source
from exporter.facts.views import View
from exporter.report.definition import ReportDefinition
from exporter.report.html.selection import facts_on_page, views_on_page
from exporter.report.passages import ReadableText, neighbours, own_words

# On each side: enough to judge a quote by, too little to read the source instead of it.
_MOST_CONTEXT = 60
_SENTENCE_END = re.compile(r"[。！？!?]+[”’」』\"'）)]*|\.(?=\s|$)|[\r\n]+")
_ELISION = "…"
_WINDOW = 4 * _MOST_CONTEXT  # characters to look for a sentence's ends in, mark-up among them
# Half a Latin word looks like a slip; Chinese can be cut between any two characters.
_CUT_WORD, _CUT_WORD_AT_END = re.compile(r"^[A-Za-z0-9]+"), re.compile(r"[A-Za-z0-9]+$")


def without_texts(
    report: ReportDefinition,
    evidence: Evidence,
    views: Sequence[View],
    sources: Mapping[str, Source],
) -> dict[str, Source]:
    """The sources without their texts, and with the excerpts that the evidence page shows.

    Args:
        report: The report's definition.
        evidence: What the check found of all facts and views, with the texts at hand.
        views: All views.
        sources: By id; one whose text is not at hand stays as it is.
    """
    if all(source.text is None for source in sources.values()):
        return dict(sources)
    excerpts: dict[str, dict[str, Excerpt]] = {id_: {} for id_ in sources}
    readable: dict[str, ReadableText] = {}
    for id_, quote, start, end in _located(report, evidence, views):
        source = sources.get(id_)
        if source is None or source.text is None or quote in excerpts[id_]:
            continue
        text = readable.setdefault(id_, ReadableText(source.text))
        sides = context(source.text, quote, start, end)
        words = own_words(quote, text, start, end)
        excerpts[id_][quote] = Excerpt(*sides, neighbours(quote, text, start), words)
    drifted = _drifted(evidence, views)
    return {
        id_: replace(source, text=None, excerpts=excerpts[id_], drifted=drifted[id_])
        if source.text is not None
        else source
        for id_, source in sources.items()
    }


def _located(
    report: ReportDefinition, evidence: Evidence, views: Sequence[View]
) -> Iterator[tuple[str, str, int, int]]:
    """The quotes on the page that were found in a text: source, quote, where it begins and ends."""
    facts = all_quotes(facts_on_page(report, evidence, views))
    facts = facts.filter(pc.greater_equal(facts["quote_start"], 0))
    names = ("source", "quote", "quote_start", "quote_end")
    yield from zip(*(facts[name].to_pylist() for name in names), strict=True)
    for view in views_on_page(report, views):
        quote = evidence.views[view.id].quote
        if quote.start >= 0:
            yield view.source, view.quote, quote.start, quote.end


def _drifted(evidence: Evidence, views: Sequence[View]) -> Mapping[str, frozenset[str]]:
    """The quotes that are no more in their source's text, by source."""
    drifted: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for facts in evidence.facts.batches():
        quotes = all_quotes(facts)
        batch = quotes.filter(pc.equal(quotes["quote_state"], QuoteState.DRIFTED))
        pairs = zip(batch["source"].to_pylist(), batch["quote"].to_pylist(), strict=True)
        for source, quote in pairs:
            drifted[source] |= {quote}
    for view in views:
        if evidence.views[view.id].quote.state is QuoteState.DRIFTED:
            drifted[view.source] |= {view.quote}
    return drifted


def context(text: str, quote: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a quote in its sentence; long sentences are cut short.

    Args:
        text: The source's text.
        quote: As the analyst wrote it; marks at its ends are not repeated.
        start: Where its first clause begins in `text`, in characters.
        end: Where its last clause ends there.
    """
    clauses = list(split_clauses(quote))
    before = _plain(text[_sentence_start(text, start) : start])
    after = _plain(text[end : _sentence_end(text, end)])
    before = before.removesuffix(quote[: clauses[0].start])
    after = after.removeprefix(quote[clauses[-1].end :])
    if len(before) > _MOST_CONTEXT:
        before = _ELISION + _CUT_WORD.sub("", before[-_MOST_CONTEXT:], count=1).lstrip()
    if len(after) > _MOST_CONTEXT:
        after = _CUT_WORD_AT_END.sub("", after[:_MOST_CONTEXT]).rstrip() + _ELISION
    return before.lstrip(), after.rstrip()


def _sentence_start(text: str, start: int) -> int:
    earliest = max(start - _WINDOW, 0)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, earliest, start)]
    return ends[-1] if ends else earliest


def _sentence_end(text: str, end: int) -> int:
    match = _SENTENCE_END.search(text, end, end + _WINDOW)
    if match is None:
        return min(end + _WINDOW, len(text))
    return match.start() if match[0].isspace() else match.end()


def _plain(text: str) -> str:
    return " ".join(without_markup(text).split("\n"))
