"""How old somebody is, said by the way: Ms Chen, | 47 |, aged 18 to 34, under 30; 42岁的业主.

An age on average is stated.
"""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_OF_A_PERSON = regex("岁(?:的|[，。；、）)]|$)")  # 42岁的业主; 平均36岁 is stated
_MEAN_AGE = regex("平均|年龄|中位|人均|寿命|岁数|工龄|退休")
# Kees de Wit, | 54 |, has run it since: how old somebody is
_SOMEBODY = regex(r"[A-Z][\w'’-]+ (?:(?:van|von|de|der|di|da|del|bin|al) )*[A-Z][\w'’-]+, $")
_IS_SOMEBODY = regex(r", (?:who|has|had|is|was|a|an|the|its|joined|took|founded|runs|said|will)\b")
_AGED = regex(r"\b(?:aged?|ages)(?: (?:between|over|under|from))? $", re.IGNORECASE)
_AGE_ZH = regex("(?:[他她]|年[近过满]|现年|年仅|今年)$")
_AGE_BEHIND_ZH = regex("[0-9一二三四五六七八九十]+(?:出头|多?岁)")
_AGE_BEFORE = regex(
    r"[A-Z][a-z]+ (?:[A-Z][\w.'’-]* )?[A-Z][\w'’-]+, $|\b(?:Mr|Ms|Mrs|Dr) [A-Z][\w'’-]+, $"
)
# Nobody under | thirty |, women over | fifty |; not: nobody under 1.2 metres
_PEOPLE_OVER = regex(
    r"\b(?:(?:no|any|every|some)(?:body|one| one)|those|all|most|few|people|adults?|wom[ae]n|m[ae]n"
    r"|child(?:ren)?|kids|boys|girls|youngsters|guests?|consumers?|visitors|fans|parents"
    r"|(?!orders\b|offers\b|numbers\b|others\b|papers\b)[a-z]+ers"
    r"|residents|pensioners|students|patients|staff|of them|of whom)"
    r"(?: (?:who (?:is|are)|well|just|much))? (?:under|over|below|above)(?: the age of)? $",
    re.IGNORECASE,
)
# 40% of its patients are over | 60 |; a fifth are under | 18
_ARE_OVER = regex(
    r"(?:%|\bper ?cent|\bhalf|\bthird|\bquarter|\bfifth|\btenth|\bmost|\bmany|\bpatients|\bstaff"
    r"|\bcustomers|\bmembers|\bpeople|\bworkers|\bdrivers|\breaders|\bviewers|\bwhom)"
    r" (?:are|is|were|was) (?:now )?(?:over|under|above|below|aged)(?: the age of)? $",
    re.IGNORECASE,
)
_OLDEST = 105
_NO_MORE = regex(r" (?:different|separate|of|per ?cent|times|other)\b|[-–]")


def is_age(figure: Figure, before: str, behind: str) -> bool:
    """Whether a number says how old somebody is.

    Args:
        figure: As it was read.
        before: What stands before it in its sentence.
        behind: What stands after it.
    """
    if _AGED.search(before) or (_AGE_BEFORE.search(before) and behind.startswith(",")):
        return True
    if _AGE_ZH.search(before) and _AGE_BEHIND_ZH.match(f"{figure.text}{behind}"):
        return True
    if _OF_A_PERSON.match(behind) and not _MEAN_AGE.search(before[-12:]):
        return True
    if figure.dimension == COUNT and 0 < figure.value <= _OLDEST and _PEOPLE_OVER.search(before):
        return _NO_MORE.match(behind) is None
    if figure.text.isdecimal() and int(figure.text) <= _OLDEST and _ARE_OVER.search(before):
        return re.match(r"(?:[.,;]|$| (?:and|but|when|while)\b)", behind) is not None
    is_bare = figure.dimension == COUNT and figure.text.isdecimal() and len(figure.text) == 2
    return bool(is_bare and _IS_SOMEBODY.match(behind) and _SOMEBODY.search(before))
