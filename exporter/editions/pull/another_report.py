"""Whether a workbook is of another report than the one that it is to be brought back into.

A report may get another title, other entities, and other facts, but hardly all at once: what it has
neither facts nor entities in common with is another one, and so is what shares with it entities
alone under another title. Compared with its facts all the same, it would have them all deleted.
"""

from pathlib import Path
from typing import NamedTuple

from exporter.editions.pull.base import Base
from exporter.editions.pull.present import PresentFacts
from exporter.editions.pull.sheets import FoundBook
from exporter.editions.pull.shown import sheet_entities
from exporter.errors import ContentError, Problem
from exporter.facts.words import LANGUAGES
from exporter.proof.manifest import Content
from exporter.report.definition import ReportDefinition

_MOST_NAMED = 5
_RIGHT = "bring it back into the report that it was built of"


class _Report(NamedTuple):
    """What tells reports from each other.

    Attributes:
        title: None where it is not known.
        entities: Their names; of a workbook, those of its sheets with facts.
        facts: Their ids.
    """

    title: tuple[str, ...] | None
    entities: frozenset[str]
    facts: frozenset[str]


def refuse_another(workbook: Path, found: FoundBook, base: Base, present: PresentFacts) -> None:
    """Refuse a workbook of another report.

    Args:
        workbook: The file.
        found: What is in it.
        base: What it was made from, where that is known.
        present: The report's facts.

    Raises:
        ContentError: It is one.
    """
    here = _Report(
        tuple(present.report.title), frozenset(_sheet_names(present.report)), present.ids
    )
    there = _of_workbook(found) if base.content is None else _of_content(base.content)
    if not _is_another(there, here):
        return
    if base.content is None:
        names = [sheet.name for sheet in found.sheets]
        which = f"with the sheets {_listed(names)}"
    else:
        report = base.content.report
        names = [entity.name.en for entity in report.entities]
        which = f"«{report.title.en}», about {_listed(names)}"
    shared = here.entities & there.entities
    none = "none of its facts is" if shared else "none of its entities and facts is"
    wrong = f"it is a workbook of another report, {which}: {none} of «{present.report.title.en}»"
    raise ContentError([Problem(str(workbook), 0, "", wrong, _RIGHT)])


def _of_content(content: Content) -> _Report:
    report = content.report
    ids = content.facts.table()["id"].to_pylist()
    return _Report(tuple(report.title), frozenset(_sheet_names(report)), frozenset(ids))


def _of_workbook(found: FoundBook) -> _Report:
    ids = frozenset(id_ for sheet in found.sheets for id_ in sheet.ids() if id_)
    return _Report(None, frozenset(sheet.name for sheet in found.sheets), ids)


def _sheet_names(report: ReportDefinition) -> set[str]:
    return {name for lang in LANGUAGES for name, _ in sheet_entities(report, lang)}


def _is_another(there: _Report, here: _Report) -> bool:
    if not there.facts or there.facts & here.facts:
        return False
    is_titled_alike = there.title is None or bool(set(there.title) & set(here.title or ()))
    return not (there.entities & here.entities and is_titled_alike)


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
