"""The columns of a table, matched with the fields of a fact by their names."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from exporter.errors import Fault, Problem
from exporter.facts.halves import IN_ONE_LANGUAGE
from exporter.facts.headings import as_mapping, heading_key, meaning_of, shown_heading
from exporter.facts.reading import Reading
from exporter.facts.table import BILINGUAL_FIELDS, FIELDS, OF_VALUE, PLACES, WRITTEN
from exporter.limits import TABLE_COLUMNS

PAIRED_FIELDS = (*BILINGUAL_FIELDS, "value", "unit")  # may be one column, or one a language
ENDS = ("value.from", "value.to")  # of ranges
COLUMNS = (
    *FIELDS,
    *(name for name in WRITTEN.names if name not in {*FIELDS, *PLACES}),
)
_REQUIRED = ("id", "entity", "metric", "value", "source", "quote")
FEWEST_NAMES = 3  # by which a row is known as that of the names
_LIKE = 0.75  # of 1
_NO_NAME = re.compile(r"[^\w.]+")
_OF_PANDAS = re.compile(r"unnamed: \d+(_level_\d+)?")  # what pandas calls a column without a name


@dataclass(frozen=True, slots=True)
class Header:
    """Which column of a table, from 0, holds which field; and those that have no name."""

    places: Mapping[str, int]
    unnamed: tuple[int, ...]


def match_columns(
    headings: Sequence[str], shown: str, row: int, reading: Reading
) -> tuple[Header | None, list[Problem]]:
    """Find the fields among the headings of a table's columns.

    Args:
        headings: As they stand; case, width and white space do not matter.
        shown: What messages call the table.
        row: The row they stand in, from 1; 0 where they are no row.
        reading: What headings stand for, and which columns need not be there.

    Returns:
        The header, None where a needed column is missing, and what is wrong.
    """
    if len(headings) > TABLE_COLUMNS:
        wrong, right = f"there are {len(headings):,} columns", f"at most {TABLE_COLUMNS:,} are read"
        return None, [Problem(shown, row, "", wrong, right)]
    if fault := _unparted(headings):
        return None, [Problem(shown, row, "", *fault)]
    fields = reading.fields_of(headings)
    known = (*COLUMNS, OF_VALUE) if reading.own_column else COLUMNS
    unknown = {
        name: shown_heading(heading)
        for name, heading in zip(fields, headings, strict=True)
        if name and name not in known
    }
    absent = _absent(headings, reading)
    questions = {heading: _like(heading, unknown) for heading in absent}
    for name in questions.values():
        unknown.pop(name, None)  # is told as what was meant by a heading that is not there
    meant = {name: meaning_of(name) for name in unknown}
    nearest = {name: "" if meant[name] else _like(name, COLUMNS) for name in unknown}
    missing = dict(_missing({*fields, *(name for name, _ in reading.defaults)}))
    if reading.own_column and reading.is_needed and OF_VALUE not in fields:
        missing[OF_VALUE] = _without_value(reading.own_column)
    # A column that is missed because its name is misspelt is one fault, not two.
    follows = {*meant.values(), *nearest.values(), *absent.values()}
    faults = [
        *_unknown(unknown, meant, nearest, reading),
        *_repeated(fields, headings),
        *(fault for name, fault in missing.items() if not any(_starts(name, follows))),
    ]
    problems = [Problem(shown, row, "", *fault) for fault in faults]
    for heading, name in questions.items():
        fault = _absence(heading, shown, headings, name)
        problems.append(reading.problem(("columns", heading), fault, shown))
    places = {name: fields.index(name) for name in known if name in fields}
    unnamed = tuple(index for index, name in enumerate(fields) if not name)
    return (None if missing else Header(places, unnamed)), problems


def _unparted(headings: Sequence[str]) -> Fault | None:
    """What is wrong where all names stand in one column: by a separator that is none, or another.

    So does a whole CSV in the first column of a sheet.
    """
    filled = [heading for heading in headings if heading.strip()]
    if len(filled) != 1 or len(known_names(_NO_NAME.split(filled[0]), ())) < FEWEST_NAMES:
        return None
    wrong = f"the names of the columns stand in one column: `{shown_heading(filled[0])}`"
    right = "part them, and the values below, by commas, semicolons, tabs or bars; what a first"
    return Fault(
        wrong, f"{right} line `sep=` says is taken; in a workbook, each in a cell of its own"
    )


def known_names(cells: Iterable[object], own: Collection[str]) -> list[str]:
    """Which cells of a row name fields, or are headings of a person's own."""
    names = (heading_key(str(cell)) for cell in cells if cell is not None)
    return [name for name in names if name in COLUMNS or name in own]


