"""The quotes that may carry a figure, the shortest first: whole clauses of its sentence.

A clause that says nothing by itself (up 12%, 同比增长15%) is quoted with the one before it, one
that stands in the source more than once with more of its sentence, since nobody would find it. A
list (17条产品线、55个场景) stays whole, and so does a date (December 31, 2015).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from exporter.drafting.model import Sentence
from exporter.engine.regex import regex
from exporter.evidence.clauses import SHORTEST_QUOTE, Clause, normalise, without_markup
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.evidence.sources import Source

_LONGEST_LIST = 4  # clauses before and behind one
_MONTHS = rf"(?:{MONTHS_EN}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_DAY = regex(rf"{_MONTHS} [0-9]{{1,2}}$|{_MONTHS}$")
# Terms that have commas in them, longer than which none is
_ONE = regex(
    r"(?:earnings|profits?|loss(?:es)?|income) before interest(?:,? (?:and )?(?:tax(?:es|ation)?"
    r"|depreciation|amorti[sz]ation|impairments?|rent|leases?))+|property, plant,? and equipment"
    r"|selling, general,? and administrative|environmental, social,? and governance",
    re.IGNORECASE,
)
_PHRASE = 90  # characters
_HAS_MARK = regex("[,;，、]")  # Europe, the Middle East and Africa
_YEAR = regex(r"(?:19|20)[0-9]{2}\b")
_INITIALS = regex(r"(?<![A-Za-z.])(?:[A-Z]\.)+[A-Z]$")
_GOES_ON = regex(r"\. [a-z]")
_FIRST_NUMBER = regex("[0-9]")
_DATE = regex(
    rf"{_MONTHS} [0-9]{{1,2}}\b|\b[0-9]{{1,2}} {_MONTHS}|"
    r"(?:19|20)[0-9]{2}(?:[/-][0-9]{1,2}){0,2}|[0-9]{1,2}[年月日]|\b[QH][1-4]\b|FY[0-9]{2}|[1-4]Q"
)
# Costs, |which had hurt it,| fell by $90m: an aside says nothing of what the figure behind it is of
_RELATIVE = regex(r"(?:which|who|whose|where)\b")
_GOES_ON_BEHIND = regex(
    r"(?!compared|based|followed)(?:(?:also|still|then|now) )?"
    r"(?:[a-z]+ed|rose|fell|grew|shrank|slid|sank|was|were|is|are|has|had|will|made|came|went|took|lost|won|sold|cost|hit|stood|ran|held|brought|became)\b"
)
# 以修正总吨计|）同比下降47%: what closes a bracket that is not opened
_CLOSED_ONLY = regex(r"[^（(）)]*[）)]")
_OPENING = {"”": "“", "」": "「", "』": "『"}  # of what closes a quotation, but for "
_CLOSES = regex(r'[,.!?，。！？]?(?P<mark>["”」』])')
_BEHIND = 2  # characters: a mark that ends a clause, and one that closes a quotation
_BETWEEN_HAN = regex(r"(?<=[\u4e00-\u9fff，。；：])[ \t]*[\r\n]+[ \t]*(?=[\u4e00-\u9fff])")
# Words that do not say what a figure is of: what stands before it is nothing but these.
_EMPTY_EN = frozenset(
    "a an the and or but up down from to of by at in on for with which that was were is are "
    "be as than more less over under about nearly almost around some compared versus vs "
    "against year quarter month half period earlier ago before after last prior previous same "
    "it they this these those rose fell grew increased decreased gained dropped climbed "
    "declined slipped jumped rising falling growing representing including while both "
    "respectively above below only just also then now still further another additional an "
    "compared equal equivalent approximately roughly while having has had have will would "
    "beating missing topping ahead well increase decrease growth rise decline drop fall gain "
    "reduction improvement".split()
)  # fmt: skip
_WORD_EN = regex(r"[A-Za-z][A-Za-z'’-]*")
_EMPTY_ZH = regex(
    "同比|环比|较|比|上年|去年|今年|上一?季度?|上月|同期|年|月|季度?|日|增长|增加|增幅|增速|上升|上涨|下降|下滑|减少|降低|提升|提高|回落"
    "|扩大|收窄|达到?|至|到|为|约|近|超过?|逾|不足|占比?|其中|分别|累计|合计|共计?|总计|大幅|小幅|略|微|已|将|仍|也|又|再|和|与|及|以及|或|由|从"
    "|的|了|在|是|有|均|各|每|净|新增|增|减|升|降|涨|跌|幅度?|超|占|达|之|一|该|其|这|此|折合|相当于|高于|低于|多|少|快|慢|高|低|[0-9%.]"
)


class Quotes:
    """The quotes that a source's clauses make."""

    def __init__(self, source: Source, names: Sequence[str] = ()) -> None:
        """Quotes of a source whose text is at hand, and of names that stay whole in them."""
        self._source = source
        whole = [re.escape(name) for name in names if _HAS_MARK.search(name)]
        self._names = regex("|".join(sorted(whole, key=len, reverse=True)) or "(?!)", re.IGNORECASE)
        self._starts = [clause.start for clause in source.clauses]
        self._ends = [clause.end for clause in source.clauses]

    def clauses_at(self, start: int, end: int) -> range:
        """The indices of the clauses in which a stretch of the text stands."""
        first = bisect_right(self._ends, start)
        return range(first, max(first, bisect_left(self._starts, end)))

    def around(self, start: int, end: int, sentence: Sentence) -> Iterator[str]:
        """The quotes that may carry a figure of a sentence, the shortest first.

        Args:
            start: Of the figure in the source's text.
            end: After it.
            sentence: In which it stands.
        """
        whole = self.clauses_at(sentence.start, sentence.end)
        own = self.clauses_at(start, end)
        if not own or not whole:
            return
        own = self._list_around(own, whole)
        first = self._said_from(own.start, start, whole.start)
        runs = [range(at, own.stop) for at in range(first, whole.start - 1, -1)]
        runs += [range(whole.start, stop) for stop in range(own.stop + 1, whole.stop + 1)]
        if first == own.start:  # what is counted may be named behind it
            runs[1:1] = [range(first, stop) for stop in range(own.stop + 1, own.stop + 2)]
        runs = [run for run in runs if run.stop <= whole.stop]
        if whole.start:  # a short sentence, which the one before it makes plain
            runs.append(range(whole.start - 1, whole.stop))
        plain = [run for run in runs if self._is_plain(run)]
        for run in plain or runs[-1:]:
            yield self.text_of(run)

    def text_of(self, clauses: range) -> str:
        """The words of clauses, as a quote has them: on one line, without marks of emphasis."""
        source = self._source
        text, end = source.text or "", source.clauses[clauses.stop - 1].end
        words = text[source.clauses[clauses.start].start : end]
        words += _closing(words, text[end : end + _BEHIND])
        words = without_markup(words) if "\n" in words or "*" in words or "`" in words else words
        words = _BETWEEN_HAN.sub("", words) if "\n" in words or "\r" in words else words
        return " ".join(words.split())

    def _list_around(self, own: range, whole: range) -> range:
        """Some clauses with those of the list that they stand in."""
        first, last = own.start, own.stop
        while first > whole.start and own.start - first < _LONGEST_LIST and self._is_listed(first):
            first -= 1
        while last < whole.stop and last - own.stop < _LONGEST_LIST and self._is_listed(last):
            last += 1
        return range(first, last)

    def _is_listed(self, clause: int) -> bool:
        """Whether a clause goes on with the list, the date or the term of the one before it."""
        text, end = self._source.text or "", self._ends[clause - 1]
        if text[end : self._starts[clause]].strip() == "、":
            return True
        if _INITIALS.search(text, max(0, end - 8), end) and _GOES_ON.match(text, end):
            return True  # the U.S. | market
        near = max(0, end - _PHRASE)
        said = text[near : end + _PHRASE]
        terms = (*_ONE.finditer(said), *self._names.finditer(said))
        if any(term.start() < end - near < term.end() for term in terms):
            return True
        is_year = _YEAR.match(text, self._starts[clause]) is not None
        return is_year and _DAY.search(text, max(0, end - 20), end) is not None

    def _said_from(self, clause: int, figure: int, least: int) -> int:
        """The clause with which a quote begins that says what its figure is of."""
        text, clauses = self._source.text or "", self._source.clauses
        first = clause
        while clause > least and _is_empty(text[clauses[clause].start : figure]):
            clause -= 1
        is_aside = _RELATIVE.match(text, clauses[clause].start) is not None
        is_behind = is_aside and _GOES_ON_BEHIND.match(text, clauses[first].start) is not None
        clause = clause - 1 if least < clause < first and is_behind else clause
        return self._before_bracket(clause, figure, least)

    def _before_bracket(self, clause: int, figure: int, least: int) -> int:
        """The clause before the bracket that closes before a figure, where one begins inside it."""
        text, starts = self._source.text or "", self._starts
        while clause > least and _CLOSED_ONLY.match(text[starts[clause] : figure]):
            clause -= 1
        return clause

    def _is_plain(self, run: range) -> bool:
        """Whether a run of clauses is long enough, and stands in the source but once."""
        clauses: Sequence[Clause] = self._source.clauses
        words = normalise(self.text_of(run))
        if len(words) < SHORTEST_QUOTE:
            return False
        prints = self._source.text_fingerprints[run.start : run.stop]
        positions = [self._source.text_positions[clauses[at].fingerprint] for at in run]
        rarest = min(range(len(run)), key=lambda index: len(positions[index]))
        starts = [at - rarest for at in positions[rarest] if at >= rarest]
        if len(starts) == 1:
            return True
        length = len(run)
        same = (self._source.text_fingerprints[at : at + length] == prints for at in starts)
        return sum(same) == 1


def _closing(words: str, behind: str) -> str:
    """What closes the quotation that some words open, where it stands right behind them."""
    found = _CLOSES.match(behind)
    if found is None:
        return ""
    mark = found["mark"]
    is_open = words.count(mark) % 2 if mark == '"' else _is_opened(words, mark)
    return found[0] if is_open else ""


def _is_opened(words: str, mark: str) -> bool:
    """Whether some words open more of a kind of marks than they close."""
    return words.count(_OPENING[mark]) > words.count(mark)


def _is_empty(words: str) -> bool:
    """Whether words before a figure do not say what it is of."""
    words = _FIRST_NUMBER.split(_DATE.sub("", words))[0]
    if re.search("[\u4e00-\u9fff]", words):
        return len(re.findall("[\u4e00-\u9fffA-Za-z]", _EMPTY_ZH.sub("", words))) < 2
    return all(word.lower() in _EMPTY_EN for word in _WORD_EN.findall(words))
