"""Defaults of a report, written into the rows of a table that leave their fields out."""

from collections.abc import Mapping
from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.reading import Reading, parts_of
from exporter.facts.table import BILINGUAL_FIELDS
from exporter.facts.words import LANGUAGES

# What a fact may leave unsaid, so that it is judged without it.

# What a fact may leave unsaid, so that it is judged without it.
_UNNEEDED = {"qualifier", "period", "status", "attribution", "quote_en", "quote_zh", "note"}


def fill_in(every: dict[str, pa.Array], reading: Reading) -> pa.Array | None:
    """Write defaults into rows that say something, and nothing of the field.

    Returns:
        The rows that lack what a default at fault would say, if there are such.
    """
    if not reading.defaults:
        return None
    out: list[pa.Array] = []
    is_said = {name: pc.is_valid(column) for name, column in every.items()}
    is_row = reduce(pc.or_, is_said.values())
    for name, default in reading.defaults:
        wanted = _wanted(name, dict(reading.defaults), is_said, is_row)
        if name.partition(".")[0] not in reading.faulty:
            every[name] = pc.if_else(wanted, default, every[name])
        elif name.partition(".")[0] not in _UNNEEDED:
            out.append(wanted)
    return reduce(pc.or_, out) if out else None


def _wanted(
    name: str, defaults: Mapping[str, str], is_said: Mapping[str, pa.Array], is_row: pa.Array
) -> pa.Array:
    """The rows that take a default: of one language alone, those that say the other."""
    field, _, lang = name.partition(".")
    halves = {f"{field}.{each}" for each in LANGUAGES}
    said = [is_said[part] for part in parts_of(field)]
    if field not in BILINGUAL_FIELDS or not lang or halves <= defaults.keys():
        return pc.and_not(is_row, reduce(pc.or_, said))
    (other,) = halves - {name}
    return pc.and_not(is_said[other], pc.or_(is_said[field], is_said[name]))
