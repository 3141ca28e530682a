"""Somebody of another business, without a name, who tells of their own: 一位民营机构负责人表示."""

from collections.abc import Iterable

from exporter.drafting.names.family_names_zh import FAMILY_NAMES
from exporter.drafting.names.trade_voices import TRADES
from exporter.engine.regex import regex
from exporter.facts.folding import fold

_HAN = regex("[\u4e00-\u9fff]")
_ZH = regex(
    "(?:[一几两三多数][位名家]|某|有)(?P<of>[^，。；：“”]{0,20}?(?:机构|[一-鿿]{4,}(?<![子分该本])公司|企业|厂商?|工厂|作坊|门店|店|馆|诊所|药房|医院|酒店|民宿|商户|商家"
    "|[一-鿿]商|同行|连锁|平台|品牌))(?:的|旗下)?[^，。；：“”]{0,6}?"
    "(?:负责人|老板|店主|店长|经营者|创始人|高管|总经理|经理|采购|掌柜|主理人|员工|人士)[^，。；：“”]{0,4}?"
    "(?:对|向|告诉|表示|称|坦言|透露|说|介绍|直言|指出|感叹|抱怨)"
)
# A part of the company itself, or somebody who knows it: 一位接近公司的人士, 一位内部员工
_OF_IT_ZH = regex("公司(?!$)|集团|[其该本]|内部|接近|知情|熟悉|旗下")
# “去年一年，|我的|销售额少了三成”: nobody who speaks for a company says so; 我认为 they may
_I_ZH = regex(
    "[“「][^”」]*我(?![们国司行方市省校厂院]|认为|觉得|想|相信|预计|判断|理解|希望|看|个人|注意|再|要|可以|很|也|还|先|来|对|跟|补充)"
)
_TRADER_ZH = regex(
    f"(?:{TRADES})(?P<name>[一-鿿]{{2,3}}?)(?=[把将的说算看却正在是从]|告诉|表示|坦言|，)"
)
_EN = regex(
    r"\b(?i:the|an?|one) (?:[a-z-]+ ){0,2}?(?:head|owner|manager|executive|founder|boss|director"
    r"|operator|buyer|chef|proprietor) (?:of|at|for|with) (?:an?|another|one|some) "
    r"(?:[a-z-]+ ){0,4}?(?P<of>[a-z-]+)\b[^;.]*?"
    r"\b(?:said|says|told|adds?|added|complained|noted|estimated?s?|reckon(?:s|ed))\b"
)
_OF_IT_EN = regex(
    r"(?:unit|subsidiary|division|branch|arm|department|affiliate|segment|company|group|time)s?"
)


def traders_named(text: str) -> frozenset[str]:
    """The people of a trade whom a Chinese text brings in by name: 经销商|刘振东|把仓库盘了一遍."""
    if not _HAN.search(text):
        return frozenset()
    named = (found["name"] for found in _TRADER_ZH.finditer(fold(text)))
    return frozenset(name for name in named if name[0] in FAMILY_NAMES)


def is_outsider(who: str) -> bool:
    """Whether who tells something is somebody of another business: 一位华中预制菜企业负责人."""
    found = _ZH.match(f"{fold(who)}表示") if _HAN.search(who) else None
    return found is not None and _OF_IT_ZH.search(found["of"]) is None


def is_told_by_outsider(text: str, start: int, traders: Iterable[str] = ()) -> bool:
    """Whether somebody of another business tells of it what stands at a place of a sentence.

    Args:
        text: The sentence.
        start: Where it stands.
        traders: Names of people of a trade, whose own their sentences tell.
    """
    if _HAN.search(text):
        plain = fold(text)
        if _I_ZH.search(plain, 0, start) or any(name in plain[:start] for name in traders):
            return True
        found = _ZH.search(plain, 0, start)
        return found is not None and _OF_IT_ZH.search(found["of"]) is None
    told = _EN.search(text)
    return told is not None and _OF_IT_EN.fullmatch(told["of"]) is None
