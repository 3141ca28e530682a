"""What stands side by side on the sheet Periods: the figures of a metric, a row each.

A row is of one entity, metric and unit, and of periods that last equally long. What was achieved
has the first one, and goes on with what the same voice expects of other periods, or the only voice
that expects anything. What others expect has a row for each of them. So no figure of a metric that
stands for two periods is left out, and which share a row hangs on no order of facts in files.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

import pyarrow as pa

from exporter.facts.spans import Span, order_of, span_of
from exporter.facts.table import NUMBER, as_written
from exporter.facts.units import Unit
from exporter.facts.words import Bilingual, Lang, Qualifier, Status
from exporter.report.formats import places_shown
from exporter.report.looks import shown_units
from exporter.report.xlsx.defined_names import base_factor
from exporter.report.xlsx.fact_sheet import EntitySheet
from exporter.report.xlsx.live_formulas import LiveFormula

_FIELDS = ("id", "metric.en", "metric.zh", "kind", "number", "high", "decimals", "qualifier",
           "period", "status", "attribution.en", "attribution.zh", "formula",
           "figure_state")  # fmt: skip
MOST_FACTS = 1_000  # of an entity; among more, nobody would find what stands side by side
_FEWEST = 2  # periods, that one may be told beside another
_STATUSES = list(Status)  # the achieved first
_Metric: TypeAlias = Bilingual
_Key: TypeAlias = tuple[_Metric, str, Span]


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of a fact.

    Attributes:
        value: In the base unit, exactly; of a range its low end.
        high: Its high end, likewise; None for none.
        places: The decimals that show in `unit`.
        is_calculated: Whether it follows from other facts.
        state: What the check said of it.
    """

    id: str
    period: str
    value: Fraction
    high: Fraction | None
    unit: Unit
    places: int
    qualifier: Qualifier
    status: Status
    attribution: Bilingual
    is_calculated: bool
    state: str


class Unfigured(NamedTuple):
    """A fact that stands where a figure would, and is none.

    Attributes:
        id: Of a fact that says it in words; "" for one that is withdrawn.
    """

    id: str


@dataclass(slots=True)
class PeriodRow:
    """A row of the sheet.

    Attributes:
        figures: By their periods.
        unfigured: What else the facts say of periods, likewise.
        is_split: Whether other figures of the same periods stand in another row.
    """

    entity: EntitySheet
    metric: Bilingual
    span: Span
    figures: dict[str, Figure] = field(default_factory=dict)
    unfigured: Mapping[str, Unfigured] = field(default_factory=dict)
    is_split: bool = False

    @property
    def latest(self) -> Figure:
        """The figure of the latest period."""
        return self.figures[max(self.figures, key=order_of)]

    @property
    def unit(self) -> Unit:
        """What its figures are shown in: the unit of most of them; of equals, the latest one's."""
        newest_first = sorted(self.figures.values(), key=lambda one: order_of(one.period))[::-1]
        counts = Counter((figure.unit.key, figure.unit.shown) for figure in newest_first)
        return max(newest_first, key=lambda one: counts[one.unit.key, one.unit.shown]).unit


def rows_of(
    facts: pa.Table,
    entity: EntitySheet,
    formulas: Mapping[str, LiveFormula],
    lang: Lang,
    *,
    whole: bool,
) -> list[PeriodRow]:
    """The rows of an entity, in the order of its facts.

    Args:
        facts: Its facts as the check left them, without those that are restated.
        entity: Its sheet.
        formulas: What cells of calculated facts hold, by their ids.
        lang: The language.
        whole: Whether metrics of one period have a row, too.
    """
    series: dict[_Key, list[Figure]] = {}
    unfigured: dict[_Metric, dict[str, Unfigured]] = {}
    for row, unit in _stated(facts):
        metric, period = Bilingual(row["metric.en"], row["metric.zh"]), row["period"]
        span = span_of(period)
        if span is None:
            continue
        if row["status"] == Status.WITHDRAWN:
            unfigured.setdefault(metric, {}).setdefault(period, Unfigured(""))
        elif row["kind"] != NUMBER:
            unfigured.setdefault(metric, {})[period] = Unfigured(row["id"])
        else:
            figure = _figure(row, unit, formulas.get(row["id"]), lang)
            series.setdefault((metric, _family(unit), span), []).append(figure)
    found = []
    for (metric, _, span), figures in series.items():
        if not whole and len({figure.period for figure in figures}) < _FEWEST:
            continue
        told, parts = unfigured.get(metric, {}), _parted(figures, entity.entity.name.en)
        found += [
            PeriodRow(entity, metric, span, part, told, is_split=len(parts) > 1) for part in parts
        ]
    return found


