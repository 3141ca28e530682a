"""How running text writes units: money, measures, shares, lengths of time, classifiers.

The tables of `facts` say which units there are; here stands how text writes them.
"""

import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.facts.currencies import BARE_CENTS, CURRENCY_NAMES, DOLLAR, MINORS, UNSETTLED
from exporter.facts.measures import NAMES_EN, NAMES_ZH, SYMBOLS
from exporter.facts.units import COUNT, KNOWN_UNITS, POINTS, RATIO

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
