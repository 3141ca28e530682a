"""HTML to laid-out pages and PDF bytes by WeasyPrint, with nothing let pass that it only warns of.

A page is laid out on an endless roll of its paper's width and then cut: so its natural height is
known exactly from one layout, whether it fits or not, and what is left of the sheet can be shared
out. Of two sheets, each has its roll.

WeasyPrint takes most of a second to load; import this module where a page is made, not before.
"""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_backgrounds
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from exporter.errors import ContentError, Problem
from exporter.report.themes.logo import Logo
from exporter.report.themes.model import A4
from exporter.writers.pdf import page_files
from exporter.writers.pdf.font_features import font_configuration
from exporter.writers.pdf.fonts import CompactFonts, embed_compactly
from exporter.writers.pdf.page_source import PageSource

_PIXELS = 96 / 25.4  # CSS pixels in a millimetre
_OPTIONS: Mapping[str, Any] = MappingProxyType(
    # Its own output intent leaves a file open; `archive` adds one.
    {"pdf_variant": "pdf/a-3a", "pdf_identifier": True, "output_intent": ""}
)


@dataclass(frozen=True, slots=True)
class Roll:
    """A document on its rolls, of which there is one for each sheet.

    Attributes:
        document: WeasyPrint's document, of as many pages.
        heights: Where the content of each ends, with the page's lower margin, in pixels.
        strays: Words that stick out of the box they stand in.
        sheet: How high the paper is, in pixels.
        most: How many sheets there may be.
    """

    document: Any
    heights: tuple[float, ...]
    strays: tuple[str, ...]
    sheet: float
    most: int = 1

    @property
    def fits(self) -> bool:
        """Whether its paper holds it, with every word inside its box."""
        return self.length <= 1 and not self.strays

    @property
    def length(self) -> float:
        """How long it is, in what its sheets hold: above 1, it overflows."""
        if len(self.heights) > self.most:
            return sum(self.heights) / (self.most * self.sheet)
        return max(self.heights) / self.sheet


@dataclass(frozen=True, slots=True)
class House:
    """What a theme brings to a page.

    Attributes:
        rules: CSS that comes after our style sheet: colours, paper, fonts.
        height: Of its paper, in millimetres.
        logo: What a page calls `house:logo`; None for none.
        pages: How many sheets there may be.
        own: The style sheet, or "", of a report that brings its own or a template: then nothing is
            loaded from the folder; None for a page of ours.
    """

    rules: str = ""
    height: float = A4.height
    logo: Logo | None = None
    pages: int = 1
    own: str | None = None


def lay_out(html: str, folder: Path, style_sheet: str, house: House | None = None) -> Roll:
    """Lay out `html` on a roll: its @page gives a width and a height beyond all content.

    Args:
        html: A whole document.
        folder: The only folder that it may load files from.
        style_sheet: Name of a style sheet there.
        house: What its theme brings; an A4 page without a logo unless given.

    Raises:
        ContentError: It refers to something elsewhere.
    """
    house = house or House()
    try:
        own, base = house.own, folder.as_uri() + "/"
        fetcher = page_files.FolderFetcher(folder if own is None else None, house.logo)
        if own is None:
            source = PageSource(html, base, fetcher)
        else:
            source = weasyprint.HTML(string=html, base_url=base, url_fetcher=fetcher)
        sheets = [page_files.style_sheet(folder / style_sheet), page_files.theme_rules(house.rules)]
        if own is not None:
            sheets.append(page_files.own_style_sheet(own, style_sheet, base, fetcher))
        document = source.render(
            font_config=_fonts(threading.get_ident()), stylesheets=sheets, **_OPTIONS
        )
    except FatalURLFetchingError as error:
        right = "use files of that folder"
        if house.own is not None:
            logo = page_files.LOGO
            right = f"the style sheet {style_sheet} is there without a link, the logo as {logo}"
        raise ContentError([Problem("", 0, "", str(error), right)]) from error
    rolls = [page._page_box for page in document.pages]  # noqa: SLF001 - no public way to boxes
    heights = [_end(box) for box in rolls]
    strays = tuple(stray for box in rolls for stray in _strays(box))
    return Roll(document, tuple(heights), strays, house.height * _PIXELS, house.pages)


