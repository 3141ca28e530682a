"""Chinese words that settle a name at once, and what is done with money."""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.nouns import noun_in
from exporter.drafting.metrics.zh.said import LINK, said_of, stripped
from exporter.drafting.metrics.zh.sites import Site, any_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.phrases_zh import begins_rest
from exporter.facts.units import COUNT, MULTIPLE

_VALUED_AT = regex(r"(?:的)?([^，。；、\s]{0,8}?(?:估值|市盈率|市净率|市销率|PE|PB|PS|P/E))")


_DIRECT = (
    (
        r"(?:每股|股息|派息|派发|派|分红)[^，。；]{0,14}$",
        r"[^，。；]{0,6}?(?:股息|红利|末期息|中期息)",
        "每股派息",
    ),
    (
        (r"每(?:10|十)?股(?:[^，。；]{0,6}?)(?:派息|派发|派现|派|分红" r"|股息)[^，。；]{0,12}$"),
        r"",
        "每股派息",
    ),
    (r"(?:股息|派息|末期息|中期息|分红)[^，。；]{0,8}?每股[^，。；]{0,6}$", r"", "每股派息"),
    (r"每股(?:基本)?(?:收益|盈利|溢利)(?!预[测估])[^，。；]{0,8}$", r"", "每股收益"),
    (r"目标价[^，。；]{0,14}$", r"", "目标价"),
    (r"(?:以|按|对应)?(?:投后|投前)?估值[^，。；]{0,8}$", r"", "估值"),
    (
        (
            r"(?:首次公开募股|IPO|上市)[^，。；]{0,8}(?:募资|募集资金|集资|筹资)(?:净额"
            r"|总额)?[^，。；]{0,6}$"
        ),
        r"",
        "IPO募资额",
    ),
)


_ROUND = regex(
    r"(?P<round>[A-H]\+*|Pre-[A-C]\+?|天使|种子|战略|首|新一)轮(?:[^，。；]{0,6}?)(?:融资|投资"
    r"|募资)?[^，。；]{0,8}$",
    re.IGNORECASE,
)


def by_idiom(site: Site) -> Guess[str] | None:
    """A name that a few words beside the figure settle."""
    left = site.text[site.clause : site.start]
    if site.figure.dimension == MULTIPLE and (valued := _VALUED_AT.match(site.behind)):
        return Guess(valued[1])
    if not site.is_money:
        return None
    for before, behind, name in _DIRECT:
        if re.search(before, left) and (not behind or re.match(behind, site.behind)):
            return Guess(_of_its_kind(name, f"{left}{site.behind}"))
    found = _ROUND.search(left) or re.match(
        r"(?:的)?(?P<round>[A-H]\+*|Pre-[A-C]\+?|天使|种子|战略)轮(?:融资|投资)",
        site.behind,
        re.IGNORECASE,
    )
    return Guess(f"{found['round']}轮融资额") if found else None


# 末期|股息每股0.12港元, 每股派发0.2元|中期|息
_KIND_OF_DIVIDEND = regex(
    "(?P<kind>末期|中期|期末|特别|全年|季度|首次|第[一二三四]次中期)(?:现金)?"
    "(?:股息|息|红利|股利|派息|分红|派发)"
)


def _of_its_kind(name: str, said: str) -> str:
    """A dividend with what its clause calls it: 每股末期股息."""
    found = _KIND_OF_DIVIDEND.search(said) if name == "每股派息" else None
    return f"每股{found['kind']}股息" if found else name


_PAID = regex(rf"(?:{any_of(list(words.SPENT))})$")


_FOR = regex(
    rf"[^，。；]{{0,8}}?(?:{words.FOR})了?(?:一?[座家个条]|位于\w{{2,4}}的|新的?"
    rf"|新一代)?([^，。；、的以及和]{{2,9}})"
)


