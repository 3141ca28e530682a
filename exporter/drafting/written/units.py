"""Units as a facts file says them: by a name that is known, or by labels of one's own."""

from exporter.drafting.written.scalars import scalar
from exporter.facts.unit_labels import unit_by_label
from exporter.facts.unit_names import find_unit
from exporter.facts.units import KNOWN_UNITS, Unit
from exporter.facts.words import LANGUAGES, Bilingual, Lang


def unit_written(unit: Unit, lang: Lang) -> str:
    """A unit as a facts file has it: by its name, or by the labels of one's own that are known."""
    if name := unit_name(unit, lang):
        return scalar(name)
    labels = own_labels(unit, lang)
    said = (
        f"{lang}: {scalar(label)}" for lang, label in zip(LANGUAGES, labels, strict=True) if label
    )
    return f"{{{', '.join(said)}}}"


def own_labels(unit: Unit, lang: Lang) -> Bilingual:
    """The labels of a unit of one's own; "" where one is only made of the other, in `lang`."""
    label = unit.label(lang)
    _, *made = unit_by_label(label, lang)
    if made == [unit.en, unit.zh]:
        return Bilingual(label, "") if lang == "en" else Bilingual("", label)
    return Bilingual(unit.en, unit.zh)


def unit_name(unit: Unit, lang: Lang) -> str:
    """The name of a known unit, in Chinese where that names it, too; "" for one of one's own."""
    names = [unit.key, unit.en]
    if lang == "zh" and unit.key not in KNOWN_UNITS:
        names[:0] = [unit.zh, unit.key.replace("100 million", "亿").replace("10,000", "万")]
    return next((name for name in names if find_unit(name) == unit), "")
