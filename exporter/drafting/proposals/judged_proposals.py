"""What a program proposes, judged as a fact of the report would be: verified, repaired, refused."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from exporter.drafting.model import Setting
from exporter.drafting.proposals.near_quotes import exact_words
from exporter.drafting.proposals.programs import Proposal
from exporter.drafting.written.scalars import in_quotation_marks
from exporter.engine.regex import regex
from exporter.errors import Doubt, Fault, Problem
from exporter.evidence.batch import Batch
from exporter.evidence.claims import QuoteState
from exporter.evidence.judge import Judge
from exporter.evidence.quotes import verify_quote
from exporter.evidence.unit_signs import settle_units
from exporter.evidence.views import judge_view
from exporter.facts.parse import FactParser
from exporter.facts.views import check_views, read_views_of
from exporter.facts.yaml_facts import read_yaml_facts

_SHOWN = "proposal"
_NUMBER = regex(r"-?[0-9]+(?:\.[0-9]+)?")
_DEEPEST = 2  # levels of a field: drivers are a list of texts {en, zh}


class Outcome(StrEnum):
    """What has become of a proposal."""

    VERIFIED = "verified"
    REPAIRED = "repaired"  # its quote was nearly right, and is the source's own words now
    REFUSED = "refused"


class Judged(NamedTuple):
    """A proposal with what was said of it.

    Attributes:
        fields: As they were proposed, with the source and, where repaired, with the exact quote.
        told: The quote as it was proposed, where it was repaired; why it was refused, where so.
    """

    proposal: Proposal
    outcome: Outcome
    fields: Mapping[str, Any]
    told: str = ""


class ProposalJudge:
    """Judges proposals for one source of a report."""

    def __init__(self, setting: Setting) -> None:
        """A judge who goes by what the report and the source say."""
        self._setting = setting
        self._source = setting.source
        self._judge = Judge({self._source.id: self._source}, setting.conventions)

    def on(self, proposals: Iterable[Proposal]) -> Iterator[Judged]:
        """The proposals in order, each with what becomes of it."""
        for proposal in proposals:
            yield self._on(proposal)

    def _on(self, proposal: Proposal) -> Judged:
        if proposal.wrong:
            return Judged(proposal, Outcome.REFUSED, proposal.fields, proposal.wrong)
        if wrong := _out_of_place(proposal.fields, self._source.id):
            return Judged(proposal, Outcome.REFUSED, proposal.fields, wrong)
        fields = {"id": f"line-{proposal.line}", **proposal.fields, "source": self._source.id}
        if proposal.kind == "fact" and "value" in fields:
            fields["value"] = _as_number(fields["value"])
        outcome, given = Outcome.VERIFIED, fields.get("quote")
        if isinstance(given, str) and (exact := self._exact(given)):
            fields["quote"], outcome = exact, Outcome.REPAIRED
        faults = (self._faults_of_fact if proposal.kind == "fact" else self._faults_of_view)(fields)
        if told := next(iter(faults), None):
            return Judged(proposal, Outcome.REFUSED, fields, f"{told.wrong}; {told.right}")
        was = given if outcome is Outcome.REPAIRED else ""
        return Judged(proposal, outcome, fields, str(was))

    def _exact(self, quote: str) -> str:
        """The source's own words for a quote that does not stand there; "" for one that does."""
        verdict = verify_quote(quote, self._source, brief=True)
        return "" if verdict.state is QuoteState.VERIFIED else exact_words(quote, self._source)

    def _faults_of_fact(self, fields: Mapping[str, Any]) -> Iterator[Fault]:
        conventions = self._setting.conventions
        if fault := self._entity_fault(fields.get("entity")):
            yield fault
        written, problems = read_yaml_facts(_as_yaml(fields), _SHOWN)
        yield from _wrong(problems)
        for parsed, of_rules in FactParser(conventions.year_ends).parse([(written, [])]):
            yield from _wrong(of_rules)
            if not parsed.num_rows:
                continue
            sources = {self._source.id: self._source}
            currencies = partial(conventions.currencies, sources=sources)
            batch = Batch(settle_units(parsed, currencies), conventions.year_ends)
            keys = batch.keys_of([0])
            for key, verdict in zip(keys, self._judge.on_keys(keys), strict=True):
                whole = self._judge.on_quote(key.source, key.quote)  # which says more
                yield from verdict._replace(quote=whole).faults

    def _faults_of_view(self, fields: Mapping[str, Any]) -> Iterator[Fault]:
        views, problems = read_views_of(_as_yaml(fields), _SHOWN)
        yield from _wrong([*problems, *check_views(views)])
        known = [broker.name.en for broker in self._setting.brokers]
        terms = self._judge.terms(self._source.id)
        for view in views:
            if view.broker not in known:
                right = (
                    f"use one of {', '.join(sorted(known))}" if known else "add it to report.yaml"
                )
                yield Fault(f"{view.broker!r} is no broker of the report", right)
            yield from judge_view(
                view, self._judge.on_quote(view.source, view.quote), terms
            ).problems

    def _entity_fault(self, entity: object) -> Fault | None:
        names = {name for known in self._setting.entities for name in known.name}
        if isinstance(entity, str) and entity in names:
            return None
        known = ", ".join(entity.name.en for entity in self._setting.entities)
        return Fault(f"{entity!r} is no entity of the report", f"use one of {known}")


def _out_of_place(fields: Mapping[str, Any], source: str) -> str:
    """What is wrong with fields that a facts file may have, and a proposal may not; "" for nothing.

    A program answers for no figure: that is for who reviews what it proposes.
    """
    if fields.get("accept") is not None:
        return "`accept` is an answer that a person gives; leave it out"
    for name in ("facts", "defaults"):
        if name in fields:
            return f"`{name}` holds what several facts share; propose each by itself"
    if fields.get("source", source) != source:
        return (
            f"it is of another source, {fields['source']!r}; quote {source}, or leave `source` out"
        )
    for name, value in fields.items():
        if _is_deeper(value, _DEEPEST):
            return f"`{name}` holds more than texts, lists, {{en, zh}}"
    return ""


def _is_deeper(value: Any, levels: int) -> bool:
    """Whether a value has more than so many levels of lists and objects."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return bool(parts) and (not levels or any(_is_deeper(part, levels - 1) for part in parts))


def _as_number(value: Any) -> Any:
    """A value whose number is given as a text, as many programs do, as that number."""
    if isinstance(value, Mapping):
        return {end: _as_number(said) for end, said in value.items()}
    is_number = isinstance(value, str) and _NUMBER.fullmatch(value)
    return Decimal(value) if is_number else value


def _wrong(problems: Iterable[Problem]) -> Iterator[Fault]:
    return (
        Fault(problem.wrong, problem.right)
        for problem in problems
        if not isinstance(problem, Doubt)
    )


def _as_yaml(fields: Mapping[str, Any]) -> bytes:
    """One fact or view in a list, as YAML; a number has the digits with which it was written."""
    return f"- {_flow(fields)}\n".encode()


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        parts = (f"{in_quotation_marks(key)}: {_flow(part)}" for key, part in value.items())
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, str):
        return in_quotation_marks(value)
    return str(value) if isinstance(value, Decimal) else json.dumps(value)
