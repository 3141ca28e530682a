"""The noun behind a number of Chinese text."""

import re

from exporter.drafting.figures.counted_zh import WHY_ZH
from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex
from exporter.evidence.phrases_zh import FUNCTION, VERBS, begins_rest
from exporter.evidence.reading.vocabulary.nouns import is_noun
from exporter.evidence.reading.vocabulary.units import CLASSIFIED_NOT, CLASSIFIERS

HAN = regex("[\u4e00-\u9fffA-Za-z]")


_VERBS = tuple(word for word in VERBS if len(word) > 1 or word in "，。；、：（(的“")


_STOPS = tuple(
    (
        "合共 合计 设有 招募 开展 签署 替换 "
        "全面 陆续 先后 正式 同时 接入 投入 参与 跑在 来自 认为 表示 选择 使用 受伤 死亡 无法 "
        "没有 实施 进行 启动 "
        "处于 属于 集中在 出席 遭 授出 赔偿 上岗 加入 离职 入职 到场 落户 到岗 就位 飞往 飞了 "
        "爬上 爬到 跑了 走进 涌入 奔赴 抢购 排队 抵达 "
        "驶入 驶出 起降 执飞 出动 穿梭 服役 待命 报名 在国内 在海外 在全国 "
        "做 打算 愿意 希望 会于 会在 将于 能够 可以 已经 正在 即将 集体 共同 全部 悉数 "
        "获得 收到 发表 投了 组成 构成 作为 成为"
    ).split()
)


def noun_in(said: str) -> str:
    """The noun that words begin with, up to the verb behind it."""
    for at in range(1, len(said) + 1):
        rest = said[at:]
        if (
            rest
            and (FUNCTION.match(rest) or WHY_ZH.match(rest) or rest.startswith((*_VERBS, *_STOPS)))
            and not is_noun(said[: at + 1])
        ):
            return said[:at]
        if rest and is_noun(said[:at]) and begins_rest(rest):
            return said[:at]
    return said


# Nouns that begin as a verb does.
_NOUNS = tuple(
    (
        "在线 在研 在售 在建 在营 在运 在手 在管 在租 在产 在途 就业 上市 在职 在校 进口 出口 "
        "新能源 中小 有效 无人 下游 上游 投资 用户 对公 未成年 正式 "
        "获奖 新房 新车 新店 新品 增值 降噪 建筑 购物 交易 交付中心 运营 使用者 中标 中国 中型 "
        "接口"
    ).split()
)


# 驰岳X7|无人车
_MODEL = regex(
    "([\u4e00-\u9fff]{0,4}[A-Z][A-Za-z]*-?[0-9]+[A-Za-z]*(?:系列|型)?)([\u4e00-\u9fff]{2,}.*)"
)


def _behind_size(site: Site) -> str:
    """What stands behind a number and the size of its things: 两座|日熔量均为1000吨的|窑炉."""
    noun = site.figure.noun
    is_led = noun[:1] in CLASSIFIERS and site.behind.startswith(noun[0])
    return noun if is_led and not site.behind.startswith(noun) else ""


def counted_noun(site: Site) -> tuple[str, str]:
    """The classifier and the noun behind a number; "" for what is not there."""
    said = re.split(r"[，。；：！？、（(\s]", _behind_size(site) or site.behind, maxsplit=1)[0]
    said = re.sub(r"^(?:余|多|来|几|(?:万|亿)?(?:级|量级)(?=参数))", "", said)
    classifier = ""
    if (
        said[:1]
        and said[0] in CLASSIFIERS
        and not said.startswith(CLASSIFIED_NOT)
        and not is_noun(said[:2])
    ):
        classifier, said = said[0], said[1:]
        if said.startswith("次") and classifier in "人架班车":
            classifier, said = f"{classifier}次", said[1:]
    if classifier and site.figure.noun == classifier:
        return classifier, ""  # 从400万台|提高到550万台: nothing of it is counted
    said = re.sub(r"^大?关口?(?=$)", "", said)
    said = re.sub(r"^(?:左右|以上|的|余|多|[0-9.,]+[万亿]?[座寸吨级英]*)", "", said)
    if re.match("参数", said):
        return classifier, "参数规模"
    if not said or (begins_rest(said) and not is_noun(said[:2]) and not said.startswith(_NOUNS)):
        return classifier, ""
    model = _MODEL.match(said)
    noun = f"{model[1]}{noun_in(model[2])}" if model else noun_in(said)
    noun = re.sub("(?<=[者户人员家店企])[中里]$", "", noun)
    return classifier, noun if len(noun) <= 10 and HAN.match(noun) else noun[:10]
