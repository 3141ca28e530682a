"""The manifest: what was written from what, and all that it takes to verify it anywhere.

`manifest.json` lies beside the files that it speaks for. It carries their SHA-256, that of the
inputs, the versions of the libraries, and the content itself: the definition, the facts, the views
and the records of the sources. So a folder that has travelled is verified without the report: the
evidence is checked again, all is laid out again, and the files are compared with that.

Many facts do not stand in the manifest but in `facts.parquet` beside it, whose SHA-256 it carries.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from platform import python_version
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from exporter.evidence.sources import Source, SourceRecord, positions_of
from exporter.facts.fact_set import BATCH_ROWS, FactSet, collect
from exporter.facts.table import FACTS
from exporter.facts.views import View
from exporter.facts.words import Lang
from exporter.report.definition import ReportDefinition

MANIFEST, FACTS_FILE = "manifest.json", "facts.parquet"
MOST_INSIDE = 10_000  # facts; about 10 MB
_GROUP_ROWS = 8 * BATCH_ROWS
_FORMAT = 1
_LIBRARIES = ("exporter", "pyarrow", "xlsxwriter", "weasyprint", "jinja2")
_DATE = FACTS.names.index("date")


@dataclass(frozen=True, slots=True)
class Content:
    """What a report's files were made from.

    Attributes:
        languages: The languages written.
        facts: By the schema FACTS; files are named from the report's folder. A table is taken as
            a set.
    """

    report: ReportDefinition
    languages: tuple[Lang, ...]
    facts: FactSet
    views: tuple[View, ...]
    sources: Mapping[str, Source]

    def __post_init__(self) -> None:
        if isinstance(self.facts, pa.Table):
            object.__setattr__(self, "facts", collect([self.facts]))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says: the content, and SHA-256 (hex) by file name.

    Attributes:
        inputs: Of the report's files, by their paths from its folder.
        outputs: Of the files written.
        intact: Whether the manifest is as it was written, by its own SHA-256.
        facts_hash: SHA-256 of the file beside it that holds the facts; "" where it holds them.
    """

    content: Content
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    intact: bool
    facts_hash: str


def write_manifest(
    folder: Path,
    content: Content,
    inputs: Mapping[str, str],
    outputs: Mapping[str, str],
    counts: Mapping[str, Any],
) -> list[str]:
    """Write the manifest, and the facts beside it where they are many.

    The same content always gives the same bytes.

    Args:
        folder: Where the files are that it speaks for.
        content: What the files were made from.
        inputs: SHA-256 of each file of the report, by its path from the report's folder.
        outputs: SHA-256 of each file written, by name.
        counts: What the check counted, for people.

    Returns:
        The names of the files, the manifest last.
    """
    facts_hash = ""
    if content.facts.num_rows > MOST_INSIDE:
        write_facts(content.facts, folder / FACTS_FILE)
        facts_hash = file_hash(folder / FACTS_FILE)
    text = _manifest_text(content, inputs, outputs, counts, facts_hash)
    (folder / MANIFEST).write_text(text, "utf-8", newline="")
    return [FACTS_FILE, MANIFEST] if facts_hash else [MANIFEST]


def read_manifest(path: Path) -> Manifest:
    """Read a manifest, and the facts beside it.

    Raises:
        ValueError: It is no manifest, or what it says cannot be; tells why.
        OSError: It cannot be read.
    """
    try:
        said = json.loads(path.read_text("utf-8"))
        content = _content(said, path.with_name(FACTS_FILE))
        return Manifest(
            content,
            dict(said["inputs"]),
            dict(said["outputs"]),
            said["sha256"] == _digest(said),
            str(said["facts"]["sha256"]) if isinstance(said["facts"], dict) else "",
        )
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise ValueError(f"{place}: {first['msg']}") from error
    except (KeyError, TypeError, AttributeError, pa.ArrowException) as error:
        raise ValueError(f"something is missing or garbled: {error}") from error


def write_facts(facts: FactSet, path: Path) -> None:
    """Write facts as a Parquet file, a few of them in memory at a time.

    The same facts always give the same bytes, however they come.

    Args:
        facts: By the schema FACTS, or with more columns, which are left out.
        path: The file.
    """
    import pyarrow.parquet as pq

    with pq.ParquetWriter(path, FACTS, compression="zstd", version="2.6") as writer:
        for group in _groups(facts):
            writer.write_table(group, row_group_size=_GROUP_ROWS)


