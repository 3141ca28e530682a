"""Chinese sentences as filings, research notes and bulletins of exchanges write them.

A number before a comma takes no noun from the clause behind it; both ends of a range may leave out
their yuan; 净买入 is of money; a fraction's 强 is a little more; 每周生产 is a rate as 每天 is.
"""

from tests.evidence.statements import Row

_HOMES = ("homes", "套住宅")
_DOSES_A_WEEK = ("doses per week", "剂/周")
STATED: tuple[Row, ...] = (
    # The clause behind a number counts its own things
    ("累计下载4100万，2家公司参与开发。", "41000000", "downloads", None),
    ("累计下载4100万，2家公司参与开发。", "2", "companies", None),
    ("厂内装有12个8通道温控器。", "12", ("controllers", "个温控器"), None),
    # Sums
    ("营业部净买入7,150万，三家机构席位卖出2,260万。", "7150", "万元", None),
    ("岗位年薪18万—30万，另发期权1,500份。", "30", "万元", "up to"),
    ("岗位年薪18万—30万，另发期权1,500份。", "18", "万元", "at least"),
    ("票据规模为9亿离岸人民币。", "9", "亿元", None),
    # A little more
    ("债权人中五分之一强投了反对票。", "20", "%", "over"),
    ("已售面积占三成强，其余待售。", "30", "%", "over"),
    ("渗透率为37%，强于去年。", "37", "%", None),
    # Rates
    ("二号线每周灌装疫苗36万剂。", "360000", _DOSES_A_WEEK, None),
    ("每月消耗焦炭4.2万吨。", "42000", ("tonnes per month", "吨/月"), None),
    ("乳企预计年需求量逾55万箱。", "550000", ("cases", "箱"), "over"),
    ("乳企预计年需求量逾55万箱。", "550000", ("cases per year", "箱/年"), "over"),
    # What is counted
    ("春季共发布9款新品，其中4款限量。", "9", "products", None),
    ("安保人员两千有余。", "2000", "people", "over"),
    ("叉车电芯容量为280Ah。", "280", ("Ah", "Ah"), None),
    ("叉车电芯容量为280安时。", "280", ("Ah", "Ah"), None),
    ("平台月活峰值逾720万。", "7200000", "users", "over"),
    ("首推170套售罄。", "170", ("homes", "套"), None),
    # Two figures, and the ends of a range
    ("两档利率仍保持在2.6%和3.1%不变。", "2.6", "%", None),
    ("两档利率仍保持在2.6%和3.1%不变。", "3.1", "%", None),
    ("机型数保持在14款和17款产品之间。", "17", "products", "up to"),
    # By how much and to what
    ("价差走窄9元至64元。", "9", "元", None),
    ("价差走窄9元至64元。", "64", "元", None),
    ("社会库存去化0.8万吨至11.5万吨。", "11.5", ("10,000 tonnes", "万吨"), None),
    ("文科分数线下调7分。", "7", ("points", "分"), None),
    # What others are compared with; days that last; square metres
    ("覆盖率高于120%的监管底线。", "120", "%", None),
    ("主力资金连续8日流出。", "8", "days", None),
    ("厂房售价5,800元/㎡。", "5800", ("CNY per square metre", "元/平方米"), None),
    ("存货7.7亿，应付2.9亿。", "7.7", "亿元", None),
    ("存货7.7亿，应付2.9亿。", "2.9", "亿元", None),
)
NOT_STATED: tuple[Row, ...] = (
    ("累计下载4100万，2家公司参与开发。", "41000000", "companies", None),
    ("累计下载4100万，2家公司参与开发。", "2", "downloads", None),
    ("待售890，300套住宅已封顶。", "890", _HOMES, None),
    ("营业部净买入7,150万股。", "7150", "万元", None),
    ("营业部净买入7,150万，三家机构席位卖出2,260万。", "71500000", ("shares", "股"), None),
    ("岗位年薪18万—30万，另发期权1,500份。", "30", "元", "up to"),
    ("岗位年薪18万—30万，另发期权1,500份。", "30", "万元", "at least"),
    ("会员15万—20万。", "20", "万元", "up to"),
    ("债权人中五分之一强投了反对票。", "20", "%", None),
    ("债权人中五分之一强投了反对票。", "20", "%", "under"),
    ("渗透率为37%，强于去年。", "37", "%", "over"),
    ("公司跻身行业前20强。", "20", "companies", "over"),
    ("二号线每周灌装疫苗36万剂。", "360000", ("doses per day", "剂/天"), None),
    ("二号线每周灌装疫苗36万剂。", "36", ("doses per week", "剂/周"), None),
    ("每月消耗焦炭4.2万吨。", "42000", ("tonnes per year", "吨/年"), None),
    ("乳企预计年需求量逾55万箱。", "550000", ("cases per month", "箱/月"), "over"),
    ("春季共发布9款新品，其中4款限量。", "4", "stores", None),
    ("叉车电芯容量为280Ah。", "280", ("Wh", "Wh"), None),
    ("叉车电芯容量为280Ah。", "280", ("A", "A"), None),
    ("平台月活峰值逾720万。", "720", "万元", "over"),
    ("两档利率仍保持在2.6%和3.1%不变。", "3.1", "%", "up to"),
    ("两档利率仍保持在2.6%和3.1%不变。", "2.6", "%", "at least"),
    ("机型数保持在14款和17款产品之间。", "17", "products", None),
    ("价差走窄9元至64元。", "64", "元", "up to"),
    ("社会库存去化0.8万吨至11.5万吨。", "0.8", ("10,000 tonnes", "万吨"), "at least"),
    ("文科分数线下调7分。", "7", "minutes", None),
    ("覆盖率高于120%的监管底线。", "120", "%", "under"),
    ("主力资金连续8日流出。", "8", "months", None),
    ("厂房售价5,800元/㎡。", "5800", ("square metres", "平方米"), None),
    ("厂房售价5,800元/㎡。", "5800", ("CNY per square kilometre", "元/平方公里"), None),
    ("全年存货量2.1亿件。", "2.1", "亿元", None),
)
NO_FIGURE = (
    "“3·15”期间投诉有所增加。",
    "9·24新政以来成交回暖。",
    "明细见附注十四、6。",
    "导师来自985高校及211大学。",
    "产品执行GB/T 42288-2022标准。",
    "检测依据JB/T 8734.2，并通过审核。",
)
