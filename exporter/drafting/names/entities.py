"""Who or what a figure is about: by names near it, then as a reader carries them on.

1. The clause of the figure: the name nearest before it that is spoken of; one behind it where
   nothing is before, or where it says of whom (12% at Quark).
2. The clauses before it in the sentence; those behind where they are the main ones.
3. What the paragraph spoke of; the heading; the document's own; the report's only entity.
A company that the report does not know takes the place of a name, and is none of its entities.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from exporter.drafting.model import Guess, Sentence, Setting
from exporter.drafting.names.clauses import (
    NOT_KNOWN,
    Words,
    clause_at,
    clauses_of,
    without_markets,
)
from exporter.drafting.names.companies import Companies
from exporter.drafting.names.company_words import (
    COMPANY_NOUN,
    LISTED,
    PART_NOUN,
    RATES,
    SPEAKER,
    WHOLE_ONLY,
)
from exporter.drafting.names.cutting_across import cuts_across
from exporter.drafting.names.forecasters import forecaster_before
from exporter.drafting.names.known_names import KnownNames, Mention
from exporter.drafting.names.market_figures import MarketNames, is_of_a_market
from exporter.drafting.names.markets import OF_A_TRADE_EN, OF_A_TRADE_ZH, markets_in
from exporter.drafting.names.near_names import in_clause, in_turn
from exporter.drafting.names.other_clauses import in_other_clauses, subject_of
from exporter.drafting.names.own_document import Naming, Whole, whose_document
from exporter.drafting.names.part_names import ANOTHER_PART_ZH, named_alone
from exporter.drafting.names.strangers import introduced_in, strangers_in
from exporter.drafting.views.brokers import Brokers
from exporter.engine.regex import regex

_HAN = regex("[\u4e00-\u9fff]")
_FIGURE = regex(r"\d|百万|千万|亿")
_OWN = regex(r"\b(?:we|our|us|ours)\b|我们|本公司|我司|本集团|本行|我行|本报告期", re.IGNORECASE)
_OTHER = regex(
    r"(?<!% of )(?<!cent of )\b(?:it|its|the\s+(?:[\w-]+-based\s+"
    r"|(?-i:[A-Z][a-z]+\s+)+)?(?:company|group|bank|firm|business|unit|division|carmaker"
    r"|automaker|retailer"
    r"|lender|insurer|airline|utility|chipmaker|drugmaker|startup|start-up|platform|app|service"
    r"|brand|operator|miner|producer|manufacturer|developer|carrier|grocer|brewer|builder|chain"
    r"|supermarket"
    r"|segment|arm|scheme|club|game|title|drug|medicine|vaccine|product|film|series))\b"
    r"|(?<![本子分母司各家占])(?:该(?:公司|行|集团|平台|产品|业务|项目|基地|工厂|车型?|药|品种|游戏|机型"
    r"|门店|品牌|板块|部门|电池|芯片)|公司|集团|其|后者|它)",
    re.IGNORECASE,
)
# What is the whole company wherever it is said.
_WHOLE = regex(r"公司|集团|the\s+group", re.IGNORECASE)
_SAYS_COMPANY = regex(
    r"\bthe\s+(?:company|group)\b|(?<![本子分母司各家占])(?:公司|集团)(?!股东)", re.IGNORECASE
)
_ITS_SPEAKER = regex(r"(?:Its|The\s+\w+['’]s)\s")  # chief executive: of what was spoken of
_BEGINS_WITH = 12  # characters before what a sentence begins with
_BEFORE = "named in a paragraph before"
_KINDS = (
    (regex(r"\bthe\s+group\b|集团", re.IGNORECASE), regex("Group")),
    (regex(r"\bthe\s+(?:bank|lender)\b|[该本]行", re.IGNORECASE), regex("Bank|Banc")),
)


class _Topic(NamedTuple):
    """What is spoken of when a sentence begins; `name` is "" for a stranger, None for nobody."""

    name: str | None
    is_here: bool  # in the same paragraph
    opened: bool = False  # whether the paragraph began with the company itself


class Entities:
    """Which entity of a report each place of a source is about."""

    def __init__(self, setting: Setting, sentences: Sequence[Sentence]) -> None:
        """Read the source once, as a reader would who keeps in mind what is spoken of."""
        self._setting, self._text = setting, setting.source.text or ""
        self._names = KnownNames(setting.entities, self._text)
        self._brokers = Brokers.of_report(setting, self._names)
        self._markets = MarketNames(setting.entities, self._text)
        self._only = setting.entities[0].name.en if len(setting.entities) == 1 else ""
        self._known = [entity.name.en for entity in setting.entities]
        self._mentions: dict[tuple[int, str], list[Mention]] = {}
        self._read: dict[tuple[int, str], Words] = {}
        self._introduced = introduced_in(self._text) if setting.lang == "en" else frozenset()
        named = [Naming(one.text, self._named(one)) for one in sentences]
        own = whose_document(setting, self._names, named, [one.heading for one in sentences])
        self._whole = self._as_whole(own)
        self._sections: dict[str, Whole] = {}
        self._starts = [sentence.start for sentence in sentences]
        self._carried_on = self._carried(sentences)
        self._topics: list[_Topic] = []  # as far as they were asked for

    @property
    def names(self) -> KnownNames:
        """The names of the report's entities, with those that the source gives them."""
        return self._names

    @property
    def own(self) -> str:
        """Whose document it is; "" where none of the report's."""
        return self._whole.name

    @property
    def is_sure_of_own(self) -> bool:
        """Whether it is plain whose document it is."""
        return self._whole.is_sure

    def is_part(self, name: str) -> bool:
        """Whether an entity is a part of the company that the document is of."""
        return self._whole.is_part(name)

    def _as_whole(self, own: Guess[str]) -> Whole:
        companies = Companies(self._setting.entities, own.value, self._text)
        return Whole(own, companies)

    def _whole_of(self, sentence: Sentence) -> Whole:
        """The company that a sentence's section is of: in a digest that of the heading."""
        if self._whole.name:
            return self._whole
        heading = sentence.heading
        if heading not in self._sections:
            named = {one.name for one in self._names.mentions(heading)}
            own = Guess(named.pop()) if len(named) == 1 else self._whole.own
            self._sections[heading] = self._as_whole(own)
        return self._sections[heading]

    def of(self, start: int, sentence: Sentence) -> Guess[str]:
        """The entity that what stands at `start` in a sentence is about; "" for none of them."""
        words = self._words(sentence)
        if is_of_a_market(words, start):
            return self._markets.of(words.text)
        if not words.names and forecaster_before(sentence, self._setting):
            return self._markets.of(f"market: {self._before(sentence)} {words.text}")
        found = self._by_names(start, sentence, words)
        is_of_none = not found.value and any(markets_in(words.text))
        return self._markets.of(words.text) if is_of_none else found

    def _before(self, sentence: Sentence) -> str:
        """What a paragraph says before a sentence of it."""
        return self._text[self._text.rfind("\n", 0, sentence.start) + 1 : sentence.start]

    def _parts_before(self, sentence: Sentence) -> set[str]:
        """The parts of its company that a paragraph names before a sentence of it."""
        whole = self._whole_of(sentence)
        named = {one.name for one in self._names.mentions(self._before(sentence))}
        return {name for name in named if whole.is_sure and whole.is_part(name)}

    def _by_names(self, start: int, sentence: Sentence, words: Words) -> Guess[str]:
        """The same by the names near a figure, and what was spoken of before."""
        near = in_turn(words, start) or in_clause(words, start)
        if near is not None:
            return near
        clause = clause_at(words, start)
        told = words.text[slice(*clause)]
        passed = max((one.end for one in words.strangers if one.end <= start), default=start)
        if _SAYS_COMPANY.search(words.text, passed, start):
            words = without_markets(words)  # 行业进入旺季，公司利用率已超过95%
        found = in_other_clauses(words, words.clauses.index(clause)) if clause[1] else None
        if found is None:
            return self._beyond(sentence, words.text[: clause[1]], words.text[:start])
        whole = self._whole_of(sentence)
        if whole.is_sure and whole.is_part(found.value):
            is_named = any(
                one.name == whole.name
                and one.end <= clause[0]
                and not words.text.startswith("的", one.end)  # 临澄工厂是甲公司|的第三座基地
                for one in words.names
            )
            is_named |= SPEAKER.search(words.text[: clause[0]]) is not None
            is_of_whole = WHOLE_ONLY.search(told) and is_named
            said = _SAYS_COMPANY.search(words.text, clause[0], start)
            if is_of_whole or LISTED.search(told) or said:
                return whole.own
        return found

    def _named(self, sentence: Sentence) -> list[Mention]:
        key = (sentence.start, sentence.text)
        if key not in self._mentions:
            self._mentions[key] = self._names.mentions(sentence.text)
        return self._mentions[key]

    def _words(self, sentence: Sentence) -> Words:
        key = (sentence.start, sentence.text)
        if key not in self._read:
            names = self._named(sentence)
            strangers = [
                one
                for one in strangers_in(sentence.text, names, self._introduced)
                if not self._names.begin_with(one.words)
            ]
            if strangers:
                rates = RATES.search(sentence.text) is not None
                named = self._brokers.named(sentence.text)
                houses = [one for one in named if one.is_known or rates]
                strangers = [
                    one
                    for one in strangers
                    if not any(each.start < one.end and one.start < each.end for each in houses)
                ]
            self._read[key] = Words(sentence.text, names, strangers, clauses_of(sentence.text))
        return self._read[key]

    def _carried(self, sentences: Sequence[Sentence]) -> Iterator[_Topic]:
        topic, paragraph, heading = _Topic(None, False), -1, ""
        for sentence in sentences:
            if sentence.paragraph != paragraph:
                # A stranger is spoken of in a paragraph alone.
                carried = topic.name if sentence.heading == heading else None
                topic = _Topic(carried or None, False)
                paragraph, heading = sentence.paragraph, sentence.heading
                opened: bool | None = None
            yield topic._replace(opened=bool(opened))
            said = subject_of(without_markets(self._words(sentence)))
            whole = self._whole_of(sentence)
            if opened is None:
                is_told = said is None and _FIGURE.search(sentence.text) is not None
                headed = named_alone(sentence.heading, self._names.mentions(sentence.heading))
                is_told = is_told and not whole.is_part(headed)
                opened = whole.is_sure and (said == whole.name or is_told)
            if said is not None:
                topic = _Topic(said, True)
            elif _OWN.search(sentence.text) and whole.name:
                topic = _Topic(whole.name, True)
            elif pointed := self._pointed_at(sentence, topic):
                topic = _Topic(pointed, True)

    def _pointed_at(self, sentence: Sentence, topic: _Topic) -> str:
        """Whom it, the company, 该公司 mean; "" where nothing of the kind is said."""
        points = _OTHER.search(sentence.text)
        if points is None:
            return ""
        for said, kind in _KINDS:
            of_kind = [name for name in self._known if kind.search(name)]
            if said.search(points[0]) and len(of_kind) == 1:
                return of_kind[0]
        whole = self._whole_of(sentence)
        own = whole.name if whole.is_sure else ""
        if own and not topic.is_here and points.start() > _BEGINS_WITH:
            return own  # it means what its own sentence speaks of
        if own and topic.name != "" and _WHOLE.fullmatch(points[0]):
            return own
        may_be_own = not topic.is_here or not topic.name or whole.is_part(topic.name)
        is_stranger = topic.is_here and topic.name == ""
        if own and may_be_own and not is_stranger and COMPANY_NOUN.fullmatch(points[0]):
            return own
        return topic.name or ""

    def _of_whole(
        self, sentence: Sentence, words: tuple[str, str], part: str, *, opened: bool
    ) -> Guess[str] | None:
        """The company, where a sentence that names nobody is of it, though a part was topic."""
        whole = self._whole_of(sentence)
        if not whole.is_sure or not whole.is_part(part):
            return None
        told, before = words
        if LISTED.search(told):
            return whole.own
        if PART_NOUN.search(sentence.text):
            return None
        is_brokers = any(one.is_known for one in self._brokers.named(sentence.text))
        is_own_speaker = SPEAKER.search(sentence.text) and not _ITS_SPEAKER.match(sentence.text)
        if is_brokers or is_own_speaker:
            return whole.own
        if _OTHER.search(before):
            return None
        if WHOLE_ONLY.search(told):
            return Guess(whole.name, f"or is it {part}, named before?")
        return whole.own if opened and not _HAN.search(sentence.text) else None

    def _topic(self, sentence: Sentence) -> _Topic:
        at = bisect_right(self._starts, sentence.start) - 1
        if at < 0:
            return _Topic(None, False)
        self._topics += islice(self._carried_on, max(0, at + 1 - len(self._topics)))
        return self._topics[at]

    def _beyond(self, sentence: Sentence, told: str, before: str) -> Guess[str]:
        """What a sentence is about that names nobody.

        Args:
            sentence: The sentence.
            told: Its words to the end of the clause that tells of it.
            before: Its words before what is told.
        """
        headed = {one.name for one in self._names.mentions(sentence.heading)}
        own = self._whole_of(sentence).own
        if _OWN.search(sentence.text) and own.value:
            return Guess(headed.pop()) if len(headed) == 1 else own
        topic = self._topic(sentence)
        names_none = not self._words(sentence).names and (not headed or own.value in headed)
        if names_none and cuts_across(sentence.text, self._parts_before(sentence)):
            return own
        if (plain := self._plain_zh(sentence, topic, told)) is not None:
            return plain
        if OF_A_TRADE_EN.search(sentence.text) and not _OTHER.search(sentence.text):
            return Guess("", NOT_KNOWN)
        return self._by_topic(sentence, topic, (told, before), headed)

    def _plain_zh(self, sentence: Sentence, topic: _Topic, told: str) -> Guess[str] | None:
        """What Chinese says plainly without a name: of a trade, of another part, behind a；."""
        if OF_A_TRADE_ZH.match(sentence.text) and not _OTHER.search(sentence.text):
            return Guess("", NOT_KNOWN)
        goes_on = topic.is_here and self._text[: sentence.start].rstrip().endswith("；")
        if goes_on and topic.name and not LISTED.search(told):
            return Guess(topic.name)
        whole = self._whole_of(sentence)
        is_of_part = whole.is_sure and topic.is_here and whole.is_part(topic.name or "")
        return whole.own if is_of_part and ANOTHER_PART_ZH.match(sentence.text) else None

    def _by_topic(
        self, sentence: Sentence, topic: _Topic, words: tuple[str, str], headed: set[str]
    ) -> Guess[str]:
        """What a sentence is about by what was spoken of before it."""
        part = topic.name or (next(iter(headed)) if len(headed) == 1 else "")
        if (whole := self._of_whole(sentence, words, part, opened=topic.opened)) is not None:
            return whole
        own = self._whole_of(sentence).own
        points = self._pointed_at(sentence, topic)
        if points:
            is_plain = topic.is_here or points == own.value or bool(self._only)
            return Guess(points, "" if is_plain else _BEFORE)
        if topic.is_here or (_OTHER.search(sentence.text) and topic.name is not None):
            return Guess(topic.name or "", "" if topic.name else NOT_KNOWN)
        if len(headed) == 1:
            return Guess(headed.pop())
        if own.value and not own.doubt:
            is_other = topic.name and topic.name != own.value
            other = is_other and not LISTED.search(words[0])
            return Guess(own.value, f"or is it {topic.name}, named before?" if other else "")
        if topic.name:
            return Guess(topic.name, "" if topic.name == own.value else _BEFORE)
        return own
