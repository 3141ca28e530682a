"""The classifier and the noun of a Chinese label: 条产品线 is 条 and 产品线, 套餐 a noun alone."""

from exporter.evidence.reading.vocabulary.nouns import is_noun
from exporter.evidence.reading.vocabulary.units import CLASSIFIED_NOT, CLASSIFIERS

_STRICT = frozenset(
    "个名位辆艘架台张座间家项件条款只支枚颗笔份套部户块片株棵头匹粒杯瓶盒箱包袋例宗列趟幢次种类门批组处所栋场轮口把朵幅盏篇本册顶羽帧筐捆封双剂针道根起首尾节对通曲堂柜期桶罐卷串束群窝伙樽壶坛缸锭档"
    "班席集季届桌听碗餐站副段页尊枝樘贴锅盘挺"
)
OF_PEOPLE = frozenset("名位")
_WHOLE = (
    "家庭", "项目", "门店", "部门", "条款", "包裹", "座位", "座席", "套餐", "位置", "份额", "次数",
    "种子", "户型", "头寸", "箱体", "处方", "类别", "件数",
    "张数", "台风", "人次", "家电", "部件", "片区", "台站", "组件", "块钱", "名额", "位次", "支付",
    "包装", "批次", "处理器", "所得", "场景", "场次", "场地", "场馆", "场所", "场合", "轮胎",
    "轮船", "轮次", "口罩", "口岸", "把手", "把关", "幅度", "篇幅", "本科", "本金", "本地", "本土",
    "本外币", "本币", "本部", "本级", "本行",
    "册子", "册页", "顶级", "顶部", "顶尖", "顶层", "顶流",
    "羽绒", "羽毛", "封装", "封测", "封面", "双人", "双语", "双创", "双卡", "双方", "双轨",
    "剂量", "剂型", "针剂",
    "针织", "道路", "道具", "双胞胎", "针灸", "根据", "根部", "双体", "双层", "双子",
    "班车", "班次", "班组", "班级", "班轮", "班列", "班子", "班主任", "集团", "集装箱", "集群",
    "集体", "集成", "集市", "集采", "集合", "季度", "季节", "季报", "桌面", "桌子", "桌椅", "桌游",
    "听众", "听证", "听力", "听障", "餐厅", "餐饮", "餐馆", "餐具", "餐车", "站点", "站台", "站房",
    "站长", "副总", "副主", "副行", "副本", "副产", "副店", "段落", "段位", "页面", "页岩", "页码",
    "贴片", "贴膜", "贴纸", "锅炉", "锅具", "盘面", "盘子", "盘片", "盘点",
)  # fmt: skip
_SHORT = frozenset(
    (
        "辆车 艘船 家店 间店 座桥 台车 架机 匹马 棵树 株苗 只羊 头羊 头牛 头猪 "
        "只鸡 只鸭 只鹅 条鱼 座城 座山 间房 栋楼 幢楼 座楼 座塔 张床 条船 个站 "
        "口井 眼井 支笔 把椅 张票 张卡 本书 册书 封信 部车 盏灯 扇门 顶帽 双鞋 条街 条河 "
        "把伞 匹布 根桩"
    ).split()
)


def split_label(label: str) -> tuple[str, str]:
    """A label's classifier and its noun: 条产品线 is 条 and 产品线, 艘 a classifier alone."""
    if len(label) == 1:
        return (label, "") if label in CLASSIFIERS else ("", label)
    if label[0] in _STRICT and is_noun(label[1:]) and len(label) > 2:
        return label[0], label[1:]  # 台风机 are 风机
    if (
        label.startswith(_WHOLE)
        or label.startswith(CLASSIFIED_NOT)
        or label[0] not in _STRICT
        or (len(label) == 2 and label not in _SHORT)
    ):
        return "", label
    return label[0], label[1:]
