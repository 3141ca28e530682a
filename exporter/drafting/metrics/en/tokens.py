"""English sentences cut for naming: words, figures and dates in a row."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from exporter.drafting.figures.chosen import is_of_the_chosen
from exporter.drafting.metrics.en.ligatures import with_ligatures
from exporter.engine.regex import regex
from exporter.evidence.documents.model import LOST
from exporter.evidence.reading import Figure, read_dates
from exporter.facts.units import ORDINAL

# Orban & Lisle, property & casualty: one name each; the Columbus, Ohio-based company.
_WORDS_JOINED = (
    r"[^\W\d_][\w’'&-]*(?: & [^\W\d_][\w’'&-]*)+"
    r"|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?[-‑–]based\b"
)
_WORD = regex(
    r"(?:before|after)[ -](?:tax(?:es|ation)?|interest(?: and tax)?|minorities|provisions"
    r"|exceptional items)\b|"
    # Operating profit before biological adjustments is one thing, and no clause begins in it.
    r"(?:(?<=rofit )|(?<=arnings )|(?<=ncome )|(?<=oss )|(?<=esults )|(?<=esult )"
    r"|(?<=EBIT )|(?<=EBITDA )|(?<=margin )|(?<=flow ))"
    r"(?:before|after|excluding) (?:(?!the |its |their )[a-z][a-z-]* (?:and )?){0,3}?(?:adjustments"
    r"|items|one-offs|exceptionals|charges|gains|interests|amorti[sz]ation|impairments?"
    r"|depreciation|write-?downs|provisions|remeasurements|revaluations?)\b(?! of\b)|"
    r"[Cc]ash flow from operat(?:ions|ing activities) before financing items and tax(?:es)?\b|"
    r"[Aa]ssets under (?:management|administration|custody)\b|"
    r"[Cc]apital employed\b|"
    r"[Ee]arnings before interest(?:,? (?:and )?tax(?:es)?(?:,? (?:and )?depreciation)?"
    r"(?:,? (?:and )?amorti[sz]ation)?(?:,? (?:and )?rent)?)?\b|"
    rf"{_WORDS_JOINED}|[^\W\d_{LOST}][\w{LOST}’'&.+-]*(?:/[^\W\d_]+)?|{LOST}[\w{LOST}’'&.+-]+|"
    r"[0-9](?:[\w.,-]*\w)?|[,;:()\[\]—–!?\"“”]|\.(?=\s|$)|[^\s\w]"
)
_TIME = regex(
    r"\bin (?:the |last |this |late |early )*(?:spring|summer|autumn|winter)\b(?! [a-z]+ing\b)|"
    r"\[[0-9]{1,2}\]|(?:\bin )?\bafter[ -]hours\b(?: trad(?:ing|e))?|"
    r"\b(?:by|at|as of) [0-9]{3,4} (?:GMT|BST|CET|EST|EDT|ET)\b|"
    r"\bin (?:early |late )?(?:pre-?market|after-?market|extended|out-of-hours)(?:[ -]hours)?"
    r" (?:trad(?:ing|e)|dealings?|deals)\b|\bovernight\b|"
    # Bases on which a figure is told, which stand beside the words that name it.
    r"\bon an? (?:[\w-]+ ){1,2}basis\b(?! of)|\b(?:in|at) (?:constant|local|reported)[- ]"
    r"(?:currenc(?:y|ies)|exchange rates?|fx|prices)\b|\b(?:organically|like-for-like)(?=[,.;]"
    r"| and\b"
    r"| in\b|$)|\bas reported\b|"
    r"\b(?:(?:year|quarter|month|week)[- ](?:on|over|to)[- ](?:year|quarter|month|week|date)"
    r"|(?:a|one|two|three|five|ten|twelve|the) (?:years?|quarters?|months?|weeks?) (?:ago|earlier"
    r"|before|prior|previously)"
    r"|the (?:same|prior|previous|corresponding|comparable|preceding|year-ago|year-earlier"
    r"|prior-year) "
    r"(?:three-month |six-month |nine-month )?(?:period|quarters?|years?|months?|weeks?"
    r"|half)(?: (?:last year|a year earlier|of last year))?)\b",
    re.IGNORECASE,
)

# The first 36 weeks of a year are no figure, also where the letters fi are lost.
_OPENING = regex(
    rf"(?:\bthe )?(?:\bfirst|{LOST}rst) (?:[0-9]{{1,2}}|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven)[- ](?:weeks|months|quarters)\b"
    # Profit for the nine months fell; months before a day are read with it.
    r"|\b(?:in|for|over|during) the (?:six|nine|twelve|6|9|12)[- ]months?(?: period)?\b"
    r"(?! (?:to|end\w*|from|through|since|before|ago|earlier|of)\b)"
    r"|\b(?:in|over|during|for) the (?:past|last|latest|previous) (?:[0-9]{1,2}|two|three|four|five"
    r"|six|seven|eight|nine|ten|twelve) (?:days|weeks|months|quarters|years)\b"
    r"|\b(?:trailing|rolling)[- ](?:twelve|12)[- ]months?\b",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word, a mark, a date or a figure of a sentence.

    Attributes:
        text: As it stands in the sentence.
        kind: `word`, `mark`, `date` or `figure`.
        figure: The index of the (first) figure; -1 for what is none.
    """

    text: str
    start: int
    end: int
    kind: str
    figure: int = -1

    @property
    def lower(self) -> str:
        """In small letters."""
        return self.text.lower()


