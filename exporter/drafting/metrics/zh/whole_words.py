"""Words of two characters that a cut must not part: 使用|人次 is no 使|用人次, 合同 no 合|同.

What leads to a name (使, 会, 现) and what links it to its number (同, 计, 标) are often one
character, with which a longer word may begin or end.
"""

import re

from exporter.engine.regex import regex

# Attributes and nouns that begin as a lead does; a verb behind a lead is none (将交付, 已售出).
_BEGIN = (
    "预测模型 预测系统 预测算法 "
    "使用(?!户) 使命 使馆 使者 令牌 让利 让渡 获客 获奖 要约 要素 要客 要价 并表 并网 "
    "并购 并轨 并发(?![布行放出售展起]) 会员 会议 会展 会计 会务 会费 会诊 会所 会籍 会场 "
    "可售 可租 可控 可视 可穿戴 可回收 可降解 可折叠 可变 可采 可追溯 可编程 可持续 现场 "
    "现券 现汇 现制 现磨 现浇 现存 现代 再生(?!产) 再利用 再循环 再就业 再入院 再担保 "
    "再投资 才艺 才智 因素 因子 以太 以租 以数 据点 据守 按需 按揭 按摩 按键 按钮 按量 "
    "在库 在线 在岸 在保 在贷 在制 在编 在读 在播 在映 在修 在造 在培 就餐 就医 就学 就近 "
    "约车(?!辆) 约课 约定 约旦 即期 即配 即热 即开 即食 即溶 共创 共建 共有产权 共管 共保 "
    "还款 还贷 还本 还原 还建 已售(?!出) 已签约面积 已开发面积 已投保 已实现价格 "
    "其余(?=..) 此类 料号 料液 令吉 都会 仍有效 则例 及早 亦庄 拟在建 拟售 该院 如厕 或有 "
    "也门 且末 把手 把件 与会 约束 了望 的确"
).split()
BEGINS = f"(?:{'|'.join(_BEGIN)})"
# Nouns that end as a link does.
_END = (
    "合同 胡同 协同 设计 审计 会计 统计 温度计 展会 峰会 协会 商会 大会 布会 介会 乐会 "
    "唱会 董事会 谈会 晚会 讨会 聘会 学会 交会 工会 委会 庙会 商标 招标 投标 中标 车标 "
    "国标 路标 坐标 图标 鼠标 超标 鉴定 认定 评定 核定 供给 补给 技改 旧改 房改 目录 收录 "
    "记录 名录 所得 心得 建设 理由 村落 院落 船只 舰只 日报 晚报 周报 海报 举报 申报 研报 "
    "简报 预报 快报 情报 文创 首创 原创 科创 爆破 雷达 马达 要约 邀约 租约 履约 违约 公约 "
    "偿还 归还 返还 规则 细则 准则 许可 行为 供应 响应 反应 感应 效应 成就 成都 首都 附近 "
    "变更 存在 捕获 查获 破获 手写 自由 锦标 绿标 双标"
).split()
_SPLIT = regex(f"(?:{'|'.join(re.escape(one) for one in _END)})$")


def ends_whole(said: str) -> bool:
    """Whether words end with one whose last character is no link."""
    return _SPLIT.search(said) is not None
