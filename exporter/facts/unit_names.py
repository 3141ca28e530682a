"""Units by the names that analysts write, and units of their own.

Beside the units of the registry there are
- money, a currency or its minor unit with or without a magnitude: `CNY`, `US$`, `亿元`, `pence`;
- any unit with a magnitude: `million tonnes`, `亿千瓦`, `million users`;
- anything per something: `times per day`, `USD per share`, `元/吨`, `CNY per 10 shares`;
- units of the analyst's own, which say the same in both languages: `{en: product lines,
  zh: 条产品线}`, `{en: vehicles per hour, zh: 辆/小时}`, `{en: billion tokens, zh: 十亿词元}`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain

from exporter.facts.currencies import (
    BARE_CENTS,
    CENT,
    CURRENCIES,
    CURRENCY_NAMES,
    DOLLAR,
    MINORS,
    SIGNS_OF,
    UNSETTLED,
    Currency,
    minor_label,
)
from exporter.facts.folding import fold
from exporter.facts.magnitudes import MAGNITUDE_NAMES, MAGNITUDES, SPELT
from exporter.facts.measures import find_measure
from exporter.facts.units import (
    CALENDAR_TIME,
    COUNT,
    DATE,
    KNOWN_UNITS,
    NO_UNIT,
    NOTHING,
    ORDINAL,
    PER_NOUNS,
    TEXT,
    TIME,
    Forms,
    Per,
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


_SPANS = {"second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
          "month": "months", "year": "years", "s": "seconds", "h": "hours", "annum": "years",
          "hr": "hours", "d": "days", "yr": "years",
          "秒": "seconds", "分钟": "minutes", "小时": "hours", "天": "days", "日": "days",
          "周": "weeks", "月": "months", "个月": "months", "年": "years"}  # fmt: skip
_MASSES = {"pound": "lb"}  # per pound, where so many pounds are money
_RATE = re.compile(r"(.+?)\s*(?:/|\bper\b|\ba\b|每)\s*(.+)")
_RATE_ZH = re.compile(r"每([^\s/]{1,4}?)((?:[百千十]?[万亿])?[\u4e00-\u9fff]{1,8})")
# 万科, 万达 and 亿航 are names, as 千问 is, so that 千 counts before a lone classifier alone.
_SIZE_ZH = re.compile(
    r"(十|百|千|)(万亿|亿(?![航纬嘉])|万(?![科达豪事华向国洲象]))(?=.)"
    r"|(千)(?=[人件台套户家个份张名次艘架辆棵头箱盒瓶包册宗单双只]$)"
)
_USD_M = re.compile("[A-Z]{3}[mkb]")
_PER_SIZES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8,
}  # fmt: skip
_COUNTED_PER = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}|)\s*"
    r"((?:hundred|thousand|million|billion)(?=\s)|[十百千]?[万亿]|[十百千]|)\s*([^\s0-9].*)",
    re.IGNORECASE,
)

UNIT_NAMES: tuple[str, ...] = (*KNOWN_UNITS, *_ALIASES)
WORD_SEPARATOR = "|"  # between other words for a unit, where they are one text


@cache
def find_unit(name: str) -> Unit | None:
    """The unit that `name` means, or None where no unit has that name.

    Args:
        name: As written in a facts file: `%`, `hours`, `CNY million`, `times per day`; "" for none.
    """
    folded = " ".join(fold(name).split())
    if not folded:
        return NO_UNIT
    return _plain(folded) or _rate(folded)


def _plain(name: str) -> Unit | None:
    """A unit that is per nothing: known, a measure, money, or one of these with a magnitude."""
    lowered = name.casefold()
    known = KNOWN_UNITS.get(name) or KNOWN_UNITS.get(_ALIASES.get(lowered, lowered))
    if known is None and (measure := find_measure(name)):
        known = KNOWN_UNITS[measure.key]
    return known or _cents(lowered) or _money(name) or _minor(lowered) or _magnified(name)


@cache
def own_unit(en: str, zh: str, also: str = "") -> Unit | None:
    """A unit of the analyst's own, such as `product lines` / `条产品线`.

    A label that ends with a time span (`GPU hours`, `GPU小时`) takes its dimension and scale; one
    that begins with a magnitude (`billion tokens`, `十亿词元`) is scaled by it; one that says per
    what (`vehicles per hour`, `辆/小时`) is a rate.

    Args:
        en: The English label.
        zh: The Chinese label.
        also: Other words by which sources name it, in either language: `lines|产品线`.

    Returns:
        The unit, or None where the labels say different things: `million users` / `亿用户`.
    """
    unit = _of_labels(en, zh)
    if unit is None or not also:
        return unit
    said = [" ".join(fold(word).split()).casefold() for word in also.split(WORD_SEPARATOR)]
    words_en = [word for word in said if word.isascii()]
    words_zh = [word for word in said if not word.isascii()]
    return replace(unit, words=_joined(unit.words, (words_en, words_zh)))


def takes_other_words(en: str, zh: str) -> bool:
    """Whether a unit may have `also`: it counts things, and under no name that is known already."""
    unit = own_unit(en, zh)
    return bool(unit and unit.words[0] and not find_unit(en) and not find_unit(zh))


def _of_labels(en: str, zh: str) -> Unit | None:
    said_en, said_zh = " ".join(fold(en).split()), " ".join(fold(zh).split())
    if not said_en or not said_zh:
        return None
    said_en = _per_animal(said_en, said_zh)
    known, other = find_unit(said_en), find_unit(said_zh)
    if known is not None and other is not None:
        known, other = _as_certain(known, other), _as_certain(other, known)
        if _mean_the_same(known, other) and _may_be_one(known, other):
            if bare_sign(known):
                return known
            words = _both(known.words, other.words, said_en, said_zh)
            return replace(_labelled(known, en, zh), words=words)
        if {known.dimension, other.dimension} != {COUNT} or not _may_be_one(known, other):
            return None
    elif known is not None and not known.noun and known.per is None:
        of_time = (said_en,), (said_zh,)  # days | 个工作日: a quote may count them so
        known = replace(known, words=of_time) if known.dimension in {TIME, CALENDAR_TIME} else known
        return _labelled(known, en, zh) if _fits(known, said_zh) else None
    own = _own(said_en, said_zh, en, zh)
    return own and _labelled(own, en, zh)


def _per_animal(en: str, zh: str) -> str:
    """An English label as its Chinese one means it: per head is per person, but beside 元/头."""
    base, per = _split(en)
    is_of_animals = per.casefold() == "head" and _split(zh)[1] == "头"
    return f"{base} per head of cattle" if is_of_animals else en


@lru_cache(maxsize=4096)
def unit_of(name: str, en: str, zh: str, also: str | None = None) -> Unit:
    """The unit that a row of FACTS names, by its columns `unit`, `unit.en`, `unit.zh`, `unit.also`.

    How a unit is shown does not hang on the last one, which may then be left out.
    """
    if not name:
        return NO_UNIT
    known = find_unit(name)
    if known and (known.en, known.zh) == (en, zh):
        return known
    own = own_unit(en, zh, also or "")
    if own is None:
        raise ValueError(f"the labels {en!r} and {zh!r} of a unit disagree")
    return own


def bare_sign(unit: Unit) -> str:
    """The sign of a unit's money where it is that of several currencies: $, ¥, kr; else ""."""
    kind, _, sign = unit.dimension.partition("/")[0].partition(":")
    return sign if kind == "money" and sign not in CURRENCIES else ""


