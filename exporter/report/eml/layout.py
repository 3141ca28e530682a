"""A report as a message: its one-pagers in brief, where the evidence is, what is attached."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.found import Evidence
from exporter.evidence.sources import Source
from exporter.facts.table import Fact, iterate_facts
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.captions import source_line
from exporter.report.changes import Changes
from exporter.report.changes.sentences import told_counts
from exporter.report.changes.since import Since, changes_since
from exporter.report.definition import ReportDefinition
from exporter.report.eml.mailboxes import unwritable
from exporter.report.eml.model import Enclosure, FigureSummary, Message, Section, ViewSummary
from exporter.report.formats import show_period
from exporter.report.labels import MESSAGE_WORDS, WORDS
from exporter.report.layout import file_name
from exporter.report.links import evidence_file
from exporter.report.operand_sources import is_of_operands, sources_of
from exporter.report.pdf.layout import lay_out_onepager
from exporter.report.pdf.model import Card, KeyFigure, OnePager
from exporter.report.source_links import source_url
from exporter.report.standing import standing_of
from exporter.report.themes.in_language import theme_in
from exporter.report.values import figures_accepted

WORKBOOK, EVIDENCE = "workbook", "evidence"  # what is attached on request
_PDF = "application/pdf"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Basis:
    """A checked report, as one message in one language draws on it.

    Attributes:
        name: The report's, as files have it.
        pages: Its one-pagers, laid out in the language.
        evidence: Its facts as the check left them.
        sources: By id.
        changes: Since an earlier edition; None where they are not to be told.
    """

    name: str
    report: ReportDefinition
    pages: Sequence[OnePager]
    evidence: Evidence
    views: Sequence[View]
    sources: Mapping[str, Source]
    lang: Lang
    changes: Changes | None = None


def basis_of(
    name: str,
    report: ReportDefinition,
    evidence: Evidence,
    views: Sequence[View],
    sources: Mapping[str, Source],
    lang: Lang,
    since: Since | None = None,
) -> Basis:
    """A checked report as a message draws on it, with its one-pagers laid out.

    Args:
        name: The report's, as files have it.
        report: The report's definition.
        evidence: Its facts as the check left them.
        views: Its views.
        sources: By id.
        lang: The language.
        since: What is known of an earlier edition, whose changes are told; None for none.
    """
    changes = changes_since(since, report, evidence.facts, views) if since else None
    standing = standing_of(report, evidence)
    report, evidence = standing.report, standing.upheld
    pages = [
        lay_out_onepager(report, page, evidence, views, sources, lang, changes)
        for page in report.one_pagers
    ]
    return Basis(name, report, pages, evidence, views, sources, lang, changes)


def lay_out_message(about: Basis, attach: Collection[str] = ()) -> Message:
    """Lay a report out as a message.

    Args:
        about: The report.
        attach: What goes with the one-pagers: WORKBOOK, EVIDENCE. Where there are no one-pagers,
            the workbooks always do.
    """
    lang, report, pages = about.lang, about.report, about.pages
    say = {key: text.in_(lang) for key, text in MESSAGE_WORDS.items()}
    edition = show_period(report.edition.isoformat(), lang)
    title = report.title.in_(lang)
    only = pages[0] if len(pages) == 1 else None
    quotes = _Quotes(about)
    sections = tuple(_section(page, page is only, quotes, say) for page in pages)
    enclosures = tuple(_enclosures(about, attach, say))
    subtitle = only.subtitle if only else ""
    theme = theme_in(report.theme, lang)
    # What the house says below every page comes last, and once.
    own = (text for page in pages for text in page.disclosures if text != theme.disclaimer)
    disclosures = (*own, theme.disclaimer)
    return Message(
        name=about.name,
        lang=lang,
        edition=report.edition,
        subject=_writable(say["subject"].format(title=title, edition=edition)),
        preheader=_stances(pages, say, lang) or subtitle or enclosures[0].description,
        kicker=title if only and only.title != title else "",
        headline=only.title if only else title,
        subtitle=subtitle,
        as_of=" · ".join(_dates(about, say["as of"].format(date=edition))),
        sections=sections,
        evidence=tuple(_whereabouts(about, enclosures, say)),
        sources=tuple(quotes.sources()),
        enclosures=enclosures,
        disclosures=tuple(dict.fromkeys(filter(None, disclosures))),
        labels=say,
        theme=theme,
    )


def _dates(about: Basis, as_of: str) -> Iterator[str]:
    """For which day the report speaks, and what has changed since another."""
    yield as_of
    if about.changes is not None:
        day = show_period(about.changes.old.isoformat(), about.lang)
        told = told_counts(about.changes, about.lang)
        yield MESSAGE_WORDS["since"].in_(about.lang).format(date=day, told=told)


def _writable(text: str) -> str:
    """A text for a header, which may hold no marks of direction; pasted titles often have some."""
    return "".join(character for character in text if not unwritable(character))


class _Quotes:
    """Where the words stand that a message's views and figures rest on."""

    def __init__(self, about: Basis) -> None:
        figures = [figure.id for page in about.pages for figure in page.figures]
        self._views = {view.id: view for view in about.views}
        self._facts = {fact.id: fact for fact in _facts_named(about.evidence, figures)}
        self._about = about
        self._used: dict[str, None] = {}

    def of_view(self, id_: str) -> str:
        """The source of a view, at its quote."""
        return self._link(self._views[id_])

    def of_fact(self, id_: str) -> str:
        """The source of a fact, at its quote."""
        return self._link(self._facts[id_])

    def sources(self) -> Iterator[tuple[str, str]]:
        """The sources that were linked to, in order: a line about each, and its address."""
        for id_ in self._used:
            record = self._about.sources[id_].record
            yield source_line(record, self._about.lang), record.url or ""

    def _link(self, claim: View | Fact) -> str:
        if isinstance(claim, Fact) and is_of_operands(claim):
            of_operands = sources_of([claim], self._about.evidence.facts)[claim.id]
            self._used |= dict.fromkeys(of_operands)
            return ""
        self._used.setdefault(claim.source)
        return source_url(self._about.sources[claim.source], claim.quote)


