"""What of a fact is not proved, in words, for who does not see the colour that says so."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.claims import FigureState, QuoteState
from exporter.facts.table import KEY_SEPARATOR, distinct, map_dictionary
from exporter.facts.words import Lang
from exporter.report.labels import EVIDENCE_WORDS, WORDS
from exporter.report.xlsx.fact_batch import FactBatch
from exporter.report.xlsx.model import make_cells

_FIGURES = {FigureState.CONTRADICTED, FigureState.NOT_STATED, FigureState.NOT_READ}


def told_doubts(batch: FactBatch) -> pa.DictionaryArray:
    """What is marked in the row of each fact; blank where nothing is, or where colour tells it."""
    facts = batch.facts
    if not batch.plan.in_words:
        rows = pa.array(np.zeros(facts.num_rows, np.int32))
        return pa.DictionaryArray.from_arrays(rows, make_cells(texts=pa.nulls(1, pa.string())))
    has_quote = pc.not_equal(facts["quote"], "")
    has_translation = pc.not_equal(pc.fill_null(facts[f"quote_{batch.lang}"], ""), "")
    states = pc.binary_join_element_wise(
        facts["figure_state"],
        pc.if_else(has_quote, facts["quote_state"], QuoteState.VERIFIED),
        pc.if_else(has_translation, facts["translation_state"], ""),
        KEY_SEPARATOR,
    )
    told = map_dictionary(distinct(states), lambda key: _told(key, batch.lang), pa.string())
    return pa.DictionaryArray.from_arrays(told.indices, make_cells(texts=told.dictionary))


def _told(states: str, lang: Lang) -> str | None:
    figure, quote, translation = states.split(KEY_SEPARATOR)
    keys = [f"any {figure}"] if figure in _FIGURES else []
    keys += [f"quote {quote}"] if quote != QuoteState.VERIFIED else []
    keys += [f"translation {translation}"] if translation else []
    words = [EVIDENCE_WORDS[key].in_(lang) for key in keys]
    return WORDS["list separator"].in_(lang).join(words) or None
