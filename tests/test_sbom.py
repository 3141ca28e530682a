"""The SBOM is CycloneDX, complete, and the same on every run."""

import json

import pytest
from packaging.requirements import Requirement

from scripts import sbom
from scripts.pinned import Pin, read_pins


@pytest.fixture(scope="module")
def text():
    return sbom.make_sbom()


@pytest.fixture(scope="module")
def components(text):
    return {component["name"]: component for component in json.loads(text)["components"]}


def test_it_keeps_the_schema(text):
    # Of 5 seconds, which every process that looks for tests would pay.
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"type": "library"', '"type": "book"')) is not None


def test_the_same_environment_gives_the_same_bytes(text, tmp_path, capsys):
    path = tmp_path / "dist" / "exporter.cdx.json"
    assert sbom.main([str(path)]) == 0
    assert path.read_text("utf-8") == text
    assert str(path) in capsys.readouterr().out
    whole = json.loads(text)
    assert "serialNumber" not in whole
    assert "timestamp" not in whole["metadata"]


@pytest.mark.parametrize(("stage", "scope"), [("runtime", "required"), ("extras", "optional")])
def test_every_pin_is_a_component_with_licence_and_hashes(components, stage, scope):
    runtime = read_pins("runtime")
    for name, pin in read_pins(stage).items():
        if not pin.applies:
            assert name not in components
            continue
        component = components[name]
        (reference,) = component["externalReferences"]
        assert component["version"] == pin.version
        assert {found["content"] for found in reference["hashes"]} == set(pin.hashes)
        assert component["licenses"]
        assert component["scope"] == ("required" if name in runtime else scope)


def test_tools_are_no_components(components):
    assert not components.keys() & {"pytest", "ruff", "pip", "hatchling", "python3-venv"}


def test_every_component_is_needed_by_something(text):
    edges = json.loads(text)["dependencies"]
    needs = {edge["ref"]: edge.get("dependsOn", []) for edge in edges}
    root = json.loads(text)["metadata"]["component"]["bom-ref"]
    found, waiting = set(), [root]
    while waiting:
        found.add(name := waiting.pop())
        waiting += [need for need in needs[name] if need not in found]
    assert found == needs.keys()
    assert "fonttools" in {name.split("==")[0] for name in needs[_named("weasyprint", needs)]}


def _named(name, references):
    return next(reference for reference in references if reference.split("==")[0] == name)


def test_what_wheels_have_compiled_in_stands_below_them(components):
    names = {part["name"] for part in components["pydantic-core"]["components"]}
    assert "jiter" in names
    assert "pydantic-core" not in names


def test_what_the_system_brings_is_named(components):
    assert components["libpango-1.0-0"]["licenses"][0]["license"]["id"] == "LGPL-2.0-or-later"
    assert components["fonts-noto-cjk"]["licenses"][0]["license"]["id"] == "OFL-1.1"
    assert components["python"]["type"] == "platform"


@pytest.mark.parametrize(
    ("pin", "message"),
    [
        ("not-installed==1.0", "not-installed is not installed; run `make setup`."),
        ("jinja2==0.1", "is installed, not 0.1; run `make setup`."),
    ],
)
def test_an_environment_that_is_not_set_up_is_told(monkeypatch, pin, message):
    requirement = Requirement(pin)
    pins = {requirement.name: Pin(requirement.name, requirement, ())}
    monkeypatch.setattr(sbom, "read_pins", lambda _stage: pins)
    monkeypatch.setattr(sbom, "find_licences", lambda _listed: ([], []))
    with pytest.raises(SystemExit, match=message):
        sbom.make_sbom()
