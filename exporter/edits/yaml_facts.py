"""Facts of a YAML file that say other things, that are added, and that go.

Comments, the order and form of all else stay byte for byte. What a fact takes of a default or of
its group is changed there where all that take it are to say the same, else said in the fact itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exporter.edits.fact_edits import FactEdits, RowEdit
from exporter.edits.text_edits import (
    CannotEditError,
    Edit,
    joined,
    line_break,
    line_end,
    line_start,
)
from exporter.edits.yaml_fields import emptied_field, gap_before, last_of, without_field
from exporter.edits.yaml_first import fact_lines, with_first_facts
from exporter.edits.yaml_halves import completed, is_shared_whole, without_other_half
from exporter.edits.yaml_items import Item, Owner, with_edits
from exporter.edits.yaml_lists import added_after, without_idle_fields, without_items
from exporter.edits.yaml_pieces import by_pieces
from exporter.edits.yaml_places import MapPlace, ScalarPlace
from exporter.edits.yaml_texts import exchanged
from exporter.edits.yaml_values import EMPTY, Said, is_same_form, said_of
from exporter.facts.table import FIELDS

_TRANSLATIONS = ("quote_en", "quote_zh")  # a fact with a quote of its own takes none of its group


def with_facts(content: bytes, edits: FactEdits, shown: str) -> bytes:
    """A file's content with edits of its facts.

    Args:
        content: The file's.
        edits: What is to change.
        shown: What messages call the file.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """
    if edits.added and not edits.beside:
        return with_first_facts(content, edits.added, shown)
    changed = by_pieces(content, edits, lambda piece, some: _with_facts(piece, some, shown))
    return _with_facts(content, edits, shown) if changed is None else changed


def _with_facts(content: bytes, edits: FactEdits, shown: str) -> bytes:
    gone = frozenset(edits.deleted)

    def edits_of(text: str, items: list[Item]) -> Iterator[Edit]:
        yield from joined(_edits(text, items))

    def _edits(text: str, items: list[Item]) -> Iterator[Edit]:
        by_owner.update((item.owner, item) for item in items)
        if missing := {*edits.rows, *gone, *edits.beside.values()} - by_owner.keys():
            raise CannotEditError(f"{shown}: {min(missing)[1]} is not where it was read")
        yield from _changed(text, items, edits, shown)
        yield from without_items(text, items, gone, shown)
        if not (edits.rows or edits.added):
            yield from without_idle_fields(text, items, gone)
        for id_, row in edits.added.items():
            beside = by_owner[edits.beside[id_]]
            shared = [place for place in beside.shared if place is not beside.group]
            added[id_] = completed(row, FIELDS, shared)
            yield added_after(text, beside, list(_lines(added[id_], shared)), shown)

    def expected(owner: Owner) -> Mapping[str, Any]:
        if owner not in edits.rows:
            return {}
        row = _row_to_be(edits.rows[owner], by_owner[owner])
        fields = _fields(edits.rows[owner])
        return {name: row[name] for name in row if name.partition(".")[0] in fields}

    by_owner: dict[Owner, Item] = {}
    added: dict[str, Mapping[str, Any]] = dict(edits.added)
    return with_edits(content, edits_of, expected, shown, gone, added)


def _lines(row: Mapping[str, Any], shared: Sequence[MapPlace]) -> Iterator[str]:
    """The lines of a further fact; what it has in common with the others is not said again."""
    taken = [field for field in FIELDS if any(place.key(field) for place in shared)]
    same = [field for field in taken if is_shared_whole(field, row, shared)]
    said = {name: None if name.partition(".")[0] in same else text for name, text in row.items()}
    return fact_lines(said, [field for field in taken if field not in same], shared)


def _fields(edit: RowEdit) -> dict[str, None]:
    return dict.fromkeys(name.partition(".")[0] for name in edit.columns)


def _row_to_be(edit: RowEdit, item: Item) -> dict[str, Any]:
    """What a fact is to say."""
    return completed({**edit.row, **edit.columns}, _fields(edit), item.shared)


def _changed(text: str, items: Sequence[Item], edits: FactEdits, shown: str) -> Iterator[Edit]:
    for owner, edit in edits.rows.items():
        item = next(item for item in items if item.owner == owner)
        row = _row_to_be(edit, item)
        fields = _fields(edit)
        holder = item.holder_of("quote") if "quote" in fields else None
        if holder and not _all_say("quote", holder, items, edits):
            fields |= _translations(holder, item, row)
        for field in sorted(fields, key=FIELDS.index):
            holder = item.holder_of(field)
            is_own = holder is None or holder is item.place
            if holder is not None and not is_own and _all_say(field, holder, items, edits):
                yield from _exchange(text, holder, field, row, shown)
            else:
                yield from _in_item(text, item, field, row, shown)


def _translations(holder: MapPlace, item: Item, row: Mapping[str, Any]) -> dict[str, None]:
    """The translations that a fact loses with the quote that it takes from another place."""
    names = (name for name in _TRANSLATIONS if row[name] and not item.place.key(name))
    return {} if holder is item.place else dict.fromkeys(names)


def _all_say(field: str, holder: MapPlace, items: Sequence[Item], edits: FactEdits) -> bool:
    """Whether every fact that takes a field from a place is to say the same of it then."""
    takers = [item for item in items if item.holder_of(field) is holder]
    said = []
    for taker in takers:
        edit = edits.rows.get(taker.owner)
        if edit is None or all(name.partition(".")[0] != field for name in edit.columns):
            return False
        said.append(said_of(field, {**edit.row, **edit.columns}, holder.value(field)))
    return bool(said) and said[0] is not None and all(one == said[0] for one in said)


def _exchange(
    text: str,
    holder: MapPlace,
    field: str,
    row: Mapping[str, Any],
    shown: str,
    shared: Sequence[MapPlace] = (),
) -> Iterator[Edit]:
    """A field that is there, said otherwise."""
    key, value = holder.key(field), holder.value(field)
    assert key is not None and value is not None  # noqa: S101, PT018 - who asks has found it
    said = without_other_half(field, said_of(field, row, value), shared)
    if said is None:
        yield _taken_out(text, holder, field)
    elif not is_same_form(said, value):
        yield _anew(text, holder, field, said)
    elif isinstance(value, MapPlace):
        for (name, part), new in zip(value.entries, said.parts.values(), strict=True):
            if isinstance(part, ScalarPlace) and part.text != new:
                yield exchanged(text, value, name.text, new, shown)
    elif isinstance(value, ScalarPlace) and value.text != said.parts[""]:
        yield exchanged(text, holder, field, said.parts[""], shown)


def _taken_out(text: str, holder: MapPlace, field: str) -> Edit:
    key, value = holder.key(field), holder.value(field)
    if isinstance(value, ScalarPlace):
        return without_field(text, holder, field)
    assert key is not None and value is not None  # noqa: S101, PT018
    if holder.is_flow:
        return Edit(value.start, value.end, EMPTY)
    start, end = line_start(text, key.start), line_end(text, last_of(text, key, value))
    if text[start : key.start].strip():
        return Edit(value.start, last_of(text, key, value), EMPTY)
    return Edit(start, end, "")


def _anew(text: str, holder: MapPlace, field: str, said: Said) -> Edit:
    """A field in another form than before."""
    key, value = holder.key(field), holder.value(field)
    assert key is not None and value is not None  # noqa: S101, PT018
    end = last_of(text, key, value)
    kept = text[value.start : end]
    between = text[key.end : value.start]
    is_below = "\n" in between and "#" not in between
    start = key.end + between.index(":") + 1 if is_below else value.start
    written = gap_before(text, value) + said.written(in_braces=holder.is_flow)
    tail = kept[len(kept.rstrip()) :] if kept.endswith(("\n", "\r")) else ""
    return Edit(start, end, f"{' ' if is_below else ''}{written}{tail}")


def _in_item(
    text: str, item: Item, field: str, row: Mapping[str, Any], shown: str
) -> Iterator[Edit]:
    """A field said in the fact itself."""
    own = item.place
    said = without_other_half(field, said_of(field, row, own.value(field)), item.shared)
    is_shared = any(place.key(field) for place in item.shared)
    if own.key(field):
        if said is None and is_shared:
            yield emptied_field(text, own, field)
        else:
            yield from _exchange(text, own, field, row, shown, item.shared)
    elif said is not None or is_shared:
        written = EMPTY if said is None else said.written(in_braces=own.is_flow)
        yield _inserted(text, own, field, written)


def _inserted(text: str, own: MapPlace, field: str, written: str) -> Edit:
    """A further field, behind the last that stands before it in the documentation."""
    rank = FIELDS.index(field)
    before = [
        entry for entry in own.entries
        if entry[0].text in FIELDS and FIELDS.index(entry[0].text) < rank
    ]  # fmt: skip
    key, value = before[-1] if before else own.entries[0]
    if own.is_flow:
        return Edit(value.end, value.end, f", {field}: {written}")
    last = last_of(text, key, value)
    end = last if text[:last].endswith("\n") else line_end(text, last)
    indent = " " * (own.start - line_start(text, own.start))
    brk = line_break(text, key.start)
    if end == len(text) and not text.endswith("\n"):
        return Edit(end, end, f"{brk}{indent}{field}: {written}")
    return Edit(end, end, f"{indent}{field}: {written}{brk}")
