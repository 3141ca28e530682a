"""Whether a figure is achieved, planned, guided to, estimated, or only claimed."""

from dataclasses import replace

import pytest

from exporter.drafting.model import Named
from exporter.drafting.periods.figure_periods import Periods
from exporter.drafting.periods.statuses import status_of
from exporter.facts.words import Bilingual, Lang, Status
from tests.drafting.said_for_figures import sentences_of, setting_of, stated


def _statuses(text: str, lang: Lang, wanted: dict[str, str]) -> None:
    """Each figure of a sentence has the status that is wanted."""
    sentence = sentences_of(text)[0]
    setting = setting_of(text, lang)
    periods = Periods(setting, [sentence])
    found = {}
    for words in wanted:
        figure = stated(text, words)
        period = periods.of(figure, sentence).value
        found[words] = str(status_of(figure, sentence, setting, period).value)
    assert found == wanted


EN = [
    ("Calder will close three of its 17 mills, in Utah and Leeds, and cut 800 posts, or 5% of all.",
     {"three": "planned", "17": "achieved", "800": "planned", "5%": "planned"}),
    ("Calder closed three mills and cut 800 posts.", {"800": "achieved"}),
    ("Calder said it will invest and that it cut 800 posts.", {"800": "achieved"}),
    ("Analysts at Orme & Co said Calder was gaining share, and estimated that it now had 16%.",
     {"16%": "estimate"}),
    ("Analysts at Orme & Co said Calder had 16%.", {"16%": "achieved"}),
    ("Calder estimated that it had 16%.", {"16%": "achieved"}),
    ("Turnover slipped to $3.1 billion, against expectations of $3.4 billion.",
     {"$3.1": "achieved", "$3.4": "estimate"}),
    ("Turnover was $3.1 billion, ahead of forecasts of $3.0 billion.", {"$3.0": "estimate"}),
    ("Fees were $12 million, above the $11 million seen in a Street consensus.",
     {"$12": "achieved", "$11": "estimate"}),
    ("Yields rose to 4%, beating the 3% expected on average in a poll.",
     {"4%": "achieved", "3%": "estimate"}),
    ("Orme & Co said the range implied consensus downgrades of 4%.", {"4%": "estimate"}),
    ("It sold 40,000 cars in 2022.", {"40,000": "achieved"}),
    ("Revenue rose 12% to $3.0 billion.", {"12%": "achieved", "$3.0": "achieved"}),
    ("It will open 40 stores next year.", {"40": "planned"}),
    ("It left its investment plan for the year unchanged at $40 million.", {"$40": "planned"}),
    ("It left its dividend unchanged at 40 cents.", {"40": "achieved"}),
    ("Its $40 million revenue target for the year is unchanged.", {"$40": "guidance"}),
    ("Its $40 million profit forecast remains in place.", {"$40": "guidance"}),
    ("Its $40 million building plan was left unchanged.", {"$40": "planned"}),
    ("Analysts' $40 million profit forecast is unchanged.", {"$40": "estimate"}),
    ("Its $40 million revenue was unchanged.", {"$40": "achieved"}),
    ("It left its pension plan cover unchanged at 40%.", {"40%": "achieved"}),
    ("It plans to invest $40 million.", {"$40": "planned"}),
    ("The company aims to have 500 stores by 2027.", {"500": "planned"}),
    ("It targets 500 stores by 2027.", {"500": "planned"}),
    ("It intends to hire 200 people.", {"200": "planned"}),
    ("It expects to open 40 stores next year.", {"40": "planned"}),
    ("A plant of 50 MW is planned for 2026.", {"50": "planned"}),
    ("About 300 jobs will be created.", {"300": "planned"}),
    ("It expects full-year revenue of $3.0 billion.", {"$3.0": "guidance"}),
    ("Full-year revenue is expected to be $3.0 billion.", {"$3.0": "guidance"}),
    ("It raised its guidance for 2023 revenue to $3.0 billion.", {"$3.0": "guidance"}),
    ("The company forecasts earnings per share of $2.10.", {"$2.10": "guidance"}),
    ("Its outlook is for sales growth of 5%.", {"5%": "guidance"}),
    ("Analysts expect revenue of $3.0 billion.", {"$3.0": "estimate"}),
    ("Revenue was $3.2 billion, above analysts' estimates of $3.0 billion.",
     {"$3.2": "achieved", "$3.0": "estimate"}),
    ("IDC forecasts that shipments will rise 5%.", {"5%": "estimate"}),
    ("The market is expected to grow to $90 billion by 2030.", {"$90": "estimate"}),
    ("Goldman Sachs estimates that it will sell 40,000 cars.", {"40,000": "estimate"}),
    ("The company is said to have 40,000 customers.", {"40,000": "claimed"}),
    ("It reportedly paid $40 million.", {"$40": "claimed"}),
    ("It claims to have 40,000 customers.", {"40,000": "claimed"}),
    ("It plans to spend $90 million on depots in 2030, compared with about $70 million this year.",
     {"$90": "planned", "$70": "planned"}),
    ("It plans to spend $90 million on depots in 2030, compared with $70 million last year.",
     {"$70": "achieved"}),
    ("It plans to spend $90 million, compared with $70 million so far this year.",
     {"$70": "achieved"}),
    ("It reiterated its dividend of at least 14p for 2027.", {"14p": "guidance"}),
    ("It reiterated its order for 40 ships.", {"40": "achieved"}),
    ("It widened the range for the tax rate to 21-26%.", {"21": "guidance"}),
    ("The lorry has a range of 900 km.", {"900": "achieved"}),
    # What was expected once.
    ("It had expected to open 40 stores but opened 50.", {"50": "achieved"}),
    ("It sold 40,000 cars, more than expected.", {"40,000": "achieved"}),
    ("As planned, it opened 40 stores.", {"40": "achieved"}),
    ("It opened 40 stores, as planned.", {"40": "achieved"}),
    ("Better-than-expected sales of $3.0 billion lifted the shares.", {"$3.0": "achieved"}),
    ("Revenue was $3.0 billion in 2022, and it expects revenue of $3.2 billion in 2023.",
     {"$3.0": "achieved", "$3.2": "guidance"}),
    ("It expects revenue of $3.2 billion, up from $3.0 billion in 2022.",
     {"$3.2": "guidance", "$3.0": "achieved"}),
    ("It will raise the number of stores from 250 to 300.", {"250": "achieved", "300": "planned"}),
    ("It plans to raise monthly output to 1,150 cranes from roughly 900 now.",
     {"1,150": "planned", "900": "achieved"}),
    ("It has 300 stores and will open 40 next year.", {"300": "achieved", "40": "planned"}),
    ("Goodwill was $3.0 billion.", {"$3.0": "achieved"}),
    ("The pension plan has 3,000 members.", {"3,000": "achieved"}),
    ("The board approved $2 billion in May.", {"$2": "achieved"}),
    ("Analysts polled by LSEG had expected $3.1 billion.", {"$3.1": "estimate"}),
    ("The range of guidance, which excludes one-off items, is $200 million.", {"$200": "guidance"}),
    ("Last year it earned $3.1 billion; this year it expects $3.4 billion.",
     {"$3.1": "achieved", "$3.4": "guidance"}),
    ("Production is expected to start in 2026, with capacity of 30,000 tonnes.",
     {"30,000": "planned"}),
    ("The grocer plans 35 shops.", {"35": "planned"}),
    ("It expects earnings of $1.72 per share compared with $1.61 a year earlier.",
     {"$1.72": "guidance", "$1.61": "achieved"}),
    ("It forecasts revenue of $90 million for 2023 versus $84 million in 2022.",
     {"$90": "guidance", "$84": "achieved"}),
    ("It expects to open 40 stores in 2023 against 35 in 2022.",
     {"40": "planned", "35": "achieved"}),
    ("Sales were $2.4 billion, just above the average estimate of $2.3 billion.",
     {"$2.4": "achieved", "$2.3": "estimate"}),
    ("Profit of $40 million missed the mean forecast of $45 million.",
     {"$40": "achieved", "$45": "estimate"}),
    ("Sales fell 1.8%, less than the 2.5% decline that analysts had forecast.",
     {"1.8%": "achieved", "2.5%": "estimate"}),
    ("Profit was $40 million, less than the $45 million forecast by analysts.",
     {"$40": "achieved", "$45": "estimate"}),
    ("It sees earnings of $2.10 per share, up from its previous forecast of $2.05.",
     {"$2.10": "guidance", "$2.05": "guidance"}),
]  # fmt: skip