def read_facts_file(path: Path) -> Iterator[pa.Table]:
    """The facts of such a file, batch by batch.

    Raises:
        ValueError: It is not there, or does not hold facts.
    """
    import pyarrow.parquet as pq

    if not path.is_file():
        raise ValueError(f"{path.name}, which holds the facts, is missing")
    with pq.ParquetFile(path) as file:
        if not file.schema_arrow.equals(FACTS):
            raise ValueError(f"{path.name} does not have the columns of facts")
        for batch in file.iter_batches(BATCH_ROWS):
            yield pa.Table.from_batches([batch])


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def path_from(folder: Path, file: str) -> str:
    """A file's path from the report's folder, with slashes on every system."""
    path = Path(file)
    return str(PurePosixPath(path.relative_to(folder) if path.is_relative_to(folder) else path))


def _manifest_text(
    content: Content,
    inputs: Mapping[str, str],
    outputs: Mapping[str, str],
    counts: Mapping[str, Any],
    facts_hash: str,
) -> str:
    facts = content.facts
    facts_file = {"file": FACTS_FILE, "rows": facts.num_rows, "sha256": facts_hash}
    said: dict[str, Any] = {
        "format": _FORMAT,
        "edition": content.report.edition.isoformat(),
        "languages": list(content.languages),
        "counts": dict(counts),
        "outputs": dict(sorted(outputs.items())),
        "inputs": dict(sorted(inputs.items())),
        "versions": {"python": python_version(), **{name: version(name) for name in _LIBRARIES}},
        "definition": content.report.model_dump(mode="json", exclude_none=True),
        "facts": facts_file if facts_hash else [row for b in facts.batches() for row in _rows(b)],
        "views": [_view_row(view) for view in content.views],
        "sources": {
            id_: source.record.model_dump(mode="json", exclude_none=True)
            for id_, source in content.sources.items()
        },
    }
    said["sha256"] = _digest(said)
    return "".join(_lines(said))


def _content(said: Mapping[str, Any], facts_file: Path) -> Content:
    records = {id_: SourceRecord.model_validate(record) for id_, record in said["sources"].items()}
    report = ReportDefinition.model_validate(said["definition"])
    inside = isinstance(said["facts"], list)
    batches = [_table(said["facts"])] if inside else read_facts_file(facts_file)
    return Content(
        report,
        tuple(said["languages"]),
        collect(batches, [entity.name.en for entity in report.entities]),
        tuple(View.model_validate(row) for row in said["views"]),
        {
            id_: Source(id_, record, None, f"sources/{id_}.yaml", positions_of(record.fingerprints))
            for id_, record in records.items()
        },
    )


def _groups(facts: FactSet) -> Iterator[pa.Table]:
    """The facts in groups of one size, however they come: so the bytes depend on them alone."""
    group: list[pa.Table] = []
    rows = 0
    for whole in facts.batches():
        batch = whole.select(FACTS.names)
        while rows + batch.num_rows >= _GROUP_ROWS:
            rest = _GROUP_ROWS - rows
            yield pa.concat_tables([*group, batch.slice(0, rest)]).combine_chunks()
            group, rows, batch = [], 0, batch.slice(rest)
        group.append(batch)
        rows += batch.num_rows
    if rows:
        yield pa.concat_tables(group).combine_chunks()


def _rows(facts: pa.Table) -> Iterator[dict[str, Any]]:
    """Facts as JSON, without what is null."""
    dated = facts.select(FACTS.names)
    for row in dated.set_column(_DATE, "date", dated["date"].cast(pa.string())).to_pylist():
        yield {key: value for key, value in row.items() if value is not None}


def _table(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    written = FACTS.set(_DATE, pa.field("date", pa.string()))
    return pa.Table.from_pylist(list(rows), schema=written).cast(FACTS)


def _view_row(view: View) -> dict[str, Any]:
    return {**view.model_dump(mode="json", exclude_none=True), "file": view.file, "line": view.line}


def _digest(said: Mapping[str, Any]) -> str:
    rest = {key: value for key, value in said.items() if key != "sha256"}
    canonical = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def _lines(said: Mapping[str, Any]) -> Iterator[str]:
    """JSON with a line for each fact, so that two manifests can be compared by eye."""
    yield "{\n"
    last = len(said) - 1
    for index, (key, value) in enumerate(said.items()):
        end = ",\n" if index < last else "\n"
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in value)
            yield f" {json.dumps(key)}: [\n{rows}\n ]{end}"
        else:
            yield f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}{end}"
    yield "}\n"