def _without_value(column: str) -> Fault:
    right = "add it, or let `from:` of `for_each` name another"
    return Fault(f"the column `{column}` is missing, which `for_each` names", right)


def _like(name: str, known: Sequence[str] | Mapping[str, str]) -> str:
    """What a misspelt name most likely means; "" where it is like none."""
    return next(iter(get_close_matches(heading_key(name), list(known), 1, _LIKE)), "")


def _absent(headings: Sequence[str], reading: Reading) -> dict[str, str]:
    """The headings that `columns` names and one table has not, each with its field."""
    if not reading.is_of_one:
        return {}
    there = set(map(heading_key, headings))
    return {
        heading: field for heading, field in reading.columns if heading_key(heading) not in there
    }


def _absence(heading: str, shown: str, headings: Sequence[str], like: str) -> Fault:
    wrong = f"`columns` names the heading `{shown_heading(heading)}`, which {shown} has not"
    has = [shown_heading(other) for other in headings if heading_key(other)]
    if like:
        return Fault(wrong, f"did you mean `{next(h for h in has if heading_key(h) == like)}`?")
    return Fault(wrong, f"mend it, or take it out; there are {', '.join(has)}")


def _unknown(
    unknown: Mapping[str, str],
    meant: Mapping[str, str],
    nearest: Mapping[str, str],
    reading: Reading,
) -> Iterator[Fault]:
    """What to say of columns that are none of a fact's: what is misspelt, foreign, or neither."""
    known = f"known are {', '.join(COLUMNS)}"
    own = {name for name in unknown if _OF_PANDAS.fullmatch(name)}
    for name, near in nearest.items():
        if near:
            yield Fault(f"`{unknown[name]}` is not a known column", f"did you mean `{near}`?")
    if foreign := {unknown[name]: field for name, field in meant.items() if field}:
        mapping = as_mapping(foreign)
        there = "add to `columns`" if reading.columns else "write beside `file` (or `sql`)"
        right = f"{there} in report.yaml what is meant: `columns: {mapping}`; or rename the columns"
        yield Fault(_none_of_them(list(foreign)), f"{right}: {known}")
    if own:
        right = "leave the column out (`index=False`), or give it a name"
        named = [unknown[name] for name in unknown if name in own]
        yield Fault(f"{_none_of_them(named)}: pandas calls one without a name so", right)
    others = [
        unknown[name] for name in unknown if not (meant[name] or nearest[name] or name in own)
    ]
    if others:
        yield Fault(_none_of_them(others), known)


def _none_of_them(headings: Sequence[str]) -> str:
    *before, last = (f"`{heading}`" for heading in headings)
    if not before:
        return f"{last} is not a known column"
    return f"{', '.join(before)} and {last} are not known columns"


def _repeated(fields: Sequence[str], headings: Sequence[str]) -> Iterator[Fault]:
    """Fields that several columns hold: by the same heading, or by several."""
    for name in dict.fromkeys(fields):
        places = [place for place, field in enumerate(fields) if field == name]
        if len(places) == 1 or name not in COLUMNS:
            continue
        if {heading_key(headings[place]) for place in places} == {name}:
            yield Fault(f"there are {len(places)} columns `{name}`", "keep one")
            continue
        *some, last = (f"`{shown_heading(headings[at])}` (column {at + 1})" for at in places)
        are = "are both" if len(places) == 2 else "are all"
        yield Fault(f"{', '.join(some)} and {last} {are} `{name}`", "keep one")


def _missing(given: set[str]) -> Iterator[tuple[str, Fault]]:
    """The columns that are not there, each with what to say."""
    for field in dict.fromkeys((*_REQUIRED, *PAIRED_FIELDS)):
        pairs = [{f"{field}.en", f"{field}.zh"}, *([set(ENDS)] if field == "value" else [])]
        for pair in pairs:
            is_of_texts = pair == pairs[0]
            if is_of_texts and (field in given or field in IN_ONE_LANGUAGE):
                continue
            if len(half := pair & given) == 1:
                other = (pair - half).pop()
                right = f"add it beside `{half.pop()}`"
                yield other, Fault(f"the column `{other}` is missing", right)
        if field in _REQUIRED and field not in given and not any(pair & given for pair in pairs):
            both = f", or `{field}.en` and `{field}.zh`" if field in PAIRED_FIELDS else ""
            yield field, Fault(f"the column `{field}` is missing", f"add it{both}")


def _starts(start: str, names: Iterator[str] | set[str]) -> Iterator[bool]:
    return (name.startswith(start) for name in names)
