"""How running text writes units: money, measures, shares, lengths of time, classifiers.

The tables of `facts` say which units there are; here stands how text writes them.
"""

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.facts.currencies import BARE_CENTS, CURRENCY_NAMES, DOLLAR, MINORS, UNSETTLED
from exporter.facts.measures import NAMES_EN, NAMES_ZH, SYMBOLS
from exporter.facts.units import COUNT, KNOWN_UNITS, MULTIPLE, POINTS, RATIO

ONE = Fraction(1)


class TextUnit(NamedTuple):
    """A unit as text says it: its key, its dimension and its size in the dimension's base unit."""

    key: str
    dimension: str
    scale: Fraction = ONE


def _known(key: str) -> TextUnit:
    unit = KNOWN_UNITS[key]
    return TextUnit(key, unit.dimension, unit.scale)


def _money(code: str, size: Fraction = ONE) -> TextUnit:
    return TextUnit(code, f"money:{code}", size)


_PLAIN = {  # spelling in text: key of the unit
    "%": "%", "percent": "%", "per cent": "%", "pct": "%", "percentage": "%", "percents": "%",
    "‰": "‰", "per mille": "‰", "permille": "‰",
    "个百分点": "pp", "百分点": "pp", "percentage point": "pp", "percentage points": "pp",
    "pp": "pp", "ppt": "pp", "ppts": "pp", "pps": "pp",
    "pct point": "pp", "pct points": "pp", "% - points": "pp", "% - point": "pp", "% points": "pp",
    "% point": "pp", "%pts": "pp", "% pts": "pp", "percent points": "pp",
    "percentage - point": "pp", "percentage pts": "pp", "p . p .": "pp", "% - pts": "pp",
    "个pct": "pp", "个pcts": "pp", "pcts": "%", "个pp": "pp",
    "个点子": "bp", "点子": "bp",
    "个基点": "bp", "基点": "bp", "个bp": "bp", "basis point": "bp", "basis points": "bp",
    "basis - point": "bp", "bp": "bp", "bps": "bp", "bips": "bp",
    "倍": "x", "x": "x", "秒钟": "seconds", "秒": "seconds", "second": "seconds",
    "seconds": "seconds", "sec": "seconds", "secs": "seconds",
    "分钟": "minutes", "minute": "minutes", "minutes": "minutes", "min": "minutes",
    "mins": "minutes",
    "个小时": "hours", "小时": "hours", "个钟头": "hours", "hour": "hours", "hours": "hours",
    "hr": "hours", "hrs": "hours",
    "天": "days", "个工作日": "", "day": "days", "days": "days", "个星期": "weeks",
    "星期": "weeks", "周": "weeks", "week": "weeks", "weeks": "weeks",
    "个月": "months", "个月内": "", "month": "months", "months": "months", "周年": "years",
    "年": "years", "year": "years", "years": "years", "yr": "years", "yrs": "years",
}  # fmt: skip
_FURTHER = {
    "个季度": TextUnit("quarters", "calendar time", Fraction(3)), "半月": TextUnit("", COUNT),
    "个世纪": TextUnit("centuries", "calendar time", Fraction(1200)),
    "decade": TextUnit("decades", "calendar time", Fraction(120)),
    "decades": TextUnit("decades", "calendar time", Fraction(120)),
    "个点": TextUnit("点", COUNT), "points": TextUnit("points", COUNT), "point": TextUnit("points",
    COUNT),
    "pts": TextUnit("points", COUNT),
    "quarters": TextUnit("quarters", "calendar time", Fraction(3)),
}  # fmt: skip
TENTH = TextUnit("成", RATIO, Fraction(1, 10))
# Points of an index, or percentage points where nothing says of what.
POINT_WORDS = frozenset({"points", "点"})
AS_POINTS = (POINTS, Fraction(1, 100))

_SINGLE_HAN = {
    "度",
    "方",
    "焦",
    "寸",
    "尺",
    "赫",
    "帕",
}  # too often part of another word: 年度, 方案, 尺寸


