"""Codes of shares in brackets behind a name, as papers of Taiwan write: 鸿海(2317)盘中走弱."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text

_DIGITS = 4
# Words of a market, without which 鸿海(2317) may be any number.
_OF_A_MARKET = regex(
    "股价|[台个权类]股|概念股|盘[中后前]|[收开早尾]盘|走[弱强高低跌扬]|[领补上下收重齐涨跌][涨跌停]|涨幅|跌幅|法说|[买卖]超"
    "|目标价|族群|外资|投信|除[权息]|挂牌|市值"
)
# What a number in brackets is a sum or a count of.
_MEASURE = regex(
    "(?:额|收入|营收|成本|利润|[净毛获溢盈]利|量|数|率|费用?|[存贷借欠货罚]款|价|值|资产|负债|债|[奖租资现基罚佣定押]金|支出|开支"
    "|亏损|损失|收益|税|面积|[小合总]计|[年季月日度期]|[同环相]?比|较|股|人|家|户|台|辆|吨|份)$"
)
_NAME = regex("[\u4e00-\u9fff]{2}[(（]$|[\u4e00-\u9fff]-?(?:kY|KY|ky|dr|DR)[(（]$")
_BEHIND = regex(
    "[)）]\\s?(?:[万亿千百]|[港美日欧]?元|%|人|家|台|辆|吨|股(?!价)|个|倍|户|份|间|张|名|位|项|件|艘|架)"
)
# 某某（2330）|涨3%
_MOVED = regex("[)）](?:[今昨][日天]?|股价|盘[中后]|早盘|尾盘|一度|逆势)*[涨跌]")
_NEAR = 8  # characters


def is_of_a_share(text: Text, at: int) -> bool:
    """Whether the digits at word `at`, which brackets enclose, are the code of a share."""
    start, end = text.starts[at], text.ends[at]
    near = text.folded[max(0, start - _NEAR) : start]
    if end - start != _DIGITS or text.lower[start] == "0" or not _NAME.search(near):
        return False
    is_sum = _MEASURE.search(near[:-1]) or _BEHIND.match(text.lower, end)
    return not is_sum and bool(_OF_A_MARKET.search(text.lower) or _MOVED.match(text.lower, end))
