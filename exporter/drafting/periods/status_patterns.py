"""What the words of a language that say a status are."""

import re
from typing import NamedTuple

from exporter.engine.regex import regex


class StatusWords(NamedTuple):
    """Patterns of a language.

    Attributes:
        cut: What ends the reach of such a word.
        once: What was planned or expected once, and so says nothing of today.
        compared: What came beside what had been expected: above estimates of.
        planned: Will, plans, aims.
        expected: Expects, forecasts, guidance.
        behind: Such words right behind a figure.
        reached: What a plan is said to have reached.
        others: Those who expect things of others.
        guidance: What companies call what they expect.
        results: What companies guide to.
        claimed: What a text does not vouch for.
        claimed_behind: The same right behind a figure, to the end of its clause.
        aim: An infinitive that aims.
        base: What leads to the figure that another is compared with.
        done: Things that are done: what a company expects to do is planned.
        direct: An expectation right before its figure.
        supposed: What only supposes, of a period that has ended: would have fallen by.
    """

    cut: re.Pattern[str]
    once: re.Pattern[str]
    compared: re.Pattern[str]
    planned: re.Pattern[str]
    expected: re.Pattern[str]
    behind: re.Pattern[str]
    reached: re.Pattern[str]
    others: re.Pattern[str]
    guidance: re.Pattern[str]
    results: re.Pattern[str]
    claimed: re.Pattern[str]
    claimed_behind: re.Pattern[str]
    aim: re.Pattern[str]
    base: re.Pattern[str]
    done: re.Pattern[str]
    direct: re.Pattern[str]
    supposed: re.Pattern[str]


def any_of(*patterns: str) -> re.Pattern[str]:
    """A pattern that finds what any of these does, in large and small letters."""
    return regex("|".join(patterns), re.IGNORECASE)
