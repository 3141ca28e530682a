"""Spans of time that measure nothing.

Our best quarter for | three years |; | two | more years of breathing space; | two | bad quarters.
The first says how long nothing was as good, the second that there is some time, the third how it
went. A lease of three years, and two more years
of production, are measured.
"""

import re

from exporter.drafting.exactness import about_or
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import CALENDAR_TIME, COUNT, TIME

# The best quarter, the fastest pace; its largest contract |for three years of supply| runs so long.
_SUPERLATIVE = regex(
    r"\b(?:best|worst|most|least|fewest|strongest|weakest|highest|lowest|fastest|slowest|largest"
    r"|biggest|smallest|busiest|quietest|sharpest|steepest|toughest|softest|poorest|richest"
    r"|hottest|coldest|wettest|driest|dearest|cheapest)(?: [\w'’-]+){0,4}"
    rf" for {about_or('the')}$",
    re.IGNORECASE,
)
_ENDS = regex(r"\s*(?:$|[.,;:)—–\"”]| (?:and|but|as|while|with|after|thanks|helped|on|despite)\b)")
_SPACE = regex(
    r"(?: (?:more|extra|further|additional|good|full))?(?: (?:years?|months?|weeks?))?"
    r" of (?:breathing (?:space|room)|grace|respite|relief|headroom|peace|calm|pain|turmoil"
    r"|uncertainty|upheaval|turbulence|time)\b",
    re.IGNORECASE,
)
# Because of | two bad quarters |; not: two consecutive quarters of growth
_JUDGED = (
    r"(?:good|bad|tough|rough|hard|difficult|slow|weak|strong|poor|soft|dreadful|terrible|awful"
    r"|lean|fat|quiet|busy|turbulent|painful|miserable|disappointing|dismal|bumper|stellar|great"
    r"|lost|wonderful|brutal|grim|torrid|lacklustre|lackluster|challenging|gruelling|golden|boom"
    r"|barren|happy|long|sleepless|nervous|anxious|exciting|frustrating|bruising|punishing)"
)
_SPANS = r"(?:quarters?|years?|months?|weeks?|days?|seasons?|halves|decades?|winters?|summers?)"
_JUDGED_BEHIND = regex(
    rf" (?:(?:very|really|rather|pretty) )?{_JUDGED}(?:,? (?:and )?{_JUDGED})* {_SPANS}\b"
    r"(?! of (?:growth|decline|sales|supply|losses|profit))",
    re.IGNORECASE,
)
_SPAN = regex(r"\b(?:years?|months?|weeks?)\b", re.IGNORECASE)


def is_figurative_span(figure: Figure, sentence: str) -> bool:
    """Whether a figure of an English sentence is a span of time that measures nothing.

    Args:
        figure: As it was read.
        sentence: In which it stands.
    """
    before, behind = sentence[: figure.start], sentence[figure.end :]
    is_time = figure.dimension in {TIME, CALENDAR_TIME}
    if is_time and _SUPERLATIVE.search(before) and _ENDS.match(behind):
        return True
    if figure.dimension == COUNT and _JUDGED_BEHIND.match(behind):
        return True
    said = _SPACE.match(behind) if is_time or figure.dimension == COUNT else None
    return said is not None and _SPAN.search(f"{figure.text}{said[0]}") is not None
