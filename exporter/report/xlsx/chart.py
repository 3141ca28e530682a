"""Charts of figures that compare: those that report.yaml names, or a metric through its periods.

A bar says the truth only beside others of its kind: in one unit and one magnitude; where nobody
named them, of one metric, or neighbours, which are of one period and status if they are money.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import pyarrow as pa

from exporter.evidence.claims import FigureState
from exporter.facts.periods import parse_period
from exporter.facts.ranges import Named
from exporter.facts.series import compared_as, longest_run
from exporter.facts.words import Bilingual, Lang, Status
from exporter.limits import ALTERNATIVE_TEXT, CHART_LABEL, shortened, text_length
from exporter.report.formats import show_period
from exporter.report.labels import WORDS
from exporter.report.looks import shown_units
from exporter.report.xlsx.columns import text_width
from exporter.report.xlsx.fact_batch import holding
from exporter.report.xlsx.fact_columns import FACT_COLUMNS
from exporter.report.xlsx.model import Chart

_MONEY = "money:"  # dimensions of it, per something or not
_MOST_BARS = 20  # more cannot be read beside a table
_LABELS = ("metric", "as_of", "fact")  # columns that may name the bars, the plainest first

# The alternative text stands in an attribute, where XML makes a space of each tab and line end.
_SPACES = {ord(blank): " " for blank in "\t\n"}


def comparison(
    facts: pa.Table,
    shown: pa.Array,
    name: Bilingual,
    lang: Lang,
    replaced: Set[str] = frozenset(),
    wanted: str | Sequence[str] | bool = True,
    headline: str = "",
) -> Chart | None:
    """A chart of figures of a sheet, where two or more compare.

    Args:
        facts: Of a sheet.
        shown: Their figures in words.
        name: What they are about.
        lang: The language.
        replaced: Ids of the facts in whose place others stand.
        wanted: What is to be drawn: facts by their ids, or a metric by its name. True for the
            metric of the most periods, or where no metric has two, for neighbours of one unit.
        headline: The fact whose metric comes first among those of as many periods.
    """
    candidates = Candidates.of(facts, lang, replaced)
    rows = candidates.chosen(wanted, headline)[-_MOST_BARS:]
    if len(rows) < 2:
        return None
    label = candidates.label(rows)
    title = _title(name, candidates, rows)
    figures = shown.take(pa.array(rows)).to_pylist()
    names = [candidates.named(row, label) for row in rows]
    bars = [f"{bar} {figure}" for bar, figure in zip(names, figures, strict=True)]
    at, values = map(list(FACT_COLUMNS).index, (label, "value"))
    shown_names = [show_period(name, lang) for name in names] if label == "as_of" else names
    marked = _marked(title.in_(lang), facts, rows, lang)
    return Chart(
        marked,
        _alt_text(title.in_(lang), bars, lang),
        tuple(rows),
        at,
        values,
        names=max(_unbroken_width(name) for name in shown_names),
        figures=max(map(text_width, figures)),
    )


# Where LibreOffice parts Chinese and Latin by a quarter of a character, which is half of a digit.
_CHANGE_OF_SCRIPT = re.compile(
    "(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])"
)
_BETWEEN_SCRIPTS = 0.5


def _unbroken_width(name: str) -> float:
    """Of a name's longest word; one in Chinese counts as a whole, which not all programs break."""
    if name.isascii():
        return max(map(text_width, name.split()), default=0.0)
    return text_width(name) + _BETWEEN_SCRIPTS * len(_CHANGE_OF_SCRIPT.findall(name))


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may be drawn of a sheet: of each fact what it compares by; None for what is not drawn.

    Attributes:
        voices: Whether each was achieved; of what was not, its status and who says so.
        units: The unit of each as shown, where it is drawn.
    """

    lang: Lang
    ids: Sequence[str]
    metrics: Sequence[Bilingual]
    periods: Sequence[str]
    statuses: Sequence[str]
    voices: Sequence[str]
    units: Sequence[str | None]
    is_money: Sequence[bool]
    labels: Sequence[Bilingual]

    @classmethod
    def of(cls, facts: pa.Table, lang: Lang, replaced: Set[str]) -> "Candidates":
        """What may be drawn of the facts of a sheet."""
        units, holds = shown_units(facts), holding(facts, replaced).to_pylist()
        keys = [
            f"{key} {unit.label(lang)}" if key and still else None
            for key, unit, still in zip(compared_as(facts), units, holds, strict=True)
        ]
        names = ("id", "metric.en", "metric.zh", "period", "status", "attribution.en")
        ids, en, zh, periods, statuses, attributions = (facts[key].to_pylist() for key in names)
        voices = map(_voice, statuses, attributions)
        labels = [
            Bilingual(*(unit.label(one) for one in ("en", "zh"))) if unit.key else Bilingual("", "")
            for unit in units
        ]
        is_money = [unit.dimension.startswith(_MONEY) for unit in units]
        metrics = [*map(Bilingual, en, zh)]
        return cls(lang, ids, metrics, periods, statuses, [*voices], keys, is_money, labels)

    def chosen(self, wanted: str | Sequence[str] | bool, headline: str = "") -> list[int]:
        """The rows to be drawn, from the top down; of one unit all."""
        if isinstance(wanted, str):
            rows = [row for row, metric in enumerate(self.metrics) if wanted in metric]
            return self._by_period(self._of_one_unit(rows))
        if isinstance(wanted, bool):
            return self._by_period(self._most_periods(headline)) or self._neighbours()
        places = {id_: row for row, id_ in enumerate(self.ids)}
        ids = dict.fromkeys(Named.of(name).id for name in wanted)
        return self._of_one_unit([places[id_] for id_ in ids if id_ in places])

    def label(self, rows: Sequence[int]) -> str:
        """Which column tells the bars apart: the plainest that does."""
        for key in _LABELS:
            if len({self.named(row, key) for row in rows}) == len(rows):
                return key
        return _LABELS[-1]

    def named(self, row: int, column: str) -> str:
        """What a bar is called by a column."""
        match column:
            case "metric":
                return self.metrics[row].in_(self.lang)
            case "as_of":
                return self.periods[row]
            case _:
                return self.ids[row]

    def _of_one_unit(self, rows: Sequence[int]) -> list[int]:
        """The rows in the unit of the first that can be drawn; `check` has refused others."""
        unit = next((self.units[row] for row in rows if self.units[row]), None)
        return [row for row in rows if unit and self.units[row] == unit]

    def _most_periods(self, headline: str) -> list[int]:
        """The rows of a metric in several periods of one kind: of the one that has the most."""
        longest: Mapping[str, int] = max(
            self._series(),
            key=lambda rows: (len(rows), headline in {self.ids[row] for row in rows.values()}),
            default={},
        )
        return list(longest.values()) if len(longest) > 1 else []

    def periods_of(self, id_: str) -> list[int]:
        """The rows of the metric of a fact, from its first period to its last."""
        for rows in self._series():
            if id_ in {self.ids[row] for row in rows.values()}:
                return self._by_period(list(rows.values()))
        return []

    def _series(self) -> list[dict[str, int]]:
        """The rows of each metric in one unit and one kind of period, by their periods.

        What was achieved, and what each voice expects, are series of their own.
        """
        series: dict[tuple[Bilingual, str, str, str], dict[str, int]] = {}
        for row, (metric, voice, period, unit) in enumerate(
            zip(self.metrics, self.voices, self.periods, self.units, strict=True)
        ):
            if unit and period:
                key = (metric, voice, unit, _kind(period))
                series.setdefault(key, {}).setdefault(period, row)
        return list(series.values())

    def _neighbours(self) -> list[int]:
        """Neighbours of one unit; sums of money of one period and status alone.

        A price that somebody expects and the earnings of a year share a unit, and do not compare.
        """
        money = zip(self.units, self.is_money, self.periods, self.statuses, strict=True)
        keys = [
            f"{unit}\x1f{period}\x1f{status}" if unit and is_money else unit
            for unit, is_money, period, status in money
        ]
        return list(longest_run(keys) or ())[:_MOST_BARS]

    def _by_period(self, rows: Sequence[int]) -> list[int]:
        return sorted(rows, key=lambda row: (_first_day(self.periods[row]), row))


def _voice(status: str, attribution: str) -> str:
    return status if status == Status.ACHIEVED else f"{status} {attribution}"


def _kind(period: str) -> str:
    """What a period is: a year, a quarter, a day; figures of two kinds do not compare."""
    return "–".join(point.precision for point in parse_period(period) or ())


def _first_day(period: str) -> str:
    points = parse_period(period) if period else None
    return points[0].first.isoformat() if points else ""


def _title(name: Bilingual, candidates: Candidates, rows: Sequence[int]) -> Bilingual:
    """What the bars are of: the one metric that they have, else the entity; and their unit."""
    first = rows[0]
    one = {candidates.metrics[row] for row in rows} == {candidates.metrics[first]}
    of = candidates.metrics[first] if one else name
    unit = candidates.labels[first]
    title = Bilingual(f"{of.en} ({unit.en})", f"{of.zh}（{unit.zh}）") if unit.en else of
    return title if max(map(text_length, title)) <= CHART_LABEL else name


def _marked(title: str, facts: pa.Table, rows: Sequence[int], lang: Lang) -> str:
    """A title that says how many of the bars no quote proves; the grounds of the cells say which.

    A mark at a bar itself would stay where it is when the table is sorted.
    """
    states = [facts["figure_state"][row].as_py() for row in rows]
    told = {
        "chart accepted": states.count(FigureState.ACCEPTED),
        "chart not proved": len(states) - sum(map(_is_told, states)),
    }
    parts = [WORDS[key].in_(lang).format(count=count) for key, count in told.items() if count]
    whole = WORDS["part separator"].in_(lang).join([title, *parts])
    return whole if text_length(whole) <= CHART_LABEL else title


def _is_told(state: str) -> bool:
    return state in {FigureState.CONFIRMED, FigureState.ACCEPTED, FigureState.TEXT}


def _alt_text(title: str, bars: list[str], lang: Lang) -> str:
    """All bars in words, or the first and the last where Excel could not hold all."""
    separator, pattern = WORDS["list separator"].in_(lang), WORDS["chart alt"].in_(lang)
    whole = pattern.format(title=title, bars=separator.join(bars)).translate(_SPACES)
    if text_length(whole) <= ALTERNATIVE_TEXT:
        return whole
    ends = pattern.format(title=title, bars=f"{bars[0]} … {bars[-1]} ({len(bars)})")
    return shortened(ends.translate(_SPACES), ALTERNATIVE_TEXT)
