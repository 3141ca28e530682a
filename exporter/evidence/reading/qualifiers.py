"""What is said around a figure: 约, 超过, 以上, at least, or more, on the order of."""

import re
from collections.abc import Mapping

from exporter.evidence.reading.units_in_text import Quantity
from exporter.facts.units import RATIO, TIME
from exporter.facts.words import Qualifier

Readings = frozenset[Qualifier]
SAYS_NOTHING: Readings = frozenset()
EXACT = frozenset({Qualifier.EXACT})
_ABOUT = frozenset({Qualifier.ABOUT})
_NEARLY = frozenset({Qualifier.NEARLY})
_CLOSE = frozenset({Qualifier.NEARLY, Qualifier.ABOUT})
_OVER = frozenset({Qualifier.OVER})
_AT_LEAST = frozenset({Qualifier.AT_LEAST})
_OR_MORE = frozenset({Qualifier.AT_LEAST, Qualifier.OVER})
_UP_TO = frozenset({Qualifier.UP_TO})
# "as high as 96%" is said of 96% itself, and of anything up to it.
_AS_HIGH_AS = frozenset({Qualifier.UP_TO, Qualifier.EXACT})
_AS_LOW_AS = frozenset({Qualifier.AT_LEAST, Qualifier.EXACT})
_UNDER = frozenset({Qualifier.UNDER})
_WITHIN = frozenset({Qualifier.UP_TO, Qualifier.UNDER})
_ORDER_OF = frozenset({Qualifier.ORDER_OF})
_JUST_OVER = frozenset({Qualifier.OVER, Qualifier.ABOUT})
_JUST_UNDER = frozenset({Qualifier.UNDER, Qualifier.NEARLY, Qualifier.ABOUT})

# Phrases are parted by "|", Chinese words by spaces.
_BEFORE_ZH: Mapping[Readings, str] = {
    # Words that only end like a qualifier stop the search: 签约100家 is no "about 100".
    SAYS_NOTHING: (
        "签约 节约 预约 公约 违约 合约 解约 续约 特约 最近 附近 靠近 邻近 贴近 临近 反超 赶超 打破 "
        "通过 经过 渡过 只有 仅有 时长达"
    ),
    EXACT: "达 达到 已达 仅 只 共 总计 合计 恰好 正好 整整",
    _ABOUT: "约 大约 约为 大约为 约有 大约有 约占 约达 约合 大概 大致 估计 ~ ≈ ≒",
    _NEARLY: "近 将近 接近 几近 逼近 差不多 近乎",
    _OVER: (
        "超 超过 超出 超越 逾 已逾 突破 多于 大于 高于 高过 不止 不只 不仅 破 冲破 越过 超逾 有逾 "
        "已超 远超 迈过 >"
    ),
    _AT_LEAST: "至少 最少 不少于 不低于 不小于 最低 起码 不下 不下于 至少有 至少为 >= ≥ ≧",
    _UP_TO: (
        "最多 至多 不超过 不超 未超过 不高于 不大于 不多于 最高 最大 可达 最高达 最高可达 最多可达 "
        "可高达 可支持高达 支持高达 上限为 <= ≤ ≦"
    ),
    _AS_HIGH_AS: "高达 多达 长达 不过 只不过",
    _AS_LOW_AS: "低至 少至",
    _UNDER: "不到 未到 低于 不足 少于 小于 不及 未满 不满 未及 跌破 尚不足 <",
}
_BEFORE_EN: Mapping[Readings, str] = {
    EXACT: (
        "only|just|exactly|reached|hit|totalled|totaled|a total of|total of|precisely|a further"
        "|another|the|an additional"
    ),
    _ABOUT: (
        "about|around|roughly|approximately|approx|approx.|some|circa|c.|ca.|an estimated|estimated"
        "|in the region of|in the neighborhood of|about a|about an|around a|roughly a"
    ),
    _NEARLY: "nearly|almost|nearing|approaching|nearly a|almost a|just shy of|shy of",
    _CLOSE: "close to|near",
    _OVER: (
        "over|more than|above|exceeding|exceeds|exceeded|exceed|topped|topping|tops|surpassed"
        "|surpassing|surpasses|passed|beyond|crossed|in excess of|upwards of|upward of|north of"
        "|greater than|higher than|larger than|longer than|well over|over a|more than a"
    ),
    _JUST_OVER: (
        "just over|slightly over|just above|slightly more than|a little over|a little more than"
    ),
    _AT_LEAST: (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of"
        "|minimum|at least a|not below"
    ),
    _UP_TO: (
        "up to|at most|no more than|not more than|a maximum of|maximum of|at the most"
        "|no greater than|not exceeding|up to a|not over|no higher than"
    ),
    _AS_HIGH_AS: "as many as|as much as|as high as|as long as|as large as|as big as",
    _AS_LOW_AS: "as few as|as little as|as low as",
    _WITHIN: "within|in under|inside",
    _UNDER: (
        "under|below|less than|fewer than|lower than|south of|smaller than|not quite|less than a"
        "|under a|shorter than"
    ),
    _JUST_UNDER: (
        "just under|just below|slightly under|slightly less than|slightly below|a little under"
    ),
    _ORDER_OF: "on the order of|of the order of|in the order of|order of",
}


def _table() -> dict[str, Readings]:
    table = {word: readings for readings, words in _BEFORE_ZH.items() for word in words.split()}
    table |= {word: readings for readings, words in _BEFORE_EN.items() for word in words.split("|")}
    return table


