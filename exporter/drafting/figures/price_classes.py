"""Prices by which an English sentence says which goods it means: hats | costing over $90 |.

They state nothing: what the goods cost is a class of them, and stands in the names of figures.
"""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure

_OF_GOODS = (
    r"(?:sales|shipments|deliveries|demand|volumes?|prices|revenue|output|production|exports"
    r"|imports|market) (?:of|for|from)"
)
# Some that are counted or meant alone have a price of their own: sales of the two ships.
_MEANT = (
    r"(?:its|their|our|his|her|the|these|those|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|several|some|a|an|both)"
)
_AMOUNT = (
    r"(?:[A-Z]{0,3}[$€£¥][0-9](?:[0-9.,]*[0-9])?(?: ?(?:million|m|k)\b)?"
    r"|[0-9](?:[0-9.,]*[0-9])? ?(?:euros|yuan|dollars|pounds|rupees|yen|pence|cents)\b)"
)
_CLASS = regex(
    rf"\b{_OF_GOODS} (?!{_MEANT} )(?:(?!{_MEANT} )[a-z][\w-]* ){{0,3}}?(?P<goods>[a-z][\w-]*s)"
    r"(?P<class> (?:costing|priced(?: at)?|selling (?:for|at)|(?:that|which) (?:cost|sell for))"
    r" (?:(?:more|less) than|over|under|above|below|at least|up to|between)"
    rf" (?P<sums>{_AMOUNT}(?: and {_AMOUNT})?))",
    re.IGNORECASE,
)


def is_price_class(figure: Figure, text: str) -> bool:
    """Whether a sum of a sentence says which goods are meant."""
    if not figure.dimension.startswith("money:"):
        return False
    classes = _CLASS.finditer(text)
    return any(one.start("class") <= figure.start < one.end("sums") for one in classes)


def with_price_class(name: str, text: str) -> str:
    """A name with the class of the goods that end it, as the sentence has it."""
    for one in _CLASS.finditer(text):
        if name.lower().endswith(f" {one['goods'].lower()}"):
            return f"{name}{one['class']}"
    return name
