"""Guidance that an English sentence tells of as it was before, and a company has replaced or met.

Up from the $2 billion that it guided for in June; it had started the year with a range of $1.5
billion; it had forecast revenue of $3 billion. It stays guidance, for the year that it was for.
"""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.whens import Step, When
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.facts.periods import parse_period

_WHO = (
    r"(?:it|we|they|management"
    r"|the (?:[a-z]+-?)?(?:company|group|firm|bank|maker|retailer|airline|carrier))"
)
# up from the $700 million | it guided for in May
_BEHIND = regex(
    r"(?: (?:that|which))?(?:"
    rf" {_WHO} (?:(?:had|has|have) )?(?:(?:\w+ly|once|first|last|itself) )?"
    r"(?:guided|forecast|projected|expected|predicted|flagged|anticipated|targeted|outlined"
    r"|pencill?ed"
    r" in|(?:given|gave|set|issued) (?:in|at|last))"
    r"| (?:[A-Z][\w’'&-]+ ){1,3}(?:had )?(?:guided|flagged)"
    r"| (?:indicated|flagged|signalled|outlined|communicated) (?:in [A-Z]\w+|at the"
    r"|last (?!year)|on)"
    r"| (?:previously |earlier |originally |initially )?guided (?:for|to|in|at|previously"
    r"|earlier|before)"
    r"| (?:previously|earlier|originally|initially) (?:guided|forecast|projected|expected"
    r"|predicted)"
    r"| (?:it |we )?(?:forecast|expected|projected|predicted) (?:in [A-Z]\w+|at the (?:start"
    r"|beginning)"
    r"|previously|earlier|before|three months|a (?:month|quarter|year) (?:ago|earlier)|last"
    r" (?!year)))\b"
)
# It had started the year with a range of | $1.5 billion
_STARTED = regex(
    r"\b(?:started|begun|began|opened|entered|gone into|went into) (?:the|this|its) "
    r"(?:(?:financial|fiscal|current|new|\d{4}) )*(?:year|season|half|quarter) "
    r"(?:(?:with|on) (?:an? |the )?(?:[\w-]+ ){0,4}?(?:range|guidance|forecast|outlook|target"
    r"|estimate"
    r"|expectation|view)\b|forecasting|guiding|expecting|targeting|projecting"
    r"|predicting)[^,;]{0,40}$",
    re.IGNORECASE,
)
_HAD = regex(
    rf"\b(?:{_WHO}|[A-Z][\w’'&-]+) had (?:(?:\w+ly|once|first|also|earlier|itself) )*"
    r"(?:guided(?: in [A-Z]\w+)? (?:for|to)|forecast|projected|predicted|expected)(?!"
    r" to\b)[^,;]{0,50}$",
    re.IGNORECASE,
)
# Compared with its earlier outlook of | $1.50 billion
_RANGE_BEFORE = regex(
    r"\b(?:compare[sd] (?:with|to)|versus|against|from|above|below|ahead of|short of|beat(?:ing)?)"
    rf" (?:its|our|their|the|an?) (?:earlier|previous|prior|original|initial|old|{MONTHS_EN})"
    r" (?:[a-z]+ )?(?:outlook|guidance|range|forecast|target"
    rf"|view|projection|expectation)(?: range)? of {about_or('between')}[A-Z]{{0,3}}\W?$",
    re.IGNORECASE,
)
# Sees growth of 0-2%, compared with | 1-4% | previously, and a margin of 12%, versus | 13%
_AIMS = r"\b(?:sees?|expects?|guides?|forecasts?|targets?|projects?|anticipates?)\b"
_COMPARED = (
    rf"(?:compared (?:with|to)|versus|vs\.?|against|from) {about_or('between')}[A-Z]{{0,3}}\W?$"
)
_BESIDE_AIM = regex(rf"{_AIMS}[^;]*{_COMPARED}")
_PREVIOUSLY = regex(r" (?:previously|before|earlier)(?=[,.;)]|$)")
_AFTER_PREVIOUSLY = regex(rf"{_AIMS}[^;]* (?:previously|before|earlier), and [^;]*{_COMPARED}")
_OTHERS = regex(
    r"\b(?:analysts?|economists?|brokers?|investors|traders|forecasters?|street|consensus"
    r"|market|polls?)\b",
    re.IGNORECASE,
)
_MAY = regex(
    r"guid|previously|before|earlier|indicated in|signalled|communicated"
    r"|forecast|outlook|range of|target of|view of|expectation of|project|predict|flagged|anticipat"
    r"|targeted|outlined"
    r"|in the (?:year|season)"
    r"|(?:expected|pencil)|(?:start|beg[au]n|open|enter|gone|went)\w* (?:into )?(?:the|this|its) "
)
_NEAR = 60  # characters


def is_earlier_guidance(text: str, start: int, end: int) -> bool:
    """Whether the figure from `start` to `end` is what a company had guided to before."""
    if _MAY.search(text) is None:
        return False
    behind = _BEHIND.match(text, end)
    if behind is not None:
        return _OTHERS.search(behind[0]) is None
    found = _STARTED.search(text[:start]) or _HAD.search(text[:start])
    found = found or _RANGE_BEFORE.search(text[:start]) or _AFTER_PREVIOUSLY.search(text[:start])
    if found is None and _PREVIOUSLY.match(text, end):
        found = _BESIDE_AIM.search(text[:start])
    if found is None:
        return False
    before = text[max(0, found.start() - _NEAR) : start]
    return _OTHERS.search(before) is None  # analysts polled by X had expected


def year_said(when: When, read: Read, start: int) -> bool:
    """Whether words before a figure say the year or the quarter that guidance was for.

    It had forecast 2025 revenue of; not: in February it had forecast.
    """
    points = parse_period(when.period) or ()
    is_day = any(point.precision in {"day", "month"} for point in points)
    is_part = when.step is Step.THIS or (bool(points) and not is_day)
    return when.end <= start and is_part and not _BEGAN.search(read.text[: when.start])


_BEGAN = regex(
    r"\b(?:started|begun|began|opened|entered|gone into|went into) (?:the |this |its )?$",
    re.IGNORECASE,
)
