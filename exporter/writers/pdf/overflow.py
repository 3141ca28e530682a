"""What is said of a page that does not fit: how long it is, and what to shorten."""

from collections.abc import Iterator, Sequence

from exporter.errors import Problem
from exporter.report.pdf.model import Card, OnePager

_NAMED = 5  # views to shorten; more than these would bury the point


def too_long(page: OnePager, pages: float, strays: Sequence[str]) -> list[Problem]:
    """What is wrong with a page that does not fit, the longest views first.

    Args:
        page: The page.
        pages: How many pages it takes at the densest setting.
        strays: Words wider than the column they stand in.
    """
    problems = [_too_wide(page, word) for word in strays]
    if pages > page.pages:
        problems += [_overall(page, pages), *_longest_views(page, pages / page.pages)]
    return problems


def _overall(page: OnePager, pages: float) -> Problem:
    views = len(page.cards)
    right = "shorten views, drivers or disclosures"
    if views > 1:
        fitting = min(max(int(views * page.pages / pages), 1), views - 1)
        right = f"leave out views (about {fitting} of this length fit) or shorten them"
    noun = "view" if views == 1 else "views"
    return Problem(
        file="",
        line=0,
        subject=page.name,
        wrong=f"the page with {views} {noun} is {pages:.2f} pages long at the densest setting",
        right=right if page.pages > 1 else f"{right}, or give it `pages: 2` in report.yaml",
    )


def _longest_views(page: OnePager, pages: float) -> Iterator[Problem]:
    for card in sorted(page.cards, key=_length, reverse=True)[:_NAMED]:
        file, line = page.places.get(card.id, ("", 0))
        goal = int(_length(card) / pages)
        yield Problem(
            file=file,
            line=line,
            subject=card.id,
            wrong=f"thesis ({len(card.thesis)} characters) and quote "
            f"({len(card.quote) + len(card.translation)}) are among the longest on the page",
            right=f"shorten them to about {goal} characters in all",
        )


def _length(card: Card) -> int:
    return len(card.thesis) + len(card.quote) + len(card.translation)


def _too_wide(page: OnePager, word: str) -> Problem:
    return Problem(
        file="",
        line=0,
        subject=page.name,
        wrong=f"“{word.strip()}” is wider than the column it stands in",
        right="shorten it",
    )