ZH = [
    ("此前公司预计全年净利润2000万元，现预计全年亏损8亿元。", {"2000": "guidance", "8亿": "guidance"}),
    ("此前公司净利润2000万元，现预计亏损8亿元。", {"2000": "achieved"}),
    ("公司净利润2000万元，现预计全年亏损8亿元。", {"2000": "achieved"}),
    ("2022年营收为12亿元。", {"12亿": "achieved"}),
    ("公司将新开40家门店。", {"40": "planned"}),
    ("公司计划投资40亿元。", {"40亿": "planned"}),
    ("公司拟发行40亿元债券。", {"40亿": "planned"}),
    ("到2027年，门店力争达到500家。", {"500": "planned"}),
    ("公司的目标是到2027年拥有500家门店。", {"500": "planned"}),
    ("公司预计明年新开40家门店。", {"40": "planned"}),
    ("预测模型的训练加速比达92%。", {"92%": "achieved"}),
    ("公司预计全年营收为12亿元。", {"12亿": "guidance"}),
    ("公司给出的营收指引为12亿元至13亿元。", {"12亿": "guidance"}),
    ("分析师预计，公司营收为12亿元。", {"12亿": "estimate"}),
    ("研报预计公司2024年营收为12亿元。", {"12亿": "estimate"}),
    ("据IDC预测，出货量将增长5%。", {"5%": "estimate"}),
    ("我们预计公司2024年净利润为3亿元。", {"3亿": "estimate"}),
    ("该公司据称拥有4万名客户。", {"4万": "claimed"}),
    ("公司声称其准确率为95%。", {"95%": "claimed"}),
    ("坊间传其出资5亿元。", {"5亿": "claimed"}),
    ("传统水泵收入13亿元，同比下降4%。", {"13亿": "achieved", "4%": "achieved"}),
    ("传感器收入为6亿元。", {"6亿": "achieved"}),
    ("公司曾计划新开40家门店。", {"40": "achieved"}),
    ("营收为12亿元，高于市场预期的11亿元。", {"12亿": "achieved", "11亿": "estimate"}),
    ("营收为12亿元，超出预期。", {"12亿": "achieved"}),
    ("公司如期交付了40架飞机。", {"40": "achieved"}),
    ("公司拥有将近300家门店。", {"300": "achieved"}),
    ("公司现有300家门店，计划明年新开40家。", {"300": "achieved", "40": "planned"}),
    ("公司预计全年营收为12亿元，去年为10亿元。", {"12亿": "guidance", "10亿": "achieved"}),
    ("该技术将成本降低了30%。", {"30%": "achieved"}),
    ("公司预期营收为12亿元，同比增长5%。", {"12亿": "guidance", "5%": "guidance"}),
    ("公司产能将由2023年的10万吨提升至2025年的25万吨。", {"10万": "achieved", "25万": "planned"}),
    ("预计到2030年，全球市场规模将增长到200亿美元。", {"200亿": "estimate"}),
    ("集团将总部迁往苏州，新楼耗资6.4亿元。", {"6.4亿": "achieved"}),
    ("公司預計全年營收為12億元。", {"12億": "guidance"}),
    ("公司计提存货跌价准备4亿元，收到政府补助3亿元。", {"4亿": "achieved", "3亿": "achieved"}),
    ("下半年公司会把资本开支压缩到40亿元以内。", {"40亿": "planned"}),
    ("大会通过了40亿元的议案。", {"40亿": "achieved"}),
    ("全年出货目标下调至21万吨，此前为25万吨。", {"21万": "planned", "25万": "guidance"}),
    ("全年开支不超过6亿元，此前的计划为7亿元。", {"6亿": "guidance", "7亿": "guidance"}),
    ("2023年全年资本开支不超过9亿元。", {"9亿": "guidance"}),
    ("2022年全年资本开支不超过9亿元。", {"9亿": "achieved"}),
    # Works that are yet to open.
    ("二期项目总投资12亿元，预计明年三季度投产。", {"12亿": "planned"}),
    ("新总部总投资8亿元，占地120亩，将于2025年启用。", {"8亿": "planned"}),
    ("纸浆厂投资额5亿元，计划于2028年投产。", {"5亿": "planned"}),
    ("酒庄总投资2亿元，已于去年开业。", {"2亿": "achieved"}),
    ("酒庄总投资2亿元，于去年开业，二期计划2027年建成。", {"2亿": "achieved"}),
    ("码头已完成投资18亿元，计划年底建成。", {"18亿": "achieved"}),
    ("公司去年投资3亿元，计划2027年再开业50家门店。", {"3亿": "achieved"}),
    # Nobody plans a market.
    ("2022年国内冷饮市场规模约为880亿元，预计2028年将超过1300亿元。",
     {"880亿": "achieved", "1300亿": "estimate"}),
    ("行业渗透率目前为12%，预计到2030年将超过30%。", {"12%": "achieved", "30%": "estimate"}),
    ("全国充电桩保有量预计明年将达到1500万台。", {"1500万": "estimate"}),
    ("公司认为，2028年国内冷饮市场规模有望达到1300亿元。", {"1300亿": "estimate"}),
    ("全行业出货量为120万台，公司预计明年出货8万台。", {"8万": "guidance"}),
    ("国内冷饮市场规模为880亿元，预计2028年公司份额将超过20%。", {"20%": "planned"}),
    ("公司预计2028年国内门店将超过1300家。", {"1300": "planned"}),
    ("2023年毛利率不会低于31%。", {"31%": "guidance"}),
    ("2022年毛利率不会低于31%。", {"31%": "achieved"}),
    # Where a plan starts from is so today; what an aim was before it was revised, was an aim.
    ("公司明年计划把配送站从300个增加到450个。", {"300": "achieved", "450": "planned"}),
    ("我们的目标是把会员从12万人增加到20万人。", {"12万": "achieved", "20万": "planned"}),
    ("公司预期明年毛利率由30%提升至33%。", {"30%": "achieved", "33%": "guidance"}),
    ("公司将全年资本开支计划由12亿元下调至9亿元。", {"12亿": "guidance", "9亿": "planned"}),
    ("公司将全年收入预期由12亿元下调至9亿元。", {"12亿": "guidance", "9亿": "guidance"}),
    ("公司预计净利润由3亿元至4亿元。", {"4亿": "guidance"}),
    # An aim for results that is kept, a bound of this year, and one of no year.
    ("公司维持全年营业收入57亿元的目标不变。", {"57亿": "guidance"}),
    ("公司维持全年开店40家的目标不变。", {"40": "planned"}),
    ("今年的资本开支控制在6亿元以内。", {"6亿": "guidance"}),
    ("今年以来费用率控制在5%以内。", {"5%": "achieved"}),
    ("我们的分红率不会低于50%，去年为48%。", {"50%": "guidance", "48%": "achieved"}),
    ("若关税上升，毛利率可能下降2个百分点。", {"2个": "guidance"}),
    ("单票价格可能会环比回升5%左右。", {"5%": "guidance"}),
    ("今年资本开支为22亿元，低于年初计划的26亿元。", {"22亿": "achieved", "26亿": "guidance"}),
    ("三季度毛利率可能已下降2个百分点。", {"2个": "achieved"}),
    # What was expected of one thing says nothing of how another went.
    ("预计快餐行业今年关店1.5万家，门店总数从70万家降到了67万家。", {"1.5万": "estimate", "67万": "achieved"}),
    ("2023年已完成全年12万辆目标的70%。", {"12万": "guidance", "70%": "achieved"}),
    # An aim that stands behind its figure, and is kept or set.
    ("公司表示，全年40亿元的收入目标不变。", {"40亿": "guidance"}),
    ("全年利润目标4亿元保持不变。", {"4亿": "guidance"}),
    ("公司全年60家的开店计划保持不变。", {"60": "planned"}),
    ("公司重申了全年7%的销量增速指引。", {"7%": "guidance"}),
    ("全年12亿元的资本开支预算维持不变。", {"12亿": "guidance"}),
    ("公司已完成40亿元的收入目标。", {"40亿": "achieved"}),
    ("公司用40亿元的现金还债。", {"40亿": "achieved"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), EN)
def test_english(text: str, wanted: dict[str, str]) -> None:
    _statuses(text, "en", wanted)


@pytest.mark.parametrize(("text", "wanted"), ZH)
def test_chinese(text: str, wanted: dict[str, str]) -> None:
    _statuses(text, "zh", wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("公司预计第四季度收入34亿元；|经调整净利率为30%至40%。", "guidance"),
        ("公司预计第四季度收入34亿元；|毛利率约为30%。", "guidance"),
        ("公司预计第四季度收入34亿元；|毛利率30%至40%，高于去年的20%。", "guidance"),
        ("公司预计第四季度收入34亿元；|三季度毛利率为30%。", "achieved"),
        ("公司预计第四季度收入34亿元；|公司已有门店30家。", "achieved"),
        ("市场预计第四季度收入34亿元；|毛利率为30%。", "achieved"),
        ("公司第三季度收入34亿元；|毛利率为30%。", "achieved"),
        ("公司预计第四季度收入34亿元。|毛利率为30%。", "achieved"),
    ],
)
def test_guidance_goes_on_behind_a_semicolon(text: str, wanted: str) -> None:
    last = sentences_of(text)[-1]
    guess = status_of(stated(last.text, "30"), last, setting_of(text, "zh"), "")
    assert guess.value == wanted


