"""Figures that are part of a name which the report lists: 18-24, 30-day, Top 100."""

import re
from collections.abc import Sequence

from exporter.evidence.counted import counted_thing
from exporter.evidence.findings import Terms
from exporter.evidence.reading import Figure
from exporter.evidence.weights import PLAIN_DIGITS
from exporter.facts.units import CALENDAR_TIME, COUNT, TIME

_HAN = re.compile("[\u4e00-\u9fff]")


def is_name(figures: Sequence[Figure], at: int, text: str, terms: Terms) -> bool:
    """Whether a figure is part of a name that the report lists; a quantity never is.

    Nor is a number by itself that counts something: `names: [5]` would hide five stores.

    Args:
        figures: Those of the text.
        at: The index of the one.
        text: The text.
        terms: Which names are listed.
    """
    figure = figures[at]
    if not terms.names or not may_be_named(figures, at):
        return False
    is_counted = figure.dimension == COUNT and figure.noun[:1].isalnum()
    is_quantity = is_counted and _has_digits(figure) and bool(counted_thing(figures, at))
    for before, after in terms.names_around(text, figure.start, figure.end):
        if is_quantity:
            if _is_of_name(before, after):
                return True
        elif figure.dimension in {TIME, CALENDAR_TIME} and "-" not in figure.text:
            if _HAN.search(after):  # 7天酒店
                return True
        elif before or after or not is_counted:
            return True
    return False


def may_be_named(figures: Sequence[Figure], at: int) -> bool:
    """Whether a figure may be part of a name: a rank, a plain numeral, an age group, 30-day.

    Sums, shares, multiples in digits, rates and what has a magnitude or a unit are quantities,
    whatever they are called.
    """
    figure = figures[at]
    match figure.dimension:
        case "ordinal":
            return True
        case "multiple":
            return not _has_digits(figure)
        case "count":
            return not _has_digits(figure) or (
                PLAIN_DIGITS.fullmatch(figure.text) is not None and not figure.per
            )
        case "time" | "calendar time":
            return "-" in figure.text or _HAN.search(figure.text) is not None
        case "ratio" | "percentage points":
            return False
        case _:
            return "-" in figure.text and not figure.dimension.startswith("money:")


def _is_of_name(before: str, after: str) -> bool:
    """Whether a number that counts something well known is part of what a name has around it.

    Top 100 and 18-24 are names whatever is said to be among them, "500 users" is a quantity.
    """
    word = re.search(r"(\w+)\W*$", before)
    is_proper = word is not None and not word[1][0].islower()
    return is_proper or re.match(r"-[0-9]", after) is not None


def _has_digits(figure: Figure) -> bool:
    return any(character.isdigit() for character in figure.text)
