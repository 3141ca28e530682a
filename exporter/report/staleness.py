"""Facts whose time is over, by what report.yaml says of it: `stale_after: 1 quarter`."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from exporter.errors import Problem, WrongValueError
from exporter.facts.fact_set import FactSet
from exporter.facts.history import History, among, is_withdrawn
from exporter.facts.json_forms import SPAN
from exporter.facts.periods import YearEnd, YearEnds, parse_period
from exporter.facts.table import KEY_SEPARATOR, map_distinct

_SPAN = re.compile(r"([1-9][0-9]{0,3}) (day|month|quarter|year)s?", re.IGNORECASE)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
# Of a fiscal year whose end nobody says, the latest that it can be.
_LATEST = YearEnd(12, 31)


class Span(NamedTuple):
    """A span of time: so many days, months, quarters or years."""

    number: int
    unit: str

    def __str__(self) -> str:
        """As report.yaml has it: `2 quarters`."""
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"

    def before(self, day: date) -> date:
        """The day so long before another; the last of a month that has no such day."""
        if self.unit == "day":
            return day - timedelta(self.number)
        months = day.year * 12 + day.month - 1 - self.number * _MONTHS[self.unit]
        year, month = divmod(months, 12)
        if year < 1:
            return date.min
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def read_span(text: str) -> Span:
    """A span as report.yaml has it: `1 quarter`, `90 days`.

    Raises:
        WrongValueError: It is none.
    """
    match = _SPAN.fullmatch(" ".join(text.split()))
    if not match:
        right = "write a number of days, months, quarters or years, like 1 quarter"
        raise WrongValueError(f"{text!r} is no span of time", right)
    return Span(int(match[1]), match[2].lower())


def _span(value: object) -> Span:
    return value if isinstance(value, Span) else read_span(str(value))


StaleAfter = Annotated[Span, PlainValidator(_span), PlainSerializer(str), WithJsonSchema(SPAN)]


def doubts_of_staleness(
    facts: FactSet,
    history: History,
    said: tuple[date, Span],
    year_ends: YearEnds,
    published: Mapping[str, date],
) -> Iterator[Problem]:
    """The facts whose period ended too long before the edition, and which still hold.

    Args:
        facts: All facts.
        history: Which of them are restated or replaced.
        said: The edition, and how long before it a period may end.
        year_ends: Where fiscal years end, by the names of entities.
        published: When sources appeared, by their ids: a fact without a period is as of then.
    """
    edition, span = said
    earliest = span.before(edition)
    days = {id_: day.isoformat() for id_, day in published.items()}
    older = history.restated | history.replaced
    for batch in facts.batches():
        holds = pc.invert(pc.or_(among(batch["id"], older), is_withdrawn(batch)))
        rows = batch.filter(holds).select(["file", "line", "id", "entity", "period", "source"])
        for row in _over(rows, earliest, year_ends, days).to_pylist():
            when = f"{row['dated']} ended"
            ended = _end(row["dated"], year_ends.get(row["entity"]))
            when += f" on {ended}," if ended.isoformat() != row["dated"] else ""
            wrong = f"its period {when} more than {span} before the edition of {edition}"
            right = (
                f"add the newer fact, which says `replaces: {row['id']}`, or say "
                "`status: withdrawn`, or let `stale_after` be longer"
            )
            yield Problem(row["file"], row["line"], row["id"], wrong, right)


def _over(
    facts: pa.Table, earliest: date, year_ends: YearEnds, published: Mapping[str, str]
) -> pa.Table:
    """The facts whose period ended before a day, with `dated`, what they are as of."""
    appeared = map_distinct(facts["source"], published.get, pa.string())
    dated = pc.if_else(pc.equal(facts["period"], ""), appeared, facts["period"])
    keys = pc.binary_join_element_wise(facts["entity"], dated, KEY_SEPARATOR)

    def is_over(key: str) -> bool:
        entity, period = key.split(KEY_SEPARATOR)
        return _end(period, year_ends.get(entity)) < earliest

    return facts.append_column("dated", dated).filter(map_distinct(keys, is_over, pa.bool_()))


def _end(period: str, year_end: YearEnd | None) -> date:
    """The last day of a period."""
    return (parse_period(period) or ())[-1].last(year_end or _LATEST)
