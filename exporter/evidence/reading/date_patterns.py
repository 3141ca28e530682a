"""How dates are written, as data: one pattern a form, the longest forms first.

Named groups carry the parts: year, short (a year of two digits), month, day, quarter, nth, offset;
where only part of the match is the date, the group `date` says which.
The patterns read text that is folded and in small letters. Each stands with its hint (`hints`).
"""

import re

from exporter.evidence.reading.hints import A_WORD, Hinted, hint

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
    # counts, where no other word begins: 2023笔记, 2023股东大会
    r"|英镑|笔(?![记试])|户(?![外籍型])|架(?!构)|股(?![东市权价票息指份])|[艘枚颗匹盒瓶桶])"
)
_COUNTED_EN = (
    r"\s+(?!results|sales|earnings|revenues|profits|targets|levels|estimates|forecasts|was|is|has)"
    r"(?:[a-z]+s|people|percent|per|[mb]illion|yuan)(?![a-z])"
)
_Y = r"(?:19[0-9]{2}|20[0-9]{2})"


def _year_not_after(characters: str) -> str:
    """A year that stands after none of `characters`; `re` finds soon what begins with letters."""
    return rf"(?P<year>{_Y}(?<![{characters}].{{4}}))"


_YEAR = _year_not_after("0-9.,")
_LONE_YEAR = _year_not_after("0-9.,a-z¥$€£#-")
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_DAY = (
    r"(?P<day>3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
    "[日号]"
)
_QUARTER = r"(?:前|第)?(?P<nth>[一二三四1-4])季度?"
_PART = rf"(?:{_QUARTER}|{_MONTH}(?:{_DAY})?|[上下]半年|全年)"
_SHORT = r"(?P<short>[1-3][0-9](?<![0-9零一二三四五六七八九十.]..))"

# What parts the members of a row whose last one alone says what they are: 7、8月, 第3、4季度.
_JOINS = "-—~、至到和及与或"
_AND = f"[{_JOINS}]"
_NTH = "[一二三四1-4]"

# What stands in every text with a year.
_SOME_YEAR = "19|20"

