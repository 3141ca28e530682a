"""Figures of a sentence that state nothing: the spans and ordinals by which it says when or which.

In the first six months, the two boards, 30-year bonds, the second quarter, 第五届董事会, 三年累计.
"""

import re
from fractions import Fraction

from exporter.drafting.figures.chosen import is_of_the_chosen
from exporter.drafting.figures.price_classes import is_price_class
from exporter.drafting.figures.sayings import is_of_a_saying
from exporter.drafting.figures.size_classes import is_size_class
from exporter.drafting.figures.unit_told import is_of_a_unit
from exporter.drafting.figures.who_acted import is_of_who_acted
from exporter.drafting.figures.whose_size import is_whose_size
from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import VERBS
from exporter.evidence.reading import Figure, Role
from exporter.facts.units import CALENDAR_TIME, COUNT, MULTIPLE, ORDINAL, RATIO, TIME
from exporter.facts.words import Qualifier

_DAY = Fraction(86_400)
_FEW = 12  # what words say of things that were named before: the three units
_DETERMINERS = regex(
    r"�rst\s*$|\b(?:top|first|last|next|remaining|main|the|both|these|those|all|its|his|their|our"
    r"|other|each of|any|either|any of|every|same)\s*$"
    r"|(?:[这那前今明各哪每下后首该其]|(?<!新)上|[上前]述|以上)\s*$",
    re.IGNORECASE,
)
# Before a span: it says when, or for how long something else was so.
_WHEN_BEFORE = regex(
    r"\(\s*$|�rst\s*$|\b(?:first|last|past|next|the|previous|prior|preceding|recent|following|coming|every|each"
    r"|another|final|over|these|those|trailing|same|all|for the|in|after|nearly"
    r"|(?:due|payable|repayable|maturing|matures?|expir(?:ing|es?)) within)\s*$"
    r"|(?:过去|未来|近|前|首|后|今后|最近|此后|连续|此前|今明|每|上|头|同期|历经|时隔|每隔|下|这|又|不到|接下来的?)\s*$",
    re.IGNORECASE,
)
# Behind it: 12 months before, three years ago, 一年内, 四周后, 三年累计, 30年期.
_WHEN_BEHIND = regex(
    r"\s*(?:ended|ending|before|earlier|ago|later|prior|previously|after|to|from|in a row"
    r"|running|straight|on|into|since|through|target|period)\b|['’]"
    r"|[期内后前来间里中累平年复底末初以之来同定]|(?:以来|期间|连续|合计|年化|国债|均|一度|一次|跌|涨|目标价|时间|保单|继续率|定期|存款|理财|移动|均线"
    r"|新[低高]|拆借|SHIBOR|LIBOR|LPR)",
    re.IGNORECASE,
)
_HYPHENED = regex(r"[0-9a-z]\s?[-\u2010\u2011](?=[a-z])", re.IGNORECASE)
_RANKED = regex(
    r"\b(?:no|nr|number)\b|#|第[^，。]{1,3}[大高强]|[名居列跻升排位]\S{0,4}第|名$|-(?:largest|biggest)",
    re.IGNORECASE,
)
_IS_RANKED = regex(
    r"\b(?:is|are|was|were|be|been|becomes?|became|remains?|ranks?|ranked|now|as|into|make|makes)"
    r"\s(?:[\w'’-]+\s){0,3}$"
)
_RANKED_BEHIND = regex(
    r"[\s-]*(?:largest|biggest|highest|most|best|leading|place|ranked|fastest"
    r"|in the (?:world|country|market))|[大高名位]",
    re.IGNORECASE,
)
_OF_A_LIST = regex(r"[0-9]{1,2}\)")
_NUMBER_OF_NAME = regex("[0-9]{1,3}")
_NAME_BEFORE = regex(
    r"\S\s[A-Z][A-Za-z]+\s$|^(?!(?:In|The|Some|About|Over|Only|Its?)\b)[A-Z][a-z]+\s$"
)
_FIRST_WORD = regex(r"\s([A-Za-z]+)")
_NO_NOUN = VERBS | {
    "is",
    "was",
    "are",
    "were",
    "has",
    "had",
    "will",
    "in",
    "and",
    "for",
    "by",
    "as",
}
# A few times that are named no more: has to be changed after three.
_OF_TIMES = regex(r"\b(?:after|before|within|every|until)\s$")
_ENDS = regex(r"\W*(?:[.,;:]|$)")
_COUNTED = regex(r"\s(?:[A-Z]|[a-z]+s\s(?:of|in)\b)")
_STREET = regex(
    r"\s(?:[A-Z][\w.]*\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Circle|Drive|Boulevard|Blvd|Way|Lane"
    r"|Plaza|Parkway|Court|Square|Place)\b"
)
_INITIALS = regex(r"\b[A-Z]\.\s?[A-Z]\.\s*$")
_YEAR = regex("(?:19|20)[0-9]{2}")
_YEAR_OF_CENTURY = regex(r"(?:^|[\s(])['’‘][0-9]{2}$")  # a revival of the '98 show
_DAY_BEFORE = regex(r"[A-Z][a-z]+ [0-9]{1,2},\s*$")
_CONFIDENCE = regex(r"\s?(?:置信|的?置信|confidence|CI\b)", re.IGNORECASE)
_WORKING_DAYS = regex("个?(?:交易日|工作日|营业日|自然日)")
_PER = regex(
    r"每(?:卖出|售出|销售|生产|投入|消费|新增)?\s?$"
)  # 每10股派2.8元: what is stated is per these
_ROUNDED = regex(r"\bto the (?:nearest|closest) $")  # all sums are rounded to it
_EXCHANGED = regex(r"[1一](?:个)?(?:[\u4e00-\u9fff]{0,3}元|英镑|人民币)[兑兌对]")
_OF_A_PERSON = regex("岁(?:的|[，。；、）)]|$)")  # 42岁的业主; 平均36岁 is stated
# Kees de Wit, | 54 |, has run it since: how old somebody is
_SOMEBODY = regex(r"[A-Z][\w'’-]+ (?:(?:van|von|de|der|di|da|del|bin|al) )*[A-Z][\w'’-]+, $")
_AGED = regex(r", (?:who|has|had|is|was|a|an|the|its|joined|took|founded|runs|said|will)\b")
_RATE_BEFORE = regex(r"(?:[$€£¥]|(?<![\w.,]))1(?: [A-Za-z.]+){0,2} ?= ?$")  # in its footer
_RATE_BEHIND = regex(r" ?= ?[0-9]")  # $1 = 0.8640 euros
_MEAN_AGE = regex("平均|年龄|中位|人均|寿命|岁数|工龄|退休")
_WEEKS = regex("week|周|星期", re.IGNORECASE)
_LASTS = regex(
    r"(?:[为达至到约超满卖需要撑够长用]|期限|超过|不少于|至少|最多|不到|低于|少于|近|生产|维持|支持|消化|使用"
    r"|运行|等待?|等了|花了?|历时|为期|质保|保修|保存|短)\s*$"
)
_LASTS_BEHIND = regex(r"以[内上下]|之内|左右|多(?=[，。；])|有余|出头")
_CLAUSE_END = regex("[，。；、：！？]|$")
_QUOTED = ("“", "「", "『")
_CAPACITIES = frozenset({"power", "energy", "mass", "area", "oil"})  # a 500-megawatt wind farm
_QUARTERS = regex(
    r"^(?:an? (?:single|record|good|bad|strong|weak)|(?:two|four|five|six|seven|eight|nine|ten"
    r"|eleven"
    r"|twelve)) quarters?$",
    re.IGNORECASE,
)
_OF_SIZE = regex(r"[级装]|期(?!间)|型|(?:英寸|英吋|寸)")
_HALF_OF_YEAR = regex(
    r"\b(?:the|this|last|first|second|previous|each|-)\s(?:(?:\w+ing|same|prior|year-ago) )?$"
    r"|[上下半]$",
    re.IGNORECASE,
)

