"""One palette for everything that is drawn: workbooks, charts and pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#RRGGBB`; texts reach 4.5:1 against their grounds (WCAG 2.2, 1.4.3)."""

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
    typed: str = "#0000FF"  # figures that somebody typed, as desks colour them
    calculated: str = "#000000"


PALETTE = Palette()
WORKBOOK_FONTS = {"en": "Arial", "zh": "Microsoft YaHei"}
