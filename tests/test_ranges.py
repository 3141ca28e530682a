"""Ranges from the facts file to the files that are handed on: shown, proved and refused."""

import csv
import io
import re
import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook

import exporter
from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual
from exporter.proof.manifest import MANIFEST
from exporter.report.starter import make_report
from tests.command_line import run
from tests.conftest import Office
from tests.facts.forms import frame_of, rewrite, rows_of
from tests.proof.tamper import replacing, sheet_part, tamper

SENTENCES = """\
The company expects sales of $20.5 billion to $21.75 billion in 2026.
Gross margin should land between 19% and 21% this year.
It plans to open about 15 to 20 shops in the spring.
An operating loss of $120 million to $150 million is expected.
The tax rate rose from 3% to 5% in the year.
公司预计2026年资本开支为150-180亿元。
"""
FACTS = """\
- id: guidance
  entity: Example Motors
  metric: {en: Sales guidance, zh: 收入指引}
  value: {from: 20.5, to: 21.75}
  unit: USD billion
  status: planned
  source: outlook
  quote: The company expects sales of $20.5 billion to $21.75 billion in 2026
- id: margin
  entity: Example Motors
  metric: {en: Gross margin, zh: 毛利率}
  value: {from: 19, to: 21}
  unit: "%"
  source: outlook
  quote: Gross margin should land between 19% and 21% this year
- id: outlets
  entity: Example Motors
  metric: {en: New outlets, zh: 新门店}
  value: {from: 15, to: 20}
  unit: {en: outlets to open, zh: 家待开门店, also: [shops, 门店]}
  qualifier: about
  source: outlook
  quote: It plans to open about 15 to 20 shops in the spring
- id: loss
  entity: Example Motors
  metric: {en: Operating result, zh: 经营利润}
  value: {from: -150, to: -120}
  unit: USD million
  source: outlook
  quote: An operating loss of $120 million to $150 million is expected
- id: capex
  entity: Example Motors
  metric: {en: Capital expenditure, zh: 资本开支}
  value: {from: 150, to: 180}
  unit: 亿元
  source: outlook
  quote: 公司预计2026年资本开支为150-180亿元
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In `report` a report whose facts are ranges, two ends of which its page shows alone.

    What was built of it is in `out`; both are only to be copied.
    """
    folder = tmp_path_factory.mktemp("ranges")
    report = folder / "report"
    make_report(report)
    note = folder / "note.txt"
    note.write_text(SENTENCES, "utf-8")
    day, about = date(2026, 1, 20), Bilingual("Outlook", "展望")
    record = {
        "title": about, "publisher": about, "url": "https://example.com/outlook", "author": None,
        "published": day, "retrieved": day, "language": "en",
    }  # fmt: skip
    add_source(report, note, "outlook", record, today=day)
    facts(report).write_text(FACTS, "utf-8")
    definition = report / "report.yaml"
    text = definition.read_text("utf-8")
    text = text.replace("zh: 示例汽车}}", "zh: 示例汽车}, headline: guidance.high}", 1)
    picture = "picture: {title: {en: Sales, zh: 收入}, facts: [guidance, guidance.high]}"
    text = text.replace(
        "[deliveries, deliveries-growth]", f"[guidance, guidance.high, loss]\n    {picture}"
    )
    definition.write_text(text, "utf-8")
    built(report, folder / "out")
    return folder


@pytest.fixture
def report(made: Path, tmp_path: Path) -> Path:
    """The report's folder; a test may change it."""
    return Path(shutil.copytree(made / "report", tmp_path / "mini"))


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    """What was built of the report; a test may change it."""
    return Path(shutil.copytree(made / "out", tmp_path / "out"))


def facts(report: Path) -> Path:
    return report / "facts" / "example-motors.yaml"


def built(report: Path, output: Path, data: object = None) -> dict[str, bytes]:
    """What a build writes."""
    exporter.build(report, output, facts=data)
    assert exporter.verify(output).proved
    return files_of(output)


def files_of(output: Path) -> dict[str, bytes]:
    """What was built, but for the manifest, which says where the facts are from."""
    return {path.name: path.read_bytes() for path in output.iterdir() if path.name != MANIFEST}


