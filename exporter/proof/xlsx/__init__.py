"""Workbooks, read back and compared with their layouts.

sheets.py          which sheet is which, and whether what stands around its cells is as expected
comparison.py      a sheet's cells in one pass: each row is given to the table that it belongs to
table_rows.py      a table's rows compared as they come, and what differs told
row_matching.py    which row is which; alignment.py: of any things; row_queue.py: rows that wait
cells.py           cells, expected and actual, in one shape; whether two columns are the same
rows.py            rows of them, of a sheet and of a table; cell_words.py: cells in words
expected.py        the cells that a layout expects
charts.py          charts; sparklines.py: small pictures in cells; page_setup.py: how sheets print
package.py         an .xlsx file as read; parts.py: what a sheet has around its cells
styles.py          how cells look; same_parts.py: parts that many files have, read once
header_picture.py  the logo above its printed pages
sheet_stream.py    a sheet as a stream of rows; sheet_events.py: those of any XML, tag by tag;
                   plain_xml.py: many of the usual XML, quickly; plain_tags.py, plain_cells.py,
                   plain_values.py: its parts
shared_strings.py  the texts that cells name by number, and how texts are written at all
values.py          what its facts state, wherever another exporter put them
saved_again/       workbooks that an office program has saved again, by what their cells say
archive.py         the parts of the file byte by byte, for what has no words
content_property.py   the hash of its content that a workbook carries
"""

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time
from itertools import islice
from pathlib import Path

from exporter.proof.difference import MISSING, NOTHING, Difference, in_file, unlike, unreadable
from exporter.proof.xlsx.package import Package, open_package
from exporter.proof.xlsx.sheets import MOST_DIFFERENCES, compare_sheets
from exporter.report.properties import CONTENT
from exporter.report.xlsx.model import Workbook

_WORKBOOK, _PROPERTIES = "workbook", "workbook (properties)"
# Parts that hold nothing to show but what the readers compare, or what Excel adds when it saves.
_KNOWN_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core|custom)\.xml"
    r"|xl/(_rels/workbook\.xml\.rels|workbook\.xml|styles\.xml|sharedStrings\.xml|calcChain\.xml)"
    r"|xl/theme/theme\d+\.xml|xl/worksheets/(_rels/)?sheet\d+\.xml(\.rels)?|xl/tables/table\d+\.xml"
    r"|xl/drawings/(_rels/)?drawing\d+\.xml(\.rels)?|xl/charts/chart\d+\.xml"
    r"|xl/drawings/(_rels/)?vmlDrawing\d+\.vml(\.rels)?|xl/media/image\d+\.png"
    r"|xl/printerSettings/printerSettings\d+\.bin"
)


def compare_workbook(book: Workbook, path: Path) -> list[Difference]:
    """Compare a written workbook with what was laid out, cell by cell.

    Its sheets are read as streams, each once, and compared as they come, so that large ones take no
    more memory than small ones; a small one in which nothing differs is compared once more, by its
    values as a second reader sees them.

    Args:
        book: The workbook as laid out.
        path: The file.

    Returns:
        Everything that differs, in the order of the sheets; empty when the file shows the book and
        nothing else. At most MOST_DIFFERENCES, and then that there are more. A file that no reader
        makes sense of is one difference, and so is what is left of a sheet from where it cannot be
        read.

    Raises:
        OSError: The file is not there, or may not be read.
    """
    with path.open("rb"):
        pass  # whether it is there, and may be read, is not for the file's readers to say
    differences: list[Difference] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            with open_package(path) as package:
                differences += islice(_differences(book, package), MOST_DIFFERENCES + 1)
        except Exception as error:  # whatever it is, the readers stumble over what is in the file
            return [unreadable(path.name, error)]
    if len(differences) > MOST_DIFFERENCES:
        more = f"more than {MOST_DIFFERENCES:,}; the others are not told"
        differences[MOST_DIFFERENCES:] = [unlike(_WORKBOOK, "number of differences", "0", more)]
    warned = dict.fromkeys(str(warning.message) for warning in caught)
    differences += (unlike(_WORKBOOK, "reader's warning", NOTHING, warning) for warning in warned)
    return list(in_file(path.name, differences))


def _differences(book: Workbook, package: Package) -> Iterator[Difference]:
    yield from compare_sheets(book, package)
    yield from _names(book, package)
    yield from _properties(book, package)
    yield from _parts(package)
    if package.from_1904:
        yield unlike(_WORKBOOK, "first year of dates", "1900", "1904")


def _names(book: Workbook, package: Package) -> Iterator[Difference]:
    names = dict(package.names)
    for name, formula in book.defined_names.items():
        expected, actual = formula.removeprefix("="), names.pop(name, MISSING)
        if actual != expected:
            yield unlike(_WORKBOOK, f"defined name {name}", expected, actual)
    for name, formula in names.items():
        yield unlike(_WORKBOOK, f"defined name {name}", NOTHING, formula)


def _properties(book: Workbook, package: Package) -> Iterator[Difference]:
    expected, actual = book.properties, package.properties
    created = datetime.combine(expected.created, time())
    compared = {
        "title": (expected.title, actual.title),
        "subject": (expected.subject, actual.subject),
        "author": (expected.author, actual.creator),
        "last author": (expected.author, actual.lastModifiedBy),
        "keywords": (expected.keywords, actual.keywords),
        "created": (created, actual.created),
        "modified": (created, actual.modified),
        "language": (expected.language, actual.language),
    }
    compared |= {
        name: ("", getattr(actual, name))
        for name in ("description", "category", "contentStatus", "identifier", "version")
    }
    for what, pair in compared.items():
        if (pair[0] or "") != (pair[1] or ""):
            yield unlike(_PROPERTIES, what, *(str(value or NOTHING) for value in pair))
    custom = {CONTENT: expected.content} if expected.content else {}
    for name in dict.fromkeys((*custom, *package.custom)):
        pair = (custom.get(name, NOTHING), package.custom.get(name, MISSING))
        if pair[0] != pair[1]:
            yield unlike(_PROPERTIES, f"custom property {name}", *pair)


def _parts(package: Package) -> Iterator[Difference]:
    for part, count in Counter(package.parts).items():
        if count > 1:
            yield unlike(_WORKBOOK, f"part {part}", "there once", f"there {count} times")
        if not _KNOWN_PARTS.fullmatch(part):
            yield unlike(_WORKBOOK, "part", NOTHING, part)
    for id_ in package.repeated:
        yield unlike(_WORKBOOK, f"relationship {id_}", "there once", "there several times")
