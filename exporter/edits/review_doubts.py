"""What a check knows of facts and views that are marked: how they print, and what is open in them.

What is open is looked for anew each time, so that no doubt outlives its cause.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check import CheckedReport
from exporter.evidence.claims import FigureState, QuoteState
from exporter.facts.alike import ALIKE, alike_facts
from exporter.facts.review_marks import ReviewMark
from exporter.facts.table import NUMBER
from exporter.facts.words import Lang
from exporter.report.looks import shown_units
from exporter.report.values import further_unit, shown_values

_SURE = {FigureState.CONFIRMED, FigureState.TEXT, FigureState.ACCEPTED}
_CONTRADICTED = "contradicted"  # of a translation
_STATES = ("quote_state", "figure_state", "translation_state")


class Known(NamedTuple):
    """What a check knows of a marked fact or view.

    Attributes:
        about: The entity, by its name in the report's first language, as what follows.
        what: The metric; of a view the broker.
        value: As it prints; as it is written where the fact is not whole.
        when: Its period and status, or what stands in the place of a period.
        is_dated: Whether it says when, or is a view.
        open: What is to be mended or told apart; "" where the check confirms it.
    """

    about: str
    what: str
    value: str
    when: str
    is_dated: bool
    open: str


class ReviewDoubts:
    """What a check knows of marked facts and views."""

    def __init__(self, checked: CheckedReport, marks: Sequence[ReviewMark]) -> None:
        """Of those of a report that was checked."""
        marked = {mark.id for mark in marks if not mark.is_view}
        ids = pa.array(sorted(marked), pa.string())
        facts = checked.evidence.facts.where(lambda batch: pc.is_in(batch["id"], ids)).table()
        rows = facts.select(["id", "source", *_STATES]).to_pylist()
        self._states = {row["id"]: tuple(row[name] for name in _STATES) for row in rows}
        self._sources = {row["id"]: row["source"] for row in rows}
        lang = _language(checked)
        self._values = _printed(facts, lang)
        self._names = _names(checked, lang)
        self._alike = alike_facts(checked.evidence.facts, marked) if marked else {}
        self._days = {id_: source.record.published for id_, source in checked.sources.items()}
        self._views = checked.evidence.views
        self._wrong: dict[tuple[str, str], str] = {}
        for problem in (*checked.problems, *checked.evidence.problems):
            self._wrong.setdefault((problem.file, problem.subject), problem.wrong)

    def of(self, mark: ReviewMark) -> Known:
        """What is known of one."""
        is_dated = mark.is_view or bool(mark.period)
        value = mark.value if mark.is_view else self._values.get(mark.id, mark.value)
        when = mark.when if is_dated else ", ".join(filter(None, (self._undated(mark), mark.when)))
        about, what = (self._names.get(name, name) for name in (mark.entity, mark.metric))
        return Known(about, what, value, when, is_dated, self._open(mark))

    def _undated(self, mark: ReviewMark) -> str:
        """What is said of a fact without a period."""
        day = self._days.get(self._sources.get(mark.id, ""))
        return f"period not given (as of its source, {day})" if day else "period not given"

    def _open(self, mark: ReviewMark) -> str:
        if mark.id and (wrong := self._wrong.get((mark.file, mark.id))):
            return wrong
        return self._of_view(mark) if mark.is_view else self._of_fact(mark)

    def _of_fact(self, mark: ReviewMark) -> str:
        if mark.id not in self._states:
            return "it is not whole" if mark.entity else "its entity is missing"
        quote, figure, translation = self._states[mark.id]
        if quote != QuoteState.VERIFIED:
            return f"its quote is {quote}"
        if figure not in _SURE:
            return f"its figure is {figure}"
        if translation == _CONTRADICTED:
            return "its translation is contradicted"
        return ALIKE.format(self._alike[mark.id]) if mark.id in self._alike else ""

    def _of_view(self, mark: ReviewMark) -> str:
        verdict = self._views.get(mark.id)
        if verdict is None:
            return "it is not whole"
        if verdict.quote.state is not QuoteState.VERIFIED:
            return f"its quote is {verdict.quote.state}"
        if verdict.problems:
            return verdict.problems[0].wrong
        return "" if verdict.figure in _SURE else f"its figures are {verdict.figure}"


def _language(checked: CheckedReport) -> Lang:
    """The language in which values are shown: the report's first."""
    return checked.definition.report.languages[0] if checked.definition else "en"


def _names(checked: CheckedReport, lang: Lang) -> Mapping[str, str]:
    """What entities and brokers are called in a language, by the names that facts know them by."""
    if checked.definition is None:
        return {}
    report = checked.definition.report
    names = [*(one.name for one in report.entities), *(one.name for one in report.brokers)]
    return {name.en: name.in_(lang) for name in names}


def _printed(facts: pa.Table, lang: Lang) -> Mapping[str, str]:
    """The values of facts as they print, with their units, by id."""
    columns = facts["id"].to_pylist(), facts["kind"].to_pylist()
    values, units = shown_values(facts, lang).to_pylist(), shown_units(facts)
    rows = zip(*columns, values, units, strict=True)
    return {
        id_: f"{value} {further_unit(unit, lang) if kind == NUMBER else ''}".strip()
        for id_, kind, value, unit in rows
    }
