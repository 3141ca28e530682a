"""Figures that are of the day on which a source appears, whatever period it reports on.

How a share moved, what it trades at, what a thing costs or can do: a text says no period of them,
and a reader asks for none.
"""

import re
from datetime import date, timedelta

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.figures.share_moves import FELL, ROSE, SHARES, sent_shares
from exporter.drafting.periods.roles import Read, Span
from exporter.drafting.periods.whens import When
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.facts.words import Lang

# The shares closed 4% higher; not: shares of 5%, earnings per share
_MOVED_EN = regex(
    r"(?<!per )(?<!market )(?<!earnings )(?<!\ba )\b(?:shares|stock|share price|stock price|ADRs?"
    r"|(?<=fund )units|(?<=trust )units|(?<=['’]s )units)\b"
    r"(?! (?:of(?! (?-i:[A-Z])| (?:the|its) (?:[\w-]+,? ){1,5}?(?:closed|rose|fell|lost|gained"
    r"|jumped|dropped|slipped|slid|climbed|trade|tumbled|surged|soared|sank|plunged|were|was|are)\b)"
    r"|in issue|from|held|outstanding|buy|repurchas|split|option|award"
    r"|compensation|count|were"
    r" (?:sold|issued|repurchased|bought))\b)"
    r"[^;.]{0,60}?\b(?:closed|rose|fell|lost|gained|jumped|dropped|slipped|slid|climbed|traded?"
    r"|added|shed"
    r"|tumbled|surged|soared|sank|plunged|rallied|eased|advanced|declined|dipped|leapt|ended|opened"
    r"|gave (?:back|up)|were|was|are|is|changed? hands|have|has|up|down|higher|lower)\b[^;]{0,50}$",
    re.IGNORECASE,
)
# The shares|, which have lost a third of their value since May,| rose 3%
_OF_SHARES = regex(r"\b([Ss]hares|stock|share price),? (?:which|down|up|already) [^,;]{3,110}, ")
# Shares fell 9% before recovering some ground to close | 7% | lower at
_CLOSED_EN = regex(
    rf"{SHARES}[^;]*\b(?:to (?:close|end|finish|settle)"
    r"|(?:before|after) (?:closing|ending|finishing|settling)|(?:closed|ended|finished|settled))"
    r"(?: the (?:day|session))?\b[^,;]{0,40}$"
)
# Shares in it, which had lost a fifth of their value since May, fell 9 per cent to | 318p
_MOVED_TO_EN = regex(
    rf"{SHARES}[^;]*\b(?:{FELL}|{ROSE}|down|up|lower|higher|eased|advanced|slumped|crashed)\b"
    r"[^;]*?[0-9.]+ ?(?:%|per ?cent)(?: lower| higher| up| down)?"
    rf"(?: on (?:the|this|that) [a-z]+)?,? (?:to|at) {ABOUT}[A-Z]{{0,3}}\W?$"
)
# Shares rose, taking their gain since the start of the year to | 27%
_SO_FAR_EN = regex(
    r"\b(?:[Ss]hares?|stock)\b.*\b(?:taking|bringing|extending|leaving|stretching|cutting|trimming"
    r"|paring"
    r"|putting|pushing) (?:their|its|the) (?:[\w-]+ )?(?:gains?|loss(?:es)?|rise|fall|advance"
    r"|decline"
    r"|rally|drop|slide|return|performance) (?:(?:since|so far|for|over|in|this) [^,;]{1,30})?"
    rf"(?:to|at) {ABOUT}$"
)
_WORTH_EN = regex(
    r"\b(?:valuing|values?|valued) (?:the )?(?:company|group|bank|firm|business|it"
    r"|(?-i:[A-Z]\w+))\b[^,;]{0,20}$"
    r"|\bmarket (?:value|cap(?:itali[sz]ation)?)\b[^,;]{0,20}$"
    r"|\b(?:last|closing|latest|\w+day[’']s) (?:close|price)(?: of)? \W?$",
    re.IGNORECASE,
)
# The board declared a quarterly cash dividend of | $0.12
_DECLARED_EN = regex(
    r"\b(?:declared|announced|approved) (?:an? |its |the |our )?(?:(?:next|regular|new|usual) )*"
    r"(?:quarterly|monthly|special)(?: [a-z]+){0,3}? (?:dividend|distribution)(?: per share)? of"
    r" [A-Z]{0,3}\W?$"
)
# At | $118.25, Wednesday's close,
_CLOSE_BEHIND = regex(
    r",? (?:the |its )?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day[’']s|latest|last|previous|closing) "
    r"(?:clos(?:e|ing price)|price)\b"
)
# raised its target price to | $62
_TARGET_EN = regex(
    r"\b(?:target price|price target|fair value(?: estimate)?)s?\b(?:[^;.]|\.(?=[0-9])){0,40}$",
    re.IGNORECASE,
)
_FLOATED_EN = regex(r"\b(?:floated|was listed|went public)\b")  # worth so much then
_PRICE = regex(r"(?:[A-Z]{0,3}[$€£¥] ?|[A-Z]{2,3} ?)[0-9.,]+")
_OPENING = 6  # characters before a day that still opens its sentence
# Pantrio fell | 6% on Wednesday to $48.30
_NAME_MOVED_EN = regex(
    r"\W*(?:[A-Z][\w&.’'-]*(?: \([^()]*\))?,? ){1,4}"
    r"(?:closed|ended|rose|fell|lost|gained|jumped|dropped|slipped|slid|climbed|added|shed|tumbled"
    r"|surged|soared|sank|plunged|rallied|eased|advanced|dipped|leapt)\b[^,;]*?"
    r"[0-9]%[^,;]{0,30}?\bon (?:Mon|Tues|Wednes|Thurs|Fri)day\b",
)
# Shares fell as much as | 14 per cent on Thursday
_ON_A_DAY = regex(
    r"[0-9.]+ ?(?:%|per ?cent)(?: (?:to|at) [^,;]{1,16}?)?(?: in [a-z]+ [a-z]+)?,?"
    r" on (?:Mon|Tues|Wednes|Thurs|Fri)day\b"
)
# Up | 8% in early trading; not: in early trading in May
_IN_TRADING = regex(
    r"[0-9.]+ ?(?:%|per ?cent)(?: (?:higher|lower))?(?: (?:to|at) [^,;]{1,16}?)?,? (?:in|during)"
    r" (?:[\w-]+ )?(?:early|late|morning|midday|afternoon|opening|pre-?market|after-hours|extended)"
    rf"(?: [a-z-]+)? (?:trad(?:e|ing)|dealings?|deals)\b"
    rf"(?! (?:last|(?:in|on) (?:{MONTHS_EN}|[0-9])))"
)
_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "zh": "一二三四五六日",
}
_WEEKDAY = {
    "en": regex(rf"\b(?P<day>{'|'.join(_WEEKDAYS['en'])})\b"),
    "zh": regex("(?:周|星期|礼拜)(?P<day>[一二三四五六日])(?!均)"),
}
_MULTIPLE_EN = regex(
    r"\W{0,2}(?:times)? ?(?:its |this year's |next year's )?(?:(?:forward|trailing|tangible"
    r"|estimated|expected"
    r"|consensus|prospective|annual|projected|price-to-)[- ]?)*"
    r"(?:earnings|book(?: value)?|sales|revenues?|cash flow|(?:core |operating |net )?profits?)\b",
    re.IGNORECASE,
)
_RATED_EN = regex(
    r"\b(?:shares?|stock|trad(?:es?|ing)|priced|valued|valuation|changes? hands|at|called|looks?"
    r"|worth|for"
    r"|multiple)\b[^;]{0,50}$",
    re.IGNORECASE,
)
_TRADES_EN = regex(
    rf"\b(?:trad(?:es?|ed|ing)|chang(?:es?|ed) hands|priced|valued) (?:on|at) {ABOUT}$",
    re.IGNORECASE,
)
_MOVED_ZH = regex(
    "(?:股价|股票(?=[^，。；]{0,6}[涨跌挫])|个股|盘中|收盘|早盘|午后|开盘|收报|报收|港股|A股|美股|总市值|市值|最新价"
    "|现价)[^。；]{0,34}$"
)
# 截至中午收市，海澳航空升4.3%；颐安服务跌6.5%
_MARKET_ZH = regex("^[^，。；]{0,10}(?:收[市盘]|午间|中午|早盘|盘中|截至发稿)")
_MARKET_MOVE_ZH = regex(
    "(?:[涨跌升降]幅?|报|[上下]跌|大[涨跌]|逆市[上下]?[涨跌]|收[涨跌升]|成交额|成交|换手率|市值)(?:了|约|近|超)?$"
)
_MOVES_ZH = regex("[开涨跌报见升挫扬]|收[于在报盘]|市值|至|为|达|约|超")
# What a thing costs, or can do.
_THING_ZH = regex(
    "(?:(?<!平均)售价|起售|定价|标价|零售价|批发价|出厂价|月费|年费|(?<!平均)票价"
    "|每[支瓶盒片件台杯碗](?!.{0,4}(?:利润|收入|成本))|能量密度|续航|快充"
    "|补能|充电|百公里|最大功率|峰值功率|时速|车长|轴距|载重|载客|分辨率|像素|内存|算力达|支持"
    "|保质期|有效期|保修|质保)[^，。；]{0,14}$"
)
_ABLE_ZH = regex("算力|补能|快充|续航|充满|能量密度|百公里加速")
_TRIAL_EN = regex(
    r"\b(?:placebo|adverse (?:events?|reactions?)|response rate|relapse rate|remission"
    r"|hazard ratio|randomi[sz]ed"
    r"|primary endpoint|progression-free|overall survival|treated patients"
    r"|phase [123I]+[ab]? (?:\S+ ){0,2}(?:trial|study))\b",
    re.IGNORECASE,
)
_TRIAL_ZH = regex("安慰剂|不良事件|不良反应|应答率|缓解率|生存期|入组|对照组|受试者|随访|临床试验")
# ($1 = 0.86 euros)
_RATE_EN = regex(r"(?:[$€£¥] ?1|\b1 (?:[a-z]+ )?[a-z]+) ?= ?[^0-9A-Za-z]?$")
_PRICED_EN = regex(
    r"\b(?:costs?|priced|prices? (?:start|begin)s?|sells? for|sold at|retails? (?:at|for)"
    r"|list price of|fee of"
    rf"|starting at|starts at)\b {about_or('at', 'from', 'for', 'between')}[A-Z]{{0,3}}[$€£¥]?$",
    re.IGNORECASE,
)


