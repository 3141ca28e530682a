"""Houses that a sentence names, and that the next one tells more of behind an aside."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Named, Setting
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

_HOUSE = Named(Bilingual("Larkfield Securities", "Larkfield Securities"))


@pytest.mark.parametrize("who", ["The brokerage", "The broker", "The bank"])
def test_what_the_house_says_is_its_thesis_and_attributed_to_it(who: str) -> None:
    text = (
        "Larkfield Securities was less keen. "
        f'{who}, which rates the shares "hold", said many buyers had stocked up early'
        " and estimated that revenue would fall 3% next year."
    )
    plain = setting_of(text)
    setting = Setting(
        plain.source, "en", plain.entities, (_HOUSE,), plain.conventions, plain.published
    )
    drafts = draft_source(setting, Wanted(Already(setting.source, ())), readers_of)
    assert [fact.attribution for fact in drafts.facts] == ["Larkfield Securities"]
    assert [view.thesis.startswith("many buyers had stocked up") for view in drafts.views] == [True]
