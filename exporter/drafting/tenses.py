"""Whether a clause speaks of what comes, or of how things stand on the day of publication."""

import re

from exporter.evidence.reading.vocabulary.verbs import SINGULAR
from exporter.facts.folding import fold
from exporter.facts.words import Lang

_FUTURE_EN = re.compile(
    r"\b(?:will|shall|won't|expects?|anticipates?|plans?|targets?|aims?|intends?"
    r"|hopes?|forecasts?|projects"
    r"|guid(?:es|ing|ance)|outlook|is set to|are set to|is due to|are due to"
    r"|is expected|are expected"
    r"|is likely|going to|estimates? (?:that|its|for|to)|expecting|planning|aiming"
    r"|targeting|would)\b",
    re.IGNORECASE,
)
_FUTURE_ZH = re.compile(
    "预计|将(?!近|军|其|该)|计划|拟|力争|目标|有望|预期|预测|预估|展望|争取|规划|打算|准备|指引|料将"
)
_PRESENT_EN = re.compile(
    r"\b(?:has|have|is|are|employs?|operates?|owns?|serves?|runs?|holds?|counts?"
    r"|covers?|accounts? for|makes?"
    r"|sells?|costs?|offers?|uses?|produces?|generates?|remains?|stands?|boasts?"
    r"|spans?|contains?|includes?|supports?"
    r"|reaches|exceeds?|excludes?|equals?|amounts?|consists?|ranges?|provides?"
    r"|bears?|represents?|works?|earns?|pays?|ranks?|carries|carry|charges?|takes?"
    r"|needs?"
    r"|requires?|lists?|sees?|can|contributes?)\b",
    re.IGNORECASE,
)
_PAST_EN = re.compile(
    r"\b(?:was|were|had|did|rose|fell|grew|made|sold|won|lost|came|went|took|built"
    r"|cut|shrank|swung|spent|paid"
    r"|bought|held|ran|began|stood|hit|saw|led|became|drove|brought|kept|met|beat"
    r"|slid|gave|left|got|earned"
    r"|(?!(?:need|exceed|proceed|feed|speed|indeed|seed|based|listed|located|named"
    r"|called|limited|united)\b)"
    r"[a-z]{2,}ed)\b"
)
_PRESENT_ZH = re.compile(
    "目前|现有|拥有|已(?!于|在|经于)|累计|平均每|每天|每日|日均|如今|至今|迄今|当前|共有|设有|覆盖|遍布|位于|注册用户|售价|定价|起售|每股面值|是一家"
)
_NOW_EN = re.compile(r"\b(?:now|currently|today|so far|to date)\b", re.IGNORECASE)


def simplified(text: str) -> str:
    """A text in the characters that the tables of words have: simplified ones, plain apostrophes.

    Lengths are kept, and a full-width semicolon stays one, since it ends a clause.
    """
    return fold(text.replace("；", _KEPT)).replace(_KEPT, "；")


_KEPT = "\ue000"  # a character for private use


def is_future(text: str, lang: Lang) -> bool:
    """Whether a text speaks of what comes."""
    return bool((_FUTURE_ZH if lang == "zh" else _FUTURE_EN).search(text))


def is_present(text: str, lang: Lang) -> bool:
    """Whether a text tells how things stand, and not what happened in a period."""
    if lang == "zh":
        return bool(_PRESENT_ZH.search(text))
    if _NOW_EN.search(text):
        return True
    is_present = _PRESENT_EN.search(text) or not SINGULAR.isdisjoint(text.lower().split())
    return bool(is_present) and not _PAST_EN.search(text)
