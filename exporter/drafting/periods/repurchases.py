"""Share buybacks that are approved or announced: to be done, and of no period.

New share buyback of up to |£40 million| announced; approved an additional |$300 million| in share
repurchases.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.engine.regex import regex

_BUYBACK = r"(?:buy-?backs?|repurchases?)"
_DECIDED = r"(?:(?:has|have) been )?(?:approved|authori[sz]ed|announced|launched|unveiled|agreed)"
_UP_TO = rf"{ABOUT}[A-Z]{{0,3}}\W?$"
_MILLION = r"(?: ?(?:[mb]illion|[mb]n?)\b)?"
# approved an additional |$300 million| in share repurchases
_DECIDES = regex(
    r"\b(?:approv|authori[sz]|announc|launch|unveil)(?:es|ed|ing) "
    rf"(?:an? |another |the |its )?(?:additional |further |extra |new |second )*{_UP_TO}",
    re.IGNORECASE,
)
_TO_BUY = regex(
    rf"{_MILLION} (?:(?:in|of|for) )?"
    rf"(?:(?:additional|further|new|share|stock|common|open-market) )*{_BUYBACK}\b",
    re.IGNORECASE,
)
# New share buyback of up to |£40 million| announced, as a headline says it
_OF = regex(
    rf"^\W*(?:(?!(?:by|from)\b)[\w-]+ ){{0,5}}?{_BUYBACK}(?: (?:programme|program|plan))?"
    rf" (?:of|for|worth) {_UP_TO}",
    re.IGNORECASE,
)
_IS_DECIDED = regex(rf"{_MILLION} {_DECIDED}(?: today)?[.;]?\s*$", re.IGNORECASE)
# |£30 million| share buyback announced
_OPENS = regex(rf"^\W*(?:(?:an? )?(?:additional |further |new )*){_UP_TO}", re.IGNORECASE)
_BUYBACK_DECIDED = regex(
    rf"{_MILLION} (?:(?:additional|further|new|share|stock) )*{_BUYBACK}"
    rf"(?: (?:programme|program|plan))? {_DECIDED}(?: today)?[.;]?\s*$",
    re.IGNORECASE,
)
# of which so much has been spent, or which is over
_DONE = regex(r"\b(?:completed|spent|bought|executed|cancelled|of which)\b", re.IGNORECASE)


def is_buyback_decided(text: str, start: int, end: int) -> bool:
    """Whether an English figure is what a company has just decided to buy its shares for.

    Args:
        text: The sentence.
        start: Offset of the figure's first digit or sign.
        end: Offset behind the figure.
    """
    head = text[:start]
    if _DONE.search(text, end):
        return False
    return any(
        before.search(head) and behind.match(text, end)
        for before, behind in (
            (_DECIDES, _TO_BUY),
            (_OF, _IS_DECIDED),
            (_OPENS, _BUYBACK_DECIDED),
        )
    )
