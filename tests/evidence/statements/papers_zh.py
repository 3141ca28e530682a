"""Sentences as papers of Hong Kong and Taiwan, funds and shops' own accounts write them.

外资买超 says who bought more than he sold, where 采购超6亿元 is more than that; 四厘半 is 4.5 %;
a bare m behind 井深 is metres; 掉了 is a fall, and 卖掉了 none; a rank, a day of shopping and the
code of a share behind its name are no figures; 4600家+ is so many at least.
"""

from tests.evidence.statements import Row

STATED: tuple[Row, ...] = (
    ("投信昨卖超12.4亿元，自营商买超逾3亿元。", "12.4", "亿元", None),
    ("投信昨卖超12.4亿元，自营商买超逾3亿元。", "3", "亿元", "over"),
    ("外資單週買超近260億元。", "260", "亿元", "nearly"),
    ("教育局采购超6亿元设备。", "6", "亿元", "over"),
    ("这只基金三天吸金18亿。", "18", "亿元", None),
    ("新品首周吸金2.4亿，次周再流入6500万。", "6500", "万元", None),
    ("全年GMV突破36亿。", "36", "亿元", "over"),
    ("沪市成交额放量至5400亿。", "5400", "亿元", None),
    ("存款流失9亿元，近12万储户转存他行。", "120000", ("depositors", "储户"), "nearly"),
    ("平台投入5亿元，另有超2亿会员补贴。", "2", "亿元", "over"),
    ("存款年息二厘半，贷款年利率六厘七五。", "2.5", "%", None),
    ("存款年息二厘半，贷款年利率六厘七五。", "6.75", "%", None),
    ("票息四厘半年付息一次。", "4", "%", None),
    ("主井井深1,240m，井筒净宽约8.5m。", "1240", ("metres", "米"), None),
    ("主井井深1,240m，井筒净宽约8.5m。", "8.5", ("metres", "米"), "about"),
    ("管道外径1.4m至2.2m。", "2.2", ("metres", "米"), "up to"),
    ("游艇长42m，宽9m。", "9", ("metres", "米"), None),
    ("塔高超过150m。", "150", ("metres", "米"), "over"),
)
NOT_STATED: tuple[Row, ...] = (
    ("投信昨卖超12.4亿元，自营商买超逾3亿元。", "12.4", "亿元", "over"),
    ("外資單週買超近260億元。", "260", "亿元", "over"),
    ("教育局采购超6亿元设备。", "6", "亿元", None),
    ("全年GMV用户突破36亿。", "36", "亿元", "over"),
    ("该股成交量放量至5400万。", "5400", "万元", None),
    ("人口五年净流入86万。", "86", "万元", None),
    ("存款流失9亿元，近12万储户转存他行。", "12", "万元", "nearly"),
    ("放款额26亿元，超7万消费贷客户逾期。", "7", "万元", "over"),
    ("存款年息二厘半，贷款年利率六厘七五。", "2", "%", None),
    ("存款年息二厘半，贷款年利率六厘七五。", "6", "%", None),
    ("票息四厘半年付息一次。", "4.5", "%", None),
    ("主井井深1,240m，井筒净宽约8.5m。", "1240000000", "", None),
    ("主井井深1,240m，井筒净宽约8.5m。", "1240", ("square metres", "平方米"), None),
    ("利润创新高62m。", "62", ("metres", "米"), None),
    ("营收增长62m。", "62", ("metres", "米"), None),
    ("收入81m，高62m。", "62", ("metres", "米"), None),
)
