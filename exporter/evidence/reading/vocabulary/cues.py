"""What is said of a figure's sign, what is denied, and what a figure is per."""

# --- Signs
DOWN_ZH = frozenset(
    "下降 下降了 下滑 下跌 回落 下挫 走低 负增长 萎缩 缩水 便宜 便宜了 倒退 跌 降 下探 大跌 "
    "急跌 暴跌 重挫 收跌 骤降 锐减 大降 微跌 微降 跌去 降了 跌了 挫"
    " 急降 骤跌 猛跌 跳水 下落 滑坡 走跌 下移 陡降 大幅下降 双降 齐跌"
    " 减收 滑落 转跌 跌掉 掉 掉了 续跌 急挫 少增 下行 大减 回撤 回吐 衰退 负成长".split()
)
# The measure may already be a decrease (降幅, 节省): its sign is the metric's affair.
EITHER_ZH = frozenset(
    "减少 降低 削减 缩减 缩短 压缩 节省 节约 收窄 下调 调低 裁减 减持 降幅 跌幅 "
    "减幅 收缩 流失 砍掉 减亏 下降幅度 下滑幅度 下跌幅度 回落幅度 回撤幅度 最大回撤 平均回撤 回撤率"
    " 最大跌幅 最大降幅 降本 减 少 省"
    " 缩小 收敛 摊薄 缩窄 下修 砍 砍去 裁去 核减 削去 压降 压减 压低 拉低 省下 省去 让利 抹去 蒸发"
    " 减轻 减小 减缓 减慢 降价 减价 损失 净损失 低 低了"
    " 流出 净流出 净减少 净流失 减值 亏 亏损 净亏 净亏损 亏损额 由盈转亏 净亏损额 "
    "亏蚀 亏损净额 溢利减少 裁员 贬值 跌价 赤字 逆差 消耗 少赚 多亏 亏空"
    " 降息 减息 降准 净回笼 净赎回 净偿还 净减持 净减员".split()
)
# What is done to a figure, before 为 and 成: 下调为3.8% is 3.8 %.
CHANGED_ZH = frozenset(
    "下调 调低 减少 降低 削减 缩减 缩短 压缩 收窄 裁减 收缩 缩小 缩窄 下修 压低 拉低 压降 压减 "
    "核减 砍 减 减小 减缓".split()
)
LOSS_ZH = frozenset("亏 亏损 净亏 净亏损 亏损额 净亏损额 亏蚀 亏损净额 亏空 少赚".split())
# Who makes a loss, by the first character: the number of 亏损企业 is none.
LOSERS_ZH = frozenset("企业面户门公项子板店大")
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
TO_ZH = frozenset(
    "至 到 从 由 增 升 涨 提升 提高 增长 增加 上升 上涨 上行 攀升 跃升 走高 抬升 拉升 反弹".split()
)
DOWN_EN = frozenset(
    "fall falls fell fallen falling drop drops dropped dropping decline declines "
    "declined declining decrease decreases decreased decreasing down slid slide "
    "slides slipped slip slips slipping slumped"
    " slump plunged plunge tumbled tumble sank sink sinks shrank shrunk shrink "
    "shrinks shrinking contracted contracting contracts contract retreated retreat dipped dip "
    "weakened weaken downturn"
    " contraction plummet plummets plummeted plummeting crash crashed crashes crater cratered "
    "skid skidded nosedived nosedive sagged sag subsided subside dwindled dwindle receded recede "
    "waned tanked dived slumping plunging tumbling sinking retreating weakening lower ease eased "
    "eases easing softened softens cooled cools moderated moderates off backward backwards "
    "gave give gives giving given".split()
) - {"lower", "contract", "contracts"}
GIVING = frozenset("gave give gives giving given".split())  # gave back 3.2%
# Down behind one of these is no fall: took down listings, shut down plants.
DONE_DOWN = frozenset(
    "take takes took taken taking shut shuts shutting close closes closed closing break broke "
    "lay laid put puts track tracked tear tore torn strip stripped stand stands stood step stepped "
    "hand handed pass passed set sat knock knocked gun hunt hunted count counted marked".split()
)
# Down behind one of these and before what is counted: turned down 340, and shares turned down 3%.
REFUSED = frozenset(
    "turn turns turned turning vote votes voted voting strike strikes struck striking melt melts "
    "melted shoot shot".split()
)
# Here it is one, whose sign the metric says: paid down debt, brought down costs by 5%.
BROUGHT_DOWN = frozenset(
    "pay pays paid paying bring brings brought bringing write writes wrote written draw draws "
    "drew drawn drawing wind winds wound winding run ran running drive drives drove driven".split()
)
EITHER_EN = frozenset(
    "cut cuts cutting reduce reduced reduces reducing reduction reductions lowered "
    "lowers lowering lower saved save saves saving savings trim trimmed trims "
    "trimming shorten shortened"
    " shortens shortening narrow narrowed narrows narrowing slash slashed slashes "
    "slashing lost lose loses losing shed sheds  shaved "
    "shave loss losses burn burned burns burnt outflow"
    " tighten tightens tightened tightening compress compresses compressed pare pares pared lop "
    "lopped curtailed curbed axe axed axes scrapped dented "
    "erode eroded knocked forfeited sacrificed discount discounted undercut "
    " outflows deficit deficits writedown impairment draw drew drained trimmed "
    "removed removing bled bleed bleeds bleeding slowed".split()
)
# What stands so much lower has fallen: is 6% lower, closed 6% lower.
STANDS = frozenset(
    "is are was were be been being closed ended finished traded opened settled".split()
)
LOST = frozenset("lost lose loses losing shed sheds".split())
LOSS_EN = frozenset("loss losses deficit deficits burn burned outflow outflows".split())
# Behind a loss or a discount these make a name: the loss ratio, the discount rate.
COMPOUNDS = frozenset(
    "ratio ratios rate rates rating factor factors window store stores retailer retailers chain "
    "chains airline airlines card cards broker brokers given reserve reserves allowance making "
    "adjuster adjusters leader leaders".split()
)
GAIN_EN = frozenset(
    "profit profits revenue revenues income sales gain gains earnings surplus inflow "
    "earned earns raised received invested "
    "inflows".split()
)
BY_EN = frozenset(
    (
        "by of an a another further the some up about more than around nearly over "
        "roughly almost at least as much just back between annualised annualized"
    ).split()
)
DOWN_AFTER = frozenset(
    "decline declines decrease drop fall slump contraction downturn plunge slide dip".split()
)
EITHER_AFTER = frozenset(
    (
        "reduction reductions cut cuts saving savings loss losses lower less fewer "
        "cheaper smaller weaker softer outflow below"
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
    " 大约 接近 约为 真 已 达至 站上 支持 回 回到 恢复 回升 重回 守住 保住 收复 兑现 收回"
    " 关闭 关停 造成 导致 引发 募集 裁减 裁撤 裁员 撤销 取消 签下 签订 签署 收购 买入 购入"
    " 涨价 降价 提价 调价 加价 上调 下调 裁掉 缩水 流失 大涨 大跌"
    " 出售 筹集 募得 偿还 缴纳 缴足 交付 缩短 压缩 削减 提高到 控制在".split()
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
    "deliver delivered earn earned total totalled at under below above any"
    " grow rise gain increase decline climb improve by true correct happen"
    " raise raised lower lowered cut increased decreased reduce reduced hire hired open opened"
    " close closed lose lost buy bought ship shipped add added win won receive received receiving"
    " worth"
    # What is not expected, planned or spent is no figure of the text's.
    " expect expecting plan planning intend intending anticipate forecast foresee spend pay".split()
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
    for what in (
        "租金",
        "租",
        "薪",
        "均",
        "产",
        "产能",
        "产量",
        "处理",
        "供应",
        "供水",
        "吞吐",
        "供气",
        "供餐",
        "需求",
        "需求量",
        "消费量",
        "接诊",
        "分拣",
        "加工",
        "灌装",
    )
} | {"时速": "hours"}
# 日熔量, 年吞吐能力: how much of something is done in a span of time.
_DONE_ZH = """
    处理 熔 熔化 发电 供电 用电 供水 用水 供气 用气 供热 吞吐 运输 输送 输 运 开采 采 采油 加工
    消耗 耗 耗煤 耗电 耗水 排放 屠宰 出栏 生产 焚烧 分拣 灌装 印刷 冶炼 压榨 提纯 充装 产油 产气
    产煤 制氢 装卸 通过 配送 产销 净水 产水 淡化
""".split()
MEASURES_ZH = {
    f"{span}{done}{measure}": SPANS[span]
    for span in "日周月年"
    for done in _DONE_ZH
    for measure in ("量", "能力", "规模", "")
    if measure or len(done) > 1  # 日耗电|38万千瓦时
}
