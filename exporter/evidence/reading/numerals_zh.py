"""Numerals of Chinese text: 三千五百万, 3000万, 1亿2000万, 十几, 数百万, 300多, 百分之五, 翻两番.

cn2an reads most of these, but refuses a bare magnitude (百万, 千亿) and 多 inside a numeral, and
answers with floats, where a figure has to be exact.
"""

import re
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.numerals import (
    LONGEST,
    NO_QUALIFIERS,
    ONE,
    OVER_OR_SO,
    Numeral,
    a_few,
    refusal,
    value_of_digits,
)
from exporter.evidence.reading.values_zh import is_orderly, magnitude, value_of
from exporter.evidence.reading.vocabulary.numbers import DIGITS_ZH, PARTS_ZH, POWERS_ZH
from exporter.facts.words import Qualifier

_SAYS = {"多": OVER_OR_SO, "余": OVER_OR_SO, "+": OVER_OR_SO, "来": frozenset({Qualifier.ABOUT})}
_ARABIC = r"(?>[0-9]+(?:[.,][0-9]+)*)"
_DIGIT = "[零〇一二三四五六七八九两]"
# 千克, 千米, 千瓦 are units, and in 百分点, 百分之, 万分之 the power is no part of the number.
_POWER = (
    r"(?:[十廿卅卌]|[百万亿](?!分[点之])|兆(?![瓦赫焦比字伏位欧帕吨])|千(?![克米瓦伏卡升]|分之))"
)
# 多 and 余 before words that begin with them say nothing about the number.
_MORE = (
    r"(?:多(?!元[化的素格属论主载体一](?!总额)|样|模态|媒体|维|端|少)|余(?![额地])"
    r"|来(?=[个名位人家款种件台辆部张间座次场天年月万亿岁元块])|\+(?!\s?[0-9n]))"
)
# 一个半小时, 一个多月: the half and the more stand between classifier and unit.
_INSIDE = r"个(?P<inside>[半多])(?=小时|月|星期|钟头|世纪|百分)"
# 6个亿, 三个多亿: a classifier before a magnitude says nothing.
_GE = r"(?:(?P<before>[多余])?个(?P<ge>[多余])?(?=[万亿]))?"
_AFTER_POWER = "|".join(
    rf"(?<=[0-9零〇一二三四五六七八九两十]{power})[0-9]{{{places}}}"
    for power, places in {"百": 2, "千": 3, "万": 4, "亿": 8}.items()
)
# 十二; 一百零五; 一千零一十六; 两百五, said for 250, unless the digit counts what follows.
_LAST = (
    r"(?:(?<=[十廿卅卌])[一二三四五六七八九]|(?<=[百千万亿兆])[零〇][一二三四五六七八九]"
    rf"|(?<={_DIGIT}[百千万亿])[二三四五六七八九](?![年个条款家名天月次分大种成张台人位件项倍万亿]"
    rf"|点(?![零一二三四五六七八九]))"
    # 3万5000, 1万零50; fewer digits without 零 are no number that all would read alike
    rf"|(?:(?<=[百千万亿])[零〇][0-9]{{1,7}}|{_AFTER_POWER})(?![0-9.,%]|{_POWER}))"
)
_DEFINITE = regex(
    rf"(?:(?P<arabic>{_ARABIC})(?:[ ]?(?={_POWER}|{_MORE}{_POWER}))?"
    rf"|(?P<digits>{_DIGIT}{{1,{LONGEST}}})|(?={_POWER}))"
    rf"{_GE}(?P<powers>{_POWER}{{0,6}})(?P<inner>{_MORE}(?={_POWER}))?"
    rf"(?P<rest>{_POWER}{{0,6}}"
    rf"(?:(?<=[十百千万亿兆廿卅卌])[零〇]?(?:{_ARABIC}|{_DIGIT}"
    rf"|(?<=[零〇])(?=十)){_POWER}{{1,6}}){{0,16}}{_LAST}?)"
    r"(?:(?P<earlier>[多余])?个(?P<late>[多余])?(?P<classed>[百千]?[万亿]{1,2}))?"  # 十二个亿
    rf"(?:点(?P<decimals>[零〇一二三四五六七八九]{{1,30}})(?P<last>[百千]?[万亿]{{0,2}}))?"
    rf"(?:(?P<after>{_MORE})|{_INSIDE})?"
    # Digits glued to a magnitude: no part of the whole is read (3万5).
    r"(?P<glued>(?<=[百千万亿])[0-9][0-9.,]*)?"
)
_INDEFINITE = regex(
    r"(?P<teens>[二三四五六七八九]?十几)个?(?P<teens_of>[百千万亿]{0,3})"
    rf"|(?P<hundreds>[一二两三四五六七八九百千]{{1,6}}[零〇]几)(?P<hundreds_of>[万亿]{{0,2}})"
    r"|(?P<few>好?几(?![乎何率])|数(?![字据量值学码智控位目词组额]))"
    rf"(?:个(?=[万亿]))?(?P<few_of>{_POWER}{{0,4}})"
    r"|(?P<half>半)(?=个?(?:小时|月|星期|钟头|百分点|世纪)|[年天](?!报|度报))"
)
_FEW_AFTER = regex(r"[人次指函系参总量户家件台天杯宗]$")
# 十七八家, 一百七八十家, 一千七八百万: the last place is a range.
_PAIR = "|".join(a + b for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True))
_BASED_PAIR = regex(
    rf"(?P<base>(?=[一二三四五六七八九十])[一二三四五六七八九百千万]{{0,6}}(?:十(?=..(?![十百千]))"
    rf"|[百千万](?=..[十百千])))"
    rf"(?P<pair>{_PAIR})(?P<place>[十百千]?)(?P<powers>[万亿]{{0,2}})"
)
# 二八定律, 三七开, 九一八: digits side by side that are no range are no number of things either.
_SPELT = regex(rf"{_DIGIT}{{2,}}")
ADJACENT = {"一两", "两三", "三五"} | {
    a + b for a, b in zip("一二三四五六七八", "二三四五六七八九", strict=True)
}
_LED_BY_ZERO = regex("0[0-9]")
# National Day and its like are no numbers until something is counted.
_NEEDS_CLASSIFIER = {"十一", "一二三"}
RUNS_ON = regex(
    r" +(?:[0-9]+[ ]?)?(?:[零〇一二三四五六七八九两十百千万亿几余多点](?![个元家名年月日])"
    r"|个(?=百分点)|折)[零〇一二三四五六七八九两十百千万亿几余多点又分之 0-9]*(?![年月日])"
)

