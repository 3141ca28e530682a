"""Texts as clauses, and clauses as fingerprints.

A source's YAML holds no text, only the hashes of its clauses; a quote is verified when its clauses
are found one after another in that list (DESIGN, section 5).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

SHORTEST_QUOTE = 6  # characters after normalising; fewer do not identify a passage

# Dropped when comparing: white space, quotation marks and title marks (typography differs from
# copy to copy), and the marks of Markdown emphasis and headings.
_MARKS = r"""[\s"'`´“”‘’„‚«»‹›「」『』《》〈〉＂＇*#\u200b\ufeff]"""
_DROPPED = re.compile(f"{_MARKS}+")
_BETWEEN_DIGITS = re.compile(f"(?<=[0-9]){_MARKS}+(?=[0-9])")
_RAISED = re.compile("([\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2080-\u2089\u2150-\u215f]+)")
_CORE = re.compile(f"{_MARKS}*+(.*?){_MARKS}*", re.DOTALL)
# Marks inside a figure, a name or an address (1,000.5, GPT-3.5, 10:30, https://…, 2014–2022) are no
# ends, also where Markdown emphasis stands between (2**.0**); nor is what makes a figure of the
# digit after it: a sign (–5) or a decimal point (.5).
_END = re.compile(
    r"(?:[。、；：！？（）【】〔〕［］｛｝…;!?()\[\]{}|\r\n]|，(?!(?<=[0-9]，)[0-9]{3}(?![0-9])))+"
    r"|(?<![0-9A-Za-z*])(?!\.[0-9])[,.:]+|[,.:]+(?![0-9A-Za-z*/])"
    r"|[–—―]{2,}|[–—―](?![0-9])|(?<![0-9])[—―]"
)
_MARKUP = re.compile(r"[*#`]+")
ELLIPSIS = re.compile(r"…+|\.{3,}")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a text: where it stands (offsets into the text) and its fingerprint."""

    start: int
    end: int
    fingerprint: str


def normalise(text: str) -> str:
    """`text` as it is compared: NFKC, without white space and quotation marks, case folded.

    Digits are never joined, nor raised ones lowered: 12 30 and 10² stay unlike 1230 and 102.

    Source: Unicode Standard Annex 15 (NFKC); Unicode Standard, 3.13 (case folding).
    """
    pieces = _RAISED.split(text)
    pieces[::2] = (unicodedata.normalize("NFKC", piece) for piece in pieces[::2])
    return _DROPPED.sub("", _BETWEEN_DIGITS.sub("\N{MIDDLE DOT}", "".join(pieces))).casefold()


def without_markup(text: str) -> str:
    """`text` without the marks of Markdown emphasis and headings."""
    return _MARKUP.sub("", text)


def fingerprint(normalised: str) -> str:
    """The first 16 hex digits of the SHA-256 of a normalised clause."""
    return sha256(normalised.encode()).hexdigest()[:16]


def split_clauses(text: str) -> Iterator[Clause]:
    """The clauses of `text` in order; stretches without a word or figure are none."""
    start = 0
    for end in (*_END.finditer(text), None):
        stop = end.start() if end else len(text)
        if clause := _clause(text, start, stop):
            yield clause
        start = end.end() if end else stop


def passages(quote: str) -> Iterator[tuple[str, ...]]:
    """The fingerprints of a quote's clauses, passage by passage (`…` joins passages)."""
    for passage in ELLIPSIS.split(quote):
        if clauses := tuple(clause.fingerprint for clause in split_clauses(passage)):
            yield clauses


def _clause(text: str, start: int, stop: int) -> Clause | None:
    core = _CORE.fullmatch(text, start, stop)
    if core is None or not (normalised := normalise(core[1])):
        return None
    return Clause(core.start(1), core.end(1), fingerprint(normalised))
