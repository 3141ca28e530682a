"""Quotes are found in their sources by fingerprints, with and without the text at hand."""

from datetime import date

import pytest

from exporter.evidence.claims import QuoteState
from exporter.evidence.clauses import normalise, passages, split_clauses
from exporter.evidence.documents import read_document
from exporter.evidence.quotes import verify_quote, whole_clauses
from exporter.evidence.record import make_record
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Source
from exporter.limits import READING

TEXT = """某公司发布年报，“净利润”同比增长12.5%，收入达到1,000.5亿元。
公司称：模型（GPT-3.5 级）已经上线；用户超过300万、覆盖20个城市。
净利润同比增长12.5%之后，公司上调了指引！"""


def source(recorded: str = TEXT, at_hand: str | None = TEXT) -> Source:
    fields = {
        "title": "t", "publisher": "p", "url": "https://example.com/a",
        "published": date(2024, 3, 1), "retrieved": date(2024, 3, 2),
    }  # fmt: skip
    document = read_document("note.txt", recorded.encode(), READING)
    record = SourceRecord.model_validate(make_record(document, fields))
    return Source("s", record, at_hand, "s.yaml", positions_of(record.fingerprints))


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("收入1,000.5亿元，利润3.5亿元。", ["收入1,000.5亿元", "利润3.5亿元"]),
        ("GPT-3.5 and Llama2, then U.S. sales.", ["GPT-3.5 and Llama2", "then U.S", "sales"]),
        ("17条产品线、55个场景", ["17条产品线", "55个场景"]),
        ("在“云栖大会”上", ["在“云栖大会”上"]),
        ("a — b", ["a", "b"]),
        ("2014–2022年", ["2014–2022年"]),
        ("see https://example.com/a.b?c=1 now", ["see https://example.com/a.b", "c=1 now"]),
        ("**2****.0****版**，好", ["2****.0****版", "好"]),
        ("10:30开会：议题", ["10:30开会", "议题"]),
        ("，。！？", []),
        ("新增1，500家，其中3，50家", ["新增1，500家", "其中3", "50家"]),
        ("净利润为–5亿元，好", ["净利润为–5亿元", "好"]),
        ("rose .5%, well", ["rose .5%", "well"]),
        ("开放——3个城市—再说", ["开放", "3个城市", "再说"]),
    ],
)
def test_clauses_end_at_marks_but_not_inside_figures_and_names(
    text: str, clauses: list[str]
) -> None:
    assert [text[clause.start : clause.end] for clause in split_clauses(text)] == clauses


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“净利润” 增长", "净利润增长"),
        ("ＡＩ模型", "ai模型"),
        ("１２％", "12%"),
        ("《年报》", "年报"),
        ("a\u3000b", "AB"),
    ],
)
def test_typography_does_not_matter(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10²家", "102家"),
        ("①12家门店", "112家门店"),
        ("12③家门店", "123家门店"),
        ("⒈5亿元", "1.5亿元"),
        ("2*3亿元", "23亿元"),
        ("12 30家", "1230家"),
        ("3`500元", "3500元"),
        ("½", "1⁄2"),
    ],
)
def test_digits_are_never_joined(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_an_ellipsis_joins_passages() -> None:
    assert [len(passage) for passage in passages("甲乙丙，丁戊己……庚辛壬...癸")] == [2, 1, 1]


@pytest.mark.parametrize("at_hand", [TEXT, None])
@pytest.mark.parametrize(
    "quote",
    [
        "净利润同比增长12.5%",
        "净利润同比增长12.5%，收入达到1,000.5亿元",
        "「净利润」 同比增长12.5％,收入达到1,000.5亿元",
        "用户超过300万、覆盖20个城市",
        "收入达到1,000.5亿元…覆盖20个城市",
        "GPT-3.5级）已经上线；用户超过300万",
    ],
)
def test_quotes_of_whole_clauses_are_verified(quote: str, at_hand: str | None) -> None:
    verdict = verify_quote(quote, source(at_hand=at_hand))
    assert (verdict.state, verdict.wrong) == ("verified", "")
    assert (verdict.start >= 0) == (at_hand is not None)


def test_a_verified_quote_is_located_in_the_text() -> None:
    verdict = verify_quote("收入达到1,000.5亿元…覆盖20个城市", source())
    assert TEXT[verdict.start : verdict.end].startswith("收入达到")
    assert TEXT[verdict.start : verdict.end].endswith("20个城市")
    assert verdict.spans == ((2, 2), (8, 8))


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        ("利润同比增长12.5%", "is part of a clause; quote the whole of it: '净利润”同比增长12.5%'"),
        (
            "增长12.5%，收入达到1,000",
            "quote the whole of it: '净利润”同比增长12.5%，收入达到1,000.5亿元'",
        ),
        ("净利润同比增长13.5%", "is not in s; the nearest passage is '净利润”同比增长12.5%'"),
        ("覆盖20个城市…收入达到1,000.5亿元", "is not in s; its passages stand there, but not in"),
        (
            "净利润同比增长12.5%…收入达到1,000…覆盖20个城市",
            "…覆盖20个城市' is part of a clause; quote the whole of it: '收入达到1,000.5亿元'",
        ),
        (
            "净利润同比增长12.5% ... 用户超过300万 ... 覆盖30个城市",
            "is not in s; the nearest passage is '覆盖20个城市'",
        ),
        ("收入达到1,000.5亿元，覆盖20个城市", "is not in s"),
        ("上线了", "is too short to identify a passage; quote at least 6 characters"),
        ("上线了。。。。。。", "is too short to identify a passage"),
    ],
)
def test_messages_show_what_to_quote(quote: str, message: str) -> None:
    verdict = verify_quote(quote, source())
    assert verdict.state == "not found"
    assert message in f"{verdict.wrong}; {verdict.right}"