def is_of_a_move(read: Read, start: int) -> bool:
    """Whether a figure tells how a share moved that is called as its company, or has so far."""
    if read.lang == "en" and _SO_FAR_EN.search(read.text[:start]):
        return True
    if read.lang == "en" and sent_shares(read.text[:start]):
        is_on_a_day = _WEEKDAY["en"].search(read.text) is not None
        return is_on_a_day or _IN_TRADING.match(read.text, start) is not None
    if read.lang == "en" and _MOVED_EN.search(read.text[:start]):
        return any(said.match(read.text, start) for said in (_ON_A_DAY, _IN_TRADING))
    moved = _NAME_MOVED_EN.match(read.text) if read.lang == "en" else None
    return moved is not None and start <= moved.end() + 20


# Shares traded at |€17.85 by 0815 GMT and have gained| 34% |this year
_AND_SINCE = regex(
    r"[^,;]{0,40}?,? (?:and|but) (?:they |it )?"
    r"(?:have|has|had|are|is|were|was|remain(?:s|ed)?)\b[^;]*"
)


def is_move_before_another(read: Read, start: int, end: int, when: When) -> bool:
    """Whether a share's move or price stands before another one, of which alone a period is."""
    if read.lang != "en" or when.start < end:
        return False
    moved = any(said.search(read.text[:start]) for said in (_MOVED_EN, _MOVED_TO_EN, _CLOSED_EN))
    has_another = any(end <= first < when.start for first, _ in read.figures)
    return moved and has_another and _AND_SINCE.fullmatch(read.text, end, when.start) is not None


