"""One judge of claims, in this process or in another one.

Nothing here loads Arrow, which the worker processes do not need.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from exporter.engine.worker_process import WorkerProcess
from exporter.errors import Fault
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
from exporter.evidence.findings import MOST_FIGURES, Finding, Terms, crowd, not_read
from exporter.evidence.keys import Columns, Key, columns_of, read_claims
from exporter.evidence.quotes import gap_in, verify_quote
from exporter.evidence.ranges import confirm_range
from exporter.evidence.sources import Source
from exporter.evidence.texts import doubts_of_heading, findings_of_text, states_figures
from exporter.evidence.translations import check_translation
from exporter.evidence.upheld import upheld

_TEXTS_OF_VALUE = Texts._fields.index("quote_en")  # the first of them; translations follow
_NOTHING_TO_CONFIRM = FigureVerdict(FigureState.TEXT)

# The figure, and the faults of texts and of translations, and the doubts, as a Verdict has them.
OnFigures = tuple[FigureVerdict, tuple[Fault, ...], tuple[Fault, ...], tuple[Fault, ...]]

_judges: list["Judge"] = []  # of a worker process: sources are sent to it but once


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
        currencies = conventions.currencies(source, self._sources)
        record = self._sources[source].record if source in self._sources else None
        unread = "" if record is None or record.is_read else record.language
        return Terms(conventions.names, currencies, conventions.namesakes, unread)

    def on_keys(self, keys: Sequence[Key]) -> list[Verdict]:
        """The verdict on every claim, in order; `on_quote` says more of a faulty quote."""
        return _verdicts(keys, self.on_figures(read_claims(columns_of(keys))), self._sources)

    def proofs(self, keys: Sequence[Key]) -> list[Proof | None]:
        """What proves claims of the shape of each of these, if anything does, in order."""
        return self.proofs_of(read_claims(columns_of(keys)))

    def proofs_of(self, claims: Iterable[Claim]) -> list[Proof | None]:
        """The same of claims that are read."""
        return [
            None if terms.unread else proof_by_shape(claim, terms)
            for claim in claims
            for terms in [self.terms(claim.source)]
        ]

    def on_figures(self, claims: Iterable[Claim]) -> list[OnFigures]:
        """What is said of claims but for where their quotes stand."""
        return list(map(self._on_claim, claims))

    def _on_claim(self, claim: Claim) -> OnFigures:
        terms = self.terms(claim.source)
        if terms.unread:
            return _unread(claim, terms.unread)
        of_texts = self._on_texts(claim, terms) if any(claim.texts[:_TEXTS_OF_VALUE]) else ()
        of_translations = self._on_translations(claim, terms)
        figure = self._on_figure(claim, terms)
        if not of_texts and not of_translations:
            return figure, (), (), ()
        wrong = [finding for finding in of_texts if not finding.is_doubt]
        if wrong and not figure.wrong:
            figure = FigureVerdict(wrong[0].state)
        return (
            figure,
            _faults(wrong),
            _faults(finding for finding in of_translations if not finding.is_doubt),
            _faults(finding for finding in (*of_texts, *of_translations) if finding.is_doubt),
        )

    def _on_texts(self, claim: Claim, terms: Terms) -> Sequence[Finding]:
        """What the quote does not state of a text value, a note and a metric's name."""
        texts, quote = claim.texts, claim.quote
        findings: list[Finding] = []
        for called, text in _by_language("value", texts.value_en, texts.value_zh):
            findings += findings_of_text(text, quote, called, terms)
        for called, text in _by_language("note", texts.note_en, texts.note_zh):
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

    def _on_quote(self, source: str, quote: str) -> QuoteVerdict:
        return _look_up(quote, source, self._sources)

    def _on_figure(self, claim: Claim, terms: Terms) -> FigureVerdict:
        # Whatever a row calls itself, a number in it is checked: it might be shown.
        if claim.number is not None or claim.kind == "number":
            if fault := _crowd(claim.quote, terms):
                return FigureVerdict(FigureState.NOT_STATED, *fault)
            confirm = confirm_figure if claim.high is None else confirm_range
            return upheld(claim, confirm(claim, terms.currencies), terms.currencies)
        if claim.date is None and claim.kind == "text":
            return _NOTHING_TO_CONFIRM
        source = self._sources.get(claim.source)
        published = source.record.published if source else None
        return confirm_date(claim, published, claim.year_end)