_CHINESE = (
    # 2021、2022年; 2021-22年, 2021/22财年
    (
        hint("年", _JOINS, words=_SOME_YEAR),
        rf"{_YEAR}(?=(?:{_AND}{_Y}){{1,9}}(?:年|财年))",
    ),
    (hint("年", "-/", words=_SOME_YEAR), rf"{_YEAR}[-/][0-9]{{2}}(?:财年|年度?)"),
    # Brokers' 24/25/26年
    (
        hint("年", "/", "0"),
        r"(?<![0-9.])(?P<short>[1-3][0-9])(?=(?:/[1-3][0-9]){1,3}年)",
    ),
    (hint("年", "/", "0"), r"(?<=[0-9]/)(?P<short>[1-3][0-9])年"),
    # 2023年第三季度, 2023年9月30日, 二〇二三年九月, 2014年, 2023财年
    (hint("年", words=_SOME_YEAR), rf"{_YEAR}(?:年度?|财年){_PART}?"),
    (
        hint("年", words="一九|二〇|二零"),
        rf"(?P<year>(?:一九|二[〇零])[〇零一二三四五六七八九]{{2}})(?:年度?|财年){_PART}?",
    ),
    # Brokers' 23年三季度, 24财年; a plain 23年 is a span of time
    (
        hint("年", "0"),
        (
            rf"{_SHORT}(?:财年|年(?=前?第?[一二三四1-4]季|[上下]半年|全年|(?:1[0-2]|[1-9])月|[qh][1-4]"
            rf"|p[eb]|eps|[0-9.]+(?:倍|x))){_PART}?"
        ),
    ),
    (
        hint("年", "今本去上前明后"),
        (
            r"(?P<offset>今年|本年度?(?!金)|去年|上年度?|(?<![0-9一二三四五六七八九])前年|明年|后年"
            rf"|[本上]财年){_PART}?"
        ),
    ),
    (
        hint("季"),
        (
            r"第(?P<nth>[一二三四1-4])季度?"
            r"|(?<![0-9一二三四五六七八九十])前?(?P<nth_>[一二三四1-4])季[度报]"
        ),
    ),
    # 第3、4季度, 二三季度
    (
        hint("季", _JOINS),
        rf"(?<![0-9零一二三四五六七八九十.])第?(?P<nth>{_NTH})(?=(?:{_AND}第?{_NTH}){{1,3}}季)",
    ),
    (hint("季", "二三四"), r"(?<![0-9零一二三四五六七八九十])[一二三][二三四]季[度报]"),
    # 7-8月, 7、8、9月: all are months; 11月1-3日
    (
        hint("月", "0", _JOINS),
        rf"(?<![0-9.])(?P<month>1[0-2]|0?[1-9])(?=(?:{_AND}(?:1[0-2]|[1-9])){{1,11}}月)",
    ),
    (
        hint("月", "0", "日号", _JOINS),
        (
            r"(?<=月)(?P<day>[12][0-9]|0?[1-9])"
            rf"(?={_AND}(?:3[01]|[12][0-9]|[1-9])[日号](?![内均活间线]))"
        ),
    ),
    (hint("月"), rf"(?<![0-9.个几数半多]){_MONTH}(?:{_DAY})?(?!均)"),
    # 30日; but 7日内 and 30日均 are spans
    (
        hint("日号", "0"),
        r"(?<![0-9.,])(?P<day>3[01]|[12][0-9]|0?[1-9])[日号](?![内均活间线])",
    ),
)
_NUMERIC = (
    # 2023-09-30, 2023/9/30, 2023.9.30, 20231101, 2023-09
    (
        hint("-/.", words=_SOME_YEAR),
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])",
    ),
    (
        hint("0", words=_SOME_YEAR),
        rf"{_YEAR}(?P<month>1[0-2]|0[1-9])(?P<day>3[01]|[12][0-9]|0[1-9])(?![0-9.]|{_COUNTED})",
    ),
    (hint("-", words=_SOME_YEAR), rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])(?![0-9-])"),
    (
        hint("-/", words=_SOME_YEAR),
        rf"{_LONE_YEAR}[-/][0-9]{{2}}(?![0-9.,%-]|{_COUNTED})",
    ),
    # in 2021, 2022 and 2023
    (
        hint("0", words=_SOME_YEAR),
        rf"{_LONE_YEAR}(?=(?:,\s(?:and\s)?|\s(?:and|or|to|vs\.?)\s|/){_Y}(?![0-9.,]*[0-9%]|{_COUNTED}))",
    ),
    (
        hint("0", words=_SOME_YEAR),
        (
            rf"(?P<year>{_Y}(?:(?<=20[0-9]{{2}},\s....)|(?<=20[0-9]{{2}}\s(?:and|vs\.)\s....)"
            rf"|(?<=20[0-9]{{2}}\s(?:or|to|vs)\s....)|(?<=20[0-9]{{2}}/....)))"
            rf"(?![0-9%]|[.,][0-9]|{_COUNTED}|{_COUNTED_EN})"
        ),
    ),
    # both years of 2014-2022
    (
        hint("0", "-—~至到a", words=_SOME_YEAR),
        rf"{_year_not_after('0-9.,a-z¥$€£')}(?=\s?(?:-|—|~|至|到|\s+to\s+)\s?{_Y}(?![0-9.,]|{_COUNTED}))",
    ),
    (
        hint("0", "-—~至到", words=_SOME_YEAR),
        rf"(?P<year>{_Y}(?<=[0-9][-—~至到]....)(?<=(?:19|20)[0-9][0-9].....))(?![0-9.,]|{_COUNTED})",
    ),
    # 2023杭州云栖大会, 截至2023
    (hint("0", words=_SOME_YEAR), rf"{_LONE_YEAR}(?=[\u4e00-\u9fff])(?!{_COUNTED})"),
    (
        hint("于自从在至", words=_SOME_YEAR),
        rf"(?P<year>{_Y}(?<=[于自从在至]....))(?![0-9.,]|{_COUNTED})",
    ),
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
_IN_QUARTERS = hint("a", words="quarter|q1|q2|q3|q4|1q|2q|3q|4q")
_IN_MONTHS = hint("a", words="jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
_ENGLISH = (
    # 2023Q3, Q3 2023, 3Q23, third quarter of 2023, Q3; H1 2023, 1H23, 2023H1; FY2024
    (
        hint("a", "0", words="q1|q2|q3|q4|h1|h2"),
        rf"{_YEAR}[\s-]?(?:q(?P<quarter>[1-4])|h[12])(?![0-9a-z])",
    ),
    (_IN_QUARTERS, rf"(?<![0-9a-z]){_Q}{_YEAR_EN}"),
    (_IN_QUARTERS, rf"(?<![0-9a-z]){_Q}(?![0-9a-z])"),
    (
        hint("a", "0", words="h1|h2|1h|2h|6m|9m|half"),
        rf"(?<![0-9a-z])(?:h[12](?![0-9])|[12]h|[69]m|[12]st\s+half){_YEAR_EN}",
    ),
    (
        hint("a", "0", words="fy|fiscal|financial"),
        rf"(?<![0-9a-z]){_FISCAL}(?:(?P<year>{_Y})|'?(?P<short>[0-9]{{2}}))(?:[-/][0-9]{{2}})?(?![0-9%])",
    ),
    # the third and fourth quarters; the first and second halves
    (
        hint("a", words="quarter"),
        (
            r"(?<![a-z])(?P<nth>first|second|third)(?=(?:,?\s(?:and|or|to)\s|,\s)(?:the\s)?"
            r"(?:(?:second|third),?\s(?:and\s)?)?(?:second|third|fourth)[\s-]quarters?(?![a-z]))"
        ),
    ),
    (
        hint("a", words="second"),
        r"(?<![a-z])first\s(?:and|or)\s(?:the\s)?second\shal(?:f|ves)(?![a-z])",
    ),
    # September 30, 2023; 30 Sep 2023; September 2023; September 30; September 3-5
    (
        _IN_MONTHS,
        rf"(?<![a-z]){_NAME}\s+{_DAY_EN}(?:\s?(?:-|to|and)\s?(?:3[01]|[12]?[0-9])(?![0-9a-z%]|[.,][0-9]|\s(?:per|[mbtr]+illion)))?(?:,?\s+(?P<year>{_Y})(?![0-9]))?",
    ),
    (
        _IN_MONTHS,
        rf"(?<![0-9a-z.,])(?:[0-3]?[0-9](?:-|\sto\s|\sand\s))?{_DAY_EN}(?:\s+of)?\s+{_NAME}(?:,?\s+(?P<year>{_Y})(?![0-9]))?",
    ),
    (_IN_MONTHS, rf"(?<![a-z]){_NAME},?\s+(?P<year>{_Y})(?![0-9])"),
    # "may" and "march" are verbs, unless a preposition says otherwise
    (
        _IN_MONTHS,
        (
            r"(?<![a-z])(?P<month>jan|feb|apr|jun|jul|aug|sep|oct|nov|dec)"
            r"(?:(?<=jan)uary|(?<=feb)ruary|(?<=apr)il|(?<=jun)e|(?<=jul)y|(?<=aug)ust"
            r"|(?<=sep)tember|(?<=oct)ober|(?<=nov)ember|(?<=dec)ember)(?![a-z])"
        ),
    ),
    (
        _IN_MONTHS,
        r"(?<![a-z])(?:in|of|by|since|until|last|from|to|end)\s+(?P<date>(?P<month>may|mar)(?:(?<=mar)ch)?)(?![a-z])",
    ),
    (
        hint("a", words="year"),
        r"(?<![a-z])(?P<offset>this|last|next|previous|prior)\s+year(?![a-z])",
    ),
    # in 2014, early 2023; "by 2000 stores" is a count
    (
        hint(A_WORD, "0", words=_SOME_YEAR),
        (
            r"(?<![a-z])(?:in|since|by|from|until|till|through|during|of|for|to|and|year|early|late|mid|before|after|end)"
            rf"[\s-]+(?P<date>(?P<year>{_Y}))(?![0-9%]|[.,][0-9]|{_COUNTED}|{_COUNTED_EN})"
        ),
    ),
    # 2025E revenue; (2022: 900)
    (hint("a", "0", words=_SOME_YEAR), rf"{_year_not_after('0-9.,a-z')}[ea](?![a-z])"),
    (hint("(", words=_SOME_YEAR), rf"(?<=\()(?P<year>{_Y})(?=\s?[:)])"),
    # 2023 revenue
    (
        hint("a", "0", words=_SOME_YEAR),
        (
            r"(?P<year>(?:19[5-9]|20[0-4])[0-9](?<![0-9.,a-z¥$€£#-]....))(?=\s+[a-z])"
            rf"(?!{_COUNTED_EN}|\s+[a-z]+\s+(?!results|sales|earnings|revenues|profits)[a-z]+s(?![a-z]))"
        ),
    ),
)

# In the order in which they are tried: what an earlier one takes, the later ones leave.
PATTERNS = Hinted(
    (given, re.compile(pattern)) for given, pattern in (*_CHINESE, *_ENGLISH, *_NUMERIC)
)
