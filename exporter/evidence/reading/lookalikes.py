"""What looks like a figure and is none, as data: codes, names with versions, clock times, words.

Dates are missing here: they are read in `dates`. Patterns see folded text with its capitals; each
stands with its hint (`hints`).
"""

from exporter.evidence.reading.hints import A_WORD, hint

# Followed by one of these, a number counts something even right after a name: PAI 10万卡.
_COUNTS = (
    r"(?:\s?(?:[万亿千百个家名人次件款条项台辆座元倍位种套天卡%‰]"
    r"|percent|per cent|bn|mn|pp|bps|x\b)"
    r"|多[个家名款种]|\s(?:hundred|thousand|million|billion|trillion|basis|times)|,[0-9]{3})"
)
# Currencies are the only letters that a figure may be glued to.
_CURRENCY = r"(?:RMB|Rmb|CNY|USD|HKD|EUR|GBP|JPY|US|HK|AUD|SGD|KRW|TWD|CHF|CAD|No)"
# Words that have a capital, in a heading or at a sentence's start, and are no product's name.
_PLAIN = (
    r"(?:About|Above|Across|After|All|Almost|Already|Among|And|Another|Approximately|Around|As|At"
    r"|Before|Below|Between|But|By|Circa|Every|Exactly|Few|Fewer|First|For|From|Fully|Half|Has|Have"
    r"|In|Is|Its|Just|Last|Least|Less|Like|More|Most|Nearly|New|Next|No|Not|Of|On|Only|Or|Our|Out"
    r"|Over|Past|Per|Roughly|Since|So|Some|Than|That|The|Their|These|They|This|To|Top|Total|Under"
    r"|Until|Up|Upwards|We|With|Within|Revenues?|Sales|Profit|Margin|Users|Stores|Customers"
    r"|Employees|Orders|Downloads|Rose|Fell|Grew|Down|Was|Were|Q[1-4]|H[12]|FY|Mr|Ms|Dr"
    r"|CNY|RMB|USD|HKD|EUR|GBP|JPY|[A-Z][a-z]+ed|[A-Z][a-z]+ing)"
)
_VERSION = rf"[0-9]+(?:\.[0-9]+)?(?:-[0-9]+)?[A-Za-z]?(?![0-9A-Za-z]|\.[0-9]|{_COUNTS})"
_INDEX = (
    r"(?:ISO|IEC|GB/T|GB|RFC|IFRS|IAS|ASC|CSI|S&P|Fortune|FTSE|Nikkei|STOXX|Russell|Nasdaq|NASDAQ"
    r"|CAC|DAX)[ /-]?[0-9]+(?:[-:.][0-9]+)*"
)
_LABEL = (
    r"(?<![A-Za-z])(?:Figure|Fig\.|Table|Exhibit|Chart|Note|Page|Chapter|Section|Item|Form|Appendix)"
    r"\s?[0-9]+(?:[.-][0-9A-Z]+)*"
)
# Chinese model families; 千问 is read with or without its 通义.
_FAMILY = "(?:千问|文心|星火|混元|盘古|豆包|智谱|百川|言犀|日日新|悟道|天工|商量|鸿蒙)(?:大模型)?"

