"""What must hold for every fact: its fields, its id, its value, its words and its period."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import holds_any
from exporter.errors import Fault, has_lines
from exporter.facts.garbled import garbled_fault
from exporter.facts.periods import YearEnds, is_placed, parse_period
from exporter.facts.placeholders import empty_or, is_placeholder
from exporter.facts.remedies import as_period
from exporter.facts.rule import Row, Rule, blank, matches
from exporter.facts.shown_fields import YAML_IN_CELL, parts_in_cell, shown_fields
from exporter.facts.table import KEY_SEPARATOR, NOT_CALCULATED, REQUIRED, map_distinct
from exporter.facts.unit_faults import unknown_name, unlike_labels
from exporter.facts.value_rules import value_rules
from exporter.facts.words import LANGUAGES, Qualifier, Status, is_reason, no_reason

_IN_BOTH = ("metric.en", "text.en", "attribution.en", "note.en", "accept.en")
_ID = r"^[a-z0-9][a-z0-9._-]*$"
_NAMES_AN_END = r"\.(?:low|high)$"


def rules(table: pa.Table, year_ends: YearEnds | None = None) -> Iterator[Rule]:
    """Every rule for a table of facts.

    Args:
        table: WRITTEN with the columns of FACTS, and `unit_key`, `unit.written`, `dimension`,
            `digits`, `id.first`, and `accept.en.written` and `accept.zh.written`, as `parse` makes
            them.
        year_ends: Where the fiscal years of entities end; None where that is not known yet.
    """
    yield from (_presence_rule(table, name) for name in REQUIRED)
    yield from _id_rules(table)
    yield from value_rules(table)
    yield from (rule for name in _IN_BOTH for rule in _yaml_rules(table, name))
    yield from _word_rules(table)
    yield _accept_rule(table)
    if year_ends is not None:
        yield _interval_rule(table, year_ends)


def _presence_rule(table: pa.Table, name: str) -> Rule:
    field, _, lang = name.partition(".")
    missing = blank(table[name])
    if name in NOT_CALCULATED and table["formula"].null_count < table.num_rows:
        missing = pc.and_not(missing, _is_unquoted(table))
    return Rule(
        missing,
        lambda _: f"`{name}` is missing",
        lambda row: _to_add(row["file"], field, in_parts=bool(lang)),
    )


def _is_unquoted(table: pa.Table) -> pa.ChunkedArray:
    """Which facts are calculated and need no quote, for their evidence is that of others."""
    return pc.and_(pc.is_valid(table["formula"]), blank(table["quote"]))


def _id_rules(table: pa.Table) -> Iterator[Rule]:
    ids = table["id"]
    yield Rule(
        pc.invert(pc.match_substring_regex(ids, _ID)),
        lambda row: f"the id {row['id']!r} is not a plain lower-case name",
        lambda _: "use a-z, 0-9, hyphen, dot and underscore, e.g. modelscope-downloads",
    )
    if holds_any(ids, b"."):
        yield Rule(
            pc.match_substring_regex(ids, _NAMES_AN_END),
            lambda row: f"the id {row['id']!r} ends like the name of an end of a range",
            lambda row: f"use another ending, such as {row['id'].replace('.', '-')}",
        )
    yield Rule(
        pc.is_valid(table["id.first"]),
        lambda row: f"the id is used twice (first in {row['id.first']})",
        lambda _: "give every fact an id of its own",
    )


def _word_rules(table: pa.Table) -> Iterator[Rule]:
    yield Rule(
        pc.and_(pc.is_valid(table["unit_key"]), pc.is_null(table["dimension"])),
        lambda row: _unit_fault(row).wrong,
        lambda row: _unit_fault(row).right,
    )
    yield _vocabulary_rule(table, "qualifier", [word.value for word in Qualifier], Qualifier.EXACT)
    yield _vocabulary_rule(table, "status", [word.value for word in Status], Status.ACHIEVED)
    known = map_distinct(
        table["period"], lambda text: not text or bool(parse_period(text)), pa.bool_()
    )
    yield Rule(
        pc.invert(known),
        lambda row: f"the period {row['period']!r} is not ISO 8601 or does not exist",
        lambda row: empty_or(row["period"], as_period(row["period"])),
    )


def _yaml_rules(table: pa.Table, name: str) -> Iterator[Rule]:
    """What only YAML takes apart would be printed as it stands."""
    if not pc.any(pc.starts_with(table[name], "{")).as_py():
        return
    field = name.partition(".")[0].replace("text", "value")
    yield Rule(
        matches(table[name], YAML_IN_CELL),
        lambda row: f"`{field}` is a text that is written as YAML takes parts, {row[name]}",
        lambda row: f"write {shown_fields(row['file'], {field: parts_in_cell(row[name])})}",
    )


def _interval_rule(table: pa.Table, year_ends: YearEnds) -> Rule:
    """Fiscal years are joined with calendar periods only where it is known when they end."""
    mixed = map_distinct(table["period"], lambda text: not is_placed(text, None), pa.bool_())
    if not pc.any(mixed).as_py():
        return Rule(mixed, str, str)
    rows = zip(*(table[name].to_pylist() for name in ("period", "entity")), strict=True)
    misplaced = [not is_placed(period, year_ends.get(entity)) for period, entity in rows]
    return Rule(
        pa.chunked_array([pa.array(misplaced, pa.bool_())]),
        lambda row: (
            f"the period {row['period']!r} ends before it begins"
            if row["entity"] in year_ends
            else f"the period {row['period']!r} joins a fiscal year with a calendar period, "
            "and nothing says when fiscal years end"
        ),
        lambda row: (
            "write the earlier one first"
            if row["entity"] in year_ends
            else "add `fiscal_year_ends: 03-31` to the entity or to report.yaml"
        ),
    )


def _accept_rule(table: pa.Table) -> Rule:
    """Who accepts something says why, in either language."""
    names = [f"accept.{lang}.written" for lang in LANGUAGES]
    en, zh = (map_distinct(table[name], is_reason, pa.bool_()) for name in names)

    def fault(row: Row) -> Fault:
        given = (row[name] for name in names)
        return no_reason(next(text for text in given if not is_reason(text)))

    return Rule(
        pc.invert(pc.and_(en, zh)), lambda row: fault(row).wrong, lambda row: fault(row).right
    )


def _vocabulary_rule(table: pa.Table, name: str, allowed: list[str], usual: str) -> Rule:
    known = f"use one of {', '.join(allowed)}"
    return Rule(
        pc.invert(pc.is_in(table[name], pa.array(allowed))),
        lambda row: f"the {name} {row[name]!r} is not known",
        lambda row: empty_or(row[name], _suggest(row[name], allowed) + known, usual),
    )


def _to_add(file: str, field: str, *, in_parts: bool) -> str:
    """How a field that is missing is written."""
    if has_lines(file):
        return f"add `{field}: {{en: …, zh: …}}`" if in_parts else f"add `{field}: …`"
    return f"fill `{field}`, or `{field}.en` and `{field}.zh`" if in_parts else f"fill `{field}`"


def _unit_fault(row: Row) -> Fault:
    name, *labels = row["unit_key"].split(KEY_SEPARATOR)
    if not labels and is_placeholder(name):
        return Fault(f"the unit {name!r} is not known", "leave it empty, or use a known unit")
    if not labels and (garbled := garbled_fault(name)):
        return Fault(f"the unit {garbled.wrong}", garbled.right)
    if labels:
        return unlike_labels(name, labels[0], row["file"])
    return unknown_name(name, row["file"])


def _suggest(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word.casefold(), list(known), 1)
    return f"did you mean {near[0]!r}? " if near else ""
