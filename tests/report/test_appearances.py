"""What looks like something else is a doubt, of every text of a report, each told once."""

from pathlib import Path

import pytest

from exporter import check
from tests.any_report import TEXTS, make_any_report

CYRILLIC_A = "а"
PLACES = {
    "title": "report.yaml:1: `title`",
    "author": "report.yaml:1: `author`",
    "entity": "`entities.0.name`",
    "broker": "`brokers.0.name`",
    "book_title": "`workbooks.0.title`",
    "page_title": "`one_pagers.0.title`",
    "subtitle": "`one_pagers.0.subtitle`",
    "picture_title": "`one_pagers.0.picture.title`",
    "disclosure": "`one_pagers.0.disclosures.0`",
    "metric": "deliveries: `metric.en`",
    "words": "words: `value.en`",
    "attribution": "deliveries: `attribution.en`",
    "translation": "more: `quote_zh`",
    "accept": "more: `accept.en`",
    "subject": "a-view: `subject`",
    "thesis": "a-view: `thesis`",
    "driver": "a-view: `drivers.0`",
    "view_translation": "a-view: `quote_zh`",
    "view_accept": "a-view: `accept`",
    "source_title": "note.yaml: note: `title`",
    "publisher": "note.yaml: note: `publisher`",
    "source_author": "note.yaml: note: `author`",
}


def doubts(folder: Path, texts: dict[str, str], **keys: object) -> list[str]:
    make_any_report(folder, texts, **keys)
    checked = check(folder)
    assert checked.problems == ()
    return [str(doubt) for doubt in checked.doubts if "U+" in str(doubt) or "names" in str(doubt)]


def test_letters_of_two_scripts_are_told_of_every_text(tmp_path: Path) -> None:
    texts = {field: f"{TEXTS[field]} c{CYRILLIC_A}rs" for field in PLACES}
    told = doubts(tmp_path, texts)
    for place in PLACES.values():
        assert [line for line in told if f"{place} has “а” U+0430" in line], place
    once = [line for line in told if "`metric." in line]
    assert len(once) == 1  # a plain string stands in both languages, and in all its facts


def test_words_that_are_meant_are_listed(tmp_path: Path) -> None:
    texts = {field: f"{TEXTS[field]} c{CYRILLIC_A}rs" for field in PLACES}
    assert doubts(tmp_path, texts, names=[f"c{CYRILLIC_A}rs"]) == []


@pytest.mark.parametrize("field", ["title", "metric", "thesis", "publisher"])
def test_signs_that_turn_words_round_are_told(field: str, tmp_path: Path) -> None:
    told = doubts(tmp_path, {field: f"{TEXTS[field]} \u202eabc"})
    assert any("U+202E RIGHT-TO-LEFT OVERRIDE" in line for line in told)


def test_a_quote_has_the_letters_of_its_source(tmp_path: Path) -> None:
    texts = {
        "quote": f"{TEXTS['quote']} c{CYRILLIC_A}rs",
        "view_quote": f"{TEXTS['view_quote']} \u2066",
    }
    (told,) = doubts(tmp_path, texts)
    assert "a-view: `quote` has U+2066" in told
