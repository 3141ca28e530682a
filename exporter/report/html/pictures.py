"""Pictures of the lines that quotes stand in, on the pages of PDFs.

They are drawn once, when a report is built, and travel in its manifest as excerpts do: others'
pages are not at hand wherever the page is made anew.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow.compute as pc

from exporter.errors import ContentError, Problem
from exporter.evidence.clauses import ELLIPSIS, words_of_clauses
from exporter.evidence.documents.model import Picture
from exporter.evidence.documents.pdf.pictures import Quoted, draw_pictures
from exporter.evidence.documents.pdf.pictures.letters import Passage
from exporter.evidence.documents.pdf.pictures.png import png_size
from exporter.evidence.documents_at_hand import read_recorded
from exporter.evidence.found import Evidence
from exporter.evidence.further_sources import all_quotes
from exporter.evidence.quotes import verify_quote
from exporter.evidence.sources import Excerpt, Source
from exporter.evidence.wrapped_lines import as_read
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.inputs.opened import InputError, Inputs
from exporter.limits import shown_bytes
from exporter.report.definition import ReportDefinition
from exporter.report.html.model import EvidenceEntry, Group, Quotation
from exporter.report.html.selection import facts_on_page, views_on_page
from exporter.report.labels import EVIDENCE_WORDS

_LONGEST_TOLD = 200  # characters of a quote that a picture's words repeat
_LARGEST_SET = 32_000_000  # bytes of all pictures; each page has them, and the manifest


def doubts_of_pictures(
    report: ReportDefinition,
    evidence: Evidence,
    views: Sequence[View],
    sources: Mapping[str, Source],
) -> Iterator[Problem]:
    """The PDFs of which pictures are wanted and cannot be made, each told once.

    Args:
        report: The report's definition.
        evidence: What the check found of all facts and views.
        views: All views.
        sources: By id.
    """
    if not report.evidence_pictures:
        return
    for id_ in _quotes_on_page(report, evidence, views, sources):
        source = sources[id_]
        if not source.has_document:
            wrong = "its PDF is not at hand, so its quotes are shown without pictures"
            right = f"put it into sources/text/, as {id_}.pdf"
            yield Problem(source.file, 0, id_, wrong, right)
        elif not source.record.locations:
            wrong = "its record has no `locations`, so its quotes are shown without pictures"
            yield Problem(source.file, 0, id_, wrong, "record it again: exporter source add")


def with_pictures(
    report: ReportDefinition,
    evidence: Evidence,
    views: Sequence[View],
    sources: Mapping[str, Source],
    at_hand: tuple[Path, Inputs],
) -> dict[str, Source]:
    """The sources with pictures of the quotes on the page, where the report shows such.

    Args:
        report: The report's definition.
        evidence: What the check found of all facts and views.
        views: All views.
        sources: By id, as `without_texts` gives them.
        at_hand: The report's `sources` folder, and what may be read.

    Raises:
        ContentError: A PDF cannot be drawn, or all pictures together are too large.
    """
    drawn = dict(sources)
    if not report.evidence_pictures:
        return drawn
    size = 0
    for id_, quotes in _quotes_on_page(report, evidence, views, sources).items():
        pictures = _drawn(sources[id_], quotes, at_hand)
        excerpts = dict(sources[id_].excerpts)
        for quote, picture in pictures.items():
            excerpts[quote] = excerpts.get(quote, Excerpt())._replace(picture=picture)
        drawn[id_] = replace(sources[id_], excerpts=excerpts)
        size += sum(len(content) for content in {picture.png for picture in pictures.values()})
        if size > _LARGEST_SET:
            wrong = f"the pictures of its quotes are larger than {shown_bytes(_LARGEST_SET)}"
            right = "take `evidence_pictures` off, or quote less"
            raise ContentError([Problem("report.yaml", 0, "", wrong, right)])
    return drawn


def _quotes_on_page(
    report: ReportDefinition,
    evidence: Evidence,
    views: Sequence[View],
    sources: Mapping[str, Source],
) -> dict[str, list[str]]:
    """The quotes on the evidence page that are from PDFs, each once, by source."""
    quotes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    facts = all_quotes(facts_on_page(report, evidence, views)).select(["source", "quote"])
    facts = facts.filter(pc.not_equal(facts["quote"], ""))
    shown = [(view.source, view.quote) for view in views_on_page(report, views)]
    for id_, quote in (*zip(*facts.to_pydict().values(), strict=True), *shown):
        if id_ in sources and sources[id_].record.kind == "pdf":
            quotes[id_][quote] = None
    return {id_: list(quotes[id_]) for id_ in sources if id_ in quotes}


def _drawn(
    source: Source, quotes: Sequence[str], at_hand: tuple[Path, Inputs]
) -> dict[str, Picture]:
    """The pictures of a source's quotes, of those that are in its record and have places."""
    folder, inputs = at_hand
    sought = {quote: quoted for quote in quotes if (quoted := _quoted(quote, source))}
    try:
        data = read_recorded(folder, source, inputs) if sought else None
        if data is None:
            return {}
        pictures = draw_pictures(data, list(sought.values()), inputs.limits)
    except InputError as error:
        raise ContentError([Problem(source.file, 0, source.id, *error.fault)]) from error
    return dict(zip(sought, pictures, strict=True))


