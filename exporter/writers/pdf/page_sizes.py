"""The settings that a page is tried in, from roomy to dense, and the sizes that each brings."""

from dataclasses import dataclass

_SMALL = {"foot": 0.72, "fine": 0.74, "small": 0.76, "aside": 0.8}  # rems
_LEAST = 6.01  # points that any type has: a hair above what can be read
_AIRY, _CLOSE = 9.5, 7.4  # points of type: from the one on room is whole, at the other it is least
_LEAST_AIR, _TIGHTEST_AIR = 0.25, 0.1


@dataclass(frozen=True, slots=True)
class Density:
    """One setting of the page: type size in points, line height, gap between sections in ems."""

    size: float
    leading: float
    gap: float


LADDER = (
    Density(12.0, 1.54, 2.00),  # for pages with little on them
    Density(11.2, 1.52, 1.85),
    Density(10.5, 1.50, 1.70),
    Density(10.0, 1.47, 1.55),
    Density(9.5, 1.44, 1.40),
    Density(9.0, 1.41, 1.25),
    Density(8.5, 1.38, 1.10),
    Density(8.0, 1.34, 0.95),
    Density(7.4, 1.30, 0.70),
    Density(7.4, 1.22, 0.30),  # the same type, for what else would want a second page
)


def leading(lang: str, density: Density) -> float:
    """Line height, in ems; Chinese has no ascenders and descenders that keep lines apart."""
    return round(density.leading + (0.12 if lang == "zh" else 0), 2)


def small_type(density: Density) -> str:
    """The sizes of small type, none of which is under what can be read."""
    return "; ".join(f"--{name}: {small(name, density):.4f}rem" for name in _SMALL)


def small(name: str, density: Density) -> float:
    """The size of one of the small types, in rems."""
    return max(_SMALL[name], _LEAST / density.size)


def air(density: Density) -> float:
    """The share of the room around the head and between boxes that is left where type is small."""
    if density is LADDER[-1]:
        return _TIGHTEST_AIR
    share = (density.size - _CLOSE) / (_AIRY - _CLOSE)
    return round(min(max(_LEAST_AIR + (1 - _LEAST_AIR) * share, _LEAST_AIR), 1.0), 2)


def at_density(lang: str, density: Density) -> str:
    """The rule that sets a page at one density, which our own template says itself."""
    sizes = f"font-size: {density.size}pt; --leading: {leading(lang, density)}"
    room = f"--gap: {density.gap}rem; --air: {air(density)}; --figure: 1.75rem"
    return f":root {{ {sizes}; {room}; {small_type(density)} }}"
