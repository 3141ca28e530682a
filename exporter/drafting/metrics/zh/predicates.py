"""What those have in common that a figure counts: the clause behind their noun says it.

六成的|医院接入该平台: 接入该平台的医院占比; 在|6项|测试中获得满分: 获得满分的测试数.
"""

import re

from exporter.drafting.metrics.zh.sites import Site, at_figure
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.facts.units import COUNT, RATIO

_HOW = "(?:全面|全部|均|都|已经?|正在|目前|陆续|先后|正式|率先|仍|也|会)*"
_DOES = (
    "(?:接入|采用|使用|选用|选择|部署|订阅|加入|参与|开通|安装|购买|依赖|支持|拥有|获得|通过|取得"
    "|开通了|加入了|接入了|采用了|获得了|通过了|跑在|运行在|停靠在|存放在|托管在|集中在|分布在|生活在|居住在|搭载|配备|应用|用上"
    "|存在|出现|面临|陷入|遭遇|收取|提供|实行|执行|推行|(?:签下|签署|签订|签约|续签|锁定|追加|下达|提交|递交|完成|发出|撤回|取消|推迟)了?)"
)
_CLAUSE = rf"{_HOW}(?P<does>{_DOES}(?!率|量|额|费|者|人)[^，。；：、0-9]{{2,14}})(?=[，。；]|$)"
_SHARE = regex(rf"的(?!股[权份本])(?P<who>[^，。；：、的0-9]{{2,10}}?){_CLAUSE}")
_LIST = regex("的(?P<who>[^，。；：、的0-9]{2,10}?)(?:[、和及与]|以及)(?:超过?|近|约|逾|至少)*$")
_COUNTED = regex(rf"[{''.join(CLASSIFIERS)}]?(?P<who>[^，。；：、的0-9]{{2,8}}?){_CLAUSE}")
_COUNTED_LIST = regex(
    rf"[{''.join(CLASSIFIERS)}]?(?P<who>[^，。；：、的0-9]{{2,8}}?)(?:[、和及与]|以及)$"
)
_AMONG = regex(
    rf"[{''.join(CLASSIFIERS)}]?(?P<who>[^，。；：的0-9]{{2,8}}?)[中里](?!心|国)(?:，)?(?P<does>[^，。；：]{{2,20}})(?=[，。；]|$)"
)
_IN = regex("(?:^|[^，。；]*[^现存正所])[在于](?:全部|全国|全球|过去的?|最近的?)*$")
_NO_DEED = regex("^(?:有|仅|只|约|近|超|占|的|，|共|其)|[0-9]+(?:家|个|项|款|%)")


def by_predicate(site: Site) -> Guess[str] | None:
    """The name of a share or a number of those of whom a clause says something."""
    if site.figure.dimension == RATIO:
        name = _of(site, _SHARE, _LIST, "占比")
    elif site.figure.dimension == COUNT:
        name = (
            _among(site)
            or _faring(site)
            or _of_size(site)
            or _of_age(site)
            or (_of(site, _COUNTED, _COUNTED_LIST, "数") if _is_bare(site) else "")
        )
    else:
        name = ""
    return Guess(name) if name else None


def _of(site: Site, alone: re.Pattern[str], listed: re.Pattern[str], end: str) -> str:
    behind = site.text[site.end :]
    if alone is _SHARE and site.figure.text.endswith("成") and behind[:1] != "的":
        behind = f"的{behind}"  # 三成|柜机收取逾时费
    if (found := alone.match(behind)) is not None:
        return f"{_PERFECT.sub('', found['does'])}的{found['who']}{end}"
    following = _next(site)
    if following is None or following.dimension != site.figure.dimension:
        return ""
    among = listed.match(site.text[site.end : following.start])
    if among is None:
        return ""
    last = alone.match(site.text[following.end :])
    return f"{_PERFECT.sub('', last['does'])}的{among['who']}{end}" if last is not None else ""


_PERFECT = regex("(?<=^..)了")  # 签下|了|长期协议