def of_currency(unit: Unit, code: str) -> Unit:
    """A unit with a bare sign as one of a currency: `$ million` as `AUD million`."""
    sign = bare_sign(unit)
    is_minor = unit.key.startswith("cents")
    old, new = ("cents", minor_label(code, CENT).en) if is_minor else (sign, code)
    return find_unit(unit.key.replace(old, new, 1)) or unit


def _as_certain(unit: Unit, other: Unit) -> Unit:
    """A unit with a bare sign as the currency that its other label names, if that has the sign."""
    sign, code = bare_sign(unit), other.dimension.partition("/")[0].removeprefix("money:")
    return of_currency(unit, code) if sign and sign in SIGNS_OF.get(code, ()) else unit


def _may_be_one(one: Unit, other: Unit) -> bool:
    """Whether two known units count the same thing: people are no 人次, which are visits."""
    if not (one.noun and other.noun):
        return True
    return bool(set(one.words[1]) & set(other.words[1]))


def _mean_the_same(one: Unit, other: Unit) -> bool:
    """Whether two known units measure the same per the same: CNY per order is 元/订单."""
    if one.per is None or other.per is None or one.per.dimension or other.per.dimension:
        return (one.dimension, one.scale, one.per) == (other.dimension, other.scale, other.per)
    of_one, of_other = (unit.dimension.partition("/")[0] for unit in (one, other))
    is_scaled_alike = (one.scale, one.per.scale) == (other.scale, other.per.scale)
    return of_one == of_other and is_scaled_alike and bool(one.per.words & other.per.words)


