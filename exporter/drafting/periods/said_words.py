"""Words that say a period, or what a period is said for, beside the dates that are read anyway."""

import re

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
ENDED = re.compile(
    rf"(?:(?:(?P<also>{_N_EN})(?:[- ]months?)? (?:and|or) )?(?P<n>{_N_EN})"
    r"[- ](?P<unit>months?|weeks?)(?: (?:fiscal )?(?:period|quarter|half|year))?"
    r"|(?P<part>quarters?|half[- ]years?|half|(?:(?:fiscal|financial|full|calendar) )*years?|month)"
    rf"(?: \((?P<weeks>{_N_EN})(?: |-)weeks?\))?(?: period)?)"
    r"(?:,? (?:that |which )?(?:ended|ending|ends|to|through|until)(?: on| in)?,?"
    r" (?:the )?(?:end of |end-)?)$",
    _I,
)
OF_A_YEAR_EN = re.compile(r" (?:of |in )?(this|last|next) year\b", _I)
AFTER_ENDED_ZH = re.compile(
    rf"(?:\(?未经审计\)?)?[,，]?止的?(?P<n>{_N_ZH})?(?P<part>个月|年度|季度|半年|财政年度|財政年度)"
)
MONTH_BEFORE_ZH = re.compile("(?<![0-9.])(?P<month>1[0-2]|[1-9])月?[至到]$")
SINCE = re.compile(
    r"\b(?:since|from)(?: (?:the )?(?:start|beginning|end|early|late|mid)(?: of|-)?"
    r"|(?: (?:its|the|their|his) (?:[\w-]+ ){0,3}?)(?:in|on))?(?: in)? $",
    _I,
)
ONWARD_ZH = re.compile(
    "(?:年|月|日|初|底|末)?[^，。；]{0,4}?(?:以来|起至今|至今)"
    "|[起止]?[至到](?:本|最后实际)?(?:公告|报告|通函|发稿|可行)(?:刊发|发布)?(?:之?日期?|当日|时)"
)
SPAN = re.compile(r"\s*(?:to|through|until|[-–—~～至到])\s*(?:the )?", _I)
SPAN_AND = re.compile(r" and ")

# --- The first months of a year

FIRST_EN = re.compile(
    rf"\b(?:first|opening) (?P<n>{_N_EN}) (?P<unit>months|quarters)(?: of)?(?: the| this)?"
    r"(?: (?:fiscal |financial )?year)?(?= |,|\.|;|$)", _I,
)  # fmt: skip
# A letter may be lost: the fi of a font that does not say so.
FIRST_WEEKS_EN = re.compile(rf"(?:\bfi|{LOST})rst (?P<n>[0-9]{{1,2}}|{_N_EN})[- ]weeks?", _I)
FIRST_ZH = re.compile(f"[前首头](?P<n>{_N_ZH})个?(?P<unit>季度?|月)")
NINE_M = re.compile(r"([369])\s?m", _I)
HALVES_EN = re.compile(r"(?P<nth>first|second)[- ]half(?! of an?\b)", _I)

# --- Words that need something else to say which period they mean

