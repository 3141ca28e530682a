"""How exact a figure is said to be: about, over, up to, 约, 超过; each word with what it means."""

from collections.abc import Iterable, Mapping
from functools import cache

from exporter.facts.words import Qualifier

Readings = frozenset[Qualifier]
NOTHING: Readings = frozenset()
EXACT = frozenset({Qualifier.EXACT})
ABOUT = frozenset({Qualifier.ABOUT})
ESTIMATED = frozenset({Qualifier.ABOUT, Qualifier.EXACT})
NEARLY = frozenset({Qualifier.NEARLY})
CLOSE = frozenset({Qualifier.NEARLY, Qualifier.ABOUT})
OVER = frozenset({Qualifier.OVER})
AT_LEAST = frozenset({Qualifier.AT_LEAST})
OR_MORE = frozenset({Qualifier.AT_LEAST, Qualifier.OVER})
UP_TO = frozenset({Qualifier.UP_TO})
# "as high as 96%" is said of 96% itself, and of anything up to it.
AS_HIGH_AS = frozenset({Qualifier.UP_TO, Qualifier.EXACT})
AS_LOW_AS = frozenset({Qualifier.AT_LEAST, Qualifier.EXACT})
UNDER = frozenset({Qualifier.UNDER})
WITHIN = frozenset({Qualifier.UP_TO, Qualifier.UNDER})
ORDER_OF = frozenset({Qualifier.ORDER_OF})
JUST_OVER = frozenset({Qualifier.OVER, Qualifier.ABOUT})
JUST_UNDER = frozenset({Qualifier.UNDER, Qualifier.NEARLY, Qualifier.ABOUT})
SHY_OF = frozenset({Qualifier.NEARLY, Qualifier.UNDER})
CAN_REACH = frozenset({Qualifier.UP_TO, Qualifier.EXACT, Qualifier.ABOUT})
STOOD_ON = frozenset({Qualifier.EXACT, Qualifier.OVER, Qualifier.AT_LEAST})

