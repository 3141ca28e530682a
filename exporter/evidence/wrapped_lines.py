"""Quotes found in a source whose lines end elsewhere, inside of its sentences.

A text that was copied from a PDF has line ends, and maybe soft hyphens, where the page had them.
Clauses end at line ends in a record, since headings and list items end there; whoever quotes a
sentence does not see that. So a clause of a quote may be several of a source, each of which is a
stretch of its words; and a clause of an earlier record may have a soft hyphen in it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from exporter.engine.regex import regex
from exporter.evidence.clauses import ELLIPSIS, SOFT_HYPHEN, fingerprint, normalise, split_clauses

_LINE_END = regex(r"\s*[\r\n\u2028\u2029]\s*")
_BETWEEN_LINES = regex(r"\s*[\t\r\n\v\f\x85\u2028\u2029]\s*")
_CJK = regex(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")  # and their punctuation
_BROKEN_WORD = regex(r"(?<=[^\W\d_])[-\u2010][ \t]*[\r\n]+[ \t]*(?=[^\W\d_])")
# The figures behind a point or comma are a decimal's (3.02), rather than a mark behind a year.
_MARKS_OF_NOTES = tuple(
    regex(rf"(?<={before})\d{{1,2}}(?=[\s,.;:)]|$)")
    for before in (r"[^\W\d_]|[)%”’\"]|(?<!\d)[.,]", r"[^\W\d_]|[)%”’\".,]")
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST = 400  # characters of a clause that is looked for stretch by stretch
# Where lines end: at white space, behind a hyphen, and anywhere in Chinese, Japanese and Korean.
_BREAK = regex(r"\s+|(?<=[-\u2010])|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])")


def as_read(quote: str) -> str:
    """A quote as a person reads it: on one line, without soft hyphens."""
    quote = quote.replace(SOFT_HYPHEN, "")
    return _LINE_END.sub(" ", quote) if _LINE_END.search(quote) else quote


def on_one_line(words: str) -> str:
    """Words of a source on one line: line ends and tabs are blanks, in Chinese nothing."""
    return _BETWEEN_LINES.sub(lambda gap: "" if _is_in_cjk(words, *gap.span()) else " ", words)


def _is_in_cjk(words: str, start: int, end: int) -> bool:
    return bool(_CJK.match(words[start - 1 : start]) and _CJK.match(words[end : end + 1]))


def as_copied(quote: str) -> Iterator[str]:
    """What may be meant by a quote that was copied from a page, where its own words are not found.

    A viewer copies the hyphen of a word that was broken at a line's end, and the raised figure of
    a footnote as an ordinary one.
    """
    whole = _BROKEN_WORD.sub("", quote)
    meant = (marks.sub(lambda mark: mark[0].translate(_RAISED), whole) for marks in _MARKS_OF_NOTES)
    yield from dict.fromkeys(words for words in (whole, *meant) if words != quote)


def find_wrapped(
    quote: str,
    fingerprints: Sequence[str],
    positions: Mapping[str, tuple[int, ...]],
    goes_on: Callable[[int], bool] = lambda _: True,
) -> tuple[tuple[int, int], ...]:
    """First and last index of each passage of a quote, in order; () unless all are found.

    Args:
        quote: As `as_read` gives it.
        fingerprints: Of the clauses of the source.
        positions: Where each stands.
        goes_on: Whether nothing but a line end stands before a clause; a record does not know.
    """
    spans: list[tuple[int, int]] = []
    after = 0
    for passage in ELLIPSIS.split(quote):
        clauses = [passage[clause.start : clause.end] for clause in split_clauses(passage)]
        if not clauses:
            continue
        span = next(_spans(clauses, after, fingerprints, positions, goes_on), None)
        if span is None:
            return ()
        spans.append(span)
        after = span[1] + 1
    return tuple(spans)


def _spans(
    clauses: Sequence[str],
    after: int,
    fingerprints: Sequence[str],
    positions: Mapping[str, tuple[int, ...]],
    goes_on: Callable[[int], bool],
) -> Iterator[tuple[int, int]]:
    """Where clauses stand one after another, each as one clause of the source or as several."""
    starts = {at for name, _ in _stretches(clauses[0]) for at in positions.get(name, ())}
    for start in sorted(at for at in starts if at >= after):
        at: int | None = start
        for clause in clauses:
            at = None if at is None else _end(clause, at, fingerprints, goes_on)
        if at is not None:
            yield start, at - 1


def _end(
    clause: str, at: int, fingerprints: Sequence[str], goes_on: Callable[[int], bool]
) -> int | None:
    """The index behind the clauses from `at` on that together are `clause`; None for none."""
    first = at
    while clause:
        if at >= len(fingerprints) or (at > first and not goes_on(at)):
            return None
        rests = (rest for name, rest in _stretches(clause) if name == fingerprints[at])
        rest = next(rests, None)
        if rest is None:
            return None
        clause, at = rest, at + 1
    return at


def _stretches(clause: str) -> Iterator[tuple[str, str]]:
    """The fingerprints that a line of the source may have, and what of the clause is left then."""
    if len(clause) > _LONGEST:
        return
    for stretch, rest in [(clause, ""), *_cut(clause)]:
        words = normalise(stretch)
        yield fingerprint(words), rest
        # As an earlier record has it, of whose soft hyphens only one can be guessed.
        if not rest:
            for place in range(1, len(words)):
                yield fingerprint(f"{words[:place]}{SOFT_HYPHEN}{words[place:]}"), rest


def _cut(clause: str) -> Iterator[tuple[str, str]]:
    for gap in _BREAK.finditer(clause, 1):
        if gap.end() < len(clause):
            yield clause[: gap.start()], clause[gap.end() :]
