"""What a table says once for its figures: (in millions, except per share data), 单位：百万元.

Source: SEC Regulation S-X, 4-01(b) (amounts may be stated in thousands or millions, if a caption
says so); CSRC's rules on the contents of periodic reports (单位、币种).
"""

import re
from fractions import Fraction
from functools import lru_cache
from math import prod
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.reading.row_units import SIZED, sized_measure, unit_in_brackets
from exporter.evidence.reading.vocabulary.currency_marks import PREFIXES
from exporter.evidence.reading.vocabulary.numbers import (
    LETTER_SCALES,
    POWERS_ZH,
    SCALES,
    SHORT_SCALES,
)
from exporter.evidence.reading.vocabulary.units import PHRASES, TextUnit, phrase_at, unit_zh
from exporter.facts.units import COUNT, RATIO


class TableUnit(NamedTuple):
    """What the bare numbers of a table are.

    Attributes:
        dimension: Money, where that is said, or another measure; a count where only a size is.
        scale: Of one, in the dimension's base unit.
        is_of_shares: Whether numbers of shares are in that size, too: dollars and shares in
            millions; not in millions, except share data.
    """

    dimension: str
    scale: Fraction
    is_of_shares: bool = True


_SIZES = {**SCALES, **SHORT_SCALES, **LETTER_SCALES, "000": 1000}
_RAND = "r"  # (R'000), (R million)
_SIGN = rf"(?:[a-z]{{1,3}}\s?)?[$€£¥₩₹]|(?<=\(){_RAND}(?=['\s])"
_CODE = (
    "usd|rmb|cny|eur|gbp|jpy|hkd|twd|krw|inr|aud|cad|sgd|chf|sek|nok|dkk|nzd|brl|mxn|zar|aed|sar"
    "|qar|kwd|omr|bhd|myr|thb|pln|czk|huf|ils|rs"
)
_WORD = "dollars?|euros?|pounds?|yen|renminbi|yuan|rupees?|francs?|won"
_SIZE = r"(?:thousand|million|billion|trillion|crore|lakh)s?"
_SHORT = r"'?000'?s?|mn|mm|bn|tn|[kmb]"
# $ in millions; dollars and shares in millions; in thousands of U.S. dollars; ($B); RMB'000;
# (millions of dollars); (000s)
_SAID = regex(
    rf"(?<![a-z0-9])(?:(?P<money>{_SIGN}|{_CODE}|{_WORD})(?P<shares> and shares)?"
    rf"(?: amounts?| figures?)?,? ?(?:(?:are )?(?:stated|expressed|presented|reported) )?"
    rf"(?:in (?P<of_money>{_SIZE}|{_SHORT})|(?P<glued>{_SIZE}|{_SHORT}))"
    rf"|in (?P<alone>{_SIZE}|'?000'?s?)(?: of (?P<of>[a-z.][a-z. ]{{2,24}}|{_SIGN}))?"
    rf"|(?<=\()(?P<bare>'?000'?s?|{_SIZE})(?: of (?P<of_bare>(?:u\.s\. )?(?:{_WORD})))?"
    r")(?![a-z0-9])"
)
# What a caption begins with, before the size, beside brackets.
_BEGINS = regex(
    r"(?:all |the |tabular |table |dollar |share )?(?:amounts?|figures?|numbers?|data|tables?)?"
    r"(?: (?:are|is))?(?: (?:stated|expressed|presented|reported|shown))? ?"
)
# £m H1 2026 H1 2025: heads of columns stand behind the unit of all.
_HEADS_BEHIND = regex(
    r"\s+(?:[0-9]{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:fy|hy|[hq][1-4]|[1-4][hq]|(?:19|20)[0-9]{2}|6m|9m|12m|(?:half|full|first|second|third"
    r"|fourth|year|quarter|six|nine|three|twelve|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*)[\s'0-9]|(?:19|20)[0-9]{2}[aef]\b|$)|$"
)
# £m Flow Control Group; £m unless stated: what begins so is no sum.
_WORDS_BEHIND = regex(r",?\s[^0-9]|$")
_UNLESS = regex(r",? unless [a-z ]*stated")
_CORNER = regex(r"[^0-9()$€£¥]{3,60}?,? ")  # what is measured: adjusted operating profit, £m
_PER_SHARE_ALONE = regex(r"per[ -](?:common |ordinary |diluted )?(?:share|unit|ads)")
_OF_TABLE_ZH = regex(
    r"(?:单位|金额单位)(?:均?[为是]|[:：])?\s?(?:人民币)?(?P<size>[千百十]?[万亿]{0,2}|[千百])(?P<unit>[^\s,，;；)）(（0-9]{1,6})"
    r"|(?:人民币)(?P<size_rmb>[千百十]?[万亿]{0,2}|[千百]|百万|千)(?P<rmb>元)"
    r"|[(（](?P<size_in>[千百十]?[万亿]{0,2}|[千百])(?P<unit_in>元|美元|港元|欧元|日元|英镑|股"
    r"|[辆台吨件户人家套只瓶箱份米升桶度票单笔名间座艘架次张例架个]|千?[升克瓦米]|立方米|平方米|公里|人次|千瓦时?|吉瓦时?|桶)(?=[)）,，/])"
    r"|^(?P<size_over>[千百十]?[万亿]{0,2})(?P<over>元|美元|港元|欧元|日元|英镑)"
    r"(?=\s+(?:(?:19|20)[0-9]{2}|[0-9]{2}[hq年]|fy|[hq][1-4]|本[期年报]|上[期年]|今年|去年))"
)
_PERCENT = regex(
    r"[(（](?:in )?(?:%|percent|百分比)[)）]|(?:单位)[:：]?\s?%"
    r"|^(?:as )?(?:a )?% of |(?<=[a-z,]) %$"
)