class Worker(WorkerProcess):
    """A worker process that judges claims, seen by the process that asks it.

    Where quotes stand is looked up by whoever asks, so that no texts need be sent.
    """

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
        sources = {id_: source.without_text() for id_, source in self._sources.items()}
        self.call(_become_judge, sources, self._conventions)

    def on_keys(self, keys: Sequence[Key]) -> list[Verdict]:
        """The verdicts on claims, as `Judge.on_keys` gives them.

        Raises:
            WorkerEndedError: The process has ended.
            Exception: Whatever judging them raised there.
        """
        return _verdicts(keys, self.call(_judge, columns_of(keys)), self._sources)

    def proofs(self, keys: Sequence[Key]) -> list[Proof | None]:
        """What proves claims, as `Judge.proofs` gives it.

        Raises:
            WorkerEndedError: The process has ended.
            Exception: Whatever looking at them raised there.
        """
        found: list[Proof | None] = self.call(_prove, columns_of(keys))
        return found


def _become_judge(sources: Mapping[str, Source], conventions: Conventions) -> None:
    _judges[:] = [Judge(sources, conventions)]


def _prove(columns: Columns) -> list[Proof | None]:
    return _judges[0].proofs_of(read_claims(columns))


def _unread(claim: Claim, language: str) -> OnFigures:
    """What is said of a claim whose quote is in a language in which figures are not read."""
    has_none = claim.number is None and claim.date is None and claim.kind == "text"
    texts = claim.texts
    resting = (texts.value_en, texts.value_zh, texts.note_en, texts.note_zh)
    if has_none and not any(map(states_figures, resting)):
        return _NOTHING_TO_CONFIRM, (), (), ()
    return FigureVerdict(FigureState.NOT_READ), (), (), (not_read(language),)


def _crowd(quote: str, terms: Terms) -> Fault | None:
    """What to say of a quote of very many figures; a short one need not be read for it."""
    return crowd(terms.read(quote), "the quote") if len(quote) > MOST_FIGURES else None


def _judge(columns: Columns) -> list[OnFigures]:
    return _judges[0].on_figures(read_claims(columns))


def _verdicts(
    keys: Sequence[Key], on_figures: Iterable[OnFigures], sources: Mapping[str, Source]
) -> list[Verdict]:
    """The verdicts on claims of whose figures all is said."""
    verdicts: list[Verdict] = []
    last = "", ""
    for key, said in zip(keys, on_figures, strict=True):
        if (key.source, key.quote) != last or not verdicts:  # claims on one come together
            last = key.source, key.quote
            on_quote = _look_up(key.quote, key.source, sources, brief=True)
            gap = gap_in(on_quote, sources[key.source]) if key.source in sources else None
        figure, of_texts, of_translations, doubts = said
        doubts = doubts if gap is None else (gap, *doubts)
        verdict = Verdict(on_quote, figure, of_texts, of_translations, doubts)
        verdicts.append(verdict.settled(key.accept))
    return verdicts


def _look_up(
    quote: str, source: str, sources: Mapping[str, Source], *, brief: bool = False
) -> QuoteVerdict:
    if source in sources:
        return verify_quote(quote, sources[source], brief=brief)
    known = ", ".join(sources) or "none is recorded"
    right = (
        f"use one of {known}, or record it: exporter source add"
        if sources
        else "record it: exporter source add"
    )
    wrong = f"there is no source {source!r}"
    return QuoteVerdict(QuoteState.NOT_FOUND, wrong=wrong, right=right, has_source=False)


def _by_language(field: str, en: str, zh: str) -> Iterator[tuple[str, str]]:
    """The texts of a field with what messages call them; one that is the same in both is one."""
    if en != zh:
        yield f"`{field}.en`", en
        yield f"`{field}.zh`", zh
    elif en:
        yield f"`{field}`", en


def _faults(findings: Iterable[Finding]) -> tuple[Fault, ...]:
    return tuple(dict.fromkeys(finding.fault for finding in findings))
