"""Whose expectation a figure is, with which another is compared.

The $725 million that analysts had expected, 高于市场预期的7.2亿元: whoever tells the sentence does
not say that figure.
"""

import re

from exporter.engine.regex import regex
from exporter.facts.words import Lang

_MANY = (
    r"(?:analysts?|economists?|traders?|investors?|brokers?|forecasters?"
    r"|Wall[ ]Street|the[ ](?:Street|market|City))"
)
_AVERAGE = r"(?:average|consensus|median|mean)"
_DO = (
    r"(?:(?:had|have|were|was)[ ]+)?(?:on[ ]average[ ]+|previously[ ]+|collectively[ ]+)?"
    r"(?:expect(?:ed|ing)?|forecast(?:ed|ing)?|predict(?:ed|ing)|estimated?|estimating"
    r"|project(?:ed|ing)|pencill?ed[ ]in|looked[ ]for|looking[ ]for|been[ ]looking[ ]for"
    r"|(?:been[ ])?hoping[ ]for"
    r"|anticipat(?:ed|ing)|modell?ed|bargained[ ]for|hoped[ ]for)"
)
# Behind the figure: that analysts had expected, expected by analysts, in the consensus.
_BEHIND_EN = regex(
    r"(?:(?!\b(?:what|than|above|below|were|was|is|are|beat\w*|top\w*|miss\w*"
    r"|compar\w+|against|versus|vs|exceed\w*|surpass\w*|match\w*|met|in line|ahead|short)\b)"
    r"[^,;.—]){0,28}?\s(?:"
    rf"(?:(?:that|which)\s+)?(?:the\s+)?(?:most\s+)?(?P<who>{_MANY})"
    rf"(?:\s+(?:polled|surveyed)\s+by\s+[\w ]{{2,30}}?)?\s+(?:on\s+average\s+)?{_DO}\b"
    rf"|(?:expected|forecast|predicted|estimated|pencill?ed\s+in|projected)\s+(?:on\s+average\s+)?by\s+"
    rf"(?:the\s+)?(?P<by>{_MANY})"
    rf"|(?P<said>{_AVERAGE}|{_MANY}|market)\s+(?:consensus|estimates?|forecasts?|expectations?)\b"
    r"|(?:in|by)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?P<con>consensus|poll)\b"
    r"|(?:expected|forecast|predicted|estimated|projected)\s+on\s+(?P<on>average)\b"
    rf"|(?P<of>average|mean|median|consensus)\s+of\s+(?:[\w-]+\s+)?{_MANY}\b"
    r"|(?:(?:that|which)\s+)?(?:the\s+)?(?P<own>management)\s+(?:has|had)\s+in\s+mind\b)",
    re.IGNORECASE,
)
# Before it: analysts' average forecast of, the consensus was.
_BEFORE_EN = regex(
    rf"(?:\b(?P<who>{_MANY})['’]?s?['’]?\s+(?:{_AVERAGE}\s+)?(?:estimates?|forecasts?|expectations?|consensus"
    r"|projections?)"
    rf"|\b(?:{_AVERAGE}|market|Street)\s+(?P<plain>(?:analysts?\s+)?(?:estimates?|forecasts?|expectations?))"
    r"|\b(?P<con>consensus)(?!\s+(?:up|down)grades?\b|\s+(?:revisions?|cuts|changes)\b)"
    rf"|\b(?P<do>{_MANY})\s+(?:polled\s+by\s+[\w ]{{2,30}}?\s+)?(?:on\s+average\s+)?{_DO})"
    r"(?:\s+(?:collected|compiled|polled|gathered)\s+by\s+[\w’' ]{2,40}?)?"
    r"(?:\s+(?:of|for|was|is|were|had\s+been|stood\s+at|at|called\s+for))?"
    r"(?:\s+(?:a|an|the|about|around|only|just|some|nearly|roughly|[a-z-]+\s+(?:of|for)))*\s*[$€£¥]?$",
    re.IGNORECASE,
)
# Ahead of | estimates of | $1.28 billion: whose they are, nobody has to say.
_BARE_EN = regex(
    r"\b(?:ahead[ ]of|above|below|short[ ]of|shy[ ]of|beat(?:s|ing|en)?|topp(?:ing|ed)|tops?"
    r"|miss(?:es|ing|ed)?|exceed(?:s|ing|ed)?|surpass(?:es|ing|ed)?|against|versus|vs\.?|than"
    r"|compared[ ](?:with|to)|in[ ]line[ ]with|match(?:es|ing|ed)?|met|meeting)"
    r"[ ](?:(?:earlier|prior|previous|published|sell-side)[ ])?"
    r"(?:estimates|expectations|forecasts|projections|predictions)[ ](?:of|for)"
    r"(?:[ ](?:an?|about|around|only|just|some|nearly|roughly|[a-z-]+[ ](?:of|for)))*\s*[$€£¥]?$",
    re.IGNORECASE,
)
_MANY_ZH = "市场|分析师|机构|法人|券商|业内|投资者|华尔街|外界"
_BEFORE_ZH = regex(
    rf"(?P<who>{_MANY_ZH}|彭博|路透|万得|Wind|该行|该机构|该券商)(?:们|此前|之前|早前|先前|原先|普遍|平均|的|一致)*"
    r"(?:预期|预测|预估|预计|估计)(?:均值|中值|中位数|值|区间|水平)?(?:的|为|是|在|约|近|[:：])*$"
)
# 此前市场普遍预期其全年净利润为| 38亿元
_OF_IT_ZH = regex(
    f"(?:^|[，。；]|此前|之前|早前|[而但])(?P<who>{_MANY_ZH})"
    "(?:们|此前|之前|早前|先前|原先|原本|曾|普遍|平均|一致)*(?:预期|预测|预估|预计|估计)"
    r"(?:其|该?公司)?(?:(?:20\d\d|今|明)年)?(?!.*(?:目标价|评级))[^，。；\d]{1,14}[为是在约达近到]$"
)
_BEHIND_ZH = regex(r"[^，,。；\d]{0,4}的?(?:市场)?(?:一致预期|平均预期|预期均值|一致预测|市场预期)")
_BEFORE_MARKET_ZH = regex("(?:市场|分析师|机构)(?:此前|之前|早前)?(?:的|约|近)?$")
_MANY_WORDS = {
    "consensus": "Analysts",
    "poll": "Analysts",
    "average": "Analysts",
    "mean": "Analysts",
    "median": "Analysts",
}
_ANY = regex(
    rf"{_MANY}|{_AVERAGE}|in mind|estimates|expectations|forecasts|projections|predictions"
    r"|预期|预测|预估|预计|估计|market|the City",
    re.IGNORECASE,
)


