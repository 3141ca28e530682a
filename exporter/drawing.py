"""What the process does that draws pages, PDF and HTML; `beside` asks it.

What it takes is loaded where it is used, so that whoever asks need not load it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporter.facts.words import Lang
    from exporter.report.evidence_model import EvidencePage
    from exporter.report.pages import Attachment, OnePager
    from exporter.writers.pdf import BegunPage

_begun: "dict[tuple[str, Lang], BegunPage]" = {}  # a layout cannot be sent to whoever asked for it


def load() -> None:
    """Load all that making pages takes, before there are any."""
    from exporter.writers import pages, pdf

    pdf.load()
    for name in ("one-pager.html.j2", "bars.svg.j2", "evidence.html.j2"):
        pages.page_environment().get_template(name)


def begin(page: "OnePager") -> None:
    """Lay a page out."""
    from exporter.writers.pdf import begin_onepager

    _begun[page.name, page.lang] = begin_onepager(page)


def finish(name: str, lang: "Lang", attachments: "Sequence[Attachment]") -> bytes:
    """The PDF of a page that was begun, with its attachments."""
    return _begun.pop((name, lang)).finish(attachments)


def make_evidence(page: "EvidencePage") -> bytes:
    """The HTML of an evidence page."""
    from exporter.writers.html import make_evidence_page

    return make_evidence_page(page)
