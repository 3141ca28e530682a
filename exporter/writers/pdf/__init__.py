"""One-pagers as PDF/A-3a: one page of broker views, or two at most, drawn with WeasyPrint.

density.py    the page as HTML, from roomy to dense; overflow.py: what is said where nothing fits
page_sizes.py    the settings that it is tried in, and the sizes that follow from each
expected_length.py  how long a page will about be, so that it is laid out as few times as can be
sheets.py     where a page that may have two is parted
own_template.py  a template of the report's own filled in; confined.py: drawn, with an end to it
card_columns.py  which card stands in which column
sheet_style.py  what a theme sets: colours, paper, fonts
typeset.py    HTML to laid-out pages and PDF bytes; page_source.py: HTML as it is taken there
page_files.py files and style sheets that a page takes; warned.py: what WeasyPrint warns of
known_styles.py  how elements are styled, kept from page to page
font_features.py  features of fonts, which go with the texts that have them
bars.py       where the parts of a bar chart go; targets.py: of a range of target prices
line_breaks.py   how wide their texts are, and where lines end
house_fonts.py  fonts that a theme names: whether they are here, what they lack
fonts.py      which fonts and characters were drawn, and subsets of a few kilobytes
printable.py  texts without what steers how they are shown
missing_glyphs.py  where characters stand that no font has
tags.py       what a reader who listens needs; archive.py: metadata, colours, attachments
signature.py  signing a PDF
"""

import ctypes.util
import importlib
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from exporter.errors import ContentError, Problem, SetupError
from exporter.files import templates_folder
from exporter.report.pdf.model import Attachment, OnePager
from exporter.report.themes.fonts import FAMILIES
from exporter.writers.pdf.archive import archive
from exporter.writers.pdf.density import fit
from exporter.writers.pdf.house_fonts import PROBE, refuse_absent
from exporter.writers.pdf.own_template import TEMPLATE_FILE
from exporter.writers.pdf.printable import picture_problems
from exporter.writers.pdf.tags import brings_html, complete_tags

if TYPE_CHECKING:
    from exporter.writers.pdf.typeset import Roll

_WIDEST_GAP = 5 * 96 / 25.4  # pixels that a gap between sections may gain; more looks torn


def fit_page(page: OnePager) -> "FittedPage":
    """Find how a page fits, which is half of the work and needs no attachments.

    Raises:
        OverflowingPageError: It does not fit at the densest setting; names what to shorten.
        ContentError: The page refers to something outside, its picture has a text that cannot be
            set there, or WeasyPrint warns of something.
        SetupError: A library is missing.
    """
    if problems := list(picture_problems(page)):
        raise ContentError(problems)
    with _heeding_warnings(page):
        roll, _ = fit(page)
    return FittedPage(page, roll)


class DrawnWith(NamedTuple):
    """What of the system decides how a page is drawn.

    Attributes:
        versions: Of the libraries Pango and HarfBuzz.
        fonts: SHA-256 of each font's file, by the font's name.
        doubts: What fonts of the theme lack, and others drew.
    """

    versions: Mapping[str, str]
    fonts: Mapping[str, str]
    doubts: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FittedPage:
    """A page as it fits, before it is cut to its paper."""

    page: OnePager
    roll: "Roll"

    def drawn_with(self) -> "DrawnWith":
        """What the page was drawn with, once it has been made a PDF."""
        from exporter.writers.pdf.fonts import drawing_versions, font_hashes
        from exporter.writers.pdf.house_fonts import told_of_glyphs

        drawn = tuple(self.roll.document.fonts.values())
        doubts = tuple(told_of_glyphs(drawn, self.page))
        return DrawnWith(drawing_versions(), font_hashes(drawn), doubts)

    def make_pdf(self, attachments: Sequence[Attachment]) -> bytes:
        """The page as a tagged PDF/A-3a of one page; nothing is added to its texts.

        The same page and attachments always give the same bytes.

        Args:
            attachments: Files to embed, by unique names.

        Raises:
            ContentError: A character has no glyph, or WeasyPrint warns of something.
            SetupError: A font is missing.
        """
        from exporter.writers.pdf.fonts import check_fonts, families_of

        typeset, page = _load_typesetter(), self.page

        def complete(pdf: Any) -> None:
            complete_tags(pdf, page)
            archive(pdf, page, attachments)

        if page.template:
            _say_what_it_is(self.roll.document.metadata, page)
        with _heeding_warnings(page):
            content: bytes = typeset.cut_to_sheets(self.roll, _WIDEST_GAP, complete)
            drawn = tuple(self.roll.document.fonts.values())
            if page.template:
                _refuse_strange_fonts(families_of(drawn), page)
            refuse_absent(page.theme.fonts, families_of(drawn), _installed_of)
            check_fonts(drawn, page, _installed_families)
        return content


def _say_what_it_is(metadata: Any, page: OnePager) -> None:
    """Whatever a template says in its head, the document is the page that it was laid out as."""
    properties = page.properties
    metadata.title, metadata.authors, metadata.lang = (
        properties.title,
        [properties.author],
        page.lang,
    )
    metadata.description, metadata.keywords = properties.subject, [properties.keywords]
    metadata.created = metadata.modified = properties.created.isoformat()
    metadata.generator, metadata.custom, metadata.attachments = "exporter", {}, []


def _refuse_strange_fonts(families: Collection[str], page: OnePager) -> None:
    """Go on only if a template sets texts in fonts that the theme names, or in ours."""
    if strange := sorted(set(families) - {*FAMILIES, *page.theme.fonts.named}):
        wrong = f"texts are set in {' and '.join(strange)}, which the theme does not name"
        right = "name it in the theme, or write what it has no glyph for otherwise"
        raise ContentError([Problem(TEMPLATE_FILE, 0, page.name, wrong, right)])


@contextmanager
def _heeding_warnings(page: OnePager) -> Iterator[None]:
    """Refuse whatever WeasyPrint only warns of."""
    _load_typesetter()
    from exporter.writers.pdf.warned import collected_warnings

    with collected_warnings() as warned:
        yield
    file = TEMPLATE_FILE if brings_html(page) else ""
    if warned:
        raise ContentError(
            [
                Problem(file, 0, page.name, f"WeasyPrint warns: {text}", "mend the template")
                for text in warned
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
    roll = typeset.lay_out("<p>A 中</p>", templates_folder(), "one-pager.css")
    typeset.cut_to_sheets(roll, _WIDEST_GAP, lambda _: None)


@cache
def _installed_families() -> frozenset[str]:
    """Those of a page's fonts that this machine has."""
    return _installed_of(FAMILIES, "A☐")


@cache
def _installed_of(families: tuple[str, ...], probe: str = PROBE) -> frozenset[str]:
    """Those of some fonts that this machine has: letters set in each show whose they are."""
    from exporter.writers.pdf.fonts import families_of

    typeset = _load_typesetter()
    names = (f"'{family}', '{family.replace('Symbols2', 'Symbols 2')}'" for family in families)
    letters = "".join(f'<p style="font-family: {name}">{probe}</p>' for name in names)
    style = "--leading: 1; --ink: black"
    html = f'<html lang="en" style="{style}"><title>.</title>{letters}</html>'
    roll = typeset.lay_out(html, templates_folder(), "one-pager.css")
    typeset.cut_to_sheets(roll, _WIDEST_GAP, lambda _: None)
    return families_of(roll.document.fonts.values())


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
