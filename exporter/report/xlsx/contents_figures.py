"""What Contents tells of each sheet beside its headline: how far it is proved, and its trend."""

from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa

from exporter.evidence.claims import FigureState, QuoteState
from exporter.facts.words import Lang
from exporter.limits import WIDEST_COLUMN
from exporter.report.labels import CONTENTS_COLUMNS, WORDS
from exporter.report.xlsx.columns import column_width, fitting_width
from exporter.report.xlsx.fact_sheet import EntitySheet
from exporter.report.xlsx.fact_totals import Totals
from exporter.report.xlsx.model import Column, Sparkline, make_cells
from exporter.report.xlsx.styles import ACCEPTED, DOUBT, HEADER_OF_FIGURES

_FIRST_ROW = 4  # the sheet's first row below the header, from 0
_TOLD_APART = {  # what is not confirmed, by the words for it
    "some accepted": (FigureState.ACCEPTED,),
    "some not read": (FigureState.NOT_READ,),
    "some not proved": (FigureState.CONTRADICTED, FigureState.NOT_STATED),
}
_NAMED = 2  # periods, from the latest one back, that have words of their own


def proof_column(entities: Sequence[EntitySheet], lang: Lang) -> Column:
    """How far the figures of each sheet are proved, in words, on the ground of what is not."""
    texts = pa.array([_proof(entity.totals, lang) for entity in entities], pa.string())
    styles = pa.array([_ground(entity.totals) for entity in entities], pa.string())
    header = CONTENTS_COLUMNS["proof"].in_(lang)
    width = column_width(header, texts, 16, 34)
    return Column(header, width, "text", make_cells(styles=styles, texts=texts))


def _proof(totals: Totals, lang: Lang) -> str:
    states = totals.figure_states
    count = sum(states.values()) - states.get(FigureState.TEXT, 0)
    rest = {key: sum(states.get(state, 0) for state in told) for key, told in _TOLD_APART.items()}
    good = count - sum(rest.values())
    if not count:
        return WORDS["quotes only"].in_(lang).format(count=totals.verified)
    if good == count:
        return WORDS["all confirmed"].in_(lang).format(count=count)
    parts = [WORDS["some confirmed"].in_(lang).format(good=good, count=count)]
    parts += [WORDS[key].in_(lang).format(count=some) for key, some in rest.items() if some]
    return WORDS["list separator"].in_(lang).join(parts)


def _ground(totals: Totals) -> str:
    states, quotes = totals.figure_states, totals.quote_states
    doubtful = sum(states.get(state, 0) for state in _TOLD_APART["some not proved"])
    if doubtful or sum(quotes.values()) > quotes.get(QuoteState.VERIFIED, 0):
        return f"{DOUBT}text"
    return f"{ACCEPTED}text" if states.get(FigureState.ACCEPTED) else "text"


class TrendColumns(NamedTuple):
    """The columns of trends, and the pictures in the first of them."""

    columns: tuple[Column, ...] = ()
    sparklines: tuple[Sparkline, ...] = ()


def trend_columns(
    entities: Sequence[EntitySheet], first: int, lang: Lang, *, pictured: bool = True
) -> TrendColumns:
    """A picture of each headline through its periods, and the figures that it shows.

    The figures stand beside it, the latest last: Excel draws neighbouring cells alone, and a
    picture whose figures nobody sees cannot be read.

    Args:
        entities: The entity sheets.
        first: The index of the column that the pictures stand in.
        lang: The language.
        pictured: Whether there are any, or the figures alone.
    """
    periods = max((len(entity.trend.ids) for entity in entities if entity.trend), default=0)
    if not periods:
        return TrendColumns()
    pictures = Column(CONTENTS_COLUMNS["trend"].in_(lang), 12, "text")
    figures = [_figures(entities, before, lang) for before in reversed(range(periods))]
    if not pictured:
        return TrendColumns(tuple(figures))
    return TrendColumns(
        (pictures, *figures),
        tuple(
            _sparkline(entity.trend.numbers, row, first, periods)
            for row, entity in enumerate(entities, _FIRST_ROW)
            if entity.trend
        ),
    )


def _sparkline(numbers: Sequence[float], row: int, column: int, periods: int) -> Sparkline:
    """Its columns stand on zero: one cut off would make little of much."""
    return Sparkline(
        row,
        column,
        column + 1,
        column + periods,
        least=0.0 if min(numbers) >= 0 else None,
        most=0.0 if max(numbers) <= 0 else None,
    )


def _figures(entities: Sequence[EntitySheet], before: int, lang: Lang) -> Column:
    """The figure of each headline so many periods before its latest."""
    key = ("latest", "previous")[before] if before < _NAMED else "before"
    header = CONTENTS_COLUMNS[key].in_(lang).format(count=before)
    styles, numbers, formulas = [], [], []
    for entity in entities:
        trend, at = entity.trend, -1 - before
        has_one = trend is not None and len(trend.ids) > before
        styles.append(trend.styles[at] if trend and has_one else "text")
        numbers.append(trend.numbers[at] if trend and has_one else None)
        formulas.append(_formula(entity, trend.ids[at]) if trend and has_one else None)
    cells = make_cells(
        styles=pa.array(styles),
        numbers=pa.array(numbers, pa.float64()),
        formulas=pa.array(formulas, pa.string()),
    )
    longest = max((entity.trend.width for entity in entities if entity.trend), default=0.0)
    width = fitting_width(header, longest, 10, WIDEST_COLUMN)
    return Column(header, width, "", cells, header_style=HEADER_OF_FIGURES)


def _formula(entity: EntitySheet, id_: str) -> str:
    """By the fact's id, so that sorting its sheet changes nothing here."""
    row = f'MATCH("{id_}",{entity.reference("fact")},0)'
    return f"=INDEX({entity.reference('value')},{row})"
