"""Quotes as the evidence page shows them: in their sentence, with a link to the passage."""

from collections.abc import Iterator, Mapping

import pyarrow as pa

from exporter.evidence.sources import Excerpt, Source
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.captions import source_line
from exporter.report.html.model import Quotation
from exporter.report.html.pictures import pictured
from exporter.report.labels import EVIDENCE_WORDS
from exporter.report.passage_links import PassageLinks
from exporter.report.source_links import opens_at_page, page_of, source_url


class QuotationBook:
    """The quotations of one page, each made once: many facts share a quote."""

    def __init__(self, sources: Mapping[str, Source], lang: Lang) -> None:
        """The quotations in a language, of sources with their excerpts."""
        self.lang = lang
        self._sources = sources
        self._made: dict[tuple[str, str, str], Quotation] = {}
        self._captions: dict[str, str] = {}  # of the sources that were quoted from
        words = {
            (id_, quote): excerpt.words
            for id_, source in sources.items()
            for quote, excerpt in source.excerpts.items()
            if excerpt.words
        }
        known = ((id_, source.record.url) for id_, source in sources.items())
        urls = {id_: url for id_, url in known if url is not None}
        paged = {id_: source for id_, source in sources.items() if opens_at_page(source)}
        self._passages = PassageLinks(urls, 0, words, paged)

    def of_facts(self, facts: pa.Table) -> list[Quotation]:
        """The quotation of each fact."""
        links = self._passages.of(facts["source"], facts["quote"]).to_pylist()
        names = ("source", "quote", f"quote_{self.lang}")
        rows = zip(*(facts[name].to_pylist() for name in names), links, strict=True)
        return [self._quotation(*row) for row in rows]

    def of_view(self, view: View) -> Quotation:
        """The quotation of a view."""
        translation = view.quote_en if self.lang == "en" else view.quote_zh
        return self._quotation(view.source, view.quote, translation)

    def published(self, source: str) -> str:
        """When a source appeared, as a period; "" where the source is not known."""
        known = self._sources.get(source)
        return known.record.published.isoformat() if known else ""

    def quoted(self) -> Iterator[Source]:
        """The sources that were quoted from, in order."""
        return (source for id_, source in self._sources.items() if id_ in self._captions)

    def _quotation(
        self, id_: str, quote: str, translation: str, link: str | None = None
    ) -> Quotation:
        """What a source's quote looks like; `link` names its words, where they suffice."""
        key = (id_, quote, translation)
        if key not in self._made:
            self._made[key] = self._make(*key, link)
        return self._made[key]

    def _make(self, id_: str, quote: str, translation: str, link: str | None) -> Quotation:
        source = self._sources.get(id_)
        if not quote:  # of what is calculated
            says = EVIDENCE_WORDS["of operands"].in_(self.lang)
            return Quotation("", "", "", self.lang, "", "", says)
        if source is None:
            return Quotation(quote, "", "", self.lang, "", "", id_)
        excerpt = source.excerpts.get(quote, Excerpt())
        if link is None or excerpt.around:
            link = source_url(source, quote, around=excerpt.around, words=excerpt.words)
        lang = source.record.language
        translation = "" if lang == self.lang else translation
        caption = self._caption(source, quote)
        sides = (excerpt.before, excerpt.after)
        picture = pictured(excerpt.picture, quote, self.lang) if excerpt.picture else {}
        return Quotation(quote, *sides, lang, translation, link, caption, **picture)

    def _caption(self, source: Source, quote: str) -> str:
        """The line of a source, which is made once but where it names the quote's page."""
        if source.id not in self._captions:
            self._captions[source.id] = source_line(source.record, self.lang)
        page = page_of(source, quote)
        if not page:
            return self._captions[source.id]
        return source_line(source.record, self.lang, page)
