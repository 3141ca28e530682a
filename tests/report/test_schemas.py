"""JSON Schemas of a report's files: what builds is taken, what does not is refused where it is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from exporter.facts.table import FIELDS
from exporter.facts.views import LEARNT
from exporter.report.schemas.files import KINDS, schema_of
from exporter.report.schemas.told import TOLD
from exporter.report.starter import make_report
from tests.command_line import run

ROOT = Path(__file__).parents[2]
REPORTS = (ROOT / "reports" / "alibaba-ai", ROOT / "tests" / "reports" / "norvik")


class _Constructor(SafeConstructor):
    """Dates stay texts, as in the YAML 1.2 of editors."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def parsed(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Constructor
    return yaml.load(text)


def wrong(kind: str, text: str) -> str:
    """What an editor would say of a text, and where; "" for nothing."""
    # It takes seconds to load, which whoever only collects tests need not wait for.
    from jsonschema import Draft7Validator, FormatChecker
    from jsonschema.exceptions import best_match

    checker = Draft7Validator(schema_of(kind), format_checker=FormatChecker())
    error = best_match(checker.iter_errors(parsed(text)))
    return "" if error is None else f"{'.'.join(map(str, error.absolute_path))}: {error.message}"


def files_of(report: Path) -> Iterator[tuple[str, Path]]:
    yield "report", report / "report.yaml"
    yield "views", report / "views.yaml"
    yield from (("facts", path) for path in sorted((report / "facts").glob("*.yaml")))
    yield from (("source", path) for path in sorted((report / "sources").glob("*.yaml")))


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    from jsonschema import Draft7Validator

    schema = schema_of(kind)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize(
    ("kind", "path"),
    [found for report in REPORTS for found in files_of(report)],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_what_builds_is_taken(kind: str, path: Path) -> None:
    assert wrong(kind, path.read_text("utf-8")) == ""


def test_a_new_report_is_taken(tmp_path: Path) -> None:
    list(make_report(tmp_path / "mine"))
    found = list(files_of(tmp_path / "mine"))
    assert {kind for kind, _ in found} == set(KINDS)
    assert [wrong(kind, path.read_text("utf-8")) for kind, path in found] == [""] * len(found)


REPORT = """\
title: {en: Ports, zh: 港口}
edition: 2026-01-31
author: Our desk
facts: {file: boxes.csv, encoding: cp1252, decimal: ",", columns: {Wert: value}, defaults: {period: 2025}}
fiscal_year_ends: 03-31
stale_after: 1 quarter
names: [24, 18-24]
entities: [{name: {en: Yard, zh: 堆场}, headline: boxes.high}]
one_pagers: [{name: views, title: Views, picture: {title: Boxes, facts: [boxes]}}]
"""
FACT = """\
- id: boxes
  entity: 360
  metric: {zh: 箱量}
  value: {from: 20.5, to: 21}
  unit: {en: boxes, zh: 箱, also: [TEU]}
  period: 2025
  status: guidance
  source: note
  quote: We expect 20.5 to 21 boxes
"""
VIEW = """\
- id: quay
  broker: Quay Securities
  subject: Yard
  stance: neutral
  thesis: Fine
  drivers: [Boxes]
  target_price: 25.5
  currency: HKD
  source: note
  quote: A target of HK$25.5
"""
SHARED = """\
- defaults: {entity: Yard, source: note, period: 2025}
- {id: cranes, metric: Cranes, value: 5, quote: five cranes and two gates, period: }
- quote: five cranes and two gates
  facts:
    - {id: gates, metric: Gates, value: 2}
"""


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("report", REPORT),
        ("report", REPORT.replace("{file: boxes.csv", "{sql: SELECT 1, url: 'duckdb://'").replace('encoding: cp1252, decimal: ",", ', "")),
        ("facts", FACT),
        ("facts", SHARED),
        ("facts", FACT.replace("{from: 20.5, to: 21}", "2025-10-31")),
        ("facts", f"facts:\n{FACT}views:\n{VIEW}"),
        ("views", VIEW),
    ],
)  # fmt: skip
def test_every_form_is_taken(kind: str, text: str) -> None:
    assert wrong(kind, text) == ""


