"""Numbers that count what the sentence before counted: leaving it with 512 shops. About 60 of them.

Such a sentence says nothing of its things; its figures are read, and quoted, with the one before.
"""

import re
from collections.abc import Sequence

from exporter.drafting.exactness import ABOUT
from exporter.drafting.model import Sentence, Stated
from exporter.drafting.sentences import paragraph_start
from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import stem
from exporter.facts.units import COUNT, NO_UNIT

_NOUN = regex(r"^(?!last |in |by |during |a year|that year|the year)[a-z]")
_BEGINS = regex(rf"(?:Of (?:them|these|those),? )?{ABOUT}", re.IGNORECASE)
_OF_THEM = r" of (?:them|these|those)"
_ARE = r"(?:are|were|is|was|have been|remain)"
_DO = (
    r"(?:work|live|operate|open|run|belong|carry|use|offer|sell|serve|sit|lie|stand|make|have|stock"
    r"|come|trade)"
)
# Twelve | are in Spain; about 60 | of them open on Sundays
_GOES_ON = regex(
    rf"(?P<them>{_OF_THEM})?(?: (?P<are>{_ARE}))?(?: (?P<do>{_DO})(?=\s))?"
    r"(?P<rest>(?: [\w’'-]+){0,5})(?=[,.;]|$)"
)
_MOST_BACK = 400  # characters of the sentence before
_SENTENCE_END = regex(r"[.!?][\"”’)]?\s+(?=[A-Z])")


def starts_before(stated: Stated, sentence: Sentence, text: str) -> int:
    """Where the sentence begins that says what a number counts; -1 where its own one does.

    Args:
        stated: The figure.
        sentence: In which it stands.
        text: Of the source.
    """
    is_bare = stated.unit is NO_UNIT or stated.unit.dimension == COUNT
    is_told = _said(stated, sentence) is not None or is_done_too(stated, sentence)
    return _before(sentence, text) if is_bare and is_told else -1


# Visitors rose to 410,000. Its rival across the bay drew | 620,000 | last year.
_DONE_TOO = regex(
    r"^[A-Z][^.;:]*?\b(?:handled|handles|served|serves|carried|carries|drew|draws|attracted|welcomed"
    r"|had|has|counted|recorded|moved|flew|saw|treated|taught|sold|sells|shipped|built|made|opened)"
    rf" {ABOUT}$"
)
_WHEN = regex(
    r"(?: last (?:year|month|quarter|summer|winter|season)| (?:in|by|during) (?:the same (?:year"
    r"|period|months)|[12][0-9]{3}|[A-Z][a-z]+)| a year| that year| the year before)?(?=[.,;]|$)"
)


def is_done_too(stated: Stated, sentence: Sentence) -> bool:
    """Whether somebody else is told to have done so much of it, and nothing says of what."""
    is_bare = all(one.dimension == COUNT and not _NOUN.search(one.noun) for one in stated.figures)
    done = _DONE_TOO.search(sentence.text[: stated.start]) if is_bare else None
    return done is not None and _WHEN.match(sentence.text, stated.end) is not None


def _said(stated: Stated, sentence: Sentence) -> re.Match[str] | None:
    """What is said of a number of those counted before; None of any other number."""
    if any(figure.dimension != COUNT for figure in stated.figures):
        return None
    if _BEGINS.fullmatch(sentence.text, 0, stated.start) is None:
        return None
    said = _GOES_ON.match(sentence.text, stated.end)
    if said is None or (not said["rest"].strip() and not said["do"]):
        return None
    is_of_them = said["them"] or sentence.text.lower().startswith("of th")
    return said if is_of_them or said["are"] or said["do"] else None


def _before(sentence: Sentence, text: str) -> int:
    """Where the sentence before begins, in the same paragraph; -1 where none does."""
    line = max(paragraph_start(text, sentence.start), sentence.start - _MOST_BACK)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, line, sentence.start)]
    starts = [line, *ends]
    before = [start for start in starts if text[start : sentence.start].strip()]
    return before[-1] if before else -1


def is_of_one_kind(stated: Stated, before: Sequence[Stated], *, is_part: bool = True) -> bool:
    """Whether the sentence before counts nothing else than a number is of.

    Args:
        stated: The number, in the unit of those counted before.
        before: What the sentence before states.
        is_part: Whether the number is a part of those, and so no more than they are.
    """
    counts = [
        one
        for one in before
        if one.unit is not NO_UNIT and all(each.dimension in _COUNTED for each in one.figures)
    ]
    most = max((abs(each.value) for one in counts for each in one.figures), default=None)
    is_within = not is_part or most is None or stated.figures[0].value <= most
    return is_within and {one.unit for one in counts} <= {stated.unit}


_COUNTED = {COUNT, "people"}


def named_before(stated: Stated, sentence: Sentence, text: str) -> str:
    """What such a number is of: Shops that open on Sundays, Tanneries in Spain; "" for no such one.

    Args:
        stated: The figure, in the unit of those counted before.
        sentence: In which it stands.
        text: Of the source.
    """
    if stated.unit is NO_UNIT or (start := starts_before(stated, sentence, text)) < 0:
        return ""
    said = _said(stated, sentence)
    words = re.findall(r"[a-z]{3,}", text[start : sentence.start].lower())
    stems = {stem(word) for word in (*stated.unit.words[0], stated.unit.en)}
    what = next((word for word in reversed(words) if stem(word) in stems), stated.unit.en)
    if said is None or not what:
        return ""
    is_people = stated.unit.en in {"people", "employees"}
    verb = f" {'who' if is_people else 'that'} {said['do']}" if said["do"] else ""
    return f"{what[:1].upper()}{what[1:]}{verb}{said['rest']}"
