"""Figures told beside others: of rivals, of ages, multiples that only compare; whole drafts."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

_ENTITIES = tuple(Named(Bilingual(name, name)) for name in ("Acme", "Tarnholm Foods"))


def _drafts(text: str) -> tuple[Draft, ...]:
    setting = setting_of(text, "en", entities=_ENTITIES)
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sales at Acme rose 4.8%, double the 2.5% reported by Tarnholm Foods, a chain of 90.",
            [("4.8", "Acme"), ("2.5", "Tarnholm Foods"), ("90", "Tarnholm Foods")],
        ),
        (
            "Acme's margin was 11%, below the 14% achieved by Tarnholm Foods.",
            [("11", "Acme"), ("14", "Tarnholm Foods")],
        ),
        (
            "Acme took £9m, three times the £3m that was posted by its rival Tarnholm Foods.",
            [("9", "Acme"), ("3", "Tarnholm Foods")],
        ),
        (
            "Acme sold the site to Tarnholm Foods, the operator of 90 dairies.",
            [("90", "Tarnholm Foods")],
        ),
        # What is a multiple of a year before is stated; how two others compare is not.
        (
            "Acme's profit was £9m, double the £4.5m of a year ago.",
            [("9", "Acme"), ("2", "Acme"), ("4.5", "Acme")],
        ),
        ("Acme has 90 dairies, said Tarnholm Foods.", [("90", "Acme")]),
        # "which" takes up whom an apposition says more of, not the topic that they stand beside.
        (
            "Acme differs from Tarnholm Foods, a chain, which saw a 3% fall and shut 22 sites.",
            [("-3", "Tarnholm Foods"), ("22", "Tarnholm Foods")],
        ),
        (
            "Acme sells to Tarnholm Foods, a maker of cheese in Leeds, which employs 900 people.",
            [("900", "Tarnholm Foods")],
        ),
        (
            "Unlike rival Tarnholm Foods, which shut 14 dairies in May, Acme opened 3.",
            [("14", "Tarnholm Foods"), ("3", "Acme")],
        ),
        (
            "In contrast to Tarnholm Foods, whose sales fell 4%, Acme hired 12 cooks.",
            [("-4", "Tarnholm Foods"), ("12", "Acme")],
        ),
        (
            "Acme's strategy differs from that of Kelso, which has shut 40 shops, and it plans 20.",
            [("40", ""), ("20", "Acme")],
        ),
        (
            "Acme, the dairy chain, which had 40 farms in May, sold 12.",
            [("40", "Acme"), ("12", "Acme")],
        ),
        (
            "Acme signed a deal with Tarnholm Foods, a maker of cheese, which was worth $4 million.",
            [("4", "Acme")],
        ),
    ],
)
def test_what_is_told_of_a_rival_is_its_own(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(draft.value, draft.entity) for draft in _drafts(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Nobody under forty eats blancmange, said the head of Acme.",
        "Acme says that few people over 60 buy the tins.",
        "Women over fifty were the first to come back to Acme.",
        "At Acme children under the age of 5 eat free.",
    ],
)
def test_how_old_people_are_is_no_fact(text: str) -> None:
    assert not _drafts(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Acme hired over 40 women in May.", "40"),
        ("Fewer than thirty dishes are on the menu at Acme.", "30"),
        ("Acme received offers over 90 times in May.", "90"),
    ],
)
def test_how_many_there_are_is_one(text: str, value: str) -> None:
    assert [draft.value for draft in _drafts(text)] == [value]
