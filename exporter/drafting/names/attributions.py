"""Who says what a figure states: 据X, X表示; according to X, X said, "…", said X.

Nobody is named where the source itself speaks, nor where a company speaks in its own document.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from exporter.drafting.model import Guess, Sentence, Setting
from exporter.drafting.names.data_houses import tells_of_expected_alone
from exporter.drafting.names.descriptions import tellers_in
from exporter.drafting.names.expected import who_expected
from exporter.drafting.names.forecasters import forecaster_before
from exporter.drafting.names.known_names import without_legal_form
from exporter.drafting.names.market_forecasts import market_forecast
from exporter.drafting.names.opinions import (
    IT_EN,
    IT_ZH,
    another_opines,
    entities_of,
    house_before,
    houses_of,
    who_opines,
)
from exporter.drafting.names.papers_zh import publisher_of
from exporter.drafting.names.persons import (
    aims_of_persons,
    person_before,
    somebody_before,
    speaks_in_interview,
)
from exporter.drafting.names.quoted import quoted
from exporter.drafting.names.same_data_zh import of_the_same_data
from exporter.drafting.names.tellers import told_at, told_in
from exporter.drafting.names.tellers_en import COMPANY_EN, NOBODY_EN
from exporter.drafting.names.tellers_zh import AGENT_ZH, COMPANY_ZH, MAY_MEAN_ELSE_ZH, NOBODY_ZH
from exporter.drafting.names.told import Told
from exporter.drafting.names.turned_to import turned_to
from exporter.drafting.names.unnamed import UNNAMED, UNNAMED_ZH, spoken_before
from exporter.drafting.sentences import paragraph_before
from exporter.drafting.views.brokers import Brokers
from exporter.engine.regex import regex

_INSTITUTION_ZH = regex("该(?:机构|券商|研报|报告|协会|研究院)")
_IN_A_PAPER_ZH = regex("在[^，。；]{0,10}(?:报告|研报|研究|纪要|公告|声明|采访)中")
BEFORE = "who says so is named in a sentence before"


def attribution_of(start: int, sentence: Sentence, setting: Setting) -> Guess[str]:
    """Who says what stands at `start` in a sentence, in its language; "" for the source itself."""
    if setting.lang == "en" and _is_of_before(sentence.text, start):
        return Guess("")
    found = _told_by(start, sentence, setting)
    return replace(found, value=_OF_ITS_DATA.sub("", found.value))


_OF_ITS_DATA = regex("(?<=[\u4e00-\u9fff]{2})的(?:统计|监测|最新|调查|调研)*数据$")


def _told_by(start: int, sentence: Sentence, setting: Setting) -> Guess[str]:
    source = setting.source.text or ""
    before = _before(sentence, source)
    text = before + sentence.text + _behind(sentence, source)
    at = len(before) + start
    houses = houses_of(setting.brokers, setting.entities)
    told = [one for one in tellers_in(text, setting) if _speaks(one, text, setting, houses)]
    if who := forecaster_before(sentence, setting) or _forecasts_market(at, text, setting):
        return Guess(who)
    is_market = setting.lang == "en" and market_forecast(text, at) is not None
    if not is_market and (expecting := who_expected(at, text, setting.lang)):
        if IT_ZH.fullmatch(expecting) is not None:
            return Guess(house_before(sentence, start, setting, houses) or expecting)
        return Guess(_asked_behind(at, told) or expecting)
    if setting.lang == "en":
        told = [*told, *aims_of_persons(text, source)]
        told = [one for one in told if not tells_of_expected_alone(one, at, text)]
    found = told_at(at, text, told)
    after = text[found.end if found and not found.follows else 0 : at]
    if found is None or another_opines(after, setting.lang, houses):
        who = who_opines(at, text, sentence, setting, houses)
        return Guess(who or (_spoken_around(start, sentence, setting) if found is None else ""))
    if (another := turned_to(found, at, text, setting)) is not None:
        return Guess(another)
    if _is_own_paper(found, text, setting):
        return Guess("")
    place = max(0, sentence.start - len(before)) + found.start
    if publisher := publisher_of(found.who, paragraph_before(source, place)):
        return Guess("" if _is_entity(publisher, setting) else publisher)
    return _meant(found.who, place, start, sentence, setting)


def _spoken_around(start: int, sentence: Sentence, setting: Setting) -> str:
    """Who speaks where nobody tells anything in the sentence itself; "" for nobody."""
    source, place = setting.source.text or "", sentence.start + start
    spoken = speaks_in_interview(source, place) or quoted(place, source)
    return spoken or of_the_same_data(sentence, setting)


def _asked_behind(at: int, told: Sequence[Told]) -> str:
    """Who tells behind a figure what many expect, and is not the company; "" for nobody."""
    asked = (one.who for one in told if one.is_for_all and one.start > at)
    return next((who for who in asked if not COMPANY_EN.search(who)), "")


# Expects the dividend, |9.5p last year,| to be cut: what it was, the source itself adds
_ASIDE_OF_BEFORE = regex(
    r"\b(?:expect|predict|forecast|think|believ|argu|reckon|see|warn|say|said)\w*\b[^;.]*"
    r"[a-z],(?: which was| at)? [A-Z]{0,3}\W?$"
)
_YEAR_BEFORE = regex(
    r"[^,;\s]+(?: ?(?:[mb]n|million|billion|pence|cents|per ?cent|%))?(?: a share)?"
    r" (?:last (?:year|time)|a year (?:ago|earlier|before)|the year before|in (?:19|20)\d\d),"
)


def _is_of_before(text: str, start: int) -> bool:
    """Whether a figure is an aside of what something was, beside what somebody says of it."""
    is_aside = _ASIDE_OF_BEFORE.search(text[:start]) is not None
    return is_aside and _YEAR_BEFORE.match(text, start) is not None


def _forecasts_market(at: int, text: str, setting: Setting) -> str:
    """Who of the report's entities forecasts of a market what stands at `at`; "" for nobody."""
    begins = market_forecast(text, at) if setting.lang == "en" else None
    if begins is None:
        return ""
    named = entities_of(setting.entities).mentions(text[:begins])
    themselves = [*_publishers(setting), *setting.source.record.publisher]
    who = text[named[-1].start : named[-1].end] if named and not named[-1].owns else ""
    return "" if any(_is_called(who, name) for name in themselves) else who