# 已有|17条|产品线接入: nothing is done with them that a verb before would say.
_BARE = regex(
    r"(?:[\s，]|我们|我司|目前|现在|其中|全国|全球|公司|集团|已经?|共|一共|累计|有|约|近|逾|超过?|至少|另|还|截至|[、和及与]|以及)*"
)


_LISTED = regex("[\u4e00-\u9fff]{1,8}(?:[、和及与]|以及)(?:近|约|逾|超过?)*")


def _is_bare(site: Site) -> bool:
    said = site.tail
    for name in site.names:
        said = said.replace(name, "")
    before = site.before
    if before is None or before.end <= site.clause:
        return _BARE.fullmatch(said) is not None
    is_listed = before.dimension == COUNT and _LISTED.fullmatch(said) is not None
    return is_listed and _is_bare(at_figure(site, before))


def _among(site: Site) -> str:
    """What was reached in so many tests, cities, tenders: 在|6项|测试中获得满分."""
    found = _AMONG.match(site.text[site.end :])
    if found is None or not _IN.search(site.tail) or _NO_DEED.search(found["does"]):
        return ""
    return f"{found['does']}的{found['who']}数"


# 40多家|企业停产或转行
_FATE = "(?:停产|停业|停工|歇业|转行|转产|退出市场|退出|倒闭|破产|关门|关停|扭亏|上市|注销)"
_FARES = regex(
    rf"[{''.join(CLASSIFIERS)}]?(?P<who>(?:[中小大型]+|同行|民营|上市)?(?:企业|公司|厂商|工厂|门店|药店|餐厅|机构|商户|品牌))"
    rf"{_HOW}(?P<does>{_FATE}(?:[或和及、]{_FATE})*)(?=[，。；]|$)"
)


def _faring(site: Site) -> str:
    """Those that share a fate: 已有|40多家|企业停产或转行."""
    found = _FARES.match(site.text[site.end :])
    return f"{found['does']}{found['who']}数" if found is not None else ""


# 在用电梯1230万台，其中使用超过15年的约|110万台
_OF_SIZE = regex(
    "(?:^|[，；])(?:其中|而)?(?:，)?(?P<size>[^，。；的]{2,10}?[0-9一二三四五六七八九十百千万亿两]+[^，。；的0-9]{1,4})的(?:约|有|共有?|近|逾|超过?|则|大约)*$"
)


def _of_size(site: Site) -> str:
    """Those of a size among what was counted before; "" where none was."""
    found = _OF_SIZE.search(site.text[: site.start])
    counted = [one for one in site.figures if found and one.end <= found.start()]
    if found is None or not counted or counted[-1].dimension != COUNT:
        return ""
    return f"{found['size']}的{site.name(at_figure(site, counted[-1])).value}"


# 开业不足三年的|17家医院
_AGED = regex(
    r"(?:^|[，。；：、\s而但其中])(?P<age>(?:开业|开店|成立|营业|运营|投产|入职|上市|使用|服役|账龄|房龄|车龄|库龄|船龄|机龄|工龄|从业|加盟|合作)"
    "[^，。；的]{0,5}?[0-9一二两三四五六七八九十半]+(?:多)?(?:年|个月|个季度)(?:以[上内下])?)的(?:约|近|逾|超过?)*$"
)


def _of_age(site: Site) -> str:
    """Those of an age that are counted behind it."""
    found = _AGED.search(site.text[: site.start])
    counted = _COUNTED_ALONE.match(site.behind) if found is not None else None
    return f"{found['age']}{counted['who']}数" if found and counted else ""


_COUNTED_ALONE = regex(
    rf"[{''.join(CLASSIFIERS)}](?P<who>[\u4e00-\u9fff]{{2,6}}?)(?=合计|平均|共|总|全部|均|都|仍|还|已|去年|今年|贡献|实现|的|[，。；、（]|$)"
)


def _next(site: Site) -> Figure | None:
    behind = (one for one in site.figures if one.start >= site.end)
    return min(behind, key=lambda one: one.start, default=None)