# 月活跃用户(百万): a size alone, of things that are no money.
_THINGS_ZH = regex(
    r"(?:用户|会员|客户|粉丝|订单量?|员工|人数|人次|下载量|装机量|出货量|交付量|销量|订阅|学员|账户|日活|月活)"
    r"[^()（）0-9]{0,6}[(（](?P<size>[千百十]?[万亿]{1,2}|[千百])[)）]$"
)


# Million litres, year to 30 June: a caption; thousand tonnes 2026 2025.
_MEASURE_LED = regex(
    r"((?:thousands?|millions?|billions?|'?000) (?:of )?[a-z]{2,12}(?: [a-z]{2,8})?)"
    r"(?=,|$|\s\(|\s(?:[hq][1-4]|fy|(?:19|20)[0-9]{2}))"
)
# Output, kt, over the heads of rows, before those of columns.
_SYMBOL_LED = regex(r"(?:[^0-9()$€£¥%]{3,60}, )?([a-z]{2,3})(?![a-z])")
_SYMBOL_ENDS = regex(r"^[^0-9()]{3,60} \(([a-z]{2,3})\)$")  # Production (kt)


@lru_cache(maxsize=4096)  # heads are asked of for each row below them
def table_unit(passage: str, *, in_brackets: bool = False) -> TableUnit | None:
    """The unit that a passage says for the numbers of a table; None where it says none.

    Args:
        passage: In small letters, folded.
        in_brackets: Whether it must stand in brackets, as in the head of a row that holds figures.
    """
    passage = passage.strip()
    if (_PERCENT.search if in_brackets else _PERCENT.fullmatch)(passage):
        return TableUnit(RATIO, Fraction(1, 100))
    if (
        own := unit_in_brackets(passage)
    ) and own.key == SIZED:  # (thousand tonnes) is no (thousand)
        return TableUnit(own.dimension, own.scale)
    if in_brackets and (things := _THINGS_ZH.search(passage)):
        return TableUnit(COUNT, Fraction(prod(POWERS_ZH[power] for power in things["size"])))
    said = _english(passage, in_brackets) or _chinese(passage, in_brackets)
    if said is None and not in_brackets and (measure := _measure_led(passage)):
        return TableUnit(measure.dimension, measure.scale)
    if said is None and in_brackets and (own := unit_in_brackets(passage)):
        return TableUnit(own.dimension, own.scale)
    return said


