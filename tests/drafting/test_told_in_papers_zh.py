"""Turns of Chinese newspapers: what figures are called, whose they are, when, whole drafts."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

_NAMED = Named(Bilingual("青禾食品", "青禾食品"), ("青禾",))


def _drafts(text: str) -> tuple[Draft, ...]:
    setting = setting_of(text, "zh", entities=(_NAMED,))
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What grows fastest has the measure of the figures before it.
        (
            "青禾饼干收入3亿元；糖果收入2亿元；其他产品增长最快，同比增幅达23.5%。",
            ["饼干收入", "糖果收入", "其他产品收入同比增速"],
        ),
        # A length that moved is no span that says when.
        ("渠道库存已从年初的近四个月降到两个半月左右。", ["渠道库存", "渠道库存"]),
        ("青禾的账期由去年的两个月拉长到90天。", ["账期", "账期"]),
        ("青禾近三个月销量增长5%。", ["近三个月销量增速"]),
        # What is told per piece is of the thing of the clause before.
        ("他卖的青禾饼干今年售价没有变，但每盒的返点比去年少了2元。", ["饼干每盒返点变动"]),
        ("这款茶每杯的补贴比上月少了2元。", ["这款茶每杯补贴变动"]),
        # 前后 is of the day before it.
        ("青禾计划国庆前后清远三期项目开工，总投资约8亿元。", ["清远三期项目总投资"]),
    ],
)
def test_a_figure_is_called_by_the_turn_it_stands_in(text: str, names: list[str]) -> None:
    assert [draft.metric for draft in _drafts(text)] == names


def test_a_length_that_moved_is_of_when_it_was_so() -> None:
    drafts = _drafts("渠道库存已从年初的近四个月降到两个半月左右。")
    assert [(draft.value, draft.period) for draft in drafts] == [("4", "2026-01-01"), ("2.5", "")]


def test_who_knows_a_company_is_none() -> None:
    text = "青禾公布了业绩。\n一位接近公司的人士告诉记者，目前渠道库存约为45天。"
    assert [draft.entity for draft in _drafts(text)] == ["青禾食品"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # Since when nothing was lower is no period of the figure.
        ("2025年，青禾的单店收入为31万元，是近四年最低。", ["2025"]),
        ("青禾过去三年最低的毛利率为31%。", [""]),
        # What it is now stands beside what it was.
        ("青禾的主力款去年卖899元，眼下的650元已贴近成本。", ["2025", ""]),
        # What it was at a peak is of that year; a part of it is of the day.
        ("渠道库存约2.4个月，低于2024年高峰时的4.1个月。", ["", "2024"]),
        ("青禾的市值约40亿元，不到2021年高点的三分之一。", ["", ""]),
    ],
)
def test_a_period_is_none_of_what_it_is_only_compared_with(text: str, periods: list[str]) -> None:
    assert [draft.period for draft in _drafts(text)] == periods


def test_a_level_before_keeps_its_sign_and_is_exact() -> None:
    drafts = _drafts("青禾糖果毛利率17%，远低于饼干的39%；资本开支4亿元，较去年的6亿元下降近四成。")
    assert [(draft.value, draft.qualifier.value) for draft in drafts] == [
        ("17", "exact"),
        ("39", "exact"),
        ("4", "exact"),
        ("6", "exact"),
        ("-40", "nearly"),
    ]


def test_how_large_goods_are_and_what_is_thrown_in_are_no_facts() -> None:
    drafts = _drafts("一箱1.5升的青禾茶饮，去年这个时候出厂价要31元，现在还得送两瓶糖浆。")
    assert [(draft.metric, draft.value) for draft in drafts] == [("茶饮出厂价", "31")]


def test_portions_sold_are_counted_and_no_sum() -> None:
    drafts = _drafts("青禾的“三分饱”系列，定价19.9元，上半年卖了120万份。")
    assert [draft.unit.zh for draft in drafts if draft.unit] == ["元", "万份"]


def test_what_is_decided_for_a_day_to_come_is_planned() -> None:
    drafts = _drafts(
        "青禾决定年底前关闭12家门店，但要一次性支付违约金900万元。\n青禾去年关闭了8家门店。"
    )
    assert [draft.status.value for draft in drafts] == ["planned", "planned", "achieved"]


def test_a_rival_by_name_is_none_of_the_report() -> None:
    assert [
        draft.entity for draft in _drafts("青禾公布了季报。\n同行锦麦食品三季度的毛利率只剩5%。")
    ] == [""]


def test_a_half_of_a_year_before_is_of_this_year() -> None:
    drafts = _drafts("2025年，青禾资本开支3亿元，只及上年同期的三分之一。")
    assert [draft.period for draft in drafts] == ["2025", "2025"]


def test_a_level_recovered_to_is_of_no_year_before() -> None:
    drafts = _drafts("2025年，青禾出口收入5亿元，恢复到2019年同期的82%。")
    assert [draft.period for draft in drafts] == ["2025", "2025"]


def test_what_an_analyst_says_of_an_open_year_is_an_estimate() -> None:
    drafts = _drafts("分析师张华认为，青禾2026年净利润约为1.8亿元，2025年净利润为2亿元。")
    assert [draft.status.value for draft in drafts][:1] == ["estimate"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("截至2025年末，青禾直营门店占比升至54%，而上年末为49.6%。", "2024-12-31"),
        ("截至2025年末，青禾的冷库出租率降至81%，上年末则为84.5%。", "2024-12-31"),
        ("截至2025年末，青禾线上订单占比为30%，2023年底仅为12%。", "2023-12-31"),
        ("2025年青禾线上订单占比为30%，上年为12%。", "2024"),
    ],
)
def test_a_share_at_the_end_of_a_year_is_of_its_last_day(text: str, period: str) -> None:
    *_, draft = _drafts(text)
    assert draft.period == period


@pytest.mark.parametrize(
    ("text", "drafted"),
    [
        # What was aimed at before is guidance, and not called what came to be, or is expected now.
        (
            "青禾预计全年销量约31万辆，低于年初设定的35万辆的目标。",
            [("销量", "2026", "guidance"), ("此前销量目标", "2026", "guidance")],
        ),
        (
            "青禾2025年产量为31万吨，未达年初下达的33万吨产量目标。",
            [("产量", "2025", "achieved"), ("此前产量目标", "2025", "guidance")],
        ),
        (
            "青禾全年装机2.1GW，高于公司此前给出的2GW左右的目标。",
            [("装机", "2026", "achieved"), ("此前装机目标", "2026", "guidance")],
        ),
        (
            "青禾预计全年交付约310台，少于年初公布的350台交付指引。",
            [("交付量", "2026", "guidance"), ("此前交付量指引", "2026", "guidance")],
        ),
        (
            "青禾预计全年毛利率约18%，低于年初提出的20%目标。",
            [("毛利率", "2026", "guidance"), ("此前毛利率目标", "2026", "guidance")],
        ),
        # Another's expectation, a price target, a purchase, a level of then: none of it.
        (
            "青禾全年净利润3亿元，低于年初收购的4亿元项目。",
            [("净利润", "2026", "achieved"), ("净利润", "2026-01-01", "achieved")],
        ),
        (
            "青禾股价报31元，低于年初给出的42元目标价。",
            [("股价", "", "achieved"), ("股价", "2026-01-01", "achieved")],
        ),
        (
            "青禾库存3亿元，低于年初的4亿元。",
            [("库存", "", "achieved"), ("库存", "2026-01-01", "achieved")],
        ),
        (
            "青禾预计全年收入约39亿元，低于去年的42亿元。",
            [("收入", "2026", "guidance"), ("收入", "2025", "achieved")],
        ),
    ],
)
def test_an_aim_of_before_is_told_apart(text: str, drafted: list[tuple[str, str, str]]) -> None:
    drafts = _drafts(text)
    assert [(draft.metric, draft.period, str(draft.status)) for draft in drafts] == drafted


@pytest.mark.parametrize(
    ("told", "drafted"),
    [
        # Who only stands for a kind of channel, market or goods is no part of its name.
        (
            "海外回落，以大润发、永辉为代表的商超系统销量增长12%。",
            [("青禾食品", "商超系统销量增速")],
        ),
        ("电商回落，以抖音、快手等为代表的直播渠道收入达3.4亿元。", [("青禾食品", "直播渠道收入")]),
        ("其中，以沃尔玛、家乐福为首的大卖场渠道收入为2亿元。", [("青禾食品", "大卖场渠道收入")]),
        ("以越南、泰国为代表的海外市场收入为5亿元。", [("青禾食品", "海外市场收入")]),
        ("以夜班司机为代表的用户数达到30万户。", [("青禾食品", "用户数")]),
        # Those whose figure it is, others themselves: none of the report's.
        ("国内平稳，以盒马、山姆为代表的零售商净利率为3%。", [("", "零售商净利率")]),
        ("国内平稳，以宁德时代、比亚迪为首的电池企业市场份额为65%。", [("", "电池企业市场份额")]),
        ("国内平稳，盒马、山姆收入为3亿元。", [("", "收入")]),
        ("国内平稳，盒马收入为3亿元。", [("", "收入")]),
    ],
)
def test_who_stands_for_a_kind_owns_nothing(told: str, drafted: list[tuple[str, str]]) -> None:
    drafts = _drafts(f"青禾公布了业绩。{told}")
    assert [(draft.entity, draft.metric) for draft in drafts] == drafted


@pytest.mark.parametrize(
    ("told", "entity"),
    [
        # Who is said behind a quotation to be of another business tells of that.
        ("“铜管的加工费，一年里跌了约两成。”一位江浙铜材企业负责人对记者表示。", ""),
        ("“客单价降到了41元。”一家连锁药房的店长对记者说。", ""),
        ("“房价今年降了约一成。”一位民营酒店经营者告诉记者。", ""),
        ("“账期拉长到90天。”某包装厂老板感叹。", ""),
        # Somebody of the company, who knows it, or names it: of the company.
        ("“销量今年增长了两成。”青禾一位区域负责人对记者表示。", "青禾食品"),
        ("“销量今年增长了两成。”一位公司内部人士对记者表示。", "青禾食品"),
        ("“退货率今年升到12%。”一位接近公司的人士对记者表示。", "青禾食品"),
        ("“退货率今年升到12%。”一位子公司高管对记者表示。", "青禾食品"),
        ("“退货率今年升到12%。”一位青禾供货企业负责人对记者表示。", "青禾食品"),
        ("“青禾的退货率今年升到12%。”一位同行企业负责人对记者表示。", "青禾食品"),
        ("一位纺织企业负责人对记者表示，行情不好。青禾的退货率为12%。", "青禾食品"),
    ],
)
def test_a_quotation_of_another_business_is_of_that(told: str, entity: str) -> None:
    drafts = _drafts(f"青禾公布了业绩。\n{told}")
    assert [draft.entity for draft in drafts] == [entity]
