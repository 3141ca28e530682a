"""Quotes as the evidence page shows them: in their sentence, with a link to the passage."""

from collections.abc import Iterator, Mapping

import pyarrow as pa

from exporter.evidence.sources import Excerpt, Source
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.captions import source_line
from exporter.report.html.model import Quotation
from exporter.report.passage_links import PassageLinks
from exporter.report.text_fragments import passage_url


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
        urls = {id_: source.record.url for id_, source in sources.items()}
        self._passages = PassageLinks(urls, 0, words)

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
        if source is None:
            return Quotation(quote, "", "", self.lang, "", "", id_)
        if id_ not in self._captions:
            self._captions[id_] = source_line(source.record, self.lang)
        excerpt = source.excerpts.get(quote, Excerpt())
        url, lang = source.record.url, source.record.language
        if link is None or excerpt.around:
            link = passage_url(url, quote, around=excerpt.around, words=excerpt.words)
        translation = "" if lang == self.lang else translation
        caption = self._captions[id_]
        return Quotation(quote, excerpt.before, excerpt.after, lang, translation, link, caption)
