"""What may be chosen in the cells of an authoring workbook."""

from collections.abc import Iterable, Mapping, Sequence

from exporter.facts.words import Lang, Qualifier, Status
from exporter.report.definition import EntityDefinition

# Those that most facts have; any other that is known may be typed.
COMMON_UNITS = (
    "%", "pp", "bp", "CNY million", "CNY billion", "亿元", "USD million", "USD billion",
    "EUR million", "HKD million", "USD per share", "people", "users", "customers", "companies",
    "stores", "orders", "units", "downloads", "times", "x", "rank", "days", "years", "MW", "GWh",
    "tonnes", "km", "m²", "date",
)  # fmt: skip


def lists_of(
    entities: Iterable[EntityDefinition],
    units: Iterable[str],
    sources: Iterable[str],
    languages: Sequence[Lang],
) -> Mapping[str, Sequence[str]]:
    """The lists by their names.

    Args:
        entities: Of the report.
        units: Those that its facts have; common ones follow them.
        sources: Ids of those that are recorded.
        languages: Of the report, in the first of which entities are named.
    """
    return {
        "entities": [entity.name.in_(languages[0]) for entity in entities],
        "units": list(dict.fromkeys((*units, *COMMON_UNITS))),
        "sources": sorted(sources),
        "qualifiers": [word.value for word in Qualifier],
        "statuses": [word.value for word in Status],
    }
