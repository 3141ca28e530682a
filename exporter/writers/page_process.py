"""Pages, made in a process beside this one, which writes and proves the rest meanwhile.

What is made there is written here: when this process is stopped, no other one is still writing.

WeasyPrint takes longer to load and to draw a page than anything else takes for a report, and it
keeps Python's lock; so a thread would not do.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exporter.engine.worker_process import Companion, CompanionEndedError
from exporter.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporter.report.html.model import EvidencePage
    from exporter.report.pdf.model import Attachment, OnePager
    from exporter.writers.pdf.onepager import BegunPage

# Takes a function of this module and what to call it with; gives what waits until that is done, and
# then returns or raises what the function does.
Ask = Callable[..., Callable[[], Any]]
_DEFINITION = "report.yaml"


@contextmanager
def drawing_beside(report: Path) -> Iterator[Ask]:
    """Give what has functions of this module called beside this process, one after another.

    On one processor they are called when waited for.

    Args:
        report: The report's folder; where it speaks of no one-pagers, no process is started.
    """
    if (os.cpu_count() or 1) < 2 or not _speaks_of_pages(report / _DEFINITION):
        yield lambda function, *arguments: lambda: function(*arguments)
        return
    companion = Companion()
    # The one thread asks, so that nobody waits before there is something to wait for.
    with ThreadPoolExecutor(1) as asking:
        try:
            asking.submit(companion.call, load)  # what is missing is told by whoever draws
            yield lambda *asked: _waiting(asking.submit(companion.call, *asked))
        finally:
            companion.stop()
            asking.shutdown(cancel_futures=True)
            companion.close()


def _speaks_of_pages(definition: Path) -> bool:
    # Only a guess, before anything is read: a process that is not needed does no harm.
    return definition.is_file() and b"one_pagers" in definition.read_bytes()


def _waiting(answer: Future[Any]) -> Callable[[], Any]:
    def wait() -> Any:
        try:
            return answer.result()
        except CompanionEndedError as error:
            wrong = "the process that draws one-pagers ended early"
            right = "see that there is enough memory, and try again"
            raise SetupError(wrong, right) from error

    return wait


class PageBeside:
    """A one-pager, laid out and made a PDF in the process beside.

    Attributes:
        attachments: The files inside it.
    """

    attachments: "Sequence[Attachment]" = ()

    def __init__(self, page: "OnePager", ask: Ask) -> None:
        """Have it laid out."""
        self._page, self._ask = page, ask
        self._begun = ask(begin, page)

    def finish(self, attachments: "Sequence[Attachment]") -> None:
        """Have it made a PDF, with these files inside."""
        self.attachments = attachments
        self._finished = self._ask(finish, self._page.name, self._page.lang, attachments)

    def content(self) -> bytes:
        """Wait for the PDF; raises what `draw_onepager` raises."""
        self._begun()  # what went wrong there comes first
        content: bytes = self._finished()
        return content


# What follows is done in the other process; what it takes is loaded there alone.
_begun: "dict[tuple[str, str], BegunPage]" = {}  # a layout cannot be sent to whoever asked for it


def load() -> None:
    """Load all that making pages takes, before there are any."""
    from exporter.writers.pdf import onepager
    from exporter.writers.templates import page_environment

    onepager.load()
    for name in ("one-pager.html.j2", "bars.svg.j2", "evidence.html.j2"):
        page_environment().get_template(name)


def begin(page: "OnePager") -> None:
    """Lay a page out."""
    from exporter.writers.pdf.onepager import begin_onepager

    _begun[page.name, page.lang] = begin_onepager(page)


def finish(name: str, lang: str, attachments: "Sequence[Attachment]") -> bytes:
    """The PDF of a page that was begun, with its attachments."""
    return _begun.pop((name, lang)).finish(attachments)


def make_evidence(page: "EvidencePage") -> bytes:
    """The HTML of an evidence page."""
    from exporter.writers.html import make_evidence_page

    return make_evidence_page(page)
