"""The heads of rows without what stands beside their words: marks of notes, units, dots."""

import re
from functools import lru_cache

from exporter.engine.regex import regex
from exporter.evidence.reading.row_units import ends_with_unit
from exporter.evidence.reading.table_units import table_unit
from exporter.facts.folding import fold, lower

_NOTE = regex(
    r"\s*(?:[(\[（](?:[0-9]{1,2}|[a-z]|注\s?[0-9一二三四五六七八九十]*|[¹²³⁴-⁹]+)[)\]）]|[¹²³⁴-⁹①-⑳*†‡^]+)+(?=\s|$|[:,–-])"
)
_DOTS = regex(
    r"[\s.…·_]{3,}$|[\s:：,，$]+$|^(?:[一二三四五六七八九十]+、|其中[:：]|加[:：]|减[:：])\s*"
)
_UNIT_SAID = regex(
    r"\s*[(（](?:number|count|no\.|#|cents?|pence|p|x|times|days|people"
    r"|full[- ]time equivalents?|thousands?"
    r"|millions?|as at .{4,20}|[0-9]{1,2} (?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)(?: [0-9]{4})?"
    r"|[百千万亿]*[家个人名辆台件套户吨座间店次倍天元款只股票艘架]"
    r"|[百千万亿]+(?:吨|千瓦时|平方米|千瓦|标箱|立方米|公里)|吉瓦时?|兆瓦时?|[MGk]Wh?)[)）]"
    r"|\s*[(（][^()（）]*(?:in (?:thousands|millions|billions)|[$€£¥]\s?[a-z]{0,8}|000s?"
    r"|[千百万亿]+元|元|%)[^()（）]*[)）]",
    re.IGNORECASE,
)

_LAST_UNIT = regex(
    r"\s*[(（][^()（）]{1,24}[)）]$|,\s*[^\s,]{1,12}(?: [a-z]{1,10})?$"
    r"|\s[^\sa-z]{0,3}[$€£¥₹][a-z]{1,2}$"
)
# Order book, end of period: of the end its period tells.
_AT_END = regex(
    r",? (?:at )?(?:the )?(?:period[- ]end|end of (?:the )?(?:period|year|quarter))$", re.IGNORECASE
)


@lru_cache(maxsize=4096)  # rows are asked of for each row of their table
def plain_head(words: str) -> str:
    """The head of a row without marks of notes, dots that lead to figures, and units."""
    words = _UNIT_SAID.sub("", _NOTE.sub("", words)).strip()
    unit = _LAST_UNIT.search(words)
    if unit and unit.start() and table_unit(lower(fold(words)), in_brackets=True):
        words = words[: unit.start()]
    words = _IN_OWN_CELL.sub("", words) if ends_with_unit(lower(fold(words))) else words
    words = _COUNT.sub("", _AT_END.sub("", words))
    words = _DOTS.sub("", _DOTS.sub("", words.strip())).strip()
    if said := _AS_FOLLOWS.fullmatch(words):
        words = f"{said['first'].upper()}{said['rest']}"
    letters = [mark for mark in words if mark.isalpha()]
    is_shouted = len(letters) > 5 and words.isupper() and not _INITIALS.fullmatch(words)
    return words.capitalize() if is_shouted else words


# Of a column of units behind the heads of rows: Production kt, EBITDA margin in %, Headcount no.
_IN_OWN_CELL = regex(r",?(?: in)? (?:\S+|\S+ (?:million|billion|thousand))$")
_COUNT = regex(r"(?<=[a-z]) (?:no\.|nos\.|#)$", re.IGNORECASE)
# Includes stock-based compensation as follows: over the parts of it.
_AS_FOLLOWS = regex(r"Includes? (?:the )?(?P<first>\w)(?P<rest>.+?),? as follows")
_INITIALS = regex(r"EBIT[A-Z]*|REVPAR|NOPAT")
