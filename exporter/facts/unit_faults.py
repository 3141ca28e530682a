"""What is wrong with a unit that cannot be understood, and which units are near it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from fractions import Fraction
from functools import cache

from exporter.errors import Fault, has_lines, without_middle
from exporter.facts.currencies import CURRENCIES, CURRENCY_NAMES
from exporter.facts.folding import fold
from exporter.facts.magnitudes import MAGNITUDE_NAMES, MAGNITUDES, SPELT
from exporter.facts.measures import MEASURES, NAMES_EN
from exporter.facts.shown_fields import YAML_IN_CELL, parts_in_cell, shown_fields
from exporter.facts.unit_names import UNIT_NAMES, find_unit
from exporter.facts.unit_sizes import size_en, size_of_label, size_zh
from exporter.facts.units import KNOWN_UNITS, PER_NOUNS, Unit

_MOST_NEAR = 3
_SHORT, _CODE = 4, 3  # characters
# How alike a name must be, of 1: the whole of a short and of a long one, and a word of one.
_LIKE_SHORT, _LIKE, _LIKE_WORD = 0.6, 0.7, 0.82
_NEARLY_AS_NEAR, _SHORT_NEARLY = 0.1, 0.15
_LONGEST_LABEL = 200  # characters, as a message proposes it
_PARTS = re.compile(r"(\s+|/)")
_MONEY_ZH = ("元", "美元", "港元", "欧元", "日元", "英镑")


def unknown_name(name: str, file: str = "") -> Fault:
    """What to say of a name that is no unit's, with those that are near it.

    Args:
        name: As written.
        file: Where it is written; as in YAML unless said.
    """
    if re.match(YAML_IN_CELL, name):
        wrong = f"the unit {name!r} is written as YAML takes parts"
        return Fault(wrong, f"write {shown_fields(file, {'unit': parts_in_cell(name)})}")
    if fold(name).casefold().strip() in MAGNITUDE_NAMES:
        right = f"say of what: `USD {name}`, `{name} users`"
        return Fault(f"the unit {name!r} is a magnitude alone", right)
    near = " or ".join(map(repr, _meant(name)))
    shown = without_middle(name, _LONGEST_LABEL)
    labels = {"en": shown, "zh": "…"} if name.isascii() else {"en": "…", "zh": shown}
    own = f"one of your own in both languages: {shown_fields(file, {'unit': labels})}"
    return Fault(
        f"the unit {name!r} is not known",
        f"did you mean {near}? use a known unit, or {own}" if near else f"write {own}",
    )


def unit_meant(name: str) -> str:
    """The one unit that a name which is no unit's may mean; "" where there are several, or none."""
    meant = _meant(name)
    return meant[0] if len(meant) == 1 else ""


def _meant(name: str) -> list[str]:
    return _of_chinese_noun(name) or near_units(name)


def unlike_labels(en: str, zh: str, file: str = "") -> Fault:
    """What to say of two labels that are no unit together; `file` as for `unknown_name`."""
    wrong = f"the labels {en!r} and {zh!r} of a unit do not say the same"
    if not en.strip() or not zh.strip():
        return _one_label(en or zh, file)
    units = one, other = find_unit(en), find_unit(zh)
    if one and other and one.dimension == other.dimension and one.scale != other.scale:
        return _unlike_magnitudes(wrong, one, other, file)
    sizes = size_of_label(fold(en)), size_of_label(fold(zh))
    if not all(units) and sizes[0] != sizes[1]:
        said = " and ".join(f"{size:,}" for size in sizes)
        return Fault(f"{wrong}: they count by {said}", _agreeing_labels(fold(en), fold(zh), file))
    known = [(label, unit) for label in (en, zh) if (unit := find_unit(label)) is not None]
    told = ", ".join(f"{label} is {unit.en}" for label, unit in known)
    if len(known) > 1:
        return Fault(f"{wrong}: {told}", f"write {_either(file, [unit for _, unit in known])}")
    return Fault(wrong, "write the same thing in both, with the same magnitude and per the same")


def _either(file: str, units: Iterable[Unit]) -> str:
    """Known units to write in the place of labels."""
    if has_lines(file):
        return " or ".join(f"`{unit.key}`" for unit in units)
    return f"{' or '.join(unit.key for unit in units)} in `unit`, and nothing in its labels"


def _one_label(label: str, file: str) -> Fault:
    wrong = f"the unit {label!r} has a label in one language"
    if find_unit(label) is None:
        return Fault(wrong, "write both labels")
    shown = shown_fields(file, {"unit": label})
    return Fault(wrong, f"write {shown}: a known unit stands by itself")


