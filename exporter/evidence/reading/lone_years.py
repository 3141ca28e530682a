"""Years that stand by themselves: in 2014, 2023 results, 截至2023; not 2000 stores."""

from exporter.evidence.reading.date_parts import (
    FIGURE_BEFORE,
    Found,
    is_counted,
    mention_of,
    year_in,
)
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary.dates import FISCAL, OF_A_YEAR

_SPANNING = frozenset("- ~ — 至 到 to".split())


def lone_year(text: Text, at: int) -> Found | None:
    """A bare year: in 2014, 2023 results, (2022: 900), 截至2023; not 2000 stores."""
    before, after = text.word(at - 1), text.word(at + 1)
    touching = text.touches(at)
    if touching and (
        after in {"%", "‰", "+", "x", "*", "^", "°"} or (after.isascii() and after.isalpha())
    ):
        return None
    if (
        before in {"$", "€", "£", "¥", "rmb", "us$", "no", "#"}
        and text.ends[at - 1] + 1 >= text.starts[at]
    ):
        return None
    if _is_vintage(text, at):
        return [mention_of(text, at, at + 1, year=year_in(text.words[at]))], at + 1
    other = text.word(at + 2) if after in _SPANNING else ""
    if (
        other.isdecimal()
        and (year_in(other) is None or is_counted(text, at + 2))
        and not _is_when_it_went_to(text, at)
    ):
        return None  # 1900-2200元
    if is_counted(text, at) or (
        before in FIGURE_BEFORE and not touching and after not in OF_A_YEAR
    ):
        return None
    is_fiscal = after in FISCAL and text.word(at + 2) == "year"
    end = at + 3 if is_fiscal else at + 1
    year = year_in(text.words[at])
    return [mention_of(text, at, end, year=year, is_fiscal=is_fiscal)], end


# What stands before the year in which something went to a number.
_WENT_IN = frozenset("in since during for early late mid end fiscal".split())
_PART_OF = frozenset("end start beginning middle close half turn".split())


def _is_when_it_went_to(text: Text, at: int) -> bool:
    """From 12% in 2022 to 15%, from 5 million at the end of 2021 to 8 million: no range of them.

    In 2000 to 2500 MW it is one: its ends have as many digits. By 2000 to 500 may say by how many.
    """
    before = text.word(at - 1)
    is_when = (
        before in _WENT_IN
        or (before == "of" and text.word(at - 2) in _PART_OF)
        or (before == "by" and text.word(at + 3) == "%")
    )
    return is_when and text.word(at + 1) == "to" and len(text.word(at + 2)) < len(text.words[at])


def _is_vintage(text: Text, at: int) -> bool:
    """The class of 2019, vintage 2019 loans, 2020-vintage bonds."""
    if text.word(at - 1) == "of" and text.word(at - 2) in {"class", "vintage", "cohort"}:
        return True
    after = text.word(at + 2) if text.word(at + 1) == "-" else text.word(at + 1)
    return "vintage" in {text.word(at - 1), after}