def _quoted(quote: str, source: Source) -> Quoted:
    """What of a document is to be marked; () where it is not known where that stands."""
    spans = verify_quote(quote, source, brief=True).spans
    words = ["".join(words_of_clauses(part)) for part in ELLIPSIS.split(as_read(quote))]
    words = [part for part in words if part]
    if len(words) != len(spans):
        words = ["".join(words)] * len(spans)
    passages: list[Passage] = []
    for part, (first, last) in zip(words, spans, strict=True):
        places = [source.record.box_of(clause) for clause in range(first, last + 1)]
        known = tuple(place for place in places if place)
        if not known:
            return ()
        passages.append(Passage(part, known))
    return tuple(passages)


def pictured(picture: Picture, quote: str, lang: Lang) -> dict[str, str]:
    """What a quotation says of its picture: the fields of `Quotation` that are about it."""
    width, height = png_size(picture.png)
    first, last = picture.pages[0], picture.pages[-1]
    pages = f"{first}" if first == last else f"{first}–{last}"
    key = "page of picture" if first == last else "pages of picture"
    page = EVIDENCE_WORDS[key].in_(lang).format(page=pages)
    words = " ".join(quote.split())
    if len(words) > _LONGEST_TOLD:
        words = words[: _LONGEST_TOLD - 1] + "…"
    return {
        "picture": f"data:image/png;base64,{b64encode(picture.png).decode()}",
        "width": str(width),
        "height": str(height),
        "picture_says": EVIDENCE_WORDS["picture"].in_(lang).format(page=page, quote=words),
    }


def shown_once(groups: Sequence[Group], lang: Lang) -> tuple[Group, ...]:
    """The groups of a page, whose later entries refer to the first one that has their picture."""
    first: dict[str, tuple[str, str]] = {}
    shown: list[Group] = []
    for group in groups:
        claims = (_pictured_once(claim, first, lang) for claim in group.claims)
        shown.append(replace(group, claims=tuple(claims)))
    return tuple(shown)


def _pictured_once(
    claim: EvidenceEntry, first: dict[str, tuple[str, str]], lang: Lang
) -> EvidenceEntry:
    """An entry whose quotations refer to others with their pictures; `first` has those so far."""

    def once(quotation: Quotation) -> Quotation:
        if not quotation.picture:
            return quotation
        anchor, id_ = first.setdefault(quotation.picture, (claim.anchor, claim.id))
        if anchor == claim.anchor:
            return quotation
        says = EVIDENCE_WORDS["pictured at"].in_(lang).format(id=id_)
        elsewhere = {"picture": "", "width": "", "height": ""}
        return replace(quotation, **elsewhere, picture_says=says, pictured_at=anchor)

    further = tuple(replace(one, quotation=once(one.quotation)) for one in claim.further)
    return replace(claim, quotation=once(claim.quotation), further=further)
