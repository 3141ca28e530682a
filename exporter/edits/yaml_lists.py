"""Items of a YAML list taken out, and further ones put behind one."""

import re
from collections.abc import Iterator, Sequence, Set

from exporter.edits.text_edits import CannotEditError, Edit, line_break, line_end, line_start
from exporter.edits.yaml_fields import end_of
from exporter.edits.yaml_items import Item, Owner
from exporter.edits.yaml_places import ListPlace, MapPlace, Place, ScalarPlace

_BY_HAND = "take it out by hand"


def without_items(text: str, items: Sequence[Item], gone: Set[Owner], shown: str) -> Iterator[Edit]:
    """The edits that take facts out; a group of which nothing is left goes with them.

    Args:
        text: Of the file.
        items: All of its facts and views.
        gone: Those that go.
        shown: What messages call the file.

    Raises:
        CannotEditError: Nothing would be left, or they are written in an uncommon way.
    """
    if gone and all(item.owner in gone for item in items):
        raise CannotEditError(f"{shown}: no fact would be left in it; delete it by hand")
    whole: dict[int, tuple[ListPlace, MapPlace]] = {}
    for item in items:
        if item.owner not in gone:
            continue
        group, among, above = item.group, item.among, item.above
        assert group is not None and among is not None and above is not None  # noqa: S101, PT018
        others = [other for other in items if other.group is group]
        if all(other.owner in gone for other in others):
            whole[group.start] = above, group
        else:
            whole[item.place.start] = among, item.place
    for among, place in whole.values():
        yield _without(text, among, place, shown)


def _without(text: str, among: ListPlace, place: MapPlace, shown: str) -> Edit:
    if among.is_flow:
        return _out_of_flow(text, among, place, shown)
    start, dash = line_start(text, place.start), text[line_start(text, place.start) : place.start]
    if dash.strip() != "-":
        raise CannotEditError(f"{shown}: a fact has no `-` of its own before it; {_BY_HAND}")
    end = _end(text, place)
    after = end
    while after < len(text) and not text[after : line_end(text, after)].strip():
        after = line_end(text, after)
    if after < len(text):
        return Edit(start, after, "")
    while start > 0 and not text[line_start(text, start - 1) : start].strip():
        start = line_start(text, start - 1)
    return Edit(start, end, "")


def _out_of_flow(text: str, among: ListPlace, place: MapPlace, shown: str) -> Edit:
    at = next(at for at, item in enumerate(among.items) if item.start == place.start)
    following = among.items[at + 1] if at + 1 < len(among.items) else None
    before = among.items[at - 1] if at else None
    if following and re.fullmatch(r"\s*,\s*", text[place.end : following.start]):
        return Edit(place.start, following.start, "")
    if before and re.fullmatch(r"\s*,\s*", text[before.end : place.start]):
        return Edit(before.end, place.end, "")
    raise CannotEditError(f"{shown}: something stands around a fact in its list; {_BY_HAND}")


def added_after(text: str, beside: Item, lines: Sequence[str], shown: str) -> Edit:
    """The edit that puts a further fact behind another one, or behind its group.

    Args:
        text: Of the file.
        beside: The other one.
        lines: The fields of the fact, without indentation.
        shown: What messages call the file.

    Raises:
        CannotEditError: The list is written in braces.
    """
    group, above = beside.group, beside.above
    assert group is not None and above is not None  # noqa: S101, PT018
    start = line_start(text, group.start)
    lead = text[start : group.start]
    if above.is_flow or lead.strip() != "-":
        raise CannotEditError(f"{shown}: its list is written in brackets; add the fact by hand")
    end, brk = _end(text, group), line_break(text, group.start)
    other = " " * len(lead)
    body = brk.join([lead + lines[0], *(other + line for line in lines[1:])])
    gap = brk if _are_parted(text, above) else ""
    if end == len(text) and not text.endswith("\n"):
        return Edit(end, end, f"{brk}{gap}{body}")
    return Edit(end, end, f"{gap}{body}{brk}")


def _are_parted(text: str, above: ListPlace) -> bool:
    """Whether blank lines stand between the items of a list."""
    return any(
        re.search(r"\n[ \t]*\r?\n", text[_end(text, one) - 1 : other.start])
        for one, other in zip(above.items, above.items[1:], strict=False)
    )


def _end(text: str, place: Place) -> int:
    """Where the line begins that follows the last one of an item."""
    last = _last(text, place)
    return last if text[:last].endswith("\n") else line_end(text, last)


def _last(text: str, place: Place) -> int:
    if isinstance(place, ScalarPlace) or place.is_flow:
        return place.end
    if isinstance(place, ListPlace):
        return _last(text, place.items[-1])
    key, value = place.entries[-1]
    return end_of(text, key, value) if isinstance(value, ScalarPlace) else _last(text, value)
