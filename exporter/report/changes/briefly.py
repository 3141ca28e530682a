"""The changes that a page has room for: what brokers say, what is restated, then all else.

What only says what was before, what the share costs, and when a note was written, is no news of a
view: it stands in the workbook.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from exporter.facts.words import Bilingual, Lang
from exporter.report.changes.model import EVIDENCE_FIELDS, Change, Changes
from exporter.report.changes.sentences import told_fact
from exporter.report.changes.view_sentences import BOOKKEEPING, told_views

_MOST_LINES = 4
_MORE = Bilingual(
    "{count} further changes: sheet Changes of the workbooks", "另有变动{count}项，见工作簿“变动”表"
)
_ONE_MORE = Bilingual("1 further change: sheet Changes of the workbooks", _MORE.zh)
_OPINION = frozenset({"rating", "target_price", "stance"})  # of a view, what it comes to
_TOLD = frozenset(Change) - {Change.EVIDENCE}  # what a reader of figures and views cares for


def told_briefly(
    changes: Changes, ids: Set[str], entities: Mapping[str, Bilingual], lang: Lang
) -> tuple[str, ...]:
    """The lines, the last of which says how many changes are told elsewhere.

    Args:
        changes: Since an earlier edition.
        ids: Of the views and facts that the page shows.
        entities: The names of the report's entities, by their English ones.
        lang: The language.
    """
    lines = sorted(_own(changes, ids, entities, lang), key=lambda ranked: ranked[0])
    own = [line for _, line in lines]
    total = len(changes.facts) + len(changes.views)
    shown = own[:_MOST_LINES]
    rest = total - len(shown)
    if rest:
        more = _ONE_MORE if rest == 1 else _MORE
        shown.append(more.in_(lang).format(count=rest))
    return tuple(shown)


def _own(
    changes: Changes, ids: Set[str], entities: Mapping[str, Bilingual], lang: Lang
) -> Iterator[tuple[int, str]]:
    """The lines of what the page shows, each with its rank."""
    short = tuple(replace(one, fields=_in_short(one.fields)) for one in changes.views)
    lines = told_views(replace(changes, views=short), lang)
    for change, line in zip(short, lines, strict=True):
        is_news = bool(change.fields) or change.change is not Change.CHANGED
        if change.view.id in ids and change.change in _TOLD and is_news:
            is_opinion = not change.fields or not _OPINION.isdisjoint(change.fields)
            yield 0 if is_opinion else 3, line
    shown = {*ids, *_bases(changes, ids)}
    restated = {one.new.id for one in changes.facts if one.new and one.change is Change.RESTATED}
    for of_fact in changes.facts:
        fact = of_fact.fact
        if fact.id in shown and of_fact.change in _TOLD:
            name = entities.get(fact.entity)
            short_fact = replace(of_fact, fields=_in_short(of_fact.fields))
            if short_fact.fields or of_fact.change is not Change.CHANGED:
                line = told_fact(short_fact, lang, changes.entities)
                is_restated = of_fact.change is Change.RESTATED
                rank = 1 if is_restated or (of_fact.old and of_fact.old.id in restated) else 2
                yield rank, f"{name.in_(lang) if name else fact.entity} · {line}"


def _bases(changes: Changes, ids: Set[str]) -> Iterator[str]:
    """The facts against which those of a later period are told: that they are others is news."""
    for change in changes.facts:
        if change.change is Change.REPLACED and change.old and change.fact.id in ids:
            yield change.old.id


def _in_short(fields: Sequence[str]) -> tuple[str, ...]:
    """The fields that a page has room for; its sources stand there, the workbook has the rest."""
    left_out = {*EVIDENCE_FIELDS, *BOOKKEEPING, "attribution"}
    return tuple(field for field in fields if field not in left_out)
