"""What a figure counts, what stands before it, and what it is per."""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import rates
from exporter.evidence.reading.described_zh import described_zh
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.moved_zh import without_moves
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.rates_carried import begins_row, with_rates_carried
from exporter.evidence.reading.subjects import subject_of
from exporter.evidence.reading.vocabulary.units import POINT_WORDS, is_counted_word
from exporter.evidence.reading.wording import Link, Wording
from exporter.facts.units import POINTS, RATIO


def read_nouns(wording: Wording) -> list[tuple[str, str, str]]:
    """For every quantity its noun, what stands before it, and what it is per.

    Joined figures take noun and rate from the next one.
    """
    text, quantities, links, starts, clauses = wording
    rated = rates.may_hold_rates(text)
    found: list[tuple[str, str, str]] = []
    for at in range(len(quantities) - 1, -1, -1):
        subject = subject_of(wording, at)
        stands_alone = links[at] is Link.MARGIN and quantities[at + 1].dimension in {RATIO, POINTS}
        stands_alone = stands_alone or _says_points(quantities[at], text)
        if links[at] is Link.NONE or stands_alone or not found:
            noun = _noun(wording, at)
            is_last = at + 1 == len(quantities)
            clause_end = clauses[at][1]
            end = clause_end if is_last else min(clause_end, starts[at + 1] + 2)
            per = _per(quantities, at, clauses[at][0], end, text) if rated else ""
        else:
            noun, per = found[-1][0], found[-1][2]
            if rated and not per and (begins_row(links, at) or links[at] is Link.COMPARED):
                per = _per(quantities, at, clauses[at][0], quantities[at].last, text)
        is_range = found and links[at] is Link.RANGE and text.is_chinese
        if is_range and not found[-1][1].strip(_TIES):
            found[-1] = (found[-1][0], subject, found[-1][2])  # 月薪3万至5万元
        found.append((noun, subject, per))
    return without_moves(with_rates_carried(found[::-1], wording), quantities)


def _per(quantities: list[Quantity], at: int, clause: int, end: int, text: Text) -> str:
    """What a quantity is per, by the words of its clause up to the one at `end`."""
    reach = _reach(quantities, at, text)
    if clause > reach and text.word(clause - 1) == ",":
        aside = _ASIDE.search(text.lower, text.starts[max(reach, clause - _LONGEST_ASIDE)])
        if aside is not None and text.at(aside.end()) == clause:
            start = text.at(aside.start())
            clause = max(reach, start - _BEFORE_AN_ASIDE)
    return rates.per_what(text, quantities[at], clause, end, reach)


# Net asset value per share, in euros, was 27.16.
_ASIDE = regex(
    r", (?:stated |reported )?(?:in|at|for|on|before|after|excluding|including) [^,.;]{2,40}, "
)
_LONGEST_ASIDE = 9  # words
_BEFORE_AN_ASIDE = 5  # words


def _says_points(quantity: Quantity, text: Text) -> bool:
    """Whether points stand behind the figure itself: rose 41 points to 6,200."""
    is_points = quantity.unit.key in POINT_WORDS and not text.is_chinese
    return is_points and quantity.end > quantity.numeral.end


def _reach(quantities: list[Quantity], at: int, text: Text) -> int:
    """The index behind the figure before one; those of 每10股转增3股派2元 are part of the rate."""
    for back in (1, 2):
        if at >= back and text.word(quantities[at - back].first - 1) == "每":
            at -= back
            break
    return quantities[at - 1].last if at else 0


def _noun(wording: Wording, at: int) -> str:
    """What stands behind a quantity in its clause, or behind the next one, which describes that."""
    text, quantities, _, starts, clauses = wording
    quantity, clause_end = quantities[at], clauses[at][1]
    limit = _start_of(text, clause_end)
    if at + 1 < len(quantities):
        limit = min(limit, _start_of(text, starts[at + 1]))
    begin = quantity.numeral.end if quantity.unit.key in POINT_WORDS else quantity.end
    noun = text.folded[begin : max(limit, quantity.end)].strip(_AROUND_A_NOUN)
    if at + 1 == len(quantities):
        return noun
    gap = quantities[at + 1].start - quantity.end
    said = noun or text.folded[quantity.end : quantities[at + 1].start]  # 只 is only, too
    is_near = starts[at + 1] < clause_end
    if is_near and (described := described_zh(said, quantities[at + 1], text)):
        return described
    if _OF_MORE.fullmatch(noun):  # two of its nine plants
        return _beyond(quantities[at + 1], text, clauses[at + 1][1])
    joined = quantities[at + 1].numeral.end
    if noun in _NEW and text.lower[joined : joined + 1] == "-":  # six new 40-tonne cranes
        return f"{noun} {_beyond(quantities[at + 1], text, clauses[at + 1][1])}"
    if not noun and gap <= 1 and is_near:  # and no clause between: 用户50万，3家公司
        return _beyond(quantities[at + 1], text, clauses[at + 1][1])
    if len(noun) == 1 and noun >= "\u4e00" and gap == 1:
        return noun + _beyond(quantities[at + 1], text, clauses[at + 1][1])
    return noun


_TIES = "至到—~-"
_NEW = frozenset("new more further additional extra other used old large small".split())
_AROUND_A_NOUN = " 、\t*†‡§"  # 1,200* cars has a footnote
# Two of its nine plants, of the top 20 lenders, of the line's 37 vessels.
_OF_MORE = regex(
    r"(?:out )?of(?: (?:the|its|their|our|his|her|those|these|all))?"
    r"(?: (?:top|first|last|next|other|remaining|existing|current|planned|largest|biggest|leading"
    r"|original|new|[\w'&. -]{1,30}(?:'s|s')))?",
    re.IGNORECASE,
)


def _beyond(quantity: Quantity, text: Text, clause_end: int) -> str:
    """What stands behind a figure that describes what another counts: 16 |128-bit| chips."""
    limit = _start_of(text, clause_end)
    start = quantity.end
    if quantity.is_attribute and is_counted_word(text.word(quantity.last + 1)):
        start = quantity.start  # 900 |two-wheelers|
    elif quantity.is_attribute and quantity.last + 1 < len(text.ends):
        start = text.ends[quantity.last + 1]
    return text.folded[start : max(limit, start)].strip(" 、\t-")


def _start_of(text: Text, index: int) -> int:
    """Where a word begins; the end of the text for none."""
    return text.starts[index] if index < len(text.starts) else len(text.folded)
