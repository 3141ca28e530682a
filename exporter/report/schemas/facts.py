"""The JSON Schema of facts in YAML: facts, defaults for those that follow, and groups."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from exporter.facts.further import ALSO_IN, Further
from exporter.facts.json_forms import DAY, HALVES, IN_EITHER, WORDS, Form, parts
from exporter.facts.patterns import NAME_PATTERN
from exporter.facts.shared_fields import OWN
from exporter.facts.table import BILINGUAL_FIELDS, FIELDS, NOT_CALCULATED, REQUIRED
from exporter.facts.unit_names import UNIT_NAMES
from exporter.facts.words import Qualifier, Status
from exporter.report.schemas.models import REFERENCE
from exporter.report.schemas.told import TOLD

_NUMBER: Form = {"type": "number", "title": "number"}
_ID: Form = {**WORDS, "pattern": NAME_PATTERN, "title": "id"}
_VALUE: Form = {
    "title": "number, date, text, `{en, zh}`, or `{from, to}`",
    "anyOf": [
        {"type": ["number", "string"]},
        parts(HALVES, minProperties=1),
        parts({"from": _NUMBER, "to": _NUMBER}, required=["from", "to"]),
    ],
}
# Any unit that is known may stand as a text; these are offered.
_UNIT: Form = {
    "title": "known unit, or `{en, zh, also}`",
    "anyOf": [
        {"enum": [*UNIT_NAMES]},
        WORDS,
        parts({**HALVES, "also": {"type": "array", "items": WORDS, "minItems": 1}}),
    ],
}
_FURTHER: Form = {
    "type": "array",
    "minItems": 1,
    "items": parts(
        dict.fromkeys(Further._fields, WORDS),
        required=["source", "quote"],
        title="`{source, quote, quote_en, quote_zh}`",
    ),
}
_ELSE: Mapping[str, Form] = MappingProxyType(
    {
        "id": _ID,
        "value": _VALUE,
        "unit": _UNIT,
        "decimals": {"type": "integer", "minimum": 0, "title": "whole number"},
        "qualifier": {"enum": [*map(str, Qualifier)], "default": str(Qualifier.EXACT)},
        "status": {"enum": [*map(str, Status)], "default": str(Status.ACHIEVED)},
        ALSO_IN: _FURTHER,
        "restates": _ID,
        "replaces": _ID,
        "carried": DAY,
        **dict.fromkeys(BILINGUAL_FIELDS, IN_EITHER),
    }
)
NEEDED = tuple(dict.fromkeys(name.partition(".")[0] for name in REQUIRED))
_DEFAULTS, _FACTS = "defaults", "facts"


def fact_fields() -> dict[str, Form]:
    """The form of each field of a fact, with what it is in a sentence."""
    return {name: _told(name, {**WORDS, **_ELSE.get(name, {})}) for name in FIELDS}


def _told(name: str, form: Form) -> Form:
    if "anyOf" in form or "enum" in form:
        del form["type"]
    if "enum" in form or "items" in form:
        del form["title"]
    if told := TOLD["Fact"].get(name):
        form["description"] = told.what
        if told.example:
            form["examples"] = [told.example]
    return form


def definitions_of_facts() -> dict[str, Form]:
    """The schemas of a list of facts and of all that stands in it, by their names."""
    fields = {
        name: form if name in NEEDED else _or_empty(form) for name, form in fact_fields().items()
    }
    shared = {name: form for name, form in fields.items() if name not in OWN}
    told = {key: {"description": told.what} for key, told in TOLD["FactsFile"].items()}
    facts = {"type": "array", "minItems": 1, "items": _refer("Fact")}
    defaults = parts(shared, minProperties=1)
    return {
        "Fact": parts(fields, title="Fact", required=["id"]),
        "Defaults": parts(
            {_DEFAULTS: {**told[_DEFAULTS], **defaults}}, title="Defaults", required=[_DEFAULTS]
        ),
        "Group": parts(
            {_FACTS: {**told[_FACTS], **facts}, **shared}, title="Group", required=[_FACTS]
        ),
        "Item": _one_of_three(),
        "Facts": _list(),
    }


def _or_empty(form: Form) -> Form:
    """A field that may stand without a value: `period:` says that a fact has none."""
    if "enum" in form:
        return {**form, "enum": [*form["enum"], None]}
    if "anyOf" in form:
        return {**form, "anyOf": [*form["anyOf"], {"type": "null"}]}
    types = form["type"] if isinstance(form["type"], list) else [form["type"]]
    return {**form, "type": [*types, "null"]}


def _one_of_three() -> Form:
    """By its keys, so that what is wrong with a fact is not told of the other two as well."""
    return {
        "type": "object",
        "if": _having(_DEFAULTS),
        "then": _refer("Defaults"),
        "else": {
            "if": _having(_FACTS),
            "then": _refer("Group"),
            "else": _refer("Fact"),
        },
    }


def _list() -> Form:
    """Where nothing is shared, each fact has all that a fact needs."""
    calculated = [name for name in NEEDED if name not in NOT_CALCULATED]
    needs: Form = {
        "if": _having("formula"),
        "then": {"required": calculated},
        "else": {"required": [*NEEDED, "value"]},
    }
    whole: Form = {"if": _having(_FACTS), "else": needs}
    return {
        "type": "array",
        "items": _refer("Item"),
        "if": {"not": {"contains": _having(_DEFAULTS)}},
        "then": {"items": whole},
    }


def _having(key: str) -> Form:
    return {"type": "object", "required": [key]}


def _refer(name: str) -> dict[str, Any]:
    return {"$ref": REFERENCE.format(model=name)}
