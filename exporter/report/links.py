"""Links: from a cell to another sheet, to the evidence page, or to whatever has a URL."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote as percent_encode

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import holds_any
from exporter.facts.words import Lang
from exporter.limits import FORMULA_STRING, URL

# Excel holds more, `limits.HYPERLINKS`. Each is an object beside its cell, slow to write and to
# open, so that formulas take their place long before.
HYPERLINKS_A_SHEET = 5_000


@dataclass(frozen=True, slots=True)
class ColumnLinks:
    """What the cells of a column open: `links` or `formulas` of its Column; the other is None."""

    links: pa.ChunkedArray | None
    formulas: pa.ChunkedArray | None


def url_limit(links: int) -> int:
    """How long a URL may be on a worksheet with that many links in all."""
    return URL if links <= HYPERLINKS_A_SHEET else FORMULA_STRING


def column_links(urls: pa.ChunkedArray, shown: pa.ChunkedArray, links: int) -> ColumnLinks:
    """Links for a column's cells; HYPERLINK formulas where the sheet has too many to be links.

    Args:
        urls: What each cell opens, no longer than `url_limit(links)`, or null.
        shown: What each cell shows: the cached result of its formula.
        links: How many links the sheet has in all.
    """
    if links <= HYPERLINKS_A_SHEET:
        return ColumnLinks(urls, None)
    literals = [_doubled(column) for column in (urls, shown)]
    formulas = pc.binary_join_element_wise(
        '=HYPERLINK("', literals[0], '","', literals[1], '")', ""
    )
    fits = pc.and_(
        *(pc.less_equal(pc.utf8_length(literal), FORMULA_STRING) for literal in literals)
    )
    if not pc.all(fits).as_py():
        formulas = pc.if_else(fits, formulas, None)
    return ColumnLinks(None, formulas)


def anchor(id_: str, facts: Collection[str] = (), views: Collection[str] = ()) -> str:
    """The anchor of a fact or a view on the evidence page: its id.

    A view that shares its id with a fact is `view-<id>` there; a fact never moves.

    Args:
        id_: Of a fact; or of a view, and then with
        facts: the ids of all facts, and
        views: the ids of all views.
    """
    name = id_
    while name in facts or (name != id_ and name in views):
        name = f"view-{name}"
    return name


def evidence_file(lang: Lang) -> str:
    """The name of the evidence page."""
    return f"evidence.{lang}.html"


def evidence_link(lang: Lang, target: str) -> str:
    """A link from a PDF beside the evidence page to an `anchor` on it.

    Chromium's viewer takes a link that begins with `evidence.en.html` for the name of a host, and
    opens http://evidence.en.html/; behind `./` it cannot be one.
    """
    return f"./{evidence_file(lang)}#{percent_encode(target)}"


def sheet_link(sheet: str, cell: str = "A1") -> str:
    """A link to a cell of another sheet, in XlsxWriter's form."""
    return f"internal:{sheet_reference(sheet)}!{cell}"


def sheet_reference(sheet: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"


def cell_range(sheet: str, column: int, first_row: int, last_row: int) -> str:
    """The cells of a column as formulas name them: `'Sheet'!$B$5:$B$20`.

    Args:
        sheet: The sheet's name.
        column: The column's index.
        first_row: The index of the first row.
        last_row: That of the last one.
    """
    letters = column_name(column)
    return f"{sheet_reference(sheet)}!${letters}${first_row + 1}:${letters}${last_row + 1}"


def column_name(index: int) -> str:
    """A column's letters: A, Z, AA."""
    letters, rest = "", index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _doubled(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts as formulas have them between quotation marks."""
    if not holds_any(texts, b'"'):
        return texts
    return pc.replace_substring(texts, '"', '""')
