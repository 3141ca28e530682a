"""Whose document a source is: by its title, its publisher, who speaks first, who is named most.

A digest, which lists companies in its title or tells of each under a heading, is nobody's.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from exporter.drafting.model import Guess, Sentence, Setting
from exporter.drafting.names.companies import Companies, is_company
from exporter.drafting.names.known_names import KnownNames, Mention
from exporter.drafting.names.roles import Role, is_rival, role_of, speaks
from exporter.drafting.sentences import is_over_a_company
from exporter.engine.regex import regex

_TELLS_RESULTS = 5  # sentences in which a release says whose results it has
_BY_FAR = 2  # times as often as anybody else
_LISTED = regex(r"\s*(?:、|,|，|;|；|/|\||,?\s+and\s|,?\s+&\s|和|及|与)\s*")
_MARKS = " \t\n#*>"  # before the first words of a text
_BEGINS, _LONGEST_TITLE = 20, 120  # characters
_NOBODY = Guess("", "no entity of the report is named nearby")


class Naming(NamedTuple):
    """A sentence with the report's entities that it names."""

    text: str
    names: Sequence[Mention]


class Whole(NamedTuple):
    """The company that a source, or a section of it, is of.

    Attributes:
        own: It, with a doubt where that is not plain; "" for none.
        companies: Which entities are parts of it.
    """

    own: Guess[str]
    companies: Companies

    @property
    def name(self) -> str:
        """Its English name."""
        return self.own.value

    @property
    def is_sure(self) -> bool:
        """Whether it is plain whose it is."""
        return bool(self.own.value) and not self.own.doubt

    def is_part(self, name: str) -> bool:
        """Whether an entity is a part of it."""
        return self.companies.is_part(name)


class Wholes:
    """The company that a source is of; in a digest, those that its sections are of."""

    def __init__(self, setting: Setting, names: KnownNames, own: Guess[str]) -> None:
        """Of a source.

        Args:
            setting: With the source.
            names: How it calls the report's entities.
            own: Whose document it is.
        """
        self._setting, self._names = setting, names
        self.document = self._as_whole(own)
        self._sections: dict[str, Whole] = {}

    def of(self, sentence: Sentence) -> Whole:
        """The company that a sentence's section is of: in a digest that of the heading."""
        if self.document.name:
            return self.document
        heading = sentence.heading
        if heading not in self._sections:
            named = {one.name for one in self._names.mentions(heading)}
            own = Guess(named.pop()) if len(named) == 1 else self.document.own
            self._sections[heading] = self._as_whole(own)
        return self._sections[heading]

    def _as_whole(self, own: Guess[str]) -> Whole:
        text = self._setting.source.text or ""
        return Whole(own, Companies(self._setting.entities, own.value, text))


def whose_document(
    setting: Setting, names: KnownNames, sentences: Sequence[Naming], headings: Iterable[str]
) -> Guess[str]:
    """The entity that a source is of; "" for none of the report's.

    Args:
        setting: With the source.
        names: How it calls the report's entities.
        sentences: Its sentences.
        headings: Those above its sentences.
    """
    counts = Counter(one.name for each in sentences for one in _spoken_of(each))
    record = setting.source.record
    for words in (record.title, record.publisher):
        for text in dict.fromkeys(words):
            if (found := _of_title(text, names.mentions(text), setting, counts)) is not None:
                return found
    if len(setting.entities) == 1:
        return Guess(setting.entities[0].name.en)
    headed = {each: {one.name for one in names.mentions(each)} for each in dict.fromkeys(headings)}
    title = _title_in(setting.source.text or "", sentences)
    found = _of_title(title, names.mentions(title), setting, counts)
    found = found or _of_text(setting, sentences, counts)
    parts = Companies(setting.entities, found.value, setting.source.text or "")
    alone = {each: named for each, named in headed.items() if len(named) == 1}
    sections = {
        name
        for each, named in alone.items()
        for name in named
        if is_over_a_company(each) or not parts.is_part(name)
    }
    is_digest = len(sections) > 1
    return _NOBODY if is_digest else found


def _title_in(text: str, sentences: Sequence[Naming]) -> str:
    """The line that a text begins with, where that is no sentence; "" for none."""
    line = text.lstrip(_MARKS).partition("\n")[0].strip()
    is_told = bool(sentences) and line.startswith(sentences[0].text[:_BEGINS])
    return "" if is_told or len(line) > _LONGEST_TITLE else line


def _spoken_of(words: Naming) -> list[Mention]:
    """The entities that a sentence names, but for rivals: 竞争对手X同期收入."""
    return [one for one in words.names if not is_rival(one, words.text)]


def _of_title(
    title: str, named: list[Mention], setting: Setting, counts: Mapping[str, int]
) -> Guess[str] | None:
    """Whose document it is by its title, or its publisher; None where that names nobody."""
    spoken = [one for one in named if role_of(one, title, named) is Role.SUBJECT]
    if not spoken:
        return None
    others = {one.name for one in spoken} - {spoken[0].name}
    if not others:
        return Guess(spoken[0].name)
    parts = Companies(setting.entities, spoken[0].name, setting.source.text or "")
    if all(map(parts.is_called_part, others)):
        return Guess(spoken[0].name)
    if len(others) > 1 and _are_listed(title, spoken):
        return _NOBODY
    known = {entity.name.en: entity for entity in setting.entities}
    names = dict.fromkeys(one.name for one in spoken)
    first = max(names, key=lambda name: is_company(known[name]))  # the first of these
    most = max(counts.get(name, 0) for name in names)
    is_alone = sum(is_company(known[name]) for name in names) == 1 and is_company(known[first])
    is_plain = is_alone or counts.get(first, 0) >= most
    return Guess(first, "" if is_plain else "named in the title with others")


def _are_listed(title: str, named: Sequence[Mention]) -> bool:
    """Whether nothing but marks stands between names: A、B、C."""
    pairs = pairwise(named)
    return all(_LISTED.fullmatch(title[one.end : other.start]) for one, other in pairs)


def _of_text(setting: Setting, sentences: Sequence[Naming], counts: Counter[str]) -> Guess[str]:
    """Whose document it is by who speaks first in it, or is named by far the most."""
    text = setting.source.text or ""
    for words in sentences[:_TELLS_RESULTS]:
        if (named := _spoken_of(words)) and speaks(named[0], words.text):
            first = named[0].name
            parts = Companies(setting.entities, first, text)
            if counts[first] >= max(counts[name] for name in counts if not parts.is_part(name)):
                return Guess(first)
            break
    most = counts.most_common(1)
    if not most:
        return _NOBODY
    name, count = most[0]
    parts = Companies(setting.entities, name, text)
    others = [counts[other] for other in counts if other != name]
    rivals = [counts[other] for other in counts if other != name and not parts.is_part(other)]
    if count > _BY_FAR * max(rivals, default=0) and _comes_first(name, sentences):
        return Guess(name)
    if count > _BY_FAR * sum(others):
        return Guess(name, "not named nearby: the source speaks of it most")
    return _NOBODY


def _comes_first(name: str, sentences: Sequence[Naming]) -> bool:
    """Whether an entity is the first that is named."""
    return next((one.name for words in sentences for one in _spoken_of(words)), "") == name
