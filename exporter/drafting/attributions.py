"""Who says what a figure states: 据X, X表示; according to X, X said, "…", said X.

Nobody is named where the source itself speaks, nor where a company speaks in its own document.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from exporter.drafting.known_names import without_legal_form
from exporter.drafting.model import Guess, Sentence, Setting

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
    r"(?P<how>介绍|透露|披露|统计(?!局)|报道|测算|估算|了解|悉|预测|估计|数据|年报|财报|公告|报告|研报|消息|资料)"
    r"(?P<rest>[^，,。；;]{0,6}?)(?:显示|称|指出)?(?=[，,：:])"
)
_SAYS_ZH = re.compile(
    rf"(?P<who>(?:[^{_STOP_ZH}{_OPEN_ZH}()（）]|[(（][^()（）]*[)）]){{1,40}}?)"
    r"(?:(?:的)?(?P<paper>研报|研究报告|报告|公告|财报|年报)(?:中)?)?"
    r"(?:则|也|还|又|并|进一步|明确|公开|曾|向[^，。；]{1,10}?)?"
    r"(?:表示|指出|声称|(?<![下宣名简号堪人自职])称(?!号|为|作)|透露(?!出)|介绍(?![了的、和])|宣布|宣称|认为|强调|坦言|披露|提到|补充道?|回应|显示|预计(?!的)|预测(?![以能模性值数的、和及])"
    r"|(?<=[\u4e00-\u9fff])说(?![明法]))(?:道|说)?(?=[，,：:“\"「]|(?P<on>[^，。；\s]))"
)
_SAYS_WITHOUT_COMMA = re.compile(r"(?:表示|指出|宣布|称|透露|认为|预计|预测|披露|显示)$")
_LEAD_ZH = re.compile(
    r"^(?:此外|同时|其中|对此|不过|但是?|而且?|另外|另一方面|日前|近日|昨日|今日|当日|当天|随后|目前|与此同时"
    r"|\d+年|\d+月|\d+日|去年|今年|上周|本周|在[^，]{2,12}?[上中时])+"
)
_TAIL_ZH = re.compile(
    r"(?:(?:日前|近日|昨日|今日|当日|上周|本周|周[一二三四五六日]|同时|此前|随后|近期|\d+[月日年])|在[^，]{1,20}?[上中里时内间]"
    r"|于[^，]{1,12}|最新|方面|发布的?|向[^，]{1,12}|[的还也则又并]|进一步|对[^，]{1,14})$"
)
_NOBODY_ZH = re.compile(r"(?:[他她]|两人|双方|后者|前者)(?:们)?")
_COMPANY_ZH = re.compile(r"(?:该|本)?(?:公司|集团|行|银行)|其|我们|我司|管理层|公司管理层|公司方面")

_ROLE = (
    r"(?:chief|chair\w*|ceo|cfo|coo|cto|president|head|director|managing|vice|analysts?|founder"
    r"|co-founder|minister|spokes\w+|economist|partner|manager|executive|governor|secretary|senior"
    r"|general|its|the|who|an?)"
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
    rf"(?P<who>(?:{_PERSON}(?:['’]s[ ](?:[a-z-]+[ ]){{0,3}}{_OFFICE}[\w -]{{0,40}}?)?"
    rf"|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|{_PLAIN}"
    rf"|[Tt]he[ ]{_CAPITAL}(?:[ ]{_CAPITAL})*)"
    rf"(?:[ ](?:analysts?|executives?|officials?|spokes\w+)(?:[ ]{_PERSON})?)?"
    rf"(?:,[ ]{_ROLE}\b[^,;.]{{2,70}})?)"
)
_VERB = (
    r"(?:(?:said|says|added|adds|announced|announces|disclosed|revealed|wrote|explained|confirmed"
    r"|told\s+[\w\s]{2,30}?|estimates?|predict(?:s|ed)?|forecasts?|believes?|reckons?)"
    r"|(?:stated|noted|claimed|claims|notes|estimated)(?=\s+(?:that|its?|the|there)\b|,|$|\s+[“\"]))"
)
_SAYS_EN = re.compile(
    rf"(?:^|(?<=[,;:.“\"‘—] )|(?<=[”\"] )|(?<=\band )|(?<=\bbut )|(?<=\bwhile )|(?<=^[“\"]))"
    rf"{_WHO},?\s+(?:also\s+|later\s+|has\s+|had\s+)?{_VERB}\b(?!\s+(?:by|to)\b)"
)
_SAID_WHO = re.compile(rf"[,”\"]\s+(?:said|says|added|adds|wrote|explained)\s+{_WHO}")
_BY_EN = re.compile(
    r"\b(?:[Aa]ccording\s+to|citing|[Aa]s\s+reported\s+by|[Dd]ata\s+from|[Ff]igures\s+from)\s+(?:the\s+)?"
    r"(?P<who>(?:[A-Z]|(?:company|government|industry|public|official|court|internal"
    r"|preliminary)?\s*(?:data|figures|statement|filings?|report|analysts|people|sources?|surveys?"
    r"|estimates?|documents?|regulators?|economists?|officials?|executives?|researchers?)\b)"
    r"[^,;.()]{0,60}?)(?=\s+(?:released|published|on\s+\w+day|show(?:s|ed)?|in\s+\d{4})\b|[,;.()]|$)"
)
_NOBODY_EN = re.compile(r"(?:s?he|they)", re.IGNORECASE)
_COMPANY_EN = re.compile(
    r"(?:it|we|(?:the\s+)?(?:company|group|bank|firm|management)|company\s+(?:executives|officials))",
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
    found = _told_at(len(before) + start, text, list(_told(text)))
    if found is None:
        return Guess("")
    who = found.who
    if _NOBODY_ZH.fullmatch(who) or _NOBODY_EN.fullmatch(who):
        return Guess("", BEFORE)
    own = _publishers(setting)
    if _COMPANY_ZH.fullmatch(who) or _COMPANY_EN.fullmatch(who):
        is_plain = not own and len(setting.entities) == 1
        return Guess(setting.entities[0].name.in_(setting.lang) if is_plain else "")
    themselves = [*own, *setting.source.record.publisher]
    return Guess("" if any(_is_called(who, name) for name in themselves) else who)


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
            who = f"{found['who']}{how}"
        is_unnamed = not who
        yield _Told(f"据{how}" if is_unnamed else who, found.start(), found.end(), True)
        taken = found.end()
    for found in _SAYS_ZH.finditer(text):
        if found.start() < taken or text[found.start() : found.start() + 1] == "据":
            continue
        if found["on"] and not _SAYS_WITHOUT_COMMA.search(found[0]):
            continue
        who = _trimmed(found["who"])
        if who:
            quoted = found.start() > 0 and text[found.start() - 1] in '”」"'
            ends = not text[found.end() :].strip("。，, ”")
            yield _Told(who, found.start(), found.end(), follows=ends)
            if quoted and not ends:
                yield _Told(who, found.start(), found.end(), follows=True)


def _trimmed(who: str) -> str:
    """Who it is, without when, where and to whom they spoke."""
    who = _LEAD_ZH.sub("", re.sub("[(（][^()（）]*[)）]", "", who).strip())
    while (shorter := _TAIL_ZH.sub("", who)) != who:
        who = shorter
    return who.strip()


def _told_en(text: str) -> Iterator[_Told]:
    for found in _BY_EN.finditer(text):
        yield _Told(found["who"].strip(), found.start(), found.end(), True)
    for found in _SAID_WHO.finditer(text):
        yield _Told(found["who"], found.start(), found.end(), follows=True)
    for found in _SAYS_EN.finditer(text):
        who = _LEAD_EN.sub("", found["who"])
        ends = not re.search(
            r"\w{3}", re.sub(r"on \w+day|in a \w+|to reporters", "", text[found.end() :])
        )
        quoted = text[: found.start()].rstrip().endswith(("”", '"', ",")) and found.start() > 0
        yield _Told(
            who,
            found.start(),
            found.end(),
            follows=ends or (quoted and text[: found.start()].rstrip().endswith(("”", '"'))),
        )
