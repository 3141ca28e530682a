"""Where the source of a quote opens: a page of the web at the words, a PDF at the page.

Source: Adobe, Parameters for Opening PDF Files (`#page=`), which every browser's viewer knows.
"""

from collections.abc import Sequence

from exporter import limits
from exporter.evidence.quotes import verify_quote
from exporter.evidence.sources import Source
from exporter.report.text_fragments import passage_url


def source_url(
    source: Source,
    quote: str,
    *,
    around: Sequence[tuple[str, str]] = (),
    words: Sequence[tuple[str, ...]] = (),
    limit: int = limits.URL,
    ascii_only: bool = True,
) -> str:
    """The address of a source, at a quote; "" where it has none.

    Args:
        source: The source.
        quote: As the analyst wrote it.
        around: As for `passage_url`, and so are those that follow.
        words: The source's own.
        limit: The longest that the link may be.
        ascii_only: Whether letters beyond ASCII are percent-encoded.
    """
    url = source.record.url
    if url is None:
        return ""
    if opens_at_page(source):
        page = page_of(source, quote)
        link = f"{url.partition('#')[0]}#page={page}"
        return link if page and len(link) <= limit else url
    return passage_url(url, quote, around=around, words=words, limit=limit, ascii_only=ascii_only)


def opens_at_page(source: Source) -> bool:
    """Whether what a source's address leads to opens at a page, and not at words."""
    return source.record.kind == "pdf"


def page_of(source: Source, quote: str) -> int:
    """On which page of its source a quote begins, from 1; 0 where the source has no pages."""
    if not source.record.pages:
        return 0
    spans = verify_quote(quote, source, brief=True).spans
    return source.record.page_of(spans[0][0]) if spans else 0
