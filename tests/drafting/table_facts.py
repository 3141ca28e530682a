"""What is drafted of a table, as lines that a test can read."""

from exporter.drafting.model import Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Harbour Foods", "海港食品"))


def told(text: str, *, title: str = "Results for the third quarter of 2025") -> list[str]:
    """Each draft of a text's tables: metric | value unit | period."""
    return [
        f"{draft.metric} | {draft.value} {draft.unit.key or draft.unit.en} | {draft.period}"
        for draft in drafts_of_tables(setting_of(text, entities=(COMPANY,), title=title))
        if draft.unit is not None
    ]
