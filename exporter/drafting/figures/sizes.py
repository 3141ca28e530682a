"""Measures and sums that say of which size or class something is, and so which is meant.

75-inch screens, 12英寸晶圆, 十万元级车型, 两公里外的国道.
"""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT, RATIO

_HYPHENED = regex(r"[0-9a-z]\s?[-\u2010\u2011](?=[a-z])", re.IGNORECASE)
_CAPACITIES = frozenset({"power", "energy", "mass", "area", "oil"})  # a 500-megawatt wind farm
_OF_SIZE = regex(r"[级装]|期(?!间)|型|(?:英寸|英吋|寸)")
# 十万元|级车型, 800万|像素产品: which ones are meant.
_PRICED = regex("级(?:别)?的?(?:车|轿车|SUV|电动|新能源|产品|价位|价格带|手机|机型|市场|细分)")
_OF_PIXELS = regex("像素(?:级|的)?(?!水平|左右|以[上下])[\u4e00-\u9fff]")
_AWAY = regex("(?:之|以|开)?外(?=[的，、有就]|$)|(?:远)?处(?=[的，、有]|$)")  # 两公里|外的国道


def is_hyphened(figure: Figure) -> bool:
    """Whether a figure is joined to what it is of by a hyphen."""
    return _HYPHENED.search(figure.text) is not None


# 3.2mm|镀膜玻璃主流成交价: what goods are, whose price or number is told
_OF_GOODS = regex(
    "(?:厚|宽|长|口径|规格)?的?(?=[\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z]{1,14}?"
    "(?:价|报价|租金|[销产]量|出货|产能|收入|需求|库存|订单|产线|生产线|晶圆|面板|芯片|制程|工艺)"
)
_FINE = regex(r"(?:mm|μm|µm|um|nm|cm|毫米|微米|纳米|厘米|英?寸|吋)$", re.IGNORECASE)

# 6微米|及以下极薄铜箔, 4.5微米|产品
_OF_FINE_GOODS = regex(
    "(?:及?以[上下内])?的?(?![上下左右内厚宽长高深以之])(?:[一-鿿]{0,8}?"
    "(?:产品|铜箔|铝箔|箔|薄膜|隔膜|膜|涂层|玻璃|芯片|晶圆|硅片|钢板|板材?|线材?|管材?|纸|丝|极薄|超薄))"
)
# 12米|剪叉车的月租金
_MACHINES = regex("[长高宽级]?[一-鿿]{0,5}?(?:[车机船艇吊叉臂塔梁桩管缆]|平台)")


def is_specification(figure: Figure, behind: str) -> bool:
    """Whether a length says how thick or long goods are: it belongs to what they are called."""
    return (
        figure.dimension == "length"
        and (_FINE.search(figure.text) is not None or _MACHINES.match(behind) is not None)
        and _OF_GOODS.match(behind) is not None
    )


def is_size(figure: Figure, behind: str) -> bool:
    """Whether a measure says of which size something is: 75-inch screens, 12英寸晶圆."""
    if figure.dimension in {COUNT, RATIO} or figure.dimension.startswith("money:"):
        return False
    if figure.dimension == "length" and _AWAY.match(behind):
        return True
    if is_specification(figure, behind):
        return True
    if figure.dimension == "length" and _FINE.search(figure.text) and _OF_FINE_GOODS.match(behind):
        return True
    if re.search(r"[寸吋]$|千伏$", figure.text):
        return re.match("[\u4e00-\u9fff]", behind) is not None
    if is_hyphened(figure) and re.match(r"\s[a-z]", behind):
        return figure.dimension not in _CAPACITIES
    return _OF_SIZE.match(behind) is not None


# Four-|star hotels, three-|bedroom flats
_OF_A_KIND = regex(r"[-\u2010\u2011](?:star|bedroom|bedroomed|door|wheel|wheeled|course|ply)\b")
# Five- or | six|-storey blocks
_LEFT_OPEN = regex(
    r"[0-9a-z][-\u2010\u2011](?:, ?(?:and |or |to )?| (?:and|or|to) )$", re.IGNORECASE
)
_TIED = regex(r"[-\u2010\u2011][a-z]")


# 5.750%| Notes, 4.25%| convertible senior notes due 2030: by what they pay they are called.
_SECURITIES = regex(
    r" (?:(?:[Ss]eries [A-Z]|[Ff]irst [Mm]ortgage|[Mm]edium[- ][Tt]erm|[Ff]ixed[- ][Rr]ate"
    r"|[A-Z]?[a-z]*[Ss]enior|[Cc]onvertible|[Ee]xchangeable|[Uu]n[Ss]ecured|[Ss]ecured|[Ss]ubordinated"
    r"|[Gg]uaranteed|[Gg]reen|[Gg]lobal|[Cc]umulative|[Pp]erpetual|[Rr]edeemable) )*"
    r"(?:(?:Notes|Bonds|Debentures|Preferred (?:Stock|Shares))\b"
    r"|(?:notes|bonds|debentures)(?= (?:due|maturing)\b))"
)


def is_class(figure: Figure, before: str, behind: str) -> bool:
    """Whether a sum or a number says which of several things are meant."""
    if figure.dimension == COUNT and (
        _OF_A_KIND.match(behind) or (_TIED.match(behind) and _LEFT_OPEN.search(before))
    ):
        return True
    if figure.dimension.startswith("money:"):
        return _PRICED.match(behind) is not None
    if figure.dimension == RATIO:
        return _SECURITIES.match(behind) is not None
    return figure.dimension == COUNT and _OF_PIXELS.match(behind) is not None
