"""Boxes of facts: rows of a name and one value, each with its own unit, under no heads of columns.

Floor space 58,000 sq m; Construction time 26 months. No caption and no column says what they are in
or when; the value says its unit, and the day is that of the document. In a
release of results it is the period of these, or its last day for what stands at a moment.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from exporter.drafting.figures.stated import stated_in
from exporter.drafting.model import Draft, Sentence, Stated
from exporter.drafting.periods.stocks import Measure, named_measure
from exporter.drafting.tables.lines import Line
from exporter.drafting.tables.periods import end_of_document
from exporter.drafting.tables.periods_said import says_period
from exporter.drafting.tables.proofs import words_of
from exporter.drafting.tables.row_heads import plain_head
from exporter.drafting.tables.terms import Terms
from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower
from exporter.facts.units import NO_UNIT
from exporter.facts.words import Status

_FEWEST = 3  # rows
_LONGEST = 60  # characters of a name
_LEAD = regex(
    r"(?:about|around|some|nearly|over|more than|up to|at least|约|近|逾|超过?|[$€£¥~+-])?\s*"
)
_REST = 24  # characters behind a figure, which say what it is in
_NO_VALUE = regex(
    r"\b(?:note|page|exhibit|item|table of|phone|tel|fax|isin|ticker|code|founded|established"
    r"|since|date)\b"
    r"|电话|传真|代码|成立|日期|页",
    re.IGNORECASE,
)


def boxes_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Rows of a name and one value that stand below one another."""
    for is_pair, run in groupby(lines, _is_pair):
        box = list(run) if is_pair else []
        if len(box) >= _FEWEST:
            yield box


def drafts_of_box(box: Sequence[Line], terms: Terms, taken: set[int]) -> Iterator[Draft]:
    """A draft for each row of a box whose value is one figure.

    Args:
        box: The rows.
        terms: What holds for all tables of its source.
        taken: Where the figures begin that are drafted already.
    """
    for line in box:
        sentence = Sentence(line.start, line.start + len(line.text), line.text, line.number)
        stated = [one for one in stated_in(sentence, terms.setting) if _is_value(one, line)]
        if len(stated) != 1 or line.start + stated[0].start in taken:
            continue
        one = stated[0]
        entity, name = terms.entity, plain_head(line.texts[0])
        doubts = [entity.doubt, "the table does not say its unit" if one.unit == NO_UNIT else ""]
        yield Draft(
            "", entity.value, name, one.value, one.high, one.unit, one.qualifier,
            _period_of(name, terms), Status.ACHIEVED, "", words_of(line), line.start + one.start,
            tuple(filter(None, doubts)),
        )  # fmt: skip


def _period_of(name: str, terms: Terms) -> str:
    """That of the results that a document reports, or its last day; else the document's day."""
    kind = named_measure(name, terms.lang)
    if kind is Measure.STOCK:
        return end_of_document(terms.calendar)
    return terms.calendar.document if kind is Measure.FLOW else ""


def _is_pair(line: Line) -> bool:
    """Whether a line is a short name and a value that begins with a figure."""
    if len(line.texts) != 2 or "\t" not in line.text or len(line.texts[0]) > _LONGEST:
        return False
    name, value = line.texts
    if re.match("[0-9]", name) or not re.search(r"[^\W\d_]", name) or _NO_VALUE.search(name):
        return False
    is_dated = says_period(lower(fold(value))) or says_period(lower(fold(name)))
    return not is_dated and re.match(rf"{_LEAD.pattern}[0-9]", value) is not None


def _is_value(stated: Stated, line: Line) -> bool:
    """Whether a figure is the value of a row, with little behind it."""
    at = line.text.rindex("\t") + 1
    is_behind = stated.start >= at and _LEAD.fullmatch(line.text[at : stated.start]) is not None
    return is_behind and len(line.text) - stated.end <= _REST
