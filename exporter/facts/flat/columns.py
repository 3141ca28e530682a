"""The columns of a table, matched with the fields of a fact by their names."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from exporter.errors import Fault, Problem
from exporter.facts.table import BILINGUAL_FIELDS, FIELDS, WRITTEN
from exporter.limits import TABLE_COLUMNS

PAIRED_FIELDS = (*BILINGUAL_FIELDS, "value", "unit")  # may be one column, or one a language
ENDS = ("value.from", "value.to")  # of ranges
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
    names: Sequence[str], shown: str, row: int, defaults: Collection[str] = ()
) -> tuple[Header | None, list[Problem]]:
    """Find the fields among the names of a table's columns.

    Args:
        names: As they stand; case and surrounding blanks do not matter.
        shown: What messages call the table.
        row: The row they stand in, from 1; 0 where they are no row.
        defaults: Columns that need not be there.

    Returns:
        The header, None where a needed column is missing, and what is wrong.
    """
    if len(names) > TABLE_COLUMNS:
        wrong, right = f"there are {len(names):,} columns", f"at most {TABLE_COLUMNS:,} are read"
        return None, [Problem(shown, row, "", wrong, right)]
    plain = [name.strip().casefold() for name in names]
    meant = {name: _nearest(name) for name in plain if name and name not in COLUMNS}
    missing = dict(_missing({*plain, *defaults}))
    faults = [
        *_unknown(plain, names, meant),
        *_repeated(plain),
        # A column that is missed because its name is misspelt is one fault, not two.
        *(fault for name, fault in missing.items() if not _starts_any(name, meant.values())),
    ]
    problems = [Problem(shown, row, "", *fault) for fault in faults]
    places = {name: plain.index(name) for name in COLUMNS if name in plain}
    unnamed = tuple(index for index, name in enumerate(plain) if not name)
    return (None if missing else Header(places, unnamed)), problems


def _nearest(name: str) -> str:
    """The column that a misspelt name most likely means; "" where it is like none."""
    return next(iter(get_close_matches(name, COLUMNS, 1)), "")


def _unknown(
    plain: Sequence[str], names: Sequence[str], meant: Mapping[str, str]
) -> Iterator[Fault]:
    for name, written in zip(plain, names, strict=True):
        if name in meant:
            near = meant[name]
            right = f"did you mean `{near}`?" if near else f"known are {', '.join(COLUMNS)}"
            yield Fault(f"`{written.strip()}` is not a known column", right)


def _repeated(plain: Sequence[str]) -> Iterator[Fault]:
    for name in dict.fromkeys(plain):
        if name and plain.count(name) > 1:
            yield Fault(f"there are {plain.count(name)} columns `{name}`", "keep one")


def _missing(given: set[str]) -> Iterator[tuple[str, Fault]]:
    """The columns that are not there, each with what to say."""
    for field in dict.fromkeys((*_REQUIRED, *PAIRED_FIELDS)):
        pairs = [{f"{field}.en", f"{field}.zh"}, *([set(ENDS)] if field == "value" else [])]
        for pair in pairs:
            if len(half := pair & given) == 1 and (pair != pairs[0] or field not in given):
                other = (pair - half).pop()
                right = f"add it beside `{half.pop()}`"
                yield other, Fault(f"the column `{other}` is missing", right)
        if field in _REQUIRED and field not in given and not any(pair & given for pair in pairs):
            both = f", or `{field}.en` and `{field}.zh`" if field in PAIRED_FIELDS else ""
            yield field, Fault(f"the column `{field}` is missing", f"add it{both}")


def _starts_any(start: str, names: Iterable[str]) -> bool:
    return any(name.startswith(start) for name in names)
