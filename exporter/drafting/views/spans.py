"""Which stretches of a source tell what a broker thinks: those of a paragraph are one view.

Below a heading that names one house alone, as in a roundup, its paragraphs are of that house.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exporter.drafting.model import Sentence
from exporter.drafting.views.brokers import BrokerNamed, Brokers
from exporter.drafting.views.house_people import house_of_speaker
from exporter.drafting.views.other_voices import is_of_others, until_others
from exporter.drafting.views.quoted_zh import quoted_before
from exporter.drafting.views.terms_given import states_terms
from exporter.drafting.views.words import (
    GOES_ON,
    OPENS,
    OPENS_ANALYST,
    QUOTED_ANALYST,
    SAYS_EN,
    THAT_HOUSE,
    THINKS_EN,
    THINKS_ZH,
    is_of_its_own,
)
from exporter.engine.regex import regex
from exporter.evidence.clauses import split_clauses
from exporter.evidence.conventions import Currencies
from exporter.evidence.ratings import stated_ratings

_FROM = regex(r"\b(?:from|to|with|by)\s+$|[向与由]$")
# Whose forecast something is compared with: the $3 billion expected by analysts at UBS.
_EXPECTED = regex(
    r"\b(?:expected|forecast|estimated|polled|compiled|predicted)\s+by\s+(?:analysts\s+at\s+)?$"
)
_NOTE_FROM = regex(
    r"\b(?:analysts?|note|report|upgrade|rating|coverage)[\w ]{0,20}\b(?:from|by|with)\s+$"
)
_RATED_BY = regex(r"\b(?:by|at|from)\s+(?:analysts\s+at\s+)?$|[获被由]$")
_JOINED = regex(r"\s*(?:、|和|与|及|以及|均|,|，|and|&|, and|as\s+well\s+as|both)\s*")

_CLOSING, _ENDS = "\"'”’*）) ", tuple(".。！!？?；;")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source.

    Attributes:
        start: Offset in the source; `end` behind it. Both are ends of clauses.
        words: What of it is the broker's alone, where others share it.
        place: Which of those who share it the broker is, from 0, and of how many.
    """

    start: int
    end: int
    words: str
    place: tuple[int, int] = (0, 1)


@dataclass(frozen=True, slots=True)
class Said:
    """What a broker says in a paragraph, or below its heading."""

    broker: BrokerNamed
    spans: list[Span]
    sentence: Sentence

    @property
    def words(self) -> str:
        """What is said, without what others say in the same clause."""
        return "…".join(span.words for span in self.spans)