# 甲公司披露中报，; 财报显示，: what a company's own results say.
_RESULTS_ZH = regex(
    "[了其]?[^，。；]{0,10}?(?:[中年季]报|财报|业绩|快报|成绩单|公告|预告)(?:[（(][^）)]*[)）])?[，：]"
)
_PUBLISHES_ZH = regex("(?:披露|公布|发布|宣布|公告)$")
_PAPER_ZH = regex(
    "(?:最新|公司)?(?:财报|年报|半年报|中报|[一三]?季报|业绩报告|定期报告|年度报告)(?:预?披露)?的?(?:数据|信息|内容)?"
)


def _is_own_paper(found: Told, text: str, setting: Setting) -> bool:
    """Whether the results of a company tell, and nobody beside them."""
    if _PAPER_ZH.fullmatch(found.who):
        return True
    said = text[found.start : found.end].rstrip("，,：: ")
    is_paper = said.endswith("显示") or (
        _PUBLISHES_ZH.search(said) is not None and _RESULTS_ZH.match(text, found.end) is not None
    )
    return is_paper and _is_entity(found.who, setting)


_ITS_ANALYSTS_EN = regex(r"[Ii]ts (?:own )?analysts")
_ITS_ANALYST_ZH = regex(f"(?:{IT_ZH.pattern})的?(?P<role>[^，。；的]{{0,4}}分析师[一-鿿]{{0,3}})")


def _meant(who: str, place: int, at: int, sentence: Sentence, setting: Setting) -> Guess[str]:
    """Whom somebody's words for who tells something mean: she, 该机构, the company.

    Args:
        who: The words.
        place: Where they stand in the source.
        at: Where in the sentence what is told stands.
        sentence: The sentence.
        setting: With the source.
    """
    source = setting.source.text or ""
    houses = houses_of(setting.brokers, setting.entities)
    if UNNAMED_ZH.fullmatch(who):
        named = spoken_before(who, place, sentence, setting)
        return Guess(named, "" if named else UNNAMED)
    if NOBODY_ZH.fullmatch(who) or NOBODY_EN.fullmatch(who):
        who = person_before(source, place, _forms(setting)) or somebody_before(source, place)
        if not _ITS_ANALYSTS_EN.fullmatch(who):
            return Guess(who, "" if who else BEFORE)
    if _ITS_ANALYSTS_EN.fullmatch(who) or _ITS_ANALYST_ZH.fullmatch(who):
        return Guess(_its_analysts(who, house_before(sentence, at, setting, houses)))
    house = ""
    if any(words.fullmatch(who) for words in (IT_EN, IT_ZH, _INSTITUTION_ZH)):
        house = house_before(sentence, at, setting, houses)
    if house or _INSTITUTION_ZH.fullmatch(who):
        return Guess(house or _teller_before(sentence, source) or who)
    who = spoken_before(who, place, sentence, setting) or who
    own = _publishers(setting)
    if COMPANY_ZH.fullmatch(who) or COMPANY_EN.fullmatch(who):
        is_plain = setting.lang == "zh" and _CLAIMS_ZH.match(source, place) is None
        return Guess("" if own else _company(setting, is_only=is_plain))
    themselves = [*own, *setting.source.record.publisher]
    return Guess("" if any(_is_called(who, name) for name in themselves) else who)


