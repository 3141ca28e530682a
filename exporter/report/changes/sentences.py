"""Changes of facts as people read them: a line each, below the name of its entity."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from exporter.facts.series import shown_in
from exporter.facts.table import Fact
from exporter.facts.units import RATIO, Unit
from exporter.facts.views import View
from exporter.facts.words import STATUS_LABELS, Bilingual, Lang
from exporter.report.changes.changed_words import changed_words
from exporter.report.changes.model import (
    CHANGE_LABELS,
    EVIDENCE_FIELDS,
    FIELD_LABELS,
    NO_NAMES,
    Change,
    Changes,
    FactChange,
    Names,
    named,
)
from exporter.report.formats import NumberLook, places_shown, show_bare, show_date, show_period

_NAMED = frozenset(
    {Change.ADDED, Change.WITHDRAWN, Change.RESTATED, Change.REPLACED, Change.EVIDENCE}
)


def told_counts(changes: Changes, lang: Lang) -> str:
    """How many changes there are: `3 facts: 1 changed, 2 added; 1 view: 1 changed`."""
    if not changes:
        return Bilingual("nothing changed", "没有变动").in_(lang)
    nouns = (Bilingual("fact", "条目"), Bilingual("view", "观点"))
    pairs = zip(nouns, changes.counts(), strict=True)
    return joined(
        (_counts(noun, kinds, lang) for noun, kinds in pairs if any(kinds.values())), lang
    )


def _counts(noun: Bilingual, kinds: Mapping[str, int], lang: Lang) -> str:
    total = sum(kinds.values())
    told = [(CHANGE_LABELS[kind].in_(lang), count) for kind, count in kinds.items() if count]
    if lang == "zh":
        return f"{noun.zh}变动{total:,}项：" + "、".join(f"{kind}{count:,}" for kind, count in told)
    plural = noun.en if total == 1 else f"{noun.en}s"
    return f"{total:,} {plural}: " + ", ".join(f"{count:,} {kind}" for kind, count in told)


def told_facts(changes: Changes, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """The changes of facts, entity by entity: its name, then a line for each change.

    Facts whose metric and period are the same are told apart by their ids.
    """
    lines: dict[str, list[str]] = {}
    told = [(change, _label(change, lang)) for change in changes.facts]
    alike = Counter((change.fact.entity, label) for change, label in told)
    for change, label in told:
        fact = change.fact
        line = _told(change, label, lang, changes.entities)
        if alike[fact.entity, label] > 1:
            line += f"  [{fact.id}]"
        lines.setdefault(fact.entity, []).append(line)
    for entity, of_entity in lines.items():
        yield named(entity, changes.entities, lang), of_entity


def told_fact(change: FactChange, lang: Lang, entities: Names = NO_NAMES) -> str:
    """A change of a fact: `Revenue 2026-Q3: 3.1 → 3.2 EUR billion (+0.1, +3.2 %)`.

    Args:
        change: What became of it.
        lang: The language.
        entities: Their names by their English ones.
    """
    return _told(change, _label(change, lang), lang, entities)


def _told(change: FactChange, label: str, lang: Lang, entities: Names) -> str:
    said = label + colon(lang) + joined(_parts(change, lang, entities), lang)
    return told_kind(change.change, lang) + said


def told_beside(change: FactChange, lang: Lang, entities: Names = NO_NAMES) -> str:
    """A change as it stands beside its fact: `3.1 → 3.2 EUR billion (+0.1, +3.2 %)`."""
    if change.old is None:
        return CHANGE_LABELS[change.change].in_(lang)
    return told_kind(change.change, lang) + joined(_parts(change, lang, entities), lang)


def told_kind(change: Change, lang: Lang) -> str:
    """Which kind a line tells of, where its arrow does not."""
    return CHANGE_LABELS[change].in_(lang) + colon(lang) if change in _NAMED else ""


def _label(change: FactChange, lang: Lang) -> str:
    fact = change.fact
    period = "" if change.change is Change.REPLACED else show_period(fact.period, lang)
    return f"{fact.metric.in_(lang)} {period}".rstrip()


def _parts(change: FactChange, lang: Lang, entities: Names) -> Iterator[str]:
    old, new = change.old, change.new
    if old is None or new is None:
        yield figure(change.fact, lang, max(change.magnitudes))
        return
    figures = [
        _figure(fact, unit, lang) for fact, unit in zip((old, new), change.units, strict=True)
    ]
    told = [shown.with_unit(lang) for shown in figures]
    if change.change is Change.REPLACED:
        periods = (show_period(fact.period, lang) for fact in (old, new))
        sides = (f"{period} {shown}".lstrip() for period, shown in zip(periods, told, strict=True))
        yield " → ".join(sides) + _amounts(change, lang)
    elif told[0] != told[1]:
        # With both units where they are not one: `3.1 → 3.2 EUR billion`.
        before = figures[0].bare if figures[0].label == figures[1].label else told[0]
        yield f"{before} → {told[1]}" + _amounts(change, lang)
    yield from told_also(change, lang, entities)


def told_also(change: FactChange, lang: Lang, entities: Names = NO_NAMES) -> Iterator[str]:
    """What changed of a fact beside its figure: `status planned → achieved`."""
    old, new = change.old, change.new
    if old is None or new is None:
        return
    yield from _of_other_half(change, lang)
    in_figure = {"value", "unit", "qualifier"}
    if change.change is Change.REPLACED:
        in_figure.add("period")
    for field in change.fields:
        if field not in in_figure and field not in EVIDENCE_FIELDS:
            before, now = (_said(fact, field, lang, entities) for fact in (old, new))
            yield worded(field, before, now, lang)
    evidence = [field for field in change.fields if field in EVIDENCE_FIELDS]
    if change.change in {Change.CHANGED, Change.EVIDENCE}:  # under other ids it is another anyway
        yield from told_evidence(old, new, evidence, lang)


def _of_other_half(change: FactChange, lang: Lang) -> Iterator[str]:
    """What a figure shows in the other language alone: `unit (in Chinese)`."""
    sides = [fact for fact in (change.old, change.new) if fact]
    texts = [fact.text.in_(lang) if fact.text else "" for fact in sides]
    units = [unit.label(lang) for unit in change.units]
    for field, (before, now) in (("value", texts), ("unit", units)):
        if field in change.fields and before and before == now:
            yield worded(field, before, now, lang)


def _amounts(change: FactChange, lang: Lang) -> str:
    told = change.difference
    if told is None:
        return ""
    before, now = change.units
    amount = told.shown(lang)
    if told.unit.dimension != before.dimension or before.label(lang) != now.label(lang):
        unit = "pp" if now.dimension == RATIO and lang == "en" else told.unit.label(lang)
        amount += _gap(lang) + unit
    relative = told.shown_relative()
    return bracketed(amount, relative, lang)


def bracketed(amount: str, relative: str, lang: Lang) -> str:
    """By how much, as it stands behind what it is now: ` (+0.1, +3.2 %)`."""
    percent = f"{relative}{_gap(lang)}%" if relative else ""
    opening, closing = ("（", "）") if lang == "zh" else (" (", ")")
    return opening + comma(lang).join(filter(None, (amount, percent))) + closing


def figure(fact: Fact, lang: Lang, shown: str) -> str:
    """A fact's value with its unit: `> 12,500 cars`; a text in quotation marks.

    Args:
        fact: The fact.
        lang: The language.
        shown: What the column SHOWN says of it.
    """
    return _figure(fact, shown_in(fact.unit, shown), lang).with_unit(lang)


class _Figure(NamedTuple):
    """A fact's value, and what stands beside it."""

    bare: str
    label: str

    def with_unit(self, lang: Lang) -> str:
        return self.bare + (_gap(lang) + self.label if self.label else "")


