"""Links to the passages that a column of quotes is from.

Each is the link that `passage_url` makes; but that looks at one quote at a time, which takes too
long for hundreds of thousands. A plain quote is named word for word: columns of them are at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.arrow import holds_any
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
_LETTER = r"[0-9A-Za-z\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}]"
# From a letter to a letter or a per cent sign, with nothing that joins passages.
_PLAIN = rf"^{_LETTER}(?:.*(?:{_LETTER}|[%％]))?$"
_JOINED = r"…|\.\."
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
        core = pc.utf8_rtrim(quotes, _ENDS)
        plain = pc.and_not(
            pc.match_substring_regex(core, _PLAIN), pc.match_substring_regex(quotes, _JOINED)
        )
        plain = pc.and_(plain, pc.less_equal(pc.utf8_length(core), LONGEST_LITERAL))
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
