"""Numbers that are part of a name, an address or a mark: GPT-4, SEHK: 2057, Phase 3, [1]."""

import re

from exporter.evidence.reading.codes import end_of_code
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.prefixes import CENT_PREFIXES, CHANGES, RAND, is_rand
from exporter.evidence.reading.vocabulary.plain import (
    EXCHANGES,
    INDEXES,
    LABELS_EN,
    LABELS_ZH,
    METRICS,
    MODELS,
    NAMING_ZH,
    PRODUCTS_ZH,
    WEAK_LABELS,
)
from exporter.evidence.reading.vocabulary.units import (
    AMBIGUOUS_CODES,
    PHRASES,
    PREFIXES,
    SIZED_CODES,
    is_counted_word,
    phrase_at,
    unit_zh,
)

_DOUBLE = re.compile(r"[“\"「]?双\s?$")
_BEFORE_ZH = re.compile(
    r"(?:沪深|中证|标普|上证|深证|世界|财富|科创|民企|民营企业|纳斯达克|日经|恒生"
    r"|富时|道琼斯|罗素|创业板|国证|北证|年中|天猫|京东)[“\"]?\s?$"
    r"|(?:图片?|图表|附[注件录图]|(?<![代手电仪水钟腕怀])表格?|注|条款?|版本|型号|致电|拨打|转拨|房间|第|议案|简称)[一二三四五六七八九十]?[、:：]?\s?[（(]?$"
    r"|(?:编号|代码|电话|传真|热线|邮编|邮政编码|[群账卡工微]号|微信|手机号?|验证码|密码|案号|文号|单号|批号|证号|序号|qq)"
    r"[为是]?[、:：]?\s?[（(]?$"
    r"|(?:千问|文心|星火|混元|盘古|豆包|智谱|百川|言犀|日日新|悟道|天工|商量|鸿蒙)(?:大模型)?\s?$"
)
_MAY_END_NAMES = {char for char in _BEFORE_ZH.pattern if char >= "\u4e00"} | set(' “"、:：（(')
_ADDRESS = 40  # characters
_ADDRESS_ZH = re.compile(r"(?:地址|住所|办事处|辦事處|注册地)[:：为在于][^，。；,;]*$|[0-9]{4}转$")
_ADDRESS_WORDS = ("址", "住所", "事处", "事處", "注册地", "转")
# 科苑南路3099号A座18层1806会议室: what follows the number of a house, and of a part of it.
_HOUSE = re.compile(
    r"[路街道巷弄里村][东西南北中]?[0-9]{1,5}(?:-[0-9]{1,3})?[号號][^，。；,;]{0,20}$"
)
_DAY_DIGITS = 4
# “520”期间, 99大促: shopping days by their dates.
_SHOPPING_DAY = re.compile(
    r"大促|购物节|狂欢节|年货节|[”\"][^，。；]{0,3}(?:大促|节|期间|前后|当[天日]|预售|战报|活动)"
    r"|节[”\"]?(?:期间|前后|当[天日]|大促|促销)"
)
_LAST_OF_PRODUCTS = frozenset(name.rstrip("-")[-1] for name in PRODUCTS_ZH.split("|"))
_PRODUCT_ZH = re.compile(rf"(?:{PRODUCTS_ZH})-?\s?$")
_COUNTS_ZH = re.compile(
    r"\s?[万亿%千百.多余倍个家款名位台辆座项件种人次天年月日元吨份架艘枚发条所间只部支笔场块颗片克米层]"
)
_COUNTS_ALL_THE_SAME = re.compile(
    r"\s?[万亿%千百.]|\s?(?:个点|点|家|张|[间台辆](?!的)|个(?!人)|名(?![称单义词])|只)"
)
_NEAR = 8  # characters
_HOURS = re.compile(r"(?:上午|下午|晚上?|凌晨|中午|早上?|傍晚)$")
_VERSION = re.compile(r"[0-9]{1,2}\.0(?![0-9]|\s?[万亿千百%个元倍])")
_VERB_ZH = frozenset("为达至到约近超增是于过逾从升降长了比率值数额量有共计和及或与、，均")
# Followed by one of these, a number counts something even right after a name: PAI 10万卡.
_COUNTS = re.compile(
    r"\s?(?:[万亿千百个家名人次件款条项台辆座元倍位种套天卡%‰+]|percent|per cent|bn"
    r"|mn|pp|bps|x(?![a-z])|[kmb](?![a-z0-9]))"
    r"|多[个家名款种]|\s(?:hundred|thousand|million|billion|trillion|basis|times"
    r"|crore|lakh)|,[0-9]{3}"
)


