"""Columns of one period on two bases: 2024 (as restated), 2024 (as reported).

What was restated stands for the period now; what was reported then has that in its name.
"""

from collections.abc import Sequence

from exporter.drafting.tables.columns import Column
from exporter.engine.regex import regex

_IN_BRACKETS = regex(r"\(([^()]*[a-z\u4e00-\u9fff][^()]*)\)|(调整[前后])")
_NOW = regex(r"(?:as )?(?:restated|revised|adjusted|recast)|.*(?<!un)restated.*|调整后|经重[列述]")
_NO_BASIS = regex(r"(?:un)?audited|reviewed|(?:in|[$€£¥]).*|notes? [0-9]+")


def basis_of_twin(columns: Sequence[Column], at: int) -> str:
    """On which basis a column tells the period that another tells, too; "" where it stands now.

    Args:
        columns: Of the table.
        at: Which of them.
    """
    if at >= len(columns) or columns[at].compares:
        return ""
    said = _basis(columns[at].own)
    plain = _plain(columns[at].own)
    twins = [one for one in columns if not one.compares and _plain(one.own) == plain]
    others = {_basis(one.own) for one in twins} - {said}
    return said if others and said and not _NOW.fullmatch(said) else ""


def _basis(own: str) -> str:
    found = [one or two for one, two in _IN_BRACKETS.findall(own)]
    return next((words.strip() for words in found if not _NO_BASIS.fullmatch(words.strip())), "")


def _plain(own: str) -> str:
    return " ".join(_IN_BRACKETS.sub(" ", own).split())
