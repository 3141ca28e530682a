"""Units behind a numeral of Chinese text: 元, 个月, 度 of power, 块 of money and of pieces."""

from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import Numeral
from exporter.evidence.reading.quantities import UNDECIDED
from exporter.evidence.reading.vocabulary.numbers import DIGITS_ZH
from exporter.evidence.reading.vocabulary.units import TENTH, TextUnit, unit_zh
from exporter.facts.units import CALENDAR_TIME, RATIO, TIME

_HUNDREDTH = Fraction(1, 100)
_NO_DAYS = regex("日(?:[元本币报期均线语]|内[瓦交高低涨跌波均最])")
# 尾款3.78亿分三年付清: what is done in parts.
_NO_MINUTES = regex(
    "分(?:[之别布析公店行支期批次]|(?:[0-9]{1,2}|[二三四五六七八九十两几多])个?[年月季期批次笔步轮阶])"
)


def unit_behind_zh(text: Text, numeral: Numeral, at: int) -> tuple[TextUnit, int] | None:
    """The unit that begins at offset `at` behind a numeral, and where it ends; None for none."""
    rest = text.lower[at : at + 14]
    found = unit_zh("周" if rest.startswith("周年化") else rest)  # 52周|年化出血率
    if found is None:
        return _unlisted(text, numeral, rest, at)
    length, unit = found
    if rest[0] == "块" and length == 1 and _are_pieces(text, numeral, rest):
        return None
    # Ten tenths are all there are: 20成 is no such thing.
    return None if unit is TENTH and numeral.high > 10 else (unit, at + length)


def _unlisted(text: Text, numeral: Numeral, rest: str, at: int) -> tuple[TextUnit, int] | None:
    """Units of a single character that is a word of its own, or part of one, as a rule."""
    is_tenth = rest.startswith("成为") and _is_a_tenth(text, numeral)
    if is_tenth or (_TENTHS_OF.match(rest) and numeral.high < _WHOLE):
        return TENTH, at + 1
    if rest[0] == "月" and text.lower[numeral.end - 1] in "个半多":
        return TextUnit("months", CALENDAR_TIME), at + 1
    if rest[0] == "日" and not _NO_DAYS.match(rest):
        return TextUnit("days", TIME, Fraction(86400)), at + 1
    of = _BY_CONTEXT.get(rest[0])
    if of is not None and of[0].match(rest) and of[1].search(text.lower):
        return of[2], at + 1
    part = _part(text.lower, numeral, rest) if rest[0] in "分秒" else None
    return (part, at + 1) if part else None


def _part(lower: str, numeral: Numeral, rest: str) -> TextUnit | None:
    """What 分 or 秒 is: minutes, hundredths of a yuan, or a part of what stands before it."""
    if _WITH_SECONDS.match(rest):
        return TextUnit("minutes", TIME, Fraction(60))
    if _FEN.match(rest) and _IN_FEN.search(lower, max(0, numeral.start - _NEAR), numeral.start):
        return TextUnit("CNY", "money:CNY", _HUNDREDTH)
    is_score = rest[0] == "分" and _is_scored(lower, numeral.start)
    return None if is_score or _NO_MINUTES.match(rest) else UNDECIDED


# Characters that are a unit where the text speaks of that, with nothing else behind them:
# 发电1,850亿度, 天然气62亿方, 股息每股12仙; 年息2.87厘 is 2.87 %, that of a month or a day a tenth.
_BY_CONTEXT = {
    "度": (
        regex("度(?![\u4e00-\u9fff])|度[电左以]"),
        regex("电"),
        TextUnit("kWh", "energy", Fraction(1000)),
    ),
    "方": (
        regex("方(?![\u4e00-\u9fff])|方[左以]"),
        regex("气|水|土|油|混凝土|库容|木材|lng"),
        TextUnit("m³", "volume", Fraction(1000)),
    ),
    "仙": (
        regex("仙(?![\u4e00-\u9fff])"),
        regex("[股派]息|每股|港"),
        TextUnit("HKD", "money:HKD", _HUNDREDTH),
    ),
    "厘": (
        regex("厘(?![米升清定])"),
        regex("^(?!.*[月日]息).*(?:息|利率|按揭|回报|收益率|年利|年率)"),
        TextUnit("%", RATIO, _HUNDREDTH),
    ),
}
# 年息四厘半, 按息三厘七五: tenths and hundredths behind a rate
_MORE_OF_A_RATE = regex(
    "(?P<half>半)(?![年天个小月日径导])|(?P<more>[零一二三四五六七八九]{1,2})(?![十百千万亿年个家天月日点成])"
)