def end_of_name(text: Text, at: int) -> int:
    """Where the name, address or mark ends to which the digits at word `at` belong; 0 for none.

    Returns:
        An index of a word, or 0.
    """
    before = text.word(at - 1)
    touching = text.touches(at - 1)
    if touching and _is_glued(text, at, before):
        return _end_of_glued(text, at)
    if end := end_of_code(text, at, before):
        return end
    is_mark = (
        (text.word(at + 1) in MODELS and text.folded[text.starts[at + 1]].isupper())
        or ((before in _MAY_MARK or "\n" in text.lower) and _is_marked(text, at, before))
        or (before.isdecimal() and _is_of_a_series(text, at))
        or (before in _MAY_CARRY and at > 2 and text.used[at - 2] and _is_further(text, at))
        or (before in _MAY_LABEL and _is_labelled(text, at, before))
        or (text.is_chinese and _is_numbered_zh(text, at))
        or (before and not touching and _is_of_a_name(text, at, before))
    )
    return at + 1 if is_mark else 0


_ABBREVIATED = frozenset("fig nr nrs p pp vol ext tel art sec".split())
_MAY_MARK = frozenset({"", "(", "[", "{"})
_MAY_LABEL = LABELS_EN | INDEXES | {":", ".", "p"}


_CHIPS = frozenset("ryzen core ultra xeon epyc athlon threadripper geforce radeon".split())


def _is_of_a_series(text: Text, at: int) -> bool:
    """Ryzen 9 9950X: digits with capitals behind the number of a series."""
    if text.word(at - 2) not in _CHIPS or text.touches(at - 1) or not text.touches(at):
        return False
    letters = text.folded[text.starts[at + 1] : text.ends[at + 1]]
    return letters.isalpha() and letters.isascii() and letters.isupper()


_MAY_CARRY = frozenset({"and", "or", "&", ",", "to", "through", "-", "–"})
_FAR = 24  # words
_PLURAL_LABELS = frozenset(
    f"{word}s" for word in LABELS_EN - WEAK_LABELS if word.isalpha() and not word.endswith("s")
) | {"appendices", "classes", "series", "matrices", "indices"}


def _is_further(text: Text, at: int) -> bool:
    """Whether digits are a further number of what a plural names: Figures 9 and 10, Notes 3-5."""
    word, index = text.words[at], at - 1
    if not word.replace(".", "").isdecimal() or _COUNTS.match(text.lower, text.ends[at]):
        return False
    while index >= 0 and at - index < _FAR:
        label = text.words[index]
        if label in _PLURAL_LABELS:
            return True
        if not (label in _MAY_CARRY or (text.used[index] and label[0].isdecimal())):
            return False
        index -= 1
    return False


