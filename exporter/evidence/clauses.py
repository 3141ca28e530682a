"""Texts as clauses, and clauses as fingerprints.

A source's YAML holds no text, only the hashes of its clauses; a quote is verified when its clauses
are found one after another in that list.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

SHORTEST_QUOTE = 6  # characters after normalising; fewer do not identify a passage

_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
SOFT_HYPHEN = "\xad"  # where a line may end in a word; nobody sees it elsewhere
# Dropped when comparing: white space, quotation marks and title marks (typography differs from
# copy to copy), what nobody sees, what stands for a lost letter (copies have a gap or nothing), and
# the marks of Markdown emphasis and headings.
MARKS = f"""{_SPACES}"'`´“”‘’„‚«»‹›「」『』《》〈〉＂＇*#\u200b\u2060\ufeff\ufffd{SOFT_HYPHEN}"""
_DROPPED = re.compile(f"[{MARKS}]+")
_BETWEEN_DIGITS = re.compile(f"([0-9])[{MARKS}]+(?=[0-9])")
# Raised and lowered digits, and fractions; and the circled or bracketed numbers of lists, which
# would become a part of a number beside them, and of none elsewhere.
_HIGH = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2080-\u2089\u2150-\u215f"
_LISTED = "\u2460-\u249b\u24ea\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
_RAISED = re.compile(rf"([{_HIGH}]+|[{_LISTED}]+(?=\d)|(?<=\d)[{_LISTED}]+)")
_UNLIKE = re.compile(f"[{MARKS}{_HIGH}{_LISTED}]")
# Marks inside a figure, a name or an address (1,000.5, GPT-3.5, 10:30, https://…, 2014–2022) are no
# ends, also where Markdown emphasis stands between (2**.0**); nor is what makes a figure of the
# digit after it: a sign (–5) or a decimal point (.5). First what all of them begin with, which
# is quickly looked for.
_END = re.compile(
    r"(?=[。、；：！？（）【】〔〕［］｛｝…;!?()\[\]{}|\r\n，,.:–—―])"
    r"(?:(?:[。、；：！？（）【】〔〕［］｛｝…;!?()\[\]{}|\r\n]|，(?!(?<=[0-9]，)[0-9]{3}(?![0-9])))+"
    r"|(?<![0-9A-Za-z*])(?!\.[0-9])[,.:]+|[,.:]+(?![0-9A-Za-z*/])"
    r"|[–—―]{2,}|[–—―](?![0-9])|(?<![0-9])[—―])"
)
MARKUP = "*#`"  # marks of Markdown emphasis and headings
_MARKUP = re.compile(f"[{MARKUP}]+")
ELLIPSIS = re.compile(r"…+|\.{3,}")

Offsets = tuple[tuple[int, int], ...]  # first character, and the one behind


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a text: where it stands (offsets into the text) and its fingerprint."""

    start: int
    end: int
    fingerprint: str


def normalise(text: str) -> str:
    """`text` as it is compared: NFKC, without white space and quotation marks, case folded.

    Digits are never joined, nor raised ones lowered: 12 30 and 10² stay unlike 1230 and 102, and
    ①12 unlike 112.

    Source: Unicode Standard Annex 15 (NFKC); Unicode Standard, 3.13 (case folding).
    """
    if not text.isascii():
        text = text.replace(SOFT_HYPHEN, "")
        if _RAISED.search(text):
            pieces = _RAISED.split(text)
            pieces[::2] = (unicodedata.normalize("NFKC", piece) for piece in pieces[::2])
            text = "".join(pieces)
        else:
            text = unicodedata.normalize("NFKC", text)
    if _DROPPED.search(text):
        text = _DROPPED.sub("", _BETWEEN_DIGITS.sub("\\1\N{MIDDLE DOT}", text))
    return text.casefold()


def without_markup(text: str) -> str:
    """`text` without the marks of Markdown emphasis and headings."""
    return _MARKUP.sub("", text)


def fingerprint(normalised: str) -> str:
    """The first 16 hex digits of the SHA-256 of a normalised clause."""
    return sha256(normalised.encode()).hexdigest()[:16]


def split_clauses(text: str) -> Iterator[Clause]:
    """The clauses of `text` in order; stretches without a word or figure are none."""
    for start, end, normalised in normalised_clauses(text):
        yield Clause(start, end, fingerprint(normalised))


def normalised_clauses(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and normalised words of every clause of `text`."""
    for start, stop in stretches(text):
        core = text[start:stop].rstrip(MARKS)
        last = start + len(core)
        core = core.lstrip(MARKS)
        if core and (normalised := normalise(core)):
            yield last - len(core), last, normalised


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of all that stands between the marks that end clauses, be it words or not."""
    start = 0
    for end in _END.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def plain_clauses(text: str) -> Offsets | None:
    """Where the clauses of a text stand whose words are normal but for their case.

    Whether they do does not hang on the letters before its digits, nor on which digits these are;
    None where they do not, or where the text is several passages, or several lines.
    """
    if "\n" in text or "\r" in text:
        return None
    ends = list(_END.finditer(text))
    edges = [0, *(edge for end in ends for edge in end.span()), len(text)]
    places = [span for span in zip(edges[::2], edges[1::2], strict=True) if span[0] < span[1]]
    is_normal = _UNLIKE.search(text) is None and all(
        unicodedata.is_normalized("NFKC", text[start:end]) for start, end in places
    )
    is_plain = is_normal and ELLIPSIS.search(text) is None
    return tuple(places) if is_plain and all(len(mark.casefold()) == 1 for mark in text) else None


def words_of_clauses(text: str) -> list[str]:
    """The normalised words of every clause of `text`, as `normalised_clauses` has them."""
    pieces = _END.split(text)
    # What is normal as a whole is so in each of its parts (UAX 15, section 1.3).
    if _UNLIKE.search(text) is None and unicodedata.is_normalized("NFKC", "".join(pieces)):
        return [piece.casefold() for piece in pieces if piece]
    cores = (piece.strip(MARKS) for piece in pieces)
    return [words for core in cores if core and (words := normalise(core))]


def passages(quote: str) -> Iterator[tuple[str, ...]]:
    """The fingerprints of a quote's clauses, passage by passage (`…` joins passages)."""
    for passage in ELLIPSIS.split(quote):
        if clauses := tuple(map(fingerprint, words_of_clauses(passage))):
            yield clauses
