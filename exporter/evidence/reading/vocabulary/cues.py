"""What is said around a figure: qualifiers, signs, denials, rates; each word with what it means."""

from collections.abc import Mapping

from exporter.facts.words import Qualifier

Readings = frozenset[Qualifier]
NOTHING: Readings = frozenset()
EXACT = frozenset({Qualifier.EXACT})
ABOUT = frozenset({Qualifier.ABOUT})
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
CAN_REACH = frozenset({Qualifier.UP_TO, Qualifier.EXACT, Qualifier.ABOUT})
STOOD_ON = frozenset({Qualifier.EXACT, Qualifier.OVER, Qualifier.AT_LEAST})

# Phrases are parted by "|", Chinese words by spaces.
_BEFORE_ZH: Mapping[Readings, str] = {
    # Words that only end like a qualifier stop the search: 签约100家 is no "about 100".
    NOTHING: (
        "签约 节约 预约 公约 违约 合约 解约 续约 特约 履约 制约 最近 附近 靠近 邻近 "
        "贴近 临近 反超 赶超 打破 "
        "通过 经过 渡过 度过 只有 仅有 时长达 增至 升至 降至 涨至 跌至 扩大至 收窄至 "
        "提升至 下降至 减至 回升至 "
        "提高至 上升至 增加至 下调至 上调至 突出 超额 超级 超市 超薄 超长 超大 高达万 "
        "到达 抵达 雷达 "
        "比亚迪 不过如此 破产 破解 突破口 近期 近日 近来 近年 亲近 走近 将近来 少于是 "
        "大于是 多亏 由于 位于 用于 处于 "
        "高于 低于市场 超预期 低于预期 高于预期 不及预期 好于预期"
    ).replace(" 高于 ", " "),
    EXACT: (
        "达 达到 已达 仅 只 共 总计 合计 恰好 正好 整整 仅为 只有 为 共有 共计 累计 "
        "总共 刚好 足足 另 另有 达至"
    ).replace(" 只有", ""),
    ABOUT: (
        "约 大约 约为 大约为 约有 大约有 约占 约达 约合 大概 大致 估计 约莫 大抵 粗略 "
        "~ ≈ ≒ 约计 大约是 约是 约达到"
    ),
    NEARLY: "近 将近 接近 几近 逼近 差不多 近乎 几乎 几乎达 接近于 直逼 几达 近达",
    OVER: (
        "超 超过 超出 超越 逾 已逾 突破 多于 大于 高于 高过 不止 不只 不仅 破 冲破 "
        "越过 超逾 有逾 已超 远超 迈过 > 超达 "
        "高出 胜过 大过 站稳 站上 重返 略高于 略超 略超过 稍高于 已超过 已突破 均超 "
        "均超过 首破 首次突破 远超过 远高于 远逾"
    ).replace("站稳 站上 重返 ", ""),
    STOOD_ON: "站上 站稳 重返 重回 重上 升破 涨破",
    AT_LEAST: (
        "至少 最少 不少于 不低于 不小于 最低 起码 不下 不下于 至少有 至少为 >= ≥ ≧ "
        "下限为 不少过 最低为 不弱于 至少达 "
        "至少达到 不得低于 不得少于 至少需 最低限度为 不低過"
    ),
    UP_TO: (
        "最多 至多 不超过 不超 未超过 不高于 不大于 不多于 最高 最大 最高达 最高可达 "
        "最多可达 未超 不得超过 不会超过 "
        "可高达 可支持高达 支持高达 上限为 上限 <= ≤ ≦ 以不超过 最多为 最高为 顶多 "
        "封顶 控制在 限制在 限于 不逾 "
        "最长 最长达 最长可达 最大可达 不应超过 不能超过 上限达 上限是 上限定为 上限设为 限额为"
    ),
    AS_HIGH_AS: "高达 多达 长达 不过 只不过 高至",
    CAN_REACH: "可达 可达到 有望达 有望达到 可望达",
    AS_LOW_AS: "低至 少至",
    UNDER: (
        "不到 未到 低于 不足 少于 小于 不及 未满 不满 未及 跌破 尚不足 < 失守 跌穿 "
        "降破 未达 远低于 降到不足 "
        "已不足 仅不足 尚未达到 略少于 稍低于 下破 还不到 已不到"
    )
    .replace(" 尚未达到", "")
    .replace(" 未达 ", " ")
    .replace(" 稍低于", "")
    .replace(" 略少于", ""),
    JUST_UNDER: "略低于 稍低于 略少于 略逊于 稍少于",
}
_BEFORE_EN: Mapping[Readings, str] = {
    NOTHING: (
        "edged up to|crept up to|stepped up to|moved up to|went up to|inched up to"
        "|ticked up to|picked up to|rose up to|climbed up to"
        "|pushed up to|nudged up to|came up to|was up to|were up to|is up to|are up to"
        "|shot up to|drifted up to|scaled up to|ramped up to"
        "|stood up to|built up to|speeding up to|sped up to|adds up to|added up to"
        "|summed up to|gone up to|go up to|goes up to|jumped up to"
        "|an increase over|up over|increase over|growth over|rise over|improvement over"
        "|gain over|premium over|preferred over"
    ).replace("|up over", ""),
    EXACT: (
        "only|just|exactly|reached|hit|totalled|totaled|a total of|total of|precisely|a further"
        "|another|the|an additional|a record|an extra|further|additional|record|a mere"
        "|mere|fully|all|as of"
    ).replace("|as of", ""),
    ABOUT: (
        "about|around|roughly|approximately|approx|approx.|some|circa|c.|c|ca.|ca|an "
        "estimated|estimated"
        "|in the region of|in the neighborhood of|about a|about an|around a|roughly a"
        "|on the order of about|or so|broadly"
        "|in the vicinity of|in the neighbourhood of|in the area of|something like|more"
        " or less|an approximate|approximating"
    ),
    NEARLY: (
        "nearly|almost|nearing|approaching|nearly a|almost a|just shy of|shy of"
        "|approaches|approached|not far short of|well nigh"
        "|virtually|just short of|a shade under"
    ).replace("|a shade under", ""),
    CLOSE: "close to|near|closing in on",
    OVER: (
        "over|more than|above|exceeding|exceeds|exceeded|exceed|topped|topping|tops|top"
        "|surpassed|surpass"
        "|surpassing|surpasses|passed|beyond|crossed|in excess of|upwards of|upward of|north of"
        "|greater than|higher than|larger than|longer than|well over|over a|more than a"
        "|bigger than|well above|past|passing"
        "|to the north of|better than|more than an|over an|as over|faster than|far "
        "above|far more than|far over|topping out above"
    ),
    JUST_OVER: (
        "just over|slightly over|just above|slightly more than|a little over|a little "
        "more than|a shade over|slightly above|a bit over"
        "|a touch over|little more than|a bit more than|just more than|a little above"
        "|marginally above|marginally over"
    ),
    AT_LEAST: (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of"
        "|minimum|at least a|not below|at the least|no lower than|at a minimum|at "
        "least another|no smaller than|min|min."
    ),
    UP_TO: (
        "up to|at most|no more than|not more than|a maximum of|maximum of|at the most|max|max."
        "|no greater than|not exceeding|up to a|not over|no higher than|capped at"
        "|limited to|not exceed|maximum|up to an|upto|to a maximum of"
        "|at no more than|restricted to|capping|cap of|a cap of|limit of|a limit of"
        "|ceiling of|a ceiling of|up to another|not above|no longer than"
        "|no larger than|a ceiling at|caps at|cap at|limit to|confined to|no better "
        "than|not to exceed|never exceed|not surpass|topping out at|tops out at"
    ),
    AS_HIGH_AS: "as many as|as much as|as high as|as long as|as large as|as big as|as far as",
    AS_LOW_AS: "as few as|as little as|as low as",
    WITHIN: "within|in under|inside",
    UNDER: (
        "under|below|less than|fewer than|lower than|south of|smaller than|not quite|less than a"
        "|under a|shorter than|well below|well under|fell short of|short of|falls "
        "short of|to below|to under|cheaper than|far below|less than an|sub"
    ),
    JUST_UNDER: (
        "just under|just below|slightly under|slightly less than|slightly below|a "
        "little under|a shade under|a little below|a touch under"
        "|a bit under|a little less than|a shade below|a bit below|a bit less than|a "
        "touch below|marginally below|marginally under"
    ),
    ORDER_OF: "on the order of|of the order of|in the order of|order of|to the order of",
}


