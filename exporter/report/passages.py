"""Links to the passages that a column of quotes is from.

Each is the link that `passage_url` makes; but that looks at one quote at a time, which takes too
long for hundreds of thousands. A plain quote is named word for word: columns of them are at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import Bytes, Integers, Mask, holds_any, text_bytes, text_offsets, truths
from exporter.facts.table import KEY_SEPARATOR, map_distinct
from exporter.report.links import (
    HYPERLINKS_A_SHEET,
    LONGEST_LITERAL,
    encoder,
    fragment_mark,
    passage_url,
    url_limit,
)

_ENDS = "。，；：！？、,.:;!? "  # at the end of a quote they belong to no clause
_JOINED = r"…|\.\."
_ELLIPSIS_BEGINS, _DOT = 0xE2, 0x2E  # bytes of UTF-8
# The first bytes of letters and digits, and of Chinese characters (U+4000 to U+9FFF, of three).
_LETTERS = np.zeros(256, np.bool_)
_LETTERS[[code for code in range(128) if chr(code).isalnum()]] = True
_CHINESE = np.zeros(256, np.bool_)
_CHINESE[0xE4:0xEA] = True
_FREQUENT = ("%", " ", ",", "-")  # marks to encode, the per cent sign before it comes of others
_RARE = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) not in "_.~% ,-")


@dataclass(frozen=True, slots=True)
class PassageLinks:
    """How the passages of a sheet are linked.

    Attributes:
        urls: The address of each source, by its id.
        links: How many links the sheet has in all.
    """

    urls: Mapping[str, str]
    links: int

    @property
    def ascii_only(self) -> bool:
        """Whether links are hyperlinks; in formulas, short as they are, letters stand plain."""
        return self.links <= HYPERLINKS_A_SHEET

    def of(self, sources: pa.ChunkedArray, quotes: pa.ChunkedArray) -> pa.ChunkedArray:
        """The URL of each quote's passage; null where its source has no address."""
        limit = url_limit(self.links)
        core = quotes
        if not all(_end_plainly(chunk).all() for chunk in quotes.chunks):
            core = pc.utf8_rtrim(quotes, _ENDS)
        plain = pc.and_(_is_plain(core), pc.less_equal(pc.utf8_length(core), LONGEST_LITERAL))
        begin = map_distinct(sources, self._begin, pa.string())
        link = pc.binary_join_element_wise(begin, self._encoded(core), "")
        plain = pc.fill_null(pc.and_(plain, pc.less_equal(pc.utf8_length(link), limit)), False)
        if pc.all(plain).as_py():
            return link
        key = pc.binary_join_element_wise(sources, quotes, KEY_SEPARATOR)
        others = map_distinct(pc.if_else(plain, None, key), self._one(limit), pa.string())
        return pc.if_else(plain, link, others)

    def _begin(self, source: str) -> str | None:
        url = self.urls.get(source)
        return None if url is None else f"{url}{fragment_mark(url)}text="

    def _encoded(self, words: pa.ChunkedArray) -> pa.ChunkedArray:
        """Words as a fragment holds them."""
        encode = encoder(ascii_only=self.ascii_only)
        if self.ascii_only or holds_any(words, _RARE):
            return map_distinct(words, encode, pa.string())
        for mark in _FREQUENT:
            if holds_any(words, mark.encode()):
                words = pc.replace_substring(words, mark, encode(mark))
        return words

    def _one(self, limit: int) -> Callable[[str], str | None]:
        def url(key: str) -> str | None:
            source, _, quote = key.partition(KEY_SEPARATOR)
            if source not in self.urls:
                return None
            return passage_url(self.urls[source], quote, limit=limit, ascii_only=self.ascii_only)

        return url


def _is_plain(quotes: pa.ChunkedArray) -> pa.ChunkedArray:
    """Which quotes go from a letter to a letter, with nothing in them that joins passages."""
    ends = [_begin_plainly(chunk) & _end_plainly(chunk) for chunk in quotes.chunks]
    plain = pa.chunked_array([truths(mask) for mask in ends], pa.bool_())
    if any(_may_be_joined(text_bytes(chunk)) for chunk in quotes.chunks):
        plain = pc.and_not(plain, pc.match_substring_regex(quotes, _JOINED))
    return plain


def _begin_plainly(texts: pa.Array) -> Mask:
    """Which texts begin with a letter, a digit or a Chinese character."""
    data, offsets = text_bytes(texts), text_offsets(texts)
    first = _byte_at(data, offsets[:-1] - offsets[0])
    found: Mask = (np.diff(offsets) > 0) & (_LETTERS | _CHINESE)[first]
    return found


def _end_plainly(texts: pa.Array) -> Mask:
    """Which texts end with one, or with a per cent sign."""
    data, offsets = text_bytes(texts), text_offsets(texts)
    end, length = offsets[1:] - offsets[0], np.diff(offsets)
    last, third_last = _byte_at(data, end - 1), _byte_at(data, end - 3)
    found: Mask = (length > 0) & (_LETTERS[last] | (last == ord("%")))
    found |= (length > 2) & (last >= 0x80) & _CHINESE[third_last]
    return found


def _byte_at(data: Bytes, places: Integers) -> Bytes:
    """The bytes at these places; where one lies outside, any."""
    if not len(data):
        return np.zeros(len(places), np.uint8)
    found: Bytes = data[np.clip(places, 0, len(data) - 1)]
    return found


def _may_be_joined(data: Bytes) -> bool:
    dots = data == _DOT
    return bool((data == _ELLIPSIS_BEGINS).any() or (dots[:-1] & dots[1:]).any())
