"""English figures to come of no time that their sentence says: sales at the peak of a product.

A decision is expected in the first half of 2026 and, if approved, it could reach peak sales of
| £50m |; has opened nine clubs so far this year and plans a further | 16 |; had agreed to buy a
mill for | £9m |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.whens import When
from exporter.engine.regex import regex

# Peak annual sales of | £40 million |, $1 billion| at its peak
_AT_PEAK = regex(
    r"\b[Pp]eak (?:(?:annual|yearly|net|global|worldwide|potential|product) )*"
    r"(?:sales|revenues?|turnover)\b(?:[^,;.]|[.,](?=[0-9])){0,60}$"
)
_OPENS = 4  # characters: |In| 2030, peak sales could reach
_PARTED = regex(r"[,;]|\b(?:and|but|while|which)\b")
# So far this year |and plans a further| 16
_SO_FAR = regex(
    r"\b(?:so far(?: this (?:year|quarter|season))?|(?:this year )?to date|already this year"
    r"|since (?:January|the start of the year))\b[^;.]*?"
    r"\b(?:and|but|with)\b[^;.]*?\b(?:plans?|expects?|intends?|aims?|wants?|hopes?|will|would"
    r"|(?:is|are) (?:to|due|planning|set|preparing))\b[^,;.0-9]*$"
)

# Had agreed to buy a distributor in Parma for | 37 million euros |: of no quarter reported on
_AGREED = regex(
    r"\b(?:agree[sd]?|agreeing|(?:sign|enter|struck|reach|strik)(?:s|es|ed|ing)?(?: into)?"
    r" (?:an? )?(?:[a-z]+ )?(?:agreement|deal|contract)) to (?:buy|acquire|sell|purchase|take over"
    r"|divest|dispose of|offload|merge with)\b[^;.0-9]*?"
    rf" (?:for|at|worth|valued at) {ABOUT}(?:an? total of )?[A-Z]{{0,3}}\W?$"
)


def is_of_no_time(read: Read, start: int, when: When | None) -> bool:
    """Whether a figure is to come, and no period that is said governs it.

    Args:
        read: The sentence.
        start: Where the figure begins.
        when: The period that governs it by where it stands; None for none.
    """
    before = read.text[:start]
    if when is None and _AGREED.search(before):
        return True
    if peak := _AT_PEAK.search(before):
        if when is None:
            return True
        is_before = when.start > _OPENS and when.end <= peak.start()
        return is_before and _PARTED.search(before, when.end, peak.start()) is not None
    if when is None or when.end > start:
        return False
    so_far = _SO_FAR.search(before)
    return so_far is not None and _PARTED.search(before, when.end) is not None
