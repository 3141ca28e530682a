"""`not_facts` of a source's record with further ones; all else in it stays, byte for byte."""

from collections.abc import Iterator, Sequence

from exporter.drafting.written.scalars import scalar
from exporter.edits.text_edits import (
    CannotEditError,
    Edit,
    edited,
    line_break,
    line_end,
    line_start,
)
from exporter.edits.yaml_fields import last_of
from exporter.edits.yaml_places import ListPlace, MapPlace, Place, ScalarPlace, places_in
from exporter.evidence.not_facts import NotFact
from exporter.evidence.source_record import SourceRecord
from exporter.facts.models import read_known_keys
from exporter.facts.yaml_tree import decode_tree

_KEY, _BEFORE = "not_facts", "fingerprints"
_INDENT = "  "


def with_not_facts(content: bytes, added: Sequence[NotFact], shown: str) -> bytes:
    """A record's content with further clauses that are set aside.

    Args:
        content: The file's.
        added: What is set aside besides.
        shown: What messages call the file.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """
    by_hand = f"add it to `{_KEY}` by hand"
    text = content.decode("utf-8")
    try:
        root = places_in(text)
    except ValueError as error:
        raise CannotEditError(f"{shown} cannot be read: {error}") from None
    if not isinstance(root, MapPlace) or root.is_flow or root.key(_BEFORE) is None:
        raise CannotEditError(f"{shown} is written in an uncommon way; {by_hand}")
    new = edited(text, [_edit(text, root, added)]).encode()
    was, now = _record(content, shown), _record(new, shown)
    meant = was.model_copy(update={_KEY: (*was.not_facts, *added)}) if was else None
    if was is None or now is None or meant is None or now.model_dump() != meant.model_dump():
        raise CannotEditError(f"{shown}: something else would change with it; {by_hand}")
    return new


def _record(content: bytes, shown: str) -> SourceRecord | None:
    tree, _ = decode_tree(content, shown)
    return None if tree is None else read_known_keys(SourceRecord, tree, shown)[0]


def _edit(text: str, root: MapPlace, added: Sequence[NotFact]) -> Edit:
    key, value = root.key(_KEY), root.value(_KEY)
    brk = line_break(text, root.start)
    if key is None or value is None:
        before = root.key(_BEFORE)
        assert before is not None  # noqa: S101 - who asks has found it
        at = line_start(text, before.start)
        return Edit(at, at, f"{_KEY}:{brk}{_lines(added, _INDENT, brk)}")
    if isinstance(value, ListPlace) and not value.items:
        start = key.end + text[key.end : value.start].index(":") + 1
        end = line_end(text, value.end)
        return Edit(
            start, end, f"{text[value.end : end].rstrip()}{brk}{_lines(added, _INDENT, brk)}"
        )
    return _further(text, key, value, added)


def _further(text: str, key: ScalarPlace, value: Place, added: Sequence[NotFact]) -> Edit:
    """The edit that puts more behind those that are there."""
    brk = line_break(text, key.start)
    if isinstance(value, ListPlace) and value.is_flow:
        last = value.items[-1].end
        written = ", ".join(f"{{{', '.join(_fields(one, in_braces=True))}}}" for one in added)
        return Edit(last, last, f", {written}")
    last = last_of(text, key, value)
    end = last if text[:last].endswith("\n") else line_end(text, last)
    first = value.items[0] if isinstance(value, ListPlace) else value
    lead = text[line_start(text, first.start) : first.start]
    gap = "" if text[:end].endswith("\n") else brk
    return Edit(end, end, gap + _lines(added, lead.partition("-")[0], brk))


def _lines(added: Sequence[NotFact], indent: str, brk: str) -> str:
    written = [list(_fields(one)) for one in added]
    return "".join(
        f"{indent}{'- ' if at == 0 else '  '}{field}{brk}"
        for fields in written
        for at, field in enumerate(fields)
    )


def _fields(one: NotFact, *, in_braces: bool = False) -> Iterator[str]:
    for name, said in one.model_dump().items():
        yield f"{name}: {scalar(said, in_braces=in_braces)}"
