"""The verdicts on claims, given on all cores: by the process itself, and by worker processes.

A worker process takes a while to start. Until it is ready, and whenever it is at work, the process
itself judges claims; so a check waits for a worker at its very end at most.

Nothing here loads Arrow, which the worker processes do not need.
"""

import os
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property, lru_cache
from threading import Condition, Event, Thread
from typing import Any, Generic, Self, TypeVar

from exporter.engine.worker_process import WorkerEndedError, WorkerProcess, hand_over_soon
from exporter.errors import Fault, SetupError
from exporter.evidence.claim_shapes import Proof, proof_by_shape
from exporter.evidence.claims import (
    Claim,
    FigureState,
    FigureVerdict,
    QuoteState,
    QuoteVerdict,
    Texts,
    Verdict,
)
from exporter.evidence.conventions import NO_CONVENTIONS, Conventions
from exporter.evidence.dates import confirm_date
from exporter.evidence.figures import confirm_figure
from exporter.evidence.findings import Finding, Terms
from exporter.evidence.keys import Columns, Key, columns_of, read_claims, rows_of
from exporter.evidence.quotes import verify_quote
from exporter.evidence.ranges import confirm_range
from exporter.evidence.sources import Source
from exporter.evidence.texts import (
    doubts_of_heading,
    findings_of_text,
)
from exporter.evidence.translations import check_translation

# Claims waiting to be judged, between a fifth of a second and a second of work: a worker process
# takes half of one to start.
MUCH = 8_192
_TASK = 1_024  # claims that are judged at once: fewer cost more turns of the lock between threads
_EXAMPLES = 32  # whose proofs are found in about the same time
_TEXTS_OF_VALUE = Texts._fields.index("quote_en")  # the first of them; translations follow
_NOTHING_TO_CONFIRM = FigureVerdict(FigureState.TEXT)

Answer = TypeVar("Answer")

_judges: list["Judge"] = []  # of a worker process: sources are sent to it but once


class Judges:
    """Judges claims on all cores, in the order in which they are needed."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        cores: int | None = None,
        conventions: Conventions = NO_CONVENTIONS,
    ) -> None:
        """Judges by these sources and conventions, on all cores or on so many."""
        self.own = Judge(sources, conventions)
        self.workers: list[Worker] = []
        self._sources, self._conventions = sources, conventions
        self._cores = cores or _cores()
        self._waiting = Waiting()
        self._threads: list[Thread] = []
        self._lost: Exception | None = None
        self._context = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.close()
        for worker in self.workers:
            worker.stop()
        for thread in self._threads:
            thread.join()
        for worker in self.workers:
            worker.close()
        self._context.close()

    def begin(self, keys: Sequence[Key]) -> list["VerdictTask"]:
        """Take claims in; their tasks tell the verdicts after `finish`."""
        tasks = [VerdictTask(keys[start : start + _TASK]) for start in range(0, len(keys), _TASK)]
        self._put(tasks)
        return tasks

    def begin_proofs(self, keys: Sequence[Key]) -> list["ProofTask"]:
        """Take examples of claims in; their tasks tell what proves those of their shapes."""
        tasks = [ProofTask(keys[at : at + _EXAMPLES]) for at in range(0, len(keys), _EXAMPLES)]
        self._put(tasks)
        return tasks

    def _put(self, tasks: Sequence["Task[Any]"]) -> None:
        self._waiting.put(tasks)
        if not self.workers and len(self._waiting) * _TASK > MUCH:
            self.start_workers()

    def finish(self, tasks: Iterable["Task[Any]"]) -> None:
        """Judge until all of `tasks` are done, or a worker has those that are not.

        Raises:
            SetupError: A worker has ended before it could be asked.
        """
        if self._lost is not None:
            raise _ended_early() from self._lost
        for task in tasks:
            while not task.is_done and self._do_next():
                pass

    def start_workers(self) -> None:
        """Start a process for every core but this process's own."""
        others = self._cores - 1
        if others:
            self._context.enter_context(hand_over_soon())
        for _ in range(others):
            worker = Worker(self._sources, self._conventions)
            thread = Thread(target=self._keep_busy, args=(worker,), daemon=True)
            self.workers.append(worker)
            self._threads.append(thread)
            thread.start()

    def _do_next(self) -> bool:
        """Do what has waited longest; False where nothing waits."""
        task = self._waiting.take()
        if task is None:
            return False
        task.do(self.own)
        return True

    def _keep_busy(self, worker: "Worker") -> None:
        """Give a worker what waits, as long as it lives."""
        try:
            worker.prepare()
        except WorkerEndedError as error:
            self._lost = error
            return
        while (task := self._waiting.wait()) is not None:
            task.do(worker)
            if not worker.is_alive:
                return


