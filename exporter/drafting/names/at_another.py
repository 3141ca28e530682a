"""Figures that stand beside one of the report's, and are told of another: and £5.25 at Pellmoor."""

from typing import TYPE_CHECKING

from exporter.drafting.exactness import ABOUT
from exporter.drafting.model import Guess
from exporter.drafting.names.clauses import NOT_KNOWN, Words
from exporter.engine.regex import regex

if TYPE_CHECKING:
    from exporter.drafting.names.known_names import Mention
    from exporter.drafting.names.strangers import Stranger

# £3.85 at Quark and | £5.25 | at Pellmoor; 7%, compared with | 31% | at Pellmoor
_AT_ANOTHER = regex(
    r"(?:[^,;.]|[.,](?=[0-9])){1,24}? at (?:rival )?[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)*"
    r"(?=[,;.)]|$| (?:and|but|while|which)\b)"
)
# Short of the | 25 per cent | achieved by Norway's Bokfin
_DONE_BY_ANOTHER = regex(
    r"(?:[^,;.]|[.,](?=[0-9])){1,20}? (?:that |which )?"
    r"(?:(?:was |were )?(?:achieved|reported|posted|earned|managed|made|enjoyed) (?:by|at)"
    r" (?:rival )?(?:[A-Z][\w-]*['’]s )?[A-Z][\w&-]*"
    r"|(?:rival )?[A-Z][\w&-]*(?: [A-Z][\w&-]*)*"
    r" (?:managed|achieved|reported|posted|enjoys|earns))\b"
)
_MEASURED_AGAINST = regex(
    r"\b(?:short of|shy of|below|above|ahead of|against|versus|than|compared (?:with|to))"
    rf" (?:the )?{ABOUT}\W?$"
)
_SET_AGAINST = regex(
    rf"\b(?:compared (?:with|to)|against|versus|vs\.?|than(?: the)?) {ABOUT}[$€£¥]?$"
)
_AND = regex(rf",? (?:and|but|while|against|or) {ABOUT}[$€£¥]?$")
_AT_NAME = regex(r"\bat\s+(?:the\s+)?$")


def at_another(words: Words, start: int) -> Guess[str] | None:
    """Nobody of the report's, told beside one of theirs: and | £5.25 | at Pellmoor."""
    before = words.text[:start]
    if _MEASURED_AGAINST.search(before) and (done := _DONE_BY_ANOTHER.match(words.text, start)):
        is_known = any(start <= one.start < done.end() for one in words.names)
        return None if is_known else Guess("", NOT_KNOWN)
    found = _AT_ANOTHER.match(words.text, start)
    either: list[Mention | Stranger] = [*words.names, *words.strangers]
    if found is None or any(start <= one.start < found.end() for one in either):
        return None
    is_set_against = _SET_AGAINST.search(before) is not None
    is_beside = _AND.search(before) is not None and any(
        one.end <= start and _AT_NAME.search(words.text[: one.start]) for one in words.names
    )
    return Guess("", NOT_KNOWN) if is_set_against or is_beside else None
