"""Releases of a company whose divisions have headings: whose figures they are, of which period."""

from datetime import date

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named, Setting
from exporter.drafting.report_drafts import readers_of
from exporter.drafting.tables.table_drafts import table_paragraphs
from exporter.evidence.clauses import split_clauses
from exporter.evidence.conventions import Conventions
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Source, text_hash
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual

_MARCH = YearEnd(3, 31)
_RELEASE = """Alder plc
Results for the year ended 31 March 2026

Alder plc, the maker of leather goods, today announces its results for the year ended 31 March 2026.

Highlights

- Revenue up 8% to £412.6m (2025: £382.0m), or 6% on an organic basis
- Net debt reduced to £54.7m (2025: £71.2m)
- Proposed final dividend of 9.6p, making 14.2p for the full year

£m\tFY2026\tFY2025\tChange
Gross cash\t43.5\t36.9\t18%
Works spending\t18.2\t21.4\t(15)%

Saddlery

The Saddlery division grew sales by 11% to £239.3m. Divisional operating margin was 16.9%.

Online orders accounted for 22% of sales.

Gloves

Sales in the Gloves division rose 4% to £173.3m.

Dividend

The Board is recommending a final dividend of 9.6p per share.
"""


def _drafts(text: str, *, title: str = "Results", publisher: str = "Wire") -> list[Draft]:
    names = (
        ("Alder", "Alder plc"),
        ("Saddlery", "Saddlery division"),
        ("Gloves", "Gloves division"),
    )
    entities = tuple(Named(Bilingual(name, name), (alias,), _MARCH) for name, alias in names)
    fingerprints = tuple(clause.fingerprint for clause in split_clauses(text))
    record = SourceRecord(
        title=Bilingual(title, title),
        publisher=Bilingual(publisher, publisher),
        published=date(2026, 5, 21),
        retrieved=date(2026, 5, 21),
        language="en",
        sha256=text_hash(text),
        fingerprints=fingerprints,
    )
    source = Source("release", record, text, "sources/release.yaml", positions_of(fingerprints))
    setting = Setting(source, "en", entities, (), Conventions(), date(2026, 6, 1))
    wanted = Wanted(Already(source, [], []), tables=table_paragraphs(source))
    return list(draft_source(setting, wanted, readers_of).facts)


@pytest.fixture(scope="module")
def told() -> list[str]:
    return [
        f"{draft.entity} | {draft.metric} | {draft.value} | {draft.period}"
        for draft in _drafts(_RELEASE)
    ]


def test_a_company_keeps_its_fiscal_year_above_headings_of_its_divisions(told: list[str]) -> None:
    assert told[:4] == [
        "Alder | Revenue growth | 8 | FY2026",
        "Alder | Revenue | 412.6 | FY2026",
        "Alder | Revenue | 382.0 | FY2025",
        "Alder | Organic revenue growth | 6 | FY2026",
    ]


def test_items_of_a_list_above_a_table_are_drafted(told: list[str]) -> None:
    assert told[4:6] == [
        "Alder | Net debt | 54.7 | 2026-03-31",
        "Alder | Net debt | 71.2 | 2025-03-31",
    ]
    assert "Alder | Works spending | 18.2 | FY2026" in told


def test_items_without_their_marks_are_no_heads_of_the_table_below() -> None:
    marked = _RELEASE.replace("Net debt reduced to", "Net debt of").replace("(2025: £71.2m)", "")
    text = marked.replace("- ", "").replace("Works spending", "Free cash flow")
    said = [f"{draft.metric} {draft.value} {draft.period}" for draft in _drafts(text)]
    assert "Net debt 54.7 2026-03-31" in said
    assert "Free cash flow 18.2 FY2026" in said
    (aside, before) = (
        draft
        for draft in _drafts(
            text.replace("Net debt of £54.7m", "Works spent £9.4m (FY2025: £8.1m)")
        )
        if draft.value in {"9.4", "8.1"}
    )
    assert (aside.period, before.period) == ("FY2026", "FY2025")


