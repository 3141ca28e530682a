"""Which view of one edition is which of another, and what differs between them."""

from collections.abc import Iterator, Sequence

from exporter.evidence.clauses import words_of_clauses
from exporter.facts.views import View
from exporter.report.changes.model import EVIDENCE_FIELDS, Change, ViewChange

_EVIDENCE = tuple(field for field in EVIDENCE_FIELDS if field in View.model_fields)
_STATED = (
    "broker", "subject", "stance", "rating", "previous_rating", "rating_reading", "target_price",
    "previous_target_price", "price", "analyst", "thesis", "drivers", "report_date",
)  # fmt: skip
_KINDS = list(Change)


def pair_views(old: Sequence[View], new: Sequence[View]) -> Iterator[ViewChange]:
    """The changes from some views to others, kind by kind."""
    before, after = ({view.id: view for view in views} for views in (old, new))
    found = [_change(before.get(id_), after.get(id_)) for id_ in {**after, **before}]
    told = [change for change in found if change.fields or not (change.old and change.new)]
    yield from sorted(told, key=lambda change: _KINDS.index(change.change))


def _change(old: View | None, new: View | None) -> ViewChange:
    if old is None or new is None:
        return ViewChange(Change.ADDED if old is None else Change.WITHDRAWN, (), old, new)
    fields = tuple(field for field in (*_STATED, *_EVIDENCE) if _differs(field, old, new))
    stated = set(fields).intersection(_STATED)
    return ViewChange(Change.CHANGED if stated else Change.EVIDENCE, fields, old, new)


def _differs(field: str, old: View, new: View) -> bool:
    if field == "quote":
        return words_of_clauses(old.quote) != words_of_clauses(new.quote)
    if field == "target_price":
        return (old.target_price, old.currency) != (new.target_price, new.currency)
    return bool(getattr(old, field) != getattr(new, field))
