"""Units by the names that analysts write, and units of their own.

Beside the units of the registry there are
- money, a currency with or without a magnitude: `CNY`, `US$`, `HKD million`, `亿元`;
- rates, a unit per time span: `times per day`, `CNY million per month`;
- count nouns of the analyst's own: `{en: product lines, zh: 条产品线}`, whose labels may begin with
  a magnitude (`billion tokens`) or end with a time span (`GPU hours`).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import cache

from exporter.facts.units import (
    CALENDAR_TIME,
    COUNT,
    DATE,
    KNOWN_UNITS,
    MAGNITUDE_NAMES,
    NO_UNIT,
    ORDINAL,
    TEXT,
    TIME,
    Unit,
)
from exporter.facts.words import Bilingual

_ALIASES = {
    "percent": "%", "per cent": "%", "pct": "%", "％": "%", "百分比": "%",
    "per mille": "‰", "permille": "‰",
    "percentage points": "pp", "percentage point": "pp", "个百分点": "pp", "百分点": "pp",
    "basis points": "bp", "basis point": "bp", "bps": "bp", "基点": "bp", "个基点": "bp",
    "multiple": "x", "multiples": "x", "fold": "x", "倍": "x",
    "ordinal": "rank", "名次": "rank", "代": "generation",
    "second": "seconds", "秒": "seconds", "minute": "minutes", "min": "minutes",
    "分钟": "minutes",
    "hour": "hours", "小时": "hours", "day": "days", "天": "days", "week": "weeks", "周": "weeks",
    "month": "months", "个月": "months", "year": "years", "年": "years",
    "person": "people", "人": "people", "次": "times", "人次": "visits", "参数": "parameters",
}  # fmt: skip
_CURRENCIES = {  # symbol shown; the ISO 4217 code is the key
    "CNY": ("¥", "CNY", "元"),
    "HKD": ("HK$", "HKD", "港元"),
    "USD": ("US$", "USD", "美元"),
    "EUR": ("€", "EUR", "欧元"),
    "GBP": ("£", "GBP", "英镑"),
    "JPY": ("JP¥", "JPY", "日元"),
}
_CURRENCY_NAMES = {
    "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "元": "CNY", "人民币": "CNY", "¥": "CNY",
    "￥": "CNY",
    "hkd": "HKD", "hk$": "HKD", "港元": "HKD", "港币": "HKD",
    "usd": "USD", "us$": "USD", "$": "USD", "美元": "USD", "dollars": "USD",
    "eur": "EUR", "€": "EUR", "欧元": "EUR", "gbp": "GBP", "£": "GBP", "英镑": "GBP",
    "jpy": "JPY", "jp¥": "JPY", "日元": "JPY",
}  # fmt: skip
_MAGNITUDES = {  # name: (size, English suffix, Chinese suffix)
    "": (1, "", ""),
    "thousand": (10**3, " thousand", "千"),
    "million": (10**6, " mn", "百万"),
    "billion": (10**9, " bn", "十亿"),
    "trillion": (10**12, " tn", "万亿"),
    "万": (10**4, " ×10k", "万"),
    "亿": (10**8, " ×100mn", "亿"),
}
_ZH_DIGITS = {"": 1, "十": 10, "百": 100, "千": 1000}
_ZH_POWERS = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_SPANS = {"second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
          "month": "months", "year": "years", "秒": "seconds", "分钟": "minutes", "小时": "hours",
          "天": "days", "日": "days", "周": "weeks", "月": "months", "年": "years"}  # fmt: skip


_SIZES_IN_WORDS = {"万": "10,000", "亿": "100 million"}

UNIT_NAMES: tuple[str, ...] = (*KNOWN_UNITS, *_ALIASES)


@cache
def find_unit(name: str) -> Unit | None:
    """The unit that `name` means, or None where no unit has that name.

    Args:
        name: As written in a facts file: `%`, `hours`, `CNY million`, `times per day`; "" for none.
    """
    folded = " ".join(name.split())
    lowered = folded.casefold()
    known = KNOWN_UNITS.get(_ALIASES.get(lowered, lowered))
    if not lowered:
        return NO_UNIT
    return known or _money(folded) or _rate(folded)


@cache
def own_unit(en: str, zh: str) -> Unit | None:
    """A count noun of the analyst's own, such as `product lines` / `条产品线`.

    A label that ends with a time span (`GPU hours`, `GPU小时`) takes its dimension and scale; one
    that begins with a magnitude (`billion tokens`, `十亿词元`) is scaled by it.

    Returns:
        The unit, or None where the labels say different things: `million users` / `亿用户`.
    """
    if not en.strip() or not zh.strip():
        return None
    if (known := find_unit(en)) is not None:
        other = find_unit(zh) or known
        same = (other.dimension, other.scale) == (known.dimension, known.scale)
        return replace(known, en=en, zh=zh) if same else None
    sizes = {_size_en(en), _size_zh(zh)}
    spans = {_span(en.rpartition(" ")[2].casefold()), _span_zh(zh)}
    if len(sizes) > 1 or len(spans) > 1:
        return None
    size, span = sizes.pop(), spans.pop()
    if span is not None:
        return Unit(en, en, zh, span.dimension, span.scale * size)
    return Unit(en, en, zh, COUNT, Fraction(size), noun=True)


def _size_en(label: str) -> int:
    first, _, rest = label.partition(" ")
    name = MAGNITUDE_NAMES.get(first.casefold(), "") if rest else ""
    return _MAGNITUDES[name][0]


def _size_zh(label: str) -> int:
    """The magnitude that a Chinese label begins with: 亿用户, 百万美元."""
    match = re.match(r"(十|百|千|)(万亿|亿|万)(?=.)", label)
    return _ZH_DIGITS[match[1]] * _ZH_POWERS[match[2]] if match else 1


def _span(word: str) -> Unit | None:
    unit = KNOWN_UNITS.get(_ALIASES.get(word, word))
    return unit if unit is not None and unit.dimension in {TIME, CALENDAR_TIME} else None


def _span_zh(label: str) -> Unit | None:
    """The time span that a Chinese label ends with; a single 天 or 年 may end a word."""
    return _span(label) or next(
        (_span(word) for word in ("小时", "分钟") if label.endswith(word)), None
    )


def _money(name: str) -> Unit | None:
    """`CNY million`, `US$ bn`, `亿元`: a currency and a magnitude, in either order."""
    code, size = _currency_and_magnitude(name)
    if code is None or size is None:
        return None
    symbol, en, zh = _CURRENCIES[code]
    number, suffix_en, suffix_zh = _MAGNITUDES[size]
    key = f"{code} {size}".strip()
    return Unit(
        key, f"{en} {_SIZES_IN_WORDS.get(size, size)}".strip(), f"{suffix_zh}{zh}",
        f"money:{code}", Fraction(number),
        before=Bilingual(symbol, symbol),
        after=Bilingual(suffix_en, suffix_zh and f" {suffix_zh}"),
    )  # fmt: skip


def _currency_and_magnitude(name: str) -> tuple[str | None, str | None]:
    lowered = name.casefold()
    for spelling in sorted(_CURRENCY_NAMES, key=len, reverse=True):
        for rest in _without(lowered, spelling):
            if rest in MAGNITUDE_NAMES:
                return _CURRENCY_NAMES[spelling], MAGNITUDE_NAMES[rest]
    return None, None


def _without(text: str, part: str) -> Iterable[str]:
    """What is left of `text` when `part` is taken off its start, or off its end."""
    if text.startswith(part):
        yield text.removeprefix(part).strip()
    if text.endswith(part):
        yield text.removesuffix(part).strip()


def _rate(name: str) -> Unit | None:
    """`times per day`, `CNY million per month`, `orders/day`."""
    match = re.fullmatch(r"(.+?)\s*(?:/|\bper\b|\ba\b|每)\s*(\S+)", name)
    if not match or not (span := _SPANS.get(match[2].casefold())):
        return None
    of, per = find_unit(match[1]), KNOWN_UNITS[span]
    if of is None or of.dimension in {DATE, TEXT, ORDINAL}:
        return None
    return Unit(
        f"{of.key} per {match[2].casefold()}",
        f"{of.en} per {span.removesuffix('s')}",
        f"{of.zh}/{per.zh.removeprefix('个')}",
        f"{of.dimension}/{per.dimension}",
        of.scale / per.scale,
        before=of.before, after=of.after, stored=of.stored, noun=of.noun,
    )  # fmt: skip
