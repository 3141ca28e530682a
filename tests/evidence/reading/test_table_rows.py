"""Rows of tables that a quote joins to what their table says of them."""

import pytest

from exporter.evidence.claims import Claim, FigureState
from exporter.evidence.figures import confirm_figure
from exporter.evidence.reading import read_figures
from exporter.facts.own_units import own_unit
from exporter.facts.unit_names import find_unit
from exporter.facts.units import NO_UNIT, Unit
from exporter.facts.words import Qualifier

MILLIONS = "(In millions, except per share amounts)"
ROW = "Net sales $ 53,648 $ 52,604"


def _unit(name: str) -> Unit:
    unit = find_unit(name) or own_unit(name, "百万股")
    assert unit is not None, name
    return unit


def _state(value: float, unit: str, quote: str) -> FigureState:
    claim = Claim("s", quote, "number", value, 2, None, "", _unit(unit), Qualifier.EXACT)
    return confirm_figure(claim).state


@pytest.mark.parametrize(
    ("value", "unit", "quote"),
    [
        (53648, "USD million", f"{MILLIONS} … {ROW}"),
        (52604, "USD million", f"(in millions) ... {ROW}"),
        (53.648, "USD billion", f"{MILLIONS} … {ROW}"),
        (-1132, "USD million", f"{MILLIONS} … {ROW} … Operating income (loss) (1,132) 4,989"),
        (4989, "USD million", "$ in millions … Operating income (loss) (1,132) 4,989"),
        (4989, "USD thousand", "(dollars in thousands) … Operating income — 4,989"),
        (4989, "EUR million", "in millions of euros … Operating income 4,812 4,989"),
        (4989, "CNY million", "RMB million … Operating profit 4,812 4,989"),
        (14.0, "USD billion", "Revenue ($B) $14.0 $20.5 down 32%"),
        (-32, "%", "Revenue ($B) $14.0 $20.5 down 32%"),
        (-8.1, "%", "Operating margin (8.1)% 24.3%"),
        (12.6, "%", "U.S. 11.0% 3.5% … Other markets 12.6 20.4"),
        (2.94, "USD per share", f"{MILLIONS} … Net income per share: … Basic $2.94 $3.05"),
        (0.04, "USD per share", f"{MILLIONS} … EPS $0.27 $0.22 … Wildfire costs 0.04 0.05"),
        (-5, "USD million", "$ in millions … Net loss (5) … Dividends 1"),
        (122641, "USD thousand", "(in thousands) … Earnings per share: … Net income $122,641 $9"),
        (400, "USD million", "$ in millions … Shares repurchased 1.1 $ 371.04 1.1 $ 400"),
        (534, "million shares", f"{MILLIONS} … Weighted average shares: … Basic 534 556"),
        (718, "USD million", f"{MILLIONS} … {ROW} … Cost of revenues (1) 718 663"),
        (470, "USD million", "(in millions) … Amortization ~ $ 450 $ 470"),
        (1234.5, "百万元", "单位：百万元 … 营业收入 1,234.5 1,100.2"),
        (12.3, "亿元", "单位：亿元 币种：人民币 … 净利润 12.3 10.0"),
        (-35.6, "百万元", "人民币百万元 … 净利润 (35.6) 88.0"),
        (5820, "万元", "营业收入（万元） 5,820 4,100"),
        (0.56, "元/股", "单位：百万元 … 基本每股收益 0.56 0.48"),
        (2.94, "USD per share", f"{MILLIONS} … Diluted $ 2.94 $ 2.50"),
        (4200, "employees", "(dollars in millions) … Employees 4,200 3,900"),
        (12.6, "%", "Sales growth 11.0% 3.5% … Organic growth 12.6 20.4"),
        (412.5, "USD million", "$ in millions … Gross margin 412.5 400.1"),
        (7.1, "USD million", "$ in millions … Interest rate swaps 7.1 6.9"),
        (101.2, "USD", f"{MILLIONS} … Average daily rate $ 101.2"),
        (
            310.1,
            "USD million",
            "$ in millions Three months ended June 30 … Revenue … Pumps 310.1 9",
        ),
        (11.4, "pence per share", "Diluted EPS 11.4p 9.6p +18.8%"),
        (0.91, "EUR per share", "Earnings per share, EUR 0.91 0.83"),
        (310, "EUR million", "£m 2026 2025 … Order book, EUR million 310 288"),
        (5.32, "million tonnes", "£m 2026 2025 … Sales volume (million tonnes) 5.32 4.79"),
        (612, "million litres", "Million litres, year to 30 June … Tarn valley 612 634"),
        (1180, "customers", "£m H1 2026 H1 2025 … Customers 1,240 1,180"),
    ],
)
def test_what_a_table_proves(value: float, unit: str, quote: str) -> None:
    assert _state(value, unit, quote) is FigureState.CONFIRMED


