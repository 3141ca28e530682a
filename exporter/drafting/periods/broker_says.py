"""Whether it is a broker, or an analyst, who speaks of a figure, and not the company."""

import re
from collections.abc import Iterator
from functools import lru_cache

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.names.persons import person_before
from exporter.drafting.periods.tenses import simplified
from exporter.drafting.sentences import paragraph_before
from exporter.drafting.views.house_people import house_of_speaker
from exporter.engine.regex import regex

_BROKER_EN = regex(
    r"(?<!told )(?<!to )(?<!for )(?<!with )(?<!the other )\b(?:analysts?(?! who| call"
    r"| conference)|broker(?:age)?s?|strategists?|[A-Z]\w+ (?:Securities|Capital|Partners"
    r"|Research|Markets|Equities|Advisors"
    r"|Brokers|Investment Research)|Goldman Sachs|Morgan Stanley|JPMorgan|Jefferies|Barclays|UBS"
    r"|Citi(?:group)?|HSBC|Nomura"
    r"|Bernstein|Bank of America|Deutsche Bank)\b"
)
_BROKER_ZH = regex(
    "证券|券商|研报|分析师|投行|研究所|电新团队|医药团队|汽车组|首席分析|中金|高盛|摩根|大摩|小摩"
    "|花旗|瑞银|汇丰|野村|里昂|大和|中信|国泰|华泰|申万|海通|天风|国信|杰富瑞|美银"
)
_COMPANY_EN = regex(
    r"\b(?:[Mm]anagement|[Tt]he (?:company|group|firm|carrier|airline|retailer|maker|utility"
    r"|insurer|carmaker|chipmaker"
    r"|board)|[Cc]hief|[Ff]inance (?:chief|director)|CEO|CFO|[Cc]hair\w*|[Pp]resident|we|our)\b"
)
_COMPANY_ZH = regex(
    "管理层|董事长|总裁|总经理|财务官|(?<!中金)公司(?:将|预计|计划|拟|表示|宣布|公告|给出)|首席执行"
)
_GOES_ON_EN = regex(
    r"\W*(?:It|She|He|They|The (?:broker|brokerage|analyst|bank|house|firm)|Its|Her|His|Should"
    r"|[A-Z]\w+’?'?s? also)\b"
)
_GOES_ON_ZH = regex(
    "(?:该行|该机构|该券商|其|并|同时|我们|报告|研报|[他她又亦料]|还(?=预|料|认|称))"
)


def says_broker(start: int, sentence: Sentence, setting: Setting) -> bool:
    """Whether what stands at an offset of a sentence is said by a broker.

    Its sentence names one before, or goes on from one that does: It trims its forecast to.
    """
    text = simplified(sentence.text)
    if _WE_ZH.search(text[:start]) and _is_research(setting):
        return True
    if spoken := _last_speaker(text[:start], setting):
        return spoken == "broker"
    if setting.lang == "en" and _is_of_a_house(sentence, setting):
        return True
    behind = re.split("[;；。]", text[start:])[0]
    if _last_speaker(behind, setting) == "broker" and _SAYS.search(behind):
        return True
    goes_on = _GOES_ON_ZH if setting.lang == "zh" else _GOES_ON_EN
    if goes_on.match(text) is None and (setting.lang == "zh" or _begins_with_entity(text, setting)):
        return False
    return _last_speaker(_before(sentence, setting), setting) == "broker"


def _is_of_a_house(sentence: Sentence, setting: Setting) -> bool:
    """Whether she or he who speaks is a house's: Ann Lee, an analyst at Quill. … She expects."""
    source = setting.source.text or ""
    if _SPEAKS.match(sentence.text) is None or not (who := person_before(source, sentence.start)):
        return False
    return bool(house_of_speaker(source, sentence.start, who))


_SPEAKS = regex(r"(?:She|He) ")


def _is_research(setting: Setting) -> bool:
    """Whether a source is research of a broker, who says 我们 of itself."""
    head = simplified((setting.source.text or "")[:_HEAD])
    return _RESEARCH_ZH.search(head) is not None


_HEAD = 300  # characters
_RESEARCH_ZH = regex("研究所|证券研究|研究报告|首席分析师|分析师[：:]|执业编号|证券研报")
# 我们|将收入预测上调; a company that is quoted says it in quotation marks
_WE_ZH = regex(
    "(?<![“「『])我们(?:的)?(?:将|把|对|预计|预测|估计|认为|判断|给予|维持|上调|下调|看好)[^”」』]*$"
)


