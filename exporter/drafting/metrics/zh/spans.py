"""How long something lasts, takes, or is enough for."""

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.said import said_of, stripped
from exporter.drafting.metrics.zh.sites import Site, at_figure
from exporter.drafting.periods.said_words import ONCE_ZH
from exporter.engine.regex import regex
from exporter.facts.units import SPANS_OF_TIME

_LASTS = regex(
    "(?:够用|足够|够|可用|可以用|可?支撑|可维持|能撑|撑|可支持|用上?|做|卖|消化)(?:约|近|超过?|至少|大约|要|需要?|完|到|上|满)*$"
)
_STOCK = regex("现金|资金|在手订单|订单|库存|存货|储备")


def enough_for(site: Site) -> str:
    """How long something is enough for: 账上现金46亿元，够用|三年."""
    if site.figure.dimension not in SPANS_OF_TIME or not _LASTS.search(site.tail):
        return ""
    stocks = _STOCK.findall(site.text[: site.start])
    if not stocks:
        return ""
    return f"{stocks[-1]}{'消化' if stocks[-1] in {'库存', '存货'} else '可支撑'}时间"


_TO_DO = regex(
    r"^(?:左右|内)?(?:即可|便可|就可以?|可以?|就能|便能|即能|能)([^，。；0-9、]{2}?)(?=[，。；、0-9约近超至到]|完)"
)


# 店员可在|20分钟|内完成一份报价
_CAN = regex(
    "(?:(?<![许认])可|能)以?(?:够|望)?(?:仅)?在?(?:短短|最快|约|近|不到|仅)*$|只(?:需要?|用|要)(?:约|近|不到)*$"
)
_WITHIN = regex(
    "^(?:左右)?(?:以|之)?内(?:就|便|即)?(?:可以?|能够?)?(?P<deed>[\u4e00-\u9fffA-Za-z]{3,16})(?=[，。；]|$)"
)

# 客户|10分钟|即可开通账户
_WHOLE_DEED = regex(
    "^(?:左右|内)?(?:即可|便可|就可以?|就能|便能|即能)(?P<deed>[\u4e00-\u9fffA-Za-z]{3,12})(?=[，。；]|$)"
)


def time_to_do(site: Site) -> str:
    """How long something takes: 10分钟|可补能400公里, 可在|20分钟|内完成一份报价."""
    if site.figure.dimension == "time" and _CAN.search(site.tail):
        within = _WITHIN.match(site.text[site.end :])
        if within is not None:
            return f"{within['deed']}所需时间"
    if site.figure.dimension == "time" and (whole := _WHOLE_DEED.match(site.behind)):
        return f"{whole['deed']}所需时间"
    found = _TO_DO.match(site.behind) if site.figure.dimension == "time" else None
    return f"{found[1]}时间" if found and not said_of(site).base.endswith(words.MEASURES) else ""


_ADVERBS = (
    "(?:通常|一般|平均|往往|大约|大概|差不多|至少|最快|最多|最长|普遍|还|也|都|就|只|仅|约|近|不到|将近"
    "|超过?|逾|差)*"
)
_NEEDS = regex(
    f"{_ADVERBS}(?:需要|需|要花|要|须|得花|(?<![获取值觉赢显记夺])得|花费|花)了?{_ADVERBS}$"
)
# 新店两年|才能打平, 产线半年|内即可达产
_THEN = regex(
    "(?:的时间)?(?:之?内)?(?:才|就|便|即|方|也|都)?(?:能够|能|可以|可|得以|会|有望)"
    "(?:真正|完全|全部|顺利|陆续)*(?:实现|做到|达到)?了?"
    "(?P<deed>[\u4e00-\u9fff]{2,7}?)(?=[，。；、！？”]|$)"
)
# 以前要14个月，|现在压缩到了|9个月
_CUT_TO = regex(
    "(?:[而但可却则]|现在|如今|目前|眼下)*(?:已|已经|就|都)?(?:压缩|缩短|延长|拉长|缩减)(?:到|至)了?(?:约|近|不到)*"
)
_NOW = regex("(?:而|但|可|却|则|现在|如今|目前|眼下|现|今|时下|今年|去年)*")
_ONE_OF = regex(
    "^[从由]|(?<=..)从(?=..)|^(?:(?:每|单|一)[家条座间个台款辆座所]|每)(?=[\u4e00-\u9fff])"
)