@pytest.mark.parametrize(
    ("text", "period", "wanted", "is_sure"),
    [
        ("It has a target of 500 stores.", "2027", "planned", True),
        ("Capacity of 500 MW.", "2027", "planned", False),
        ("It will open 500 stores.", "2019", "planned", False),
        ("It will open 500 stores.", "2024", "planned", True),
        ("It opened 500 stores.", "FY2024", "achieved", True),
        ("Sales would have risen by 500.", "2022", "achieved", True),
        ("It could open 500 stores.", "2024", "planned", True),
    ],
)
def test_the_period_has_a_say(text: str, period: str, wanted: str, is_sure: bool) -> None:
    sentence = sentences_of(text)[0]
    guess = status_of(stated(text, "500"), sentence, setting_of(text, "en"), period)
    assert guess.value == wanted
    assert (not guess.doubt) is is_sure


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ashby now expects sales of £310m in 2024.", Status.ESTIMATE),
        ("Ashby Works now expects sales of £310m in 2024.", Status.GUIDANCE),
        ("Selby now expects sales of £310m in 2024.", Status.GUIDANCE),
        ("Ashby Securities expects the company to earn £310m in 2024.", Status.ESTIMATE),
        ("Ashby Securities cut its view. The company is to earn £310m in 2024.", Status.PLANNED),
    ],
)
def test_a_known_house_estimates_by_its_first_word(text: str, status: Status) -> None:
    setting = replace(
        setting_of(text, "en"), brokers=(Named(Bilingual("Ashby Securities", "阿什比证券")),)
    )
    figure, (sentence,) = stated(text, "£310m"), sentences_of(text)
    assert status_of(figure, sentence, setting, "2024").value is status
