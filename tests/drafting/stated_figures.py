"""Sentences of a report's setting, with their figures as facts would state them."""

from datetime import date

from exporter.drafting.model import Named, Sentence, Setting, Stated
from exporter.evidence.conventions import NO_CONVENTIONS
from exporter.evidence.reading import Role, read_figures
from exporter.evidence.source_record import SourceRecord
from exporter.evidence.sources import Source
from exporter.facts.units import KNOWN_UNITS
from exporter.facts.words import Bilingual, Lang, Qualifier

_DAY = date(2026, 3, 20)
_RECORD = SourceRecord(
    title="Results",
    publisher="Wire",
    published=_DAY,
    retrieved=_DAY,
    language="en",
    sha256="0" * 64,
    fingerprints=("0" * 16,),
)


def setting_of(lang: Lang, *names: Bilingual) -> Setting:
    """A report about entities of these names, and a source in that language."""
    source = Source("wire", _RECORD, None, "sources/wire.yaml", {})
    entities = tuple(Named(name) for name in names)
    return Setting(source, lang, entities, (), NO_CONVENTIONS, _DAY)


def sentence_of(text: str) -> Sentence:
    """A text as the only sentence of its source."""
    return Sentence(0, len(text), text, 0)


def stated_of(text: str) -> list[Stated]:
    """Every figure of a sentence, both ends of a range as one; units do not matter here."""
    found: list[Stated] = []
    figures = read_figures(text)
    for at, figure in enumerate(figures):
        if figure.role is Role.HIGH and at and figures[at - 1].role is Role.LOW:
            low = figures[at - 1]
            found[-1] = Stated(
                (low, figure),
                low.text,
                figure.text,
                KNOWN_UNITS["%"],
                Qualifier.EXACT,
                low.start,
                figure.end,
            )
        else:
            found.append(
                Stated(
                    (figure,),
                    figure.text,
                    "",
                    KNOWN_UNITS["%"],
                    Qualifier.EXACT,
                    figure.start,
                    figure.end,
                )
            )
    return found
