"""The pictures of dots in a PDF: the theme's logo where that is one, and no other.

What is compared are the colours of the dots, decoded on both sides; an SVG is drawn as lines and
surfaces, and leaves none.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.report.themes.logo import Logo

if TYPE_CHECKING:
    import pikepdf

_PLACE, _WHAT = "page 1", "image"


def compare_images(
    pdf: "pikepdf.Pdf", logo: Logo | None, *, may_lack: bool = False
) -> Iterator[Difference]:
    """Compare the pictures of dots of a PDF with the one that it may have.

    Args:
        pdf: The file, open.
        logo: Of the page's theme; None for none.
        may_lack: Whether the page need not show it.
    """
    images = [item for item in pdf.objects if _is_image(item)]
    masks = {item.SMask.objgen for item in images if "/SMask" in item}
    shown = [item for item in images if item.objgen not in masks]
    expected = _dots(logo.content) if logo and logo.kind == "png" else None
    if expected is not None and not shown and not may_lack:
        yield unlike(_PLACE, _WHAT, _size(expected), MISSING)
    for item in shown:
        if expected is None or not _is_same(item, expected):
            found = f"{item.get('/Width')}x{item.get('/Height')}"
            same = expected is not None and found == _size(expected)
            yield unlike(
                _PLACE,
                _WHAT,
                NOTHING if expected is None else _size(expected),
                f"{found} of other dots" if same else found,
            )


def _is_image(item: Any) -> bool:
    import pikepdf

    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"


def _dots(content: bytes) -> Any:
    """A PNG as Pillow's picture of red, green and blue."""
    from PIL import Image

    with Image.open(io.BytesIO(content)) as image:
        return image.convert("RGBA").convert("RGB")


def _size(image: Any) -> str:
    return f"{image.width}x{image.height}"


def _is_same(item: Any, expected: Any) -> bool:
    import pikepdf

    shown = pikepdf.PdfImage(item).as_pil_image().convert("RGB")
    same: bool = shown.size == expected.size and shown.tobytes() == expected.tobytes()
    return same
