"""The benchmarks measure what they say: the same facts for all, written whole by every contender."""

import importlib
import os
import re
import subprocess
import sys
import zlib
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pyarrow.parquet as pq
import pytest
import python_calamine

from benchmarks import bare_script, cache, data, filings, read_back, results, timing
from benchmarks.jobs import REPEATS, all_jobs, preparations
from benchmarks.rows import FLOORS, OURS, ROWS
from benchmarks.timing import Job, JobFailedError, Outcome, Run

ROOT = Path(__file__).parents[1]
PEERS = {"rapidxlsx_table": "rapidxlsx", "pyexcelrs_frame": "py_excel_rs",
         "xlsxturbo_frame": "xlsxturbo", "jetxl_arrow": "jetxl", "pyexcelerate_rows": "pyexcelerate", "polars_frame": "polars",
         "rustpy_arrow": "rustpy_xlsxwriter", "rustpy_records": "rustpy_xlsxwriter"}  # fmt: skip


def loaded(module):
    """A module that the benchmarks alone need; under CI it must be there."""
    return importlib.import_module(module) if os.environ.get("CI") else pytest.importorskip(module)


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "CACHE", tmp_path / "cache")


def test_the_same_size_gives_the_same_facts(tmp_path):
    first = pq.read_table(data.facts_file(300))
    data.facts_file(300).unlink()
    assert pq.read_table(data.facts_file(300)).equals(first)
    assert first.num_columns == 12
    assert first.slice(9, 1).to_pylist() == [{
        "id": "fact-0000009", "entity": "Banma", "metric": "Developers, segment AB",
        "value": 7505369.0, "unit": "developers", "qualifier": "about", "period": "2021-10",
        "status": "achieved", "attribution": "Alibaba Cloud", "source": "source-0001",
        "quote": "2021年10月，服务商V0000009已吸引约7505369名开发者入驻，覆盖62个城市",
        "quote_en": "In 2021-10, provider V0000009 had attracted about 7505369 developers, in 62 cities",
    }]  # fmt: skip


@pytest.mark.parametrize(("distinct", "quotes"), [(0, 250), (40, 40)])
def test_quotes_are_as_many_as_asked_for(distinct, quotes):
    (table,) = data.facts(250, distinct)
    assert len(set(table["id"].to_pylist())) == 250
    assert len(set(table["quote"].to_pylist())) == quotes


def test_row_groups_are_small_and_leave_no_row_out(monkeypatch):
    monkeypatch.setattr(data, "GROUP_ROWS", 100)
    file = pq.ParquetFile(data.facts_file(250))
    assert [file.metadata.row_group(one).num_rows for one in range(3)] == [100, 100, 50]


def test_a_filing_has_as_many_pages_as_asked_for(monkeypatch, tmp_path):
    filings.make(3)
    made = filings.filing_path(3)
    assert (filings.filing_report(3) / "report.yaml").is_file()
    folder = tmp_path / "filings"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(made.read_bytes())
    monkeypatch.setattr(filings, "FOLDER", str(folder))
    filings.make(5)
    for pages, path in ((3, made), (5, filings.filing_path(5))):
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) == pages


def test_every_fact_passes_the_check():
    from benchmarks.checks import prepare_check

    evidence = prepare_check(480, 96)()  # raises where one is not proved
    assert evidence.figure_states()["confirmed"] == 480
    assert evidence.quote_states()["verified"] == 480


@pytest.mark.parametrize("name", [name for name in ROWS if not name.startswith("entity_sheets")])
def test_every_contender_writes_all_rows(name, tmp_path):
    if name in PEERS:
        loaded(PEERS[name])
    book = tmp_path / "book.xlsx"
    facts = data.facts_file(200)
    importlib.import_module(f"benchmarks.rows.{name}").write(facts, book)
    assert rows_of(book, 0) == expected_rows(facts)


def test_entity_sheets_hold_all_facts(tmp_path):
    book = tmp_path / "book.xlsx"
    facts = data.facts_file(200)
    importlib.import_module("benchmarks.rows.entity_sheets_read").write(facts, book)
    (_, *written) = expected_rows(facts)
    shown = {}
    for name in data.ENTITIES:
        header, *rows = rows_of(book, name)[3:]
        assert header[:2] == ["Metric", "Value"]
        shown |= {row[header.index("Fact")]: row for row in rows}
    assert set(shown) == {row[0] for row in written}
    for id_, _, metric, value, unit, *_, quote, quote_en in written:
        stored = shown[id_][1] * (100 if unit == "%" else 1)
        assert stored == pytest.approx(value, rel=1e-14)
        assert shown[id_][0] == metric
        assert {quote, quote_en} <= set(shown[id_])