# Was founded in Lund in 1957, employs | 6,800 people |: what a document says of whom it is
_FOUNDED_AND = regex(
    r"\b(?:founded|established|set up|incorporated|formed|created) (?:in|by)\b[^;]*(?:,| and) "
    r"(?:(?:it|the company|the group) )?(?:now |today |currently )?(?:employs|has|operates|serves)"
    rf"(?: (?:a staff|a workforce|a team) of)? {ABOUT}$",
    re.IGNORECASE,
)
# Opened in October |and employs| 210 people: today, and not in that month
_AND_NOW = regex(
    r" and (?:now |today |currently |already )?(?:employs?|has|have|holds?|serves?|runs?|operates?"
    r"|makes?|produces?|covers?|houses?|owns?|sells?|handles?|counts?|offers?|accounts? for)"
    rf" {ABOUT}[A-Z]{{0,3}}[$€£¥]?"
)


def is_now_as_well(when: When | None, at: Span, read: Read) -> bool:
    """Whether a period is that of a verb before the one that tells of a figure today."""
    return when is not None and _AND_NOW.fullmatch(read.text, when.end, at[0]) is not None


# |下半年|行业进入旺季，公司产能利用率已超过|95%: today, and not of a half that has begun
_COME_TO_ZH = regex(
    "[^，。；]{4,}，[^，。；0-9]{0,12}(?:利用率|开工率|开机率|稼动率|负荷率|出租率|入住率|满产率|覆盖率)"
    "(?:也|均|都)?已(?:经)?(?:超过?|达到?|接近|逼近|升至|提升至|回升至|突破|逾)[^，。；0-9]{0,3}"
)