def words(html: bytes) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html.decode()).split())


def test_both_ends_stand_in_everything_that_is_written(made: Path) -> None:
    files = files_of(made / "out")
    for lang, shown in (
        ("en", ["US$20.50–21.75 bn", "19–21%", "≈ 15–20", "−US$150 to −120 mn"]),
        ("zh", ["205.0–217.5亿美元", "19–21%", "≈ 15–20", "150–180亿元"]),
    ):
        page = words(files[f"evidence.{lang}.html"])
        assert [text for text in shown if text not in page] == []
    sheet = load_workbook(made / "out" / "figures.en.xlsx")["Example Motors"]
    header = [cell.value for cell in sheet[4]]
    assert header[-2:] == ["Fact", "High"]
    rows = {row[-2].value: (row[1], row[-1]) for row in sheet.iter_rows(min_row=5)}
    assert {id_: (low.value, high.value) for id_, (low, high) in rows.items()} == {
        "guidance": (20.5, 21.75), "margin": (0.19, 0.21), "outlets": (15, 20),
        "loss": (-150, -120), "capex": (15, 18),  # CNY billion
    }  # fmt: skip
    low, high = rows["margin"]
    assert (low.number_format, high.number_format) == ('0"–21"%', "0%")
    with pikepdf.open(io.BytesIO(files["views.en.pdf"])) as pdf:
        attached = pdf.attachments["facts.csv"].get_file().read_bytes().decode("utf-8-sig")
    told = {row["id"]: row for row in csv.DictReader(io.StringIO(attached))}
    assert (told["guidance"]["value.from"], told["guidance"]["value.to"]) == ("20.50", "21.75")
    assert told["guidance"]["value"] == ""


def test_another_program_shows_them_and_finds_every_check_true(
    made: Path, office: Office, tmp_path: Path
) -> None:
    books = {lang: made / "out" / f"figures.{lang}.xlsx" for lang in ("en", "zh")}
    all_shown = office.as_shown(tmp_path, *books.values())
    for lang, sheet, contents, checks in (
        ("en", "Example Motors", "Contents", "Checks"), ("zh", "示例汽车", "目录", "校验"),
    ):  # fmt: skip
        shown = all_shown[books[lang]]
        rows = {row[10]: (row[1], row[11]) for row in shown[sheet][4:]}
        assert rows["margin"] == ("19–21%", "21%")
        assert rows["outlets"] == ("≈ 15–20", "≈ 20")
        end = {"en": "Sales guidance (high end)", "zh": "收入指引（上限）"}[lang]
        assert end in [row[2] for row in shown[contents]]
        results = [row[4] for row in shown[checks][4:] if row[0]]
        assert len(results) == {"en": 55, "zh": 54}[lang]
        assert set(results) == {"TRUE"}


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "duckdb"])
def test_the_same_files_from_any_table(made: Path, report: Path, tmp_path: Path, form: str) -> None:
    where = rewrite(report, form)
    said = f"facts: {where}\n" if isinstance(where, str) else (
        f"facts:\n  sql: '{where.sql}'\n  url: {where.url}\n"
    )  # fmt: skip
    definition = report / "report.yaml"
    definition.write_text(definition.read_text("utf-8") + said, "utf-8")
    assert built(report, tmp_path / "table") == files_of(made / "out")


def test_the_same_files_from_frames(made: Path, report: Path, tmp_path: Path) -> None:
    from_yaml = files_of(made / "out")
    assert built(report, tmp_path / "written", frame_of(rows_of(report))) == from_yaml
    read = exporter.read_facts(report)
    assert built(report, tmp_path / "frame", read.to_frame()) == from_yaml


def test_a_forged_end_is_told(output: Path, tmp_path: Path) -> None:
    path = output / "figures.en.xlsx"
    part = sheet_part(path, "Example Motors")
    forgeries = {
        part: replacing("<v>21.75</v>", "<v>22.75</v>"),
        "xl/styles.xml": replacing("–21.75 bn", "–29.75 bn"),
    }
    path.write_bytes(tamper(path, tmp_path / "forged.xlsx", forgeries).read_bytes())
    told = [str(difference) for difference in exporter.verify(output).differences]
    assert any("Example Motors!L5" in text and "22.75" in text for text in told), told
    assert any("Example Motors!B5" in text and "29.75" in text for text in told), told


