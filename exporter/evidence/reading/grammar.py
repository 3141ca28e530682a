"""From words to quantities: numerals with currency, sign and unit, tied to one another.

    quantity := [sign] [currency] [sign] numeral [unit] | [currency] "(" numeral ")" [unit]

Whatever a numeral is glued to must be understood; else no part of it is read.
"""

from exporter.engine.regex import regex
from exporter.evidence.reading import numerals_en
from exporter.evidence.reading.currencies_before import UNKNOWN
from exporter.evidence.reading.digits import read_digits
from exporter.evidence.reading.expressions_zh import read_expression
from exporter.evidence.reading.letter_scales import with_letter
from exporter.evidence.reading.lexer import IDIOMS_ZH, NUMERALS_ZH, Text
from exporter.evidence.reading.names import end_of_name
from exporter.evidence.reading.names_zh import is_class_zh
from exporter.evidence.reading.numerals import ONE, Numeral, refusal
from exporter.evidence.reading.numerals_zh import read_chinese, with_fraction
from exporter.evidence.reading.prefixes import Prefix, close_bracket, prefix_of
from exporter.evidence.reading.quantities import NO_UNIT, Quantity
from exporter.evidence.reading.spaced_zh import end_of_spaced, read_spaced
from exporter.evidence.reading.suffixes import unit_behind, with_half
from exporter.evidence.reading.vocabulary.numbers import PARTS_ZH, SCALES
from exporter.evidence.reading.vocabulary.plain import AFTER_A_ROW_ZH
from exporter.evidence.reading.vocabulary.units import (
    CLASSIFIERS,
    TextUnit,
)

_HEADS_ZH = frozenset(
    "几 数 半 翻 第 首 榜首 居首 减半 腰斩 好几 半数 对折 打对折".split()
) | frozenset(PARTS_ZH)


_MIXING = frozenset("十百千万亿兆个多余来成折分几打 ")


_DIGITS = frozenset("0123456789")


_HEADS = _HEADS_ZH | numerals_en.STARTS


_FIRST_CHARS = _DIGITS | frozenset(NUMERALS_ZH)


_GLUE = frozenset("^*=_|\\`&@·•'\"!")
_BEHIND_A_NOTE = frozenset(".,;:)]。，；：）、")  # 14.2%*, and 6.4x**.


def read_quantities(text: Text) -> list[Quantity]:
    """The quantities of a text, in order; words that are used, such as those of dates, are none."""
    found: list[Quantity] = []
    offset = 0
    words, starts, used = text.words, text.starts, text.used
    for index, word in enumerate(words):
        if (word[0] not in _FIRST_CHARS and word not in _HEADS) or used[index]:
            continue
        at = max(offset, starts[index])
        while at < text.ends[index]:
            numerals, end = _numerals(text, index, at)
            if not numerals:
                break
            for numeral in numerals:
                quantity = _quantity(text, numeral, found[-1] if found else None)
                if quantity is not None:
                    found.append(quantity)
                    end = max(end, quantity.end)
                else:
                    end = max(end, _end_of_run(text.lower, numeral.end))
            offset = at = max(end, at + 1)
            if word[0] not in NUMERALS_ZH or word in IDIOMS_ZH:
                break
    return found


def _numerals(text: Text, index: int, at: int) -> tuple[list[Numeral], int]:
    """The numerals that begin at offset `at`, in the word `index`, and where to go on."""
    word = text.words[index]
    char = text.lower[at]
    before = text.word(index - 1)
    if before in PARTS_ZH or (before == "之" and text.word(index - 2) == "分"):  # 佰 分之 2
        end = max(text.ends[index], end_of_spaced(text.lower, at))
        return [refusal(at, end)], end
    if char in _DIGITS and at == text.starts[index]:
        if end := end_of_name(text, index):
            text.use(index, end)
            return [refusal(at, text.ends[end - 1])], text.ends[end - 1]
        following = text.lower[text.ends[index] : text.ends[index] + 2]
        if (
            text.is_chinese
            and (following[:1] in _MIXING or following[:1] == "又" or before == "每")
            and following
            and (mixed := _chinese(text, at)) is not None
        ):
            return mixed, mixed[-1].end
        if (split := _SPLIT.match(text.lower, text.ends[index])) and len(word) < 5:
            return [refusal(at, split.end())], _end_of_run(text.lower, split.end())
        numeral, _ = read_digits(text, index)
        return [numeral], numeral.end
    if (char in NUMERALS_ZH and word not in IDIOMS_ZH) or word in _HEADS_ZH:
        chinese = _chinese(text, at)
        return (chinese, chinese[-1].end) if chinese else ([], 0)
    if word in numerals_en.STARTS and (read := numerals_en.read_words(text, index)) is not None:
        return [read[0]], read[0].end
    return [], 0


