"""A report's folder to start from: small, complete, and invented."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from exporter.errors import UsageError
from exporter.evidence.record import add_source
from exporter.files import settle, staged, templates_folder

_NOTE_PUBLISHED = date(2026, 1, 15)
_FILES = {  # in the folder of templates: in the report
    "report.yaml": "report.yaml",
    "views.yaml": "views.yaml",
    "facts/example-motors.yaml": "facts/example-motors.yaml",
    "gitignore": ".gitignore",
}


def make_report(folder: Path) -> Iterator[Path]:
    """Make a report's folder that builds at once, all of it or nothing.

    Returns:
        The files made.

    Raises:
        UsageError: The folder holds something already.
        SetupError: It cannot be written.
    """
    settle(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already", "name a folder that is new or empty")
    with staged(folder) as stage:
        _fill(stage)
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _fill(folder: Path) -> None:
    blank = templates_folder() / "new-report"
    for source, target in _FILES.items():
        path = folder / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((blank / source).read_bytes())
    given = {
        "title": "A note to the press",
        "publisher": "Example Motors",
        "author": None,
        "url": "https://example.com/press/2026-01-15",
        "published": _NOTE_PUBLISHED,
        "retrieved": _NOTE_PUBLISHED,
    }
    add_source(folder, blank / "press-note.txt", "press-note", given, today=_NOTE_PUBLISHED)