# The December half, a soft half; not: a good half of its sales
_NAMED_HALF = regex(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[- ]$|\b(?:[Aa]n?|[Aa]nother) [a-z]+(?<!\bin)(?<!\band) $"
    r"|(?:\b(?:[Ii]ts|[Tt]heir|[Oo]ur|[Tt]he)|'s) (?:[\w-]+ ){0,2}?"
    r"(?:best|worst|record|(?!larg|bigg)\w+est) $"
)
_OF_A_WHOLE = regex(r"\s(?:of|as|an?|the|its|their)\b")


def is_none(figure: Figure, sentence: str) -> bool:
    """Whether a figure of a sentence is nothing that a fact would state."""
    before, behind = sentence[: figure.start], sentence[figure.end :]
    has_digits = re.search("[0-9]", figure.text) is not None
    if figure.dimension == ORDINAL:
        return is_of_a_saying(figure, before, behind) or not _is_rank(figure, before, behind)
    if figure.dimension in {TIME, CALENDAR_TIME} or _WORKING_DAYS.match(behind):
        is_when = _says_when(figure, before, behind, has_digits=has_digits)
        return is_when or is_whose_size(figure, sentence)
    if figure.dimension == RATIO and figure.text.lower() in {"half", "a half", "半"}:
        is_named = _NAMED_HALF.search(before) is not None and not _OF_A_WHOLE.match(behind)
        return _HALF_OF_YEAR.search(before) is not None or is_named or behind[:1] == "-"
    if _is_by_the_way(figure, before, behind):
        return True
    if (
        is_of_a_saying(figure, before, behind)
        or is_of_the_chosen(figure, sentence)
        or is_whose_size(figure, sentence)
        or is_price_class(figure, sentence)
        or is_size_class(figure, sentence)
        or is_of_who_acted(figure, before, behind)
        or (figure.dimension == COUNT and _is_of_a_name(figure, before, behind))
    ):
        return True
    if figure.dimension == COUNT and not has_digits and abs(figure.value) <= _FEW:
        if _OF_TIMES.search(before) and _ENDS.match(behind):
            return True
        is_said_of = behind[1:2] in _QUOTED  # 三张“王炸”
        return abs(figure.value) == 1 or is_said_of or _DETERMINERS.search(before) is not None
    return _is_class(figure, behind) or _is_size(figure, behind)


