"""Parts of a report on disk: written once, and read one by one by whoever builds them.

A part is a line of JSON, and its facts as an Arrow stream; a place says where in the file it is.
So what is handed to a worker is a few words, and where the workers are makes no difference.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa
from pyarrow import ipc

from exporter.check.part import ReportPart
from exporter.errors import Problem
from exporter.facts.views import View
from exporter.facts.words import Bilingual
from exporter.report.for_each import Value
from exporter.report.valued import Share

_OF_SHARE = ("entities", "brokers", "elsewhere")


class Place(NamedTuple):
    """Where a part is stored."""

    file: str
    start: int
    head: int
    length: int


def store_parts(parts: Iterable[ReportPart], path: Path) -> list[Place]:
    """Write parts into one file, one after another."""
    with path.open("wb") as file:
        return list(_stored(parts, path, file))


def read_part(place: Place) -> ReportPart:
    """Read one of them."""
    with open(place.file, "rb") as file:  # noqa: PTH123 - what fsspec opens, too
        file.seek(place.start)
        content = file.read(place.length)
    said = json.loads(content[: place.head])
    rows = ipc.open_stream(pa.BufferReader(content[place.head :])).read_all()
    return ReportPart(
        Share(
            Value(Bilingual(*said["name"]), said["folder"]),
            *(frozenset(said[name]) for name in _OF_SHARE),
        ),
        rows,
        _problems(said["problems"]),
        tuple(View.model_validate(row) for row in said["views"]),
        _problems(said["of_views"]),
    )


def _stored(parts: Iterable[ReportPart], path: Path, file: BinaryIO) -> Iterator[Place]:
    start = 0
    for part in parts:
        head, rows = json.dumps(_said(part)).encode(), BytesIO()
        with ipc.new_stream(rows, part.written.schema) as stream:
            stream.write_table(part.written)
        file.write(head)
        length = len(head) + file.write(rows.getvalue())
        yield Place(str(path), start, len(head), length)
        start += length


def _said(part: ReportPart) -> dict[str, Any]:
    assert isinstance(part.share, Share)  # noqa: S101 - nobody stores all of a report
    names = {name: sorted(getattr(part.share, name)) for name in _OF_SHARE}
    return {
        "name": part.value.name,
        "folder": part.value.folder,
        **names,
        "problems": list(map(asdict, part.problems)),
        "views": list(map(_view, part.views)),
        "of_views": list(map(asdict, part.of_views)),
    }


def _view(view: View) -> dict[str, Any]:
    """All of a view, also what no manifest says of it."""
    learnt = {name: getattr(view, name) for name in ("review", "missing", "file", "line")}
    return view.model_dump(mode="json", exclude_none=True) | learnt


def _problems(said: Iterable[dict[str, Any]]) -> tuple[Problem, ...]:
    return tuple(Problem(**problem) for problem in said)
