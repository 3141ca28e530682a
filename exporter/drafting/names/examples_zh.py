"""Chinese names that only say what a kind is like: 以山姆、盒马为代表的新零售渠道."""

from exporter.engine.regex import regex

_BEFORE = regex("(?:^|[，。；：“在])(?:其中，?)?以[^，。；0-9]{0,24}$")
# 的会员店渠道收入; not those whose figure it is: 的面板厂商利润率
_BEHIND = regex(
    "[^，。；0-9以]{0,24}?(?:为代表|为首)的"
    "(?![^，。；0-9]{0,8}?(?:企业|厂|公司|集团|品牌|平台|巨头|龙头|商[家户]|超市?商|零售商|渠道商|运营商|券商|机构|银行|同行|行业|玩家|势力|国家))"
)


def stands_for_a_kind(text: str, start: int, end: int) -> bool:
    """Whether a name is only one of several that stand for a kind of channel, market or goods.

    Args:
        text: Of its sentence.
        start: Of the name.
        end: Of the name.
    """
    return _BEFORE.search(text[:start]) is not None and _BEHIND.match(text, end) is not None
