"""Figures that a text denies: 并未突破1亿, 没有达到100家, has yet to reach 1 million.

不到, 不足, 不超过, no more than and their like deny nothing: they qualify, see `qualifiers`.
"""

import re

from exporter.evidence.reading.hints import hint

_REACHED_ZH = (
    r"(?:达到?|达成|至|超过?|超出|超越|突破|破|跌破|实现|完成|取得|获得?|满|到|有|是|为|收到|形成|拥有|覆盖"
    r"|接入|开设|开出|计提|增长|提升|提高|上升|上涨|下降|下滑|减少|增加|降低|投入|支付|派发|发放|新增|改变"
    r"|低于|高于|少于|多于|大于|小于|限于|止于|逾|约|近|第|出现|发生|发现|卖出|售出|生产|交付|产生|盈利|亏损"
    r"|能够?|可以|会|曾|再|了|过|全部|真正|如期|\s)"
)
_NEGATED_ZH = re.compile(
    r"(?:没有?(?![收落])|[并尚仍还从终均也都]未(?=[超过达突破实完取获能曾有见增])"
    r"|未(?=(?:曾|能|必|可|再|有)?(?:达|突破|破|实现|完成|取得|获|见|增|有|能|曾|$))"
    r"|不(?:是|会|能|可能|再|够|达)|无法|难以|并非|而非|绝非|否认)"
    rf"{_REACHED_ZH}{{0,5}}$"
    # What cannot be is not, whatever the verb: 无法支撑10万卡
    r"|不了?$|(?:无法|难以|未能|没能|不能|不会|不可能)[^，。；：！？、\x00的0-9]{0,6}$"
)
_BE_NOT = (
    r"(?:(?:did|do|does|is|are|was|were|has|have|had|will|would|could|can|may|might|should)\s+)?"
)
_NEGATED_EN = re.compile(
    rf"(?<![a-z])(?:{_BE_NOT}(?:not|never)|(?:[a-z]+n't)|cannot|no\s+longer|neither|nor"
    r"|fail(?:ed|s|ing|ures?)?\s+to|unable\s+to|yet\s+to|miss(?:ed|es|ing)?|den(?:ied|ies|y|ying)"
    r"|fell\s+short\s+of|falls?\s+short\s+of|falling\s+short\s+of|short\s+of)"
    r"(?![a-z])(?!\s+(?:including|counting|least))"
    r"(?:\s+(?!(?:but|and|or|while|than|because|although|though|with)\s)[a-z'-]+){0,4}?"
    r"\s*$"
)
# The target of 1亿 was not met, whatever it says before.
_MISSED_AFTER = re.compile(
    r"[^，。；：！？\x00,;]{0,12}?(?:目标|指标|计划|预期|承诺)[^，。；：！？\x00,;0-9]{0,4}?(?:未|没|落空|失败)"
    r"|[^，。；：！？\x00,;0-9]{0,4}?[也都](?:没|未|不)"
    r"|[a-z\s-]{0,30}?\s(?:target|goal|plan|objective)s?\s[a-z\s]{0,12}?(?:not|missed|never|fail)"
)
# 未超过 alone is a qualifier, but 尚未超过 says that it may yet.
_YET = ("尚", "仍", "还", "并", "从", "均", "都", "终")
# 没有达到100家和200家
_CARRIES_ON = re.compile(
    r"[^，。；：！？,;:\x00]{0,6}?(?:和|及|与|或|、|至|到)\s*|\s?(?:[a-z]+\s){0,2}?(?:or|nor|and|to)\s*"
)
_WORTH_TRYING = hint("a没未不非否无难落")
_HINT = re.compile(
    r"[没未不非否]|无法|难以|not(?![a-z])|n't|never|cannot|no\slonger|nor|neither|fail|unable|yet\sto"
    r"|short|miss|den[iy]|落空"
)
# In a part that ends after "not", nothing tells it from "nothing".
_HINT_ANYWHERE = re.compile(_HINT.pattern.replace("not(?![a-z])", "not"))


def may_hold_denials(text: str, held: int) -> bool:
    """Whether anything in `text` may deny something; parts of it hold no more.

    Args:
        text: The text.
        held: What it holds (`hints`).
    """
    return _WORTH_TRYING.is_in(text, held) and bool(_HINT_ANYWHERE.search(text))


def carries_on(gap: str) -> bool:
    """Whether what a text denies of one figure holds for the next one, `gap` lying between them."""
    return bool(_CARRIES_ON.fullmatch(gap))


def is_denied(before: str, words: str, after: str) -> bool:
    """Whether the words around a figure deny it.

    Args:
        before: The clause up to the words that qualify the figure.
        words: These words; "" where there are none.
        after: The clause from the figure's end on.
    """
    if not any(_HINT.search(part) for part in (before, words, after)):
        return False
    return bool(
        (words.startswith("未超") and before.endswith(_YET))
        or _NEGATED_ZH.search(before)
        or _NEGATED_EN.search(before)
        or _MISSED_AFTER.match(after)
    )
