"""The columns of the sheet Periods that name its rows, in all of its tables the same ones.

Who says it, what is not achieved yet, and what the latest period is stand there where they differ
from row to row; so columns of figures stay below one another.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from exporter.facts.spans import order_of
from exporter.facts.words import STATUS_LABELS, Lang, Status
from exporter.report.formats import show_period
from exporter.report.labels import WORDS, columns_in
from exporter.report.period_words import PERIOD_COLUMNS, PERIOD_WORDS
from exporter.report.xlsx.columns import text_column
from exporter.report.xlsx.model import Column
from exporter.report.xlsx.periods.rows import PeriodRow

_WIDTHS = {  # least, most, and most where there are many periods, in Excel's characters
    "entity": (10, 20, 12),
    "metric": (14, 28, 18),
    "unit": (8, 18, 12),
    "attribution": (10, 20, 12),
    "status": (10, 20, 12),
    "latest": (9, 14, 10),
}


def stub_columns(rows: Sequence[PeriodRow], lang: Lang, *, narrow: bool) -> dict[str, Column]:
    """The columns that name rows, by their keys in PERIOD_COLUMNS, as wide as all rows need.

    Args:
        rows: Of all tables.
        lang: The language.
        narrow: Whether texts make room for figures.
    """
    headers = columns_in(PERIOD_COLUMNS, lang)
    said = {key: [say(row, lang) for row in rows] for key, say in _SAID.items()}
    if not any(map(_needs_names, rows)):
        del said["attribution"]
    achieved = STATUS_LABELS[Status.ACHIEVED].in_(lang)
    if set(said["status"]) == {achieved}:
        del said["status"]
    if not _differ(rows):
        del said["latest"]
    columns = {}
    for key, texts in said.items():
        least, *most = _WIDTHS[key]
        style = "label" if key == "metric" else "text"
        columns[key] = text_column(headers[key], list(texts), style, least, most[narrow])
    return columns


def _differ(rows: Sequence[PeriodRow]) -> bool:
    """Whether the headers of changes leave open which periods they compare."""
    latest = {span: {row.latest.period for row in rows if row.span == span}
              for span in {row.span for row in rows}}  # fmt: skip
    return any(len(periods) > 1 for periods in latest.values())


def _status(row: PeriodRow, lang: Lang) -> str:
    """Its status; where figures differ in that, what is not achieved."""
    figures = [row.figures[period] for period in sorted(row.figures, key=order_of)]
    if len({figure.status for figure in figures}) == 1:
        return STATUS_LABELS[figures[0].status].in_(lang)
    open_ones = (figure for figure in figures if figure.status is not Status.ACHIEVED)
    return _told(((one.period, STATUS_LABELS[one.status].in_(lang)) for one in open_ones), lang)


def _needs_names(row: PeriodRow) -> bool:
    """Whether it must be told who says so: of parted figures, and of what others expect."""
    expected = (one for one in row.figures.values() if one.status is not Status.ACHIEVED)
    return row.is_split or any(figure.attribution.en for figure in expected)


def _attribution(row: PeriodRow, lang: Lang) -> str:
    """Who says so; where others say what was achieved, of which periods."""
    figures = [row.figures[period] for period in sorted(row.figures, key=order_of)]
    names = dict.fromkeys(figure.attribution.in_(lang) for figure in figures)
    if len(names) == 1 or len({figure.status for figure in figures}) == 1:
        return WORDS["list separator"].in_(lang).join(filter(None, names))
    return _told(
        ((one.period, one.attribution.in_(lang)) for one in figures if one.attribution.en), lang
    )


def _told(said: Iterable[tuple[str, str]], lang: Lang) -> str:
    """What is so of some periods: `2026: guidance`."""
    say = PERIOD_WORDS["status of"].in_(lang).format
    told = (say(period=show_period(period, lang), status=word) for period, word in said)
    return WORDS["list separator"].in_(lang).join(told)


_SAID: Mapping[str, Callable[[PeriodRow, Lang], str]] = {
    "entity": lambda row, lang: row.entity.entity.name.in_(lang),
    "metric": lambda row, lang: row.metric.in_(lang),
    "unit": lambda row, lang: row.unit.label(lang),
    "attribution": _attribution,
    "status": _status,
    "latest": lambda row, lang: show_period(row.latest.period, lang),
}