class Waiting:
    """The tasks that wait for somebody to do them."""

    def __init__(self) -> None:
        """None at first."""
        self._tasks: deque[Task[Any]] = deque()
        self._changed = Condition()
        self._is_closed = False

    def __len__(self) -> int:
        return len(self._tasks)

    def put(self, tasks: "Sequence[Task[Any]]") -> None:
        """Have more tasks wait."""
        with self._changed:
            self._tasks += tasks
            self._changed.notify_all()

    def take(self) -> "Task[Any] | None":
        """The oldest task; None where there is none."""
        with self._changed:
            return self._tasks.popleft() if self._tasks else None

    def wait(self) -> "Task[Any] | None":
        """The oldest task, when there is one; None after `close`."""
        with self._changed:
            self._changed.wait_for(lambda: self._tasks or self._is_closed)
            return None if self._is_closed else self.take()

    def close(self) -> None:
        """Have nobody wait any longer."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()


class Judge:
    """Judges claims by the sources that are recorded."""

    def __init__(
        self, sources: Mapping[str, Source], conventions: Conventions = NO_CONVENTIONS
    ) -> None:
        """A judge who knows these sources."""
        self._sources, self._conventions = sources, conventions
        self.on_quote = lru_cache(maxsize=8192)(self._on_quote)  # the quotes of a batch of facts
        self.terms = lru_cache(maxsize=1024)(self._terms)

    def _terms(self, source: str) -> Terms:
        """How the figures in quotes of a source, and in texts about them, are read."""
        conventions = self._conventions
        return Terms(conventions.names, conventions.currencies(source, self._sources))

    def on_keys(self, keys: Sequence[Key]) -> list[Verdict]:
        """The verdict on every claim, in order; `on_quote` says more of a faulty quote."""
        return self.on_claims(read_claims(columns_of(keys)))

    def proofs(self, keys: Sequence[Key]) -> list[Proof | None]:
        """What proves claims of the shape of each of these, if anything does, in order."""
        return self.proofs_of(read_claims(columns_of(keys)))

    def proofs_of(self, claims: Iterable[Claim]) -> list[Proof | None]:
        """The same of claims that are read."""
        return [proof_by_shape(claim, self.terms(claim.source)) for claim in claims]

    def on_claims(self, claims: Iterable[Claim]) -> list[Verdict]:
        """The same of claims that are read."""
        verdicts: list[Verdict] = []
        last = "", ""
        for claim in claims:
            if (claim.source, claim.quote) != last or not verdicts:  # claims on one come together
                last = claim.source, claim.quote
                on_quote = self._on_quote(*last, brief=True)
            verdicts.append(self._on_claim(claim, on_quote))
        return verdicts

    def _on_claim(self, claim: Claim, on_quote: QuoteVerdict) -> Verdict:
        terms = self.terms(claim.source)
        of_texts = self._on_texts(claim, terms) if any(claim.texts[:_TEXTS_OF_VALUE]) else ()
        of_translations = self._on_translations(claim, terms)
        figure = self._on_figure(claim, terms)
        if not of_texts and not of_translations:
            return Verdict(on_quote, figure).settled(claim.accepted)
        wrong = [finding for finding in of_texts if not finding.is_doubt]
        if wrong and not figure.wrong:
            figure = FigureVerdict(wrong[0].state)
        return Verdict(
            on_quote,
            figure,
            _faults(wrong),
            _faults(finding for finding in of_translations if not finding.is_doubt),
            _faults(finding for finding in (*of_texts, *of_translations) if finding.is_doubt),
        ).settled(claim.accepted)

    def _on_texts(self, claim: Claim, terms: Terms) -> Sequence[Finding]:
        """What the quote does not state of a text value, and of a metric's name."""
        texts, quote = claim.texts, claim.quote
        findings: list[Finding] = []
        for called, text in _by_language("value", texts.value_en, texts.value_zh):
            findings += findings_of_text(text, quote, called, terms)
        for called, text in _by_language("metric", texts.metric_en, texts.metric_zh):
            findings += doubts_of_heading(text, [quote], called, terms)
        return findings

    def _on_translations(self, claim: Claim, terms: Terms) -> list[Finding]:
        quote, texts = claim.quote, claim.texts
        findings: list[Finding] = []
        for called, text in (("`quote_en`", texts.quote_en), ("`quote_zh`", texts.quote_zh)):
            if text and text != quote:
                findings += check_translation(text, quote, called, terms)
        return findings

    def _on_quote(self, source: str, quote: str, *, brief: bool = False) -> QuoteVerdict:
        if source in self._sources:
            return verify_quote(quote, self._sources[source], brief=brief)
        known = ", ".join(self._sources) or "none is recorded"
        right = f"use one of {known}" if self._sources else "record it: exporter source add"
        wrong = f"there is no source {source!r}"
        return QuoteVerdict(QuoteState.NOT_FOUND, wrong=wrong, right=right, has_source=False)

    def _on_figure(self, claim: Claim, terms: Terms) -> FigureVerdict:
        # Whatever a row calls itself, a number in it is checked: it might be shown.
        if claim.number is not None or claim.kind == "number":
            confirm = confirm_figure if claim.high is None else confirm_range
            return confirm(claim, terms.currencies)
        if claim.date is None and claim.kind == "text":
            return _NOTHING_TO_CONFIRM
        source = self._sources.get(claim.source)
        published = source.record.published if source else None
        return confirm_date(claim, published, claim.year_end)


