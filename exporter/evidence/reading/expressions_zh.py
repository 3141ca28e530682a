"""Chinese words that are a number and its dimension at once: 百分之五, 七成半, 五折, 翻番, 第三."""

import re
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.numerals import ONE, Numeral, refusal
from exporter.evidence.reading.numerals_zh import ADJACENT, NUMBER, PARTS, RUNS_ON, number
from exporter.evidence.reading.vocabulary.numbers import DIGITS_ZH, PARTS_ZH
from exporter.facts.units import MULTIPLE, ORDINAL, RATIO

_SHARE = regex(
    rf"(?P<whole>{NUMBER})?(?P<parts>{PARTS})(?P<sign>负)?(?P<part>{NUMBER})"
    r"(?P<thousand>(?<=[0-9])k(?![a-z0-9]))?(?P<bad>[kmw万千亿](?![\u4e00-\u9fff])|[,，.][0-9])?"
)
_TENTHS = regex(
    r"(?P<tenths>[一二三四五六七八九两十1-9](?:[.点][一二三四五六七八九0-9])?)成"
    r"(?:(?P<half>半)(?![年天个小月日径导])"
    r"|(?P<more>[一二三四五六七八九])(?![年个条款项件家名天月日次分大种张台位成十百千万亿]))"
)
_OFF = regex(
    r"(?P<digits>[0-9](?:\.[0-9])?|[1-9][0-9]"
    r"|[一二两三四五六七八九](?:点?[一二三四五六七八九])?"
    r"|半)\s?折(?![合扣算让旧价价线叠射回])"
)
_TURNS = regex(
    rf"翻(?:了)?(?P<how>近|将近|接近|约|大约|超过?|逾|不止|至少|不到"
    rf"|不足)?(?P<figure>(?P<n>{NUMBER})?(?P<what>番|倍)|(?P<one>一番))"
)
_ORDINAL = regex(rf"第\s?(?P<n>{NUMBER}[万亿]{{0,2}})(?![0-9])")
_LETTERED = regex(r"[a-z][0-9a-z]*(?:[.(][0-9a-z]+\)?)*")
_ROW_JOIN = regex(
    rf"\s?(?:到|至|-|~|—|、|和|及|或)\s?(?:第)?({NUMBER})(?![0-9.,零〇一二三四五六七八九十百千万亿%分])"
)
_FIRST = regex(r"首[个家次款位批部台届代例项支条只颗枚度轮种座艘名张笔条起套单]|榜首|居首(?!位)")
_HALF = regex(r"一半(?!导)|半数|(?<=[超过近逾])半(?![年天个小月日径导世])数?|减半|腰斩|打?对折")


_OF_EVERY = regex(
    rf"每(?P<whole>{NUMBER})[个名位人家户辆台只件款张条][^，。；、0-9]{{0,6}}?[，,]?(?:里面?|中|当中|之中)?[，,]?"
    rf"(?:就|便|仅|只|大约|约|平均)*(?:有|会有|占)(?:近|约)?(?P<part>{NUMBER})(?=[个名位人家户辆台只件款张条])"
)


def _of_every(text: str, at: int) -> list[Numeral]:
    """每四名员工中就有一名 is a quarter of them."""
    match = _OF_EVERY.match(text, at - 1)
    whole = number(match["whole"]) if match else None
    part = number(match["part"]) if match else None
    if match is None or not whole or part is None or part >= whole:
        return []
    return [_of_dimension((at, match.end()), part / whole, RATIO)]


def read_expression(text: str, at: int) -> list[Numeral]:
    """百分之十九, 七成半, 五折, 一半, 翻番, 第三, 首家: what begins at `at`; [] for nothing."""
    if (match := _SHARE.match(text, at)) is not None:
        return _shares(match, text)
    char = text[at]
    if text[at - 1 : at] == "每" and (found := _of_every(text, at)):
        return found
    if char == "第":
        return _ordinals(text, at)
    if char == "翻":
        return _turns(text, at)
    if (match := _HALF.match(text, at)) is not None:
        dimension = MULTIPLE if match[0] in {"减半", "腰斩"} else RATIO
        return [_of_dimension(match.span(), Fraction(1, 2), dimension)]
    if (match := _FIRST.match(text, at)) is not None:
        return [_of_dimension(match.span(), ONE, ORDINAL)]
    return _tenths(text, at)


