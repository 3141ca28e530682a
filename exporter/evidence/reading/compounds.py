"""Amounts in two parts: 2小时30分钟, "1 year and 3 months", 3元5角, "fifteen dollars fifty"."""

from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import UNDECIDED, Quantity
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.facts.units import CALENDAR_TIME, TIME

_GAP = regex(r"(?:零|又|\s*(?:and\s+)?)")
_LONG = {TIME: 0, CALENDAR_TIME: 1}
_TENTH, _CENT = Fraction(1, 10), Fraction(1, 100)
# 三块五 and 五毛五 leave the smaller unit unsaid.
_UNSAID = {"块": _TENTH, "毛": _CENT, "角": _CENT, "mao": _CENT, "jiao": _CENT}
_SPELT = ("dollars", "dollar", "euros", "euro", "pounds", "pound", "yuan")
_LONGEST_GAP = 8  # characters between the two parts: " and ", " over "
_CLAUSE_END = regex(r"\s*(?:[.,;:!?，。；：！？)）]|more(?![a-z])|$)")


def join_compounds(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities said in two parts as one; those of which nobody can say it are left out."""
    joined: list[Quantity | None] = []
    for quantity in quantities:
        before = joined[-1] if joined else None
        if before is None:
            joined.append(None if quantity.unit is UNDECIDED else quantity)
        elif quantity.start - before.end > _LONGEST_GAP:
            if quantity.unit is not UNDECIDED:
                joined.append(quantity)
        elif (scale := _scale_of_rest(before, quantity, text)) is not None:
            joined[-1] = _whole(before, quantity, scale)
        elif _is_unclear(before, quantity, text):
            joined[-1] = None
        elif quantity.unit is not UNDECIDED:
            joined.append(quantity)
    return [quantity for quantity in joined if quantity is not None]


def _scale_of_rest(one: Quantity, other: Quantity, text: Text) -> Fraction | None:
    """The size of `other` in the base unit, where it is the smaller part of `one`; else None."""
    if not one.numeral.is_definite or other.sign < 0 or one.is_bare:
        return None
    gap = text.lower[one.end : other.start]
    if not _GAP.fullmatch(gap):
        return None
    if _is_money(one):
        return _scale_of_change(one, other, text, gap)
    if other.unit is UNDECIDED:
        return Fraction(60) if one.dimension == TIME and one.scale == 3600 else None
    if one.dimension not in _LONG or other.dimension not in _LONG:
        return None
    if one.dimension == CALENDAR_TIME != other.dimension and not _is_rest_of_months(one, other):
        return None
    smaller = (_LONG[other.dimension], other.scale) < (_LONG[one.dimension], one.scale)
    fits = one.dimension != other.dimension or other.numeral.high * other.scale < one.scale
    return other.scale if smaller and fits else None


_MONTH = 31 * 24 * 3600  # seconds


def _is_rest_of_months(one: Quantity, other: Quantity) -> bool:
    """Whether days may end a span of months: two and a half years and 900 hours are two spans."""
    is_less = other.numeral.high * other.scale < one.scale * _MONTH
    return is_less and one.numeral.low.denominator == 1


def _scale_of_change(one: Quantity, other: Quantity, text: Text, gap: str) -> Fraction | None:
    """The same for money: 3元5角, 三块五, "fifteen dollars fifty"."""
    number = other.numeral.high
    if other.unit is UNDECIDED:
        return _CENT
    of_same = (one.dimension, "money:$", *(["money:GBP"] if one.dimension == "money:£" else []))
    if other.dimension in of_same and other.scale < 1 <= one.scale:
        return other.scale if number * other.scale < one.scale else None
    if not other.is_bare or not other.numeral.is_definite or number.denominator > 1:
        return None
    said = text.lower[one.start : one.end]
    for name, scale in _UNSAID.items():
        if said.endswith(name):
            after = text.lower[other.end : other.end + 1]
            is_digit = 0 < number < 10 and not gap.strip("又 ")
            return scale if is_digit and (not after or after not in CLASSIFIERS) else None
    ends = said[-1].isalpha() and _CLAUSE_END.match(text.lower, other.end) is not None
    is_plain = one.numeral.magnitude == one.scale == 1
    return _CENT if ends and is_plain and _are_cents(text, other, said) else None


def _are_cents(text: Text, quantity: Quantity, money: str) -> bool:
    """50 and 05 behind any money; fifty behind dollars that are spelt out."""
    if text.lower[quantity.start].isdecimal():
        return quantity.numeral.end - quantity.numeral.start == 2
    return money.endswith(_SPELT) and 10 <= quantity.numeral.high < 100


def _is_unclear(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether two numbers say one that nobody knows: "1 over 3", "$100 and fifty", 1个月5分."""
    gap = text.lower[one.end : other.start]
    if other.unit is UNDECIDED:
        return not gap
    ends = other.is_bare and _CLAUSE_END.match(text.lower, other.end) is not None
    if gap == " over ":
        return ends and one.is_bare
    in_words = text.lower[other.start : other.start + 1].isalpha()
    has_sign = _is_money(one) and text.lower[one.end - 1].isdecimal()
    return gap == " and " and ends and has_sign and in_words


def _is_money(quantity: Quantity) -> bool:
    return quantity.dimension.startswith("money:")


def _whole(one: Quantity, other: Quantity, scale: Fraction) -> Quantity | None:
    """Both as one quantity; None where a month and some days have no common measure."""
    if other.unit is not UNDECIDED and one.dimension != other.dimension and not _is_money(one):
        return None
    numeral, share = one.numeral, scale / one.scale
    whole = numeral._replace(
        low=numeral.low + other.numeral.low * share,
        high=numeral.high + other.numeral.high * share,
        qualifiers=numeral.qualifiers | other.numeral.qualifiers,
    )
    return one._replace(numeral=whole, end=other.end, last=other.last)