ADDRESSES = (
    (hint("a", words="://"), r"https?://[!-~]+"),
    (hint("a", words="www."), r"www\.[!-~]+"),
    (hint("a", "@"), r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
)
FROM_DIGITS = (
    # 13800138000, 010-12345678, 400-800-1688, 212-555-0123
    (
        hint("0"),
        (
            r"(?<![0-9])(?:1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}|[48]00-[0-9]{3,4}-[0-9]{3,4}"
            r"|[0-9]{3}[ -][0-9]{3}-[0-9]{4})(?![0-9])"
        ),
    ),
    # 09988: a number has no leading zero
    (hint("0"), r"(?<![0-9.,])0[0-9]{2,}(?![0-9.,%])"),
    # a list's "1. "
    (hint("0", ".)、"), r"(?<![^\n])[0-9]{1,2}[.)、]\s*(?![0-9%])"),
    # 02:37, 9点30分; 21世纪, 90年代, 90后; 7x24
    (hint("0", ":"), r"(?<![0-9:])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"),
    (hint("0", "时点", "分"), r"[0-9]{1,2}[时点][0-9]{1,2}分"),
    (hint("0", "纪代后"), r"[0-9]{1,2}世纪|[0-9]0年代|(?<![0-9])[0-9]{2}后"),
    (hint("0", "a*/"), r"7\s?[x*/]\s?24(?:小时)?|24/7|24\s?[x*]\s?7"),
    # 1+6+N, an organisation
    (hint("0", "+"), r"[0-9]{1,2}(?:\+[0-9]{1,2}){0,4}\+[0-9nNxX](?![0-9])"),
    # shopping festivals
    (
        hint("0", words="618|11|12"),
        (
            rf"(?<![0-9.])1[12][.·]1[12](?![0-9.]|{_COUNTS})|(?<=年中)618|(?<=天猫)618|(?<=京东)618|(?<![0-9.,])618"
            r"(?=\s?(?:[，。、；]|$"
            r"|大促|购物|活动|期间|节|促销|预售|战报|shopping|festival|sale|campaign))"
        ),
    ),
    # 2.0版本, 版本1.2, 1.2.3, 通义千问2.0, 工业4.0
    (
        hint("0", words="版|version|release"),
        r"(?<![0-9.])[0-9]{1,9}(?:\.[0-9]{1,9}){0,5}(?=版本?|[ -]?(?:version|release))",
    ),
    (
        hint("0", "版."),
        r"(?<=版本)[0-9]{1,9}(?:\.[0-9]{1,9}){0,5}|(?<![0-9.])[0-9]{1,9}(?:\.[0-9]{1,9}){2,5}(?![0-9])",
    ),
    (
        hint("0", "."),
        (
            r"(?<=[\u4e00-\u9fffA-Za-z])(?<![为达至到约近超增是于过逾从升降长了比率值数额量])"
            rf"[0-9]{{1,2}}\.0(?![0-9]|{_COUNTS})"
        ),
    ),
)
TO_DIGITS = (
    # +86 138 0013 8000; 股票代码：9988
    (hint("0", "+"), r"\+[0-9]{1,3}(?:[ -]?[0-9]{2,5}){2,4}(?![0-9])"),
    (
        hint(words="代码|code|Code|icker"),
        r"(?:代码|stock code|Stock code|Stock Code|Ticker|ticker):?\s?[0-9A-Z.]+",
    ),
    # 世界500强, 沪深300; 图1; a note's [12]
    (
        hint("0", "深证普界富创企达经生"),
        (
            r"(?:沪深|中证|标普|上证|世界|财富|科创|民企|民营企业|纳斯达克|日经|恒生)\s?[0-9]+强?"
            r"(?![0-9.%万亿点家])"
        ),
    ),
    (
        hint("0", "图表注["),
        r"(?:图片|图表|附注|(?<![\u4e00-\u9fff])[图表注])\s?[0-9]+|\[[0-9]{1,3}\]",
    ),
    (
        hint("0", "午晚凌早"),
        r"(?:上午|下午|晚上?|凌晨|中午|早上?)[0-9]{1,2}[时点](?:[0-9]{1,2}分?|半|整)?",
    ),
    (hint("0", words="双|Double"), r"双\s?1[12]|Double[ -]1[12]"),
    (
        hint("0", "问心火元古包谱川犀新道工量蒙"),
        rf"{_FAMILY}\s?[0-9]+(?:\.[0-9]+)*(?![0-9]|{_COUNTS})",
    ),
)
# Every one of them begins with one of these.
TO_DIGITS_FIRST = (
    "[+代sSTt沪中标上世财科民纳日恒图附注表\\[下晚凌早双D千文星混盘豆智百言悟道天工商鸿]"
)
LATIN_FROM_DIGITS = (
    # 9988.HK; 9 a.m.; 5G, 4K
    (
        hint("a", "0", "."),
        r"(?<![0-9A-Za-z])[0-9]{3,6}\.(?:HK|SH|SZ|SS|BJ|US|hk|sh|sz)(?![0-9A-Za-z])",
    ),
    (hint("a", "0", words="m|M"), r"[0-9]{1,2}\s?[AaPp]\.?[Mm](?:\.|(?![A-Za-z]))"),
    (
        hint("0", "GDKCApPi"),
        r"(?<![0-9.,A-Za-z])(?:[2-6]G|[1-4]D|(?:2|4|8|16)K|3C|[0-9]{3,4}[pPi]|5A)(?![A-Za-z0-9])",
    ),
)
LATIN_TO_DIGITS = (
    (
        hint("a", "0", ":"),
        r"(?:HKEX|SEHK|NYSE|NASDAQ|Nasdaq|SSE|SZSE|HK|SH|SZ):\s?[0-9A-Z]+(?![0-9A-Za-z])",
    ),
    (hint("a", "0"), _INDEX),
    (hint(A_WORD, "0"), _LABEL),
    # version 2.0, v2.1; GPT-3.5, A100, Llama2
    (
        hint("a", "0", words="ersion|elease"),
        r"(?<![A-Za-z])(?:[Vv]ersion|[Rr]elease)\s[0-9]{1,4}(?:\.[0-9]{1,4}){0,4}(?![0-9])",
    ),
    (hint("a", "0", words="v|V"), r"(?<![A-Za-z0-9])[Vv]\.?\s?[0-9]+(?:\.[0-9]+)*(?![0-9A-Za-z%])"),
    (
        hint("a", "0"),
        (
            rf"(?<![0-9A-Za-z])(?!{_CURRENCY}-?[0-9])[A-Za-z]{{1,40}}(?:-[A-Za-z]{{1,40}}){{0,4}}-?[0-9]"
            r"(?![0-9,.]*(?:[万亿]|[千百]万))(?:[0-9A-Za-z]|[.-](?=[0-9A-Za-z]))*"
        ),
    ),
    # iPhone 15, Llama 2: at a sentence's start only a known name, or one with a further capital
    (
        hint("a", "0", " "),
        (
            rf"(?<=[a-z0-9,、，)\u4e00-\u9fff“”] )(?!{_PLAIN} )[A-Za-z]{{0,40}}[A-Z]"
            rf"[A-Za-z]{{0,40}}(?:-[A-Za-z]{{1,40}})? {_VERSION}"
        ),
    ),
    (
        hint("a", "0", " "),
        (
            rf"(?<![A-Za-z])(?!{_PLAIN} |{_CURRENCY} )(?:[A-Za-z]{{1,40}}[A-Z][A-Za-z]{{0,40}}"
            rf"|Windows|Llama|Claude|Gemini|Android|Qwen|Web|Type|Model|Level|Tier|Phase|Industry|Gen)"
            rf" {_VERSION}"
        ),
    ),
)
IN_LATIN = (
    (
        hint(A_WORD),
        (
            r"(?i:(?<![a-z])(?:one[ -](?:stop|off|another|sided|time)|no one|one of|one's"
            r"|(?:the|this|that|which|each|any|every) one|(?:first|second|latter|1st|2nd)[ -]half"
            r"|half[ -]year(?:ly)?|double[ -]digits?|first[ -](?:hand|class|come)|second[ -]hand"
            r"|third[ -]part(?:y|ies)|double[ -](?:eleven|twelve))(?![a-z]))"
        ),
    ),
)
# Chinese words that only contain the characters of numerals.
_WORDS = (
    "统一 唯一 无一例外 同一 单一 专一 逐一 其一 万一 不一 合一 归一 如一 进一步 新一代 "
    "这一 那一 每一 某一 任一 另一 下一 上一 新一 "
    "一站式 一次性 一起 一些 一般 一体 一定 一直 一方面 一方 一致 一旦 一切 一样 一线 二线 三线 "
    "一二线 一流 一级 二级 三级 一部分 一大批 一批 一大 一系列 一揽子 一对一 一带一路 一度 一道 "
    "一面 一把手 一代 一口气 一成不变 一举 一路 一时 一条龙 一条心 一个性 一块儿 一份子 一家人 "
    "一家独大 一百分 三合一 二合一 一期一会 一氧化 二氧化 三氧 五险一金 "
    "第一时间 第二曲线 第一性 第三方 第三产业 第一手 二次元 二次开发 二次创业 二手 二维 三维 "
    "三农 三亚 三星 三角 三甲 四川 四处 四面 四大皆空 五花八门 五粮液 五金 六安 七匹狼 七牛 七夕 "
    "八方 八卦 八大处 九阳 九龙 九州 九九归一 三伏 三八 五一 五四 六一 八一 六一八 十一黄金 "
    "十足 十三五 十四五 十五五 十全 双十一 双十二 三三两两 三言两语 两会 两岸 两者 两翼 双方 "
    "百度 百炼 百灵 百川 百胜 百联 百货 百科 百家号 百姓 百事 百合 百年 百花 百强 百分比 百分数 "
    "百万富翁 百亿补贴 成百上千 千问 千行百业 千家万户 千人千面 千方百计 千禧 千金 千古 千卡 "
    "千瓦 千克 千米 千万别 千万不 千万要 千伏 千寻 千牛 千里 千帆 千千万万 千篇一律 成千上万 "
    "万相 万象 万达 万科 万豪 万物 万能 万国 万亩 万众 万里 万千 万户侯 万兴 万家乐 万事 万向 "
    "万华 万万 亿万 亿欧 亿滋 亿联 亿纬 零门槛 零售 零部件 零食 零碳 零星 零基础 零距离 零件 "
    "零工 从零 归零 为零 清零 半导体 大半 多半 半成品 上半 下半 半径 半自动 几乎 几何 几率 "
    "多数 少数 数字 数据 数码 数智 数学 数量 数值 数额 数控 数组 数目 分数"
)


def _words_by_first() -> str:
    """All words as one pattern, parted by first character; the longest first."""
    words: dict[str, list[str]] = {}
    for word in sorted(_WORDS.split(), key=len, reverse=True):
        words.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in words.items())


# After another numeral or 第 the same characters belong to a number: 第一代, 十万一张.
_CHINESE_WORD = (
    r"(?<![0-9零一二三四五六七八九十百千万亿两几第])(?:"
    + _words_by_first()
    + r"|十分(?![钟之])|[两三四五六七八九]位数"
    r"|一点(?![零一二三四五六七八九])|(?<!分)之一|(?<!翻)(?<!翻了)一番"
    r"|(?<![每分])(?:周|星期|礼拜)[一二三四五六](?![次个回届])"
    r"|[一二三四五六七八九]十年代|[一二]十[一二]?世纪|单位:\s?[百千万亿]*[美港]?元)"
)
CHINESE_WORDS = ((hint("零一二三四五六七八九十百千万亿两几数半单双"), _CHINESE_WORD),)
# Every one of them begins with one of these.
CHINESE_FIRST = (
    f"[{''.join(sorted({word[0] for word in _WORDS.split()}))}十一之周星礼二三四五六七八九单]"
)
