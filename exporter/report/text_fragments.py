"""Text fragments: the link that makes a browser highlight a quote in its source.

A browser follows a text fragment (`#:~:text=…`) to the first place where the page has those words,
letter case and the width of marks aside, from word to word. So a passage goes into the link word
for word. A long one is named by its ends, each of some length: a first clause such as "it was
stated" is found long before, and the mark would start there.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from urllib.parse import quote as percent_encode

from exporter import limits
from exporter.evidence.clauses import ELLIPSIS, split_clauses

# A longer passage may run over the ends of paragraphs, which words taken literally must not.
LONGEST_LITERAL = 80
_ENDS = (20, 1)  # characters that an end of a long passage has at least; fewer where room is short
# Of ASCII, what a fragment may not hold bare; "-" marks a prefix or a suffix there.
MARKS = "".join(
    chr(code) for code in range(128) if not chr(code).isalnum() and chr(code) not in "_.~"
)
_MARK = re.compile(f"[{re.escape(MARKS)}]")


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
    link, encode = url, encoder(ascii_only=ascii_only)
    known = zip(chain(around, repeat(("", ""))), chain(words, repeat(())))  # noqa: B905 - endless
    for passage, (sides, own) in zip(ELLIPSIS.split(quote), known):  # noqa: B905 - endless
        begin = directive_begin(link)
        named = own[0] if len(own) == 1 else passage
        directives = _directives(named, *sides, encode=encode)
        if len(own) > 1:
            directives = chain(_ranges(own, *sides, encode=encode), map(encode, own))
        links = (begin + directive for directive in directives)
        if fitting := next((longer for longer in links if len(longer) <= limit), ""):
            link = fitting
        elif core(passage):
            break
    return link


def directive_begin(url: str) -> str:
    """A URL up to the words of a text directive that comes behind all that it has."""
    mark = "&" if ":~:" in url else ":~:" if "#" in url else "#:~:"
    return f"{url}{mark}text="


def _directives(
    passage: str, prefix: str, suffix: str, encode: Callable[[str], str]
) -> Iterator[str]:
    """What can name a passage, the most exact first."""
    before = f"{encode(prefix)}-," if prefix else ""
    after = f",-{encode(suffix)}" if suffix else ""
    whole = core(passage)
    literal = before + encode(whole) + after
    if 0 < len(whole) <= LONGEST_LITERAL:
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


def first_words(passage: str) -> str:
    """The words of a passage that a browser looks for first: all, or those of a long one's head."""
    whole = core(passage)
    ends = _ends(passage, _ENDS[0]) if len(whole) > LONGEST_LITERAL else ()
    return (*ends, whole)[0]


def core(passage: str) -> str:
    """A passage without the marks around it; "" where it has no words."""
    clauses = list(split_clauses(passage))
    return passage[clauses[0].start : clauses[-1].end] if clauses else ""


def encoder(*, ascii_only: bool) -> Callable[[str], str]:
    """What percent-encodes the words of a text fragment."""
    return _encode if ascii_only else _encode_marks


def _encode(text: str) -> str:
    # percent_encode leaves "-" alone.
    return percent_encode(text, safe="").replace("-", "%2D")


def _encode_marks(text: str) -> str:
    return _MARK.sub(lambda mark: f"%{ord(mark[0]):02X}", text)
