"""Words of what a whole company has or does, not a part of it: shares, staff, who speaks for it."""

import re

from exporter.engine.regex import regex

# What only a whole company has, and what is so unless its sentence tells of a part.
LISTED = regex(
    r"\b(?:shares?|stock|EPS|earnings\s+per\s+share|dividends?|market\s+(?:cap\w*|value)"
    r"|buy-?backs?|target\s+price"
    r"|price\s+target|(?:forward|trailing)\s+earnings|times\s+(?:\w+\s+)?(?:earnings|book))\b"
    r"|股价|市值|每股|股息|派息|分红|派发|回购|归母|归属于|市盈率|市净率|上涨空间|收盘价|报收|收报"
    r"|(?<![A-Za-z])PE(?![A-Za-z])|目标价|股东的?净利",
    re.IGNORECASE,
)
WHOLE_ONLY = regex(
    r"\b(?:net\s+(?:profit|income|loss|earnings|debt|cash)|pre-?tax\s+profit|headcount|staff"
    r"|employees|workforce"
    r"|capital\s+(?:expenditure|spending)|capex|balance\s+sheet|tax\s+rate|(?:group|overall|total"
    r"|company-wide)\s+(?:revenue|sales|profit|turnover|headcount)"
    r"|group-wide|full-year\s+(?:guidance|outlook|forecast)"
    r"|fleet(?!\s+(?:utili[sz]ation|availability|occupancy))|aircraft|inventor(?:y|ies)|gross\s+margin)\b"
    r"|净利润|净亏损|资本开支|资本支出|员工|现金及|账上|有息负债|资产负债率|资产总额|总资产"
    r"|净资产|研发(?:费用|投入|开支)|全年(?:收入|营收|业绩)"
    r"|整体|全集团|净利率|存货",
    re.IGNORECASE,
)
# What stands in a list of a company's results between the divisions, and is surely its own.
SURELY_WHOLE = regex(
    r"\b(?:net\s+(?:debt|cash)|R&D\s+(?:investment|spend(?:ing)?|expenditure|costs?)|gearing|leverage"
    r"|(?:group|total\s+group|overall|company-wide)\s+(?:[a-z]+\s+){0,2}(?:revenues?|sales|profits?"
    r"|turnover|margin|headcount|orders)|effective\s+tax\s+rate|adjusted\s+tax\s+rate)\b"
    r"|资产负债率|有息负债|全集团|集团整体",
    re.IGNORECASE,
)
SPEAKER = regex(
    r"\b(?:chief\s+\w+|finance\s+(?:chief|director|head)|CEO|CFO|COO|chair(?:man|woman)?"
    r"|(?<!under )(?<!asset )(?<!wealth )(?<!fund )management|executives|president"
    r"|he|she)\b|管理层|董事长|总裁|总经理|首席|CEO|CFO|财务总监|行长|她|(?<![其吉])他",
    re.IGNORECASE,
)
PART_NOUN = regex(
    r"\bthe\s+(?:unit|division|arm|segment|business|brand|platform|app|service|club|scheme|game"
    r"|title|drug|medicine|vaccine|product|film|series)\b"
    r"|\b(?:divisional|segmental)\s|\bsegment\s(?=[a-z])"
    r"|该(?:业务|板块|平台|品牌|产品|部门)",
    re.IGNORECASE,
)
COMPANY_NOUN = regex(
    r"\bthe\s+(?:[\w-]+\s+)?(?:company|group|bank|firm|carmaker|automaker|retailer|lender|insurer"
    r"|airline|utility|chipmaker"
    r"|drugmaker|carrier|miner|producer|manufacturer|developer|operator|grocer|brewer|builder"
    r"|chain|supermarket)\b"
    r"|公司|集团|该行",
    re.IGNORECASE,
)
# Who does so is a house, and what it rates somebody else.
RATES = regex(
    r"评级|目标价|首次覆盖|\b(?:price\s+target|target\s+price|ratings?|(?:up|down)grade[sd]?"
    r"|rates\s+the\s+(?:stock|shares))\b|\btarget\s+(?:to|of|from)\s+[$€£¥\d]",
    re.IGNORECASE,
)
