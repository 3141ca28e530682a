"""Companies that a report does not know, where a sentence is about them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.drafting.known_names import Mention
from exporter.drafting.well_known import WELL_KNOWN_EN, WELL_KNOWN_ZH

_LEGAL = (
    r"(?:Inc|Corp|Corporation|Co|Ltd|Limited|plc|PLC|AG|SE|SA|NV|LLC|GmbH|Group|Holdings?|Bank|Banks"
    r"|Motors?|Energy|Pharma|Pharmaceuticals?|Therapeutics|Biosciences?|Technologies|Technology"
    r"|Systems|Airlines|Airways|Industries|Foods|Stores|Partners|Capital|Electric|Electronics"
    r"|Semiconductor|Software|Networks|Petroleum|Oil|Gas|Power|Resources|Mining|Steel|Chemicals?"
    r"|Securities|Insurance|Financial|Retail|Supermarkets|Brands|Logistics|Shipping|Labs|Solar)"
)
_WORD = r"[A-Z][\w&'’-]*"
# What stands between a company and what it does: CATL, the market leader, has.
_BESIDE = r"(?:,[^,.;]{3,60}(?=,)|,\s+which)?"
_ACRONYMS = frozenset(
    "GDP EBITDA EBIT EPS AI ROE ROA NIM ARPU US UK EU EV EVS IPO CEO CFO CET GMV DAU MAU ESG R&D"
    " CPI PMI LNG GPU CPU API APP FDA EMA COVID WHO OPEC FY YTD AUM NAV NPL".split()
)
_NAME_EN = re.compile(rf"(?<![\w'’-]){_WORD}(?:[ ](?:(?:of|and|&|de)[ ])?{_WORD})*\.?")
_IS_COMPANY = re.compile(rf"[ ]{_LEGAL}\b(?:['’]s?)?\.?$")
# What companies do with figures, whichever they are.
_DOES = re.compile(
    rf"\.?{_BESIDE},?\s+(?:also\s+|has\s+|had\s+|itself\s+|on\s+\w+day\s+|recently\s+)?(?:reported|posted|recorded|booked|delivered|sold"
    r"|earned|generated|employs?|operates?|owns|spent|shipped|produced|logged|unveiled|acquired"
    r"|reports|posts|sells|delivers|ships|produces|makes|expects|plans)\b"
)
_IS = re.compile(
    rf"\.?{_BESIDE},?\s+(?:also\s+)?(?:said|says|has|had|was|is|will|saw|grew|rose|fell|lost|paid|raised|cut|opened"
    r"|holds|held|serves|launched|announced)\b"
)
# What stands before a name that its sentence is not about, before a term of the document's own
# (the Utility), and before a person.
_NOT_SUBJECT = re.compile(
    r"\b(?:by|of|from|with|to|in|at|for|on|as|the|our|its|their|Mr|Ms|Mrs|Dr)\.?\s+$", re.IGNORECASE
)
_CALLED = re.compile(
    r"\b(?:rival|competitor|peer|supplier|customer|partner|retailer|[a-z]*maker|lender|insurer"
    r"|airline|miner|start-?up|group|firm|company|developer|producer|operator|distributor|while|whereas)\s+$"
)
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
    board directors company's group's bank's last
    """.splitlines()
    for word in row.split()
)
_KIND_ZH = "(?:公司|集团|银行|股份|控股|证券|药业|重工|电器|生物|航空|地产|保险)"
_NAME_ZH = re.compile(
    rf"(?:^|(?<=[，,。；;：:])|据|而|其中，?)"
    rf"(?P<name>[\u4e00-\u9fffA-Za-z]{{1,10}}?{_KIND_ZH})"
    r"(?=(?:[(（][^)）]*[)）])?(?:去年|今年|上半年|本季|同期|当季|前|第|20\d\d|则|也|共|累计|已|的|"
    r"实现|公布|发布|披露|报告|录得|营收|营业|净利|收入|销量|销售|交付|预计|拥有|以|斥资|表示|宣布|出资))"
)
_GENERIC_ZH = re.compile(
    r"^(?:(?:该|本|子|分|母|上市|其|各|多家|一家|两家|家|大型|科技|互联网|保险|汽车|国有|民营|外资|控股|参股|旗下"
    r"|关联|全资|合资|新|基金|证券|期货|全资子|控股子|并|及|在|截至|报告期内|股份制|商业|中央|央行|投资|和|与|"
    r"包括|国内|国际|我国|中国|全国|目前|同时|此外|因此)*(?:公司|集团|银行|股份|控股|证券|生物|航空|地产|保险|药业|重工|电器))$"
)


