"""Markdown: words without marks, and what front matter tells."""

from datetime import date

import pytest

from exporter.evidence.documents.markdown import read_markdown
from exporter.evidence.documents.model import Metadata
from exporter.limits import READING


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("# Results\n\nSales **rose** by *12%*.", "Results\nSales rose by 12%."),
        ("Sales rose in the\nquarter.", "Sales rose in the quarter."),
        ("Sales rose.\nCosts, too.", "Sales rose.\nCosts, too."),
        ("营业收入同比\n增长12.3%。", "营业收入同比增长12.3%。"),
        ("One  \nTwo", "One\nTwo"),
        ("- Orders\n- Margin 18%\n\n1. First", "Orders\nMargin 18%\nFirst"),
        ("[Demand](https://a.example/x) rose ![a chart](c.png).", "Demand rose ."),
        ("Up 12%[^1].\n\n[^1]: Adjusted.", "Up 12%¹.\n¹ Adjusted."),
        ("| $ m | 2025 |\n|---|---|\n| Sales | 21,300 |", "$ m\t2025\nSales\t21,300"),
        ("> quoted\n\n```\nas is\n```", "quoted\nas is"),
        ("<!-- not seen -->\n\n<p>Seen</p>", "Seen"),
        ("2 * 3 and a_b_c", "2 * 3 and a_b_c"),
    ],
)
def test_words_without_marks(written: str, text: str) -> None:
    assert read_markdown(written.encode(), READING).text == text


def test_front_matter_is_metadata() -> None:
    front = "---\ntitle: Q3 note\nsite: Trade Wire\nauthors: [Ann Lee, Bo Chen]\ndate: 2026-02-03\n"
    front += "lang: pt-br\nurl: https://wire.example/q3\n---\n"
    assert read_markdown(f"{front}Sales rose.".encode(), READING).metadata == Metadata(
        title="Q3 note",
        publisher="Trade Wire",
        author="Ann Lee, Bo Chen",
        published=date(2026, 2, 3),
        language="pt-BR",
        url="https://wire.example/q3",
    )
    assert read_markdown(f"{front}Sales rose.".encode(), READING).text == "Sales rose."


@pytest.mark.parametrize("written", ["# Q3 note\n\nText", "---\ntitle: [\n---\n# Q3 note"])
def test_a_heading_is_the_title_where_nothing_else_is(written: str) -> None:
    assert read_markdown(written.encode(), READING).metadata.title == "Q3 note"
