"""A whole report laid out: everything that is written in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exporter.engine.spool import Spool
from exporter.evidence.found import Evidence
from exporter.evidence.sources import Source
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.changes.since import Since, changes_since
from exporter.report.definition import ReportDefinition
from exporter.report.html.excerpts import without_texts
from exporter.report.html.layout import lay_out_evidence
from exporter.report.html.model import EvidencePage
from exporter.report.links import evidence_file
from exporter.report.pdf.attachments import attach_facts, attach_workbook, facts_csv
from exporter.report.pdf.layout import lay_out_onepager
from exporter.report.pdf.model import Attachment, OnePager
from exporter.report.standing import standing_of
from exporter.report.xlsx.layout import Beside, carrying, lay_out_workbook
from exporter.report.xlsx.model import Workbook

_MOST_ATTACHED = 20_000  # rows of a workbook inside a PDF; about 2 MB


@dataclass(frozen=True, slots=True)
class ReportLayout:
    """What is written in one language, in the order in which it is written.

    Attributes:
        workbooks: The workbooks.
        evidence_page: The page which cells and quotes link to.
        one_pagers: Those pages, each with the facts and views that it shows as CSV.
    """

    lang: Lang
    workbooks: tuple[Workbook, ...]
    evidence_page: EvidencePage
    one_pagers: tuple[tuple[OnePager, bytes], ...]


def lay_out_report(
    report: ReportDefinition,
    evidence: Evidence,
    views: Sequence[View],
    sources: Mapping[str, Source],
    lang: Lang,
    content: str = "",
    since: Since | None = None,
) -> ReportLayout:
    """Lay everything of a report out in one language.

    Args:
        report: The report's definition.
        evidence: Its facts as the check left them.
        views: Its views.
        sources: By id.
        lang: The language.
        content: The hash of all that the report is made from, for its workbooks.
        since: What is known of an earlier edition, whose changes are told; None for none.
    """
    spool, sources = Spool(), without_texts(report, evidence, views, sources)
    facts, standing = evidence.facts, standing_of(report, evidence)
    report, evidence = standing.report, standing.upheld
    changes = changes_since(since, report, facts, views) if since else None
    beside = Beside(changes, len(views))
    books = (
        lay_out_workbook(report, book, facts, sources, lang, spool, beside)
        for book in report.workbooks
    )
    return ReportLayout(
        lang,
        tuple(carrying(book, content) for book in books),
        lay_out_evidence(report, evidence, views, sources, lang),
        tuple(
            (
                lay_out_onepager(report, page, evidence, views, sources, lang, changes),
                facts_csv(report, page, evidence, views),
            )
            for page in report.one_pagers
        ),
    )


def attachments(layout: ReportLayout, csv: bytes, files: Mapping[str, bytes]) -> list[Attachment]:
    """What travels inside a one-pager: its facts, and the workbooks that are not large.

    Args:
        layout: Everything of the language.
        csv: The page's facts and views.
        files: The written workbooks by file name; those that are not there are left out.
    """
    names = [(file_name(book), book.properties.title) for book in attached(layout)]
    books = [attach_workbook(name, title, files[name]) for name, title in names if name in files]
    return [attach_facts(csv, layout.lang), *books]


def attached(layout: ReportLayout) -> list[Workbook]:
    """The workbooks that travel inside the one-pagers: those that a message can carry."""
    rows = {
        book.name: sum(table.rows for sheet in book.sheets for table in sheet.tables)
        for book in layout.workbooks
    }
    return [book for book in layout.workbooks if rows[book.name] <= _MOST_ATTACHED]


def file_name(model: Workbook | EvidencePage | OnePager) -> str:
    """The name of the file that is written from what was laid out."""
    match model:
        case Workbook():
            return model.file_name
        case OnePager():
            return f"{model.name}.{model.lang}.pdf"
        case EvidencePage():
            return evidence_file(model.lang)
