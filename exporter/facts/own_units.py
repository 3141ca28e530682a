"""Units of the analyst's own, and units under labels of their own.

Both labels say the same: `{en: product lines, zh: 条产品线}`, `{en: billion tokens, zh: 十亿词元}`,
`{en: vehicles per hour, zh: 辆/小时}`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain

from exporter.facts.currencies import CENT, SIGNS_OF, minor_label
from exporter.facts.folding import fold
from exporter.facts.measured_things import have_unlike_sizes, measured_thing
from exporter.facts.money_names import bare_sign
from exporter.facts.unit_names import find_unit
from exporter.facts.unit_rates import at_rate, same_per, split_rate
from exporter.facts.unit_sizes import size_en, size_zh, span_of, span_zh
from exporter.facts.units import CALENDAR_TIME, COUNT, NO_UNIT, NOTHING, TIME, Unit

WORD_SEPARATOR = "|"  # between other words for a unit, where they are one text


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
    base, per = split_rate(en)
    is_of_animals = per.casefold() == "head" and split_rate(zh)[1] == "头"
    return f"{base} per head of cattle" if is_of_animals else en


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
    return size_zh(zh)[0] == known.size and not re.search("[/每]", zh)


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
    return size_en(label.partition(" per ")[0].partition("/")[0])[1].casefold()


def _noun_zh(label: str) -> str:
    return size_zh(label.partition("/")[0])[1]


def _own(said_en: str, said_zh: str, en: str, zh: str) -> Unit | None:
    base_en, per_en = split_rate(said_en)
    base_zh, per_zh = split_rate(said_zh)
    per = same_per(per_en, per_zh) if per_en and per_zh else None
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
    return at_rate(unit, per) if per else unit


def _counted(base_en: str, base_zh: str, en: str, zh: str) -> Unit | None:
    """A count noun with a magnitude, or a length of time under a name of its own."""
    magnitude, noun_en = size_en(base_en)
    other, noun_zh = size_zh(base_zh)
    span = span_of(re.split("[ -]", noun_en)[-1].casefold())
    if magnitude != other or span != span_zh(noun_zh) or have_unlike_sizes(noun_en, noun_zh):
        return None
    if measured := measured_thing(noun_en, noun_zh, magnitude):
        return replace(measured, key=en, en=en, zh=zh)
    known = [one for one in (find_unit(noun_en), find_unit(noun_zh)) if one is not None]
    if any(one.dimension != COUNT for one in known) and span is None:
        return None
    words_en = dict.fromkeys(
        [noun_en.casefold(), *(word for one in known for word in one.words[0])]
    )
    words_zh = dict.fromkeys([noun_zh, *(word for one in known for word in one.words[1])])
    words, size = (tuple(words_en), tuple(words_zh)), Fraction(magnitude)
    if span is not None:
        return Unit(en, en, zh, span.dimension, span.scale * size, words=words, size=size)
    return Unit(en, en, zh, COUNT, size, noun=True, words=words, size=size)