def _chinese(text: Text, at: int) -> list[Numeral] | None:
    lower = text.lower
    if (spaced := read_spaced(lower, at)) is not None:
        return [spaced]
    if expression := read_expression(lower, at):
        return expression
    numeral = None if lower[at] in "第翻首" else read_chinese(lower, at)
    if numeral is None:
        return None
    if text.lower[at - 1 : at] == "(" and _UNIT_ALONE.match(lower, at):
        return [refusal(at, numeral.end)]  # 归母净利润（万元）
    if lower.startswith("百公里", at) and _OF_A_HUNDRED_KM.match(lower, at + 3):
        return [refusal(at, at + 3)]  # 百公里油耗
    if _PER_POWERS.fullmatch(lower, max(0, at - 2), numeral.end):
        return [refusal(at, numeral.end)]  # 美元/百万词元
    numeral = with_fraction(lower, numeral)
    return [refusal(at, numeral.end) if _is_of_a_row(lower, numeral) else numeral]


_OF_A_HUNDRED_KM = regex("[油电能气综合氢]{0,4}耗|加速|制动|刹车")
_PER_POWERS = regex("[^0-9]/[十百千万亿]+")
_UNIT_ALONE = regex(r"[十百千]?[万亿]{1,2}[\u4e00-\u9fff]{1,4}\)")
_WEEKDAY = regex(r"(?<!每)(?:周|星期|礼拜)$")
_IN_A_ROW = regex("附[件录表注图]$")
_AS_UNIT = regex("[元美港人][^，。；]{0,3}?(?:为单位|列示|列报|呈列|计算|表示|计价?(?![入提划算]))")
_IN_THE_DAY = regex("(?:[早晚]上?|凌晨|[上下中]午|傍晚|[0-9][日号])$")  # 晚七点, 18日八点
_MIDNIGHT = regex("[零〇]点(?![零〇一二三四五六七八九0-9])")
_TWO_EXCHANGES = regex("市(?:全天|总?成交|融资|股|主力|个股|上涨|下跌|总市值|收[涨跌])")
# 二股东: things are counted with 两, and with a classifier.
_SECOND = regex("股东|把手|当家|审(?!核)|公子|少爷|号人物|传手|房东|婚|叔|姐|哥")
_STREET = regex("[路街道巷][0-9]{1,5}号")  # 科技南十二路6号
_POINT_DIGIT = regex(r"[十一](?:分(?![钟之])|点(?![零一二三四五六七八九]))")


def _is_of_a_row(lower: str, numeral: Numeral) -> bool:
    """Whether a Chinese numeral names one of a row: 周三, 第…, 三期工程, 九十年代, 五星级."""
    start, end = numeral.start, numeral.end
    before, after = lower[max(0, start - 3) : start], lower[end : end + 6]
    if before.endswith("第") or before in {"单位：", "单位:"}:
        return True
    if end == start + 1 and (
        (_WEEKDAY.search(before) and after[:1] not in "次个回届")
        or _POINT_DIGIT.match(lower, start)
        or (before.endswith("之") and lower[start] == "一")
        or (after[:1] == "点" and _IN_THE_DAY.search(before))
        or _MIDNIGHT.match(lower, start)
        or (lower[start] == "二" and _SECOND.match(after))
        or (after[:1] == "段" and before[-1:] in {"路", "街", "道"})
        or (lower[start] == "两" and _TWO_EXCHANGES.match(after))
    ):
        return True
    if is_class_zh(lower, start, end):
        return True
    if _IN_A_ROW.search(before) or _STREET.match(after) or after.startswith("号"):
        return True  # 附录二, 南十二路6号, 神舟二十号
    if before.endswith("止") and after.startswith(("个月", "年度")):
        return True  # 截至6月30日止六个月
    if before.endswith("以") and _AS_UNIT.match(after):
        return True  # 以千元列示
    is_phase = after[:1] == "期" and not lower[start].isdecimal() and numeral.low < 10
    return is_phase or after.startswith(AFTER_A_ROW_ZH)


