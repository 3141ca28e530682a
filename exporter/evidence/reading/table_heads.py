"""Rows of a table that its caption, (in millions), says nothing of: rates, numbers of people."""

from collections.abc import Sequence

from exporter.engine.regex import regex

_ENGLISH = regex(
    r"return on [a-z ]+|.*(?<![a-z])(?:"
    r"rates?|ratios?|yields?|growth|percentages?|per ?cent|employees|headcount"
    r"|(?:number of |total )(?:stores|restaurants|branches|hotels|locations|outlets|warehouses)"
    r")(?:\s?\([^)]*\)|[:*†])*"
)
_RATE = regex(r".*(?<![a-z])(?:rates?|ratios?|yields?|growth)(?:\s?\([^)]*\)|[:*†])*")
_CHINESE = regex(
    r".*(?:(?<!汇)率|比例|占比|比重|增速|增幅|同比|环比|人数|门店数|家数|员工)(?:\([^)]*\))?"
)
_MARGIN = regex(r".*(?<![a-z])margins?\W*")  # 23.4 per cent, or 412.5 millions
_MOST = 100


_THINGS = regex(
    r"(?:(?:total|active|paying|paid|average|number of|net|new|period[- ]end|large|enterprise) )*"
    r"(?:employees|colleagues|headcount|workforce|personnel|members(?:hips)?|subscribers?|subscriptions"
    r"|customers|users|buyers|accounts|stores|shops|warehouses|restaurants|branches|hotels|outlets"
    r"|clinics|patients|vehicles|passengers|students)"
    r"(?: \([^()]*\)| at (?:period|year) end|, end of (?:the )?period|[:*†])*"
)


def names_things(head: str) -> bool:
    """Whether a row counts things by its head, which no caption of millions of pounds is about."""
    return _THINGS.fullmatch(head) is not None


def names_no_sum(head: str, numbers: Sequence[str]) -> bool:
    """Whether a row is no sum, by its head.

    Args:
        head: In small letters, folded.
        numbers: Of its cells, where none has a sign of its own.
    """
    has_thousands = any("," in number for number in numbers)  # earnings at US rates 5,310 821
    if _CHINESE.fullmatch(head) or (
        _ENGLISH.fullmatch(head) and not (has_thousands and _RATE.fullmatch(head))
    ):
        return True
    is_small = all(
        "." in number and "," not in number and float(number) < _MOST for number in numbers
    )
    return bool(numbers) and is_small and _MARGIN.fullmatch(head) is not None
