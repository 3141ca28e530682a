"""What in a report looks like something else: letters of two scripts, signs that turn words round.

So do texts whose letters were lost or misread on their way. All of it is told as a doubt; a quote
is told of signs and misread letters alone, since its letters are the source's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import Bytes, one_chunk, text_bytes
from exporter.errors import Fault, Problem
from exporter.evidence.sources import Source
from exporter.facts.garbled import (
    MAY_BE_DOUBTFUL,
    MAY_BE_GARBLED,
    doubtful_fault,
    garbled_fault,
    may_any_be_doubtful,
    may_any_be_garbled,
)
from exporter.facts.lookalikes import letter_fault, may_mislead, turning_fault
from exporter.facts.unsaid import doubtful_dates, doubtful_placeholders
from exporter.facts.views import View
from exporter.facts.words import Bilingual
from exporter.report.definition import Definition, ReportDefinition

_QUOTE = "quote"
_TEXTS = (
    "entity", "metric.en", "metric.zh", "text.en", "text.zh", "unit.en", "unit.zh",
    "attribution.en", "attribution.zh", "note.en", "note.zh", "accept.en", "accept.zh", _QUOTE,
    "quote_en", "quote_zh",
)  # fmt: skip

_Path = tuple[str | int, ...]


def doubts_of_facts(facts: pa.Table, meant: Sequence[str]) -> Iterator[Problem]:
    """The doubts about the texts of facts, each at the first fact that has it.

    Args:
        facts: By the schema FACTS.
        meant: Words that are as they should be.
    """
    told: set[tuple[str, str]] = set()  # a plain string stands in both languages
    for row, name, doubt in (*doubtful_placeholders(facts), *doubtful_dates(facts)):
        yield _problem(facts, row, name, doubt)
    for name in _TEXTS:
        for row, text in (*_suspects(one_chunk(facts[name])), *_doubtful(name, facts)):
            key = (name.partition(".")[0], text)
            if key not in told and (fault := _fault(name, text, meant)):
                told.add(key)
                yield _problem(facts, row, name.replace("text.", "value."), fault)


def _problem(facts: pa.Table, row: int, called: str, fault: Fault) -> Problem:
    file, line, id_ = (facts[name][row].as_py() for name in ("file", "line", "id"))
    return Problem(file, line, id_, f"`{called}` {fault.wrong}", fault.right)


def doubts_of_report(
    definition: Definition, views: Sequence[View], sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """The doubts about the texts of report.yaml, of views and of the records of sources."""
    meant = definition.report.names
    for path, text in _texts(definition.report):
        called = ".".join(map(str, path))
        for fault in _faults(called, text, meant):
            yield definition.problem(path, *fault)
    for view in views:
        for called, texts in _texts_of_view(view):
            for fault in _faults(called, texts, meant):
                yield Problem(view.file, view.line, view.id, *fault)
    for source in sources.values():
        record = source.record
        for called in ("title", "publisher", "author"):
            for fault in _faults(called, getattr(record, called) or (), meant):
                yield Problem(source.file, 0, source.id, *fault)


def _texts(report: ReportDefinition) -> Iterator[tuple[_Path, Bilingual]]:
    """What report.yaml names and says, with the way to it."""
    yield ("title",), report.title
    yield ("author",), report.author
    for key in ("entities", "brokers"):
        for index, part in enumerate(getattr(report, key)):
            yield (key, index, "name"), part.name
    for index, book in enumerate(report.workbooks):
        yield ("workbooks", index, "title"), book.title
    for index, page in enumerate(report.one_pagers):
        way = ("one_pagers", index)
        yield (*way, "title"), page.title
        if page.subtitle:
            yield (*way, "subtitle"), page.subtitle
        if page.chart:
            yield (*way, "picture", "title"), page.chart.title
        for number, disclosure in enumerate(page.disclosures):
            yield (*way, "disclosures", number), disclosure


def _texts_of_view(view: View) -> Iterator[tuple[str, Iterable[str]]]:
    yield "broker", [view.broker]
    yield "subject", view.subject
    yield "thesis", view.thesis
    for index, driver in enumerate(view.drivers):
        yield f"drivers.{index}", driver
    yield "rating", view.rating or ()
    yield "previous_rating", view.previous_rating or ()
    yield "analyst", view.analyst or ()
    yield _QUOTE, [view.quote]
    yield "quote_en", [view.quote_en]
    yield "quote_zh", [view.quote_zh]
    yield "accept", view.accept or ()


def _suspects(texts: pa.Array) -> Iterator[tuple[int, str]]:
    """The distinct texts of a column that may mislead, each with the first row that has it."""
    if not _may_any_mislead(text_bytes(texts)):
        return
    seen: set[str] = set()
    for row, text in enumerate(texts.to_pylist()):
        if text and text not in seen and may_mislead(text):
            seen.add(text)
            yield row, text


def _doubtful(name: str, facts: pa.Table) -> Iterator[tuple[int, str]]:
    """The distinct texts of a column of facts that may be garbled, each with its first row."""
    texts = one_chunk(facts[name])
    is_quote = name == _QUOTE
    if not (may_any_be_garbled if is_quote else may_any_be_doubtful)(texts):
        return
    found = pc.match_substring_regex(texts, MAY_BE_GARBLED if is_quote else MAY_BE_DOUBTFUL)
    seen: set[str] = set()
    for row in pc.indices_nonzero(pc.fill_null(found, False)).to_pylist():
        if (text := texts[row].as_py()) not in seen:
            seen.add(text)
            yield row, text


def _may_any_mislead(content: Bytes) -> bool:
    """The same of all texts at once, by their bytes: most columns need no look at each text.

    In UTF-8 the letters are CD to D6 and one more, or E1 8E and E1 8F and one more; the signs E2 80
    AA to AE and E2 81 A6 to A9.
    """
    if not len(content) or content.max() < 0xCD:
        return False
    if ((content >= 0xCD) & (content <= 0xD6)).any():
        return True
    places = np.flatnonzero((content == 0xE1) | (content == 0xE2))
    lead, second, third = (content[places + step] for step in range(3))
    letters = (lead == 0xE1) & ((second == 0x8E) | (second == 0x8F))
    embedding = (lead == 0xE2) & (second == 0x80) & (third >= 0xAA) & (third <= 0xAE)
    isolating = (lead == 0xE2) & (second == 0x81) & (third >= 0xA6) & (third <= 0xA9)
    return bool((letters | embedding | isolating).any())


def _faults(called: str, texts: Iterable[str], meant: Sequence[str]) -> Iterator[Fault]:
    for text in dict.fromkeys(texts):
        if fault := _fault(called, text, meant):
            yield Fault(f"`{called}` {fault.wrong}", fault.right)


def _fault(called: str, text: str, meant: Sequence[str]) -> Fault | None:
    if called == _QUOTE:
        odd = turning_fault(text) or (None if text.isascii() else garbled_fault(text))
        return odd and odd._replace(right="see that the source has it, and what it says")
    if text.isascii():
        return doubtful_fault(text)
    misleading = turning_fault(text) or letter_fault(text, meant)
    return misleading or garbled_fault(text) or doubtful_fault(text)
