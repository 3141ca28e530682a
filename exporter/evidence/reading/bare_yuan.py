"""Which 元 is bare, and where it may be other money than the yuan.

Papers of Hong Kong, Macau and Taiwan call their own money so, in traditional characters:
營收512億元. No sentence of theirs says which; the record of its source does, or the report.
"""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.facts.currencies import YUAN
from exporter.facts.folding import is_traditional

IN_YUAN = "money:CNY"
# 85亿元, but not 85亿港元, and nothing before it but the number.
_OF_NUMBERS = "0-9.,()\\s零一二三四五六七八九十百千万亿两半余多个来几"
_BARE = regex(f"[{_OF_NUMBERS}]+元")
_MAY_BE_OTHERS = regex(f"[{_OF_NUMBERS}元角毛分]+")  # 32元5角, 30亿|至35亿元
# Words beside which 元 is the yuan, whoever writes.
_OF_THE_MAINLAND = regex("人民币|rmb|[¥￥]|a股|沪|深[市股交]")


def is_bare_yuan(quantity: Quantity, text: Text) -> bool:
    """Whether a quantity is a number of 元 of which it is not said whose."""
    if quantity.dimension != IN_YUAN:
        return False
    return _BARE.fullmatch(text.lower, quantity.start, quantity.end) is not None


def may_be_others(dimension: str, said: str) -> bool:
    """Whether a sum is a number of 元, or of a part of one, of which it is not said whose.

    Args:
        dimension: Of the sum.
        said: Its own words, in simplified characters.
    """
    return dimension == IN_YUAN and _MAY_BE_OTHERS.fullmatch(said) is not None


def yuan_left_open(quantity: Quantity, text: Text) -> str:
    """The sign 元 where a text in traditional characters leaves open whose it is; else ""."""
    said = text.lower[quantity.start : quantity.end]
    if not may_be_others(quantity.dimension, said) or not is_traditional(text.given):
        return ""
    return "" if _OF_THE_MAINLAND.search(text.lower) else YUAN
