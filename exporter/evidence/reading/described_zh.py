"""What a classifier counts behind the size of the thing: 6台|功率480千瓦的|充电桩."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS

# 6台|功率|480千瓦的充电桩, 30辆|12米长的公交车: a classifier, and what the thing measures.
_MEASURING = regex(
    "[\u4e00-\u9fff](?:"
    "(?:[年月日总单均]|平均|单[机体笔户车]|额定|最[高大长低小]|起[重飞]|员工|注册|设计|存储|电池|车身|建筑|占地"
    "|使用|发行|募资|投资|交易|合同|处理|生产|常住|户籍|从业|在职|储存|剩余|输出|输入)*"
    "(?:功率|容量|[单售总均底]?价格?|价值|[总金余]?额|规模|市值|估值|营收|收入|利润|面积|[车船全总]?[长宽高深重]度?|体积|直径|跨度"
    "|重量|载[重客]量?|负[载荷]|运力|产[能量]|能力|[时航流车网]?速度?|续航|[航里]程|期限|年限|寿命|年?龄|账[期龄]|人[数口]|员工数?"
    "|[排储熔]水?量|容积|精度|像素|口径|吨位|[箱座客]位数?|[显内缓]存|功耗|压[力强]|温度|浓度|剂量|毛利率|增速|占比|厚度?|力|制程|户数|评分|[年月]?利[率息]|票面|[年月日][产销供]"
    "|拥有|设有|配有|配备|搭载|内置|带有|附带|装有|可?容纳|可[载装乘坐住供]|[搭运乘]?载|涉及|总计|合计|(?<=[年月日])(?:处理|加工|发电|吞吐|输送|屠宰|焚烧))"
    "(?:[在为达约过超有均仅各共都]|分别)?)?"
)
_THE_THING = regex("[^，。；：、和及与0-9\\s（）()]{0,6}?的(?=[\u4e00-\u9fffa-z])(?!是|为|在)")


def described_zh(noun: str, following: Quantity, text: Text) -> str:
    """The classifier behind a number, and what a second number says the size of; "" for none."""
    if noun[:1] not in CLASSIFIERS or _MEASURING.fullmatch(noun) is None:
        return ""
    end = _end_of_range(text, following.end)
    thing = _THE_THING.match(text.lower, end)
    if thing is None and noun[1:2] in _SPANS_ZH:  # 两条年产20万吨|生产线
        thing = _PLANT.match(text.lower, end)
    return noun[0] + _behind(text, thing.end()) if thing else ""


_SPANS_ZH = frozenset("年月日")
_PLANT = regex(
    "(?=[^，。；：、的和及与0-9\\s（）()]{0,8}?(?:线|厂|站|场|基地|装置|项目|工程|车间|炉|窑|船|矿|井|机|泵|设备|系统))"
)
_TO_ANOTHER = regex("(?:至|到|-|~|—)[0-9][0-9.,]*")


def _end_of_range(text: Text, end: int) -> int:
    """Where a size ends that begins before `end`: 45|至60平方米."""
    other = _TO_ANOTHER.match(text.lower, end)
    return other.end() if other else end


def _behind(text: Text, start: int) -> str:
    """What is said from an offset up to the end of the clause."""
    end = _CLAUSE_END_ZH.search(text.lower, start)
    return text.folded[start : end.start() if end else len(text.folded)]


_CLAUSE_END_ZH = regex("[，。；：！？,;]")
