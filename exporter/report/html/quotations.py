"""Quotes as the evidence page shows them: in their sentence, with a link to the passage."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from exporter.evidence.clauses import split_clauses, without_markup
from exporter.evidence.sources import Source
from exporter.facts.table import Fact
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.captions import source_line
from exporter.report.html.model import Quotation
from exporter.report.passage_links import ReadableText, passage_url

# On each side: enough to judge a quote by, too little to read the source instead of it.
_MOST_CONTEXT = 60
_SENTENCE_END = re.compile(r"[。！？!?]+[”’」』\"'）)]*|\.(?=\s|$)|[\r\n]+")
_ELISION = "…"
_WINDOW = 4 * _MOST_CONTEXT  # characters to look for a sentence's ends in, mark-up among them
# Half a Latin word looks like a slip; Chinese can be cut between any two characters.
_CUT_WORD, _CUT_WORD_AT_END = re.compile(r"^[A-Za-z0-9]+"), re.compile(r"[A-Za-z0-9]+$")


class QuotationBook:
    """The quotations of one page, each made once: many facts share a quote."""

    def __init__(self, sources: Mapping[str, Source], lang: Lang) -> None:
        self.lang = lang
        self._sources = sources
        self._made: dict[tuple[str, str], Quotation] = {}
        self._used: set[str] = set()
        self._texts: dict[str, ReadableText] = {}

    def quotation(self, claim: Fact | View, start: int, end: int) -> Quotation:
        """The quotation of a claim.

        Args:
            claim: The fact or view.
            start: Where its quote begins in the text at hand, or -1.
            end: Where it ends there.
        """
        key = (claim.source, claim.quote)
        if key not in self._made:
            self._made[key] = self._make(*key, start, end)
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

    def _make(self, id_: str, quote: str, start: int, end: int) -> Quotation:
        source = self._sources.get(id_)
        if source is None:
            return Quotation(quote, "", "", self.lang, "", "", id_)
        self._used.add(id_)
        before = after = ""
        text = None
        if source.text is not None and start >= 0:
            before, after = context(source.text, quote, start, end)
            text = self._texts.setdefault(id_, ReadableText(source.text))
        url = passage_url(source.record.url, quote, text=text, start=start)
        lang = source.record.language
        return Quotation(quote, before, after, lang, "", url, source_line(source.record, self.lang))


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
