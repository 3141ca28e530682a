"""What a field of a fact says, as YAML writes it: one text, or parts by name."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from exporter.drafting.written.scalars import in_quotation_marks, scalar
from exporter.edits.yaml_places import MapPlace, Place, ScalarPlace
from exporter.facts.further import ALSO_IN
from exporter.facts.own_units import WORD_SEPARATOR
from exporter.facts.table import BILINGUAL_FIELDS
from exporter.facts.words import LANGUAGES

EMPTY = "~"
_PLAIN_PERIOD = re.compile(r"[0-9FYHQ/-]+")
_ENDS = ("from", "to")
Row = Mapping[str, Any]  # of WRITTEN


class Said(NamedTuple):
    """What a field says.

    Attributes:
        parts: By name; one of no name is the field itself. EMPTY for half of a text that is none.
        is_plain: Whether it is a number or a date, which has no quotation marks.
    """

    parts: Mapping[str, str]
    is_plain: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it is one text."""
        return list(self.parts) == [""]

    def written(self, *, in_braces: bool) -> str:
        """As YAML has it, on one line."""
        if self.is_text:
            return self._part("", in_braces=in_braces)
        inside = (f"{name}: {self._part(name, in_braces=True)}" for name in self.parts)
        return f"{{{', '.join(inside)}}}"

    def _part(self, name: str, *, in_braces: bool) -> str:
        text = self.parts[name]
        if name == "also":
            return f"[{', '.join(scalar(word) for word in text.split(WORD_SEPARATOR))}]"
        is_bare = self.is_plain or (bool(name) and text == EMPTY)
        return text if is_bare else scalar(text, in_braces=in_braces)


def said_of(field: str, row: Row, place: Place | None) -> Said | None:
    """What a fact says of a field; None where it says nothing.

    Args:
        field: Its name.
        row: The fact.
        place: Where it stands by now, of which the form is kept where it can be.
    """
    if field == "value":
        return _value(row, place)
    if field == "unit":
        if row["unit"]:
            return Said({"": row["unit"]})
        parts = _halves("unit", row)
        also = {"also": row["unit.also"]} if row["unit.also"] else {}
        return Said(parts | also) if parts else None
    if field in BILINGUAL_FIELDS:
        return _in_languages(field, row, place)
    if field == "period" and row[field]:
        is_quoted = isinstance(place, ScalarPlace) and place.style
        is_plain = _PLAIN_PERIOD.fullmatch(row[field]) is not None
        return Said({"": row[field]}, is_plain=is_plain and not is_quoted)
    if field == ALSO_IN and row[field]:
        return Said({"": row[field]}, is_plain=True)  # JSON is YAML, too
    return Said({"": row[field]}) if row[field] else None


def _value(row: Row, place: Place | None) -> Said | None:
    if row["value.from"] or row["value.to"]:
        return Said({name: row[f"value.{name}"] for name in _ENDS}, is_plain=True)
    halves = _halves("value", row)
    if halves:
        return _in_languages("value", row, place)
    return Said({"": row["value"]}, is_plain=True) if row["value"] else None


def _in_languages(field: str, row: Row, place: Place | None) -> Said | None:
    """One text for both languages stays one, where both say the same."""
    halves = _halves(field, row)
    is_one = isinstance(place, ScalarPlace) or (place is None and field != "value")
    if len(halves) == len(LANGUAGES) and len(set(halves.values())) == 1 and is_one:
        return Said({"": next(iter(halves.values()))})
    if halves and isinstance(place, MapPlace) and len(halves) < len(place.entries):
        return Said({lang: halves.get(lang, EMPTY) for lang in LANGUAGES})
    return Said(halves) if halves else None


def _halves(field: str, row: Row) -> dict[str, str]:
    return {lang: row[f"{field}.{lang}"] for lang in LANGUAGES if row[f"{field}.{lang}"]}


def is_same_form(said: Said, place: Place) -> bool:
    """Whether something can be said where it stands, a text for a text."""
    if isinstance(place, ScalarPlace):
        return said.is_text and not (said.is_plain and place.style)
    return (
        isinstance(place, MapPlace)
        and [key.text for key, _ in place.entries] == list(said.parts)
        and all(isinstance(value, ScalarPlace) for _, value in place.entries)
    )


__all__ = ["EMPTY", "Said", "in_quotation_marks", "is_same_form", "said_of"]
