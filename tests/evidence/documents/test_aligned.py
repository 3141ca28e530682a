"""Tables of plain texts whose columns are set by blanks have tabs; what is no table has none."""

import pytest

from exporter.evidence.documents import read_document
from exporter.limits import READING
from tests.evidence.documents.test_plain import PARAGRAPH

pytestmark = pytest.mark.usefixtures("unconfined")

ROWS = """\
Revenue                          387.8       360.1       7.7%
Cost of the goods sold         (207.5)     (195.7)       6.0%
Profit for the half               51.2        45.8      11.8%
"""
PARTED = (
    "Revenue\t387.8\t360.1\t7.7%\n"
    "Cost of the goods sold\t(207.5)\t(195.7)\t6.0%\n"
    "Profit for the half\t51.2\t45.8\t11.8%"
)


def read(text: str, name: str = "note.txt") -> str:
    return read_document(name, text.encode(), READING).text.strip("\n")


@pytest.mark.parametrize(
    ("heads", "read_as"),
    [
        ("£ million                      H1 FY26     H1 FY25     Change\n", "£ million\tH1 FY26\tH1 FY25\tChange\n"),
        ("                               H1 FY26     H1 FY25     Change\n", "\tH1 FY26\tH1 FY25\tChange\n"),
        ("£ million                      H1 FY26     H1 FY25     Change\n---------                      -------     -------     ------\n", "£ million\tH1 FY26\tH1 FY25\tChange\n"),
        ("==============================================================\n£ million                         2026        2025   Change %\n==============================================================\n", "£ million\t2026\t2025\tChange %\n"),
        ("                            Six months  Six months\n                                 ended       ended\n£ million                     30/09/25    30/09/24     Change\n", "£ million\tSix months ended 30/09/25\tSix months ended 30/09/24\tChange\n"),
        ("                              First half\n£ million                         2026        2025     Change\n", "First half\n£ million\t2026\t2025\tChange\n"),
        ("                                                     Constant\n                                                     currency\n£ million                         2026        2025     change\n", "£ million\t2026\t2025\tConstant currency change\n"),
        ("                               H1 FY26     H1 FY25     Change\n                                    £m          £m          %\n", "\tH1 FY26\tH1 FY25\tChange\n\t£m\t£m\t%\n"),
        ("£ million                      H1 FY26     H1 FY25     Change\n\nContinuing operations\n", "£ million\tH1 FY26\tH1 FY25\tChange\n\nContinuing operations\n"),
    ],
)  # fmt: skip
def test_a_table_set_by_blanks_has_tabs(heads: str, read_as: str) -> None:
    found = read(f"Results of the half\n\n{heads}{ROWS}{'-' * 62}\n\n{PARAGRAPH}")
    before, after = found.split(read_as + PARTED)
    assert before.strip() == "Results of the half"
    assert after.strip() == PARAGRAPH


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Revenue:            £412.6m\nProfit before tax:   £42.9m", "Revenue:\t£412.6m\nProfit before tax:\t£42.9m"),
        ("Mills       14     12      3\nGoodwill           12.0    \nStaff      310    300     12", "Mills\t14\t12\t3\nGoodwill\t\t12.0\t\nStaff\t310\t300\t12"),
        ("£ million      H1 FY26 H1 FY25\nRevenue          387.8   360.1\nProfit from all it makes  51.2    45.8", "£ million\tH1 FY26\tH1 FY25\nRevenue\t387.8\t360.1\nProfit from all it makes\t51.2\t45.8"),
        ("Net revenues ....... $ 2,540   $ 2,422\nOperating loss ..... $   (19)  $     -", "Net revenues .......\t$ 2,540\t$ 2,422\nOperating loss .....\t$ (19)\t$ -"),
        ("Broker              Rating   Target\nHarbour Research    Buy        $120\nMill Lane Partners  Hold        $98", "Broker\tRating\tTarget\nHarbour Research\tBuy\t$120\nMill Lane Partners\tHold\t$98"),
        ("单位：百万元              2025年上半年    2024年上半年    同比增减\n营业收入                    1,412.6         1,387.8         6.4%\n归母净利润                     42.9            39.5         8.6%", "单位：百万元\t2025年上半年\t2024年上半年\t同比增减\n营业收入\t1,412.6\t1,387.8\t6.4%\n归母净利润\t42.9\t39.5\t8.6%"),
        ("项目　　　　　　　本期　　　　上年同期\n营业收入　　　　42.5亿元　　　38.1亿元\n归母净利润　　　 6.8亿元　　　 6.3亿元", "项目\t本期\t上年同期\n营业收入\t42.5亿元\t38.1亿元\n归母净利润\t6.8亿元\t6.3亿元"),
    ],
)  # fmt: skip
def test_other_tables_set_by_blanks(text: str, read_as: str) -> None:
    assert read(text) == read_as


@pytest.mark.parametrize(
    "text",
    [
        "The year was good.  Revenue rose to 412.6 million.  Costs fell in\n2025.  We sold 12 mills.  Then came 2024.  12.  We closed 3 of them.",
        "We  sold  in  2025  more  than  412.6  million  of  our  paints,\nand  hope  to  sell  even  more  than  387.8  million  in  2026.",
        "    In 2025 the company sold 412 mills.\n    In 2024 it sold 387.",
        "1.  Revenue rose to 412.6\n2.  Profit fell to 12\n-   Staff of 300",
        "Harbour Foods plc          Tel   020 7123 4567\n12 Mill Lane               Fax   020 7123 4568\nLeeds  LS1 2AB             post@harbour.example",
        "    O mills that turn,\n        and mills that burn.\n    There were  40 of you,\n        And now  2.",
        "　　公司2025年实现营业收入412.6亿元，　　同比增长　6.4%。\n　　归母净利润　　42.9亿元，同比增长　　8.6%。",
        "12 November 2025      Half-year results\n16 January 2026       Dividend paid",
        "Revenue             412.6\nAnd a line of words that tells of it.",
    ],
)  # fmt: skip
def test_what_is_no_table_has_no_tabs(text: str) -> None:
    assert "\t" not in read(text)
    assert read(text).split() == text.split()


def test_a_table_of_a_mail_has_tabs() -> None:
    mail = f"From: Jane Doe <jane@desk.example>\nSubject: The half\n\nHello,\n\n{ROWS}"
    assert read(mail) == f"The half\n\nHello,\n\n{PARTED}"


def test_a_table_of_markdown_without_bars_has_tabs() -> None:
    head = "£ million                      H1 FY26     H1 FY25     Change\n"
    rule = "---------                      -------     -------     ------\n"
    parted = f"£ million\tH1 FY26\tH1 FY25\tChange\n{PARTED}"
    text = f"# Results\n\nIn short:\n{head}{rule}{ROWS}All is *well*.\n"
    assert read(text, "note.md") == f"Results\nIn short:\n{parted}\nAll is well."
    assert read(f"So:\n\n```\n{head}{rule}{ROWS}```\n", "note.md") == f"So:\n{parted}"
    bars = "| £ million  |  2026 |  2025 |\n|---|---|---|\n| Revenue    | 387.8 | 360.1 |\n| Profit     |  51.2 |  45.8 |\n"
    assert (
        read(bars, "note.md") == "£ million\t2026\t2025\nRevenue\t387.8\t360.1\nProfit\t51.2\t45.8"
    )
