"""Links from a cell to the passage that carries its fact."""

from urllib.parse import quote as percent_encode

from exporter.evidence.clauses import ELLIPSIS, split_clauses

EXCEL_URL_LIMIT = 2_079  # characters (Excel specifications; XlsxWriter refuses longer ones)


def passage_url(url: str, quote: str) -> str:
    """The source's URL with a text fragment that makes a browser highlight the quote.

    A passage of several clauses is named by its first and last one, which survives line breaks and
    mark-up between them. A URL that Excel could not hold keeps as many passages as fit.

    Source: WICG Scroll to Text Fragment, 3.1 (syntax), 3.3 (what must be percent-encoded).
    """
    link, joiner = url, "&" if ":~:" in url else ":~:" if "#" in url else "#:~:"
    for passage in ELLIPSIS.split(quote):
        clauses = [passage[clause.start : clause.end] for clause in split_clauses(passage)]
        if not clauses:
            continue
        ends = clauses if len(clauses) == 1 else [clauses[0], clauses[-1]]
        longer = f"{link}{joiner}text={','.join(_encode(end) for end in ends)}"
        if len(longer) > EXCEL_URL_LIMIT:
            break
        link, joiner = longer, "&"
    return link


def sheet_link(sheet: str, cell: str = "A1") -> str:
    """A link to a cell of another sheet, in XlsxWriter's form."""
    return f"internal:{sheet_reference(sheet)}!{cell}"


def sheet_reference(sheet: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"


def _encode(text: str) -> str:
    # "-" marks a prefix or suffix in a fragment and is left alone by percent_encode.
    return percent_encode(text, safe="").replace("-", "%2D")
