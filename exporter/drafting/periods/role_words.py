"""Words around a period that say what it does: that of a name, a founding."""

import re

from exporter.drafting.exactness import about_or
from exporter.engine.regex import regex

_I = re.IGNORECASE

# Times that were better, or worse: 比|疫情前|的2019年低
BETTER_DAYS_ZH = "(?:(?:疫情|上市|危机)前|(?:巅峰|高峰|顶峰|鼎盛|最高|高点|低谷|低点)(?:时期?|期)?)"
# The words around a year, of what bears it as a name.
NAMED_BEFORE = regex(
    r"(?:\b(?:Agenda|Vision|Windows|Office|Horizon|Strategy|Expo|Plan|Olympics|Cup|Ambition|Roadmap"
    r"|Class of|(?:[Nn]otes|[Bb]onds|[Dd]ebentures|[Ll]oans?)[^,;]{0,20} (?:due"
    r"|maturing)|Euro|Act of|Section|Form|Rule|Russell|Shield"
    r"|Made in China|Mission|Goal|Programme|Program|Project|Regulation|No\.|model year)"
    r"(?: in)? |《[^》]*|「[^」]*)$"
)
NAMED_BEHIND = regex(
    r"(?:[- ](?:Agenda|Vision|Strategy|Olympics|Expo|World|Games|Paralympics|Act\b"
    r"|Plan\b|Notes|Bonds"
    r"|(?:[a-z]+ )?(?:note|bond)s?\b|Convertible|Senior|convertible|senior|term loans?|Incentive"
    r"|Equity|Long|model year|Performance|Award|Program|Restructuring|Facility"
    r"|Annual Meeting|Proxy|Omnibus|Stock|Employee|Repurchase|Credit|Revolving|edition)"
    r"|版|款|届|级|奥运|世博|世界杯|[^《》]*》)"
)
FOUNDED_ONLY = regex(
    r"\b(?:founded|established|incorporated|formed|born|set up)\b[^,;.]{0,30}$", _I
)
# 8.50% notes due | November 15, 2017
DUE = regex(
    r"\b(?:notes?|bonds?|debentures?|loans?|debts?|borrowings)\b[^,;]{0,20}"
    r" (?:due|maturing|expiring)(?: in| on| before| until| after)? $"
    r"|\b(?:maturities|repayments) (?:due )?(?:before|until) $"
    r"|\b(?:extend(?:ed|ing|s)?|prolong(?:ed|ing|s)?|renew(?:ed|ing|s)?|refinanc(?:ed|ing|es?))\b"
    r"[^,;]{0,60} (?:to|until|through|into)(?: the end of)? $",
    _I,
)
# a loan that now | matures in | 2031
MATURES = regex(
    r"\b(?:now )?(?:matur(?:es?|ing|ed)|(?:falls?|fell|falling) due|expir(?:es?|ing)|repayable"
    r"|redeemable|runs? until|running until)(?: only)?(?: in| on| by| until)? ",
    _I,
)
# $400 million of debt | matures: what has to be repaid then
_SUM_DUE = r"[0-9][0-9.,]*(?: ?(?:[mb]n?|million|billion))? (?:of|in) (?:[\w-]+ ){1,4}"
SUM_MATURES = regex(rf"{_SUM_DUE}(?:that |which |will )?{MATURES.pattern}(?:early |late )?$", _I)
# a dividend payable on | 18 September
PAYABLE = regex(
    r"\b(?:payable|paid|distributed|on the register|of record|record date|ex-dividend|expir(?:es"
    r"|ing)|matur(?:es|ing))"
    r"(?: [\w-]+){0,3}? (?:on|at|from|by|in|until)(?: or about)?(?: the close of business on)? $",
    _I,
)
# in fiscal year 2023, which ended on | June 30
YEAR_ENDED = regex(
    r"\b(?:fiscal|financial) years? (?:ends?|runs? (?:to|until)|closes?)(?: on| in)? (?:the )?$|"
    r"(?:19|20)?[0-9]{2},? (?:\(|which |that )?(?:ended|ends|ending)(?: on)? $",
    _I,
)
# The plant, |which opened in 2019,| makes
ASIDE = regex(
    r", (?:which|who|whose|where|founded|established|launched|opened|built|bought"
    r"|acquired|listed|formed"
    r"|created|announced|signed|approved|completed|introduced|released|set up|started)\b[^,;]*,"
    # The brand that the group bought in 2023
    r"|, (?:the|an?|its|their) (?:[\w’'-]+ ){1,5}?(?:that|which|who) [^,;]*,"
)
# the unit |that the group carved out in| 2022; not: said that in 2022
RELATIVE_EN = regex(
    r"(?:, (?:which|who|where|whose)|\b(?!(?:said|says|say|announced|reported|told|showed|shows"
    r"|found"
    r"|expects?|estimates?|believes?|thinks?|notes?|noted|adding|added|argues?|forecasts?|warned"
    r"|mean"
    r"|means|so|now|is|was|confirmed|predicts?|reckons?|investors|analysts|reporters|assumes?"
    r"|month|week|yesterday)\b)"
    r"[a-z]{3,} (?:that|which|who|where))"
    r" (?:(?!\b(?:will|would|plans?|expects?|is|are)\b)[\w’'&-]+ ){1,8}(?:in|on|since|during|at"
    r"|of|by|from)?"
    r"(?: (?:the|late|early|mid|end|of|about))*[- ]?$"
)
_WAS_DONE = (
    r"(?:^|[^,;]*[,(] |\b[a-z]+ )(?:opened|launched|founded|acquired|bought|built|introduced"
    r"|started|created"
    r"|listed|formed|spun off|carved out|set up|established|completed|commissioned|unveiled"
    r"|inaugurated|relaunched|reopened|rebuilt|redesigned|rebranded|revamped|refurbished"
    r"|reintroduced|restarted|renamed"
    r"|taken over|agreed|announced|struck|settled|awarded|granted|won|merged|signed|chartered"
    r"|begun|approved|released|appointed|issued|floated|privati[sz]ed)"
    r"(?: (?:back|only|here|there|just|from|by|as|with))*(?: [A-Z][\w’'-]*){0,3}"
)
# a scheme |launched in| May 2024, has
PARTICIPLE_EN = regex(
    rf"{_WAS_DONE} (?:in|on|since|during)(?: (?:the|late|early|mid|end|of))*[- ]?$"
)
# an ale |launched| two years ago, grew
PARTICIPLE_ALONE_EN = regex(rf"{_WAS_DONE} {about_or('barely')}$")
# , the fund arm |the group bought in| 2019,
THAT_IT_BOUGHT = regex(
    r"\b(?:the|an?|its) (?:(?!that\b|which\b)[\w’'&-]+ ){1,5}?"
    r"(?:it|they|(?:the|its) [a-z]+|[A-Z][\w’'&-]+) "
    r"(?:bought|acquired|opened|launched|founded|built|started|took over|set up|completed"
    r"|introduced|unveiled|signed|won|created|shut)(?: (?:back|from [A-Z]\w+))? (?:in|on|during)"
    r"(?: (?:the|late|early|mid|end|of))*[- ]?$"
)
# the calmest summer since | 1961
SUPERLATIVE_EN = regex(
    r"\b(?:\w+est|best|worst|most|least|first|record|high|low"
    r"|peak) (?:[\w-]+ ){0,5}since(?: [\w-]+){0,3}? $",
    _I,
)
SUPERLATIVE_ZH = regex("(?:年|月|初|底|末)?以来(?:的)?(?:最|首|新|历史)")
# 2022年|分拆的
OF_A_THING_ZH = regex(
    "[^，。；0-9]{0,8}(?:成立|上市|推出|上线|分拆|收购|开业|投产|建成|发布|启用|公布|启动|投用"
    "|签约|签订|签署|中标|获批|收购"
    "|引进|买下|创立)(?:以来)?的(?!同)"
)
# |2024|云城数据大会上: a year without 年 that a meeting has in its name
NAMED_MEETING_ZH = regex(
    "[^，。；0-9年]{0,10}(?:大会|峰会|论坛|博览会|展会|车展|发布会|年会|博鳌|展览会)"
)
# 自|2014年|建成首座电站，到……: when a deed began that led to all this; 自2014年起 is a span.
SINCE_DEED_ZH = regex("(?:^|[，。；：])自$")
DEED_BEHIND_ZH = regex(
    "(?![至到]|[年月日季]?[初底末]|[^，。；]*(?:以来|起|开始|至今|后)，)[^，。；]{4,}，"
)
UNTIL_DEED_ZH = regex("(?:^|[，。；：])自[0-9]{4}年[^。；]*，(?:再)?到$")
# |今年4月|，新机上市后，公司陆续……: since then, and not in that month
AFTER_DEED_ZH = regex(
    "，[^，。；0-9]{2,16}(?:发布|上线|推出|上市|开业|投产|成立|启动|公布|获批|开通|落成|交付)(?:之?后|以来)，"
    "[^，。；0-9]{0,12}(?:先后|陆续|累计|逐步|不断|持续|接连|已)"
)
FOUNDED_ZH = regex("(?:成立|创立|创办|创建|创始|始建|组建|设立|诞生)于?$")
FOUNDED_BEHIND_ZH = regex("[^，。；]{0,6}(?:成立|创立|创办|创建|始建|组建|诞生)(?!以来)")
# said on | 31 October; On 31 October, | X announced
ANNOUNCED = regex(
    r"\b(?:said|says|announced|reported|told|disclosed|released|published|filed"
    r"|unveiled|posted|wrote"
    r"|stated|issued|dated|revealed|statement|release|report|filing|note|interview"
    r"|call|conference|update"
    r"|guided(?: for| to)?|flagged|indicated|signalled|outlined|communicated"
    r"|(?:guidance|forecasts?|range|targets?|outlook) (?:that"
    r" )?(?:\w+ )?"
    r"(?:given|gave|set|provided|outlined|made)"
    r"|noted|confirmed|warned|approved|declared|signed|authorized|authorised)"
    r"(?: (?:late|early|here))?(?: (?:investors|analysts|reporters|shareholders|staff|markets?))?"
    r"(?: as (?:recently|late|early) as| back in| earlier in)?(?: on| in| dated)?"
    r" (?:the |its |a )?(?:\w+day,? )?$", _I,
)  # fmt: skip
ANNOUNCED_BEHIND = regex(
    r"(?:,? (?:[\w.&’'-]+ ){0,6}(?:said|announced|reported|told|disclosed|released|published|filed"
    r"|unveiled|declared|signed|approved|authorized|authorised)\b)", _I,
)  # fmt: skip
ANNOUNCED_BEHIND_ZH = regex(
    "(?:[晚早]间|上午|下午|晚|盘后|盘前)?[，,]?[^，。；,;]{0,16}?(?:宣布|表示|披露|发布|公告|公布"
    "|称|透露|指出|消息"
    "|报道|讯|电|签署|召开|介绍|回应)"
)
# 8月21日晚|披露半年报，实现收入9亿元: the sums are those of the report, not of the day
REPORT_OUT_ZH = regex(
    "[晚早]?(?:间|上)?[，,]?[^，。；,;]{0,12}?(?:披露|发布|公布|公告|发表|交出|晒出)了?[^，。；,;的]{0,14}?"
    "(?:季报|季度报告|半年报|半年度报告|中报|中期报告|年报|年度报告|财报|业绩快报|业绩报告)"
)

