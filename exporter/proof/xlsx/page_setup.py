"""How a sheet is printed: as read, and as it was laid out, in the same words."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from exporter.proof.difference import NOTHING, Difference, unlike
from exporter.proof.xlsx.cell_words import cell_name
from exporter.report.xlsx.model import SIDE_MARGIN, Sheet

_SETUP = ("paperSize", "orientation", "scale", "fitToWidth", "fitToHeight", "pageOrder",
          "blackAndWhite", "draft", "cellComments", "errors", "firstPageNumber")  # fmt: skip
_USUAL = {"scale": "100", "fitToWidth": "1", "fitToHeight": "1", "pageOrder": "downThenOver",
          "blackAndWhite": "0", "draft": "0"}  # fmt: skip
_SIDES = ("left", "right")
_BREAKS = {"colBreaks": "column breaks", "rowBreaks": "row breaks"}


def read_page(root: Element) -> Mapping[str, str]:
    """What a worksheet says of how it is printed; what it does not say is not named.

    Args:
        root: The worksheet without its rows.
    """
    said: dict[str, str] = {}
    for setup in root.iterfind("{*}pageSetup"):
        said |= {key: setup.get(key, "") for key in _SETUP if setup.get(key)}
    for margins in root.iterfind("{*}pageMargins"):
        said |= {f"{side} margin": margins.get(side, "") for side in _SIDES}
    for fit in root.iterfind("{*}sheetPr/{*}pageSetUpPr"):
        said["fitted to pages"] = fit.get("fitToPage", "0")
    for part, called in _BREAKS.items():
        places = [brk.get("id", "") for brk in root.iterfind(f"{{*}}{part}/{{*}}brk")]
        said |= {called: ", ".join(places)} if places else {}
    return {key: text for key, text in said.items() if text != _USUAL.get(key, "0")}


def compare_page(
    sheet: Sheet, paper: int, page: Mapping[str, str], titles: tuple[str, str]
) -> Iterator[Difference]:
    """Compare how a sheet is printed with what was laid out.

    Args:
        sheet: As laid out.
        paper: Excel's number of what it is printed on.
        page: As `read_page` gives it.
        titles: The columns and rows that are repeated on every page, as `A:A` and `4:4`.
    """
    expected = dict(_expected(sheet, paper))
    actual = dict(page) | {"repeated columns": titles[0], "repeated rows": titles[1]}
    for what in dict.fromkeys((*expected, *actual)):
        both = (expected.get(what, ""), actual.get(what, "").replace("$", ""))
        if both[0] != both[1]:
            yield unlike(f"{sheet.name} (page)", what, *(text or NOTHING for text in both))


def _expected(sheet: Sheet, paper: int) -> Iterator[tuple[str, str]]:
    yield "paperSize", str(paper)
    yield "orientation", "landscape"
    yield from ((f"{side} margin", f"{SIDE_MARGIN:g}") for side in _SIDES)
    tops = {table.first_row + 1 for table in sheet.tables}
    if len(tops) == 1:  # another table's header would be wrong above the rows of one further down
        yield from (("repeated rows", f"{row}:{row}") for row in tops)
    if sheet.pages is None:
        yield from (("fitted to pages", "1"), ("fitToHeight", "0"))
        return
    yield "pageOrder", "overThenDown"
    if sheet.pages.scale != 100:
        yield "scale", str(sheet.pages.scale)
    if sheet.pages.breaks:
        yield "column breaks", ", ".join(map(str, sheet.pages.breaks))
    if sheet.pages.repeated:
        first, last = cell_name(0, 0)[0], cell_name(0, sheet.stub - 1)[0]
        yield "repeated columns", f"{first}:{last}"
