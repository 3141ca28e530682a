"""A source's text as sentences, each with the heading above it.

Paragraphs are lines. A table's row, a line with tabs, is none; nor is a line that only names what
follows, unless it states a figure, as the highlights of a results release do.
"""

import re
from collections.abc import Collection, Iterator

from exporter.drafting.model import Sentence
from exporter.engine.regex import regex
from exporter.evidence.clauses import normalise
from exporter.evidence.reading import read_figures
from exporter.evidence.sources import Source
from exporter.facts.words import Lang

_LONGEST_HEADING = {"en": 120, "zh": 50}  # characters
_ENDS = tuple(".!?;:,。！？；：，、…")
_CLOSING = "\"'”’」』）)]】*"
_NO_WORDS = regex(r"!\[[^\]]*\]\([^)]*\)|https?://\S+|[\W_]+")  # pictures, addresses, rules
_BULLET = regex(r"(?:[-–—•·‣▪●○■◆➢*#>]+\s+|[*#\s]+)+")
_END_ZH = regex(rf"(?:[。！？；!?]|…{{2,}})+[{re.escape(_CLOSING)}]*")
_END_EN = regex(
    rf"(?:[.!?]+[{re.escape(_CLOSING)}]*(?=\s+[\"'“‘(\[*$€£¥]*[A-Z0-9\u4e00-\u9fff])|[.!?。！？]+$"
    r"|[。！？])"
)
_LAST_WORD = regex(r"(?:[A-Za-z]\.)*[A-Za-z]+$")
# Words that are shortened, and end no sentence by their mark, whatever follows.
_SHORTENED = frozenset(
    "mr mrs ms dr prof sr jr st rev gen gov sen rep hon messrs approx vs prev cf e.g i.e esp incl "
    "excl est fig figs eq sec art vol pp ed eds dept div jan feb mar apr jun jul aug sep sept "
    "oct nov dec mt ft viz resp al".split()
)  # fmt: skip
# These end one where a word follows that begins one.
_MAY_END = frozenset(
    "inc corp co ltd llc plc bros cie sa ag nv u.s u.k u.n e.u a.m p.m d.c etc ph.d".split()
)  # fmt: skip
_BEFORE_NUMBER = frozenset(
    "no nos nr p art sec fig vol ch para".split()
)  # fmt: skip
_BEGINNERS = frozenset(
    "the a an in on at for it its this that these those we our they their he she his her but "
    "and as after before while with by from since during under over net total revenue sales "
    "excluding including analysts shares management separately meanwhile however last all "
    "both each if when there to".split()
)  # fmt: skip


# Kestrel Ridge Gold (KRG) - Overweight, price target $6.40: over what a note says of a company.
_OVER_A_COMPANY = regex(
    r"[A-Z][\w&.'’ -]{1,60}?(?: \((?P<ticker>[A-Z0-9]{1,6}(?:[ .:][A-Z0-9]{1,6})?)[^()]{0,40}\))?"
    r"\s*(?:[-–—:|,]|\()\s*"
    r"(?i:(?:rating|strong|we rate|maintain(?:ed)?|upgraded? to|downgraded? to|:|\s)*"
    r"(?:buy|sell|hold|neutral|overweight|underweight|outperform|underperform|accumulate|add|reduce"
    r"|equal[- ]?weight|market[- ]perform|sector[- ]perform)\b)"
)


def sentences_of(source: Source, lang: Lang, left_out: Collection[int] = ()) -> list[Sentence]:
    """The sentences of a source's text, in order.

    Args:
        source: Its text is at hand.
        lang: In which it is written.
        left_out: Paragraphs that are none, such as those of tables.
    """
    titles = {normalise(title) for title in source.record.title}
    found: list[Sentence] = []
    heading, at = "", 0
    for paragraph, line in enumerate((source.text or "").split("\n")):
        start, at = at, at + len(line) + 1
        if paragraph in left_out or "\t" in line or _NO_WORDS.fullmatch(line.strip()):
            continue
        first, last = _core(line)
        said = line[first:last]
        if not said:
            continue
        if _is_heading(said, lang, is_title=normalise(said) in titles):
            heading = said
            continue
        if lang == "en" and is_over_a_company(said):
            heading = said
        for begin, end in _spans(said, lang):
            place = start + first + begin
            text = said[begin:end]
            if not any(map(str.isalpha, text)):
                continue  # the number of a page, or of a list
            found.append(Sentence(place, place + len(text), text, paragraph, heading))
    return found


def _core(line: str) -> tuple[int, int]:
    """Where the words of a line begin, behind its bullet, and where they end."""
    bullet = _BULLET.match(line)
    first = bullet.end() if bullet else 0
    return first, max(first, len(line.rstrip().rstrip("*#").rstrip()))


def _is_heading(line: str, lang: Lang, *, is_title: bool) -> bool:
    if is_title:
        return True
    if len(line) > _LONGEST_HEADING[lang] or line.rstrip(_CLOSING).endswith(_ENDS):
        return False
    return not read_figures(line)


def paragraph_start(text: str, place: int) -> int:
    """Where the paragraph begins in which a place of a text stands."""
    return text.rfind("\n", 0, place) + 1


def paragraph_before(text: str, place: int) -> str:
    """What a paragraph says before a place of it."""
    return text[paragraph_start(text, place) : place]


def is_over_a_company(line: str) -> bool:
    """Whether a line of a broker's note names the company that the next ones are about."""
    is_short = len(line) <= _LONGEST_HEADING["en"] and not line.endswith(_ENDS)
    return is_short and _OVER_A_COMPANY.match(line) is not None


def _spans(text: str, lang: Lang) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a paragraph."""
    start = 0
    for end in (_END_EN if lang == "en" else _END_ZH).finditer(text):
        if lang == "en" and not _is_end(text, start, end):
            continue
        yield _trimmed(text, start, end.end())
        start = end.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    said = text[start:end]
    return end - len(said.lstrip()), start + len(said.rstrip())


def _is_end(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, and not a word that is shortened by it."""
    if not end[0].startswith(".") or end.end() == len(text):
        return True
    word = _LAST_WORD.search(text, start, end.start())
    if word is None:
        return True
    last, following = word[0].lower(), text[end.end() :].lstrip("\"'“‘([* ")
    if last in _SHORTENED:
        return False
    is_initial = (len(word[0]) == 1 and word[0].isupper()) or "." in last
    if last in _BEFORE_NUMBER and not is_initial:
        return not following[:1].isdigit()
    if last in _MAY_END or is_initial:
        next_word = re.match(r"[A-Za-z]+", following)
        return next_word is not None and next_word[0].lower() in _BEGINNERS
    return True
