"""Who or what a figure is about: by names near it, then as a reader carries them on.

1. The clause of the figure: the name nearest before it that is spoken of; one behind it where
   nothing is before, or where it says of whom (12% at Quark).
2. The clauses before it in the sentence; those behind where they are the main ones.
3. What the paragraph spoke of; the heading; the document's own; the report's only entity.
A company that the report does not know takes the place of a name, and is none of its entities.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.drafting.marks import after_last
from exporter.drafting.model import Guess, Sentence, Setting
from exporter.drafting.names.clauses import NOT_KNOWN, Words, clause_at, without_markets
from exporter.drafting.names.company_words import (
    LISTED,
    PART_NOUN,
    SPEAKER,
    SURELY_WHOLE,
    WHOLE_ONLY,
)
from exporter.drafting.names.cutting_across import cuts_across, has_a_share
from exporter.drafting.names.forecasters import forecaster_before
from exporter.drafting.names.known_names import KnownNames
from exporter.drafting.names.market_figures import MarketNames, is_of_a_market
from exporter.drafting.names.markets import OF_A_TRADE_EN, OF_A_TRADE_ZH, markets_in
from exporter.drafting.names.near_names import in_clause, in_turn
from exporter.drafting.names.other_clauses import in_other_clauses
from exporter.drafting.names.outsiders import is_outsider, is_told_by_outsider, traders_named
from exporter.drafting.names.own_document import Naming, Whole, Wholes, whose_document
from exporter.drafting.names.part_names import ANOTHER_PART_ZH
from exporter.drafting.names.quoted import quoted
from exporter.drafting.names.sentence_words import SentenceWords
from exporter.drafting.names.told_of_others import of_another
from exporter.drafting.names.topics import POINTS_BACK, SAYS_WE, Topic, Topics
from exporter.drafting.sentences import paragraph_before
from exporter.engine.regex import regex

_HAN = regex("[\u4e00-\u9fff]")
_SAYS_COMPANY = regex(
    r"\bthe\s+(?:company|group)\b|(?<![本子分母司各家占])(?:公司|集团)(?!股东)", re.IGNORECASE
)
_ITS_SPEAKER = regex(r"(?:Its|The\s+\w+['’]s)\s")  # chief executive: of what was spoken of
_THAT_MARKET = regex("^(?:按|据|以)?(?:该|这一|这个|上述|此)(?:细分)?(?:市场|行业|赛道|产业)")
_OF_OTHERS = regex("(?:在)?(?:同[业行]|竞争对手|友商|对手)(?:方面|中|里|之中)，")
_BEFORE = "named in a paragraph before"


class _Place(NamedTuple):
    """A place in a sentence that names nobody of whom it tells.

    Attributes:
        told: The words of the sentence to the end of the clause that tells of it.
        before: Those before what is told.
    """

    sentence: Sentence
    told: str
    before: str

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text


class Entities:
    """Which entity of a report each place of a source is about."""

    def __init__(self, setting: Setting, sentences: Sequence[Sentence]) -> None:
        """Read the source once, as a reader would who keeps in mind what is spoken of."""
        self._setting, self._text = setting, setting.source.text or ""
        self._words = SentenceWords(setting)
        self._markets = MarketNames(setting.entities, self._text)
        self._is_only = self._markets.others == 1
        self._traders = traders_named(self._text)
        named = [Naming(one.text, self._words.named_in(one)) for one in sentences]
        own = whose_document(setting, self.names, named, [one.heading for one in sentences])
        self._wholes = Wholes(setting, self.names, own)
        known = [entity.name.en for entity in setting.entities]
        self._topics = Topics(self._words, self._wholes, sentences, known)

    @property
    def names(self) -> KnownNames:
        """The names of the report's entities, with those that the source gives them."""
        return self._words.names

    @property
    def own(self) -> str:
        """Whose document it is; "" where none of the report's."""
        return self._wholes.document.name

    @property
    def is_sure_of_own(self) -> bool:
        """Whether it is plain whose document it is."""
        return self._wholes.document.is_sure

    def is_part(self, name: str) -> bool:
        """Whether an entity is a part of the company that the document is of."""
        return self._wholes.document.is_part(name)

    def of(self, start: int, sentence: Sentence) -> Guess[str]:
        """The entity that what stands at `start` in a sentence is about; "" for none of them."""
        words = self._words.of(sentence)
        if market := self._markets.sold_in(words.text):
            return Guess(market)
        if _THERE.search(words.text[:start]) and not words.names:
            return self._by_names(start, sentence, without_markets(words))
        if is_of_a_market(words, start):
            return self._market_of(sentence)
        if not words.names and forecaster_before(sentence, self._setting):
            before = paragraph_before(self._text, sentence.start)
            return self._markets.of(f"market: {before} {words.text}")
        found = self._by_names(start, sentence, words)
        if found.value or not (any(markets_in(words.text)) or OF_A_TRADE_ZH.match(words.text)):
            return found
        trade = self._market_of(sentence)
        return trade if trade.value or any(markets_in(words.text)) else found

    def _market_of(self, sentence: Sentence) -> Guess[str]:
        """The market that a sentence is of; behind a ；, of which what stands before it is."""
        found = self._markets.of(sentence.text)
        if found.doubt and _THAT_MARKET.search(sentence.text):
            before = paragraph_before(self._text, sentence.start)
            return Guess(found.value) if self._markets.of(before) == Guess(found.value) else found
        if found.value or not self._text[: sentence.start].rstrip().endswith("；"):
            return found
        begin = after_last(self._text, "。！？\n", sentence.start)
        return self._markets.of(self._text[begin : sentence.end])

    def _by_names(self, start: int, sentence: Sentence, words: Words) -> Guess[str]:
        """The same by the names near a figure, and what was spoken of before."""
        near = of_another(words, start) or in_turn(words, start) or in_clause(words, start)
        if near is not None:
            return near
        clause = clause_at(words, start)
        passed = max((one.end for one in words.strangers if one.end <= start), default=start)
        if _SAYS_COMPANY.search(words.text, passed, start):
            words = without_markets(words)  # 行业进入旺季，公司利用率已超过95%
        found = in_other_clauses(words, words.clauses.index(clause)) if clause[1] else None
        if found is None:
            return self._beyond(_Place(sentence, words.text[: clause[1]], words.text[:start]))
        whole = self._wholes.of(sentence)
        is_of_part = whole.is_sure and whole.is_part(found.value)
        return whole.own if is_of_part and _is_of_whole(whole, words, clause, start) else found

    def _beyond(self, place: _Place) -> Guess[str]:
        """What a sentence is about that names nobody of whom it tells."""
        sentence = place.sentence
        told_by = quoted(sentence.start + len(place.before), self._text)
        is_of_another = is_outsider(told_by) and not any(self.names.mentions(told_by))
        if is_of_another or is_told_by_outsider(place.text, len(place.before), self._traders):
            return Guess("", NOT_KNOWN)
        headed = {one.name for one in self.names.mentions(sentence.heading)}
        heading = next(iter(headed)) if len(headed) == 1 else ""
        own = self._wholes.of(sentence).own
        topic = self._topics.at(sentence)
        is_of_part = topic.is_here and self._wholes.of(sentence).is_part(topic.name or "")
        said = place.before if is_of_part else place.text
        if SAYS_WE.search(said) and own.value:
            return Guess(heading) if heading else own
        names_none = not self._words.of(sentence).names and (not headed or own.value in headed)
        if names_none and cuts_across(place.text, self._parts_before(sentence)):
            return own
        if names_none and is_of_part and has_a_share(place.text) and own.value:
            return Guess(own.value, own.doubt or _or_is_it(topic.name))
        if (plain := self._plain_zh(place, topic)) is not None:
            return plain
        if OF_A_TRADE_EN.search(place.text) and not POINTS_BACK.search(place.text):
            return Guess("", NOT_KNOWN)
        is_near = topic.is_here or heading != ""
        whole = self._of_whole(place, topic.name or heading, is_here=is_near, opened=topic.opened)
        return whole or self._by_topic(place, topic, heading)

    def _plain_zh(self, place: _Place, topic: Topic) -> Guess[str] | None:
        """What Chinese says plainly without a name: of a trade, of another part, behind a；."""
        start = place.sentence.start
        is_of_others = _OF_OTHERS.match(self._sentence_before(start) or place.text) is not None
        is_of_trade = OF_A_TRADE_ZH.match(self._sentence_before(start) or place.text) is not None
        if is_of_others or (is_of_trade and not POINTS_BACK.search(place.text)):
            return Guess("", NOT_KNOWN)
        goes_on = topic.is_here and self._text[:start].rstrip().endswith("；")
        if goes_on and topic.name and not LISTED.search(place.told):
            return Guess(topic.name)
        whole = self._wholes.of(place.sentence)
        is_of_part = whole.is_sure and topic.is_here and whole.is_part(topic.name or "")
        return whole.own if is_of_part and ANOTHER_PART_ZH.match(place.text) else None

    def _sentence_before(self, start: int) -> str:
        """What stands before a place behind a ； in the same sentence; "" elsewhere."""
        before = self._text[:start].rstrip()
        if not before.endswith("；"):
            return ""
        return before[max(before.rfind(mark) for mark in "。！？\n") + 1 :].lstrip()

    def _of_whole(
        self, place: _Place, part: str, *, is_here: bool, opened: bool
    ) -> Guess[str] | None:
        """The company, where a sentence that names nobody is of it, though a part was topic."""
        whole = self._wholes.of(place.sentence)
        if not whole.is_sure or not whole.is_part(part):
            return None
        if LISTED.search(place.told):
            return whole.own
        if PART_NOUN.search(place.text):
            return None
        is_own_speaker = SPEAKER.search(place.text) and not _ITS_SPEAKER.match(place.text)
        if self._words.names_a_broker(place.text) or is_own_speaker:
            return whole.own
        if POINTS_BACK.search(place.before):
            return None
        if SURELY_WHOLE.search(place.told) and not is_here:
            return whole.own
        if WHOLE_ONLY.search(place.told):
            return Guess(whole.name, _or_is_it(part))
        return whole.own if opened and not _HAN.search(place.text) else None

    def _by_topic(self, place: _Place, topic: Topic, heading: str) -> Guess[str]:
        """What a sentence is about by what was spoken of before it, or the heading names alone."""
        own = self._wholes.of(place.sentence).own
        if points := self._topics.pointed_at(place.sentence, topic):
            is_plain = topic.is_here or points == own.value or self._is_only
            return Guess(points, "" if is_plain else _BEFORE)
        if topic.is_here or (POINTS_BACK.search(place.text) and topic.name is not None):
            return Guess(topic.name or "", "" if topic.name else NOT_KNOWN)
        if heading:
            return Guess(heading)
        is_other = topic.name and topic.name != own.value
        if own.value and not own.doubt:
            is_doubted = is_other and not LISTED.search(place.told)
            return Guess(own.value, _or_is_it(topic.name) if is_doubted else "")
        return Guess(topic.name, _BEFORE if is_other else "") if topic.name else own

    def _parts_before(self, sentence: Sentence) -> set[str]:
        """The parts of its company that a paragraph names before a sentence of it."""
        whole = self._wholes.of(sentence)
        before = self.names.mentions(paragraph_before(self._text, sentence.start))
        named = {one.name for one in before}
        return {name for name in named if whole.is_sure and whole.is_part(name)}


def _is_of_whole(whole: Whole, words: Words, clause: tuple[int, int], start: int) -> bool:
    """Whether a figure is of a company, though the clauses around its own speak of a part."""
    before, told = words.text[: clause[0]], words.text[slice(*clause)]
    if LISTED.search(told) or _SAYS_COMPANY.search(words.text, clause[0], start):
        return True
    is_named = any(
        one.name == whole.name
        and one.end <= clause[0]
        and not words.text.startswith("的", one.end)  # 临澄工厂是甲公司|的第三座基地
        for one in words.names
    )
    return WHOLE_ONLY.search(told) is not None and (is_named or SPEAKER.search(before) is not None)


# Wagons for the steel industry were idle, |with utilisation there slipping to| 88%: of the part
# that the paragraph speaks of, and of no market
_THERE = regex(r", with (?:[a-z-]+ ){1,4}there (?:[a-z]+ ){1,3}$")


def _or_is_it(other: str | None) -> str:
    return f"or is it {other}, named before?"
