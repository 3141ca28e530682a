"""Marks of `review:` taken off facts and views of a YAML file.

A mark may be a fact's own, its group's or a default: one that several share goes when all of them
are accepted, else those that are say that they have none.
"""

from collections.abc import Iterator, Sequence, Set

from exporter.edits.text_edits import CannotEditError, Edit
from exporter.edits.yaml_fields import emptied_field, with_empty_field, without_field
from exporter.edits.yaml_items import Item, Owner, with_edits
from exporter.edits.yaml_places import MapPlace

_REVIEW = "review"


def without_marks(content: bytes, accepted: Set[Owner], shown: str) -> bytes:
    """A file's content without the marks of some of its facts and views.

    Args:
        content: The file's.
        accepted: Lines and ids of those that are marked and accepted.
        shown: What messages call the file.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """

    def edits_of(text: str, items: Sequence[Item]) -> Iterator[Edit]:
        found = [item for item in items if item.owner in accepted and item.holder_of(_REVIEW)]
        if len(found) < len(accepted):
            raise CannotEditError(f"{shown}: not every mark is where it was read; check it again")
        return _edits(text, items, found)

    def expected(owner: Owner) -> dict[str, None]:
        return {_REVIEW: None} if owner in accepted else {}

    return with_edits(content, edits_of, expected, shown)


def _edits(text: str, items: Sequence[Item], accepted: Sequence[Item]) -> Iterator[Edit]:
    gone = set()  # starts of what shares a mark with accepted facts alone
    chosen = {item.place.start for item in accepted}
    takers: dict[int, list[Item]] = {}
    for item in items:
        if holder := item.holder_of(_REVIEW):
            takers.setdefault(holder.start, []).append(item)
    for start, every in takers.items():
        holder = every[0].holder_of(_REVIEW)
        if holder is None or start == every[0].place.start:
            continue
        if all(taker.place.start in chosen for taker in every) and _may_go(holder, every):
            gone.add(start)
            yield without_field(text, holder, _REVIEW)
    for item in accepted:
        holder = item.holder_of(_REVIEW)
        if holder is None or holder.start in gone:
            continue
        if holder is not item.place:
            yield with_empty_field(text, item.place, _REVIEW)
        elif any(other.key(_REVIEW) and other.start not in gone for other in item.shared):
            yield emptied_field(text, item.place, _REVIEW)
        else:
            yield without_field(text, item.place, _REVIEW)


def _may_go(holder: MapPlace, takers: Sequence[Item]) -> bool:
    """Whether a shared mark can be taken out: something else is shared, and no other mark beyond.

    A group whose own mark goes would take that of the defaults.
    """
    beyond = (
        place
        for taker in takers
        for place in taker.shared
        if place is not holder and place.key(_REVIEW)
    )
    return len(holder.entries) > 1 and not _is_bare_group(holder) and not any(beyond)


def _is_bare_group(holder: MapPlace) -> bool:
    """Whether facts of a group would share nothing but their mark."""
    return holder.key("facts") is not None and len(holder.entries) == 2
