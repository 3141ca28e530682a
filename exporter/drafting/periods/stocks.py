"""What stands at a moment, and what runs over a time: net debt is of a day, cash flow of a quarter.

The last words before a figure that name a measure say which; else those right behind it.
"""

import re
from datetime import date
from enum import StrEnum

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.said_words import SINCE
from exporter.drafting.periods.steps import days_of
from exporter.drafting.periods.whens import Clock
from exporter.engine.regex import regex
from exporter.facts.periods import YearEnd, parse_period
from exporter.facts.words import Lang


class Measure(StrEnum):
    """What is measured."""

    STOCK = "stock"
    FLOW = "flow"
    UNKNOWN = "unknown"


# Sums and counts that stand at a moment.
_STOCK_EN = (
    r"net debt|net cash(?! (?:(?:out|in)?flows?|generat\w+|burn|used|provided|from|paid))"
    r"|(?<!bad[ -])debts?(?! (?:costs?|service|issu\w+|securities|repayments?))"
    r"|borrowings|cash(?: and (?:cash )?(?:equivalents|[\w-]+ investments|securities))?"
    r"(?! (?:flows?|generat\w+|burn\w*|costs?|dividends?|earnings|outflows?|inflows?|margins?"
    r"|conversion|used|outlay|from|paid|payments?|profits?|tax|returns?|interest|offer|deal))"
    r"|liquidity|(?:total|net) assets|(?:share|stock)holders[’'] (?:equity|funds)"
    r"|(?:pension|ias 19|scheme)(?: scheme| fund| plan)?(?: accounting| funding)? (?:deficit"
    r"|surplus)"
    r"|book value|invested assets|investment portfolio"
    r"|(?:loss|claims?|technical|insurance) reserves(?! (?:release|charge|build|strengthening))"
    r"|inventor(?:y|ies)(?! (?:turn|days|write|charge|adjust))"
    r"|(?:order )?backlog|order (?:book|bank)|orderbook|forward (?:sales|orders)|land ?bank"
    r"|waiting list|deposits|(?:total|net|gross|customer) loans|loan book"
    # Loans to small firms rose; not: losses on loans to them, new loans to them
    r"|(?<!\bnew )(?<!\bon )(?<!\bfrom )(?<!\bfor )loans (?:and advances )?to (?:[\w-]+ ){1,6}?"
    r"(?=(?:rose|increased|grew|fell|declined|decreased|climbed|dropped|slipped|edged|were|stood"
    r"|reached|totall?ed|ended|came)\b)"
    r"|assets under (?:management|custody)|funds under management|under management"
    r"|headcount|workforce|employees|number of (?:employees|staff|stores|shops|restaurants|clinics"
    r"|customers|subscribers|members|users|branches)"
)
_RATIO_EN = (
    r"(?:common equity tier 1|tier 1|cet ?1|capital(?: adequacy)?|solvency(?: ii)?|leverage"
    r"|liquidity(?: coverage)?|loan-to-value|loan-to-deposit|npl|non-performing loans?) "
    r"(?:capital )?(?:ratio|coverage)|gearing|net debt to ebitda|leverage"
)
_STOCK_ZH = (
    "货币资金|现金及(?:现金)?等价物|(?:账上|在手|手头|账面|持有的?)(?:现金|资金)|现金(?:余额|储备)"
    "|总资产(?!收益|回报|周转)|净资产(?!收益|回报|周转)|(?:所有者|股东)权益(?!回报)|总?股本(?!溢价|回报|[摊增])|资产总[额计]|负债(?:总额|合计)"
    "|有息负债|净负债(?!率)|净债务|存货(?!周转|跌价|减值)|库存(?!周转)|在手订单|未交付订单"
    "|积压订单|合同负债|应收账款(?!周转)|(?:存款|贷款|融资融券|两融|理财)(?:总额|余额)?"
    "(?!利率|损失|减值|成本|付息|收益|利息|投放|增)|余额|管理(?:资产)?规模|AUM|保有量"
    "|员工(?:人数|总数)|员工|雇员|(?:会员|用户|客户|粉丝)总数|门店(?:总数|数量|数)|网点(?:总数|数量|数)|土地储备|土储"
)
_RATIO_ZH = (
    "资产负债率|净负债率|负债率|不良(?:贷款)?率|拨备覆盖率|拨贷比|资本充足率|偿付能力充足率"
    "|杠杆率|负债比率|资本负债比率"
)
_FLOW_EN = (
    r"(?:net )?cash (?:provided|generated|used)|revenues?|turnover|sales|profits?|income"
    r"|loss(?:es)?|earnings|ebitd?a|cash flows?|capex"
    r"|capital expenditures?|spending|spent|invested|investments?|dividends?"
    r"|buy-?backs?|costs?|expenses?|margins?|write-?(?:offs?|downs?)|impairments?|charge-offs"
    r"|new orders|(?:order )?intake|orders|bookings|billings|deliveries|shipments|output|production"
    r"|volumes?|(?:out|in)flows|provisions?|charges?|prices?|growth|interest|yields?|proceeds"
    r"|premiums|completions|reservations"
)
_FLOW_ZH = (
    "收入|营收|利润|净利|毛利率?|费用率?|成本率?|现金流量?|净额|销售额|销量|营业额|产量|产值|出货量?"
    "|交付量?|亏损|损失|减值|盈利|支出|开支|投入|分红|股息|派息|新签|新增|净增|净流[入出]|增速|增幅|净息差"
    "|收益率|回报率|周转|平均(?:出租|入住|利用|上座|开工|翻台|使用|客座|满房|签约)率|平均(?:售价|单价|房价|票价|租金)|获客成本|吞吐量|发电量|客流量|投放|保费|票房|交易额|成交额|同比|环比"
)
_MEASURES = {
    "en": regex(
        rf"\b(?:(?P<ratio>{_RATIO_EN})|(?P<flow>{_FLOW_EN})|(?P<stock>{_STOCK_EN}))\b",
        re.IGNORECASE,
    ),
    "zh": regex(f"(?P<ratio>{_RATIO_ZH})|(?P<stock>{_STOCK_ZH})|(?P<flow>{_FLOW_ZH})"),
}
_BEHIND = {
    "en": regex(
        r" (?:of|in) (?:(?!and |or |no )[a-z-]+ ){0,3}?"
        r"(?:notes|bonds|debentures|convertibles|loans) "
        r"(?:due|maturing|repayable|that|which)\b"
        r"| (?:(?:of|in) )?(?:[a-z-]+ )?"
        r"(?:cash(?: and cash equivalents)?(?! flow)|debt|borrowings|deposits|liquidity|inventory"
        r"|assets under management|under management|employees|staff)\b",
        re.IGNORECASE,
    ),
    "zh": regex("的?(?:货币资金|现金|存款|库存|存货|在手订单)(?!流)"),
}
# It had, held, ended with: of what stands behind the figure.
_HELD = regex(
    r"\b(?:with|had|has|held|holds|ended|left|leaving|sat on|employed|totall?ed|stood at)\b[^,;]*$",
    re.IGNORECASE,
)
_AVERAGE = regex(r"\baverage\b|平均|日均|月均|年均|人均|户均", re.IGNORECASE)
# Fell |£28 million; not: fell to
_MOVED = {
    "en": regex(
        r"\b(?:by|up|down|rose|fell|grew|shrank|increased|decreased|declined|dropped|climbed|gained"
        r"|lost|slipped|jumped|reduced|cut|added|raised|repaid|drew|borrowed|issued|hired|paid"
        rf"|generated|spent|returned|burn(?:ed|t)|bought) {about_or('another', 'a further')}\W?$"
        r"|\b(?:rise|fall|drop|increase|decrease|reduction|decline|growth|change) (?:of|in)\b"
        r"[^,;]*$",
        re.IGNORECASE,
    ),
    "zh": regex(
        "(?:[增减升降涨跌]|增长|增加|减少|下降|上升|提升|提高|新增|净增|多增|少增|偿还|归还|计提"
        "|压降|募集)了?(?:约|近|超过?|逾)?[¥$￥]?$"
    ),
}
# Cut to 118.6 million|, or 1.2 times EBITDA,| from: the same told in another way
_OTHERWISE = regex(
    r", (?:or|equal to|equivalent to) [0-9.]+ ?(?:x|times) (?:[a-z]+ )?"
    r"(?:EBITDA?R?|earnings|profits?),"
)
# 210 |more|, £36 million |paid|
_MORE = regex(
    r" (?:\w+ )?(?:more|fewer|less|higher|lower|paid|spent|invested|received|returned|raised"
    r"|repaid)\b"
)
# Net cash was €9m after it paid | €2m in dividends |, had spent | €1m on | machines
_PAID = regex(
    rf"\b(?:paid(?: out| back)?|spent|returned|distributed|invested) {ABOUT}[A-Z]{{0,3}}\W?$"
)
_PAID_IN = regex(r" (?:in|as|of|on|to|for) [a-z]")
# eight weeks of inventory
_TIME = regex(r"^[^,;]*?(?:[0-9]|[a-z]) ?(?:days|weeks|months|years)\b|天$|个?月$|[0-9]年")
_SHARE = regex(
    r"%|％|per ?cent|成|百分点|percentage|\b(?:bps?|basis|points?)\b|个?基点|bp|倍"
    r"|\btimes\b|[0-9]x\b",
    re.IGNORECASE,
)
# Net debt stood at £231m, or 2.9 times ebitda, down from |3.2 times|
_TIMES = regex(r"[0-9](?: times|x)$")
_OF_DEBT = regex(r"\b(?:[Nn]et debt|[Ll]everage|[Gg]earing|[Bb]orrowings)\b[^;]*$")
_POINTS = regex(r"百分点|points?|\b(?:bps?|basis)\b|基点|bp", re.IGNORECASE)


