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

STATED: tuple[Row, ...] = (
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
)  # fmt: skip
NOT_STATED: tuple[Row, ...] = (
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
)  # fmt: skip
NO_FIGURE = (
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