SAME_BEFORE_EN = re.compile(
    r"\b(?:(?:an?|one) year (?:earlier|ago|before|prior)|(?:the )?(?:year"
    r"|prior[- ]year|previous[- ]"
    r"year|year-ago|year-earlier|prior-year|last year's|previous year's"
    r"|prior year's|year[- ]earlier)"
    r" (?:period|quarter|half|month|figure|level|level's)"
    r"|(?:in |for |from |the )*(?:same|comparable|corresponding|equivalent|like|similar)"
    r" (?:period|quarter|half|months?|time|point|week|stage|three months|six months|nine months)"
    r"(?: (?:of|in|a))?(?: the)? (?:last|prior|previous|preceding|year)(?: year| earlier| ago"
    r"| before)?|(?:the )?(?:corresponding|comparable) (?:prior"
    r"|previous)(?: year)? (?:period|quarter)"
    r"|(?:the |a )?(?:year-ago|year-earlier|prior-year|prior year|previous-year|last year's"
    r"|prior year's|previous year's)(?: (?:first|second|third|fourth))?"
    r"(?: (?:period|quarter|half|month))?|at this (?:time|point|stage) last year"
    r"|12 months (?:earlier|ago|before)"
    r"|twelve months (?:earlier|ago|before))\b", _I,
)  # fmt: skip
YEARS_BEFORE_EN = re.compile(
    rf"\b(?P<n>{_N_EN}) years? (?:earlier|ago|before|prior|previously"
    rf"|(?P<later>later|afterwards))\b|\ba decade"
    r" (?:earlier|ago|before)\b", _I,
)  # fmt: skip
MONTHS_BEFORE_EN = re.compile(
    rf"\b(?P<n>{_N_EN}) months (?:earlier|ago|before(?! \w)|prior|previously)\b", _I
)
SAME_OF_EN = re.compile(
    r"\b(?:same|comparable|corresponding|equivalent) (?:periods?|quarters?|half|months?"
    r"|time|point|date)"
    r" (?:of|in) (?=(?:fiscal (?:year )?)?(?:19|20)[0-9]{2}\b)", _I,
)  # fmt: skip
ONE_BEFORE_EN = re.compile(
    r"\b(?:the )?(?:prior|previous|preceding|last|immediately preceding)"
    r" (?P<part>quarter|month|half|half-year|three months)\b|\b(?:a|one)"
    r" (?P<part2>quarter|month|half) (?:earlier|ago|before)\b|\bthe (?P<part3>quarter|month|half)"
    r" before\b", _I,
)  # fmt: skip
YEAR_BEFORE_EN = re.compile(
    r"\b(?:the |in )*(?:prior|previous|preceding) (?:(?:fiscal|financial) )?year\b"
    r"|\bthe year (?:before|earlier|prior)\b|\ba year prior\b", _I,
)  # fmt: skip
THIS_EN = re.compile(
    r"\b(?:in|during|for|over|of|through|throughout|at the end of|end of|by the end of)"
    r" (?:the|this)(?! (?:current|new) (?:financial|fiscal) year) (?:(?:reporting|current|latest"
    r"|most recent|reported|full"
    r"|entire|fiscal|financial|whole)"
    r" )*(?P<part>quarter|half|half-year|period|year|month)(?:[- ]end)?\b"
    r"(?!-|['’]s| (?:ended|ending|to|ended|before|earlier|prior|through|from|of|ago"
    r"|under review of|ahead|since)\b"
    r"| [0-9])|\b(?:this|the current|the latest) (?P<part2>quarter|half|month)\b"
    r"|\b(?:ended|closed|finished) (?:the|its) (?P<part4>year|quarter|half) (?=with\b)"
    r"|\b(?P<part3>quarter|period|month|half)[- ]end\b|\bthe period under review\b", _I,
)  # fmt: skip
AT_END = re.compile(r"end of the|[- ]end\b|末$", _I)
YEARS_EN = re.compile(r"\b(?P<which>this|next) year['’]s(?! end\b)", _I)
NEXT_EN = re.compile(
    r"\b(?:the )?(?:next|coming|following|current)(?= ) (?P<part>quarter|month|half)\b"
    r"|\b(?:(?:in|for|during|over) )?(?:the |its |our )?(?:next|coming|following|new|upcoming"
    r"|current) (?P<year>(?:financial|fiscal) year)\b",
    _I,
)
YEAR_END_EN = re.compile(
    r"\b(?:(?:at|by|before|until) (?:the )?(?:year[- ]end|end of (?:the|this) year)"
    r"|(?:later|earlier|so far|early|late) this year|year[- ]to[- ]date)\b", _I,
)  # fmt: skip
FULL_YEAR_EN = re.compile(
    r"\b(?:the )?full[- ]year\b(?! [0-9]| ended)|\bfor the (?:whole "
    r"|entire )?year\b(?! ended| to )",
    _I,
)
COMING_YEARS_EN = re.compile(
    rf"\b(?:(?:over|in|during|within|for) the |within )?(?P<way>next|coming|past|last|previous"
    rf"|preceding|following|trailing) (?P<n>{_N_EN}|few|several|couple of)"
    r" (?P<unit>years?|months|quarters|decades?)\b|\b(?:over|in"
    r"|during) the (?P<way2>next|coming|past"
    r"|last) (?P<unit2>decade)\b", _I,
)  # fmt: skip
# Not: |now| expects, which says when it is expected.
NOW_EN = re.compile(
    r"\b(?:now(?! (?:to |be )?(?:expect|see|forecast|plan|target|anticipat|guid|project|predict|aim"
    r"|due|put|assum|reckon|estimat|look|model|intend|set|in\b|at \w+ing\b)|that\b)"
    r"|currently|(?<!said )(?<!announced )(?<!reported )today(?! (?:\w+ly )?(?:reported|announced"
    r"|said|released|posted"
    r"|provided|published|issued|unveiled)\b)|to date|at present|at the moment|as of (?:today"
    r"|now)|presently)\b",
    _I,
)

