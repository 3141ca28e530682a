"""The mark `carried:` put on the facts of a YAML file."""

from collections.abc import Iterator, Mapping, Sequence

from exporter.edits.text_edits import Edit, line_break, line_end, line_start
from exporter.edits.yaml_fields import last_of
from exporter.edits.yaml_items import Item, Owner, with_edits
from exporter.edits.yaml_places import MapPlace, ScalarPlace

_CARRIED = "carried"


def with_carried(content: bytes, edition: str, shown: str) -> bytes:
    """A file's content whose facts all say that they were taken over from an edition.

    Comments, and whatever else stands there, stay byte for byte.

    Args:
        content: The file's.
        edition: The date of the edition.
        shown: What messages call the file.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """
    marked: set[Owner] = set()

    def edits_of(text: str, items: Sequence[Item]) -> Iterator[Edit]:
        for item in items:
            if item.place.key("broker") is None:  # else it is a view
                marked.add(item.owner)
                yield _marked(text, item.place, edition)

    def expected(owner: Owner) -> Mapping[str, str]:
        return {_CARRIED: edition} if owner in marked else {}

    return with_edits(content, edits_of, expected, shown)


def _marked(text: str, fact: MapPlace, edition: str) -> Edit:
    """The mark behind the last field of a fact, or in the place of an older one."""
    said = fact.value(_CARRIED)
    if isinstance(said, ScalarPlace):
        return Edit(said.start, said.end, edition)
    key, value = fact.entries[-1]
    if fact.is_flow:
        return Edit(value.end, value.end, f", {_CARRIED}: {edition}")
    last = last_of(text, key, value)
    end = last if text[:last].endswith("\n") else line_end(text, last)
    line = f"{' ' * (fact.start - line_start(text, fact.start))}{_CARRIED}: {edition}"
    breaks = line_break(text, key.start)
    if text[:end].endswith("\n"):
        return Edit(end, end, line + breaks)
    return Edit(end, end, breaks + line)
