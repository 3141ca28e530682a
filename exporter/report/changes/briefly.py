"""The changes that a page has room for: those of its views, then those of its figures."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from exporter.facts.words import Bilingual, Lang
from exporter.report.changes.model import EVIDENCE_FIELDS, Change, Changes
from exporter.report.changes.sentences import told_fact, told_views

_MOST_LINES = 4
_MORE = Bilingual(
    "{count} further changes: sheet Changes of the workbooks", "另有变动{count}项，见工作簿“变动”表"
)
_ONE_MORE = Bilingual("1 further change: sheet Changes of the workbooks", _MORE.zh)
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
    own = list(_own(changes, ids, entities, lang))
    total = len(changes.facts) + len(changes.views)
    shown = own[:_MOST_LINES]
    rest = total - len(shown)
    if rest:
        more = _ONE_MORE if rest == 1 else _MORE
        shown.append(more.in_(lang).format(count=rest))
    return tuple(shown)


def _own(
    changes: Changes, ids: Set[str], entities: Mapping[str, Bilingual], lang: Lang
) -> Iterator[str]:
    short = tuple(replace(one, fields=_in_short(one.fields)) for one in changes.views)
    lines = told_views(replace(changes, views=short), lang)
    for change, line in zip(changes.views, lines, strict=True):
        if change.view.id in ids and change.change in _TOLD:
            yield line
    for of_fact in changes.facts:
        fact = of_fact.fact
        if fact.id in ids and of_fact.change in _TOLD:
            name = entities.get(fact.entity)
            short_fact = replace(of_fact, fields=_in_short(of_fact.fields))
            if short_fact.fields or of_fact.change is not Change.CHANGED:
                line = told_fact(short_fact, lang, changes.entities)
                yield f"{name.in_(lang) if name else fact.entity} · {line}"


def _in_short(fields: Sequence[str]) -> tuple[str, ...]:
    """The fields that a page has room for; its sources stand there, the workbook has the rest."""
    return tuple(field for field in fields if field not in {*EVIDENCE_FIELDS, "attribution"})