def _is_glued(text: Text, at: int, before: str) -> bool:
    """Whether the digits are glued to letters that are no currency: A100, GPT-4, MI300."""
    if before[-1].isalpha() and before.isascii():
        glued = at > 1 and text.touches(at - 2) and text.words[at - 2][-1] in "-0123456789"
        if text.word(at + 1) in {"cent", "cents"} and before in CENT_PREFIXES:
            return False
        if before == RAND and not glued and is_rand(text, at - 1):
            return False
        return before not in PREFIXES or glued or before in AMBIGUOUS_CODES - {"fr"}
    if before == "-" and at > 1 and text.touches(at - 2):
        other = text.words[at - 2]
        if at > 2 and text.touches(at - 3) and text.words[at - 3][-1].isdecimal():
            return False
        if other in CHANGES:
            return False
        if other.isascii() and other[-1].isalpha():
            return (
                other not in PREFIXES and other not in {"to", "and"}
            ) or other in AMBIGUOUS_CODES
    return before in {"_", "@", "\\", "&"}


def _end_of_glued(text: Text, at: int) -> int:
    end = at + 1
    while end < len(text.words) and text.touches(end - 1):
        word = text.words[end]
        if word[0].isascii() and word[0].isalnum():
            end += 1
        elif (
            word in {"-", ".", "/"}
            and text.touches(end)
            and end + 1 < len(text.words)
            and text.words[end + 1][0].isascii()
            and text.words[end + 1][0].isalnum()
            and word != "/"
        ):
            end += 2
        else:
            break
    return end


def _is_marked(text: Text, at: int, before: str) -> bool:
    """[1], (3) and （002888）; a list's 1. and 2); a hash."""
    word, after = text.words[at], text.word(at + 1)
    if before in {"(", "[", "{"} and after in {")", "]", "}"} and word.isdecimal():
        if len(word) <= 2 or before == "[":
            rest = text.lower[text.ends[at + 1] : text.ends[at + 1] + 9].lstrip()
            return not rest.startswith(
                ("%", "万", "亿", "元", "个百", "million", "billion", "thousand", "percent")
            ) and not (at > 1 and text.words[at - 2] in PREFIXES)
        return 5 <= len(word) <= 6
    line_start = at == 0 or "\n" in text.lower[text.ends[at - 1] : text.starts[at]]
    return (
        line_start
        and after in {".", ")", "、"}
        and word.isdecimal()
        and len(word) <= 2
        and bool(text.word(at + 2))
        and text.touches(at)
        and not text.word(at + 2)[0].isdecimal()
    )


def _is_labelled(text: Text, at: int, before: str) -> bool:
    """SEHK: 2057, Phase 3, Chapter 11, S&P 500, Day 2."""
    word = text.words[at]
    if before == ":" and at > 1:
        label = text.words[at - 2]
        return (label in EXCHANGES and word.isdecimal()) or label in LABELS_ZH
    if before == "." and at > 1 and text.words[at - 2] in _ABBREVIATED | EXCHANGES:
        # fig. 3, SZ.301266
        return text.words[at - 2] in _ABBREVIATED or (text.touches(at - 1) and word.isdecimal())
    if before in INDEXES or (before == "p" and at > 2 and text.words[at - 2] == "&"):
        return word.isdecimal() and len(word) <= 4 and not _COUNTS.match(text.lower, text.ends[at])
    is_grouped = "," in word  # no label is 4,200
    if before not in LABELS_EN or is_grouped or _COUNTS.match(text.lower, text.ends[at]):
        return False
    after = text.word(at + 1)
    if after == "%" or (after in {"-", "to"} and not _numbers_two(text, at)):
        return False
    if before not in WEAK_LABELS:
        return True
    if text.folded[text.starts[at - 1]].isupper():
        return True
    return not (is_counted_word(after) or (after in PHRASES and phrase_at(text.words, at + 1)))


def _numbers_two(text: Text, at: int) -> bool:
    """Whether "to" behind a label's number makes no range of quantities: Notes 3 to 5."""
    further = text.word(at + 2)[:1].isdecimal()
    return text.words[at - 1] in _PLURAL_LABELS if further else text.word(at + 1) == "to"


_NAMING_WORDS = tuple(
    (
        "强劲 强于 强化 强度 强烈 强制 强势 强者 号召 路演 版税 版权 节省 节约 节电 级别以 路由 "
        "章节 号角 系统 系数"
    ).split()
)