def _begins_with_entity(text: str, setting: Setting) -> bool:
    """Whether a sentence is about one of the report's by its first words: Calder expects."""
    head = text.removeprefix("The ").casefold()
    names = (name for one in setting.entities for name in (*one.name, *one.aliases) if name)
    return any(head.startswith((name.casefold(), name.split()[0].casefold())) for name in names)


# Would sell its stake to | Corvane Partners: who buys tells nothing.
_IN_A_DEAL = regex(
    r"\b(?:sell|sale|sold|dispos|transfer|divest|hand)\w*\b[^,;]* to (?:[\w-]+ ){0,4}$"
    r"|\b(?:bought|acquired|owned|backed|led|controlled) by (?:[\w-]+ ){0,4}$"
    r"|\b(?:fund|investor|buyer|owner|bidder|buy-?out firm|equity (?:firm|group|house)) $"
)
_SAYS = regex(
    r"\b(?:reckons?|says?|said|writes?|wrote|argues?|estimates?|believes?|thinks?|predicts?"
    r"|forecasts?|notes?)\b"
)


def _before(sentence: Sentence, setting: Setting) -> str:
    """What stands before a sentence in its paragraph, and the heading above it."""
    before = paragraph_before(setting.source.text or "", sentence.start)
    return simplified(f"{sentence.heading}\n{before}")


def _last_speaker(text: str, setting: Setting) -> str:
    """`broker` or `company`, whichever is named last; "" for neither."""
    brokers = max((at for at in _brokers_at(text, setting)), default=-1)
    company = _COMPANY_ZH if setting.lang == "zh" else _COMPANY_EN
    companies = max(
        (
            said.start()
            for said in company.finditer(text)
            if not _is_expected_of(text, said, brokers)
        ),
        default=-1,
    )
    if brokers < 0 and companies < 0:
        return ""
    return "broker" if brokers > companies else "company"


def _is_expected_of(text: str, company: re.Match[str], broker: int) -> bool:
    """Whether a house named before expects something of a company, which so does not speak."""
    if broker < 0 or _TO.match(text, company.end()) is None:
        return False
    return _EXPECTS_OF.fullmatch(text, broker, company.start()) is not None


# Larkfield | expects | the company to earn $5.40
_EXPECTS_OF = regex(
    r"[^.;,]{1,60}?\b(?:expects?|forecasts?|predicts?|estimates?|sees|thinks?|believes?|reckons?"
    r"|says|said)(?: that)? "
)
_TO = regex(r" (?:to|will|would|could|can|should|is likely to)\b")


def _brokers_at(text: str, setting: Setting) -> Iterator[int]:
    pattern = _BROKER_ZH if setting.lang == "zh" else _BROKER_EN
    own = [name for one in setting.entities for name in (*one.name, *one.aliases) if name]
    for said in pattern.finditer(text):
        if not any(said[0] in name for name in own) and not _IN_A_DEAL.search(text[: said.start()]):
            yield said.start()
    for broker in setting.brokers:
        for name in (*broker.name, *broker.aliases):
            if name and (at := text.rfind(simplified(name))) >= 0:
                yield at
            elif (short := _short_of(name, own).search(text)) is not None:
                yield short.start()


@lru_cache(maxsize=64)
def _short(first: str) -> re.Pattern[str]:
    return regex(
        rf"\b{re.escape(first)} (?:now |also |still |itself )?(?:forecasts?|expects?|predicts?|sees"
        r"|reckons?|says?|said|cut|raised|kept|rates|estimates|thinks|believes|models?|lowered"
        r"|trimmed|lifted|argue[sd]?|wrote|projects|assumes)\b"
    )


def _short_of(name: str, own: list[str]) -> re.Pattern[str]:
    """A house by its first word where that does what houses do: | Ashby | now expects."""
    first, _, rest = name.partition(" ")
    is_own = any(one.startswith(first) for one in own)
    is_short = _HOUSE.search(rest) is not None and len(first) > _SHORTEST and not is_own
    return _short(first) if is_short else _NEVER


_SHORTEST = 2  # letters
_NEVER = regex(r"(?!)")
_HOUSE = regex(
    r"\b(?:Securities|Capital|Bank|Partners|Research|Markets|Equities|Advisors|Brokers|Investments?"
    r"|Group|& Co|Hunt|Financial)\b"
)