_BEFORE = _table()
# By the last letter of a word, the lengths that such words have.
_LENGTHS = {
    letter: tuple(sorted({len(word) for word in _BEFORE if word[-1] == letter}, reverse=True))
    for letter in {word[-1] for word in _BEFORE}
}
# Only before a bare magnitude: 过亿, 上百, 近百, 破万.
_BEFORE_MAGNITUDE = {
    "过": _OVER,
    "上": frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.ORDER_OF}),
}
_NO_MORE = {"不过", "只不过"}
# "some" in "handsome", and the ~ of a range, are no qualifiers.
_GLUED = re.compile(r"[a-z][a-z]|[0-9%百千万亿元天年月]~")
_FILLER = re.compile(r"(?:[了有]|\s+|人民币)$")
_AFTER = re.compile(
    r"\s?(?:(?P<more>及?以上|有余|开外|起(?=[，。；、\s]|$)|\+"
    r"|(?:or\s+(?:more|above|higher|greater|longer|over)|and\s+(?:above|up)|-?plus)(?![a-z]))"
    r"|(?P<odd>多(?!元化|样|模态|媒体|维|端|个|家|名|种|款)|余(?![额下款地]))"
    r"|(?P<less>及?以下|or\s+(?:less|fewer|below|lower|under)(?![a-z]))"
    r"|(?P<within>以内|之内|内(?![部容地存外测置需生在涵核])|or\s+sooner)"
    r"|(?P<about>左右|上下(?![游文班级])|许(?=[，。；])|or\s+(?:so|thereabouts)(?![a-z])|-odd(?![a-z]))"
    r"|(?P<order>(?:数?量级|级别|级)(?!联)|-?\s?(?:scale|level|class)(?![a-z])))"
)
_MEANS: Mapping[str, Readings] = {
    "more": _OR_MORE, "odd": _OR_MORE, "less": _WITHIN, "within": _WITHIN, "about": _ABOUT,
    "order": _ORDER_OF,
}  # fmt: skip
# Up to so many characters of a noun may stand between figure and word: 10万卡量级, 100家企业以上.
_BETWEEN = re.compile(
    r"[^，。；：！？、（）()\s\x000-9]{0,5}?"
    r"(?P<word>以上|以下|左右|数?量级|(?<![升超高初中年等层])级(?!联))"
)
_BETWEEN_EN = re.compile(
    r"\s+[a-z]+(?:\s+[a-z]+)?\s+or\s+"
    r"(?:(?P<more>more|above|higher|longer)|(?P<less>less|fewer|below)|(?P<about>so))(?![a-z])"
)
_WORD_MEANS = {"以上": _OR_MORE, "以下": _WITHIN, "左右": _ABOUT}


def before(quantity: Quantity, text: str) -> tuple[Readings, int]:
    """What is said before a quantity, and where that begins.

    Args:
        quantity: The figure.
        text: Folded, in small letters, masked.
    """
    readings, end = SAYS_NOTHING, quantity.start
    for _ in range(4):
        if _may_end_filler(text[end - 1 : end]) and (
            filler := _FILLER.search(text[max(0, end - 6) : end])
        ):
            end -= len(filler[0])
        word = _word_before(text, end)
        if word is None and _is_bare(quantity):
            word = text[end - 1 : end] if text[end - 1 : end] in _BEFORE_MAGNITUDE else None
        if word is None:
            break
        said = _BEFORE.get(word) if word in _BEFORE else _BEFORE_MAGNITUDE[word]
        readings = both(readings, _as_said_of(quantity, word, said or SAYS_NOTHING))
        end -= len(word)
        if not said:
            break
    return readings, end


def _may_end_filler(character: str) -> bool:
    return character in "了有币" or character.isspace()


def _word_before(text: str, end: int) -> str | None:
    for length in _LENGTHS.get(text[end - 1 : end], ()):
        word = text[end - length : end] if length <= end else ""
        if word in _BEFORE and not _GLUED.search(text[max(0, end - length - 1) : end - length + 1]):
            return word
    return None


def _is_bare(quantity: Quantity) -> bool:
    numeral = quantity.numeral
    return numeral.low == numeral.magnitude > 1 or quantity.dimension == RATIO


def _as_said_of(quantity: Quantity, word: str, said: Readings) -> Readings:
    """What a word says of this quantity.

    近三年 and "over five years" may be the length of a time as well as its bound; 不过百亿 is less
    than 百亿, where 不过5% is as little as that.
    """
    if word in _NO_MORE and quantity.numeral.low == quantity.numeral.magnitude > 1:
        return _WITHIN
    if word in {"近", "over"} and quantity.dimension in {TIME, "calendar time"}:
        return said | EXACT
    return said


def after(quantity: Quantity, text: str) -> Readings:
    """What is said after a quantity: 以上, 左右, 级, or more, -scale."""
    readings, end = quantity.numeral.qualifiers, quantity.end
    for _ in range(2):
        match = _AFTER.match(text, end)
        if not match:
            break
        kind = match.lastgroup or ""
        if kind == "order" and not (_has_magnitude(quantity) or "量级" in match[0]):
            break
        readings = both(readings, _MEANS[kind])
        end = match.end()
    if match := _BETWEEN.match(text, quantity.end):
        if match["word"] in _WORD_MEANS:
            readings = both(readings, _WORD_MEANS[match["word"]])
        elif _has_magnitude(quantity):
            readings = both(readings, _ORDER_OF)
    if match := _BETWEEN_EN.match(text, quantity.end):
        readings = both(readings, _MEANS[match.lastgroup or ""])
    return readings


def _has_magnitude(quantity: Quantity) -> bool:
    return quantity.numeral.magnitude > 1


def both(one: Readings, other: Readings) -> Readings:
    """Two sayings about one figure together; it is exact only where neither denies that.

    高达 alone leaves 96% exact; 高达…量级 does not.
    """
    if not one or not other:
        return one or other
    return (one | other) - EXACT | (one & other & EXACT)
