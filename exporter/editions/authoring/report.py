"""A report whose facts stand in an authoring workbook."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from exporter.editions.authoring.lists import lists_of
from exporter.editions.authoring.workbook import authoring_workbook
from exporter.facts.words import LANGUAGES, Bilingual, Lang
from exporter.report.definition import EntityDefinition
from exporter.report.starter import SOURCE, make_blank_report, make_report

# The first fact of the starter, which its one-pager shows.
_EXAMPLE = {
    "id": "deliveries",
    "entity": "Example Motors",
    "metric.en": "Cars delivered",
    "metric.zh": "汽车交付量",
    "value": 12500,
    "unit.en": "cars",
    "unit.zh": "辆",
    "qualifier": "over",
    "period": "2025",
    "status": "achieved",
    "source": SOURCE,
    "quote": "Example Motors delivered more than 12,500 cars in 2025",
    "quote_zh": "示例汽车2025年交付超过12,500辆汽车",
    "attribution.en": "Example Motors",
    "attribution.zh": "示例汽车",
}


def make_authoring_report(folder: Path) -> Iterator[Path]:
    """Make a report's folder that builds at once, whose facts stand in an authoring workbook.

    Returns:
        The files made.

    Raises:
        UsageError, SetupError: As `make_report` does.
    """
    name = Bilingual("Example Motors", "示例汽车")
    return make_report(folder, _workbook([name], [SOURCE], LANGUAGES, [_EXAMPLE]))


def make_blank_authoring_report(
    folder: Path, entities: Sequence[Bilingual], languages: Sequence[Lang], edition: date
) -> Iterator[Path]:
    """Make a report's folder without facts yet, for which there is an authoring workbook.

    Args:
        folder: To make.
        entities: Their names, the first of which is the report's.
        languages: Of its files; both for none.
        edition: The date that it speaks for.

    Returns:
        The files made.

    Raises:
        UsageError, SetupError: As `make_blank_report` does.
    """
    workbook = _workbook(entities, [], languages or LANGUAGES, [])
    return make_blank_report(folder, entities, languages, edition, workbook)


def _workbook(
    names: Sequence[Bilingual],
    sources: Sequence[str],
    languages: Sequence[Lang],
    rows: Sequence[Mapping[str, object]],
) -> bytes:
    entities = [EntityDefinition(name=name) for name in names]
    return authoring_workbook(rows, lists_of(entities, [], sources, languages), languages)
