"""Chinese pages: no line begins with a mark that closes, Latin words stand a little apart."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from exporter.writers.pdf.density import LADDER, lay_out_at
from exporter.writers.templates import settled, spaced, unbroken_dates
from tests.writers.samples_onepager import make_page

CLOSING = frozenset("，。、；：！？）》”’」』】…%")
MARKED = (
    "截至2031年5月14日，“云岚”（港口版）的客户为1,200家；2030年5月，则为900家。其AI模型《风向》，"
    "在2031年上线：收入增长12%，利润（按年）增长8%！"
)


def lines(box: Any) -> Iterator[str]:
    """The lines of a laid-out page."""
    for child in box.descendants():
        if isinstance(child, boxes.LineBox):
            texts = [part.text for part in child.descendants() if isinstance(part, boxes.TextBox)]
            yield "".join(texts).lstrip()


@pytest.mark.parametrize("density", [LADDER[0], LADDER[3], LADDER[-1]])
def test_no_line_begins_with_a_closing_mark(density: Any) -> None:
    page = make_page("zh")
    shifted = [MARKED[at:] + MARKED for at in (0, 2, 5)]
    cards = tuple(
        replace(card, thesis=text, quote=text, quote_lang="zh", translation=text)
        for card, text in zip(page.cards, shifted, strict=False)
    )
    sources = dict.fromkeys(page.sources, MARKED)
    page = replace(page, cards=cards, sources=sources, disclosures=tuple(shifted))
    roll = lay_out_at(page, density)
    (sheet,) = roll.document.pages
    begun = [line for line in lines(sheet._page_box) if line]
    assert len(begun) > 60
    assert [line for line in begun if line[0] in CLOSING] == []


def test_latin_words_stand_apart_and_nothing_is_added() -> None:
    html = spaced("其AI模型与GPT-4的500万人次", "zh")
    assert html.striptags() == "其AI模型与GPT-4的500万人次"
    assert html.count("<span") == 2
    assert spaced("其AI模型", "en") == "其AI模型"
    assert spaced("<b>甲AI模型", "zh").startswith("&lt;b&gt;甲<span")


def test_a_date_keeps_the_mark_behind_it() -> None:
    assert "2031年5月14日，</span>" in unbroken_dates("至2031年5月14日，存档")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("New cases, new uses and new space.", "new space."),
        ("航运业务的价值已相当于股价。", "于股价。"),
        ("Two words", ""),
        ("It ends in the word incomprehensibility", ""),
        ("截至2031年", ""),
    ],
)
def test_the_last_words_stay_together(text: str, kept: str) -> None:
    html = settled(text, "zh")
    assert html.striptags() == text
    assert (f'<span class="kept">{kept}</span>' in html) == bool(kept)
    assert "kept" not in settled(text, "zh") or html.endswith("</span>")


def test_no_thesis_ends_in_one_word_alone() -> None:
    page, alone = make_page(), []
    words = "In future it can be expected to open up further potential by new uses and new space."
    for more in range(12):
        cards = tuple(replace(card, thesis=f"{'So ' * more}{words}") for card in page.cards)
        (sheet,) = lay_out_at(replace(page, cards=cards), LADDER[3]).document.pages
        alone += [line for line in lines(sheet._page_box) if line == "space."]
    assert alone == []
