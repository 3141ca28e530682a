"""A theme in one language, of what a report names; writers, which load no models, know its form."""

from exporter.facts.words import Bilingual, Lang
from exporter.report.labels import WORDS
from exporter.report.themes.definition import ThemeDefinition
from exporter.report.themes.fonts import Fonts
from exporter.report.themes.model import DESK, PAPERS, Letterhead, Theme
from exporter.report.themes.palettes import day_palette, is_dark, night_palette, sheet_palette


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
        PAPERS[definition.paper],
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