def _stated(facts: pa.Table) -> Iterator[tuple[dict[str, Any], Unit]]:
    rows = facts.select(list(_FIELDS)).to_pylist()
    return zip(rows, shown_units(facts), strict=True)


def _family(unit: Unit) -> str:
    """What units have in common that differ in their magnitudes alone."""
    if unit.dimension.startswith("money:") and unit.per is None:
        return unit.dimension
    if unit.forms:
        return "|".join(("", *unit.forms.label))
    return f"{unit.key}|{unit.en}|{unit.zh}"


def _figure(row: Mapping[str, Any], unit: Unit, live: LiveFormula | None, lang: Lang) -> Figure:
    ends = [as_written(end) for end in (row["number"], row["high"]) if end is not None]
    value = live.exact * base_factor(unit, lang) if live else ends[0] * unit.scale
    return Figure(
        row["id"],
        row["period"],
        value,
        ends[1] * unit.scale if len(ends) > 1 else None,
        unit,
        places_shown(row["decimals"] or 0, unit.moved(lang), *ends),
        Qualifier(row["qualifier"]),
        Status(row["status"]),
        Bilingual(row["attribution.en"], row["attribution.zh"]),
        row["formula"] is not None,
        row["figure_state"],
    )


def _parted(figures: Sequence[Figure], entity: str) -> list[dict[str, Figure]]:
    """The figures of a metric in as many rows as they need, by their periods; the achieved first.

    Several figures of one voice and period stand below one another, each in a row.
    """
    achieved = _by_voice(figures, entity, lambda figure: figure.status is Status.ACHIEVED)
    if len(achieved) > 1 and _are_free(*achieved.values()):  # there is one of each period
        achieved = {"": list(chain.from_iterable(achieved.values()))}
    expected = _by_voice(figures, entity, lambda figure: figure.status is not Status.ACHIEVED)
    groups = [*achieved.values()]
    for name, voice in expected.items():
        known = next(iter(achieved)) if len(achieved) == len(expected) == 1 else name
        if known in achieved and _are_free(achieved[known], voice):
            achieved[known].extend(voice)
        else:
            groups.append(voice)
    return [row for group in groups for row in _rows_of(group)]


def _by_voice(
    figures: Sequence[Figure], entity: str, is_meant: Callable[[Figure], bool]
) -> dict[str, list[Figure]]:
    """The figures of each who says so; "" for the entity itself, which comes first."""
    voices: dict[str, list[Figure]] = {}
    for figure in filter(is_meant, figures):
        name = figure.attribution.en
        voices.setdefault("" if name == entity else name, []).append(figure)
    return dict(sorted(voices.items()))


def _are_free(*groups: Sequence[Figure]) -> bool:
    """Whether no two groups have figures of one period."""
    periods = [period for group in groups for period in {figure.period for figure in group}]
    return len(periods) == len(set(periods))


def _rows_of(group: Sequence[Figure]) -> list[dict[str, Figure]]:
    """Rows of one voice; of several figures of a period each status keeps to a row."""
    rows: list[dict[str, Figure]] = []
    for figure in sorted(group, key=lambda figure: _STATUSES.index(figure.status)):
        free = [row for row in rows if figure.period not in row]
        like = (row for row in free if next(iter(row.values())).status is figure.status)
        row = next(like, None) or next(iter(free), None)
        if row is None:
            row = {}
            rows.append(row)
        row[figure.period] = figure
    return rows


def too_large_for_periods(entities: Iterable[EntitySheet]) -> tuple[Bilingual, ...]:
    """The names of the entities that have no rows, since they have too many facts."""
    counts = Counter[Bilingual]()
    for entity in entities:  # one of more facts than a sheet has rows has several
        counts[entity.entity.name] += entity.totals.rows
    return tuple(name for name, count in counts.items() if count > MOST_FACTS)
