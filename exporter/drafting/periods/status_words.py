"""Words that say of a figure that it is planned, expected, estimated or claimed."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from exporter.facts.words import Lang


class StatusWords(NamedTuple):
    """Patterns of a language.

    Attributes:
        cut: What ends the reach of such a word.
        once: What was planned or expected once, and so says nothing of today.
        compared: What came beside what had been expected: above estimates of.
        planned: Will, plans, aims.
        expected: Expects, forecasts, guidance.
        behind: Such words right behind a figure.
        reached: What a plan is said to have reached.
        others: Those who expect things of others.
        guidance: What companies call what they expect.
        results: What companies guide to.
        claimed: What a text does not vouch for.
        claimed_behind: The same right behind a figure, to the end of its clause.
        aim: An infinitive that aims.
        base: What leads to the figure that another is compared with.
        done: Things that are done: what a company expects to do is planned.
        direct: An expectation right before its figure.
        supposed: What only supposes, of a period that has ended: would have fallen by.
    """

    cut: re.Pattern[str]
    once: re.Pattern[str]
    compared: re.Pattern[str]
    planned: re.Pattern[str]
    expected: re.Pattern[str]
    behind: re.Pattern[str]
    reached: re.Pattern[str]
    others: re.Pattern[str]
    guidance: re.Pattern[str]
    results: re.Pattern[str]
    claimed: re.Pattern[str]
    claimed_behind: re.Pattern[str]
    aim: re.Pattern[str]
    base: re.Pattern[str]
    done: re.Pattern[str]
    direct: re.Pattern[str]
    supposed: re.Pattern[str]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_OTHERS_EN = (
    r"\b(?:(?:sell-side |equity |market |industry |street )?analysts?|brokers?"
    r"|brokerages?|economists?"
    r"|consensus|wall street|forecasters?|strategists?|researchers?|market research"
    r"|the (?:imf|oecd|iea|eia|world bank|opec|fed|ecb)|imf|oecd|iea|eia|idc"
    r"|gartner|canalys|counterpoint"
    r"|trendforce|bloombergnef|factset|refinitiv|lseg|visible alpha|mckinsey"
    r"|forrester|wood mackenzie|rystad"
    r"|omdia|dealogic|statista|iqvia|emarketer|frost & sullivan|goldman sachs"
    r"|morgan stanley|jpmorgan"
    r"|jefferies|bernstein|barclays|citi|citigroup|ubs|hsbc|nomura|deutsche bank|credit suisse|bofa"
    r"|bank of america|cicc|research firms?|consultancy|consultants?|third parties"
    r"|observers|experts"
    r"|(?:industry|market|external|outside|independent) (?:estimates?|forecasts?))\b"
)
# Is not expected to exceed, should not be more than: the bound is what is expected.
_BOUNDED = (
    r"(?:exceed|surpass|top|fall below"
    r"|(?:be|go|rise|come) (?:more|less|higher|lower|above|below|over))\b"
)
_EN = StatusWords(
    cut=_any(
        r";",
        r"(?<!\d)\.(?!\d)",
        r",? (?:while|whereas|although|though|but)\b",
        r",? and (?=(?:it|he|she|they|the \w+|its \w+|net|profit|revenue"
        r"|sales)\b[^,;]{0,30}\b(?:was|were|rose|fell|grew|had|will|expects?|plans?"
        r"|aims?|is|are|has|have|made|sold|earned|lost|reported)\b)",
        r",(?= (?:(?:up|down) from|above|below|beating|topping|missing|compared|versus|against"
        r"|after|following|ahead of|short of|from)\b)",
        r",(?= (?:and )?(?:will|plans?|expects?|aims?|targets?)\b)",
        r",(?= (?:said|says|told|announced)\b)",
        r"\b(?=(?:after|having|following) (?:a |an |its )?\w+(?:ing|ed)\b)",
    ),
    once=_any(
        r"\b(?:had|has|have|was|were|been|previously|originally|initially|once|earlier"
        r"|already)(?: (?:been|previously|originally|initially|once|earlier|not|long"
        r"|also))*"
        r" (?:expected|planned|intended|targeted|aimed|forecast|projected|anticipated"
        r"|estimated|hoped|budgeted|scheduled|slated)(?: (?:to|for|that|at"
        r"|by))?(?! (?:to )?(?:\w+ ){0,4}(?:by|in) 20)",
        r"\b(?:as|than|more than|less than|better than|worse than|below|above|like"
        r"|faster than|sooner than|lower than|higher than|bigger than)"
        r"[- ](?:it |we |they |was |had |is )*(?:expected|planned|anticipated|forecast"
        r"|targeted|scheduled|projected|feared|hoped)\b",
        r"\b(?:better|worse|larger|smaller|higher|lower|bigger)[- ]than[- ]expected\b",
        r"\b(?:no longer|not|never|won't|doesn't|does not|do not"
        r"|did not) (?:be )?(?:expected|expects?|plans?|planned|planning|intends?)\b"
        rf"(?! (?:\w+ ){{0,3}}to {_BOUNDED})",
        r"\b(?:planned|expected|estimated|projected) (?:useful|economic) (?:life|lives)\b",
        r"\b(?:pension|savings|retirement|401\(k\)|incentive|benefit|stock|equity"
        r"|health|data|subscription|pricing|service|payment|purchase) plans?\b",
        r"\btarget (?:customers?|audience|market|group|price|company|business)s?\b",
        r"\bat will\b|\bgood ?will\b|\bshall\b(?= have the meaning)",
    ),
    compared=_any(
        r"\b(?:above|below|beat(?:ing|s)?|top(?:ping|ped|s)?|exceed(?:ing|ed|s)?"
        r"|miss(?:ing|ed|es)?|ahead of|short of|than|against|compared (?:with|to)"
        r"|versus|vs\.?|surpass(?:ing|ed)?|in line with|under)"
        r" (?:the |its |an? |average |market |mean |median |previous |earlier |own "
        r"|our |(?:analysts?|analyst|wall street|street|consensus|bloomberg|company"
        r"|management|factset|refinitiv|lseg)(?:['’]s?)? ?|(?:\w+['’]s? ))*"
        r"(?:expectations?|estimates?|forecasts?|guidance|consensus|projections?"
        r"|outlook|expected|forecast|range|(?<!price )targets?)"
        r"(?: \w+){0,6} (?:of|for|at|by|that)?[^,;]{0,40}$",
        r"\b(?:analysts?|economists?|wall street|the street) (?:(?:polled|surveyed"
        r"|tracked|at|from|with|who)\b[^,;.]{1,40}? )?(?:had "
        r"|on average )*(?:expected|forecast|predicted|estimated|anticipated"
        r"|projected)\b[^,;]{0,40}$",
    ),
    planned=_any(
        r"\b(?:will|shall|won['’]t|['’]ll|prepar(?:es|ing) to|looking to|ready to|in talks to"
        r"|going to|about to|intends?|intending"
        r"|plan to|plans(?! (?:are|were|is|with|have|that|which|and|or|of|can)\b)"
        r"|planning|planned"
        r"|aims?|aiming|seeks? to|hopes?"
        r"|hoping|targets?|targeting|targeted|goals?|ambitions?|objectives?|commit(?:s"
        r"|ted)? to (?:\w+ ){0,3}(?:by|in|over|a|\$|€|£|up|invest|reduc|cut|spend|buy)"
        r"|pledge[sd]?|vow(?:s|ed)|promise[sd]?"
        r"|is set to|are set to|due to (?:open|start|begin|be|launch|close|come|enter"
        r"|go|complete|finish|deliver|reach|rise)|scheduled|slated|proposes?|proposed"
        r"|considering|weighing|wants? to|budget(?:s|ed)? (?:for|of|\$)"
        r"|on track (?:to|for)|poised to|agreed to (?:buy|acquire|sell|invest|pay"
        r"|purchase|supply|build)|is to|are to|would|could|(?-i:may)|might|to be (?:built"
        r"|opened|launched|completed|delivered|paid|invested|spent))\b",
    ),
    expected=_any(
        r"\b(?:expects?|expecting|expected|anticipates?|anticipated|anticipating"
        r"|forecasts?|forecasting|forecasted|projects(?= (?:that|its|revenue|sales"
        r"|growth|a|an|full|to|net|adjusted|capital|the|earnings|annual|about|between"
        r"|\$|€|£|\d))"
        r"|projected|projecting|projections?|predicts?|predicted|predicting|guid(?:es"
        r"|ed|ing)(?= (?:to|for|toward|at|range|revenue|sales))|guidance|outlook|guided"
        r"|estimates?|estimated|estimating"
        r"|sees(?= (?:\w+ ){0,6}(?:of|at|to|growth|between|rising|falling|up|revenue"
        r"|sales|profit))|(?:is|are) (?:now |still )?seen|is likely|are likely|likely to"
        r"|(?-i:should) (?:still |also |now |then )?(?!be (?:noted|read|seen)|not\b|have\b)[a-z]+"
        rf"|should not {_BOUNDED}"
        r"|(?:looks|looking) (?:for|to)(?= (?:[\w-]+ ){0,6}(?:of|at|[$€£¥\d]))"
        r"|expectations?|(?-i:(?:He|She|It|They) models?)(?= )|modell?ing|assumes?|assuming"
        r"|reckons? on|(?:year|quarter|half|20\d\d)(?: alone)?,? (?:[\w-]+ ){1,5}(?:is|are) put at"
        r"|pencill?(?:s|ed) in"
        r"|analysts see|(?:now|we|they|I|still) sees?(?= (?:[\w-]+ ){0,8}(?:of|at|between))"
        rf"|unlikely to {_BOUNDED}|sees(?= [A-Z]))\b",
    ),
    behind=_any(
        r"(?:(?! and )[^,;.]){0,45}? (?:is|are|was|were) (?:now |still |also "
        r"|currently )?(?:expected|planned|projected|forecast|targeted|scheduled"
        r"|estimated|anticipated)\b(?! (?:in|at|by) )",
        r"(?:(?! and )[^,;.]){0,25}? should (?:still |also )?(?!have\b|not\b)[a-z]+\b",
        r"(?:(?! and )[^,;.]){0,40}? will (?:be|open|come|follow|go|start|join|flow"
        r"|enter|take|create|have)\b",
        r"(?:(?! and )[^,;.]){0,25}? (?:planned|expected|to come|to follow|due) (?:by"
        r"|for|in|next|later|over)\b",
        r"(?:[^,;.]|[.,](?=\d)){0,50}?\bawait(?:s|ing) [^,;.]{0,30}approval\b",
        r",? (?:it|the company|management|analysts?|[A-Z]\w+) (?:expects?|forecasts?"
        r"|predicts?|projects|estimates?|plans)\b",
        r"(?:(?! and )[^,;.]){0,30}?, (?:due |set |scheduled )?to (?:begin|start|run|open"
        r"|be completed|be paid)\b",
        r",? (?:that |which )?(?:the )?(?:[A-Z]\w+ )?(?:analysts?|economists?|brokers?"
        r"|wall street|the street)\b[^,;.]{0,40}?"
        r" (?:expected|forecast|pencill?ed in|looked for|(?:were |had been )?looking for"
        r"|predicted|estimated|anticipated)\b",
        r"(?: (?!and |in )[a-z-]+){0,3} (?:that|which) (?:the )?(?:\w+ )?(?:analysts?|economists?"
        r"|brokers?|wall street|the street) (?:had |have )?(?:been )?(?:expect|forecast|predict"
        r"|estimat|anticipat|project|look)\w*",
        r"(?: (?!and |in )[a-z-]+){0,2} (?:expected|forecast|predicted|estimated|anticipated"
        r"|projected) (?:on average )?by (?:the )?(?:\w+ )?(?:analysts?|economists?|brokers?"
        r"|wall street|the street|the market)\b",
    ),
    reached=_any(
        r"\b(?:achieved|met|reached|hit|exceeded|beat|surpassed|missed"
        r"|completed) (?:its|the|their|our|that) (?:\w+ ){0,3}(?:target|goal|plan"
        r"|guidance|forecast)s?\b",
    ),
    others=_any(
        r"\bour (?:[\w-]+ ){0,5}(?:estimates?|forecasts?)\b",
        _OTHERS_EN + r"[^;]{0,60}?\b(?:expect|forecast|estimat|predict|project|see|anticipat|put"
        r"|reckon|consensus|polled|model|pencil|look)\w*",
        r"\b(?:is|are) (?:widely )?(?:expected|forecast|tipped) to (?:post|report|announce|show"
        r"|unveil)\b",
        r"\b(?:expected|forecast|estimated|predicted|projected|anticipated|estimates?"
        r"|forecasts?|projections?|data|according to)(?: \w+){0,4} (?:by|from|of"
        r"|to) (?:the )?(?:\w+ ){0,2}" + _OTHERS_EN,
        r"\baccording to [^,;]{0,60}?(?:analysts?|estimates?|forecasts?|consensus)\b",
        r"\b(?:analysts?|consensus|market|street|wall street)['’]?s? (?:average |mean "
        r"|median )?(?:expectations?|estimates?|forecasts?|consensus)\b",
        r"\b(?:average|mean|median) (?:\w+ )?(?:expectation|estimate|forecast)s?\b",
        r"\bthe market (?:is|was|will|size|for|could|(?-i:may)|would)?[^;]{0,40}?\b(?:is "
        r"|was )?(?:expected|forecast|projected|estimated|predicted) to\b",
        r"\bit is estimated\b|\b(?:an )?estimated (?=[$€£¥\d])|\bconsensus\b",
    ),
    guidance=_any(
        r"\b(?:guidance|outlook|guided (?=[a-z]+ (?:of|range))"
        r"|guid(?:es|ed|ing)(?= (?:to|for|toward|at|range|revenue"
        r"|sales))|full-year forecast|its forecast"
        r"|profit forecast|revenue forecast|sales forecast)\b",
    ),
    results=_any(
        r"\b(?:revenues?|net sales|sales|earnings|ebitda?|ebita|profits?|profitability"
        r"|income|eps|margins?|cash flow|loss(?:es)?|growth|capital expenditures?"
        r"|capex|operating expenses|opex|tax rate|deliveries|production|shipments"
        r"|per (?:diluted )?share|comparable|same-store|bookings|billings"
        r"|costs?|net debt|leverage|capital spending"
        r"|net interest income|loan growth|output|volumes?|turnover"
        r"|results?)\b",
    ),
    claimed=_any(
        r"\b(?:is|are|was|were) (?:said|reported|rumou?red|believed|thought|understood"
        r"|alleged|reputed|claimed) to\b",
        r"\b(?:reportedly|allegedly|purportedly|supposedly"
        r"|(?:it|he|she|they|which|who|company|group|firm|maker|(?-i:[A-Z]\w+)) claims(?= (?:to"
        r"|that|it|its|an?|the|over"
        r"|more|about|\d))|claim(?:ed|ing) (?=to|that|it|an?\b)"
        r"|alleges?|alleged|boasts? of having|unconfirmed|rumou?rs?|sources? (?:said"
        r"|say|told)|people familiar|so-called|bills itself)\b",
    ),
    claimed_behind=_any(
        r"[^;.]{0,60}?,? (?:it|he|she|the company|[A-Z]\w+) claims?(?:ed)?\b"
        r"|[^;.]{0,80}?,? (?:according to (?:people familiar|sources|unconfirmed"
        r"|media reports|a person)|people familiar with|reportedly|sources said)\b",
    ),
    aim=_any(
        r"\bto \w+ (?:[^,;]*)$",
        r"\b(?:by|until|target|goal|budget|plan|next year|due|maturing|approved|authori[sz]ed)\b",
    ),
    base=_any(
        r"\b(?:from|(?<!more )(?<!less )(?<!fewer )than) (?:about |around |nearly |some "
        r"|over )?[A-Z]{0,3}[$€£¥]?$"
    ),
    done=_any(
        r"\bto (?:start|begin|open|launch|build|create|hire|invest|complete|close"
        r"|acquire|install|add"
        r"|deliver|employ|recruit|cut|shut|repurchase|pay|issue|raise|spend)\b"
    ),
    direct=_any(
        r"\b(?:expects?|forecasts?|anticipates?|predicts?|projects|estimates?)"
        r" (?:about |around |nearly |some |over |between )?[A-Z]{0,3}[$€£¥]?$"
    ),
    supposed=_any(r"\b(?:would|could|might|(?-i:may))\b"),
)

_OTHERS_ZH = (
    "(?:分析师|分析人士|机构|券商|研报|研究报告|研究机构|证券|中金|高盛|摩根|花旗|瑞银|汇丰|野村"
    "|大和|里昂|业内|业界|市场人士|专家|经济学家|咨询|IDC|Gartner"
    "|Canalys|Counterpoint|TrendForce|集邦|弗若斯特沙利文|灼识|艾瑞|易观|国际货币基金|世界银行"
    "|国际能源署|IEA|IMF|OECD|乘联|中汽协|协会|市场一致|一致预期|彭博|路透|市场普遍|市场预期|Wind"
    "|东吴|国泰君安|中信|华泰|招商|广发|海通|申万|国信|兴业|德邦|民生|天风|光大|开源"
    "|研究所|研究院|信通院|智库|数据显示)"
)

_ZH = StatusWords(
    cut=_any(
        "[；。！？;]",
        "，(?=(?:去年|上年|而|但|此前|其中|截至|目前|已|累计|高于|低于|超出|不及|好于|超过市场"
        "|超过此前))",
        "，(?=(?:而|但)?(?:20[0-9]{2}年|去年|上年|前年)(?:同期|全年|末|底)?(?:只有|仅有?|才|则?为|是))",
        "，(?=(?:并|且|同时|未来|明年)?(?:预计|将|计划|拟|力争|目标))",
        # 预计今年关店1.5万家，|门店总数降到了67万家
        "，(?=[^，。；将会]{2,24}?(?:[升降增减涨跌][到至]|达到|超过|突破|增加|减少|下降|增长)了)",
    ),
    once=_any(
        "(?:此前|曾|原|曾经|当初|最初|早前|原先|原本|先前)(?:于[^，。]{0,8})?(?:[^，。；]{0,6})?"
        "(?:(?:预计|预期|预测|目标)(?!为|是|的|[0-9])|计划|拟|打算|承诺|规划)(?:将|要|于)?",
        "(?:超|[好高低快慢早晚]于|不及|超出|逊于|符合|略超|优于|远超)(?:该行|该机构|我们|券商|市场"
        "|此前|公司|机构|一致|分析师|原|先前|之前)*(?:的)?(?:预期|预计|预测|指引|目标|计划)(?!的[0-9])",
        "(?:按|按照|如|依)(?:原?计划|预期|期)",
        "(?:不再|不会|并未|没有|未|不)(?:预计|计划|打算)",
        "(?:完成|达成|达到|实现|超额完成|完成了)(?:了)?(?:全年|年度|年初|预定|既定|公司|原定|此前"
        "|今年)*(?:的)?(?:目标|计划|指引)",
        "(?:股权激励|员工持股|激励|持股|养老金|五年|回购|行动|储蓄|退休)计划",
        "将(?=(?:其|该|此|这|公司|自己|产品|业务|价格|成本|时间|效率|交付|利率|持股|平均|原|生产"
        "|响应)[^，。；]{0,20}?(?:由|从|降至|提升至|缩短|提高了|降低了|压缩|提升了|卖给|出售给|作为|列为|视为))",
        "将(?=总部|[^，。；]{1,8}(?:迁往|迁至|搬至|改为|定为|视为|纳入|作为|交给|售予|出售给"
        "|转让给|推向|引入|带到|分为))|将近"
        "|即将近|目标(?:客户|用户|人群|市场|价)|将(?=军)",
    ),
    compared=_any(
        "(?:高于|低于|好于|不及|超过|超出|超|优于|逊于|胜过|胜于|跑赢|略高于|略低于|而|对比|比)"
        "(?:此前|市场|该行|券商|机构|我们|分析师|公司|机构|彭博|路透|一致|华尔街"
        "|平均|调查|普遍)*(?:的)?(?:平均|一致)?(?:预期|预计|预测|预估|指引)(?:值|的|为|是|中值|均值"
        "|区间|上限|下限)+(?:约"
        "|近)?[^，。；]{0,6}$",
    ),
    planned=_any(
        "计划|拟(?!合|人)|将(?!近|军|来|士|相)|力争|目标|争取|规划|打算|(?<![价值账失金险])准备(?!金)|有意|承诺|旨在"
        "|致力于|希望|有望|欲|即将|拟议|可望|要在"
        "|待[^，。]{0,6}后|建成后|达产后|投产后|满产后|意向|瞄准|冲刺|冲击|会在|明年起|有信心"
        "|有把握|(?<![机社协议商学董大委工年例都])会(?=[把将]|[降升增][到至加]|达到|压缩|控制|继续|保持|回落|回升)"
        "|[今明]年还[要将](?=交付|开|建|投|推出|上线|发|新增|完成)"
        "|董事会(?:已|并|并已)?(?:通过|批准|核准|决议)[^，。；]{0,6}(?:追加|投资|扩产|新建|兴建|增资)"
        "|要(?=站上|做到|达到|突破|超过|冲|实现|到$)|挑战$",
    ),
    expected=_any(
        "预计|预期|预测(?!模型|系统|算法|引擎|平台)|预估|预料|料将|估计|(?<![原资材物塑饮燃染肥饲涂布面香调])料(?=其|公司|集团|今|明"
        "|全年|20)|展望|指引|预告|预算|或将|有望",
        # 判断，毛利率|今年最多恢复到44%
        "(?:判断|认为|相信)，?[^。；]{0,24}(?:今年|明年|后年|全年|年底|年末)[^，。；0-9]{0,8}"
        "(?:最多|最高|至多|可能|会|难以|能)[^，。；0-9]{0,6}$",
    ),
    behind=_any(
        "(?:的)?(?:年度)?目标(?!价)|[^，。；]{0,12}(?:的(?:目标|计划|指引)|(?:将|预计)(?:于|在"
        "|用于))"
    ),
    reached=_any("(?:完成|达成|实现|超额完成)(?:了)?(?:全年|年度|年初|既定|预定)?目标"),
    others=_any(
        _OTHERS_ZH
        + "[^；。]{0,30}?(?:预计|预期|预测|预估|认为|判断|相信|估计|估算|料|上调|下调|测算|指出"
        "|显示)",
        "(?:市场|机构|分析师|券商|业内|业界|一致)(?:此前)?(?:的)?(?:普遍|一致|平均)?(?:预期|预计|预测|预估"
        "|估计)",
        "据[^，。；]{0,20}?(?:估计|估算|预测|测算|预计)",
        "(?:预计|预测|到)[^。；]{0,20}?(?:市场规模|行业规模|全球[^，。；]{0,10}规模)",
        "评级|目标价|研报",
        "我们(?:预计|预测|认为|维持|上调|下调)|该(?:行|机构|券商)(?:的)?(?:此前|先前)?(?:预期|预测)",
    ),
    guidance=_any(
        "指引|预期为|业绩展望|业绩预告|业绩预期",
        # 维持全年营业收入57亿元的目标不变
        "(?:维持|重申)[^，。；]{0,12}?(?:营收|收入|营业额|净利|利润|毛利率)[^，。；]{0,24}目标",
    ),
    results=_any(
        "营收|收入|营业额|净利|利润|盈利|亏损|毛利|业绩|每股收益|资本开支|资本支出|销量|交付|出货"
        "|产量|增速|增长|同比|利润率|现金流|息差|费用率|GMV|营业总"
    ),
    claimed=_any(
        "据称|据介绍|内测数据|声称|宣称|自称|据传|传闻|据悉|号称|传出|市场传言|据报道|据媒体报道"
        "|消息人士|知情人士|有消息称|据说|传"
    ),
    claimed_behind=_any("(?!)"),
    aim=_any("目标|计划|到20|至20|明年|未来|力争|规划|届时|前(?:达|建)"),
    base=_any("(?:较|比|从|由|自|高于|低于)[^，。；]{0,14}的[约近]?$|[从由][约近]?$"),
    done=_any("新增|新开|投产|建成|开工|投资|招聘|裁员|交割|上线|开业|建设|回购|发行"),
    direct=_any("(?!)"),
    supposed=_any("(?!)"),
)

WORDS: Mapping[Lang, StatusWords] = {"en": _EN, "zh": _ZH}
