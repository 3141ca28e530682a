"""Texts of fields in YAML exchanged for others, in the style in which they are written."""

from collections.abc import Iterator, Mapping, Sequence

from exporter.drafting.written.scalars import in_quotation_marks
from exporter.edits.text_edits import CannotEditError, Edit, line_break, line_end
from exporter.edits.yaml_fields import end_of, gap_before, without_field
from exporter.edits.yaml_items import Item, Owner, with_edits
from exporter.edits.yaml_places import MapPlace, ScalarPlace, places_in

Texts = Mapping[Owner, Mapping[str, str]]  # of facts and views, by the names of fields


def with_texts(content: bytes, texts: Texts, shown: str) -> bytes:
    """A file's content with other texts in fields of its facts and views.

    A field that several facts share is exchanged where it stands.

    Args:
        content: The file's.
        texts: The new ones; "" takes a field out.
        shown: What messages call the file.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """

    def edits_of(text: str, items: Sequence[Item]) -> Iterator[Edit]:
        by_owner = {item.owner: item for item in items}
        for owner, fields in texts.items():
            if owner not in by_owner:
                raise CannotEditError(f"{shown}: a fact is not where it was read; check it again")
            for field, new in fields.items():
                yield _exchange(text, by_owner[owner], field, new, shown)

    def expected(owner: Owner) -> Mapping[str, str | None]:
        return {field: new or None for field, new in texts.get(owner, {}).items()}

    return with_edits(content, edits_of, expected, shown)


def _exchange(text: str, item: Item, field: str, new: str, shown: str) -> Edit:
    holder = item.holder_of(field)
    if holder is None or not isinstance(holder.value(field), ScalarPlace):
        raise CannotEditError(f"{shown}: `{field}` is not written as one text; mend it by hand")
    if not new:
        return without_field(text, holder, field)
    return exchanged(text, holder, field, new, shown)


def exchanged(text: str, holder: MapPlace, field: str, new: str, shown: str) -> Edit:
    """The edit that exchanges a text, in the style in which it is written.

    Args:
        text: Of the file.
        holder: Has the field, which is one text.
        field: Its name.
        new: The other text.
        shown: What messages call the file.

    Raises:
        CannotEditError: It has no such style.
    """
    key, value = holder.key(field), holder.value(field)
    assert key is not None and isinstance(value, ScalarPlace)  # noqa: S101, PT018 - as said above
    if value.style in {"|", ">"}:
        if "\n" not in new:
            return _in_block(text, key, value, new)
        return Edit(value.start, end_of(text, key, value), f"{in_quotation_marks(new)}\n")
    for written in _spellings(value.style, new):
        if _is_read_as(written, new, is_flow=holder.is_flow):
            return Edit(value.start, value.end, gap_before(text, value) + written)
    raise CannotEditError(f"{shown}: `{field}` cannot be written in its style; mend it by hand")


def _in_block(text: str, key: ScalarPlace, value: ScalarPlace, new: str) -> Edit:
    start, end = line_end(text, value.start), end_of(text, key, value)
    first = text[start : line_end(text, start)]
    indent = first[: len(first) - len(first.lstrip(" "))]
    written = f"{indent}{new}{line_break(text, start)}"
    mark, rest = text[value.start], text[value.start + 1 : start]
    if value.text.endswith("\n") and rest[:1].isspace():  # which the text would have as well
        return Edit(value.start, end, f"{mark}-{rest}{written}")
    return Edit(start, end, written)


def _spellings(style: str, text: str) -> Iterator[str]:
    """A text as YAML may have it, in the given style first."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    quoted = {"": text, "'": "'" + text.replace("'", "''") + "'", '"': f'"{escaped}"'}
    yield quoted[style]
    yield from (quoted[other] for other in ("'", '"') if other != style)
    yield in_quotation_marks(text)


def _is_read_as(written: str, text: str, *, is_flow: bool) -> bool:
    try:
        found = places_in(f"{{a: {written}, b: c}}\n" if is_flow else f"a: {written}\nb: c\n")
    except ValueError:
        return False
    value = found.value("a") if isinstance(found, MapPlace) and len(found.entries) == 2 else None
    return isinstance(value, ScalarPlace) and value.text == text and not value.text.isspace()