def _measure_led(passage: str) -> TextUnit | None:
    """The measure that a caption says, before heads of columns or by itself; None for none."""
    if led := _MEASURE_LED.match(passage):
        return sized_measure(led[1])
    led = _SYMBOL_LED.match(passage)
    if led and _HEADS_BEHIND.match(passage, led.end()):
        return sized_measure(led[1])
    ends = _SYMBOL_ENDS.search(passage)
    return sized_measure(ends[1]) if ends else None


def _english(passage: str, in_brackets: bool) -> TableUnit | None:
    for said in _SAID.finditer(passage):
        opened = passage.rfind("(", 0, said.start())
        is_inside = opened > passage.rfind(")", 0, said.start())
        is_last = said.end() == len(passage) and passage[: said.start()].endswith((", ", " "))
        if not is_inside and in_brackets and not (is_last and said["glued"]):
            continue
        if not is_inside and not said["money"] and not _BEGINS.fullmatch(passage, 0, said.start()):
            continue
        begins = in_brackets or _is_over_heads(said, passage)
        if said["glued"] and len(said["glued"]) < 3 and not is_inside and not begins:
            continue  # $5m is an amount, ($m) a unit, and so is £m over the heads of rows
        named = said["money"] or said["of"] or said["of_bare"]
        size = said["of_money"] or said["glued"] or said["alone"] or said["bare"]
        dimension = _money(named.strip().removeprefix("in ")) if named else COUNT
        if not dimension:
            continue
        return TableUnit(dimension, _size(size), not _excludes_shares(passage[said.end() :]))
    return None


def _is_over_heads(said: re.Match[str], passage: str) -> bool:
    """Whether a unit stands over the heads of rows, before those of columns."""
    unless = _UNLESS.match(passage, said.end())
    end = unless.end() if unless else said.end()
    if said.start() == 0:
        return bool(_HEADS_BEHIND.match(passage, end) or _WORDS_BEHIND.match(passage, end))
    leads = _CORNER.fullmatch(passage, 0, said.start())
    return bool(leads and _HEADS_BEHIND.match(passage, end))


def _size(said: str) -> Fraction:
    said = said.replace("'", "")
    return Fraction(_SIZES.get(said) or _SIZES[said.removesuffix("s")])


def _money(named: str) -> str:
    """The dimension of money by a sign, code or name; "" for other things."""
    compact = named.replace(" ", "")
    if compact == _RAND:
        return "money:ZAR"
    if code := PREFIXES.get(compact):
        return f"money:{code}"
    words = re.findall(r"u\.s\.?|[a-z]+", named)
    words = [word.removesuffix(".") + "." if word.startswith("u.s") else word for word in words]
    found = phrase_at(words, 0) if words and words[0] in PHRASES else None
    return found[1].dimension if found and found[1].dimension.startswith("money:") else ""


def _excludes_shares(rest: str) -> bool:
    """Whether numbers of shares are excepted, and not only what is per share."""
    said = rest.partition(")")[0]
    without = _PER_SHARE_ALONE.sub("", said)
    return "except" in said and re.search(r"\bshares?\b", without) is not None


def _chinese(passage: str, in_brackets: bool) -> TableUnit | None:
    for said in _OF_TABLE_ZH.finditer(passage):
        if in_brackets and passage.rfind("(", 0, said.end()) < 0:
            continue
        size = next(
            (said[name] for name in ("size", "size_rmb", "size_in", "size_over") if said[name]), ""
        )
        name = said["unit"] or said["rmb"] or said["unit_in"] or said["over"]
        found = unit_zh(name)
        scale = Fraction(prod(POWERS_ZH[power] for power in size))
        if found is not None:
            return TableUnit(found[1].dimension, found[1].scale * scale)
        return TableUnit(COUNT, scale)
    return None
