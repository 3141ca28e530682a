"""Chinese sentences of kinds that generalised badly once: what they state, and what they do not.

Ceilings and floors by negation, adverbs over verbs, what a denial reaches, single capital numerals,
signs in rows, classifiers in labels of rates, speeds, money whose yuan is left out, and the digits
of addresses, appendices, shopping days and quoted names.
"""

from typing import Any

import pytest

from exporter.evidence.figures import confirm_figure
from exporter.evidence.reading import read_dates, read_figures
from tests.evidence.test_figures import fact

Row = tuple[str, str, Any, str | None]

PER_HEAD = ("CNY per head", "元/头")
STATED: tuple[Row, ...] = (
    ("单日最高票房2.6亿元。", "2.6", "亿元", None),
    ("最高补贴6000元。", "6000", "元", "up to"),
    ("项目至少需要追加投资9亿元。", "9", "亿元", "at least"),
    ("大约需要施工周期16个月。", "16", "months", "about"),
    ("最多可同时容纳观众2万人。", "20000", "people", "up to"),
    ("厂房租金为每平方米每天1.8元。", "1.8", "元", None),
    ("合同总价5.2亿，已付1.7亿。", "1.7", "亿元", None),
    ("160名学员中有94人结业。", "94", "people", None),
    ("日均词元调用量为4.8万亿。", "4.8e12", ("tokens", "词元"), None),
    ("ARPU 51.2元，MOU 148分钟。", "148", "minutes", None),
    ("全书共14章。", "14", ("chapters", "章"), None),
    ("单笔申购不得多于300万份。", "3000000", ("units", "份"), "up to"),
    ("單日訪客不可逾2.8萬人。", "28000", "people", "up to"),
    ("拨备覆盖率不准低过120%。", "120", "%", "at least"),
    ("每人赎回以6万份为限。", "60000", ("units", "份"), "up to"),
    ("募资下限8亿元。", "8", "亿元", "at least"),
    ("报销上限：3万元。", "3", "万元", "up to"),
    ("一人最多只能领4张券。", "4", ("coupons", "张券"), "up to"),
    ("办理手续差不多要花5个小时。", "5", "hours", "nearly"),
    ("运费大约落在每吨260元。", "260", "元/吨", "about"),
    ("现金流不及去年同期的七成。", "70", "%", "under"),
    ("寿命可达6000次以上。", "6000", ("cycles", "次"), "over"),
    ("公司否认4300万元存货存在跌价风险。", "4300", "万元", None),
    ("并未录得减值，上年同期为3.4亿元。", "3.4", "亿元", None),
    ("租期柒年，押金为人民币玖元整。", "7", "years", None),
    ("租期柒年，押金为人民币玖元整。", "9", "元", None),
    ("受资助学生卌二名。", "42", ("students", "名学生"), None),
    ("于签约后拾伍日内付清。", "15", "days", "up to"),
    ("三费费率同比变动-0.3/+0.8/-0.5pct。", "-0.3", "pp", None),
    ("三费费率同比变动-0.3/+0.8/-0.5pct。", "0.8", "pp", None),
    ("机器每分钟可检测90件包裹。", "90", ("parcels per minute", "件/分钟"), None),
    ("系统每秒可处理5万笔支付请求。", "50000", ("requests per second", "笔/秒"), None),
    ("动车时速250公里。", "250", "km/h", None),
    ("限速80公里/小时。", "80", "km/h", None),
    ("日产能由600吨提至850吨。", "850", "tonnes per day", None),
    ("每千名居民拥有病床7张。", "7", ("beds", "张病床"), None),
    ("机场一天起降620架次。", "620", ("flights", "架次"), None),
    ("损耗率降为3.2%。", "3.2", "%", None),
    ("日活稳定在5600万。", "56000000", "users", None),
    ("月活用户突破300万名大关。", "3000000", "users", "over"),
    ("员工平均年龄在三十五岁以下。", "35", ("years old", "岁"), "under"),
    ("重量减轻了1/5。", "20", "%", None),
    ("账上趴着20多个亿现金。", "20", "亿元", "over"),
    ("社区有9.6万名开发者，较两年前多出3.1万名。", "31000", "developers", None),
    ("入围企业有210家，获奖的仅36家。", "36", "companies", None),
    ("每股亏损为(0.21)港元。", "-0.21", "HKD per share", None),
    ("2025年-0.6亿元，2026年扭亏。", "-0.6", "亿元", None),
    ("接种两剂后抗体转阳。", "2", ("doses", "剂"), None),
    ("车队有860辆车，当中一成为电动车。", "10", "%", None),
    ("广告预算追加1200万，全年达到1.6亿。", "1.6", "亿元", None),
    ("估值从5亿涨到了8亿。", "8", "亿元", None),
    ("利润上修至9.5亿/11.8亿/14.1亿。", "11.8", "亿元", None),
    ("公司账上还有16亿。", "16", "亿元", None),
    ("旗下酒店540家，其中境外62家。", "62", ("hotels", "家酒店"), None),
    ("仓库分布在11个国家，总数为48座。", "48", ("warehouses", "座仓库"), None),
    ("新增用户（注2）720万名。", "7200000", "users", None),
    ("门店数[4]达1,480家。", "1480", "stores", None),
    ("墨西哥工厂投资6亿比索。", "6", "亿墨西哥比索", None),
    ("在沙特获得3.8亿里亚尔合同。", "3.8", "亿沙特里亚尔", None),
    ("全年发电量为1,620亿度。", "1620", "亿千瓦时", None),
    ("天然气产量为48亿方。", "48", "亿m³", None),
    ("铜精矿产量为38万金属吨。", "38", "万吨", None),
    ("电费每度0.58元。", "0.58", "元/kWh", None),
    ("推理价格降至每百万词元0.8元。", "0.8", ("CNY per million tokens", "元/百万词元"), None),
    ("天然气价格为2.9美元/百万英热单位。", "2.9", "USD per MMBtu", None),
    ("百公里油耗降至4.2升。", "4.2", ("litres per 100 km", "升/百公里"), None),
    ("均价在5800元/吨附近。", "5800", "元/吨", "about"),
    ("沙特項目合約額為8.6億里亞爾，馬來西亞項目為1.6億令吉。", "8.6", "亿沙特里亚尔", None),
    ("產量銳減兩成。", "-20", "%", None),
    ("麵粉價格每噸3,180元。", "3180", "元/吨", None),
    ("鐵礦石發運量達2,460萬噸。", "2460", "万吨", None),
    ("三成员工持股。", "30", "%", None),
    ("手里握着40个亿的订单。", "40", "亿元", None),
    ("接入模型180余款。", "180", "models", "over"),
    ("公司否认与该起1.6亿元诈骗案有关。", "1.6", "亿元", None),
    ("专利申请量为720件，授权380件。", "380", "patents", None),
    ("流通卡量减少约180万张至5200万张。", "52000000", ("cards", "张"), None),
    ("股息每股15仙。", "0.15", "HKD per share", None),
    ("设计压力为16.5兆帕。", "16.5", "MPa", None),
    ("油轮日租金升至3.2万美元。", "32000", "USD per day", None),
    ("开出7家1500平米大店。", "7", "stores", None),
    ("新一代模型降价六成。", "-60", "%", None),
    ("新品毛利率高出5个百分点。", "5", "pp", None),
    ("上海均价比成都高出32%。", "32", "%", None),
    ("复购率高出近4个百分点。", "4", "pp", "nearly"),
    ("實際開支較預算超出12%。", "12", "%", None),
    ("贷款占比超出10%。", "10", "%", "over"),
    ("高出5%的部分由公司承担。", "5", "%", "over"),
    ("年内新开28家门店，停止营业9家。", "9", "stores", None),
    ("全年新增分店18間，結業5間。", "5", "stores", None),
    ("新开酒店40家，终止运营7家。", "7", ("hotels", "家酒店"), None),
    ("开出31家店，歇业6家。", "6", "stores", None),
    ("每小时可组装20台发动机。", "20", ("engines per hour", "台/小时"), None),
    ("工厂每周产出300台拖拉机。", "300", ("tractors per week", "台/周"), None),
    ("生產線每小時產出90件軸承。", "90", ("bearings per hour", "件/小时"), None),
    ("资产减值准备计提620万，转回85万。", "85", "万元", None),
    ("壞賬撥備計提760萬，撥回90萬。", "90", "万元", None),
    ("保证金缴纳2000万，退还600万。", "600", "万元", None),
    ("育肥牛每头1.2万元。", "12000", PER_HEAD, None),
    ("仔豬價格為420元/頭。", "420", PER_HEAD, None),
    ("出栏肥猪每头亏损150元。", "-150", PER_HEAD, None),
    ("Feed costs CNY 900 per head of cattle.", "900", PER_HEAD, None),
    ("Piglets fetched CNY 420 per head.", "420", PER_HEAD, None),
    ("Spending reached CNY 85 per head.", "85", "CNY per person", None),
)  # fmt: skip
NOT_STATED: tuple[Row, ...] = (
    ("油菜播种面积减少3%。", "3", "%", None),
    ("最高补贴6000元。", "6000", "元", None),
    ("仓库有人形机器人6台，人工成本为30万元。", "6", "people", None),
    ("亏损门店31家。", "-31", "stores", None),
    ("单笔申购不得多于300万份。", "3000000", ("units", "份"), "over"),
    ("拨备覆盖率不准低过120%。", "120", "%", "under"),
    ("一人最多只能领4张券。", "4", ("coupons", "张券"), None),
    ("寿命可达6000次以上。", "6000", ("cycles", "次"), "up to"),
    ("公司否认将裁员3000人。", "3000", "people", None),
    ("公司否认3亿元收购的传闻。", "3", "亿元", None),
    ("没有向股东提供6000万元借款。", "6000", "万元", None),
    ("销量并未如外界所说达到8万辆。", "80000", ("vehicles", "辆"), None),
    ("产能尚未达到设计的20万吨。", "20", "万吨", None),
    ("陆家嘴的写字楼。", "6", "companies", None),
    ("三费费率同比变动-0.3/+0.8/-0.5pct。", "0.3", "pp", None),
    ("机器每分钟可检测90件包裹。", "90", ("letters per minute", "件/分钟"), None),

    ("卡车每天行驶250公里。", "250", "km/h", None),
    ("注册用户1200万，年内达到1.6亿。", "1.6", "亿元", None),
    ("日活已有1.2个亿。", "1.2", "亿元", None),
    ("营收3.2亿，抖音粉丝2亿。", "2", "亿元", None),
    ("2025年-0.6亿元，2026年扭亏。", "0.6", "亿元", None),
    ("损耗率降为3.2%。", "-3.2", "%", None),
    ("门店540家，其中酒店62家。", "62", "stores", None),
    ("该药并未将死亡率降低15%。", "15", "%", None),
    ("开工率没能回到75%。", "75", "%", None),
    ("成员工会40家。", "30", "%", None),
    ("公司有3家酒店。", "3", "stores", None),
    ("墨西哥工厂投资6亿比索。", "6", "亿菲律宾比索", None),
    ("车身宽1.8度方。", "1.8", "m³", None),
    ("推理价格降至每百万词元0.8元。", "0.8", ("CNY per thousand tokens", "元/千词元"), None),
    ("新品毛利率高出5个百分点。", "5", "pp", "over"),
    ("贷款占比超出10%。", "10", "%", None),
    ("高出5%的部分由公司承担。", "5", "%", None),
    ("新开门店28家，结业的工厂5家。", "5", "stores", None),
    ("员工复业120名。", "120", "stores", None),
    ("门店52家，仓库停止运营3家。", "3", "stores", None),
    ("开出31家书店，歇业的工厂6家。", "6", "stores", None),
    ("每小时可组装20台发动机。", "20", ("generators per hour", "台/小时"), None),
    ("每小时可组装20台发动机。", "20", ("engines per day", "台/天"), None),
    ("用户注册900万，退还会员30万。", "30", "万元", None),
    ("投入3亿，用户返还20万。", "20", "万元", None),
    ("仔猪每头380元。", "380", "CNY per head", None),
    ("游客每人消费380元。", "380", PER_HEAD, None),
    ("Spending reached CNY 85 per person.", "85", PER_HEAD, None),
    ("Feed costs CNY 900 per head of cattle.", "900", "CNY per person", None),
)  # fmt: skip
NO_FIGURE = (
    "发布会于晚七点开始，晚上8点到10点直播。",
    "二股东退出。",
    "两市成交活跃，两市主力净流入。",
    "“38节”和“520”前后，备货积极。",
    "99大促临近。",
    "会议地点在江州市创新南路2066号B座15层1503会议室。",
    "位於皇后大道東128號匯中心18樓1802至1806號舖。",
    "评级说明见附录3，明细见附件四。",
    "办公地点在科技南十六路9号。",
    "债券简称“25示城02”已上市。",
    "东岭股份（SZ.301277）复牌。",
    "注册证编号“国械注准20253070416”有效。",
    "根据规则第14A.36条作出。",
    "促销手段令人一头雾水。",
    "CAS号为7732-18-5，会议码668899。",
    "神舟二十号飞船返回。",
    "截至6月30日止六个月。",
    "表内数据以千元列示。",
    "安卓15升级。",
)


