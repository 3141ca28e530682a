"""Sizes by which an English sentence says which goods it means: boats | of 12 metres or more |.

They state nothing of the goods: the bound is no subject, and stands in the names of their figures.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import RATIO

_UNIT = (
    r"(?:inch(?:es)?|feet|met(?:re|er)s?|centimet(?:re|er)s|millimet(?:re|er)s|cm|mm"
    r"|tonnes|tons|kg|kilograms?|lit(?:re|er)s|kilowatts|kW|megawatts|MW|horsepower|cc"
    r"|square (?:feet|met(?:re|er)s))"
)
# Some that are counted or meant alone have a size of their own: its two boats of 12 metres.
_GOODS = (
    r"(?:^|(?<=[.,;:] )|\b(?:of|for|sales of|demand for|where|while|and|that|said) )"
    r"(?P<goods>(?!(?:[Ii]ts|[Tt]heir|[Oo]ur|[Tt]he|[Tt]hese|[Tt]hose|[Tt]wo|[Tt]hree|[Ff]our) )"
    r"[A-Za-z][\w-]*(?: [a-z][\w-]*){0,2}?(?<=s))"
)
_CLASS = regex(
    rf"{_GOODS}(?P<class> (?:with (?:an? )?(?:[a-z-]+ ){{1,3}}of|of|measuring|over|from) "
    rf"(?P<size>[0-9][0-9.,]*(?: and [0-9][0-9.,]*)?) {_UNIT}"
    r"(?: (?:or|and) (?:more|over|above|larger|bigger|longer|greater|up|less|smaller|under)))"
    r"(?![\w-])"
)
_SHARE = regex(
    r" (?:(?:now|already|still|also) )?(?:ma[dk]es? up|account(?:ed|s)? for|represent(?:ed|s)?"
    rf"|took|were|are|compris(?:ed?|es)) {ABOUT}$"
)
_OF_WHOLE = regex(
    r" of (?:(?:its|their|all|the|our) )?(?P<whole>[a-z][\w-]*(?: [a-z][\w-]*)?)(?=[,.;]|$)"
)


def is_size_class(figure: Figure, text: str) -> bool:
    """Whether a size of a sentence says which goods are meant: | of 18 inches or more |."""
    if figure.dimension == RATIO or figure.dimension.startswith("money:"):
        return False
    classes = _CLASS.finditer(text)
    return any(one.start("class") <= figure.start < one.end("class") for one in classes)


def share_of_class(text: str, start: int, end: int) -> str:
    """What the share from `start` to `end` is called that goods of a size have; "" for another."""
    whole = _OF_WHOLE.match(text, end)
    for one in _CLASS.finditer(text, 0, start):
        if whole and _SHARE.fullmatch(text, one.end(), start):
            goods = one["goods"]
            is_name = re.match("[A-Z]{2}", goods) is not None  # TVs
            goods = goods if is_name else goods[:1].lower() + goods[1:]
            return f"Share of {whole['whole']} of {goods}{one['class']}"
    return ""
