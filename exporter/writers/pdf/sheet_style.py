"""What a theme sets on a one-pager: colours, paper, fonts."""

from collections.abc import Collection
from dataclasses import asdict

from exporter.report.themes.fonts import sans_families
from exporter.report.themes.model import Theme

_MARGIN = 15  # millimetres at the left and at the right, as in one-pager.css
_ROLL = 9000  # millimetres: longer than all content


def measure(theme: Theme) -> float:
    """Millimetres between the page's margins."""
    return round(theme.paper.width - 2 * _MARGIN, 1)


def font_families(theme: Theme) -> str:
    """The families of the page's texts, for an attribute of an SVG."""
    return ", ".join(sans_families((theme.fonts.text, theme.fonts.text_zh)))


def sheet_style(theme: Theme) -> str:
    """The rules that come after those of one-pager.css, which names the house's own fonts."""
    fonts, size = theme.fonts, f"{theme.paper.width:g}mm {_ROLL}mm"
    colours = "".join(f"  --{name}: {colour};\n" for name, colour in asdict(theme.palette).items())
    rules = [
        f"@page {{ size: {size}; background: {theme.palette.paper} }}",
        f":root {{\n{colours}  --measure: {measure(theme):g}mm;\n}}",
    ]
    if own := tuple(filter(None, (fonts.text, fonts.text_zh))):
        rules.append(f"html, h1, .quote {{ font-family: {_quoted(sans_families(own))} }}")
    if fonts.figures:
        families = sans_families((fonts.figures, *own))
        rules.append(f".figure {{ font-family: {_quoted(families)} }}")
        rules.append(f".unit {{ font-family: {_quoted(sans_families(own))} }}")
    return "\n".join(rules)


def _quoted(families: Collection[str]) -> str:
    return ", ".join(f'"{family}"' for family in families)
