"""Pages, made in a worker process, while this one writes and proves the rest.

What is made there is written here: when this process is stopped, no other one is still writing.

WeasyPrint takes longer to load and to draw a page than anything else takes for a report, and it
keeps Python's lock; so a thread would not do.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exporter.engine.kept_worker import keep_worker, take_worker
from exporter.engine.processors import has_two_processors
from exporter.engine.worker_process import WorkerEndedError
from exporter.errors import SetupError
from exporter.inputs.opened import InputError, Inputs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporter.report.html.model import EvidencePage
    from exporter.report.pdf.model import Attachment, OnePager
    from exporter.writers.pdf import DrawnWith, FittedPage

# Takes a function of this module and what to call it with; gives what waits until that is done, and
# then returns or raises what the function does.
Ask = Callable[..., Callable[[], Any]]


@contextmanager
def page_worker(folder: Path) -> Iterator[Ask]:
    """Give what has functions of this module called in a worker process, one after another.

    On one processor they are called when waited for.

    Args:
        folder: A report's, or one that was built; where it speaks of no one-pagers, no process is
            started.
    """
    if not has_two_processors() or not any(map(_speaks_of_pages, _spoken_in(folder))):
        yield in_this_process
        return
    worker = take_worker()
    # The one thread asks, so that nobody waits before there is something to wait for.
    with ThreadPoolExecutor(1) as asking:
        # What is missing is told by whoever draws.
        answers = [asking.submit(worker.call, load_in_worker)]

        def ask(*asked: Any) -> Callable[[], Any]:
            answers.append(asking.submit(worker.call, *asked))
            return _waiting(answers[-1])

        try:
            yield ask
        except BaseException:
            if not _is_fresh(answers):  # it may be at work, and nobody waits for what it does
                worker.stop()
                asking.shutdown(cancel_futures=True)
                worker.close()
                raise
            keep_worker(worker)
            raise
    keep_worker(worker)


def _is_fresh(answers: "Sequence[Future[Any]]") -> bool:
    """Whether a worker has loaded what pages take, and has not been asked for any."""
    return len(answers) == 1 and answers[0].done() and not answers[0].exception()


def in_this_process(function: Callable[..., Any], *arguments: Any) -> Callable[[], Any]:
    """The same without a worker process: the function is called when waited for."""
    return lambda: function(*arguments)


def _spoken_in(folder: Path) -> Iterator[Path]:
    return (folder / name for name in ("report.yaml", "manifest.json"))


def _speaks_of_pages(file: Path) -> bool:
    # Only a guess, before anything is read: a process that is not needed does no harm.
    try:
        content = Inputs.of(file.parent).read(file)
    except (OSError, InputError):  # told by whoever reads it in earnest
        return False
    return b"one_pagers" in content and b'"one_pagers": []' not in content


def _waiting(answer: Future[Any]) -> Callable[[], Any]:
    def wait() -> Any:
        try:
            return answer.result()
        except WorkerEndedError as error:
            wrong = "the process that draws one-pagers ended early"
            right = "see that there is enough memory, and try again"
            raise SetupError(wrong, right) from error

    return wait


class PendingPage:
    """A one-pager that is being made in the worker process.

    Attributes:
        attachments: The files inside it.
        drawn_with: What it was drawn with, once it is made.
    """

    attachments: "Sequence[Attachment]" = ()
    drawn_with: "DrawnWith | None" = None

    def __init__(self, page: "OnePager", ask: Ask) -> None:
        """Have it laid out."""
        self._page, self._ask = page, ask
        if not page.template:
            self._fitted = ask(fit_page_in_worker, page)

    def attach(self, attachments: "Sequence[Attachment]") -> None:
        """Have it made a PDF, with these files inside."""
        self.attachments = attachments
        if not self._page.template:
            made = (make_pdf_in_worker, self._page.name, self._page.lang, attachments)
            self._made = self._ask(*made)

    def content(self) -> bytes:
        """Wait for the PDF; raises what fitting and making it raises.

        What a report brings of its own is drawn now, and in a process that can do no harm.
        """
        if self._page.template:
            from exporter.writers.pdf.confined import draw_confined

            drawn, self.drawn_with = draw_confined(self._page, self.attachments)
            return drawn
        self._fitted()  # what went wrong there comes first
        content: bytes
        content, self.drawn_with = self._made()
        return content


# What follows is done in the worker process; what it takes is loaded there alone.
_fitted: "dict[tuple[str, str], FittedPage]" = {}  # one cannot be sent to whoever asked for it


def load_in_worker() -> None:
    """Load all that making pages takes, before there are any."""
    from exporter.writers import pdf
    from exporter.writers.alike_entries import entry_template
    from exporter.writers.templates import page_environment

    pdf.load()
    entry_template()
    for name in ("one-pager.html.j2", "bars.svg.j2", "evidence.html.j2"):
        page_environment().get_template(name)


def fit_page_in_worker(page: "OnePager") -> None:
    """Lay a page out as it fits."""
    from exporter.writers import pdf

    _fitted[page.name, page.lang] = pdf.fit_page(page)


def make_pdf_in_worker(
    name: str, lang: str, attachments: "Sequence[Attachment]"
) -> "tuple[bytes, DrawnWith]":
    """The PDF of a page that was laid out, with its attachments, and what it was drawn with."""
    page = _fitted.pop((name, lang))
    return page.make_pdf(attachments), page.drawn_with()


def make_evidence_in_worker(page: "EvidencePage") -> bytes:
    """The HTML of an evidence page."""
    from exporter.writers.html import make_evidence_page

    return make_evidence_page(page)
