"""Ids of drafts: from entity and metric, the same from run to run, and unique in the report."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import count

from exporter.drafting.model import Draft, DraftView
from exporter.evidence.clauses import normalise

_LONGEST = 48  # characters of what is made of names
_NO_WORD = re.compile(r"[^a-z0-9]+")
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
        id_ = next(id_ for id_ in _ids(draft) if id_ not in known)
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


def _ids(draft: Draft) -> Iterator[str]:
    """The ids that a draft may have, the best first."""
    entity, metric = slug(draft.entity), slug(draft.metric)
    if not _is_telling(draft.metric, metric):
        kind = draft.unit.dimension.partition("/")[0] if draft.unit else "text"
        mark = sha256(normalise(f"{draft.quote}{draft.metric}").encode()).hexdigest()[:6]
        metric = f"{_KINDS.get(kind.partition(':')[0], slug(kind) or 'text')}-{mark}"
    base = "-".join(filter(None, (entity, metric)))[:_LONGEST].strip("-") or "fact"
    yield base
    if draft.period:
        yield f"{base}-{slug(draft.period)}"
        base = f"{base}-{slug(draft.period)}"
    yield from _numbered(base)


def _is_telling(metric: str, slugged: str) -> bool:
    """Whether most of a metric's name is in Latin letters, so that its slug tells it."""
    return len(slugged.replace("-", "")) * 2 > len(re.sub(r"[\W_]", "", metric))


def _numbered(base: str) -> Iterator[str]:
    yield base
    for number in count(2):
        yield f"{base}-{number}"
