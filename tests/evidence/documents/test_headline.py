"""What stands above an article in plain text: its headline, who wrote it, when."""

from datetime import date

import pytest

from exporter.evidence.documents.headline import told_above, told_in_head
from exporter.evidence.documents.model import Metadata

DAY = date(2025, 12, 4)
ARTICLE = "The brewer said that sales rose 4 per cent.\n\nIts shares fell."


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Brewer lifts profit", Metadata(title="Brewer lifts profit")),
        ("Will it last?\n\n4 December 2025", Metadata(title="Will it last?", published=DAY)),
        (
            "Brewer lifts profit\n\nBy Jane Doe in Leeds\nThursday, December 4, 2025",
            Metadata(title="Brewer lifts profit", author="Jane Doe", published=DAY),
        ),
        (
            "Brewer lifts profit\n\nBy Zoë O’Neill and J. R. Roe, City editors",
            Metadata(title="Brewer lifts profit", author="Zoë O’Neill and J. R. Roe"),
        ),
        (
            "锂价下跌，亏损收窄\n\n第一财经记者 张三 上海报道 2025年12月4日",
            Metadata(
                title="锂价下跌，亏损收窄", publisher="第一财经", author="张三", published=DAY
            ),
        ),
        (
            "锂价下跌\n\n2025年12月4日 20:14 记者 张三丰 上海报道",
            Metadata(title="锂价下跌", author="张三丰", published=DAY),
        ),
        (
            "锂价下跌\r\n\r\n本报记者 张三丰\r\n2025-12-04 10:30",
            Metadata(title="锂价下跌", author="张三丰", published=DAY),
        ),
        # A day that has a line of its own is the article's, and that of results none.
        (
            "Sales since 1 May 2025 disappoint\n\nIn the year to 31 March 2025\n4 December 2025",
            Metadata(title="Sales since 1 May 2025 disappoint", published=DAY),
        ),
        ("Profit\n\nResults for the year ended 4 December 2025", Metadata(title="Profit")),
        # Of two days none is told to be that of the article; of several names none is left out.
        ("Profit\n\n1 May 2025, updated 4 December 2025", Metadata(title="Profit")),
        ("涨价\n\n本报记者 张三 李四 北京报道", Metadata(title="涨价")),
        ("Profit\n\nBy the sea", Metadata(title="Profit")),
    ],
)
def test_a_headline_is_the_title(head: str, told: Metadata) -> None:
    assert told_above(f"{head}\n\n{ARTICLE}") == told
    assert told_above(f"\n{head}\n\n{ARTICLE}") == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Brewer lifts profit",
        "Brewer lifts profit\n\nBy Jane Doe\n4 December 2025\n",
        ARTICLE,
        f"Brewer lifts profit\n{ARTICLE}",
        f"Brewer lifts profit:\n\n{ARTICLE}",
        f"{'very ' * 24}long\n\n{ARTICLE}",
        f"- Sales rose\n\n{ARTICLE}",
        f"Revenue\t4.2\n\n{ARTICLE}",
        f"Subject: growth\n\n{ARTICLE}",
        "one line and another\n\n" * 7 + ARTICLE,
    ],
)
def test_what_is_no_headline_tells_nothing(text: str) -> None:
    assert told_above(text) == Metadata()


@pytest.mark.parametrize(
    "dateline",
    [
        "LEEDS, Dec 4, 2025 - ",
        "LEEDS, England, Dec. 4, 2025 (Tidewire) -- ",
        "LEEDS (Tidewire) — 4 December 2025 — ",
        "Leeds, Thursday, 4 December 2025 – ",
        "ST. IVES, Dec. 4, 2025 /Tidewire/ -- ",
        "LEEDS – December 4, 2025 – ",
        "记者利兹2025年12月4日电 ",
    ],
)
def test_the_dateline_tells_the_day(dateline: str) -> None:
    text = f"Brewer lifts profit\n\n{dateline}{ARTICLE}"
    assert told_above(text) == Metadata(title="Brewer lifts profit", published=DAY)
    assert told_in_head(text.split("\n\n"), "Brewer lifts profit") == Metadata(published=DAY)
    dated = text.replace("\n\n", "\n\n5 December 2025\n", 1)
    assert told_above(dated).published == date(2025, 12, 5)


@pytest.mark.parametrize(
    "begin",
    [
        "LEEDS, Dec 4 - ",
        "On December 4, 2025 – a Thursday – the brewer spoke. ",
        "In the year to Leeds, 4 December 2025, ",
        "Since opening in Leeds, 4 December 2025 - ",
        "2025年12月4日，",
    ],
)
def test_another_day_in_the_first_paragraph_is_not_that_of_the_article(begin: str) -> None:
    assert told_above(f"Brewer lifts profit\n\n{begin}{ARTICLE}").published is None
