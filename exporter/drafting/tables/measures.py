"""What words of a table name: what is measured (revenue, 毛利率), a part of it, or a basis.

A table of segments says what is measured over the heads of its rows, over its columns, or in its
title; a table of statements says it in each row.
"""

import re
from functools import lru_cache

from exporter.drafting.tables.row_heads import plain_head
from exporter.engine.regex import regex
from exporter.evidence.reading.table_units import table_unit
from exporter.facts.folding import fold, lower

_MEASURES = regex(
    r"(?<![a-z])(?:revenues?|sales|turnover|income|profits?|loss(?:es)?|earnings|ebita?(?:da)?"
    r"|ebitdar|npat|pbt|eps|margins?|orders?|order book|backlog|bookings|cash flow|capex"
    r"|capital employed|expenditure|costs?|expenses?|tax|debt|dividends?|volumes?|deliveries"
    r"|shipments|production|output|capacity|utili[sz]ation|investments?|throughput|generation|intake|employees"
    r"|headcount|personnel|workforce|staff|fte|people|rates?|ratios?|yields?|assets|premiums?"
    r"|deposits|loans|advances|subscribers|customers|users|members|stores|outlets|sites|roce|roi"
    r"|return on [a-z ]+|leverage|gearing|liabilities|equity|value|prices?|units|arpu|occupancy"
    r"|revpar|arr|gmv|tpv|aum|passengers|journeys|tonnage|tonnes|traffic|inventory|inventories"
    r"|reserves|contribution|share of [a-z ]+|market shares?|conversion)(?![a-z])"
    r"|收入|营收|利润|毛利|净利|销量|销售额|销售|产量|产能|订单|成本|费用|毛利率|增速|员工|人数|门店数|装机|发电量"
    r"|用户数|客户数|规模|保费|存款|贷款|资产|负债|现金流|资本开支|投资|占比|均价|单价|交付量|出货量|吞吐量|客流"
)
# Tables of statements, and of all sorts of figures: no measure is theirs.
_NO_MEASURE = regex(
    r"statements?|sheets?|highlights?|summary|results|performance|measures?|metrics?|indicators?"
    r"|figures?|data|items?|reconciliation|financial|guidance|outlook|target|forecast|key"
    r"|per share (?:data|amounts?|information|figures|items)|^per share"
    r"|unless|except|segments? (?:information|reporting)|指标|项目|数据|摘要|报表|情况|科目"
)
_A_PART = (
    r"(?:(?:three|six|nine|twelve|half|full|first|\ufffdrst|second|third|fourth|[0-9]{1,2})"
    r"[- ]?){0,2}"
    r"(?:months?|quarters?|half|years?|weeks|end)"
)
_PERIOD_OF_ALL = regex(
    r"[,，:：–-]?\s*(?:(?:for|in|as of|as at|at) )?(?:the )?"
    rf"(?:{_A_PART}(?:,|,? and) (?:the )?)*{_A_PART} (?:ended|ending|to|of)(?![a-z]).*$"
    r"|\s(?:is|are|was|were) as follows$",
    re.IGNORECASE,
)
_ALL = regex(
    r"(?:the )?(?:group|total|company|consolidated|overall)(?: total)?|合计|总计|小计|集团|公司",
    re.IGNORECASE,
)
_BY_PARTS = regex(
    r",? by (?:business|region|segment|division|product|brand|country|geography|channel|market"
    r"|unit|category|site|customer|line of business|product line)(?: area| unit| line|s)?$"
    r"|按\w{2,4}划?分$",
    re.IGNORECASE,
)
_OF_PARTS = regex(
    r"^(?:segment(?:al)?|divisional|business(?: unit)?) (?=[a-z])| and trends?$", re.IGNORECASE
)
# 分产品收入构成, 主营业务分行业情况
_SPLIT_UP_ZH = regex(
    r"^(?:主营业务)?分(?:产品|地区|行业|业务|渠道|客户|区域|板块|部门|季度)(?:的)?|(?:构成|结构|分布|明细)$"
)
_LONGEST = 48  # characters of a corner that names a measure


def names_measure(words: str) -> bool:
    """Whether words name what is measured."""
    return _MEASURES.search(lower(fold(words))) is not None


def names_rate(words: str) -> bool:
    """Whether words name a rate, and no sum that has parts: margin, share of sales, 毛利率."""
    return _RATES.search(lower(fold(words))) is not None


_RATES = regex(r"(?<![a-z])(?:margins?|rates?|ratios?|growth|shares?|yields?)(?![a-z])|[率比]")


@lru_cache(maxsize=1024)  # a title is asked of for each row below it
def measure_of_all(words: str) -> str:
    """What the rows of a table measure by its corner, its title or a section; "" if it says none.

    Adjusted operating profit, £m; Order intake (EUR million), six months to June.
    """
    words = plain_head(_PERIOD_OF_ALL.sub("", plain_head(words))).strip(" ,，:：")
    words = _OF_PARTS.sub("", _BY_PARTS.sub("", words))
    words = _SPLIT_UP_ZH.sub("", words) or words
    words = words[:1].upper() + words[1:]
    small = lower(fold(words))
    is_one = 0 < len(words) <= _LONGEST and not _NO_MEASURE.search(small)
    is_one = is_one and table_unit(small) is None  # thousand tonnes
    return words if is_one and names_measure(words) else ""


