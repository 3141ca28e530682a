"""Chinese sentences of changes from one number to another, of kinds of shops, and of bare sums.

What stands between the two ends of a change is a verb, whichever it is; a shop is one whatever it
sells; and a sum without its money is in that which its sentence is said to be in.
"""

from tests.evidence.statements import Row

_BRANDS = ("brands", "个品牌")
STATED: tuple[Row, ...] = (
    ("门店数量由54家精简为40家。", "54", "stores", None),
    ("合作客户从120家大幅扩充到260家。", "120", "customers", None),
    ("覆盖城市从9个拓展至12个。", "9", "cities", None),
    ("公司关掉了54家低效店，另改造门店137家。", "54", "stores", None),
    ("今年新开12家社区生鲜店。", "12", "stores", None),
    ("年销破亿的榜单上，破亿品牌有237个。", "237", _BRANDS, None),
    ("合同以美元结算，总价3,800万。", "3800", "万美元", None),
    ("合同以美元结算。尾款另计，总价3,800万。", "3800", "万元", None),
    ("本金叁佰陆拾万圆整。", "360", "万元", None),
    ("至少要10个亿才能把窟窿填平。", "10", "亿元", "at least"),
    ("这笔买卖10个亿打底。", "10", "亿元", "at least"),
    ("每度电价下调2.3分。", "0.023", "元", None),
    ("单票成本只有6分。", "0.06", "元", None),
    ("换电全程仅5分30秒。", "5.5", "minutes", None),
    ("产品最大回撤仅5.1%。", "5.1", "%", None),
    ("芯片算力达275TOPS。", "275", ("TOPS", "TOPS"), None),
    ("芯片算力达0.4POPS。", "400", ("TOPS", "TOPS"), None),
    ("地方国资出手，注入4.2个亿驰援。", "4.2", "亿元", None),
    ("佣金率从5%下调为3.8%。", "3.8", "%", None),
    ("亏损扩大两成三。", "23", "%", None),
    ("跌幅扩大至0.7%。", "-0.7", "%", None),
    ("年薪最高者拿到500万元。", "500", "万元", None),
    ("产能利用率为57%，低于监管要求的60%。", "60", "%", None),
    ("物业租金回报率3.2厘。", "3.2", "%", None),
    ("服务已进入27国、118城。", "27", "countries", None),
    ("服务已进入27国、118城。", "118", "cities", None),
    ("模型在12项基准中的9项拿下第一。", "9", ("benchmarks", "项基准"), None),
    ("每张加速卡配有80GB显存。", "80", ("GB", "GB"), None),
)  # fmt: skip
NOT_STATED: tuple[Row, ...] = (
    ("合作客户从120家大幅扩充到260家。", "120", "stores", None),
    ("门店旁的酒店从54家压缩到40家。", "54", "cities", None),
    ("今年新开12家度假酒店。", "12", "stores", None),
    ("12家企业开店。", "12", "stores", None),
    ("破亿品牌有237个。", "100000000", _BRANDS, "over"),
    ("合同以美元结算，总价3,800万。", "3800", "万元", None),
    ("12圆桌会议如期召开。", "12", "元", None),
    ("这笔买卖10个亿打底。", "120", "亿元", "at least"),
    ("月活5个亿才算及格。", "5", "亿元", None),
    ("每件平均得8分。", "0.08", "元", None),
    ("换电全程仅5分30秒。", "30", "seconds", None),
    ("7个亿中国人用过它。", "7", "亿元", None),
    ("佣金率从5%下调为3.8%。", "-3.8", "%", None),
    ("流失比例压低至1.2%。", "-1.2", "%", None),
    ("流失比例压低至1.2%。", "1.2", "%", "at least"),
    ("亏损扩大两成三。", "-23", "%", None),
    ("七国集团发表声明。", "7", "countries", None),
    ("该县12城镇通了电。", "12", "cities", None),
    ("服务已进入27国、118城。", "118", "countries", None),
    ("基金净值回撤5.1%。", "5.1", "%", None),
    ("每公顷产粮7.8吨。", "7.8", "tonnes", None),
)  # fmt: skip
NO_FIGURE = (
    "公司三番两次延期。",
    "停产检修为期数日。",
    "谈判历时数年，双方各让一步。",
    "一名知情人士透露，这家企业的融资已告一段落。",
    "公司发布一份声明，一位发言人拒绝置评。",
)
