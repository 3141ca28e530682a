"""Links to passages: from a quote to where a browser shows it in its source.

A browser follows a text fragment (`#:~:text=…`) to the first place where the page has those words,
letter case and the width of marks aside, from word to word. What follows from that:

- A passage goes into the link word for word. A long one is named by its ends, each of some length:
  a first clause such as "it was stated" is found long before, and the mark would start there.
- A quote that stands in its source more than once means the first place, in the check as in the
  browser; who means a later one quotes a neighbouring clause with it. The passages after a `…` are
  each found at their first place, too.
- Words before the quote that only the full text knows go into no workbook; the evidence page does
  know them. Where the source writes the quote otherwise (white space, lines), both know its words.

`passage_url` links one quote. That takes too long for hundreds of thousands, most of which are
plain: one passage, short enough to stand in the link word for word. `PassageLinks` makes the links
of columns of those at once, and has the others from `passage_url`.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, repeat
from urllib.parse import quote as percent_encode

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter import limits
from exporter.engine.arrow import Bytes, Integers, Mask, holds_any, text_bytes, text_offsets, truths
from exporter.evidence.clauses import ELLIPSIS, SOFT_HYPHEN, split_clauses, without_markup
from exporter.facts.table import map_distinct
from exporter.report.links import HYPERLINKS_A_SHEET, url_limit

# A longer passage may run over the ends of paragraphs, which words taken literally must not.
_LONGEST_LITERAL = 80
_ENDS = (20, 1)  # characters that an end of a long passage has at least; fewer where room is short
_NEIGHBOUR = 10  # characters of a prefix or suffix, at least
# Of ASCII, what a fragment may not hold bare; "-" marks a prefix or a suffix there.
_MARKS = "".join(
    chr(code) for code in range(128) if not chr(code).isalnum() and chr(code) not in "_.~"
)
_MARK = re.compile(f"[{re.escape(_MARKS)}]")
_FREQUENT_MARKS = ("%", " ", ",", "-")  # the per cent sign comes first: encoding makes more of it
_RARE_MARKS = "".join(mark for mark in _MARKS if mark not in _FREQUENT_MARKS).encode()

# What stands between words that a browser finds one by one, but not together; a word to which a
# raised digit is glued is another word there.
_UNFOUND = re.compile(
    r"\s*[\r\n\u2028\u2029]\s*|[A-Za-z0-9.,]*(?:[\u00b2\u00b3\u00b9\u2070-\u2079]+|\[\d+\])"
)
_SOFT_HYPHEN = "\u00ad"
_TRAILING = "。，；：！？、,.:;!? "  # at the end of a quote they belong to no clause
_ELLIPSIS_BEGINS, _DOT = 0xE2, 0x2E  # bytes of UTF-8
# The first bytes of letters and digits, and of Chinese characters (U+4000 to U+9FFF, of three).
_LETTERS = np.zeros(256, np.bool_)
_LETTERS[[code for code in range(128) if chr(code).isalnum()]] = True
_CHINESE = np.zeros(256, np.bool_)
_CHINESE[0xE4:0xEA] = True


def passage_url(
    url: str,
    quote: str,
    *,
    around: Sequence[tuple[str, str]] = (),
    words: Sequence[tuple[str, ...]] = (),
    limit: int = limits.URL,
    ascii_only: bool = True,
) -> str:
    """The source's URL with a text fragment that makes a browser highlight the quote.

    Each passage (`…` joins passages) has a directive of its own. Where the limit is near, a passage
    is named by shorter ends, then by one of its clauses; then the link goes without it.

    Args:
        url: The source's address.
        quote: As the analyst wrote it.
        around: What `neighbours` gives, where the link may depend on the source's full text.
        words: What `own_words` gives, likewise.
        limit: The longest that the link may be.
        ascii_only: Whether letters beyond ASCII are percent-encoded, nine characters for a Chinese
            one; else they stand as they are, and the browser encodes them (RFC 3987).

    Source: WICG URL Fragment Text Directives, 3.2 (syntax), 3.4 (percent-encoding), 3.6 (finding).
    """
    link, encode = url, _encoder(ascii_only=ascii_only)
    known = zip(chain(around, repeat(("", ""))), chain(words, repeat(())))  # noqa: B905 - endless
    for passage, (sides, own) in zip(ELLIPSIS.split(quote), known):  # noqa: B905 - endless
        begin = _directive_begin(link)
        named = own[0] if len(own) == 1 else passage
        directives = _directives(named, *sides, encode=encode)
        if len(own) > 1:
            directives = chain(_ranges(own, *sides, encode=encode), map(encode, own))
        links = (begin + directive for directive in directives)
        if fitting := next((longer for longer in links if len(longer) <= limit), ""):
            link = fitting
        elif _core(passage):
            break
    return link


def neighbours(quote: str, text: "ReadableText", start: int) -> tuple[tuple[str, str], ...]:
    """For each passage of a quote, the words right before and behind it that a link needs.

    A passage whose words stand in the text earlier, too, has a prefix or a suffix.

    Args:
        quote: As the analyst wrote it.
        text: The source's full text.
        start: Where the quote begins in `text` as written, in characters.

    Returns:
        A pair for each passage, "" for none; an empty tuple where no passage has any.
    """
    after = text.place(start)
    found: list[tuple[str, str]] = []
    for passage in ELLIPSIS.split(quote):
        sides = ("", "")
        if (place := text.find(_core(passage), after)) >= 0:
            after = place + len(_core(passage))
            sides = _neighbours(passage, text, place, after)
        found.append(sides)
    return tuple(found) if any(map(any, found)) else ()


def own_words(
    quote: str, text: "ReadableText", start: int, end: int
) -> tuple[tuple[str, ...], ...]:
    """For the passage of a quote, the source's own words, which alone a browser finds.

    A quote is verified whatever its white space is, but a browser looks for it letter by letter.
    Where a line ends, a page may have a paragraph's end or a line break, and where a raised digit
    stands, a mark of a footnote: over these no words are found, but a range of first and last is.

    Args:
        quote: As the analyst wrote it.
        text: The source's full text.
        start: Where the quote begins in `text` as written, in characters.
        end: Where it ends there.

    Returns:
        An empty tuple where the quote's own words do, or where it joins passages.
    """
    if ELLIPSIS.search(quote):
        return ()
    first, last = text.place(start), text.place(end)
    written = text.words[first:last].replace(SOFT_HYPHEN, "")
    pieces = [_core(" ".join(piece.split())) for piece in _UNFOUND.split(written)]
    pieces = [piece for piece in pieces if piece]
    if not pieces or pieces == [_core(quote)]:
        return ()
    if len(pieces) == 1 or text.find_spaced(pieces[0]) == first:
        return (tuple(dict.fromkeys((pieces[0], pieces[-1]))),)
    # The first words stand elsewhere before; the longest stretch is the likeliest not to.
    return ((max(pieces, key=len),),)


def lands(quote: str, text: "ReadableText", start: int, end: int) -> bool:
    """Whether a link to a quote opens its source there, as far as the full text tells.

    Args:
        quote: As the analyst wrote it.
        text: The source's full text.
        start: Where the quote begins in `text` as written, in characters.
        end: Where it ends there.
    """
    if ELLIPSIS.search(quote) or neighbours(quote, text, start):
        return True
    passage = next(iter(own_words(quote, text, start, end)), (quote,))[0]
    ends = _ends(passage, _ENDS[0]) if len(passage) > _LONGEST_LITERAL else ()
    place = text.find_spaced((*ends, _core(passage))[0])
    return text.place(start) <= place < text.place(end)


@dataclass(frozen=True, slots=True)
class PassageLinks:
    """How the passages of a sheet are linked.

    Attributes:
        urls: The address of each source, by its id.
        links: How many links the sheet has in all.
        words: The source's own words of quotes that differ, by source and quote.
    """

    urls: Mapping[str, str]
    links: int
    words: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]] = field(default_factory=dict)

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
        plain = pc.and_(_is_plain(core), pc.less_equal(pc.utf8_length(core), _LONGEST_LITERAL))
        plain = pc.and_(plain, pc.less_equal(pc.utf8_length(links), url_limit(self.links)))
        plain = pc.fill_null(plain, False)
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
        return None if url is None else _directive_begin(url)

    def _encoded(self, words: pa.ChunkedArray) -> pa.ChunkedArray:
        """Words as a fragment holds them."""
        encode = _encoder(ascii_only=self.ascii_only)
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
        words = self.words.get((source, quote), ())
        return passage_url(
            self.urls[source], quote, words=words, limit=limit, ascii_only=self.ascii_only
        )


class ReadableText:
    """A source's text as a browser searches it: without mark-up, letter case aside."""

    def __init__(self, written: str) -> None:
        self.words = without_markup(written)
        self._written = written

    @cached_property
    def _folded(self) -> str:
        """As long as `words`: the few letters that are longer in lower case stay as they are."""
        folded = self.words.lower()
        if len(folded) == len(self.words):
            return folded
        return "".join(
            lower if len(lower := letter.lower()) == 1 else letter for letter in self.words
        )

    @cached_property
    def _left_out(self) -> list[int]:
        """Where the characters of mark-up stand in the text as written."""
        kept = iter(self.words)
        expected = next(kept, None)
        places = []
        for place, character in enumerate(self._written):
            if character == expected:
                expected = next(kept, None)
            else:
                places.append(place)
        return places

    def place(self, written: int) -> int:
        """The place in `words` of a place in the text as written."""
        return written - bisect_left(self._left_out, written)

    def find(self, words: str, after: int = 0) -> int:
        """Where `words` first stand at `after` or later, or -1."""
        return self._folded.find(words.lower(), after) if words else -1

    def find_spaced(self, words: str) -> int:
        """Where `words` first stand, whatever white space is between them, as on a page; or -1.

        Soft hyphens, which a page does not show, make no difference.
        """
        said = words.lower()
        between = ""
        if _SOFT_HYPHEN in self._folded or _SOFT_HYPHEN in said:
            said, between = said.replace(_SOFT_HYPHEN, ""), f"{_SOFT_HYPHEN}*"
        spelt = (between.join(map(re.escape, word)) for word in said.split())
        found = re.search(rf"{between}\s+{between}".join(spelt), self._folded)
        return found.start() if found and words else -1