def by_spending(site: Site) -> Guess[str] | None:
    """Of money what was done with it: 投资|50亿元|建设电池工厂."""
    if not site.is_money and not _is_sum(site):
        return None
    is_noun_behind = _NOUN_BEHIND.match(site.behind) or _UNSAID.search(site.tail)
    rest = _up_to_deed(site)
    found = _PAID.search(rest)
    if found is not None and found[0] == "发行" and (paper := _PAPER.match(site.behind)):
        return Guess(f"{paper[1]}发行规模")
    if found is not None and _OF_STOCK.match(site.behind):
        return Guess(words.SPENT[found[0]].format(""))
    if is_noun_behind and (behind := noun_of(site)):
        return Guess(behind)
    if found is None:
        return (_paid_to(site) or _money_behind(site)) if site.is_money else None
    if found[0] in _TURNS and _TURNED.search(rest):
        return None
    between = site.tail[len(rest) :]
    owner = rest[: found.start()]
    is_noun = re.search("[为是达]", between) and len(rest) > len(found[0])
    if len(found[0]) == 1 and owner.endswith(words.MEASURES):
        return Guess(base_of(owner, site))
    return None if is_noun or owner.endswith("总") else Guess(_paid_for(site, found[0], owner))


def _is_sum(site: Site) -> bool:
    """Whether a bare number is a sum that leaves out its 元: 募资5.5亿."""
    is_great = site.figure.dimension == COUNT and site.figure.text.endswith(("亿", "万"))
    return is_great and not site.figure.noun and _up_to_deed(site) != ""


# 单吨毛利由去年同期的盈利|120元|转为亏损|4300元|
_TURNS = frozenset("盈利 亏损 净亏损".split())
_TURNED = regex(
    "(?:由|从)[^，。；]{0,10}[盈亏][利损]$|^[^，。；]{0,2}(?:[转变下上][调降修]?)?[为成至到](?:净)?[盈亏][利损]$"
)
_OF_STOCK = regex("的?(?:公司)?(?:[AH]股)?(?:股份|股票|普通股|美国存托股|债券|优先股)")
# 发行一笔5亿元的|中期票据
_PAPER = regex(
    "的?(?:[0-9一二三五七十]+年期)?((?:超短期|短期|中期|次级|二级资本|绿色|私募|定向|熊猫|点心|美元|公司|可转换?|可交换|永续|企业|科创|离岸)+"
    "(?:融资券|票据|公司债券?|债券?))(?!市场|利率)"
)
_NOUN_BEHIND = regex("的|罚款|罚金|补贴|奖金|奖励|贷款|赔偿|补偿|订单|合同")
_UNSAID = regex("(?:提及|提到|这笔?|该笔?|上述|披露|公布|透露|拆分|说明|解释)$")


def _up_to_deed(site: Site) -> str:
    """The words before a sum up to what was done with it; "" where nothing was."""
    rest = site.tail
    while rest:
        found = _PAID.search(rest)
        if found and not (len(found[0]) == 1 and rest.endswith(words.MEASURES)):
            return rest
        link = LINK.search(rest) or re.search("总额$|金额$|资金$|一[笔批期次只]$", rest)
        if link is None:
            return ""
        rest = rest[: link.start()]
    return ""


_SOLD = frozenset("卖 卖了 卖出 卖出了 售出".split())
_ON_AVERAGE = regex("平均(?:能|可|要|才|只|最多)*卖")
_GREAT = 1_000_000  # what one thing is not sold for, in news of companies


_PART_SOLD = regex("[菜品料机剂片膜材肉粉奶酒茶水车器具线业务装系列]$")  # 预制菜|只卖出|4.6亿元
_NO_PART = regex("公司|集团|门店|全年|季度?$|月$|年$|以|把|将|平台")


