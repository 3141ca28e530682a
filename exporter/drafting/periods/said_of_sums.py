"""The status that set words beside a sum say: a dividend to be paid, a stake held, a consensus."""

import re

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.figures.share_moves import sent_shares
from exporter.drafting.figures.upsides import upside
from exporter.drafting.model import Setting, Stated
from exporter.drafting.names.market_forecasts import market_forecast
from exporter.drafting.not_so import is_taken_back
from exporter.drafting.periods.aims_zh import aim_set_earlier, aim_told, is_replaced, meant_zh
from exporter.drafting.periods.earlier_guidance import is_earlier_guidance
from exporter.drafting.periods.repurchases import is_buyback_decided
from exporter.drafting.periods.set_after import is_result_before
from exporter.drafting.periods.starts_of_plans import starts_plan
from exporter.drafting.periods.status_words import WORDS
from exporter.drafting.periods.works import are_works_to_come
from exporter.engine.regex import regex
from exporter.facts.words import Status


def said_of_sum(text: str, stated: Stated, setting: Setting) -> Status | None:
    """What set words say of a dividend to be paid, a stake held, earlier guidance, a consensus."""
    head, tail = text[: stated.start], text[stated.end :]
    if setting.lang == "zh":
        return _said_zh(head, tail, text, stated)
    if (_HELD.search(head) and _STAKE.match(tail)) or sent_shares(head):
        return Status.ACHIEVED
    if is_result_before(text, stated.start):
        return Status.ACHIEVED
    if market_forecast(text, stated.start) is not None:
        return Status.ESTIMATE
    return _said_en(head, tail, text, stated)


# Reckons that this would cost it | 350,000 passengers
_WOULD = regex(
    r"\b(?:reckon(?:s|ed)?|estimate[sd]?|calculate[sd]?|thinks?|thought|believes?)\b(?: that)?"
    rf" (?:[\w’'-]+ ){{1,6}}?would (?:have )?(?:[a-z]+ ){{1,4}}{ABOUT}[A-Z]{{0,3}}$"
)


# Would cost it $9 million | this year: what it expects of its own results
_IN_A_YEAR = regex(
    r"[^.,;]{0,20}? (?:this|next|in) (?:[a-z]+ )?(?:year|quarter|half|(?:FY)?20[0-9]{2})\b"
)


def _said_zh(head: str, tail: str, text: str, stated: Stated) -> Status | None:
    if _ENDED_ZH.search(head) and _PLAN_ZH.match(tail):
        return Status.WITHDRAWN
    if starts_plan(text, stated.start, stated.end):
        return Status.ACHIEVED
    is_to_come = are_works_to_come(text, stated.start, stated.end)
    was_guided = is_replaced(text, stated.start, stated.end)
    was_guided = was_guided or aim_set_earlier(text, stated.start, stated.end) != ""
    is_to_come = is_to_come or _PROPOSED_ZH.search(head) is not None
    meant = Status.GUIDANCE if was_guided else meant_zh(head) or aim_told(head, tail)
    return Status.PLANNED if is_to_come else meant


def _said_en(head: str, tail: str, text: str, stated: Stated) -> Status | None:
    if _THE_SUM.search(head) and _MADE.match(tail):
        return Status.ACHIEVED
    if is_taken_back(head, tail):
        return Status.WITHDRAWN
    if is_earlier_guidance(text, stated.start, stated.end):
        return Status.GUIDANCE
    if _WOULD.search(head) and not _IN_A_YEAR.match(tail):
        return Status.ESTIMATE
    is_decided = is_buyback_decided(text, stated.start, stated.end)
    is_decided = is_decided or _PLAN_KEPT.search(head) is not None
    if is_decided or _PROPOSED.search(head) or (_APPROVED.search(head) and not _DONE.search(tail)):
        return Status.PLANNED
    is_of_others = _AGAINST_OTHERS.search(head) or _IN_A_POLL.match(tail)
    is_of_others = is_of_others or _UPGRADES.search(head) or _CONSENSUS_OF.search(head)
    if is_of_others or upside(text, stated.start, stated.end):
        return Status.ESTIMATE
    if (kept := _aim_kept(head, tail)) is not None:
        return kept
    is_given = _PRIOR_RANGE.search(head) or (_RANGE_OF.search(head) and _HAD_GIVEN.match(tail))
    is_given = is_given or _SAID_AGAIN.search(head) or _RANGE_FOR.search(head)
    return Status.GUIDANCE if is_given else None


