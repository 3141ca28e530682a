"""What an analyst answers for: marked wherever it is printed, counted wherever things are counted, and proved."""

import csv
import json
from importlib import import_module
from io import StringIO
from pathlib import Path

import openpyxl
import pikepdf
import pypdfium2
import pytest

from exporter import check, read_facts
from exporter.build import build
from exporter.errors import ContentError
from exporter.report.eml.layout import Basis, lay_out_message
from exporter.report.pdf.layout import lay_out_onepager
from exporter.report.xlsx.styles import ACCEPTED
from exporter.verify import verify
from tests.command_line import run
from tests.figured_report import ACCEPT, FACTS, accept_some, edit, make_figured_report

REASON = "The broker misprints it"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("accepted") / "mini"
    make_figured_report(folder)
    accept_some(folder)
    return folder


@pytest.fixture(scope="module")
def output(report: Path) -> Path:
    build(report, report.parent / "out")
    return report.parent / "out"


def test_the_workbook_marks_it_and_says_why(output: Path) -> None:
    book = openpyxl.load_workbook(output / "figures.en.xlsx", data_only=True)
    sheet = book["Example Motors"]
    header, *rows = map(list, sheet.iter_rows(min_row=4))
    assert [cell.value for cell in header][10:] == ["Fact", "Accepted because"]
    marked = {row[10].value: row[1].fill.start_color.rgb for row in rows}
    reasons = {row[10].value: row[11].value for row in rows}
    assert reasons == {
        "deliveries": REASON, "deliveries-growth": None, "new-plant": None,
        "plants": "Counted by ourselves",
    }  # fmt: skip
    assert marked["deliveries"] == marked["plants"] == "FFFFF4D6"
    assert marked["deliveries-growth"] == marked["new-plant"] == "00000000"


