"""A fact's range against its quote: both ends, as the two ends of one range."""

from typing import Any

import pyarrow as pa
import pytest

from exporter.evidence.figures import confirm_figure
from exporter.evidence.ranges import confirm_range
from exporter.evidence.reading import read_figures
from exporter.facts.table import WRITTEN, Fact, iterate_facts
from tests.facts.parsed import parse_facts

Ends = tuple[str, str]


def fact(
    value: str | Ends, quote: str, unit: Any = None, qualifier: str | None = None, also: str = ""
) -> Fact:
    row = {
        "id": "a", "entity": "E", "metric.en": "M", "metric.zh": "M", "source": "s",
        "quote": quote, "qualifier": qualifier, "file": "f.yaml", "line": 1,
    }  # fmt: skip
    ends = {"value": value} if isinstance(value, str) else {}
    if isinstance(value, tuple):
        ends = dict(zip(("value.from", "value.to"), value, strict=True))
    labels = {"unit": unit}
    if isinstance(unit, tuple):
        labels = dict(zip(("unit.en", "unit.zh"), unit, strict=True))
    whole = row | ends | labels | {"unit.also": also or None}
    table, problems = parse_facts(pa.Table.from_pylist([whole], schema=WRITTEN))
    assert problems == []
    return next(iterate_facts(table))


@pytest.mark.parametrize(
    ("ends", "unit", "qualifier", "quote"),
    [
        (("20.5", "21.5"), "USD billion", None, "sales of $20.5 billion to $21.5 billion"),
        (("20.5", "21.5"), "EUR billion", None, "20.5–21.5 billion euros in sales"),
        (("20500", "21500"), "USD million", None, "sales of US$20.5-21.5bn"),
        (("20", "30"), "%", None, "a margin of 20%-30%"),
        (("5", "10"), "%", None, "growth of 5 to 10%"),
        (("20", "30"), "%", None, "毛利率在20% ~ 30%之间"),
        (("20", "30"), "%", None, "毛利率介于20%和30%之间"),
        (("20", "30"), "%", None, "毛利率不低于20%、不超过30%"),
        (("2", "3"), "亿元", None, "回购金额不低于人民币2亿元且不超过人民币3亿元"),
        (("20", "30"), "stores", None, "门店不少于20家，不超过30家"),
        (("20", "30"), "stores", None, "at least 20 and no more than 30 stores"),
        (("3", "4"), "GW", None, "between 3 and 4 GW"),
        # The unit, or what is counted, may stand behind both ends.
        (("20", "30"), "stores", None, "between 20 stores and 30 stores"),
        (("20", "30"), "stores", None, "20 new stores to 30 new stores"),
        (("20", "30"), "stores", None, "新开20家至30家门店"),
        (("20", "30"), "stores", None, "介于20家门店和30家门店之间"),
        (("20", "30"), "%", None, "20% to 30%"),
        (("20", "30"), "USD million", None, "US$20m to US$30m"),
        (("20", "30"), "USD per share", None, "between $20 per share and $30 per share"),
        (("4.90", "5.05"), "USD per share", None,
         "now $5.10 to $5.20 per share, compared with its earlier forecast of $4.90 to $5.05"),
        (("1.80", "1.95"), "EUR per share", None,
         "it pays €2.10 to €2.20 a share, against €1.80 to €1.95"),
        (("20", "30"), "USD per barrels", None, "油价20美元/桶-30美元/桶"),
        (("20", "30"), "万吨", None, "产量20万吨-30万吨"),
        (("20", "30"), ("vehicles", "辆"), None, "20辆-30辆"),
        (("3000", "4000"), "MW", None, "between 3 and 4 GW"),
        (("15", "20"), "stores", None, "新开门店15至20家"),
        (("15", "20"), "stores", "about", "约15-20家门店"),
        (("5", "10"), "CNY million", None, "利润为RMB5m-10m"),
        (("3", "5"), "hours", None, "需要3到5个小时"),
        (("180", "300"), "minutes", None, "需要3到5个小时"),
        (("1.10", "1.15"), "USD per share", None, "earnings of $1.10 to $1.15 per share"),
        (("-10", "-5"), "%", None, "a decline of 5% to 10%"),
        (("-10", "-5"), "USD million", None, "a loss of 5 to 10 million dollars"),
        (("5", "10"), "USD million", None, "a loss of 5 to 10 million dollars"),
        (("-3", "2"), "%", None, "a change of -3% to 2%"),
        (("3", "5"), "%", None, "ranging from 3% to 5%"),
        (("3", "5"), "%", None, "从3%到5%不等"),
        (("20", "25"), "%", "up to", "up to 20-25% of sales"),
        (("19.5", "20.5"), "USD billion", None, "sales of $20 billion ± 0.5 billion dollars"),
        (("89.18", "92.82"), "USD billion", None, "sales of $91.0 billion, plus or minus 2%"),
        (("70.5", "71.5"), "%", None, "a margin of 71.0%, plus or minus 50 basis points"),
        (("18", "22"), "stores", None, "20 ± 2 stores"),
        (("20", "21"), "亿元", None, "收入为20.5±0.5亿元"),
        (("15", "20"), ("sites", "个站点"), None, "15 to 20 sites"),
        (("15", "20"), "stores", None, "十五至二十家门店"),
        (("80", "120"), "stores", None, "八十到一百二十家门店"),
        (("300", "500"), "stores", None, "三至五百家门店"),
        (("20.5", "21.5"), "USD billion", "about", "approximately $20.5 to approximately $21.5 billion"),
        (("40", "55"), "%", None, "预计归母净利润同比增长40%到55%"),
        (("-55", "-40"), "%", None, "全年产量同比下降40%-55%"),
        (("4", "6"), "%", None, "We expect that sales increased 4% to 6%"),
        (("0", "4"), "%", None, "It sees fares flat to up 4%"),
        (("-4", "0"), "%", None, "It sees fares flat to down 4%"),
        (("-4", "2"), "%", None, "It sees fares down 4% to up 2%"),
        (("-4", "2"), "%", None, "expects growth of -4% to +2%"),
        (("-4", "2"), "%", None, "预计票价下降4%至增长2%"),
        (("0", "4"), "%", None, "预计票价持平至增长4%"),
    ],
)  # fmt: skip
def test_a_range_that_the_quote_states_is_confirmed(
    ends: Ends, unit: Any, qualifier: str | None, quote: str
) -> None:
    verdict = confirm_range(fact(ends, quote, unit, qualifier))
    assert (verdict.state, verdict.wrong) == ("confirmed", "")