@pytest.mark.parametrize(
    ("value", "unit", "quote"),
    [
        (402, "GBP million", "£m H1 2026 H1 2025 … Home 402 371"),
        (1021, "GBP million", "£m H1 2026 H1 2025 … Motor 1,021 988"),
        (7.9, "EUR billion", "€bn 2025 2024 … Sales 8.1 7.9"),
        (412.6, "亿元", "亿元 2026年前三季度 2025年前三季度 … 营业收入 412.6 463.9"),
        (58.2, "亿元", "产品 收入（亿元） 同比（%） … 窖藏 58.20 -13.6"),
        (-13.6, "%", "产品 收入（亿元） 同比（%） … 窖藏 58.20 -13.6"),
        (31.2, "GBP million", "Operating profit, £m H1 2026 H1 2025 Change … Gears 31.2 28.4 9.9%"),
        (240, "GBP million", "£m Gears Valves Group … Revenue 240 110 350"),
        (1034, "GBP million", "£m unless stated 2027 2026 % … Revenue 1,034 980 5.5"),
        (5.5, "%", "£m unless stated 2027 2026 % … Revenue 1,034 980 5.5"),
        (6.7, "%", "£ million 2026 2025 Change % … Revenue 512 480 6.7"),
        (7.1, "%", "Revenue (£m) … H1 2026 H1 2025 % change … Gears 240 224 7.1"),
        (4, "%", "EUR million 7-9/2026 7-9/2025 Change, % 2025 … Sales 301 290 4 1,190"),
        (14.6, "%", "EUR million 2026 2025 … % of sales 14.6 13.8"),
        (1204, "USD million", "Segment Net revenue ($m) Change (%) … Cloud services 1,204 14.1"),
        (14.1, "%", "Segment Net revenue ($m) Change (%) … Cloud services 1,204 14.1"),
    ],
)
def test_columns_are_in_the_unit_of_their_own_head(value: float, unit: str, quote: str) -> None:
    assert _state(value, unit, quote) is FigureState.CONFIRMED


@pytest.mark.parametrize(
    ("value", "unit", "quote"),
    [
        (53648, "USD million", ROW),  # its caption is not in the quote
        (53648, "USD", f"{MILLIONS} … {ROW}"),
        (53648, "USD thousand", f"{MILLIONS} … {ROW}"),
        (53648, "EUR million", f"{MILLIONS} … {ROW}"),
        (718, "USD million", f"{MILLIONS} … Cost of revenues 718 663"),  # nobody says of what
        (2.94, "USD million", f"{MILLIONS} … Net income per share: … Basic $2.94 $3.05"),
        (534, "USD million", f"{MILLIONS} … Weighted average shares: … Basic 534 556"),
        (1132, "USD million", f"{MILLIONS} … {ROW} … Operating loss (1,132) 4,989"),
        (12.6, "USD million", f"{MILLIONS} … Margin 11.0% 3.5%"),
        (2.94, "USD million", f"{MILLIONS} … Diluted $ 2.94 $ 2.50"),
        (2.94, "USD million", f"{MILLIONS} … {ROW} … Diluted 2.94 2.50"),
        (21.5, "USD million", "$ in millions … Effective tax rate 21.5 20.1"),
        (23.4, "USD million", "$ in millions … Operating margin 23.4 22.1"),
        (4200, "USD million", "(dollars in millions) … Employees 4,200 3,900"),
        (23.4, "百万元", "单位：百万元 … 毛利率 23.4 22.1"),
        (1234, "百万元", "单位：百万元 … 员工人数 1,234"),
        (1234.5, "亿元", "单位：百万元 … 营业收入 1,234.5 1,100.2"),
        (0.56, "百万元", "单位：百万元 … 基本每股收益 0.56 0.48"),
        (5, "USD million", "sold in millions of homes … it earned $5"),
        (-13.6, "亿元", "产品 收入（亿元） 同比（%） … 窖藏 58.20 -13.6"),
        (58.2, "%", "产品 收入（亿元） 同比（%） … 窖藏 58.20 -13.6"),
        (402, "GBP million", "It earned £5m … Home 402 371"),
        (6.7, "GBP million", "£ million 2026 2025 Change % … Revenue 512 480 6.7"),
        (-139, "%", "£ million 2026 2025 Change % … Net debt (121) (139)"),  # a cell is empty
        (1240, "GBP million", "£m H1 2026 H1 2025 … Customers 1,240 1,180"),
        (30, "USD million", "$ in millions Three months ended June 30"),
    ],
)
def test_what_it_does_not(value: float, unit: str, quote: str) -> None:
    assert _state(value, unit, quote) is not FigureState.CONFIRMED


