"""The colours of everything that is drawn, workbooks, charts and pages, by day and by night."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#RRGGBB`; texts reach 4.5:1 against their grounds (WCAG 2.2, 1.4.3).

    Those of a theme follow from the six that it names (`themes/palettes.py`); what is laid out
    names colours by these, of the theme `desk`.

    Attributes:
        paper: The ground of everything.
        accent_soft: Of quotations and figures.
        alert: Of what is not proved.
        accepted: Of what an analyst answers for.
        marked: Of the words of a quote within their sentence.
        band: Of the head of a page, on which stands `band_text`.
    """

    ink: str = "#1B2430"
    muted: str = "#5A6675"
    accent: str = "#1F4E79"
    accent_soft: str = "#E8EFF6"
    line: str = "#C9D3DE"
    link: str = "#1A5FA8"
    positive: str = "#1E6B45"
    neutral: str = "#6B5A1E"
    negative: str = "#9C2F2A"
    alert: str = "#FBE3E1"
    accepted: str = "#FFF4D6"
    paper: str = "#FFFFFF"
    marked: str = "#FFF1B8"
    band: str = "#1F4E79"
    band_text: str = "#FFFFFF"
    typed: str = "#0000FF"  # figures that somebody typed, as desks colour them
    calculated: str = "#000000"


PALETTE = Palette()
# What pages are in where a reader has asked for dark ones.
NIGHT = Palette(
    ink="#E4E9EF",
    muted="#A3AFBD",
    accent="#9CC3EA",
    accent_soft="#1C2836",
    line="#3A4757",
    link="#8FC0F2",
    positive="#7FCFA4",
    neutral="#E3CD85",
    negative="#F0A19C",
    alert="#43211F",
    accepted="#3D3517",
    paper="#121920",
    marked="#57491A",
    band="#16324D",
    band_text="#F2F6FA",
)
WORKBOOK_FONTS = {"en": "Arial", "zh": "Microsoft YaHei"}
