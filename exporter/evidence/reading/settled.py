"""What the sentence settles: which dollars $ are, and what a number without a unit may be."""

import re
from fractions import Fraction
from functools import lru_cache

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.units import (
    AS_POINTS,
    MONEY_WORDS_ZH,
    MULTIPLE_OF,
    MULTIPLE_WORDS,
    is_counted_word,
)
from exporter.facts.units import CALENDAR_TIME, TIME

_COMPARING = frozenset("in to from against than versus of".split())


def as_before(
    quantity: Quantity, before: Quantity, noun: str, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """A bare number that leaves its unit to the one before: in 6 months, a rival's in 10."""
    if before.dimension not in {TIME, CALENDAR_TIME}:
        return ()
    if noun or text.word(quantity.first - 1) not in _COMPARING:
        return ()
    return ((before.dimension, quantity.numeral.low * before.scale),)


_YEN = re.compile(
    r"(?<![a-z])(?:yen|japan|japanese|tokyo|osaka|nikkei)(?![a-z])|日元|日圆|日本"
    r"|东京|大阪|日经|株式"
)


_YUAN = re.compile(
    r"(?<![a-z])(?:yuan|renminbi|rmb|china|chinese|shanghai|beijing|shenzhen"
    r"|mainland)(?![a-z])|人民币|中国|上海|北京|深圳"
)


_DOLLARS = (
    (re.compile(r"australian dollar|(?<![a-z])aud(?![a-z])|澳元|澳大利亚元"), "AUD"),
    (re.compile(r"canadian dollar|(?<![a-z])cad(?![a-z])|加元|加拿大元"), "CAD"),
    (re.compile(r"new zealand dollar|(?<![a-z])nzd(?![a-z])|纽元|新西兰元"), "NZD"),
    (re.compile(r"hong kong dollar|hk dollar|(?<![a-z])hkd(?![a-z])|港元|港币|港股"), "HKD"),
    (re.compile(r"singapore dollar|(?<![a-z])sgd(?![a-z])|新加坡元|新元|坡币"), "SGD"),
    (re.compile(r"taiwan dollar|(?<![a-z])twd(?![a-z])|台币"), "TWD"),
)


_KRONA = (
    (re.compile(r"swed|sek(?![a-z])|瑞典"), "SEK"),
    (re.compile(r"norw|nok(?![a-z])|挪威"), "NOK"),
    (re.compile(r"danish|denmark|dkk|丹麦"), "DKK"),
)


def settled(dimension: str, text: Text) -> str:
    """Money of a bare sign as the sentence settles it; ¥ may stay neither yen nor yuan."""
    if dimension not in _BARE:
        return dimension
    is_chinese = text.is_chinese or "￥" in text.given
    return _settled(dimension, text.lower, is_chinese=is_chinese)


_BARE = frozenset({"money:$", "money:¥", "money:kr"})
_US_DOLLARS = re.compile(r"us dollar|u\.s\. dollar|美元")


@lru_cache(maxsize=64)
def _settled(dimension: str, lower: str, *, is_chinese: bool) -> str:
    if dimension == "money:$":
        other = next((code for said, code in _DOLLARS if said.search(lower)), "")
        return "money:USD" if not other or _US_DOLLARS.search(lower) else f"money:{other}"
    if dimension == "money:¥":
        yen, yuan = _YEN.search(lower) is not None, _YUAN.search(lower) is not None
        if yen and not yuan:
            return "money:JPY"
        return "money:CNY" if not yen and (yuan or is_chinese) else dimension
    return next((f"money:{code}" for said, code in _KRONA if said.search(lower)), dimension)


_CURRENCY_SAID = re.compile(
    r"(?:in |以)?(us dollars?|u\.s\. dollars?|dollars?|euros?|yuan|renminbi|pounds?|yen)(?![a-z])"
)


_SAID = {
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "dollar": "USD",
    "euro": "EUR",
    "yuan": "CNY",
    "renminbi": "CNY",
    "pound": "GBP",
    "yen": "JPY",
}


_PER_SHARE = re.compile(
    r"(?<![a-z])(?:eps|dps|bvps|earnings per share|dividend|book value|share price"
    r"|target price|price)(?![a-z])"
)


_WINDOW = 200  # characters around a figure


def may_also_be(
    quantity: Quantity, noun: str, subject: str, value: Fraction, text: Text
) -> tuple[tuple[str, Fraction], ...]:
    """What a number without a unit may be by the words around it: a multiple, money, points."""
    if quantity.unit.key in {"points", "点"}:
        return ((AS_POINTS[0], value * AS_POINTS[1]),)
    if not quantity.is_bare or quantity.is_attribute:
        return ()
    found = []
    before = text.lower[max(0, quantity.start - 40) : quantity.start]
    if MULTIPLE_WORDS.search(before) and not _counts(noun):
        found.append((MULTIPLE_OF[0], value))
    if (
        text.is_chinese
        and quantity.numeral.magnitude >= 10_000
        and not (noun[:1] in _COUNTING and noun)
        and _is_of_money(quantity, noun, subject, text)
    ):
        found.append(("money:CNY", value))
    elif (
        not text.is_chinese
        and _PER_SHARE.search(text.lower, max(0, quantity.start - _WINDOW), quantity.end + _WINDOW)
        and (code := _CURRENCY_SAID.search(text.lower, quantity.end, quantity.end + _WINDOW))
    ):
        found.append((f"money:{_SAID[code[1].removesuffix('s')]}", value))
    return tuple(found)


_GOES_ON = re.compile(r"^(?:其中|另|余|剩|分别|和|及|与|约|近|超|逾|$)")
_SENTENCE = 40  # characters


def _is_of_money(quantity: Quantity, noun: str, subject: str, text: Text) -> bool:
    """Whether the words around a number say money: 募资4.7亿, 两个亿, 其中1.9亿用于还贷."""
    if MONEY_WORDS_ZH.search(subject) or (noun[:1] == "的" and MONEY_WORDS_ZH.search(noun)):
        return True
    if "个" in text.lower[quantity.start : quantity.numeral.end] and not noun:
        return True
    start = max(0, quantity.start - _SENTENCE)
    return bool(
        _GOES_ON.match(subject) and MONEY_WORDS_ZH.search(text.lower, start, quantity.start)
    )


def _counts(noun: str) -> bool:
    word = re.match(r"[a-z]+", noun.lower())
    return is_counted_word(word[0]) if word else noun[:1] in _COUNTING and bool(noun)


_COUNTING = frozenset("个名位家人次款件条项台辆座种套张户股吨桶只")
