"""The shipped report as laid out, beside its files."""

import pytest

from exporter.build_manifest import content_of
from exporter.check import CheckedReport
from exporter.facts.words import LANGUAGES
from exporter.proof.manifest.content_hash import content_hash
from exporter.report.layout import file_name
from exporter.report.pdf.layout import lay_out_onepager
from exporter.report.pdf.model import OnePager
from exporter.report.xlsx.layout import Beside, carrying, lay_out_workbook
from exporter.report.xlsx.model import Workbook


@pytest.fixture(scope="session")
def laid(checked: CheckedReport) -> dict[str, Workbook | OnePager]:
    """Every workbook and one-pager by the name of its file."""
    report, facts, sources = checked.report, checked.evidence.facts, checked.sources
    content = content_hash(content_of(checked, LANGUAGES))
    beside = Beside(views=len(checked.views))
    books: list[Workbook | OnePager] = [
        carrying(lay_out_workbook(report, book, facts, sources, lang, beside=beside), content)
        for lang in LANGUAGES
        for book in report.workbooks
    ]
    pages = [
        lay_out_onepager(report, page, checked.evidence, checked.views, sources, lang)
        for lang in LANGUAGES
        for page in report.one_pagers
    ]
    return {file_name(model): model for model in [*books, *pages]}