STERLING = "Six months ended 30 September (£ million, unless stated)"


@pytest.mark.parametrize(
    ("value", "unit", "wrong", "quote"),
    [
        (18.2, "pence per share", "GBP per share", f"{STERLING} … Basic EPS (pence) 18.2 15.3 19%"),
        (18.2, "pence per share", "GBP million", "Basic EPS (pence) 18.2 15.3 19%"),
        (5.4, "pence", "GBP million", f"{STERLING} … Interim dividend (p) 5.4 5.0"),
        (5.4, "US cents per share", "USD per share", "(US$ million) … EPS (cents) 5.4 5.0"),
        (5.4, "US cents per share", "GBP per share", f"{STERLING} … EPS (US cents) 5.4 5.0"),
        (16.4, "%", "GBP million", f"{STERLING} … Operating margin (%) 16.4 15.1"),
        (19.1, "%", "pence per share", f"{STERLING} … EPS growth (%) 19.1 15.1"),
        (21000, "employees", "GBP million", f"{STERLING} … Staff (000s) 21 19"),
        (46, "days", "GBP million", f"{STERLING} … Receivables outstanding (days) 46 51"),
        (1.1, "x", "GBP million", f"{STERLING} … Net debt to EBITDA (x) 1.1 1.4"),
        (46, "days", "USD million", "$ in millions … Sales $ 53 $ 52 … Stock held (days) 46 51"),
        (0.56, "元/股", "万元", "单位：万元 … 每股收益（元） 0.56 0.48"),
        (23.4, "%", "万元", "单位：万元 … 毛利率（%） 23.4 22.1"),
        (46, "天", "万元", "单位：万元 … 存货周转（天） 46 51"),
        (1.1, "倍", "万元", "单位：万元 … 流动性（倍） 1.1 1.4"),
    ],
)
def test_the_head_of_a_row_says_its_unit_whatever_the_caption_says(
    value: float, unit: str, wrong: str, quote: str
) -> None:
    assert _state(value, unit, quote) is FigureState.CONFIRMED
    assert _state(value, wrong, quote) is not FigureState.CONFIRMED


@pytest.mark.parametrize(
    "heads", ["Notes 2026 £m 2025 £m", "£m Notes 2026 2025", "£m … Note H1 2026 H1 2025"]
)
def test_the_number_of_a_note_is_no_figure(heads: str) -> None:
    quote = f"{heads} … Revenue 5 212.0 200.0"
    assert _state(5, "GBP million", quote) is not FigureState.CONFIRMED
    assert _state(212.0, "GBP million", quote) is FigureState.CONFIRMED
    assert _state(200.0, "GBP million", quote) is FigureState.CONFIRMED


def test_a_row_without_a_note_and_debt_that_is_called_notes_keep_their_figures() -> None:
    quote = "£m Notes 2026 2025 … Revenue 5 212.0 200.0 … Cash 43 36"
    assert _state(43, "GBP million", quote) is FigureState.CONFIRMED
    quote = "Senior notes 5.25% (£m) … 2026 2025 … Interest 12 14 16"
    assert _state(12, "GBP million", quote) is FigureState.CONFIRMED


def test_a_letter_in_brackets_is_a_note_where_no_share_is_spoken_of() -> None:
    assert _state(412, "GBP million", f"{STERLING} … Revenue (p) 412 378") is FigureState.CONFIRMED


def test_the_ends_of_a_range_are_not_exact() -> None:
    quote = "(in billions) … Revenue $2.46 - $2.52"
    assert _state(2.46, "USD billion", quote) is not FigureState.CONFIRMED
    assert _state(2.46, "USD", "Dividend $2.46 - $2.52") is not FigureState.CONFIRMED