def tokens_of(text: str, figures: Sequence[Figure], span: tuple[int, int]) -> list[Token]:
    """A sentence's words, with every figure and date as one of them; `span` is a figure, too."""
    taken = [(span[0], span[1], "figure", -1)]
    periods, times = _times(text)
    taken += [
        (start, end, "date", -1)
        for start, end in periods
        if not (start < span[1] and span[0] < end)
    ]
    for at, figure in enumerate(figures):
        is_free = not any(start < figure.end and figure.start < end for start, end, _, _ in taken)
        is_word = figure.is_attribute or figure.dimension == ORDINAL
        if is_free and not is_word and not is_of_the_chosen(figure, text):
            taken.append((figure.start, figure.end, "figure", at))
    for first, last in times:
        if not any(start < last and first < end for start, end, _, _ in taken):
            taken.append((first, last, "date", -1))
    found: list[Token] = []
    at = 0
    for start, end, kind, number in sorted(taken):
        found += _words(text, at, start)
        found.append(Token(text[start:end], start, end, kind, number))
        at = end
    return _with_spans(_without_ranges([*found, *_words(text, at, len(text))]), text)


# Net sales in the range of | 335 to 355: of so much; expected to be in a range of, ranging from
_IN_RANGE = regex(
    r"(?P<kept>\b(?:be|at|to|is|was|are|were|of|grow|rise|increase|climb|fall|decline|decrease"
    r"|improve) )?(?:\b(?:(?:to be |somewhere )?(?:with)?in (?:an?|the)"
    r" (?:\w+ )?range (?:of|from|between)(?: between)?) |\branging (?:from|between) )$"
)


def _without_ranges(tokens: list[Token]) -> list[Token]:
    """The words before a figure that only say that it is a range, as one `of`, or none."""
    found: list[Token] = []
    for token in tokens:
        if token.kind == "figure":
            found = _before_range(found)
        found.append(token)
    return found


def _before_range(tokens: list[Token]) -> list[Token]:
    last = tokens[-_RANGE_WORDS:]
    said = _IN_RANGE.search("".join(f"{token.lower} " for token in last))
    if said is None or any(token.kind != "word" for token in last[-said[0].count(" ") :]):
        return tokens
    rest = tokens[: -said[0].count(" ")]
    word = last[-1]
    if said["kept"]:
        return [*rest, tokens[len(rest)]]
    return [*rest, word._replace(text="of")]


_RANGE_WORDS = 8


_Span = tuple[int, int]


@lru_cache(maxsize=64)  # each figure of a sentence cuts it anew, around itself
def _times(text: str) -> tuple[tuple[_Span, ...], tuple[_Span, ...]]:
    """Where periods stand whose words hold a figure, and where dates and times do."""
    dates = ((mention.start, mention.end) for mention in read_dates(text))
    return tuple(_periods(text)), (*dates, *(match.span() for match in _TIME.finditer(text)))


def _periods(text: str) -> Iterator[tuple[int, int]]:
    """Where periods stand whose words hold a figure: the first 36 weeks, 12 weeks ended May 7."""
    for match in _OPENING.finditer(text):
        yield match.span()
    for mention in read_dates(text):
        start = _period_start(text, mention.start)
        if start < mention.start:
            yield start, mention.end


def _shortened(word: str) -> str:
    """Earnings before interest, tax and so on by their initials, as analysts call them."""
    small = word.lower()
    if not small.startswith("earnings before interest") or "tax" not in small:
        return word
    return f"EBIT{'DA' * ('deprec' in small)}{'R' * small.endswith('rent')}"


def _with_spans(tokens: list[Token], text: str) -> list[Token]:
    """Tokens with two dates around a dash as one: January–September."""
    spans: list[Token] = []
    for token in tokens:
        is_end = token.kind == "date" and len(spans) > 1 and spans[-1].text in {"–", "—", "-"}
        if is_end and spans[-2].kind == "date":
            start = spans[-2].start
            spans[-2:] = [Token(text[start : token.end], start, token.end, "date")]
        else:
            spans.append(token)
    return spans


# Before a date this belongs to it: the three and nine months ended, the year to end-.
_PERIOD = regex(
    r"(?:\b(?:the )?(?:(?:three|six|nine|twelve|[0-9]{1,2})(?: and (?:six|nine|twelve|[0-9]{1,2}))?"
    r"[ -](?:months?|weeks?|days?|quarters?)|(?:(?:fiscal|financial|full|first|second|third|fourth)"
    r"[ -])*(?:year|quarter|half|half[- ]year|period|month)) "
    r"(?:ended|ending|to|through)(?: on)? )?"
    r"(?:\b(?:the )?(?:end|middle|start)(?:[ -]of |-)|\bmid-)?$",
    re.IGNORECASE,
)


def _period_start(text: str, start: int) -> int:
    found = _PERIOD.search(text[:start])
    return found.start() if found and found[0] else start


@lru_cache(maxsize=256)  # what stands between two figures is the same for a third
def _words(text: str, start: int, end: int) -> Sequence[Token]:
    found: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        kind = "word" if word[0].isalnum() or (word[0] == LOST and len(word) > 1) else "mark"
        if kind == "word" and word.endswith("."):
            word = word[:-1]
        end = match.start() + len(word)
        word = with_ligatures(_shortened(word))
        if word:
            found.append(Token(word, match.start(), end, kind))
    return tuple(found)