def rows_of(book, sheet):
    opened = python_calamine.load_workbook(book)
    found = opened.get_sheet_by_index(0) if sheet == 0 else opened.get_sheet_by_name(sheet)
    return found.to_python(skip_empty_area=False)


def expected_rows(facts):
    table = pq.read_table(facts)
    return [table.column_names, *(list(row.values()) for row in table.to_pylist())]


@pytest.mark.parametrize("name", FLOORS)
def test_floors_deflate_the_whole_sheet(name, tmp_path):
    from benchmarks.sheet_xml import sheet_xml_file

    deflated = tmp_path / "deflated"
    xml = sheet_xml_file(200)
    importlib.import_module(f"benchmarks.rows.{name}").write(xml, deflated)
    assert zlib.decompress(deflated.read_bytes(), -15) == xml.read_bytes()
    assert xml.read_bytes().count(b"<row ") == 201


def test_the_report_of_many_facts_can_be_checked():
    from benchmarks.reports import report_folder
    from exporter import check

    checked = check(report_folder(60))
    assert checked.problems == ()
    assert checked.evidence.facts.num_rows == 60


def test_the_bare_script_writes_six_sheets_and_a_pdf(tmp_path):
    bare_script.main(ROOT / "reports/alibaba-ai", tmp_path)
    opened = python_calamine.load_workbook(tmp_path / "business-lines.xlsx")
    assert opened.sheet_names == list(bare_script.SHEETS)
    assert opened.get_sheet_by_index(0).to_python()[1][0] == "dingtalk-product-lines"
    with pikepdf.open(tmp_path / "broker-views.pdf") as pdf:
        assert len(pdf.pages) >= 1


def test_typst_sets_the_same_page_on_one_sheet(tmp_path):
    loaded("typst")
    from benchmarks.pages import prepare, typst_page

    prepare.prepare()
    typst_page.main(tmp_path / "page.pdf")
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.docinfo.Title) == prepare.lay_out_page().title


def test_jobs_have_names_of_their_own_and_modules_that_exist():
    jobs = all_jobs()
    keys = [(one.group, one.name, one.size) for one in jobs]
    assert len(set(keys)) == len(keys)
    assert {one.group for one in jobs} == set(REPEATS) == set(results.TITLES) == set(results.BASES)
    commands = [*(one.command for one in jobs), *preparations(jobs)]
    modules = {command[2] for command in commands if command[1] == "-m"}
    assert all(find_spec(name) for name in modules)
    assert "benchmarks.reports" in modules


def test_what_measures_imports_nothing_heavy():
    code = "import sys, benchmarks.__main__; print(sorted({'numpy', 'pyarrow', 'matplotlib'} & set(sys.modules)))"
    out = timing.subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
    )
    assert out.stdout.decode().strip() == "[]"


def job(name, code="pass", group="rows", size=100_000):
    return Job(group, name, name, size, (sys.executable, "-c", code))


def test_a_run_tells_what_the_process_took_and_what_it_says_of_its_call():
    code = "import json; print(json.dumps({'call': 0.5, 'written': 7}))"
    run = timing.run(job("one", code))
    assert (run.call, run.written) == (0.5, 7)
    assert run.cpu > 0
    assert timing.run(job("two", "print('no JSON')")).call > 0