def _by_words() -> dict[str, Readings]:
    table = {word: readings for readings, words in _BEFORE_ZH.items() for word in words.split()}
    return table | {
        word.replace(".", " .").strip(): readings
        for readings, words in _BEFORE_EN.items()
        for word in words.split("|")
    }


BEFORE = _by_words()
# By the last word of a phrase, how many words such phrases have, the longest first.
LENGTHS = {
    last: tuple(sorted({len(p.split()) for p in BEFORE if p.split()[-1] == last}, reverse=True))
    for last in {phrase.split()[-1] for phrase in BEFORE}
}
# These bound a figure also over a short verb: 至多涨8%.
BOUNDS_ZH = frozenset("至多 至少 最多 最少 不超过 最高 最低".split())
# Only before a bare magnitude: 过亿, 上百.
BEFORE_MAGNITUDE = {
    "过": OVER,
    "上": frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.ORDER_OF}),
}
# Words between a qualifier and its figure that say nothing of it.
FILLERS = frozenset("了 有 为 是 于 到 至 已 人民币 港币 a an".split())

# --- Signs
DOWN_ZH = frozenset(
    "下降 下降了 下滑 下跌 回落 下挫 走低 负增长 萎缩 缩水 倒退 跌 降 下探 大跌 "
    "急跌 暴跌 重挫 收跌 骤降 锐减 大降 微跌 微降 跌去 降了 跌了 挫"
    " 减收 滑落 转跌 续跌 急挫 少增 下行 大减 回撤".split()
)
# The measure may already be a decrease (降幅, 节省): its sign is the metric's affair.
EITHER_ZH = frozenset(
    "减少 降低 削减 缩减 缩短 压缩 节省 节约 收窄 下调 调低 裁减 减持 降幅 跌幅 "
    "减幅 收缩 流失 砍掉 减亏 下降幅度 下滑幅度 降本 减 少 省"
    " 流出 净流出 净减少 净流失 减值 亏 亏损 净亏 净亏损 亏损额 由盈转亏 净亏损额 "
    "亏蚀 亏损净额 溢利减少 裁员 贬值 跌价 赤字 逆差 消耗 少赚 多亏 亏空".split()
)
LOSS_ZH = frozenset("亏 亏损 净亏 净亏损 亏损额 净亏损额 亏蚀 亏损净额 亏空 少赚".split())
GAIN_ZH = frozenset(
    "盈利 净利 收入 营收 利润 净利润 溢利 盈 赚 扭亏 扭亏为盈 转盈 涨幅 增幅 转正".split()
)
# Between one of these and its figure may stand:
BY_ZH = frozenset(
    (
        "了 幅 幅度 幅度为 超预期 达 达到 约 为 近 超 超过 逾 至少 同比 环比 仅 的 均 "
        "各 将 大约 接近 将近 不到 不足 分别 再 按年 按季 按月 不超过 近乎 几乎 共 合计"
    ).split()
)
TO_ZH = frozenset("至 到 从 由 增 升 涨 提升 提高 增长 增加 上升 上涨".split())
DOWN_EN = frozenset(
    "fall falls fell fallen falling drop drops dropped dropping decline declines "
    "declined declining decrease decreases decreased decreasing down slid slide "
    "slides slipped slip slips slipping slumped"
    " slump plunged plunge tumbled tumble sank sink sinks shrank shrunk shrink "
    "shrinks shrinking contracted contracts contract retreated retreat dipped dip "
    "weakened weaken downturn"
    " contraction lower".split()
) - {"lower", "contract", "contracts"}
EITHER_EN = frozenset(
    "cut cuts cutting reduce reduced reduces reducing reduction reductions lowered "
    "lowers lowering lower saved save saves saving savings trim trimmed trims "
    "trimming shorten shortened"
    " shortens shortening narrow narrowed narrows narrowing slash slashed slashes "
    "slashing lost lose loses losing shed sheds ease eased eases easing shaved "
    "shave loss losses burn burned burns burnt outflow"
    " outflows deficit deficits writedown impairment draw drew drained trimmed "
    "removed removing".split()
)
LOST = frozenset("lost lose loses losing shed sheds".split())
LOSS_EN = frozenset("loss losses deficit deficits burn burned outflow outflows".split())
GAIN_EN = frozenset(
    "profit profits revenue revenues income sales gain gains earnings surplus".split()
)
BY_EN = frozenset(
    (
        "by of an a another further the some up about more than around nearly over "
        "roughly almost at least as much just"
    ).split()
)
DOWN_AFTER = frozenset(
    "decline declines decrease drop fall slump contraction downturn plunge slide dip".split()
)
EITHER_AFTER = frozenset(
    (
        "reduction reductions cut cuts saving savings loss losses lower less fewer "
        "cheaper smaller outflow"
    ).split()
)
DOWN_AFTER_ZH = (
    "下降",
    "下滑",
    "下跌",
    "负增长",
    "的下降",
    "的下滑",
    "的下跌",
    "的跌幅下",
    "的负增长",
)
EITHER_AFTER_ZH = ("降幅", "跌幅", "减幅", "亏损", "的降幅", "的跌幅", "的减幅", "的亏损")
NEGATIVE = frozenset({"-", "负", "minus", "negative"})

