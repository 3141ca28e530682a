"""The English figure beside which another is told, at the same time.

Compared with 6.8 times for the sector, with the $2.18 that analysts had expected: what others have,
or had expected of the same figure, is of no year before.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.names.expected import who_expected
from exporter.drafting.periods.bound import Bound, bound
from exporter.drafting.periods.revised_plans import is_planned_anew, is_planned_before
from exporter.drafting.periods.roles import Read, Span
from exporter.engine.regex import regex

# An interim dividend of | 4.1p | a share (2024: 3.9p), an increase of | 5%
_CHANGED_DIVIDEND = regex(
    rf"\bdividend(?: per share)? of {ABOUT}(?:[^,;]* (?:tak|bring)(?:es|s|ing) the total"
    r"(?: for the year)? to )?[A-Z]{0,3}[$€£¥]?(?P<sum>[0-9][0-9.]*)"
    r"(?:p| ?pence| ?cents|c)?(?: (?:per|a) (?:ordinary )?share)?(?: \([^()]*\))?,? "
    r"(?:(?:which is|representing) )?(?:an? )?(?:increase|rise|decrease|reduction|cut|up|down) "
    rf"(?:(?:of|by) )?{ABOUT}$",
    re.IGNORECASE,
)


# Against £14m |from the brewing arm|, versus £31m |for the wholesale division|; not: at the end
_PART = regex(
    r" (?P<prep>from|at|for|in) (?:the|its|their|our) (?!(?:same|previous|prior|preceding|last"
    r"|first|second|third|fourth|year|half|quarter|month|end|start|close|beginning|outset|time"
    r"|peak|top|bottom|height|market|low|high|moment|day|week|corresponding|comparable|full|whole"
    r"|date|sector|industry|wider|broader|average)\b)"
    r"(?P<part>[a-z][\w’'-]*(?: [a-z&][\w’'-]*){0,5}?)(?=[,.;]|$"
    r"| (?:alone|itself|where|which|that|whose|who|in|on|over|last|this|as|but)\b)"
)
_ARM = regex(
    r"\b(?:arm|division|business|unit|segment|side|operations?|chain|brand|subsidiary|stores|shops"
    r"|brewery|factory|plant|network)$"
)


def part_at(text: str, start: int) -> re.Match[str] | None:
    """The part of a company of which a figure that ends there is told; None where none stands."""
    found = _PART.match(text, start)
    is_sure = found is not None and (found["prep"] in {"from", "at"} or _ARM.search(found["part"]))
    return found if is_sure else None


def changed_dividend(at: Span, read: Read) -> Span | None:
    """The dividend of which a figure says how far it has changed; None where it does not."""
    found = _CHANGED_DIVIDEND.search(read.text[: at[0]])
    if found is None:
        return None
    spans = (span for span in read.figures if span[0] <= found.start("sum") < span[1])
    return next(spans, None)


def beside_another(found: Bound, at: Span, read: Read) -> Span | None:
    """The figure beside which an English one is told of others, or by others; None for none."""
    if not found.is_base or found.when is not None:
        return None
    before = [span for span in read.figures if span[1] <= at[0]]
    if before and (_OF_ANOTHER.match(read.text, at[1]) or _beside_part(at, read)):
        return before[-1]
    if is_planned_before(read.text, *at):
        behind = [span for span in read.figures if span[0] >= at[1]]
        is_first = not before or not is_planned_anew(read.text, before[-1][0])
        return next(iter(behind), None) if is_first else before[-1]
    if not before or not who_expected(at[0], read.text, "en"):
        return None
    # Climbed to $412m |from $355m|, compared with the $400m that analysts had expected.
    own = [span for span in before if not bound(read, *span).is_base]
    return own[-1] if own else None


def _beside_part(at: Span, read: Read) -> bool:
    return (
        part_at(read.text, at[1]) is not None
        and _SET_BESIDE.search(read.text, 0, at[0]) is not None
    )


# not: up from | £3m | at the brewery
_SET_BESIDE = regex(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)) (?:[a-z]+ ){0,2}[A-Z]{0,3}\W?$", re.IGNORECASE
)
# Compared with | 6.8 times | for the sector
_OF_ANOTHER = regex(
    r"(?: times| per cent| points)?(?: earnings| book| sales)? (?:for|across|at|among) "
    r"(?:(?:the|its|their|other|all|wider|broader|whole) )*"
    r"(?:(?:[a-z-]+ ){0,2}?(?:sector|industry|market|peer|peers|rivals?|competitors?)\b"
    r"|(?-i:[A-Z]\w+))"
)


# 上半年海外收入1.2亿元，|同比翻了|一番多: as the figure of the clause before
_GREW_ZH = regex(
    "[^，。；]{0,8}，(?:同比|环比|按年|按季|较(?:上年|去年)同期|比(?:上年|去年)同期)[^，。；0-9]{0,8}"
)


def grown_from(at: Span, read: Read) -> Span | None:
    """The Chinese figure whose growth another tells in a clause that says no more than that."""
    before = [span for span in read.figures if span[1] <= at[0]] if read.lang == "zh" else []
    if not before or _GREW_ZH.fullmatch(read.text, before[-1][1], at[0]) is None:
        return None
    return before[-1]
