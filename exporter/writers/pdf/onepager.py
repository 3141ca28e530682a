"""One-pagers: a page of broker views as a PDF of one A4 page, always.

A page is set from roomy to dense, and the first setting that fits wins. Where the densest does not
fit either, what is too long is named; nothing is ever cut, hidden or let run on to a second page.
"""

import ctypes.util
import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from math import ceil
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from exporter.errors import ContentError, OverflowingPageError, Problem, SetupError
from exporter.files import replacing, templates_folder
from exporter.report.pdf.model import Attachment, OnePager
from exporter.report.theme import PALETTE
from exporter.writers.pdf.archive import archive
from exporter.writers.pdf.bars import PlacedPicture, place_bars, text_width
from exporter.writers.pdf.fonts import check_fonts
from exporter.writers.pdf.overflow import too_long
from exporter.writers.pdf.tags import complete_tags
from exporter.writers.templates import page_environment

if TYPE_CHECKING:
    from exporter.writers.pdf.typeset import Layout

T = TypeVar("T")
_PIXELS = 96 / 25.4  # CSS pixels in a millimetre
_MEASURE = 180  # millimetres between the page's margins, as in one-pager.css
_WIDEST_GAP = 5 * _PIXELS  # what a gap between sections may gain before the page looks torn


@dataclass(frozen=True, slots=True)
class Density:
    """One setting of the page: type size in points, line height, gap between sections in ems."""

    size: float
    leading: float
    gap: float


LADDER = (
    Density(10.5, 1.50, 1.70),
    Density(10.0, 1.47, 1.55),
    Density(9.5, 1.44, 1.40),
    Density(9.0, 1.41, 1.25),
    Density(8.5, 1.38, 1.10),
    Density(8.0, 1.34, 0.95),
    Density(7.4, 1.30, 0.80),
)


def write_onepager(page: OnePager, path: Path, attachments: Sequence[Attachment] = ()) -> None:
    """Write `page` as a tagged PDF/A-3a of one A4 page, all at once or not at all.

    The same page and attachments always give the same bytes.

    Args:
        page: Texts in order; nothing is added to them.
        path: Target file, replaced when complete.
        attachments: Files to embed, by unique names.

    Raises:
        OverflowingPageError: It does not fit at the densest setting; names what to shorten.
        ContentError: A character has no glyph, or the page refers to something outside.
        SetupError: A font or a library is missing.
    """
    content = draw_onepager(page, attachments)
    with replacing(path) as temporary:
        temporary.write_bytes(content)


def draw_onepager(page: OnePager, attachments: Sequence[Attachment] = ()) -> bytes:
    """The PDF of `page`; raises what `write_onepager` raises."""
    return begin_onepager(page).finish(attachments)


def begin_onepager(page: OnePager) -> "BegunPage":
    """A page laid out, which is half of the work and needs no attachments."""
    with _heeding_warnings(page):
        layout, _ = fit(page)
    return BegunPage(page, layout)


@dataclass(frozen=True, slots=True)
class BegunPage:
    """A page that is laid out."""

    page: OnePager
    layout: "Layout"

    def finish(self, attachments: Sequence[Attachment]) -> bytes:
        """The PDF, with these files inside."""
        typeset, page = _load_typesetter(), self.page

        def complete(pdf: Any) -> None:
            complete_tags(pdf, page)
            archive(pdf, page, attachments)

        with _heeding_warnings(page):
            content: bytes = typeset.cut_to_a4(self.layout, _WIDEST_GAP, complete)
            check_fonts(self.layout.document.fonts.values(), page)
        return content


@contextmanager
def _heeding_warnings(page: OnePager) -> Iterator[None]:
    """Refuse whatever WeasyPrint only warns of."""
    with _load_typesetter().complaints() as heard:
        yield
    if heard:
        raise ContentError(
            [
                Problem("", 0, page.name, f"WeasyPrint warns: {text}", "mend the template")
                for text in heard
            ]
        )


@contextmanager
def _plain_names() -> Iterator[None]:
    """Have libraries loaded by the names that Linux has for them, without looking these up.

    WeasyPrint first asks `find_library`, which runs a compiler and other programs for each name, to
    no end: the names that it tries next (`libpango-1.0.so.0`) are those that load.
    """
    found = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = found


