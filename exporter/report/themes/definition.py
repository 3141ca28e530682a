"""A theme as it is named: palette, fonts, paper, logo and the words of a house."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from exporter.errors import Fault, WrongValueError, WrongValuesError
from exporter.facts.models import Line, Model, Name, Text
from exporter.report.theme import PALETTE
from exporter.report.themes.contrast import BLACK, TEXT, WHITE, contrast, passing_shade
from exporter.report.themes.logo import Logo, logo_of

PaperName: TypeAlias = Literal["a4", "letter"]
_FONT = r"^[^\W_][\w .+-]{0,99}$"  # of a family: in a style sheet it stands between quotation marks
_COLOUR = r"^#[0-9A-Fa-f]{6}$"
_READ = ("ink", "accent", "muted", "positive", "negative")  # what texts are written in


def colour(text: str) -> str:
    """A colour in capitals, refused where it is none."""
    if not re.fullmatch(_COLOUR, text):
        raise WrongValueError(f"{text!r} is no colour", "write it like #1F4E79")
    return text.upper()


def font_family(text: str) -> str:
    """The name of one family of fonts."""
    if not re.fullmatch(_FONT, text):
        right = "name one family by letters, digits, spaces and hyphens, like Source Sans 3"
        raise WrongValueError(f"{text!r} is no name of a font", right)
    return text


Colour = Annotated[str, AfterValidator(colour)]
FontFamily = Annotated[str, AfterValidator(font_family)]


class PaletteDefinition(Model):
    """The six colours that a theme names; those of `desk` where it names none.

    Attributes:
        ink: Of texts.
        accent: Of headings, figures, bars, and the head of pages.
        muted: Of what is said by the way.
        positive: Of what is good or proved.
        negative: Of what is bad or in doubt.
        surface: The ground of all.
    """

    ink: Colour = PALETTE.ink
    accent: Colour = PALETTE.accent
    muted: Colour = PALETTE.muted
    positive: Colour = PALETTE.positive
    negative: Colour = PALETTE.negative
    surface: Colour = PALETTE.paper

    @model_validator(mode="after")
    def _readable(self) -> Self:
        if faults := list(_hard_to_read(self.named)):
            raise WrongValuesError(*faults)
        return self

    @property
    def named(self) -> Mapping[str, str]:
        """The colours by their names."""
        return {name: getattr(self, name) for name in PaletteDefinition.model_fields}


class FontsDefinition(Model):
    """The families that a theme names; the house's own where it names none.

    Attributes:
        text: Of texts.
        text_zh: Of Chinese characters, and of all texts of a Chinese workbook.
        figures: Of figures: the values of a workbook, the key figures of a page.
    """

    text: FontFamily | None = None
    text_zh: FontFamily | None = None
    figures: FontFamily | None = None


class LogoDefinition(Model):
    """A logo as a manifest has it: its file, and the same as a picture of dots.

    Attributes:
        kind: What its file is.
        content: That file, as Base64.
        png: Where the file is an SVG, what it looks like: for programs that know no SVG.
    """

    kind: Literal["svg", "png"]
    content: str
    png: str | None = None

    @model_validator(mode="after")
    def _drawable(self) -> Self:
        self.logo()
        return self

    @classmethod
    def of(cls, logo: Logo) -> Self:
        """The definition of a logo that was read."""
        png = b64encode(logo.png).decode() if logo.kind == "svg" else None
        return cls(kind=logo.kind, content=b64encode(logo.content).decode(), png=png)

    def logo(self) -> Logo:
        """The logo.

        Raises:
            WrongValueError: It is none that is drawn.
        """
        content = b64decode(self.content, validate=True)
        return logo_of(self.kind, content, b64decode(self.png, validate=True) if self.png else b"")


class _Themed(Model):
    """What a theme says, wherever it stands.

    Attributes:
        name: The house's.
        author: Who writes: a line.
        contact: How they are reached.
        disclaimer: What the house says below every page.
        paper: What pages and sheets are printed on.
    """

    name: Name | None = None
    author: Name | None = None
    contact: Name | None = None
    disclaimer: Text | None = None
    paper: PaperName = "a4"
    palette: PaletteDefinition = Field(default_factory=PaletteDefinition)
    fonts: FontsDefinition = Field(default_factory=FontsDefinition)


class ThemeFile(_Themed):
    """A theme as its TOML file says it.

    Attributes:
        logo: Its path from that file.
    """

    logo: Line | None = None


class ThemeDefinition(_Themed):
    """A theme that was read, as a manifest has it.

    Attributes:
        logo: Itself.
        named: How report.yaml names the theme; "" where a command did.
    """

    logo: LogoDefinition | None = None
    named: str = ""


def _hard_to_read(named: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], Fault]]:
    """The colours in which no text can be read on the surface, each with one that would pass."""
    surface = named["surface"]
    for name in _READ:
        ratio = contrast(named[name], surface)
        if ratio < TEXT:
            wrong = (
                f"has {name} {named[name]} on surface {surface} in a contrast of "
                f"{_shown(ratio)}:1, and texts need {TEXT}:1"
            )
            yield (name,), Fault(wrong, _passing(named[name], surface))


def _passing(given: str, surface: str) -> str:
    shade = passing_shade(given, surface)
    best = max((BLACK, WHITE), key=lambda end: contrast(end, surface))
    right = shade or best
    return f"{right} passes ({_shown(contrast(right, surface))}:1)"


def _shown(ratio: float) -> str:
    """A ratio to two places, cut and not rounded: 4.499 is not 4.50."""
    return f"{int(ratio * 100) / 100:.2f}"
