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
    gone: list[MapPlace] = []  # that share a mark with accepted facts alone
    for item in accepted:
        holder = item.holder_of(_REVIEW)
        if holder is None or holder is item.place or holder in gone:
            continue
        takers = [other for other in items if other.holder_of(_REVIEW) is holder]
        if len(holder.entries) > 1 and all(taker in accepted for taker in takers):
            # A group whose own mark goes would take that of the defaults.
            is_last = all(
                not beyond.key(_REVIEW)
                for taker in takers
                for beyond in taker.shared[taker.shared.index(holder) + 1 :]
            )
            if is_last and not _is_bare_group(holder):
                gone.append(holder)
                yield without_field(text, holder, _REVIEW)
    for item in accepted:
        holder = item.holder_of(_REVIEW)
        if holder is None or holder in gone:
            continue
        if holder is not item.place:
            yield with_empty_field(text, item.place, _REVIEW)
        elif any(other.key(_REVIEW) and other not in gone for other in item.shared):
            yield emptied_field(text, item.place, _REVIEW)
        else:
            yield without_field(text, item.place, _REVIEW)


def _is_bare_group(holder: MapPlace) -> bool:
    """Whether facts of a group would share nothing but their mark."""
    return holder.key("facts") is not None and len(holder.entries) == 2
