"""Figures of what the sentence before names: 60 of them, the business that 该业务 points at."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual, Lang, Status
from tests.drafting.any_source import setting_of

_ENTITIES = (
    Named(Bilingual("Acme", "顶点")),
    Named(Bilingual("Gloves", "手套部门"), ("手套业务",)),
)


def _last(text: str, lang: Lang = "en") -> Draft:
    setting = setting_of(text, lang, entities=_ENTITIES)
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts[-1]


@pytest.mark.parametrize(
    ("text", "metric", "unit"),
    [
        (
            "Acme closed 14 shops, leaving it with 512. About 60 of them open on Sundays.",
            "Shops that open on Sundays",
            "stores",
        ),
        ("Acme runs 48 tanneries. Twelve are in Spain.", "Tanneries in Spain", "tanneries"),
        (
            "Acme opened 9 clubs, taking the total to 220. Some 40 of those are franchised.",
            "Clubs franchised",
            "clubs",
        ),
        ("Acme has 90 mills. Of these, 31 are abroad.", "Mills abroad", "mills"),
    ],
)
def test_what_is_counted_before_is_counted_on(text: str, metric: str, unit: str) -> None:
    draft = _last(text)
    assert draft.unit is not None
    assert (draft.metric, draft.unit.key or draft.unit.en) == (metric, unit)
    assert draft.quote == text.removesuffix(".")
    assert (draft.review, draft.seen) == ("new", ())


@pytest.mark.parametrize(
    "text",
    [
        "Acme runs 48 tanneries. Twelve competitors are in Spain.",
        "Acme runs 48 tanneries.\n\nTwelve are in Spain.",
        "Acme runs 48 tanneries. In Spain 12 shops opened.",
        "Acme sold 4,000 coats at 48 tanneries. About 12 of them were in Spain.",  # of which
        "Acme opened 48 tanneries. About 60 of them are in Spain.",  # more than there are
    ],
)
def test_what_is_counted_anew_is_not_of_those_before(text: str) -> None:
    draft = _last(text)
    assert draft.unit is not None
    assert "tanneries" not in (draft.unit.key or draft.unit.en)


@pytest.mark.parametrize(
    ("words", "unit"),
    [("12 new clubs", "clubs"), ("5 new routes", "routes"), ("7 additional depots", "depots")],
)
def test_new_things_are_counted_as_things(words: str, unit: str) -> None:
    draft = _last(f"Acme opened {words} in the quarter.")
    assert draft.unit is not None
    assert (draft.unit.key or draft.unit.en) == unit


@pytest.mark.parametrize(
    ("text", "entity", "metric"),
    [
        ("手套业务收入3.1亿元。该部门员工1200人。", "Gloves", "员工数"),
        ("手套业务收入3.1亿元。该部门员工1200人，该业务营业利润0.6亿元。", "Gloves", "营业利润"),
        ("手套业务毛利率为35.2%，占公司总收入的42%。", "Gloves", "占总收入比重"),
        ("手套业务是增长的主要来源。前三季度该业务收入3.1亿元。", "Gloves", "收入"),
        ("手套业务是亮点。上半年该业务收入3.1亿元，同比增长26%。", "Gloves", "收入同比增速"),
        (
            "顶点在江岸的新工厂已投产，年产能60万台。目前产能利用率约为75%。",
            "Acme",
            "江岸新工厂产能利用率",
        ),
        ("顶点在江岸的新工厂已投产，年产能60万台。公司产能利用率约为75%。", "Acme", "产能利用率"),
        ("顶点在全国有门店2860家。", "Acme", "全国门店数"),
        ("顶点布局鞋类业务和帽类业务。该业务营业利润0.6亿元。", "Acme", "帽类业务营业利润"),
    ],
)
def test_what_chinese_points_at(text: str, entity: str, metric: str) -> None:
    draft = _last(text, "zh")
    assert (draft.entity, draft.metric) == (entity, metric)


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        (
            "Acme will close its mill in Leeds. It expects the closure to save £4 million a year.",
            "Savings from closure of mill in Leeds",
        ),
        (
            "Acme will close its mill in Leeds and shut a depot. It expects the closures to save £4 million.",
            "Savings from closures",
        ),
        ("Acme cut jobs. It expects the tool to save £4 million a year.", "Savings"),
        (
            "Energy prices fell by 9%. It expects a further benefit of £3 million next year.",
            "Benefit",
        ),
        (
            "Energy costs were £9 million lower. Acme expects a further benefit of £3 million in May.",
            "Benefit from lower energy costs",
        ),
    ],
)
def test_what_is_saved_by_what_was_told_before(text: str, metric: str) -> None:
    assert _last(text).metric == metric


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        (
            "Acme delivered 9,000 vehicles, up 3%. Vans made up 38% of the total.",
            "Vans' share of deliveries",
        ),
        (
            "Acme's revenue rose 7% to $3 billion. Repairs made up 21% of the total, up from 18%.",
            "Repairs' share of revenue",
        ),
        # A margin has no total, and that of a part may be another one.
        ("Acme's glue sales rose 4%. Tape made up 21% of the total.", "Tape's share of total"),
        ("Acme's orders rose 4%. It made up 21% of the total.", "Orders' share of total"),
        ("Acme's margin was 7%. Repairs made up 21% of the total.", "Repairs' share of total"),
        ("Acme sold 90 vans. Labour made up 21% of the total cost.", "Labour's share of total cost"),
    ],
)  # fmt: skip
def test_the_total_is_that_of_the_figure_before(text: str, metric: str) -> None:
    assert _last(text).metric == metric


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Adjusted EPS of $2.10 to $2.16, unchanged", Status.GUIDANCE),
        ("Capital expenditure of about $80 million (reaffirmed)", Status.GUIDANCE),
        ("Free cash flow of $40 million, raised from $35 million", Status.GUIDANCE),
        ("Free cash flow of $40 million", Status.GUIDANCE),
        ("Headcount was 900 in June, unchanged", Status.ACHIEVED),
    ],
)
def test_a_line_of_guidance_may_say_what_became_of_it(line: str, status: Status) -> None:
    text = f"For fiscal 2026, Acme expects the following:\n\n- Revenue of $900 million\n- {line}\n"
    setting = setting_of(text, "en", entities=_ENTITIES)
    facts = draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts
    first = line.split(" of ", maxsplit=1)[0].split(" was ", maxsplit=1)[0]
    assert [one.status for one in facts if one.metric.startswith(first)][:1] == [status]


@pytest.mark.parametrize(
    ("text", "lang", "period"),
    [
        ("Acme said last week that its winter takings were down 8 per cent.", "en", "2025-12/2026-02"),
        ("Acme said that its summer sales event cost $8m.", "en", ""),
        ("Acme pays for that through shorter hours in winter: sales rose 4%.", "en", ""),
        ("顶点发布2025年半年报。\n公司拟每10股派发现金红利2.4元（含税）。", "zh", "2025-H1"),
        ("顶点披露2025年年报。\n公司拟每10股派发现金红利2.4元（含税）。", "zh", ""),
        ("顶点披露2025年年报。\n未来三年公司每10股派发现金红利不低于2.4元。", "zh", "2026-03/2029-03"),
    ],
)  # fmt: skip
def test_trade_of_a_season_and_a_payout_have_their_period(
    text: str, lang: Lang, period: str
) -> None:
    assert _last(text, lang).period == period


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("顶点在建的二期码头总投资约30亿元，截至6月末已投入12亿元。", Status.PLANNED),
        ("顶点去年的二期码头总投资约30亿元，已经投产。", Status.ACHIEVED),
    ],
)
def test_works_of_which_a_part_is_spent_are_planned(text: str, status: Status) -> None:
    setting = setting_of(text, "zh", entities=_ENTITIES)
    facts = draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts
    assert next(one.status for one in facts if "30" in one.quote) == status


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Brill Bank expects the dividend, 9.5p last year, to be cut.", ""),
        ("Brill Bank said the payout, $2.40 a year ago, would fall.", ""),
    ],
)
def test_what_was_is_an_aside_of_the_source(text: str, who: str) -> None:
    assert _last(text).attribution == who


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Acme has opened nine clubs. Each costs about £1.4m to fit out.", "Fit-out cost per club"),
        ("Acme runs 40 nurseries. Each employs about 22 people.", "Employees per nursery"),
        ("Acme will build 12 depots. Each will cost £3m.", "Cost per depot"),
        ("Acme has 31 hotels. Each has 90 rooms.", "Rooms per hotel"),
        ("Acme runs 31 ferries. Each brings in £2m a year in sales.", "Sales per ferry"),
        ("Acme has 50 kilns. Each of them costs £4,000 a day to run.", "Running cost per kiln"),
        ("Acme has 50 kilns. Fuel costs £4m a year.", "Fuel cost"),
    ],
)
def test_what_is_told_of_each_is_per_one_of_those_counted_before(text: str, metric: str) -> None:
    assert _last(text).metric == metric


def test_the_product_is_named_in_the_sentence_before() -> None:
    text = (
        "Acme filed its oral rabies vaccine with the agency. If approved, the product could reach"
        " peak sales of £40 million."
    )
    assert _last(text).metric == "Potential peak sales of oral rabies vaccine"


@pytest.mark.parametrize(
    ("text", "metric", "value"),
    [
        (
            "Acme makes its money by selling caravans and lodges to owners. It sold 1,870 of them.",
            "Caravans and lodges sold",
            "1870",
        ),
        (
            "Acme builds timber cabins. It built 310 of them, well below the 450 it built in 2023.",
            "Timber cabins built",
            "450",
        ),
        (
            "Acme rents out bikes. It rented 940 of them, shy of the 1,200 it rented in 2022.",
            "Bikes rented",
            "1200",
        ),
    ],
)
def test_what_somebody_did_with_what_they_do_it_with(text: str, metric: str, value: str) -> None:
    draft = _last(text)
    assert (draft.metric, draft.value) == (metric, value)


def test_a_number_that_points_at_its_things_asks_for_no_unit() -> None:
    text = "Acme makes its money by selling caravans to owners. It sold 1,870 of them."
    assert (_last(text).review, _last(text).seen) == ("new", ())
