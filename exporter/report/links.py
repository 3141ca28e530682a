"""Links: from a cell to the passage that carries its fact, to another sheet, to the evidence page.

A browser follows a text fragment (`#:~:text=…`) to the first place where the page has those words,
letter case and the width of marks aside, from word to word. What follows from that:

- A passage goes into the link word for word. A long one is named by its ends, each of some length:
  a first clause such as "it was stated" is found long before, and the mark would start there.
- A quote that stands in its source more than once means the first place, in the check as in the
  browser; who means a later one quotes a neighbouring clause with it. The passages after a `…` are
  each found at their first place, too.
- Words before the quote that only the full text knows go into no workbook and no PDF, whose bytes
  must not depend on whether that text is at hand. The evidence page does know them.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from urllib.parse import quote as percent_encode

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import holds_any
from exporter.evidence.clauses import ELLIPSIS, split_clauses
from exporter.facts.words import Lang
from exporter.report.readable import ReadableText

EXCEL_URL_LIMIT = 2_079  # characters (Excel specifications; XlsxWriter refuses longer ones)
FORMULA_URL_LIMIT = 255  # characters of a text inside a formula (Excel specifications)
# Excel holds 65,530 hyperlinks a sheet. Each is an object beside its cell, slow to write and to
# open, so that formulas take their place long before.
HYPERLINKS_A_SHEET = 5_000

# A longer passage may run over the ends of paragraphs, which words taken literally must not.
LONGEST_LITERAL = 80
_ENDS = (20, 1)  # characters that an end of a long passage has at least; fewer where room is short
_MARK = re.compile(r"(?![0-9A-Za-z_.~])[\x00-\x7f]")  # of ASCII, what a fragment may not hold bare
_NEIGHBOUR = 10  # characters of a prefix or suffix, at least


@dataclass(frozen=True, slots=True)
class ColumnLinks:
    """What the cells of a column open: `links` or `formulas` of its Column; the other is None."""

    links: pa.ChunkedArray | None
    formulas: pa.ChunkedArray | None


def passage_url(
    url: str,
    quote: str,
    *,
    text: ReadableText | None = None,
    start: int = 0,
    limit: int = EXCEL_URL_LIMIT,
    ascii_only: bool = True,
) -> str:
    """The source's URL with a text fragment that makes a browser highlight the quote.

    Each passage (`…` joins passages) has a directive of its own. Where the limit is near, a passage
    is named by shorter ends, then by one of its clauses; then the link goes without it.

    Args:
        url: The source's address.
        quote: As the analyst wrote it.
        text: The source's full text where the link may depend on it: a passage whose words stand
            there earlier, too, is then given a prefix or a suffix.
        start: Where the quote begins in `text` as written, in characters.
        limit: The longest that the link may be.
        ascii_only: Whether letters beyond ASCII are percent-encoded, nine characters for a Chinese
            one; else they stand as they are, and the browser encodes them (RFC 3987).

    Source: WICG URL Fragment Text Directives, 3.2 (syntax), 3.4 (percent-encoding), 3.6 (finding).
    """
    link, joiner = url, fragment_mark(url)
    after = text.place(start) if text else 0
    for passage in ELLIPSIS.split(quote):
        around = ("", "")
        if text and (found := text.find(_core(passage), after)) >= 0:
            after = found + len(_core(passage))
            around = _neighbours(passage, text, found, after)
        directives = _directives(passage, *around, encode=encoder(ascii_only=ascii_only))
        longer = (f"{link}{joiner}text={directive}" for directive in directives)
        if fitting := next((one for one in longer if len(one) <= limit), ""):
            link, joiner = fitting, "&"
        elif _core(passage):
            break
    return link


def _doubled(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts as formulas have them between quotation marks."""
    if not holds_any(texts, b'"'):
        return texts
    return pc.replace_substring(texts, '"', '""')


def fragment_mark(url: str) -> str:
    """What stands between a URL and its first text directive."""
    return "&" if ":~:" in url else ":~:" if "#" in url else "#:~:"


