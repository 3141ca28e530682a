"""The JSON Schema of a model: its keys, what each may be, and what it is in a sentence."""

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import StringSchema

from exporter.facts.json_forms import WORDS, Form
from exporter.facts.models import Model
from exporter.facts.views import LEARNT, View
from exporter.report.schemas.told import TOLD, Told

REFERENCE = "#/definitions/{model}"  # where draft 07, which editors know best, looks for parts
_NOT_WRITTEN: Mapping[type[Model], tuple[str, ...]] = {View: LEARNT}


class _Generator(GenerateJsonSchema):
    """Schemas of what YAML holds, where a number stands for a text, too."""

    def str_schema(self, schema: StringSchema) -> Form:
        return {**super().str_schema(schema), **WORDS}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - as pydantic calls it
        """Not by the name of the key, which stands beside it."""
        return False


def definitions_of(model: type[Model]) -> dict[str, Form]:
    """The schemas of a model and of the models in it, by their names."""
    made = model.model_json_schema(ref_template=REFERENCE, schema_generator=_Generator)
    parts: dict[str, Form] = {model.__name__: made, **made.pop("$defs", {})}
    for name in _NOT_WRITTEN.get(model, ()):
        del made["properties"][name]
    for name, part in parts.items():
        part["title"] = name.removesuffix("Definition")
        part.pop("description", None)  # a docstring, which is for who reads the code
        _tell(part["properties"], TOLD.get(name, {}))
    return parts


def _tell(properties: dict[str, Form], told: Mapping[str, Told]) -> None:
    """Have each key say what it is."""
    for key, form in properties.items():
        if form.get("default", ...) in (None, "", []):  # which is to say that there is none
            del form["default"]
        if key in told:
            form["description"] = told[key].what
            if told[key].example:
                form.setdefault("examples", [told[key].example])
