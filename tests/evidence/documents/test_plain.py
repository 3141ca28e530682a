"""Text files: hard-wrapped paragraphs are put together, any other text stays as it is."""

import textwrap

import pytest

from exporter.evidence.documents import read_document
from exporter.inputs.opened import InputError
from exporter.limits import READING

PARAGRAPH = (
    "Net revenues of the quarter rose to $4.2 billion, an increase of 12 percent over the same "
    "quarter of the year before, as more customers took the larger of our two plans and fewer left."
)
CHINESE = (
    "该公司第三季度实现营业收入42.5亿元，同比增长12.3%；归母净利润6.8亿元，同比增长8.1%，主要得益于"
    "新能源业务放量以及海外渠道扩张，公司预计全年收入将超过160亿元。"
)


def read(text: str) -> str:
    return read_document("note.txt", text.encode(), READING).text


@pytest.mark.parametrize("width", [48, 66, 80, 100])
def test_a_wrapped_paragraph_is_put_together(width: int) -> None:
    text = (
        "Results\n\n" + textwrap.fill(PARAGRAPH, width) + "\n\n" + textwrap.fill(PARAGRAPH, width)
    )
    assert read(text) == f"Results\n\n{PARAGRAPH}\n\n{PARAGRAPH}"


def test_chinese_lines_have_no_space_between_them() -> None:
    lines = [""]
    for character in CHINESE:
        columns = sum(2 - each.isascii() for each in lines[-1])
        lines += [""] if columns >= 38 and character.isalpha() else []
        lines[-1] += character
    assert read("三季报\n\n" + "\n".join(lines)) == f"三季报\n\n{CHINESE}"


def test_paragraphs_and_items_wrapped_at_no_width_are_whole() -> None:
    text = (
        "Example Motors sold 12,500 cars in the quarter,\nwhich is 18.5% more than a year\nbefore, as "
        "customers took the larger of\nTwo models. We keep our rating.\n\n"
        "- Revenue of $4.2 billion, up 12 percent over the\n  same quarter\n- Profit of $1 billion\n\n"
        "公司第三季度实现营业收入42.5亿元，\n同比增长12.3%。\n归母净利润6.8亿元"
    )
    assert read(text) == (
        "Example Motors sold 12,500 cars in the quarter, which is 18.5% more than a year before, as "
        "customers took the larger of Two models. We keep our rating.\n\n"
        "- Revenue of $4.2 billion, up 12 percent over the same quarter\n- Profit of $1 billion\n\n"
        "公司第三季度实现营业收入42.5亿元，同比增长12.3%。\n归母净利润6.8亿元"
    )


def test_paragraphs_that_a_hand_has_wrapped_are_whole() -> None:
    first = (
        "For the first quarter of this year it reported another\n"
        "$138 million, although wildfires took out\n"
        "some of the result, and its ratio worsened\nagain to 93.2."
    )
    second = (
        "Analysts polled by Ledgerline now expect a profit of\n"
        "$9.80 a share this year and think that by\nthen the company will have grown."
    )
    named = "By Nathan Ferrier\nMidland Financial Quarterly\nJune 20, 2025"
    whole = [each.replace("\n", " ") for each in (first, second)]
    assert read(f"{named}\n\n{first}\n\n{second}") == f"{named}\n\n{whole[0]}\n\n{whole[1]}"