class ViewSpans:
    """Reads who thinks something, and in which words."""

    def __init__(self, text: str, brokers: Brokers, currencies: Currencies, own: str) -> None:
        """A reader of a source.

        Args:
            text: Of the source.
            brokers: Who may think something.
            currencies: What bare signs mean in it.
            own: The broker that published it; "" for none.
        """
        self._text, self._brokers = text, brokers
        self._currencies, self._own = currencies, own
        self._before: Sentence | None = None
        self._opener: tuple[BrokerNamed, Sentence] | None = None
        self._by_heading_words: dict[str, BrokerNamed | None] = {}
        self._thinks_words = THINKS_ZH if re.search(r"[\u4e00-\u9fff]", text) else THINKS_EN

    def of(self, sentences: Sequence[Sentence]) -> Iterator[Said]:
        """What brokers say in some sentences, in order."""
        told: list[Said] = []
        last: Said | None = None
        paragraph, heading, heads = -1, "", False
        for sentence in sentences:
            headed = self._headed(sentence.heading)
            goes_on = headed or heads
            if sentence.heading != heading or (sentence.paragraph != paragraph and not goes_on):
                yield from told
                told, last = [], None
                if headed and sentence.heading != heading and self._states(sentence.heading):
                    told += self._by_heading(sentence, headed)
            if sentence.paragraph != paragraph:
                last = None
            paragraph, heading = sentence.paragraph, sentence.heading
            last = self._add(sentence, told, last)
            heads = bool(told) and self._heads(sentence)
        yield from told

    def _add(self, sentence: Sentence, told: list[Said], last: Said | None) -> Said | None:
        """Add what a sentence says; who spoke last is given, and returned."""
        spans = list(self._spans(sentence)) or list(self._of_that_house(sentence))
        if spans and (said := quoted_before(self._text, sentence)):
            spans = [
                (broker, Span(sentence.start - len(said), span.end, said + span.words, span.place))
                for broker, span in spans
            ]
        self._before = sentence
        if not spans and last is None and (opened := self._opened(sentence)):
            told.append(opened)
            return opened
        if not spans:
            if last is None or not self._goes_on(sentence):
                return None
            last.spans.append(Span(sentence.start, sentence.end, sentence.text))
            return last
        for broker, span in spans:
            last = next((one for one in told if self._is_same(one, broker, span)), None)
            if last is None:
                last = Said(broker, [], sentence)
                told.append(last)
            last.spans.append(span)
        return last

    def _opened(self, sentence: Sentence) -> Said | None:
        """The view of a house that a sentence before opens: Fjordbank was wary. “…,” X said.

        A sentence of its own that only names the house is kept in mind for the next one.
        """
        opener = self._opener
        if opener is not None and opener[1].paragraph == sentence.paragraph:
            is_told = QUOTED_ANALYST.search(sentence.text) or OPENS_ANALYST.match(sentence.text)
            if is_told or (GOES_ON.search(sentence.text) and self._states(sentence.text)):
                house, first = opener
                spans = [Span(one.start, one.end, one.text) for one in (first, sentence)]
                return Said(house._replace(start=0, end=0), spans, first)
        named = self._brokers.named(sentence.text)
        is_opener = (
            len(named) == 1
            and named[0].is_known
            and OPENS.fullmatch(sentence.text[: named[0].start])
        )
        if is_opener and not is_of_its_own(sentence.text):
            self._opener = named[0], sentence
        return None

    def _of_that_house(self, sentence: Sentence) -> Iterator[tuple[BrokerNamed, Span]]:
        """The rating of the house that the sentence before names: 该行维持“减持”评级."""
        before = self._before
        if before is None or before.paragraph != sentence.paragraph:
            return
        if THAT_HOUSE.match(sentence.text) is None or not self._states(sentence.text):
            return
        houses = [one for one in self._brokers.named(before.text) if one.is_known]
        if houses:
            span = Span(sentence.start, sentence.end, sentence.text)
            yield houses[-1]._replace(start=0, end=0), span

    def _is_same(self, said: Said, broker: BrokerNamed, span: Span) -> bool:
        """Whether a span goes on with a view: one of a second rating is another."""
        if said.broker.name != broker.name:
            return False
        before = [rating.meanings for rating in stated_ratings(said.words)]
        return all(rating.meanings in before for rating in stated_ratings(span.words)) or not before

    def _heads(self, sentence: Sentence) -> bool:
        """Whether a line heads what a house says below it: Example Partners: Hold, target $45."""
        named = self._brokers.named(sentence.text)
        is_line = not sentence.text.rstrip(_CLOSING).endswith(_ENDS)
        return is_line and bool(named) and named[0].start == 0 and self._states(sentence.text)

    def _states(self, words: str) -> bool:
        return states_terms(words, self._currencies)

    def _headed(self, heading: str) -> BrokerNamed | None:
        """The house that a heading is of."""
        if heading not in self._by_heading_words:
            named = {one.name: one for one in self._brokers.named(heading)}
            house = next(iter(named.values())) if len(named) == 1 else None
            self._by_heading_words[heading] = house
        return self._by_heading_words[heading]

    def _by_heading(self, sentence: Sentence, broker: BrokerNamed) -> Iterator[Said]:
        """What a heading says itself: Example Partners: Hold."""
        start = self._text.rfind(sentence.heading, 0, sentence.start)
        if start >= 0:
            span = Span(start, start + len(sentence.heading), sentence.heading)
            yield Said(broker, [span], sentence)

    def _goes_on(self, sentence: Sentence) -> bool:
        if is_of_others(sentence.text):
            return False
        is_quoted = QUOTED_ANALYST.search(sentence.text) is not None
        return is_quoted or bool(GOES_ON.search(sentence.text)) or self._states(sentence.text)

    def _spans(self, sentence: Sentence) -> Iterator[tuple[BrokerNamed, Span]]:
        """The stretches of a sentence in which brokers think something, each with its broker."""
        text = sentence.text
        named = [one for one in self._brokers.named(text) if self._may_think(one, text)]
        if not any(one.is_known for one in named) and (house := self._of_person(sentence)):
            named = [house]
        own = BrokerNamed(self._own, 0, 0, True) if self._own else None
        house = None if named else self._headed(sentence.heading) or own
        if house is not None and self._states(text):
            named = [house._replace(start=0, end=0)]
        for group, start, last in self._groups(named, text):
            end = until_others(text, max(start, group[-1].end), last)
            if self._thinks(text[start:end], group[0]):
                for place, (one, words) in enumerate(self._parts(group, text, start, end)):
                    span = Span(
                        sentence.start + start, sentence.start + end, words, (place, len(group))
                    )
                    yield one, span

    def _of_person(self, sentence: Sentence) -> BrokerNamed | None:
        """The house of the analyst of whom a sentence tells that gives a rating or a target."""
        text = sentence.text
        if self._thinks_words is THINKS_ZH or not self._states(text):
            return None
        words = house_of_speaker(self._text, sentence.start, text)
        named = self._brokers.named(f"Analysts at {words}, say") if words else ()
        return next((one._replace(start=0, end=0) for one in named), None)

    def _groups(
        self, named: list[BrokerNamed], text: str
    ) -> Iterator[tuple[list[BrokerNamed], int, int]]:
        """The brokers who share a clause, with where what they say begins and ends."""
        groups: list[tuple[int, list[BrokerNamed]]] = []
        for one in named:
            start = _clause_start(one, text) if groups else 0
            if groups and (start == groups[-1][0] or _are_joined(groups[-1][1][-1], one, text)):
                groups[-1][1].append(one)
            elif not groups or start > groups[-1][0]:
                groups.append((start, [one]))
        for at, (start, group) in enumerate(groups):
            yield group, start, groups[at + 1][0] if at + 1 < len(groups) else len(text)

    def _parts(
        self, group: list[BrokerNamed], text: str, start: int, end: int
    ) -> Iterator[tuple[BrokerNamed, str]]:
        """Who of those that share a clause says something, and in which of its words."""
        once = list({one.name: one for one in reversed(group)}.values())[::-1]
        if len(once) == 1:
            yield once[0], text[start:end]
            return
        edges = [start, *(one.start for one in once[1:]), end]
        parts = [text[a:b] for a, b in pairwise(edges)]
        if all(map(self._states, parts)):
            yield from zip(once, parts, strict=True)
            return
        for at, one in enumerate(once):
            if at == 0 or all(_are_joined(a, b, text) for a, b in pairwise(once[: at + 1])):
                yield one, text[start:end]

    def _may_think(self, one: BrokerNamed, text: str) -> bool:
        """Whether a house does: money from a bank is no view, a note from one is."""
        before = text[: one.start]
        if _EXPECTED.search(before):
            return False
        if one.is_known or not _FROM.search(before) or _NOTE_FROM.search(before):
            return True
        return bool(_RATED_BY.search(before)) and self._states(text)

    def _thinks(self, text: str, one: BrokerNamed) -> bool:
        if self._states(text):
            return True
        if is_of_its_own(text):
            return False
        return bool(self._thinks_words.search(text)) or (
            one.is_known and bool(SAYS_EN.search(text))
        )


def _clause_start(one: BrokerNamed, text: str) -> int:
    return max(
        (clause.start for clause in split_clauses(text) if clause.start <= one.start), default=0
    )


def _are_joined(one: BrokerNamed, other: BrokerNamed, text: str) -> bool:
    """Whether two say the same together: A and B, A、B."""
    return _JOINED.fullmatch(text[one.end : other.start]) is not None
