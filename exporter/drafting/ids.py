"""Ids of drafts: from entity and metric, the same from run to run, and unique in the report."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import count

from exporter.drafting.model import Draft, DraftView
from exporter.engine.regex import regex
from exporter.evidence.clauses import normalise

_LONGEST = 48  # characters of what is made of names
_NO_WORD = regex(r"[^a-z0-9]+")
_KINDS = {
    "money": "amount", "ratio": "share", "percentage points": "points", "multiple": "multiple",
    "count": "count", "ordinal": "rank", "time": "time", "calendar time": "time",
}  # fmt: skip


def slug(text: str) -> str:
    """The words of a text in small Latin letters and digits, joined by hyphens; "" for none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NO_WORD.sub("-", plain).strip("-")


def with_ids(drafts: Iterable[Draft], taken: Collection[str]) -> list[Draft]:
    """The drafts with ids, none of which is taken.

    Args:
        drafts: In order.
        taken: Ids of the report's facts and views.
    """
    known = set(taken)
    named: list[Draft] = []
    for draft in drafts:
        dimension = draft.unit.dimension if draft.unit else "text"
        ids = possible_ids(draft.entity, draft.metric, dimension, draft.period, draft.quote)
        id_ = next(id_ for id_ in ids if id_ not in known)
        known.add(id_)
        named.append(replace(draft, id=id_))
    return named


def views_with_ids(views: Iterable[DraftView], taken: Collection[str]) -> list[DraftView]:
    """The views with ids, likewise."""
    known = set(taken)
    named: list[DraftView] = []
    for view in views:
        base = "-".join(filter(None, (slug(view.broker), slug(view.subject)))) or "view"
        id_ = next(id_ for id_ in _numbered(base[:_LONGEST].strip("-")) if id_ not in known)
        known.add(id_)
        named.append(replace(view, id=id_))
    return named


def possible_ids(
    entity: str, metric: str, dimension: str, period: str, quote: str
) -> Iterator[str]:
    """The ids that a fact may have, the best first; without end.

    Args:
        entity: Whom it is about.
        metric: What is measured, in either language.
        dimension: Of its unit, or `text`.
        period: When; "" for nobody knows.
        quote: Tells facts apart whose metrics no Latin letters tell.
    """
    base, slugged = slug(entity), slug(metric)
    if not _is_telling(metric, slugged):
        kind = dimension.partition("/")[0]
        mark = sha256(normalise(f"{quote}{metric}").encode()).hexdigest()[:6]
        slugged = f"{_KINDS.get(kind.partition(':')[0], slug(kind) or 'text')}-{mark}"
    base = "-".join(filter(None, (base, slugged)))[:_LONGEST].strip("-") or "fact"
    yield base
    if period:
        yield f"{base}-{slug(period)}"
        base = f"{base}-{slug(period)}"
    yield from _numbered(base)


def _is_telling(metric: str, slugged: str) -> bool:
    """Whether most of a metric's name is in Latin letters, so that its slug tells it."""
    return len(slugged.replace("-", "")) * 2 > len(re.sub(r"[\W_]", "", metric))


def _numbered(base: str) -> Iterator[str]:
    yield base
    for number in count(2):
        yield f"{base}-{number}"