def _sold_for(site: Site, owner: str) -> str:
    """What was sold for a sum in all, or one of it on average; "" for one thing."""
    if site.figure.value < _GREAT:
        return "平均售价" if _ON_AVERAGE.search(site.tail) else ""
    product = re.search('[“《"]([^”》"]{1,8})[”》"]$', owner.rstrip())
    part = base_of(stripped(owner)[0], site)
    is_part = _PART_SOLD.search(part) is not None and not _NO_PART.search(owner)
    return f"{product[1] if product else part if is_part else ''}销售额"


def _paid_for(site: Site, deed: str, owner: str) -> str:
    """What was done with a sum, and for what."""
    if deed in _SOLD and (sold := _sold_for(site, owner)):
        return sold
    total = re.match("总额|金额", site.tail[len(_up_to_deed(site)) :])
    if total:
        base = base_of(owner, site)
        return f"{base if len(base) < 7 else ''}{deed}{total[0]}"
    bought = re.findall("回购|收购", site.text[: site.clause])
    if deed in {"耗资", "斥资", "作价"} and bought and not _FOR.match(site.behind):
        return f"{bought[-1]}金额"
    base, what = base_of(owner, site), _FOR.match(site.behind)
    base = "银行" if owner.rstrip().endswith("银行") else base
    thing = what[1] if what and not re.search(r"[0-9]|^该|^其", what[1]) else ""
    if what and not thing and "收购" in what[0]:
        return "收购金额"
    if thing:
        return words.SPENT[deed].format(thing)
    if deed in {"借款", "贷款"} and 1 < len(base) < 5:
        return f"{base}{deed}"
    if deed in {"获得", "收"} and (name := noun_of(site)):
        return name
    is_of_base = len(base) <= 8 and (base.endswith(words.MEASURES) or deed in _OF_BASE)
    return words.SPENT[deed].format(base if is_of_base else "")


_OF_BASE = frozenset("投入 收费 成交 销售 出口 进口 亏损 售价 报价 盈利".split())


_TO_SOMEBODY = regex(
    "(?:^|公司|需|须|将|应)(赔偿|补偿|支付|奖励|捐赠|罚款|注资|投资|补贴)了?[^，。；]{2,10}$"
)


def _paid_to(site: Site) -> Guess[str] | None:
    """What is paid to somebody who stands before the sum: 赔偿|专利持有人|5700万美元."""
    rest = stripped(site.tail)[0]
    found = _TO_SOMEBODY.search(rest)
    if found is None or rest.endswith(words.MEASURES):
        return None
    return Guess(words.SPENT.get(found[1], "{}金额").format(""))


_NEW = regex("新增(?:银行)?(?:授信|贷款|借款|融资|投资|订单)")
# 高峰时1920亿元的|四分之一; 每股亏损0.12元的|窘境
_NO_NOUN = regex(
    "[一二两三四五六七八九十百几数半0-9]+(?:分之|成|半|倍)|窘境|局面|困境|佳绩|水平|历史|纪录|新高|新低|高位|低位|规模"
)
_HOW = regex(f"(?:{any_of([word for word in words.ADVERBS if len(word) > 1])})")


def noun_of(site: Site) -> str:
    """The noun right behind a sum, as a metric: 3亿元|的订单."""
    found = re.match(r"的?([^，。；、：的]{2,8})", site.behind)
    if found is not None and (new := _NEW.match(found[1])):
        return f"{new[0]}金额"
    if found is not None and _NO_NOUN.match(found[1]):
        return ""
    noun = noun_in(found[1]) if found else ""
    if (
        len(noun) < 2
        or _HOW.match(noun)
        or (begins_rest(noun) and not noun.endswith(words.MEASURES))
    ):
        return ""
    return (
        noun
        if noun.endswith(words.MEASURES) and not noun.endswith(("订单", "合同"))
        else f"{noun}金额"
    )


def _money_behind(site: Site) -> Guess[str] | None:
    """A noun behind a sum that nothing is named before: 3亿元的订单."""
    name = "" if said_of(site).base else noun_of(site)
    return Guess(name) if name else None
