"""Channels and regions of their own, told behind the parts of a company."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Named
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of


@pytest.mark.parametrize(
    ("text", "entity", "is_doubted"),
    [
        (
            "Bread's sales fell 3% and Pastry's grew 4%. Online made up 31% of revenue.",
            "Corran",
            False,
        ),
        ("Sales at Pastry fell 3%. E-commerce now accounts for a third of sales.", "Corran", True),
        ("Sales at Pastry fell 3%. Its online shop made up 31% of sales.", "Pastry", False),
        ("Sales at Pastry fell 3%. Orders grew 4%.", "Pastry", False),
    ],
)
def test_a_channel_of_its_own_is_of_the_company(text: str, entity: str, is_doubted: bool) -> None:
    names = ("Corran", "Bread", "Pastry")
    entities = tuple(Named(Bilingual(name, name)) for name in names)
    setting = setting_of(f"Corran raised its forecast on Monday.\n{text}", "en", entities=entities)
    last = draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts[-1]
    assert (last.entity, "or is it" in last.review) == (entity, is_doubted)
