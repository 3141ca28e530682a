"""Where the parts of a bar chart go: labels above, bars below them, figures at their ends.

A picture is drawn as SVG, where text neither wraps nor says how wide it is; so labels are broken
into lines here, from widths that are a little larger than those of the fonts in use.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from exporter.report.pdf.model import Bar, Picture
from exporter.writers.pdf.printable import in_picture

# Widths in ems that hold for Noto Sans CJK SC, regular and bold, by group of characters.
_WIDE, _CAPITAL, _SMALL, _THIN = 1.0, 0.78, 0.645, 0.42
_AS_WIDE_AS_CHINESE = frozenset("%@&MWmw—")
_THIN_ONES = frozenset(" !'(),-./:;I[]fijlt|")
_LEADING = 1.35
_BAR = 0.95
_AFTER_BAR = 0.85
_GAP = 0.4
_ABOVE_BAR = 0.2
_BELOW = 0.25
_MOST_EXTRA = 2.4  # beyond this, label and bar no longer look like one


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """One bar and its texts; lengths in pixels, `y` of a text is its baseline."""

    lines: tuple[tuple[float, str], ...]
    y: float
    width: float
    height: float
    figure: str
    figure_x: float
    figure_y: float


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A bar chart ready to draw; lengths in pixels."""

    width: float
    height: float
    size: float
    bars: tuple[PlacedBar, ...]

    @property
    def strays(self) -> tuple[str, ...]:
        """Figures that reach beyond the drawing."""
        return tuple(
            bar.figure
            for bar in self.bars
            if bar.figure_x + text_width(bar.figure) * self.size > self.width + 0.5
        )


@dataclass(frozen=True, slots=True)
class _Scale:
    """What all bars of a picture have in common, in pixels."""

    size: float
    longest: float
    thickness: float


def place_bars(picture: Picture, width: float, size: float, room: float = 0) -> PlacedPicture:
    """Place the bars of `picture` below each other.

    Args:
        picture: What to draw.
        width: Width of the drawing in pixels.
        size: Size of its texts in pixels.
        room: Height in pixels that the drawing may fill; it does so within reason.
    """
    bars = [
        replace(bar, label=in_picture(bar.label), figure=in_picture(bar.figure))
        for bar in picture.bars
    ]
    figures = max((text_width(bar.figure) for bar in bars), default=0.0)
    labels = [break_lines(bar.label, width / size) for bar in bars]
    extra = _extra(labels, room / size) * size
    scale = _Scale(
        size=size,
        longest=max(width - (figures + _GAP) * size, width / 4),
        thickness=_BAR * size + extra / 3,
    )
    after = _AFTER_BAR * size + extra * 2 / 3
    placed: list[PlacedBar] = []
    top = 0.0
    for bar, lines in zip(bars, labels, strict=True):
        placed.append(_place_bar(bar, lines, top, scale))
        top = placed[-1].y + scale.thickness + after
    height = max(top - after + _BELOW * size, 1.0)
    return PlacedPicture(round(width, 2), round(height, 2), round(size, 2), tuple(placed))


def _place_bar(bar: Bar, lines: tuple[str, ...], top: float, scale: _Scale) -> PlacedBar:
    leading = _LEADING * scale.size
    y = top + len(lines) * leading + _ABOVE_BAR * scale.size
    length = max(scale.longest * bar.share, 1.0)
    return PlacedBar(
        lines=tuple((round(top + (n + 0.9) * leading, 2), line) for n, line in enumerate(lines)),
        y=round(y, 2),
        width=round(length, 2),
        height=round(scale.thickness, 2),
        figure=bar.figure,
        figure_x=round(length + _GAP * scale.size, 2),
        # Half the height of a figure below the middle of the bar.
        figure_y=round(y + scale.thickness / 2 + 0.36 * scale.size, 2),
    )


def _extra(labels: Sequence[tuple[str, ...]], room: float) -> float:
    """What each bar and the space after it may grow by, in ems, to fill `room` ems."""
    lines = sum(len(lines) for lines in labels)
    least = lines * _LEADING + len(labels) * (_ABOVE_BAR + _BAR + _AFTER_BAR)
    return min(max((room - least) / max(len(labels), 1), 0.0), _MOST_EXTRA)


def text_width(text: str) -> float:
    """Width of `text` on one line, in ems, rather too large than too small."""
    return sum(_character_width(character) for character in text)


def break_lines(text: str, width: float) -> tuple[str, ...]:
    """Break `text` into lines of at most `width` ems: at spaces, and between Chinese characters.

    A word that is longer than a line is broken where the line ends.
    """
    lines = [""]
    for piece in _pieces(text):
        fitting = text_width(lines[-1] + piece.rstrip()) <= width
        if fitting:
            lines[-1] += piece
        elif text_width(piece.rstrip()) <= width:
            lines.append(piece)
        else:
            lines += _broken(piece, width)
    return tuple(line.strip() for line in lines if line.strip())


def _broken(word: str, width: float) -> list[str]:
    parts = [""]
    for character in word:
        is_mark = unicodedata.category(character)[0] == "M"
        if parts[-1] and not is_mark and text_width(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts


def _pieces(text: str) -> list[str]:
    """What a line may end after: a word with its space, or one wide character with its marks.

    Closing marks never begin a line, opening ones never end it.
    """
    pieces: list[str] = []
    in_word = opening = False
    for character in text:
        wide, category = _is_wide(character), unicodedata.category(character)
        # A mark belongs to the character before it: an accent, a selector of variants.
        closing = category[0] == "M" or (wide and category in {"Po", "Pe", "Pf"})
        if pieces and (closing or opening or (in_word and not wide)):
            pieces[-1] += character
        else:
            pieces.append(character)
        if category[0] != "M":
            in_word = not wide and character != " "
        opening = category in {"Ps", "Pi"}
    return pieces


def _character_width(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if character in _THIN_ONES:
        return _THIN
    if character in _AS_WIDE_AS_CHINESE or _is_wide(character):
        return _WIDE
    return _CAPITAL if character.isupper() else _SMALL


def _is_wide(character: str) -> bool:
    # The ambiguous ones, such as ≈ and “, are wide in Chinese fonts.
    return unicodedata.east_asian_width(character) in {"W", "F", "A"}