def _directive_begin(url: str) -> str:
    """A URL up to the words of a text directive that comes behind all that it has."""
    mark = "&" if ":~:" in url else ":~:" if "#" in url else "#:~:"
    return f"{url}{mark}text="


def _directives(
    passage: str, prefix: str, suffix: str, encode: Callable[[str], str]
) -> Iterator[str]:
    """What can name a passage, the most exact first."""
    before = f"{encode(prefix)}-," if prefix else ""
    after = f",-{encode(suffix)}" if suffix else ""
    core = _core(passage)
    literal = before + encode(core) + after
    if 0 < len(core) <= _LONGEST_LITERAL:
        yield literal
    for least in _ENDS:
        if ends := _ends(passage, least):
            yield before + ",".join(map(encode, ends))
    clauses = [passage[clause.start : clause.end] for clause in split_clauses(passage)]
    yield from [literal] * bool(clauses)
    yield from map(encode, sorted(clauses, key=len, reverse=True))


def _ranges(
    ends: Sequence[str], prefix: str, suffix: str, encode: Callable[[str], str]
) -> Iterator[str]:
    """The directive of what goes from some words to others."""
    before = f"{encode(prefix)}-," if prefix else ""
    after = f",-{encode(suffix)}" if suffix else ""
    yield before + ",".join(map(encode, ends)) + after