def test_a_run_tells_the_most_memory_of_the_process():
    # From a small process, as benchmarks are run: on Linux a process's figure begins with what its
    # parent held when it was started.
    code = (
        "import sys; from benchmarks import timing; "
        "command = (sys.executable, '-c', 'x = bytearray(60_000_000)'); "
        "print(timing.run(timing.Job('rows', 'one', 'one', 0, command)).peak)"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    assert 60e6 < int(told.stdout) < 500e6


def test_a_failed_job_says_why_and_is_not_run_again(tmp_path):
    code = f"open({str(tmp_path / 'runs')!r}, 'a').write('x'); raise ValueError('too large')"
    with pytest.raises(JobFailedError, match="exit status 1: ValueError: too large"):
        timing.run(job("one", code))
    (outcome,) = timing.round_robin([job("one", code)], 3)
    assert (outcome.runs, outcome.error) == ([], "exit status 1: ValueError: too large")
    assert (tmp_path / "runs").read_text() == "xx"


def test_jobs_take_turns_and_slow_ones_run_once(monkeypatch):
    took = {"quick": 1.0, "slow": 61.0}
    order = []

    def run(one):
        order.append(one.name)
        return Run(took[one.name], 0, 0, 0)

    monkeypatch.setattr(timing, "run", run)
    outcomes = timing.round_robin([job("quick"), job("slow")], 3)
    assert order == ["quick", "slow", "quick", "quick"]
    assert [len(one.runs) for one in outcomes] == [3, 1]


def outcome(name, seconds, *, size=100_000, peak=1e8, group="rows", written=5_000_000):
    runs = [Run(second + 1, second, peak, second, written, second * 0.8) for second in seconds]
    return Outcome(Job(group, name, ROWS.get(name, name), size, ()), runs)


def test_tables_show_medians_and_ratios():
    outcomes = [
        outcome("rustpy_arrow", [2.0, 1.0, 9.0]),
        outcome("bare", [0.5, 0.4, 0.6]),
        Outcome(Job("rows", "openpyxl_write_only", "openpyxl", 100_000, ()), [], "no memory"),
    ]
    text = "\n".join(results.tables(outcomes))
    assert text == (
        "### Rows to .xlsx: 100,000 facts x 12 columns\n\n"
        "|                              | call, s | ratio | its CPU, s | process, s | CPU, s | peak, MB | file, MB |   runs |\n"
        "| ---------------------------- | ------: | ----: | ---------: | ---------: | -----: | -------: | -------: | -----: |\n"
        "| exporter, bare table         |     0.5 |  1.00 |        0.4 |        1.5 |    0.5 |      100 |      5.0 |      3 |\n"
        "| rustpy-xlsxwriter from Arrow |       2 |  4.00 |        1.6 |          3 |      2 |      100 |      5.0 |      3 |\n"
        "| openpyxl                     |         |       |            |            |        |          |          | failed |\n\n"
        "Failed: openpyxl: no memory\n\n"
        "### Aims\n\n"
        "|                                                   |          aim | reached | holds |\n"
        "| ------------------------------------------------- | -----------: | ------: | ----: |\n"
        "| the fastest peer / bare, wall, 100,000 facts      |   at least 2 |    4.00 |   yes |\n"
        "| the fastest peer / bare, CPU, 100,000 facts       |   at least 2 |    4.00 |   yes |\n"
        "| file of bare / the smallest peer's, 100,000 facts | at most 1.35 |    1.00 |   yes |\n"
    )


def test_aims_that_are_missed_are_told():
    outcomes = [
        outcome("bare", [1.0], written=7_000_000),
        outcome("bare", [9.0], size=1_000_000, peak=1.4e8),
        outcome("rustpy_arrow", [2.9]),
        outcome("rapidxlsx_table", [1.9]),
        outcome("report", [1.5], size=10_000, group="report"),
        outcome("before-report", [4.0], size=10_000, group="report"),
        outcome("bare_script", [1.0], size=0, group="build"),
        outcome("build", [2.5], size=0, group="build"),
    ]
    found = [(aim.what, round(aim.reached, 2), aim.holds) for aim in results.aims(outcomes)]
    assert found == [
        ("the fastest peer / bare, wall, 100,000 facts", 1.9, False),
        ("the fastest peer / bare, CPU, 100,000 facts", 1.9, False),
        ("file of bare / the smallest peer's, 100,000 facts", 1.4, False),
        ("peak memory of bare, 1,000,000 / 100,000 facts", 1.4, False),
        ("`exporter build` / bare script", 1.75, False),
        ("report of 10,000 facts / one of 100,000 at 33f6e86", 0.5, False),
    ]


def test_the_chart_shows_every_contender(tmp_path):
    loaded("matplotlib")
    from benchmarks.chart import draw

    sizes = (100_000, 1_000_000)
    outcomes = [
        outcome(name, [size / 1e5 * place], size=size)
        for size in sizes
        for place, name in enumerate(ROWS, 1)
    ]
    for name in ("one", "two"):
        draw(outcomes, tmp_path / f"{name}.svg")
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    drawn = (tmp_path / "one.svg").read_text("utf-8")
    markers = Counter(re.findall(r'<use xlink:href="#([^"]+)" x="', drawn))
    # A point each in every one of three panels; ours have a colour of their own.
    assert sorted(markers.values()) == [3 * len(OURS), 3 * (len(ROWS) - len(OURS))]


def test_large_files_are_read_back_whole(capsys):
    assert read_back.main(200, office=False) == 0
    told = capsys.readouterr().out
    assert "bare table, calamine: 2,400 cells equal, 0 different" in told
    assert told.count(", 0 different") == 7


def test_a_cell_that_differs_is_told(capsys):
    assert read_back.tell("a", iter([[1, "x"], [2, "y"]]), iter([[1, "x"], [2, "z"], [3]])) == 2
    assert capsys.readouterr().out == "a: 3 cells equal, 2 different\n"
