"""Rows whose head says what they tell of the row above, and not of what: % of sales.

So is Percentage of total revenue below EMEA that of EMEA, and Current quarter vs prior year quarter
below Net revenues a growth of these.
"""

import re

from exporter.drafting.tables.measures import names_measure, names_rate
from exporter.drafting.tables.row_heads import plain_head
from exporter.drafting.tables.rows import Row
from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower
from exporter.facts.units import RATIO, Unit
from exporter.facts.words import Lang


def margin_above(words: str, row: Row) -> str:
    """The margin that a row is below its profit: % of sales, Margin; "" where it is none."""
    if not _SHARE_OF_SALES.fullmatch(lower(fold(words))):
        return ""
    earned = plain_head(row.above[-1].line.words) if row.above else ""
    if not _EARNED.search(earned):
        return ""
    margin = f"{_PROFIT.sub('operating', earned)} margin"
    return margin[0].upper() + margin[1:]


_SHARE_OF_SALES = regex(
    r"(?:as )?(?:a )?(?:%|per ?cent|percentage) of (?:net )?(?:sales|revenues?)"
    r"|margin,?(?: \(?%\)?)?"
)
_PROFIT = regex(r"operating (?:profit|income|result)$", re.IGNORECASE)
_EARNED = regex(r"(?:profit|income|ebita?(?:da)?|npat|earnings|result)$", re.IGNORECASE)


def relation_to_above(words: str, row: Row) -> tuple[Row | None, str]:
    """The row above that a row tells something of, and what; None where it tells its own.

    Args:
        words: The head of the row, plain.
        row: The row, whose figures are in percent.
    """
    if not _RELATION.fullmatch(lower(fold(words))) or not _is_in_percent(row):
        return None, ""
    heads = ((above, lower(fold(plain_head(above.line.words)))) for above in reversed(row.above))
    whole = next((above for above, head in heads if not _RELATION.fullmatch(head)), None)
    is_named = whole is not None and bool(plain_head(whole.line.words))
    return (whole, _AS.sub("", words)) if is_named else (None, "")


_AS = regex(r"^as (?:an? )?", re.IGNORECASE)
_ALL = r"(?:(?:our|the|total|net|consolidated) )"
_TOLD_IN = r"(?:revenues?|sales|net sales|net revenues?|total|segment revenues?|operating expenses)"
_PART = r"(?:quarter|year|period|month|half)"
_RELATION = regex(
    rf"(?:as )?(?:an? )?(?:%|per ?cent|percentage) of {_ALL}*{_TOLD_IN}"
    r"|(?:%|per ?cent(?:age)?)(?: (?:change|growth|increase|inc/\(dec\)))?"
    r"|percent(?:age)? from (?:international|foreign|domestic|u\.s\.)"
    rf"|(?:current|this) {_PART}(?: period)? (?:vs?\.?|versus|over) (?:the )?"
    rf"(?:prior|previous|preceding|last)(?: year)?(?: {_PART})?"
    r"|(?:year[- ]over[- ]year|year[- ]on[- ]year|y/y|yoy|quarter[- ]over[- ]quarter|q/q|qoq"
    r"|sequential|annual) (?:%|(?:% |percent(?:age)? )?(?:change|growth|increase)(?: rate)?)"
)


def _is_in_percent(row: Row) -> bool:
    cells = [cell for cell in row.line.cells if cell.number]
    return any("%" in {cell.mark["unit"], cell.mark["unit_in"]} for cell in cells)


# Of which Europe, below net sales; 其中:水泵
_OF_WHICH = regex(r"(?:of which|thereof|o/w|其中)[:： ]\s?(?P<part>\S.*)", re.IGNORECASE)


def part_of_above(row: Row) -> tuple[str, str]:
    """What the row above measures that a row has a part of, and which part; two "" for none."""
    which = _OF_WHICH.match(row.line.words)
    whole = _whole_above(row) if which else ""
    return (whole, plain_head(which["part"])) if which and whole else ("", "")


def as_share(metric: str, row: Row, unit: Unit, lang: Lang) -> str:
    """A metric of a row of which-parts in percent: Revenue share, of which online, %: 44."""
    is_share = unit.dimension == RATIO and _OF_WHICH.match(row.line.words) is not None
    if not is_share or names_rate(metric):
        return metric
    return f"{metric}占比" if lang == "zh" else f"{metric} share"


def _whole_above(row: Row) -> str:
    """What the nearest row above measures that is no such part; "" where none names a measure."""
    heads = (above.line.words for above in reversed(row.above))
    whole = plain_head(next((head for head in heads if not _OF_WHICH.match(head)), ""))
    return whole if names_measure(whole) else ""