# --- The figure of another period that stands beside

# lowered its guidance for this year to $4 billion |from $5 billion|
REVISED = regex(
    r"\b(?:rais|lower|cut|lift|trim|narrow|increas|reduc|upgrad|downgrad|revis|slash"
    r"|hik)\w*\b[^;]{0,40}"
    r"\b(?:guidance|outlook|forecasts?|estimates?|targets?|range|budget)\b[^;]*$"
    r"|(?:预期|指引|预测|目标|计划)[^；。]{0,12}[由从][^；。]{0,6}$",
    _I,
)
# What only says how something went: in line with our expectations, with orders | 5% ahead.
AS_EXPECTED = regex(
    r"\b(?:in line with|in keeping with|consistent with|ahead of|better than|above|below|beyond)"
    r" (?:[a-z’']+ ){0,3}expectations\b(?! (?:of|for)\b)", _I,
)  # fmt: skip
# 与去年|相比, 与去年|大致持平
COMPARED_BEHIND_ZH = regex(
    "(?:的?(?:同期|水平|末|底|年末|年底)?(?:的?(?:[^，。；,;]{0,8}))?)?(?:相比|相较|对比)"
    "|(?:同期|全年|年?[末底])?的?(?:水平|基数)?(?:大致|大体|基本|差不多|几乎|大约|约)?(?:上|能|可)?"
    "(?:持平|打平|相当|相近|相若|接近|相仿|一致|相同|一样)"
)
