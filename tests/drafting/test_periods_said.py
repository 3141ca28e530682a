"""Period and status of the figures of articles in many trades: sentences after one another."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from exporter.drafting.model import Sentence
from exporter.drafting.periods.figure_periods import Periods
from exporter.drafting.periods.statuses import status_of
from exporter.facts.words import Lang
from tests.drafting.said_for_figures import setting_of, stated

_FILE = Path(__file__).with_name("periods_said.txt")


class _Article(NamedTuple):
    lang: Lang
    published: date
    title: str
    lines: list[str]


def _articles() -> Iterator[_Article]:
    """The articles of the file, each with its lines."""
    _, *parts = _FILE.read_text("utf-8").split("\n= ")
    for part in parts:
        head, *lines = part.rstrip().split("\n")
        lang, published, title = head.split(" ", 2)
        yield _Article("zh" if lang == "zh" else "en", date.fromisoformat(published), title, lines)


def _sentences(article: _Article) -> tuple[list[Sentence], list[dict[str, str]], str]:
    """The sentences of an article, what is wanted of each, and its text."""
    text, paragraph = "", 0
    sentences: list[Sentence] = []
    wanted: list[dict[str, str]] = []
    for line in article.lines:
        if line.startswith("  "):
            words, _, told = line.strip().rpartition(" = ")
            wanted[-1][words] = told
        elif not line:
            text, paragraph = f"{text[:-1]}\n", paragraph + 1
        else:
            end = len(text) + len(line)
            sentences.append(Sentence(len(text), end, line, paragraph, article.title))
            wanted.append({})
            text += f"{line} "
    return sentences, wanted, text


@pytest.mark.parametrize("article", list(_articles()), ids=lambda article: article.title)
def test_an_article(article: _Article) -> None:
    sentences, wanted, text = _sentences(article)
    setting = setting_of(text, article.lang, article.title, article.published)
    periods = Periods(setting, sentences)
    found: list[dict[str, str]] = []
    for sentence, words in zip(sentences, wanted, strict=True):
        found.append({})
        for word in words:
            figure = stated(sentence.text, word)
            period = periods.of(figure, sentence).value
            status = status_of(figure, sentence, setting, period).value
            found[-1][word] = f"{period or 'day'} {status.value}"
    assert found == wanted