SAME_BEFORE_ZH = re.compile(
    "(?:去年|上年|上一?年度?|前一年)(?:度|的)?(?:同期|同季|同月|同日)|上财年同期|同比期间"
    "|(?<=[较比与和同])同期"
)
SAME_OF_ZH = re.compile("的?同期|的?同季|的?同月")
ONE_BEFORE_ZH = re.compile("(?:上一?个?|前一个?)(?P<part>季度?|月|财季|半年)(?!度末)")
YEAR_BEFORE_ZH = re.compile(
    "(?:上一年度?|前一年度?|上年度?(?![末底])|上一财年|上财年|上个财年|前一财年|上年末|上年底"
    "|上年度末|上一年末|期初)"
)
YEARS_BEFORE_ZH = re.compile(f"(?P<n>{_N_ZH})年(?:前|(?P<later>之?后))(?!瞻)")
MONTHS_BEFORE_ZH = re.compile(f"(?P<n>{_N_ZH})个月(?:之?前)(?!的?报告)|(?P<half>半年)(?:之?前)")
THIS_ZH = re.compile(
    "(?:报告期|本报告期|期|报告期期)[内末]|本报告期|(?:本|该|当|这一|这个|最新)(?P<part>季度?"
    "|财季|财年|半年度?|月|年度|期|季)"
    "(?:度|末|内)?|(?P<part2>单季)度?|季内|同季|(?:季|月)末"
)
NEXT_ZH = re.compile("下(?:一个?|个)?(?P<part>季度?|月|财季|财年|年度)")
SAME_ZH = re.compile("同一时期|(?<![年月度较比与和同])同期")
# Holidays that lie in one month of every year; behind each its month.
HOLIDAYS = {
    "元旦": 1, "清明": 4, "五一": 5, "劳动节": 5, "六一八": 6, "618": 6, "国庆": 10, "十一": 10,
    "双11": 11, "双十一": 11, "双12": 12, "双十二": 12,
}  # fmt: skip
HOLIDAY_ZH = re.compile(
    '(?P<year>(?:(?:19|20)[0-9]{2}年|[去今前明]年))?的?[“”「」"]?'
    "(?P<name>(?:元旦|清明节?|五一|劳动节|国庆节?|十一|国庆中秋|双11|双十一|双12|双十二|618|六一八))"
    '[“”「」"]?(?:小?长?假期?|黄金周|假日|大促|购物节|促销|期间)'
)
YEAR_START_ZH = re.compile(
    "(?:(?<![0-9年去明今])|[今去明])年初(?!至今|以来|制定|定下|计划|目标|提出|预[计期测])"
)
YEAR_END_ZH = re.compile(
    "(?<![0-9年去明今一二两三四五六七八九十几数])(?:年[底末内]前?|今年[以年]来|年初至今|年初以来"
    "|年内)"
)
FULL_YEAR_ZH = re.compile("(?<![0-9年])全年")
COMING_YEARS_ZH = re.compile(
    f"(?P<within>[一二两三四五六七八九十])年(?:之|以)?内|(?P<way>未来|今后|过去|近|最近|此后|往后|接下来)的?(?P<n>{_N_ZH}|数|几|若干)(?:至{_N_ZH}|到{_N_ZH}"
    f"|[-—~]{_N_ZH})?(?P<unit>年|个月|个季度)"
)
PLAN_ZH = re.compile('[“"]?(?P<name>十三五|十四五|十五五)[”"]?(?:规划)?(?:期间|时期|末|期末)?')
PLANS = {"十三五": "2016/2020", "十四五": "2021/2025", "十五五": "2026/2030"}
NOW_ZH = re.compile("目前|如今|当前|现时|迄今|至今|截至发稿|截至目前|到目前为止|现已|现在|现有")
# 2026年|半年度业绩, whose half is the first one; 中期票据 are notes.
HALF_YEARLY_ZH = re.compile("年?(?:半年度|半年报|中报|中期(?=业绩|报告|财报|财务))")
FISCAL_QUARTER_ZH = re.compile("第?(?P<nth>[一二三四1-4])财(?:季|政季度|务季度)")

