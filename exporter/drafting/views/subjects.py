"""Words that name whom a view is of."""

import re

from exporter.facts.words import Lang

_NAME = r"[A-Z][\w.&’'-]*(?:\s+[A-Z][\w.&’'-]*){0,3}(?![\w$€£¥]|\s*\d)"
# Words of whom a rating or a target price is; then those of whom something is said.
SUBJECTS: dict[Lang, tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]] = {
    "zh": (
        (
            re.compile(r"对[^，。]{0,12}?在(?P<said>[^，。在]{2,10}?)(?:的)?(?:落地|应用|推广)"),
            re.compile(
                r"(?:维持|重申|给予|授予|上调|下调|调高|调低|首予|首次覆盖|恢复"
                r"|予)对?(?P<said>[^，。；：…“”\"（(]{2,12}?)的?(?:投资)?"
                r"(?=[“\"（(]|目标价|评级|买入|增持|持有|中性|卖出|减持|跑赢|推荐|优于|强烈)"
            ),
            re.compile(
                r"(?:将|把)(?:对)?(?P<said>[^，。；：…“”\"（(]{2,12}?)(?:股份"
                r"|股票)?的?(?:投资)?(?:评级|目标价|从|由)"
            ),
        ),
        (
            re.compile(
                r"(?:看好|推荐|建议关注"
                r"|首次覆盖)对?(?P<said>[^，。；：…“”\"（(]{2,12}?)(?:的)?(?=未来|长期|，|。|$)"
            ),
            re.compile(
                r"(?:^|，)(?P<said>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:未来)?(?:有望|将|目标价)"
            ),
        ),
    ),
    "en": (
        (
            re.compile(
                rf"\b(?:rating|coverage|stance|recommendation|call|price\s+target|target\s+price"
                rf"|target|hold|buy"
                rf"|sell|neutral|[a-z]+perform|overweight|underweight)[\"”’]?\s+(?:on|of"
                rf"|for)\s+(?P<said>{_NAME})"
            ),
            re.compile(
                rf"\b(?:rat(?:es?|ed|ing)|upgrad\w+|downgrad\w+|cut(?:ting)?|rais(?:ed?|es|ing)"
                rf"|lower(?:ed|s|ing)?"
                rf"|lift(?:ed|s|ing)?|took|initiat\w+\s+(?:coverage\s+)?(?:of"
                rf"|on))\s+(?:rivals?\s+|peer\s+|competitor\s+)?(?P<said>{_NAME})"
                r"(?=(?:\s+stock|\s+shares)?\s+(?:to|at|as|with|down|up|[\"“]|a\s+|buy|sell|hold"
                r"|neutral|overweight"
                r"|underweight|outperform|underperform)|[,.])"
            ),
            re.compile(
                rf"\b(?:rating|target|price\s+target)[^,.;]{{0,30}}\s(?:on|for)\s+(?P<said>{_NAME})"
            ),
            re.compile(
                rf"(?P<said>{_NAME})(?:['’]s)?\s+(?:was|is|were|(?:stock|shares)\s+(?:was|were))\s+"
                r"(?:upgraded|downgraded|cut|raised|rated)\b"
            ),
        ),
        (
            re.compile(
                rf"\b(?:view|on|for|likes?|prefers?|recommends?)\s+(?P<said>{_NAME})"
                r"(?=\s+(?:to|at|as|shares|stock|from|a)\b|[,.])"
            ),
            re.compile(
                rf"\b(?:said|says|expects?|believes?|thinks|sees|argues?"
                rf"|estimates?)\s+(?:that\s+)?(?P<said>{_NAME})"
            ),
        ),
    ),
}
# What is no name of a subject, though it stands where one does.
NO_SUBJECT = re.compile(
    r"\d|评级|目标|预测|预期|盈利|收入|营收|利润|估值|[该其此本]|公司|股份$|集团$|个股|一档|至|为"
    r"|[“”\"]|幅度|行业"
    r"|^(?:Buy|Sell|Hold|Neutral|Overweight|Underweight|Outperform|Underperform|Reduce|Add"
    r"|Accumulate|It|The|Its|Q[1-4]"
    r"|H[12]|FY\d*|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June"
    r"|July|August"
    r"|September|October|November|December|Street|EPS|EBITDA)\b"
)
