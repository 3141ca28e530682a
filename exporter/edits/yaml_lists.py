"""Items of a YAML list taken out, and further ones put behind one."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from exporter.edits.text_edits import CannotEditError, Edit, line_break, line_end, line_start
from exporter.edits.yaml_fields import end_of, without_field
from exporter.edits.yaml_items import Item, Owner
from exporter.edits.yaml_places import ListPlace, MapPlace, Place, ScalarPlace

_BY_HAND = "take it out by hand"
_NONE = "[]"
_KEY = re.compile(r"^[ \t]*[\"']?(?:facts|views)[\"']?[ \t]*:", re.MULTILINE)
_COMMENT = re.compile(r"#.*")  # may stand between a key and its list


def without_items(text: str, items: Sequence[Item], gone: Set[Owner], shown: str) -> Iterator[Edit]:
    """The edits that take facts and views out, with what is said for them alone.

    A group of which nothing is left goes, and so do defaults that nothing takes any more, and the
    key of a list. A file of which nothing is left says so: `[]`.

    Args:
        text: Of the file.
        items: All of its facts and views.
        gone: Those that go.
        shown: What messages call the file.

    Raises:
        CannotEditError: They are written in an uncommon way.
    """
    kept = {item.group.start for item in items if item.group and item.owner not in gone}
    out: dict[int, tuple[ListPlace, list[MapPlace]]] = {}
    whole: dict[int, tuple[ListPlace, set[int]]] = {}
    for item in items:
        if item.owner not in gone:
            continue
        group, among, above = item.group, item.among, item.above
        assert group is not None and among is not None and above is not None  # noqa: S101, PT018
        if group.start in kept:
            out.setdefault(among.start, (among, []))[1].append(item.place)
        else:
            whole.setdefault(above.start, (above, set()))[1].add(group.start)
    for above, groups in whole.values():
        out[above.start] = above, list(_with_defaults(above, groups))
    for among, places in out.values():
        yield from _without(text, among, places, shown)
    if gone and not kept:
        end = max(_list_end(text, among) for among, _ in out.values())
        yield Edit(end, end, f"{_NONE}{line_break(text, end - 1)}")


def without_idle_fields(text: str, items: Sequence[Item], gone: Set[Owner]) -> Iterator[Edit]:
    """The edits that take fields out of defaults that only facts took which go.

    Of a text in two languages a fact may have one half of its own: such a field stays.

    Args:
        text: Of the file.
        items: All of its facts and views.
        gone: Those that go, where nothing else changes.
    """
    staying = [item for item in items if item.owner not in gone]
    kept = {(holder.start, name) for item in staying for holder, name in _taken(item)}
    here = {item.shared[-1].start for item in staying if item.shared}
    idle: dict[int, tuple[MapPlace, set[str]]] = {}
    for item in items:
        for holder, name in _taken(item) if item.owner in gone else ():
            is_idle = holder.start in here and (holder.start, name) not in kept
            if is_idle and isinstance(holder.value(name), ScalarPlace):
                idle.setdefault(holder.start, (holder, set()))[1].add(name)
    for holder, names in idle.values():
        last, _ = holder.entries[-1]
        if len(names) == 1 < len(holder.entries) or last.text not in names:
            yield from (without_field(text, holder, name) for name in sorted(names))


def _taken(item: Item) -> Iterator[tuple[MapPlace, str]]:
    """The defaults of a fact, with each field that it takes of them."""
    for defaults in item.shared[-1:]:
        if defaults is not item.group:
            names = [key.text for key, _ in defaults.entries]
            yield from ((defaults, name) for name in names if item.holder_of(name) is defaults)


def _with_defaults(above: ListPlace, gone: Set[int]) -> Iterator[MapPlace]:
    """What goes of a list, with the defaults that nothing takes any more."""
    runs: list[list[MapPlace]] = [[]]
    for place in above.items:
        if isinstance(place, MapPlace):
            runs += [[]] if place.key("defaults") else []
            runs[-1].append(place)
    for run in runs:
        takers = [place for place in run if not place.key("defaults")]
        out = [place for place in takers if place.start in gone]
        yield from run if takers and len(out) == len(takers) else out


def _without(text: str, among: ListPlace, out: Sequence[MapPlace], shown: str) -> Iterator[Edit]:
    """The edits that take some items out of a list."""
    starts = {place.start for place in out}
    is_whole = len(out) == len(among.items)
    key = _key(text, among) if is_whole else None
    if key is not None:
        yield Edit(key, line_end(text, key), "")
    if among.is_flow and is_whole:
        start = (
            among.start if key is None else max(line_start(text, among.start), line_end(text, key))
        )
        yield Edit(start, _list_end(text, among), "")
    elif among.is_flow:
        yield from (_out_of_flow(text, among, place, starts, shown) for place in out)
    else:
        yield from _as_one(text, (_out_of_lines(text, place, shown) for place in out))


def _as_one(text: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """What is taken out, neighbours together; at the file's end with the blank lines before it."""
    runs: list[Edit] = []
    for edit in sorted(edits):
        is_next = bool(runs) and edit.start <= runs[-1].end
        runs.append(Edit(runs.pop().start, edit.end, "") if is_next else edit)
    for start, end, new in runs:
        first = start
        while end == len(text) and first > 0 and _is_blank(text, line_start(text, first - 1)):
            first = line_start(text, first - 1)
        yield Edit(first, end, new)


def _is_blank(text: str, line: int) -> bool:
    """Whether a line is, by where it starts."""
    return not text[line : line_end(text, line)].strip()


def _with_blanks(text: str, line: int) -> int:
    """Where the first line begins that is not blank, from one on."""
    while line < len(text) and _is_blank(text, line):
        line = line_end(text, line)
    return line


def _list_end(text: str, among: ListPlace) -> int:
    """Where the first line begins behind a list that is not blank."""
    last = line_end(text, among.end - 1) if among.is_flow else _end(text, among.items[-1])
    return _with_blanks(text, last)


def _key(text: str, among: ListPlace) -> int | None:
    """Where the line begins with the key of a list; None where it has none."""
    keys = list(_KEY.finditer(text, 0, among.start))
    if keys and not _COMMENT.sub("", text[keys[-1].end() : among.start]).strip():
        return keys[-1].start()
    return None


def _out_of_lines(text: str, place: MapPlace, shown: str) -> Edit:
    start, dash = line_start(text, place.start), text[line_start(text, place.start) : place.start]
    if dash.strip() != "-":
        raise CannotEditError(f"{shown}: a fact has no `-` of its own before it; {_BY_HAND}")
    return Edit(start, _with_blanks(text, _end(text, place)), "")


def _out_of_flow(text: str, among: ListPlace, place: MapPlace, gone: Set[int], shown: str) -> Edit:
    at = next(at for at, item in enumerate(among.items) if item.start == place.start)
    following, before = among.items[at + 1 : at + 2], among.items[max(at - 1, 0) : at]
    is_last = all(item.start in gone for item in among.items[at:])
    for item in () if is_last else following:
        if re.fullmatch(r"\s*,\s*", text[place.end : item.start]):
            return Edit(place.start, item.start, "")
    for item in before:
        if re.fullmatch(r"\s*,\s*", text[item.end : place.start]):
            return Edit(item.end, place.end, "")
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
