"""A page that a report's own template draws, in a process with little memory and little time.

The sandbox keeps a template from reaching out of what it is given; this keeps it, and whatever
drawing does with it, from taking the machine.
"""

from collections.abc import Iterator, Sequence

from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, TooSlowError, stream_from_worker
from exporter.errors import ContentError, ExporterError, Problem
from exporter.report.pdf.model import Attachment, OnePager
from exporter.writers.pdf import DrawnWith, fit_page, load
from exporter.writers.pdf.own_template import STYLE_FILE, TEMPLATE_FILE
from exporter.writers.pdf.tags import brings_html

# A page of ours takes a twentieth of either.
MOST_MEMORY = 3 * 10**9  # bytes
MOST_SECONDS = 120  # of a processor, for one page in all its densities
_PATIENCE = 10  # times as long, where others use the processor, too


def draw_confined(page: OnePager, attachments: Sequence[Attachment]) -> tuple[bytes, DrawnWith]:
    """Draw a page that has a template, or a style sheet, of the report's own.

    Args:
        page: With its template.
        attachments: Files to embed.

    Raises:
        ContentError: The template is at fault, or takes too much; with its line where it has one.
        SetupError: A library or a font is missing.
    """
    confinement = Confinement(MOST_MEMORY, MOST_SECONDS)
    patience = MOST_SECONDS * _PATIENCE
    try:
        with stream_from_worker(
            _drawn, page, attachments, confinement=confinement, seconds=patience
        ) as made:
            drawn: tuple[bytes, DrawnWith] = next(made)
    except (WorkerEndedError, TooSlowError, MemoryError) as error:
        wrong = (
            f"drawing it takes more than {MOST_SECONDS} seconds of a processor, or more than "
            f"{MOST_MEMORY // 10**9} GB"
        )
        raise _refusal(page, wrong, "make it simpler") from error
    except ExporterError:
        raise
    except Exception as error:  # what WeasyPrint stumbles over
        told = f"{type(error).__name__}: {error}"
        raise _refusal(page, f"it cannot be drawn: {told}", "write it otherwise") from error
    return drawn


def _refusal(page: OnePager, wrong: str, right: str) -> ContentError:
    file = TEMPLATE_FILE if brings_html(page) else STYLE_FILE
    return ContentError([Problem(file, 0, page.name, wrong, right)])


def _drawn(page: OnePager, attachments: Sequence[Attachment]) -> Iterator[tuple[bytes, DrawnWith]]:
    """In the process."""
    load()
    fitted = fit_page(page)
    yield fitted.make_pdf(attachments), fitted.drawn_with()