# Its | £52m | sales target for the year is unchanged
_AIM_KEPT = regex(
    r" (?P<aim>(?:[a-z][\w-]* ){0,4}?(?:targets?|forecasts?|guidance|outlook|budget|goal|plans?))"
    r"(?: (?:for|in|by|of) [^,;.]{2,30}?)? (?:is|was|are|were|remains?|remained|stays?|stayed"
    r"|has been|had been)(?: (?:still|also|left|kept|being))* (?:unchanged|intact|in place"
    r"|on track|unaltered|the same|reiterated|reaffirmed|maintained|confirmed)\b"
)


_OF_ANALYSTS = regex(
    r"\b(?:analysts?|brokers?|market|consensus|city|street)(?:['’]s?)? [A-Z]{0,3}\W?$",
    re.IGNORECASE,
)


def _aim_kept(head: str, tail: str) -> Status | None:
    """What a sum is that is aimed at, where words behind it say that the aim stays."""
    kept = _AIM_KEPT.match(tail)
    if kept is None:
        return None
    if _OF_ANALYSTS.search(head):
        return Status.ESTIMATE
    is_told = kept["aim"].endswith(("forecast", "forecasts", "guidance", "outlook"))
    is_result = is_told or WORDS["en"].results.search(kept["aim"]) is not None
    return Status.GUIDANCE if is_result else Status.PLANNED


def is_to_be_paid(head: str) -> bool:
    """Whether a sum behind some words is a dividend that is proposed, for whatever period."""
    return _PROPOSED.search(head) is not None or _PROPOSED_ZH.search(head) is not None


