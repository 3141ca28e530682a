"""What is told of regions among a report's entities, whose names may have commas in them."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

_ANZ = "Australia, New Zealand and the Pacific"
_ENTITIES = (
    Named(Bilingual("Corran", "Corran")),
    Named(Bilingual("Latin America", "Latin America")),
    Named(Bilingual("ANZ", "ANZ"), (_ANZ,)),
    Named(Bilingual("Bread", "Bread"), ("Bread, Cakes and Pastry",)),
)


def _drafts(text: str) -> tuple[Draft, ...]:
    setting = setting_of(text, "en", entities=_ENTITIES)
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            f"By market, sales in Latin America dropped 3%, while those in {_ANZ} grew 4%.",
            [("Latin America", "Sales growth"), ("ANZ", "Sales growth")],
        ),
        (
            f"Fees in Latin America were $40 million, while those in {_ANZ} came to $12 million.",
            [("Latin America", "Fees"), ("ANZ", "Fees")],
        ),
        (
            f"Volumes in {_ANZ} rose 2%, whereas those in Latin America slipped 1%.",
            [("ANZ", "Volumes growth"), ("Latin America", "Volumes growth")],
        ),
        ("Orders of Bread, Cakes and Pastry fell 3%.", [("Bread", "Orders growth")]),
        ("Sales in Spain fell 3%, while those in Peru grew 4%.",
         [("Corran", "Sales growth in Spain"), ("Corran", "Sales growth in Peru")]),
        ("Corran's sales in Latin America fell 3%.",
         [("Corran", "Sales growth in Latin America")]),
    ],
)  # fmt: skip
def test_a_region_has_its_own_figure(text: str, wanted: list[tuple[str, str]]) -> None:
    drafts = _drafts(f"Corran raised its forecast.\n{text}")
    assert [(draft.entity, draft.metric) for draft in drafts] == wanted


def test_a_quote_has_the_whole_name() -> None:
    drafts = _drafts(f"Corran fell.\nOrders in {_ANZ} rose 6%.")
    assert [draft.quote for draft in drafts] == [f"Orders in {_ANZ} rose 6%"]
