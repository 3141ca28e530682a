"""Where somebody else without a name begins to speak behind a house: 不过，也有分析人士提醒."""

from exporter.engine.regex import regex

_PEOPLE_ZH = (
    "(?:分析人士|分析师|业内人士|市场人士|业界人士|投资人士|知情人士|机构人士|行业人士|机构|券商|专家|投资者"
    "|研究员|观点|声音|意见|从业者)"
)
_OTHERS_ZH = (
    "(?:不过|但是?|然而|与此同时|同时|当然|此外|另外|而)?，?(?:市场上|业内|市场)?"
    f"(?:也|亦|另|还|却|又)(?:不乏|有)(?:一些|部分|少数|多位|数位|不少|其他|其它|另外)?的?{_PEOPLE_ZH}"
    f"|(?:不过|但是?|然而|此外|另外|而)?，?(?:另一些|其他|其它|部分|少数|有)(?:的)?{_PEOPLE_ZH}"
)
_OTHERS_EN = (
    r"(?:(?:But|but|However,|however|Still,|Yet|yet|While|while|Though|though) )?"
    r"(?:(?:[Oo]thers|[Nn]ot everyone|(?:[Ss]ome|[Oo]ther|[Mm]any) (?:other )?"
    r"(?:analysts|brokers|investors|economists|observers|fund managers|shareholders))\b)"
)
_BEGINS = regex(rf"(?:{_OTHERS_ZH}|\W{{0,2}}{_OTHERS_EN})")
_INSIDE = regex(rf"[，；](?:{_OTHERS_ZH})|[,;] (?:and |but )?(?:{_OTHERS_EN})")


def is_of_others(sentence: str) -> bool:
    """Whether a sentence begins with such a voice."""
    return _BEGINS.match(sentence) is not None


def until_others(text: str, start: int, end: int) -> int:
    """Where such a voice begins in a stretch of a sentence; its end for none."""
    found = _INSIDE.search(text, start, end)
    return found.start() if found else end
