"""Texts whose letters were lost or misread: told with what they were, and honest ones let pass."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter import check
from exporter.facts.garbled import (
    MAY_BE_DOUBTFUL,
    MAY_BE_GARBLED,
    doubtful_fault,
    garbled_fault,
    may_any_be_doubtful,
    may_any_be_garbled,
)
from exporter.facts.parse import FactParser
from exporter.report.appearances import doubts_of_facts
from tests.facts.parsed import parse_facts
from tests.facts.test_parse import written
from tests.test_csv_reports import make_report


def misread(text: str, encoding: str) -> str:
    """A text in UTF-8 as a program shows it that takes it for another encoding."""
    content = text.encode()
    if encoding == "cp1252":  # of which five bytes are no characters, and shown as controls
        return "".join(bytes([code]).decode(encoding, "ignore") or chr(code) for code in content)
    return content.decode(encoding)


WESTERN = ["Größe", "Umsatz in München", "Société Générale", "São Paulo", "Ação", "£5", "5 °C – cold", "à la carte", "naïve", "Alpha’s “growth”"]  # fmt: skip
CASES = {
    "cp1252": [*WESTERN, "€5 bn", "中国", "阿里云收入同比增长", "トヨタ自動車", "삼성전자", "Łódź", "Чистая прибыль", "Ωμέγα", "™", "•", "手机 (2025)", "₹5 crore", "🚗"],
    "latin-1": [*WESTERN, "€5 bn", "中国", "トヨタ"],
    "mac_roman": [*WESTERN, "Łódź"],
    "cp850": WESTERN,
    "cp437": WESTERN,
    "cp1250": ["Größe", "Umsatz in München", "Société Générale", "£5"],
    "cp932": ["Größe"],
    "cp949": ["Größe"],
    "cp950": ["Umsatz in München"],
    "cp1251": ["Größe", "Чистая прибыль", "Рост выручки", "Alpha’s “growth”", "5 °C – cold"],
    "gb18030": ["Größe in München", "Umsatz in München", "Générale", "中国", "收入增长", "Alpha’s", "トヨタ自動車", "毛利率下", "增长"],
}  # fmt: skip
HONEST = [
    "Ã", "SÃO PAULO", "AMANHÃ", "PÃO À MESA", "NESTLÉ®", "CAFÉ™", "«\xa0Il est né\xa0»", "il est né\xa0»", "café—“Great”",
    "le café…", "“AMANHÔ", "Â", "ÂNGELA", "„Spaß“", "Île-de-France", "HÀ NỘI", "TÂM LÝ", "Ä–Ö", "SJÖ”", "Ð Ñ", "5 × 3",
    "½ ¾", "€ £ ¥", "Größe – 5 €", "L’été à la plage…", "Été\xa0», dit-il", "café¹²", "陌", "营业收入同比增长", "涓涓细流",
    "éèêë", "ÄÖÜß", "þíðöld", "ÆØÅ – æøå", "T恤每件", "App没有", "每x股", "SĂ ȚI", "A股", "½¼¾ ±×÷", "ÉÈÊË",
    "浜松", "縺れ", "√2", "┬─┬", "РС", "Роснефть", "C’est ça", "naïve", "m² ©", "Alpha–Beta", "ÅÄÖ", "Š Ž",
]  # fmt: skip


@pytest.mark.parametrize("encoding", CASES)
def test_what_was_misread_is_told_with_what_it_was(encoding: str) -> None:
    for text in CASES[encoding]:
        fault = garbled_fault(misread(text, encoding))
        assert fault is not None, text
        assert fault.wrong.startswith(f"has “{misread(text, encoding)}”, which is UTF-8 read as ")
        assert fault.right == f"write “{text}”, or export the text anew, as UTF-8"


@pytest.mark.parametrize("text", ["Größe", "Alpha’s", "中国", "€5", "Ação", "5 °C"])
def test_what_was_misread_twice_is_turned_back_twice(text: str) -> None:
    fault = garbled_fault(misread(misread(text, "cp1252"), "cp1252"))
    assert fault is not None
    assert f"write “{text}”" in fault.right


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("销售收入增长", "gb18030"),
        ("净利润：３亿元", "gb18030"),
        ("Alpha 股份有限公司 2025", "gb18030"),
        ("Выручка", "cp1251"),
        ("чистая прибыль за год", "cp1251"),
    ],
)
def test_another_encoding_read_as_a_western_one_is_told(text: str, encoding: str) -> None:
    shown = text.encode(encoding).decode("latin-1")
    fault = garbled_fault(shown)
    assert fault is not None
    assert fault.wrong.startswith(f"has “{shown}”, which is ")
    assert f"“{text}”" in fault.right


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_text_is_let_pass(text: str) -> None:
    assert garbled_fault(text) is None
    assert doubtful_fault(text) is None


@pytest.mark.parametrize("text", ["GrÃ¶ÃŸe – 5 €", "„GrÃ¶ÃŸe“", "中国 GrÃ¶ÃŸe", "GrÃ¶ÃŸe–Ã¶"])
def test_honest_letters_stay_beside_misread_ones(text: str) -> None:
    fault = garbled_fault(text)
    assert fault is not None
    assert f"write “{text.replace('Ã¶', 'ö').replace('ÃŸ', 'ß')}”" in fault.right


def test_what_has_lost_a_part_is_to_be_exported_anew() -> None:
    fault = garbled_fault("ä¸å›½")
    assert fault is not None
    assert fault.wrong.endswith(", which is UTF-8 read as Windows-1252, and not all of it")
    assert fault.right == "export the text anew, as UTF-8"


@pytest.mark.parametrize("text", ["Gr\ufffdße", "\ufffd", "锟斤拷", "Grï¿½ße", "a锟斤拷b"])
def test_letters_that_were_lost(text: str) -> None:
    fault = garbled_fault(text)
    assert fault is not None
    assert fault.wrong == "has U+FFFD in it, which stands for a letter that was lost"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("???? 2025", "has ???? in", "unless it is a question"),
        ("??", "has ?? in", "unless it is a question"),
        ("M?nchen", "has ? in “M?nchen”", "write the letters"),
        ("营收??", "has ?? in", "write the letters"),
        ("AT&amp;T", "has &amp;, which is HTML's way to write “&” U+0026", "write “AT&T”"),
        ("R&#38;D", "has &#38;", "write “R&D”"),
        ("5&nbsp;%", "has &nbsp;, which is HTML's way to write ", "write “5\xa0%”"),
        ("\uf0b7 item", "has U+F0B7, which each font draws as it likes", "such as •"),
    ],
)
def test_what_may_be_meant_is_a_doubt(text: str, wrong: str, right: str) -> None:
    fault = doubtful_fault(text)
    assert fault is not None
    assert wrong in fault.wrong
    assert right in fault.right
    assert garbled_fault(text) is None


@pytest.mark.parametrize("text", ["What next?", "Really?!", "R&D", "a&b;c", "A? B", "1?2", "see a.com/b?c=d", "&notaword;", "H&M", "?"])  # fmt: skip
def test_questions_and_signs_that_are_meant(text: str) -> None:
    assert doubtful_fault(text) is None


def found_by(texts: Iterable[str], pattern: str) -> list[bool]:
    found: list[bool] = pc.match_substring_regex(pa.array(list(texts)), pattern).to_pylist()
    return found


@given(st.text(alphabet="GrÃ¶ŸâÂ€™œ中国涓浗鈥檚├√ВРС \ufffd锟斤拷縺?&;amp\uf0b7", max_size=12))
def test_what_is_told_is_looked_for_in_columns(text: str) -> None:
    if garbled_fault(text):
        assert found_by([text], MAY_BE_GARBLED) == [True]
        assert may_any_be_garbled(pa.array([text]))
    if doubtful_fault(text):
        assert found_by([text], MAY_BE_DOUBTFUL) == [True]
        assert may_any_be_doubtful(pa.array([text]))


@pytest.mark.parametrize("field", ["metric.en", "entity", "attribution.en", "quote_en", "accept.en", "value"])  # fmt: skip
@pytest.mark.parametrize("text", ["GrÃ¶ÃŸe", "Gr\ufffdße", "GrÃ\xb6Ã\x9fe"])
def test_facts_with_such_texts_are_refused(field: str, text: str) -> None:
    _, (problem,) = parse_facts(written({field: text}))
    assert f"`{'value.en' if field == 'value' else field}` has " in str(problem)
    assert "as UTF-8" in problem.right


def test_each_row_with_such_a_text_is_refused_and_no_other() -> None:
    notes = ["Größe", "GrÃ¶ÃŸe", None, "of the group", "GrÃ¶ÃŸe", "Größe", "Umsatz in MÃ¼nchen"]
    rows = [{"id": f"r{n}", "note.en": note, "note.zh": note} for n, note in enumerate(notes)]
    facts, problems = parse_facts(written(*rows))
    assert [problem.subject for problem in problems] == ["r1", "r4", "r6"]
    assert facts["id"].to_pylist() == ["r0", "r2", "r3", "r5"]


def test_a_unit_is_told_with_what_it_was() -> None:
    _, (problem,) = parse_facts(written({"unit": "â‚¬ million"}))
    assert problem.wrong == "the unit has “â‚¬ million”, which is UTF-8 read as Windows-1252"
    assert problem.right.startswith("write “€ million”")


def test_what_a_source_has_is_a_doubt_and_what_may_be_meant_too() -> None:
    row = {"quote": "Gr\ufffdße und mehr", "metric.en": "M?nchen", "metric.zh": "??"}
    ((facts, problems),) = FactParser().parse([(written(row), [])])
    assert problems == []
    doubts = [str(doubt) for doubt in doubts_of_facts(facts, ())]
    assert [doubt.split("`")[1] for doubt in doubts] == ["metric.en", "metric.zh", "quote"]
    assert "; see that the source has it, and what it says" in doubts[2]


def test_texts_of_a_report_are_told_as_doubts(tmp_path: Path) -> None:
    make_report(tmp_path, "Deliveries rose to 12500 cars in the year")
    text = (tmp_path / "report.yaml").read_text("utf-8")
    (tmp_path / "report.yaml").write_text(text.replace("title: Desk", "title: GrÃ¶ÃŸe", 1), "utf-8")
    row = "id,entity,metric,value,source,quote\nf,Alpha,M,12500,note,Deliveries rose to 12500 cars in the year\n"
    (tmp_path / "facts.csv").write_text(row, "utf-8")
    doubts = [str(doubt) for doubt in check(tmp_path).doubts]
    assert any("`title` has “GrÃ¶ÃŸe”" in doubt and "write “Größe”" in doubt for doubt in doubts)
