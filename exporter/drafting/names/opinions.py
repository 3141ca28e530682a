"""The house whose opinion a figure is, by a verb that only a house or an analyst does.

Its subject stands before: 东麓证券维持“买入”，预计; Dunmore trims its forecast to. A house that
rates as a sentence begins says all of it, and one that heads a paragraph all of that.
"""

import re
from functools import lru_cache

from exporter.drafting.model import Named, Sentence, Setting
from exporter.drafting.names.known_names import KnownNames
from exporter.drafting.names.persons import person_before
from exporter.drafting.sentences import paragraph_start
from exporter.drafting.views.brokers import BrokerNamed, Brokers, with_short_names
from exporter.engine.regex import regex
from exporter.facts.words import Lang

# Who says so is the subject of a clause before: 东麓证券维持“买入”，预计.
_BARE_SAYS_ZH = regex(
    r"(?:^|(?<=[，；：,;]))(?:并|且|还|同时|该行|该机构|该券商|其|也)*(?:预计|预测|预期|认为|指出|称"
    r"|判断|测算|估算|估计|表示|强调|提醒|给予|上修|下修|上调|下调|(?<=[该行构商其并])料|[将把][^，。]{1,36}?预测)"
)
# What a house does at the beginning of a sentence, which then is all its own.
_RATES_ZH = regex(
    r"[^，。；]{0,16}?(?:则|也|还|亦)?(?:将|把|维持|重申|给予|授予|首次覆盖|首予|上调|下调|调高|调低|看好|恢复)"
)
_RATED = regex(r"评级|目标价|预测|预期|盈利|首次覆盖|首予")
_HEADS = regex(r"\s*(?:[(（][^()（）]{1,40}[)）])?\s*\**\s*[:：]")
_OPENS_ZH = regex(r"^(?:[^，。；]{0,12}，)?[^，。；]{0,4}$")
IT_EN = regex(r"(?:[Ii]t|[Tt]hey|[Tt]he (?:broker(?:age)?|bank|firm|house|analysts?))")
IT_ZH = regex(r"该行|该机构|该券商|该研报|其")
_PRONOUN_BEFORE = regex(r"\b[Ss]?[Hh]e\s+(?:also\s+|now\s+)?$")
# What only a house or an analyst does with a figure, in a sentence of theirs.
_OPINES_EN = regex(
    r"\b(?:not(?:es|ing)|argu(?:es|ing)|saying|adding|warn(?:s|ing)|expect(?:s|ing)|forecast(?:s"
    r"|ing)?|sees|seeing"
    r"|model(?:s|ling|ing)|pencil(?:s|ling)|reckon(?:s|ing)?|estimat(?:es|ing)|predict(?:s|ing)"
    r"|believ(?:es|ing)|thinks?|trim(?:s|med|ming)"
    r"|conced(?:es|ing)|frets?|call(?:s|ed|ing)|point(?:s|ed)?\s+(?:out|to)|pointing\s+(?:out|to)"
    r"|flag(?:s|ged|ging)|highlight(?:s|ed|ing)|noted|argued|warned|dr(?:ew|aws)\s+attention\s+to"
    r"|project(?:s"
    r"|ing)|rais(?:es|ed|ing)\s+(?:its|his|her|their)"
    r"|cut(?:s|ting)?\s+(?:its|his|her|their)|lower(?:s|ed|ing)?\s+(?:its|his|her|their)|lift(?:s|ed"
    r"|ing)?\s+(?:its|his|her|their))\b"
    # They kept a buy rating, and now expect earnings of
    r"|(?:(?<=\band )|(?<=\bnow )|(?<=\b[Tt]hey ))(?:expect|forecast|estimate|predict"
    r"|reckon|model)\b"
)

_IN_ASIDE = regex(r", (?:which|whom|that) (?:the )?$")  # the mill, |which| Ashby rates hold, warns


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
    known = houses.named(words)
    return bool(known) and pattern.search(words, known[-1].end) is not None


