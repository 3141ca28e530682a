"""Capital spending that is forecast behind what a quarter alone is guided to: of the whole year.

It expects fourth-quarter attendance to decline by 4% to 6%, and said capital spending would come
in at the low end of its | $180 million to $200 million | forecast.
"""

import re

from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.whens import When
from exporter.engine.regex import regex

_FORECAST = regex(
    r"(?:,? (?:and|but|while|whereas|as|with)|[,;]) (?:[^,;.0-9]{0,30} )?"
    r"(?P<what>capital (?:spending|expenditures?|investments?)|capex|investment spending)\b"
    r"(?: [^;.0-9]*?)? (?:would|will|should|to (?:be|come|total|reach|land|finish)|forecast"
    r"|guidance|expected|seen)\b[^;0-9]*$",
    re.IGNORECASE,
)
_PART = regex(r"(?P<year>(?:FY)?[0-9]{4})-[QH][1-4]")


def year_of_spending(period: str, when: When, read: Read, start: int) -> str:
    """The year of such a forecast, where a part of it was said for something else; "" elsewhere.

    Args:
        period: What would govern the figure.
        when: Where that is said.
        read: The sentence.
        start: Where the figure begins.
    """
    part = _PART.fullmatch(period) if read.lang == "en" else None
    found = _FORECAST.search(read.text[:start]) if part is not None else None
    is_of_another = found is not None and when.end <= found.start()
    return part["year"] if part is not None and is_of_another else ""
