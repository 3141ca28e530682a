"""What WeasyPrint leaves out of a PDF's tags, and a reader who listens needs.

It neither says which language a part is in when that is not the page's, nor what a mark stands for,
and it places figures by its own coordinates instead of the PDF's (ISO 32000-1, 14.8.5.4.3).
"""

from collections.abc import Iterator
from typing import Any

import pydyf

from exporter.report.model import OnePager


def complete_tags(pdf: Any, page: OnePager) -> None:
    """Name the quotes' languages and the marks' meanings, and set the figures' places right.

    Args:
        pdf: pydyf's PDF, complete but not written.
        page: What it shows; quotes and marks are tagged in the page's order.
    """
    for quote, card in zip(_elements(pdf, "BlockQuote"), page.cards, strict=True):
        _object(pdf, quote["K"][0])["Lang"] = pydyf.String(card.quote_lang)
    marks = [named for _, row in page.matrix.rows for named in row]
    for cell, named in zip(_elements(pdf, "TD"), marks, strict=True):
        cell["Alt"] = pydyf.String(page.labels["named" if named else "not_named"])
    for figure in _elements(pdf, "Figure"):
        _place(figure, pdf)


def _place(figure: Any, pdf: Any) -> None:
    """Turn pixels from the upper edge into points from the lower one."""
    left, top, right, bottom = (pixels * 0.75 for pixels in figure["A"]["BBox"])
    (sheet,) = (item for item in pdf.objects if _is(item, "Type", "Page"))
    height = sheet["MediaBox"][3]
    figure["A"]["BBox"] = pydyf.Array((left, height - bottom, right, height - top))


def _elements(pdf: Any, tag: str) -> Iterator[Any]:
    return (item for item in pdf.objects if _is(item, "S", tag))


def _is(item: Any, key: str, name: str) -> bool:
    return isinstance(item, pydyf.Dictionary) and item.get(key) == f"/{name}"


def _object(pdf: Any, reference: bytes) -> Any:
    """The object that `12 0 R` refers to."""
    return pdf.objects[int(reference.split()[0])]