def _figure(fact: Fact, unit: Unit, lang: Lang) -> _Figure:
    label = unit.label(lang) if fact.number is not None else ""
    return _Figure(_bare(fact, unit, lang), label)


def _bare(fact: Fact, unit: Unit, lang: Lang) -> str:
    """A fact's value without its unit."""
    if fact.date is not None:
        return show_date(fact.date, fact.precision, fact.qualifier, lang)
    if fact.text is not None:
        return _quoted(fact.text.in_(lang))
    ends = [end for end in (fact.exact, fact.exact_high) if end is not None]
    places = places_shown(fact.decimals, unit.moved(lang), *ends)
    look = NumberLook(unit, places, fact.qualifier, lang, (*ends, None)[1])
    return show_bare(ends[0], look)


def _said(fact: Fact, field: str, lang: Lang, entities: Names) -> str:
    """What a fact says in a field that is no figure."""
    match field:
        case "entity":
            return named(fact.entity, entities, lang)
        case "period":
            return show_period(fact.period, lang)
        case "status":
            return STATUS_LABELS[fact.status].in_(lang)
        case "metric" | "attribution" | "note" | "accept":
            texts: Bilingual = getattr(fact, field)
            return texts.in_(lang)
        case _:
            return str(getattr(fact, field))


def worded(field: str, old: str, new: str, lang: Lang) -> str:
    """A field as it was and is: `status planned → achieved`."""
    label = FIELD_LABELS[field].in_(lang)
    if old == new:  # in the other language alone
        other = Bilingual("in Chinese", "英文").in_(lang)
        return f"{label} ({other})" if lang == "en" else f"{label}（{other}）"
    before, now = changed_words(_line(old), _line(new))
    return f"{label} {before or '–'} → {now or '–'}"


def told_evidence(
    old: Fact | View, new: Fact | View, fields: list[str], lang: Lang
) -> Iterator[str]:
    """Which parts of the evidence differ; a source is named, words are too long."""
    for field in fields:
        if field == "source":
            yield worded(field, old.source, new.source, lang)
        else:
            yield FIELD_LABELS[field].in_(lang)


def _line(text: str) -> str:
    """A text that stands in a line with others."""
    return " ".join(text.split())


def _quoted(text: str) -> str:
    return f"“{_line(text)}”"


def joined(parts: Iterable[str], lang: Lang) -> str:
    """Parts of one line."""
    return ("; " if lang == "en" else "；").join(parts)


def comma(lang: Lang) -> str:
    """Between parts of a part."""
    return ", " if lang == "en" else "，"


def _gap(lang: Lang) -> str:
    return " " if lang == "en" else ""


def colon(lang: Lang) -> str:
    """Behind what a line speaks of."""
    return ": " if lang == "en" else "："