def _agreeing_labels(en: str, zh: str, file: str) -> str:
    """The labels of a unit of one's own with the magnitude of the one, and of the other."""
    (size_in_en, noun_en), (size_in_zh, noun_zh) = size_en(en), size_zh(zh)
    pairs = (
        shown_fields(
            file, {"unit": {"en": f"{names[0]} {noun_en}".strip(), "zh": f"{names[1]}{noun_zh}"}}
        )
        for size in (size_in_en, size_in_zh)
        if (names := _magnitude_names(size))
    )
    return f"write the same magnitude in both: {' or '.join(pairs)}"


def _magnitude_names(size: int) -> tuple[str, str] | None:
    """What both languages spell a magnitude, without digits; None where one has no word for it."""
    for key, magnitude in MAGNITUDES.items():
        if magnitude.size == size:
            spelt = (name for name in SPELT if MAGNITUDE_NAMES[name] == key and name[0].isalpha())
            usual = (magnitude.names.en, *(name for name in spelt if name.isascii()))
            en = next((name for name in usual if not name[:1].isdecimal()), None)
            return None if en is None else (en, magnitude.names.zh)
    return None


def _of_chinese_noun(name: str) -> list[str]:
    """The known unit that a Chinese noun names, in its magnitude: `万 users` of 万用户."""
    size, noun = size_zh(fold(name).strip())
    names = next(
        (magnitude.names for magnitude in MAGNITUDES.values() if magnitude.size == size), None
    )
    counting = [unit for unit in KNOWN_UNITS.values() if unit.noun]
    same = [unit for unit in counting if unit.zh == noun]
    same += [unit for unit in counting if unit.words[1][0] == noun]
    same += [unit for unit in counting if noun in unit.words[1]]
    if not same or names is None:
        return []
    return [f"{names.zh} {same[0].key}".strip()]


def _unlike_magnitudes(wrong: str, en: Unit, zh: Unit, file: str) -> Fault:
    """What to say of two units of one dimension, where a file in Chinese may show the second."""
    wrong = f"{wrong}: one {en.en} is {_plain(en.scale / zh.scale)} {zh.zh}"
    if en.label("zh") == zh.zh:
        shown = shown_fields(file, {"unit": en.key})
        right = f"write {shown} alone, which Chinese shows as {zh.zh}, the number moved"
        return Fault(wrong, right)
    return Fault(wrong, f"write {_either(file, (en, zh))}")


def _plain(ratio: Fraction) -> str:
    return f"{ratio.numerator:,}" if ratio.denominator == 1 else f"{float(ratio):,}"


def near_units(name: str) -> list[str]:
    """Names of units that are written almost like `name`, no two of the same unit."""
    folded = " ".join(fold(name).split())
    if len(folded) > _LONGEST_LABEL:
        return []
    is_short = len(folded) <= _SHORT
    least = _LIKE_SHORT if is_short else _LIKE
    candidates = [*_with_one_word_changed(folded), *_alike(folded, _names(), least)]
    likeness = {candidate: _likeness(candidate, folded) for candidate in candidates}
    enough = max(likeness.values(), default=0.0)
    enough -= _SHORT_NEARLY if is_short else _NEARLY_AS_NEAR
    found: dict[str, str] = {}
    for candidate in sorted(likeness, key=lambda candidate: -likeness[candidate]):
        unit = find_unit(candidate)
        if unit is not None and likeness[candidate] >= enough:
            found.setdefault(unit.key, candidate)
    return list(found.values())[:_MOST_NEAR]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _with_one_word_changed(name: str) -> Iterator[str]:
    """The name with a word of it as units have it: `CNY milion`, `tonns per day`."""
    parts = _PARTS.split(name)
    for at, part in enumerate(parts):
        if len(parts) > 1 and len(part) > 1 and part.casefold() not in _words():
            least = _LIKE_SHORT if len(part) <= _CODE else _LIKE_WORD
            for word in _alike(part, _words(), least):
                yield "".join((*parts[:at], word, *parts[at + 1 :]))


def _alike(word: str, known: Mapping[str, str], least: float) -> list[str]:
    near = [known[name] for name in get_close_matches(word.casefold(), known, 8, least)]
    # A word of four letters is no code that lacks one of them.
    return [name for name in near if name not in CURRENCIES or len(word) == len(name)]


@cache
def _names() -> Mapping[str, str]:
    """Names of whole units, by their small letters."""
    money = (f"{magnitude.names.zh}{of}" for magnitude in MAGNITUDES.values() for of in _MONEY_ZH)
    names = (*NAMES_EN, *MEASURES, *UNIT_NAMES, *CURRENCIES, *money)
    return {name.casefold(): name for name in names}


@cache
def _words() -> Mapping[str, str]:
    """Words of which names of units are made, by their small letters."""
    words = (*PER_NOUNS, *CURRENCY_NAMES, "per", *SPELT, *_names().values())
    return {word.casefold(): word for word in words}