def test_what_stands_under_the_name_of_a_division_is_of_it(told: list[str]) -> None:
    assert [said.partition(" | ")[0] for said in told if "argin" in said or "Online" in said] == [
        "Saddlery",
        "Saddlery",
    ]


def test_a_dividend_is_drafted_once(told: list[str]) -> None:
    assert [said for said in told if "dividend" in said] == [
        "Alder | Final dividend | 9.6 | FY2026",
        "Alder | Full-year dividend | 14.2 | FY2026",
    ]


def test_net_debt_is_of_its_day_also_behind_its_multiple() -> None:
    told = "Net debt was cut to £54.7m, or 1.2 times EBITDA, from £71.2m a year ago."
    text = f"{_RELEASE.partition('Highlights')[0]}{told}\n"
    assert [f"{draft.metric} {draft.value} {draft.period}" for draft in _drafts(text)] == [
        "Net debt 54.7 2026-03-31",
        "Net debt to EBITDA 1.2 2026-03-31",
        "Net debt 71.2 2025-03-31",
    ]


def test_an_outlook_is_for_the_year_of_its_heading() -> None:
    text = (
        "Alder plc\nAlder today reported results for the second quarter ended June 30, 2026.\n\n"
        "Sales were $81 million.\n\n2026 Outlook\n\nAlder now expects sales growth of 5%, compared"
        " with its prior outlook of 3%. It expects to open 12 shops. It has 40 shops.\n"
    )
    assert [f"{draft.metric} {draft.value} {draft.period}" for draft in _drafts(text)] == [
        "Sales 81 FY2026-Q2",
        "Sales growth 5 2026",
        "Sales growth, previous guidance 3 2026",
        "Shops to open 12 2026",
        "Shops 40 ",
    ]


def test_highlights_of_the_year_beside_those_of_its_last_quarter_are_of_the_year() -> None:
    text = (
        "Alder plc\nAlder today reported results for the fourth quarter and year ended March 31, "
        "2026.\n\nFourth quarter highlights:\n\n- Sales of $81 million\n\n"
        "Full year highlights:\n\n- Sales of $310 million\n- EBITDA of $40 million\n"
    )
    assert [f"{draft.metric} {draft.value} {draft.period}" for draft in _drafts(text)] == [
        "Sales 81 FY2026-Q4",
        "Sales 310 FY2026",
        "EBITDA 40 FY2026",
    ]


def test_a_round_up_of_companies_keeps_a_period_for_each() -> None:
    text = (
        "Two makers of leather goods told of their quarters.\n\nSaddlery\n\n"
        "Saddlery plc said sales rose 6% to £12.4m in the three months to June 30, 2025.\n\n"
        "Gloves\n\nGloves plc said sales rose 9% to £31.5m in the three months to March 31, 2026.\n"
    )
    periods = {draft.value: draft.period for draft in _drafts(text, title="Leather round-up")}
    assert periods["12.4"] != periods["31.5"]


@pytest.mark.parametrize(
    ("said", "period"),
    [
        (
            "The first two months of the new financial year were good, with orders",
            "2026-04/2026-05",
        ),
        ("In the first three quarters of the new financial year orders were", "2026-04/2026-12"),
        ("In the first two quarters of the new financial year orders were", "FY2027-H1"),
        ("In the first six weeks of the new financial year orders were", "2026-04-01/2026-05-12"),
        ("In the first quarter of the current financial year orders were", "FY2027-Q1"),
        ("In the first nine months of the year orders were", "FY2026-Q1/FY2026-Q3"),
    ],
)
def test_what_has_passed_of_the_year_that_began(said: str, period: str) -> None:
    text = f"Alder: results for the year ended 31 March 2026.\n\n{said} 5% ahead of last year."
    (draft,) = _drafts(text)
    assert (draft.metric, draft.period, draft.status) == ("Orders growth", period, "achieved")
