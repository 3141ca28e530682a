"""The sentences of a source with whom they name, each read once.

Houses, whose opinions a sentence gives, are no strangers in it.
"""

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.names.clauses import Words, clauses_of
from exporter.drafting.names.company_words import RATES
from exporter.drafting.names.known_names import KnownNames, Mention
from exporter.drafting.names.persons import surnames_in
from exporter.drafting.names.strangers import Stranger, introduced_in, strangers_in
from exporter.drafting.views.brokers import Brokers
from exporter.engine.regex import regex

_Key = tuple[int, str]  # where a sentence begins, and its words: some are read without a part


class SentenceWords:
    """The sentences of a source as they name the report's entities, and others."""

    def __init__(self, setting: Setting) -> None:
        """By the names that the report and the source have for its entities."""
        self._text = setting.source.text or ""
        self.names = KnownNames(setting.entities, self._text)
        self._brokers = Brokers.of_report(setting, self.names)
        self._introduced = introduced_in(self._text) if setting.lang == "en" else frozenset()
        self._persons = surnames_in(self._text) if setting.lang == "en" else frozenset()
        self._named: dict[_Key, list[Mention]] = {}
        self._read: dict[_Key, Words] = {}

    def named_in(self, sentence: Sentence) -> list[Mention]:
        """The report's entities that a sentence names."""
        key = (sentence.start, sentence.text)
        if key not in self._named:
            self._named[key] = self.names.mentions(sentence.text)
        return self._named[key]

    def of(self, sentence: Sentence) -> Words:
        """A sentence with its names, strangers and clauses."""
        key = (sentence.start, sentence.text)
        if key not in self._read:
            names, text = self.named_in(sentence), sentence.text
            self._read[key] = Words(text, names, self._strangers(text, names), clauses_of(text))
        return self._read[key]

    def names_a_broker(self, text: str) -> bool:
        """Whether a text names a broker that is known to be one."""
        return any(one.is_known for one in self._brokers.named(text))

    def _strangers(self, text: str, names: list[Mention]) -> list[Stranger]:
        strangers = [
            one
            for one in strangers_in(text, names, self._introduced)
            if not self.names.begin_with(one.words) and not _introduces(one, text, names)
            if one.is_plain or one.words not in self._persons
        ]
        if not strangers:
            return []
        rates = RATES.search(text) is not None
        houses = [one for one in self._brokers.named(text) if one.is_known or rates]
        return [
            one
            for one in strangers
            if not any(each.start < one.end and one.start < each.end for each in houses)
        ]


def _introduces(one: Stranger, text: str, names: list[Mention]) -> bool:
    """Whether what reads like a stranger only says who a known one is: 同城的酒店集团|翠湖酒店."""
    between = (text[one.end : each.start] for each in names if each.start >= one.end)
    return any(map(_WHAT_IT_IS.fullmatch, between))


_WHAT_IT_IS = regex('(?:集团|公司|企业|连锁|品牌|运营商|龙头|巨头|上市公司)*[“"]?')
