"""Texts in two languages of which a fact says one half, where the other is shared with others.

Who writes half of a text takes the other half of a default or of a group. A fact that says the same
in one language as what is shared means the whole of it; one that says something else has no other
half, and has to say so, since it would get one that translates another text.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from exporter.edits.yaml_places import MapPlace, Place, ScalarPlace
from exporter.edits.yaml_values import EMPTY, Said
from exporter.facts.table import BILINGUAL_FIELDS
from exporter.facts.words import LANGUAGES

Row = Mapping[str, Any]  # of WRITTEN
_NOTHING = {"", EMPTY, "null", "Null", "NULL"}


def completed(row: Row, fields: Collection[str], shared: Sequence[MapPlace]) -> dict[str, Any]:
    """A fact with the other half of texts that it says in one language as they are shared.

    Args:
        row: What it is to say.
        fields: Those that are looked at.
        shared: What it may take fields from, the nearest first.
    """
    new = dict(row)
    for field in BILINGUAL_FIELDS:
        if field not in fields:
            continue
        halves = _shared_halves(field, shared)
        own = {lang: row[f"{field}.{lang}"] for lang in LANGUAGES if row[f"{field}.{lang}"]}
        if len(own) == 1 and own.items() <= halves.items():
            new |= {f"{field}.{lang}": text for lang, text in halves.items()}
    return new


def is_shared_whole(field: str, row: Row, shared: Sequence[MapPlace]) -> bool:
    """Whether a fact says of a text in both languages just what is shared."""
    if field not in BILINGUAL_FIELDS:
        return False
    halves = _shared_halves(field, shared)
    return bool(halves) and all((row[f"{field}.{lang}"] or None) == halves.get(lang)
                                for lang in LANGUAGES)  # fmt: skip


def without_other_half(field: str, said: Said | None, shared: Sequence[MapPlace]) -> Said | None:
    """Half of a text, said so that nothing takes the place of the other."""
    is_half = said is not None and field in BILINGUAL_FIELDS and len(said.parts) == 1
    if said is None or not is_half or said.is_text or not _shared_halves(field, shared):
        return said
    return Said({lang: said.parts.get(lang, EMPTY) for lang in LANGUAGES})


def _shared_halves(field: str, shared: Sequence[MapPlace]) -> dict[str, str]:
    halves: dict[str, str] = {}
    for place in shared:
        for lang, text in _halves(place.value(field)).items():
            halves.setdefault(lang, text)
    return halves


def _halves(place: Place | None) -> dict[str, str]:
    if isinstance(place, ScalarPlace):
        return {} if _is_nothing(place) else dict.fromkeys(LANGUAGES, place.text)
    if not isinstance(place, MapPlace):
        return {}
    return {
        key.text: part.text
        for key, part in place.entries
        if isinstance(part, ScalarPlace) and not _is_nothing(part)
    }


def _is_nothing(place: ScalarPlace) -> bool:
    return not place.style and place.text in _NOTHING
