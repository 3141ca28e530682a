"""Recording a source: fingerprints and figures, never the text; recording again keeps what was said."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from exporter.errors import ContentError, UsageError
from exporter.evidence.clauses import split_clauses
from exporter.evidence.figured_clauses import clauses_with_figures
from exporter.evidence.record import AddedSource, add_source
from exporter.evidence.record_yaml import record_as_yaml
from exporter.evidence.source_files import read_sources
from exporter.report.starter import make_report
from tests.command_line import run

pytestmark = pytest.mark.usefixtures("unconfined")

TEXT = "某公司收入12亿元，利润增长5%。\n三张王牌：云、端、芯。\n它在2024年成立了研究院。"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "mini"
    list(make_report(folder))
    return folder


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "article.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def add(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: object
) -> str:
    result = run(capsys, monkeypatch, ["source", "add", *arguments])
    assert result.status == 0, result.err
    return result.out


FIRST = ("--title", "年报", "--publisher", "某公司", "--url", "https://example.com/a",
         "--published", "2024-03-01", "--retrieved", "2024-03-02")  # fmt: skip


def test_the_record_holds_hashes_and_figures_but_no_text(
    report: Path,
    document: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = add(capsys, monkeypatch, report, document, "--id", "annual", *FIRST)
    assert "7 clauses, 3 with figures" in said
    path = report / "sources/annual.yaml"
    written = path.read_text("utf-8")
    assert "研究院" not in written
    assert "收入" not in written
    source = read_sources(report / "sources", "sources")[0]["annual"]
    assert source.record.figures == (0, 1, 2)
    assert source.record.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert source.record.language == "zh"
    assert source.text == TEXT
    assert not source.changed
    assert "\nsources/text/\n" in (report / ".gitignore").read_text("utf-8")


def test_recording_again_keeps_what_is_not_given(
    report: Path,
    document: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(capsys, monkeypatch, report, document, "--id", "annual", *FIRST)
    path = report / "sources/annual.yaml"
    source = read_sources(report / "sources", "sources")[0]["annual"]
    aside = (
        f"not_facts:\n  - clause: {source.record.fingerprints[2]}\n    why: A figure of speech\n"
    )
    path.write_text(
        path.read_text("utf-8")
        .replace("title: 年报", "title: {en: Annual report, zh: 年报}")
        .replace("fingerprints:", f"{aside}fingerprints:"),
        "utf-8",
    )
    document.write_text(TEXT.replace("12亿", "13亿"), encoding="utf-8")
    add(capsys, monkeypatch, report, document, "--id", "annual", "--retrieved", "2024-04-01")
    again = read_sources(report / "sources", "sources")[0]["annual"].record
    assert again.title == ("Annual report", "年报")
    assert again.published.isoformat() == "2024-03-01"
    assert again.retrieved.isoformat() == "2024-04-01"
    assert [one.why for one in again.not_facts] == ["A figure of speech"]
    assert again.fingerprints != source.record.fingerprints


def test_the_same_document_gives_the_same_record(
    report: Path,
    document: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = report / "sources/annual.yaml"
    add(capsys, monkeypatch, report, document, "--id", "annual", *FIRST)
    first = path.read_bytes()
    add(capsys, monkeypatch, report, document, "--id", "annual", *FIRST)
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe\x00", "byte 0 is not UTF-8 text; save the document as plain UTF-8 text"),
        (b" \n ...\n", "the document holds no text"),
    ],
)
def test_what_is_no_text_is_refused(
    report: Path, document: Path, content: bytes, message: str
) -> None:
    document.write_bytes(content)
    given = dict.fromkeys(("author", "retrieved")) | {
        "title": "t", "publisher": "p", "url": "https://example.com", "published": None,
    }  # fmt: skip
    given["published"] = date(2024, 1, 1)  # type: ignore[assignment]
    with pytest.raises(ContentError, match=message.split(";", maxsplit=1)[0]):
        add_source(report, document, "annual", given, date(2024, 1, 2))
    assert not (report / "sources/annual.yaml").exists()
    assert not (report / "sources/text/annual.md").exists()


def test_a_first_record_needs_its_fields(report: Path, document: Path) -> None:
    given = dict.fromkeys(("title", "publisher", "author", "url", "published", "retrieved"))
    with pytest.raises(UsageError, match="lacks --title, --publisher, --published; give them"):
        add_source(report, document, "annual", given, date(2024, 1, 2))
    given |= {"publisher": "Press", "published": date(2024, 1, 1)}
    with pytest.raises(UsageError, match="lacks --title; give it"):
        add_source(report, document, "annual", given, date(2024, 1, 2))


@pytest.mark.parametrize(
    ("text", "stating"),
    [
        # The tail of a date, a stock code and a name's number are told apart by what stands before.
        ("The plant opened on 3 May, 2024, in Lund.", []),
        ("Harrow Mills (NYSE: HRM; SEHK: 2417) met investors.", []),
        ("公司成立于2009年，2014年上市。", []),
        ("该系列已推出第三代产品，居行业首位。", []),  # a generation and a rank
        ("Several growers, dozens of traders and a handful of banks came.", []),
        ("Tens of thousands of growers came.", [0]),
        ("It is a two-way street, and the two sides met in one go.", []),
        ("It hired two people, and the firm sold twenty plants.", [0, 1]),
        ("Revenue rose to $4.2 billion, up 7%, in fiscal 2025.", [0, 1]),
        ("**营收12亿元**，同比增长*5%*。", [0, 1]),
        ("No figure here.\nUsers: 31,000, of whom 40% pay.\n", [2, 3]),
    ],
)  # fmt: skip
def test_which_clauses_state_a_figure(text: str, stating: list[int]) -> None:
    clauses = list(split_clauses(text))
    assert clauses_with_figures(text, clauses) == stating


@pytest.mark.parametrize("name", ["sources", "sources/text"])
def test_nothing_is_recorded_where_a_link_leads_out(
    report: Path,
    document: Path,
    name: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outside = report.parent / "outside"
    (report / name).rename(outside)
    (report / name).symlink_to(outside)
    before = sorted(outside.rglob("*"))
    wanted = ["source", "add", report, document, "--id", "annual", *FIRST]
    result = run(capsys, monkeypatch, wanted)
    assert (result.status, sorted(outside.rglob("*"))) == (1, before)
    assert "unless you allow it" in result.err + result.out
    add(capsys, monkeypatch, *wanted[2:], "--allow", outside)
    assert set(outside.rglob("*")) > set(before)


def test_a_date_of_the_command_line_says_how_it_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = ("source", "add", "report", "note.txt", "--id", "note", "--published", "12.11.2026")
    done = run(capsys, monkeypatch, given)
    assert done.status == 2
    assert "is not a date; write it like 2026-11-30" in " ".join(done.err.split())


def test_what_a_document_does_not_tell_is_asked_for_by_name(report: Path, tmp_path: Path) -> None:
    note = tmp_path / "notiz.txt"
    note.write_text("Der Umsatz stieg um 12 Prozent auf 4,2 Milliarden Euro. " * 20, "utf-8")
    given = dict.fromkeys(("title", "publisher", "author", "url", "published", "retrieved"))
    with pytest.raises(UsageError, match="lacks --title, --publisher, --published, --language"):
        add_source(report, note, "notiz", given, date(2024, 1, 2))


def test_what_is_given_goes_before_what_the_document_tells(
    report: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html lang="en"><head><title>Told</title><meta name="pubdate" content="2024-02-01">'
        "</head><body><p>Sales rose 12% to 4.2 billion euros in the year.</p></body></html>",
        "utf-8",
    )
    first = ("--id", "page", "--title", "Given", "--publisher", "P", "--language", "de")
    add(capsys, monkeypatch, report, page, *first)
    record = read_sources(report / "sources", "sources")[0]["page"].record
    assert (record.title.en, record.language, record.url) == ("Given", "de", None)
    assert record.published == date(2024, 2, 1)
    assert record.figures == (), "figures are not read in German"
    add(capsys, monkeypatch, report, page, "--id", "page")
    again = read_sources(report / "sources", "sources")[0]["page"].record
    assert (again.title.en, again.language) == ("Given", "de")


@pytest.mark.parametrize(
    ("written", "right"), [("zh-CN", "write zh"), ("german", "write a tag of BCP 47")]
)
def test_a_language_is_a_tag(report: Path, written: str, right: str) -> None:
    path = report / "sources/press-note.yaml"
    path.write_text(path.read_text("utf-8").replace("language: en", f"language: {written}"))
    problems = read_sources(report / "sources", "sources")[1]
    assert [right in problem.right for problem in problems] == [True]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("373cfdc493e1d9f3", "373cfdc493e1d9f3"),
        ("1234567890123456", "'1234567890123456'"),
        ("0000000000000e12", "'0000000000000e12'"),
        ("e234567890123456", "e234567890123456"),
        ("p12 72.0 540.1 300.0 552.3", "p12 72.0 540.1 300.0 552.3"),
        ("¶31", "¶31"),
    ],
)
def test_what_a_clause_has_is_written_so_that_yaml_takes_it_for_a_text(
    text: str, written: str
) -> None:
    said = record_as_yaml({"title": "t", "locations": [text]})
    assert said == f"title: t\nlocations:\n  - {written}\n"
    assert YAML(typ="safe").load(said)["locations"] == [text]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Profit was 40 million Norwegian crowns. Sales were 900 million crowns.", "NOK"),
        ("Sales were NOK 900 million, and costs kr 40 million.", "NOK"),
        ("Czech crowns fell, profit was 4 million crowns.", None),  # no sum in its full name
        ("It paid 4 million Danish crowns and 5 million Czech crowns, or 9 million crowns.", None),
        ("Profit was 40 million Norwegian crowns.", None),  # nothing is bare
        ("It owes 30 million Swiss francs; rent is 2 million francs.", "CHF"),
        ("It owes 30 million Mexican pesos ($2 million); rent is 2 million pesos.", None),
        ("It owes 30 million Mexican pesos; rent is 2 million pesos.", "MXN"),
        ("It owes 30 million Egyptian pounds; rent is 2 million pounds.", "EGP"),
        ("It owes 30 million Egyptian pounds; rent is £2 million, or 9 million pounds.", None),
        ("It owes 30 billion Pakistani rupees; rent is 2 million rupees.", "PKR"),
        ("It owes 30 million Singapore dollars; rent is 2 million dollars.", None),
        ("利润3亿挪威克朗，成本1亿克朗。", "NOK"),
        ("營收新台幣92億元，毛利31億元。", "TWD"),
        ("營業額達4.8億港元，純利6,300萬元。", "HKD"),
        ("營業額達4.8億澳門元，純利6,300萬元。", "MOP"),
        ("營業額達4.8億港元，純利6,300萬元。內地店舖收入人民幣2億元。", None),
        ("營業額達4.8億港元，台灣店舖收入新台幣9億元，純利6,300萬元。", None),
        ("營業額達4.8億港元，純利6,300萬元，另欠$200萬。", None),  # which it would settle as well
        ("營業額達4.8億港元，純利6,300萬港元。", None),  # nothing is bare
        ("营业额达4.8亿港元，净利润6300万元。", None),  # in simplified characters 元 is the yuan
    ],
)
def test_a_document_that_names_its_currency_once_is_recorded_with_it(
    report: Path, tmp_path: Path, text: str, currency: str | None
) -> None:
    document = tmp_path / "wire.txt"
    document.write_text(text, "utf-8")
    add_wire(report, document)
    assert read_sources(report / "sources", "sources")[0]["wire"].record.currency == currency


def test_what_a_record_says_of_the_currency_stays(report: Path, tmp_path: Path) -> None:
    document = tmp_path / "wire.txt"
    document.write_text("It paid 4 million crowns.", "utf-8")
    add_wire(report, document)
    path = report / "sources/wire.yaml"
    path.write_text(f"{path.read_text('utf-8')}currency: SEK\n", "utf-8")
    document.write_text("It paid 4 million Danish crowns, or 9 million crowns.", "utf-8")
    assert add_wire(report, document).currency is None  # nothing new
    assert read_sources(report / "sources", "sources")[0]["wire"].record.currency == "SEK"


def add_wire(report: Path, document: Path) -> AddedSource:
    given = {"title": "T", "publisher": "P", "author": None, "url": None, "language": None}
    given |= {"published": date(2026, 5, 1), "retrieved": None}
    return add_source(report, document, "wire", given, date(2026, 5, 2))