def test_the_years_of_a_head_are_no_figures() -> None:
    quote = f"{MILLIONS} … Years ended 2023 2022 … {ROW}"
    assert _state(2023, "USD million", quote) is not FigureState.CONFIRMED


@pytest.mark.parametrize(
    "quote",
    [
        "(in millions) … Cost of freight 1,204 1,118",
        "(dollars in thousands, except share data) … Rent of depots $ 1,204 $ 1,118",
    ],
)
def test_the_size_in_a_caption_is_no_figure_of_its_own(quote: str) -> None:
    assert [figure.text[-5:] for figure in read_figures(quote)] == ["1,204", "1,118"]


@pytest.mark.parametrize(
    ("value", "unit", "quote"),
    [
        (212.4, "GBP million", "£m £m % … Hides sold 212.4 200.0 6.2"),
        (6.2, "%", "£m £m % … Hides sold 212.4 200.0 6.2"),
        (6.2, "%", "2026 £m 2025 £m change % … Hides sold 212.4 200.0 6.2"),
        (38000, "tonnes", "$m tonnes % … Saddlery 412 38,000 12.1"),
        (1.24, "USD per share", "$bn $bn … Book value per share 1.24 1.10"),
        (1180, "", "£m £m % … Employees 1,204 1,180 2.0"),
        (420, "GBP thousand", "(£m) 2026 2025 … Works spending (£000) 420 400"),
        (205, "", "单位：万元 … 门店数量 205 181"),
        (205, "CNY 万", "单位：万元 … 期末数 205 181"),
        (1204, "", "(£m) 2026 2025 … Average number of staff 1,204 1,180"),
    ],
)
def test_units_that_stand_in_a_line_of_their_own(value: float, unit: str, quote: str) -> None:
    claimed = find_unit(unit) if unit else NO_UNIT
    assert claimed is not None
    claim = Claim("s", quote, "number", value, 2, None, "", claimed, Qualifier.EXACT)
    assert confirm_figure(claim).state is FigureState.CONFIRMED


@pytest.mark.parametrize(
    ("value", "unit", "quote"),
    [
        (6.2, "GBP million", "£m £m % … Hides sold 212.4 200.0 6.2"),
        (38000, "USD million", "$m tonnes % … Saddlery 412 38,000 12.1"),
        (1.24, "USD billion per share", "$bn $bn … Book value per share 1.24 1.10"),
        (1204, "GBP million", "£m £m % … Employees 1,204 1,180 2.0"),
        (420, "GBP million", "(£m) 2026 2025 … Works spending (£000) 420 400"),
        (1204, "GBP million", "(£m) 2026 2025 … Average number of staff 1,204 1,180"),
        (1204, "GBP million", "(£m) 2026 2025 … Number of staff (average) 1,204 1,180"),
        (1204, "GBP million", "(£m) 2026 2025 … Average FTEs 1,204 1,180"),
        (41, "GBP million", "(£m) 2026 2025 … Days sales outstanding 41 42"),
        (1.4, "GBP million", "(£m) 2026 2025 … Net debt/EBITDA 1.4 1.3"),
        (205, "CNY 万", "单位：万元 … 门店数量 205 181"),
        (1204, "CNY 万", "单位：万元 … 员工总数 1,204 1,180"),
    ],
)
def test_units_of_other_columns_are_refused(value: float, unit: str, quote: str) -> None:
    assert _state(value, unit, quote) is not FigureState.CONFIRMED


@pytest.mark.parametrize(
    "quote",
    [
        "合并报表，人民币百万元 … 净负债 41.8 30.5",
        "人民币百万元 … 净负债 41.8 30.5",
        "单位：人民币百万元 … 净负债 41.8 30.5",
        "RMB millions … Net debt 41.8 30.5",
        "Balance sheet, CNY million … Net debt 41.8 30.5",
    ],
)
def test_the_unit_of_a_caption_is_no_figure_of_its_own(quote: str) -> None:
    assert _state(1, "CNY million", quote) is FigureState.CONTRADICTED
    claim = Claim("s", quote, "number", 48.1, 1, None, "", _unit("CNY million"), Qualifier.EXACT)
    assert confirm_figure(claim).wrong.endswith("but the quote says 41.8 (41.8), 30.5 (30.5)")


def test_a_sum_in_words_beside_rows_is_one() -> None:
    assert _state(1, "USD million", "$m … Net debt 41.8 30.5 … It lost a million dollars") is (
        FigureState.CONFIRMED
    )