# English phrases are parted by "|", Chinese words by spaces.
_BEFORE_ZH: Mapping[Readings, str] = {
    NOTHING: """
        签约 节约 预约 公约 违约 合约 解约 续约 特约 履约 制约 最近 附近 靠近 邻近
        贴近 临近 租约 条约 契约 邀约 缔约 毁约 换约 订约
        反超 赶超 打破 通过 经过 渡过 度过 只有 仅有 时长达 增至 升至 降至
        涨至 跌至 扩大至 收窄至 提升至 下降至 减至 回升至 提高至 上升至 增加至 下调至
        上调至 扩大到 收窄到 缩小至 缩小到 收敛至 收敛到 放大至 放大到 缩窄至 缩窄到
        加深至 加深到 拉大至 拉大到 突出 超额 超级 超市 超薄 超长 超大 高达万 到达 抵达
        雷达 比亚迪 不过如此
        破产 破解 突破口 近期 近日 近来 近年 亲近 走近 将近来 少于是 大于是 多亏 由于
        位于 用于 处于 低于市场 超预期 低于预期 高于预期 不及预期 好于预期
        最高者 最低者 最多者 最少者 最大者 最长者
        压低至 拉低至 调低至 降低至 走低至 调高至 推高至 拉高至 走高至 抬高至
    """,
    EXACT: """
        达 达到 已达 仅 只 共 总计 合计 恰好 正好 整整 仅为 为 共有 共计 累计 总共
        刚好 足足 另 另有 达至 最高见 最低见 最高报 最低报 最高触及 最低触及 低见 高见
    """,
    ABOUT: """
        约 大约 约为 大约为 约有 大约有 约占 约达 约合 大概 大致 约莫 大抵 粗略
        ~ ≈ ≒ 约计 大约是 约是 约达到 约略 大体 折合约 粗估 料约 约在 约值 约需 大约需
        大约要 约要 或约 约合计
    """,
    ESTIMATED: """
        估计 估计为 料为
    """,
    NEARLY: """
        近 将近 接近 几近 逼近 差不多 近乎 几乎 几乎达 接近于 直逼 几达 近达 几近于
        快到 临近达
    """,
    OVER: """
        超 超过 超出 超越 逾 已逾 突破 多于 多过 大于 高于 高过 不止 不只 不仅 破 冲破
        越过 超逾 有逾 已超 远超 迈过 > 超达 高出 胜过 大过 略高于 略超 略超过 稍高于
        已超过 已突破 均超 均超过 首破 首次突破 远超过 远高于 远逾 再超 再破 双双超过
        双双突破 均突破 均逾 突破了 超过了 超出了 高于了 冲上 攻破 反超至 跨过 跨越
        优于 优过 好于 好过 胜于 强于 强过 快于 快过 长于 重于 略优于 略胜 略胜于
        略好于 略强于 略快于
    """,
    STOOD_ON: """
        站上 站稳 重返 重回 重上 升破 涨破
    """,
    AT_LEAST: """
        至少 最少 不少于 不低于 不小于 最低 起码 不下 不下于 至少有 至少为 >= ≥ ≧
        下限为 不少过 最低为 不弱于 至少达 少说 少说也 少说也要 少说也有 少说有 少说要
        下限 下限设为 下限设在 下限定为 下限定在 下限在 下限是 下限达
        至少要 至少得 起码要 起码有 不会低于 不会少于 不能低于 不应低于 保底 至少达到
        不得低于 不得少于 至少需 最低限度为 不低過
        至少须 至少须为 至少须达 至少须有 至少须占 至少应为 至少应达 至少应有 至少需为 至少需达
        至少必须为 至少必须达到 最少须 最少须为 最少须达 最低须 最低须为 最低须达 最低应为 最低需
    """,
    UP_TO: """
        最多 至多 不超过 不超 未超过 不高于 不大于 不多于 最高 最大 最高达 最高可达
        最多可达 未超 不得超过 不会超过 可高达 可支持高达 支持高达 上限为 上限 <= ≤ ≦
        以不超过 最多为 最高为 顶多 封顶 控制在 限制在 限于 不逾 最长 最长达 最长可达
        最大可达 不应超过 不能超过 上限达 上限是 上限定为 上限设为
        上限设在 上限定在 上限在 限额为 撑死 撑死也就
        顶多也就 不会高于 不得高于 不可超过 不允许超过 不能高于 封顶于 上限不超过 最多不超过
        最高不超过 充其量 限购 限领 限投 限报 限载 限流 限额 限用 限借 限提 限换 限乘 限带 限填
        最多可 最多可为 最多须为 最多应为 至多须为 至多应为 至多可 至多可为
        最高须为 最高应为 最高可为
    """,
    AS_HIGH_AS: """
        高达 多达 长达 不过 只不过 高至 限量 上限放宽至 上限提高至 上限提高到 上限上调至 上限下调至
        上限调整为 上限调整至 上限提至 上限升至 上限降至 上限扩大至 上限提升至 上限增至 上限调至
    """,
    CAN_REACH: """
        可达 可达到 有望达 有望达到 可望达
    """,
    AS_LOW_AS: """
        低至 少至 下限提高至 下限上调至 下限下调至 下限调整为 下限调整至 下限降至 下限升至 下限调至
    """,
    UNDER: """
        不到 未到 低于 不足 少于 小于 不及 未满 不满 未及 跌破 尚不足 < 失守 跌穿
        降破 远低于 降到不足 尚不到 远不到 仅不到 不敌 低过 少过 未足 不及于 远不及
        跌至不足 降至不足 不足于 已不足 仅不足 下破 还不到 已不到
        劣于 逊于 差于 差过 弱于 弱过 慢于 慢过 短于 轻于
    """,
    JUST_UNDER: """
        略低于 稍低于 略少于 略逊于 稍少于 稍逊于 略弱于 稍弱于 略差于 略慢于
    """,
}  # fmt: skip
_BEFORE_EN: Mapping[Readings, str] = {
    NOTHING: """
        edged up to | crept up to | stepped up to | moved up to | went up to | inched up to |
        ticked up to | picked up to | rose up to | climbed up to | pushed up to | nudged up to |
        came up to | was up to | were up to | is up to | are up to | shot up to | drifted up to
        | scaled up to | ramped up to | stood up to | built up to | speeding up to | sped up to
        | adds up to | added up to | summed up to | gone up to | go up to | goes up to | jumped
        up to | an increase over | increase over | growth over | rise over | improvement over |
        gain over | premium over | preferred over | spread over | split over | phased over |
        staggered over | handed over | hand over | hands over | handing over | taken over | took
        over | take over | takes over | taking over | carried over | carry over | carrying over
        | rolled over | roll over | rolling over | turned over | turn over | turning over
        | control over | presided over | presides over | preside
        over | presiding over | dispute over | disputes over | row over | lawsuit over | talks over
        | jurisdiction over | watch over | oversight over | victory over | lead over | advantage
        over | discount over
    """,
    EXACT: """
        only | just | exactly | reached | hit | totalled | totaled | a total of | total of |
        precisely | a further | another | the | an additional | a record | an extra | further |
        additional | record | a mere | mere | fully | all
    """,
    ABOUT: """
        about | around | roughly | approximately | approx | approx. | some | circa | c. | c |
        ca. | ca | an estimated | estimated | in the region of | in the neighborhood of | about
        a | about an | around a | roughly a | on the order of about | or so | broadly | in the
        vicinity of | in the neighbourhood of | in the area of | something like | more or less |
        an approximate | approximating
    """,
    NEARLY: """
        nearly | almost | nearing | approaching | nearly a | almost a | approaches | approached
        | well nigh | nigh on | all but | nearly another | almost another | bordering on | virtually
        | the better part of | the best part of
    """,
    SHY_OF: """
        just shy of | shy of | just short of | not far short of | a whisker short of | a little
        short of | a hair under | a whisker under | a hair below | a whisker below | a whisker
        shy of | a touch shy of
    """,
    CLOSE: """
        close to | near | closing in on | close on | close upon | getting on for
    """,
    OVER: """
        over | more than | above | exceeding | exceeds | exceeded | exceed | topped | topping |
        tops | top | surpassed | surpass | surpassing | surpasses | passed | beyond | crossed |
        in excess of | upwards of | upward of | north of | greater than | higher than | larger
        than | longer than | well over | over a | more than a | bigger than | well above | past
        | passing | to the north of | better than | more than an | over an | as over | faster
        than | far above | far more than | far over | topping out above | outstripped |
        outstripping | eclipsed | eclipsing | breached | breaching | broke through | broken
        through | breaking through | rose through the | climbed through the | burst through the |
        smashed through the | pushed through the | surged through the | broke above |
        to over | to above
    """,
    JUST_OVER: """
        just over | slightly over | just above | slightly more than | a little over | a little
        more than | a shade over | slightly above | a bit over | a touch over | little more than
        | a bit more than | just more than | a little above | marginally above | marginally over
    """,
    AT_LEAST: """
        at or above | at or over | greater than or equal to | more than or equal to | equal to or
        more than | equal to or greater than | above or at |
        at least | no fewer than | no less than | not less than | not fewer than | a minimum of
        | minimum of | a floor of | at the very least | minimum | at least a | not below | at
        the least | no lower than | at a minimum | at least another | no smaller than | min |
        min.
    """,
    UP_TO: """
        at or below | at or under | less than or equal to | equal to or less than | below or at |
        equal to or below | up to and including |
        up to | at most | no more than | not more than | a maximum of | maximum of | at the most
        | max | max. | no greater than | not exceeding | up to a | not over | no higher than |
        capped at | limited to | not exceed | maximum | up to an | upto | to a maximum of | at
        no more than | restricted to | capping | cap of | a cap of | limit of | a limit of |
        ceiling of | a ceiling of | up to another | not above | no longer than | no larger than
        | a ceiling at | caps at | cap at | limit to | confined to | no better than | not to
        exceed | never exceed | not surpass | topping out at | tops out at | top out at |
        max out at | at the very most |
        not in excess of | in no event exceed | in no case exceed
        | under no circumstances exceed | a cap at | a limit at | maxing out at | maxes out at
        | at best
    """,
    AS_HIGH_AS: """
        as many as | as much as | as high as | as long as | as large as | as big as | as far as
        | topped out at | maxed out at
    """,
    AS_LOW_AS: """
        as few as | as little as | as low as
    """,
    WITHIN: """
        within | in under | inside
    """,
    UNDER: """
        under | below | less than | fewer than | lower than | south of | smaller than | not
        quite | less than a | under a | shorter than | well below | well under | fell short of |
        short of | falls short of | to below | to under | cheaper than | far below | less than
        an | fell through the | falling through the | dropped through the | slid through the | sank
        through the | slipped through the | tumbled through the | plunged through the | broke below
        | sub | beneath | sub - | underneath | weaker than
    """,
    JUST_UNDER: """
        just under | just below | slightly under | slightly less than | slightly below | a
        little under | a shade under | a little below | a touch under | a bit under | a little
        less than | a shade below | a bit below | a bit less than | a touch below | marginally
        below | marginally under
    """,
    ORDER_OF: """
        on the order of | of the order of | in the order of | to the order of
    """,
}  # fmt: skip


