"""Files of one page each, written without a report around them."""

from collections.abc import Sequence
from pathlib import Path

from exporter.report.html.model import EvidencePage
from exporter.report.pdf.model import Attachment, OnePager
from exporter.writers.html import make_evidence_page
from exporter.writers.pdf import fit_page


def draw_onepager(page: OnePager, attachments: Sequence[Attachment] = ()) -> bytes:
    """A one-pager as PDF."""
    return fit_page(page).make_pdf(attachments)


def write_onepager(page: OnePager, path: Path, attachments: Sequence[Attachment] = ()) -> None:
    """Write a one-pager as PDF."""
    path.write_bytes(draw_onepager(page, attachments))


def write_evidence_page(page: EvidencePage, path: Path) -> None:
    """Write an evidence page as HTML."""
    path.write_bytes(make_evidence_page(page))
