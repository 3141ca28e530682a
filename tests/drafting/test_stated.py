"""Figures as facts would state them: value, unit, qualifier."""

import pytest

from exporter.drafting.figures.stated import stated_in
from exporter.drafting.model import Named, Sentence
from exporter.evidence.conventions import Conventions
from exporter.facts.words import Bilingual, Lang
from tests.drafting.any_source import sentence_of, setting_of


def stated(text: str, lang: Lang = "en", conventions: Conventions | None = None) -> list[str]:
    """What a sentence states: value, or both ends, unit in its language, qualifier unless exact."""
    setting = setting_of(text, lang) if conventions is None else setting_of(
        text, lang, conventions=conventions
    )  # fmt: skip
    return [
        " ".join(
            filter(
                None,
                (
                    f"{one.value}..{one.high}" if one.high else one.value,
                    one.unit.en if lang == "en" else one.unit.zh,
                    "" if one.qualifier == "exact" else f"({one.qualifier})",
                ),
            )
        )
        for one in stated_in(sentence_of(text), setting)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Spans that measure nothing, and others that do.
        ("It was our best half for three years, with sales of $3m.", ["3 USD million"]),
        ("It was the strongest growth for two decades.", []),
        ("The loan gives it two more years of breathing room.", []),
        ("The lease was extended for three years.", ["3 years"]),
        ("The mine has two more years of production.", ["2"]),
        # Of which kind things are, also where a hyphen is left open.
        ("It built 40 five- or six-storey blocks.", ["40"]),
        ("Sales of one-, two- and three-bedroom flats rose 4%.", ["4 %"]),
        ("It sells four- and five-star rooms.", []),
        ("Fees for two- and three-year-olds rose 6%.", ["6 %"]),
        ("It hired two, and three-quarters of them left.", ["2", "75 %"]),
        # Sizes of some that are meant, and customers who are counted.
        ("It built two boats of 12 metres or more.", ["2 boats", "12 metres (at least)"]),
        ("It serves two large shipyard customers.", ["2 customers"]),
        ("It lost two large shipyard customers.", ["2 customers"]),
        ("Finance chief Ada Maas said she expected the number to fall to five.", ["5"]),
        ("Revenue rose 12% to €18.62 billion.", ["12 %", "18.62 EUR billion"]),
        ("Profit fell 5.0% to $3.40 per share.", ["-5.0 %", "3.40 USD per share"]),
        ("The net loss was $24 million.", ["24 USD million"]),
        (
            "Spending would be 1.4 billion euros this year and fall to 800 million in 2027.",
            ["1.4 EUR billion", "800 EUR million"],
        ),
        (
            "Sales were 8.3 billion euros this year and 10 billion next.",
            ["8.3 EUR billion", "10 EUR billion"],
        ),
        (
            "It spent $40 million this year and served 12 million in 2027.",
            ["40 USD million", "12000000"],
        ),
        (
            "It sees earnings per share of $4.15 this year and $4.90 in 2027.",
            ["4.15 USD per share", "4.90 USD per share"],
        ),
        (
            "It floated at €11 a share, and raised its forecast for orders to €1.3bn.",
            ["11 EUR per share", "1.3 EUR billion"],
        ),
        ("The yard is to hand over 34 ships by June.", ["34 ships"]),
        ("The yard will deliver over 34 ships by June.", ["34 ships (over)"]),
        ("Margins widened by 1.2 percentage points.", ["1.2 percentage points"]),
        ("A soft half followed the December-half results.", []),
        ("The unit had its best half ever and its strongest half in years.", []),
        ("It posted a record half, and the worst half for orders.", []),
        ("It sold the best half of its 40 stores.", ["50 %", "40 stores"]),
        ("A good half of its 40 stores closed.", ["50 %", "40 stores"]),
        ("The rate was cut by 25 basis points.", ["25 basis points"]),
        ("It delivered 430,000 vehicles.", ["430000 vehicles"]),
        ("It serves 3.4 million customers.", ["3.4 million customers"]),
        ("It runs 17 product lines.", ["17 product lines"]),
        ("The site stores 3.9 GWh.", ["3.9 GWh"]),
        ("It shipped 45,000 tonnes.", ["45000 tonnes"]),
        ("Orders were 2.3 times as many.", ["2.3 times (multiple)"]),
        ("Margins are roughly twice that of rivals.", ["2 times (multiple) (about)"]),
        ("More than 42,000 customers rely on it.", ["42000 customers (over)"]),
        ("Nearly a third of them left.", ["33.3 % (nearly)"]),
        ("Tickets cost about 60 pence.", ["60 pence (about)"]),
        ("The forecast is $20.5 billion to $21.5 billion.", ["20.5..21.5 USD billion"]),
        ("Output is guided to 1.1-1.3 million tonnes.", ["1.1..1.3 million tonnes"]),
        ("The margin rose from 12% to 15%.", ["12 %", "15 %"]),
        ("Losses increased $173.6 million year over year.", ["173.6 USD million"]),
        ("It is the second-largest lender.", ["2 rank"]),
        ("The plant turns out 640 tyres an hour.", ["640 tyres per hour"]),
        ("The current ratio improved to 1.74.", ["1.74 times (multiple)"]),
        ("It had a sales rate of 0.62 per outlet per week.", ["0.62 sales per outlet per week"]),
        (
            "Charges were $180 million, or $0.18 per share.",
            ["180 USD million", "0.18 USD per share"],
        ),
        ("Revenue will be $1.5 billion to $2 billion.", ["1.5..2 USD billion"]),
        # In brackets the figure of a year before, in the unit of the one before them.
        (
            "Sales were EUR 987.4 million (962.1), of which service was 38.4 percent (37.2).",
            ["987.4 EUR million", "962.1 EUR million", "38.4 %", "37.2 %"],
        ),
        ("Sales were EUR 987.4 million (1).", ["987.4 EUR million"]),
        ("Profit was 40 million euros ($1 = 0.8640 euros).", ["40 EUR million"]),
        ("Rates had more than halved, to $310 per 40-foot box.", ["310 USD per 40-foot box"]),
        ("Output halved to 12 tonnes.", ["0.5 times (multiple)", "12 tonnes"]),
        ('It would cost "up to $40 million" a year.', ["40 USD million per year (up to)"]),
        ("The crash rate fell to 1.2 per 100,000 flights from 1.7.", ["1.2", "1.7"]),
        (
            "Injuries fell to 0.4 per 200,000 hours from 0.5.",
            ["0.4 injuries per 200000 hours", "0.5 injuries"],
        ),
        ("Its frequency rate was cut to 0.41 per 200,000 hours from 0.56.", ["0.41", "0.56"]),
        ("Kees de Wit, 54, has run 12 plants.", ["12 plants"]),
        # A sum leaves its money to the one before it, where the words are of a sum.
        (
            "Sales were 3.91 billion euros, while analysts had forecast 3.88 billion.",
            ["3.91 EUR billion", "3.88 EUR billion"],
        ),
        (
            "Profit was 512 million euros, up 4%, against a consensus of 498 million.",
            ["512 EUR million", "4 %", "498 EUR million"],
        ),
        (
            "Profit is seen at 1.6 billion euros, down from the 1.7-1.9 billion it had promised.",
            ["1.6 EUR billion", "1.7..1.9 EUR billion"],
        ),
        (
            "It took a charge of 310 million euros, of which 120 million will be cash.",
            ["310 EUR million", "120 EUR million"],
        ),
        (
            "Sales were 3.9 billion euros, and the number of users rose to 40 million.",
            ["3.9 EUR billion", "40 million users"],
        ),
        (
            "Orders more than doubled to 1.2 million a week.",
            ["2 times (multiple) (over)", "1.2 million orders per week"],
        ),
        ("Intel 4 is ready, and 7 plants run.", ["7 plants"]),
        ("It builds a 500-megawatt wind farm.", ["500 MW"]),
        ("It costs 5.4 US cents per available seat kilometre.", ["5.4 US cents"]),
        ("The bank may hand back up to £300m to investors.", ["300 GBP million (up to)"]),
        ("The group can buy back up to $2 billion of stock.", ["2 USD billion (up to)"]),
        ("Fares edged up to $120.", ["120 USD"]),
        ("It reported a 2.4 per cent fall in revenue per square foot.", ["-2.4 %"]),
        ("Unit costs fell 3% per tonne.", ["-3 % per tonne"]),
        (
            "It has just over 400 shops and just under 9,000 staff.",
            ["400 stores (over)", "9000 employees (under)"],
        ),
        ("A stake of just shy of 30% was sold.", ["30 % (nearly)"]),
        ("Debt fell by more than a third, or 34.1%.", ["-33.3 % (under)", "-34.1 %"]),
        (
            "Costs rose by about 3%, or roughly €190 million.",
            ["3 % (about)", "190 EUR million (about)"],
        ),
        ("Guests drank 3% less wine per visit.", ["3 %"]),
        (
            "It dug 41,200 tonnes of gravel, 2,300 tonnes fewer than a year ago.",
            ["41200 tonnes", "-2300 tonnes"],
        ),
        (
            "The price was $69.4 a tonne, 6% lower than in the same quarter of 2024.",
            ["69.4 USD per tonne", "-6 %"],
        ),
        ("It expects 12% less than before.", ["-12 %"]),
        ("It needs 12% less water than its rivals.", ["12 %"]),
        ("Shares fell 9% before closing down 7.1%.", ["-9 %", "-7.1 %"]),
        ("Costs were 62.8 Danish crowns a kilogram.", ["62.8 DKK per kilogram"]),
        (
            "It runs 310 depots, of which 41 are in Denmark, 23 in Norway and 9 in Malta.",
            ["310 depots", "41 depots", "23 depots", "9 depots"],
        ),
        ("Parcels arrive within three days.", ["3 days (up to)"]),
        ("The mine will run for at least two years.", ["2 years (at least)"]),
        ("Its app was opened nine times a month.", ["9 times per month"]),
        ("Members shop 3.4 times a week.", ["3.4 times per week"]),
        ("The shares trade on 26 times.", ["26 times (multiple)"]),
        ("Rivals change hands at 9 times book value.", ["9 times (multiple)"]),
        ("It sees sales of $65.0 billion, plus or minus 2%.", ["65.0 USD billion"]),
        ("It guided to revenue of €3.0bn, give or take €100m.", ["3.0 EUR billion"]),
        ("The fleet has 84 trucks, 20 of them electric.", ["84 trucks", "20 trucks"]),
        (
            "Subscribers rose to 34m from 29m.",
            ["34 million subscribers", "29 million subscribers"],
        ),
        (
            "The loss was $(14.8) million, or $(0.19) per share.",
            ["-14.8 USD million", "-0.19 USD per share"],
        ),
        ("TL-301 enrolled 120 patients.", ["120 patients"]),
        ("Fares will rise by 5% to 8%, wages 2% to 4%.", ["5..8 %", "2..4 %"]),
        ("It expects net premiums to grow by 7% to 9%.", ["7..9 %"]),
        ("Its premium margin rose by 2% to 9%.", ["2 %", "9 %"]),  # of a ratio: by, and to
    ],
)
def test_english_figures_are_stated_as_a_person_says_them(text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司实现营收123.4亿元，同比增长15.3%。", ["123.4 亿元", "15.3 %"]),
        ("归母净利润亏损2.10亿元。", ["2.10 亿元"]),
        ("销量同比下降7%。", ["-7 %"]),
        ("毛利率提升1.2个百分点。", ["1.2 个百分点"]),
        ("已有17条产品线、55个场景全面接入。", ["17 条产品线", "55 个场景"]),
        ("年末共有门店1286家。", ["1286 家门店"]),
        ("用户超过1.6亿。", ["1.6 亿用户 (over)"]),
        ("产能为5-6万吨。", ["5..6 万吨"]),
        # Only the unit of figures is told.
        ("注：以上为第二季度数据，收入单位为亿元。", []),
        ("金额单位为人民币百万元。", []),
        ("该单位为此支付3亿元。", ["3 亿元"]),
        ("单位成本为3万元。", ["3 万元"]),
        ("预计交付50万辆至60万辆。", ["50..60 万辆"]),
        ("每股派息0.5元。", ["0.5 元/股"]),
        ("装机420万千瓦。", ["420 万千瓦"]),
        ("中国超过一半的企业在用。", ["50 % (over)"]),
        ("开源720亿参数模型。", ["720 亿参数"]),
        ("营收做到14.8亿。", ["14.8 亿元"]),
        ("下载量突破1亿。", ["1 亿次下载 (over)"]),
        ("新开门店86家、关闭19家。", ["86 家门店", "19 家门店"]),
        ("累计交付突破52万辆。", ["52 万辆 (over)"]),
        ("该行拟每10股派现2.5元。", ["2.5 元/10股"]),
        ("总体保护效力为83.6%，95%置信区间为78.1%至88.2%。", ["83.6 %", "78.1..88.2 %"]),
        ("旗下门店已有三百多家，员工两千余人。", ["300 家门店 (over)", "2000 名员工 (over)"]),
        ("公司账上还有20多亿元现金。", ["20 亿元 (over)"]),
        ("农户每亩增收300多元，收入八千多元。", ["300 元/亩 (over)", "8000 元 (over)"]),
        ("储能出货同比翻了一番还多；收入132亿元。", ["2 倍 (over)", "132 亿元"]),
        ("产能利用率在八成以上。", ["80 % (at least)"]),
        ("平台一年补贴出去两个多亿。", ["2 亿元 (over)"]),
        ("毛利率高达24.5%，总额最高可达5亿元。", ["24.5 %", "5 亿元 (up to)"]),
        ("库存大约要卖四个半月。", ["4.5 个月 (about)"]),
        ("在手订单足够生产两年半。", ["2.5 年"]),
        ("现金可支撑至少三年。", ["3 年 (at least)"]),
        ("客户等待时间缩短到两周以内。", ["2 周 (up to)"]),
        ("发货仅需3个工作日。", ["3 个工作日"]),
        ("下半年将新设3个客户服务中心。", ["3 个客户服务中心"]),
        ("新开5个用户体验中心。", ["5 个用户体验中心"]),
        ("建成2个员工培训基地。", ["2 个员工培训基地"]),
        ("预计市场规模将增长8%至10%。", ["8..10 %"]),
        ("合同负债13.8亿元，较6月末少了2.1亿元。", ["13.8 亿元", "-2.1 亿元"]),
        ("员工5200人，只比年初少了6%。", ["5200 名员工", "-6 %"]),
        ("全国啤酒产量248.6万千升。", ["248.6 万千升"]),
        ("24架全货机飞了1150余个航班。", ["24 架全货机", "1150 个航班 (over)"]),
        ("900万只大闸蟹爬上餐桌。", ["900 万只大闸蟹"]),
        ("有4.2万名临时伙伴加入。", ["4.2 万名临时伙伴"]),
        ("完成全年125万辆目标的六成。", ["125 万辆", "60 %"]),
        ("公司经销商数量为1432家，年内净减少57家。", ["1432 家经销商", "57 家经销商"]),
        ("公司在建矿山2座。", ["2 座"]),
        ("公司目前在手订单约3.4万台。", ["3.4 万台 (about)"]),
        ("公司目前在手订单约300个。", ["300 笔订单 (about)"]),
        ("设有28家分公司、36家支行和17座研发中心。", ["28 家分公司", "36 家支行", "17 座研发中心"]),
        ("会员数6200万。", ["6200 万会员"]),
        ("揽收包裹4.86亿件，比去年多3000万件。", ["4.86 亿件包裹", "3000 万件包裹"]),
        ("日均揽收快件7120万票。", ["7120 万票/天"]),
        ("每分钟可生产600罐饮料。", ["600 罐饮料/分钟"]),
        ("空调出厂价将上调2%至4%。", ["2..4 %"]),
        ("TL-301研究入组486例患者。", ["486 例患者"]),
        ("年产量由260台提高到400台。", ["260 台", "400 台/年"]),
        # The noun of a unit ends before the reason of what was done.
        ("有两台盾构机应客户要求延期发货。", ["2 台盾构机"]),
        ("去年有6台盾构机由于客户缺钱影响停工。", ["6 台盾构机"]),
        ("本季12艘散货船按船东要求改期。", ["12 艘散货船"]),
        ("有三台盾构机被退回。", ["3 台盾构机"]),
        ("明年新增12至15家门店。", ["12..15 家门店"]),
        # What is opened, not the company that opens it.
        ("2027年公司计划新开书店不超过8家。", ["8 家书店 (up to)"]),
        ("集团上半年关停影院11家。", ["11 家影院"]),
        ("公司年内开出7家，关闭3家。", ["7 家", "3 家"]),
        ("公司合作企业增至45家。", ["45 家企业"]),
        ("今年新上两条产线。", ["2 条产线"]),
        ("收入有望达到57亿元，利率最高可达5%。", ["57 亿元", "5 % (up to)"]),
        ("费用率有望达到16%左右，最高可达18%左右。", ["16 % (about)", "18 % (up to)"]),
        ("青岛工厂去年出货120万台。", ["120 万台"]),
        ("维保毛利率为38%，远高于新梯业务的21%。", ["38 %", "21 %"]),
        ("海外毛利率低于国内的21%。", ["21 %"]),
        ("担保余额不超过净资产的40%。", ["40 % (up to)"]),
        ("开工率高于21%。", ["21 % (over)"]),
        # Those who are counted were listed; and others were not.
        ("甲股份和乙科技两家龙头占据五成的份额。", ["50 %"]),
        ("收入、利润、订单三项指标均增长5%。", ["5 %"]),
        ("公司拥有和管理两家医院。", ["2 家医院"]),
        ("公司和客户签下三家门店。", ["3 家门店"]),
        # What goods are, and no figure of theirs; what is measured of a road is one.
        ("10月上旬3.2mm镀膜玻璃价格为每平方米20元。", ["20 元/平方米"]),
        ("1.2毫米冷轧板卷库存为3万吨。", ["3 万吨"]),
        ("裂缝宽度为1.2毫米。", ["1.2 毫米"]),
        ("热卷6月最低时跌至3010元。", ["3010 元"]),
        ("热卷最低3010元起售。", ["3010 元 (at least)"]),
    ],
)
def test_chinese_figures_are_stated_as_a_person_says_them(text: str, expected: list[str]) -> None:
    assert stated(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will idle the No. 4 blast furnace in June.", []),
        ("Reactor No. 2 was shut down.", []),
        ("Three things explain the gap, which is 4%.", ["4 %"]),
        ("There are two good reasons for that.", []),
        ("It was founded by two brothers in 1862.", []),
        ("It is rivalled by a firm twice its size.", []),
        ("It did so in the \ufffdrst 24 weeks of the year.", []),
        ("The fire began in the No. 3 crude unit.", []),
        ("It restarted its No. 1 paper machine.", []),
        ("Work on line No. 5 has begun.", []),
        ("It is the No. 2 brand in Spain.", ["2 rank"]),
        ("其出货量位居全国第一位。", ["1 rank"]),
        ("公司把市占率做到行业第一。", ["1 rank"]),
        ("It has become the No. 1 travel site in Poland.", ["1 rank"]),
        ("Its own sensor lasts ten days; the rival's has to be changed after three.", ["10 days"]),
        ("Samples are tested for six weeks, and most fail within two.", ["6 weeks"]),
        ("It opened 12 shops and closed three.", ["12 stores", "3 stores"]),
    ],
)
def test_numbers_that_tell_things_apart(text: str, expected: list[str]) -> None:
    """Which furnace is meant is no rank, and a few times that nothing names are no figure."""
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Several ships were seized.", "en"),
        ("They are 20,000-box ships.", "en"),
        ("Sales of 75-inch screens kept it busy.", "en"),
        ("The 30-year bonds were soft.", "en"),
        ("Interest on the 5.750% Notes is paid in May.", "en"),
        ("It exchanged its 4.25% convertible senior notes due 2031.", "en"),
        ("Holders of the 6% Series B Preferred Shares may vote.", "en"),
        ("In the first six months the two boards met.", "en"),
        ("First oil is slated for the third quarter of 2028.", "en"),
        ("No one knows; that is one reason.", "en"),
        ("It stood so twelve months before.", "en"),
        ("Its seat is in Washington, D.C. 20549.", "en"),
        ("It adjusts cash flow for 1) grants and 2) leases.", "en"),
        ("Sales in our top six markets rose.", "en"),
        ("A call will take place at 9.00 a.m. today.", "en"),
        ('Its slogan was "Two for Joy".', "en"),
        ("Ms Chen, 47, joined last summer.", "en"),
        ("The new car outsold the old one by two to one.", "en"),
        ("Britain's second-largest distributor of medicines is for sale.", "en"),
        ("The pack supports 5C charging.", "en"),
        ("It was a tale of two halves, and she is twice a finalist.", "en"),
        ("Shoppers aged 18 to 34 like it.", "en"),
        ("Sums are rounded to the nearest million.", "en"),
        ("A revival of The '98 Show opened in Leeds.", "en"),
        ("电池支持5C快充。", "zh"),
        ("“窖藏15”的批价还在下跌。", "zh"),
        ("零点的钟声敲过，义乌二部的老周还在笑。", "zh"),
        ("收入结构变化最大的是哪一块？", "zh"),
        ("其第二代磷酸锰铁锂电芯成本更低。", "zh"),
        ("两家公司签下协议。", "zh"),
        ("近30个交易日，股价没有变化。", "zh"),
        # What somebody only saw or found.
        ("县城里一条街上能找出五六个连锁品牌。", "zh"),
        ("“我们去竞标，现场来了十几家。”", "zh"),
        ("店门口排着二三十人，记者走访了七八家门店。", "zh"),
        ("公司用三年时间完成转型。", "zh"),
        ("三大基地的产能都在爬坡。", "zh"),
        ("他四十出头，从业多年。", "zh"),
        ("公司位于科技园5号楼12层。", "zh"),
        ("我们会把牧场的防疫放在第一位。", "zh"),
        ("他说，要将乘客体验摆在第一位。", "zh"),
        ("口碑永远是第一位的。", "zh"),
        ("品控必须置于第一位。", "zh"),
        ("12306平台和360公司合作。", "zh"),
        ("第二大股东质押了部分股份。", "zh"),
        ("冷饮仍是公司第一大收入来源。", "zh"),
        ("欧洲已成为集团第二大市场。", "zh"),
        ("冷饮首次超过乳品成为第一大业务。", "zh"),
        ("新品下沉到二十万元级车型。", "zh"),
        ("工厂改做5000万像素镜头。", "zh"),
        ("Its costs more than halved last year.", "en"),
        ("Hiring among employers with fewer than 50 staff slowed.", "en"),
        ("It sells to firms with more than 500 workers.", "en"),
        ("Households with at least $2 million of savings moved their deposits.", "en"),
        ("The law exempts small employers with under 20 people.", "en"),
        ("Sales of bicycles costing more than $3,000 jumped.", "en"),
        ("Demand for boats of 12 metres or more waned.", "en"),
        ("Orders slipped as two large shipyard customers delayed work.", "en"),
        ("Demand for city flats priced between €200,000 and €300,000 waned.", "en"),
        ("(Reporting by Ann Lee; $1 = 0.91 euros)", "en"),
        ("At a quarter past twelve the queue reaches the street.", "en"),
        ("Doors open at half past six.", "en"),
        ("A dozen large buns now sell for a song.", "en"),
        ("Profit missed the forecast of nine analysts polled by Vell.", "en"),
        ("第五届董事会第18次会议通过。", "zh"),
        ("30年期国债期货走强。", "zh"),
        ("三张“王炸”，一年内完成。", "zh"),
        ("距离工厂两公里外的国道上，货车排成长队。", "zh"),
        ("800元至1500元价位段的库存最高。", "zh"),
        ("关掉的多是日均不足10件的低效柜机。", "zh"),
        ("日均低于20人次的门诊点将撤并。", "zh"),
        ("低度酒新品“清欢”（22度）将上市。", "zh"),
        ("12米剪叉车的月租金在下跌。", "zh"),
        ("6微米锂电铜箔的加工费仍在低位。", "zh"),
        ("4.5微米产品占比继续提升。", "zh"),
        ("智能快递柜商远澜科技（2517）公布业绩。", "zh"),
        ("成熟门店（开业满三年）的坪效更高。", "zh"),
    ],
)
def test_what_states_nothing_is_left_out(text: str, lang: Lang) -> None:
    assert stated(text, lang) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Revenue per visit increased to $161 from $152.",
            ["161 USD per visit", "152 USD per visit"],
        ),
        (
            "Net income was $46.1 million, or 87 cents a share, against $38.5 million, or 73 cents.",
            [
                "46.1 USD million",
                "87 US cents per share",
                "38.5 USD million",
                "73 US cents per share",
            ],
        ),
        ("A visit costs $161, and it earned $152 in fees.", ["161 USD", "152 USD"]),
    ],
)
def test_a_second_sum_is_per_what_the_first_one_is_per(text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It owns companies with more than 5,000 staff.", ["5000 employees (over)"]),
        ("Its three firms with over 900 staff are in Lyon.", ["900 employees (over)"]),
        ("It built a group of companies with over 700 staff.", ["700 employees (over)"]),
        ("It sold desks to customers with more than 12% off.", ["12 % (over)"]),
        ("It bought bicycles costing more than $3,000.", ["3000 USD (over)"]),
        ("Sales of the bicycles costing more than $3,000 ended.", ["3000 USD (over)"]),
    ],
)
def test_a_size_of_what_somebody_has_is_stated(text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was the first time in seven quarters.",
        "It was its best result in a single quarter.",
        "It is a measure in which anything below 100% means a profit.",
        "The double running of two sites is over.",
    ],
)
def test_spans_and_definitions_state_nothing(text: str) -> None:
    assert [one for one in stated(text) if "sites" not in one] == []


