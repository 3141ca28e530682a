"""Words that say a period, beside the dates that are read anyway."""

import re

from exporter.engine.regex import regex
from exporter.evidence.documents.model import LOST

_I = re.IGNORECASE
NUMBERS = {
    **{word: n for n, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split(), 1)},
    **{word: n for n, word in enumerate("一二三四五六七八九十", 1)},
    "两": 2, "十一": 11, "十二": 12,
}  # fmt: skip
_N_EN = r"(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_N_ZH = "(?:[0-9]{1,2}|十[一二]?|[一二两三四五六七八九])"

# --- What stands before or behind a date and makes it more than a point

# three months ended | March 31, 2023; year ended | 31 March
ENDED = regex(
    rf"(?:(?:(?P<also>{_N_EN})(?:[- ]months?)? (?:and|or) )?(?P<n>{_N_EN})"
    r"[- ](?P<unit>months?|weeks?)(?: (?:fiscal )?(?:period|quarter|half|year))?"
    r"|(?P<part>quarters?|half[- ]years?|half|(?:(?:fiscal|financial|full|calendar) )*years?|month)"
    rf"(?: \((?P<weeks>{_N_EN})(?: |-)weeks?\))?(?: period)?)"
    r"(?:,? (?:that |which )?(?:ended|ending|ends|to|through|until)(?: on| in)?,?"
    r" (?:the )?(?:end of |end-)?)$",
    _I,
)
FISCAL_EN = regex(r"\b(?:fiscal|financial)(?:[- ]year)?[- ]$", _I)
OF_A_HALF_EN = regex(r"[- ]half\b(?! of\b)", _I)
OF_A_YEAR_EN = regex(r" (?:of |in )?(this|last|next) year\b", _I)
AFTER_ENDED_ZH = regex(
    rf"(?:\(?未经审计\)?)?[,，]?止的?(?P<n>{_N_ZH})?(?P<part>个月|年度|季度|半年|中期|财政年度|財政年度)"
)
MONTH_BEFORE_ZH = regex("(?<![0-9.])(?P<month>1[0-2]|[1-9])月?[至到]$")
SINCE = regex(
    r"\b(?:since|from)(?: (?:the )?(?:start|beginning|end|early|late|mid)(?: of|-)?"
    r"|(?: (?:its|the|their|his) (?:[\w-]+ ){0,3}?)(?:in|on))?(?: in)? $",
    _I,
)
ONWARD_ZH = regex(
    "(?:年|月|日|初|底|末)?[^，。；]{0,4}?(?:以来|起至今|至今)"
    "|[起止]?[至到](?:本|最后实际)?(?:公告|报告|通函|发稿|可行)(?:刊发|发布)?(?:之?日期?|当日|时)"
)
MIDDLE_ZH = regex("年年?中(?![国报期旬间外央型小前]|之前|以前)")  # from the 年 of a year
MIDDLE_EN = regex(
    r"(?<!\bby )(?<!\buntil )(?<!\bbefore )(?<!\bto )\b(?:mid-|mid |the middle of )$", _I
)
SPAN = regex(r"\s*(?:to|through|until|[-–—~～至到])\s*(?:the )?", _I)
SPAN_AND = regex(r" and ")

# --- The first months of a year

FIRST_EN = regex(
    rf"(?:\b(?:first|opening)|{LOST}rst) (?P<n>{_N_EN}) (?P<unit>months|quarters)"
    r"(?: of)?(?: the| this)?(?: (?:fiscal |financial )?year)?(?= |,|\.|;|$)", _I,
)  # fmt: skip
# A letter may be lost: the fi of a font that does not say so.
FIRST_WEEKS_EN = regex(rf"(?:\bfi|{LOST})rst (?P<n>[0-9]{{1,2}}|{_N_EN})[- ]weeks?", _I)
FIRST_ZH = regex(f"[前首头](?P<n>{_N_ZH})个?(?P<unit>季度?|月)")
NINE_M = regex(r"([369])\s?m", _I)
FINAL_QUARTER_EN = regex(r"\b(?:the|its|their) (?:final|closing) quarter\b", _I)
HALVES_EN = regex(rf"(?P<nth>first|{LOST}rst|second)[- ]half(?! of an?\b)", _I)