def _is_by_the_way(figure: Figure, before: str, behind: str) -> bool:
    """Whether a figure says how sure, how rounded, per what, at which rate or at which age."""
    # The first time in seven quarters, in a single quarter.
    is_span = _QUARTERS.search(figure.text) is not None and not behind.startswith(" of")
    return bool(
        (figure.dimension == RATIO and is_span)
        or _CONFIDENCE.match(behind)
        or _PER.search(before)
        or _ROUNDED.search(before)
        or is_of_a_unit(figure, before)
        or _EXCHANGED.match(figure.text + behind)
        or (abs(figure.value) == 1 and _RATE_BEHIND.match(behind))
        or _RATE_BEFORE.search(before)
        or _is_bounded_half(figure)
        or (_AGED.match(behind) and _is_age(figure, before))
        or (_OF_A_PERSON.match(behind) and not _MEAN_AGE.search(before[-12:]))
    )


# 十万元|级车型, 800万|像素产品: which ones are meant.
_PRICED = regex("级(?:别)?的?(?:车|轿车|SUV|电动|新能源|产品|价位|价格带|手机|机型|市场|细分)")
_OF_PIXELS = regex("像素(?:级|的)?(?!水平|左右|以[上下])[\u4e00-\u9fff]")


def _is_class(figure: Figure, behind: str) -> bool:
    """Whether a sum or a number says which of several things are meant."""
    if figure.dimension.startswith("money:"):
        return _PRICED.match(behind) is not None
    return figure.dimension == COUNT and _OF_PIXELS.match(behind) is not None


def _is_bounded_half(figure: Figure) -> bool:
    """Whether something more than halved, or nearly: 0.5 of what it was would bound it wrongly."""
    is_halved = figure.dimension == MULTIPLE and figure.text.lower().startswith("halv")
    return is_halved and Qualifier.EXACT not in figure.qualifiers


_AWAY = regex("(?:之|以|开)?外(?=[的，、有就]|$)|(?:远)?处(?=[的，、有]|$)")  # 两公里|外的国道


def _is_age(figure: Figure, before: str) -> bool:
    is_bare = figure.dimension == COUNT and figure.text.isdecimal() and len(figure.text) == 2
    return is_bare and _SOMEBODY.search(before) is not None


def _is_of_a_name(figure: Figure, before: str, behind: str) -> bool:
    """Whether a bare number is a year, or of an address or a bill: D.C. 20549, H.R. 5771."""
    if _STREET.match(behind) is not None or _INITIALS.search(before) is not None:
        return True
    if _YEAR_OF_CENTURY.search(f"{before}{figure.text}"):
        return True
    if not figure.also and _OF_A_LIST.fullmatch(f"{figure.text}{behind[:1]}") is not None:
        return True
    if _NUMBER_OF_NAME.fullmatch(figure.text) and _NAME_BEFORE.search(before):  # Intel 4 is ready
        word = _FIRST_WORD.match(behind)
        return word is None or word[1].lower() in _NO_NOUN
    is_year = _YEAR.fullmatch(figure.text) is not None
    return is_year and (_DAY_BEFORE.search(before) or _COUNTED.match(behind)) is not None


