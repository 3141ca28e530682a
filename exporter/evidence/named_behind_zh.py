"""Whether what stands behind a number of Chinese text names what a label does: 17条|产品线, 3人."""

from exporter.engine.regex import regex
from exporter.evidence.kinds_zh import is_kind_of, is_of_one
from exporter.evidence.labels_zh import OF_PEOPLE, split_label
from exporter.evidence.phrases_zh import VERBS, ends_phrase
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS, GENERIC_CLASSIFIERS

_OWN_CLASSIFIERS = (CLASSIFIERS - GENERIC_CLASSIFIERS) | {"座"}
# What 人 begins that is nobody: 3万人次, 86亿人公里; whatever else follows, it is a verb.
_PEOPLE_NOT = tuple(
    "次 工 制 民 均 份 形 机 造 力 事 寿 脸 天 参 体 日 月 年 时 间 行 道 证 车 座 型 物 像 "
    "轿 桌 舱 床 沙 公里 千米 海里".split()
)


# 3国企 are no countries, and 10城商行 no cities.
_BEGINS_WORD = regex("国(?:[企产内际资债营]|有[企资控独银])|城[商投中区乡际管镇]")


def is_named_behind(after: str, classifier: str, rest: str, label: str, *, ends: bool) -> bool:
    """Whether what stands behind a number is a label: 条产品线, or 条 where that says it all."""
    of, noun = split_label(label)
    if label == "人" and classifier in OF_PEOPLE:
        return True
    if label == "人" == classifier and not rest.startswith(_PEOPLE_NOT):
        return True
    if of != classifier and (classifier in {"层", "代"} or {of, classifier} <= _OWN_CLASSIFIERS):
        return False  # 7座SUV has seven seats, and 7辆SUV are seven
    specific = ends or label not in GENERIC_CLASSIFIERS
    is_other = _BEGINS_WORD.match(after) or (noun and _is_compound(after, noun, classifier))
    if is_other or is_of_one(after, classifier, of, noun):
        return False
    if after.startswith(label) and (specific or (noun and len(label) > 1)):
        return True
    if noun and is_head_zh(rest if classifier else after, noun):
        is_certain = of == classifier or classifier not in _OWN_CLASSIFIERS
        is_certain = is_certain and (not of or of == classifier or classifier in _OF_ANYTHING)
        return is_certain or ends_phrase(rest, noun)  # 4艘集装箱船 are no containers
    if len(noun) == 1 and of == classifier in _OWN_CLASSIFIERS and ends_phrase(rest, noun):
        return True  # 6艘双燃料船
    is_generic = of in GENERIC_CLASSIFIERS
    return bool(of) and classifier == of and not noun and (ends or not is_generic)


# 三个品牌|门店数: how many stores they have, and not how many of these there are.
_ARE_NUMBERED = regex("总?数(?![字据码控智]|以)|数量|总量")


def _is_compound(after: str, noun: str, classifier: str) -> bool:
    """Whether a noun behind a number only says of what another one there is: 12个城市站点."""
    said, found, rest = after[:16].partition(noun)
    if not found or len(noun) == 1:
        return False
    if classifier and len(said) > 1 and _ARE_NUMBERED.match(rest):
        return True
    return classifier not in _OF_AN_OWNER and COMPOUND.match(rest) is not None


# Behind a noun these are what the phrase is about: 客户经理 are no customers.
COMPOUND = regex(
    "(?:客户|大区|区域|项目|产品)?(?:经理|店长|主管|代表(?!了)|顾问|专员|家属|负责人|合伙人|工程师|司机|客服|代理|经销商|供应商)"
    "|线(?![上下])|界面|评测|测评|基准|生产线|产线|站点|线路|账户|账号|画像|协议|合同|合伙|产品|系统|设备|终端|平台|中心|基地|园区"
    "|级(?!联)|组(?![成建织装合])|群(?!体)|更新|诉讼|当量|车(?![主企辆型])"
    "|公园|公交|车间|工厂|仓库|项目|培训|课程|接口|插件|芯片|部件|零件|配件|包裹|门店|药房|食堂"
)
_OF_ANYTHING = OF_PEOPLE | {""}  # where 6所乡村学校 are no 个乡村
_OF_AN_OWNER = frozenset("家")  # 12家企业员工: the companies may be counted


def is_head_zh(rest: str, noun: str) -> bool:
    """Whether `rest` begins with a noun, other words before it allowed: AI开发者, 国内企业."""
    before, found, after = rest[:14].partition(noun)
    if not found or any(mark in before for mark in "的，。、；和与及（("):
        return False
    if len(noun) == 1:
        is_kind = not before or is_kind_of(noun, before)
        return is_kind and (not after or after.startswith(VERBS))
    return len(before) <= 8
