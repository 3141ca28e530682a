"""Colours and how well they are told apart: contrast, mixtures, the next shade that passes.

Source: WCAG 2.2, success criteria 1.4.3 (texts) and 1.4.11 (graphics), and its definitions of
relative luminance and contrast ratio.
"""

from collections.abc import Iterable

TEXT = 4.5  # the least contrast that level AA asks for
BLACK, WHITE = "#000000", "#FFFFFF"
_STEPS = 100
_LINEAR_UP_TO, _LINEAR = 0.04045, 12.92


def contrast(colour: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(colour), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixture(colour: str, other: str, share: float) -> str:
    """A colour with so large a share, from 0 to 1, of another one in it."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(own + (to - own) * share):02X}" for own, to in pairs)


def passing_shade(colour: str, ground: str, least: float = TEXT) -> str:
    """The nearest shade of a colour that has so much contrast to a ground; "" where none has."""
    end = BLACK if luminance(ground) > luminance(colour) else WHITE
    ends = (end, WHITE if end == BLACK else BLACK)
    shades = (mixture(colour, to, step / _STEPS) for to in ends for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, ground) >= least), "")


def softest_ground(surface: str, tint: str, texts: Iterable[str], most: float) -> str:
    """A surface with as much of a tint in it, up to a share, as leaves texts readable on it."""
    read = tuple(texts)
    shares = (most * (_STEPS - step) / _STEPS for step in range(_STEPS))
    grounds = (mixture(surface, tint, share) for share in shares)
    readable = (
        ground for ground in grounds if all(contrast(text, ground) >= TEXT for text in read)
    )
    return next(readable, surface)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _linear(part: float) -> float:
    if part <= _LINEAR_UP_TO:
        return part / _LINEAR
    return float(((part + 0.055) / 1.055) ** 2.4)