# --- Words that need something else to say which period they mean

SAME_BEFORE_EN = regex(
    r"\b(?:(?:an?|one) year (?:earlier|ago|before|prior)|(?:the )?(?:year"
    r"|prior[- ]year|previous[- ]"
    r"year|year-ago|year-earlier|prior-year|last year's|previous year's"
    r"|prior year's|year[- ]earlier)"
    r" (?:period|quarter|half|month|figure|level|level's)"
    r"|(?:in |for |from |the )*(?:same|comparable|corresponding|equivalent|like|similar)"
    r" (?:period|quarter|half|months?|time|point|week|stage|stretch|spell"
    r"|three months|six months|nine months)"
    r"(?: (?:of|in|a))?(?: the)? (?:last|prior|previous|preceding|year)(?: year| earlier| ago"
    r"| before)?|(?:the )?(?:corresponding|comparable) (?:prior"
    r"|previous)(?: year)? (?:period|quarter)"
    r"|(?:the |a )?(?:year-ago|year-earlier|prior-year|prior year|previous-year|last year's"
    r"|prior year's|previous year's)(?: (?:first|second|third|fourth))?"
    r"(?: (?:period|quarter|half|month))?|at this (?:time|point|stage) last year"
    r"|where (?:they|it|we) (?:were|was|stood) (?:last year|a year (?:ago|earlier|before))"
    r"|12 months (?:earlier|ago|before)"
    r"|twelve months (?:earlier|ago|before))\b", _I,
)  # fmt: skip
YEARS_BEFORE_EN = regex(
    rf"\b(?P<n>{_N_EN}) years? (?:earlier|ago|before|prior|previously"
    rf"|(?P<later>later|afterwards))\b|\ba decade"
    r" (?:earlier|ago|before)\b", _I,
)  # fmt: skip
# the $2.6 billion that it invested in the last one
ONE_YEAR_BEFORE_EN = regex(
    r"\b(?:in|during) the (?:last|previous|prior|preceding) one\b|\bthe one before\b"
    # Eight in the current financial year, after five | in the last
    r"|\b(?:in|during) the (?:last|previous)(?=[,.;]|$| (?:and|but)\b)",
    _I,
)
MONTHS_BEFORE_EN = regex(
    rf"\b(?P<n>{_N_EN}) months (?:earlier|ago|before(?! \w)|prior|previously)\b", _I
)
SAME_OF_EN = regex(
    r"\b(?:same|comparable|corresponding|equivalent) (?:periods?|quarters?|half|months?"
    r"|time|point|date)"
    r" (?:of|in) (?=(?:fiscal (?:year )?)?(?:19|20)[0-9]{2}\b)", _I,
)  # fmt: skip
ONE_BEFORE_EN = regex(
    r"\b(?:the )?(?:prior|previous|preceding|last|immediately preceding)"
    r" (?P<part>quarter|month|half|half-year|three months)\b|\b(?:a|one)"
    r" (?P<part2>quarter|month|half) (?:earlier|ago|before)\b|\bthe (?P<part3>quarter|month|half)"
    r" before\b", _I,
)  # fmt: skip
YEAR_BEFORE_EN = regex(
    r"\b(?:the |in )*(?:prior|previous|preceding) (?:(?:fiscal|financial) )?year\b"
    r"|\bthe year (?:before|earlier|prior)\b|\ba year prior\b", _I,
)  # fmt: skip
THIS_EN = regex(
    r"\b(?:in|during|for|over|of|through|throughout|at the end of|end of|by the end of)"
    r" (?:the|this)(?! (?:current|new) (?:financial|fiscal) year) (?:(?:reporting|current|latest"
    r"|most recent|reported|full"
    r"|entire|fiscal|financial|whole)"
    r" )*(?P<part>quarter|half|half-year|period|year|month)(?:[- ]end)?\b"
    r"(?!-|['’]s| year (?:ended|ending|to)\b"
    r"| (?:ended|ending|to(?! [A-Z]{0,3}[$€£¥])|before|earlier|prior|through|from|of"
    r"|ago|under review of|ahead|since)\b"
    r"| [0-9])|\b(?:this|the current|the latest) (?P<part2>quarter|half|month)\b"
    r"|\b(?:ended|closed|finished) (?:the|its) (?P<part4>year|quarter|half) (?=with\b)"
    r"|\b(?:in|during|over|for) the (?P<part5>three|six|nine|twelve|12)[- ]months?(?: period)?\b"
    r"(?! (?:to|end\w+|from|through|since|before|after|ago|earlier)\b)"
    r"|\b(?P<part3>quarter|period|month|half)[- ]end\b|\bthe period under review\b", _I,
)  # fmt: skip
AT_END = regex(r"end of the|[- ]end\b|末$", _I)
YEARS_EN = regex(r"\b(?P<which>this|next) year['’]s(?! end\b)", _I)
NEXT_EN = regex(
    r"\b(?:the )?(?:next|coming|following|current)(?= ) (?P<part>quarter|month|half)\b"
    r"|\b(?:(?:in|for|during|over) )?(?:the |its |our )?(?:next|coming|following|new|upcoming"
    r"|current|this) (?P<year>(?:financial|fiscal) year"
    # as India writes: in the current fiscal
    r"|fiscal(?=[,.;:)]|$| (?:and|it|the|as|with|which|while|but|is|was|will|on|to)\b))\b",
    _I,
)
YEAR_END_EN = regex(
    r"\b(?:(?:at|by|before|until) (?:the )?(?:year[- ]end|end of (?:the|this) year)"
    r"|(?:later|earlier|so far|early|late) this year|year[- ]to[- ]date)\b", _I,
)  # fmt: skip
FULL_YEAR_EN = regex(
    r"\b(?:the )?full[- ](?:fiscal |financial )?year\b(?! [0-9]| ended)|\bfor the (?:whole "
    r"|entire )?year\b(?! ended| to )",
    _I,
)
# $9.80 a share this year and $10.90 next
NEXT_ALONE_EN = regex(
    r"\bthis year,? (?:and|but|then|to|with) [^,;]{0,30}?[0-9][^,;]{0,20}? (?P<next>next)"
    r"(?=[,.;)]|$)", _I,
)  # fmt: skip
END_OF_DECADE_EN = regex(
    r"\b(?:(?:by|at|before|until|towards?) )?the (?:end|turn|close) of (?:the|this) decade\b", _I
)
COMING_YEARS_EN = regex(
    rf"\b(?:(?:over|in|during|within|for) the |within )?(?P<way>next|coming|past|last|previous"
    rf"|preceding|following|trailing) (?P<n>{_N_EN}|few|several|couple of)"
    r" (?P<unit>years?|months|quarters|decades?)\b|\b(?:over|in"
    r"|during) the (?P<way2>next|coming|past"
    r"|last) (?P<unit2>decade)\b", _I,
)  # fmt: skip
# Not: |now| expects, which says when it is expected.
NOW_EN = regex(
    r"\b(?:now(?! (?:to |be )?(?:expect|see|forecast|plan|target|anticipat|guid|project|predict|aim"
    r"|due|put|assum|reckon|estimat|look|model|intend|set|in\b|at \w+ing\b)|that\b"
    r"| brings? in [^,;.]{0,20}[$€£¥])"
    r"|currently|(?<!said )(?<!announced )(?<!reported )today(?! (?:\w+ly )?(?:reported|announced"
    r"|said|released|posted"
    r"|provided|published|issued|unveiled)\b)|to date|at present|at the moment|as of (?:today"
    r"|now)|presently"
    # What comes after the period that is reported on, and is of none.
    r"|(?:subsequent to|after|following|since) (?:the )?(?:(?:end|close) of (?:the )?(?:quarter"
    r"|period|half|(?:financial |fiscal )?year)|(?:quarter|period|half|year)[- ]end"
    r"|(?:balance[- ]sheet|reporting) date))\b",
    _I,
)