def time_needed(site: Site) -> str:
    """How long something takes until it is so: 新店打平需要|18个月, 一条产线半年|就能达产.

    What takes another time now is named by the one before: 以前一年能打平，现在要|两年.
    """
    if site.figure.dimension not in SPANS_OF_TIME or said_of(site).base.endswith(words.MEASURES):
        return ""
    needs = _NEEDS.search(site.tail) or _CUT_TO.fullmatch(site.text[site.clause : site.start])
    then = _THEN.match(site.behind)
    if needs is None and then is None:
        return ""
    once = ONCE_ZH.match(site.text, site.clause)
    who = _who_takes_it(site, once.end() if once else site.clause, is_led=needs is not None)
    if who is None:
        who = _clause_before(site) if once and not then else ""
    if not then and len(who) < 2:
        before = site.before
        name = site.name(at_figure(site, before)).value if before is not None else ""
        return name.removeprefix(_BEFORE) if name.endswith(_NEEDED) else ""
    if len(who) > _LONGEST or any(map(str.isdigit, who)):
        who = ""
    deed = then["deed"] if then else ""
    return f"{_BEFORE if once else ''}{who if len(who) > 1 else ''}{deed}{_NEEDED}"


def _who_takes_it(site: Site, begin: int, *, is_led: bool) -> str | None:
    """What takes its time, of the words before a figure; None where they only say when."""
    is_one = all(one.text == "一" for one in site.figures if begin <= one.start < site.start)
    said = site.without_dates(begin, site.start) if is_one else site.tail
    said = _NEEDS.sub("", said) if is_led else said
    if _NOW.fullmatch(said.strip()) is not None:
        return None
    return base_of(_ONE_OF.sub("", stripped(said)[0]), site)


def _clause_before(site: Site) -> str:
    """What the clause before says is done: 一款产品拿到认证，过去只要|8个月; "" with others."""
    end = max(site.clause - 1, 0)
    begin = after_last(site.text, "，。；：“", end)
    others = [one for one in site.figures if begin <= one.start < end and one.text != "一"]
    said = "" if others else site.without_dates(begin, end)
    return _ONE_OF.sub("", stripped(said)[0].strip())


_LONGEST = 14  # characters of what takes its time
_BEFORE, _NEEDED = "以往", "所需时间"
_FOR = regex("(?:^|[，\\s])(?:整个)?(?:为期|历时)(?:约|近|逾|长达|超过?|大约|至少|共|\\s)*$")
_CONTRACT = regex("(?:协议|合同|合约|合作|租约|备忘录|订单)$")
# 产线将在四季度|停产检修: what is done stands behind when, or behind a verb that names nothing.
_DEED_BEHIND = regex(
    ".*(?:\\s|[将拟][在于]?|起|开始|启动|进行|开展|展开|实施|签署|签订|签下|达成|订立|推出|举办|举行|接受)了?(?=[^\\s]{2})"
)


def how_long(site: Site) -> str:
    """What lasts, of what the clause before says: 将在三季度停产检修，为期|20天."""
    if site.figure.dimension not in SPANS_OF_TIME:
        return ""
    if not _FOR.search(site.text[max(site.clause - 1, 0) : site.start]):
        return ""
    begin = after_last(site.text, "，。；！？\n", max(site.clause - 1, 0))
    clause = site.without_dates(begin, max(site.clause - 1, begin))
    deed = base_of(stripped(_DEED_BEHIND.sub("", clause, count=1))[0], site)
    if not 1 < len(deed) < _LONG or any(map(str.isdigit, deed)):
        return "持续时间"
    return f"{deed}{'期限' if _CONTRACT.search(deed) else '时间'}"


_LONG = 9  # characters of what is done