def _find_nothing(name: str) -> str | None:  # noqa: ARG001 - called like the one it replaces
    return None


def load() -> None:
    """Load what drawing takes, and draw a word: the first page takes twice as long as others.

    Raises:
        SetupError: A library is missing.
    """
    typeset = _load_typesetter()
    layout = typeset.lay_out("<p>A 中</p>", templates_folder(), "one-pager.css")
    typeset.cut_to_a4(layout, _WIDEST_GAP, lambda _: None)


def fit(page: OnePager) -> tuple["Layout", Density]:
    """The page laid out at the roomiest setting that fits.

    Raises:
        OverflowingPageError: None does.
    """
    typeset = _load_typesetter()
    density = LADDER[0]
    layout = _lay_out(page, density)
    for denser in LADDER[1:]:
        if layout.fits:
            break
        # Smaller type saves in both directions, and hardly more; so a page of forty views is laid
        # out twice instead of seven times.
        saved = (denser.size / density.size) ** 2
        if layout.height * saved <= typeset.A4_HEIGHT or denser is LADDER[-1]:
            layout, density = _lay_out(page, denser), denser
    if not layout.fits:
        raise OverflowingPageError(too_long(page, layout.height / typeset.A4_HEIGHT, layout.strays))
    return layout, density


def _lay_out(page: OnePager, density: Density) -> "Layout":
    typeset = _load_typesetter()
    html = make_html(page, density)
    layout: Layout = typeset.lay_out(html, templates_folder(), "one-pager.css")
    picture = _picture(page, density)
    return replace(layout, strays=layout.strays + picture.strays) if picture else layout


def make_html(page: OnePager, density: Density) -> str:
    """The page as HTML at one setting."""
    pixels = density.size * 96 / 72
    figure_rows = spread_evenly(page.figures, 5)
    template = page_environment().get_template("one-pager.html.j2")
    return template.render(
        page=page,
        density=density,
        # Chinese has no ascenders and descenders that keep lines apart.
        leading=density.leading + (0.12 if page.lang == "zh" else 0),
        colours=asdict(PALETTE),
        rows=spread_evenly(page.cards, 3),
        figure_rows=figure_rows,
        figure_size=_figure_size(page, max(map(len, figure_rows), default=1), pixels),
        picture=_picture(page, density),
        picture_width=_picture_width(page),
    )


def spread_evenly(items: Sequence[T], widest: int) -> tuple[Sequence[T], ...]:
    """Items in as few rows of at most `widest` as hold them, the rows as even as can be."""
    rows = ceil(len(items) / widest)
    starts = [ceil(row * len(items) / rows) for row in range(rows)] + [len(items)]
    return tuple(items[start:end] for start, end in pairwise(starts))


def _figure_size(page: OnePager, columns: int, pixels: float) -> float:
    """Size of the key figures in rems: as large as lets the longest stand on one line.

    Texts that are no figures may be longer than a line of readable size; they wrap.
    """
    tile = (_MEASURE / columns - 4) * _PIXELS / pixels - 1.6
    longest = max((text_width(figure.figure) for figure in page.figures), default=1.0)
    return round(min(1.75, max(tile / max(longest, 1.0), 1.0)), 2)


def _picture(page: OnePager, density: Density) -> PlacedPicture | None:
    if page.picture is None:
        return None
    rem = density.size * 96 / 72
    matrix = 1.67 * len(page.matrix.rows) + 1.9 if page.matrix.rows else 0  # in rems, as it is set
    return place_bars(page.picture, _picture_width(page) * _PIXELS, 0.84 * rem, matrix * rem)


def _picture_width(page: OnePager) -> int:
    """In millimetres: beside the matrix, or the page's width where there is none."""
    return 70 if page.matrix.rows else _MEASURE


def _load_typesetter() -> ModuleType:
    """The module that needs WeasyPrint, which in turn needs the system's Pango."""
    try:
        with _plain_names():
            return importlib.import_module("exporter.writers.pdf.typeset")
    except OSError as error:
        raise SetupError(
            "WeasyPrint cannot load Pango",
            "install it: apt install libpango-1.0-0 "
            "libpangoft2-1.0-0 libharfbuzz-subset0 (Debian, Ubuntu), dnf install pango (Fedora), "
            "or brew install pango (macOS)",
        ) from error
