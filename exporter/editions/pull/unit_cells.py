"""What the label of a unit says, as a facts file says it.

A sheet has the label of one language. It is a known unit's, or one of the report's own, which other
facts name in both languages; else it is half of a unit of the analyst's own.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from exporter.drafting.written.units import unit_name
from exporter.errors import WrongValueError
from exporter.facts.unit_labels import unit_by_label
from exporter.facts.unit_names import find_unit
from exporter.facts.units import Unit
from exporter.facts.words import Lang

UNIT_COLUMNS = ("unit", "unit.en", "unit.zh", "unit.also")


class OwnUnit(NamedTuple):
    """A unit that facts name in both languages, with other words for it."""

    en: str
    zh: str
    also: str | None

    def is_called(self, label: str, lang: Lang) -> bool:
        """Whether this is its label in a language."""
        return (self.en if lang == "en" else self.zh).casefold() == label.casefold()


def unit_said(
    label: str, lang: Lang, fact: Mapping[str, Any] | None, own: Iterable[OwnUnit]
) -> dict[str, str | None]:
    """What a facts file says of a unit, in columns of WRITTEN.

    Args:
        label: As the sheet has it; "" for none.
        lang: The sheet's language.
        fact: As the workbook was made from it; None for a row that is none yet.
        own: The report's own units.

    Raises:
        WrongValueError: It is no unit.
    """
    nothing: dict[str, str | None] = dict.fromkeys(UNIT_COLUMNS)
    if not label:
        return nothing
    name, *made = unit_by_label(label, lang)
    unit = find_unit(name) if name else None
    if unit is not None:
        return nothing | {"unit": name if name == label else name_to_write(name, unit)}
    is_own = fact is not None and fact["unit.en"] and not find_unit(fact["unit"])
    other: Lang = "zh" if lang == "en" else "en"
    meant = (None if is_own else _called(label, lang, own)) or _called(label, other, own)
    if meant is not None:
        return nothing | {"unit.en": meant.en, "unit.zh": meant.zh, "unit.also": meant.also}
    if name:
        right = "choose one of the list, or write it in both languages in the facts"
        raise WrongValueError(f"{label!r} is no unit", right)
    half = f"unit.{lang}"
    if is_own or made[0] == made[1] or not all(made):
        return {"unit": None, half: label}
    return nothing | {half: label}


def name_to_write(name: str, unit: Unit) -> str:
    """The name of a known unit as an analyst would write it.

    English has no word for 10,000 or 100 million: such a unit is named in Chinese, 万欧元.
    """
    in_english = find_unit(unit.label("en"))
    if in_english is None or in_english.scale == unit.scale:
        return name
    return unit_name(unit, "zh") or name


def _called(label: str, lang: Lang, own: Iterable[OwnUnit]) -> OwnUnit | None:
    """The one of the report's own units that has a label; None for none or several."""
    found = [unit for unit in own if unit.is_called(label, lang)]
    if len({unit[:2] for unit in found}) != 1:
        return None
    return found[0] if len(found) == 1 else found[0]._replace(also=None)
