"""What an evidence page holds of its own: a style sheet, a script, and what it may do."""

from base64 import b64encode
from dataclasses import asdict
from hashlib import sha256

from exporter.facts.words import Lang
from exporter.files import templates_folder
from exporter.report.html.model import EvidencePage
from exporter.report.theme import Palette
from exporter.report.themes.model import Theme


def style_sheet(page: EvidencePage) -> str:
    """The content of the page's only style element: the theme, then the rules."""
    rules = _of_templates("evidence.css")
    rules += _of_templates("evidence-pictures.css") if page.has_pictures else ""
    return "".join(f"{line}\n" for line in _of_theme(page.theme, page.lang)) + rules


def _of_theme(theme: Theme, lang: Lang) -> list[str]:
    scheme = "dark" if theme.is_dark else "light dark"
    day, night = _colours(theme.palette), _colours(theme.night)
    lines = [
        f":root{{color-scheme:{scheme};{day}}}",
        f"@media (prefers-color-scheme:dark){{:root{{{night}}}}}",
    ]
    if theme.is_dark:
        lines.append(f"@media print{{:root{{{_colours(theme.sheet)}}}}}")
    own = [f'"{family}"' for family in (theme.fonts.text, theme.fonts.text_zh) if family]
    text = ", ".join(reversed(own) if lang == "zh" else own)
    fonts = f"--text-font:{text};" if own else ""
    fonts += f'--figures-font:"{theme.fonts.figures}";' if theme.fonts.figures else ""
    return [*lines, f":root{{{fonts}}}"] if fonts else lines


def _colours(palette: Palette) -> str:
    named = asdict(palette).items()
    return "".join(f"--{name.replace('_', '-')}:{colour};" for name, colour in named)


def logo_address(page: EvidencePage) -> str:
    """The logo as the page has it, in itself; "" for none."""
    logo = page.theme.letterhead.logo
    kind = {"svg": "image/svg+xml", "png": "image/png"}
    return f"data:{kind[logo.kind]};base64,{b64encode(logo.content).decode()}" if logo else ""


def script() -> str:
    """The content of the page's only script element."""
    return _of_templates("evidence.js")


def policy(page: EvidencePage) -> str:
    """What the page may do: its own style sheet and script, known by their hashes, and no more."""
    own = style_sheet(page), script()
    own_style, own_script = (b64encode(sha256(text.encode()).digest()).decode() for text in own)
    pictures = "img-src data:; " if page.has_pictures else ""
    return (
        f"default-src 'none'; {pictures}style-src 'sha256-{own_style}'; "
        f"script-src 'sha256-{own_script}'; "
        "base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _of_templates(name: str) -> str:
    return (templates_folder() / name).read_text("utf-8")
