"""Further sources of facts, judged as their own quotes are: each states the figure, or does not.

A fact claims of each of them what it claims of its own. What it calls the figure, and what it notes
of it, rests on its own quote alone; and nobody answers for what a further source says.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table, one_chunk
from exporter.evidence.batch import CHECKED, FOUND
from exporter.evidence.calculated import claimed
from exporter.evidence.claims import FigureState, QuoteState
from exporter.facts.calculation import Calculation
from exporter.facts.fact_set import FactSet
from exporter.facts.further import ALSO_IN, ALSO_IN_LINES, lines_of, read_further
from exporter.facts.table import FACTS

_OF_ITS_OWN = ("metric.en", "metric.zh", "note.en", "note.zh", "accept.en", "accept.zh")
# A text has no figure to state, or all of its figures are stated, else it would not be TEXT.
_STATING = {
    str(state) for state in (FigureState.CONFIRMED, FigureState.CALCULATED, FigureState.TEXT)
}


# What is found of a further source: as CHECKED has it of a fact's own.
_STATES = ("quote_state", "figure_state", "translation_state", "quote_start", "quote_end")


def bears_out(quote_state: str, figure_state: str) -> bool:
    """Whether a quote is found, and states what its fact does."""
    return quote_state == QuoteState.VERIFIED and figure_state in _STATING


def has_further(facts: pa.Table) -> bool:
    """Whether any fact of a table has a further source."""
    return bool(facts[ALSO_IN].null_count < facts.num_rows)


def further_claims(facts: FactSet, calculation: Calculation, currencies: Any) -> Iterator[pa.Table]:
    """The claims of facts on their further sources, a row each, by FACTS; batch by batch.

    Args:
        facts: All facts, filled with what is calculated.
        calculation: What formulas give.
        currencies: What settles bare signs in the quotes of a source, by its id.
    """
    for batch in facts.where(lambda batch: pc.is_valid(batch[ALSO_IN])).batches():
        rows = batch.select(FACTS.names).to_pylist()
        claims = [claim for row in rows for claim in _claims(row, calculation, currencies)]
        if claims:
            yield pa.Table.from_pylist(claims, schema=FACTS).combine_chunks()


def _claims(
    row: Mapping[str, Any], calculation: Calculation, currencies: Any
) -> Iterator[dict[str, Any]]:
    """The claims of one fact; none of one whose formula gives nothing."""
    if row["formula"] is not None and row["id"] not in calculation.results:
        return
    entries = read_further(row[ALSO_IN])
    lines = lines_of(row[ALSO_IN_LINES], len(entries), row["line"])
    for entry, line in zip(entries, lines, strict=True):
        claim = {**row, **dict.fromkeys(_OF_ITS_OWN, ""), **entry._asdict(), "line": line}
        if row["formula"] is not None:
            exact = calculation.results[row["id"]].exact
            claim |= claimed(claim, exact, currencies(entry.source))._asdict()
        yield claim


def found_by_id(judged: pa.Table) -> Iterator[tuple[str, str]]:
    """What the column FOUND says of each fact, by its id; `judged` are its claims, by CHECKED."""
    found: dict[str, list[list[Any]]] = {}
    columns = (judged[name].to_pylist() for name in ("id", *_STATES))
    for id_, *states in zip(*columns, strict=True):
        found.setdefault(id_, []).append(states)
    return ((id_, json.dumps(states)) for id_, states in found.items())


def with_found(facts: FactSet, found: Mapping[str, str]) -> FactSet:
    """All facts by CHECKED, with what is found of their further sources, by id."""

    def filled(batch: pa.Table) -> pa.Table:
        if not has_further(batch):
            return batch
        told = pa.array([found.get(id_) for id_ in batch["id"].to_pylist()], pa.string())
        at = batch.schema.get_field_index(FOUND)
        return batch.set_column(at, batch.schema.field(at), one_chunk(pa.chunked_array([told])))

    return facts.map(filled, CHECKED)


_QUOTED = ("id", "source", "quote", "quote_en", "quote_zh", *_STATES, "kind", "file", "line")


def further_rows(facts: pa.Table) -> pa.Table:
    """The further sources of facts by CHECKED, a row each, in the columns of facts' own quotes."""
    schema = pa.schema([CHECKED.field(name) for name in _QUOTED])
    if FOUND not in facts.schema.names or not has_further(facts):
        return empty_table(schema)
    names = ("id", ALSO_IN, FOUND, ALSO_IN_LINES, "kind", "file", "line")
    some = facts.filter(pc.is_valid(facts[ALSO_IN])).select(names)
    return pa.Table.from_pylist([row for fact in some.to_pylist() for row in _rows(fact)], schema)


def _rows(fact: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of one fact; none where no check has seen it."""
    entries, found = read_further(fact[ALSO_IN]), json.loads(fact[FOUND] or "[]")
    lines = lines_of(fact[ALSO_IN_LINES], len(entries), fact["line"])
    for entry, states, line in zip(entries, found, lines, strict=False):
        yield {**fact, **entry._asdict(), **dict(zip(_STATES, states, strict=True)), "line": line}


def all_quotes(facts: pa.Table) -> pa.Table:
    """The quotes of facts by CHECKED, their own and those of their further sources behind them."""
    return pa.concat_tables([facts.select(_QUOTED), further_rows(facts)])