@pytest.mark.parametrize(
    ("ends", "unit", "qualifier", "quote", "message"),
    [
        (("20.5", "22"), "USD billion", None, "sales of $20.5 billion to $21.5 billion",
         "the range is 20.5 to 22 USD billion, but the quote says 20.5 to 21.5 ($20.5 billion to $21.5 billion)"),
        (("3", "5"), "%", None, "the rate rose from 3% to 5%", "is read as a change, '3% to 5%'"),
        (("3", "5"), "%", None, "税率从3%到5%", "is read as a change"),
        (("5", "8"), "%", None, "毛利率下降5%至8%", "is read as a change"),
        (("5", "8"), "%", None, "毛利率同比增长5%至8%", "is read as a change"),
        (("5", "8"), "%", None, "净利润率增长5%至8%", "is read as a change"),
        (("5", "8"), "%", None, "毛利率18%，同比增长5%至8%", "is read as a change"),
        (("-8", "-5"), "%", None, "销售费用率下降5%至8%", "is read as a change"),
        (("-8", "-5"), "%", None, "收入18亿元，占比下降5%至8%", "is read as a change"),
        (("5", "8"), "%", None, "The sales share rose 5% to 8%", "is read as a change"),
        (("5", "20"), "stores", None, "The number of stores rose 5 to 20", "is read as no range"),
        (("15", "20"), "%", None, "15% or 20%", "is read as no range but 15 (15%), 20 (20%)"),
        (("15", "20"), "%", None, "15% of sales and 20% of profit", "is read as no range but 15"),
        (("15", "20"), "%", None, "up to 20% of sales", "is read as no range but 20"),
        (("15", "20"), "%", None, "毛利率不低于15%，净利率不超过20%", "is read as no range but 15"),
        (("20", "30"), "stores", None, "20 stores and 30 stores", "is read as no range but 20"),
        (("0", "4"), "%", None, "It sees fares flat to down 4%", "the quote says -4 to 0"),
        (("2", "4"), "%", None, "It sees fares down 4% to up 2%", "the quote says -4 to 2"),
        (("0", "4"), "%", None, "Fares were flat, and up 4% in May", "is read as no range but 4"),
        (("-2", "4"), "%", None, "Fares went from up 4% to down 2%", "is read as no range but"),
        (("20", "30"), "stores", None, "from 20 stores to 30 stores", "is read as a change"),
        (("5", "20"), "stores", None, "门店增加5家至20家", "is read as no range but 5"),
        (("18", "22"), "%", None, "20% ± 2%", "is read as no range"),
        (("15", "20"), "stores", None, "15-20 stores at least", "the qualifier is 'exact', but the quote says 'at least' of both ends"),
        (("15", "20"), "stores", None, "约15至20家门店", "the qualifier is 'exact', but the quote says 'about'"),
        (("15", "20"), "stores", "about", "15至20家门店", "write `qualifier: exact`"),
        (("3", "5"), "years", None, "within three to five years", "write `qualifier: under` or `qualifier: up to`"),
        (("5", "15"), "stores", None, "5-10-15 stores", "is read as no range"),
        (("-5", "10"), "USD million", None, "a loss of 5 to 10 million dollars", "the quote says 5 to 10"),
    ],
)  # fmt: skip
def test_a_range_that_the_quote_does_not_state_is_contradicted(
    ends: Ends, unit: Any, qualifier: str | None, quote: str, message: str
) -> None:
    verdict = confirm_range(fact(ends, quote, unit, qualifier))
    assert verdict.state == "contradicted"
    assert message in f"{verdict.wrong}; {verdict.right}"