# --- Denials
NOT_ZH = frozenset(
    (
        "没有 没 未 并未 尚未 仍未 还未 从未 终未 均未 也未 都未 未能 未曾 没能 不会 "
        "不能 不可能 无法 难以 并非 而非 绝非 不是 否认 不再 未必 未有 并没有 并不 "
        "不够 达不到 不了"
    ).split()
)
# What a denial reaches over to the figure that it denies; any other verb keeps it to itself.
REACHED_ZH = frozenset(
    "达到 达 达成 至 超 超过 超出 超越 突破 破 跌破 实现 完成 取得 获 获得 满 到 "
    "有 是 为 收到 形成 拥有 覆盖 接入 开设 开出 增长 提升 提高 上升 上涨 下降 "
    "下滑 减少 增加 降低"
    " 低于 高于 少于 多于 大于 小于 逾 约 近 第 出现 发生 发现 卖出 售出 生产 交付 "
    "产生 盈利 亏损 能 可以 会 曾 再 了 过 全部 真正 如期 支撑 支付 派发 投入 新增 "
    "到达 及 满足 见 能够"
    " 大约 接近 约为 真 已 达至 站上 支持".split()
)
NOT_EN = frozenset(
    "not never neither nor cannot missed miss misses missing denied denies deny "
    "denying no-longer failed fails fail failing unable yet"
    " didn't doesn't don't isn't aren't wasn't weren't hasn't haven't hadn't won't "
    "wouldn't couldn't can't shouldn't".split()
)
REACHED_EN = frozenset(
    "exceed exceeded reach reached hit top topped pass passed surpass surpassed "
    "cross crossed achieve achieved attain attained meet met make made have had "
    "has get got"
    " double doubled triple tripled halve halved be been to its the a an of only "
    "even quite that it yet ever fully actually really their goal target with more "
    "than over about"
    " nearly almost fall fallen drop dropped rise risen grow grown sell sold "
    "deliver delivered earn earned total totalled at under below above any".split()
)
# Not exceed X is X as a bound, where it is said of what will or may be.
MODALS = frozenset("will may must shall should can could would cannot might to".split())
MISSED_AFTER_ZH = ("目标", "指标", "计划", "预期", "承诺")
NOT_MET_ZH = ("未", "没", "落空", "失败")

# --- Rates
SPANS = {
    "秒": "seconds", "分钟": "minutes", "小时": "hours", "天": "days", "日": "days",
    "周": "weeks", "星期": "weeks", "月": "months", "个月": "months", "年": "years",
    "季度": "quarters",
    "second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
    "month": "months", "year": "years", "annum": "years", "s": "seconds", "sec": "seconds",
    "h": "hours", "hr": "hours", "d": "days", "yr": "years",
}  # fmt: skip
ADVERBS = {
    "hourly": "hours",
    "daily": "days",
    "weekly": "weeks",
    "monthly": "months",
    "annually": "years",
    "yearly": "years",
}
# 日均, 月产, 年产能: what is made or sold in a span of time.
MEANS_ZH = {
    f"{span}{what}": SPANS[span]
    for span in "日周月年"
    for what in ("均", "产", "产能", "产量", "处理", "供应", "供水", "吞吐", "供气")
}
