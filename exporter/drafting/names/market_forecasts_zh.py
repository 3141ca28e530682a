"""Whether a Chinese figure is of a market, of which it is only told what is to come.

国内冷链市场规模880亿元，预计2028年将超过|1300亿元: nobody plans that, and no company guides to it.
"""

import re
from collections.abc import Iterator, Sequence

from exporter.drafting.marks import after_last
from exporter.drafting.model import Named
from exporter.drafting.names.market_figures import IS_MARKET_ZH
from exporter.drafting.names.markets import markets_in
from exporter.drafting.names.strangers import Stranger, strangers_in
from exporter.engine.regex import regex

# What a market has, and a company in it has none of.
_OF_MARKET = regex(
    "规模|容量|空间|需求|渗透率|产值|均价|价格指数|零售额|零售总额|出货量|销量|产量|装机|消费量"
    "|出口|进口|保有量|保费收入|票房|用电量|[关开]店|门店总?数|企业(?:总|数)|产能"
)
_SPEAKS = "(?:方面|管理层)?(?:则|也|还|曾)?(?:预计|预测|估计|判断|认为|表示|指出|称|介绍|透露)"
_COMPANY = "本?公司|集团|我们|管理层|我司"
_SHARE = regex("市占率|占有率|(?:市场)?份额|占比|[其它]")


def is_of_market_zh(text: str, start: int, entities: Sequence[Named]) -> bool:
    """Whether a figure measures a market that its sentence names before it.

    Args:
        text: Of the sentence, in simplified characters.
        start: Offset of the figure's first digit or sign.
        entities: Of the report, of which companies have plans of their own.
    """
    begin = after_last(text, "；。！？", start)
    markets = [(a, b) for a, b in markets_in(text) if begin <= a < start]
    if not markets or _OF_MARKET.search(text, markets[-1][0], start) is None:
        return False
    at = markets[-1][0]
    if _SHARE.search(text, at, start) or any(at <= one.start < start for one in _others(text)):
        return False
    names = [re.escape(name) for one in entities for name in _names(one)]
    company = f"(?:{'|'.join((_COMPANY, *names))})"
    return not re.search(f"{company}(?!{_SPEAKS})", text[begin:at]) and not re.search(
        company, text[at:start]
    )


def _others(text: str) -> Iterator[Stranger]:
    """The companies of a sentence that read as such, whether the report knows them or not."""
    return (one for one in strangers_in(text, ()) if not one.is_market)


def _names(one: Named) -> tuple[str, ...]:
    """The names of a company; none of a market."""
    names = (one.name.zh, *one.aliases)
    return () if any(map(IS_MARKET_ZH.search, names)) else tuple(filter(None, names))