def named_measure(words: str, lang: Lang) -> Measure:
    """What the last words of a name that say it measure: order book a stock, revenue a flow."""
    *_, last = (None, *_MEASURES[lang].finditer(words))
    if last is None:
        return Measure.UNKNOWN
    return Measure.FLOW if last["flow"] else Measure.STOCK


def measure_of(read: Read, start: int, end: int) -> Measure:
    """What the figure from `start` to `end` measures, by the words around it."""
    head = re.split(r"[;；。]|\.(?![0-9])", read.text[:start])[-1]
    head = _OTHERWISE.sub(lambda other: " " * len(other[0]), head)
    *_, last = (None, *_MEASURES[read.lang].finditer(head))
    said = read.text[start:end]
    if _AVERAGE.search(head[last.start() - 12 if last and last.start() > 12 else 0 :]):
        return Measure.UNKNOWN
    if _MORE.match(read.text, end) or _TIME.search(read.text[start : end + 8]):
        return Measure.UNKNOWN
    if read.lang == "en" and _TIMES.search(said) and _OF_DEBT.search(head):
        return Measure.STOCK
    behind = _BEHIND[read.lang].match(read.text, end) if not _SHARE.search(said) else None
    if behind and not _MOVED[read.lang].search(head):
        is_held = read.lang == "zh" or _HELD.search(head)
        return Measure.STOCK if is_held else Measure.UNKNOWN
    if read.lang == "en" and (_PAID_IN.match(read.text, end) and _PAID.search(head)):
        return Measure.FLOW
    if last is None:
        return Measure.UNKNOWN
    if last["flow"]:
        return Measure.FLOW
    is_change = _POINTS.search(said) or _MOVED[read.lang].search(head[last.end() :])
    is_rate = _SHARE.search(said) is not None
    is_level = not is_change and is_rate == (last["ratio"] is not None)
    return Measure.STOCK if is_level else Measure.UNKNOWN


