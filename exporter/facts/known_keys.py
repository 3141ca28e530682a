"""What an unknown key of a report's YAML, or of a theme, may be meant for."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, TypeGuard, get_args

from pydantic import BaseModel


def meant_key(path: Sequence[str | int], model: type[BaseModel]) -> str:
    """What an unknown key may be meant for: a key of any part, else those of the part it is in."""
    key = str(path[-1])
    known = sorted(_field_names(model) - {key})  # of a part, and written at another's place
    if near := get_close_matches(key, known, 1):
        return f"did you mean `{near[0]}`?"
    return f"known are {', '.join(sorted(_part_at(model, path[:-1]).model_fields))}"


def _part_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel]:
    """The part of a model that a path leads to; the last one on its way that is plain."""
    for step in path:
        field = model.model_fields.get(str(step))
        parts = [part for part in _parts(field.annotation) if _is_model(part)] if field else []
        model = parts[0] if len(parts) == 1 else model
    return model


def _field_names(model: type[BaseModel]) -> set[str]:
    """The keys of a model and of the models in it."""
    names = set(model.model_fields)
    for field in model.model_fields.values():
        for part in _parts(field.annotation):
            if _is_model(part) and part is not model:
                names |= _field_names(part)
    return names


def _is_model(part: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(part, type) and issubclass(part, BaseModel)


def _parts(annotation: Any) -> list[Any]:
    return [annotation, *(part for arg in get_args(annotation) for part in _parts(arg))]