# What stands in the report, what is put in its place, what the message says.
FAULTS = [
    ("to: 21.75}", "to: 22.75}", "guidance: the range is 20.5 to 22.75 USD billion, but the quote says 20.5 to 21.75"),
    ("{from: 20.5, to: 21.75}", "20.5", "write `value: {from: 20.5, to: 21.75}`"),
    ("to: 21.75}", "to: 20}", "begins above its end"),
    ("to: 21.75}", "to: }", "`value.to` is not a number"),
    ("  qualifier: about\n", "", "outlets: the qualifier is 'exact', but the quote says 'about' of both ends"),
    (", also: [shops, 门店]", "", "outlets: the quote 'It plans to open about 15 to 20 shops in the spring' states no range of outlets to open"),
    ("{en: outlets to open, zh: 家待开门店, also: [shops, 门店]}", "{en: stores, zh: 家门店, also: [shops]}",
     "outlets: `also` gives other words for 'stores / 家门店', whose words are known already"),
    ("{from: 19, to: 21}", "{from: 3, to: 5}\n  quote_zh: x", "margin: the range is 3 to 5 %, but the quote says 19 to 21"),
    ("id: margin", "id: margin.low", "ends like the name of an end of a range; use another ending, such as margin-low"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_what_the_quote_does_not_state_is_refused(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    old: str, new: str, message: str,
) -> None:  # fmt: skip
    path = facts(report)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    said = run(capsys, monkeypatch, ["build", report, "--output", report.parent / "out"])
    assert said.status == 1
    assert message in said.err
    assert not (report.parent / "out").exists()


def test_a_change_is_no_range(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tax = (
        FACTS.partition("- id: margin")[0].replace("guidance", "tax").replace("USD billion", '"%"')
    )
    tax = tax.replace("{from: 20.5, to: 21.75}", "{from: 3, to: 5}")
    tax = re.sub("quote: .*", "quote: The tax rate rose from 3% to 5% in the year", tax)
    facts(report).write_text(FACTS + tax, "utf-8")
    said = run(capsys, monkeypatch, ["check", report])
    assert "tax: the range is 3 to 5 %, but the quote is read as a change, '3% to 5%'" in said.out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("headline: guidance.high", "headline: margins.high", "the headline 'margins.high' is no fact about"),
        ("[guidance, guidance.high, loss]", "[guidance.mid]", "there is no fact 'guidance.mid'"),
    ],
)  # fmt: skip
def test_names_that_lead_nowhere_are_told(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    old: str, new: str, message: str,
) -> None:  # fmt: skip
    path = report / "report.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert message in run(capsys, monkeypatch, ["check", report]).out


def test_an_end_of_a_single_value_is_told(
    mini_report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mini_report / "report.yaml"
    text = path.read_text("utf-8").replace("[deliveries,", "[deliveries.low,")
    path.write_text(
        text.replace("zh: 示例汽车}}", "zh: 示例汽车}, headline: deliveries.high}", 1), "utf-8"
    )
    said = run(capsys, monkeypatch, ["check", mini_report]).out
    assert "'deliveries' is no range, so it has no low end; write deliveries" in said
    assert "'deliveries' is no range, so it has no high end; write deliveries" in said


def test_a_message_shows_both_ends(
    report: Path, output: Path,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(report.parent)
    said = run(
        capsys, monkeypatch,
        ["email", report, "--output", output, "--to", "Reader <reader@example.com>",
         "--lang", "en"],
    )  # fmt: skip
    assert said.status == 0, said
    (draft,) = report.parent.rglob("*.eml")
    text = plain_body(draft)
    assert "US$20.50–21.75 bn" in text
    assert "Sales guidance (high end)" in text


def plain_body(draft: Path) -> str:
    """The plain body of a message."""
    from email import message_from_bytes, policy

    body = message_from_bytes(draft.read_bytes(), policy=policy.default).get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())