def is_since(period: str, read: Read, start: int, end: int) -> bool:
    """Whether a span only says since when a level moved: doubled to | €1.4 billion | since May.

    How far it moved is of that span.
    """
    is_move = _SHARE.search(read.text[start:end]) or _MULTIPLIED.search(read.text[start:end])
    if read.lang != "en" or "/" not in period or is_move or _MOVED["en"].search(read.text[:start]):
        return False
    since = (when for when in read.whens if when.period == period)
    return any(SINCE.search(read.text[: when.start]) for when in since)


_MULTIPLIED = regex(r"doubl|tripl|quadrupl|halv", re.IGNORECASE)


def last_day(period: str, year_end: YearEnd | None, published: date) -> str:
    """The day on which a period ends that is over: of what stood then; else the period as it is."""
    points = parse_period(period) or ()
    if days_of(points):  # the 26 weeks to March 28
        return points[-1].written() if points[-1].first <= published else period
    if not points or points[-1].precision == "day":
        return period
    if points[-1].is_fiscal and year_end is None:
        return period
    day = points[-1].last(year_end or YearEnd(12, 31))
    return day.isoformat() if day <= published else period


def span_to(day: str, clock: Clock) -> str:
    """The period that ends on a day: the one that the document is about, or a year; "" for none."""
    points = parse_period(clock.document) or ()
    if points and points[-1].last(clock.ends).isoformat() == day:
        return clock.document
    return day[:4] if day.endswith("12-31") and clock.ends.is_calendar else ""