@pytest.mark.parametrize(
    ("ends", "unit", "quote"),
    [
        (("-6", "-4"), "%", "It expects crossings to decline by 4% to 6%"),
        (("-9", "-3"), "%", "admissions could fall by 3% to 9%"),
        (("-6", "-4"), "%", "The ferry line sees crossings falling by 4% to 6%"),
        (("2", "3"), "USD million", "Insurance is likely to cost more and to rise by $2m to $3m"),
        (("200", "300"), "bp", "Yields should widen by 200 to 300 basis points"),
        (("20", "30"), "GBP million", "orders will probably grow by £20 million to £30 million"),
    ],
)
def test_what_is_to_change_by_so_much_to_more_is_a_range(ends: Ends, unit: str, quote: str) -> None:
    assert confirm_range(fact(ends, quote, unit)).state == "confirmed"
    low, high = sorted((end.lstrip("-") for end in ends), key=int)
    if (low, high) != ends:
        assert confirm_range(fact((low, high), quote, unit)).state != "confirmed"
    assert confirm_figure(fact(ends[1], quote, unit)).state != "confirmed"


@pytest.mark.parametrize(
    "quote",
    [
        "Headcount fell by 4% to 6%",
        "Admissions then went on to fall by 4% to 6%",
        "The gallery's margin will fall by 4% to 6%",
        "Its stake will rise by 4% to 6%",
    ],
)
def test_what_changed_by_so_much_to_a_level_is_no_range(quote: str) -> None:
    assert [one.role for one in read_figures(quote)] == ["from", "to"]


@pytest.mark.parametrize(
    ("ends", "unit", "quote", "message"),
    [
        (("15", "20"), "stores", "15至20个国家", "states no range of stores; it has at least 15"),
        (("3", "4"), "GWh", "between 3 and 4 GW", "states no range of GWh"),
        (("20", "30"), "pp", "20%-30%", "states no range of percentage points"),
        (("20", "30"), "%", "no number stands here", "states no range of %"),
    ],
)
def test_a_range_of_something_else_is_not_stated(
    ends: Ends, unit: Any, quote: str, message: str
) -> None:
    verdict = confirm_range(fact(ends, quote, unit))
    assert verdict.state == "not stated"
    assert message in verdict.wrong


@pytest.mark.parametrize(
    ("value", "qualifier", "quote", "message"),
    [
        ("20.5", None, "sales of $20.5 billion to $21.5 billion",
         "write `value: {from: 20.5, to: 21.5}`"),
        ("21.5", "about", "sales of $20.5 billion to $21.5 billion",
         "write `value: {from: 20.5, to: 21.5}` and `qualifier: exact`"),
        ("21.5", None, "sales of about $20.5-21.5 billion",
         "write `value: {from: 20.5, to: 21.5}` and `qualifier: about`"),
    ],
)  # fmt: skip
def test_an_end_alone_is_told_to_be_a_range(
    value: str, qualifier: str | None, quote: str, message: str
) -> None:
    verdict = confirm_figure(fact(value, quote, "USD billion", qualifier))
    assert verdict.state == "contradicted"
    assert "is a single number" in verdict.wrong
    assert verdict.right == message


