"""How dates are written, as data: one pattern a form, the longest forms first.

Named groups carry the parts: year, short (a year of two digits), month, day, quarter, nth, offset;
where only part of the match is the date, the group `date` says which.
The patterns read text that is folded and in small letters.
"""

import re
from itertools import groupby
from operator import itemgetter

OFFSETS = {
    "今年": 0, "本年": 0, "本年度": 0, "本财年": 0,
    "去年": -1, "上年": -1, "上年度": -1, "上财年": -1,
    "前年": -2, "明年": 1, "后年": 2,
    "this": 0, "last": -1, "previous": -1, "prior": -1, "next": 1,
}  # fmt: skip
MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4}

# Figures in front of these words are counted: 2000家门店, 2000 stores, but not 2023 results.
_COUNTED = (
    r"\s?(?:[个家名人次件款条项台辆座元万亿千百多余位种套天亩吨部只卡倍所篇册页字%+]|[美港欧日]元"
    r"|英镑)"
)
_COUNTED_EN = (
    r"\s+(?!results|sales|earnings|revenues|profits|targets|levels|estimates|forecasts|was|is|has)"
    r"(?:[a-z]+s|people|percent|per|[mb]illion|yuan)(?![a-z])"
)
_Y = r"(?:19[0-9]{2}|20[0-9]{2})"
_YEAR = rf"(?<![0-9.,])(?P<year>{_Y})"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_DAY = (
    r"(?P<day>3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
    "[日号]"
)
_QUARTER = r"(?:前|第)?(?P<nth>[一二三四1-4])季度?"
_PART = rf"(?:{_QUARTER}|{_MONTH}(?:{_DAY})?|[上下]半年|全年)"
_SHORT = r"(?<![0-9零一二三四五六七八九十.])(?P<short>[12][0-9]|3[0-9])"

# What parts the members of a row whose last one alone says what they are: 7、8月, 第3、4季度.
_AND = r"(?:-|—|~|、|至|到|和|及|与|或)"
_NTH = "[一二三四1-4]"