def _end(roll: Any) -> float:
    ends = [_bottom(box) for box in _sections(roll)]
    return float(max(ends, default=0.0) + roll.margin_bottom)


def cut_to_sheets(roll: Roll, widest_gap: float, complete: Callable[[Any], None]) -> bytes:
    """Cut each roll to a page, and give them as a tagged PDF.

    Room that is left goes between the sections, up to `widest_gap` each; what is left then
    goes above the footer, which stands at the page's lower edge.

    Args:
        roll: One that fits.
        widest_gap: In pixels.
        complete: Called with pydyf's PDF before it is written.
    """
    if roll.length > 1:
        raise ValueError("a page that does not fit cannot be cut to one")
    for number, (page, height) in enumerate(zip(roll.document.pages, roll.heights, strict=True)):
        box = page._page_box  # noqa: SLF001
        _spread(_sections(box), roll.sheet - height, widest_gap)
        _sink(box)
        box.height -= box.margin_height() - roll.sheet
        # Backgrounds and bookmarks were placed with the layout, before things moved.
        layout_backgrounds(box, _no_image)
        roll.document.pages[number] = weasyprint.Page(box)
    roll.document.fonts = CompactFonts()

    def finish(_: Any, pdf: Any) -> None:
        embed_compactly(pdf)
        complete(pdf)

    content: bytes = roll.document.write_pdf(finisher=finish, **_OPTIONS)
    return content


def _spread(sections: Sequence[Any], room: float, widest_gap: float) -> None:
    if not sections or sections[-1].element_tag != "footer":
        return
    gap = min(room / max(len(sections) - 1, 1), widest_gap)
    for index, section in enumerate(sections[1:-1], 1):
        section.translate(dy=index * gap)
    sections[-1].translate(dy=room)


def _sink(box: Any) -> None:
    """Move what has the class `sinks` to the lower edge of its table cell.

    So quotes, and source lines, of neighbours end on one line; CSS has no word for it in tables.
    """
    for cell in box.descendants():
        if isinstance(cell, boxes.TableCellBox):
            # A cell lower than its row is filled up by padding; what is its own is in its style.
            edge = cell.padding_box_y() + cell.padding_height() - cell.style["padding_bottom"].value
            for child in _sinking(cell):
                child.translate(dy=edge - _bottom(child))


def _sinking(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if child.element is not None and "sinks" in child.element.get("class", "").split():
            yield child  # and not the lines within it, which have the same element
        else:
            yield from _sinking(child)


def _no_image(url: str, **_: Any) -> None:
    raise FatalURLFetchingError(f"{url} is not loaded: pages have no background images")


@cache
def _fonts(_thread: int) -> FontConfiguration:
    """The fonts, loaded once a thread: they are tens of megabytes, and not for threads to share."""
    return font_configuration()


def _sections(page_box: Any) -> Sequence[Any]:
    """The children of <body>."""
    (body,) = page_box.children[0].children
    children: Sequence[Any] = body.children
    return children


def _bottom(box: Any) -> float:
    return float(box.position_y + box.margin_height())


def _strays(block: Any) -> Iterator[str]:
    """Texts that are wider than the block they are set in, found by walking the boxes below it.

    Of a comparison that is wider than its block, since no word of it is broken, the widest text.
    """
    for child in getattr(block, "children", ()):
        right = block.content_box_x() + block.width if hasattr(block, "content_box_x") else 0.0
        if _is_comparison(child) and child.position_x + child.margin_width() > right + 0.5:
            texts = (box for box in child.descendants() if isinstance(box, boxes.TextBox))
            yield max(texts, key=lambda box: float(box.width)).text
        if isinstance(child, boxes.LineBox):
            for text in child.descendants():
                # Half a pixel is rounding, not an overflow.
                if isinstance(text, boxes.TextBox) and _right(text) > right + 0.5:
                    yield text.text
        else:
            yield from _strays(child)


def _is_comparison(box: Any) -> bool:
    """Whether a box is the one around the table of what brokers rate and expect."""
    is_table = isinstance(box, boxes.BlockBox) and box.is_table_wrapper
    return is_table and "comparison" in box.element.get("class", "").split()


def _right(box: Any) -> float:
    return float(box.position_x + box.width)
