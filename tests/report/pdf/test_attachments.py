"""The facts and views inside a one-pager's PDF, as CSV."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO

import pandas as pd
import pytest

from exporter.check import CheckedReport
from exporter.facts.fact_set import collect
from exporter.report.pdf.attachments import COLUMNS, attach_facts, attach_workbook, facts_csv
from tests.report.sample_facts import facts_table, number


@pytest.fixture(scope="module")
def content(checked: CheckedReport) -> bytes:
    (page,) = checked.report.one_pagers
    return facts_csv(checked.report, page, checked.evidence, checked.views)


def rows(content: bytes) -> Iterator[dict[str, str]]:
    return csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True)


def test_what_the_page_shows_and_nothing_else(content: bytes, checked: CheckedReport) -> None:
    (page,) = checked.report.one_pagers
    assert page.picture is not None
    views = [
        view.id for broker in page.brokers or () for view in checked.views if view.broker == broker
    ]
    views = views or [view.id for view in checked.views]
    assert [row["id"] for row in rows(content)] == [
        *views,
        *dict.fromkeys((*page.key_figures, *page.picture.facts)),
    ]


def test_it_is_csv_as_excel_and_the_standard_have_it(content: bytes) -> None:
    assert content.startswith(b"\xef\xbb\xbfid,kind,")
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line for line in lines)
    assert all(set(row) == set(COLUMNS) for row in rows(content))


def test_every_value_is_the_one_of_the_table(content: bytes, checked: CheckedReport) -> None:
    table = {row["id"]: row for row in checked.evidence.facts.table().to_pylist()}
    shown = [row for row in rows(content) if row["kind"] != "view"]
    assert shown
    for row in shown:
        fact = table[row["id"]]
        assert float(row["value"]) == fact["number"]
        assert len(row["value"].partition(".")[2]) == fact["decimals"]
        for name in ("entity", "metric.zh", "unit", "qualifier", "period", "quote", "source"):
            assert row[name] == fact[name]
        assert (row["quote_state"], row["figure_state"]) == ("verified", "confirmed")


def test_every_view_is_whole(content: bytes, checked: CheckedReport) -> None:
    views = {view.id: view for view in checked.views}
    shown = [row for row in rows(content) if row["kind"] == "view"]
    assert len(shown) == len(views) > 0
    for row in shown:
        view = views[row["id"]]
        assert (row["broker"], row["stance"], row["quote"]) == (
            view.broker,
            view.stance,
            view.quote,
        )
        assert (row["thesis.en"], row["thesis.zh"]) == view.thesis
        assert row["drivers.zh"].split("; ") == [driver.zh for driver in view.drivers]
        assert row["quote_state"] == "verified"


def test_pandas_reads_numbers_as_numbers(content: bytes) -> None:
    frame = pd.read_csv(StringIO(content.decode("utf-8-sig")))
    assert frame["value"].dtype == "float64"
    assert list(frame.columns) == list(COLUMNS)


def test_values_stand_as_they_were_written(checked: CheckedReport) -> None:
    month = {"value": date(2023, 10, 1), "precision": "month"}
    table = facts_table(
        number("24.80", "%"), number("-3"), number("0.1"), month, {"value": date(2023, 10, 31)},
        {"value": '=1+1, "said" the port'},
    )  # fmt: skip
    ids = tuple(table["id"].to_pylist())
    (page,) = checked.report.one_pagers
    page = page.model_copy(update={"key_figures": ids, "picture": None, "brokers": ()})
    evidence = replace(checked.evidence, facts=collect([table], schema=table.schema))
    told = [
        row for row in rows(facts_csv(checked.report, page, evidence, ())) if row["kind"] != "view"
    ]
    assert [row["value"] for row in told] == ["24.80", "-3", "0.1", "2023-10", "2023-10-31", ""]
    assert [row["value.en"] for row in told] == [*[""] * 5, '=1+1, "said" the port']
    assert told[0]["unit"] == "%"


def test_attachments_say_what_they_are() -> None:
    facts = attach_facts(b"id\r\n", "zh")
    assert (facts.name, facts.mime, facts.relationship) == ("facts.csv", "text/csv", "Data")
    assert facts.description == "本页所列的事实与观点"
    book = attach_workbook("figures.en.xlsx", "Figures", b"PK")
    assert book.mime.endswith("spreadsheetml.sheet")
    assert (book.name, book.relationship, book.description) == (
        "figures.en.xlsx",
        "Supplement",
        "Figures",
    )