def _labelled(unit: Unit, en: str, zh: str) -> Unit:
    """A unit under labels of the analyst's own.

    One with a magnitude, or per something, is shown as these labels say it: the same number in both
    languages, and no signs beside it that would say it otherwise. So it is another unit than the
    known one, if there is one of its English name.
    """
    if unit.size == 1 and unit.per is None:
        return replace(unit, en=en, zh=zh)
    key = f"{en} | {zh}" if find_unit(en) else en
    return replace(
        unit, key=key, en=en, zh=zh, before=NOTHING, after=NOTHING, shown=NOTHING, places=(0, 0),
        forms=None,
    )  # fmt: skip


def _fits(known: Unit, zh: str) -> bool:
    """Whether a Chinese label that is no unit's name may stand for a measure."""
    return _size_zh(zh)[0] == known.size and not re.search("[/每]", zh)


def _both(
    words: tuple[tuple[str, ...], tuple[str, ...]],
    more: tuple[tuple[str, ...], tuple[str, ...]],
    en: str,
    zh: str,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _joined(((_noun_en(en),), (_noun_zh(zh),)), words, more)


def _joined(*words: tuple[Sequence[str], Sequence[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Several lists of words in both languages as one, each word once."""
    in_en, in_zh = (tuple(dict.fromkeys(chain(*lists))) for lists in zip(*words, strict=True))
    return in_en, in_zh


def _noun_en(label: str) -> str:
    return _size_en(label.partition(" per ")[0].partition("/")[0])[1].casefold()


def _noun_zh(label: str) -> str:
    return _size_zh(label.partition("/")[0])[1]


def _own(said_en: str, said_zh: str, en: str, zh: str) -> Unit | None:
    base_en, per_en = _split(said_en)
    base_zh, per_zh = _split(said_zh)
    per = _same_per(per_en, per_zh) if per_en and per_zh else None
    if per is None and (per_en or per_zh):
        return None
    of = find_unit(base_en) if per_en else None
    also = find_unit(base_zh) if per_zh else None
    if of is None or also is None or of.noun or also.noun:
        unit = _counted(base_en, base_zh, en, zh)
        if unit is None or any(
            one is not None and one.dimension != unit.dimension for one in (of, also)
        ):
            return None
    elif (of.dimension, of.scale) == (also.dimension, also.scale):
        unit = of
    else:
        return None
    return _per(unit, per) if per else unit


def _counted(base_en: str, base_zh: str, en: str, zh: str) -> Unit | None:
    """A count noun with a magnitude, or a length of time under a name of its own."""
    size_en, noun_en = _size_en(base_en)
    size_zh, noun_zh = _size_zh(base_zh)
    span_en, span_zh = _span(re.split("[ -]", noun_en)[-1].casefold()), _span_zh(noun_zh)
    if size_en != size_zh or span_en != span_zh:
        return None
    known = [one for one in (find_unit(noun_en), find_unit(noun_zh)) if one is not None]
    if any(one.dimension != COUNT for one in known) and span_en is None:
        return None
    words_en = dict.fromkeys(
        [noun_en.casefold(), *(word for one in known for word in one.words[0])]
    )
    words_zh = dict.fromkeys([noun_zh, *(word for one in known for word in one.words[1])])
    words, size = (tuple(words_en), tuple(words_zh)), Fraction(size_en)
    if span_en is not None:
        return Unit(en, en, zh, span_en.dimension, span_en.scale * size, words=words, size=size)
    return Unit(en, en, zh, COUNT, size, noun=True, words=words, size=size)


def _split(name: str) -> tuple[str, str]:
    """A name's numerator and what it is per; "" where it is per nothing."""
    if match := _RATE_ZH.fullmatch(name):
        return match[2], match[1]
    match = _RATE.fullmatch(name)
    return (match[1], match[2]) if match else (name, "")


def _same_per(en: str, zh: str) -> Per | None:
    """What both labels are per, or None where they differ."""
    one, other = _per_of(en), _per_of(zh)
    if (one.dimension, one.scale) != (other.dimension, other.scale):
        return None
    if one.dimension:
        return one
    known = [
        {PER_NOUNS.get(word) for word in per.words if word in PER_NOUNS} for per in (one, other)
    ]
    if all(known) and known[0] != known[1]:
        return None
    return Per("", one.scale, one.words | other.words)


def _per_of(name: str) -> Per:
    span = _SPANS.get(name.casefold()) or _SPANS.get(name.casefold().removesuffix("s"))
    if span:
        return Per(KNOWN_UNITS[span].dimension, KNOWN_UNITS[span].scale)
    if measure := find_measure(_MASSES.get(name.casefold(), name)):
        return Per(measure.dimension, measure.scale)
    size, thing = _size_of_per(name)
    if size > 1:
        of = _per_of(thing)
        return of._replace(scale=of.scale * size)
    noun = name.casefold().removesuffix("s") if name.isascii() else name.lstrip("个") or name
    known = PER_NOUNS.get(noun) or PER_NOUNS.get(name.casefold())
    piece = {"件"} if noun in _BY_THE_PIECE else set()
    return Per("", Fraction(1), frozenset({noun, *piece, *map(str.casefold, known or ())}))


_BY_THE_PIECE = frozenset({"parcel", "package"})  # EUR per parcel is 欧元/件


def _size_of_per(name: str) -> tuple[int, str]:
    """How many things a rate is per, and which: 100,000 people, million tokens, 百公里."""
    match = _COUNTED_PER.fullmatch(name)
    if match is None:
        return 1, name
    size = int(match[1].replace(",", "") or 1)
    for power in match[2].casefold().split() if match[2].isascii() else match[2]:
        size *= _PER_SIZES[power]
    return size, match[3]


def _per(of: Unit, per: Per) -> Unit:
    over = per.dimension or " ".join(sorted(per.words))
    return replace(of, dimension=f"{of.dimension}/{over}", scale=of.scale / per.scale, per=per)


def _rate(name: str) -> Unit | None:
    """`times per day`, `CNY million per month`, `orders/day`, `元/吨`, `USD per share`."""
    base, over = _split(name)
    of = _plain(base) if over else None
    if of is None or of.dimension in {DATE, TEXT, ORDINAL} or of.per:
        return None
    per = _per_of(over)
    span = _SPANS.get(over.casefold())
    size, thing = _size_of_per(over)
    count = over.removesuffix(thing).strip()
    if span:
        en, zh = span.removesuffix("s"), KNOWN_UNITS[span].zh.removeprefix("个")
        key = sign = en
    elif measure := find_measure(over):
        en, zh = measure.en[0] if measure.en else measure.key, measure.zh
        key, sign = measure.key, measure.symbols[0] if measure.symbols else en
    else:
        thing = thing.casefold()
        labels = PER_NOUNS.get(thing) or PER_NOUNS.get(thing.removesuffix("s"))
        if labels is None:
            return None
        en = f"{count} {labels[0]}s" if count else labels[0]
        zh = f"{size if count else ''}{labels[1]}"
        key = sign = en
    signs, labels = Bilingual(f"/{sign}", f"/{zh}"), Bilingual(f" per {en}", f"/{zh}")
    has_signs = any((*of.before, *of.after))  # US$0.38/share, but 8 beside "times per day"
    forms = of.forms and Forms(
        of.forms.magnitude,
        _joined_to(of.forms.label, labels),
        _joined_to(of.forms.after, signs) if has_signs else NOTHING,
    )
    return replace(
        _per(of, per), key=f"{of.key} per {key}", en=f"{of.en} per {en}", zh=f"{of.zh}/{zh}",
        after=_joined_to(of.after, signs) if has_signs else NOTHING,
        shown=_joined_to(of.shown, labels) if forms else NOTHING, forms=forms,
    )  # fmt: skip


def _joined_to(one: Bilingual, other: Bilingual) -> Bilingual:
    return Bilingual(one.en + other.en, one.zh + other.zh)


def _magnified(name: str) -> Unit | None:
    """`million tonnes`, `亿千瓦`, `million users`: a known unit, many times."""
    for word, rest in _magnitude_first(name):
        unit = KNOWN_UNITS.get(_ALIASES.get(rest.casefold(), rest)) or (
            KNOWN_UNITS.get(measure.key) if (measure := find_measure(rest)) else None
        )
        if unit is None or unit.stored != 1 or unit.dimension in {DATE, TEXT, ORDINAL}:
            continue
        key = MAGNITUDE_NAMES[word]
        magnitude = MAGNITUDES[key]
        en, zh = magnitude.names
        signs = Bilingual(f" {{}}{unit.after.en}", f"{{}}{unit.after.zh}")
        labels = Bilingual(f"{{}} {unit.en}", f"{{}}{unit.zh}")
        return replace(
            unit, key=f"{en} {unit.key}", en=f"{en} {unit.en}", zh=f"{zh}{unit.zh}",
            scale=unit.scale * magnitude.size, size=magnitude.size,
            forms=Forms(key, labels, signs if any(unit.after) else NOTHING),
        ).in_magnitudes(magnitude.shown)  # fmt: skip
    return None


def _magnitude_first(name: str) -> Iterator[tuple[str, str]]:
    """The magnitudes that a name may begin with, the longest first, and what then is left."""
    lowered = name.casefold()
    for word in SPELT:
        rest = name[len(word) :]
        if lowered.startswith(word) and rest.strip() and (not word.isascii() or rest[0] == " "):
            yield word, rest.strip()


def size_of_label(label: str) -> int:
    """The magnitude that a label begins with, in either language; 1 for none."""
    return _size_en(label)[0] if label.isascii() else _size_zh(label)[0]


def _size_en(label: str) -> tuple[int, str]:
    """The magnitude that an English label begins with, and the rest of it."""
    for word, rest in _magnitude_first(label):
        if word.isascii():
            return int(MAGNITUDES[MAGNITUDE_NAMES[word]].size), rest
    return 1, label


def _size_zh(label: str) -> tuple[int, str]:
    """The magnitude that a Chinese label begins with (亿用户, 百万件), and the rest of it."""
    match = _SIZE_ZH.match(label)
    if not match:
        return 1, label
    size = {"": 1, "十": 10, "百": 100, "千": 1000}[match[1] or match[3] or ""]
    return size * {"万": 10**4, "亿": 10**8, "万亿": 10**12}.get(match[2], 1), label[match.end() :]


def _span(word: str) -> Unit | None:
    unit = KNOWN_UNITS.get(_ALIASES.get(word, word))
    return unit if unit is not None and unit.dimension in {TIME, CALENDAR_TIME} else None


def _span_zh(label: str) -> Unit | None:
    """The time span that a Chinese label ends with; a single 天 or 年 may end a word."""
    return _span(label) or next(
        (_span(of) for word, of in _SPANS_ZH.items() if label.endswith(word)), None
    )


# What a label ends with that is a span of time: 个工作日, GPU小时, 人月.
_SPANS_ZH = {
    "小时": "hours", "工时": "hours", "机时": "hours", "人时": "hours", "分钟": "minutes",
    "工作日": "days", "交易日": "days", "营业日": "days", "自然日": "days", "人天": "days",
    "人日": "days", "人月": "months", "人年": "years",
}  # fmt: skip


def _money(name: str) -> Unit | None:
    """`CNY million`, `US$ bn`, `亿元`: a currency and a magnitude, in either order."""
    code, size = _currency_and_magnitude(name)
    if code is None or size is None:
        return None
    currency, magnitude = CURRENCIES.get(code) or Currency(code, code, code), MAGNITUDES[size]
    names, in_zh = magnitude.names, f"{{}}{currency.zh}"
    forms = Forms(size, Bilingual(f"{code} {{}}", in_zh), Bilingual(" {}", in_zh)) if size else None
    return Unit(
        f"{code} {size}".strip(), f"{code} {names.en}".strip(), f"{names.zh}{currency.zh}",
        f"money:{code}", magnitude.size,
        before=Bilingual(currency.shown, ""), after=Bilingual("", currency.zh),
        size=magnitude.size, forms=forms,
    ).in_magnitudes(magnitude.shown)  # fmt: skip


def _cents(name: str) -> Unit | None:
    """Bare cents: of whichever dollar is meant."""
    if name not in BARE_CENTS:
        return None
    after = Bilingual(" cents", "分")
    return Unit("cents", "cents", "分", f"money:{DOLLAR}", CENT, after=after)


def _minor(name: str) -> Unit | None:
    """`pence`, `美分`, `US cents`: parts of a currency's unit."""
    dollar = name.removesuffix(" cents").upper()
    if name.endswith(" cents") and DOLLAR in SIGNS_OF.get(dollar, ()):
        code, size = dollar, CENT
    elif name not in MINORS or name == "分":
        return None
    else:
        code, size = MINORS[name]
    en, zh = minor_label(code, size)
    return Unit(en, en, zh, f"money:{code}", size, after=Bilingual(f" {en}", zh))


def _currency_and_magnitude(name: str) -> tuple[str | None, str | None]:
    lowered = name.casefold()
    for end in range(len(lowered), 0, -1):
        for spelling, rest in ((lowered[:end], lowered[end:]), (lowered[-end:], lowered[:-end])):
            bare = UNSETTLED.get(spelling) or UNSETTLED.get(spelling.removesuffix("s"))
            code = bare or CURRENCY_NAMES.get(spelling)
            is_apart = _apart(spelling, rest) or _USD_M.fullmatch(name)
            if code and rest.strip() in MAGNITUDE_NAMES and is_apart:
                return code, MAGNITUDE_NAMES[rest.strip()]
    return None, None


def _apart(spelling: str, rest: str) -> bool:
    """Whether letters of a magnitude are no part of a word: `US$m` and `USD m`, but no `usdm`."""
    touching = rest.isascii() and rest and not rest.startswith(" ") and not rest.endswith(" ")
    return not (touching and spelling[-1:].isalpha() and len(rest) == 1)