@pytest.mark.parametrize(("quote", "value", "unit", "qualifier"), STATED)
def test_a_fact_that_is_stated_is_confirmed(
    quote: str, value: str, unit: Any, qualifier: str | None
) -> None:
    verdict = confirm_figure(fact(value, quote, unit, qualifier))
    assert (verdict.state, verdict.wrong) == ("confirmed", "")


@pytest.mark.parametrize(("quote", "value", "unit", "qualifier"), NOT_STATED)
def test_a_fact_that_is_not_stated_is_refused(
    quote: str, value: str, unit: Any, qualifier: str | None
) -> None:
    assert confirm_figure(fact(value, quote, unit, qualifier)).state != "confirmed"


@pytest.mark.parametrize("text", NO_FIGURE)
def test_a_name_is_no_figure(text: str) -> None:
    assert read_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("停牌由2025年6月18日延至同年7月9日。", (2025, 7, 9)),
        ("自2025年10月8日起至次年3月31日止。", (2026, 3, 31)),
        ("2025年6月18日至7月9日停牌。", (2025, 7, 9)),
        ("2025年6月18日公告，7月9日复牌。", (None, 7, 9)),
    ],
)
def test_a_day_without_a_year_is_of_the_year_that_the_words_say(
    text: str, last: tuple[int | None, int, int]
) -> None:
    mention = read_dates(text)[-1]
    assert (mention.year, mention.month, mention.day) == last
