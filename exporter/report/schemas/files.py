"""A JSON Schema for each kind of file of a report, and putting them into a folder."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from exporter.evidence.source_record import SourceRecord
from exporter.facts.json_forms import Form, parts
from exporter.facts.models import Model
from exporter.facts.views import View
from exporter.files import replacing
from exporter.report.definition import ReportDefinition
from exporter.report.schemas.facts import definitions_of_facts
from exporter.report.schemas.models import REFERENCE, definitions_of

# The one that every editor knows.
_DRAFT = "http://json-schema.org/draft-07/schema#"


def _report() -> Form:
    return _of_model(ReportDefinition)


def _source() -> Form:
    return _of_model(SourceRecord)


def _views() -> Form:
    return {**_list_of("View"), "definitions": definitions_of(View)}


def _facts() -> Form:
    """A list of facts, or `{facts: […], views: […]}`."""
    facts, views = {"$ref": REFERENCE.format(model="Facts")}, _list_of("View")
    return {
        "if": {"type": "array"},
        "then": facts,
        "else": parts({"facts": facts, "views": views}, minProperties=1),
        "definitions": {**definitions_of_facts(), **definitions_of(View)},
    }


_KINDS: Mapping[str, tuple[str, Callable[[], Form]]] = MappingProxyType(
    {
        "report": ("A report: report.yaml", _report),
        "facts": ("Facts of a report", _facts),
        "views": ("Views of brokers: views.yaml", _views),
        "source": ("The record of a source, as `exporter source add` makes it", _source),
    }
)
KINDS = tuple(_KINDS)


def schema_of(kind: str) -> Form:
    """The JSON Schema of a kind of file, by draft 07.

    Args:
        kind: One of KINDS.
    """
    title, make = _KINDS[kind]
    return {"$schema": _DRAFT, "title": title, **make()}


def schema_name(kind: str) -> str:
    """The file that the schema of a kind is kept in."""
    return f"{kind}.schema.json"


def write_schemas(folder: Path) -> Iterator[Path]:
    """Write the schema of every kind into a folder, which is made where there is none.

    Yields:
        The files, each once it is written.

    Raises:
        SetupError: One cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        path = folder / schema_name(kind)
        with replacing(path) as temporary:
            temporary.write_text(as_json(schema_of(kind)) + "\n", "utf-8")
        yield path


def as_json(schema: Form) -> str:
    """A schema as a file has it."""
    return json.dumps(schema, ensure_ascii=False, indent=1)


def _of_model(model: type[Model]) -> Form:
    return {"$ref": REFERENCE.format(model=model.__name__), "definitions": definitions_of(model)}


def _list_of(name: str) -> Form:
    return {"type": "array", "items": {"$ref": REFERENCE.format(model=name)}}