def _quantity(text: Text, numeral: Numeral, previous: Quantity | None) -> Quantity | None:
    """A numeral with what stands before and behind it; None where that is not understood."""
    if numeral.refused:
        return None
    before = _prefix(text, numeral, previous)
    if before.currency == UNKNOWN or _is_of_a_percentage(text, before.first):
        return None
    if before.currency and text.lower[numeral.start : numeral.end] in SCALES:
        return None  # given in US$ billion
    if before.size is not ONE and before.size > numeral.magnitude:
        numeral = numeral.times(before.size)
    closed = False
    if before.is_bracketed:
        inside = numeral.end
        numeral, closed = close_bracket(text, numeral)
        closed = closed and numeral.end > inside
    if numeral.dimension:
        return _expression(text, numeral, before)
    resolved = with_letter(text, numeral, before.currency, previous) if numeral.letter else numeral
    if resolved is None:
        return None
    numeral = resolved
    unit, end = unit_behind(text, numeral, before.currency)
    if unit is not NO_UNIT:
        numeral, end = with_half(text, numeral, unit, end)
    if _is_glued(text, text.at(end)):
        return None
    return _in_place(
        text,
        Quantity(numeral, before.start, end, before.first, 0, unit, before.sign),
        before,
        closed,
    )


def _prefix(text: Text, numeral: Numeral, previous: Quantity | None) -> Prefix:
    """What stands before a numeral; nothing where that is of the quantity before."""
    before = prefix_of(text, numeral)
    if previous is not None and before.start < previous.end:
        return Prefix(numeral.start, text.at(numeral.start))
    return before


_PERCENT_OF = frozenset({"percent", "percents", "cent"})
_BEFORE_PERCENT = frozenset({"", ".", ",", ";", ":", "(", "per"})


def _is_of_a_percentage(text: Text, first: int) -> bool:
    """Whether "percent of" without a number stands before: "percent of 10" may be 10 %."""
    if text.word(first - 1) != "of" or text.word(first - 2) not in _PERCENT_OF:
        return False
    before = text.word(first - 4 if text.word(first - 3) == "per" else first - 3)
    return first < 3 or before in _BEFORE_PERCENT


def _expression(text: Text, numeral: Numeral, before: Prefix) -> Quantity:
    """A number whose words fix its dimension: 三分之一, doubled."""
    unit, sign = TextUnit(numeral.dimension, numeral.dimension), before.sign * numeral.sign
    last = text.at(numeral.end)
    return Quantity(numeral, before.start, numeral.end, before.first, last, unit, sign, True)


def _in_place(text: Text, quantity: Quantity, before: Prefix, closed: bool) -> Quantity:
    """A quantity with its brackets, and whether it is counted or an attribute of something."""
    start, end, first = quantity.start, quantity.end, quantity.first
    sign = -1 if closed else quantity.sign
    last = text.at(end)
    if closed and text.word(first - 1) == "(":
        start, first = text.starts[first - 1], first - 1
    if before.is_bracketed and not closed and text.word(last) == ")" and text.touches(last - 1):
        sign, end, last = -1, text.ends[last], last + 1
        if text.word(first - 1) == "(":
            start, first = text.starts[first - 1], first - 1
    is_bare = quantity.unit is NO_UNIT
    following = text.lower[quantity.numeral.end : quantity.numeral.end + 1]
    is_attribute = (
        is_bare
        and text.word(last) == "-"
        and text.touches(last - 1)
        and text.touches(last)
        and text.word(last + 1)[:1].isalpha()
    )
    return Quantity(
        quantity.numeral,
        start,
        end,
        first,
        last,
        quantity.unit,
        sign,
        not is_bare or following in CLASSIFIERS,
        is_attribute,
    )


_RUN = regex(
    r"(?:(?:[a-z0-9^*=_|\\`&@·•'\":/+]|(?:[.,]|-{1,2})(?=[0-9]))*[a-z0-9])?"
    rf"[{NUMERALS_ZH}]*"
)


_SPLIT = regex(r"\s{2,}[万亿]|\.\s[0-9]+(?:\.[0-9]+)?(?=[万亿%])|，[0-9]{3}(?![0-9])")


def _end_of_run(lower: str, end: int) -> int:
    """Where the run ends that is glued to a number that is not understood: no part is read."""
    match = _RUN.match(lower, end)
    return match.end() if match else end


def _is_glued(text: Text, last: int) -> bool:
    """Whether what follows without a space is not understood: 3f9, 10^8, 3:1."""
    if last >= len(text.words) or not text.touches(last - 1):
        return False
    word = text.words[last]
    if word[0].isascii() and word[0].isalnum():
        return text.words[last - 1][-1].isascii()
    while word == "*" == text.word(last + 1) and text.touches(last):
        last += 1  # 6.4x**
    following = text.word(last + 1) if text.touches(last) else ""
    if word in _GLUE:
        if following in _BEHIND_A_NOTE and not text.word(last + 2)[:1].isdecimal():
            return False
        return (following[:1].isalnum() and following[:1].isascii()) or (
            word in {"^", "*"} and bool(following)
        )
    return word == ":" and following[:1].isdecimal()
