"""Units by the names that analysts write.

Beside the units of the registry there are
- money, a currency or its minor unit with or without a magnitude: `CNY`, `US$`, `亿元`, `pence`;
- any unit with a magnitude: `million tonnes`, `亿千瓦`, `million users`;
- anything per something: `times per day`, `USD per share`, `元/吨`, `CNY per 10 shares`.
"""

from dataclasses import replace
from functools import cache

from exporter.facts.folding import fold
from exporter.facts.magnitudes import MAGNITUDE_NAMES, MAGNITUDES
from exporter.facts.measures import find_measure
from exporter.facts.money_names import money_unit
from exporter.facts.unit_rates import at_rate, per_of, size_of_per, split_rate
from exporter.facts.unit_sizes import magnitude_first
from exporter.facts.unit_words import ALIASES, SPANS
from exporter.facts.units import (
    DATE,
    KNOWN_UNITS,
    NO_UNIT,
    NOTHING,
    ORDINAL,
    PER_NOUNS,
    TEXT,
    Forms,
    Unit,
)
from exporter.facts.words import Bilingual

UNIT_NAMES: tuple[str, ...] = (*KNOWN_UNITS, *ALIASES)
_LONGEST = 200  # characters of a name: what is longer is none, and need not be taken apart


@cache
def find_unit(name: str) -> Unit | None:
    """The unit that `name` means, or None where no unit has that name.

    Args:
        name: As written in a facts file: `%`, `hours`, `CNY million`, `times per day`; "" for none.
    """
    folded = " ".join(fold(name).split())
    if not folded:
        return NO_UNIT
    if len(folded) > _LONGEST:
        return None
    return _plain(folded) or _rate(folded)


def _plain(name: str) -> Unit | None:
    """A unit that is per nothing: known, a measure, money, or one of these with a magnitude."""
    lowered = name.casefold()
    known = KNOWN_UNITS.get(name) or KNOWN_UNITS.get(ALIASES.get(lowered, lowered))
    if known is None and (measure := find_measure(name)):
        known = KNOWN_UNITS[measure.key]
    if known is None and name.endswith(_NO_MARKS):
        known = _magnified(name)
    return known or money_unit(name) or _magnified(name)


_NO_MARKS = " km"  # of Bosnia, whose sign is KM: million km are kilometres


def _rate(name: str) -> Unit | None:
    """`times per day`, `CNY million per month`, `orders/day`, `元/吨`, `USD per share`."""
    base, over = split_rate(name)
    of = _plain(base) if over else None
    if of is None or of.dimension in {DATE, TEXT, ORDINAL} or of.per:
        return None
    per = per_of(over)
    span = SPANS.get(over.casefold())
    size, thing = size_of_per(over)
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
        at_rate(of, per), key=f"{of.key} per {key}", en=f"{of.en} per {en}", zh=f"{of.zh}/{zh}",
        after=_joined_to(of.after, signs) if has_signs else NOTHING,
        shown=_joined_to(of.shown, labels) if forms else NOTHING, forms=forms,
    )  # fmt: skip


def _joined_to(one: Bilingual, other: Bilingual) -> Bilingual:
    return Bilingual(one.en + other.en, one.zh + other.zh)


def _magnified(name: str) -> Unit | None:
    """`million tonnes`, `亿千瓦`, `million users`: a known unit, many times."""
    for word, rest in magnitude_first(name):
        unit = KNOWN_UNITS.get(ALIASES.get(rest.casefold(), rest)) or (
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
