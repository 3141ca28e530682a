"""Sources of a few sentences, and figures of them as a fact would state them."""

from datetime import date

from exporter.drafting.model import Sentence, Setting, Stated
from exporter.evidence.conventions import NO_CONVENTIONS
from exporter.evidence.reading import read_figures
from exporter.evidence.source_record import SourceRecord
from exporter.evidence.sources import Source
from exporter.facts.units import NO_UNIT
from exporter.facts.words import Lang, Qualifier

PUBLISHED = date(2023, 11, 1)


def setting_of(
    text: str, lang: Lang, title: str = "A note", published: date = PUBLISHED
) -> Setting:
    """The setting of a source with that text."""
    record = SourceRecord(
        title=title,
        publisher="Northwind Daily",
        published=published,
        retrieved=published,
        language=lang,
        sha256="0" * 64,
        fingerprints=("0" * 16,),
    )
    source = Source("note", record, text, "note.yaml", {})
    return Setting(source, lang, (), (), NO_CONVENTIONS, published)


def sentences_of(lines: str, heading: str = "") -> list[Sentence]:
    """Sentences that `|` parts; each line is a paragraph."""
    sentences: list[Sentence] = []
    at = 0
    for paragraph, line in enumerate(lines.split("\n")):
        for text in line.split("|"):
            sentences.append(Sentence(at, at + len(text), text, paragraph, heading))
            at += len(text) + 1
    return sentences


def stated(text: str, words: str) -> Stated:
    """The figure of a sentence that begins where `words` do."""
    start = text.index(words)
    figures = read_figures(text)
    figure = next(figure for figure in figures if figure.start <= start < figure.end)
    return Stated((figure,), words, "", NO_UNIT, Qualifier.EXACT, figure.start, figure.end)
