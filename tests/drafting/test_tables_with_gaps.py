"""Tables with cells that are empty, or say that there is nothing; years that are halves of them."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Birch Ferries", "白桦轮渡"))


def _drafts(text: str) -> list[Draft]:
    return drafts_of_tables(setting_of(text, entities=(COMPANY,), title="Results"))


def _told(text: str) -> list[str]:
    return [
        " | ".join((draft.metric, f"{draft.value} {draft.unit.key or draft.unit.en}", draft.period))
        for draft in _drafts(text)
        if draft.unit is not None
    ]


@pytest.mark.parametrize(
    "heads",
    [
        "\t2025 £m\t2024 £m\tChange %",
        "\t2025\t2024\tChange\n\t£m\t£m\t%",
        "£m\t2025\t2024\tChange %",
    ],
)
def test_no_percent_of_an_empty_last_cell(heads: str) -> None:
    rows = "Fares\t802.4\t760.3\t5.5\nOperating cash flow\t55.1\t(1.5)\t\nShips sold\t\t(3.5)\t4.2"
    told = _told(f"Annual results\n{heads}\n{rows}")
    assert told[:5] == [
        "Fares | 802.4 GBP million | 2025",
        "Fares | 760.3 GBP million | 2024",
        "Fares growth | 5.5 % | 2025",
        "Operating cash flow | 55.1 GBP million | 2025",
        "Operating cash flow | -1.5 GBP million | 2024",
    ]


def test_head_over_rows_is_no_column() -> None:
    text = "单位：万元\n项目\t2025年\t同比增减(%)\n营业收入\t8,024\t5.5\n净利润\t551\t-1.5"
    assert _told(text)[1:4:2] == [
        "营业收入同比增长率 | 5.5 % | 2025",
        "净利润同比增长率 | -1.5 % | 2025",
    ]


def test_marks_of_notes_hide_no_things() -> None:
    text = (
        "Annual results\n\t2025 £m\t2024 £m\tChange %\nShops²\t214\t226\t(5.3)\nFares²\t80\t75\t6.7"
    )
    assert _told(text)[:4] == [
        "Shops | 214  | 2025",
        "Shops | 226  | 2024",
        "Shops growth | -5.3 % | 2025",
        "Fares | 80 GBP million | 2025",
    ]


NOTHING = "Fares\t802.4\t760.3\nSent back\t{}\t10.0\nRefunds\t2.2\t{}"


@pytest.mark.parametrize("nothing", ["-", "–", "nil", "n/a", "n.m.", "—"])
@pytest.mark.parametrize(
    "heads", ["\t2025 £m\t2024 £m", "£m\t2025\t2024", "\t2025\t2024\n\t£m\t£m"]
)
def test_a_lone_dash_is_an_empty_cell(heads: str, nothing: str) -> None:
    told = _told(f"Annual results\n{heads}\n{NOTHING.format(nothing, nothing)}")
    assert told[2:] == [
        "Sent back | 10.0 GBP million | 2024",
        "Refunds | 2.2 GBP million | 2025",
    ]


def test_a_dash_that_may_be_a_minus() -> None:
    apart = _drafts("Annual results\n\t2025 £m\t2024 £m\nFares\t802.4\t760.3\nLost\t- 5.0\t- 3.0")
    assert [draft.value for draft in apart[2:] if not draft.doubts] == ["-5.0"]
    assert "its minus" in "; ".join(apart[3].doubts)
    plain = _drafts("Annual results\n\t2025 £m\t2024 £m\nFares\t802.4\t760.3\nLost\t-5.0\t(3.0)")
    assert [(draft.value, draft.doubts) for draft in plain[2:]] == [("-5.0", ()), ("-3.0", ())]


def test_half_years_in_two_lines_of_heads() -> None:
    text = (
        "Results for the half year to 30 September 2026\n"
        "\tHalf year to\tHalf year to\tYear to\n\t30 Sep 2026\t30 Sep 2025\t31 Mar 2026\n"
        "\t$m\t$m\t$m\nFares\t1,204.5\t1,150.2\t2,380.0"
    )
    assert _told(text) == [
        "Fares | 1204.5 USD million | 2026-04/2026-09",
        "Fares | 1150.2 USD million | 2025-04/2025-09",
        "Fares | 2380.0 USD million | FY2026",
    ]


YEARS = "\t2026 £m\t2025 £m\nFares\t412.6\t388.1"
LEAD = "The accounts are unaudited. The board approved them on 5 August 2026."


@pytest.mark.parametrize(
    ("above", "periods"),
    [
        ("6 August 2026\nfor the six months ended 30 June 2026\n{}\n", ["2026-H1", "2025-H1"]),
        ("Results for the half year to 30 June 2026\n{}\n", ["2026-H1", "2025-H1"]),
        ("Results for the half year to 30 June 2026\n{}\nAnnual record\n", ["2026", "2025"]),
        ("for the year ended 31 December 2026\n{}\n", ["2026", "2025"]),
        (
            "for the three months ended 30 June 2026\nfor the six months ended 30 June 2026\n{}\n",
            ["2026", "2025"],
        ),
    ],
)
def test_years_in_a_document_about_a_part_of_one(above: str, periods: list[str]) -> None:
    drafts = _drafts(f"Birch Ferries plc\n{above.format(LEAD)}{YEARS}")
    assert [draft.period.removeprefix("FY") for draft in drafts] == periods


def test_a_day_under_years_of_such_a_document_is_doubted() -> None:
    text = (
        f"Birch Ferries plc\nfor the six months ended 30 June 2026\n{LEAD}\nBalance sheet\n{YEARS}"
    )
    assert all("about a part" in "; ".join(draft.doubts) for draft in _drafts(text))


def test_changes_that_only_the_line_of_units_has() -> None:
    rows = "Fares taken\t55,120\t49,870\t10.5\nNet increase in cash\t6,710\t(1,520)\t"
    assert _told(f"Annual results\n\t2025\t2024\n\t£'000\t£'000\t%\n{rows}") == [
        "Fares taken | 55120 GBP thousand | 2025",
        "Fares taken | 49870 GBP thousand | 2024",
        "Fares taken growth | 10.5 % | 2025",
        "Net increase in cash | 6710 GBP thousand | 2025",
        "Net increase in cash | -1520 GBP thousand | 2024",
    ]


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("All amounts in $ millions unless stated otherwise.", "USD million"),
        ("All figures are stated in £ million, unless otherwise stated.", "GBP million"),
        ("金额单位为人民币百万元", "CNY million"),
        ("除特别注明外，金额单位为人民币百万元。", "CNY million"),
        ("We cut our staff in three regions.", ""),
    ],
)
def test_captions_in_words(caption: str, unit: str) -> None:
    rows = "Cash at banks\t310\t402\nBorrowings\t(655)\t(640)"
    drafts = _drafts(f"{caption}\n\t30 Sep 2025\t31 Dec 2024\n{rows}")
    told = [(draft.value, draft.unit.key if draft.unit else "") for draft in drafts]
    assert told[-4:] == [(value, unit) for value in ("310", "402", "-655", "-640")][-len(told) :]


def test_brackets_are_minus_without_a_unit() -> None:
    drafts = _drafts("Annual results\n\t2025\t2024\nFares\t310\t402\nLoss made\t(65)\t(64)")
    assert [draft.value for draft in drafts[-2:]] == ["-65", "-64"]


def test_previous_and_new_guidance() -> None:
    text = (
        "Outlook\nGuidance for 2026\tPrevious\tNew\nFares growth\t4–6%\t2–3%\n"
        "Operating profit\t£95m–£100m\t£80m"
    )
    assert _told(text) == [
        "Fares growth, previous guidance | 4 % | 2026",
        "Fares growth | 2 % | 2026",
        "Operating profit, previous guidance | 95 GBP million | 2026",
        "Operating profit | 80 GBP million | 2026",
    ]