def url_limit(links: int) -> int:
    """How long a URL may be on a worksheet with that many links in all."""
    return EXCEL_URL_LIMIT if links <= HYPERLINKS_A_SHEET else FORMULA_URL_LIMIT


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
    fits = pc.and_(*(pc.less_equal(pc.utf8_length(one), FORMULA_URL_LIMIT) for one in literals))
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
    found = id_
    while found in facts or (found != id_ and found in views):
        found = f"view-{found}"
    return found


def evidence_file(lang: Lang) -> str:
    """The name of the evidence page."""
    return f"evidence.{lang}.html"


def evidence_link(lang: Lang, target: str) -> str:
    """A link from a file beside the evidence page to an `anchor` on it."""
    return f"{evidence_file(lang)}#{percent_encode(target)}"


def sheet_link(sheet: str, cell: str = "A1") -> str:
    """A link to a cell of another sheet, in XlsxWriter's form."""
    return f"internal:{sheet_reference(sheet)}!{cell}"


def sheet_reference(sheet: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"


def _directives(
    passage: str, prefix: str, suffix: str, encode: Callable[[str], str]
) -> Iterator[str]:
    """What can name a passage, the most exact first."""
    before = f"{encode(prefix)}-," if prefix else ""
    after = f",-{encode(suffix)}" if suffix else ""
    core = _core(passage)
    literal = before + encode(core) + after
    if 0 < len(core) <= LONGEST_LITERAL:
        yield literal
    for least in _ENDS:
        if ends := _ends(passage, least):
            yield before + ",".join(map(encode, ends))
    clauses = [passage[clause.start : clause.end] for clause in split_clauses(passage)]
    yield from [literal] * bool(clauses)
    yield from map(encode, sorted(clauses, key=len, reverse=True))


def _ends(passage: str, least: int) -> tuple[str, ...]:
    """The first and the last clauses of a passage, or () where nothing stands between them.

    Each is at least `least` characters long.
    """
    clauses = list(split_clauses(passage))
    if not clauses:
        return ()
    first, last = clauses[0].start, clauses[-1].end
    head = next((one.end for one in clauses if one.end - first >= least), last)
    tail = next((one.start for one in reversed(clauses) if last - one.start >= least), first)
    return (passage[first:head], passage[tail:last]) if head < tail else ()


def _core(passage: str) -> str:
    """A passage without the marks around it; "" where it has no words."""
    clauses = list(split_clauses(passage))
    return passage[clauses[0].start : clauses[-1].end] if clauses else ""


def _neighbours(passage: str, text: ReadableText, start: int, end: int) -> tuple[str, str]:
    """A prefix or a suffix for the passage from `start` to `end` of `text`.

    None where the first place with its first words is the passage itself, as it mostly is.
    """
    ends = _ends(passage, _ENDS[0]) if end - start > LONGEST_LITERAL else ()
    if text.find((*ends, _core(passage))[0]) == start:
        return "", ""
    before = text.words[text.words.rfind("\n", 0, start) + 1 : start]
    if clauses := list(split_clauses(before)):
        near = (one.start for one in reversed(clauses) if len(before) - one.start >= _NEIGHBOUR)
        return before[next(near, clauses[0].start) :].strip(), ""
    after = text.words[end:].partition("\n")[0]
    stops = [one.end for one in split_clauses(after)]
    return "", after[: next((stop for stop in stops if stop >= _NEIGHBOUR), 0)].strip()


def encoder(*, ascii_only: bool) -> Callable[[str], str]:
    """What percent-encodes the words of a text fragment."""
    return _encode if ascii_only else _encode_marks


def _encode(text: str) -> str:
    # "-" marks a prefix or suffix in a fragment and is left alone by percent_encode.
    return percent_encode(text, safe="").replace("-", "%2D")


def _encode_marks(text: str) -> str:
    return _MARK.sub(lambda mark: f"%{ord(mark[0]):02X}", text)