# 不得多于 and 不准超过 are ceilings, 不能低于 is a floor: any of these before any of those.
_NEGATED_ZH = """
    不 不得 不能 不可 不会 不应 不应当 不宜 不准 不许 不允许 不该 不可以 不要 严禁 禁止
    切勿 绝不 绝不能 决不 决不能 均不 均不得 拟不 未
""".split()
_MORE_ZH = (
    "超过 超出 超 逾 逾越 高于 高出 高过 多于 多过 大于 大过 长于 长过 重于 快于 快过 优于 优过 "
    "好于 好过 强于 强过"
).split()
_LESS_ZH = (
    "少于 少过 低于 低过 小于 小过 短于 短过 轻于 慢于 慢过 劣于 逊于 差于 差过 弱于 弱过".split()
)
# What a heading says, with a colon: 报销上限：2万元.
_HEADS_ZH = {
    UP_TO: "上限 限额 最高 最多 至多 最大 最长 封顶".split(),
    AT_LEAST: "下限 最低 最少 至少 起点".split(),
}


def _by_words() -> dict[str, Readings]:
    table = {f"{no}{more}": UP_TO for no in _NEGATED_ZH for more in _MORE_ZH}
    table |= {f"{no}{less}": AT_LEAST for no in _NEGATED_ZH for less in _LESS_ZH}
    for said, heads in _HEADS_ZH.items():
        table |= {f"{head} {colon}": said for head in heads for colon in ":："}
    table |= {word: readings for readings, words in _BEFORE_ZH.items() for word in words.split()}
    return table | {
        " ".join(word.replace(".", " .").split()): readings
        for readings, words in _BEFORE_EN.items()
        for word in words.split("|")
    }


