"""What bounds a figure from farther off: 至少需要补充资本20亿元, the ceiling is set at $60."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary import qualifiers as words_for
from exporter.evidence.reading.vocabulary.qualifiers import EXACT, NOTHING, Readings
from exporter.evidence.reading.vocabulary.units import TENTH
from exporter.facts.units import MULTIPLE, POINTS, RATIO

_SHARES = frozenset({RATIO, POINTS, MULTIPLE})
_VERB = 2  # characters of a verb between a bound and its figure: 至多涨8%, 至少保留20个
_LONG_VERB = 5  # of one behind an adverb: 最多只能买5张, 大约恢复到九成
_NO_VERBS = frozenset("的、，。；：")
_MUST = "要需得有可能"  # 起码要|付9万元, 最多可|贷80万元
_LONG_PHRASE = 14  # characters
_MODAL_PHRASE = regex(
    rf"({'|'.join(sorted(words_for.ADVERBS_ZH, key=len, reverse=True))})"
    r"(?:还|仍|也|只|就|才)?(?:需要?|须|必须|得|要|应当?|可以?|能够?|会|将|允许)[\u4e00-\u9fff]{2,10}$"
    r"(?<![的个多])"
    # 最多募集所得款项1.96亿元: what is done, whose object stands before the figure
    rf"|({'|'.join(sorted(words_for.ADVERBS_ZH, key=len, reverse=True))})(?:还|仍|也|只|就|才)?"
    r"(?:募集|筹集|筹得|募得|集资|发行|支付|派发|投入|回购|收购|认购|出售|出资|增资|授予|配售|借款|融资|赔偿|补偿|提取|动用|计提"
    r"|投资|追加|获得?|获取|取得|收取|缴纳|贡献|带来|产生|释放|节省|节约|减少|增加|新增|容纳|接待|提供)"
    r"[\u4e00-\u9fff]{1,8}$(?<![的个多])"
    r"|(最[高低多少])(?:可以?|能够?|允许|需要?|须)[\u4e00-\u9fff]{2,6}(?<![的个多])$"
)
# 最高票房 is the highest one itself, where 最高补贴 bounds what is paid.
SUPERLATIVES = frozenset({"最高", "最低"})
_MEASURED = regex("[价格温值量速度分点位率额录绩房龄长宽深重入]$")


def over_a_verb(text: Text, index: int, previous_end: int) -> Readings:
    """至少保留20个, 最多只能买5张: a verb, or an adverb with one, stands between."""
    length, words = 0, text.words
    for at in range(index - 1, max(previous_end, index - 1 - _LONG_VERB) - 1, -1):
        word = words[at]
        bound = word.rstrip(_MUST)
        is_adverb = bound in words_for.ADVERBS_ZH
        if bound in SUPERLATIVES and text.lower.startswith("时", text.ends[at]):
            break  # 最低时|跌至10元: when it was so
        if length and (is_adverb or (bound in words_for.BOUNDS_ZH and length <= _VERB)):
            is_measure = bound in SUPERLATIVES and _MEASURED.search("".join(words[at + 1 : index]))
            return words_for.BEFORE[bound] | EXACT if is_measure else words_for.BEFORE[bound]
        length += len(word)
        if word[0] < "\u4e00" or length > _LONG_VERB or text.used[at]:
            break
        if not _NO_VERBS.isdisjoint(word):
            break
    return _over_a_modal(text, index, previous_end)


def _over_a_modal(text: Text, index: int, previous_end: int) -> Readings:
    """至少需要补充资本20亿元: what must or may be done, with its object, before the figure."""
    if index <= previous_end:
        return NOTHING
    start = max(text.starts[previous_end], text.starts[index - 1] - _LONG_PHRASE)
    match = _MODAL_PHRASE.search(text.lower, start, text.ends[index - 1])
    return words_for.BEFORE[match[1] or match[2] or match[3]] if match else NOTHING


_NOUN = 10  # characters of a noun between a qualifier and its figure
# 超过去年的40% says that the 40% are of last year.
_OF_ANOTHER_TIME = frozenset(
    "去年 上年 同期 此前 之前 预期 目标 原先 行业 平均 其他 年初 年末 上季 上期 上月 上代 前年 "
    "前期 业界 同业 同行 对手 竞品 历史 往年 前值 初值 终值 修正值 前月 前季 前次 上次 上一次 前一 "
    "上一期 上轮 一致预测 共识 指引 基准 全国 全市 大盘 同类 "
    "监管 所需 盈亏平衡 警戒 正常 荣枯 法定 最低要求 中枢 均衡 盈亏点 保本点".split()
)
# 毛利率38%，高于软件业务的21%: the 21% are that business's own; 超过海外收入的21% bounds a part.
_HIGHER = ("高于", "低于")
_OTHER_PART = regex(
    "(?:业务|板块|分部|事业部|市场|地区|渠道|品牌|产品|国内|海外|境外|门店|线上|线下|企业|公司|[东西南北中]部)的$"
)
# 毛利率21%|，远|低于学历教育的46%: what a figure right before is set beside
_BESIDE = regex(
    "(?:左右|以上)?，(?:但|而|也|仍|还|却|均|都|则|远|略|明显|显著|大幅|大大|高|依然|已)*"
)
_FALLS_SHORT = frozenset("不及 不到 不足 未到 未及 不满 未满".split())
_PARTS = frozenset({TENTH.key, RATIO})  # 六成; 三分之一 and 一半
_COMMAS = frozenset("，。；：、,;:（）()")


def over_a_noun(words: list[str], index: int, previous_end: int, quantity: Quantity) -> Readings:
    """不得超过净资产的40%, 跌破每公斤35元: a noun, or what the figure is per, stands between."""
    first = max(previous_end, index - _NOUN)
    between = words[first:index]
    if quantity.dimension == RATIO and (of_a_whole := _of_a_whole("".join(between))):
        return of_a_whole
    if "每" in between and (of_a_rate := _over_a_rate(words, first, index)):
        return of_a_rate
    if quantity.dimension in _SHARES and (of_a_part := _of_a_part(between)):
        return of_a_part
    if between[-1:] != ["的"] or quantity.dimension not in _SHARES:
        return NOTHING
    at = _bound_before(words, first, index)
    if at < 0:
        return NOTHING
    # 超过去年的3倍 is a multiple of it, and 不及去年的六成 a part; a multiple of both years is
    # compared.
    is_of_it = (
        (words[at] in _FALLS_SHORT and "值的" not in "".join(words[at:index]))
        or quantity.unit.key in _PARTS
        or (quantity.dimension == MULTIPLE and "倍" not in "".join(words[:first]))
    )
    if not is_of_it and _is_of_another(words, at, index, previous_end):
        return NOTHING
    return words_for.BEFORE[words[at]] - EXACT


def _bound_before(words: list[str], first: int, index: int) -> int:
    """Where a Chinese word stands that bounds what is behind its noun; -1 for none."""
    length = 0
    for at in range(index - 2, first - 1, -1):
        word = words[at]
        if word in _COMMAS or length > _NOUN:
            return -1
        if words_for.BEFORE.get(word) and word[0] >= "\u4e00":
            return at
        length += len(word)
    return -1


def _is_of_another(words: list[str], at: int, index: int, previous_end: int) -> bool:
    """Whether the noun behind a bound says that the figure is of another time, part or company."""
    noun = "".join(words[at:index])
    if any(map(noun.__contains__, _OF_ANOTHER_TIME)):
        return True
    is_beside = _BESIDE.fullmatch("".join(words[previous_end:at])) is not None
    return words[at].endswith(_HIGHER) and (is_beside or _OTHER_PART.search(noun) is not None)


# 最多相当于总股本10%, 至多为合同金额的25%, 超过总收入60%: how much of a whole.
_ADVERBS = "|".join(sorted(words_for.ADVERBS_ZH, key=len, reverse=True))
_OF_A_WHOLE = regex(
    rf"(?:({_ADVERBS}|最高|最低)(?:[可应须需得]|可以|必须|只能|仅能|不过)?(?:相当于|相等于|等于|等同于|占|达到?|为)"
    r"|(不得?超过|不得?多于|不得?高于|不得?低于|不得?少于|超过|高于|低于|不足|至少|至多|最多))"
    r"(?P<whole>[其该本]?[\u4e00-\u9fff]{2,10}?)的?$"
)
_WHOLE = regex(
    "[总全]|净资产|净额|注册资本|股本|股份|资本|金额|合同额|余额|本金|面积|^(?:[年月日][利息]|年化|票[面息])"
)


def _of_a_whole(said: str) -> Readings:
    """What is said before a share of something whose name stands before it."""
    match = _OF_A_WHOLE.search(said)
    if match is None or match["whole"].startswith("比"):
        return NOTHING
    whole = match["whole"]
    if any(map(whole.__contains__, _OF_ANOTHER_TIME)) or (match[2] and not _WHOLE.search(whole)):
        return NOTHING
    return words_for.BEFORE.get(match[1] or match[2], NOTHING) - EXACT


def _of_a_part(between: list[str]) -> Readings:
    """约占总额一成半: what bounds the part that is taken of a whole, which stands between."""
    for at in range(len(between) - 1, -1, -1):
        word = between[at]
        if word in _COMMAS or word in cues.TO_ZH:
            return NOTHING
        if word.endswith("占") and at + 1 < len(between):  # 约占
            return words_for.BEFORE.get(word, NOTHING)
        if word.startswith("占"):
            return (words_for.BEFORE.get(between[at - 1], NOTHING) if at else NOTHING) - EXACT
    return NOTHING


def _over_a_rate(words: list[str], first: int, index: int) -> Readings:
    at = index - 1
    while words[at] != "每":
        at -= 1
    is_near = len("".join(words[at:index])) <= _NOUN // 2 and _COMMAS.isdisjoint(words[at:index])
    at -= at > first and words[at - 1] in words_for.FILLERS
    return words_for.BEFORE.get(words[at - 1], NOTHING) if is_near and at > first else NOTHING


COPULAS = frozenset("at is of was to be are".split())
_SET_AT = frozenset({"at", "of"})
_IS = frozenset("is was are be".split())
# Where a limit is moved to is both: raised the limit to $500.
_MOVING = frozenset(
    "raise raised raises raising lift lifted lifts lifting increase increased increases cut cuts "
    "lower lowered lowers double doubled halved rises rose fell falls".split()
)
_CAPS = frozenset("cap caps capping limit limits".split())
OTHER_CAPS = frozenset({"market", "small", "large", "mid"})


def from_afar(text: Text, index: int, previous_end: int) -> Readings:
    """The ceiling on the price is set at $60: what the clause calls the figure."""
    copula = text.words[index - 1]
    words = frozenset(text.words[max(previous_end, index - 12) : index])
    if not words.isdisjoint({"ceiling", "capped"}) or {"upper", "limit"} <= words:
        return words_for.UP_TO
    if copula == "to" and not words.isdisjoint(words_for.RESTRICTING):
        return words_for.AS_HIGH_AS if not words.isdisjoint(_MOVING) else words_for.UP_TO
    bound = text.word(index - 3) if copula == "of" and index - 3 >= previous_end else ""
    if bound in {"maximum", "minimum"}:  # a maximum stay of 14 nights
        return words_for.AS_HIGH_AS if bound == "maximum" else words_for.AS_LOW_AS
    if copula in _IS and "maximum" in words:
        return words_for.AS_HIGH_AS
    if copula in _IS and "minimum" in words:
        return words_for.AS_LOW_AS
    if copula in _SET_AT and not words.isdisjoint(_CAPS) and words.isdisjoint(OTHER_CAPS):
        return words_for.UP_TO
    return words_for.AS_LOW_AS if "floor" in words and copula in _SET_AT else NOTHING