def _ends(passage: str, least: int) -> tuple[str, ...]:
    """The first and the last clauses of a passage, or () where nothing stands between them.

    Each is at least `least` characters long.
    """
    clauses = list(split_clauses(passage))
    if not clauses:
        return ()
    first, last = clauses[0].start, clauses[-1].end
    head = next((clause.end for clause in clauses if clause.end - first >= least), last)
    tail = next(
        (clause.start for clause in reversed(clauses) if last - clause.start >= least), first
    )
    return (passage[first:head], passage[tail:last]) if head < tail else ()


def _core(passage: str) -> str:
    """A passage without the marks around it; "" where it has no words."""
    clauses = list(split_clauses(passage))
    return passage[clauses[0].start : clauses[-1].end] if clauses else ""


def _neighbours(passage: str, text: ReadableText, start: int, end: int) -> tuple[str, str]:
    """A prefix or a suffix for the passage from `start` to `end` of `text`.

    None where the first place with its first words is the passage itself, as it mostly is.
    """
    ends = _ends(passage, _ENDS[0]) if end - start > _LONGEST_LITERAL else ()
    if text.find((*ends, _core(passage))[0]) == start:
        return "", ""
    before = text.words[text.words.rfind("\n", 0, start) + 1 : start]
    if clauses := list(split_clauses(before)):
        starts = [clause.start for clause in reversed(clauses)]
        near = (start for start in starts if len(before) - start >= _NEIGHBOUR)
        return before[next(near, starts[-1]) :].strip(), ""
    after = text.words[end:].partition("\n")[0]
    stops = [clause.end for clause in split_clauses(after)]
    return "", after[: next((stop for stop in stops if stop >= _NEIGHBOUR), 0)].strip()


def _encoder(*, ascii_only: bool) -> Callable[[str], str]:
    """What percent-encodes the words of a text fragment."""
    return _encode if ascii_only else _encode_marks


def _encode(text: str) -> str:
    # percent_encode leaves "-" alone.
    return percent_encode(text, safe="").replace("-", "%2D")


def _encode_marks(text: str) -> str:
    return _MARK.sub(lambda mark: f"%{ord(mark[0]):02X}", text)


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
