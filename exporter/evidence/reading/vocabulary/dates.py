"""Words of dates and periods."""

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
# The months by their full names, for patterns.
MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
OFFSETS = {
    "今年": 0, "本年": 0, "本年度": 0, "本财年": 0, "去年": -1, "上年": -1, "上年度": -1,
    "上财年": -1,
    "前年": -2, "明年": 1, "后年": 2, "this": 0, "last": -1, "previous": -1, "prior": -1, "next": 1,
}  # fmt: skip
HALVES = {"上半年": 1, "下半年": 2}
# The year before the first of an era, of the Republic of China and of Japan.
ERAS = {
    "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867,
}  # fmt: skip
FISCAL = frozenset("fy fiscal financial".split())
FISCAL_ZH = frozenset("财年 财政年度 会计年度".split())
NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4,
"1": 1, "2": 2,
        "3": 3, "4": 4, "1st": 1, "2nd": 2}  # fmt: skip
WORDS_ZH = frozenset(
    "年 年度 财年 财政年度 会计年度 月 月份 日 号 季 季度 季报 第 前 全年 上半年 下半年 今年 本年 "
    "本年度 本财年 去年 上年 上年度 上财年 前年 明年 后年 至 到 "
    "年来 年期 年均 年初 年底 年末 年中 年内 月均 月内 月底 月初 月末 日均 日内".split()
)
# Before a bare year.
BEFORE_YEAR = frozenset(
    (
        "in since by from until till through during of for to and year early late mid "
        "before after end vs fiscal between than versus on its our their or about "
        "ending ended the"
    ).split()
) - {"about", "the", "on", "than"}
# Plurals that a year may stand before without counting them.
OF_A_YEAR = frozenset(
    "results sales earnings revenues profits targets levels estimates forecasts "
    "was is has figures prices numbers deliveries accounts plans goals guidance "
    "expenses costs"
    " exports imports elections olympics games budgets highs lows vs versus is as "
    "its bonds notes sees news".split()
)
JOINS = frozenset("- — -- ~ 、 至 到 和 及 与 或 / , and or to through".split())