def _tenths(text: str, at: int) -> list[Numeral]:
    """半成, 七成半, 五折: tenths of something."""
    if text.startswith("半成", at) and text[at + 2 : at + 3] not in set("品本功为"):
        return [_of_dimension((at, at + 2), Fraction(1, 20), RATIO)]
    if "成" not in text and "折" not in text:
        return []
    if (match := _TENTHS.match(text, at)) is not None:
        tenths = number(match["tenths"]) or Fraction(0)
        more = DIGITS_ZH[match["more"]] if match["more"] else 5
        return [_of_dimension(match.span(), (tenths + Fraction(more, 10)) / 10, RATIO)]
    if (match := _OFF.match(text, at)) is not None and not text[at - 1 : at].isdecimal():
        return [_of_dimension(match.span(), _off(match["digits"]), RATIO)]
    return []


def _of_dimension(span: tuple[int, int], value: Fraction, dimension: str) -> Numeral:
    return Numeral(*span, value, value, dimension=dimension)


def _off(digits: str) -> Fraction:
    """打八折 is 80 % of the price, 75折 and 七五折 are 75 %."""
    if digits == "半":
        return Fraction(1, 2)
    if len(digits) == 2 and not digits.isascii():
        return Fraction(DIGITS_ZH[digits[0]] * 10 + DIGITS_ZH[digits[1]], 100)
    value = number(digits) or Fraction(0)
    return value / 100 if value > 10 else value / 10


def _shares(match: re.Match[str], text: str) -> list[Numeral]:
    """百分之三十到五十, 三分之一, 一百分之二; what follows in a row is of the same parts."""
    spaced = RUNS_ON.match(text, match.end())
    if match["bad"] or spaced:
        return [refusal(match.start(), (spaced or match).end())]
    whole = number(match["whole"]) if match["whole"] else ONE
    part = number(match["part"])
    if not whole or part is None:
        return [refusal(match.start(), match.end())]
    whole *= PARTS_ZH[match["parts"]]
    if match["parts"] == "分之" and not match["whole"]:
        return []
    if match["thousand"]:
        part *= 1000
    sign = -1 if match["sign"] else 1
    found = [Numeral(*match.span(), part / whole, part / whole, dimension=RATIO, sign=sign)]
    end = match.end()
    pair = match["part"]
    if pair[:2] in ADJACENT and (len(pair) == 2 or pair[2:] == "十"):
        low, high = (DIGITS_ZH[char] * (10 if pair[2:] else 1) / whole for char in pair[:2])
        return [Numeral(*match.span(), low, high, dimension=RATIO)]
    while (more := _ROW_JOIN.match(text, end)) is not None and whole >= 100:
        value = (number(more[1]) or Fraction(0)) / whole
        found.append(Numeral(*more.span(1), value, value, dimension=RATIO))
        end = more.end()
    return found


def _ordinals(text: str, at: int) -> list[Numeral]:
    match = _ORDINAL.match(text, at)
    value = number(match["n"]) if match else None
    if match is None or value is None:
        return []
    if (rest := _LETTERED.match(text, match.end())) is not None:
        return [refusal(at, rest.end())]  # 第14A.35条
    found = [_of_dimension(match.span(), value, ORDINAL)]
    end = match.end()
    while (more := _ROW_JOIN.match(text, end)) is not None:
        value = number(more[1])
        if value is None or (more[0].lstrip().startswith(("和", "及")) and "第" not in more[0]):
            break
        start = more.start() + more[0].find("第") if "第" in more[0] else more.start(1)
        found.append(_of_dimension((start, more.end()), value, ORDINAL))
        end = more.end()
    return found


def _turns(text: str, at: int) -> list[Numeral]:
    """翻番 doubles, 翻两番 doubles twice; 翻三倍 is said of three times."""
    match = _TURNS.match(text, at)
    if match is None:
        return []
    times = number(match["n"]) if match["n"] else None
    if match["n"] and times is None:
        return []
    if match["what"] == "番":
        value = Fraction(2 ** min(int(times or 1), 64))
    else:
        value = times if times and times != 1 else Fraction(2)
    span = match.span("figure") if match["how"] else match.span()
    return [_of_dimension(span, value, MULTIPLE)]
