"""Numerals of Chinese text: 三千五百万, 3000万, 1亿2000万, 十几, 数百万, 300多.

cn2an reads most of these, but refuses a bare magnitude (百万, 千亿) and 多 inside a numeral, and
answers with floats, where a figure has to be exact.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from exporter.evidence.reading.hints import hint
from exporter.evidence.reading.numerals import (
    ARABIC,
    NO_QUALIFIERS,
    ONE,
    OVER_OR_SO,
    Numeral,
    a_few,
    exact,
)  # fmt: skip
from exporter.facts.words import Qualifier

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
# The powers that nearly all mixed numerals have: 3550万, 1.2万亿.
_SIZES = {
    power: Fraction(size)
    for power, size in {
        "十": 10, "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6,
        "千万": 10**7, "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
    }.items()
}  # fmt: skip
_SAYS = {"多": OVER_OR_SO, "余": OVER_OR_SO, "+": OVER_OR_SO, "来": frozenset({Qualifier.ABOUT})}

_DIGIT = "[零〇一二三四五六七八九两]"
# 千克, 千米, 千瓦 are units, and in 百分点, 百分之, 万分之 the power is no part of the number.
_POWER = r"(?:[十百万亿](?!分[点之])|千(?![克米瓦伏]|分之))"
# 多 and 余 before words that begin with them say nothing about the number.
_MORE = (
    r"(?:多(?!元化|样|模态|媒体|维|端)|余(?![额下款地])|来(?=[个名家款种天年万亿])|\+(?!\s?[0-9n]))"
)
# 一个半小时, 一个多月: the half and the more stand between classifier and unit.
_INSIDE = r"个(?P<inside>[半多])(?=小时|月|星期|钟头)"
_AFTER_POWER = "|".join(
    rf"(?<=[0-9零〇一二三四五六七八九两十]{power})[0-9]{{{places}}}"
    for power, places in {"百": 2, "千": 3, "万": 4, "亿": 8}.items()
)
# 十二; 一百零五; 两百五, said for 250, unless the digit counts what follows (三千万五年期).
_LAST = (
    r"(?:(?<=十)[一二三四五六七八九]|(?<=[百千万亿])零[一二三四五六七八九]"
    rf"|(?<={_DIGIT}[百千万亿])[二三四五六七八九](?![年个条款家名天月次分大种成张台])"
    # 3万5000, 1万零50; fewer digits without 零 are no number that all would read alike
    rf"|(?:(?<=[百千万亿])零[0-9]{{1,7}}|{_AFTER_POWER})(?![0-9.,%]|{_POWER}))"
)
_DEFINITE = re.compile(
    rf"(?=[0-9零〇一二三四五六七八九两十百千万亿])(?:(?<![0-9.])(?P<arabic>{ARABIC})"
    rf"(?:[ ]?(?={_POWER}|{_MORE}{_POWER}))?"
    rf"|(?P<digits>{_DIGIT}{{1,30}})|(?={_POWER}))"
    rf"(?P<powers>{_POWER}{{0,6}})(?P<inner>{_MORE}(?={_POWER}))?"
    rf"(?P<rest>{_POWER}{{0,6}}"
    rf"(?:(?<=[十百千万亿])零?(?:{ARABIC}|{_DIGIT}){_POWER}{{1,6}}){{0,16}}{_LAST}?)"
    rf"(?:点(?P<decimals>{_DIGIT}{{1,30}})(?P<last>[百千]?[万亿]{{0,2}}))?"
    rf"(?:(?P<after>{_MORE})|{_INSIDE})?"
    # Digits glued to a magnitude: no part of the whole is read (3万5).
    r"(?P<glued>(?<=[百千万亿])[0-9][0-9.,]*)?"
    # 70B, 1.5m: a letter that no magnitude was read from
    r"(?P<letter>(?<=[0-9])[a-wyz](?![a-z0-9]))?"
)
_INDEFINITE = re.compile(
    r"(?P<teens>[二三四五六七八九]?十几)(?P<teens_of>[百千万亿]{0,3})"
    r"|(?P<few>好?几(?![乎何率])|(?<![人次指函系参总量])数(?![字据量值学码智控位目词组]))"
    rf"(?P<few_of>{_POWER}{{0,4}})"
    r"|(?<!个)半(?=个?(?:小时|月|星期|钟头)|[年天](?!报))"
)
# 十七八家, 一百七八十家, 一千七八百万: the last place is a range.
_PAIR = "|".join(a + b for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True))
_BASED_PAIR = re.compile(
    rf"(?P<base>(?=[一二三四五六七八九十])[一二三四五六七八九百千万]{{0,6}}(?:十(?=..(?![十百千]))|[百千万](?=..[十百千])))"
    rf"(?P<pair>{_PAIR})(?P<place>[十百千]?)(?P<powers>[万亿]{{0,2}})"
)
INDEFINITE_HINT = hint("几数半十百千万")
DEFINITE_HINT = hint("0零〇一二三四五六七八九两十百千万亿")
_TRAILING = re.compile("[十百千万亿]*$")
# 二八定律, 三七开, 九一八: digits side by side that are no range are no number of things either.
_SPELT = re.compile(rf"{_DIGIT}{{2,}}")
_ADJACENT = {"一两", "两三", "三五"} | {
    a + b for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True)
}
# National Day and its like are no numbers until something is counted.
_NEEDS_CLASSIFIER = {"十一", "一二三"}


def find_indefinite(text: str) -> Iterator[Numeral]:
    """几小时, 数十亿, 十几, 半年: numbers that are a range, and halves before a unit."""
    for match in _BASED_PAIR.finditer(text):
        base, size = _value(match["base"]), _magnitude(match["powers"])
        low, high = (base + _DIGITS[digit] * _magnitude(match["place"]) for digit in match["pair"])
        yield Numeral(*match.span(), low * size, high * size, size)
    for match in _INDEFINITE.finditer(text):
        if match["teens"]:
            tens = 10 * _DIGITS.get(match["teens"][0], 1)
            yield _ranging(match, tens + 1, tens + 9, match["teens_of"])
        elif match["few"]:
            yield a_few(*match.span(), _magnitude(match["few_of"]), weak=not match["few_of"])
        else:
            yield Numeral(*match.span(), Fraction(1, 2), Fraction(1, 2), weak=True)


def find_definite(text: str) -> Iterator[Numeral]:
    """3000万, 三千五百万, 300多, 1,000.5, 百万, 一: Arabic and Chinese numerals, and mixed ones."""
    for match in _DEFINITE.finditer(text):
        if match.end() > match.start() and not _is_refused(match):
            yield _definite(match)


def _is_refused(match: re.Match[str]) -> bool:
    if match["glued"] or match["letter"]:
        return True
    digits = match["digits"]
    return bool(digits and _SPELT.fullmatch(digits)) and digits not in _ADJACENT


def value_of(numeral: str) -> Fraction:
    """The value of one whole numeral, Arabic or Chinese, such as 八点五 or 3000万."""
    return next(_definite(match).low for match in _DEFINITE.finditer(numeral) if match[0])


def _definite(match: re.Match[str]) -> Numeral:
    if match[0] == match["arabic"]:
        value = exact(match[0])
        return Numeral(*match.span(), value, value)
    if match["arabic"] and match["powers"] in _SIZES and match.end() == match.end("powers"):
        size = _SIZES[match["powers"]]
        value = exact(match["arabic"]) * size
        return Numeral(*match.span(), value, value, size)
    said = match["inner"] or match["after"] or match["inside"] or ""
    core = f"{match['arabic'] or match['digits'] or ''}{match['powers']}{match['rest']}"
    if core[:2] in _ADJACENT and core[2:3] in _POWERS.keys() | {""}:
        # 三四个, 七八百万: two digits side by side are a range.
        return _ranging(match, _DIGITS[core[0]], _DIGITS[core[1]], core[2:], _SAYS.get(said))
    value, size = _value(core), _magnitude(core)
    if match["decimals"]:
        digits = "".join(str(_DIGITS[char]) for char in match["decimals"])
        size = _magnitude(match["last"])
        value = (value + Fraction(int(digits), 10 ** len(digits))) * size
    if said == "半":
        value += Fraction(1, 2)
    weak = not match["arabic"] and (len(core) == 1 or core in _NEEDS_CLASSIFIER)
    end = match.start() + len(match[0].rstrip())
    said_by = _SAYS.get(said, NO_QUALIFIERS)
    return Numeral(match.start(), end, value, value, size, said_by, weak=weak)


def _ranging(
    match: re.Match[str],
    low: Fraction | int,
    high: Fraction | int,
    powers: str,
    said: frozenset[Qualifier] | None = None,
) -> Numeral:
    size = _magnitude(powers)
    return Numeral(
        *match.span(), low * size, high * size, size, said or NO_QUALIFIERS, weak=not powers
    )


def _magnitude(core: str) -> Fraction:
    """The powers that a numeral ends with, as one: 百万 of 三百万."""
    size = 1
    for power in (_TRAILING.search(core) or [""])[0]:
        size *= _POWERS[power]
    return Fraction(size)


def _value(core: str) -> Fraction:
    """What stands before a power is multiplied by it, whatever powers it has itself (10万|亿)."""
    core = core.removeprefix("零") if core[1:].isascii() else core
    if core.isascii() and core:
        return exact(core)
    for char, power in _POWERS.items():
        before, found, after = core.rpartition(char)
        if found:
            rest = Fraction(_DIGITS[after] * power, 10) if after in _DIGITS else _value(after)
            if power == 10 or after in {"", "零"}:
                rest = _value(after)
            return (_value(before) if before else ONE) * power + rest
    return Fraction(int("".join(str(_DIGITS[char]) for char in core) or "0"))
