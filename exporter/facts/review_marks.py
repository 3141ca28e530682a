"""Facts and views that a person has still to look at: `review: new`, or `review: "a reason"`."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from shlex import quote
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Problem
from exporter.facts.halves import counted_of, first_of
from exporter.facts.table import WRITTEN, range_written
from exporter.facts.views import View
from exporter.facts.words import Status

NEW = "new"
_FACT, _VIEW = "fact", "view"


class ReviewMark(NamedTuple):
    """A fact or a view that is marked.

    Attributes:
        kind: `fact` or `view`.
        file: Where it is written, with `line` (from 1), or the row where the file is a table.
        entity: What it is about.
        metric: What is stated; of a view the broker.
        value: As said, with its unit; of a view the stance.
        reason: `new`, or why a person should look at it.
        when: The period of a fact, and its status where it is not achieved; of a view the day of
            the report.
        quote: The words that carry it.
        period: Of a fact, as written; "" for none, and of a view.
        source: Id of the source of these words, as written.
        opinion: Of a view its rating, target price and thesis; "" of a fact.
        attribution: Of a fact who said it; "" for nobody, and of a view.
    """

    kind: str
    file: str
    line: int
    id: str
    entity: str
    metric: str
    value: str
    reason: str
    when: str
    quote: str
    period: str = ""
    source: str = ""
    opinion: str = ""
    attribution: str = ""

    @property
    def is_new(self) -> bool:
        """Whether nothing is said against it."""
        return self.reason.strip().casefold() == NEW

    @property
    def is_view(self) -> bool:
        """Whether it is a view."""
        return self.kind == _VIEW


class ReviewMarks:
    """All of a report that are marked: facts in the order in which they come, then views."""

    def __init__(self) -> None:
        """None yet."""
        self._facts: list[pa.Table] = []
        self._views: list[View] = []

    def take(self, written: pa.Table) -> None:
        """Facts by the schema WRITTEN."""
        if written["review"].null_count < written.num_rows:
            is_marked = pc.not_equal(pc.utf8_trim_whitespace(written["review"]), "")
            self._facts.append(written.filter(is_marked).select(WRITTEN.names))

    def take_views(self, views: Iterable[View]) -> None:
        """Views."""
        self._views += (view for view in views if (view.review or "").strip())

    def __iter__(self) -> Iterator[ReviewMark]:
        return (mark for mark, _ in self.written())

    def written(self) -> Iterator[tuple[ReviewMark, Mapping[str, Any]]]:
        """Each with the fact as it is written, by the columns of WRITTEN; a view with nothing."""
        for some in self._facts:
            for batch in some.to_batches(max_chunksize=1024):
                yield from ((_of_fact(row), row) for row in batch.to_pylist())
        yield from ((_of_view(view), {}) for view in self._views)

    @property
    def facts(self) -> int:
        """How many facts are marked."""
        return sum(some.num_rows for some in self._facts)

    @property
    def views(self) -> int:
        """How many views are marked."""
        return len(self._views)

    def counts(self) -> dict[str, int]:
        """How many are marked, and how many of them with a reason."""
        unsure = sum(not mark.is_new for mark in self)
        return {"facts": self.facts, "views": self.views, "with_reason": unsure}

    def problems(self, folder: Path | None) -> Iterator[Problem]:
        """What is told of them where a report is to be built: one problem, or none.

        Args:
            folder: The report's, as the user named it; None for facts that are none of a report.
        """
        first = next(iter(self), None)
        if first is None:
            return
        count = self.facts + self.views
        ids = [mark.id or "without an id" for mark, _ in zip(self, range(count), strict=False)]
        still = "is" if count == 1 else "are"
        wrong = (
            f"{counted_of(self.facts, self.views)} {still} still marked `review:` "
            f"({first_of(ids, count)})"
        )
        right = (
            f"look at what `exporter review {quote(str(folder))}` lists, and accept it there"
            if folder
            else "look at each, and leave `review` out where it is right"
        )
        yield Problem(first.file, first.line, "", wrong, right)


def _of_fact(row: dict[str, Any]) -> ReviewMark:
    metric = row["metric.en"] or row["metric.zh"] or ""
    place = row["file"], row["line"], row["id"] or ""
    about = row["entity"] or "", metric, _said(row)
    status = row["status"] if row["status"] != Status.ACHIEVED else None
    when = ", ".join(filter(None, (row["period"], status)))
    return ReviewMark(
        _FACT, *place, *about, row["review"], when, row["quote"] or "", row["period"] or "",
        row["source"] or "", "", row["attribution.en"] or row["attribution.zh"] or "",
    )  # fmt: skip


def _said(row: dict[str, Any]) -> str:
    """The value as the analyst writes it, between its qualifier and its unit."""
    if row["value.from"] is not None:
        value = range_written(row)
    else:
        value = row["value"] or row["value.en"] or row["value.zh"]
    unit = row["unit"] or row["unit.en"] or row["unit.zh"]
    return " ".join(filter(None, (row["qualifier"], value, unit)))


def _of_view(view: View) -> ReviewMark:
    place = view.file, view.line, view.id
    about = view.subject.en, view.broker, view.stance
    when = view.report_date.isoformat() if view.report_date else ""
    return ReviewMark(
        _VIEW, *place, *about, view.review or "", when, view.quote, "", view.source, _opinion(view)
    )


def _opinion(view: View) -> str:
    """What a house thinks, and what it thought before: rating buy (was hold); thesis."""
    rating, before = (
        (one.en or one.zh) if one else "" for one in (view.rating, view.previous_rating)
    )
    price, was = (
        "" if one is None else f"{one:f}" for one in (view.target_price, view.previous_target_price)
    )
    said = (
        _with_before("rating", rating, before),
        _with_before("target price", price and f"{view.currency or ''} {price}".strip(), was),
        f"thesis: {view.thesis.en or view.thesis.zh}",
    )
    return "; ".join(filter(None, said))


def _with_before(what: str, now: str, before: str) -> str:
    """Something with what it was, where that is said: target price USD 94 (was 85)."""
    return (
        f"{what} {now or 'not said'}{f' (was {before})' if before else ''}" if now or before else ""
    )
