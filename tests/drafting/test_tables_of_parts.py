"""Tables of releases: what their corner, columns, sections and titles say of their rows."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

_MARCH = YearEnd(3, 31)


def _drafts(text: str, *parts: str, year_end: YearEnd | None = None) -> list[Draft]:
    names = ("Tarn Engineering", *parts)
    known = tuple(Named(Bilingual(name, name), (), year_end) for name in names)
    return drafts_of_tables(setting_of(text, entities=known, title="Tarn Engineering results"))


def _told(drafts: list[Draft]) -> list[str]:
    return [
        " | ".join(
            (
                *([draft.entity] if draft.entity != "Tarn Engineering" else []),
                draft.metric,
                f"{draft.value}{f'..{draft.high}' if draft.high else ''}"
                f" {(draft.unit.key or draft.unit.en) if draft.unit else ''}".strip(),
                draft.period,
            )
        )
        for draft in drafts
    ]


def test_the_corner_says_what_is_measured() -> None:
    text = (
        "Adjusted operating profit, £m\tH1 2026\tH1 2025\tChange\nBearings\t31.2\t28.4\t9.9%\n"
        "Marine gears\t6.6\t5.9\t11.9%\nGroup\t37.8\t34.3\t10.2%"
    )
    drafts = _drafts(text, "Bearings")
    assert _told(drafts) == [
        "Bearings | Adjusted operating profit | 31.2 GBP million | 2026-H1",
        "Bearings | Adjusted operating profit | 28.4 GBP million | 2025-H1",
        "Bearings | Adjusted operating profit growth | 9.9 % | 2026-H1",
        "Adjusted operating profit, marine gears | 6.6 GBP million | 2026-H1",
        "Adjusted operating profit, marine gears | 5.9 GBP million | 2025-H1",
        "Adjusted operating profit growth, marine gears | 11.9 % | 2026-H1",
        "Adjusted operating profit | 37.8 GBP million | 2026-H1",
        "Adjusted operating profit | 34.3 GBP million | 2025-H1",
        "Adjusted operating profit growth | 10.2 % | 2026-H1",
    ]
    assert {draft.review for draft in drafts} == {"new"}


def test_a_chinese_corner_says_it_before_its_parts() -> None:
    text = "营业收入（亿元）\t2026年上半年\t2025年上半年\n饮料\t12.0\t10.3\n合计\t86.4\t79.2"
    assert _told(_drafts(text)) == [
        "饮料营业收入 | 12.0 CNY 亿 | 2026-H1",
        "饮料营业收入 | 10.3 CNY 亿 | 2025-H1",
        "营业收入 | 86.4 CNY 亿 | 2026-H1",
        "营业收入 | 79.2 CNY 亿 | 2025-H1",
    ]


def test_a_section_of_revenue_says_it_too_and_one_of_costs_does_not() -> None:
    text = (
        "(in thousands)\tQ1 2026\tQ1 2025\nRevenue:\nLicences\t$41\t$36\nTotal revenue\t47\t43\n"
        "Operating expenses:\nResearch\t11\t10"
    )
    assert [draft.metric for draft in _drafts(text)][::2] == [
        "Revenue, Licences",
        "Total revenue",
        "Research",
    ]


def test_columns_may_be_measures_or_parts() -> None:
    measures = (
        "Segment\tRevenue (£m)\tGrowth\tOperating margin\n"
        "Bearings\t240\t7.1%\t15.0%\nMarine gears\t62\t3.3%\t8.1%"
    )
    assert [draft.metric for draft in _drafts(measures, "Bearings")] == [
        "Revenue",
        "Revenue growth",
        "Operating margin",
        "Revenue, marine gears",
        "Revenue growth, marine gears",
        "Operating margin, marine gears",
    ]
    parts = "£m\tBearings\tMarine Gears\tGroup\nRevenue\t240\t62\t302"
    assert _told(_drafts(parts, "Bearings")) == [
        "Bearings | Revenue | 240 GBP million | ",
        "Revenue, Marine Gears | 62 GBP million | ",
        "Revenue | 302 GBP million | ",
    ]


def test_a_part_is_not_named_again_where_the_entity_says_it() -> None:
    text = "£m\tH1 2026\nBearings revenue\t240\nTarn Engineering order book\t910"
    assert _told(_drafts(text, "Bearings")) == [
        "Bearings | Revenue | 240 GBP million | 2026-H1",
        "Order book | 910 GBP million | 2026-H1",
    ]


def test_growth_on_several_bases() -> None:
    text = (
        "£m\tH1 2026\tH1 2025\tReported\tConstant currency\tLFL\n"
        "Revenue\t412\t388\t+6.3%\t+8.1%\t+5.0%\nDiluted EPS\t11.4p\t9.6p\t+18.8%\t+20.0%\t-"
    )
    assert _told(_drafts(text)) == [
        "Revenue | 412 GBP million | 2026-H1",
        "Revenue | 388 GBP million | 2025-H1",
        "Revenue growth | 6.3 % | 2026-H1",
        "Constant currency revenue growth | 8.1 % | 2026-H1",
        "Like-for-like revenue growth | 5.0 % | 2026-H1",
        "Diluted EPS | 11.4 pence per share | 2026-H1",
        "Diluted EPS | 9.6 pence per share | 2025-H1",
        "Diluted EPS growth | 18.8 % | 2026-H1",
        "Constant currency diluted EPS growth | 20.0 % | 2026-H1",
    ]


@pytest.mark.parametrize("head", ["Change %", "% change", "Change, %", "%"])
def test_a_column_in_percent_whose_figures_have_no_sign(head: str) -> None:
    text = f"Year ended 31 March\n£m unless stated\t2027\t2026\t{head}\nRevenue\t1,034\t980\t5.5"
    text += "\nFinal dividend (p)\t8.1\t7.5\t8"
    assert _told(_drafts(text, year_end=_MARCH)) == [
        "Revenue | 1034 GBP million | FY2027",
        "Revenue | 980 GBP million | FY2026",
        "Revenue growth | 5.5 % | FY2027",
        "Final dividend | 8.1 pence | FY2027",
        "Final dividend | 7.5 pence | FY2026",
        "Final dividend growth | 8 % | FY2027",
    ]


@pytest.mark.parametrize(
    ("above", "corner", "period"),
    [
        ("Six months ended 30 September\nSegments\n", "£m", "FY2027-H1"),
        ("", "Six months ended 30 September (£m)", "FY2027-H1"),
        ("", "£m, year to 31 March", "FY2026"),
        ("Order book by region, end of September\n", "£m", "2026-09-30"),
    ],
)
def test_a_year_over_a_column_is_a_part_of_one_where_words_above_say_so(
    above: str, corner: str, period: str
) -> None:
    text = f"{above}{corner}\t2026\t2025\nOrder book, north\t512\t480"
    assert _drafts(text, year_end=_MARCH)[0].period == period


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("HY 2025", "2025-H1"),
        ("HY25", "2025-H1"),
        ("7-9/2025", "2025-Q3"),
        ("1-9/2025", "2025-01/2025-09"),
        ("9M 2025", "2025-01/2025-09"),
        ("9M FY26", "FY2026-Q1/FY2026-Q3"),
        ("FY26 H1", "FY2026-H1"),
    ],
)
def test_short_periods(head: str, period: str) -> None:
    told = _drafts(f"£m\t{head}\nSales\t512\nCosts\t480")
    assert {(draft.metric, draft.period) for draft in told} == {
        ("Sales", period),
        ("Costs", period),
    }


def test_guidance_in_words() -> None:
    text = (
        "Outlook for 2026\nMetric\tPrevious guidance\tNew guidance\n"
        "Revenue\t$421 - $424 million\t$1.6 - $1.7 billion\n"
        "Capital expenditure\tabout $90 million\taround $95 million\nTax rate\t24% to 25%\tc. 26%"
    )
    drafts = _drafts(text)
    assert _told(drafts) == [
        "Revenue, previous guidance | 421..424 USD million | 2026",
        "Revenue | 1.6..1.7 USD billion | 2026",
        "Capital expenditure, previous guidance | 90 USD million | 2026",
        "Capital expenditure | 95 USD million | 2026",
        "Tax rate, previous guidance | 24..25 % | 2026",
        "Tax rate | 26 % | 2026",
    ]
    assert [draft.qualifier.value for draft in drafts] == ["exact", "exact", "about", "about",
                                                           "exact", "about"]  # fmt: skip
    assert {draft.status.value for draft in drafts} == {"guidance"}


def test_measures_and_things_under_money() -> None:
    text = (
        "£m\tH1 2026\tH1 2025\nVolumes (million litres)\t612\t634\nCustomers\t1,240\t1,180\n"
        "Earnings per share, EUR\t0.91\t0.83\nOperating profit\t61\t55\n% of sales\t11.9\t11.5\n"
        "Order book, end of period, EUR million\t310\t288"
    )
    assert _told(_drafts(text))[::2] == [
        "Volumes | 612 million litres | 2026-H1",
        "Customers | 1240 customers | 2026-H1",
        "Earnings per share | 0.91 EUR per share | 2026-H1",
        "Operating profit | 61 GBP million | 2026-H1",
        "Operating margin | 11.9 % | 2026-H1",
        "Order book | 310 EUR million | 2026-06-30",
    ]


def test_what_a_part_is_called_is_no_thing_that_is_counted() -> None:
    text = "Personnel by region\n\t2026\t2025\nAmericas\t3,640\t3,410\nEurope\t900\t880"
    drafts = _drafts(text)
    assert [draft.metric for draft in drafts][::2] == ["Personnel, Americas", "Personnel, Europe"]
    assert "americas" not in {draft.unit.en for draft in drafts if draft.unit}


def test_a_table_of_ratings_is_left_to_views() -> None:
    text = "Broker\tRating\tTarget price\nCastlefield\tBuy\t640p\nNorth Quay\tHold\t510p"
    assert _drafts(text) == []


def test_a_box_in_a_release_of_results_is_of_its_period() -> None:
    text = (
        "Tarn Engineering half-year results\nResults for the six months ended 30 June 2025.\n"
        "Revenue\t£412.6m\nOrganic growth\t+6.4%\nOrder book\t£1.02bn"
    )
    assert _told(_drafts(text)) == [
        "Revenue | 412.6 GBP million | 2025-H1",
        "Organic growth | 6.4 % | 2025-H1",
        "Order book | 1.02 GBP billion | 2025-06-30",
    ]


def test_cells_with_units_in_words() -> None:
    text = (
        "Plant\tCapacity\tInvestment\nNorth works\t120,000 tonnes\t£41m\nGhent\t85,000 tonnes\t£9m"
    )
    assert [told.rpartition(" |")[0] for told in _told(_drafts(text))] == [
        "Capacity, north works | 120000 tonnes",
        "Investment, north works | 41 GBP million",
        "Capacity, Ghent | 85000 tonnes",
        "Investment, Ghent | 9 GBP million",
    ]


def test_what_a_cell_is_in_by_itself_says_nothing_of_rows_below() -> None:
    text = (
        "Figures\tH1 2026\tH1 2025\tChange\nRevenue\t£412.6m\t£388.0m\t+6.3%\n"
        "Cash conversion\t91%\t88%\t3 ppts\nColleagues\t5,210\t5,040\t+170"
    )
    assert _told(_drafts(text))[-3:] == [
        "Colleagues | 5210 colleagues | 2026-H1",
        "Colleagues | 5040 colleagues | 2025-H1",
        "Colleagues change | 170 colleagues | 2026-H1",
    ]


def test_another_corner_takes_the_unit_of_the_table_before_away() -> None:
    text = (
        "Net interest income (CHF m)\tH1 2026\tH1 2025\nRetail\t120\t118\n"
        "Customer loans, $bn\t30 June 2026\t31 December 2025\nRetail\t12.4\t12.0"
    )
    assert _told(_drafts(text))[2:] == [
        "Customer loans, Retail | 12.4 USD billion | 2026-06-30",
        "Customer loans, Retail | 12.0 USD billion | 2025-12-31",
    ]


def test_sums_under_money_are_in_no_percent_of_a_row_above() -> None:
    text = (
        "£m unless stated\tFY2026\tFY2025\tChange\nRevenue\t310.4\t288.1\t+7.7%\n"
        "Operating margin\t12.1%\t11.4%\t+70bps\nProfit before tax\t31.2\t28.0\t+11.4%\n"
        "Headroom\t40.1\t38.2\t+5.0%"
    )
    assert _told(_drafts(text))[6:] == [
        "Profit before tax | 31.2 GBP million | FY2026",
        "Profit before tax | 28.0 GBP million | FY2025",
        "Profit before tax growth | 11.4 % | FY2026",
        "Headroom | 40.1 GBP million | FY2026",
        "Headroom | 38.2 GBP million | FY2025",
        "Headroom growth | 5.0 % | FY2026",
    ]


def test_a_column_of_a_measure_and_a_period_is_named_without_the_period() -> None:
    text = (
        "£m\tRevenue FY2026\tRevenue FY2025\tFY2026 order intake\n"
        "Bearings\t240\t221\t118\nMarine gears\t62\t60\t31\n"
    )
    assert _told(_drafts(text, "Bearings")) == [
        "Bearings | Revenue | 240 GBP million | FY2026",
        "Bearings | Revenue | 221 GBP million | FY2025",
        "Bearings | Order intake | 118 GBP million | FY2026",
        "Revenue, marine gears | 62 GBP million | FY2026",
        "Revenue, marine gears | 60 GBP million | FY2025",
        "Order intake, marine gears | 31 GBP million | FY2026",
    ]


@pytest.mark.parametrize("first", ["first", "\ufffdrst"])
def test_a_line_that_leads_to_a_table_names_its_parts_and_an_adjusted_column(first: str) -> None:
    text = (
        f"Same-store sales for the second quarter and {first} 24 weeks of fiscal 2026 were as follows:\n"
        "12 Weeks\t12 Weeks Adjusted*\nNorth\t1.4%\t2.1%\nSouth\t-0.3%\t0.8%"
    )
    assert [draft.metric for draft in _drafts(text)] == [
        "Same-store sales, North",
        "Adjusted same-store sales, North",
        "Same-store sales, South",
        "Adjusted same-store sales, South",
    ]


def test_a_part_stands_behind_a_measure_of_any_european_letters() -> None:
    text = "£m\tFY2026\tFY2025\nRevenue of Café Noir:\nNorth\t24\t22\nSouth\t6\t5"
    assert not any("NorthRevenue" in draft.metric for draft in _drafts(text))


_UNSAID = "nothing says what is measured"


def test_a_row_of_a_name_alone_is_doubted_where_nothing_says_what_is_measured() -> None:
    rows = "\nBearings\t31.2\t28.4\nGross profit\t37.8\t34.3"
    first, _, profit, _ = _drafts(f"£m\tH1 2026\tH1 2025{rows}", "Bearings")
    assert _UNSAID in first.review
    assert _UNSAID not in profit.review
    first, *_ = _drafts(f"Revenue, £m\tH1 2026\tH1 2025{rows}", "Bearings")
    assert (first.metric, _UNSAID in first.review) == ("Revenue", False)
    first, *_ = _drafts("£m\tRevenue\tOperating profit\nBearings\t31.2\t8.4", "Bearings")
    assert (first.metric, _UNSAID in first.review) == ("Revenue", False)


_SUMMED = "£m\tH1 2026\tH1 2025\tChange\n{}\t31.2\t28.4\t9.9%\nGears\t6.6\t5.9\t11.9%\n{}\t{}\t34.3\t10.2%"


def test_a_total_says_what_the_rows_above_it_measure() -> None:
    told = _told(_drafts(_SUMMED.format("Bearings", "Group revenue", "37.8"), "Bearings"))
    assert told[:3] == [
        "Bearings | Revenue | 31.2 GBP million | 2026-H1",
        "Bearings | Revenue | 28.4 GBP million | 2025-H1",
        "Bearings | Revenue growth | 9.9 % | 2026-H1",
    ]
    assert told[3] == "Revenue, Gears | 6.6 GBP million | 2026-H1"
    chinese = "万元\t2025年\t2024年\n轴承\t312\t284\n齿轮\t66\t59\n营业总收入\t378\t343"
    assert _told(_drafts(chinese, "轴承"))[0].startswith("轴承 | 营业收入 | 312")


@pytest.mark.parametrize(
    ("first", "last", "sum_"),
    [
        ("Bearings", "Group revenue", "50.1"),  # no sum of what is above
        ("Bearings", "Group operating margin", "37.8"),
        ("Bearings", "Total bearings", "37.8"),
        ("Operating costs", "Group revenue", "37.8"),  # names what it measures
    ],
)
def test_a_total_of_something_else_names_no_row(first: str, last: str, sum_: str) -> None:
    told = _told(_drafts(_SUMMED.format(first, last, sum_), "Bearings"))
    assert not told[0].startswith(("Bearings | Revenue", "Revenue,", "Operating margin"))


def test_a_total_says_it_of_stores_too_and_may_be_named_by_its_measure_alone() -> None:
    text = _SUMMED.format("Retail stores", "Revenue", "37.8")
    assert _told(_drafts(text, "Retail stores"))[0] == (
        "Retail stores | Revenue | 31.2 GBP million | 2026-H1"
    )
    assert _told(_drafts(text))[0] == "Revenue, retail stores | 31.2 GBP million | 2026-H1"
    under = "Revenue, £m\tH1 2026\tH1 2025\nRetail stores\t31.2\t28.4\nWholesale\t6.6\t5.9"
    assert _told(_drafts(under))[0] == "Revenue, retail stores | 31.2 GBP million | 2026-H1"


@pytest.mark.parametrize(
    "text",
    [
        _SUMMED.format("Retail stores", "Revenue", "50.1"),  # no sum
        _SUMMED.format("Store revenue", "Inventories", "37.8"),
        "Revenue, £m\tH1 2026\tH1 2025\nRetail stores\t62\t58\nWholesale\t6.6\t5.9",  # counts them
    ],
)
def test_stores_are_counted_where_no_sum_tells_what_they_bring_in(text: str) -> None:
    assert not _told(_drafts(text))[0].startswith("Revenue, ")