SAME_BEFORE_ZH = regex(
    "(?:去年|上年|上一?年度?|前一年)(?:度|的)?(?:同期|同季|同月|同日)|上财年同期|同比期间"
    "|(?<=[较比与和同])同期"
)
SAME_OF_ZH = regex("的?同期|的?同季|的?同月")
ONE_BEFORE_ZH = regex("(?:上一?个?|前一个?)(?P<part>季度?|月|财季|半年)(?!度末)")
YEAR_BEFORE_ZH = regex(
    "(?:上一年度?|前一年度?|上年度?(?![末底])|上一财年|上财年|上个财年|前一财年|上年末|上年底"
    "|上年度末|上一年末|期初)"
)
YEARS_BEFORE_ZH = regex(f"(?P<n>{_N_ZH})年(?:前|(?P<later>之?后))(?!瞻)")
MONTHS_BEFORE_ZH = regex(f"(?P<n>{_N_ZH})个月(?:之?前)(?!的?报告)|(?P<half>半年)(?:之?前)")
THIS_ZH = regex(
    "(?:报告期|本报告期|期|报告期期)[内末]|本报告期|(?:本|该|当|这一|这个|最新)(?P<part>季度?"
    "|财季|财年|半年度?|月|年度|期|季)"
    "(?:度|末|内)?|(?P<part2>单季)度?|季内|同季|(?:季|月)末"
)
NEXT_ZH = regex("下(?:一个?|个)?(?P<part>季度?|月|财季|财年|年度)")
SAME_ZH = regex("同一时期|(?<![年月度较比与和同])同期")
# Holidays that lie in one month of every year; behind each its month.
HOLIDAYS = {
    "元旦": 1, "清明": 4, "五一": 5, "劳动节": 5, "六一八": 6, "618": 6, "国庆": 10, "十一": 10,
    "双11": 11, "双十一": 11, "双12": 12, "双十二": 12,
}  # fmt: skip
HOLIDAY_ZH = regex(
    '(?P<year>(?:(?:19|20)[0-9]{2}年|[去今前明]年))?的?[“”「」"]?'
    "(?P<name>(?:元旦|清明节?|五一|劳动节|国庆节?|十一|国庆中秋|双11|双十一|双12|双十二|618|六一八))"
    '[“”「」"]?(?:小?长?假期?|黄金周|假日|大促|购物节|促销|期间)'
)
YEARS_AT_ONCE_ZH = regex("(?<![0-9])(?P<years>去今明后|去今明|今明后|去今|今明|明后)[两二三四]?年")
YEARS_AIM_ZH = regex(
    "(?:今年)?年初(?:所|就|曾)?(?:定下|制定|提出|设定|定|披露|公布|下达|立下|拟定)的"
)
YESTERDAY_ZH = regex("昨日|昨天|昨晚|昨夜")
# |当日|，远山收涨; 公司股价|次日|低开; not: 开业当日
DAY_BEFORE_ZH = regex(
    "(?:(?<![\u4e00-\u9fff])|(?<=[而但且在])|(?<=股价|股票|公司|市场|港股|A股|截至))"
    "(?:(?P<next>次日|翌日|第二天)|(?:当日|当天|当晚|同日|同一天))"
    # 财报发布次日: of the day on which it was told that it is out
    "|(?<=[报绩果告])(?:发布|公布|披露|发出|出炉|刊发|公告|发表)(?:之?后)?(?:的|之)?"
    "(?:(?P<then>次日|翌日|第二天)|(?:当日|当天|当晚))"
)
# Sold 9 hulls last week; not: last week reported, said last week, last week's storm.
LAST_WEEK_EN = regex(
    r"(?<!announced )(?<!reported )(?<!said )(?<!unveiled )(?<!agreed )(?<!told )(?<!published )"
    r"(?<!released )\b(?i:last week)\b(?!['’]s|(?: (?:that )?|, (?:[A-Z][\w.&’'-]* |the \w+ |it"
    r" )+(?:\w+ )?)"
    r"(?:said|announced|reported|agreed|told|published|released|unveiled|raised|cut|lowered|warned"
    r"|named|appointed|that)\b)"
)
WEEKDAY_BEFORE_ZH = regex("上(?:个?星期|周)(?P<day>[一二三四五六日天])")
FISCAL_END_ZH = regex("(?P<before>上一?个?)?(?:财年|财政年度|财务年度)(?:结束时|[末底])")
YEAR_START_ZH = regex(
    "(?:(?<![0-9年去明今])|[今去明])年初(?!至今|以来|制定|定下|设定|拟定|下达|立下|计划|目标|提出|预[计期测]"
    "|(?:给出|公布|发布|宣布|确定)的[^，。；]{1,12}(?:目标|计划|指引|预算)(?:[，。；]|$))"
)
YEAR_END_ZH = regex(
    "(?<![0-9年去明今一二两三四五六七八九十几数财])(?:年[底末内]前?|今年[以年]来|年初至今|年初以来"
    "|年内)"
)
FULL_YEAR_ZH = regex("(?<![0-9年])全年")
# 由|过去的12个月|左右拉长到20个月: what it was before, and no span of time
_LEVEL_BEFORE_ZH = (
    f"的?(?:{_N_ZH})(?:年|个月|个季度)(?:左右|上下|以上|多|的|出头)*(?:逐步|大幅|一路|进一步)?"
    "(?:拉长|延长|缩短|压缩|拖长|提[高升]|[升降增减变]|上升|下降|扩大|放宽|上调|下调)"
)
COMING_YEARS_ZH = regex(
    f"(?P<within>[一二两三四五六七八九十])年(?:之|以)?内(?!的?(?:须|需|将|应)?(?:到期|偿还|归还|清偿|支付|兑付))|(?P<way>未来|今后|(?<![由从])过去|(?<=[由从])过去(?!{_LEVEL_BEFORE_ZH})|(?<=的)近(?!{_LEVEL_BEFORE_ZH})|(?<![到至为达要了经花的从由])(?<!历时)(?<!耗时)(?<!持续)(?<!时间)近|最近|此后|往后|接下来)的?(?P<n>{_N_ZH}|数|几"
    f"|若干)(?:至{_N_ZH}|到{_N_ZH}"
    f"|[-—~]{_N_ZH})?(?P<unit>年|个月|个季度)"
)
PLAN_ZH = regex('[“"]?(?P<name>十三五|十四五|十五五)[”"]?(?:规划)?(?:期间|时期|末|期末)?')
PLANS = {"十三五": "2016/2020", "十四五": "2021/2025", "十五五": "2026/2030"}
NOW_ZH = regex(
    "目前|眼下|当下|如今|当前|现时|迄今|(?<!截)至今(?!年)|截至发稿|截至目前|到目前为止|现已|现在|现有"
)
# 2026年|半年度业绩, whose half is the first one; 中期票据 are notes.
HALF_YEARLY_ZH = regex("年?(?:半年度|半年报|中报|中期(?=业绩|报告|财报|财务))")
FISCAL_QUARTER_ZH = regex("第?(?P<nth>[一二三四1-4])财(?:季|政季度|务季度)")
# |以前|一家店一年能打平; not: 过去一年
ONCE_ZH = regex(
    '[“"]?(?:以前|过去|从前|原来|原先|早年|往年|以往|早先)'
    "(?!的|年|这|那|[0-9一二两三四五六七八九十几数]+个?(?:年|月|季|周|天|日|星期))，?"
)
