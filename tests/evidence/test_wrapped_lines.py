"""A line end inside a sentence is white space, and a soft hyphen nothing, in quotes and sources."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from exporter import check
from exporter.evidence.claims import QuoteState
from exporter.evidence.quotes import verify_quote
from exporter.evidence.record import add_source
from exporter.evidence.source_record import positions_of
from exporter.evidence.sources import Source
from tests.evidence.test_quotes import source

REPORT = """
title: Case
edition: 2026-01-31
author: Desk
languages: [en]
facts: facts.csv
entities:
  - {name: {en: Alpha, zh: 甲公司}}
workbooks:
  - {name: figures, title: {en: F, zh: 数}}
"""
SENTENCE = "Deliveries rose 19% to 12,500 cars in 2025"
TEXTS = {
    "as it is": f"Overall, it said: {SENTENCE}. More.",
    "one line end": "Overall, it said:\nDeliveries rose 19% to\n12,500 cars in 2025. More.",
    "of Windows": "Overall:\r\nDeliveries rose 19% to\r\n12,500 cars in 2025. More.",
    "several": "Deliveries\nrose 19%\nto 12,500\ncars in\n2025.",
    "with white space": "Deliveries rose 19% to  \n   12,500 cars in 2025.",
    "a blank line": "Deliveries rose 19% to\n\n12,500 cars in 2025.",
    "a soft hyphen": "Deliv\xaderies rose 19% to 12,500 cars in 2025.",
    "soft hyphens and a line end": "De\xadliv\xaderies rose 19% to\n12,500 cars in 2025.",
}
QUOTES = {
    "as it is": SENTENCE,
    "one line end": "Deliveries rose 19% to\n12,500 cars in 2025",
    "elsewhere": "Deliveries rose\n19% to 12,500 cars\nin 2025",
    "of Windows": "Deliveries rose 19% to\r\n12,500 cars in 2025",
    "with white space": "Deliveries rose 19% to \n  12,500 cars in 2025",
    "a soft hyphen": "Deliveries rose 19% to 12,500 cars in 20\xad25",
}


@pytest.mark.parametrize("at_hand", [True, False])
@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_line_ends_and_soft_hyphens_do_not_matter(text: str, quote: str, at_hand: bool) -> None:
    verdict = verify_quote(quote, source(text, text if at_hand else None))
    assert verdict.state is QuoteState.VERIFIED
    if at_hand:
        found = text[verdict.start : verdict.end].replace("\xad", "")
        assert re.sub(r"\s+", " ", found) == SENTENCE


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("据介绍，今年全港自动\n装卸占比达到80%。", "今年全港自动装卸占比达到80%"),
        ("据介绍，今年全港自动装卸\n占比达到80%，比去年\n翻了一番。", "今年全港自动装卸占比达到80%，比去年翻了一番"),
        ("The long-\nterm plan costs 5 million.", "The long-term plan costs 5 million"),
        ("A first line. It rose to\n12 units. Later it\nfell to 9.", "It rose to 12 units…Later it fell to 9"),
        ("Results\nSales rose to 5 million in\nMay.", "Sales rose to 5 million in May"),
        ("Sales rose. It said sales rose\nto 5 million.", "It said sales rose to 5 million"),
    ],
)  # fmt: skip
def test_sentences_that_go_on_in_the_next_line(text: str, quote: str) -> None:
    assert verify_quote(quote, source(text, None)).state is QuoteState.VERIFIED


@pytest.mark.parametrize(
    "quote",
    [
        "Deliveries rose 19% to 12,500",
        "rose 19% to 12,500 cars in 2025",
        "Deliveries rose 19% to 12,501 cars in 2025",
        "12,500 cars in 2025 Deliveries rose 19% to",
        "Deliveries rose 19% to in 2025",
    ],
)
@pytest.mark.parametrize("at_hand", [True, False])
def test_other_words_are_not_found(quote: str, at_hand: bool) -> None:
    text = TEXTS["one line end"]
    verdict = verify_quote(quote, source(text, text if at_hand else None))
    assert verdict.state is QuoteState.NOT_FOUND


def test_where_the_text_is_at_hand_a_mark_is_no_line_end() -> None:
    text = TEXTS["one line end"]
    verdict = verify_quote(f"{SENTENCE} More", source(text, text))
    assert verdict.state is not QuoteState.VERIFIED


@pytest.mark.parametrize(
    ("quote", "value", "unit"),
    [
        ("Deliveries rose to 12,500\nusers in 2025", "12500", "users"),
        ("Deliveries rose by 19\npercent in 2025", "19", "%"),
        ("Sales came to US$1.2\nbillion in 2025", "1.2", "USD billion"),
        ("Deliveries rose to 12,\xad500 users in 2025", "12500", "users"),
        ("营收在今年达到了12\n亿元人民币", "12", "CNY 100 million"),
        ("Sales came to\r\n5 million\r\nyuan in 2025", "5", "CNY million"),
    ],
)
def test_a_figure_is_read_over_a_line_end(
    tmp_path: Path, quote: str, value: str, unit: str
) -> None:
    rows = [("id", "entity", "metric", "value", "unit", "source", "quote"),
            ("f1", "Alpha", "Metric", value, unit, "note", quote)]  # fmt: skip
    (tmp_path / "report.yaml").write_text(REPORT, "utf-8")
    with (tmp_path / "facts.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows)
    document = tmp_path / "note.txt"
    document.write_text(f"{' '.join(quote.replace(chr(0xAD), '').split())}.", "utf-8")
    given = {"title": "N", "publisher": "A", "author": None, "url": "https://example.com/n",
             "published": date(2026, 1, 15), "retrieved": date(2026, 1, 15)}  # fmt: skip
    add_source(tmp_path, document, "note", given, today=date(2026, 1, 15))
    assert [problem.wrong for problem in check(tmp_path).problems] == []


@pytest.mark.parametrize(
    ("recorded", "quote"),
    [
        (["deliveriesrose19%to", "12,500carsin2025"], SENTENCE),
        (["deliveriesrose19%to", "12,500carsin2025"], QUOTES["one line end"]),
        (["deliv\xaderiesrose19%to12,500carsin2025"], SENTENCE),
        (["deliv\xaderiesrose19%to12,500carsin2025"], "Deliv\xaderies rose 19% to 12,500 cars in 2025"),
        (["deliveriesrose19%to12,500carsin2025"], QUOTES["elsewhere"]),
        (["overall", "deliveriesrose19%to", "12,500carsin2025", "more"], SENTENCE),
    ],
)  # fmt: skip
def test_records_made_before_keep_verifying(recorded: Sequence[str], quote: str) -> None:
    assert verify_quote(quote, _recorded(recorded)).state is QuoteState.VERIFIED


def _recorded(clauses: Sequence[str]) -> Source:
    """A source by the normalised words of its clauses, as a record of earlier has them."""
    prints = tuple(sha256(words.encode()).hexdigest()[:16] for words in clauses)
    plain = source(SENTENCE, None)
    record = plain.record.model_copy(update={"fingerprints": prints, "figures": ()})
    return Source("s", record, None, "s.yaml", positions_of(prints))


@pytest.mark.parametrize(
    "quote",
    [
        "Income was flat at £3.02 billion1, while the margin slipped to 2.87% from 2.95%",
        "Income was flat at £3.02 billion¹, while the margin slipped to 2.87% from 2.95%",
    ],
)
def test_a_mark_of_a_footnote_is_told_from_the_decimals_of_figures(quote: str) -> None:
    text = "Income was flat at £3.02 billion¹, while the margin slipped to 2.87% from 2.95%. More."
    assert verify_quote(quote, source(text, text)).state is QuoteState.VERIFIED


def test_a_mark_of_a_footnote_behind_a_year_and_its_point_is_one() -> None:
    text = "Sales rose 4% in 2025,¹ and costs fell."
    quote = "Sales rose 4% in 2025,1 and costs fell"
    assert verify_quote(quote, source(text, text)).state is QuoteState.VERIFIED
