"""A source of any text, as if it were recorded and at hand; and its setting."""

from datetime import date

from exporter.drafting.model import Named, Sentence, Setting
from exporter.evidence.clauses import split_clauses
from exporter.evidence.conventions import NO_CONVENTIONS, Conventions
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Source, text_hash
from exporter.facts.words import Bilingual, Lang

DAY = date(2026, 3, 12)
ACME = Named(Bilingual("Acme", "顶点"))


def source_of(text: str, lang: Lang = "en", title: str = "A title") -> Source:
    """A source with this text."""
    prints = tuple(clause.fingerprint for clause in split_clauses(text)) or ("0" * 16,)
    record = SourceRecord(
        title=Bilingual(title, title),
        publisher=Bilingual("Press", "报社"),
        published=DAY,
        retrieved=DAY,
        language=lang,
        sha256=text_hash(text),
        fingerprints=prints,
    )
    return Source("note", record, text, "sources/note.yaml", positions_of(prints))


def setting_of(
    text: str = "",
    lang: Lang = "en",
    entities: tuple[Named, ...] = (ACME,),
    conventions: Conventions = NO_CONVENTIONS,
) -> Setting:
    """A setting with a source of this text."""
    return Setting(source_of(text, lang), lang, entities, (), conventions, DAY)


def sentence_of(text: str) -> Sentence:
    """A text that is one sentence."""
    return Sentence(0, len(text), text, 0)
