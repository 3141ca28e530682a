"""Which way a change goes that words tell and its figure does not.

Of what has narrowed by 90 basis points nobody reads a sign: the margin has changed by -90, the cut
was one of 90. Under the name of a change it is negative. Points that leave their verb to a clause
before them (and that of shops by 2.1 points) and points worse are in doubt.
"""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.model import Sentence, Stated
from exporter.engine.regex import regex
from exporter.facts.folding import fold
from exporter.facts.words import turned

OPEN_WAY = "which way it moved is said by other words: see the sign"
_ABOUT = about_or("an?", "another", "a further")
_NARROWED = regex(
    r"\b(?:narrow|tighten|compress|shorten|erod|squeez)(?:e?s|e?d|ing)(?: [a-z]+ly)?"
    r" (?:(?:(?:its|the|their) (?:[\w-]+ ){1,4})?by )?"
    rf"{_ABOUT}[A-Z]{{0,3}}[$€£¥]?$",
    re.IGNORECASE,
)
_CHANGE = regex(r"\b(?:change|growth)\b")
_LESS_ZH = regex(
    "(?:减少|下降|降低|下滑|缩减|缩水|下调|下跌|省下|节省|节约)了?(?:近|约|逾|超过?|将近|大约|接近|至少|不到|人民币)*$"
)
_THAN_LESS_ZH = regex(
    "(?:较|比|低于)[^，。；]{0,16}[少低减省跌]了?(?:近|约|逾|超过?|将近|大约|接近|至少|不到)*$"
)
# 同比下降1.3%，降幅较上半年的|2.8%|有所收窄: under the name of a growth
_DROP_THAN_ZH = regex(
    "(?:降幅|跌幅|减幅|(?:下降|下滑|下跌)幅度)(?:则|也|仍)?(?:较|比|相较于?|相比于?|低于|小于|高于|大于)"
    "[^，。；]{0,14}?的?(?:近|约|逾|超过?)*$"
)
_FELL = regex(
    r"\b(?:fell|fall(?:s|ing|en)?|declin(?:ed|es|ing)|dropp(?:ed|ing)|slip(?:ped|s)|narrow(?:ed|s)"
    r"|decreas(?:ed|es)|shrank|weaken(?:ed|s)|eas(?:ed|es)|contract(?:ed|s)|lower|down)\b"
)
_ROSE = regex(
    r"\b(?:rose|ris(?:e|es|en|ing)|grew|grow(?:s|n)?|increas(?:ed|es)|improv(?:ed|es|ing)"
    r"|widen(?:ed|s)|climb(?:ed|s)|gain(?:ed|s)|expand(?:ed|s)|up|higher)\b"
)
_GAPPED = regex(rf"(?:,| and|, and|, while) (?P<who>(?:[\w’'-]+ ){{1,5}}?)by {_ABOUT}$")
_BELOW = regex(r" (?:below|lower|narrower)\b")
_WORSE = regex(r" (?:worse|poorer)\b")


def signed_as_named(stated: Stated, name: str, sentence: Sentence) -> Stated:
    """A figure with the sign that it has as a change, where its name says that it is one.

    Args:
        stated: The figure.
        name: What it is called.
        sentence: In which it stands.
    """
    head = sentence.text[: stated.start]
    is_open = stated.figures[0].either_sign and not stated.high and stated.value[:1] != "-"
    is_less = _NARROWED.search(head) or _BELOW.match(sentence.text, stated.end)
    is_change = _CHANGE.search(name) if is_less else _is_less_zh(fold(name), head)
    if is_open and is_change:
        return stated._replace(value=f"-{stated.value}", qualifier=turned(stated.qualifier))
    return stated


def _is_less_zh(name: str, head: str) -> bool:
    """Whether the words before a Chinese change say that it is one for less."""
    if name.endswith("变动") and _LESS_ZH.search(head):
        return True
    is_less = _THAN_LESS_ZH.search(head) or _DROP_THAN_ZH.search(fold(head))
    return name.endswith(("变动", "增速")) and is_less is not None


def way_doubted(stated: Stated, sentence: Sentence) -> str:
    """Why the sign of points is not sure; "" where it is."""
    if stated.unit.key not in {"pp", "bp"} or stated.value.startswith("-"):
        return ""
    head, tail = sentence.text[: stated.start], sentence.text[stated.end :]
    if _WORSE.match(tail):
        return OPEN_WAY
    gapped = _GAPPED.search(head)
    if gapped is None or any(said.search(gapped["who"]) for said in (_FELL, _ROSE)):
        return ""
    clause = re.split(r"[;:]", head[: gapped.start()])[-1]
    fell, rose = (
        max((one.end() for one in said.finditer(clause)), default=-1) for said in (_FELL, _ROSE)
    )
    return OPEN_WAY if fell > rose else ""
