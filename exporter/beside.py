"""One-pagers drawn in a process beside this one, which meanwhile writes and proves workbooks.

WeasyPrint takes longer to load and to draw a page than all else takes for a report, and it keeps
Python's lock; so a thread would not do.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from exporter import drawing
from exporter.companion import Companion, CompanionEndedError
from exporter.errors import SetupError

if TYPE_CHECKING:
    from exporter.report.pages import Attachment, OnePager

Finish = Callable[["Sequence[Attachment]"], Callable[[], bytes]]
Draw = Callable[["OnePager"], Finish]
_DEFINITION = "report.yaml"


@contextmanager
def drawing_beside(report: Path) -> Iterator[Draw]:
    """Give what draws one-pagers beside this process.

    A page is laid out as soon as it is given. Given its attachments, too, it is finished; what is
    then returned waits for the PDF, and raises what `draw_onepager` raises. On one processor all of
    it happens when waited for.

    Args:
        report: The report's folder; where it speaks of no one-pagers, no process is started.
    """
    if (os.cpu_count() or 1) < 2 or not _speaks_of_pages(report / _DEFINITION):
        yield _draw_here
        return
    companion = Companion()
    # The one thread asks, so that nobody waits before there is something to wait for.
    with ThreadPoolExecutor(1) as asking:
        try:
            asking.submit(companion.call, drawing.load)  # what is missing is told by whoever draws
            yield lambda page: _draw_there(companion, asking, page)
        finally:
            companion.stop()
            asking.shutdown(cancel_futures=True)
            companion.close()


def _speaks_of_pages(definition: Path) -> bool:
    # Only a guess, before anything is read: a process that is not needed does no harm.
    return definition.is_file() and b"one_pagers" in definition.read_bytes()


def _draw_here(page: "OnePager") -> Finish:
    from exporter.writers.pdf import draw_onepager

    return lambda attachments: lambda: draw_onepager(page, attachments)


def _draw_there(companion: Companion, asking: ThreadPoolExecutor, page: "OnePager") -> Finish:
    begun = asking.submit(companion.call, drawing.begin, page)

    def finish(attachments: "Sequence[Attachment]") -> Callable[[], bytes]:
        given = page.name, page.lang, attachments
        drawn = asking.submit(companion.call, drawing.finish, *given)

        def wait() -> bytes:
            try:
                begun.result()  # what went wrong there comes first
                content: bytes = drawn.result()
            except CompanionEndedError as error:
                wrong = "the process that draws one-pagers ended early"
                right = "see that there is enough memory, and try again"
                raise SetupError(f"{wrong}; {right}") from error
            return content

        return wait

    return finish