_RIVAL_ZH = re.compile(
    r"(?:对手|同行|友商|竞品)(?:企业|公司)?[“\"]?(?P<name>[\u4e00-\u9fffA-Za-z]{2,8}?)[”\"]?"
    r"(?=的|去年|今年|上半年|同期|市场|营收|收入|销量|净利|则|为|实现|公布|发布|披露|拥有|以)"
)
_BEGINS_ZH = re.compile(
    r"(?:^|[，。；：、]|而|其中，?|和|与此同时，?|(?:竞争)?对手|同行|友商|不过|但)[“\"]?$"
)


_WITH_WELL_KNOWN = re.compile(rf"(?<![\w-]){WELL_KNOWN_EN.pattern}(?![\w-])")


_JOINED_ZH = re.compile("[与和及]|我们|本公司")


class Stranger(NamedTuple):
    """A company that the report does not know.

    Attributes:
        start: Offset of its first character; `end` after its last.
        is_plain: Whether it is called a company, so that it is no person or product.
        is_subject: Whether its clause is about it.
    """

    words: str
    start: int
    end: int
    is_plain: bool
    is_subject: bool


def strangers_in(text: str, known: Sequence[Mention]) -> Iterator[Stranger]:
    """The companies of a sentence that are none of the known, in no order.

    Args:
        text: The sentence.
        known: The names in it that the report has.
    """
    for one in (*_in_english(text), *_in_chinese(text)):
        if not any(each.start < one.end and one.start < each.end for each in known):
            yield one


def _in_english(text: str) -> Iterator[Stranger]:
    for found in _NAME_EN.finditer(text):
        start, end = _without_openers(text, *found.span())
        words = text[start:end]
        is_plain = bool(_IS_COMPANY.search(words))
        if words.casefold().rstrip(".") in _NO_NAME:
            continue
        if not is_plain and _NOT_SUBJECT.search(text[:start]):
            continue
        begins = not text[:start].strip(' "“‘')
        said = _CALLED.search(text[:start]) or _WITH_WELL_KNOWN.search(words)
        is_called = bool(said) or _is_acronym(words)
        does = _DOES.match(text, end) or ((is_plain or is_called) and _IS.match(text, end))
        owns = is_plain and words.endswith(("'s", "’s", "s'", "s’"))
        is_name = is_plain or is_called or not begins or " " in words
        if is_name and (does or is_plain):
            yield Stranger(words, start, end, is_plain or is_called, bool(does) or owns)


def _without_openers(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the words before it that have a capital because a sentence begins."""
    while first := re.match(r"([\w'’&-]+)[ ]", text[start:end]):
        if first[1].casefold() not in _NO_NAME:
            break
        start += first.end()
    return start, end


def _is_acronym(words: str) -> bool:
    return (
        words.isupper() and words.isalpha() and len(words) > len("AI") and (words not in _ACRONYMS)
    )


def _in_chinese(text: str) -> Iterator[Stranger]:
    for found in (*_NAME_ZH.finditer(text), *_RIVAL_ZH.finditer(text)):
        if not _GENERIC_ZH.match(found["name"]) and not _JOINED_ZH.search(found["name"]):
            yield Stranger(found["name"], *found.span("name"), True, True)
    for found in WELL_KNOWN_ZH.finditer(text):
        if _BEGINS_ZH.search(text[: found.start()]):
            yield Stranger(found[0], *found.span(), True, True)
