"""Datelines of releases: the day on which a source appeared, by itself above a table.

It is no head of the columns below it: London, 4 March 2026 over 2025, 2024. Above columns that say
no period it is kept, for then it is the day of their figures: prices of 4 March 2026.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from exporter.drafting.tables.periods_said import days_in, says_period
from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower

_DATELINE = regex(
    r"(?:(?:published|released|issued|dated?|发布于|发布日期|日期)(?: on)?[:： ]\s?)?"
    r"(?:[^\W\d_]+(?:[ -][^\W\d_]+){0,3},\s?){0,2}"  # London, Thursday,
    r"(?:[a-z]{3,9}\.? )?[0-9]{1,2}(?:st|nd|rd|th)?,? (?:[a-z]{3,9}\.? )?(?:19|20)[0-9]{2}"
    r"(?:,? (?:at )?[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,5})?)?\W*"  # , 07:30 CEST
    r"|(?:发布于|发布日期|日期)?[:： ]?\s?"
    r"(?:19|20)[0-9]{2}\s?年\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日\W*"
)
_NO_PLACE = regex(
    r"(?<![a-z])(?:as|at|ended|ending|months?|weeks?|years?|quarters?|periods?|to)(?![a-z])"
)
_NEAR = timedelta(days=3)  # a report is recorded a few days late
_FOLLOWS = 6  # lines in which the heads of columns stand


def is_dateline(text: str, published: date) -> bool:
    """Whether a line says the day on which its source appeared, and at most where.

    Args:
        text: The line.
        published: When the source appeared.
    """
    small = lower(fold(text.strip()))
    if "\t" in text or not _DATELINE.fullmatch(small) or _NO_PLACE.search(small):
        return False
    days = days_in(small)
    return len(days) == 1 and abs(days[0] - published) <= _NEAR


def leads_to_periods(below: Sequence[Sequence[str]]) -> bool:
    """Whether the first heads of columns below a line say periods by themselves.

    Args:
        below: The cells of each line below it, from the top.
    """
    heads = next((cells for cells in below[:_FOLLOWS] if len(cells) > 1), ())
    return any(says_period(lower(fold(head))) for head in heads)
