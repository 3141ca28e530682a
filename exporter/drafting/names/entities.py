"""Who or what a figure is about: by names near it, then as a reader carries them on.

1. The clause of the figure: the name nearest before it that is spoken of; one behind it where
   nothing is before, or where it says of whom (12% at Quark).
2. The clauses before it in the sentence; those behind where they are the main ones.
3. What the paragraph spoke of; the heading; the document's own; the report's only entity.
A company that the report does not know takes the place of a name, and is none of its entities.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.drafting.model import Guess, Sentence, Setting
from exporter.drafting.names.companies import Companies
from exporter.drafting.names.company_words import (
    COMPANY_NOUN,
    LISTED,
    PART_NOUN,
    SPEAKER,
    WHOLE_ONLY,
)
from exporter.drafting.names.known_names import KnownNames
from exporter.drafting.names.near_names import (
    NOT_KNOWN,
    Words,
    clause_at,
    clauses_of,
    in_clause,
    in_other_clauses,
    in_turn,
    subject_of,
    without_markets,
)
from exporter.drafting.names.roles import Role, role_of, speaks
from exporter.drafting.names.strangers import strangers_in
from exporter.drafting.views.brokers import Brokers

_HAN = re.compile("[\u4e00-\u9fff]")
_FIGURE = re.compile(r"\d|百万|千万|亿")
_OWN = re.compile(
    r"\b(?:we|our|us|ours)\b|我们|本公司|我司|本集团|本行|我行|本报告期", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?<!% of )(?<!cent of )\b(?:it|its|the\s+(?:[\w-]+-based\s+"
    r"|(?-i:[A-Z][a-z]+\s+)+)?(?:company|group|bank|firm|business|unit|division|carmaker"
    r"|automaker|retailer"
    r"|lender|insurer|airline|utility|chipmaker|drugmaker|startup|start-up|platform|app|service"
    r"|brand|operator|miner|producer|manufacturer|developer|carrier|grocer|brewer|builder|chain"
    r"|supermarket"
    r"|segment|arm|scheme|club|game|title|drug|medicine|vaccine|product|film|series))\b"
    r"|(?<![本子分母司各家占])(?:该公司|公司|集团|该行|该集团|其|该平台|该产品|该业务|后者|它)",
    re.IGNORECASE,
)
# What is the whole company wherever it is said, and what is so in a paragraph of its own.
_WHOLE = re.compile(r"公司|集团|the\s+group", re.IGNORECASE)
_COMPANY = re.compile(r"the\s+(?:\S+\s+)*company|公司|该公司", re.IGNORECASE)
_SAYS_COMPANY = re.compile(
    r"\bthe\s+(?:company|group)\b|(?<![本子分母司各家占])(?:公司|集团)(?!股东)", re.IGNORECASE
)
_BEFORE = "named in a paragraph before"
_KINDS = (
    (re.compile(r"\bthe\s+group\b|集团", re.IGNORECASE), re.compile("Group")),
    (re.compile(r"\bthe\s+(?:bank|lender)\b|[该本]行", re.IGNORECASE), re.compile("Bank|Banc")),
)
# 据农牧部门监测，……均价: what a trade's statistics say, of nobody.
_OF_A_TRADE_ZH = re.compile(
    "(?:据|根据|来自)?[^，。；]{0,14}(?:部门?|局|署|总署|协会|商会|学会|委|委员会|交易所|海关|央行)(?:的|日前|最新|近日|昨日|今日)*"
    "(?:监测|统计|发布|公布|数据|披露)[^，。；：]{0,10}[，：]"
)
# 奶粉业务仍未走出困境: another part of the company than the one named before.
_ANOTHER_PART_ZH = re.compile(
    "(?:而|但|相比之下，|与之相反，)?(?!该|这|此|其|上述|本)[\u4e00-\u9fffA-Za-z]{1,6}"
    "(?:业务|板块|分部|产品线|事业部)(?!的?(?:占比|合作|模式|员))"
)
_TELLS_RESULTS = 5  # sentences in which a release says whose results it has


class _Topic(NamedTuple):
    """What is spoken of when a sentence begins; `name` is "" for a stranger, None for nobody."""

    name: str | None
    is_here: bool  # in the same paragraph
    opened: bool = False  # whether the paragraph began with the company itself


class Entities:
    """Which entity of a report each place of a source is about."""

    def __init__(self, setting: Setting, sentences: Sequence[Sentence]) -> None:
        """Read the source once, as a reader would who keeps in mind what is spoken of."""
        self._text = setting.source.text or ""
        self._names = KnownNames(setting.entities, setting.source.text or "")
        self._brokers = Brokers.of_report(setting, self._names)
        self._only = setting.entities[0].name.en if len(setting.entities) == 1 else ""
        self._known = [entity.name.en for entity in setting.entities]
        self._read: dict[tuple[int, str], Words] = {}
        self._own = self._document(setting, sentences)
        self._companies = Companies(setting.entities, self.own, setting.source.text or "")
        self._starts = [sentence.start for sentence in sentences]
        self._topics = list(self._carried(sentences))

    @property
    def names(self) -> KnownNames:
        """The names of the report's entities, with those that the source gives them."""
        return self._names

    @property
    def own(self) -> str:
        """Whose document it is; "" where none of the report's."""
        return self._own.value

    @property
    def is_sure_of_own(self) -> bool:
        """Whether it is plain whose document it is."""
        return bool(self._own.value) and not self._own.doubt

    def is_part(self, name: str) -> bool:
        """Whether an entity is a part of the company that the document is of."""
        return self._companies.is_part(name)

    def of(self, start: int, sentence: Sentence) -> Guess[str]:
        """The entity that what stands at `start` in a sentence is about; "" for none of them."""
        words = self._words(sentence)
        near = in_turn(words, start) or in_clause(words, start)
        if near is not None:
            return near
        clause = clause_at(words, start)
        told = words.text[slice(*clause)]
        found = in_other_clauses(words, words.clauses.index(clause)) if clause[1] else None
        if found is None:
            return self._beyond(sentence, words.text[: clause[1]], words.text[:start])
        if self.is_sure_of_own and self.is_part(found.value):
            named = WHOLE_ONLY.search(told) and self._names_own(words, clause[0])
            if named or LISTED.search(told) or _SAYS_COMPANY.search(words.text, clause[0], start):
                return self._own
        return found

    def _names_own(self, words: Words, before: int) -> bool:
        """Whether a sentence names the company itself, too, before a place."""
        return any(one.name == self.own and one.end <= before for one in words.names)

    def _words(self, sentence: Sentence) -> Words:
        key = (sentence.start, sentence.text)
        if key not in self._read:
            names = self._names.mentions(sentence.text)
            strangers = [
                one
                for one in strangers_in(sentence.text, names)
                if not self._names.begin_with(one.words)
            ]
            if strangers:
                houses = [one for one in self._brokers.named(sentence.text) if one.is_known]
                strangers = [
                    one
                    for one in strangers
                    if not any(each.start < one.end and one.start < each.end for each in houses)
                ]
            self._read[key] = Words(sentence.text, names, strangers, clauses_of(sentence.text))
        return self._read[key]

    def _document(self, setting: Setting, sentences: Sequence[Sentence]) -> Guess[str]:
        """Whose document it is: by its title, its publisher, or who is named most by far."""
        record = setting.source.record
        counts = Counter(one.name for each in sentences for one in self._words(each).names)
        for words in (record.title, record.publisher):
            for text in dict.fromkeys(words):
                named = self._names.mentions(text)
                spoken = [one.name for one in named if role_of(one, text, named) is Role.SUBJECT]
                if spoken:
                    most = max(counts[name] for name in spoken)
                    parts = Companies(setting.entities, spoken[0], setting.source.text or "")
                    is_plain = counts[spoken[0]] >= most or all(
                        map(parts.is_called_part, {*spoken} - {spoken[0]})
                    )
                    return Guess(spoken[0], "" if is_plain else "named in the title with others")
        if self._only:
            return Guess(self._only)
        for sentence in sentences[:_TELLS_RESULTS]:
            read = self._words(sentence)
            if read.names and speaks(read.names[0], sentence.text):
                return Guess(read.names[0].name)
        first = counts.most_common(2)
        if first and first[0][1] > 2 * sum(count for _, count in first[1:]):
            return Guess(first[0][0], "not named nearby: the source speaks of it most")
        return Guess("", "no entity of the report is named nearby")

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
            if opened is None:
                is_told = said is None and _FIGURE.search(sentence.text) is not None
                opened = self.is_sure_of_own and (said == self.own or is_told)
            if said is not None:
                topic = _Topic(said, True)
            elif _OWN.search(sentence.text) and self._own.value:
                topic = _Topic(self._own.value, True)
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
        own = self.own if self.is_sure_of_own else ""
        if own and topic.name != "" and _WHOLE.fullmatch(points[0]):
            return own
        may_be_own = not topic.is_here or not topic.name or self.is_part(topic.name)
        is_stranger = topic.is_here and topic.name == ""
        if own and may_be_own and not is_stranger and COMPANY_NOUN.fullmatch(points[0]):
            return own
        return topic.name or ""

    def _of_whole(
        self, sentence: Sentence, words: tuple[str, str], part: str, *, opened: bool
    ) -> Guess[str] | None:
        """The company, where a sentence that names nobody is of it, though a part was topic."""
        if not self.is_sure_of_own or not self.is_part(part):
            return None
        told, before = words
        if LISTED.search(told):
            return self._own
        if PART_NOUN.search(sentence.text):
            return None
        is_brokers = any(one.is_known for one in self._brokers.named(sentence.text))
        if is_brokers or SPEAKER.search(sentence.text):
            return self._own
        if _OTHER.search(before):
            return None
        if WHOLE_ONLY.search(told):
            return Guess(self.own, f"or is it {part}, named before?")
        return self._own if opened and not _HAN.search(sentence.text) else None

    def _topic(self, sentence: Sentence) -> _Topic:
        at = bisect_right(self._starts, sentence.start) - 1
        return self._topics[at] if at >= 0 else _Topic(None, False)

    def _beyond(self, sentence: Sentence, told: str, before: str) -> Guess[str]:
        """What a sentence is about that names nobody.

        Args:
            sentence: The sentence.
            told: Its words to the end of the clause that tells of it.
            before: Its words before what is told.
        """
        headed = {one.name for one in self._names.mentions(sentence.heading)}
        if _OWN.search(sentence.text) and self._own.value:
            return Guess(headed.pop()) if len(headed) == 1 else self._own
        topic = self._topic(sentence)
        if (plain := self._plain_zh(sentence, topic, told)) is not None:
            return plain
        return self._by_topic(sentence, topic, (told, before), headed)

    def _plain_zh(self, sentence: Sentence, topic: _Topic, told: str) -> Guess[str] | None:
        """What Chinese says plainly without a name: of a trade, of another part, behind a；."""
        if _OF_A_TRADE_ZH.match(sentence.text) and not _OTHER.search(sentence.text):
            return Guess("", NOT_KNOWN)
        goes_on = self._text[: sentence.start].rstrip().endswith("；") and topic.is_here
        if goes_on and topic.name and not LISTED.search(told):
            return Guess(topic.name)
        is_of_part = self.is_sure_of_own and topic.is_here and self.is_part(topic.name or "")
        return self._own if is_of_part and _ANOTHER_PART_ZH.match(sentence.text) else None

    def _by_topic(
        self, sentence: Sentence, topic: _Topic, words: tuple[str, str], headed: set[str]
    ) -> Guess[str]:
        """What a sentence is about by what was spoken of before it."""
        part = topic.name or (next(iter(headed)) if len(headed) == 1 else "")
        if (whole := self._of_whole(sentence, words, part, opened=topic.opened)) is not None:
            return whole
        points = self._pointed_at(sentence, topic)
        if points:
            is_plain = topic.is_here or points == self._own.value or bool(self._only)
            return Guess(points, "" if is_plain else _BEFORE)
        if topic.is_here or (_OTHER.search(sentence.text) and topic.name is not None):
            return Guess(topic.name or "", "" if topic.name else NOT_KNOWN)
        if len(headed) == 1:
            return Guess(headed.pop())
        if self._own.value and not self._own.doubt:
            other = topic.name and topic.name != self._own.value
            return Guess(self._own.value, f"or is it {topic.name}, named before?" if other else "")
        if topic.name:
            return Guess(topic.name, "" if topic.name == self._own.value else _BEFORE)
        return self._own
