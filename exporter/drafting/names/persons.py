"""Who is meant by he, she, 他: a person named before; and who speaks in an interview."""

import re
from collections.abc import Container
from functools import lru_cache

from exporter.drafting.names.tellers import told_in
from exporter.drafting.names.tellers_en import CAPITAL, COMPANY_EN, NOBODY_EN, OFFICE, ROLE, TITLE
from exporter.drafting.names.tellers_zh import AGENT_ZH, COMPANY_ZH, NOBODY_ZH
from exporter.drafting.names.told import Told
from exporter.drafting.names.trade_voices import TRADES
from exporter.drafting.sentences import paragraph_start
from exporter.engine.regex import regex

# A person by office and name, whom "she" may mean.
_TITLED_EN = regex(
    rf"\b{TITLE}[ ](?P<who>{CAPITAL}[ ]{CAPITAL})"
    rf"|(?P<named>{CAPITAL}[ ]{CAPITAL}),[ ](?:{ROLE}|[a-z ]{{0,20}}{OFFICE})\b"
    rf"|(?<=\bwrote )(?P<wrote>{CAPITAL}[ ]{CAPITAL})"
    rf"|(?<=\bsaid )(?P<said>{CAPITAL}[ ]{CAPITAL})"
    rf"|(?P<who_does>{CAPITAL}[ ]{CAPITAL})(?=(?:[ ](?:of|at)[ ][^,;]{{2,40}})?,[ ]who\b)"
    rf"|(?P<says>{CAPITAL}[ ]{CAPITAL})(?=[ ](?:raises|says|keeps|sees|argues|thinks)\b)"
)
_TITLED_ZH = regex(
    r"(?:董事长|主席|总裁|总经理|首席[\u4e00-\u9fff]{2,4}官|CEO|CFO|行长|分析师|总监|发言人|负责人|创始人"
    r"|董秘|董事会秘书|厂长|局长|主任|秘书长|会长|院长|所长)(?!对|向|告诉|接受|在接受|表示|透露|坦言)(?P<who>[\u4e00-\u9fff]{2,3}?)(?=[，。：“、（(\d]|[上本]周|[今昨]|近日|日前|发表|在|于|则|也|还|更|最|曾|正|并|就|均|对|给|将|把|预|解释|补充|强调|表示|认为|透露|称|坦言|说|指"
    r"|介绍|指出)"
)


_FULL_STOP = regex(r"(?<=[a-z]{3})\.$")  # of the sentence, not of an initial


def person_before(source: str, place: int, companies: Container[str] = ()) -> str:
    """Whom he or she means: who was named last in the paragraph, or in the one before.

    Args:
        source: Its text.
        place: Where he or she stands.
        companies: What those are called that are no person: an analyst said Larch was growing.
    """
    here = paragraph_start(source, place)
    above = source.rfind("\n", 0, max(0, source[:here].rstrip().rfind("\n"))) + 1
    for text in (source[here:place], source[above:here]):
        named = [
            (found.start(), str(next(filter(None, found.groups()))))
            for pattern in (_TITLED_EN, _TITLED_ZH)
            for found in pattern.finditer(text)
        ]
        named += [
            (one.start, one.who)
            for one in told_in(text)
            if is_person(one.who) and not _BODY_ZH.search(one.who) and one.who not in companies
        ]
        if named:
            return _FULL_STOP.sub("", max(named)[1])
    return ""


@lru_cache(maxsize=8)
def surnames_in(source: str) -> frozenset[str]:
    """What a text may call its persons by, whom it has introduced in full: Shaw, after Ann Shaw."""
    full = (next(filter(None, found.groups())) for found in _TITLED_EN.finditer(source))
    return frozenset(name.split()[-1].rstrip(".") for name in full)


# The chain had 640 shops, and Shaw |expects to| reach 1,000
_AIMS = regex(
    r"(?:^|(?<=[,;:.“\"‘—] )|(?<=[”\"] )|(?<=\band )|(?<=\bbut )|(?<=\bwhile )|(?<=\bthat ))"
    r"(?P<who>[Hh]e|[Ss]he|(?:(?:Mr|Ms|Mrs|Dr)\.? )?(?P<name>[A-Z][\w’'-]+))"
    r" (?:(?:now|also|still|himself|herself|therefore|eventually) )*"
    r"(?:expects?|hopes|thinks|wants|aims|reckons|intends|plans|would like|is aiming"
    r"|is confident)\b"
)


def aims_of_persons(text: str, source: str) -> list[Told]:
    """What persons whom a source names expect, want and hope for, in a sentence of it."""
    surnames = surnames_in(source)
    return [
        Told(found["who"], found.start(), found.end())
        for found in _AIMS.finditer(text)
        if found["name"] is None or found["name"] in surnames
    ]


_SOMEBODY = regex(
    f"(?:一|某|有|另一|其中一)[名位个家]?[^，。；]{{0,16}}?(?:{TRADES}|高管|人士|负责人|经理|员工|分析师|业者|投资者"
    "|从业者|管理者|董事|股东|专家|工程师|老板)$"
)


def somebody_before(source: str, place: int) -> str:
    """Whom he or she means where nobody is named: an executive who told something just before.

    Args:
        source: Its text.
        place: Where he or she stands.
    """
    told = [one.who for one in told_in(source[paragraph_start(source, place) : place])]
    found = _SOMEBODY.search(told[-1]) if told else None
    return told[-1] if found is not None else ""


# Who tells something and is nobody whom 她 may mean.
_BODY_ZH = regex(
    "(?:局|部|委|委员会|协会|学会|商会|机构|研究院|研究所|中心|公司|集团|证券|银行|基金|国际|资本|投行|券商|数据|统计"
    "|咨询|智库|所|院|社|网|部门|报告|研报|公告|财报|年报|季报|资料|榜单|白皮书|名单|》)$"
)


def is_person(who: str) -> bool:
    """Whether a speaker is named, and a person."""
    if NOBODY_EN.fullmatch(who) or NOBODY_ZH.fullmatch(who) or who.startswith("据"):
        return False
    if COMPANY_EN.fullmatch(who) or COMPANY_ZH.fullmatch(who):
        return False
    return bool(re.search(OFFICE, who, re.IGNORECASE) or AGENT_ZH.search(who)) or (
        who.isascii() and re.fullmatch(rf"{CAPITAL}(?:[ ]{CAPITAL})?", who) is not None
    )


# Who speaks, before what they say: 裴澜：账上现金还有87亿元. Who asks says nothing.
_LABEL = regex(
    r"^[*_\s]*(?P<who>[\u4e00-\u9fff·]{1,4}|[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]+){0,2})"
    r"[*_\s]*[：:](?=.)",
    re.MULTILINE,
)
_ASKS = regex(r"记者|问|本报|本刊|主持人|编辑|提问|Q|Question|Interviewer|Reporter|Editor")
_NO_SPEAKER = regex(
    r"[年月日]|来源|作者|日期|地点|时间|单位|备注|附注|风险|注|说明|摘要|标题|投资|联系|电话"
)


def speaks_in_interview(source: str, place: int) -> str:
    """Who speaks at a place of an interview, in which lines begin with names; "" elsewhere."""
    start = paragraph_start(source, place)
    here = _LABEL.match(source, start)
    if here is None or here.end() > place or _ASKS.fullmatch(here["who"]):
        return ""
    who = here["who"]
    labels = [found["who"] for found in _LABEL.finditer(source)]
    is_dialogue = len(who) > 1 and labels.count(who) > 1 and not _NO_SPEAKER.search(who)
    return who if is_dialogue and any(map(_ASKS.fullmatch, labels)) else ""
