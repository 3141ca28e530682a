"""PDFs that other programs made of two articles: every sentence can be quoted, in order.

The files lie in made/, whose README.md says by what, and in which version, each was made.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from exporter.evidence.quotes import verify_quote
from exporter.evidence.record import add_source
from exporter.evidence.source_files import read_sources
from exporter.report.starter import make_report
from tests.evidence.documents.made.articles import CHINESE, ENGLISH, Article

pytestmark = pytest.mark.usefixtures("unconfined")

MADE = Path(__file__).parent / "made"
FILES = sorted(path.name for path in MADE.glob("*.pdf"))
WITHOUT_TABLE = "pango"  # and without header and note
GIVEN = {
    "title": "An article", "publisher": "Harbour Street", "author": None, "url": None,
    "published": date(2025, 9, 1), "retrieved": None, "language": None,
}  # fmt: skip
SENTENCE_END = {"en": r"(?<=[.”]) (?=[A-Z“])", "zh": r"(?<=。)(?!”)"}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "report"
    list(make_report(folder))
    return folder


def sentences(article: Article) -> list[str]:
    end = SENTENCE_END[article.language]
    return [each for text in article.paragraphs for each in re.split(end, text) if each]


def letters(text: str) -> str:
    """What of a text no line end and no mark of a note changes."""
    return "".join(re.findall(r"[^\W_]", re.sub(r"\{\}|[¹*]|(?<=%)1\b", "", text)))


def article_of(name: str) -> Article:
    return CHINESE if name.endswith("-zh.pdf") else ENGLISH


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_verifies_and_tables_are_read_row_by_row(name: str, report: Path) -> None:
    article, id_ = article_of(name), name.removesuffix(".pdf")
    add_source(report, MADE / name, id_, dict(GIVEN), date(2025, 9, 2))
    source = read_sources(report / "sources", "sources")[0][id_]
    for sentence in sentences(article):
        # As it is copied: with the note's mark, wherever the maker has notes at all.
        quotes = {sentence.replace("{}", mark) for mark in ("¹", "*", "1", "")}
        states = {verify_quote(quote, source).state.value for quote in quotes}
        assert "verified" in states, sentence
    text = (report / f"sources/text/{id_}.txt").read_text("utf-8")
    whole = letters(text)
    starts = [whole.find(letters(sentence)[:24]) for sentence in sentences(article)]
    assert starts == sorted(starts)
    if not name.startswith(WITHOUT_TABLE):
        lines = text.split("\n")  # a table may go on in the next column
        places = [lines.index("\t".join(row)) for row in article.table]
        assert places == sorted(places)
    pages = {location.split()[0] for location in source.record.locations}
    assert len(pages) == 1 or article.header not in text.split("\n")
