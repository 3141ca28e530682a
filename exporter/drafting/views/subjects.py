"""Whom a view is of, by the words around its rating and its names."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.names.entities import Entities
from exporter.drafting.names.known_names import KnownNames
from exporter.drafting.names.roles import Role, role_of
from exporter.drafting.views.brokers import Brokers
from exporter.drafting.views.spans import Said
from exporter.engine.regex import regex
from exporter.evidence.rating_words import rating_named
from exporter.evidence.ratings import stated_ratings
from exporter.facts.words import Lang

_NAME = r"[A-Z][\w.&’'-]*(?:\s+[A-Z][\w.&’'-]*){0,3}(?![\w$€£¥]|\s*\d)"
# Words of whom a rating or a target price is; then those of whom something is said.
_SUBJECTS: dict[Lang, tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]] = {
    "zh": (
        (
            regex(r"对[^，。]{0,12}?在(?P<said>[^，。在]{2,10}?)(?:的)?(?:落地|应用|推广)"),
            regex(
                r"(?:维持|重申|给予|授予|上调|下调|调高|调低|首予|首次覆盖|恢复"
                r"|予)对?(?P<said>[^，。；：…“”\"（(]{2,12}?)的?(?:投资)?"
                r"(?=[“\"（(]|目标价|评级|买入|增持|持有|中性|卖出|减持|跑赢|推荐|优于|强烈)"
            ),
            regex(
                r"(?:将|把)(?:对)?(?P<said>[^，。；：…“”\"（(]{2,12}?)(?:股份"
                r"|股票)?的?(?:投资)?(?:评级|目标价|从|由)"
            ),
        ),
        (
            regex(
                r"(?:看好|推荐|建议关注"
                r"|首次覆盖)对?(?P<said>[^，。；：…“”\"（(]{2,12}?)(?:的)?(?=未来|长期|，|。|$)"
            ),
            regex(
                r"(?:^|，)(?!预计|认为|预期|预测|随着|若|如果|因此|因为|由于|未来|今年|明年|后续|同时)"
                r"(?P<said>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:未来)?(?:有望|将|目标价)"
            ),
        ),
    ),
    "en": (
        (
            regex(
                rf"\b(?:rating|coverage|stance|recommendation|call|price\s+target|target\s+price"
                rf"|target|hold|buy"
                rf"|sell|neutral|[a-z]+perform|overweight|underweight)[\"”’]?\s+(?:on|of"
                rf"|for)\s+(?P<said>{_NAME})"
            ),
            regex(
                rf"\b(?:rat(?:es?|ed|ing)|upgrad\w+|downgrad\w+|cut(?:ting)?|rais(?:ed?|es|ing)"
                rf"|lower(?:ed|s|ing)?"
                rf"|lift(?:ed|s|ing)?|took|initiat\w+\s+(?:coverage\s+)?(?:of"
                rf"|on))\s+(?:rivals?\s+|peer\s+|competitor\s+)?(?P<said>{_NAME})"
                r"(?=(?:\s+stock|\s+shares)?\s+(?:to|at|as|with|down|up|[\"“]|a\s+|buy|sell|hold"
                r"|neutral|overweight"
                r"|underweight|outperform|underperform)|[,.])"
            ),
            regex(
                rf"\b(?:rating|target|price\s+target)[^,.;]{{0,30}}\s(?:on|for)\s+(?P<said>{_NAME})"
            ),
            regex(
                rf"(?P<said>{_NAME})(?:['’]s)?\s+(?:was|is|were|(?:stock|shares)\s+(?:was|were))\s+"
                r"(?:upgraded|downgraded|cut|raised|rated)\b"
            ),
        ),
        (
            regex(
                rf"\b(?:view|on|for|likes?|prefers?|recommends?)\s+(?P<said>{_NAME})"
                r"(?=\s+(?:to|at|as|shares|stock|from|a)\b|[,.])"
            ),
            regex(
                rf"\b(?:said|says|expects?|believes?|thinks|sees|argues?"
                rf"|estimates?)\s+(?:that\s+)?(?P<said>{_NAME})"
            ),
        ),
    ),
}
# What is no name of a subject, though it stands where one does.
_NO_SUBJECT = regex(
    r"\d|^(?:给予|授予|维持|重申|并给予)$|评级|目标|预测|预期|盈利|收入|营收|利润|估值|[该其此本]|我们|公司|股份$|集团$|个股|一档|至|为"
    r"|[“”\"]|幅度|行业"
    r"|^(?:Buy|Sell|Hold|Neutral|Overweight|Underweight|Outperform|Underperform|Reduce|Add"
    r"|Accumulate|It|The|Its|Q[1-4]"
    r"|H[12]|FY\d*|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June"
    r"|July|August"
    r"|September|October|November|December|Street|EPS|EBITDA)\b"
)
# Where what is said of one may end, and that of another begin.
_PARTS = regex(r"[,，;；]\s*(?!\d)(?:and\s+|but\s+|while\s+)?|\s+(?:and|but|while)\s+|(?=[并而])")


class Subjects:
    """Reads whom the views of a source are of."""

    def __init__(
        self,
        setting: Setting,
        sentences: Sequence[Sentence],
        entities: KnownNames,
        brokers: Brokers,
    ) -> None:
        """A reader of a source.

        Args:
            setting: With the source.
            sentences: Its sentences.
            entities: Of whom views may be.
            brokers: Whose they may be.
        """
        self._setting, self._sentences = setting, sentences
        self._entities, self._brokers = entities, brokers

    @cached_property
    def about(self) -> Entities:
        """Whom each place of the source is about."""
        return Entities(self._setting, self._sentences)

    def of(self, said: Said, claim: str, *, is_rated: bool) -> str:
        """What the view is of: an entity by its name, else as the words have it.

        A rating and a target price are of a listed company unless their words say otherwise.
        """
        broker = said.broker.name
        explicit, others = _SUBJECTS[self._setting.lang]
        if named := self._worded(explicit, said.words, broker, is_any=True):
            return named
        mentions = [one for one in self._entities.mentions(said.words) if one.name != broker]
        spoken = [one for one in mentions if role_of(one, said.words, mentions) is Role.SUBJECT]
        about = self.about
        if is_rated and about.is_sure_of_own:
            own = [one.name for one in mentions if one.name == about.own]
            companies = [one.name for one in spoken if not about.is_part(one.name)]
            return next(iter((*own, *companies)), about.own)
        if named := self._worded(others, said.words, broker, is_any=False):
            return named
        if spoken or mentions:
            whole = [one for one in spoken if is_rated and not about.is_part(one.name)]
            return (whole or spoken or mentions)[0].name
        named = self._worded(others, claim, broker, is_any=True)
        return named or about.of(0, said.sentence).value

    def _worded(
        self, patterns: Sequence[re.Pattern[str]], text: str, broker: str, *, is_any: bool
    ) -> str:
        """Whom words name as the subject; those that nobody knows only where any may be it."""
        for pattern in patterns:
            for found in pattern.finditer(text):
                words = found["said"].strip()
                inside = [one for one in self._entities.mentions(words) if one.name != broker]
                if inside:
                    return inside[0].name
                if (
                    is_any
                    and not self._brokers.named(words)
                    and not (_NO_SUBJECT.search(words) or rating_named(words))
                ):
                    return words
        return ""

    def apart(self, said: Said) -> list[Said]:
        """What a broker says, apart where one sentence rates two: Buy on one, Sell on the other."""
        first, *others = said.spans
        explicit, _ = _SUBJECTS[self._setting.lang]
        parts: list[tuple[str, str]] = []  # words, and whom they rate
        for words in _PARTS.split(first.words):
            rated = self._worded(explicit, words, said.broker.name, is_any=True)
            is_another = rated and any(stated_ratings(words)) and parts and parts[-1][1]
            if is_another and rated != parts[-1][1] and any(stated_ratings(parts[-1][0])):
                parts.append((words, rated))
            elif parts:
                parts[-1] = (f"{parts[-1][0]}, {words}", parts[-1][1] or rated)
            else:
                parts.append((words, rated))
        if len(parts) < 2:
            return [said]
        return [
            replace(said, spans=[replace(first, words=words), *(others if at == 0 else ())])
            for at, (words, _) in enumerate(parts)
        ]
