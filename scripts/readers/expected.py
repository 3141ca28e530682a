"""What a reader should find in the workbooks of a report, by the facts alone."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from exporter.check import CheckedReport
from exporter.facts.table import Fact
from exporter.facts.units import as_written
from exporter.facts.words import Lang

_FIRST_ROW = 5  # of the facts on a sheet
_EPOCH = dt.date(1899, 12, 30)
_MARKS = {"about": "≈ ", "over": "> ", "at least": "≥ ", "up to": "≤ ", "under": "< ",
          "order of": "~ ", "exact": ""}  # fmt: skip
_NEARLY = {"en": "nearly ", "zh": "近 "}
_DAYS = {
    "en": {"year": "{0:%Y}", "month": "{0:%b} {0:%Y}", "day": "{0.day} {0:%b} {0:%Y}"},
    "zh": {"year": "{0:%Y}年", "month": "{0:%Y}年{0.month}月",
           "day": "{0:%Y}年{0.month}月{0.day}日"},
}  # fmt: skip


class Expected(NamedTuple):
    """What stands in the cells of a fact.

    Attributes:
        sheet: The name of its sheet.
        row: On that sheet, from 1.
        value: What is stored in the column Value: a number, a text, or a day.
        shown: What that cell shows.
        quote: What the column Quote has.
        link: Where the source's name leads; a passage in it may be named behind `#`.
    """

    sheet: str
    row: int
    value: str | float | dt.date
    shown: str
    quote: str
    link: str


def expected_facts(report: CheckedReport, book: str, lang: Lang) -> Iterator[Expected]:
    """What stands on the entity sheets of a workbook."""
    (workbook,) = (one for one in report.report.workbooks if one.name == book)
    links = {id_: source.record.url for id_, source in report.sources.items()}
    facts = list(report.evidence.facts)
    for entity in report.report.entities_of(workbook):
        mine = [fact for fact in facts if fact.entity == entity.name.en]
        for row, fact in enumerate(mine, _FIRST_ROW):
            yield Expected(
                entity.name.in_(lang), row, _stored(fact, lang), _shown(fact, lang), fact.quote,
                links[fact.source],
            )  # fmt: skip


def serial(day: dt.date) -> int:
    """The number that Excel stores for a day after February 1900."""
    return (day - _EPOCH).days


def _stored(fact: Fact, lang: Lang) -> str | float | dt.date:
    if fact.text is not None:
        return fact.text.in_(lang)
    if fact.date is not None:
        return fact.date
    return float(as_written(fact.number or 0.0) * fact.unit.stored)


def _shown(fact: Fact, lang: Lang) -> str:
    mark = {**_MARKS, "nearly": _NEARLY[lang]}[fact.qualifier]
    if fact.text is not None:
        return fact.text.in_(lang)
    if fact.date is not None:
        return mark + _DAYS[lang][fact.precision].format(fact.date)
    number = f"{fact.number:,.{fact.decimals}f}"
    return f"{mark}{fact.unit.before.in_(lang)}{number}{fact.unit.after.in_(lang)}"