class Worker(WorkerProcess):
    """A worker process that judges claims, seen by the process that asks it."""

    def __init__(
        self, sources: Mapping[str, Source], conventions: Conventions = NO_CONVENTIONS
    ) -> None:
        """Start a process that will judge by these sources."""
        super().__init__()
        self._sources, self._conventions = sources, conventions

    def prepare(self) -> None:
        """Tell it what it has to know, and wait until it can be asked.

        Raises:
            WorkerEndedError: The process has ended.
        """
        self.call(_become_judge, self._sources, self._conventions)

    def on_keys(self, keys: Sequence[Key]) -> list[Verdict]:
        """The verdicts on claims, as `Judge.on_keys` gives them.

        Raises:
            WorkerEndedError: The process has ended.
            Exception: Whatever judging them raised there.
        """
        quotes, others = self.call(_judge, columns_of(keys))
        return rows_of(Verdict, (rows_of(QuoteVerdict, quotes), *others))

    def proofs(self, keys: Sequence[Key]) -> list[Proof | None]:
        """What proves claims, as `Judge.proofs` gives it.

        Raises:
            WorkerEndedError: The process has ended.
            Exception: Whatever looking at them raised there.
        """
        found: list[Proof | None] = self.call(_prove, columns_of(keys))
        return found


class Task(ABC, Generic[Answer]):
    """Claims for a judge, and once that is done an answer on each."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self.keys = keys
        self._answers: list[Answer] = []
        self._error: Exception | None = None
        self._done = Event()

    @property
    def is_done(self) -> bool:
        """Whether the answers are known, or why there are none."""
        return self._done.is_set()

    @abstractmethod
    def _ask(self, judge: Judge | Worker) -> list[Answer]:
        """What a judge answers."""

    def do(self, judge: Judge | Worker) -> None:
        """Have the claims looked at."""
        try:
            self._answers = self._ask(judge)
        except Exception as error:  # for whoever asks for the answers
            self._error = error
        self._done.set()

    def answers(self) -> list[Answer]:
        """The answers on all keys, in order, when they are there.

        Raises:
            SetupError: The process that had the claims has ended.
        """
        self._done.wait()
        if isinstance(self._error, WorkerEndedError):
            raise _ended_early() from self._error
        if self._error is not None:
            raise self._error
        return self._answers


class ProofTask(Task[Proof | None]):
    """Claims by which to find out what proves those of their shapes."""

    def _ask(self, judge: Judge | Worker) -> list[Proof | None]:
        return judge.proofs(self.keys)


class VerdictTask(Task[Verdict]):
    """Claims to judge, and once that is done their verdicts."""

    def _ask(self, judge: Judge | Worker) -> list[Verdict]:
        return judge.on_keys(self.keys)

    def verdict_on(self, key: Key) -> Verdict:
        """The verdict on one of the keys; raises as `answers` does."""
        return self.answers()[self._places[key]]

    @cached_property
    def _places(self) -> Mapping[Key, int]:
        return {key: place for place, key in enumerate(self.keys)}


def _become_judge(sources: Mapping[str, Source], conventions: Conventions) -> None:
    _judges[:] = [Judge(sources, conventions)]


def _prove(columns: Columns) -> list[Proof | None]:
    return _judges[0].proofs_of(read_claims(columns))


def _judge(columns: Columns) -> tuple[Columns, Columns]:
    verdicts = _judges[0].on_claims(read_claims(columns))
    quotes, *others = columns_of(verdicts) or ((),)
    return columns_of(quotes), tuple(others)


def _by_language(field: str, en: str, zh: str) -> Iterator[tuple[str, str]]:
    """The texts of a field with what messages call them; one that is the same in both is one."""
    if en != zh:
        yield f"`{field}.en`", en
        yield f"`{field}.zh`", zh
    elif en:
        yield f"`{field}`", en


def _faults(findings: Iterable[Finding]) -> tuple[Fault, ...]:
    return tuple(dict.fromkeys(finding.fault for finding in findings))


def _ended_early() -> SetupError:
    wrong = "a process that helped to check the evidence ended early"
    return SetupError(wrong, "see that there is enough memory, and try again")


def _cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
