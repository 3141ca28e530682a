"""What is spoken of when a sentence begins, as a reader keeps it in mind from those before it.

Who was named last in the paragraph; the document's own, where it says we; and whom it, the company,
该公司 mean, which point back to one of these.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from exporter.drafting.model import Sentence
from exporter.drafting.names.clauses import without_markets
from exporter.drafting.names.company_words import COMPANY_NOUN
from exporter.drafting.names.other_clauses import FIGURE, subject_of
from exporter.drafting.names.own_document import Wholes
from exporter.drafting.names.part_names import named_alone
from exporter.drafting.names.sentence_words import SentenceWords
from exporter.engine.regex import regex

SAYS_WE = regex(r"\b(?:we|our|us|ours)\b|我们|本公司|我司|本集团|本行|我行|本报告期", re.IGNORECASE)
POINTS_BACK = regex(
    r"(?<!% of )(?<!cent of )\b(?:it|its|the\s+(?:[\w-]+-based\s+"
    r"|(?-i:[A-Z][a-z]+\s+)+)?(?:company|group|bank|firm|business|unit|division|carmaker"
    r"|automaker|retailer"
    r"|lender|insurer|airline|utility|chipmaker|drugmaker|startup|start-up|platform|app|service"
    r"|brand|operator|miner|producer|manufacturer|developer|carrier|grocer|brewer|builder|chain"
    r"|supermarket"
    r"|segment|arm|scheme|club|game|title|drug|medicine|vaccine|product|film|series))\b"
    r"|(?<![本子分母司各家占])(?:该(?:公司|行|集团|平台|产品|业务|项目|基地|工厂|车型?|药|品种|游戏|机型"
    r"|门店|品牌|板块|部门|电池|芯片)|公司|集团|其|后者|它)"
    r"|这家(?:[^，。；：]{1,24}?的)?[^，。；：的]{0,8}?(?:公司|企业|集团|厂商|[车药房酒乳]企|巨头|龙头|老字号"
    r"|独角兽|(?:制造|生产|供应|运营|零售|服务)商)",
    re.IGNORECASE,
)
# What is the whole company wherever it is said.
_WHOLE = regex(r"公司|集团|the\s+group", re.IGNORECASE)
_BEGINS_WITH = 12  # characters before what a sentence begins with
_KINDS = (
    (regex(r"\bthe\s+group\b|集团", re.IGNORECASE), regex("Group")),
    (regex(r"\bthe\s+(?:bank|lender)\b|[该本]行", re.IGNORECASE), regex("Bank|Banc")),
)


class Topic(NamedTuple):
    """What is spoken of when a sentence begins; `name` is "" for a stranger, None for nobody."""

    name: str | None
    is_here: bool  # in the same paragraph
    opened: bool = False  # whether the paragraph began with the company itself


class Topics:
    """What each sentence of a source goes on to speak of."""

    def __init__(
        self,
        words: SentenceWords,
        wholes: Wholes,
        sentences: Sequence[Sentence],
        known: Sequence[str],
    ) -> None:
        """Read a source once, as far as its topics are asked for.

        Args:
            words: Whom its sentences name.
            wholes: Whose document it is.
            sentences: All of it, in order.
            known: The report's entities.
        """
        self._words, self._wholes = words, wholes
        of_kinds = [(said, list(filter(kind.search, known))) for said, kind in _KINDS]
        self._of_kind = [(said, names[0]) for said, names in of_kinds if len(names) == 1]
        self._starts = [sentence.start for sentence in sentences]
        self._carried_on = self._carried(sentences)
        self._topics: list[Topic] = []  # as far as they were asked for

    def at(self, sentence: Sentence) -> Topic:
        """What is spoken of when a sentence begins."""
        at = bisect_right(self._starts, sentence.start) - 1
        if at < 0:
            return Topic(None, False)
        self._topics += islice(self._carried_on, max(0, at + 1 - len(self._topics)))
        return self._topics[at]

    def pointed_at(self, sentence: Sentence, topic: Topic) -> str:
        """Whom it, the company, 该公司 mean; "" where nothing of the kind is said."""
        points = POINTS_BACK.search(sentence.text)
        if points is None:
            return ""
        for said, name in self._of_kind:
            if said.search(points[0]):
                return name
        whole = self._wholes.of(sentence)
        own = whole.name if whole.is_sure else ""
        is_said_here = points.start() > _BEGINS_WITH or points[0].startswith("这家")
        if own and not topic.is_here and is_said_here:
            return own  # it means what its own sentence speaks of
        if own and topic.name != "" and _WHOLE.fullmatch(points[0]):
            return own
        may_be_own = not topic.is_here or not topic.name or whole.is_part(topic.name)
        is_stranger = topic.is_here and topic.name == ""
        if own and may_be_own and not is_stranger and COMPANY_NOUN.fullmatch(points[0]):
            return own
        return topic.name or ""

    def _carried(self, sentences: Sequence[Sentence]) -> Iterator[Topic]:
        """What is spoken of when each sentence begins, in their order."""
        topic, paragraph, heading = Topic(None, False), -1, ""
        for sentence in sentences:
            is_first = sentence.paragraph != paragraph
            if is_first:
                # A stranger is spoken of in a paragraph alone.
                carried = topic.name if sentence.heading == heading else None
                topic = Topic(carried or None, False)
                paragraph, heading = sentence.paragraph, sentence.heading
            yield topic
            said = subject_of(without_markets(self._words.of(sentence)))
            opened = self._opens(sentence, said) if is_first else topic.opened
            topic = self._after(sentence, said, topic)._replace(opened=opened)

    def _opens(self, sentence: Sentence, said: str | None) -> bool:
        """Whether a paragraph begins with the company itself, or a figure of nobody else's."""
        whole = self._wholes.of(sentence)
        headed = named_alone(sentence.heading, self._words.names.mentions(sentence.heading))
        is_told = said is None and FIGURE.search(sentence.text) is not None
        is_told = is_told and not whole.is_part(headed)
        return whole.is_sure and (said == whole.name or is_told)

    def _after(self, sentence: Sentence, said: str | None, topic: Topic) -> Topic:
        """What is spoken of behind a sentence, which names somebody as its subject or nobody."""
        if said is not None:
            return Topic(said, True)
        whole = self._wholes.of(sentence)
        if SAYS_WE.search(sentence.text) and whole.name:
            return Topic(whole.name, True)
        pointed = self.pointed_at(sentence, topic)
        return Topic(pointed, True) if pointed else topic