NUMBER = (
    rf"(?:{_ARABIC}"
    rf"|[零〇一二三四五六七八九十百千万两廿卅卌]{{1,12}}(?:点[零〇一二三四五六七八九]{{1,9}})?)"
)
PARTS = "|".join(sorted(PARTS_ZH, key=len, reverse=True))


def read_chinese(text: str, at: int) -> Numeral | None:
    """The Chinese numeral of `text` that begins at offset `at`, mixed with Arabic digits or not.

    Args:
        text: Folded, in small letters.
        at: Where a character of a numeral, 几, 数 or 半 stands.
    """
    may_be_vague = text[at] in "几数好半" or "几" in text[at : at + 8]
    if may_be_vague and (found := _indefinite(text, at)):
        return found
    if (found := _based_pair(text, at)) is not None:
        return found
    match = _DEFINITE.match(text, at)
    if not match or match.end() == at:
        return None
    if match["arabic"] and match.end() == match.end("arabic"):
        value = value_of_digits(match["arabic"])
        following = text[match.end() : match.end() + 1]
        return (
            Numeral(*match.span(), value, value)
            if value is not None and following in {"又", "打"}
            else None
        )
    if not _is_one_number(match):
        return refusal(at, match.end())
    if (spaced := RUNS_ON.match(text, match.end())) and not (
        text[at].isascii() and match.end() == match.end("arabic")
    ):
        return refusal(at, spaced.end())
    return _definite(match)


_AND_PARTS = regex(rf"又(?P<whole>{NUMBER})?(?P<parts>{PARTS})(?P<part>{NUMBER})")


