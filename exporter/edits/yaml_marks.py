"""Marks of `review:` taken off facts and views of a YAML file.

A mark may be a fact's own, its group's or a default: one that several share goes when all of them
are accepted, else those that are say that they have none.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from exporter.edits.text_edits import CannotEditError, Edit, edited
from exporter.edits.yaml_fields import emptied_field, with_empty_field, without_field
from exporter.edits.yaml_places import ListPlace, MapPlace, Place, ScalarPlace, places_in
from exporter.facts.yaml_facts import read_yaml_facts
from exporter.facts.yaml_tree import decode_tree, plain

_REVIEW = "review"
_BOM = "\ufeff"
_BY_HAND = "take `review` off by hand there"

Owner = tuple[int, str]  # the line of a fact or a view, and its id


@dataclass(frozen=True, slots=True)
class _Item:
    """A fact or a view, and whatever it may take a mark from, the nearest first."""

    place: MapPlace
    shared: tuple[MapPlace, ...] = ()

    @property
    def owner(self) -> Owner:
        name = self.place.value("id")
        return self.place.line, name.text if isinstance(name, ScalarPlace) else ""

    @property
    def holder(self) -> MapPlace | None:
        """What says whether it is marked; None where nothing does."""
        return next((place for place in (self.place, *self.shared) if place.key(_REVIEW)), None)


def without_marks(content: bytes, accepted: Set[Owner], shown: str) -> bytes:
    """A file's content without the marks of some of its facts and views.

    Args:
        content: The file's.
        accepted: Lines and ids of those that are marked and accepted.
        shown: What messages call the file.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """
    text = content.decode("utf-8")
    start = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    try:
        items = list(_items(places_in(text)))
    except ValueError as error:
        raise CannotEditError(f"{shown} cannot be read: {error}; {_BY_HAND}") from None
    found = [item for item in items if item.owner in accepted and item.holder]
    if len(found) < len(accepted):
        raise CannotEditError(f"{shown}: not every mark is where it was read; check it again")
    new = (start + edited(text, _edits(text, items, found))).encode()
    if _meaning(new, shown, frozenset()) != _meaning(content, shown, accepted):
        raise CannotEditError(f"{shown}: something else would change with the marks; {_BY_HAND}")
    return new


def _edits(text: str, items: Sequence[_Item], accepted: Sequence[_Item]) -> Iterator[Edit]:
    gone: list[MapPlace] = []  # that share a mark with accepted facts alone
    for item in accepted:
        holder = item.holder
        if holder is None or holder is item.place or holder in gone:
            continue
        takers = [other for other in items if other.holder is holder]
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
        holder = item.holder
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


def _items(root: Place) -> Iterator[_Item]:
    """The facts and views of a file."""
    if isinstance(root, ListPlace):
        yield from _of_list(root)
    elif isinstance(root, MapPlace):
        for name in ("facts", "views"):
            part = root.value(name)
            if isinstance(part, ListPlace):
                yield from _of_list(part)


def _of_list(items: ListPlace) -> Iterator[_Item]:
    defaults: tuple[MapPlace, ...] = ()
    for item in items.items:
        if not isinstance(item, MapPlace):
            continue
        if item.key("defaults"):
            fields = item.value("defaults")
            defaults = (fields,) if isinstance(fields, MapPlace) else ()
        elif isinstance(facts := item.value("facts"), ListPlace):
            inside = (fact for fact in facts.items if isinstance(fact, MapPlace))
            yield from (_Item(fact, (item, *defaults)) for fact in inside)
        else:
            yield _Item(item, defaults)


def _meaning(content: bytes, shown: str, accepted: Set[Owner]) -> list[Any]:
    """What facts and views of a file say, where the accepted ones are not marked any more."""
    facts, _ = read_yaml_facts(content, shown)
    rows = facts.to_pylist()
    for row in rows:
        if (row.pop("line"), row["id"] or "") in accepted:
            row[_REVIEW] = None
    tree, _ = decode_tree(content, shown)
    said = plain(tree) if tree is not None else None
    views = said.get("views") if isinstance(said, dict) else said
    ids = {id_ for _, id_ in accepted}
    of_views = [dict(view) for view in views or () if isinstance(view, dict) and "broker" in view]
    for view in of_views:
        if view.get("id") in ids:
            view.pop(_REVIEW, None)
    return [rows if not _are_views(said) else [], of_views]


def _are_views(said: Any) -> bool:
    """Whether a file is a list of views alone."""
    return isinstance(said, list) and any(isinstance(one, dict) and "broker" in one for one in said)