def _zh() -> dict[str, TextUnit]:
    table = {word: _known(key) for word, key in _PLAIN.items() if key and word[0] >= "\u4e00"}
    table |= {word: unit for word, unit in _FURTHER.items() if word[0] >= "\u4e00" and unit.key}
    for word, measure in NAMES_ZH.items():
        if word not in _SINGLE_HAN and word[0] >= "\u4e00":
            table[word] = TextUnit(measure.key, measure.dimension, measure.scale)
    table |= {word: _money(code) for word, code in CURRENCY_NAMES.items() if word[0] >= "\u4e00"}
    table |= {word: _money(name) for word, name in UNSETTLED.items() if word[0] >= "\u4e00"}
    table |= {  # 9640万元新台币
        f"元{word}": _money(code)
        for word, code in CURRENCY_NAMES.items()
        if word[-1] == "币" and word[0] >= "\u4e00"
    }
    table |= {
        word: _money(*of) for word, of in MINORS.items() if word[0] >= "\u4e00" and len(word) > 1
    }
    table |= {f"个{word}": table[word] for word in ("标准箱", "标箱", "比特", "字节", "标准集装箱")}
    table |= {
        "离岸人民币": _money("CNY"),
        "在岸人民币": _money("CNY"),
        "圆": _money("CNY"),
        "块": _money("CNY"),
        "块钱": _money("CNY"),
        "成": TENTH,
        "角": _money("CNY", Fraction(1, 10)),
        "毛": _money("CNY", Fraction(1, 10)),
    }
    return table


_ZH = _zh()
_LONGEST_ZH = max(map(len, _ZH))
# 元, 天, 年, 周, 秒, 倍 and their like begin other words: 元素, 天猫, 年级, and 升级 is no litre.
_NOT_A_UNIT = regex(
    r"元[素宇老旦件勋帅首年]|圆[桌形满通柱孔环弧盘润周心规点珠钢管木顶角梦]|天[猫然气津使河文线际]"
    r"|年[级轻代货薪迈富产化初底末间糕画会检龄]|年均(?![值价线])"
    r"|周[边转末刊期围到报线一二三四五六日]|秒[杀懂针表]|倍[增受感数投率]"
    r"|成[为立本功长员果熟交就分套品都绩人年效色像型形衣片品因份单]"
    r"|升[级至幅值温高降本学势空]|米[其兰粉面哈粒饭]|克[服隆制难里拉莱]|吨[公]"
    r"|桶[装]|块[茎头状]|斤[两斤]"
    r"|角[度色落逐膜]|毛[利衣巾坯]|方[案面向法式便]|日元素|月[光饼季薪]|分[钟]?(?=别"
    r"|布|析|行|支|红|拆|公司|店)|瓦[斯片楞]|磅[礴]|倍[之]|伏[击贴笔案牛地魔法罗天]|伏特加"
)
CLASSIFIERS = frozenset(
    "个条款项件次名位家种类门部台套张只辆艘架座栋间所处场层代轮批组份篇本册页支枚颗块片株棵头匹粒杯"
    "瓶盒箱包袋桶吨克斤亩升户字卡核元股笔单例宗朵把幅道届人大省市县国城步站点口岁行折集季成票列趟班幢封辈期级重箱车对双副道孔段顶尊床剂针羽尾席帧桌罐听贴盘碗锅枝盏柄挺筒桩卷樘筐捆餐根伙"
    "起首节通曲堂柜串束群窝樽壶坛缸锭档"
)
# Words that begin as some classifiers do: 8通道, 2节点.
CLASSIFIED_NOT = tuple(
    (
        "首付 首发 首席 首饰 首店 首单 首套 首日 首年 首期 首批 首轮 首次 "
        "首创 首家 首款 首台 首个 首先 首要 首选 首位 首页 尾矿 尾气 尾款 "
        "尾货 尾盘 尾数 节点 节能 节目 节日 节省 节水 节电 节约 节假 节奏 "
        "节气 通道 通信 通讯 通知 通行 通胀 通话 通勤 通证 通用 通过 通常 "
        "通车 通航 通关 通缩 通风 通路 通报 曲线 曲面 曲轴 堂食 柜台 柜员 "
        "柜面 柜机 串联 串口 束缚 群组 群众 群体 群岛 起重 起落 起飞 起点 "
        "起步 起源 起诉 起草 起降 起始 对手 对象 对外 对公 对冲 对讲 对虾 "
        "对话 对联 对照 对比 对标 对应 对价 期货 期权 期刊 期房 期限 期内 "
        "期间 期末 期初 桶装 罐车 罐头 罐装 罐体 席位 席次 卷烟 卷材 卷积 "
        "档案 档次 档位 档期 档口 缸体 缸盖 壶口 坛子 锭剂 "
        "车道 车间 车型 车企 车站 车位 车厢 折叠 折线 班制"
    ).split()
)
GENERIC_CLASSIFIERS = frozenset(
    "个条款项件次名位家种类门部台套张只座间所处场轮批组份篇本支枚颗片头匹粒例宗人口笔户伙"
)
_PREFIXED_HAN = (
    "人民币",
    "港币",
    "新台币",
    "台币",
    "日币",
    "美金",
    "港元",
    "美元",
    "欧元",
    "日元",
    "英镑",
    "港圆",
    *"澳门元 澳门币 新加坡元 加元 澳元 韩元 韩圜 泰铢 瑞郎 瑞士法郎 卢布 令吉 林吉特 越南盾 "
    "印尼盾".split(),
)


