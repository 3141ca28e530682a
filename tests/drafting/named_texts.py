"""Sources made of a few sentences, about entities that are named in many ways."""

import re
from datetime import date

from exporter.drafting.model import Named, Sentence, Setting
from exporter.evidence.clauses import split_clauses
from exporter.evidence.conventions import Conventions
from exporter.evidence.source_record import SourceRecord
from exporter.evidence.sources import Source, text_hash
from exporter.facts.words import Bilingual

ENTITIES = (
    Named(Bilingual("Alibaba Group", "阿里巴巴集团"), ("阿里",)),
    Named(Bilingual("DingTalk", "钉钉")),
    Named(Bilingual("Quark", "夸克")),
    Named(Bilingual("Alibaba Cloud", "阿里云")),
    Named(Bilingual("Alibaba.com", "阿里巴巴国际站")),
    Named(Bilingual("Harbour Bank", "海港银行"), ("Harbour",)),
)
_SENTENCE = re.compile(r".+?(?:[。！？]+”?|[.!?][\"”]?(?=\s|$)|$)")


def setting_of(
    text: str,
    *,
    entities: tuple[Named, ...] = ENTITIES,
    brokers: tuple[Named, ...] = (),
    title: str = "News",
    publisher: str = "Wire",
) -> Setting:
    """The setting of a text that appeared on 2026-02-03."""
    lang = "zh" if re.search(r"[\u4e00-\u9fff]", text) else "en"
    record = SourceRecord(
        title=Bilingual(title, title),
        publisher=Bilingual(publisher, publisher),
        published=date(2026, 2, 3),
        retrieved=date(2026, 2, 4),
        language=lang,
        sha256=text_hash(text),
        fingerprints=tuple(clause.fingerprint for clause in split_clauses(text)),
    )
    source = Source("wire-1", record, text, "sources/wire-1.yaml", {})
    return Setting(source, lang, entities, brokers, Conventions(), date(2026, 3, 1))


def sentences_in(text: str) -> list[Sentence]:
    """The sentences of a text whose lines are paragraphs, and headings where they begin with #."""
    found, start, heading = [], 0, ""
    for paragraph, line in enumerate(text.split("\n")):
        if line.startswith("#"):
            heading = line.lstrip("# ")
        for match in () if line.startswith("#") else _SENTENCE.finditer(line):
            words = match[0].strip()
            first = start + match.start() + match[0].index(words)
            found.append(Sentence(first, first + len(words), words, paragraph, heading))
        start += len(line) + 1
    return found


def sentence_with(words: str, sentences: list[Sentence]) -> tuple[int, Sentence]:
    """The last sentence that has some words, and where in it they begin."""
    sentence = next(each for each in reversed(sentences) if words in each.text)
    return sentence.text.index(words), sentence
