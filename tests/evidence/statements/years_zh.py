"""Chinese sentences of years in two digits, of rides and calls by their classifiers, of loose money.

26年及27年 before what is reported are years; 4,380艘次 counts calls of ships, and no ships; what
somebody borrows, 150万, is money without a 元.
"""

from tests.evidence.statements import Row

STATED: tuple[Row, ...] = (
    ("26年及27年增速分别为9%和11%。", "9", "%", None),
    ("过去10年和15年收入增速都在两成以上。", "15", "years", None),
    ("近25年净利润从未为负。", "25", "years", None),
    ("接卸船舶4,380艘次，货车8.6万辆次。", "4380", ("vessel calls", "艘次船舶"), None),
    ("接卸船舶4,380艘次，货车8.6万辆次。", "86000", ("truck trips", "辆次货车"), None),
    ("春运发送旅客3,900万人次。", "39000000", ("passengers", "人次旅客"), None),
    ("春运发送旅客3,900万人次。", "39000000", "visits", None),
    ("业务覆盖26国，其中52城已盈利。", "26", "countries", None),
    ("业务覆盖26国，其中52城已盈利。", "52", "cities", None),
    ("老板又向亲友借了150万。", "150", "万元", None),
    ("貸款年息不高於年利率4.8%。", "4.8", "%", "up to"),
    ("每股亏损为港币(0.18)元，上年度则为0.05元。", "0.05", "HKD", None),
    ("訂金為1,200萬坡元。", "12000000", "SGD", None),
    ("经调整利润达到12.4亿元**。", "12.4", "亿元", None),
)
NOT_STATED: tuple[Row, ...] = (
    ("26年及27年增速分别为9%和11%。", "26", "years", None),
    ("接卸船舶4,380艘次，货车8.6万辆次。", "4380", ("vessels", "艘船舶"), None),
    ("接卸船舶4,380艘次，货车8.6万辆次。", "4380", ("truck trips", "辆次货车"), None),
    ("春运发送旅客3,900万人次。", "39000000", "people", None),
    ("其中3国企已改制，10城商行合并。", "3", "countries", None),
    ("其中3国企已改制，10城商行合并。", "10", "cities", None),
    ("借调300万人。", "300", "万元", None),
    ("每股亏损为港币(0.18)元，上年度则为0.05元。", "0.05", "CNY", None),
)
NO_FIGURE = (
    "我们上调26年盈利预测，估值切换至27年。",
    "预计25-27年净利润稳步增长。",
    "華為鯤鵬920將供貨，旧版3.1停止维护。",
    "（二）其他业务；2.1 经营模式",
)
