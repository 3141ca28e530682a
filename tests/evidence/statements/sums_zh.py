"""Chinese sentences of bare sums and of numbers that take their noun from the one before.

人均两万多 behind a bonus is money, and so is a sum with 资金 behind it, where 三万贷款客户 are people;
比上月多4家 counts what was counted before it, and a whole is not what 其中 names a part of.
"""

from tests.evidence.statements import Row

_FREIGHTERS = ("freighters", "架货机")
_PIXELS = ("pixels", "像素")
_LENSES = ("cameras", "个镜头")
STATED: tuple[Row, ...] = (
    ("年终奖总共发了两个亿，人均四万多。", "4", "万元", "over"),
    ("逾千亿资金撤离，市场承压。", "1000", "亿元", "over"),
    ("3.2亿专项补贴已经下达。", "3.2", "亿元", None),
    ("预售票房过6亿，次日又斩获1.7亿。", "1.7", "亿元", None),
    ("区里一次性奖励300万。", "300", "万元", None),
    ("她年薪210万，比同行高了足足40万。", "40", "万元", None),
    ("种植户纳税3,200万，带动镇上增收540万。", "540", "万元", None),
    ("项目报价2.1亿新谢克尔。", "2.1", "亿谢克尔", None),
    ("内存速率4800MT/s。", "4800", ("MT/s", "MT/s"), None),
    ("十二家药企联名上书，九家表示观望。", "9", ("drugmakers", "家药企"), None),
    ("分校共有64所，比上年末多5所。", "5", ("schools", "所分校"), None),
    ("降价的城市有41个，较上月少9个。", "9", "cities", None),
    ("机队扩至52架，其中货机占9架。", "9", _FREIGHTERS, None),
    ("手机背部有3个5000万像素镜头。", "50000000", _PIXELS, None),
    ("手机背部有3个5000万像素镜头。", "3", _LENSES, None),
    ("屏幕上坏了6个像素。", "6", _PIXELS, None),
    ("旅客周转量达94亿人公里。", "94", ("hundred million passenger-km", "亿人公里"), None),
    ("2万人公开声援。", "20000", "people", None),
    ("营收约27亿美元^2，覆盖药店640家^[5]。", "27", "亿美元", "about"),
    ("营收约27亿美元^2，覆盖药店640家^[5]。", "640", ("pharmacies", "家药店"), None),
    ("Sales were $27 million^2 and rose 8%^5.", "8", "%", None),
    ("Sales were $27 million^2 and rose 8%^5.", "27", "USD million", None),
    ("热流密度为24W/cm²，芯片面积为310平方毫米。", "24", ("W/cm²", "W/cm²"), None),
    ("热流密度为24W/cm²，芯片面积为310平方毫米。", "310", ("mm²", "平方毫米"), None),
)
NOT_STATED: tuple[Row, ...] = (
    ("年终奖发放完毕，人均步数四万多。", "4", "万元", "over"),
    ("用户总共有两个亿，人均四万多。", "4", "万元", "over"),
    ("全省三万贷款客户受惠。", "3", "万元", None),
    ("平台奖励300万积分。", "300", "万元", None),
    ("预售用户过6亿，次日又斩获1.7亿。", "1.7", "亿元", None),
    ("粉丝210万，比同行高了足足40万。", "40", "万元", None),
    ("内存速率4800MT/s。", "4800", "tonnes", None),
    ("十二家药企联名上书，九家表示观望。", "12", "people", None),
    ("一年亏掉小一个亿。", "1", "亿元", None),
    ("毛利率31%/yoy+0.6pct。", "0.6", "%", None),
    ("随访36周年化复发率下降44%。", "36", "years", None),
    ("项目共有41个，较上月少9个。", "9", "cities", None),
    ("机队扩至52架，其中货机占9架。", "52", _FREIGHTERS, None),
    ("手机背部有3个5000万像素镜头。", "3", _PIXELS, None),
    ("手机背部有3个5000万像素镜头。", "50000000", _LENSES, None),
    ("旅客周转量达94亿人公里。", "9400000000", "people", None),
    ("营收约27亿美元^2，覆盖药店640家^[5]。", "2", "亿美元", "about"),
    ("营收约27亿美元^2，覆盖药店640家^[5]。", "5", ("pharmacies", "家药店"), None),
    ("Sales were $27 million^2 and rose 8%^5.", "5", "%", None),
    ("面积为12米^2。", "2", ("metres", "米"), None),
    ("热流密度为24W/cm²。", "24", ("W/m²", "W/m²"), None),
    ("热流密度为24W/cm²。", "24", ("W", "瓦"), None),
)
