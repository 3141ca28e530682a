"""A report's folder to start from: small, complete, and invented."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from exporter.errors import UsageError
from exporter.evidence.record import add_source
from exporter.facts.words import LANGUAGES, Bilingual, Lang
from exporter.files import settle, staged, templates_folder
from exporter.limits import refused_sheet_name
from exporter.report.labels import OTHER_SHEETS

SOURCE = "press-note"  # what the example is quoted from
_NOTE_PUBLISHED = date(2026, 1, 15)
FACTS_WORKBOOK = "facts.xlsx"
_IN_WORKBOOK = (
    "facts: facts.xlsx           # one row a fact; what may be chosen is on its sheet Lists\n"
)
_FILES = {  # in the report: in the folder of templates
    "report.yaml": "report.yaml",
    "views.yaml": "views.yaml",
    "facts/example-motors.yaml": "facts/example-motors.yaml",
    ".gitignore": "gitignore",
}


def make_report(folder: Path, facts: bytes | None = None) -> Iterator[Path]:
    """Make a report's folder that builds at once, all of it or nothing.

    Args:
        folder: To make.
        facts: A workbook of facts with its first one, to take instead of them all.

    Returns:
        The files made.

    Raises:
        UsageError: The folder holds something already.
        SetupError: It cannot be written.
    """
    demand_empty(folder)
    with staged(folder) as stage:
        _fill(stage, facts)
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def make_blank_report(
    folder: Path,
    entities: Sequence[Bilingual],
    languages: Sequence[Lang],
    edition: date,
    facts: bytes | None = None,
) -> Iterator[Path]:
    """Make a report's folder without facts yet, for these entities; all of it or nothing.

    Args:
        folder: To make.
        entities: Their names, the first of which is the report's.
        languages: Of its files; both for none.
        edition: The date that it speaks for.
        facts: A workbook for them; YAML files unless given.

    Returns:
        The files made.

    Raises:
        UsageError: The folder holds something already, or a name can be none of a sheet.
        SetupError: It cannot be written.
    """
    languages = languages or LANGUAGES
    for lang in languages:
        _demand_sheet_names([entity.in_(lang) for entity in entities], lang)
    demand_empty(folder)
    blank = (templates_folder() / "new-report" / "blank.yaml").read_text("utf-8")
    with staged(folder) as stage:
        filled = blank.format(
            title=_written(entities[0]),
            edition=edition,
            facts="" if facts is None else _IN_WORKBOOK,
            languages=", ".join(languages),
            entities="\n".join(f"  - {{name: {_written(entity)}}}" for entity in entities),
        )
        (stage / "report.yaml").write_text(filled, "utf-8")
        place = "facts/.gitkeep" if facts is None else FACTS_WORKBOOK
        _write(stage / place, facts or b"")
        (stage / ".gitignore").write_bytes(
            (templates_folder() / "new-report" / "gitignore").read_bytes()
        )
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _demand_sheet_names(names: Sequence[str], lang: Lang) -> None:
    """Go on only if a workbook may have sheets of these names, beside its own.

    Raises:
        UsageError: It may not.
    """
    taken = {label.in_(lang).casefold() for label in OTHER_SHEETS}
    for name in names:
        if fault := refused_sheet_name(name):
            raise UsageError(f"{name!r}: {fault}", "give the entity a name that Excel takes")
        if name.casefold() in taken:
            wrong = f"{name!r} is the name of another sheet for Excel"
            raise UsageError(wrong, "give every entity a name of its own")
        taken.add(name.casefold())


def _written(name: Bilingual) -> str:
    """A name as report.yaml has it; JSON's strings are YAML's."""
    en, zh = (json.dumps(part, ensure_ascii=False) for part in name)
    return en if en == zh else f"{{en: {en}, zh: {zh}}}"


def demand_empty(folder: Path) -> None:
    """Go on only if a folder is not there, or empty.

    Raises:
        UsageError: It is neither.
    """
    settle(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already", "name a folder that is new or empty")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _fill(folder: Path, facts: bytes | None) -> None:
    blank = templates_folder() / "new-report"
    contents = {target: (blank / source).read_bytes() for target, source in _FILES.items()}
    if facts is not None:
        del contents["facts/example-motors.yaml"]
        contents |= {
            "report.yaml": (blank / "authoring.yaml").read_bytes(),
            FACTS_WORKBOOK: facts,
        }
    for target, content in contents.items():
        _write(folder / target, content)
    given = {
        "title": "A note to the press",
        "publisher": "Example Motors",
        "author": None,
        "url": "https://example.com/press/2026-01-15",
        "published": _NOTE_PUBLISHED,
        "retrieved": _NOTE_PUBLISHED,
    }
    add_source(folder, blank / "press-note.txt", SOURCE, given, today=_NOTE_PUBLISHED)
