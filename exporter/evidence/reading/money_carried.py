"""Which money a bare 元 or $ is: 新台币92亿元，去年同期为85亿元 are both of Taiwan.

元 is the yuan, and in many places the word for the money at hand as well: a sentence says which
before a number (新台币92亿元, and on from there), or for all of them (以港元计). So is $, where it
is compared with, or part of, so many other dollars: HK$41 million, of which $9 million. English
says of what is stated in which money between commas: sales, in euros, were 27.16.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.bare_yuan import IN_YUAN, is_bare_yuan
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.currency_marks import PREFIXES
from exporter.evidence.reading.vocabulary.numbers import LETTER_SCALES, SCALES, SHORT_SCALES
from exporter.evidence.reading.vocabulary.qualifiers import BEFORE, FILLERS
from exporter.evidence.reading.vocabulary.units import TextUnit, phrase_at, unit_zh
from exporter.facts.currencies import DOLLAR

_DOLLARS = f"money:{DOLLAR}"
_OTHER = regex(".*[0-9零一二三四五六七八九十百千万亿两半余多)]元(?:[\u4e00-\u9fff]+币)?")
_STOPS = frozenset("。；！？;!?\n")
# What is converted into the yuan, or stands beside it.
_CONVERTED = regex("折|合计?约|约合|相当于|等值|兑|人民币|rmb|¥|￥|内地|境内|大陆|a股")
_NAMES = (
    "人民币|港元|港币|新台币|台币|美元|美金|欧元|日元|英镑|新加坡元|新元|澳元|澳门[元币]|加元"
    "|韩元|韩圜|泰铢|瑞郎|瑞士法郎|卢布|令吉|林吉特|越南盾|印尼盾"
)
_STATED_IN = regex(
    rf"(?:[以按](?:照)?({_NAMES})(?:为单位)?(?:计算|计价|计值|列示|列报|列账|入账|呈列|呈报|表示|结算|核算|报价|计|为单位)|单位[:：]\s?({_NAMES}))"
)
# 出口1.2万亿元，以美元计增长3.1% says in what the growth alone is measured.
_MOVES = regex(r"[，,]?\s?(?:则|口径)?(?:同比|按年|环比)?(?:大幅|小幅)?(?:增|升|涨|降|减|跌|下|上)")
_SENTENCE = 60  # characters
_ENDS_SENTENCE = frozenset({"", "。", "；", ".", ";", "\n"})


def with_money_carried(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities in a bare 元 or $ with the money that the sentence says that it is."""
    if not text.is_chinese:
        quantities = [_in_money_behind(quantity, text) for quantity in quantities]
        quantities = _with_money_named(quantities, text)
        quantities = _with_money_last(quantities, text)
    if all(one.dimension not in {IN_YUAN, _DOLLARS} for one in quantities):
        return quantities
    settled: list[Quantity] = []
    stated = list(_STATED_IN.finditer(text.lower))
    for quantity in quantities:
        if quantity.dimension == _DOLLARS and settled:
            code = _of_the_same(settled[-1], quantity, text)
        else:
            code = (
                _money_of(quantity, settled, text, stated) if is_bare_yuan(quantity, text) else ""
            )
        unit = TextUnit(code, f"money:{code}", quantity.scale) if code else quantity.unit
        settled.append(quantity._replace(unit=unit))
    return settled


_SMALLEST = 1000  # a magnitude


def _in_money_behind(quantity: Quantity, text: Text) -> Quantity:
    """A sum with the money that stands behind it: 33 million in U.S. dollars."""
    at = quantity.last + 1
    if text.word(quantity.last) != "in" or quantity.numeral.magnitude < _SMALLEST:
        return quantity
    found = phrase_at(text.words, at) if quantity.is_bare and text.word(at) else None
    if found is None or not found[1].dimension.startswith("money:"):
        return quantity
    is_named = (
        text.word(at + found[0] - 1)[-1:] == "s" and text.word(at + found[0]) in _BEHIND_A_SUM
    )
    return quantity._replace(unit=found[1], counted=True) if is_named else quantity


_BEHIND_A_SUM = frozenset(
    "against versus vs from compared and or to in at for on with up down after before a while but "
    "last this per".split()
) | {"", ".", ",", ";", ")", "("}


