"""The columns of a table, matched with the fields of a fact by their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from exporter.errors import Problem
from exporter.facts.table import BILINGUAL_FIELDS, FIELDS, WRITTEN

PAIRED_FIELDS = (*BILINGUAL_FIELDS, "value", "unit")  # may be one column, or one a language
COLUMNS = (
    *FIELDS,
    *(name for name in WRITTEN.names if name not in {*FIELDS, "file", "line"}),
)
_REQUIRED = ("id", "entity", "metric", "value", "source", "quote")


@dataclass(frozen=True, slots=True)
class Header:
    """Which column of a table, from 0, holds which field; and those that have no name."""

    places: Mapping[str, int]
    unnamed: tuple[int, ...]


def match_columns(
    names: Sequence[str], shown: str, row: int
) -> tuple[Header | None, list[Problem]]:
    """Find the fields among the names of a table's columns.

    Args:
        names: As they stand; case and surrounding blanks do not matter.
        shown: What messages call the table.
        row: The row they stand in, from 1; 0 where they are no row.

    Returns:
        The header, None where a needed column is missing, and what is wrong.
    """
    found = [name.strip().casefold() for name in names]
    faults = [*_unknown(found, names), *_repeated(found)]
    missing = list(_missing(set(found)))
    # A column that is missed because its name is misspelt is one fault, not two.
    suggested = {right for _, right in faults}
    faults += [(wrong, right) for field, wrong, right in missing if not _among(field, suggested)]
    problems = [Problem(shown, row, "", wrong, right) for wrong, right in faults]
    places = {name: found.index(name) for name in COLUMNS if name in found}
    unnamed = tuple(index for index, name in enumerate(found) if not name)
    return (None if missing else Header(places, unnamed)), problems


def _unknown(found: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name, written in zip(found, names, strict=True):
        if name and name not in COLUMNS:
            near = get_close_matches(name, COLUMNS, 1)
            right = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(COLUMNS)}"
            yield f"`{written.strip()}` is not a known column", right


def _repeated(found: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(found):
        if name and found.count(name) > 1:
            yield f"there are {found.count(name)} columns `{name}`", "keep one"


def _missing(found: set[str]) -> Iterator[tuple[str, str, str]]:
    """The fields that are not there, each with what to say."""
    for field in dict.fromkeys((*_REQUIRED, *PAIRED_FIELDS)):
        pair = {f"{field}.en", f"{field}.zh"}
        if field in found or (field in PAIRED_FIELDS and pair <= found):
            continue
        if half := pair & found:
            other = (pair - half).pop()
            yield other, f"the column `{other}` is missing", f"add it beside `{half.pop()}`"
        elif field in _REQUIRED:
            both = f", or `{field}.en` and `{field}.zh`" if field in PAIRED_FIELDS else ""
            yield field, f"the column `{field}` is missing", f"add it{both}"


def _among(field: str, suggested: set[str]) -> bool:
    return any(right.startswith(f"did you mean `{field}") for right in suggested)
