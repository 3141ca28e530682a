"""Who says what a figure states: 据X, X表示; according to X, X said, "…", said X.

Nobody is named where the source itself speaks, nor where a company speaks in its own document.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from exporter.drafting.model import Guess, Named, Sentence, Setting
from exporter.drafting.names.known_names import KnownNames, without_legal_form
from exporter.drafting.views.brokers import Brokers, with_short_names
from exporter.facts.words import Lang

BEFORE = "who says so is named in a sentence before"


class _Told(NamedTuple):
    """Somebody who tells something in a sentence.

    Attributes:
        who: As the sentence names them.
        start: Where the telling begins; `end` where what is told does.
        is_for_all: Whether the whole sentence is told: according to.
        follows: Whether what is told stands before: "…", said X.
    """

    who: str
    start: int
    end: int
    is_for_all: bool = False
    follows: bool = False


_STOP_ZH = "，,。；;：:！？!?\n"
_OPEN_ZH = '“"「”」'
_BY_ZH = re.compile(
    rf"(?<![依根数证票收占])(?:根)?据(?P<who>[^{_STOP_ZH}]{{0,30}}?)"
    r"(?P<how>介绍|透露|预计|预估|研判|披露|统计(?!局)|报道|测算|估算|了解|悉|预测|估计|数据|年报"
    r"|财报|公告|报告|研报|消息|资料)"
    r"(?P<rest>[^，,。；;]{0,6}?)(?:显示|称|指出)?(?=[，,：:])"
)
_SAYS_ZH = re.compile(
    rf"(?P<who>(?:[^{_STOP_ZH}{_OPEN_ZH}()（）]|[(（][^()（）]*[)）]){{1,40}}?)"
    r"(?:(?:的)?(?P<paper>研报|研究报告|报告|公告|财报|年报)(?:中)?)?"
    r"(?:则|也|还|又|并|进一步|明确|公开|曾|向[^，。；]{1,10}?)?"
    r"(?:表示|告诉(?:记者|媒体|投资者|分析师|[^，。；]{1,4}记者)|指出|预估|估算|测算|提醒|警告"
    r"|直言|坦承|判断|点评称|声称|(?<![下宣名简号堪人自职])称(?!号|为|作)|透露(?!出)"
    r"|介绍(?![了的、和])|宣布|宣称|认为|强调|坦言|披露|提到|补充道?|回应|显示|预计(?!的)"
    r"|预测(?![以能模性值数的、和及由从至为上下])"
    r"|(?<=[\u4e00-\u9fff])说(?![明法]))(?:道|说)?(?=[，,：:“\"「]|(?P<on>[^，。；\s]))"
)
_SAYS_WITHOUT_COMMA = re.compile(r"(?:表示|指出|宣布|称|透露|认为|预计|预测|预估|披露|显示)$")
# What does not speak itself: 二期产能预计, 临床试验显示; only who is named so does.
_MAY_MEAN_ELSE = re.compile(r"(?:预计|预测|预估|显示)$")
_AGENT_ZH = re.compile(
    "(?:局|部|委|委员会|协会|学会|商会|联合会|分会|机构|研究|研究院|中心|公司|集团|证券|银行|基金"
    "|数据|署|总署|所|院|社|网|部门|统计|咨询|智库"
    "|组|团队|分析师|人士|专家|管理层|记者|报告|研报|公告|财报|年报|季报|国际|资本|投行|券商|机构"
    "|资料|榜单|白皮书|名单|》)$|董事长|总裁|总经理|首席|负责人|行长|主任|主席|发言人"
)
# What somebody published shows: who that is stands before.
_PUBLISHED_ZH = re.compile(
    r"(?:\d+年)?(?:\d+月)?(?:\d+日)?[晚早]?间?(?:公布|发布|披露|刊发|出具)的.*$"
)
_ISSUED_ZH = re.compile(
    r"(?:\d+[年月日])*(?:最新|近日|日前)?(?:发布|公布|披露|提供|出具|公开)的(?:最新)?$"
)
# Where who it is ends, and what they do begins: 临河证券下调盈利|预测.
_DOES_ZH = re.compile(r"(?:上调|下调|维持|重申|给予|首次|将|把)")
_SAYING_IS_ZH = re.compile(
    rf"(?P<who>[^{_STOP_ZH}{_OPEN_ZH}()（）]{{2,30}}?)(?:在[^，。；]{{1,14}}[上中里])?(?:给出"
    rf"|提出)?的?(?:口径|说法|判断|答复|回答|解释|答案|预期|指引)(?:是|为)[：:，“]"
)
# Who says so is the subject of a clause before: 东麓证券维持“买入”，预计.
_BARE_SAYS_ZH = re.compile(
    r"(?:^|(?<=[，；：,;]))(?:并|且|还|同时|该行|该机构|该券商|其|也)*(?:预计|预测|认为|指出|称"
    r"|判断|测算|估算|表示|强调|提醒|给予|上修|下修|上调|下调|将[^，。]{1,14}?预测)"
)
_OF_FIGURES_ZH = re.compile(r"给予|上修|下修|上调|下调|预测")
_LEAD_ZH = re.compile(
    r"^(?:此外|同时|其中|对此|不过|但是?|而且?|另外|另一方面|日前|近日|昨日|今日|当日|当天|随后"
    r"|同日|同一天|次日|稍后|稍早|早前|昨晚|昨天|今天"
    r"|目前|与此同时"
    r"|\d+年|\d+月|\d+日|去年|今年|上周|本周|在[^，]{2,12}?[上中时])+"
)
_TAIL_ZH = re.compile(
    r"(?:(?:日前|近日|昨日|今日|当日|上周|本周|周[一二三四五六日]|同时|此前|随后|近期"
    r"|\d+[月日年])|在[^，]{1,20}?[上中里时内间]"
    r"|于[^，]{1,12}|最新|方面|发布的?|向[^，]{1,12}|[的还也则又并]|进一步|对[^，]{1,14}|(?:则"
    r"|也)?在?[\d年月日]*(?:公布|发布|披露))$"
)
_NOBODY_ZH = re.compile(r"(?:[他她]|两人|双方|后者|前者)(?:们)?")
_COMPANY_ZH = re.compile(r"(?:该|本)?(?:公司|集团|行|银行)|其|我们|我司|管理层|公司管理层|公司方面")

_ROLE = (
    r"(?:chief|chair\w*|ceo|cfo|coo|cto|president|head|director|managing|vice|analysts?|founder"
    r"|co-founder|minister|spokes\w+|economist|partner|manager|executive|governor|secretary|senior"
    r"|general|its|the|who|an?)"
)
_TITLE = (
    r"(?:(?:[A-Z]?[a-z-]+[ ]){0,3}?(?i:chief|director|head|officer|president|executive"
    r"|chair(?:man|woman)?|founder"
    r"|analyst|economist|strategist|spokes\w+|manager|minister|ceo|cfo|coo|governor|secretary"
    r"|partner)"
    r"(?:[ ](?:executive|financial|operating)(?:[ ]officer)?)?)"
)
_CAPITAL = r"[A-Z0-9][\w.&'’-]*"
_PERSON = rf"(?:{_CAPITAL}(?:[ ](?:(?:of|and|the|de|van|von|&|for)[ ])?{_CAPITAL})*)"
_PLAIN = (
    r"(?:(?i:the|a|an|its|some|several|two|company|bank|industry|government)[ ]"
    rf"(?:[\w'’-]+[ ]){{0,3}}?|)(?:[Aa]nalysts?(?:[ ](?:at|from|with)[ ]{_PERSON})?|executives?"
    r"|officials?|management|sources?|researchers?|economists?|traders?"
    r"|people[ ]familiar[ ]with[ ]the[ ]matter|company|group|bank|firm"
    r"|ministry|regulators?|spokes(?:man|woman|person)|agency|association|filing|statement|report)"
)
_OFFICE = (
    r"(?:chief|head|chair|spokes|president|analysts?|executives?|officials?|director|founder"
    r"|economist|minister)"
)
_WHO = (
    rf"(?P<who>(?:{_TITLE}[ ]{_PERSON}"
    rf"|{_PERSON}(?:['’]s[ ](?:[a-z-]+[ ]){{0,3}}{_OFFICE}[\w -]{{0,40}}?)?"
    rf"|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|{_PLAIN}"
    rf"|[Tt]he[ ]{_CAPITAL}(?:[ ]{_CAPITAL})*)"
    rf"(?:[ ](?:analysts?|executives?|officials?|spokes\w+)(?:[ ]{_PERSON})?)?"
    rf"(?:,[ ]{_ROLE}\b[^,;.]{{2,70}})?)"
)
_VERB = (
    r"(?:(?:said|says|added|adds|announced|announces|disclosed|revealed|wrote|explained|confirmed"
    r"|told\s+[\w\s]{2,30}?|estimates?|predict(?:s|ed)?|forecasts?|believes?|reckons?)"
    r"|(?:stated|noted|claimed|claims|notes|estimated)(?=\s+(?:that|its?|the|there)\b|,|$"
    r"|\s+[“\"]))"
)
_SAYS_EN = re.compile(
    rf"(?:^|(?<=[,;:.“\"‘—] )|(?<=[”\"] )|(?<=\band )|(?<=\bbut )|(?<=\bwhile )|(?<=^[“\"]))"
    rf"{_WHO},?\s+(?:also\s+|later\s+|has\s+|had\s+)?{_VERB}\b(?!\s+(?:by|to)\b)"
)
_SAID_WHO = re.compile(rf"[,”\"]\s+(?:said|says|added|adds|wrote|explained)\s+{_WHO}")
_BY_EN = re.compile(
    r"\b(?:[Aa]ccording\s+to|citing|[Aa]s\s+reported\s+by|[Dd]ata\s+from"
    r"|[Ff]igures\s+from)\s+(?:the\s+)?"
    r"(?:(?:an?\s+)?(?:poll|survey|consensus|tally|report|note|study|data|figures|estimates)\s+"
    r"(?:compiled\s+|published\s+)?(?:by|from)\s+(?:the\s+)?)?"
    r"(?P<who>(?:[A-Z]|(?:company|government|industry|public|official|court|internal"
    r"|preliminary)?\s*(?:data|figures|statement|filings?|report|analysts|people|sources?|surveys?"
    r"|estimates?|documents?|regulators?|economists?|officials?|executives?|researchers?)\b)"
    r"[^,;.()]{0,60}?)(?=\s+(?:released|published|on\s+\w+day|show(?:s|ed)?|in\s+\d{4})\b|[,;.()]"
    r"|$)"
)
# A person by office and name, whom "she" may mean.
_TITLED_EN = re.compile(
    rf"\b{_TITLE}[ ](?P<who>{_CAPITAL}[ ]{_CAPITAL})"
    rf"|(?P<named>{_CAPITAL}[ ]{_CAPITAL}),[ ](?:{_ROLE}|[a-z ]{{0,20}}{_OFFICE})\b"
    rf"|(?<=\bwrote )(?P<wrote>{_CAPITAL}[ ]{_CAPITAL})"
    rf"|(?<=\bsaid )(?P<said>{_CAPITAL}[ ]{_CAPITAL})"
    rf"|(?P<says>{_CAPITAL}[ ]{_CAPITAL})(?=[ ](?:raises|says|keeps|sees|argues|thinks)\b)"
)
_TITLED_ZH = re.compile(
    r"(?:董事长|总裁|总经理|首席[\u4e00-\u9fff]{2,4}官|CEO|CFO|行长|分析师|财务总监|发言人|负责人"
    r"|创始人)(?P<who>[\u4e00-\u9fff]{2,3}?)(?=[，。：“、（(]|在|于|表示|认为|透露|称|坦言|说"
    r"|介绍|指出)"
)
_IT_EN = re.compile(r"(?:[Ii]t|[Tt]hey|[Tt]he (?:broker(?:age)?|bank|firm|house|analysts?))")
_IT_ZH = re.compile(r"该行|该机构|该券商|该研报|其")
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
_NOBODY_EN = re.compile(r"(?:s?he|they)", re.IGNORECASE)
_COMPANY_EN = re.compile(
    r"(?:it|we|(?:the\s+)?(?:company|group|bank|firm|management)|company\s+(?:executives"
    r"|officials))",
    re.IGNORECASE,
)
_LEAD_EN = re.compile(
    r"^(?:(?:In|On|At|But|And|Meanwhile|However|Separately|Also|Yet)\s+(?:[A-Z]\w+day\s+)?)+"
)


def attribution_of(start: int, sentence: Sentence, setting: Setting) -> Guess[str]:
    """Who says what stands at `start` in a sentence, in its language; "" for the source itself."""
    source = setting.source.text or ""
    before = _before(sentence, source)
    text = before + sentence.text + _behind(sentence, source)
    at = len(before) + start
    houses = _brokers(setting.brokers, setting.entities)
    found = _told_at(at, text, [one for one in _told(text) if _speaks(one, text, setting, houses)])
    after = text[found.end if found and not found.follows else 0 : at]
    if found is None or _another_opines(after, setting.lang, houses):
        who = _who_opines(at, text, sentence, setting, houses)
        return Guess(who or (_quoted(sentence.start + start, source) if found is None else ""))
    who = found.who
    if text[found.start : found.end].rstrip("，,：: ").endswith("显示") and _is_entity(
        who, setting
    ):
        return Guess("")  # its own results show them
    if _NOBODY_ZH.fullmatch(who) or _NOBODY_EN.fullmatch(who):
        place = max(0, sentence.start - len(before)) + found.start
        named = _person_before(source, place)
        return Guess(named, "" if named else BEFORE)
    own = _publishers(setting)
    if _COMPANY_ZH.fullmatch(who) or _COMPANY_EN.fullmatch(who):
        if (_IT_EN.fullmatch(who) or _IT_ZH.fullmatch(who)) and (
            house := _house_before(sentence, at - len(before), setting, houses)
        ):
            return Guess(house)
        is_plain = not own and len(setting.entities) == 1
        return Guess(setting.entities[0].name.in_(setting.lang) if is_plain else "")
    themselves = [*own, *setting.source.record.publisher]
    return Guess("" if any(_is_called(who, name) for name in themselves) else who)


def _is_entity(who: str, setting: Setting) -> bool:
    """Whether an entity of the report is named by some words."""
    forms = (form for one in setting.entities for form in (*one.name, *one.aliases))
    return any(form in who for form in forms)


def _quoted(place: int, source: str) -> str:
    """Who is quoted at a place, where a quotation goes on from a sentence before; "" for nobody."""
    here = source[source.rfind("\n", 0, place) + 1 : place]
    opened, closed = here.count("“"), here.count("”")
    if not (opened > closed or (not opened and here.count('"') % 2)):
        return ""
    told = [one.who for one in _told(here) if _is_person(one.who)]
    return told[-1] if told else ""


@lru_cache(maxsize=8)
def _brokers(brokers: tuple[Named, ...], entities: tuple[Named, ...]) -> Brokers:
    """The houses of a report, as sources name them."""
    return Brokers(KnownNames(with_short_names(brokers, entities)), _entities(entities))


@lru_cache(maxsize=8)
def _entities(entities: tuple[Named, ...]) -> KnownNames:
    """The entities of a report, as sources name them."""
    return KnownNames(entities)


def _speaks(one: _Told, text: str, setting: Setting, houses: Brokers) -> bool:
    """Whether somebody is named who can: 公司 and 乘联分会 do, 二期产能预计 does not."""
    if not one.who:
        return False
    if setting.lang == "en" or not _MAY_MEAN_ELSE.search(
        text[one.start : one.end].rstrip("，,：: “")
    ):
        return True
    if _NOBODY_ZH.fullmatch(one.who) or _COMPANY_ZH.fullmatch(one.who):
        return True
    forms = tuple(form for each in setting.entities for form in (*each.name, *each.aliases))
    is_known = bool(houses.named(one.who)) or one.who.endswith(forms)
    return is_known or _AGENT_ZH.search(one.who) is not None


def _another_opines(words: str, lang: Lang, houses: Brokers) -> bool:
    """Whether a house takes the word after who told something: …；国崇证券维持“持有”，预计."""
    pattern = _BARE_SAYS_ZH if lang == "zh" else _OPINES_EN
    known = [one for one in houses.named(words) if one.is_known]
    return bool(known) and pattern.search(words, known[-1].end) is not None


def _who_opines(at: int, text: str, sentence: Sentence, setting: Setting, houses: Brokers) -> str:
    """The house whose opinion a figure is, by a verb whose subject stands before; "" for none."""
    is_zh = setting.lang == "zh"
    verbs = list((_BARE_SAYS_ZH if is_zh else _OPINES_EN).finditer(text, 0, at))
    if not verbs:
        return ""
    first = verbs[0] if is_zh else verbs[-1]
    entities = _entities(setting.entities).mentions(text)
    if any(first.start() - one.end in {0, 1} for one in entities):
        return ""
    named = [one for one in houses.named(text[: verbs[-1].start()]) if one.is_known]
    if named:
        return text[named[-1].start : named[-1].end].removesuffix("'s").removesuffix("’s")
    close = _PRONOUN_BEFORE.search(text[: verbs[-1].start()])
    if close is not None:
        place = sentence.start + max(0, close.start() - (len(text) - len(sentence.text)))
        return _person_before(setting.source.text or "", place)
    lead = text[: first.start()].lstrip('“" ')
    if not is_zh and re.match(r"(?:He|She)\b", lead):
        return _person_before(setting.source.text or "", sentence.start)
    points = (_IT_ZH if is_zh else _IT_EN).match(first[0] if is_zh and not lead else lead)
    return _house_before(sentence, 0, setting, houses) if points else ""


def _house_before(sentence: Sentence, at: int, setting: Setting, houses: Brokers) -> str:
    """The house that a paragraph, or the heading above it, spoke of last; "" for none."""
    source = setting.source.text or ""
    paragraph = source[source.rfind("\n", 0, sentence.start) + 1 : sentence.start + at]
    for text in (paragraph, sentence.heading):
        if named := [one for one in houses.named(text) if one.is_known]:
            last = named[-1]
            return text[last.start : last.end].removesuffix("'s").removesuffix("’s")
    return ""


def _person_before(source: str, place: int) -> str:
    """Whom he or she means: who was named last in the paragraph, or in the one before."""
    here = source.rfind("\n", 0, place) + 1
    above = source.rfind("\n", 0, max(0, source[:here].rstrip().rfind("\n"))) + 1
    for text in (source[here:place], source[above:here]):
        named = [
            (found.start(), str(next(filter(None, found.groups()))))
            for pattern in (_TITLED_EN, _TITLED_ZH)
            for found in pattern.finditer(text)
        ]
        named += [(one.start, one.who) for one in _told(text) if _is_person(one.who)]
        if named:
            return max(named)[1]
    return ""


def _is_person(who: str) -> bool:
    """Whether a speaker is named, and a person."""
    if _NOBODY_EN.fullmatch(who) or _NOBODY_ZH.fullmatch(who) or who.startswith("据"):
        return False
    if _COMPANY_EN.fullmatch(who) or _COMPANY_ZH.fullmatch(who):
        return False
    return bool(re.search(_OFFICE, who, re.IGNORECASE) or _AGENT_ZH.search(who)) or (
        who.isascii() and re.fullmatch(rf"{_CAPITAL}(?:[ ]{_CAPITAL})?", who) is not None
    )


_QUOTATION = re.compile('[“"].*[”"]', re.DOTALL)
_NEXT = re.compile("[^。！？!?\n]*")


def _before(sentence: Sentence, text: str) -> str:
    """What stands before a semicolon before a sentence: who is named there tells both."""
    before = text[: sentence.start]
    if not before.rstrip().endswith(("；", ";")):
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


def _told_at(start: int, text: str, told: list[_Told]) -> _Told | None:
    """Who tells what stands at a place: the last before it; else who is named behind."""
    before = [one for one in told if one.end <= start and not one.follows]
    for one in told:
        if (
            one.follows
            and one.start >= start
            and not any(other.follows and start <= other.start < one.start for other in told)
        ):
            between = text[start : one.start]
            if not before or re.search('[”"]', between) or one.start > before[-1].start:
                return one
    if before:
        return before[-1]
    return next((one for one in told if one.is_for_all), None)


def _told(text: str) -> Iterator[_Told]:
    if re.search(r"[\u4e00-\u9fff]", text):
        yield from _told_zh(text)
    else:
        yield from _told_en(text)


def _told_zh(text: str) -> Iterator[_Told]:
    taken = -1
    for found in _BY_ZH.finditer(text):
        who, how = _trimmed(found["who"]), found["how"]
        if how in {"数据", "年报", "财报", "公告", "报告", "研报", "资料"}:
            who = _ISSUED_ZH.sub("", found["who"]) or f"{found['who']}{how}"
            who = who if who != found["who"] else f"{who}{how}"
        is_unnamed = not who
        yield _Told(f"据{how}" if is_unnamed else who, found.start(), found.end(), True)
        taken = found.end()
    for found in _SAYING_IS_ZH.finditer(text):
        if who := _trimmed(found["who"]):
            yield _Told(who, found.start(), found.end())
    for found in _SAYS_ZH.finditer(text):
        if found.start() < taken or text[found.start() : found.start() + 1] == "据":
            continue
        if found["on"] and not _SAYS_WITHOUT_COMMA.search(found[0]):
            continue
        who = _trimmed(_PUBLISHED_ZH.sub("", found["who"]))
        if who:
            quoted = found.start() > 0 and text[found.start() - 1] in '”」"'
            ends = not text[found.end() :].strip("。，, ”")
            yield _Told(who, found.start(), found.end(), follows=ends)
            if quoted and not ends:
                yield _Told(who, found.start(), found.end(), follows=True)


def _trimmed(who: str) -> str:
    """Who it is, without when, where and to whom they spoke."""
    who = _LEAD_ZH.sub("", re.sub("[(（][^()（）]*[)）]", "", who).strip())
    who = _DOES_ZH.split(who)[0]
    while (shorter := _TAIL_ZH.sub("", who)) != who:
        who = shorter
    return who.strip()


def _told_en(text: str) -> Iterator[_Told]:
    for found in _BY_EN.finditer(text):
        yield _Told(found["who"].strip(), found.start(), found.end(), True)
    for found in _SAID_WHO.finditer(text):
        yield _Told(found["who"], found.start(), found.end(), follows=True)
    for found in _SAYS_EN.finditer(text):
        who = re.sub(r",\s+who\b.*$", "", _LEAD_EN.sub("", found["who"]))
        ends = not re.search(
            r"\w{3}", re.sub(r"on \w+day|in a \w+|to reporters", "", text[found.end() :])
        )
        quoted = text[: found.start()].rstrip().endswith(("”", '"', ",")) and found.start() > 0
        if quoted and not ends and text.startswith(",", found.end()):  # X, she added, and Y
            yield _Told(who, found.start(), found.end(), follows=True)
        yield _Told(
            who,
            found.start(),
            found.end(),
            follows=ends or (quoted and text[: found.start()].rstrip().endswith(("”", '"'))),
        )
