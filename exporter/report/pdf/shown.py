"""Facts as a one-pager shows them: metric, figure, unit, and what is said of those not proved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.found import Evidence
from exporter.facts.ranges import End, Named
from exporter.facts.table import Fact, iterate_facts
from exporter.facts.units import Unit
from exporter.facts.words import Lang
from exporter.report.html.selection import proved
from exporter.report.labels import ACCEPTED_MARK, WORDS
from exporter.report.looks import shown_units
from exporter.report.page_definition import OnePagerDefinition
from exporter.report.page_figures import show_on_page
from exporter.report.values import figures_accepted, shown_end, shown_values


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact with metric, figure and unit as they are shown.

    Attributes:
        number: As written; of a range, the end that is shown, or the low one of both.
        is_whole_range: Whether it is a range, of which both ends are shown.
        is_proved: Whether the check found it proved, or an analyst answers for it.
        accepted: Why an analyst answers for it; "" where it needs no answer.
    """

    fact: Fact
    metric: str
    figure: str
    unit: Unit
    number: float | None
    is_whole_range: bool = False
    is_proved: bool = True
    accepted: str = ""


def shown_facts(page: OnePagerDefinition, evidence: Evidence, lang: Lang) -> dict[str, Shown]:
    """What the page shows, by its name: facts, and ends of ranges."""
    ids = pa.array(page.facts, pa.string())
    facts = evidence.facts.where(lambda batch: pc.is_in(batch["id"], ids)).table()
    columns = (
        iterate_facts(facts),
        shown_values(facts, lang, show_on_page).to_pylist(),
        shown_units(facts),
        proved(facts).to_pylist(),
        figures_accepted(facts).to_pylist(),
    )
    shown = {
        fact.id: (_whole(fact, figure, unit, lang), *states)
        for fact, figure, unit, *states in zip(*columns, strict=True)
    }
    named = {}
    for name in page.names:
        id_, end = Named.of(name)
        whole, is_proved, is_accepted = shown[id_]
        part = whole if end is None else _end_shown(whole, end, lang)
        named[name] = _with_state(part, is_proved, is_accepted, lang)
    return named


def note_on(figures: Sequence[Shown], lang: Lang) -> str:
    """Why the marked figures of an exhibit are accepted; "" where none is."""
    say = WORDS["reason"].in_(lang).format
    reasons = dict.fromkeys(
        say(state=shown.fact.metric.in_(lang), reason=shown.accepted)
        for shown in figures
        if shown.accepted
    )
    if not reasons:
        return ""
    state = f"{ACCEPTED_MARK} {WORDS['accepted'].in_(lang)}"
    return say(state=state, reason=WORDS["list separator"].in_(lang).join(reasons))


def _whole(fact: Fact, figure: str, unit: Unit, lang: Lang) -> Shown:
    is_range = fact.high is not None
    return Shown(fact, fact.metric.in_(lang), figure, unit, fact.number, is_range)


def _end_shown(shown: Shown, end: End, lang: Lang) -> Shown:
    """One end of a range, told as what it is."""
    fact = shown.fact
    return replace(
        shown,
        metric=shown.metric + WORDS[end].in_(lang),
        figure=shown_end(fact, shown.unit, end, lang, show_on_page),
        number=fact.number if end is End.LOW else fact.high,
        is_whole_range=False,
    )


def _with_state(shown: Shown, is_proved: bool, is_accepted: bool, lang: Lang) -> Shown:
    """What is not proved says so, and what is accepted has its mark."""
    if is_accepted:
        figure = f"{shown.figure}\u00a0{ACCEPTED_MARK}"
        return replace(shown, figure=figure, accepted=shown.fact.accept.in_(lang))
    if is_proved:
        return shown
    metric = f"{shown.metric} ({WORDS['not proved'].in_(lang)})"
    return replace(shown, metric=metric, is_proved=False)
