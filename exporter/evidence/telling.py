"""What is told of facts and views as they are judged: problems, unknown sources, doubts."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

import pyarrow as pa

from exporter.errors import Fault, FirstProblems, Problem
from exporter.evidence.batch import Batch
from exporter.evidence.claims import QuoteState, QuoteVerdict, Verdict
from exporter.evidence.judge import Judge
from exporter.evidence.views import ViewVerdict
from exporter.facts.further import ALSO_IN
from exporter.facts.same_faults import FirstFaults
from exporter.facts.views import View

_UNKNOWN = QuoteVerdict(QuoteState.NOT_FOUND, has_source=False)


class Telling:
    """What is told of facts, while they go by, and of views behind them.

    Attributes:
        problems: What is not verified or not confirmed, of facts the first MOST_REPORTED.
        without_source: Of those that name a source which is not recorded, likewise.
        doubts: What is told and not refused, likewise.
    """

    def __init__(self, judge: Judge, faulty: Collection[str]) -> None:
        """Nothing yet.

        Args:
            judge: Who says more of a quote at fault.
            faulty: Ids of sources whose records are not whole: of quotes from them nothing is told.
        """
        self.problems: list[Problem] = []
        self.without_source: list[Problem] = []
        self.doubts: list[Problem] = []
        self._judge, self._faulty = judge, frozenset(faulty)
        self._first, self._first_unknown = FirstProblems(), FirstFaults()
        self._first_doubts = FirstProblems()

    def take(self, batch: Batch) -> None:
        """A batch of facts, when it is judged."""
        self.problems += self._first.take(self._problems_of(batch))
        self.without_source += self._first_unknown.take(self._without_source_of(batch))
        self.doubts += self._first_doubts.take(_doubts(batch))

    def _problems_of(self, batch: Batch) -> Iterator[Problem]:
        """What is wrong in a batch; only here is sought what a quote at fault may have meant."""
        for row in batch.rows_where(_is_at_fault):
            yield from problems_at(batch.place(row), self._verdict(batch, row).faults)

    def _verdict(self, batch: Batch, row: int) -> Verdict:
        """The verdict on a row, with all that there is to say of its quote."""
        key, verdict = batch.verdict(row)
        if key.source in self._faulty:
            return verdict._replace(quote=_UNKNOWN)
        if verdict.quote.wrong:
            return verdict._replace(quote=self._judge.on_quote(key.source, key.quote))
        return verdict

    def _without_source_of(self, batch: Batch) -> Iterator[Problem]:
        """The quotes of a batch whose source is not recorded."""
        for row in batch.rows_where(_has_no_source):
            key, verdict = batch.verdict(row)
            if key.source not in self._faulty:
                quote = Fault(verdict.quote.wrong, verdict.quote.right)
                yield from problems_at(batch.place(row), [quote])

    def take_refused(self, refused: pa.Table) -> None:
        """Facts that are not whole, by REFUSED: of their quotes is told what is told of others."""
        names = ("file", "line", "id", "source", "quote")
        rows = list(zip(*(refused[name].to_pylist() for name in names), strict=True))
        self.problems += self._first.take(self._of_refused(rows, _is_wrong))
        self.without_source += self._first_unknown.take(self._of_refused(rows, _is_of_no_source))

    def _of_refused(
        self, rows: Iterable[tuple[Any, ...]], is_told: Callable[[QuoteVerdict], bool]
    ) -> Iterator[Problem]:
        for file, line, id_, source, quote in rows:
            if source and quote and source not in self._faulty:
                verdict = self._judge.on_quote(source, quote)
                if is_told(verdict):
                    yield Problem(file, line, id_, verdict.wrong, verdict.right)

    def take_further(self, batch: Batch) -> None:
        """A batch of further sources of facts: that one says something else is a doubt."""
        self.problems += self._first.take(self._problems_of_further(batch))
        self.without_source += self._first_unknown.take(self._without_source_of(batch))
        self.doubts += self._first_doubts.take(_doubts_of_further(batch))

    def take_view(self, view: View, verdict: ViewVerdict, gap: Fault | None) -> None:
        """A view, when it is judged; letters that its quote lacks are a doubt.

        Args:
            view: As it is written.
            verdict: On it; what is wrong with its quote is the first of its problems.
            gap: What there is to say of letters that its source has lost.
        """
        place, quote = (view.file, view.line, view.id), verdict.quote
        follows = view.source in self._faulty
        self.problems += problems_at(place, verdict.problems[1:] if follows else verdict.problems)
        self.doubts += problems_at(place, [*([gap] if gap else []), *verdict.doubts])
        if not quote.has_source and not follows:
            self.without_source += problems_at(place, [Fault(quote.wrong, quote.right)])

    def _problems_of_further(self, batch: Batch) -> Iterator[Problem]:
        for row in batch.rows_where(_is_at_fault):
            verdict = self._verdict(batch, row)
            quote = [Fault(verdict.quote.wrong, verdict.quote.right)] if verdict.quote.wrong else []
            faults = (*quote, *verdict.translations)
            yield from problems_at(batch.place(row), _also(batch.verdict(row)[0].source, faults))


def _doubts(batch: Batch) -> Iterator[Problem]:
    """What is told of the facts of a batch and not refused."""
    for row in batch.rows_where(_is_in_doubt):
        _, verdict = batch.verdict(row)
        yield from problems_at(batch.place(row), verdict.doubts)


def _doubts_of_further(batch: Batch) -> Iterator[Problem]:
    """Where further sources of facts do not say the same, and what else is in doubt of them."""
    for row in batch.rows_where(lambda verdict: _is_at_fault(verdict) or _is_in_doubt(verdict)):
        key, verdict = batch.verdict(row)
        doubts = list(verdict.doubts)
        if verdict.quote.state is not QuoteState.NOT_FOUND:  # else nobody knows what it says
            said = [verdict.figure.wrong] if verdict.figure.wrong else []
            said += [fault.wrong for fault in verdict.texts]
            doubts = [*(Fault(wrong, _SEE) for wrong in said), *doubts]
        yield from problems_at(batch.place(row), _also(key.source, doubts))


_SEE = "see which is right, quote the clause that states it, or take it out"


def _also(source: str, faults: Iterable[Fault]) -> Iterator[Fault]:
    """What is said of a further source, told apart from what is said of the fact's own."""
    return (Fault(f"`{ALSO_IN}`, {source}: {fault.wrong}", fault.right) for fault in faults)


def problems_at(place: tuple[str, int, str], faults: Iterable[Fault]) -> Iterator[Problem]:
    """What is wrong with the fact or view at a place: file, line and id."""
    return (Problem(*place, *fault) for fault in faults)


def _is_at_fault(verdict: Verdict) -> bool:
    return bool(verdict.faults)


def _is_in_doubt(verdict: Verdict) -> bool:
    return bool(verdict.doubts)


def _has_no_source(verdict: Verdict) -> bool:
    return _is_of_no_source(verdict.quote)


def _is_wrong(quote: QuoteVerdict) -> bool:
    return bool(quote.wrong)


def _is_of_no_source(quote: QuoteVerdict) -> bool:
    return not quote.has_source
