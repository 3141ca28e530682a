"""Units that captions say for their numbers: Revenue (EUR million): 418; margin (%): 16.2.

A caption is what is measured, its unit in brackets or behind a comma, and a colon.
"""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.row_units import per_measure
from exporter.evidence.reading.table_units import table_unit
from exporter.evidence.reading.vocabulary.units import TextUnit
from exporter.facts.units import COUNT

_UNIT = regex(r"(?: \((?P<inside>[^()\n]{1,24})\)|, (?P<behind>[^\s(),;:.0-9][^(),;:\n]{0,14})): ")
# Revenue (EUR million): 418 (FY24: 402); 418 versus 402
_EARLIER = regex(
    r",? \(?(?:(?:vs\.?|versus|against|(?:up |down )?from|compared (?:with|to)) "
    r"|(?:(?:prior|previous|last) year|(?:(?:fy|[hq][1-4]) ?)?[0-9]{2,4}):? )"
)


def with_units_of_captions(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities without a unit in that of the caption before them; what a caption says is none."""
    for caption in _UNIT.finditer(text.lower) if ": " in text.lower else ():
        said = caption["inside"] or caption["behind"]
        if unit := table_unit(f"({said})", in_brackets=True):
            own = TextUnit("", unit.dimension, unit.scale)
            outside = [one for one in quantities if not _is_inside(one, caption)]
            quantities = _with_unit(outside, own, caption.end(), text)
    return quantities


def per_of_caption(text: Text, quantity: Quantity) -> str:
    """What a caption right before a figure says that it is per: costs (US$/oz): 1,310."""
    ended = text.lower.endswith(": ", 0, quantity.start)
    opened = text.lower.rfind("(", 0, quantity.start) if ended else -1
    return per_measure(text.lower[opened : quantity.start - 2]) if opened >= 0 else ""


def _is_inside(quantity: Quantity, caption: re.Match[str]) -> bool:
    """Whether a number is part of a caption, as the million of (EUR million)."""
    return caption.start() < quantity.start < caption.end()


def _with_unit(quantities: list[Quantity], unit: TextUnit, end: int, text: Text) -> list[Quantity]:
    """Quantities with the number right behind a caption, and those compared with it, in a unit."""
    found = list(quantities)
    for at, quantity in enumerate(found):
        if quantity.start < end:
            continue
        is_of_it = quantity.start == end or _EARLIER.fullmatch(text.lower, end, quantity.start)
        if not is_of_it or not quantity.is_bare or quantity.numeral.magnitude > 1:
            break
        if unit.dimension == COUNT:
            found[at] = quantity._replace(numeral=quantity.numeral.times(unit.scale))
        else:
            found[at] = quantity._replace(unit=unit, counted=True)
        end = quantity.end
    return found