@pytest.mark.parametrize(
    ("kind", "text", "old", "new", "said"),
    [
        ("report", REPORT, "author:", "autor:", "'autor' was unexpected"),
        ("report", REPORT, "author: Our desk\n", "", "'author' is a required property"),
        ("report", REPORT, "headline:", "headlin:", "entities.0: "),
        ("report", REPORT, "2026-01-31", "January 2026", "is not a 'date'"),
        ("report", REPORT, "entities: [", "currency: YEN\nentities: [", "currency: "),
        ("report", REPORT, "{en: Ports, zh: 港口}", "{en: Ports}", "title: "),
        ("report", REPORT, "Wert: value", "Wert: valeu", "facts"),
        ("report", REPORT, "facts: [boxes]", "facts: boxes", "picture"),
        ("facts", FACT, "metric:", "metrik:", "0: "),
        ("facts", FACT, "  source: note\n", "", "'source' is a required property"),
        ("facts", FACT, "id: boxes", "id: Boxes", "0.id: 'Boxes' does not match"),
        ("facts", FACT, "guidance", "expected", "0.status: "),
        ("facts", FACT, ", to: 21}", "}", "0.value: "),
        ("facts", FACT, "also:", "or:", "0.unit: "),
        ("facts", SHARED, "- defaults: {", "- defaults: {id: a, ", "0.defaults: "),
        ("facts", SHARED, "metric: Gates", "metrik: Gates", "2.facts.0: "),
        ("facts", SHARED, "  facts:", "  fact:", "2: "),
        ("views", VIEW, "stance: neutral", "stance: mixed", "0.stance: "),
        ("views", VIEW, "  broker:", "  file: a.yaml\n  broker:", "'file' was unexpected"),
        ("views", VIEW, "drivers: [Boxes]", "drivers: []", "0.drivers: "),
    ],
)  # fmt: skip
def test_what_does_not_build_is_refused(
    kind: str, text: str, old: str, new: str, said: str
) -> None:
    assert old in text
    assert said in wrong(kind, text.replace(old, new, 1))


def properties() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every key that a definition of any schema has, but those of defaults and groups."""
    for kind in KINDS:
        for name, part in schema_of(kind)["definitions"].items():
            for key, form in part.get("properties", {}).items():
                if name not in {"Defaults", "Group"}:
                    yield name, key, form


def test_every_key_has_a_form_and_a_sentence() -> None:
    bare = {
        f"{name}.{key}"
        for name, key, form in properties()
        if not form.keys() & {"type", "enum", "anyOf", "$ref", "items"}
        or {} in form.get("anyOf", ())
        or form.get("items") == {}
    }
    assert bare == set(), "give the type of each a form, by WithJsonSchema"
    untold = {f"{name}.{key}" for name, key, form in properties() if "description" not in form}
    assert untold == set(), "say in report/schemas/told.py what each is"


def test_no_sentence_is_of_a_key_that_is_gone() -> None:
    known = {(name, key) for name, key, _ in properties()}
    told = {(name, key) for name, keys in TOLD.items() for key in keys if name != "FactsFile"}
    assert told == known
    assert {key for name, key in known if name == "Fact"} == set(FIELDS)
    assert not {key for name, key in known if name == "View"} & set(LEARNT)


def test_schemas_are_written_where_editors_find_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk" / ".schemas"
    told = run(capsys, monkeypatch, ["schema", "-o", folder])
    assert (told.status, told.out.count("wrote ")) == (0, len(KINDS))
    written = {path.name: json.loads(path.read_text("utf-8")) for path in folder.iterdir()}
    assert written == {f"{kind}.schema.json": schema_of(kind) for kind in KINDS}


def test_schemas_are_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    every = json.loads(run(capsys, monkeypatch, ["schema"]).out)
    assert every == {kind: schema_of(kind) for kind in KINDS}
    assert json.loads(run(capsys, monkeypatch, ["schema", "views"]).out) == every["views"]
    refused = run(capsys, monkeypatch, ["schema", "sheets"])
    assert refused.status == 2
    assert "there are report, facts, views, source" in refused.err
