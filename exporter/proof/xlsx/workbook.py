"""A written workbook, read back and compared with its layout."""

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time
from itertools import islice
from pathlib import Path

from exporter.proof.difference import MISSING, NOTHING, Difference, in_file, unlike, unreadable
from exporter.proof.xlsx.found_book import FoundBook, open_book
from exporter.proof.xlsx.sheets import compare_sheets
from exporter.report.xlsx.model import Workbook

MOST_TOLD = 1_000  # differences of a workbook
_WORKBOOK, _PROPERTIES = "workbook", "workbook (properties)"
# Parts that hold nothing to show but what the readers compare, or what Excel adds when it saves.
_KNOWN_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml"
    r"|xl/(_rels/workbook\.xml\.rels|workbook\.xml|styles\.xml|sharedStrings\.xml|calcChain\.xml)"
    r"|xl/theme/theme\d+\.xml|xl/worksheets/(_rels/)?sheet\d+\.xml(\.rels)?|xl/tables/table\d+\.xml"
    r"|xl/drawings/(_rels/)?drawing\d+\.xml(\.rels)?|xl/charts/chart\d+\.xml"
    r"|xl/printerSettings/printerSettings\d+\.bin"
)


def compare_workbook(book: Workbook, path: Path) -> list[Difference]:
    """Compare a written workbook with what was laid out, cell by cell.

    Its sheets are read as streams and compared slice by slice, so that large ones take no more
    memory than small ones; the values of small ones are compared as a second reader sees them too.

    Args:
        book: The workbook as laid out.
        path: The file.

    Returns:
        Everything that differs, in the order of the sheets; empty when the file shows the book and
        nothing else. At most MOST_TOLD, and then that there are more. A file that no reader makes
        sense of is one difference.

    Raises:
        OSError: The file is not there, or may not be read.
    """
    with path.open("rb"):
        pass  # whether it is there, and may be read, is not for the file's readers to say
    told: list[Difference] = []
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        try:
            with open_book(path) as found:
                told += islice(_differences(book, found), MOST_TOLD + 1)
        except Exception as error:  # whatever it is, the readers stumble over what is in the file
            return [unreadable(path.name, error)]
    if len(told) > MOST_TOLD:
        more = f"more than {MOST_TOLD:,}; the others are not told"
        told[MOST_TOLD:] = [unlike(_WORKBOOK, "number of differences", "0", more)]
    said = dict.fromkeys(str(one.message) for one in heard)
    told += (unlike(_WORKBOOK, "reader's warning", NOTHING, warning) for warning in said)
    return list(in_file(path.name, told))


def _differences(book: Workbook, found: FoundBook) -> Iterator[Difference]:
    yield from compare_sheets(book, found)
    yield from _names(book, found)
    yield from _properties(book, found)
    yield from _parts(found)
    if found.from_1904:
        yield unlike(_WORKBOOK, "first year of dates", "1900", "1904")


def _names(book: Workbook, found: FoundBook) -> Iterator[Difference]:
    names = dict(found.names)
    for name, formula in book.defined_names.items():
        if (seen := names.pop(name, MISSING)) != (wanted := formula.removeprefix("=")):
            yield unlike(_WORKBOOK, f"defined name {name}", wanted, seen)
    for name, formula in names.items():
        yield unlike(_WORKBOOK, f"defined name {name}", NOTHING, formula)


def _properties(book: Workbook, found: FoundBook) -> Iterator[Difference]:
    laid, seen = book.properties, found.properties
    created = datetime.combine(laid.created, time())
    compared = {
        "title": (laid.title, seen.title),
        "subject": (laid.subject, seen.subject),
        "author": (laid.author, seen.creator),
        "last author": (laid.author, seen.lastModifiedBy),
        "keywords": (laid.keywords, seen.keywords),
        "created": (created, seen.created),
        "modified": (created, seen.modified),
    }
    compared |= {
        name: ("", getattr(seen, name))
        for name in ("description", "category", "contentStatus", "identifier", "version")
    }
    for what, (expected, has) in compared.items():
        if (expected or "") != (has or ""):
            yield unlike(_PROPERTIES, what, str(expected or NOTHING), str(has or NOTHING))
    for name in found.custom:
        yield unlike(_PROPERTIES, "custom property", NOTHING, name)


def _parts(found: FoundBook) -> Iterator[Difference]:
    for part, count in Counter(found.parts).items():
        if count > 1:
            yield unlike(_WORKBOOK, f"part {part}", "there once", f"there {count} times")
        if not _KNOWN_PARTS.fullmatch(part):
            yield unlike(_WORKBOOK, "part", NOTHING, part)
