"""The evidence of calculated facts: that of their operands, and of a quote where they have one.

What a quote states is rounded as it is written there: 18.6% confirms 0.18571…, and 18.5% does not.
So a calculated fact is judged as one that states what the nearest figure of its quote says.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table, one_chunk
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.batch import CHECKED, FOUND
from exporter.evidence.claims import FigureState, QuoteState
from exporter.evidence.conventions import Currencies
from exporter.evidence.stated import Candidate, candidates
from exporter.facts.calculation import Calculation, with_columns
from exporter.facts.fact_set import FactSet
from exporter.facts.formula_rules import has_formulas
from exporter.facts.formulas import operands_of, parse_formula
from exporter.facts.history import among
from exporter.facts.own_units import unit_of
from exporter.facts.table import FACTS
from exporter.facts.words import Qualifier

_NUMERAL = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?")
_NEAR = frozenset({Qualifier.EXACT, Qualifier.ABOUT})  # rounding is all between them
_STATES = ("quote_state", "figure_state", "translation_state", "quote_start", "quote_end")
_ACCEPT = ("accept.en", "accept.zh")
_FOLLOWS = {str(FigureState.CONFIRMED), str(FigureState.CALCULATED)}
# How the figures of operands stand, the worst first; and their quotes.
_WORST_FIGURES = (
    FigureState.CONTRADICTED, FigureState.NOT_STATED, FigureState.NOT_READ, FigureState.ACCEPTED,
)  # fmt: skip
_WORST_QUOTES = (QuoteState.NOT_FOUND, QuoteState.DRIFTED, QuoteState.VERIFIED)

Row = Mapping[str, Any]


class Parted(NamedTuple):
    """A batch of facts: what is stated as it is, and what is calculated, which is judged later.

    Attributes:
        stated: By FACTS.
        calculated: By CHECKED, with nothing said of them yet; None where there are none.
        places: Where the rows of both stand in the batch.
    """

    stated: pa.Table
    calculated: pa.Table | None = None
    places: pa.Array | None = None

    @classmethod
    def of(cls, facts: pa.Table) -> "Parted":
        """Facts by the schema FACTS, parted."""
        if not has_formulas(facts):
            return cls(facts)
        mask = one_chunk(pc.is_valid(facts["formula"]))
        held = facts.filter(mask).select(FACTS.names)
        for field in list(CHECKED)[len(FACTS) :]:
            nothing = "" if pa.types.is_string(field.type) else -1
            column = pa.repeat(pa.scalar(nothing, field.type), held.num_rows)
            if field.name == FOUND:
                column = pa.nulls(held.num_rows, field.type)
            held = held.append_column(field, column)
        rows = pa.array(range(facts.num_rows), pa.int64())
        places = pa.concat_arrays([rows.filter(pc.invert(mask)), rows.filter(mask)])
        return cls(facts.filter(pc.invert(mask)), held.cast(CHECKED), places)

    def joined(self, checked: pa.Table | None) -> pa.Table:
        """The batch by CHECKED, in its order; `checked` is what was stated, judged."""
        if self.calculated is None or self.places is None:
            return checked
        both = self.calculated if checked is None else pa.concat_tables([checked, self.calculated])
        return both.take(pc.sort_indices(self.places)).combine_chunks()


class Nearest(NamedTuple):
    """What a quote states of a calculated value: the nearest figure, and how it is written."""

    number: float
    decimals: int
    qualifier: Qualifier


def quoted_claims(calculation: Calculation, facts: FactSet, currencies: Any) -> pa.Table:
    """The calculated facts that have a quote, as if they stated what their quotes say.

    Args:
        calculation: What their formulas give.
        facts: All facts, filled with it.
        currencies: What settles bare signs in the quotes of a source, by its id.
    """
    quoted = facts.where(
        lambda batch: pc.and_(pc.is_valid(batch["formula"]), pc.not_equal(batch["quote"], ""))
    ).table()
    said = {
        row["id"]: claimed(row, calculation.results[row["id"]].exact, currencies(row["source"]))
        for row in quoted.to_pylist()
    }
    columns = {
        name: {id_: getattr(claim, name) for id_, claim in said.items()} for name in Nearest._fields
    }
    return with_columns(quoted, columns).select(FACTS.names) if said else empty_table(FACTS)


def claimed(row: Row, exact: Fraction, currencies: Currencies) -> Nearest:
    """The claim that the quote of a calculated fact confirms, if it agrees with the value.

    Args:
        row: The fact.
        exact: What its formula gives.
        currencies: What settles bare signs in its quote.
    """
    own, decimals = Qualifier(row["qualifier"]), row["decimals"]
    unit = unit_of(row["unit"], row["unit.en"], row["unit.zh"], row["unit.also"])
    quote = row["quote"]
    for candidate in candidates(read_settled(quote, currencies), unit):
        if _agrees(exact, candidate, quote):
            said = candidate.figure.qualifiers_of(exact)
            near = next(iter(said & _NEAR), own) if own in _NEAR and own not in said else own
            value = candidate.value
            if candidate.figure.either_sign and exact < 0:
                value = -abs(value)
            return Nearest(float(value), _decimals_of(value), near)
    shown = Fraction(round(exact * 10**decimals), 10**decimals)
    return Nearest(float(shown), decimals, own)


def _agrees(exact: Fraction, candidate: Candidate, quote: str) -> bool:
    """Whether a figure is a value as rounded where it is written."""
    said = candidate.value
    if candidate.figure.either_sign:
        exact, said = abs(exact), abs(said)
    numerals = list(_NUMERAL.finditer(quote, candidate.figure.start, candidate.figure.end))
    if len(numerals) != 1:  # in words, or as a fraction
        return exact == said
    number = Fraction(numerals[0][0].replace(",", ""))
    if not number:
        return exact == said
    written = numerals[0][0].rstrip(".")
    noughts = len(written) - len(written.rstrip("0")) if "." not in written else 0
    is_about = Qualifier.ABOUT in candidate.figure.qualifiers  # about 1,200 is no 1,200 to the last
    step = Fraction(10) ** (noughts if is_about else 0) / 10 ** len(numerals[0][1] or "")
    return bool(abs(exact - said) <= abs(said / number) * step / 2)


def _decimals_of(value: Fraction) -> int:
    """How many decimals a value has, which comes from a decimal."""
    return next((count for count in range(15) if not 10**count % value.denominator), 15)


def judged(calculation: Calculation, facts: FactSet, quoted: pa.Table) -> FactSet:
    """All facts, those that are calculated with what the check says of them.

    Args:
        calculation: What their formulas give.
        facts: All facts by CHECKED, filled with it.
        quoted: Those of them that have a quote, as judged.
    """
    results = calculation.results
    named = {operand.fact for id_ in results for operand in _operands(calculation.rows[id_])}
    others = facts.where(lambda batch: among(batch["id"], named - results.keys())).table()
    columns = ["id", *_STATES, *_ACCEPT]
    known = {row["id"]: row for row in others.select(columns).to_pylist()}
    of_quotes = {row["id"]: row for row in quoted.select(columns).to_pylist()}
    own = facts.where(lambda batch: pc.is_valid(batch["formula"])).table().select(columns)
    accepted = {row["id"]: row for row in own.to_pylist()}
    for id_ in results:  # each behind its operands
        operands = [known[operand.fact] for operand in _operands(calculation.rows[id_])]
        known[id_] = _judged(accepted[id_], of_quotes.get(id_), operands)
    said = {name: {id_: known[id_][name] for id_ in results} for name in columns[1:]}
    return facts.map(lambda batch: with_columns(batch, said), facts.schema) if results else facts


def _operands(row: Row) -> Iterator[Any]:
    return operands_of(parse_formula(row["formula"]))


def _judged(own: Row, quoted: Row | None, operands: Sequence[Row]) -> dict[str, Any]:
    """What the check says of a calculated fact, by its quote and by its operands."""
    figures = {row["figure_state"] for row in operands}
    follows = figures <= _FOLLOWS
    if quoted is not None:
        confirmed = quoted["figure_state"] == FigureState.CONFIRMED
        state = str(FigureState.CALCULATED) if confirmed and follows else quoted["figure_state"]
        return {**quoted, "figure_state": state, **{name: own[name] for name in _ACCEPT}}
    made = {**own, "translation_state": "", "quote_start": -1, "quote_end": -1}
    quotes = {row["quote_state"] for row in operands}
    made["quote_state"] = next((str(state) for state in _WORST_QUOTES if state in quotes), "")
    made["figure_state"] = str(FigureState.CALCULATED)
    if not follows:
        worst = (state for state in _WORST_FIGURES if state in figures)
        made["figure_state"] = str(next(worst, FigureState.NOT_STATED))
    if made["figure_state"] == FigureState.ACCEPTED:  # its operand's reason is its own
        of = next(row for row in operands if row["figure_state"] == FigureState.ACCEPTED)
        made |= {name: own[name] or of[name] for name in _ACCEPT}
    return made