def with_fraction(text: str, numeral: Numeral) -> Numeral:
    """三百五十又三分之一: a numeral with the fraction behind it."""
    match = _AND_PARTS.match(text, numeral.end)
    if match is None or not numeral.is_definite or numeral.refused:
        return _in_dozens(text, numeral)
    whole, part = number(match["whole"]) if match["whole"] else ONE, number(match["part"])
    if not whole or part is None:
        return refusal(numeral.start, match.end())
    value = numeral.low + part / (whole * PARTS_ZH[match["parts"]])
    return numeral._replace(low=value, high=value, end=match.end(), weak=False)


def _in_dozens(text: str, numeral: Numeral) -> Numeral:
    if not text.startswith("打", numeral.end) or text[numeral.end + 1 : numeral.end + 2] in set(
        "折开造破印工压击出算对了水着底包动赢车通理磨断响进入到赏完败电住"
    ):
        return numeral
    return numeral._replace(
        low=numeral.low * 12, high=numeral.high * 12, end=numeral.end + 1, weak=False
    )


def _indefinite(text: str, at: int) -> Numeral | None:
    match = _INDEFINITE.match(text, at)
    if not match:
        return None
    if match["teens"]:
        tens = 10 * DIGITS_ZH.get(match["teens"][0], 1)
        found = _ranging(match, tens + 1, tens + 9, match["teens_of"])
        return found._replace(beyond=tens * found.magnitude)
    if match["hundreds"]:
        return refusal(at, match.end())
    if match["few"]:
        if match["few"] == "数" and _FEW_AFTER.search(text[max(0, at - 1) : at]):
            return None
        return a_few(*match.span(), magnitude(match["few_of"]), weak=not match["few_of"])
    return Numeral(*match.span(), Fraction(1, 2), Fraction(1, 2), weak=True)


def _based_pair(text: str, at: int) -> Numeral | None:
    match = _BASED_PAIR.match(text, at)
    if not match:
        return None
    base, size = value_of(match["base"]), magnitude(match["powers"])
    low, high = (base + DIGITS_ZH[digit] * magnitude(match["place"]) for digit in match["pair"])
    return Numeral(*match.span(), low * size, high * size, size)


def _is_one_number(match: re.Match[str]) -> bool:
    arabic = match["arabic"] or "1"
    is_malformed = value_of_digits(arabic) is None or _LED_BY_ZERO.match(arabic)
    return not (match["glued"] or is_malformed or _is_spelt(match)) and is_orderly(_core(match))


def _is_spelt(match: re.Match[str]) -> bool:
    digits = match["digits"]
    return bool(digits and _SPELT.fullmatch(digits)) and digits not in ADJACENT


def _core(match: re.Match[str]) -> str:
    parts = match.group("arabic", "digits", "powers", "rest", "classed")
    return "".join(part for part in parts if part)


def _definite(match: re.Match[str]) -> Numeral:
    said = (
        match["ge"]
        or match["before"]
        or match["late"]
        or match["earlier"]
        or match["inner"]
        or match["after"]
        or match["inside"]
        or ""
    )
    core = _core(match)
    if core[:2] in ADJACENT and (core[2:3] in POWERS_ZH or len(core) == 2):
        # 三四个, 七八百万: two digits side by side are a range.
        return _ranging(match, DIGITS_ZH[core[0]], DIGITS_ZH[core[1]], core[2:], _SAYS.get(said))
    value, size = value_of(core), magnitude(core)
    if match["decimals"]:
        digits = "".join(str(DIGITS_ZH[char]) for char in match["decimals"])
        size = magnitude(match["last"])
        value = (value + Fraction(int(digits), 10 ** len(digits))) * size
    if said == "半":
        value += Fraction(1, 2)
    is_short = len(core) == 1 or core in _NEEDS_CLASSIFIER
    weak = is_short and not match["arabic"] and not match["decimals"]
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
    size = magnitude(powers)
    low, high = Fraction(low * size), Fraction(high * size)
    return Numeral(*match.span(), low, high, size, said or NO_QUALIFIERS, weak=not powers)


def number(words: str) -> Fraction | None:
    """The value of one whole numeral, Arabic or Chinese, such as 八点五 or 3000万."""
    if words.isascii():
        return value_of_digits(words)
    match = _DEFINITE.match(words)
    if (
        not match
        or match.end() != len(words)
        or (match["arabic"] and value_of_digits(match["arabic"]) is None)
        or not is_orderly(_core(match))
    ):
        return None
    return _definite(match).low
