"""Companies that a report does not know, and markets, where a sentence is about them."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from exporter.drafting.names.company_deeds import acts, is_called_one
from exporter.drafting.names.examples_zh import stands_for_a_kind
from exporter.drafting.names.joined_names import is_of_partners
from exporter.drafting.names.known_names import Mention
from exporter.drafting.names.markets import markets_in
from exporter.drafting.names.peers_zh import peers_in
from exporter.drafting.names.well_known import WELL_KNOWN_EN, WELL_KNOWN_ZH
from exporter.engine.regex import regex

_LEGAL = (
    r"(?:Inc|Corp|Corporation|Co|Ltd|Limited|plc|PLC|AG|SE|SA|NV|LLC|GmbH|Group|Holdings?|Bank"
    r"|Banks"
    r"|Motors?|Energy|Pharma|Pharmaceuticals?|Therapeutics|Biosciences?|Technologies|Technology"
    r"|Systems|Airlines|Airways|Industries|Foods|Stores|Partners|Capital|Electric|Electronics"
    r"|Semiconductor|Software|Networks|Petroleum|Oil|Gas|Power|Resources|Mining|Steel|Chemicals?"
    r"|Securities|Insurance|Financial|Retail|Supermarkets|Brands|Logistics|Shipping|Labs|Solar"
    r"|Forum|Institute|Association|Council|Agency|Authority|Ministry|Bureau|Commission|University"
    r"|Foundation|Federation)"
)
_WORD = r"[A-Z][\w&'’-]*"
_ACRONYMS = frozenset(
    "GDP EBITDA EBIT EPS AI ROE ROA NIM ARPU US UK EU EV EVS IPO CEO CFO CET GMV DAU MAU ESG R&D"
    " CPI PMI LNG GPU CPU API APP FDA EMA COVID WHO OPEC FY YTD AUM NAV NPL".split()
)
_NAME_EN = regex(rf"(?<![\w'’-]){_WORD}(?:[ ](?:(?:of|and|&|de)[ ])?{_WORD})*\.?")
_OWNS = regex("(?:['’]s|(?<=s)['’])$")
_IS_COMPANY = regex(rf"[ ]{_LEGAL}\b(?:['’]s?)?\.?$")
# What stands before a name that its sentence is not about, before a term of the document's own
# (the Utility), and before a person.
_NOT_SUBJECT = regex(
    r"\b(?:by|of|from|with|to|in|at|for|on|as|the|our|its|their|Mr|Ms|Mrs|Dr)\.?\s+$", re.IGNORECASE
)
# Shares in | Tesla | fell: they are what the sentence is about, and whose
_MEASURED = (
    r"(?:shares?|stock|revenues?|sales|turnover|profits?|earnings|losses|deliveries|orders|output"
    r"|production|margins?|costs|staff|headcount)"
)
_OF_WHOM = regex(rf"\b{_MEASURED} (?:of|in|at) (?:rival )?$", re.IGNORECASE)
# Holt & Garrow | sales fell. Of other names such words may tell of a channel: Amazon sales
_HAS = regex(rf" {_MEASURED}\b")
_NEAR = 40  # characters, more than the longest of these words
# What begins a sentence, and the names of no company.
_NO_NAME = frozenset(
    word
    for row in """
    the a an in on at by for from to with as of and but or if it its he she they we our this that
    these those there then when while after before since during under over also however meanwhile
    both each total net gross operating adjusted basic diluted revenue revenues sales profit income
    earnings margin management analysts executives officials investors shareholders customers
    users january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday china chinese us uk eu europe asia
    america americas north south latin east west global international greater hong kong india japan
    germany france britain australia first second third fourth quarter half year full fiscal fy q1
    q2 q3 q4 h1 h2 ceo cfo chief mr ms mrs dr another one two three four five group company bank
    rival rivals competitor competitors peer peers discounter grocer brewer carrier chain
    board directors company's group's bank's last shares stock
    """.splitlines()
    for word in row.split()
)
_KIND_ZH = "(?:公司|集团|银行|股份|控股|证券|药业|重工|电器|生物|航空|地产|保险|酒业)"
_HAN = regex("[\u4e00-\u9fff]")
_NAME_ZH = regex(
    rf"(?:^|(?<=[，,。；;：:])|据|而|其中，?)"
    rf"(?P<name>[\u4e00-\u9fffA-Za-z]{{1,10}}?{_KIND_ZH})"
    r"(?=(?:[(（][^)）]*[)）])?(?:去年|今年|上半年|本季|同期|当季|前|第|20\d\d|则|也|共|累计|已|的|"
    r"实现|公布|发布|披露|日前|近日|昨日|公告|报告|录得|营收|营业|净利|收入|销量|销售|交付|预计|拥有|以|斥资|表示"
    r"|宣布|出资))"
)
_GENERIC_ZH = regex(
    r"^(?:(?:该|本|子|分|母|上市|其|各|多家|一家|两家|家|大型|科技|互联网|保险|汽车|国有|民营"
    r"|外资|控股|参股|旗下"
    r"|关联|全资|合资|新|基金|证券|期货|全资子|控股子|并|及|在|截至|报告期内|股份制|商业|中央"
    r"|央行|投资|和|与|"
    r"包括|国内|国际|我国|中国|全国|目前|同时|此外|因此)*(?:公司|集团|银行|股份|控股|证券|生物"
    r"|航空|地产|保险|药业|重工|电器))$"
)


_RIVAL_ZH = regex(
    r"(?:对手|同行|友商|竞品)(?:企业|公司)?[“\"]?(?P<name>[\u4e00-\u9fffA-Za-z]{2,8}?)[”\"]?"
    r"(?=的|去年|今年|上半年|[前第]?[一二三四]季|同期|市场|营收|收入|销量|净利|则|为|实现|公布|发布|披露|拥有|以)"
)
_BEGINS_ZH = regex(
    r"(?:^|[，。；：、]|而|其中，?|和|与此同时，?|(?:竞争)?对手|同行|友商|不过|但)[“\"]?$"
)


# Who is introduced as another: 同城的东屿银行, 另一家, 竞争对手.
_OTHER_ZH = regex(
    r"(?:竞争对手|老对手|对手|同(?:为|属|是|在|处)[^，。；的]{2,10}的|同行|友商|竞品|同城的?|邻[省市]的?|同省的?|同行?业的?|隔壁的?"
    r"|同一赛道的?|赛道[内上中]的?|另一[家巨]头?|(?:头部|龙头|同类)企业|后来者|后起之秀|跨国药企|海外药企|(?:行业|全球|国内|国际|细分|市场)(?:龙头|巨头|老大|第一))"
    r"(?:企业|公司|品牌|中|、|，)?[“\"]?"
    r"(?P<name>[\u4e00-\u9fff]{2,7}?(?:公司|集团|银行|股份|控股|证券|药业|重工|电器|生物|航空"
    r"|地产|保险|酒业|汽车|能源|科技|食品|制药|钢铁"
    r"|物流|快递|速运|软件|半导体|超市|零售|百货|传媒|游戏|光能|新能源|新能|锂能|锂电|电池|机器人|精工|精密|材料|电子|医药|饮料|乳业"
    r"|服饰|家居|旅游|酒店|重汽|电力|石化))"
)
_INTRODUCED_ZH = regex(
    r"(?:竞争对手|老对手|同城的|邻[省市]的|同省的|同行?业的|隔壁的|另一家|另一巨头|后来者|后起之秀"
    r"|友商|竞品)[“\"]?(?P<name>[\u4e00-\u9fff]{2,6}?)[”\"]?"
    r"(?=日子|的|则|也|同期|上半年|前三季度|去年|今年|在|以|披露|公布|表示|净利|营收|收入|销|还"
    r"|已|把|将|更|，)"
)
# A name that only what follows shows to be one: 万佳优选同期门店数, X则以12%.
_BARE_ZH = regex(
    r"(?:^|(?<=[，。；：、]))(?:而|但|其中，?|相比之下，?"
    r"|与此同时，?)?[“\"]?(?P<name>[\u4e00-\u9fff]{2,6}?)[”\"]?"
    r"(?=同期(?!增|下|上|相|减|持|提|为|的|水平|数)|(?:发布|公布|披露)(?:的"
    r"|了)?[^，。]{0,8}(?:财报|业绩|年报|季报|销量|交付|产销)|的市占率|的市场份额"
    r"|以(?=[^，。]{0,8}的?(?:市场)?(?:份额|市占率|占有率|成绩)))"
)
_NO_NAME_ZH = regex(
    "[年月日季期率额量数其该本各]|收入|营收|利润|销售|出货|成本|费用|毛利|门店|用户|客户|业务"
    "|公司|去年|上半|目前|国内|海外|行业|市场|产品|组件|储能|订单"
    "|价格|资金|装机|产能|产量|会员|我们|他们|双方|两者|以上|以下|集团|记者|官方|同时|此外|主要"
    "|整体|总体|管理层|全国|全球|^[在于向从对就与跟为以]"
    "|[欧美非亚]洲|北美|南美|拉美|中东|东南亚|亚太|日本|韩国|美国|德国|英国|法国|印度|巴西|墨西哥|泰国|越南"
    "|华[东南北中西]|[东西]北|西南|长三角|珠三角|一线|线城市|海外|境外|欧盟"
)
_NO_STEM_ZH = regex(
    "(?:季度?|[年月日期]|半年|此前|目前|今后|未来|其中|旗下|截至|公告|显示|不少|多数|部分|许多"
    "|不同|类|只|[对向使令让及由将把被为是有无按像称占含属从在]|预计|预测|认为|表示|指出|相信|看好|判断"
    "|强调|透露|预期|估计|带动|推动|支持|帮助|加上|以及)$"
)
# 一位接近公司的人士: who knows the company written about
_WHO_KNOWS_ZH = regex("(?:[一几两多数]?[位名个])?(?:接近|熟悉|了解|靠近|参与)(?:该|这家)?$")
_WITH_WELL_KNOWN = regex(rf"(?<![\w-]){WELL_KNOWN_EN.pattern}(?![\w-])")


_OFFICE = regex(
    r"\b(?:Chief|Officer|Executive|President|Chair(?:man|woman)?|Minister|Director|Governor|Secretary)\b"
)
_PERSON_BEFORE = regex(
    r"\b(?:analysts?|economist|strategist|officer|executive|chief|director|president|Mr|Ms|Mrs|Dr)\.?\s+$"
)
# Japan's Sumori: a company of a country.
_OF_COUNTRY = regex(
    r"\b(?:Japan|China|Germany|France|Britain|Norway|Sweden|America|India|Korea|Switzerland|Italy|Spain"
    r"|Denmark|Finland|Canada|Australia|Brazil|Israel|Ireland|Taiwan|Netherlands|Belgium|Austria"
    r"|Poland|Singapore)['’]s\s(?P<name>[A-Z][a-z]\w+)\b"
)
_TWO_WORDS = regex(r"(?<![\w.’'-])(?P<first>[A-Z][a-z][\w-]{2,})[ ][A-Z][a-z]\w+")
_JOINED_ZH = regex("[与和及]|我们|本公司")


class Stranger(NamedTuple):
    """A company that the report does not know.

    Attributes:
        start: Offset of its first character; `end` after its last.
        is_plain: Whether it is called a company, so that it is no person or product.
        is_subject: Whether its clause is about it.
        is_market: Whether it is a market or a trade, of which no more is told afterwards.
    """

    words: str
    start: int
    end: int
    is_plain: bool
    is_subject: bool
    is_market: bool = False


def introduced_in(text: str) -> frozenset[str]:
    """What a source may call strangers by for short: Mayang, once it spoke of Mayang Mobile."""
    found = {match["first"] for match in _TWO_WORDS.finditer(text)}
    found |= {match["name"] for match in _OF_COUNTRY.finditer(text)}
    return frozenset(first for first in found if first.casefold() not in _NO_NAME)


def strangers_in(
    text: str, known: Sequence[Mention], introduced: Container[str] = ()
) -> Iterator[Stranger]:
    """The companies of a sentence that are none of the known, in no order.

    Args:
        text: The sentence.
        known: The names in it that the report has.
        introduced: What the source may call others by for short.
    """
    chinese = _in_chinese(text) if _HAN.search(text) else ()
    for one in (*_in_english(text, introduced), *chinese, *_in_trades(text)):
        if one.words.startswith("这家"):
            continue  # 这家老牌乳企: whoever was spoken of
        if not any(each.start < one.end and one.start < each.end for each in known):
            yield one


def _in_english(text: str, introduced: Container[str]) -> Iterator[Stranger]:
    for found in _NAME_EN.finditer(text):
        start, end = _without_openers(text, *found.span())
        words = text[start:end]
        is_person = _OFFICE.search(words) or _PERSON_BEFORE.search(text[:start])
        if words.casefold().rstrip(".") in _NO_NAME or is_person:
            continue
        has_kind = bool(_IS_COMPANY.search(words))
        is_joined = is_of_partners(text, start, end)
        is_plain = has_kind or is_joined
        is_known = _WITH_WELL_KNOWN.search(words) is not None
        near = text[max(start - _NEAR, 0) : start]
        if not is_plain and _NOT_SUBJECT.search(near) and not (is_known and _OF_WHOM.search(near)):
            continue
        is_told = is_known or _is_acronym(words) or is_called_one(text, start, end)
        is_short = _OWNS.sub("", words) in introduced
        owns = (is_plain or is_told or is_short) and _OWNS.search(words) is not None
        does = owns or acts(text, start, end, is_plain or is_told or is_short)
        does = does or (is_joined and _HAS.match(text, end) is not None)
        begins = not text[:start].strip(' "“‘')
        is_name = is_plain or is_told or is_short or not begins or " " in words
        if is_name and (does or is_plain):
            yield Stranger(words, start, end, has_kind or (is_told and not is_short), does)


def _without_openers(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the words before it that have a capital because a sentence begins."""
    while first := re.match(r"([\w'’&-]+)[ ](?!& )", text[start:end]):
        if first[1].casefold() not in _NO_NAME:
            break
        start += first.end()
    return start, end


