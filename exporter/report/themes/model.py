"""A theme as writers take it: every colour, the paper, and a house's words in one language."""

from dataclasses import dataclass, field
from typing import NamedTuple

from exporter.report.theme import NIGHT, PALETTE, Palette
from exporter.report.themes.fonts import Fonts
from exporter.report.themes.logo import Logo


class Paper(NamedTuple):
    """What is printed on: name, width and height in millimetres, and Excel's number for it."""

    name: str
    width: float
    height: float
    excel: int


A4 = Paper("a4", 210.0, 297.0, 9)
LETTER = Paper("letter", 215.9, 279.4, 1)
PAPERS = {paper.name: paper for paper in (A4, LETTER)}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who speaks: what stands above the title of a page; "" for what is not said.

    Attributes:
        logo_says: What the logo shows, in words.
    """

    house: str = ""
    author: str = ""
    contact: str = ""
    logo: Logo | None = None
    logo_says: str = ""

    def __bool__(self) -> bool:
        """Whether anything of it stands there."""
        return bool(self.house or self.author or self.contact or self.logo)

    @property
    def by(self) -> tuple[str, ...]:
        """Who writes, and how they are reached."""
        return tuple(filter(None, (self.author, self.contact)))


@dataclass(frozen=True, slots=True)
class Theme:
    """How everything of one language looks.

    Attributes:
        palette: Its colours.
        night: Those for whoever asks for dark pages.
        sheet: Those of workbooks and of printed pages.
        is_dark: Whether the palette is dark itself.
        disclaimer: What stands below every page, or "".
    """

    palette: Palette = PALETTE
    night: Palette = NIGHT
    sheet: Palette = PALETTE
    is_dark: bool = False
    fonts: Fonts = field(default_factory=Fonts)
    paper: Paper = A4
    letterhead: Letterhead = field(default_factory=Letterhead)
    disclaimer: str = ""


DESK = Theme()
