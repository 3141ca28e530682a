"""What Chinese newspapers leave between the words: days, whole years, who tells, whose it is."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

# Sources appeared on 12 March 2026.
_ENTITIES = (
    Named(Bilingual("Acme", "顶点")),
    Named(Bilingual("Tyre trade", "轮胎翻新行业"), ("翻新行业",)),
)


def _drafts(text: str) -> list[Draft]:
    setting = setting_of(text, "zh", entities=_ENTITIES)
    return list(draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        # The day of the sentence before, or of the paragraph above.
        ("某券商在3月10日的研报中看好顶点。当日，顶点收涨6.1%。", "2026-03-10"),
        ("3月9日，顶点开股东大会。当天收盘，该股报12.1元。", "2026-03-09"),
        ("3月9日晚间，顶点披露订单。\n次日，公司股价低开，收跌3.2%。", "2026-03-10"),
        ("3月5日，顶点复产。同一天，顶点与车企签下2.6亿元订单。", "2026-03-05"),
        ("顶点3月4日公布扩产。受此影响，公司股票当日下挫7.5%。", "2026-03-04"),
        ("3月3日，顶点提价。翌日，顶点成交额12亿元。", "2026-03-04"),
        # Without one, that of the source; and of a deed nothing is known.
        ("当日，顶点股价上涨4.2%。", ""),
        ("3月11日，顶点提价。次日，顶点收涨2%。", ""),
        ("3月5日，顶点复产。旗舰店开业当天卖出3000条轮胎。", "2026-03-05"),
    ],
)
def test_the_day_that_is_meant_by_one_said_before(text: str, period: str) -> None:
    assert _drafts(text)[-1].period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("顶点2024年营收46亿元。全年翻新轮胎9万条。", "2024"),
        ("顶点一季度营收9亿元。2024年公司营收46亿元，净亏损3亿元。全年现金流出2亿元。", "2024"),
        ("2027年降幅有望收窄至3%以内，顶点全年收入预计增长5%至8%。", "2027"),
        ("顶点2024年第四季度营收14亿元，全年营收46亿元。", "2024"),
        ("顶点上半年营收9亿元。预期全年收入20亿元，并力争2027年盈亏平衡。", "2026"),
        ("2025年，顶点净亏损3亿元。公司预计全年资本开支12亿元。", "2026"),
    ],
)
def test_the_whole_year_is_that_which_was_spoken_of(text: str, period: str) -> None:
    assert _drafts(text)[-1].period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("顶点门店2022年暑期能卖到230元，去年同期只有195元。", "2025"),
        ("2023年一季度顶点亏损2亿元，而去年同期盈利1亿元。", "2025-Q1"),
        ("顶点2025年营收38亿元，去年同期为36亿元。", "2024"),
        ("顶点2023年营收38亿元，上年同期为36亿元。", "2022"),
        ("顶点2026年1月营收3亿元，去年同期为2亿元。", "2025-01"),
    ],
)
def test_last_year_is_the_one_before_publication(text: str, period: str) -> None:
    assert _drafts(text)[-1].period == period


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "顶点在合肥的一位加盟商告诉远洋财经报道记者，他的门店去年平均能卖到230元，利润率不到一成。",
            [
                ("加盟商门店平均售价", "顶点在合肥的一位加盟商"),
                ("加盟商门店利润率", "顶点在合肥的一位加盟商"),
            ],
        ),
        (
            "顶点的一名店长抱怨，自己的店去年月均流水18万元，今年一季度只有13万元。",
            [("店长店月均流水", "顶点的一名店长"), ("店长店月均流水", "顶点的一名店长")],
        ),
        (
            "一位轮胎批发商对《商报》记者感叹，他的库存约为45天，公司的返利却只有3%。",
            [("批发商库存", "一位轮胎批发商"), ("返利", "一位轮胎批发商")],
        ),
        ("顶点一位前员工告诉第一财经记者，总部去年裁员约300人。", [("裁员人数", "顶点一位前员工")]),
    ],
)
def test_somebody_of_a_trade_tells_of_their_own(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.metric, one.attribution) for one in _drafts(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "顶点的投资回收期从当初测算的3年拉长到近5年。",
            [("此前投资回收期测算", "3"), ("投资回收期", "5")],
        ),
        ("顶点的签约周期缩短到近30天。", [("签约周期", "30")]),
        ("近三年，顶点累计研发投入12亿元。", [("研发投入", "12")]),
    ],
)
def test_nearly_so_many_years_is_a_length_behind_what_it_comes_to(
    text: str, told: list[tuple[str, str]]
) -> None:
    assert [(one.metric, one.value) for one in _drafts(text)] == told


@pytest.mark.parametrize(
    ("text", "period", "status"),
    [
        ("越南产线预计三季度投产，项目总投资1.2亿欧元，顶点持股65%。", "", "achieved"),
        ("合资公司计划2028年建成，顶点占股51%。", "", "achieved"),
        ("新厂预计年底前投产，顶点目前持有其30%的股权。", "", "achieved"),
        ("交易完成后，顶点将持股65%。", "", "planned"),
        ("顶点计划明年将持股比例提高至70%。", "2027", "planned"),
        ("截至2025年末，顶点持股65%。", "2025-12-31", "achieved"),
    ],
)
def test_a_stake_beside_a_plan_is_held_today(text: str, period: str, status: str) -> None:
    last = _drafts(text)[-1]
    assert (last.period, str(last.status)) == (period, status)


_RUBBER = (*_ENTITIES, Named(Bilingual("Rubber", "橡胶"), ("天然橡胶",)))


@pytest.mark.parametrize(
    ("text", "entity", "metric"),
    [
        ("顶点称其橡胶的单吨采购成本已降至1万元以下。", "Acme", "橡胶单吨采购成本"),
        ("一季度，顶点采购橡胶3200吨。", "Acme", "橡胶采购量"),
        ("顶点自产橡胶的毛利率达21%。", "Acme", "自产橡胶毛利率"),
        ("顶点表示，其食品级橡胶产能为2万吨。", "Acme", "食品级橡胶产能"),
        ("3月9日天然橡胶均价报1.4万元/吨。", "Rubber", "均价"),
        ("顶点提价。橡胶价格上涨12%。", "Rubber", "价格变动"),
    ],
)
def test_goods_of_somebody_are_theirs(text: str, entity: str, metric: str) -> None:
    setting = setting_of(text, "zh", entities=_RUBBER)
    drafts = draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts
    assert (drafts[-1].entity, drafts[-1].metric) == (entity, metric)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "顶点一季度营收9亿元。国家信息中心预测，2027年国内翻新轮胎将达6000万条，而行业产能早已突破9000万条。",
            [("Tyre trade", "2027", "estimate"), ("Tyre trade", "", "achieved")],
        ),
        (
            "顶点一季度营收9亿元。中国橡胶工业协会预计，今年轮胎翻新市场规模将超过200亿元。",
            [("Tyre trade", "2026", "estimate")],
        ),
        (
            "顶点一季度营收9亿元。公司预计，2027年轮胎翻新量将达60万条。",
            [("Acme", "2027", "planned")],
        ),
        (
            "顶点预计2026年新增网点40个，目前已建成12个。",
            [("Acme", "", "achieved")],
        ),
    ],
)
def test_what_a_body_expects_is_of_the_trade(text: str, told: list[tuple[str, str, str]]) -> None:
    found = [(one.entity, one.period, str(one.status)) for one in _drafts(text)]
    assert found[-len(told) :] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("在成都经营两家店的罗先生说，他的店上座率不到5%。", [("罗先生店上座率", "")]),
        ("一位开了三家工厂的老板感叹，他的工厂产能利用率只有四成。", [("老板工厂产能利用率", "")]),
        ("顶点去年利润9亿元，比高峰时的2018年少了八成。", [("利润", "2025"), ("利润增速", "2025")]),
    ],
)
def test_who_speaks_is_not_counted_and_better_days_are_compared(
    text: str, told: list[tuple[str, str]]
) -> None:
    assert [(one.metric, one.period) for one in _drafts(text)] == told


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("顶点一季度营收9亿元，是轮胎翻新行业的1.7倍。", "Acme"),
        (
            "据中国橡胶工业协会的数据，全国轮胎翻新量约900万条；去年全国新增企业520家。",
            "Tyre trade",
        ),
    ],
)
def test_what_is_multiplied_is_another_and_a_semicolon_goes_on(text: str, entity: str) -> None:
    assert _drafts(text)[-1].entity == entity
