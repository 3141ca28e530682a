"""Further sources of facts on an entity's sheet: which they are, and how many state the figure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa

from exporter.evidence.claims import QuoteState
from exporter.evidence.further_sources import bears_out, further_rows, has_further
from exporter.facts.words import Lang
from exporter.report.further_words import FURTHER_WORDS
from exporter.report.xlsx.model import make_cells
from exporter.report.xlsx.styles import DOUBT


class FurtherTotals(NamedTuple):
    """What is to be known of the further sources of a sheet's facts.

    Attributes:
        facts: How many facts have one.
        stating: How many sources bear their fact out.
        others: How many do not.
        sources: Of how many facts each is a further source, by its id.
    """

    facts: int = 0
    stating: int = 0
    others: int = 0
    sources: Mapping[str, int] = {}


def also_in(facts: pa.Table, lang: Lang) -> pa.DictionaryArray:
    """The further sources of each fact by their ids; one that does not bear it out says so."""
    if not has_further(facts):
        return _cells([_NOTHING], [0] * facts.num_rows)
    told = _told(facts, lang)
    cells = [told.get(id_, _NOTHING) for id_ in facts["id"].to_pylist()]
    distinct = {cell: at for at, cell in enumerate(dict.fromkeys(cells))}
    return _cells(list(distinct), [distinct[cell] for cell in cells])


class _Said(NamedTuple):
    """What a cell says, and whether it is marked."""

    text: str
    is_doubt: bool = False


_NOTHING = _Said("")


def _cells(distinct: Sequence[_Said], rows: Sequence[int]) -> pa.DictionaryArray:
    styles = [f"{DOUBT}text" if cell.is_doubt else "text" for cell in distinct]
    texts = pa.array([cell.text or None for cell in distinct], pa.string())
    cells = make_cells(styles=pa.array(styles), texts=texts)
    return pa.DictionaryArray.from_arrays(pa.array(rows, pa.int32()), cells)


def _told(facts: pa.Table, lang: Lang) -> dict[str, _Said]:
    """What the cell of each fact says that has further sources, by its id."""
    told: dict[str, list[_Said]] = {}
    for row in further_rows(facts).to_pylist():
        told.setdefault(row["id"], []).append(_source_said(row, lang))
    between = "; " if lang == "en" else "；"
    return {
        id_: _Said(between.join(one.text for one in said), any(one.is_doubt for one in said))
        for id_, said in told.items()
    }


def _source_said(row: Mapping[str, str], lang: Lang) -> _Said:
    quote, figure = row["quote_state"], row["figure_state"]
    if bears_out(quote, figure):
        return _Said(row["source"])
    state = figure if quote == QuoteState.VERIFIED else quote
    words = FURTHER_WORDS["source with state"].in_(lang)
    told = FURTHER_WORDS[f"state {state}"].in_(lang)
    return _Said(words.format(source=row["source"], state=told), is_doubt=True)


def further_totals(facts: pa.Table) -> FurtherTotals:
    """What is to be known of the further sources of some facts."""
    rows = further_rows(facts).to_pylist()
    stating = sum(bears_out(row["quote_state"], row["figure_state"]) for row in rows)
    pairs = {(row["id"], row["source"]) for row in rows}
    return FurtherTotals(
        len({row["id"] for row in rows}),
        stating,
        len(rows) - stating,
        Counter(source for _, source in pairs),
    )


def added(totals: Iterable[FurtherTotals]) -> FurtherTotals:
    """The totals of all batches of a sheet."""
    every, sources = list(totals), Counter[str]()
    for some in every:
        sources.update(some.sources)
    return FurtherTotals(
        sum(some.facts for some in every),
        sum(some.stating for some in every),
        sum(some.others for some in every),
        sources,
    )
