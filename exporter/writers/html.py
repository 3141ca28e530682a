"""The evidence page as one HTML file that needs nothing else and can reach nothing else."""

from base64 import b64encode
from dataclasses import asdict
from hashlib import sha256

from markupsafe import Markup

from exporter.files import templates_folder
from exporter.report.html.model import EvidencePage
from exporter.report.theme import Palette
from exporter.report.themes.fonts import font_families
from exporter.report.themes.logo import Logo
from exporter.writers.alike_entries import AlikeEntries
from exporter.writers.templates import page_environment


def make_evidence_page(page: EvidencePage) -> bytes:
    """The evidence page as HTML; the same page always gives the same bytes.

    Style and script stand in it, and its Content Security Policy lets these two run and nothing be
    loaded.
    """
    style, script = _style(page), _inline("evidence.js")
    template = page_environment().get_template("evidence.html.j2")
    html = template.render(
        page=page,
        draw=AlikeEntries(page.labels).draw,
        style=style,
        script=script,
        logo=data_uri(page.theme.letterhead.logo),
        policy=_policy(style, script, page),
    )
    return html.encode()


def _style(page: EvidencePage) -> Markup:
    theme = page.theme
    scheme = "dark" if theme.is_dark else "light dark"
    rules = [
        f":root{{color-scheme:{scheme};{_colours(theme.palette)}}}",
        f"@media (prefers-color-scheme:dark){{:root{{{_colours(theme.night)}}}}}",
    ]
    if theme.is_dark:  # browsers print no grounds
        rules.append(f"@media print{{:root{{{_colours(theme.sheet)}}}}}")
    if fonts := font_families(theme.fonts, page.lang):
        rules.append(f":root{{{fonts}}}")
    style = Markup("\n".join(rules)) + "\n" + _inline("evidence.css")  # noqa: S704 - letters, digits
    return style + _inline("evidence-pictures.css") if page.has_pictures else style


def _colours(palette: Palette) -> str:
    named = asdict(palette).items()
    return "".join(f"--{name.replace('_', '-')}:{colour};" for name, colour in named)


def data_uri(logo: Logo | None) -> str:
    """A logo as the address of itself; "" for none."""
    return f"data:{logo.media_type};base64,{b64encode(logo.content).decode()}" if logo else ""


def _inline(name: str) -> Markup:
    """A file of ours as it stands inside its element, where nothing is escaped."""
    return Markup((templates_folder() / name).read_text("utf-8"))  # noqa: S704 - comes with the package


def _policy(style: str, script: str, page: EvidencePage) -> str:
    """What the page may do: look and behave as its own style and script say, and no more.

    Pictures stand in it, too: it loads none.

    Source: W3C Content Security Policy Level 3, 6.1 (fetch directives), 8.4 (hashes).
    """
    return "; ".join(
        (
            "default-src 'none'",
            *(["img-src data:"] if page.has_pictures else []),
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
