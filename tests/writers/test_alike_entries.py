"""Entries drawn by their forms, against each drawn by the template itself."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exporter.report.html.model import EvidenceEntry, Quotation, State
from exporter.writers.alike_entries import AlikeEntries
from exporter.writers.templates import page_environment
from tests.writers.sample_evidence import CLAIM, OPENING, PAGE, VIEW

TEXTS = st.sampled_from(
    [
        "",
        "a",
        "2026年",
        "自2026年3月起，至2027年3月1日",
        "<b>&\"'",
        "{0}",
        "\ue0001\ue001",
        "0年",
        " ",
    ]
)
STATES = st.builds(State, TEXTS, TEXTS, st.sampled_from(["proved", "doubt", "accepted", "plain"]))
ENTRIES = st.builds(
    EvidenceEntry,
    *[TEXTS] * 6,
    kind=st.sampled_from(["number", "view"]),
    points=st.lists(TEXTS, max_size=2).map(tuple),
    details=st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    quotation=st.builds(Quotation, *[TEXTS] * 3, st.sampled_from(["en", "zh"]), *[TEXTS] * 3),
    states=st.lists(STATES, max_size=2).map(tuple),
)


def drawn_alone(entry: EvidenceEntry) -> str:
    template = page_environment().get_template("evidence-entry.html.j2")
    return template.render(claim=entry, labels=PAGE.labels)


@given(st.lists(ENTRIES, min_size=1, max_size=5))
def test_an_entry_is_drawn_as_the_template_draws_it(entries: list[EvidenceEntry]) -> None:
    page = AlikeEntries(PAGE.labels)
    # The first of a form is drawn once more, when its form is known.
    for entry in (CLAIM, OPENING, VIEW, *entries, *entries):
        assert page.draw(entry) == drawn_alone(entry)


def test_others_of_a_form_have_their_own_texts() -> None:
    page = AlikeEntries(PAGE.labels)
    first, other = OPENING, replace(OPENING, anchor="n", heading="Berth", value="3月2日")
    assert page.draw(first) == drawn_alone(first)
    drawn = page.draw(other)
    assert drawn == drawn_alone(other)
    assert 'id="n"' in drawn
    assert "<h3>Berth</h3>" in drawn
    assert '<p class="value">3月2日</p>' in drawn
