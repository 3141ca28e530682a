"""Dates whose year another one of their sentence says."""

from exporter.engine.regex import regex
from exporter.evidence.reading.date_parts import DateMention
from exporter.evidence.reading.lexer import Text

# 延至同年7月9日, 次年3月31日, 2025年6月18日至7月9日
_OF_THE_YEAR_BEFORE = regex(r"(同年|当年|次年|翌年)[的之]?$")
_ON_TO = regex(r"[日号月]?(?:起|开始)?\s?[至到—~-]")


def with_years_before(mentions: list[DateMention], text: Text) -> list[DateMention]:
    """Mentions with the year of the one before them, where the words say that they are of it."""
    for at in range(1, len(mentions)):
        one, other = mentions[at - 1], mentions[at]
        if _is_day_of_the_same(one, other, text):
            mentions[at] = other._replace(year=one.year, month=one.month)
            continue
        if one.year is None or other.year is not None or other.month is None:
            continue
        if other.year_offset is not None:
            continue
        said = _OF_THE_YEAR_BEFORE.search(text.lower, one.end, other.start)
        rises = (one.month or 13, one.day or 0) <= (other.month, other.day or 0)
        if said is not None:
            later = said[1] in {"次年", "翌年"}
            mentions[at] = other._replace(year=one.year + later)
        elif rises and _ON_TO.fullmatch(text.lower[one.end : other.start]):
            mentions[at] = other._replace(year=one.year)
    return mentions


# 9月21日在上海开始，|24日在香港收官
_BEFORE_A_DAY = regex(
    "[^。；！？;]*(?:[，、,]|[和及与并]|以及)(?:并|又|再|则|而|将|拟|已|定|预计|计划)*[于在]?"
)
_NO_DAY_BEHIND = ("内", "后", "的", "以", "之", "左右", "期", "均", "平均", "移动", "线", "年")


def _is_day_of_the_same(one: DateMention, other: DateMention, text: Text) -> bool:
    """Whether a day without a month is a later one of the month said in its sentence."""
    if one.month is None or one.day is None or other.day is None or other.month is not None:
        return False
    if other.year is not None or other.year_offset is not None or other.day <= one.day:
        return False
    is_behind = _BEFORE_A_DAY.fullmatch(text.lower, one.end, other.start) is not None
    return is_behind and not text.lower.startswith(_NO_DAY_BEHIND, other.end)


_SPAN = regex(r"\s*(?:to|and|until|till|through|or|-|/|,|,? and)\s*(?:the\s+)?")


def with_years_behind(mentions: list[DateMention], text: Text) -> list[DateMention]:
    """30 October to 2 November 2025: the year of the last is that of the first, or follows it."""
    for at in range(len(mentions) - 2, -1, -1):
        one, other = mentions[at], mentions[at + 1]
        if (
            one.month is None
            or other.month is None
            or one.year is not None
            or one.year_offset is not None
            or other.year is None
            or not _SPAN.fullmatch(text.lower, one.end, other.start)
        ):
            continue
        mentions[at] = one._replace(year=other.year - (one.month > other.month))
    return mentions