def _facts_named(evidence: Evidence, ids: Sequence[str]) -> Iterator[Fact]:
    chosen = pa.array(ids, pa.string())
    return iterate_facts(evidence.facts.where(lambda batch: pc.is_in(batch["id"], chosen)).table())


def _section(page: OnePager, alone: bool, quotes: _Quotes, say: Mapping[str, str]) -> Section:
    return Section(
        "" if alone else page.title,
        "" if alone else page.subtitle,
        tuple(_view_summary(card, quotes.of_view(card.id), say) for card in page.cards),
        tuple(
            _figure_summary(figure, quotes.of_fact(figure.id), page.lang) for figure in page.figures
        ),
    )


def _view_summary(card: Card, link: str, say: Mapping[str, str]) -> ViewSummary:
    return ViewSummary(
        id=card.id,
        heading=say["view"].format(broker=card.broker, subject=card.subject),
        stance=card.stance,
        stance_label=card.stance_label,
        terms=tuple(say["term"].format(label=label, value=value) for label, value in card.terms),
        thesis=card.thesis,
        link=link,
    )


def _figure_summary(figure: KeyFigure, link: str, lang: Lang) -> FigureSummary:
    about = (figure.entity, figure.as_of, figure.status, figure.attribution)
    note = WORDS["part separator"].in_(lang).join(filter(None, about))
    return FigureSummary(figure.id, figure.metric, note, figure.figure, figure.unit, link)


def _stances(pages: Sequence[OnePager], say: Mapping[str, str], lang: Lang) -> str:
    """What the brokers think, each in a word."""
    told = (
        say["stance"].format(broker=card.broker, stance=card.stance_label)
        for page in pages
        for card in page.cards
    )
    return WORDS["list separator"].in_(lang).join(dict.fromkeys(told))


def _enclosures(
    about: Basis, attach: Collection[str], say: Mapping[str, str]
) -> Iterator[Enclosure]:
    lang = about.lang
    for page in about.pages:
        yield Enclosure(file_name(page), _PDF, say["one-pager"].format(title=page.title))
    if WORKBOOK in attach or not about.pages:
        for book in about.report.workbooks:
            title = say["workbook"].format(title=book.title.in_(lang))
            yield Enclosure(f"{book.name}.{lang}.xlsx", _XLSX, title)
    if EVIDENCE in attach:
        yield Enclosure(evidence_file(lang), _HTML, say["evidence page"])


def _how_proved(about: Basis, say: Mapping[str, str]) -> Iterator[str]:
    """What the check found of all that the message shows, and how much an analyst answers for."""
    accepted = _accepted(about)
    if about.evidence.problems or about.evidence.is_unread:
        yield say["not all proved"]
    else:
        yield say["others proved" if accepted else "proved"]
        figures = [figure.id for page in about.pages for figure in page.figures]
        if any(map(is_of_operands, _facts_named(about.evidence, figures))):
            yield say["calculated"]
    if accepted:
        yield say["one accepted" if accepted == 1 else "accepted"].format(count=accepted)
        yield from (page.notes["figures"] for page in about.pages if page.notes["figures"])


def _accepted(about: Basis) -> int:
    """At how many views and figures of a message stands the mark of what an analyst answers for."""
    figures = [figure.id for page in about.pages for figure in page.figures]
    shown = pa.array(figures, pa.string())
    facts = about.evidence.facts.where(
        lambda batch: pc.and_(pc.is_in(batch["id"], shown), figures_accepted(batch))
    ).table()
    accepted, views = set(facts["id"].to_pylist()), set(about.evidence.accepted_views())
    cards = [card.id for page in about.pages for card in page.cards]
    return sum(id_ in accepted for id_ in figures) + sum(id_ in views for id_ in cards)


def _whereabouts(
    about: Basis, enclosures: Sequence[Enclosure], say: Mapping[str, str]
) -> Iterator[str]:
    """Where the evidence of what the message shows can be followed."""
    if any(page.cards or page.figures for page in about.pages):
        yield from _how_proved(about, say)
    attached = {enclosure.media_type for enclosure in enclosures}
    for media_type, words in ((_PDF, "in pdf"), (_XLSX, "in workbook"), (_HTML, "in page")):
        if media_type in attached:
            yield say[words]
