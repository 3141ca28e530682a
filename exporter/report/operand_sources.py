"""The sources of figures: of what is calculated without a quote, those of what it is made of."""

from collections.abc import Iterable, Mapping

from exporter.facts.fact_set import FactSet
from exporter.facts.formulas import operands_of, parse_formula
from exporter.facts.history import among
from exporter.facts.table import Fact

_KEPT = ("id", "formula", "quote", "source")


def sources_of(figures: Iterable[Fact], facts: FactSet) -> dict[str, tuple[str, ...]]:
    """The ids of the sources that each figure rests on, by its id.

    Args:
        figures: Some facts.
        facts: All facts, among which operands are looked for.
    """
    figures = list(figures)
    known = {
        fact.id: {"formula": fact.formula, "quote": fact.quote, "source": fact.source}
        for fact in figures
    }
    while wanted := _operands(known) - known.keys():
        found = _rows(facts, wanted)
        known |= found
        if wanted - found.keys():
            break
    return {fact.id: tuple(dict.fromkeys(_leaves(fact.id, known))) for fact in figures}


def is_of_operands(fact: Fact) -> bool:
    """Whether a fact's evidence is that of its operands alone."""
    return fact.formula is not None and not fact.quote


def _rows(facts: FactSet, ids: set[str]) -> dict[str, dict[str, str | None]]:
    table = facts.where(lambda batch: among(batch["id"], ids)).table().select(_KEPT)
    return {row.pop("id"): row for row in table.to_pylist()}


def _operands(known: Mapping[str, Mapping[str, str | None]]) -> set[str]:
    return {
        operand.fact
        for row in known.values()
        if row["formula"] and not row["quote"]
        for operand in operands_of(parse_formula(row["formula"]))
    }


def _leaves(id_: str, known: Mapping[str, Mapping[str, str | None]]) -> list[str]:
    """The sources below a fact, each fact gone through once."""
    found: list[str] = []
    seen: set[str] = set()
    waiting = [id_]
    while waiting:
        id_ = waiting.pop()
        if id_ in seen or (row := known.get(id_)) is None:
            continue
        seen.add(id_)
        if row["formula"] and not row["quote"]:
            operands = [operand.fact for operand in operands_of(parse_formula(row["formula"]))]
            waiting += reversed(operands)
        elif row["source"]:
            found.append(row["source"])
    return found