# What a section of a statement is split by its rows: no costs and assets, which these name.
_SPLIT = regex(
    r"(?:(?:total|net|external|segment|divisional|group|adjusted|underlying|comparable|organic"
    r"|statutory|reported|gross|like-for-like|core|operating|trading|written|new|product|service"
    r"|by|business|region|division|segments?|geography|and) )*"
    r"(?:revenues?|sales|turnover|profits?|income|operating loss|ebita?(?:da)?|orders?"
    r"|order (?:intake|book|backlog)|order intake|backlog|bookings|volumes?|deliveries|shipments"
    r"|production|output|capital expenditure|capex|employees|headcount|personnel|margins?|premiums"
    r"|(?:operating|ebita?|ebitda|gross|trading)? ?(?:profit )?margin)"
)
_SPLIT_ZH = regex(
    "(?:营业|主营业务|经营|分部)?(?:收入|利润|营收|毛利|毛利率|销量|产量|销售额|订单)"
)


def split_measure(words: str) -> str:
    """What a section of a table says that its rows are parts of; "" if it says nothing of it."""
    measure = measure_of_all(words.strip().rstrip(":："))
    small = lower(fold(measure))
    return measure if _SPLIT.fullmatch(small) or _SPLIT_ZH.fullmatch(small) else ""


def is_all(words: str) -> bool:
    """Whether the head of a row or a column says that its figures are of the whole."""
    return _ALL.fullmatch(words.strip(" :：")) is not None


_CHANGE = regex(
    r"(?<![a-z])(?:(?:%|\$|percent(?:age)?)? ?change|chg\.?"
    r"|inc(?:rease)?\.?\s?/\s?\(?\s?dec|\(dec\)|variance|vs\.?(?![a-z])|versus"
    r"|y/y|yoy|y-o-y|q/q|qoq|growth)|同比|环比|增减|变动|增幅|增长率|比上年"
)


def is_change(text: str) -> bool:
    """Whether the head of a column says that its figures are changes."""
    return len(text) < 60 and _CHANGE.search(text) is not None


_CHANGED = (
    r"(?:growth|change|increase|yoy|y/y|%|\(%\)|var(?:iance)?|inc(?:rease)?\.?\s?/\s?\(?\s?dec(?:rease)?\.?\)?"
    r"|[ ,()])*"
)
_BASIS = regex(
    rf"{_CHANGED}(?:(?:at|in|on an?) )?(?P<basis>(?:as[- ])?reported|actual(?: rates?)?|organic"
    r"|underlying"
    r"|like[- ]for[- ]like|lfl|constant (?:currency|currencies|exchange rates?|fx|rates)|cc|cer"
    r"|local currenc(?:y|ies)|comparable|adjusted|fx[- ]neutral|currency[- ]neutral"
    r"|ex(?:cl(?:uding|\.)?)?[- ](?:the )?(?:impact of |effects? of )?"
    r"(?:fx|(?:foreign )?(?:currenc(?:y|ies)|exchange)|fuel|acquisitions|m&a|disposals)"
    rf"(?: (?:rates?|translation|effects?|impacts?|movements?|changes|and [a-z]+))*)"
    rf"(?: (?:basis|terms))?{_CHANGED}"
)
_PLAIN = {"reported", "as reported", "as-reported", "actual", "actual rates", "actual rate"}
_LONG = {
    "lfl": "like-for-like", "like for like": "like-for-like", "cc": "constant currency",
    "cer": "constant exchange rates", "constant fx": "constant currency",
    "fx-neutral": "FX-neutral", "fx neutral": "FX-neutral", "currency neutral": "currency-neutral",
}  # fmt: skip
_EXCLUDING = regex(r"^ex(?:cl(?:uding|\.)?)?[- ]")


def basis_of_change(head: str) -> str | None:
    """On which basis a column of changes compares; "" as reported, None where it says none.

    Args:
        head: Of the column, in small letters, folded: organic, change (constant currency).
    """
    found = _BASIS.fullmatch(head.strip())
    if found is None:
        return None
    basis = _EXCLUDING.sub("excluding ", found["basis"]).replace("fx", "FX")
    return "" if basis in _PLAIN else _LONG.get(found["basis"], basis)


# What heads a section whose rows are told on one basis: Non-GAAP – Continuing Operations.
_SECTION = regex(
    r"(?P<basis>(?:non-?)?(?:gaap|ifrs)|adjusted|underlying|statutory|reported|as reported|headline"
    r"|pro[- ]forma|normali[sz]ed|comparable|organic|like-for-like|constant[- ]currency|core)"
    r"(?:[ ,:–—-]+(?:financial|results?|measures?|figures?|basis|data|performance|metrics?"
    r"|highlights|continuing|operations|group|numbers))*",
    re.IGNORECASE,
)
# What may be told on several bases: earnings, and not staff.
_ON_BASES = regex(
    r"(?<![a-z])(?:revenues?|sales|turnover|income|profits?|loss(?:es)?|earnings|ebita?(?:da)?r?"
    r"|ebit|eps|margins?|cash flows?|expenses?|costs?|tax|rate|growth|result)(?![a-z])"
)


def basis_of_section(head: str, row: str) -> str:
    """On which basis a row is told by the head of its section; "" where it says none.

    Args:
        head: Of the section: Non-GAAP, Adjusted results.
        row: The head of the row, whose own words may say another.
    """
    found = _SECTION.fullmatch(head.strip(" :："))
    small = lower(fold(row))
    if found is None or not _ON_BASES.search(small) or _SAYS_BASIS.search(small):
        return ""
    return found["basis"]


_SAYS_BASIS = regex(
    r"(?<![a-z])(?:gaap|ifrs|adjusted|underlying|statutory|reported|headline|pro[- ]forma"
    r"|normali[sz]ed|comparable|organic|like-for-like|constant)(?![a-z])"
)
