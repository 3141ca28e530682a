"""Units by the label of one language, as a sheet shows it beside a number.

A known unit is found by its label, or by a name that somebody wrote in its place. One of the
analyst's own has labels in both languages, of which a sheet holds one; the other is made of it:
`million parcels per day` and `百万parcels/天`.
"""

from collections.abc import Iterator
from functools import cache

from exporter.facts.magnitudes import MAGNITUDE_NAMES, MAGNITUDES
from exporter.facts.own_units import own_unit
from exporter.facts.unit_names import find_unit
from exporter.facts.unit_rates import split_rate
from exporter.facts.unit_sizes import magnitude_first, size_zh, span_of, span_zh
from exporter.facts.units import KNOWN_UNITS
from exporter.facts.words import Bilingual, Lang


@cache
def unit_by_label(label: str, lang: Lang) -> tuple[str, str, str]:
    """What `unit`, `unit.en` and `unit.zh` of a fact say of the unit that a sheet shows.

    Args:
        label: As the sheet has it; "" for none.
        lang: The sheet's language.
    """
    for name in (label, *_names(label, lang)):
        known = find_unit(name)
        if known and known.label(lang) == label:
            return known.key, "", ""
    if label and find_unit(label):  # typed over the label, by a name: pp, bp, percent
        return label, "", ""
    pairs = [_paired(label, other, lang) for other in (label, *_others(label, lang))]
    own = next((pair for pair in pairs if own_unit(*pair)), None)
    return ("", *own) if own else (label, "", "")


def _names(label: str, lang: Lang) -> Iterator[str]:
    """The names that a known unit may have in facts whose label is this one."""
    base, per = split_rate(label)
    for word, noun in (("", base), *magnitude_first(base)):
        for unit in KNOWN_UNITS.values():
            if unit.label(lang) == noun != "":
                yield f"{word} {unit.key}".strip() + (f" per {per}" if per else "")


def _paired(label: str, other: str, lang: Lang) -> Bilingual:
    return Bilingual(label, other) if lang == "en" else Bilingual(other, label)


def _others(label: str, lang: Lang) -> Iterator[str]:
    """What a label may be in the other language, its noun as it is."""
    base, per = split_rate(label)
    for named in (_in_chinese(base), base) if lang == "en" else (_in_english(base), base):
        yield named + _per(per, lang)


def _in_chinese(base: str) -> str:
    word, noun = next(magnitude_first(base), ("", base))
    magnitude = MAGNITUDES[MAGNITUDE_NAMES[word]].names.zh if word else ""
    rest, _, last = noun.rpartition(" ")
    span = span_of(last.casefold())
    return f"{magnitude}{rest + span.zh if span else noun}"


def _in_english(base: str) -> str:
    size, noun = size_zh(base)
    names = [of.names.en for of in MAGNITUDES.values() if of.size == size and size > 1]
    span = span_zh(noun)
    thing = f"{noun.removesuffix(span.zh)} {span.key}" if span else noun
    return " ".join([*names[:1], thing])


def _per(per: str, lang: Lang) -> str:
    if not per:
        return ""
    rate = find_unit(f"times per {per}")
    if lang == "en":
        return f"/{rate.zh.partition('/')[2] if rate else per}"
    return f" per {rate.en.partition(' per ')[2] if rate else per}"
