"""Other words by which sources name a unit of the analyst's own: `also: [lines, 产品线]`."""

import re
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import has_lines
from exporter.facts.own_units import WORD_SEPARATOR, takes_other_words
from exporter.facts.rule import Rule
from exporter.facts.table import KEY_SEPARATOR, map_distinct

PARTING = re.compile("[|;；]")  # parts the words of `unit.also` in tables


def as_kept(also: str) -> str | None:
    """The words as they are kept, however they were parted; None for no words."""
    words = (word.strip() for word in PARTING.split(also))
    return WORD_SEPARATOR.join(dict.fromkeys(filter(None, words))) or None


def other_word_rules(table: pa.Table) -> Iterator[Rule]:
    """`also` is for a unit of the analyst's own, whose words nobody else knows."""
    if table["unit.also"].null_count == table.num_rows:
        return
    given = pc.is_valid(table["unit.also"])
    own = map_distinct(table["unit_key"], _is_own, pa.bool_())
    known = pc.fill_null(pc.is_valid(table["dimension"]), False)
    yield Rule(
        pc.and_(given, pc.is_null(table["unit_key"])),
        lambda _: "`unit.also` has other words for a unit, but there is no unit",
        lambda row: f"write the unit's labels beside it: {_form(row['file'])}",
    )
    yield Rule(
        pc.and_(given, pc.and_(known, pc.invert(own))),
        lambda row: (
            f"`also` gives other words for {_shown(row['unit_key'])!r}, "
            "whose words are known already"
        ),
        lambda row: (
            "leave it out; or, where the source counts something of its own, label it as the "
            f"source does: {_form(row['file'])}"
        ),
    )


def _form(file: str) -> str:
    return "{en: …, zh: …, also: […]}" if has_lines(file) else "in `unit.en` and `unit.zh`"


def _shown(unit_key: str) -> str:
    return " / ".join(unit_key.split(KEY_SEPARATOR))


def _is_own(unit_key: str) -> bool:
    en, separator, zh = unit_key.partition(KEY_SEPARATOR)
    return bool(separator) and takes_other_words(en, zh)