@pytest.mark.parametrize(
    "text",
    [
        "Revenue of the first quarter     12\nprofit of the first quarter it began\n",
        "Revenue of the first quarter\t12\nprofit of the first quarter\t5\n",
        "Thank you for all of your support,\nJane Doe\n",
        "The models are as follows:\nsmall\nlarge\n",
        "revenue\nprofit\nstaff\n",
        "Revenue 12\nProfit 5\nStaff 300\n",
        f"{PARAGRAPH}\n{PARAGRAPH}\n",
        "Highlights\n- Revenue of $4.2 billion in the quarter, up 12 percent\n- Profit of $1 billion",
        "",
    ],
)
def test_lines_that_end_by_themselves_stay(text: str) -> None:
    if text:
        assert read(text) == text
    else:
        with pytest.raises(InputError, match="the file is empty"):
            read(text)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the com-", "pany sold its mills", "the company sold its mills"),
        ("the cost-", "effective mills", "the cost-effective mills"),
        ("a once-", "monthly dose", "a once-monthly dose"),
        ("the twice-", "weekly sailing", "the twice-weekly sailing"),
        ("the com\xad", "pany sold its mills", "the company sold its mills"),
        ("a year-", "over-year rise", "a year-over-year rise"),
        ("sales in Asia-", "Pacific rose", "sales in Asia-Pacific rose"),
        ("between 2019 -", "and 2021", "between 2019 - and 2021"),
    ],
)
def test_a_word_that_was_broken_at_a_line_s_end_is_whole(
    first: str, second: str, whole: str
) -> None:
    head = ("so " * 30)[len(first) - 66 :]
    text = f"{head}{first}\n{second} at the end of a year, which was good, at a\n"
    text += "cost that was effective in all of the many markets in which it is\nsold now.\n"
    assert f"{head}{whole}" in read(text)


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"an old office program .*; save it as PDF or .docx"),
        (b"{\\rtf1\\ansi Revenue}", r"rich text \(.rtf\), which is not read; save it as .docx"),
        (b"\x89PNG\r\n", "a picture, which is not read; save it as a PDF with text"),
        (b" \n", "the file is empty; name the document"),
        (b"Caf\xe9", "byte 3 is not UTF-8 text; save the document as plain UTF-8 text"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(begin: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_document("report.doc", begin, READING)


QUOTED = "Revenue of the quarter rose 12% to\n{0}EUR 1,234.5 million, more than a\n{0}year before."
WHOLE = "Revenue of the quarter rose 12% to EUR 1,234.5 million, more than a year before."


@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "> > ", " > "])
def test_what_a_mail_quotes_is_read_without_its_marks(mark: str) -> None:
    text = f"See below.\n\n{mark}{QUOTED.format(mark)}\n{mark}\n{mark}Margins fell.\n\nRegards"
    assert read(text).split() == f"See below. {WHOLE} Margins fell. Regards".split()
    assert f"{WHOLE}\n" in read(text)


def test_lines_quoted_at_another_depth_are_another_paragraph() -> None:
    text = (
        "Jane wrote:\n> > Sales of trucks in Europe and Asia rose\n> by 12% I think\nor was it 13%?"
    )
    assert [line for line in read(text).split("\n") if line] == [
        "Jane wrote:",
        "Sales of trucks in Europe and Asia rose",
        "by 12% I think",
        "or was it 13%?",
    ]


def test_what_is_more_than_a_number_is_no_quotation() -> None:
    text = "Shares of customers\n> 100 million users\n> 5% of sales\n"
    assert read(text) == text


CUT = (
    "　　某公司公布半年报，上半年实现营业收入人民币86.4亿元，同比增长23.75%，归属于上市公司股东的净利润为9.05亿元。"
    "\n　　公告称，新工厂年产能为1,250,000台，员工总数增至18,300人，研发费用率由6.5%升至7.25%，现金分红每股0.35元。"
)


@pytest.mark.parametrize("signs", range(24, 41))
def test_chinese_lines_cut_by_their_characters_are_whole(signs: int) -> None:
    lines = [
        paragraph[at : at + signs]
        for paragraph in CUT.split("\n")
        for at in range(0, len(paragraph), signs)
    ]
    whole = read("\n".join(lines))
    assert whole.replace(" %", "%") == CUT


def test_a_number_cut_at_its_point_is_whole_in_chinese_alone() -> None:
    assert read("该公司全年实现营业收入为人民币12.\n5亿元，同比增长") == (
        "该公司全年实现营业收入为人民币12.5亿元，同比增长"
    )
    english = "The plant in the north made cars in the months 11 and 12.\n500 of them were sold"
    assert read(english) == english


def test_a_slash_at_a_line_s_end_parts_no_word() -> None:
    lines = (
        "Scan volumes of the group at its clinics grew 8.7% in ultrasound, 4.1% in MRI and 6.2% in PET/",
        "CT, as more patients came to its new clinics in the north, and the sales of its shops for food/",
        "drinks rose 4 percent over the same period of the year before. More on that https://e.com/scan/",
        "and in the report of the first half of the year, which is to be sent out in spring.",
    )
    assert read("Scans\n\n" + "\n".join(lines)) == "Scans\n\n" + " ".join(lines).replace(
        "PET/ CT", "PET/CT"
    ).replace("food/ drinks", "food/drinks")