def who_expected(start: int, text: str, lang: Lang) -> str:
    """Who expected what stands at `start` in a sentence; "" where nobody is said to have.

    Args:
        start: Where the figure begins.
        text: The sentence.
        lang: In which it is written.
    """
    if not _ANY.search(text):
        return ""
    before = text[:start]
    figure = (_FIGURE_EN if lang == "en" else _FIGURE_ZH).match(text, start)
    behind = text[figure.end() if figure else start :]
    return _expected_zh(before, behind) if lang == "zh" else _expected_en(before, behind)


_FIGURE_EN = regex(
    r"[^\w\s]{0,3}\s?[A-Z$€£¥]{0,3}\s?[\d][\d,.]*(?:\s?(?:-|–|to|and)\s?[$€£¥]?\d[\d,.]*)?"
)
_FIGURE_ZH = regex(r"[\d.,]+(?:[-~至到][\d.,]+)?(?:[%亿万元美港倍个百分点]|人民币|欧元)*")


def expects_of_it(before: str) -> str:
    """Who expects of a company what follows some Chinese words; "" for nobody."""
    found = _OF_IT_ZH.search(before)
    return found["who"] if found else ""


# Analysts had expected |88 cents a share on| revenue of $355 million
_SHARE_ON = regex(
    r"\s[$€£]?[\d.,]+(?:\s?(?:cents|pence|p))?\s(?:a|per)\sshare\s(?:on|and)\s"
    r"(?=(?:[a-z]+\s){0,3}of\s*[$€£]?$)"
)


def _expected_en(before: str, behind: str) -> str:
    before = _SHARE_ON.sub(" ", before)
    found = _BEFORE_EN.search(before)
    if found is None and (after := _BEHIND_EN.match(behind)) is not None:
        found = after
    if found is None:
        return "Analysts" if _BARE_EN.search(before) else ""
    who = next((each for each in found.groups() if each), "")
    said = _MANY_WORDS.get(who.casefold(), who)
    if re.fullmatch(
        r"(?:(?:analysts?\s+)?(?:estimates?|forecasts?|expectations?)|market|analyst)",
        said,
        re.IGNORECASE,
    ):
        return "Analysts"
    return said[0].upper() + said[1:]


def _expected_zh(before: str, behind: str) -> str:
    if (found := _BEFORE_ZH.search(before)) is not None:
        return found["who"]
    if who := expects_of_it(before):
        return who
    if _BEHIND_ZH.match(behind) and (found := _BEFORE_MARKET_ZH.search(before)) is not None:
        return (
            found[0].removesuffix("的")[:2] if found[0].startswith(("市场", "机构")) else "分析师"
        )
    return ""
