"""What must hold for every text of a fact: length, characters, letters."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import first_bytes, has_byte, text_bytes, text_lengths, truths
from exporter.errors import Fault
from exporter.facts.characters import REFUSED, refused_character
from exporter.facts.garbled import MAY_BE_GARBLED, garbled_fault, may_any_be_garbled
from exporter.facts.rule import Rule
from exporter.facts.table import distinct, map_dictionary, map_distinct
from exporter.limits import CELL_TEXT, text_length

# What a spreadsheet leaves in a text for a value that it has not, in any of its languages: #REF!,
# #WERT!, #NOM?, #N/A, #NV, and ##### for a column that was too narrow.
SPREADSHEET_ERROR = (
    r"^\s*(?:#¡?(?:[A-ZÀ-ÝА-Я0-9/]{2,12} ?[!?]|N/?[A-Z]|Н/Д|[A-Z]+_[A-Z]+|#{2,})"
    r"|(?:Err|Fehler|Erreur|错误|エラー): ?[0-9]{3})\s*$"
)
_MAY_BE_AN_ERROR = r"^\s*(?:#|Err|Fehler:|错误:|エラー:)"
# The bytes with which such a text begins; those of white space are RE2's.
_BEGINNINGS = np.isin(np.arange(256), [*b"\t\n\f\r #EF", *(sign.encode()[0] for sign in "错エ")])
_TEXTS = (
    "id", "entity", "metric.en", "metric.zh", "text.en", "text.zh", "unit.en", "unit.zh",
    "unit.also", "attribution.en", "attribution.zh", "quote", "quote_en", "quote_zh",
    "note.en", "note.zh", "accept.en", "accept.zh", "restates", "replaces", "review",
)  # fmt: skip


def text_rules(table: pa.Table) -> Iterator[Rule]:
    """Every rule for the texts of a table of facts; `table` as for `rules.rules`."""
    yield from (rule for name in _TEXTS for rule in _rules_of(table, name))


def _rules_of(table: pa.Table, name: str) -> Iterator[Rule]:
    column = table[name]
    if not any(len(text_bytes(chunk)) for chunk in column.chunks):
        return  # most columns have no text at all
    field = name.replace("text.", "value.")  # what the analyst calls it
    if any(_has_long_text(chunk) for chunk in column.chunks):
        yield Rule(
            map_distinct(column, lambda text: text_length(text or "") > CELL_TEXT, pa.bool_()),
            lambda row: f"`{field}` has {text_length(row[name]):,} characters",
            lambda _: f"an Excel cell holds {CELL_TEXT:,}: shorten it",
        )
    if any(_may_be_an_error(chunk) for chunk in column.chunks):
        yield Rule(
            pc.and_not(_matches(column, SPREADSHEET_ERROR), _is_said_before(table, name)),
            lambda row: f"`{field}` holds {row[name].strip()}, an error of a spreadsheet",
            lambda _: "mend the formula, widen the column, or write what is meant",
        )
    if any(_may_be_refused(chunk) for chunk in column.chunks):
        yield Rule(
            pc.and_not(_matches(column, REFUSED), _is_said_before(table, name)),
            lambda row: f"`{field}` {_character_fault(row[name]).wrong}",
            lambda row: _character_fault(row[name]).right,
        )
    if name != "quote" and any(map(may_any_be_garbled, column.chunks)):
        yield Rule(
            pc.and_not(_garbled(column), _is_said_before(table, name)),
            lambda row: f"`{field}` {_character_fault(row[name]).wrong}",
            lambda row: _character_fault(row[name]).right,
        )


def _garbled(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """In which rows a text is garbled, and has no character that is refused anyway."""
    texts = distinct(column)  # a unit, a name of the other language: a few in most columns
    every = texts.dictionary
    suspects = pc.and_not(_matches(every, MAY_BE_GARBLED), _matches(every, REFUSED))
    suspected = pa.DictionaryArray.from_arrays(texts.indices, pc.if_else(suspects, every, None))
    garbled = map_dictionary(suspected, lambda text: garbled_fault(text) is not None, pa.bool_())
    return pa.chunked_array([pc.fill_null(garbled.dictionary_decode(), False)])


def _is_said_before(table: pa.Table, name: str) -> pa.ChunkedArray:
    """In which rows a text is that of the other language, of which all is told."""
    field, _, lang = name.partition(".")
    other = table[f"{field}.en"] if lang == "zh" else pa.chunked_array([pa.nulls(table.num_rows)])
    return pc.fill_null(pc.equal(table[name], other), False)


def _has_long_text(texts: pa.Array) -> bool:
    return bool(text_lengths(texts).max(initial=0) > CELL_TEXT)


def _may_be_an_error(texts: pa.Array) -> bool:
    """Whether any text may be an error of a spreadsheet, by how it begins."""
    suspects = _BEGINNINGS[first_bytes(texts)]
    if not suspects.any():
        return False
    return bool(
        pc.any(pc.match_substring_regex(texts.filter(truths(suspects)), _MAY_BE_AN_ERROR)).as_py()
    )


def _may_be_refused(texts: pa.Array) -> bool:
    """Whether any text may hold a character that no text may.

    The bytes of all texts are looked at as one, so that most columns need no look at each text.
    Tabs and line feeds do not count.
    """
    octets = text_bytes(texts)
    if not len(octets):
        return False
    if octets.min() < 0x20 and not np.isin(octets[octets < 0x20], (0x09, 0x0A)).all():
        return True
    if octets.max() < 0x7F:
        return False
    # U+0080 to U+009F are C2 80 to C2 9F; U+FDD0 to U+FDEF are EF B7 90 and on; what ends in FFFE
    # or FFFF, in whatever plane, is … BF BE or … BF BF.
    leading, following = octets[:-1], octets[1:]
    return bool(
        has_byte(octets, 0x7F)
        or (following[leading == 0xC2] < 0xA0).any()
        or (following[leading == 0xEF] == 0xB7).any()
        or (following[leading == 0xBF] >= 0xBE).any()
    )


def _matches(column: pa.ChunkedArray | pa.Array, pattern: str) -> pa.ChunkedArray | pa.Array:
    return pc.fill_null(pc.match_substring_regex(column, pattern), False)


def _character_fault(text: str) -> Fault:
    return garbled_fault(text) or refused_character(text) or Fault("", "")
