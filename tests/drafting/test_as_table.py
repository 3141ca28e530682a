"""Drafts as CSV and XLSX, which are read back as facts."""

from io import BytesIO

import openpyxl
import pytest

from exporter.drafting.drafts import Drafted
from exporter.drafting.model import Draft, DraftView
from exporter.drafting.written.as_table import as_csv, as_xlsx, table_of
from exporter.errors import UsageError
from exporter.facts.own_units import own_unit
from exporter.facts.unit_names import find_unit
from exporter.facts.words import Qualifier, Status
from tests.drafting.any_source import setting_of

FACTS = (
    Draft(
        "acme-revenue", "Acme", "Revenue", "18.60", "", find_unit("EUR million"), Qualifier.ABOUT,
        "2025", Status.ACHIEVED, "the finance chief", "=Revenue, about €18.60 million", 0,
    ),
    Draft(
        "acme-lines", "Acme", "Lines", "5", "7", own_unit("lines", "lines"), Qualifier.EXACT, "",
        Status.PLANNED, "", "5 to 7 lines", 40, ("the year is not said",),
    ),
    Draft(
        "acme-text", "Acme", "Plan", "Opened", "", None, Qualifier.EXACT, "", Status.ACHIEVED, "",
        "It opened", 60,
    ),
)  # fmt: skip
VIEW = DraftView(
    "v", "North Bank", "Acme", "positive", "t", ("d",), "", "", "", None, "It opened", 0
)


def test_csv_has_a_row_for_each_fact_in_the_columns_of_facts_files() -> None:
    text = as_csv(table_of(Drafted(FACTS, ()), setting_of())).decode("utf-8-sig")
    lines = text.splitlines()
    assert lines[0] == (
        "id,entity,metric.en,value,value.en,value.from,value.to,unit,unit.en,unit.zh,qualifier,"
        "period,status,attribution.en,source,quote,review"
    )
    assert lines[1] == (
        "acme-revenue,Acme,Revenue,18.60,,,,EUR million,,,about,2025,achieved,the finance chief,"
        'note,"=Revenue, about €18.60 million",new'
    )
    assert lines[2] == (
        "acme-lines,Acme,Lines,,,5,7,,lines,,exact,,planned,,note,5 to 7 lines,the year is not said"
    )
    assert lines[3].startswith("acme-text,Acme,Plan,,Opened,,,")


def test_the_workbook_has_numbers_with_their_decimals_and_texts_that_are_no_formulas() -> None:
    made = as_xlsx(table_of(Drafted(FACTS, ()), setting_of()))
    sheet = openpyxl.load_workbook(BytesIO(made))["Facts"]
    head = [cell.value for cell in sheet[1]]
    first = dict(zip(head, sheet[2], strict=True))
    assert (first["value"].value, first["value"].number_format) == (18.6, "0.00")
    assert first["quote"].data_type == "s"
    assert sheet.max_row == 4


def test_the_same_drafts_give_the_same_bytes() -> None:
    made = Drafted(FACTS, ())
    assert as_xlsx(table_of(made, setting_of())) == as_xlsx(table_of(made, setting_of()))


def test_a_table_without_drafts_has_its_head() -> None:
    assert (
        as_csv(table_of(Drafted((), ()), setting_of())).decode("utf-8-sig").startswith("id,entity,")
    )


def test_views_have_no_place_in_a_table() -> None:
    with pytest.raises(UsageError, match="1 view had no place in a table of facts"):
        as_csv(table_of(Drafted(FACTS, (VIEW,)), setting_of()))