def unit_zh(rest: str) -> tuple[int, TextUnit] | None:
    """The Chinese unit that `rest` begins with: its length and what it is."""
    for length in range(min(_LONGEST_ZH, len(rest)), 0, -1):
        unit = _ZH.get(rest[:length])
        if unit is not None:
            return None if length <= 2 and _NOT_A_UNIT.match(rest) else (length, unit)
    return None


# --- English


# Names and codes of currencies that are words, names or marks of something else in running text.
_OTHER_WORDS = frozenset(
    "real reals top tops all try cup pen mad som sole sterling le br dh mop gel lek rm sr ld jd kd "
    "bd tl fr nis kz stg".split()
)
_BY_LOOKS = {"greenback": "USD", "loonie": "CAD"}
_SIGNS = "€£₩₹₽₺₫฿₴₦₱₪₸₾₡₭¥"


def _is_word(word: str) -> bool:
    """Whether a name ends with a letter, or with what is written above or below one."""
    return unicodedata.category(word[-1])[0] in "LM"


def _is_latin(word: str) -> bool:
    return word[0] < "\u4e00"


def _units_of_phrases() -> dict[str, TextUnit]:
    """The units that words and signs stand for, Chinese ones apart; later ones go before."""
    table = {word: _known(key) for word, key in _PLAIN.items() if key and _is_latin(word)}
    table |= {word: unit for word, unit in _FURTHER.items() if _is_latin(word)}
    for word, measure in NAMES_EN.items():
        table[word] = TextUnit(measure.key, measure.dimension, measure.scale)
    for word, code in CURRENCY_NAMES.items():
        if _is_latin(word) and (_is_word(word) or word in _SIGNS):
            table[word] = _money(code)
    for word, of in UNSETTLED.items():
        if _is_latin(word) or word in "$¥£":
            table[word] = _money(of)
        if _is_latin(word) and word.isalpha():
            table[f"{word}s"] = _money(of)
    table |= {word: _money(*of) for word, of in MINORS.items() if _is_latin(word)}
    table |= {word: _money(DOLLAR, Fraction(1, 100)) for word in BARE_CENTS}
    table |= {f"{word}{end}": _money(code) for word, code in _BY_LOOKS.items() for end in ("", "s")}
    table = {word: unit for word, unit in table.items() if word not in _OTHER_WORDS}
    return table | {
        "brazilian real": _money("BRL"),
        "km": TextUnit("km", "length", Fraction(1000)),
        "ft": TextUnit("feet", "length", Fraction("0.3048")),
    }


def _phrases() -> dict[str, list[tuple[tuple[str, ...], TextUnit]]]:
    """By the first word of a phrase its further words and its unit, longer phrases first."""
    phrases: dict[str, list[tuple[tuple[str, ...], TextUnit]]] = {}
    for phrase, unit in _units_of_phrases().items():
        words = tuple(re.findall(r"u\.s\.|[a-zà-öø-ÿā-ž]+(?:'[a-z]+)?|\S", phrase))
        phrases.setdefault(words[0], []).append((words[1:], unit))
    for rows in phrases.values():
        rows.sort(key=lambda row: -len(row[0]))
    return phrases


PHRASES = _phrases()
_SYMBOL = regex(
    r"(?:sq|cu)(?:[.]? ?|\s)(?:ft|km|yds?|mi|m)(?![A-Za-z])"
    r"|[A-Za-zµμ°℃℉㎡]+[²³]?(?:[23](?![0-9A-Za-z]))?(?:/[sh](?![A-Za-z]))?"
)


