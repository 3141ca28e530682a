"""What an evidence page holds of its own: a style sheet, a script, and what it may do."""

from base64 import b64encode
from dataclasses import asdict
from hashlib import sha256

from exporter.files import templates_folder
from exporter.report.theme import PALETTE


def style_sheet(*, has_pictures: bool = False) -> str:
    """The content of the page's only style element: the theme's colours, then the rules."""
    colours = "".join(
        f"--{name.replace('_', '-')}:{colour};" for name, colour in asdict(PALETTE).items()
    )
    rules = _of_templates("evidence.css")
    rules += _of_templates("evidence-pictures.css") if has_pictures else ""
    return f":root{{{colours}}}\n{rules}"


def script() -> str:
    """The content of the page's only script element."""
    return _of_templates("evidence.js")


def policy(*, has_pictures: bool = False) -> str:
    """What the page may do: its own style sheet and script, known by their hashes, and no more."""
    own = style_sheet(has_pictures=has_pictures), script()
    own_style, own_script = (b64encode(sha256(text.encode()).digest()).decode() for text in own)
    pictures = "img-src data:; " if has_pictures else ""
    return (
        f"default-src 'none'; {pictures}style-src 'sha256-{own_style}'; "
        f"script-src 'sha256-{own_script}'; "
        "base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _of_templates(name: str) -> str:
    return (templates_folder() / name).read_text("utf-8")
