"""Which part of a company a bare measure of Chinese text is of: a business, a region, a channel.

储能业务|实现收入9亿元|，毛利率|31%: without the business both would read as the company's.
"""

import re

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex

KINDS = "业务|板块|分部|事业部|业态|产品线|渠道|品牌|市场|地区|大区|[国洲太华]区|门店|直营店|加盟店"
# Before a measure: 前三季度收入, 三季度实现收入, 收入, 受关税影响，收入
_WHEN = (
    "(?:\\s|今年|去年|本年|当年|全年|当季|单季|当期|本期|报告期内?|上半年|下半年"
    "|前[一二三]季度|[第前]?[一二三四]季度?)*"
)
_GIVES = "(?:实现|录得|取得|完成|创造|贡献)?了?"
_MEASURES = (
    "(?:营业|销售|主营|总)?(?:收入|营收)|(?:总)?销售额|成交额|GMV|(?:营业|经营|分部|经调整)?利润|净?利润|毛利润?|溢利|(?:净|经营)?亏损额?"
    "|(?:综合)?毛利率|(?:营业|经营)?利润率|净利率|(?:总)?[销产]量|出货量|交付量|订单(?:额|量|金额)|(?:新签|在手)订单(?:额|金额)?|(?:平均)?[售单均]价|客单价|产能利用率"
)  # 自有品牌|“青禾”和“晚照”合计|实现收入
_CALLED = "(?:(?:[“《「][^”》」，。；]{1,16}[”》」][和与及、]?)+(?:合计|共计?|总共|两者|一共)?)?"

_PART = regex(
    rf"(?:^|[，。；：]|^（[^（）]{{1,3}}）)(?:其中|此外|另外|同时|而|但|不过|尤其是)?(?P<part>[^，。；：、0-9“”（()）]{{0,12}}?(?:{KINDS}))的?{_CALLED}"
    rf"(?:则|也|亦|仍|却|又)?(?={_WHEN}{_GIVES}(?:{_MEASURES})|受[^，。；]{{2,14}}(?:影响|拖累|冲击|带动|推动)，)"
)
_ABROAD = regex(
    rf"(?:^|[，。；：])(?:其中|此外|另外|同时|而|但|不过)?(?P<part>海外|境外|国外|境内|国内)(?={_WHEN}(?:实现|录得|取得))"
)
_BARE = regex(_MEASURES)
EARNED = regex(
    "(?:营业|销售|主营|总)?(?:收入|营收)|(?:总)?销售额|成交额|交易额|GMV|[销产]量|出货量|交付量|(?:新签|在手)?订单(?:额|金额)|毛利率?"
)
# No part's alone: 三大业务, 各板块, 新增门店.
_NO_PART = regex(
    "[一二两三四五六七八九十几多数][大个类项]|[各诸全所每该此这其]|主要|新增|新开|关闭|(?:主营|其他)业务$|[^，]{0,4}占"
)
# What speaks of the whole again, or of a share of it.
_OF_ALL = regex(
    "(?<![子分])公司|集团|整体|合计|总部|我们|行业|全国|(?<!，)占比|比重|导致|致使|使得"
)


def of_business(site: Site, name: str, plain: str) -> str:
    """A name with the part of a company whose measure it is, where its words leave that out.

    Args:
        site: The figure.
        name: What its own words call it.
        plain: That without a word of change.
    """
    if not _BARE.fullmatch(plain):
        return name
    begin = after_last(site.text, "。；！？\n", site.start)
    said = site.without_dates(begin, site.start)
    found = max((*_PART.finditer(said), *_ABROAD.finditer(said)), key=_place, default=None)
    if found is None or _NO_PART.match(found["part"]):
        return name
    rest = said[found.end() :]
    if _OF_ALL.search(rest) or any(one in rest for one in site.names) or _has_other(rest):
        return name
    part = base_of(found["part"], site)
    is_one = len(part) > 1 and not part.startswith(("该", "本"))
    return f"{part}{name}" if is_one else name


_ITS_PART = regex(
    f"^(?:海外|境外|国外|境内|国内|线上|线下|[^占]{{1,10}}?(?:{KINDS}))(?=(?:{_MEASURES})$)"
)


def without_part(name: str) -> str:
    """A measure without the part that its name begins with, where another's is meant."""
    return _ITS_PART.sub("", name)


def _place(found: re.Match[str]) -> int:
    return found.end()


_OTHER = regex(
    f"，(?:其中)?[^，、0-9]{{1,12}}?(?:{KINDS}|产品|工厂|基地|子公司)"
    f"|，(?!{_WHEN}{_GIVES}(?:{_MEASURES}))(?![同环占较比])[^，。；、0-9]{{2,10}}?(?:收入|营收|销售额|利润|[销产]量|毛利率|订单)"
)


def _has_other(rest: str) -> bool:
    """Whether another part comes between, whatever is said of it."""
    return _OTHER.search(rest) is not None
