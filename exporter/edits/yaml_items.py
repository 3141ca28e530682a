"""The facts and views of a YAML file, where each stands, and what it may take a field from."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from exporter.edits.text_edits import CannotEditError, Edit, edited
from exporter.edits.yaml_places import ListPlace, MapPlace, Place, ScalarPlace, places_in
from exporter.facts.further import ALSO_IN_LINES
from exporter.facts.yaml_facts import read_yaml_facts
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar, decode_tree, plain

_BOM = "\ufeff"

Owner = tuple[int, str]  # the line of a fact or a view, and its id


@dataclass(frozen=True, slots=True)
class Item:
    """A fact or a view, and whatever it may take a field from, the nearest first.

    Attributes:
        place: Where it stands.
        shared: Its group and the defaults, where there are any.
        among: The list that it stands in.
        group: The item of the file's list that it is in: itself, or its group.
        above: The list that this stands in.
    """

    place: MapPlace
    shared: tuple[MapPlace, ...] = ()
    among: ListPlace | None = None
    group: MapPlace | None = None
    above: ListPlace | None = None

    @property
    def owner(self) -> Owner:
        """By which it is known."""
        name = self.place.value("id")
        return self.place.line, name.text if isinstance(name, ScalarPlace) else ""

    def holder_of(self, field: str) -> MapPlace | None:
        """What says a field of it; None where nothing does."""
        return next((place for place in (self.place, *self.shared) if place.key(field)), None)


def with_edits(
    content: bytes,
    edits_of: Callable[[str, list[Item]], Iterable[Edit]],
    expected: Callable[[Owner], Mapping[str, Any]],
    shown: str,
    deleted: Set[Owner] = frozenset(),
    added: Mapping[str, Mapping[str, Any]] = {},
) -> bytes:
    """A file's content with edits, of which it is made sure that nothing else has changed.

    Args:
        content: The file's.
        edits_of: Makes them of its text and of its facts and views.
        expected: The fields of a fact or view that are to be others, with what they are then.
        shown: What messages call the file.
        deleted: The facts that are not to be there any more.
        added: The fields of facts that are to be there besides, by their ids.

    Raises:
        CannotEditError: Something else would change, or nothing can be.
    """
    text = content.decode("utf-8")
    start = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    try:
        items = list(_items(places_in(text)))
    except ValueError as error:
        raise CannotEditError(f"{shown} cannot be read: {error}") from None
    new = (start + edited(text, edits_of(text, items))).encode()
    before, after = _meaning(content, shown), _meaning(new, shown)
    meant = [said | dict(expected(owner)) for owner, said in before if owner not in deleted]
    others = [said for (_, id_), said in after if id_ not in added]
    further = {id_: said for (_, id_), said in after if id_ in added}
    if others != meant or len(after) != len(meant) + len(added) or not _are(further, added):
        raise CannotEditError(f"{shown}: something else would change with it; edit it by hand")
    return new


def _are(found: Mapping[str, Mapping[str, Any]], added: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether facts say what was to be added, and nothing else."""
    return all(
        id_ in found and all((found[id_].get(name) or None) == value for name, value in row.items())
        for id_, row in added.items()
    )


def _items(root: Place) -> Iterator[Item]:
    if isinstance(root, ListPlace):
        yield from _of_list(root)
    elif isinstance(root, MapPlace):
        for name in ("facts", "views"):
            part = root.value(name)
            if isinstance(part, ListPlace):
                yield from _of_list(part)


def _of_list(items: ListPlace) -> Iterator[Item]:
    defaults: tuple[MapPlace, ...] = ()
    for item in items.items:
        if not isinstance(item, MapPlace):
            continue
        if item.key("defaults"):
            fields = item.value("defaults")
            defaults = (fields,) if isinstance(fields, MapPlace) else ()
        elif isinstance(facts := item.value("facts"), ListPlace):
            inside = (fact for fact in facts.items if isinstance(fact, MapPlace))
            yield from (Item(fact, (item, *defaults), facts, item, items) for fact in inside)
        else:
            yield Item(item, defaults, items, item, items)


def _meaning(content: bytes, shown: str) -> list[tuple[Owner, dict[str, Any]]]:
    """What a file says: the fields of its facts, then those of its views."""
    facts, _ = read_yaml_facts(content, shown, only_whole=False)
    rows = facts.drop_columns([ALSO_IN_LINES]).to_pylist()  # they move with what stands above
    said = [((row.pop("line"), row["id"] or ""), row) for row in rows]
    tree, _ = decode_tree(content, shown)
    return [*said, *_views(tree)]


def _views(tree: Node | None) -> Iterator[tuple[Owner, dict[str, Any]]]:
    views = tree.items.get("views") if isinstance(tree, MapNode) else tree
    for view in views.items if isinstance(views, ListNode) else ():
        if isinstance(view, MapNode) and "broker" in view.items:
            name = view.items.get("id")
            fields = {"review": None} | plain(view)
            yield (view.line, name.text if isinstance(name, Scalar) else ""), fields