# What is told apart by numbers, and not ranked.
_WORKS = (
    r"(?:furnaces?|reactors?|units?|lines?|mills?|mines?|pits?|shafts?|docks?|berths?|terminals?"
    r"|turbines?|boilers?|kilns?|smelters?|potlines?|wells?|blocks?|platforms?|trains?|buildings?"
    r"|presses|press|machines?|warehouses?|runways?|towers?|crushers?|converters?|casters?|ovens?"
    r"|batter(?:y|ies)|plants?|factory|sites?|tanks?|piers?|gates?|hangars?|fabs?|quarr(?:y|ies))"
)
_NUMBERED = regex(r"(?:No\.?|number|#)\s?$", re.IGNORECASE)
_WORKS_BEHIND = regex(rf"\s(?:[a-z][\w-]+\s){{0,3}}?{_WORKS}\b", re.IGNORECASE)
_WORKS_BEFORE = regex(rf"\b{_WORKS}\s(?:No\.?|number|#)?\s?$", re.IGNORECASE)


# Which of its own parts something is, and no place among others.
_OWN_BEFORE = regex("(?:公司|集团|我们|本行|该行|我司|企业|[其它])的?(?:目前|现在)?的?$")
_OWN_BEHIND = regex(
    "大(?:的)?(?:海外|境外|单一)?(?:收入|营收|利润|业绩|销售|增长|盈利|出口)?(?:来源|业务|板块|产品|市场|客户|供应商|股东|品类|渠道|支柱|引擎|单品|基地|大股东)"
)
# Always of one's own: 成为第一大业务, 其中第一大客户占比22%
_OWN_PART = regex("大(?:的)?(?:单一)?(?:业务|板块|客户|供应商|(?:收入|营收|利润)来源)")


def _is_rank(figure: Figure, before: str, behind: str) -> bool:
    is_said_of = _IS_RANKED.search(_NUMBERED.sub("", before)) is not None
    if not is_said_of and (_WORKS_BEHIND.match(behind) or _WORKS_BEFORE.search(before)):
        return False  # the No. 4 blast furnace
    if _OWN_PART.match(behind) or (_OWN_BEFORE.search(before) and _OWN_BEHIND.match(behind)):
        return False  # 公司第一大收入来源
    said = f"{before[-6:]}{figure.text}"
    if _RANKED.search(said) is not None:
        return True
    if figure.text.startswith("第"):  # 第三代, and 第一 at a clause's end
        is_first = not before[-1:].strip("，。；、：！？")
        if behind.startswith("代"):
            return False  # which one is meant: 第二代电芯
        if _CLAUSE_END.match(behind) and not is_first:
            return True
    is_counted = figure.text.isascii() or figure.text.startswith("第")
    if figure.text.isascii() and _RANKED.search(said) is None and not _IS_RANKED.search(before):
        return False  # Britain's second-largest distributor, said in passing
    return is_counted and _RANKED_BEHIND.match(behind) is not None


def _says_when(figure: Figure, before: str, behind: str, *, has_digits: bool) -> bool:
    """Whether a span of time says when, or for how long; minutes and hours are measured."""
    if figure.dimension == TIME and abs(figure.value) < _DAY:
        return False
    if figure.role in {Role.FROM, Role.TO}:
        return False  # 保修期由三年延长至六年
    if _HYPHENED.search(figure.text) or _is_size(figure, behind):
        return True
    if not figure.text.isascii():
        lasts = _LASTS.search(before) is not None
        if lasts and _LASTS_BEHIND.match(behind):
            return False  # 缩短到两周以内
        if not has_digits and not lasts:
            return True  # 三年净利润
    is_short = figure.dimension == TIME and has_digits and not _WEEKS.search(figure.text)
    if not has_digits and figure.text[:1] in "一1oa半h":
        return True
    if _WHEN_BEFORE.search(before) and not is_short:
        return True
    behind = _WORKING_DAYS.sub("", behind, count=1)
    return _WHEN_BEHIND.match(behind) is not None and not is_short


def _is_size(figure: Figure, behind: str) -> bool:
    """Whether a measure says of which size something is: 75-inch screens, 12英寸晶圆."""
    if figure.dimension in {COUNT, RATIO} or figure.dimension.startswith("money:"):
        return False
    if figure.dimension == "length" and _AWAY.match(behind):
        return True
    if re.search(r"[寸吋]$|千伏$", figure.text):
        return re.match("[\u4e00-\u9fff]", behind) is not None
    if _HYPHENED.search(figure.text) and re.match(r"\s[a-z]", behind):
        return figure.dimension not in _CAPACITIES
    return _OF_SIZE.match(behind) is not None
