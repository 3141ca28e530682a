"""Written one-pagers, read back and compared with their layouts.

texts.py           the texts that a page should show, and those that it does
same_glyphs.py     characters that a page draws alike
images.py          pictures of dots: the theme's logo, and none else
own_page.py        a page that the report's own template has drawn
shown.py           texts looked for in it; seen.py: its characters, and whether one can see them
structure.py       what a PDF is besides its text: fonts, links, tags, attachments
objects.py         its objects one by one, for what has no words
signature.py       whether a signed PDF is what was signed, and by whom
"""

import importlib
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from exporter.proof.difference import MISSING, Difference, in_file, unlike, unreadable
from exporter.proof.pdf.own_page import brings_html, compare_own_page
from exporter.proof.pdf.structure import compare_structure
from exporter.proof.pdf.texts import expected_texts, read_text, stated_texts
from exporter.proof.texts import compare_texts
from exporter.report.pdf.model import Attachment, OnePager


def load() -> None:
    """Load the readers, which takes longer than reading a page."""
    importlib.import_module("pikepdf")
    importlib.import_module("pypdfium2")


def compare_onepager(
    page: OnePager, path: Path, attachments: Sequence[Attachment] | None = None
) -> list[Difference]:
    """Compare a written one-pager with what was laid out, text by text.

    Args:
        page: The page as laid out.
        path: The file.
        attachments: The files that it should hold; None where that is not known.

    Returns:
        Everything that differs; empty when the page shows the layout and nothing else. A file that
        no reader makes sense of is one difference.

    Raises:
        OSError: The file is not there, or may not be read.
    """
    content = path.read_bytes()
    try:
        differences = list(_differences(page, content, attachments))
    except Exception as error:  # whatever it is, the readers stumble over what is in the file
        return [unreadable(path.name, error)]
    return list(in_file(path.name, differences))


def compare_texts_alone(page: OnePager, path: Path) -> list[Difference]:
    """Compare the values, units and texts that a one-pager shows, whichever exporter drew it.

    Args:
        page: The page as laid out here.
        path: The file.
    """
    try:
        content = path.read_bytes()
        if brings_html(page):
            return list(in_file(path.name, compare_own_page(page, content)))
        shown = read_text(content)
    except Exception as error:  # as above
        return [unreadable(path.name, error)]
    texts = (text for text in stated_texts(page) if text.text not in shown)
    missing = (unlike(text.place, text.what, _joined(text.text), MISSING) for text in texts)
    return list(in_file(path.name, missing))


def _differences(
    page: OnePager, content: bytes, attachments: Sequence[Attachment] | None
) -> Iterator[Difference]:
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        yield from compare_structure(pdf, page, attachments)
        sheets = len(pdf.pages)
    if page.template and sheets:
        yield from compare_own_page(page, content)
    if brings_html(page):
        return
    text = read_text(content) if sheets else ""
    # Where a text stands is the page's own affair.
    expected = list(expected_texts(page, sheets))
    for told in compare_texts(expected, text, "page 1", in_order=False):
        yield replace(told, expected=_joined(told.expected), found=_joined(told.found))


def _joined(text: str) -> str:
    """A text whose letters and accents were parted, as people write it."""
    return unicodedata.normalize("NFC", text)