_CHINESE = (
    # 2021、2022年; 2021-22年, 2021/22财年
    rf"{_YEAR}(?=(?:{_AND}{_Y}){{1,9}}(?:年|财年))",
    rf"{_YEAR}[-/][0-9]{{2}}(?:财年|年度?)",
    # Brokers' 24/25/26年
    r"(?<![0-9.])(?P<short>[12][0-9]|3[0-9])(?=(?:/[1-3][0-9]){1,3}年)",
    r"(?<=[0-9]/)(?P<short>[12][0-9]|3[0-9])年",
    # 2023年第三季度, 2023年9月30日, 二〇二三年九月, 2014年, 2023财年
    rf"(?:{_YEAR}|(?P<year_>(?:一九|二[〇零])[〇零一二三四五六七八九]{{2}}))(?:年度?|财年){_PART}?",
    # Brokers' 23年三季度, 24财年; a plain 23年 is a span of time
    rf"{_SHORT}(?:财年|年(?=前?第?[一二三四1-4]季|[上下]半年|全年|(?:1[0-2]|[1-9])月|[qh][1-4]|p[eb]|eps|[0-9.]+(?:倍|x))){_PART}?",
    rf"(?P<offset>今年|本年度?(?!金)|去年|上年度?|(?<![0-9一二三四五六七八九])前年|明年|后年|[本上]财年){_PART}?",
    r"第(?P<nth>[一二三四1-4])季度?|(?<![0-9一二三四五六七八九十])前?(?P<nth_>[一二三四1-4])季[度报]",
    # 第3、4季度, 二三季度
    rf"(?<![0-9零一二三四五六七八九十.])第?(?P<nth>{_NTH})(?=(?:{_AND}第?{_NTH}){{1,3}}季)",
    r"(?<![0-9零一二三四五六七八九十])[一二三][二三四]季[度报]",
    # 7-8月, 7、8、9月: all are months; 11月1-3日
    rf"(?<![0-9.])(?P<month>1[0-2]|0?[1-9])(?=(?:{_AND}(?:1[0-2]|[1-9])){{1,11}}月)",
    rf"(?<=月)(?P<day>[12][0-9]|0?[1-9])(?={_AND}(?:3[01]|[12][0-9]|[1-9])[日号](?![内均活间线]))",
    rf"(?<![0-9.个几数半多]){_MONTH}(?:{_DAY})?(?!均)",
    # 30日; but 7日内 and 30日均 are spans
    r"(?<![0-9.,])(?P<day>3[01]|[12][0-9]|0?[1-9])[日号](?![内均活间线])",
)
_NUMERIC = (
    # 2023-09-30, 2023/9/30, 2023.9.30, 20231101, 2023-09
    rf"{_YEAR}(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])",
    rf"{_YEAR}(?P<month>1[0-2]|0[1-9])(?P<day>3[01]|[12][0-9]|0[1-9])(?![0-9.]|{_COUNTED})",
    rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])(?![0-9-])",
    rf"(?<![a-z¥$€£#-]){_YEAR}[-/][0-9]{{2}}(?![0-9.,%-]|{_COUNTED})",
    # in 2021, 2022 and 2023
    rf"(?<![a-z¥$€£#-]){_YEAR}(?=(?:,\s(?:and\s)?|\s(?:and|or|to|vs\.?)\s|/){_Y}(?![0-9.,]*[0-9%]|{_COUNTED}))",
    rf"(?:(?<=20[0-9]{{2}},\s)|(?<=20[0-9]{{2}}\s(?:and|vs\.)\s)|(?<=20[0-9]{{2}}\s(?:or|to|vs)\s)|(?<=20[0-9]{{2}}/))(?P<year>{_Y})(?![0-9%]|[.,][0-9]|{_COUNTED}|{_COUNTED_EN})",
    # both years of 2014-2022
    rf"(?<![0-9.,a-z¥$€£])(?P<year>{_Y})(?=\s?(?:-|—|~|至|到|\s+to\s+)\s?{_Y}(?![0-9.,]|{_COUNTED}))",
    rf"(?<=[0-9][-—~至到])(?<=(?:19|20)[0-9][0-9].)(?P<year>{_Y})(?![0-9.,]|{_COUNTED})",
    # 2023杭州云栖大会, 截至2023
    rf"(?<![0-9.,a-z¥$€£#-])(?P<year>{_Y})(?=[\u4e00-\u9fff])(?!{_COUNTED})",
    rf"(?<=[于自从在至])(?P<year>{_Y})(?![0-9.,]|{_COUNTED})",
)
_NAME = (
    r"(?:(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:(?<=jan)uary|(?<=feb)ruary|(?<=mar)ch|(?<=apr)il|(?<=jun)e|(?<=jul)y|(?<=aug)ust"
    r"|(?<=sep)t(?:ember)?|(?<=oct)ober|(?<=nov)ember|(?<=dec)ember)?(?![a-z])(?:\.(?=\s[0-9]))?)"
)
_DAY_EN = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9a-z%]|[.,][0-9])"
_FISCAL = r"(?:fy\s?|(?:fiscal|financial)(?:\s+year)?\s+)"
_YEAR_EN = (
    rf"[\s,]*(?:of\s+)?(?:the\s+)?{_FISCAL}?(?:(?P<year>{_Y})|'?(?P<short>[0-9]{{2}}))"
    r"(?![0-9%]|[.,][0-9])"
)
_Q = (
    r"(?:q(?P<quarter>[1-4])(?![0-9])|(?P<quarter_>[1-4])q"
    r"|(?P<nth>first|second|third|fourth)[\s-]quarters?)"
)
_ENGLISH = (
    # 2023Q3, Q3 2023, 3Q23, third quarter of 2023, Q3; H1 2023, 1H23, 2023H1; FY2024
    rf"{_YEAR}[\s-]?(?:q(?P<quarter>[1-4])|h[12])(?![0-9a-z])",
    rf"(?<![0-9a-z]){_Q}{_YEAR_EN}",
    rf"(?<![0-9a-z]){_Q}(?![0-9a-z])",
    rf"(?<![0-9a-z])(?:h[12](?![0-9])|[12]h|[69]m|[12]st\s+half){_YEAR_EN}",
    rf"(?<![0-9a-z]){_FISCAL}(?:(?P<year>{_Y})|'?(?P<short>[0-9]{{2}}))(?:[-/][0-9]{{2}})?(?![0-9%])",
    # the third and fourth quarters; the first and second halves
    (
        r"(?<![a-z])(?P<nth>first|second|third)(?=(?:,?\s(?:and|or|to)\s|,\s)(?:the\s)?"
        r"(?:(?:second|third),?\s(?:and\s)?)?(?:second|third|fourth)[\s-]quarters?(?![a-z]))"
    ),
    r"(?<![a-z])first\s(?:and|or)\s(?:the\s)?second\shal(?:f|ves)(?![a-z])",
    # September 30, 2023; 30 Sep 2023; September 2023; September 30; September 3-5
    rf"(?<![a-z]){_NAME}\s+{_DAY_EN}(?:\s?(?:-|to|and)\s?(?:3[01]|[12]?[0-9])(?![0-9a-z%]|[.,][0-9]|\s(?:per|[mbtr]+illion)))?(?:,?\s+(?P<year>{_Y})(?![0-9]))?",
    rf"(?<![0-9a-z.,])(?:[0-3]?[0-9](?:-|\sto\s|\sand\s))?{_DAY_EN}(?:\s+of)?\s+{_NAME}(?:,?\s+(?P<year>{_Y})(?![0-9]))?",
    rf"(?<![a-z]){_NAME},?\s+(?P<year>{_Y})(?![0-9])",
    # "may" and "march" are verbs, unless a preposition says otherwise
    (
        r"(?<![a-z])(?P<month>jan|feb|apr|jun|jul|aug|sep|oct|nov|dec)"
        r"(?:(?<=jan)uary|(?<=feb)ruary|(?<=apr)il|(?<=jun)e|(?<=jul)y|(?<=aug)ust"
        r"|(?<=sep)tember|(?<=oct)ober|(?<=nov)ember|(?<=dec)ember)(?![a-z])"
    ),
    r"(?<![a-z])(?:in|of|by|since|until|last|from|to|end)\s+(?P<date>(?P<month>may|mar)(?:(?<=mar)ch)?)(?![a-z])",
    r"(?<![a-z])(?P<offset>this|last|next|previous|prior)\s+year(?![a-z])",
    # in 2014, early 2023; "by 2000 stores" is a count
    (
        r"(?<![a-z])(?:in|since|by|from|until|till|through|during|of|for|to|and|year|early|late|mid|before|after|end)"
        rf"[\s-]+(?P<date>(?P<year>{_Y}))(?![0-9%]|[.,][0-9]|{_COUNTED}|{_COUNTED_EN})"
    ),
    # 2025E revenue; (2022: 900)
    rf"(?<![0-9.,a-z])(?P<year>{_Y})[ea](?![a-z])",
    rf"(?<=\()(?P<year>{_Y})(?=\s?[:)])",
    # 2023 revenue
    (
        r"(?<![0-9.,a-z¥$€£#-])(?P<year>19[5-9][0-9]|20[0-4][0-9])(?=\s+[a-z])"
        rf"(?!{_COUNTED_EN}|\s+[a-z]+\s+(?!results|sales|earnings|revenues|profits)[a-z]+s(?![a-z]))"
    ),
)

