"""Notes of calculated facts without a quote: their figures are held against the operands' quotes.

The note of any other fact rests on the fact's own quote, and is judged with the rest of its claim.
"""

from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Problem
from exporter.evidence.findings import Terms
from exporter.evidence.telling import problems_at
from exporter.evidence.texts import doubts_of_heading, may_hold_figures
from exporter.facts.fact_set import FactSet
from exporter.facts.formulas import operands_of, parse_formula
from exporter.facts.history import among
from exporter.facts.words import LANGUAGES

_NOTES = [f"note.{lang}" for lang in LANGUAGES]


def doubts_of_notes(facts: FactSet, terms_of: Callable[[str], Terms]) -> Iterator[Problem]:
    """Figures in such notes that no quote of an operand states.

    Args:
        facts: All facts.
        terms_of: How figures are read in what is from a source.
    """
    names = ["id", "source", "formula", *_NOTES, "file", "line"]
    rows = facts.where(_is_noted).table().select(names).to_pylist()
    operands = {row["id"]: _operands(row["formula"]) for row in rows}
    named = frozenset[str]().union(*operands.values())
    quoted = facts.where(lambda batch: among(batch["id"], named)).table()
    quotes = dict(zip(quoted["id"].to_pylist(), quoted["quote"].to_pylist(), strict=True))
    for row in rows:
        said = [quotes[id_] for id_ in operands[row["id"]] if quotes.get(id_)]
        place = row["file"], row["line"], row["id"]
        for name in _NOTES if row["note.en"] != row["note.zh"] else _NOTES[:1]:
            called, terms = f"`{name}`", terms_of(row["source"])
            found = doubts_of_heading(row[name], said, called, terms)
            yield from problems_at(place, (finding.fault for finding in found))


def _is_noted(batch: pa.Table) -> pa.ChunkedArray:
    unquoted = pc.and_(pc.is_valid(batch["formula"]), pc.equal(batch["quote"], ""))
    if not pc.any(unquoted).as_py():
        return unquoted
    notes = zip(*(batch[name].to_pylist() for name in _NOTES), strict=True)
    told = [any(map(may_hold_figures, texts)) for texts in notes]
    return pc.and_(unquoted, pa.chunked_array([pa.array(told, pa.bool_())]))


def _operands(formula: str) -> frozenset[str]:
    return frozenset(operand.fact for operand in operands_of(parse_formula(formula)))