def _is_numbered_zh(text: Text, at: int) -> bool:
    """沪深300, 附注14, 1688号, 23楼, 双11, 通义千问2.0."""
    start, end = text.starts[at], text.ends[at]
    after = text.lower[end : end + 4]
    if after.lstrip().startswith(NAMING_ZH) and not after.startswith(_NAMING_WORDS):
        return True
    if (
        text.words[at].isdecimal()
        and end - start < _DAY_DIGITS
        and _SHOPPING_DAY.match(text.lower, end)
    ):
        return True
    near = text.lower[max(0, start - _NEAR) : start]
    return bool(near) and (
        _is_quoted_name(text, at)
        or (
            any(map(text.lower.__contains__, _ADDRESS_WORDS))
            and _ADDRESS_ZH.search(text.lower, max(0, start - _ADDRESS), start) is not None
        )
        or (
            "号" in text.lower
            and _HOUSE.search(text.lower, max(0, start - _ADDRESS), start) is not None
        )
        or (
            near.rstrip(" -")[-1:] in _LAST_OF_PRODUCTS
            and _PRODUCT_ZH.search(near) is not None
            and _COUNTS_ZH.match(text.lower, end) is None
        )
        or ((near[-1] >= "\u2000" or near[-1] in " (:") and _is_behind_name(text, at, near))
    )


# 债券简称“25示城01”, 注册证编号“国械注准20253070415”: what is in the quotation marks.
_QUOTED = re.compile(
    r"(?:称|代码|代号|编号|[证文批案单]号|字号|注册证|许可证|命名为|名为|叫做?|型号)[为是:：]?[“\"][^”\"，。；]*$"
)


def _is_quoted_name(text: Text, at: int) -> bool:
    if "“" not in text.lower and '"' not in text.lower:
        return False
    start = text.starts[at]
    return _QUOTED.search(text.lower, max(0, start - _ADDRESS), start) is not None


def _is_behind_name(text: Text, at: int, near: str) -> bool:
    start, end = text.starts[at], text.ends[at]
    if _DOUBLE.search(near) and text.words[at] in {"11", "12"}:
        return True
    if text.lower[end : end + 1] in {"时", "点"} and _HOURS.search(near):
        return True
    if (
        near[-1] in _MAY_END_NAMES
        and _BEFORE_ZH.search(near)
        and not _COUNTS_ALL_THE_SAME.match(text.lower, end)
    ):
        return True
    is_name = near[-1] >= "\u4e00" and near[-1] not in _VERB_ZH
    is_name = is_name and unit_zh(text.lower[end : end + 6]) is None
    return is_name and _VERSION.match(text.lower, start) is not None


def _is_of_a_name(text: Text, at: int, before: str) -> bool:
    """Llama 2, iPhone 15: at a sentence's start only a name with a further capital."""
    if (
        not (before[0].isascii() and before[-1].isalpha())
        or before in METRICS
        or before in PREFIXES
    ):
        return False
    written = text.folded[text.starts[at - 1] : text.ends[at - 1]]
    if (
        written in SIZED_CODES
        or not any(char.isupper() for char in written)
        or (before.endswith(("ed", "ing")) and written[1:].islower())
    ):
        return False
    word = text.words[at]
    if "," in word or len(word) > 5 or _COUNTS.match(text.lower, text.ends[at]):
        return False
    gap = text.lower[text.ends[at - 1] : text.starts[at]]
    if gap != " ":
        return False
    after = text.word(at + 1)
    if (
        after == "-"
        and text.touches(at)
        and text.word(at + 2)[:1].isalpha()
        and len(text.word(at + 2)) > 2
    ):
        return False
    if is_counted_word(after) and len(word) > 1:
        return False
    if any(char.isupper() for char in written[1:]):
        return True
    first = at == 1 or text.words[at - 2] in {".", "!", "?", "。", "\n"}
    return not first