def _is_acronym(words: str) -> bool:
    return (
        words.isupper() and words.isalpha() and len(words) > len("AI") and (words not in _ACRONYMS)
    )


def _in_trades(text: str) -> Iterator[Stranger]:
    for start, end in markets_in(text):
        yield Stranger(text[start:end], start, end, True, True, True)


def _in_chinese(text: str) -> Iterator[Stranger]:
    for found in _OTHER_ZH.finditer(text):
        yield Stranger(found["name"], *found.span("name"), True, True)
    for start, end in peers_in(text):
        yield Stranger(text[start:end], start, end, True, True, True)
    for found in (*_INTRODUCED_ZH.finditer(text), *_BARE_ZH.finditer(text)):
        if not _NO_NAME_ZH.search(found["name"]):
            yield Stranger(found["name"], *found.span("name"), False, True)
    for found in (*_NAME_ZH.finditer(text), *_RIVAL_ZH.finditer(text)):
        stem = re.sub(f"{_KIND_ZH}$", "", found["name"])
        if _NO_STEM_ZH.search(stem) or _WHO_KNOWS_ZH.match(stem):
            continue
        if not _GENERIC_ZH.match(found["name"]) and not _JOINED_ZH.search(found["name"]):
            yield Stranger(found["name"], *found.span("name"), True, True)
    for found in WELL_KNOWN_ZH.finditer(text):
        begins = _BEGINS_ZH.search(text[: found.start()])
        if begins and not stands_for_a_kind(text, *found.span()):
            yield Stranger(found[0], *found.span(), True, True)
