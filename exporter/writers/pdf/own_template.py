"""A report's own template filled in, in the sandbox of ours, with an end to its time and its size.

What it is given is told in docs/templates.md. Whatever goes wrong in it is told with its line.
"""

import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FunctionLoader,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError

from exporter.errors import ContentError, Problem
from exporter.writers.templates import make_environment, shipped_templates

TEMPLATE_FILE, STYLE_FILE = "one-pager.html.j2", "one-pager.css"
SHIPPED = ("bars.svg.j2", "targets.svg.j2", "masthead.html.j2")  # what it may import of ours
# What it is given, by name (docs/templates.md).
GIVEN = (
    "page", "picture", "picture_width", "columns", "figure_rows", "colours", "families", "density",
)  # fmt: skip
MOST_SECONDS = 10  # of a processor, each time that it is filled in
LONGEST = 2_000_000  # characters of HTML
# What would give another page each time, and so no bytes to compare.
_CHANCE_FILTER, _CHANCE_GLOBAL = "random", "lipsum"
_MANUAL = "docs/templates.md tells what there is"


class _TooSlowError(Exception):
    """A template has had its time."""


def fill_in(source: str, given: Mapping[str, Any], subject: str) -> str:
    """The HTML that a template makes.

    Args:
        source: Its text.
        given: What it may use, by name.
        subject: The page that it is for, in messages.

    Raises:
        ContentError: It is no template, uses what is not there, or takes too long; with the line.
    """
    environment = make_environment(_loader(source))
    del environment.filters[_CHANCE_FILTER], environment.globals[_CHANCE_GLOBAL]
    try:
        with _limited(MOST_SECONDS):
            html = environment.get_template(TEMPLATE_FILE).render(given)
    except Exception as error:  # a template may raise whatever Python does
        line, wrong, right = _told(error)
        raise ContentError([Problem(TEMPLATE_FILE, line, subject, wrong, right)]) from error
    if len(html) > LONGEST:
        wrong = f"the template makes {len(html):,} characters of HTML"
        right = f"one page has at most {LONGEST:,}: make less of it"
        raise ContentError([Problem(TEMPLATE_FILE, 0, subject, wrong, right)])
    return html


def _loader(source: str) -> BaseLoader:
    def own(name: str) -> tuple[str, str, None] | None:
        return (source, TEMPLATE_FILE, None) if name == TEMPLATE_FILE else None

    return ChoiceLoader([FunctionLoader(own), shipped_templates(SHIPPED)])


def _told(error: Exception) -> tuple[int, str, str]:
    """The line at which a template failed, what is wrong there, and what would be right."""
    line = _line_in(error.__traceback__)
    match error:
        case TemplateSyntaxError():
            return error.lineno, f"this is no template: {error.message}", "mend it there"
        case _TooSlowError():
            wrong = f"filling the template in takes longer than {MOST_SECONDS} seconds"
            return line, wrong, "have it loop less"
        case TemplateNotFound():
            named = ", ".join(SHIPPED)
            wrong = f"there is no template {error.name!r} to take from"
            return line, wrong, f"write it into this file; it may import {named}"
        case SecurityError() | UndefinedError():
            return line, f"{error}", _MANUAL
        case MemoryError():
            return line, "filling the template in takes too much memory", "make less of it"
    return line, f"{type(error).__name__}: {error}", "mend it there"


def _line_in(traceback: TracebackType | None) -> int:
    """The last line of the template that was being filled in; jinja2 writes it there."""
    line = 0
    while traceback:
        if traceback.tb_frame.f_code.co_filename == TEMPLATE_FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise _TooSlowError where a block takes longer, on systems that have such a clock."""
    if not hasattr(signal, "setitimer"):
        yield  # Windows: the end of the process is then what tells
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
