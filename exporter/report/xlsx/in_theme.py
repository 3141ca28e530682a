"""A workbook in a theme: its colours, fonts, and what stands above and below its printed pages.

Sheets are laid out in the colours of `desk`; here each becomes the theme's own.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace

from exporter.limits import HEADER, text_length
from exporter.report.theme import PALETTE, Palette
from exporter.report.themes.contrast import passing_shade
from exporter.report.themes.model import Letterhead, Theme
from exporter.report.xlsx.model import Sheet, Style, Workbook
from exporter.report.xlsx.styles import is_of_figures

_HEADER = "header"


def in_theme(book: Workbook, theme: Theme) -> Workbook:
    """The same workbook as a theme has it; one of `desk` without a word of a house is as it was.

    Args:
        book: As laid out, in the colours of `desk`.
        theme: In the workbook's language.
    """
    colours = _colours(theme.sheet)
    own = theme.fonts.text_zh if book.lang == "zh" else theme.fonts.text
    return replace(
        book,
        sheets=tuple(_sheet(sheet, colours) for sheet in book.sheets),
        styles={name: _style(name, style, theme, colours) for name, style in book.styles.items()},
        font=own or book.font,
        accent=theme.sheet.accent,
        header=page_header(theme.letterhead),
        theme=theme,
    )


def page_header(head: Letterhead) -> str:
    """What stands above each printed page, in Excel's codes: logo or house, who, how reached."""
    house, by = _escaped(head.house), _escaped(" · ".join(head.by))
    parts = [("&L", "&G" if head.logo else house), ("&C", house if head.logo else ""), ("&R", by)]
    header = "".join(code + text for code, text in parts if text)
    while text_length(header) > HEADER:  # names may have 200 characters each
        code, text = max(parts, key=lambda part: text_length(part[1]))
        parts[parts.index((code, text))] = (code, text.rstrip("…&")[:-1].rstrip("&") + "…")
        header = "".join(code + text for code, text in parts if text)
    return header


def _colours(palette: Palette) -> Mapping[str, str]:
    """The theme's colours by those of `desk`; of two that are one there, the first counts."""
    pairs = list(zip(asdict(PALETTE).values(), asdict(palette).values(), strict=True))
    return dict(reversed(pairs))


def _sheet(sheet: Sheet, colours: Mapping[str, str]) -> Sheet:
    return replace(sheet, tab_colour=colours.get(sheet.tab_colour, sheet.tab_colour))


def _style(name: str, style: Style, theme: Theme, colours: Mapping[str, str]) -> Style:
    paper = theme.sheet.paper
    ground = paper if paper != PALETTE.paper else ""  # cells are white by themselves
    fill = colours.get(style.fill, style.fill) or ground
    colour = colours.get(style.colour) or passing_shade(style.colour or PALETTE.ink, fill or paper)
    if name.startswith(_HEADER):
        fill, colour = theme.sheet.band, theme.sheet.band_text
    return replace(
        style,
        colour=colour if style.colour or ground else "",
        fill=fill,
        rule_below=colours.get(style.rule_below, style.rule_below),
        font=theme.fonts.figures if is_of_figures(name) else "",
    )


def _escaped(text: str) -> str:
    """A text in a page header, where `&` begins a code."""
    return text.replace("&", "&&")