# --- A date that is none of the figure's

# The words around a year, of what bears it as a name.
NAMED_BEFORE = re.compile(
    r"(?:\b(?:Agenda|Vision|Windows|Office|Horizon|Strategy|Expo|Plan|Olympics|Cup|Ambition|Roadmap"
    r"|Class of|(?:[Nn]otes|[Bb]onds|[Dd]ebentures|[Ll]oans?)[^,;]{0,20} (?:due"
    r"|maturing)|Euro|Act of|Section|Form|Rule|Russell|Shield"
    r"|Made in China|Mission|Goal|Programme|Program|Project|Regulation|No\.|model year)"
    r"(?: in)? |《[^》]*|「[^」]*)$"
)
NAMED_BEHIND = re.compile(
    r"(?:[- ](?:Agenda|Vision|Strategy|Olympics|Expo|World|Games|Paralympics|Act\b"
    r"|Plan\b|Notes|Bonds"
    r"|(?:[a-z]+ )?(?:note|bond)s?\b|Convertible|Senior|convertible|senior|term loans?|Incentive"
    r"|Equity|Long|model year|Performance|Award|Program|Restructuring|Facility"
    r"|Annual Meeting|Proxy|Omnibus|Stock|Employee|Repurchase|Credit|Revolving|edition)"
    r"|版|款|届|级|奥运|世博|世界杯|[^《》]*》)"
)
FOUNDED_ONLY = re.compile(
    r"\b(?:founded|established|incorporated|formed|born|set up)\b[^,;.]{0,30}$", _I
)
# 8.50% notes due | November 15, 2017
DUE = re.compile(
    r"\b(?:notes?|bonds?|debentures?|loans?|debts?|borrowings)\b[^,;]{0,20}"
    r" (?:due|maturing|expiring)(?: in| on| before| until| after)? $"
    r"|\b(?:maturities|repayments) (?:due )?(?:before|until) $",
    _I,
)
# a dividend payable on | 18 September
PAYABLE = re.compile(
    r"\b(?:payable|paid|distributed|on the register|of record|record date|ex-dividend|expir(?:es"
    r"|ing)|matur(?:es|ing))"
    r"(?: [\w-]+){0,3}? (?:on|at|from|by|in|until)(?: or about)?(?: the close of business on)? $",
    _I,
)
# in fiscal year 2023, which ended on | June 30
YEAR_ENDED = re.compile(
    r"(?:19|20)?[0-9]{2},? (?:\(|which |that )?(?:ended|ends|ending)(?: on)? $", _I
)
# The plant, |which opened in 2019,| makes
ASIDE = re.compile(
    r", (?:which|who|whose|where|founded|established|launched|opened|built|bought"
    r"|acquired|listed|formed"
    r"|created|announced|signed|approved|completed|introduced|released|set up|started)\b[^,;]*,"
)
# the unit |that the group carved out in| 2022; not: said that in 2022
RELATIVE_EN = re.compile(
    r"(?:, (?:which|who|where|whose)|\b(?!(?:said|says|say|announced|reported|told|showed|shows"
    r"|found"
    r"|expects?|estimates?|believes?|thinks?|notes?|noted|adding|added|argues?|forecasts?|warned"
    r"|mean"
    r"|means|so|now|is|was|confirmed|predicts?|reckons?|investors|analysts|reporters|assumes?)\b)"
    r"[a-z]{3,} (?:that|which|who|where))"
    r" (?:(?!\b(?:will|would|plans?|expects?|is|are)\b)[\w’'&-]+ ){1,8}(?:in|on|since|during|at"
    r"|of|by|from)?"
    r"(?: (?:the|late|early|mid|end|of|about))*[- ]?$"
)
# a scheme |launched in| May 2024, has
PARTICIPLE_EN = re.compile(
    r"(?:^|[^,;]*[,(] |\b[a-z]+ )(?:opened|launched|founded|acquired|bought|built|introduced"
    r"|started|created"
    r"|listed|formed|spun off|carved out|set up|established|completed|commissioned|unveiled"
    r"|inaugurated"
    r"|taken over|agreed|announced|struck|settled|awarded|granted|won|merged|signed|chartered"
    r"|begun|approved|released|appointed|issued|floated|privati[sz]ed)"
    r"(?: (?:back|only|here|there|just|from|by|as|with))*(?: [A-Z][\w’'-]*){0,3} (?:in|on|since"
    r"|during)"
    r"(?: (?:the|late|early|mid|end|of))*[- ]?$"
)
# the calmest summer since | 1961
SUPERLATIVE_EN = re.compile(
    r"\b(?:\w+est|best|worst|most|least|first|record|high|low"
    r"|peak) (?:[\w-]+ ){0,5}since(?: [\w-]+){0,3}? $",
    _I,
)
SUPERLATIVE_ZH = re.compile("(?:年|月|初|底|末)?以来(?:的)?(?:最|首|新|历史)")
# 2022年|分拆的
OF_A_THING_ZH = re.compile(
    "[^，。；0-9]{0,8}(?:成立|上市|推出|上线|分拆|收购|开业|投产|建成|发布|启用|公布|启动|投用"
    "|签约|签订|签署|中标|获批|收购"
    "|引进|买下|创立)(?:以来)?的(?!同)"
)
FOUNDED_ZH = re.compile("(?:成立|创立|创办|创建|创始|始建|组建|设立|诞生)于?$")
FOUNDED_BEHIND_ZH = re.compile("[^，。；]{0,6}(?:成立|创立|创办|创建|始建|组建|诞生)(?!以来)")
# said on | 31 October; On 31 October, | X announced
ANNOUNCED = re.compile(
    r"\b(?:said|says|announced|reported|told|disclosed|released|published|filed"
    r"|unveiled|posted|wrote"
    r"|stated|issued|dated|revealed|statement|release|report|filing|note|interview"
    r"|call|conference|update"
    r"|noted|confirmed|warned|approved|declared|signed|authorized|authorised)"
    r"(?: (?:late|early|here))?(?: (?:investors|analysts|reporters|shareholders|staff|markets?))?"
    r"(?: as (?:recently|late|early) as| back in| earlier in)?(?: on| in| dated)?"
    r" (?:the |its |a )?(?:\w+day,? )?$", _I,
)  # fmt: skip
ANNOUNCED_BEHIND = re.compile(
    r"(?:,? (?:[\w.&’'-]+ ){0,6}(?:said|announced|reported|told|disclosed|released|published|filed"
    r"|unveiled|declared|signed|approved|authorized|authorised)\b)", _I,
)  # fmt: skip
ANNOUNCED_BEHIND_ZH = re.compile(
    "(?:[晚早]间|上午|下午|晚|盘后|盘前)?[，,]?[^，。；,;]{0,16}?(?:宣布|表示|披露|发布|公告|公布"
    "|称|透露|指出|消息"
    "|报道|讯|电|签署|召开|介绍|回应)"
)

# --- The figure of another period that stands beside

# lowered its guidance for this year to $4 billion |from $5 billion|
REVISED = re.compile(
    r"\b(?:rais|lower|cut|lift|trim|narrow|increas|reduc|upgrad|downgrad|revis|slash"
    r"|hik)\w*\b[^;]{0,40}"
    r"\b(?:guidance|outlook|forecasts?|estimates?|targets?|range)\b[^;]*$"
    r"|(?:预期|指引|预测|目标|计划)[^；。]{0,12}[由从][^；。]{0,6}$",
    _I,
)
