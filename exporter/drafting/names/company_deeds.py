"""What an English name does in its sentence, or is called, that shows that it is a company's.

Some verbs are those of companies alone: posted, shipped. Others are of anybody: has, rose.
"""

import re

from exporter.engine.regex import regex

_NEAR = 40  # characters before a name, more than the longest of these words
# What stands between a company and what it does: CATL, the market leader, has.
_BESIDE = r"(?:(?:,[^,.;]{3,60}){1,2}(?=,)|,\s+which)?"
# What companies do with figures, whichever they are.
_DOES = regex(
    rf"\.?{_BESIDE},?\s+(?:also\s+|has\s+|had\s+|itself\s+|on\s+\w+day\s+"
    r"|(?:last|this|earlier\s+this|late\s+last)\s+(?:week|month|year|quarter)\s+|yesterday\s+|today\s+"
    rf"|in\s+[A-Z][a-z]+\s+|recently\s+)?(?:reported|posted|recorded|booked|delivered|sold"
    r"|earned|generated|employs?|operates?|owns|spent|shipped|produced|logged|unveiled|acquired"
    r"|mined|pumped|drilled|flew|carried|handled|published|built|brewed|enrolled|treated"
    r"|harvested|processed|refined|leased"
    r"|reports|posts|sells|delivers|ships|produces|makes|expects|plans)\b"
)
_IS = regex(
    rf"\.?{_BESIDE},?\s+(?:(?:also|now|still|then)\s+){{0,2}}(?:said|says|has|had|was|is|will"
    r"|saw|grew|rose|fell|lost|paid|raised|cut|opened|holds|held|serves|launched|announced|claims"
    r"|claimed|runs|ran|made|trades|traded|shares|stock|jumped|gained|climbed|added|advanced"
    r"|surged|soared|slipped|slid|dropped|declined|tumbled|sank|plunged|shed|closed|ended)\b"
)
# What somebody does who is called a rival, a discounter, whichever it is.
_CALLED_DOES = regex(
    r"\.?(?:,[^,.;]{3,60}(?=,))?,?\s+(?:(?:still|also|now|already|has|had|is|was|will)\s+)?(?!and\b|or\b|as\b|is\b)"
    r"(?:[a-z]+(?:s|ed)\b|has|had|was|is)"
)
_WHICH = regex(r",\s+(?:which|who|whose)\b")
# Of whom somebody tells: it reckons Basketly, which is private, has taken three points.
_TELLS_OF = regex(
    r"\b(?:reckons?|says?|said|believes?|thinks?|notes?|noted|argues?|estimates?|that|while|whereas|but|as)\s+$"
)
_ASIDE_DOES = regex(
    r",\s+(?:which|an?|the|its|owned|backed|based|listed)\b[^,.;]{2,50},\s+"
    r"(?:has|had|have|is|was|will|can|now|still|[a-z]+(?:ed|s))\b"
)
_CALLED = regex(
    r"\b(?:rivals?|competitors?|peers?|supplier|customer|partner|retailer|[a-z]*maker|lender"
    r"|insurer|discounter|grocer"
    r"|brewer|builder|carrier|utility|chain|giant|upstart|newcomer|challenger|-owned|-backed"
    r"|-listed|-based"
    r"|airline|miner|start-?up|group|firm|company|developer|producer|operator|distributor|while"
    r"|whereas)\s+$",
    re.IGNORECASE,
)
# Said beside a name: a rival, which competes with.
_RIVAL_ASIDE = regex(
    r",\s+(?:an?|the|its|another|which|whose|one\s+of)\s[^.;]{0,60}?\b(?:rivals?|competitors?"
    r"|peers?|competes?|other)\b"
)


def is_called_one(text: str, start: int, end: int) -> bool:
    """Whether the words around a name call it a company: rival Lampo; Lampo, its rival."""
    return bool(_CALLED.search(_before(text, start)) or _RIVAL_ASIDE.match(text, end))


def acts(text: str, start: int, end: int, is_known: bool) -> bool:
    """Whether a name does what companies do.

    Args:
        text: The sentence.
        start: Where the name begins in it.
        end: Where it ends.
        is_known: Whether it is known for a company's, so that any verb will do.
    """
    if _RIVAL_ASIDE.match(text, end) or _DOES.match(text, end):
        return True
    if is_known and _IS.match(text, end):
        return True
    before = _before(text, start)
    if _CALLED.search(before) and (_CALLED_DOES.match(text, end) or _WHICH.match(text, end)):
        return True
    return bool(_TELLS_OF.search(before) and _ASIDE_DOES.match(text, end))


def _before(text: str, start: int) -> str:
    return text[max(start - _NEAR, 0) : start]
