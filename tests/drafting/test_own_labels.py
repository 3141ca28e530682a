"""Labels of halves and quarters in documents whose fiscal years are no calendar years."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.periods.figure_periods import Periods
from exporter.drafting.periods.own_labels import NO_LABELS, labels_of
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import sentence_with, sentences_in, setting_of
from tests.drafting.said_for_figures import stated

MARCH = YearEnd(3, 31)
COMPANY = Named(Bilingual("Orrin Pianos", "奥林钢琴"), (), MARCH)
TITLE = "Orrin Pianos: results for the half year ended 30 September 2025"


def _tables(heads: str, said: str = "") -> list[Draft]:
    text = f"{TITLE}\n{said}\nIncome statement\n{heads}\nGross profit\t£41.2m\t£38.9m"
    return drafts_of_tables(setting_of(text, entities=(COMPANY,), title=TITLE))


def _said(line: str, heads: str) -> tuple[str, str]:
    text = f"{TITLE}\n{line}\nIncome statement\n{heads}\nGross profit\t£41.2m\t£38.9m"
    setting = setting_of(text, entities=(COMPANY,), title=TITLE)
    sentences = sentences_in(text)
    words = "£6.3"
    _, sentence = sentence_with(words, sentences)
    guess = Periods(setting, sentences).of(stated(sentence.text, words), sentence)
    return guess.value, guess.doubt


def test_halves_named_by_the_calendar_year_are_so_in_tables_and_in_words() -> None:
    heads = "\tH1 2025\tH1 2024"
    drafts = _tables(heads)
    assert [draft.period for draft in drafts] == ["FY2026-H1", "FY2025-H1"]
    assert not any("label" in draft.review for draft in drafts)
    line = "Revenue rose to £7.1 million (H1 2024: £6.3 million)."
    assert _said(line, heads) == ("FY2025-H1", "")


def test_halves_named_by_the_fiscal_year_stay_so() -> None:
    heads = "\tH1 2026\tH1 2025"
    assert [draft.period for draft in _tables(heads)] == ["FY2026-H1", "FY2025-H1"]
    line = "Revenue rose to £7.1 million (H1 2025: £6.3 million)."
    assert _said(line, heads) == ("FY2025-H1", "")


def test_fiscal_years_that_are_written_out_are_no_calendar_years() -> None:
    drafts = _tables("\tH1 FY2026\tH1 FY2025")
    assert [draft.period for draft in drafts] == ["FY2026-H1", "FY2025-H1"]


@pytest.mark.parametrize("year", [2025, 2024])
def test_one_label_that_is_not_sure_is_doubted_wherever_it_stands(year: int) -> None:
    line = f"Revenue rose to £7.1 million (H1 {year}: £6.3 million)."
    period, doubt = _said(line, "\tNow\tThen")
    assert period == "FY2025-H1"
    assert "not sure" in doubt


def test_labels_of_other_parts_are_doubted() -> None:
    drafts = _tables("\tQ1 2025\tQ1 2024", "Revenue: H1 2025 £7.1 million, H1 2024 £6.3 million")
    assert all("label" in draft.review for draft in drafts)


@pytest.mark.parametrize(
    ("document", "year_end"),
    [
        ("2025-H1", MARCH),
        ("FY2026", MARCH),
        ("FY2025-H1", YearEnd(12, 31)),
        ("FY2026-H1", None),
    ],
)
def test_no_other_document_has_labels_of_its_own(document: str, year_end: YearEnd | None) -> None:
    text = "H1 2025 and H1 2024, H2 2026 and H2 2025"
    assert labels_of(text, document, year_end) == NO_LABELS


def test_halves_that_end_in_the_year_of_their_name_are_those_of_fiscal_years() -> None:
    labels = labels_of("H2 2026 and H2 2025", "FY2026-H2", MARCH)
    assert labels.read("2025-H2", "H2 2025") == "FY2025-H2"
    assert labels.read("2025-H1", "H1 2025") == "2025-H1"  # of the other half nothing is told
    assert labels_of("H2 2019", "FY2026-H2", MARCH) == NO_LABELS


def test_a_half_year_written_in_two_words_is_six_months() -> None:
    line = "For the half year ended 30 September 2024, revenue was £6.3 million."
    assert _said(line, "\tNow\tThen") == ("FY2025-H1", "")