def has_come_to(read: Read, when_end: int, start: int) -> bool:
    """Whether a Chinese rate is told as it stands, behind what an open period is said to bring."""
    return read.lang == "zh" and _COME_TO_ZH.fullmatch(read.text, when_end, start) is not None


def day_said(read: Read, start: int, published: date) -> str:
    """The day of a price: at Thursday's close, 截至昨日收盘; "" where none is said, or today."""
    for when in read.main[:1]:
        is_day = len(when.period) == len("2025-10-31")
        if is_day and read.lang == "zh" and when.start < _OPENING and when.end <= start:
            return when.period
    for said in _WEEKDAY[read.lang].finditer(read.text):
        between = read.text[min(start, said.end()) : max(start, said.start())]
        if re.search("[;；。]", between):
            continue
        nth = _WEEKDAYS[read.lang].index(said["day"])
        back = (published.weekday() - nth) % 7
        return (published - timedelta(days=back)).isoformat() if back else ""
    return ""


def is_of_the_day(read: Read, start: int, end: int, lang: Lang) -> bool:
    """Whether the figure from `start` to `end` is of no period."""
    text = read.text
    if lang == "zh":
        return _is_of_the_day_zh(text, start, end)
    head = _OF_SHARES.sub(r"\1 ", re.split(r"[;.](?![0-9])", text[:start])[-1])
    behind = re.split(r"[;.](?![0-9])", text[end:])[0]
    if _MOVED_EN.search(head) and not re.search(r"\bearnings|\bper share|\bdividend", head):
        return True
    is_of_shares = any(one.search(head) for one in (_CLOSED_EN, _MOVED_TO_EN))
    if is_of_shares or _FOUNDED_AND.search(text[:start]):
        return True
    if _TRIAL_EN.search(text) or _RATE_EN.search(text[:start]):
        return True
    if _TARGET_EN.search(head) and _PRICE.fullmatch(text[start:end]):
        return True
    is_sum = re.search(r"llion|bn|[0-9]m\b|crore|lakh", text[start:end]) is not None
    if (
        _DECLARED_EN.search(head)
        or _CLOSE_BEHIND.match(text, end)
        or (_WORTH_EN.search(head) and not _FLOATED_EN.search(head))
        or _TRADES_EN.search(head)
    ):
        return True
    if _PRICED_EN.search(head) and not is_sum:
        return True
    is_multiple = text[end - 1] in "xX" or text[start:end].endswith("times")
    is_multiple = is_multiple or behind.lstrip().startswith(("times", "x "))
    return bool(is_multiple and _MULTIPLE_EN.match(behind) and _RATED_EN.search(head))


def _is_of_the_day_zh(text: str, start: int, end: int) -> bool:
    head, behind = re.split("[。；]", text[:start])[-1], re.split("[，。；]", text[end:])[0]
    own = re.split("[，。；]", text[:start])[-1]
    if _MARKET_ZH.search(text[:start]) and _MARKET_MOVE_ZH.search(own):
        return True
    if _MOVED_ZH.search(head) and (_MOVES_ZH.search(own) or not own.strip()):
        return True
    is_multiple = text[start:end].endswith("倍")
    if is_multiple and re.search("市盈率|市净率|市销率|PE|PB|PS|估值", own + behind):
        return not re.search("20[0-9]{2}年|明年|后年|对应", head)
    here = own + text[start:end] + behind
    return _THING_ZH.search(own) is not None or bool(
        _TRIAL_ZH.search(here) or _ABLE_ZH.search(here)
    )
