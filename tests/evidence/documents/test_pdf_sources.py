"""PDFs as sources of a report: recorded, quoted as people copy them, read anew."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from exporter.errors import ContentError, UsageError
from exporter.evidence.documents_at_hand import doubts_of_texts
from exporter.evidence.quotes import gap_in, verify_quote
from exporter.evidence.record import add_source
from exporter.evidence.source_files import read_sources
from exporter.evidence.sources import text_hash
from exporter.report.starter import make_report
from tests.command_line import run
from tests.evidence.documents.made_pdfs import drawn, typeset
from tests.evidence.documents.test_pdf_layout import COLUMNS, FIRST, SECOND, html

GIVEN = {
    "title": None, "publisher": "Northgate", "author": None, "url": "https://example.com/q2.pdf",
    "published": date(2025, 8, 5), "retrieved": None,
}  # fmt: skip
NOTE = "Adjusted margin<sup>1</sup> was 31.2% in the second quarter."
TODAY = date(2025, 8, 6)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    list(make_report(folder / "mini"))
    document = folder / "q2.pdf"
    body = f"<div class=c>{html(*[FIRST, NOTE, SECOND] * 3)}</div>"
    document.write_bytes(typeset(body, f"{COLUMNS} sup {{ font-size: 65%; line-height: 0 }}"))
    add_source(folder / "mini", document, "q2", GIVEN, TODAY)
    return folder / "mini", document


@pytest.fixture
def report(made: tuple[Path, Path], tmp_path: Path) -> Path:
    shutil.copytree(made[0], tmp_path / "mini")
    return tmp_path / "mini"


def test_the_record_says_what_was_read_and_where_but_no_text(report: Path) -> None:
    written = (report / "sources/q2.yaml").read_text("utf-8")
    assert "Northgate reported" not in written
    source = read_sources(report / "sources", "sources")[0]["q2"]
    record = source.record
    assert (record.kind, record.title.en) == ("pdf", "Second quarter")
    assert record.author is not None
    assert record.extractor is not None
    assert record.extractor.startswith("pdf-8/pypdfium2-")
    assert len(record.locations) == len(record.fingerprints)
    pages = [int(location.split()[0].removeprefix("p")) for location in record.locations]
    assert pages == sorted(pages)
    assert all(len(location.split()) == 5 for location in record.locations)
    assert source.text is not None
    assert not source.changed
    kept = sorted(path.name for path in (report / "sources/text").glob("q2.*"))
    assert kept == ["q2.pdf", "q2.txt"]


@pytest.mark.parametrize(
    "quote",
    [
        FIRST,
        SECOND.replace(" ", "\n"),
        SECOND.replace("promotional", "promo-\ntional"),
        "Adjusted margin¹ was 31.2% in the second quarter",
        "Adjusted margin1 was 31.2% in the second quarter",
        f"{FIRST} … {SECOND}",
    ],
)
@pytest.mark.parametrize("has_text", [True, False])
def test_quotes_verify_as_people_copy_them(report: Path, quote: str, has_text: bool) -> None:
    if not has_text:
        shutil.rmtree(report / "sources/text")
    source = read_sources(report / "sources", "sources")[0]["q2"]
    assert verify_quote(quote, source).state.value == "verified"


@pytest.mark.parametrize(
    "quote",
    [
        FIRST.replace("4.27", "4.28"),
        SECOND.replace("own-brand", "own-\nbland"),
        "Adjusted margin2 was 31.2% in the second quarter",
        "Adjusted margin was 131.2% in the second quarter",
    ],
)
def test_other_words_and_figures_do_not(report: Path, quote: str) -> None:
    source = read_sources(report / "sources", "sources")[0]["q2"]
    assert verify_quote(quote, source).state.value == "not found"


def test_what_is_missing_is_asked_for_with_the_file_s_date(report: Path, tmp_path: Path) -> None:
    import pikepdf

    document = tmp_path / "q3.pdf"
    with pikepdf.open(report / "sources/text/q2.pdf") as pdf:
        pdf.docinfo["/CreationDate"] = "D:20250805"
        pdf.save(document)
    with pytest.raises(UsageError) as raised:
        add_source(report, document, "q3", dict.fromkeys(GIVEN), TODAY)
    assert "--published" in str(raised.value)
    assert "the file was made on 2025-08-05, which need not be that day" in str(raised.value)


def test_what_cannot_be_read_leaves_the_earlier_record(report: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "q2.pdf"
    damaged.write_bytes(b"%PDF-1.7 and no more")
    before = (report / "sources/q2.yaml").read_bytes()
    with pytest.raises(ContentError, match="the PDF is damaged; get it anew"):
        add_source(report, damaged, "q2", GIVEN, TODAY)
    assert (report / "sources/q2.yaml").read_bytes() == before


def recorded_by_another_reader(report: Path) -> None:
    """Have the record speak of another text: one that an earlier reader took from the same PDF."""
    record = report / "sources/q2.yaml"
    written = record.read_text("utf-8")
    text = (report / "sources/text/q2.txt").read_text("utf-8")
    earlier = text.replace("second quarter", "sec ond quarter")
    assert earlier != text
    record.write_text(
        re.sub(r"\bpdf-\d+/", "pdf-0/", written).replace(text_hash(text), text_hash(earlier)),
        "utf-8",
    )


def test_a_file_that_was_read_otherwise_is_told_and_not_taken_for_another(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded_by_another_reader(report)
    source = read_sources(report / "sources", "sources")[0]["q2"]
    assert source.changed
    assert source.is_read_anew
    assert verify_quote(SECOND, source).state.value == "verified"
    (doubt,) = doubts_of_texts({"q2": source})
    assert "its text was read anew, not by pdf-0/" in str(doubt)
    assert "q2: its text was read anew" in run(capsys, monkeypatch, ["check", report]).out


@pytest.mark.parametrize("is_of_another_reader", [False, True])
def test_a_text_that_was_edited_has_drifted_whatever_reads_its_document(
    report: Path,
    is_of_another_reader: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if is_of_another_reader:
        recorded_by_another_reader(report)
    text = report / "sources/text/q2.txt"
    text.write_text(text.read_text("utf-8").replace("4.27", "4.72"), "utf-8")
    source = read_sources(report / "sources", "sources")[0]["q2"]
    assert not source.is_read_anew
    assert verify_quote(SECOND, source).state.value == "verified"
    drifted = verify_quote(FIRST, source)
    assert drifted.state.value == "drifted"
    assert drifted.wrong.endswith("was in q2 when it was recorded, but is not in its text now")
    (doubt,) = doubts_of_texts({"q2": source})
    assert "q2: its text at hand was edited: it is not what pdf-" in str(doubt)
    assert "q2: its text at hand was edited" in run(capsys, monkeypatch, ["check", report]).out


def test_quotes_are_looked_for_in_a_document_that_replaced_the_recorded_one(
    report: Path,
) -> None:
    document = report / "sources/text/q2.pdf"
    body = f"<div class=c>{html(*[FIRST.replace('4.27', '4.72'), NOTE, SECOND] * 3)}</div>"
    document.write_bytes(typeset(body, f"{COLUMNS} sup {{ font-size: 65%; line-height: 0 }}"))
    source = read_sources(report / "sources", "sources")[0]["q2"]
    assert verify_quote(SECOND, source).state.value == "verified"
    drifted = verify_quote(FIRST, source)
    assert drifted.state.value == "drifted"
    assert drifted.wrong.endswith("but is not in the document beside it now")
    (doubt,) = doubts_of_texts({"q2": source})
    assert "q2: the document beside its text is another than the recorded one" in str(doubt)


def test_a_document_that_cannot_be_read_leaves_the_text_beside_it(report: Path) -> None:
    (report / "sources/text/q2.pdf").write_bytes(b"%PDF-1.7 another")
    source = read_sources(report / "sources", "sources")[0]["q2"]
    assert verify_quote(SECOND, source).state.value == "verified"
    (doubt,) = doubts_of_texts({"q2": source})
    assert "q2: the document beside its text is another than the recorded one" in str(doubt)
    text = report / "sources/text/q2.txt"
    text.write_text(text.read_text("utf-8").replace("margin", "mar gin-"), "utf-8")
    edited = read_sources(report / "sources", "sources")[0]["q2"]
    assert verify_quote(SECOND, edited).state.value == "drifted"


@pytest.mark.parametrize("suffix", [".pdf", ".html"])
def test_a_newer_document_beside_the_recorded_text_is_told(
    report: Path, suffix: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "another than the recorded one; record it again, by `exporter source add`"
    assert told not in run(capsys, monkeypatch, ["check", report]).out
    document = report / "sources/text/q2.pdf"
    newer = document.rename(document.with_suffix(suffix))
    newer.write_bytes(newer.read_bytes() + b"% newer")
    assert told in run(capsys, monkeypatch, ["check", report]).out


def test_recording_a_file_again_tells_what_another_reader_made_of_it(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    record, document = report / "sources/q2.yaml", report / "q2.pdf"
    shutil.copy(report / "sources/text/q2.pdf", document)
    again = ["source", "add", report, document, "--id", "q2"]
    assert "read anew" not in run(capsys, monkeypatch, again).out
    written = record.read_text("utf-8")
    first = read_sources(report / "sources", "sources")[0]["q2"].record.fingerprints[0]
    record.write_text(written.replace(first, "0" * 16).replace("pdf-8/", "pdf-0/"), "utf-8")
    said = run(capsys, monkeypatch, again).out
    assert "read anew by pdf-8/pypdfium2-" in said
    assert "the file is the same, 1 clause not as before" in said
    assert record.read_text("utf-8") == written.replace(
        read_retrieved(written), read_retrieved(record.read_text("utf-8"))
    )


def read_retrieved(record: str) -> str:
    return next(line for line in record.splitlines() if line.startswith("retrieved:"))


def test_letters_that_a_font_does_not_name_are_told(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = report / "lost.pdf"
    lines = (
        "(Sales of the \\000rst half rose 4% to 312 stores.) Tj T* (Costs fell 2% in May.) Tj ET"
    )
    document.write_bytes(drawn("BT /F1 10 Tf 14 TL 40 200 Td", lines))
    facts = report / "facts/lost.yaml"
    added = ["source", "add", report, document, "--id", "lost", "--title", "Half year"]
    added += ["--publisher", "Northgate", "--published", "2025-08-05", "--language", "en"]
    said = run(capsys, monkeypatch, added).out
    assert "doubt: 1 character of the document has no letter, on page 1" in said
    sources = read_sources(report / "sources", "sources")[0]
    copied = "Sales of the rst half rose 4% to 312 stores"
    whole = "Costs fell 2% in May"
    for quote, is_whole in ((copied, False), (whole, True)):
        verdict = verify_quote(quote, sources["lost"])
        assert verdict.state.value == "verified"
        assert (gap_in(verdict, sources["lost"]) is None) is is_whole
    entity = next(iter(sorted((report / "facts").glob("*.yaml")))).read_text("utf-8")
    entity = next(line for line in entity.splitlines() if "entity:" in line).split("entity:")[1]
    facts.write_text(
        f"- {{id: a-rise, entity: {entity}, metric: Sales, value: 4, unit: '%', period: 2025-H1, "
        f"source: lost, quote: '{copied}'}}\n",
        "utf-8",
    )
    views = report / "views.yaml"
    view = (
        "{id: a-view, broker: Somebody, subject: Sales, stance: neutral, thesis: Sales rise, drivers: [Sales], "
        f"source: lost, quote: '{copied}'}}\n"
    )
    views.write_text(f"- {view}", "utf-8")
    checked = run(capsys, monkeypatch, ["check", report])
    for id_ in ("a-rise", "a-view"):
        assert f"{id_}: the quote's words lack 1 letter in the source" in checked.out + checked.err


def test_recording_another_text_names_the_facts_that_miss_their_quotes(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = next((report / "sources/text").glob("press-note.*"))
    document = report / text.name
    written = text.read_text("utf-8")
    document.write_text(f"{written}\n\nOne more line of it.\n", "utf-8")
    again = ["source", "add", report, document, "--id", "press-note"]
    assert "of the earlier record" not in run(capsys, monkeypatch, again).out
    document.write_text(written, "utf-8")
    kept = run(capsys, monkeypatch, again).out
    assert "1 clause of the earlier record is gone, and no fact's quote with them" in kept
    document.write_text("Nothing of it is left.", "utf-8")
    said = run(capsys, monkeypatch, again).out
    first = next(iter(sorted((report / "facts").glob("*.yaml")))).read_text("utf-8")
    assert "of the earlier record are gone; " in said
    assert first.split("id:")[1].split()[0] in said
