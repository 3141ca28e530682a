"""Shops, banks and factories by their last character: 开店126家, 低效店, 外资行, 水泥厂.

And things by how many parts one of them has: 4门轿车, 128线激光雷达.
"""

from collections.abc import Sequence

from exporter.engine.regex import regex
from exporter.evidence.phrases_zh import FUNCTION
from exporter.facts.units import KNOWN_UNITS

NOUNS_ZH = frozenset(word for unit in KNOWN_UNITS.values() for word in unit.words[1] if unit.noun)

# What is done to what by its last character: 开店126家, 建厂3座; and kinds of it: 加盟店净增25家.
_KINDS_ZH = {
    "店": (
        "开 关 闭 拓 扩 撤 增 减 设 布 加盟 直营 专卖 旗舰 连锁 便利 体验 自营 零售 实体 线下 折扣 "
        "大 小 新 老 社区 药 咖啡 奶茶 火锅 餐饮 概念 奥莱 快闪 标准 母婴 授权 经销 联营"
    ).split(),
    "票": "售 订 出 抢 退 检 购 卖 送".split(),
    "书": "藏 购 捐 售 赠 印".split(),
    "行": "外资 中资 国有 股份 城商 农商 民营".split(),
    "厂": "开 关 建 设 扩 停 分 水泥 电池 组装 晶圆 化肥".split(),
}
_DONE_TO = {
    noun: regex(rf"(?:{'|'.join(_KINDS_ZH[last])}){last}")
    for last, nouns in (
        ("店", ("门店", "店铺")),
        ("厂", ("工厂",)),
        ("行", ("银行",)),
        ("票", ("门票", "机票", "车票", "电影票")),
        ("书", ("图书", "书籍")),
    )
    for noun in nouns
} | dict.fromkeys(("患者", "受试者"), regex("入组|收治|接诊|给药|确诊|治愈"))


def is_done_to(subject: str, noun: str) -> bool:
    """Whether what is said last before a number names a noun by its last character."""
    pattern = _DONE_TO.get(noun)
    *_, last = [None, *pattern.finditer(subject)] if pattern else [None]
    if last is None:
        return False
    return not FUNCTION.sub("", subject[last.end() :]).strip("净 ")


def is_kind_of(noun: str, before: str) -> bool:
    """Whether what stands before a noun of one character says which kind it is of."""
    return before in _KINDS_ZH.get(noun, ()) or (noun == "店" and _is_shop(before))


# 12家酒店 are no stores, and in 12家企业开店 nobody counts them.
_NO_SHOP = regex("[酒饭旅客宾开关闭拓扩撤增减设布]$")


def _is_shop(before: str) -> bool:
    """Whether a word says what shops there are: 低效店, 社区生鲜店."""
    is_kind = len(before) <= _KIND and not _NO_SHOP.search(before)
    return is_kind and not FUNCTION.search(before) and not any(map(before.__contains__, NOUNS_ZH))


_KIND = 4  # characters


# By these goods are counted, and no place where they are made or sold: 青岛工厂出货120万台.
_OF_GOODS = frozenset("台辆艘架颗粒枚瓶箱杯盒袋吨部双只件片")
_PLACE = regex(
    "(?:工厂|厂房|[^商]厂|基地|园区|产线|生产线|车间|仓库|门店|店铺|商店|网点|分行|支行|公司|企业|机构|银行|医院|学校|酒店|餐厅)$"
)


def is_of_goods(classifier: str, noun: str) -> bool:
    """Whether a classifier counts goods, and a noun names a place that makes or sells them."""
    return classifier in _OF_GOODS and _PLACE.search(noun) is not None


# 4门轿车 are no four cars: by these machines are counted, and by those what is of one.
_OF_MACHINES = frozenset("台辆部艘架")
_OF_PARTS = frozenset("门轮口头期档级位片张")
# 128线|激光雷达, 6关节|机器人: how many of something one of them has, where 3大|品牌 are counted.
_HAVING = regex(
    "[^大新老小旧外国中民私央子分母总男女副正高好热真假活原前现本该全各大等余多的]"
    "|.{0,4}(?:关节|通道|喷嘴|车道|班制|频段?|端口|插槽|气门|声道|折叠屏?|折屏|[挡档]位?|合一|刀头|工位|腔室|像素|[针引]脚"
    "|轴联动|孔位|气缸|字符|线制|芯片?组|电极|极柱|火头|灶头|键位|灯珠|转子|叶片|桨叶|螺旋桨)"
)


# What is told of a thing by its number: 800万|像素|摄像头, 128|线|雷达.
_SIZES = frozenset("像素 线 通道 声道 关节 轴 核 座 位 档 自由度".split())
_HAVING_SIZES = regex(
    "[前后主]摄|摄像|相机|镜头|传感|感光|[超广]?广角|长焦|雷达|机器人|机床|芯片|处理器|电缆|光缆|耳机|音箱"
)


def is_size_zh(after: str, labels: Sequence[str]) -> bool:
    """Whether a number that describes a thing is the size that one of some labels names."""
    return any(label in _SIZES and after.startswith(label) for label in labels)


def is_of_one(after: str, classifier: str, of: str, noun: str) -> bool:
    """Whether a number says what one of some things has, and counts none of them.

    Args:
        after: What stands behind the number.
        classifier: The classifier that it begins with; "" for none.
        of: The classifier of the label.
        noun: The label's noun.
    """
    if of in _OF_MACHINES and classifier in _OF_PARTS:
        return True
    if noun in _SIZES and classifier:  # 11个800万|像素|摄像头 have not eleven of them
        return _HAVING_SIZES.match(after.partition(noun)[2]) is not None
    return bool(noun) and not classifier and _HAVING.fullmatch(after.partition(noun)[0]) is not None
