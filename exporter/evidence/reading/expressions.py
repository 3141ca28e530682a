"""Words that are a number and its dimension at once: 三分之一, 翻番, 第三, half, doubled, first.

They are read before plain numerals, which would see a 3 and a 1 in 三分之一.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from exporter.evidence.reading import chinese, english
from exporter.evidence.reading.hints import Hint, Hinted, hint
from exporter.evidence.reading.numerals import ARABIC, FRACTION, Numeral, exact
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL, RATIO


class _Rule(NamedTuple):
    """How one expression looks, what it measures, and what it is worth."""

    pattern: re.Pattern[str]
    dimension: str
    value: Callable[[re.Match[str]], Fraction]


def _rule(
    given: Hint, dimension: str, pattern: str, value: Callable[[re.Match[str]], Fraction]
) -> tuple[Hint, _Rule]:
    return given, _Rule(re.compile(pattern), dimension, value)


_zh = chinese.value_of
_HALF, _TWO = Fraction(1, 2), Fraction(2)
# 翻了近一倍: the qualifier stands inside, and what follows it is the figure.
_DOUBLES = "翻了?(?:近|将近|接近|约|大约|超过?|逾|不止|至少|不到|不足)"
_N = (
    r"(?:[0-9]{1,9}(?:\.[0-9]{1,9})?"
    r"|[零〇一二三四五六七八九十百千两]{1,9}(?:点[零〇一二三四五六七八九]{1,9})?)"
)
# 百分之三十到五十, 第三到五名, 第3、4代: what is said first holds for the numbers after it.
_ROW = re.compile(
    rf"(?:(?P<parts>[百千万])分之|第\s?)(?P<first>{_N})"
    rf"(?P<more>(?:(?:到|至|-|~|—|、|和|及|或)(?P<last>{_N})(?![0-9.,零〇一二三四五六七八九十百千万亿%分])){{1,4}})"
)
_ROW_HINT = hint("分第", "到至-~—、和及或")
_ONE_OF_ROW = re.compile(_N)
_CHINESE = (
    # 百分之十九, 千分之三, 万分之五; 三分之一
    _rule(
        hint("分"), RATIO, rf"([十百千]?[万亿]|[百千])分之({_N})", lambda m: _zh(m[2]) / _zh(m[1])
    ),
    _rule(hint("分"), RATIO, rf"({_N})分之({_N})", lambda m: _zh(m[2]) / (_zh(m[1]) or 1)),
    _rule(hint("/"), RATIO, FRACTION, lambda m: Fraction(int(m["part"]), int(m["whole"]))),
    # 七成半, 三成五; a plain 五成 is a number with a unit
    _rule(
        hint("成"),
        RATIO,
        r"(?<![0-9零一二三四五六七八九十百千万])([一二三四五六七八九两1-9])成"
        r"(?:半(?![年天个小月日径导])|([一二三四五六七八九])(?![年个条款项件家名天月日次分大种张台位成十百千万亿]))",
        lambda m: (_zh(m[1]) + (_zh(m[2]) / 10 if m[2] else _HALF)) / 10,
    ),
    _rule(hint("减腰"), MULTIPLE, r"减半|腰斩", lambda _: _HALF),
    _rule(
        hint("半"),
        RATIO,
        r"一半(?!导)|半数|(?<=[超过近])半(?![年天个小月日径导])数?",
        lambda _: _HALF,
    ),
    # 翻番 doubles, 翻两番 doubles twice; 翻三倍 is said of three times
    _rule(
        hint("翻"), MULTIPLE, rf"翻了?({_N})番", lambda m: Fraction(2 ** min(int(_zh(m[1])), 64))
    ),
    _rule(
        hint("翻"),
        MULTIPLE,
        rf"{_DOUBLES}(?P<figure>({_N})番)",
        lambda m: Fraction(2 ** min(int(_zh(m[2])), 64)),
    ),
    _rule(hint("翻"), MULTIPLE, r"翻了?一?[番倍]", lambda _: _TWO),
    _rule(hint("翻"), MULTIPLE, rf"翻了?({_N})倍", lambda m: _zh(m[1])),
    _rule(hint("翻"), MULTIPLE, rf"{_DOUBLES}(?P<figure>一?[番倍])", lambda _: _TWO),
    _rule(hint("翻"), MULTIPLE, rf"{_DOUBLES}(?P<figure>({_N})倍)", lambda m: _zh(m[2])),
    _rule(hint("第"), ORDINAL, rf"第\s?({_N}[万亿]{{0,2}})(?![0-9])", lambda m: _zh(m[1])),
    _rule(
        hint("首榜"),
        ORDINAL,
        r"首[个家次款位批部台届代例项支条只颗枚度轮种]|榜首|居首(?!位)",
        lambda _: Fraction(1),
    ),
)

_MULTIPLES = {"halv": _HALF, "doubl": _TWO, "tripl": Fraction(3), "quadrupl": Fraction(4),
              "quintupl": Fraction(5)}  # fmt: skip
_NTH = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_PARTS = {"quarter": 4} | {name: value for value, name in enumerate(_NTH, 1) if value > 2}
# What third, fourth, … twelfth end with.
_ORDINAL_ENDS = "third|urth|fth|xth|nth|hth"
_W = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred)"
_PART = "(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
# A fraction, and not the third of a series ("a third party", "a quarter"), where these follow.
_OF = (
    r"(?=\s+(?:of|more|less|fewer|lower|higher|larger|cheaper|faster|year|from|to|in|since"
    r"|are|is|were|was|compared|versus|and|or)(?![a-z])|\s*(?:[-,.;:!?)，。；：！？）、]|$))"
)


def _en(word: str) -> Fraction:
    if word == "hundred":
        return Fraction(100)
    return Fraction(english.WORDS[word]) if word in english.WORDS else exact(word)


_ENGLISH = (
    # two thirds, three quarters; "the last three quarters" are spans of time
    _rule(
        hint("a", words="thirds|quarters|ths"), RATIO,
        r"(?<![a-z])(?<!last )(?<!past )(?<!next )(?<!first )(?<!for )(?<!previous )"
        rf"(?<!consecutive )({_W}|[0-9]{{1,3}})[\s-]({_PART})s(?![a-z])",
        lambda m: _en(m[1]) / _PARTS[m[2]],
    ),
    _rule(
        hint("a", words=f"quarter|{_ORDINAL_ENDS}"), RATIO,
        rf"(?<![a-z])(?:a|one)[\s-]({_PART})(?![a-z]){_OF}",
        lambda m: Fraction(1, _PARTS[m[1]]),
    ),
    _rule(
        hint("a", words="half"), RATIO,
        r"(?<![a-z])(?<!first )(?<!second )(?<!latter )(?<!other )(?<!and )(?<!and a )"
        r"(?:(?:one|a)[\s-])?half(?![a-z])"
        r"(?![\s-]+(?:years?|hours?|days?|months?|minutes?|an?|dozen|time|way)(?![a-z]))",
        lambda _: _HALF,
    ),
    # one in five, 3 in 10, nine out of ten; "5 in 10 years" are two figures
    _rule(
        hint("a", words="in|out"), RATIO,
        rf"(?<![a-z])({_W}|(?<![0-9.,$])[0-9]{{1,3}})[\s-]+(?:in|out[\s-]+of)[\s-]+(?:every\s+)?({_W}|[0-9]{{1,4}})"
        r"(?![a-z0-9%]|[.,][0-9]|[\s-](?:second|minute|hour|day|week|month|year|quarter|[mbtr]+illion)s?(?![a-z]))",
        lambda m: _en(m[1]) / (_en(m[2]) or 1),
    ),
    _rule(
        hint("a", words="halv|doubl|tripl|rupl|tupl"), MULTIPLE,
        r"(?<![a-z])(halv|doubl|tripl|quadrupl|quintupl)(?:ed|ing|es|e)(?![a-z-])",
        lambda m: _MULTIPLES[m[1]],
    ),
    _rule(
        hint("a", words="fold"), MULTIPLE,
        rf"(?<![a-z0-9.])({_W}|{ARABIC})[- ]?fold(?![a-z])",
        lambda m: _en(m[1]),
    ),
    # twice as many is a multiple, twice a day a count
    _rule(
        hint("a", words="twice"),
        MULTIPLE,
        r"(?<![a-z])twice(?=\s+(?:as|the|that|its|their)(?![a-z]))",
        lambda _: _TWO,
    ),
    _rule(hint("a", words="twice"), COUNT, r"(?<![a-z])twice(?![a-z])", lambda _: _TWO),
    _rule(
        hint("a", words="once"), COUNT,
        r"(?<![a-z])once(?=\s+(?:an?|per|each|every)\s)",
        lambda _: Fraction(1),
    ),
    # 2nd, No. 1, #1, number one, third-generation; a second is a time, "a second look" is not
    _rule(
        hint("a", "0", words="st|nd|rd|th"),
        ORDINAL,
        r"(?<![0-9a-z.,])([0-9]{1,9})(?:st|nd|rd|th)(?![a-z])",
        lambda m: _en(m[1]),
    ),
    _rule(
        hint("0", words="no.|#"), ORDINAL,
        r"(?:(?<![a-z])no\.\s?|#)([0-9]{1,9})",
        lambda m: _en(m[1]),
    ),
    _rule(
        hint("a", words="number"), ORDINAL,
        rf"(?<![a-z])number\s+({_W})(?![a-z])",
        lambda m: _en(m[1]),
    ),
    _rule(
        hint("a", words=f"first|second|{_ORDINAL_ENDS}"), ORDINAL,
        r"(?<![a-z/])(?<!per )(?<!at )(?<!each )(?<!every )(?:(?<!a )|(?=[a-z]+(?:-|\s+[a-z])))"
        rf"({'|'.join(_NTH)})(?![a-z])(?!\s+(?:of\s+all|part(?:y|ies))(?![a-z])|-(?:party|hand|class))",
        lambda m: Fraction(_NTH.index(m[1]) + 1),
    ),
)  # fmt: skip
# Accounts write a fall as (24.8)%.
_ACCOUNTS = re.compile(rf"\(({ARABIC})\)\s?%")
_ACCOUNTS_HINT = hint("0", "(", "%")


# The order matters: what an earlier rule takes, the later ones do not see.
_RULES = Hinted((*_CHINESE, *_ENGLISH))


def find_expressions(text: str, held: int) -> Iterator[Numeral]:
    """The expressions of `text`, which is folded, in small letters, and masked.

    Args:
        text: The text.
        held: What it holds (`hints`).
    """
    if _ROW_HINT.is_in(text, held):
        yield from _rows(text)
    for rule in _RULES.worth_trying(text, held):
        yield from _by_rule(rule, text)
    if _ACCOUNTS_HINT.is_in(text, held):
        for match in _ACCOUNTS.finditer(text):
            value = exact(match[1]) / 100
            yield Numeral(*match.span(), value, value, dimension=RATIO, sign=-1)


def _by_rule(rule: _Rule, text: str) -> Iterator[Numeral]:
    for match in rule.pattern.finditer(text):
        value = rule.value(match)
        span = match.span("figure" if "figure" in rule.pattern.groupindex else 0)
        yield Numeral(*span, value, value, dimension=rule.dimension)


def _rows(text: str) -> Iterator[Numeral]:
    for row in _ROW.finditer(text):
        share = 1 / _zh(row["parts"]) if row["parts"] else Fraction(1)
        dimension = RATIO if row["parts"] else ORDINAL
        for number in _ONE_OF_ROW.finditer(text, row.start("first"), row.end()):
            value = _zh(number[0]) * share
            first = number.start() == row.start("first")
            start = row.start() if first else number.start()
            yield Numeral(start, number.end(), value, value, dimension=dimension)