def test_without_the_text_the_message_tells_the_rule() -> None:
    verdict = verify_quote("利润同比增长12.5%", source(at_hand=None))
    assert verdict.state == "not found"
    assert "quote whole clauses" in verdict.right


def test_a_quote_that_the_source_dropped_has_drifted() -> None:
    changed = source(at_hand=TEXT.replace("用户超过300万", "用户超过400万"))
    assert verify_quote("用户超过300万", changed).state == "drifted"
    assert verify_quote("覆盖20个城市", changed).state == "verified"
    new = verify_quote("用户超过400万", changed)
    assert (new.state, new.right) == ("not found", "record the source again: exporter source add")


def test_a_mark_of_a_list_before_a_word_is_compared_by_its_compatibility_form() -> None:
    assert normalise("① 营业收入增长") == normalise("1营业收入增长")


TABLES = """Income
(in millions)
Net sales $ 53,648 $ 52,604
Cost of sales 47,175 46,355

Affiliates
(in thousands)
Net sales $ 1,234 $ 1,100
Cost of sales 47,175 46,355
Stores 512 498

Other
(in millions)
Stores 512 498
"""


@pytest.mark.parametrize(
    ("quote", "is_its_caption"),
    [
        ("(in millions) … Net sales $ 53,648 $ 52,604", True),
        ("(in millions) … Net sales $ 53,648 $ 52,604 … Cost of sales 47,175 46,355", True),
        ("(in thousands) … Net sales $ 1,234 $ 1,100 … Stores 512 498", True),
        ("(in millions) … Stores 512 498", True),  # the second time that the row stands there
        ("(in millions) … Net sales $ 1,234 $ 1,100", False),
        ("(in millions) … Net sales $ 53,648 $ 52,604 … Net sales $ 1,234 $ 1,100", False),
    ],
)
def test_a_row_stands_under_the_caption_that_a_quote_joins_it_to(
    quote: str, is_its_caption: bool
) -> None:
    verdict = verify_quote(quote, source(TABLES, TABLES))
    assert verdict.state is (QuoteState.VERIFIED if is_its_caption else QuoteState.NOT_FOUND)
    assert ("stands under '(in thousands)'" in verdict.wrong) is not is_its_caption


SAID = """Harbour did not rule out a buyback of €20 million.
Profit fell 14% to €186.2 million in the third quarter.
Sales were $1,500 for each.
公司没有上调全年指引至12亿元，公司净利润同比下降14%。
"""


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (
            "to €186.2 million in the third",
            "Profit fell 14% to €186.2 million in the third quarter",
        ),
        ("净利润同比下降14", "公司净利润同比下降14%"),
        ("did not rule out a buyback", "Harbour did not rule out a buyback of €20 million"),
        ("rule out a buyback of €20 million", ""),  # which they did not
        ("上调全年指引至12亿元", ""),
        ("4% to €186.2 million", ""),  # of 14%
        ("2 million in the third quarter", ""),
        ("Sales were $1", ""),
        ("fit fell 14% to", ""),
    ],
)
def test_whole_clauses_are_quoted_for_a_part_that_says_the_same(part: str, whole: str) -> None:
    assert whole_clauses(part, source(SAID, SAID)) == whole
