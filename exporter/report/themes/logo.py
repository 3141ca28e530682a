"""A logo as it is drawn, and as it is read: SVG or PNG, a stranger's, and therefore only data."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from exporter.errors import WrongValueError
from exporter.inputs.opened import Inputs
from exporter.report.themes.logo_png import plain_png, png_size

_PNG_BEGINS = b"\x89PNG\r\n\x1a\n"
_WIDEST, _NARROWEST = 12.0, 0.2  # times its height
_RIGHT_SHAPE = "crop it: a logo stands in a line with the house's name"


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo.

    Attributes:
        kind: What `content` is.
        content: The file: nothing in it runs, refers to anything, or is there and does not show.
        png: The same as dots, for what knows no SVG.
        ratio: How many times as wide as high it is.
    """

    kind: Literal["svg", "png"]
    content: bytes
    png: bytes
    ratio: float

    @property
    def media_type(self) -> str:
        """Of `content`."""
        return "image/svg+xml" if self.kind == "svg" else "image/png"


def logo_of(kind: Literal["svg", "png"], content: bytes, png: bytes = b"") -> Logo:
    """The logo of a file's content, which is looked through once more wherever it comes from.

    Args:
        kind: What the content is.
        content: Of a file.
        png: Of an SVG, what it looks like; "" where that is still to be drawn.

    Raises:
        WrongValueError: It is none that is drawn.
    """
    if kind == "png":
        content = png = plain_png(content)
        ratio = png_size(content).ratio
    else:
        from exporter.report.themes.logo_svg import plain_svg

        content, size = plain_svg(content)
        png, ratio = plain_png(png) if png else b"", size.ratio
    if not _NARROWEST <= ratio <= _WIDEST:
        raise WrongValueError(f"is {ratio:.2g} times as wide as high", _RIGHT_SHAPE)
    return Logo(kind, content, png, ratio)


def read_logo(path: Path, inputs: Inputs) -> Logo:
    """Read a logo.

    Args:
        path: Of its file.
        inputs: What may be read.

    Raises:
        WrongValueError: It is none that is drawn, or may not be read.
        OSError: It cannot be read.
    """
    content = inputs.read(path, inputs.limits.logo_bytes)
    if content.startswith(_PNG_BEGINS):
        return logo_of("png", content)
    if b"<svg" not in content:
        raise WrongValueError("is neither an SVG nor a PNG", "save the logo as one of these")
    logo = logo_of("svg", content)
    from exporter.report.themes.raster import draw_svg

    return logo_of("svg", content, draw_svg(logo.content, logo.ratio))
