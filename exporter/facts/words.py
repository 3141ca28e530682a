"""The words of a fact: languages, bilingual texts, qualifiers, statuses, reasons.

A fact is entity + metric + value + unit + qualifier + period + status, with its evidence.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, NamedTuple

from exporter.errors import Fault
from exporter.facts.placeholders import is_placeholder

Lang = Literal["en", "zh"]
LANGUAGES: tuple[Lang, ...] = ("en", "zh")


class Bilingual(NamedTuple):
    """One text in both languages."""

    en: str
    zh: str

    def in_(self, lang: Lang) -> str:
        """The text in `lang`."""
        return self.en if lang == "en" else self.zh


class Qualifier(StrEnum):
    """How a value is meant to be taken."""

    __hash__ = str.__hash__  # that of an Enum takes as long as comparing two sets of qualifiers

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at least"
    UP_TO = "up to"
    UNDER = "under"
    ORDER_OF = "order of"


class Status(StrEnum):
    """Whether what a fact states has happened."""

    ACHIEVED = "achieved"
    PLANNED = "planned"
    CLAIMED = "claimed"
    GUIDANCE = "guidance"  # what a company expects of its own results
    ESTIMATE = "estimate"  # what others expect or reckon
    WITHDRAWN = "withdrawn"  # what nobody upholds any more


QUALIFIER_LABELS: Mapping[str, Bilingual] = {
    Qualifier.EXACT: Bilingual("exact", "确切"),
    Qualifier.ABOUT: Bilingual("about", "约"),
    Qualifier.NEARLY: Bilingual("nearly", "近"),
    Qualifier.OVER: Bilingual("over", "超过"),
    Qualifier.AT_LEAST: Bilingual("at least", "至少"),
    Qualifier.UP_TO: Bilingual("up to", "最多"),
    Qualifier.UNDER: Bilingual("under", "不到"),
    Qualifier.ORDER_OF: Bilingual("order of", "量级"),
}
QUALIFIER_MARKS: Mapping[str, Bilingual] = {  # before a figure
    Qualifier.EXACT: Bilingual("", ""),
    Qualifier.ABOUT: Bilingual("≈ ", "≈ "),
    Qualifier.NEARLY: Bilingual("nearly ", "近 "),
    Qualifier.OVER: Bilingual("> ", "> "),
    Qualifier.AT_LEAST: Bilingual("≥ ", "≥ "),
    Qualifier.UP_TO: Bilingual("≤ ", "≤ "),
    Qualifier.UNDER: Bilingual("< ", "< "),
    Qualifier.ORDER_OF: Bilingual("~ ", "~ "),
}
STATUS_LABELS: Mapping[str, Bilingual] = {
    Status.ACHIEVED: Bilingual("achieved", "已实现"),
    Status.PLANNED: Bilingual("planned", "计划中"),
    Status.CLAIMED: Bilingual("claimed", "据称"),
    Status.GUIDANCE: Bilingual("guidance", "业绩指引"),
    Status.ESTIMATE: Bilingual("estimate", "预测"),
    Status.WITHDRAWN: Bilingual("withdrawn", "已撤回"),
}
_TURNED: Mapping[Qualifier, Qualifier] = {
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.AT_LEAST: Qualifier.UP_TO,
    Qualifier.UP_TO: Qualifier.AT_LEAST,
}
_ANSWERS = frozenset("y yes no true false ok okay none null 是 否 好".split())


def turned(qualifier: Qualifier) -> Qualifier:
    """What is so of -x where this is so of x: a fall of more than 10% is a change under -10%."""
    return _TURNED.get(qualifier, qualifier)


def is_reason(text: str) -> bool:
    """Whether a text says why; what one answers to yes or no does not."""
    words = text.strip(" .!。！").casefold()
    if is_placeholder(text):
        return False
    return any(map(str.isalpha, words)) and words not in _ANSWERS


def no_reason(text: str) -> Fault:
    """What is wrong with an `accept` that gives no reason."""
    right = "say in a few words why it is right as it stands, or leave `accept` out"
    said = f"accept: {text.strip()}".strip()
    return Fault(f"`{said}` gives no reason", right)