def _lengths(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for words in map(str.split, phrases):
        lengths.setdefault(words[-1], set()).add(len(words))
    return {last: tuple(sorted(found, reverse=True)) for last, found in lengths.items()}


BEFORE = _by_words()
# By the last word of a phrase, how many words such phrases have, the longest first.
LENGTHS = _lengths(BEFORE)
# "May not be more than 9%" bounds it: what stands between "not" and the comparison.
VERBS_OF_BOUNDS = frozenset(
    "be rise fall go drop cost take last stay run sink slip climb grow pay hold own get been risen "
    "rose fallen fell went gone dropped sunk sank slipped dipped climbed stayed come came "
    "had have employed pays costs takes lasts holds owns earns gets".split()
)
# Attendance is restricted to 12,000: over what is restricted.
RESTRICTING = frozenset(
    "limit limits limited limiting restrict restricts restricted restricting confine confines "
    "confined confining ration rations rationed rationing curb curbs curbed curbing".split()
)
# These bound a figure also over a short verb: 至多涨8%; an adverb also over a longer one, with
# what may be or must: 最多只能买5张.
BOUNDS_ZH = frozenset("至多 至少 最多 最少 不超过 最高 最低".split())
ADVERBS_ZH = frozenset(
    (
        "至多 最多 顶多 充其量 至少 最少 起码 少说 大约 大概 大致 大抵 约莫 约摸 大体 差不多 粗略"
    ).split()
)
# Only before a bare magnitude: 过亿, 上百, 小一个亿.
BEFORE_MAGNITUDE = {
    "过": OVER,
    "上": frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.ORDER_OF}),
    "小": JUST_UNDER,  # 小一个亿
}
# Words between a qualifier and its figure that say nothing of it.
FILLERS = frozenset("了 有 为 是 于 到 至 已 其 人民币 港币 等值 等值于 a an".split())


@cache
def both(one: Readings, other: Readings) -> Readings:
    """Two sayings about one figure together; it is exact only where neither denies that.

    高达 alone leaves 96% exact; 高达…量级 does not.
    """
    if not one or not other:
        return one or other
    for first, second in ((one, other), (other, one)):
        if second <= OR_MORE and Qualifier.UP_TO in first:  # 可达9000次以上
            return second
    return (one | other) - EXACT | (one & other & EXACT)
