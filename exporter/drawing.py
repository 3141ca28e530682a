"""What the process does that draws one-pagers; `beside` asks it.

What drawing takes is loaded where it is used, so that whoever asks need not load it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporter.facts.words import Lang
    from exporter.report.pages import Attachment, OnePager
    from exporter.writers.pdf import BegunPage

_begun: "dict[tuple[str, Lang], BegunPage]" = {}  # a layout cannot be sent to whoever asked for it


def load() -> None:
    """Load all that drawing takes."""
    from exporter.writers import pdf

    pdf.load()


def begin(page: "OnePager") -> None:
    """Lay a page out."""
    from exporter.writers.pdf import begin_onepager

    _begun[page.name, page.lang] = begin_onepager(page)


def finish(name: str, lang: "Lang", attachments: "Sequence[Attachment]") -> bytes:
    """The PDF of a page that was begun, with its attachments."""
    return _begun.pop((name, lang)).finish(attachments)
