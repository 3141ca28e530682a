"""Fiscal years that a text names by the year in which they begin, as American retailers do.

Fiscal 2026, which ends in January, is the year that is written FY2027. A text shows that it names
years so where one that it speaks of as to come, or as ended on a day, would else be over long ago.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from exporter.drafting.periods.said_dates import mentions_in
from exporter.drafting.periods.tenses import simplified
from exporter.engine.regex import regex
from exporter.evidence.reading import DateMention
from exporter.facts.periods import YearEnd, parse_period

_TOLD_AFTER = timedelta(days=120)  # within which a year that is over may still be guided to
_LONGEST = 160  # characters between words that belong together
# Fiscal 2026, |which ends in January|; 2026财年|（将于明年1月结束）
_ENDS = regex(
    r",? \(?(?:which |that )?(?:(?:will )?ends?|ending|runs? (?:through|to|until|till))\b"
    "|[（(，]?(?:该财年)?[将会](?:在|于)[^，。；]{0,12}(?:结束|截止)",
    re.IGNORECASE,
)
_ENDED = regex(
    r"(?: of fiscal (?:year )?[0-9]{4})?,? \(?(?:which |that )?(?:ended|ending|ends|closed)"
    r"(?: on| in)? "
    "|[（(，]?(?:即)?(?:已?[在于]|截[至止]于?)",
    re.IGNORECASE,
)
_EXPECTS = (
    r"\b(?:expects?|forecasts|sees|projects|anticipates|predicts|guides?|plans"
    r"|(?:outlook|guidance|forecast|expectations?) (?=for\b))"
)
# |For| fiscal 2026, the company expects; expects sales to rise |in| fiscal 2026
_LEADS = regex(r"(?:^|, |; )(?:for|in) (?:the )?(?:full |whole )*(?:year )?$", re.IGNORECASE)
_GUIDES_BEHIND = regex(rf",? [^;.]{{0,60}}?{_EXPECTS}\b", re.IGNORECASE)
_GUIDES_BEFORE = regex(
    rf"{_EXPECTS}(?:(?!\b(?:from|than|compared|versus|against|after|over)\b)[^;,])*"
    r"\b(?:for|in) (?:the )?$",
    re.IGNORECASE,
)
_GUIDES_ZH = regex("(?:预计|预期|料|展望)(?:公司|其|将)?$")
_SPLIT = regex(r"[0-9]{2}\s?[/–-]\s?(?:20)?[0-9]{2}(?![0-9])")


def is_named(said: DateMention, text: str) -> bool:
    """Whether a date names a fiscal year by one number: fiscal 2026; not: 2025/26."""
    is_one = said.is_fiscal and said.year is not None
    return is_one and not _SPLIT.search(text[said.start : said.end])


def why_by_start(text: str, published: date, year_end: YearEnd | None) -> str:
    """Why a text's fiscal years are those that begin in the year they are named by; "" if not.

    Args:
        text: All of it.
        published: When it appeared.
        year_end: The last day of the fiscal years that it is about.
    """
    if year_end is None or year_end.is_calendar:
        return ""
    lines = (line for line in text.split("\n") if "iscal" in line or "FY" in line or "财年" in line)
    reasons = (why for line in lines for why in _reasons(simplified(line), published, year_end))
    return next(reasons, "")


def _reasons(line: str, published: date, year_end: YearEnd) -> Iterator[str]:
    """Why a line names years by their start, for each year that shows it."""
    mentions = mentions_in(line)
    for at, said in enumerate(mentions):
        points = parse_period(_written(said)) if is_named(said, line) else None
        if not points:
            continue
        closes = points[-1].last(year_end)
        behind = mentions[at + 1] if at + 1 < len(mentions) else None
        label = line[said.start : said.end].strip()
        if behind is not None and _is_end_a_year_later(said, behind, line, closes):
            yield _reason(label, "the text says on which day it ends")
        elif closes < published and _is_said_to_end(said, line):
            yield _reason(label, "the text says that it has yet to end")
        elif closes + _TOLD_AFTER < published and _is_guided_to(said, line):
            yield _reason(label, "the text tells what is expected of it")


def _reason(label: str, why: str) -> str:
    return f"“{label}” is taken as the year that begins then, since {why}"


def _written(said: DateMention) -> str:
    part = f"-Q{said.quarter}" if said.quarter else f"-H{said.half}" if said.half else ""
    return f"FY{said.year}{part}"


def _is_end_a_year_later(said: DateMention, ends: DateMention, line: str, closes: date) -> bool:
    """Whether a day or a month right behind a year, or a part of one, is a year after its end."""
    if not (ends.month and ends.year) or ends.year != closes.year + 1:
        return False
    between = line[said.end : ends.start]
    is_end = _ENDED.fullmatch(between) or _ENDS.match(between)
    near = {(closes + timedelta(days=days)).month for days in (-8, 0, 8)}
    return is_end is not None and len(between) <= _LONGEST and ends.month in near


def _is_said_to_end(said: DateMention, line: str) -> bool:
    """Whether a year is said to end, as what has not ended does: fiscal 2026, which ends in."""
    found = _ENDS.match(line, said.end)
    return found is not None and not line[found.end() :].startswith("ed")


def _is_guided_to(said: DateMention, line: str) -> bool:
    """Whether somebody expects something of a year: for fiscal 2026, it now expects."""
    head = re.split(r"[。；]|[.] ", line[: said.start])[-1][-_LONGEST:]
    if _LEADS.search(head) or not head:
        return _GUIDES_BEHIND.match(line, said.end) is not None
    return _GUIDES_BEFORE.search(head) is not None or _GUIDES_ZH.search(head) is not None
