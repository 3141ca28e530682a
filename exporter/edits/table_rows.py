"""What the facts of a table say, before it is changed and after, as the report reads it."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from exporter.edits.fact_edits import FactEdits, Owner
from exporter.edits.text_edits import CannotEditError
from exporter.facts.flat.files import FactFile
from exporter.facts.read import rows_of_file
from exporter.facts.reading import Anchors, Reading
from exporter.facts.table import PLACES, WRITTEN
from exporter.inputs.opened import Inputs
from exporter.limits import ReadingLimits

_NAMES = [name for name in WRITTEN.names if name not in PLACES]


def refuse_other_changes(
    before: bytes,
    after: bytes,
    edits: FactEdits,
    file: str,
    reading: tuple[Reading, Anchors, ReadingLimits],
) -> None:
    """Go on only if a table says what it is to say, and all else as before.

    Args:
        before: Its content before.
        after: Its content after.
        edits: What was to change.
        file: What messages call it.
        reading: How it is read.

    Raises:
        CannotEditError: Something else has changed with it.
    """
    was, now = (_rows(content, file, reading) for content in (before, after))
    expected = {
        owner[1]: {**row, **edits.rows[owner].columns} if owner in edits.rows else row
        for owner, row in was.items()
        if owner not in edits.deleted
    }
    expected |= {id_: dict(row) for id_, row in edits.added.items()}
    found = {owner[1]: row for owner, row in now.items()}
    unlike = [
        id_
        for id_ in dict.fromkeys((*expected, *found))
        if id_ not in found or id_ not in expected or not _same(expected[id_], found[id_])
    ]
    if unlike:
        raise CannotEditError(f"{file}: {unlike[0]} would say something else; edit it by hand")


def _rows(
    content: bytes, file: str, how: tuple[Reading, Anchors, ReadingLimits]
) -> dict[Owner, dict[str, Any]]:
    reading, anchors, limits = how
    with TemporaryDirectory(prefix="exporter-") as folder:
        path = Path(folder, Path(file).name)
        path.write_bytes(content)
        inputs = Inputs.of(path, limits=limits)
        read = FactFile(str(path), file, inputs, reading=reading, anchors=anchors)
        found: dict[Owner, dict[str, Any]] = {}
        for table, problems in rows_of_file(read):
            if problems:
                raise CannotEditError(f"{file}: {problems[0].wrong}; edit it by hand")
            rows = table.select(_NAMES).to_pylist()
            for line, row in zip(table["line"].to_pylist(), rows, strict=True):
                found[line, row["id"] or ""] = row
    return found


def _same(expected: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    return expected == found or all(_equal(expected.get(name), found.get(name)) for name in _NAMES)


def _equal(one: str | None, other: str | None) -> bool:
    if (one or "") == (other or ""):
        return True
    try:
        return float(one or "") == float(other or "")
    except ValueError:
        return False