def with_more_of_a_rate(text: Text, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """四厘半 is 4.5 %, 三厘七五 3.75 %: a rate with what is said behind its 厘, at `end`."""
    match = _MORE_OF_A_RATE.match(text.lower, end)
    if match is None or not numeral.is_definite:
        return numeral, end
    digits = "".join(str(DIGITS_ZH[char]) for char in match["more"] or "五")
    more = Fraction(int(digits), 10 ** len(digits))
    return numeral._replace(low=numeral.low + more, high=numeral.high + more), match.end()


_WHOLE = 10  # tenths
# 三成|员工, 六成|交易: the word behind begins like one with 成 in front.
_TENTHS_OF = regex(
    "成(?:员工|本[地土]|年轻|品牌|交易|人[口士才]|分[店行公]|长者|套餐|单位|型号|都市)"
)
_BEFORE_A_TENTH = frozenset("中近约逾超有占仅达足到")


def _is_a_tenth(text: Text, numeral: Numeral) -> bool:
    """Whether 成为 behind a digit or two is 成 and 为: 当中一成为電動車, 其中六七成为回头客."""
    before = text.lower[numeral.start - 1 : numeral.start]
    digits = 1 + (numeral.high == numeral.low + 1)
    return numeral.end == numeral.start + digits and before in _BEFORE_A_TENTH and bool(before)


_WITH_SECONDS = regex("分(?:[0-9]{1,2}(?:\\.[0-9]+)?|[零一二三四五六七八九十两]{1,3})秒")
# 每度下调2.3分, 单票成本降6分: hundredths of a yuan, and no minutes or points.
_FEN = regex("分(?![\u4e00-\u9fff0-9])|分[左以每]")
_IN_FEN = regex(
    "(?:每(?:度|千瓦时|股|升|[公市]?斤|件|票|单|盒|支|片|粒|立方米?)|[电油气水粮]价|单票|票均|[股派]息|分红)"
    "[^，。；、0-9时点得评打]{0,8}$"
)


_NEAR = 16  # characters
_SCORED = regex("得分|评分|[数取档]线|打分|分数|跑分|评测|测试|测评|考试|满分|成绩|总分|均分")
_CLOCKED = regex("[时点钟历耗]")


def _is_scored(lower: str, at: int) -> bool:
    """Whether 分 behind a number at `at` are points of a test, and no minutes."""
    return bool(_SCORED.search(lower, 0, at)) and not _CLOCKED.search(lower, max(0, at - 4), at)


_PIECES = (
    r"(?:屏|幕|板|电池|硬盘|芯片|显卡|[gc]pu|模块|模组|模具|手表|腕表|电表|土地|地块|宅地|用地|绿地|田|牌|砖"
    r"|玻璃|石|蛋糕|巧克力|豆腐|硅片|晶圆|电路|内存|场地|冰|布料|肥皂|披萨|光伏|组件|区域|肉)"
)
_PIECES_BEHIND = regex(
    rf"块[^，。；、的钱多半0-9]{{0,6}}?{_PIECES}|块\s?[0-9][0-9,.]*\s?[a-z瓦千安毫兆英]"
)
_PIECES_BEFORE = regex(rf"{_PIECES}[^，。；卖价售花付赚收费元贵便涨]{{0,4}}$")


# 银幕共2480块，上半年又添|35块: more, or some, of the pieces counted before.
_MORE_PIECES = regex(
    rf"{_PIECES}[^。；卖价售花付赚收费元贵便涨0-9]{{0,6}}[0-9][0-9,.]*万?块[^。；卖价售花付赚收费元贵便涨0-9]{{0,10}}"
    "(?:[又再另新增添加换拆减关售出剩余坏]|其中|包括|换[下掉新]|更换|安装|维修)[了至到有为约近超逾的]*$"
)
_SAID_BEFORE = 40  # characters


def _are_pieces(text: Text, numeral: Numeral, rest: str) -> bool:
    """Whether 块 counts pieces of something, and no yuan: 银幕64块, 12块550瓦光伏板."""
    if _PIECES_BEHIND.match(rest):
        return True
    start = numeral.start
    if _PIECES_BEFORE.search(text.lower, max(0, start - 12), start) is not None:
        return True
    return _MORE_PIECES.search(text.lower, max(0, start - _SAID_BEFORE), start) is not None