def _with_money_named(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities without a unit in the money that their sentence names before them, set apart."""
    named = _named(text) or _named_in_millions(quantities, text)
    if named is None:
        return quantities
    unit, first, behind = named
    end = next((at for at in range(behind, len(text.words)) if text.words[at] in _STOPS), None)
    taking = [
        quantity.is_bare
        and not quantity.is_attribute
        and (behind <= quantity.first or quantity.last == first)
        and (end is None or quantity.first < end)
        and (
            text.word(quantity.last) in _BEHIND_A_SUM
            or text.word(quantity.last)[:1].isdecimal()  # the next cell of a row
            or _is_of_a_time(text, quantity.last)
        )
        for quantity in quantities
    ]
    return [
        quantity._replace(unit=unit, counted=True) if takes else quantity
        for quantity, takes in zip(quantities, taking, strict=True)
        if not (any(taking) and quantity.last == behind and _is_in_millions(quantity, text))
    ]


# NTA per share edged up to 3.46 from 3.39, in Singapore dollars.
_LAST = regex(
    r", (?:all |both |stated |reported |quoted |expressed |measured )?"
    r"in (?=[a-z][a-z .]{2,24}(?:[.;]|$))"
)
_COMPARED = regex(
    r",? (?:(?:(?:was|were|is|are) )?(?:up |down )?from|against|versus|vs\.?"
    r"|compared (?:with|to)|and|to) (?:about |nearly |some |just |the )?"
)


def _with_money_last(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Quantities compared with each other in the money that ends their sentence."""
    said = _LAST.search(text.lower) if ", " in text.lower and quantities else None
    found = phrase_at(text.words, text.at(said.end())) if said else None
    if said is None or found is None or not found[1].dimension.startswith("money:"):
        return quantities
    behind = text.at(said.end()) + found[0]
    settled, reach = list(quantities), said.start()
    if text.word(behind) not in _ENDS_SENTENCE:
        return quantities
    for at in range(len(settled) - 1, -1, -1):
        one = settled[at]
        if one.start >= said.start():
            continue
        gap = text.lower[one.end : reach]
        if not one.is_bare or one.is_attribute or (gap and not _COMPARED.fullmatch(gap)):
            break
        settled[at], reach = one._replace(unit=found[1], counted=True), one.start
    return settled


def _is_of_a_time(text: Text, at: int) -> bool:
    """Whether words say when: the 0.90 of a year ago, the 1.98 of last year."""
    is_time = not _TIMES.isdisjoint(text.words[at + 1 : at + 4])
    return text.word(at) == "of" and (is_time or bool(text.used[at + 1 : at + 2].strip(b"\0")))


_TIMES = frozenset("year years quarter quarters month months half ago earlier before".split())


_CAME_TO = frozenset("were was are is came comes stood stands rose fell grew reached of at".split())
# Net asset value per share, in euros, was 27.16; sales (in Swiss francs) came to 412 million.
_NAMED = regex(
    r"(?:,|(?<=\()) ?(?:all |stated |reported |quoted |expressed |measured )?"
    r"in (?=[a-z][a-z .]{2,24}[,)])"
    # Earnings per share in yen came to 112.
    r"|(?<![a-z])(?P<metric>[ebd]v?ps|per share|dividends?|earnings|sales|revenues?|turnover"
    r"|profits?) in (?=[a-z])"
)
_IN_BRACKETS = regex(  # operating profit (£m) was 41.2
    r"\((?:in )?(?P<sign>[a-z]{0,3}[$£€]|[a-z]{3}) ?(?P<size>k|m|mn|bn|million|billion|thousand)\)"
    r"(?!:)"  # see captions.py
)


_SIZES = SCALES | SHORT_SCALES | LETTER_SCALES


def _named(text: Text) -> tuple[TextUnit, int, int] | None:
    """The money that is named between commas or in brackets, and the indices of these words.

    The first is that of the comma, the second that of the word behind.
    """
    said = _NAMED.search(text.lower) if " in " in text.lower or "(in " in text.lower else None
    found = phrase_at(text.words, text.at(said.end())) if said else None
    if said and found and found[1].dimension.startswith("money:"):
        behind = text.at(said.end()) + found[0]
        if said["metric"]:
            return (found[1], behind, behind) if text.word(behind) in _CAME_TO else None
        first = text.at(said.start())
        return (found[1], first, behind) if text.word(behind) in {",", ")"} else None
    said = _IN_BRACKETS.search(text.lower) if "(" in text.lower else None
    code = PREFIXES.get(said["sign"]) if said else None
    if said is None or code is None or said["sign"].upper() != text.folded[slice(*said.span(1))]:
        return None
    size = _SIZES[said["size"]]
    behind = text.at(said.end())
    return TextUnit(code, f"money:{code}", Fraction(size)), behind, behind


def _named_in_millions(quantities: list[Quantity], text: Text) -> tuple[TextUnit, int, int] | None:
    """The money of a sum in millions of euros, and twice the index of the word behind that."""
    for quantity in quantities:
        if _is_in_millions(quantity, text):
            scale = quantity.scale * quantity.numeral.low
            return quantity.unit._replace(scale=scale), quantity.last, quantity.last
    return None


def _is_in_millions(quantity: Quantity, text: Text) -> bool:
    is_money = quantity.numeral.vague and quantity.dimension.startswith("money:")
    return (
        is_money and text.word(quantity.first - 1) == "in" and text.word(quantity.first)[-1:] == "s"
    )


_OF_IT = regex(
    r",? (?:of which|including|against|versus|compared (?:with|to)|(?:(?:up|down) )?from)"
    r"(?: about| some| nearly| over| just)? "
)


def _of_the_same(before: Quantity, quantity: Quantity, text: Text) -> str:
    """The code of the dollars before, where $ are some of them or compared with them."""
    is_of_dollars = text.lower[before.start : before.numeral.start].strip().endswith("$")
    code = before.dimension.removeprefix("money:")
    is_known = before.dimension not in {_DOLLARS, "money:USD"} and before.dimension.startswith(
        "money:"
    )
    gap = text.lower[before.end : quantity.start]
    return code if is_known and is_of_dollars and _OF_IT.fullmatch(gap) else ""


def _money_of(
    quantity: Quantity, before: list[Quantity], text: Text, stated: Sequence[re.Match[str]]
) -> str:
    """The code of the money that a sentence says a bare 元 is; "" where it says none."""
    return (
        _named_before(quantity, before, text)
        or _stated(quantity, text, stated)
        or _carried(quantity, before, text)
    )


_MONEY_LAST = regex(f"(?:{_NAMES})$")
_LONGEST_NAME = 5  # characters
_BEFORE_A_SUM = frozenset({*BEFORE, *FILLERS} - {"人民币", "港币"})


def _named_before(quantity: Quantity, before: list[Quantity], text: Text) -> str:
    """The code of the money before the words that qualify its sum: 新台币|约29亿元."""
    first, at = before[-1].last if before else 0, quantity.first
    while at > first and text.words[at - 1] in _BEFORE_A_SUM:
        at -= 1
    if not first < at < quantity.first:
        return ""
    start = max(text.starts[first], text.ends[at - 1] - _LONGEST_NAME)
    named = _MONEY_LAST.search(text.lower, start, text.ends[at - 1])
    unit = unit_zh(named[0]) if named else None
    return unit[1].key if unit else ""


def _carried(quantity: Quantity, before: list[Quantity], text: Text) -> str:
    """The money of the 元 before it in its sentence, where that one says which it is."""
    reach = quantity.start
    for other in reversed(before):
        between = text.lower[other.end : reach]
        if not _STOPS.isdisjoint(between) or _CONVERTED.search(between):
            return ""
        reach = other.start
        said = text.lower[other.start : other.end]
        if other.dimension.startswith("money:") and (said.endswith("元") or _OTHER.fullmatch(said)):
            is_other = other.dimension != IN_YUAN and _OTHER.fullmatch(said)
            return other.dimension.removeprefix("money:") if is_other else ""
    return ""


def _stated(quantity: Quantity, text: Text, stated: Sequence[re.Match[str]]) -> str:
    """The money that all 元 of a sentence are said to be in, before the number or at the end."""
    found = ""
    for said in stated:
        after = text.lower[said.end() : said.end() + 1]
        if said.end() <= quantity.start:
            is_apart = not _STOPS.isdisjoint(text.lower[said.end() : quantity.start])
            found = "" if is_apart or _MOVES.match(text.lower, said.end()) else _code(said)
            continue
        between = text.lower[quantity.end : said.start()]
        if between in {"(", "（"} or (
            _STOPS.isdisjoint(between) and between.endswith((",", "，")) and after in _ENDS_SENTENCE
        ):
            return _code(said)
        break
    return found


def money_stated(lower: str, at: int) -> str:
    """The code of the money that a sentence says its sums are in, before an offset; "" for none."""
    sentence = re.split("[。；！？;!?]", lower[max(0, at - _SENTENCE) : at])[-1]
    return next((_code(said) for said in _STATED_IN.finditer(sentence)), "")


def _code(said: re.Match[str]) -> str:
    unit = unit_zh(said[1] or said[2])
    code = unit[1].key if unit else ""
    return "" if code == "CNY" else code