# Left its capital spending plan for the year unchanged at | $5.2bn; not: its pension plan
_PLAN_KEPT = regex(
    r"\b(?:left|leaves|leaving|kept|keeps|keeping|held|holds|maintain(?:ed|s|ing))"
    r" (?:its|their|our|the) (?:[\w-]+ ){0,3}?(?:spending|investment|capex|expenditure"
    r"|buy-?back|repurchase|hiring|expansion) (?:plans?|budgets?|programmes?|programs?|targets?)"
    rf"(?: for [^,;.]{{2,24}}?)? (?:unchanged|steady|flat) at {ABOUT}[A-Z]{{0,3}}\W?$"
)
# Would sell its | 49% | stake: it holds that much
_HELD = regex(r"\b(?:its|their|our|his|her) (?:(?:entire|existing|current|whole) )?$")
_STAKE = regex(
    r" (?:stake|holding|interest|shareholding)\b(?! (?:payment|cost|charge|expense|rate))"
)
# Compared with guidance of £35m and the | £32m | made in 2025
_THE_SUM = regex(r"\b(?:the|its) [A-Z]{0,3}\W?$")
_MADE = regex(
    r"(?: (?:(?:that|which) )?(?:it |they )?(?:had )?)(?:made|earned|lost|reported|posted|achieved"
    r"|recorded|paid|booked|spent) (?:in|last|a year|the year|for|during)\b"
)
# 公司终止了总投资|12亿元|的扩产项目
_ENDED_ZH = regex(
    "(?:终止|取消|撤回|放弃|叫停|撤销)了?(?:原定|此前|原有|计划)?的?(?:总?投资|募资|金额|总额|约|不超过|逾|达|为)*$"
)
_PLAN_ZH = regex(
    "(?:的|用于)?[^，。；0-9]{0,12}(?:项目|计划|方案|回购|收购|目标|指引|定增|发行|增发|协议)"
    "(?!的?(?:租约|合同))"
)
# The board is recommending a final dividend of | 3.4p; the range of | 2 to 3 that it had given.
_PROPOSED = regex(
    r"\b(?:(?:is|are|has|have|will|directors|board) (?:recommend|propos)(?:e|es|ed|ing)?"
    r"|proposed|recommended|propos(?:es|ing)|recommend(?:s|ing)) (?:an? |the )?(?:\w+ ){0,2}"
    r"dividend(?: per share)? of (?:\w+ )?\W?$",
    re.IGNORECASE,
)
# 董事会建议派发末期股息每股|0.12港元; not: 分析师建议关注股息率
_PROPOSED_ZH = regex(
    "(?:建议|提议|提呈|拟议)(?!关注|投资者|[买卖增减])[^，。；0-9]{0,12}?"
    "(?:派[发付息]?|宣派|分派|支付|分红|(?:股息|红利|股利))(?!率)[^，。；0-9]{0,14}(?:[0-9]+股[^，。；0-9]{0,8})?$"
)
# Has approved a share buyback of up to | 20 million: it is still to be spent.
_APPROVED = regex(
    r"\b(?:approv(?:es|ed|ing)|authori[sz](?:es|ed|ing)|announc(?:es|ed|ing)|launch(?:es|ed|ing)"
    r"|unveil(?:s|ed|ing)) (?:an?|its|the|another) (?:[\w-]+ ){0,4}(?:buy-?backs?|repurchases?)"
    r"(?: (?:programme|program|plan))?"
    rf" (?:of|for|worth) {ABOUT}[A-Z]{{0,3}}\W?$",
    re.IGNORECASE,
)
_DONE = regex(r"\b(?:completed|was spent|has been|of which)\b", re.IGNORECASE)
# Against expectations of | 3.4 billion: those of others, where nobody is said to have them.
_AGAINST_OTHERS = regex(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|above|below|ahead of|short of|beat(?:ing)?"
    r"|than|in line with|surpass(?:ing|ed)|match(?:ing|ed)"
    r"|miss(?:ing|ed)|topp(?:ing|ed)|exceed(?:ing|ed)) (?:market |analysts?['’]? |consensus "
    r"|street |city )*(?:expectations|forecasts|estimates|predictions|projections) (?:of|for)"
    rf" {ABOUT}[A-Z]{{0,3}}\W?$",
    re.IGNORECASE,
)
# The revenue consensus of about | $640 million | looked too high
_CONSENSUS_OF = regex(
    r"\bconsensus(?: (?:estimates?|forecasts?|expectations?))?(?: for [^,;.0-9]{2,40}?)? of"
    rf" {about_or('between')}[A-Z]{{0,3}}\W?$"
)
# The new range implied consensus upgrades of | 2% to 3%
_UPGRADES = regex(
    rf"\bconsensus (?:(?:up|down)grades?|revisions?|cuts|changes) of {about_or('between')}$"
)
# The | 11.6% | expected on average in a company-compiled consensus
_IN_A_POLL = regex(
    r"(?: that was)? (?:expected|forecast|predicted|estimated|projected|seen|pencill?ed in)"
    r"(?: on average\b| (?:in|by) (?:an?|the) (?:[\w-]+ ){0,3}?(?:poll|consensus|survey)\b)"
)
# Reiterated its dividend of at least | 12p for this year; narrowed the range for costs to | £4m-£5m
_SAID_AGAIN = regex(
    r"\b(?:reiterat|reaffirm)(?:es|s|ed|ing) (?:its|our|their) (?:[\w-]+ ){0,3}?"
    r"(?:dividends?|revenues?|sales|profits?|margins?|earnings|growth|costs|tax rate|cash flow"
    r"|spending|expenditure|capex|production|output)(?: per share| growth)?"
    rf" (?:of|at) {about_or('between', 'an?')}[A-Z]{{0,3}}\W?$",
    re.IGNORECASE,
)
_RANGE_FOR = regex(
    r"\b(?:narrow|widen|tighten|lower|rais|lift|trim|cut|reiterat|maintain)(?:e?s|ed|t?ing)?"
    r" (?:its|the|our|their) (?:[\w-]+ ){0,2}range (?:for|of) (?:(?!of )[\w’'-]+ ){1,6}?"
    r"(?:to|at|from) (?:between )?[A-Z]{0,3}\W?$",
    re.IGNORECASE,
)
# Seen at $4.10 to $4.30, versus its prior range of | $4.80 to $5.10
_PRIOR_RANGE = regex(
    r"\b(?:versus|vs\.?|against|compared (?:with|to)|(?:up |down )?from) (?:its|an?|the|their|our)"
    r" (?:prior|previous|earlier|old|initial|original|former)"
    r" (?:guidance |forecast |outlook )?(?:range|guidance|outlook|forecast|target)s?"
    r" (?:range )?(?:of|for)\b[^;,]{0,40}$",
    re.IGNORECASE,
)
_RANGE_OF = regex(r"\brange of \W?$", re.IGNORECASE)
_HAD_GIVEN = regex(
    r"(?: [mb]illion)?(?: (?:to|and) \S+(?: [mb]illion)?)?"
    r" (?:that |which )?(?:[\w-]+ ){1,3}(?:had )?(?:given|gave|set|guided|issued|provided|forecast"
    r"|promised|indicated)\b"
)
