"""Words of a head that say its period, and what is left of it without them, and without asides."""

import re
from functools import lru_cache

from exporter.drafting.tables.periods_said import says_period
from exporter.engine.regex import regex
from exporter.evidence.reading.unit_lines import without_unit
from exporter.facts.folding import fold, lower

# What the head of a column says of the period, and what stands between its words.
PERIOD_LABEL = regex(
    r"\([^()]*\)"
    r"|(?:19|20)[0-9]{2}[aef](?![a-z])"
    r"|(?<![a-z])(?:(?:for the )?(?:three|six|nine|twelve|[0-9]{1,2})[ -](?:months?|weeks?)"
    r"|(?:fiscal |full[ -])?(?:quarters?|years?|periods?)(?![a-z])|ended|ending|as of|as at|at"
    r"|and for the|year[- ]to[- ]date"
    r"|to(?=\s(?:[0-9]{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|for the|the|unaudited|audited|fiscal|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|first"
    r"|second|third|fourth|half|full|ytd|[qh][1-4]|[1-4][qh]|[fh]y|[0-9]{1,2}m|in|vs|restated|actuals?)(?![a-z])\.?|[0-9][0-9,./-]*|[^\w%&-]+"
    r"|止?[一三六九]个月止?|止?十二个月止?|财政年度|财年|前[三六九369]个月|年|月|日|度|[第前]?[一二三四]?季|[上下]半|本期|本报告期|上期|上年|同期|末|初|余额|金额|发生额|期|报告|至"
    r"|截[至止]|单位|项目"
)
_LEADS = regex(rf"(?:{PERIOD_LABEL.pattern})+", re.IGNORECASE)
_ENDS = regex(rf"(?<![^\W0-9_])(?:{PERIOD_LABEL.pattern})+$", re.IGNORECASE)


IN_BRACKETS = regex(r"\([^()]*\)")


def without_brackets(head: str) -> str:
    """A head without what it says in brackets: a unit, a note, (unaudited)."""
    return IN_BRACKETS.sub("", head)


def without_aside(head: str) -> str:
    """The head of a column, in small letters, folded, without brackets and the unit behind it."""
    return without_unit(without_brackets(head).strip()).strip()


def bare_label(head: str) -> str:
    """The same without a word that parts results from plans: fy26 of fy26 actual (£m)."""
    return _TOLD_OR_PLANNED.sub("", without_aside(head)).strip()


_TOLD_OR_PLANNED = regex(r" (?:actuals?|guidance|outlook|forecast)$")


@lru_cache(maxsize=1024)  # heads are asked of for each row below them
def without_period(head: str) -> str:
    """A head without the period that it begins or ends with: Revenue of Revenue FY2026.

    One that says nothing else is left as it is.
    """
    for found in (_ENDS.search(head), _LEADS.match(head)):
        if found is None or not says_period(lower(fold(found[0]))):
            continue
        left = f"{head[: found.start()]} {head[found.end() :]}".strip()
        if left:
            return left
    return head
