"""What the facts of a table say, before it is changed and after, as the report reads it."""

from collections.abc import Mapping
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.edits.fact_edits import FactEdits, Owner
from exporter.edits.text_edits import CannotEditError
from exporter.engine.arrow import empty_table
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
    tables = _looked_at(_rows(before, file, reading), _rows(after, file, reading), edits)
    was, now = map(_by_owner, tables)
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


def _rows(content: bytes, file: str, how: tuple[Reading, Anchors, ReadingLimits]) -> pa.Table:
    reading, anchors, limits = how
    with TemporaryDirectory(prefix="exporter-") as folder:
        path = Path(folder, Path(file).name)
        path.write_bytes(content)
        inputs = Inputs.of(path, limits=limits)
        read = FactFile(str(path), file, inputs, reading=reading, anchors=anchors)
        found = [empty_table(WRITTEN)]
        for table, problems in rows_of_file(read):
            if problems:
                raise CannotEditError(f"{file}: {problems[0].wrong}; edit it by hand")
            found.append(table.select(WRITTEN.names))
    return pa.concat_tables(found)


def _looked_at(was: pa.Table, now: pa.Table, edits: FactEdits) -> tuple[pa.Table, pa.Table]:
    """The rows of both that may differ, and those that were edited; most of many are neither."""
    if edits.deleted or edits.added or not was["id"].equals(now["id"]):
        return was, now
    same = [
        pc.or_kleene(
            pc.equal(was[name], now[name]), pc.and_(pc.is_null(was[name]), pc.is_null(now[name]))
        )
        for name in _NAMES
    ]
    is_same = pc.fill_null(reduce(pc.and_kleene, same), False)
    is_edited = pc.is_in(was["line"], pa.array([line for line, _ in edits.rows], pa.int32()))
    mask = pc.or_(pc.invert(is_same), is_edited)
    return was.filter(mask), now.filter(mask)


def _by_owner(table: pa.Table) -> dict[Owner, dict[str, Any]]:
    rows = table.select(_NAMES).to_pylist()
    lines = table["line"].to_pylist()
    return {(line, row["id"] or ""): row for line, row in zip(lines, rows, strict=True)}


def _same(expected: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    return expected == found or all(_equal(expected.get(name), found.get(name)) for name in _NAMES)


def _equal(one: str | None, other: str | None) -> bool:
    if (one or "") == (other or ""):
        return True
    try:
        return float(one or "") == float(other or "")
    except ValueError:
        return False
