"""Bad input: a clear message with file, line and fact, exit 1, and nothing written or damaged."""

import json
import re
from pathlib import Path

import pytest

from exporter.build import build
from exporter.check import check
from exporter.report.starter import make_report
from tests.command_line import run

FACTS, REPORT, VIEWS = "facts/example-motors.yaml", "report.yaml", "views.yaml"
SOURCE = "sources/press-note.yaml"


@pytest.fixture(scope="module", autouse=True)
def _worker(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Have what draws pages started once: a build that fails ends one that is still starting."""
    folder = tmp_path_factory.mktemp("first")
    list(make_report(folder / "mini"))
    build(folder / "mini", folder / "out", ["en"])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "mini"
    list(make_report(folder))
    return folder


# (file, what stands there, what is put in its place, what the message says)
EDITS = [
    (FACTS, "  source: press-note\n", "", "example-motors.yaml:2: deliveries: `source` is missing"),
    (FACTS, "qualifier:", "qualifer:", "`qualifer` is not a known field; did you mean `qualifier`?"),
    (FACTS, "deliveries-growth", "deliveries", "deliveries: the id is used twice (first in "),
    (FACTS, 'unit: "%"', "unit: procent", "the unit 'procent' is not known; did you mean 'percent'?"),
    (FACTS, "Example Motors\n  metric", "Example Motor\n  metric", "did you mean 'Example Motors'?"),
    (FACTS, "press-note\n", "press-release\n", "there is no source 'press-release'; use one of press-note, or record it: exporter source add"),
    (FACTS, "value: 12500", "value: many", "the value 'many' is not a number, but has the unit cars"),
    (FACTS, "value: 12500", "value: .inf", "the value .inf is not a finite number"),
    (FACTS, "value: 12500", "value: .nan", "the value .nan is not a finite number"),
    (FACTS, "value: 12500", "value: 2025-02-29", "'2025-02-29'"),
    (FACTS, "value: 18.5", 'value: "18.5%"', "the percentage '18.5%' is written as text"),
    (FACTS, "value: 18.5", "value: 1234567890.1234567", "has more than 15 digits"),
    (FACTS, "12,500 cars in 2025\n", "12,600 cars in 2025\n", "is not in press-note; the nearest"),
    (FACTS, "quote: about 18.5% more", "quote: 18.5% more", "is part of a clause; quote the whole"),
    (FACTS, "about 18.5% more than a year before", "cars!", "is too short to identify a passage"),
    (FACTS, "value: 18.5", "value: 19.5", "the value is 19.5 %, but the quote says 18.5"),
    (FACTS, "qualifier: about", "qualifier: over", "the qualifier is 'over', but the quote says 'about'"),
    (FACTS, "period: 2026\n", "period: 2026-13\n", "the period '2026-13' is not ISO 8601"),
    (FACTS, "status: planned", "status: hoped", "the status 'hoped' is not known"),
    (FACTS, "id: deliveries\n", "id: ../deliveries\n", "the id '../deliveries' is not a plain"),
    (FACTS, "id: deliveries\n", "id: a\\b\n", "is not a plain lower-case name"),
    (FACTS, "metric: {en: Cars", "metric: {en Cars", "`metric` has the part 'en Cars delivered', which is neither en nor zh"),
    (FACTS, "value: 12500", "value: [1", "is not closed; close it with ]"),
    (FACTS, "value: 12500", "value: &a 12500", "the anchor &a is not allowed"),
    (FACTS, "value: 12500", "value: *a", "the alias *a is not allowed"),
    (FACTS, "value: 12500", "value: !!python/none 1", "the tag tag:yaml.org,2002:python/none"),
    (FACTS, "{en: Cars delivered,", '{en: "Cars\\x07",', "holds a control character (U+0007)"),
    (FACTS, "{en: Cars delivered,", '{en: "Cars\\ud800",', "a lone surrogate"),
    (FACTS, "Cars delivered", "x" * 32_768, "an Excel cell holds 32,767"),
    (REPORT, "edition: 2026-01-31", "edition: 2026-02-30", "`edition` '2026-02-30' is not right"),
    (REPORT, "title: {en: Example report", "titel: {en: Example report", "did you mean `title`?"),
    (REPORT, "author: Your desk\n", "", "`author` is missing"),
    (REPORT, "evidence:", '"evidence[]":', "`evidence[]` is not a known key; did you mean `evidence`?"),
    (REPORT, "{en: Example Motors, zh: 示例汽车}}", "{en: History, zh: 示例汽车}}", "'History' is reserved"),
    (REPORT, "zh: 示例汽车}}", "zh: 示例/汽车}}", "report.yaml:10: the sheet name '示例/汽车' holds '/'"),
    (REPORT, "zh: 示例汽车}}", f"zh: {'汽' * 32}}}}}", "has more than 31 characters"),
    (REPORT, "zh: 示例汽车}}", "zh: \"'汽车\"}}", "begins or ends with an apostrophe"),
    (REPORT, "zh: 示例汽车}}", "zh: 目录}}", "is the same as '目录' for Excel"),
    (REPORT, "[deliveries, deliveries-growth]", "[deliverys]", "there is no fact 'deliverys'; did you mean 'deliveries'?"),
    (REPORT, "[deliveries, deliveries-growth]", "[deliverys.low]", "there is no fact 'deliverys'; did you mean 'deliveries.low'?"),
    (REPORT, "[deliveries, deliveries-growth]", "[sales]", "there is no fact 'sales'; use a fact's id"),
    (REPORT, "zh: 示例汽车}}", "zh: 示例汽车}, headline: new-plants}", "the headline 'new-plants' is no fact about 'Example Motors'; did you mean 'new-plant'?"),
    (REPORT, "languages: [en, zh]", "languages: [en, fr]", "`languages.1` 'fr' is not right; write 'en' or 'zh'"),
    (REPORT, "name: figures", "name: ../figures", "`workbooks.0.name` '../figures' is not right"),
    (VIEWS, "broker: Example Securities", "broker: Nobody", "the broker 'Nobody' is not among"),
    (VIEWS, "stance: positive", "stance: bullish", "views.yaml:4: example-securities: `stance`"),
    (VIEWS, "as new capacity comes on stream", "as capacity comes", "is not in press-note"),
    (VIEWS, "stance: positive", "stance: positive\n  currency: HKD\n  target_price: 25,5", "`target_price` '25,5' is not a number; write 25.5"),
    (VIEWS, "stance: positive", "stance: positive\n  report_date: 15 Jan 2026", "'15 Jan 2026' is not a day; write 2026-01-15"),
    (VIEWS, "source: press-note", "source: nowhere", "there is no source 'nowhere'"),
    (SOURCE, "url: https://", "url: ftp://", "press-note.yaml:3: `url` 'ftp://example.com/press/2026-01-15' is not right; write the whole address of a page, like https://example.com/article"),
    (SOURCE, "https://example.com", "https://exаmple.com", "press-note.yaml:3: `url` has “а” U+0430 CYRILLIC"),
    (REPORT, "author: Your desk", 'author: "Your\\x92s"', "report.yaml:4: `author` holds a control character (U+0092); write “’” U+2019"),
    (REPORT, "author: Your desk", 'author: "Your\\Ldesk"', "report.yaml:4: `author` has a line end (U+2028); write it on one line"),
    (REPORT, "author: Your desk", f"author: {'🚗' * 101}", "report.yaml:4: `author` has 202 characters, and may have 200"),
    (REPORT, "zh: 示例汽车}}", "zh: 汽_x0041_}}", "report.yaml:10: the sheet name '汽_x0041_' holds '_x0041_'"),
    (VIEWS, "zh: 需求稳定", f"zh: {'字' * 32_768}", "example-securities: `drivers.0` has 32,768 characters; a cell of Excel"),
    (SOURCE, "title:", "curency: HKD\ntitle:", "`curency` is not a known key; did you mean `currency`?"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), EDITS)
def test_every_fault_is_named_and_nothing_is_written(
    report: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    old: str,
    new: str,
    message: str,
) -> None:
    path = report / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    output = report.parent / "out"
    output.mkdir()
    kept = output / "figures.en.xlsx"
    kept.write_bytes(b"a good file")

    built = run(capsys, monkeypatch, ["build", report, "--output", output])

    assert built.status == 1, built
    assert message in built.err
    assert file in built.err
    assert "Traceback" not in built.err
    assert [one.name for one in output.iterdir()] == [kept.name]
    assert kept.read_bytes() == b"a good file"


def test_check_tells_the_same_problems_for_people_and_machines(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = report / FACTS
    path.write_text(path.read_text("utf-8").replace("value: 18.5", "value: 19.5"), "utf-8")
    text = run(capsys, monkeypatch, ["check", report])
    parsed = json.loads(run(capsys, monkeypatch, ["check", report, "--format", "json"]).out)
    assert text.status == 1
    assert f"{path}:15: deliveries-growth: the value is 19.5 %" in text.out
    assert "1 contradicted" in text.out
    assert parsed["figures"] == {
        "confirmed": 1, "contradicted": 1, "not stated": 0, "accepted": 0, "text": 1,
    }  # fmt: skip
    assert [one["fact"] for one in parsed["problems"]] == ["deliveries-growth"]
    assert parsed["problems"][0]["line"] == 15


@pytest.mark.parametrize(
    "facts", ['{sql: "SELECT * FROM facts", url: "sqlite:///desk.db"}', "https://a.example/f.csv"]
)
def test_facts_that_stand_elsewhere_are_not_missed_in_the_usual_places(
    facts: str, report: Path
) -> None:
    definition = report / REPORT
    (report / FACTS).unlink()
    text = re.sub("(?m)^(author|facts):.*\n", "", definition.read_text("utf-8"))
    definition.write_text(f"facts: {facts}\n{text}", "utf-8")
    assert [problem.wrong for problem in check(report).problems] == ["`author` is missing"]
    definition.write_text(f"facts: facts\n{text}", "utf-8")
    wrong = ["the folder holds no facts", "`author` is missing"]
    assert [problem.wrong for problem in check(report).problems] == wrong


def test_a_list_is_not_short_because_of_what_is_wrong_in_it(report: Path) -> None:
    path = report / REPORT
    text = path.read_text("utf-8")
    for languages, wrong in (
        ("[fr]", "`languages.0` 'fr' is not right"),
        ("[]", "`languages` is empty"),
    ):
        path.write_text(text.replace("[en, zh]", languages), "utf-8")
        assert [problem.wrong for problem in check(report).problems] == [wrong]


def test_what_is_dated_after_the_edition_is_in_doubt(report: Path) -> None:
    assert check(report).doubts == (), "a new report has none"
    source, views = report / SOURCE, report / VIEWS
    text = source.read_text("utf-8")
    source.write_text(text.replace("published: 2026-01-15", "published: 2026-02-01"), "utf-8")
    dated = views.read_text("utf-8").replace("stance:", "report_date: 2026-02-02\n  stance:")
    views.write_text(dated, "utf-8")
    checked = check(report)
    assert checked.problems == ()
    assert [str(doubt) for doubt in checked.doubts] == [
        (
            f"{source}: press-note: it was published 2026-02-01, after the edition of 2026-01-31; "
            "correct the date, or the edition in report.yaml"
        ),
        (
            f"{views}:1: example-securities: the `report_date` is 2026-02-02, after the edition of "
            "2026-01-31; correct the date, or the edition in report.yaml"
        ),
    ]


@pytest.mark.parametrize(
    ("period", "status", "year_end", "is_told"),
    [
        ("2026-Q2", "achieved", "", True),
        ("2026-Q2", "planned", "", False),
        ("2026-Q1", "achieved", "", False),  # in which the edition lies
        ("2026", "achieved", "", False),
        ("2026-02-01", "achieved", "", True),
        ("2026-01-31", "achieved", "", False),
        ("2027/2028", "achieved", "", True),
        ("2025/2027", "achieved", "", False),
        ("FY2027", "achieved", "", False),  # which may have begun
        ("FY2027", "achieved", "03-31", True),  # on 1 April
        ("FY2027", "achieved", "12-31", True),
        ("FY2026-Q4", "achieved", "03-31", False),
        ("FY2028", "achieved", "", True),
    ],
)
def test_what_is_achieved_in_a_period_still_to_come_is_in_doubt(
    period: str, status: str, year_end: str, is_told: bool, report: Path
) -> None:
    path, definition = report / FACTS, report / REPORT
    text = path.read_text("utf-8")
    text = text.replace("period: 2025\n", f"period: {period}\n", 1)
    path.write_text(text.replace("status: achieved", f"status: {status}", 1), "utf-8")
    if year_end:
        told = definition.read_text("utf-8") + f'fiscal_year_ends: "{year_end}"\n'
        definition.write_text(told, "utf-8")
    checked = check(report)
    assert checked.problems == ()
    wrong = f"it is `achieved`, and its period {period} begins after the edition of 2026-01-31"
    assert [doubt.wrong for doubt in checked.doubts] == [wrong] * is_told


def test_one_fault_has_no_followers(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = report / FACTS
    path.write_text(path.read_text("utf-8").replace('unit: "%"', "unit: procent"), "utf-8")
    parsed = json.loads(run(capsys, monkeypatch, ["check", report, "--format", "json"]).out)
    assert [one["fact"] for one in parsed["problems"]] == ["deliveries-growth"]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("title:", "curency: HKD\ntitle:", "`curency` is not a known key"),
        ("published:", "publishd:", "`published` is missing"),
        ("url: https://", "url: ftp://", "`url` 'ftp://"),
    ],
)
def test_a_fault_of_a_record_has_no_followers_and_comes_first(
    report: Path, old: str, new: str, wrong: str
) -> None:
    path = report / SOURCE
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    facts = report / FACTS
    facts.write_text(facts.read_text("utf-8").replace("value: 18.5", "value: 19.5"), "utf-8")
    first, *others = check(report).problems
    assert first.file == str(path)
    assert wrong in first.wrong
    assert [
        (problem.subject, problem.wrong[:9]) for problem in others if problem.file != str(path)
    ] == [("deliveries-growth", "the value")]


def test_all_problems_of_all_files_come_at_once(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for file, old, new in (
        (FACTS, "value: 18.5", "value: 19.5"),
        (FACTS, "status: planned", "status: hoped"),
        (VIEWS, "stance: positive", "stance: bullish"),
        (REPORT, "author: Your desk\n", ""),
        (SOURCE, "url: https://", "url: ftp://"),
    ):
        path = report / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    built = run(capsys, monkeypatch, ["build", report, "--output", report.parent / "out"])
    assert built.status == 1
    for message in ("'hoped'", "`stance`", "`author` is missing", "`url`"):
        assert message in built.err
    assert not (report.parent / "out").exists()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", "facts: none\n", "- just words\n"])
def test_files_without_facts(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (report / FACTS).write_text(text)
    built = run(capsys, monkeypatch, ["build", report, "--output", report.parent / "out"])
    assert built.status == 1
    assert "example-motors.yaml" in built.err or "has no facts" in built.err


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_what_looks_like_a_formula_stays_text(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    import openpyxl

    path = report / FACTS
    old = "{en: Second plant to open, zh: 第二座工厂将投产}"
    path.write_text(path.read_text("utf-8").replace(old, f'"{words}"'), "utf-8")
    output = report.parent / "out"
    arguments = ["build", report, "--output", output, "--lang", "en"]
    assert run(capsys, monkeypatch, arguments).status == 0
    cell = openpyxl.load_workbook(output / "figures.en.xlsx")["Example Motors"]["B7"]
    assert (cell.value, cell.data_type) == (words, "s")


def test_what_is_not_proved_is_printed_with_a_mark_where_evidence_is_optional(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import openpyxl

    for file, old, new in (
        (REPORT, "evidence: required", "evidence: optional"),
        (FACTS, "value: 18.5", "value: 19.5"),
    ):
        path = report / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    output = report.parent / "out"
    built = run(capsys, monkeypatch, ["build", report, "--output", output, "--lang", "en"])
    assert built.status == 0
    assert "not proved" in built.err
    sheet = openpyxl.load_workbook(output / "figures.en.xlsx")["Example Motors"]
    assert sheet["B5"].fill.fgColor.rgb != sheet["B6"].fill.fgColor.rgb == "FFFBE3E1"
    import pypdfium2

    with pypdfium2.PdfDocument(output / "views.en.pdf") as pdf:
        text = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    assert "Growth of deliveries (not proved by its quote)" in text
    assert "Cars delivered (not" not in text


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["build", "nowhere"], 2, "nowhere is not a folder"),
        (["check", "."], 2, "has no report.yaml"),
        (
            ["build", "mini", "--lang", "fr"],
            2,
            "no files are written in 'fr'; languages are en and zh",
        ),
        (
            ["email", "mini", "--lang", "EN"],
            2,
            "no files are written in 'EN'; languages are en and zh",
        ),
        (["build", "mini", "--output", "mini/report.yaml"], 3, "mini/report.yaml"),
        (["new", "mini"], 2, "mini is there already"),
        (["source", "add", "mini", "nofile", "--id", "x"], 2, "nofile is not a file"),
        (
            ["source", "add", "mini", "mini/views.yaml", "--id", "X/Y"],
            2,
            "is not a plain lower-case",
        ),
        (
            ["source", "add", "mini", "mini/views.yaml", "--id", "x"],
            2,
            "--title, --publisher, --published",
        ),
        (["nothing"], 2, "nothing"),
    ],
)
def test_wrong_usage(
    report: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    status: int,
    message: str,
) -> None:
    monkeypatch.chdir(report.parent)
    result = run(capsys, monkeypatch, arguments)
    assert result.status == status
    assert message in result.err
    assert "Traceback" not in result.err
