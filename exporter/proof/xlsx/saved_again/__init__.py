"""Workbooks that an office program has saved again, by their values, units, texts and links.

What such programs change by themselves is not told: how formats, links and formulas are spelt,
fonts, widths, styles, the order of parts. Nor is what people do without changing a figure: sort,
filter, hide, move columns.

sheet.py           a sheet: its head, its tables, what stands besides
columns.py         where a table's columns stand by now
row_pairs.py       which row is which, in whatever order
cell_comparison.py what two cells hold and show
number_formats.py  what a number format shows
link_targets.py    what a link opens
formulas.py        what a formula computes
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exporter.proof.difference import MISSING, Difference, in_file, unlike, unreadable
from exporter.proof.xlsx.package import Package, open_package
from exporter.proof.xlsx.saved_again.sheet import Reading, SheetFindings, compare_saved_sheet
from exporter.proof.xlsx.sheets import MOST_DIFFERENCES, pair_sheets
from exporter.proof.xlsx.table_rows import Placed
from exporter.report.xlsx.model import Sheet, Workbook


@dataclass(frozen=True, slots=True)
class SavedAgain:
    """What a comparison of such a workbook finds.

    Attributes:
        differences: In what its cells hold, show and open.
        additions: What is not of the report, in words: `the sheet Notes`.
        stale_links: By sheet, how many links have stayed in their cells where rows have moved.
    """

    differences: tuple[Difference, ...]
    additions: tuple[str, ...] = ()
    stale_links: tuple[tuple[str, int], ...] = ()


def compare_saved_again(book: Workbook, path: Path) -> SavedAgain:
    """Compare a workbook with what was laid out, by all that its cells hold, show and open.

    Results of formulas follow from cells; they are compared where no cell differs.

    Args:
        book: As laid out.
        path: The file, saved by whichever program.

    Raises:
        OSError: The file is not there, or may not be read.
    """
    with path.open("rb"):
        pass  # whether it is there, and may be read, is not for the file's readers to say
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl does not read, which is not compared
        try:
            with open_package(path) as package:
                found = _compare(book, package)
        except Exception as error:  # whatever it is, the readers stumble over what is in the file
            return SavedAgain((unreadable(path.name, error),))
    differences = list(found.differences)
    if len(differences) > MOST_DIFFERENCES:
        more = f"more than {MOST_DIFFERENCES:,}; the others are not told"
        differences[MOST_DIFFERENCES:] = [unlike("workbook", "number of differences", "0", more)]
    return replace(found, differences=tuple(in_file(path.name, differences)))


def find_workbook(books: Sequence[Workbook], path: Path) -> Workbook | None:
    """The workbook that a file under another name is a copy of: that with most of its sheets.

    Args:
        books: As laid out.
        path: The file.

    Returns:
        None where none has half of its sheets in the file, or it is no workbook.

    Raises:
        OSError: The file may not be read.
    """
    with path.open("rb"):
        pass  # as above
    try:
        with open_package(path) as package:
            names = {sheet.name for sheet in package.sheets}
    except Exception:  # whatever it is, it is no copy of a workbook
        return None

    def share(book: Workbook) -> float:
        return sum(sheet.name in names for sheet in book.sheets) / len(book.sheets)

    best = max(books, key=share, default=None)
    return best if best is not None and share(best) >= 0.5 else None


def _compare(book: Workbook, package: Package) -> SavedAgain:
    paired = pair_sheets(book.sheets, package)
    names = {package.sheets[to].name: book.sheets[at].name for at, to in paired.items()}
    reading = Reading(package, package.looks(book), names)
    differences: list[Difference] = []
    sheets: list[tuple[Sheet, SheetFindings]] = []
    for at, sheet in enumerate(book.sheets):
        if at not in paired:
            differences.append(unlike(f"{sheet.name} (sheet)", "sheet", sheet.name, MISSING))
            continue
        actual = package.sheets[paired[at]]
        if actual.name != sheet.name:
            place = f"{sheet.name} (sheet)"
            differences.append(unlike(place, "name", sheet.name, actual.name))
        found = compare_saved_sheet(sheet, actual, reading)
        differences += _in_order(found.differences)
        sheets.append((sheet, found))
    if not differences:
        for _, found in sheets:
            differences += _in_order(found.results)
    others = [sheet.name for to, sheet in enumerate(package.sheets) if to not in paired.values()]
    additions = [f"the sheet {name}" for name in others]
    additions += (addition for _, found in sheets for addition in found.additions)
    stale = ((sheet.name, found.stale_links) for sheet, found in sheets if found.stale_links)
    return SavedAgain(tuple(differences), tuple(additions), tuple(stale))


def _in_order(told: Sequence[Placed]) -> list[Difference]:
    """Differences from above, and from left to right."""
    return [one.difference for one in sorted(told, key=lambda one: (one.row, one.column))]