def test_the_checks_tell_it_from_what_is_confirmed(output: Path) -> None:
    sheet = openpyxl.load_workbook(output / "figures.en.xlsx", data_only=True)["Checks"]
    checks = {row[1]: row[2:5] for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert checks["Figures and dates confirmed by their quotes"] == (1, 1, True)
    assert checks["Facts accepted by the analyst, not confirmed by their quotes"] == (2, 2, True)
    assert all(agrees for _, _, agrees in checks.values())


def test_a_workbook_without_it_has_no_such_column(tmp_path: Path) -> None:
    make_figured_report(tmp_path / "mini")
    build(tmp_path / "mini", tmp_path / "out", ["en"])
    book = openpyxl.load_workbook(tmp_path / "out/figures.en.xlsx")
    assert [cell.value for cell in book["Example Motors"][4]][-1] == "Fact"
    assert "accepted" not in str(list(book["Checks"].iter_rows(values_only=True)))


def test_the_page_marks_it_and_says_why(report: Path) -> None:
    checked = check(report)
    (page,) = (
        lay_out_onepager(
            checked.report, page, checked.evidence, checked.views, checked.sources, "en"
        )
        for page in checked.report.one_pagers
    )
    (card,) = page.cards
    assert card.thesis.endswith("3.5 billion\u00a0†")
    assert card.drivers == ("Target price of HK$25.50",)  # which the quote states
    assert card.terms == (
        ("Rating", "Buy"),
        ("Target price", "HK$25.5"),
        ("Evidence", f"† accepted by the analyst, not confirmed by its quote: {REASON}"),
    )
    assert page.matrix.rows == ()  # one broker shares no driver with another
    deliveries, growth = page.figures
    assert deliveries.figure == "> 13,500\u00a0†"
    assert page.notes["figures"] == (
        f"† accepted by the analyst, not confirmed by its quote: {deliveries.metric}: {REASON}"
    )
    assert "†" not in growth.figure + growth.metric


def test_the_csv_in_the_page_has_it(output: Path) -> None:
    with pikepdf.open(output / "views.en.pdf") as document:
        content = document.attachments["facts.csv"].get_file().read_bytes().decode("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(StringIO(content))}
    assert {id_: (row["accept.en"], row["figure_state"]) for id_, row in rows.items()} == {
        "example-securities": (REASON, "accepted"),
        "deliveries": (REASON, "accepted"),
        "deliveries-growth": ("", "confirmed"),
    }


def test_the_evidence_page_marks_and_counts_it(output: Path) -> None:
    page = (output / "evidence.en.html").read_text("utf-8")
    assert "<b>3</b> accepted by the analyst, not confirmed" in page
    assert "<b>1</b> figure or date confirmed" in page
    state = "† Accepted by the analyst, not confirmed by the quote"
    assert page.replace('<span aria-hidden="true">†</span>', "†").count(state) == 3
    assert page.count(f"<dt>Accepted because</dt><dd>{REASON}</dd>") == 2


def test_a_message_says_how_much_is_accepted(report: Path) -> None:
    checked = check(report)
    pages = [
        lay_out_onepager(
            checked.report, page, checked.evidence, checked.views, checked.sources, "en"
        )
        for page in checked.report.one_pagers
    ]
    about = Basis(
        "mini", checked.report, pages, checked.evidence, checked.views, checked.sources, "en"
    )
    message = lay_out_message(about)
    assert message.evidence[0].startswith("Every other figure and rating in the views")
    assert message.evidence[1] == (
        "What is marked † above, of 2 views or key figures, is accepted by the analyst and not "
        "confirmed by its quote."
    )
    assert message.evidence[2] == pages[0].notes["figures"]
    assert message.sections[0].figures[0].figure.endswith("†")


def test_a_message_counts_a_mark_as_often_as_it_shows(tmp_path: Path) -> None:
    make_figured_report(tmp_path / "mini")
    accept_some(tmp_path / "mini")
    checked = check(tmp_path / "mini")
    (definition,) = checked.report.one_pagers
    page = lay_out_onepager(
        checked.report, definition, checked.evidence, checked.views, checked.sources, "en"
    )
    about = Basis(
        "mini", checked.report, [page, page], checked.evidence, checked.views, checked.sources, "en"
    )
    message = lay_out_message(about)
    figures = [figure.figure for section in message.sections for figure in section.figures]
    assert sum(figure.endswith("†") for figure in figures) == 2
    assert (
        "above, of 4 views or key figures," in message.evidence[1]
    )  # the two figures, and two cards


def test_commands_count_it_and_name_it(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = run(capsys, monkeypatch, ["check", report])
    assert text.status == 0
    assert "figures and dates: 1 confirmed, 3 accepted, 1 text" in text.out
    assert f"  accepted: {report}/facts/example-motors.yaml:2: deliveries: {REASON}" in text.out
    found = json.loads(run(capsys, monkeypatch, ["check", report, "--format", "json"]).out)
    assert found["figures"]["accepted"] == 3
    assert [(one["fact"], one["reason"]) for one in found["accepted"]] == [
        ("deliveries", REASON), ("plants", "Counted by ourselves"), ("example-securities", REASON),
    ]  # fmt: skip
    assert found["problems"] == found["doubts"] == []


def test_it_travels_with_the_files_and_is_proved(output: Path) -> None:
    assert verify(output).proved
    manifest = json.loads((output / "manifest.json").read_text("utf-8"))
    assert manifest["counts"]["figures"]["accepted"] == 3
    assert [fact["accept.en"] for fact in manifest["facts"]] == [
        REASON, "", "", "Counted by ourselves",
    ]  # fmt: skip
    assert [view["accept"]["en"] for view in manifest["views"]] == [REASON]


def test_a_mark_that_is_taken_off_is_told(output: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(output, copy)
    path = copy / "evidence.en.html"
    page = path.read_text("utf-8")
    path.write_text(
        page.replace("Accepted by the analyst, not confirmed by the quote", "Confirmed"), "utf-8"
    )
    assert any("Confirmed" in str(difference) for difference in verify(copy))


def test_the_look_of_what_is_accepted_is_its_own() -> None:
    from exporter.report.xlsx.styles import styles_named

    plain, accepted = "figure #,##0", f"{ACCEPTED}figure #,##0"
    styles = styles_named([plain, accepted, f"doubt {plain}"])
    assert len({styles[name].fill for name in (plain, accepted, f"doubt {plain}")}) == 3
    assert styles[accepted].number_format == "#,##0"


def test_facts_in_tables_have_the_column(tmp_path: Path) -> None:
    import pandas as pd

    make_figured_report(tmp_path / "mini")
    accept_some(tmp_path / "mini")
    frame = check(tmp_path / "mini").evidence.facts.to_frame()
    assert list(frame["accept.en"]) == [REASON, "", "", "Counted by ourselves"]
    again = check(tmp_path / "mini", facts=frame)
    assert again.evidence.figure_states()["accepted"] == 3
    written = pd.DataFrame(
        {
            "id": ["deliveries", "deliveries-growth"], "entity": "Example Motors",
            "metric.en": "Cars delivered", "metric.zh": "汽车交付量", "value": [13500, 18.5],
            "unit": [None, "%"], "qualifier": ["over", "about"], "source": "press-note",
            "quote": ["Example Motors delivered more than 12,500 cars in 2025", "about 18.5% more than a year before"],
            "Accept": [REASON, None],
        }
    )  # fmt: skip
    states = check(tmp_path / "mini", facts=written).evidence.figure_states()
    assert (states["accepted"], states["confirmed"]) == (2, 1)


def test_a_summary_says_how_many_it_leaves_out(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(import_module("exporter.check.checked"), "MOST_REPORTED", 1)
    told = run(capsys, monkeypatch, ["check", report]).out
    assert told.count("  accepted: ") == 3  # a fact, the view, and how many more
    assert "  accepted: 1 more, each with its reason in the workbook" in told


BOTH = "  accept: {en: The broker misprints it, zh: 券商原文有误}\n"


def test_a_reason_in_both_languages_is_printed_in_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report, out = tmp_path / "mini", tmp_path / "out"
    make_figured_report(report)
    accept_some(report)
    for file in (FACTS, "views.yaml"):
        edit(report / file, ACCEPT, BOTH)
    build(report, out)
    for lang, said, other in (("en", REASON, "券商原文有误"), ("zh", "券商原文有误", REASON)):
        book = openpyxl.load_workbook(out / f"figures.{lang}.xlsx")
        reasons = [row[11] for row in book.worksheets[1].iter_rows(min_row=5, values_only=True)]
        assert reasons[0] == said
        page = (out / f"evidence.{lang}.html").read_text("utf-8")
        assert (page.count(said), page.count(other)) == (2, 0)
        with pypdfium2.PdfDocument(out / f"views.{lang}.pdf") as document:
            text = "".join(document[0].get_textpage().get_text_range().split())
        assert text.count("".join(said.split())) == 2
    assert verify(out).proved
    found = json.loads(run(capsys, monkeypatch, ["check", report, "--format", "json"]).out)
    assert {(one["reason"], one["reason_zh"]) for one in found["accepted"]} == {
        (REASON, "券商原文有误"), ("Counted by ourselves", "Counted by ourselves"),
    }  # fmt: skip


def test_tables_have_a_reason_in_each_language(tmp_path: Path) -> None:
    import pandas as pd

    make_figured_report(tmp_path / "mini")
    row = {
        "id": "deliveries", "entity": "Example Motors", "metric.en": "Cars", "metric.zh": "汽车",
        "value": 13500, "qualifier": "over", "source": "press-note",
        "quote": "Example Motors delivered more than 12,500 cars in 2025",
    }  # fmt: skip
    both = pd.DataFrame([row | {"accept.en": REASON, "accept.zh": "券商原文有误"}])
    facts = check(tmp_path / "mini", facts=both).evidence.facts.table()
    assert (facts["accept.en"][0].as_py(), facts["accept.zh"][0].as_py()) == (
        REASON,
        "券商原文有误",
    )
    half = pd.DataFrame([row | {"accept.en": REASON, "accept.zh": None}])
    assert "`accept` is not in both languages; fill `accept.en` and `accept.zh`" in {
        f"{one.wrong}; {one.right}" for one in check(tmp_path / "mini", facts=half).problems
    }
    with pytest.raises(ContentError, match="`accept` is not in both languages"):
        read_facts(half)


@pytest.mark.parametrize("file", [FACTS, "views.yaml"])
@pytest.mark.parametrize("half", ["{en: The broker misprints it}", "{en: It is misprinted, zh: }"])
def test_a_reason_in_the_language_of_the_report_is_enough(
    file: str, half: str, tmp_path: Path
) -> None:
    report = tmp_path / "mini"
    make_figured_report(report)
    accept_some(report)
    edit(report / file, ACCEPT, f"  accept: {half}\n")
    (problem,) = (one for one in check(report).problems if "`accept`" in one.wrong)
    assert (problem.file, problem.line > 0) == (str(report / file), True)
    definition = report / "report.yaml"
    text = definition.read_text("utf-8")
    assert "languages: [en, zh]" in text
    definition.write_text(text.replace("languages: [en, zh]", "languages: [en]"), "utf-8")
    assert not [one for one in check(report).problems if "accept" in one.wrong]
    assert not [one for one in check(report).doubts if "one language" in one.wrong]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ("{en: It is right, zh: 是}", "`accept: 是` gives no reason"),
        ("{en: It is right}", "`accept` is not in both languages"),
        ("[one, two]", "`accept` is not a text, or {en: …, zh: …}"),
    ],
)
def test_half_a_reason_is_none(tmp_path: Path, given: str, wrong: str) -> None:
    make_figured_report(tmp_path / "mini")
    edit(tmp_path / "mini" / FACTS, "- id: plants\n", f"- id: plants\n  accept: {given}\n")
    assert wrong in {problem.wrong for problem in check(tmp_path / "mini").problems}


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("en: Target price of HK$25.50", "en: Target price of HK$26.50", "Target price of HK$26.50\u00a0†"),
        ("{en: Buy, zh: 买入}", "{en: Hold, zh: 持有}", "Hold\u00a0†"),
        ("target_price: 25.5", "target_price: 26.5", "HK$26.5\u00a0†"),
    ],
)  # fmt: skip
def test_only_what_the_check_does_not_confirm_is_marked(
    tmp_path: Path, old: str, new: str, marked: str
) -> None:
    make_figured_report(tmp_path / "mini")
    edit(tmp_path / "mini/views.yaml", old, new)
    edit(tmp_path / "mini/views.yaml", "example-securities\n", f"example-securities\n{ACCEPT}")
    checked = check(tmp_path / "mini")
    (definition,) = checked.report.one_pagers
    (card,) = lay_out_onepager(
        checked.report, definition, checked.evidence, checked.views, checked.sources, "en"
    ).cards
    texts = (card.thesis, *card.drivers, *(value for _, value in card.terms))
    assert [text for text in texts if text.endswith("†")] == [marked]
    assert "accepted by the analyst" in card.terms[-1][1]