# What stands in every text in which a pattern matches; most patterns need not be tried at all.
_A_YEAR = "(?:19|20)[0-9]{2}"
_SOME_AND = "[-—~、至到和及与或]"
_SOME_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_CHINESE_HINTS = (
    f"{_SOME_AND}{_A_YEAR}", "[0-9][-/][0-9]{2}[年财]", "/[1-3]", "[0-9]/[1-3]", "年",
    "[0-9]财?年", "[今本去上前明后]财?年", "季|第", "季", "季", f"{_SOME_AND}[0-9]{{1,2}}月",
    f"月[0-9]{{1,2}}{_SOME_AND}", "月", "[0-9][日号]",
)  # fmt: skip
_NUMERIC_HINTS = (
    "[0-9][-/.][0-9]", "[0-9]{8}", "[0-9]-[0-9]", "[0-9][-/][0-9]",
    r"[0-9][,\s/]", r"[,\s/][12]", r"[0-9](?:[-—~至到]|\s)", "[-—~至到][12]",
    "[0-9][\u4e00-\u9fff]", "[于自从在至][12]",
)  # fmt: skip
_QUARTER_HINT = "q[1-4]|[1-4]q|quarter"
_ENGLISH_HINTS = (
    r"[0-9][\s-]?[qh][1-4]", _QUARTER_HINT, _QUARTER_HINT, "h[12]|[12]h|[69]m|half",
    "fy|fiscal|financial", "quarter", "second", *[_SOME_MONTH] * 5, "year",
    _A_YEAR, "[0-9][ea]", r"\([12]", r"[0-9]\s",
)  # fmt: skip


def _compiled(
    patterns: tuple[str, ...], hints: tuple[str, ...]
) -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    pairs = zip(hints, patterns, strict=True)
    return tuple(
        (re.compile(hint), tuple(re.compile(pattern) for _, pattern in group))
        for hint, group in groupby(pairs, key=itemgetter(0))
    )


# Hints, each with the patterns that it is for.
CHINESE = _compiled(_CHINESE, _CHINESE_HINTS)
NUMERIC = _compiled(_NUMERIC, _NUMERIC_HINTS)
ENGLISH = _compiled(_ENGLISH, _ENGLISH_HINTS)
