"""A theme as writers take it: every colour, the paper, and a house's words in one language."""

from dataclasses import dataclass, field
from typing import NamedTuple

from exporter.facts.words import Bilingual, Lang
from exporter.report.labels import WORDS
from exporter.report.theme import NIGHT, PALETTE, Palette
from exporter.report.themes.definition import ThemeDefinition
from exporter.report.themes.fonts import Fonts
from exporter.report.themes.logo import Logo
from exporter.report.themes.palettes import day_palette, is_dark, night_palette, sheet_palette


class Paper(NamedTuple):
    """What is printed on: name, width and height in millimetres, and Excel's number for it."""

    name: str
    width: float
    height: float
    excel: int


A4 = Paper("a4", 210.0, 297.0, 9)
LETTER = Paper("letter", 215.9, 279.4, 1)
_PAPERS = {paper.name: paper for paper in (A4, LETTER)}


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


def theme_in(definition: ThemeDefinition | str | None, lang: Lang) -> Theme:
    """A theme in a language; the house's own where a report names none.

    Args:
        definition: Of a report: a name alone is one that has not been read.
        lang: The language.
    """
    if not isinstance(definition, ThemeDefinition):
        return DESK
    named = definition.palette.named
    fonts = definition.fonts
    return Theme(
        day_palette(named),
        night_palette(named),
        sheet_palette(named),
        is_dark(named["surface"], named["ink"]),
        Fonts(fonts.text or "", fonts.text_zh or "", fonts.figures or ""),
        _PAPERS[definition.paper],
        Letterhead(
            _said(definition.name, lang),
            _said(definition.author, lang),
            _said(definition.contact, lang),
            definition.logo.logo() if definition.logo else None,
            _logo_says(definition, lang),
        ),
        _said(definition.disclaimer, lang),
    )


def _logo_says(definition: ThemeDefinition, lang: Lang) -> str:
    """What a logo shows, for those who cannot see it."""
    house = _said(definition.name, lang)
    if definition.logo is None:
        return ""
    return WORDS["logo of"].in_(lang).format(house=house) if house else WORDS["logo"].in_(lang)


def _said(text: Bilingual | None, lang: Lang) -> str:
    return text.in_(lang) if text else ""
