"""Numbers whose hyphen is left open, since the next one says of what: five- or six-storey."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.facts.units import MULTIPLE, RATIO

# For three-| and |four-year-olds; two-|, |three- and four-star hotels
_OPEN = regex(r"[-\u2010\u2011](?:, ?(?:and |or |to )?| (?:and|or|to) )")
_HYPHENS = ("-", "\u2010", "\u2011")
_OF_ITSELF = frozenset({MULTIPLE, RATIO})  # two- to three-fold is a range


def without_left_open(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities without bare numbers that say of which kind something is, and count nothing."""
    pairs = zip(quantities, [*quantities[1:], None], strict=False)
    return [one for one, following in pairs if not _is_left_open(one, following, text)]


def _is_left_open(one: Quantity, following: Quantity | None, text: Text) -> bool:
    if following is None or not one.is_bare or following.dimension in _OF_ITSELF:
        return False
    gap = _OPEN.match(text.lower, one.end)
    if gap is None or gap.end() != following.start:
        return False
    return text.lower.startswith(_HYPHENS, following.numeral.end)
