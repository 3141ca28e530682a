"""Quotes as the evidence page shows them: in their sentence, with a link to the passage."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from exporter.evidence.sources import Excerpt, Source
from exporter.facts.table import Fact
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.captions import source_line
from exporter.report.html.model import Quotation
from exporter.report.source_links import page_of, source_url


class QuotationBook:
    """The quotations of one page, each made once: many facts share a quote."""

    def __init__(self, sources: Mapping[str, Source], lang: Lang) -> None:
        """The quotations in a language, of sources with their excerpts."""
        self.lang = lang
        self._sources = sources
        self._made: dict[tuple[str, str], Quotation] = {}
        self._used: set[str] = set()

    def quotation(self, claim: Fact | View) -> Quotation:
        """The quotation of a claim, a fact or view."""
        key = (claim.source, claim.quote)
        if key not in self._made:
            self._made[key] = self._make(*key)
        made = self._made[key]
        translation = claim.quote_en if self.lang == "en" else claim.quote_zh
        return replace(made, translation="" if made.lang == self.lang else translation)

    def published(self, source: str) -> str:
        """When a source appeared, as a period; "" where the source is not known."""
        known = self._sources.get(source)
        return known.record.published.isoformat() if known else ""

    def quoted(self) -> Iterator[Source]:
        """The sources that were quoted from, in order."""
        return (source for id_, source in self._sources.items() if id_ in self._used)

    def _make(self, id_: str, quote: str) -> Quotation:
        source = self._sources.get(id_)
        if source is None:
            return Quotation(quote, "", "", self.lang, "", "", id_)
        self._used.add(id_)
        excerpt = source.excerpts.get(quote, Excerpt())
        url = source_url(source, quote, around=excerpt.around, words=excerpt.words)
        lang = source.record.language
        caption = source_line(source.record, self.lang, page_of(source, quote))
        return Quotation(quote, excerpt.before, excerpt.after, lang, "", url, caption)