@pytest.mark.parametrize("value", ["21", "20", "22", "2.05"])
def test_no_range_is_proposed_for_a_number_that_is_no_end_of_one(value: str) -> None:
    quote = "sales of $20.5 billion to $21.5 billion"
    verdict = confirm_figure(fact(value, quote, "USD billion"))
    assert verdict.state == "contradicted"
    assert "from:" not in verdict.right


def test_what_is_proposed_is_confirmed() -> None:
    for quote in ("利润为1.234亿元至2亿元", "sales of $1,250 to $1,300", "5% to 10%"):
        for unit, ends in (("亿元", ("1.234", "2")), ("USD", ("1250", "1300")), ("%", ("5", "10"))):
            single = confirm_figure(fact(ends[0], quote, unit))
            if "from:" in single.right:
                assert single.right == f"write `value: {{from: {ends[0]}, to: {ends[1]}}}`"
                assert confirm_range(fact(ends, quote, unit)).state == "confirmed"
                break
        else:
            pytest.fail(f"no range is proposed for {quote!r}")


def test_the_roles_of_figures_that_are_said_together() -> None:
    def roles(text: str) -> list[str | None]:
        return [figure.role for figure in read_figures(text)]

    assert roles("3 to 5 GW") == ["low", "high"]
    assert roles("rose from 3% to 5%") == ["from", "to"]
    assert roles("$20 billion, plus or minus 2%") == ["centre", "margin"]
    assert roles("3, 5 and 7 stores") == [None, None, None]
    assert roles("几小时") == [None, None]


@pytest.mark.parametrize(
    ("quote", "also", "state"),
    [
        ("The firm has 17 lines", "lines", "confirmed"),
        ("The firm has 17 airlines", "lines", "not stated"),
        ("The firm has 17 LINES", "lines|产品线", "confirmed"),
        ("公司有17条生产线", "生产线", "confirmed"),
        ("公司有17條生產線", "生产线", "confirmed"),
        ("公司有17个国家的业务", "生产线", "not stated"),
        ("The firm has 17 lines", "", "not stated"),
    ],
)
def test_other_words_of_a_unit_count_as_whole_words(quote: str, also: str, state: str) -> None:
    claim = fact("17", quote, ("product lines", "条产品线"), also=also)
    assert confirm_figure(claim).state == state


def test_a_refused_count_tells_of_other_words_and_leaves_the_judgement() -> None:
    own = confirm_figure(fact("17", "The firm has 17 sites", ("product lines", "条产品线")))
    assert "where its word means just the same, list that under `also`" in own.right
    known = confirm_figure(fact("17", "The firm has 17 sites", "stores"))
    assert known.state == "not stated"
    assert "also" not in known.right


@pytest.mark.parametrize(
    ("quote", "unit", "right"),
    [
        ("of which 71,200 were battery-electric", ("vehicles", "辆车"),
         "nothing says what it counts: quote also the words before it that do (`…` joins passages)"),
        ("其中71,200家为直营", "stores",
         "nothing says what it counts: quote also the words before it that do (`…` joins passages)"),
        ("Headcount: 71,200", "customers",
         ("before it stands 'Headcount:': if that says what it counts, check `unit`; else quote also "
          "the words before it that do (`…` joins passages)")),
        ("员工人数同比增至71,200", ("robots", "台机器人"),
         ("before it stands '员工人数同比': if that says what it counts, check `unit`, or list that word under "
          "`also` of the unit where it means just the same; else quote also the words before it that do (`…` joins passages)")),
        ("433,000 cars, of which 71,200 were battery-electric", ("electric vehicles", "辆电动车"),
         ("it counts what the number before it does, 433,000 (433,000 cars): check `unit`, "
         "or list that word under `also` of the unit where it means just the same")),
        ("433,000 cars, of which 71,200 were battery-electric", "stores",
         "it counts what the number before it does, 433,000 (433,000 cars): check `unit`"),
    ],
)  # fmt: skip
def test_a_number_without_a_noun_leads_to_the_one_before_it(
    quote: str, unit: Any, right: str
) -> None:
    assert confirm_figure(fact("71200", quote, unit)).right == right


def test_what_the_message_proposes_then_confirms() -> None:
    quote = "433,000 cars, of which 71,200 were battery-electric"
    unit = ("electric vehicles", "辆电动车")
    assert confirm_figure(fact("71200", quote, unit)).state == "not stated"
    assert confirm_figure(fact("71200", quote, unit, also="cars")).state == "confirmed"