def symbol_at(folded: str, at: int) -> tuple[int, TextUnit] | None:
    """The physical unit whose symbol stands at `at`, exactly as it is written."""
    match = _SYMBOL.match(folded, at)
    if not match:
        return None
    run = match[0]
    for symbol in (run, run.partition("/")[0], run.rstrip("23")):
        measure = SYMBOLS.get(symbol) or SYMBOLS.get(symbol.replace(".", ""))  # sq. ft
        after = folded[at + len(symbol) : at + len(symbol) + 1]
        if measure is not None and not (after.isascii() and after.isalnum()):
            return len(symbol), TextUnit(measure.key, measure.dimension, measure.scale)
    return None


def phrase_at(words: list[str], at: int) -> tuple[int, TextUnit] | None:
    """The English unit that begins at word `at`: how many words it has, and what it is."""
    for rest, unit in PHRASES.get(words[at], ()):
        if not rest or tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
            return 1 + len(rest), unit
    return None


# --- Before a number


def _prefixes() -> Mapping[str, str]:
    """Signs and codes as they stand before a number, without white space."""
    signs = {
        word: code
        for word, code in CURRENCY_NAMES.items()
        if not word[-1].isalpha() and word[0] < "\u4e00"
    }
    codes = {code.casefold(): code for code in set(CURRENCY_NAMES.values())}
    more = {
        "rmb": "CNY", "cnh": "CNY", "rs": "INR", "inr": "INR", "dhs": "AED", "dh": "AED",
        "ntd": "TWD",
        "rm": "MYR", "php": "PHP", "rp": "IDR", "sfr": "CHF", "fr": "CHF", "kr": "kr",
        "skr": "SEK", "nkr": "NOK", "dkr": "DKK", "tl": "TRY", "kč": "CZK", "zł": "PLN",
        "kd": "KWD", "nis": "ILS", "ksh": "KES", "tsh": "TZS", "ush": "UGX", "lkr": "LKR",
        "¥": "¥", "$": "$", "£": "£", "u.s.$": "USD", "us$": "USD",
    }  # fmt: skip
    return {**codes, **signs, **more, "dollar": "$", "euro": "EUR"}


PREFIXES = _prefixes()
# Codes that are words too: they count where they are written in capitals and nothing else is.
AMBIGUOUS_CODES = frozenset(
    (
        "all top try cup pen mad som gel mop bam ron lak cop sos amd mur tmt fr rs rm "
        "nad zig bob lek le br dh dollar euro php ern sar sdg std kr"
    ).split()
) - {"rs", "rm", "kr"}
LOWER_CODES = frozenset("usd eur rmb cny gbp hkd".split())
MIXED_CODES = frozenset("KSh TSh USh Ksh Tsh Ush".split())
# Short names of money that are written in small letters behind a number.
LOWER_UNITS = LOWER_CODES | {"yen", "won", "mao", "fen"}
# MEUR, TSEK: codes with a magnitude before them, as Nordic and German reports write.
SIZED_CODES = {
    f"{letter}{code}": (Fraction(size), code)
    for letter, size in (("M", 10**6), ("T", 1000), ("K", 1000), ("k", 1000))
    for code in {*CURRENCY_NAMES.values()}
}
SIGNS = frozenset("$€£¥₩₹₽₺₫฿₴₦₱₪₸₾₡₭₲₵₮৳֏؋៛₼₿")
PREFIXES_ZH = {word: CURRENCY_NAMES[word] for word in _PREFIXED_HAN}


# --- What is counted

IRREGULAR = frozenset(
    (
        "people staff men women children personnel persons headcount sheep cattle fish "
        "aircraft vessels mice feet teeth units crew police folk workforce"
    ).split()
)
_NO_PLURALS = frozenset(
    "is was has as this its us plus versus vs less across thus always times "
    "various previous bonus status focus analysis basis business gross loss "
    "process access ss"
    " progress success address assess express perhaps besides towards hers ours "
    "yours his whereas unless yes gas bus class glass cross press pass mass campus "
    "virus census surplus consensus crisis thesis oasis emphasis hypothesis series species "
    "news lens overseas canvas atlas nexus prospectus apparatus"
    " says rises falls sees expects does goes makes takes gives remains shows "
    "means comes gets includes needs wants keeps lies stands starts ends begins "
    "gains adds reaches beats"
    " years months weeks days hours minutes seconds quarters decades percent".split()
)  # fmt: skip