def _its_analysts(who: str, house: str) -> str:
    """Its analysts with the house that they are of, where that is known."""
    if not house:
        return who
    analyst = _ITS_ANALYST_ZH.fullmatch(who)
    return f"{house}{analyst['role']}" if analyst is not None else f"{house} analysts"


# 公司|称其|成本已降至7万元以下: what it claims; 公司称，: what a Chinese article tells of it
_CLAIMS_ZH = regex("[^，。；]{0,6}?(?:则|也|还)?(?:称其|声称|宣称|自称)")


def _company(setting: Setting, *, is_only: bool) -> str:
    """Whom the company means: the only entity, or the one that an article's title names.

    Args:
        setting: With the entities and the title.
        is_only: Whether it is told only of a report's one entity.
    """
    if len(setting.entities) == 1:
        return setting.entities[0].name.in_(setting.lang)
    if is_only:
        return ""
    title = setting.source.record.title.in_(setting.lang)
    named = {one.name for one in entities_of(setting.entities).mentions(title)}
    called = {one.name.en: one.name.in_(setting.lang) for one in setting.entities}
    return called.get(named.pop(), "") if len(named) == 1 else ""


def _teller_before(sentence: Sentence, source: str) -> str:
    """Who told something last in a paragraph before a sentence; "" for nobody."""
    here = paragraph_before(source, sentence.start)
    told = [one.who for one in told_in(here) if AGENT_ZH.search(one.who)]
    return told[-1] if told else ""


def _forms(setting: Setting) -> tuple[str, ...]:
    return tuple(form for one in setting.entities for form in (*one.name, *one.aliases))


def _is_entity(who: str, setting: Setting) -> bool:
    """Whether an entity of the report is named by some words."""
    return any(form in who for form in _forms(setting))


_NO_SPEAKERS = frozenset({"its", "their", "our", "his", "her"})  # Its forecast rose to


def _speaks(one: Told, text: str, setting: Setting, houses: Brokers) -> bool:
    """Whether somebody is named who can: 公司 and 乘联分会 do, 二期产能预计 does not."""
    if not one.who or one.who.casefold() in _NO_SPEAKERS:
        return False
    if one.opines:
        is_company = COMPANY_EN.fullmatch(one.who) or one.who.casefold() == "they"
        return not is_company and not _is_entity(one.who, setting)
    if setting.lang == "en" or not MAY_MEAN_ELSE_ZH.search(
        text[one.start : one.end].rstrip("，,：: “")
    ):
        return True
    if _IN_A_PAPER_ZH.search(text[one.start : one.end]):
        return True
    if NOBODY_ZH.fullmatch(one.who) or COMPANY_ZH.fullmatch(one.who):
        return True
    is_known = bool(houses.named(one.who)) or one.who.endswith(_forms(setting))
    return is_known or AGENT_ZH.search(one.who) is not None


_QUOTATION = regex('[“"].*[”"]', re.DOTALL)
# Another company that begins is not told by whose figures stood before.
_OF_ANOTHER_ZH = regex("(?:而|但|其中)?(?:同行|对手|竞争对手|友商|竞品|头部企业|龙头企业)")
_NEXT = regex("[^。！？!?\n]*")


def _before(sentence: Sentence, text: str) -> str:
    """What stands before a semicolon before a sentence: who is named there tells both."""
    before = text[: sentence.start]
    if not before.rstrip().endswith(("；", ";")) or _OF_ANOTHER_ZH.match(sentence.text):
        return ""
    return before[max(map(before.rfind, ("。", "！", "？", "\n"))) + 1 :]


def _behind(sentence: Sentence, text: str) -> str:
    """The next sentence, where one is a quotation whose speaker stands behind it."""
    if not _QUOTATION.fullmatch(sentence.text.strip()):
        return ""
    following = _NEXT.match(text, sentence.end)
    return following[0] if following and text[: sentence.end].endswith(sentence.text) else ""


def _publishers(setting: Setting) -> list[str]:
    """The names of the entity that published the source itself; [] where others did."""
    publisher = setting.source.record.publisher
    for entity in setting.entities:
        names = (*entity.name, *entity.aliases)
        if any(_is_called(name, called) for name in names for called in publisher):
            return list(names)
    return []


def _is_called(who: str, name: str) -> bool:
    return without_legal_form(who).casefold() == without_legal_form(name).casefold()