def who_opines(at: int, text: str, sentence: Sentence, setting: Setting, houses: Brokers) -> str:
    """The house whose opinion a figure is, by a verb whose subject stands before; "" for none."""
    if setting.lang == "zh" and (house := _who_rates(at, text, houses)):
        return house
    house = _by_verb(at, text, sentence, setting, houses)
    return house or _heads_paragraph(sentence, setting.source.text or "", houses)


def _by_verb(at: int, text: str, sentence: Sentence, setting: Setting, houses: Brokers) -> str:
    is_zh = setting.lang == "zh"
    verbs = list((_BARE_SAYS_ZH if is_zh else _OPINES_EN).finditer(text, 0, at))
    if not verbs:
        return ""
    first = verbs[0] if is_zh else verbs[-1]
    entities = entities_of(setting.entities).mentions(text)
    if any(first.start() - one.end in {0, 1} for one in entities):
        return ""
    named = [one for one in houses.named(text) if one.end <= verbs[-1].start()]
    if named and not _IN_ASIDE.search(text[: named[-1].start]):
        return _called(text, named[-1])
    close = _PRONOUN_BEFORE.search(text[: verbs[-1].start()])
    if close is not None:
        place = sentence.start + max(0, close.start() - (len(text) - len(sentence.text)))
        return person_before(setting.source.text or "", place)
    lead = text[: first.start()].lstrip('“" ')
    if not is_zh and re.match(r"(?:He|She)\b", lead):
        return person_before(setting.source.text or "", sentence.start)
    points = (IT_ZH if is_zh else IT_EN).match(first[0] if is_zh and not lead else lead)
    return house_before(sentence, 0, setting, houses) if points else ""


def _who_rates(at: int, text: str, houses: Brokers) -> str:
    """The house that rates, or changes its forecast, as a sentence begins; "" for none."""
    if not _RATED.search(text):
        return ""
    for one in reversed(houses.named(text)):
        lead = text[text.rfind("；", 0, one.start) + 1 : one.start]
        if one.end > at or not _OPENS_ZH.match(lead):
            continue
        turns = text.startswith("；", one.start - 1) and _BARE_SAYS_ZH.search(text, one.end, at)
        if turns or _RATES_ZH.match(text, one.end):
            return _called(text, one)
    return ""


def _heads_paragraph(sentence: Sentence, source: str, houses: Brokers) -> str:
    """The house that a paragraph begins with, as its head: 北辰证券（买入）：; "" for none."""
    start = paragraph_start(source, sentence.start)
    line = source[start : sentence.start + _LONGEST_HEAD].lstrip("*#-•· ")
    for one in houses.named(line[:_LONGEST_HEAD])[:1]:
        if one.start == 0 and _HEADS.match(line, one.end):
            return _called(line, one)
    return ""


_LONGEST_HEAD = 80  # characters


def _called(text: str, house: BrokerNamed) -> str:
    """A house as a text names it."""
    return text[house.start : house.end].removesuffix("'s").removesuffix("’s").rstrip("'’")


def house_before(sentence: Sentence, at: int, setting: Setting, houses: Brokers) -> str:
    """The house that a paragraph, or the heading above it, spoke of last; "" for none.

    Where a paragraph begins with 该券商, the only one that the paragraph before is of.
    """
    source = setting.source.text or ""
    begins = paragraph_start(source, sentence.start)
    paragraph = source[begins : sentence.start + at]
    for text in (paragraph, sentence.heading):
        if named := houses.named(text):
            return _called(text, named[-1])
    above = source[:begins].rstrip("\n").rpartition("\n")[2]
    named = houses.named(above) if _POINTS_ZH.match(source, begins) else []
    is_one = len({one.name for one in named}) == 1
    return _called(above, named[-1]) if is_one and above != sentence.heading else ""


_POINTS_ZH = regex("(?:此外|同时|另外)?，?(?:该(?:券商|研报|机构|行)|上述(?:券商|研报|机构))")