def is_counted_word(word: str) -> bool:
    """Whether an English word is a plural, as what is counted is."""
    if word in IRREGULAR:
        return True
    return (
        len(word) > 2 and word[-1] == "s" and word[-2] not in "su'" and word not in _NO_PLURALS
    ) or (word.endswith("businesses"))


MONEY_WORDS_ZH = regex(
    r"额|款|生意|买卖|投入|收入|收益(?!率)|盈余|结余|损益|酬劳|报酬|花销|开销|花[去费]|用去|耗去|利润|营收|增收|创收|资金|市值|估值|投资|成本|募|定增|(?<!消)费(?!者|城|区|的(?:[有达为约超近仅]|$))|罚|所得|套现|融资|缺口"
    r"|盈利|亏损|净利|奖金|预算|价|多投|净亏|亏|赚|销售额|营业|支出|开支|补贴|补助|薪"
    r"|奖励|租金|分红|股息|派息|债|贷|存款|现金|利息|多投|少赚|合同|募资|募集|募得|融得"
    r"|吸金(?!能力|效应|力)|耗资|斥资|砸下|砸了|砸出|烧掉|烧了|花了|花掉|花出|拍出|拍得|拍下|捐|欠|赔|实缴|认缴|减值|商誉|保证金"
    r"|[解约纳订意偿恤问休积付履佣备]金|年终奖|首付|押金|定金|基金|票房|流水|成交|造价|产值|注资|增资|出资|资本|授信|坏账|拨备|计提|标的|财政|专项"
    r"|gmv|aum|尾佣|付出去|债券|理财|回购|回笼|税|账[上面]|卖[出了]{0,2}$|[单款]值|(?<![均峰极阈数产])值$|净资产|总资产|进账|入账|到账"
    r"|掏|凑|垫[付资]|借(?![助此口由鉴阅调书用位])|筹(?![备建办划码])|汇[款出入回]|转账|打赏|红包|拿出|带货(?!主播|达人)|坑位|净[买卖][入出](?!量)|存货(?![周数量])|[应预][收付](?![人笔单客])|身[家价]|遗产|财产|账单|学费|彩礼"
)
# 以1920万|成交: what things go for.
PRICED_ZH = regex(
    r"以(?:总价|底价|高价|低价|均价)?\x00(?:的?价格?)?(?:元)?(?:成交|落槌|拍[出下得卖]|卖(?:[出掉给]|了给)|售[出予]|转让|出让|拿下|竞得|摘得|中标"
    r"|签下|买下|购[入得买]|收购|易手|成功拍|租下|入手|接手)"
)
# 4.5个亿|里, 两个亿|是借来的: nothing is named behind a sum.
BEHIND_A_SUM_ZH = regex(
    r"里|中(?=[有的，。；、])|是|才|[能可足想要]|打底|垫底|起步|封顶|[填补砸捐租撬赚亏赔盖造买换卖]|[就都也]这|[就都也又还已才]?(?:没|被|给|拿|花|砸|投|借|打|进|用|付|还|靠|来自|放|存|压|去|不够|够|左右|上下|出头)"
)
MULTIPLE_WORDS = regex(
    r"p/e|(?<![a-z])p/b|(?<![a-z])(?:pe|pb|ps|peg|pcf)(?![a-z])"
    r"|price[- ](?:to[- ])?(?:earnings|book|sales|cash)|(?:debt|leverage|value)[a-z ]* to ebitda"
    r"|price[- ]to[- ](?:nav|tangible)|(?:interest|dividend|fixed[- ]charge) cover(?:age)?(?![a-z])"
    r"|对ebitda的?(?:之?比率?|倍数)|(?:利息|股息|固定费用|现金流)(?:保障|覆盖)(?:率|比率|倍数)"
    r"|偿债(?:覆盖|备付)率|[库存]销(?:售)?比(?!例|重)|库存销售比"
    r"|ev/|市[盈净销现帐账售研]率|本益比|净值比|倍数|multiple|权益乘数|/ebitda(?:之?比|倍数|比率)?|[流速]动比率|现金比率|产权比率"
    r"|(?:出货|订货|供需|债务权益|净?负债权益)比(?!例|重)"
    r"|(?<![a-z])(?:current|quick|leverage|coverage|cash|book-to-bill|bid-to-cover) ratio"
    r"|book-to-bill"
)
MULTIPLE_OF = (MULTIPLE, ONE)
