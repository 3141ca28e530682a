"""A field of a fact as YAML has it, in the columns that it fills."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from exporter.errors import WrongValueError
from exporter.facts.further import ALSO_IN
from exporter.facts.further_fields import cells_of_further
from exporter.facts.halves import IN_ONE_LANGUAGE
from exporter.facts.other_words import PARTING
from exporter.facts.own_units import WORD_SEPARATOR
from exporter.facts.table import BILINGUAL_FIELDS, FIELDS
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar

_WHOLE_OR_NOT_AT_ALL = {
    "unit",
    "attribution",
    "note",
    "accept",
}  # rules of their own see to the others
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")


def cells(field: str, node: Node) -> dict[str, str | None]:
    """The columns that one field fills.

    Raises:
        WrongValueError: It is no field, or not written as one.
    """
    _refuse_unknown(field)
    if field == ALSO_IN and not (isinstance(node, Scalar) and node.is_null):
        return cells_of_further(node)
    match node:
        case Scalar() if node.is_null:
            return {}
        case Scalar() if field == "value":
            return _value(node)
        case Scalar() if field in BILINGUAL_FIELDS:
            return {f"{field}.en": node.text, f"{field}.zh": node.text}
        case Scalar():
            return {field: node.text}
        case MapNode() if field == "value" and {"from", "to"} & set(node.items):
            return dict(_ends(node))
        case MapNode() if field == "unit" and "also" in node.items:
            also = {"unit.also": _words(node.items["also"])}
            labels = {name: value for name, value in node.items.items() if name != "also"}
            return dict(_languages(field, replace(node, items=labels))) | also
        case MapNode() if field in {*BILINGUAL_FIELDS, "value", "unit"}:
            return dict(_languages(field, node))
    expected = _EXPECTED.get(field, "a single value")
    raise WrongValueError(f"`{field}` is not {expected}", f"write {expected}")


def _refuse_unknown(field: str) -> None:
    if field in {"value.from", "value.to"}:
        raise WrongValueError(f"`{field}` is a column of tables", _RANGE)
    if field not in FIELDS:
        near = get_close_matches(field, FIELDS, 1)
        right = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(FIELDS)}"
        raise WrongValueError(f"`{field}` is not a known field", right)


_EXPECTED = dict.fromkeys(BILINGUAL_FIELDS, "a text, or {en: …, zh: …}") | {
    "value": "a number, a date, a text {en: …, zh: …}, or a range {from: …, to: …}"
}


def _value(node: Scalar) -> dict[str, str | None]:
    """Quotation marks say that a value is a text, even where it looks like a number."""
    if node.plain or _DATE.fullmatch(node.text):
        return {"value": node.text}
    return {"value.en": node.text, "value.zh": node.text}


_RANGE = "write `value: {from: 20.5, to: 21.5}`"


def _ends(node: MapNode) -> Iterator[tuple[str, str | None]]:
    """The low and the high end of a range, each a number without quotation marks."""
    if set(node.items) != {"from", "to"}:
        raise WrongValueError("`value` has not the two ends of a range", _RANGE)
    for name, end in node.items.items():
        if not isinstance(end, Scalar) or end.is_null or not end.plain:
            raise WrongValueError(f"`value.{name}` is not a number", _RANGE)
        yield f"value.{name}", end.text


def _words(node: Node) -> str:
    """Other words for a unit, as one text."""
    form = "write `also: [lines, 产品线]`"
    words = node.items if isinstance(node, ListNode) else ()
    if not words:
        raise WrongValueError("`unit.also` is not a list of words", form)
    texts = [word.text.strip() for word in words if isinstance(word, Scalar) and not word.is_null]
    if len(texts) < len(words) or not all(texts) or any(PARTING.search(text) for text in texts):
        raise WrongValueError("`unit.also` holds something else than words", form)
    return WORD_SEPARATOR.join(texts)


_ENDS = frozenset({"low", "high", "min", "max", "lower", "upper"})


def _languages(field: str, node: MapNode) -> Iterator[tuple[str, str | None]]:
    if field == "value" and node.items.keys() <= _ENDS:
        raise WrongValueError("`value` has not the two ends of a range", _RANGE)
    if others := [name for name in node.items if name not in {"en", "zh"}]:
        wrong = f"`{field}` has the part {others[0]!r}, which is neither en nor zh"
        right = "write {en: …, zh: …}, a text with a comma in it in quotation marks"
        raise WrongValueError(wrong, right)
    if field not in IN_ONE_LANGUAGE and set(node.items) != {"en", "zh"}:
        raise WrongValueError(f"`{field}` is not in both languages", "write {en: …, zh: …}")
    texts = {lang: text for lang, text in node.items.items() if isinstance(text, Scalar)}
    empty = [lang for lang, text in texts.items() if text.is_null]
    for lang in node.items.keys() - texts.keys():
        raise WrongValueError(f"`{field}.{lang}` is not a text", "write one text")
    most = 1 if field in IN_ONE_LANGUAGE and len(texts) == 2 else 0  # halves that may be empty
    if field in _WHOLE_OR_NOT_AT_ALL and (len(empty) > most or not texts):
        named = f"{field}.{empty[0]}" if empty else field
        raise WrongValueError(f"`{named}` is empty", "write it in both languages")
    for lang, text in texts.items():
        yield f"{field}.{lang}", None if text.is_null else text.text
