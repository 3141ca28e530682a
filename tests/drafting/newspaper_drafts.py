"""What is drafted of a few sentences of a newspaper, about two companies and a rival."""

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.evidence.conventions import NO_CONVENTIONS, Conventions
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

_NAMES = ("Acme", "Tarnholm Foods", "Rival")


def drafts_of(text: str, conventions: Conventions = NO_CONVENTIONS) -> tuple[Draft, ...]:
    """The facts that are drafted of a text that appeared on 2026-03-12."""
    ends = conventions.year_ends
    entities = tuple(Named(Bilingual(name, name), (), ends.get(name)) for name in _NAMES)
    setting = setting_of(text, "en", entities=entities, conventions=conventions)
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts


def named(drafts: tuple[Draft, ...]) -> list[str]:
    """What drafts call their figures."""
    return [draft.metric for draft in drafts]
