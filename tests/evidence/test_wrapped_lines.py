"""A line end inside a sentence is white space, and a soft hyphen nothing, in quotes and sources."""

import re
from collections.abc import Sequence
from hashlib import sha256

import pytest

from exporter.evidence.claims import QuoteState
from exporter.evidence.quotes import verify_quote
from exporter.evidence.sources import Source, positions_of
from tests.evidence.test_quotes import source

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
