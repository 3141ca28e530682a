"""The house whose opinion a figure is, by a verb that only a house or an analyst does.

Its subject stands before: 东麓证券维持“买入”，预计; Dunmore trims its forecast to.
"""

import re
from functools import lru_cache

from exporter.drafting.model import Named, Sentence, Setting
from exporter.drafting.names.known_names import KnownNames
from exporter.drafting.names.persons import person_before
from exporter.drafting.views.brokers import Brokers, with_short_names
from exporter.facts.words import Lang

# Who says so is the subject of a clause before: 东麓证券维持“买入”，预计.
_BARE_SAYS_ZH = re.compile(
    r"(?:^|(?<=[，；：,;]))(?:并|且|还|同时|该行|该机构|该券商|其|也)*(?:预计|预测|认为|指出|称"
    r"|判断|测算|估算|表示|强调|提醒|给予|上修|下修|上调|下调|将[^，。]{1,14}?预测)"
)
IT_EN = re.compile(r"(?:[Ii]t|[Tt]hey|[Tt]he (?:broker(?:age)?|bank|firm|house|analysts?))")
IT_ZH = re.compile(r"该行|该机构|该券商|该研报|其")
_PRONOUN_BEFORE = re.compile(r"\b[Ss]?[Hh]e\s+(?:also\s+|now\s+)?$")
# What only a house or an analyst does with a figure, in a sentence of theirs.
_OPINES_EN = re.compile(
    r"\b(?:not(?:es|ing)|argu(?:es|ing)|saying|adding|warn(?:s|ing)|expect(?:s|ing)|forecast(?:s"
    r"|ing)?|sees|seeing"
    r"|model(?:s|ling|ing)|pencil(?:s|ling)|reckon(?:s|ing)?|estimat(?:es|ing)|predict(?:s|ing)"
    r"|believ(?:es|ing)|thinks?|trim(?:s|med|ming)"
    r"|conced(?:es|ing)|frets?|call(?:s|ed|ing)|points?\s+(?:out|to)|pointing\s+out|project(?:s"
    r"|ing)|rais(?:es|ed|ing)\s+(?:its|his|her)"
    r"|cut(?:s|ting)?\s+(?:its|his|her)|lower(?:s|ed|ing)?\s+(?:its|his|her)|lift(?:s|ed"
    r"|ing)?\s+(?:its|his|her))\b"
)


@lru_cache(maxsize=8)
def houses_of(brokers: tuple[Named, ...], entities: tuple[Named, ...]) -> Brokers:
    """The houses of a report, as sources name them."""
    return Brokers(KnownNames(with_short_names(brokers, entities)), entities_of(entities))


@lru_cache(maxsize=8)
def entities_of(entities: tuple[Named, ...]) -> KnownNames:
    """The entities of a report, as sources name them."""
    return KnownNames(entities)


def another_opines(words: str, lang: Lang, houses: Brokers) -> bool:
    """Whether a house takes the word after who told something: …；国崇证券维持“持有”，预计."""
    pattern = _BARE_SAYS_ZH if lang == "zh" else _OPINES_EN
    known = [one for one in houses.named(words) if one.is_known]
    return bool(known) and pattern.search(words, known[-1].end) is not None


def who_opines(at: int, text: str, sentence: Sentence, setting: Setting, houses: Brokers) -> str:
    """The house whose opinion a figure is, by a verb whose subject stands before; "" for none."""
    is_zh = setting.lang == "zh"
    verbs = list((_BARE_SAYS_ZH if is_zh else _OPINES_EN).finditer(text, 0, at))
    if not verbs:
        return ""
    first = verbs[0] if is_zh else verbs[-1]
    entities = entities_of(setting.entities).mentions(text)
    if any(first.start() - one.end in {0, 1} for one in entities):
        return ""
    named = [one for one in houses.named(text[: verbs[-1].start()]) if one.is_known]
    if named:
        return text[named[-1].start : named[-1].end].removesuffix("'s").removesuffix("’s")
    close = _PRONOUN_BEFORE.search(text[: verbs[-1].start()])
    if close is not None:
        place = sentence.start + max(0, close.start() - (len(text) - len(sentence.text)))
        return person_before(setting.source.text or "", place)
    lead = text[: first.start()].lstrip('“" ')
    if not is_zh and re.match(r"(?:He|She)\b", lead):
        return person_before(setting.source.text or "", sentence.start)
    points = (IT_ZH if is_zh else IT_EN).match(first[0] if is_zh and not lead else lead)
    return house_before(sentence, 0, setting, houses) if points else ""


def house_before(sentence: Sentence, at: int, setting: Setting, houses: Brokers) -> str:
    """The house that a paragraph, or the heading above it, spoke of last; "" for none."""
    source = setting.source.text or ""
    paragraph = source[source.rfind("\n", 0, sentence.start) + 1 : sentence.start + at]
    for text in (paragraph, sentence.heading):
        if named := [one for one in houses.named(text) if one.is_known]:
            last = named[-1]
            return text[last.start : last.end].removesuffix("'s").removesuffix("’s")
    return ""