def test_a_bare_sign_is_of_the_currency_that_the_report_says() -> None:
    said = "Revenue was $5 million."
    assert stated(said, conventions=Conventions(currency="AUD")) == ["5 AUD million"]
    assert stated(said) == ["5 USD million"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上述两款游戏合计占本季净收入的68%。", ["68 %"]),
        ("两款游戏占净收入的68%。", ["2 款游戏", "68 %"]),
        ("42岁的业主林姐终于拿到了房。", []),
        ("创始人陈某，45岁，持股12%。", ["12 %"]),
        ("员工平均年龄36岁。", ["36 岁"]),
    ],
)
def test_ages_of_people_and_what_was_named_state_nothing(text: str, expected: list[str]) -> None:
    assert stated(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Costs rose to R21 450 an ounce.", ["21450 ZAR per ounce"]),
        ("The final dividend is R2.75 a share.", ["2.75 ZAR per share"]),
        ("It guides to R9.50 to R11 this year.", ["9.50..11 ZAR"]),
        ("It closed at R310, and net cash was R1.4bn.", ["310 ZAR", "1.4 ZAR billion"]),
        ("The plant has a capacity of 12.5 MTPA.", ["12.5 million tonnes per year"]),
        ("It mined 38 mt of ore.", ["38 million tonnes"]),
        ("The ship loaded 61,500 mt of maize.", ["61500 tonnes"]),
        ("Services made up 41 percent (36) of it.", ["41 %", "36 %"]),
        (
            "Profit was €120 million ($139 million), short of the 128 million expected.",
            ["120 EUR million", "139 USD million", "128 EUR million"],
        ),
        (
            "It sees 2.1 to 2.3 billion euros, down from the 2.5-2.6 billion it had promised.",
            ["2.1..2.3 EUR billion", "2.5..2.6 EUR billion"],
        ),
        (
            "It paid 1.10 euros a share, or 64 million in total.",
            ["1.10 EUR per share", "64 EUR million"],
        ),
        (
            "Sales rose to €3 billion as it sold 5 million pairs, up from 4 million a year earlier.",
            ["3 EUR billion", "5 million pairs", "4 million pairs"],
        ),
    ],
)
def test_units_and_money_as_trades_and_countries_write_them(text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("其中使用超过15年的约110万台。", ["110"]),
        ("收入1亿元以上的有20家。", ["20"]),
        ("工龄超过十年的有2000人。", ["2000"]),
        ("设备使用超过15年。", ["15"]),
        ("占比超过15%的产品收入为3亿元。", ["15", "3"]),
    ],
)
def test_a_size_that_says_whom_is_meant(text: str, expected: list[str]) -> None:
    assert [one.value for one in stated_in(sentence_of(text), setting_of(text, "zh"))] == expected


def test_a_number_in_a_known_name_is_no_figure() -> None:
    setting = setting_of("", "zh", entities=(Named(Bilingual("Sanchuan", "三川泵业")),))
    for text, said in (("市占率超过三川泵业的9%。", "9"), ("公司门店超过三百家。", "300")):
        assert [one.value for one in stated_in(sentence_of(text), setting)] == [said]


@pytest.mark.parametrize("text", ["The firmware version R2.15 is out.", "It is called the R19."])
def test_an_r_of_a_name_is_no_rand(text: str) -> None:
    assert not any("ZAR" in one for one in stated(text))


def test_a_sum_takes_its_money_from_the_sentence_before() -> None:
    before = "In Coatings it was 88 million euros. "
    for text, expected in (
        ("In Resins it halved, to 31 million.", "31 EUR million"),
        ("Analysts say the unit could fetch 4 billion.", "4 EUR billion"),
        ("Its users rose to 31 million.", "31 million users"),
    ):
        setting = setting_of(before + text)
        sentence = Sentence(len(before), len(before + text), text, 0)
        (found,) = [one for one in stated_in(sentence, setting) if one.value != "0.5"]
        assert f"{found.value} {found.unit.en}" == expected
