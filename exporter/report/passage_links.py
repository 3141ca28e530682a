"""Columns of links to passages, for hundreds of thousands of quotes.

`passage_url` links one quote. That takes too long for so many, most of which are plain: one
passage, short enough to stand in the link word for word. `PassageLinks` makes the links of columns
of those at once, and has the others from `passage_url`.

Words before the quote that only the full text knows go into no workbook; the evidence page does
know them. Where the source writes the quote otherwise (white space, lines), both know its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import Bytes, Integers, Mask, holds_any, text_bytes, text_offsets, truths
from exporter.evidence.clauses import ELLIPSIS
from exporter.evidence.sources import Source
from exporter.facts.table import map_distinct
from exporter.report.links import HYPERLINKS_A_SHEET, url_limit
from exporter.report.source_links import source_url
from exporter.report.text_fragments import (
    LONGEST_LITERAL,
    MARKS,
    directive_begin,
    encoder,
    passage_url,
)

_FREQUENT_MARKS = ("%", " ", ",", "-")  # the per cent sign comes first: encoding makes more of it
_RARE_MARKS = "".join(mark for mark in MARKS if mark not in _FREQUENT_MARKS).encode()
_TRAILING = "。，；：！？、,.:;!? "  # at the end of a quote they belong to no clause
_ELLIPSIS_BEGINS, _DOT = 0xE2, 0x2E  # bytes of UTF-8
# The first bytes of letters and digits, and of Chinese characters (U+4000 to U+9FFF, of three).
_LETTERS = np.zeros(256, np.bool_)
_LETTERS[[code for code in range(128) if chr(code).isalnum()]] = True
_CHINESE = np.zeros(256, np.bool_)
_CHINESE[0xE4:0xEA] = True


@dataclass(frozen=True, slots=True)
class PassageLinks:
    """How the passages of a sheet are linked.

    Attributes:
        urls: The address of each source, by its id; one that has none stands not among them.
        links: How many links the sheet has in all.
        words: The source's own words of quotes that differ, by source and quote.
        paged: The sources that open at a page, and not at words, by their ids.
    """

    urls: Mapping[str, str]
    links: int
    words: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    paged: Mapping[str, Source] = field(default_factory=dict)

    @property
    def ascii_only(self) -> bool:
        """Whether links are hyperlinks; in formulas, short as they are, letters stand plain."""
        return self.links <= HYPERLINKS_A_SHEET

    def of(self, sources: pa.ChunkedArray, quotes: pa.ChunkedArray) -> pa.ChunkedArray:
        """The link of each quote, as `passage_url` makes it; null where its source has no URL."""
        core = quotes
        if not all(_end_plainly(chunk).all() for chunk in quotes.chunks):
            core = pc.utf8_rtrim(quotes, _TRAILING)
        begin = map_distinct(sources, self._begin, pa.string())
        links = pc.binary_join_element_wise(begin, self._encoded(core), "")
        plain = pc.and_(_is_plain(core), pc.less_equal(pc.utf8_length(core), LONGEST_LITERAL))
        plain = pc.and_(plain, pc.less_equal(pc.utf8_length(links), url_limit(self.links)))
        plain = pc.fill_null(plain, False)
        if self.paged:
            plain = pc.and_not(plain, pc.is_in(sources, pa.array(self.paged, pa.string())))
        if self.words:
            own = pa.array({quote for _, quote in self.words}, pa.string())
            plain = pc.and_not(plain, pc.is_in(quotes, own))
        if pc.all(plain).as_py():
            return links
        others = pc.invert(plain).combine_chunks()
        made = self._one_by_one(sources.filter(others), quotes.filter(others))
        return pa.chunked_array([pc.replace_with_mask(links.combine_chunks(), others, made)])

    def _begin(self, source: str) -> str | None:
        url = self.urls.get(source)
        return None if url is None else directive_begin(url)

    def _encoded(self, words: pa.ChunkedArray) -> pa.ChunkedArray:
        """Words as a fragment holds them."""
        encode = encoder(ascii_only=self.ascii_only)
        if self.ascii_only or holds_any(words, _RARE_MARKS):
            return map_distinct(words, encode, pa.string())
        for mark in _FREQUENT_MARKS:
            if holds_any(words, mark.encode()):
                words = pc.replace_substring(words, mark, encode(mark))
        return words

    def _one_by_one(self, sources: pa.ChunkedArray, quotes: pa.ChunkedArray) -> pa.Array:
        """The links of quotes that are not plain, each distinct one made once."""
        pairs = list(zip(sources.to_pylist(), quotes.to_pylist(), strict=True))
        links = {pair: self._link(*pair) for pair in dict.fromkeys(pairs)}
        return pa.array([links[pair] for pair in pairs], pa.string())

    def _link(self, source: str, quote: str) -> str | None:
        if source not in self.urls:
            return None
        limit = url_limit(self.links)
        if source in self.paged:
            return source_url(self.paged[source], quote, limit=limit)
        words = self.words.get((source, quote), ())
        return passage_url(
            self.urls[source], quote, words=words, limit=limit, ascii_only=self.ascii_only
        )


def _is_plain(quotes: pa.ChunkedArray) -> pa.ChunkedArray:
    """Which quotes go from a letter to a letter, with nothing in them that joins passages."""
    ends = [_begin_plainly(chunk) & _end_plainly(chunk) for chunk in quotes.chunks]
    plain = pa.chunked_array([truths(mask) for mask in ends], pa.bool_())
    if any(_may_be_joined(text_bytes(chunk)) for chunk in quotes.chunks):
        plain = pc.and_not(plain, pc.match_substring_regex(quotes, ELLIPSIS.pattern))
    return plain


def _begin_plainly(texts: pa.Array) -> Mask:
    """Which texts begin with a letter, a digit or a Chinese character."""
    data, offsets = text_bytes(texts), text_offsets(texts)
    first = _byte_at(data, offsets[:-1] - offsets[0])
    plain: Mask = (np.diff(offsets) > 0) & (_LETTERS | _CHINESE)[first]
    return plain


def _end_plainly(texts: pa.Array) -> Mask:
    """Which texts end with one, or with a per cent sign."""
    data, offsets = text_bytes(texts), text_offsets(texts)
    end, length = offsets[1:] - offsets[0], np.diff(offsets)
    last, third_last = _byte_at(data, end - 1), _byte_at(data, end - 3)
    plain: Mask = (length > 0) & (_LETTERS[last] | (last == ord("%")))
    plain |= (length > 2) & (last >= 0x80) & _CHINESE[third_last]
    return plain


def _byte_at(data: Bytes, places: Integers) -> Bytes:
    """The bytes at these places; where one lies outside, any."""
    if not len(data):
        return np.zeros(len(places), np.uint8)
    octets: Bytes = data[np.clip(places, 0, len(data) - 1)]
    return octets


def _may_be_joined(data: Bytes) -> bool:
    dots = data == _DOT
    return bool((data == _ELLIPSIS_BEGINS).any() or (dots[:-1] & dots[1:]).any())
