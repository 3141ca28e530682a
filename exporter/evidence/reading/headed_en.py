"""A measure that heads an English sentence: Tonnes milled amounted to 318,000 (2025: 297,000)."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.units import PHRASES, TextUnit, phrase_at
from exporter.evidence.reading.vocabulary.verbs import PARTICIPLES

_MEASURED = frozenset("mass volume energy power area length oil data".split())
_BEGINS = frozenset({"", ".", ";", "!", "?", ":"})
# What may stand between the participle and the number: Ounces sold in the year rose by a tenth.
_SAYS = regex(
    r"(?: (?:in|at|during|for|over|by) (?:the |all |our |its )?(?:[a-z]+ ){0,3}?(?:[a-z]+))?"
    r" (?:amounted to|came to|totalled|totaled|reached|hit|were|was|stood at|rose to|fell to"
    r"|climbed to|dropped to|grew to|increased to|decreased to|declined to|slipped to|edged up to"
    r"|edged down to|averaged|came in at)? ?(?:about |nearly |some |over |just |roughly |almost )?"
)
_AGAINST = regex(
    r",? ?\(?(?:(?:up |down )?from|against|versus|vs\.?|compared (?:with|to)|[a-z0-9/ ]{1,20}:) "
    r"(?:about |nearly |some |the )?"
)
_ENDS = frozenset({"", ".", ",", ";", ")", "(", "from", "against", "versus", "vs", "compared", "in",
                   "and", "up", "down", "while", "a", "last", "at", "on", "before"})  # fmt: skip


def with_units_heading(quantities: list[Quantity], text: Text) -> list[Quantity]:
    """Bare quantities in the measure that their sentence begins with, and what they are against."""
    if text.is_chinese or PHRASES.keys().isdisjoint(text.words):
        return quantities
    found = list(quantities)
    for at, quantity in enumerate(found):
        if not quantity.is_bare or quantity.is_attribute or text.word(quantity.last) not in _ENDS:
            continue
        before = found[at - 1] if at else None
        unit = _unit_heading(text, quantity, before)
        if unit is None and before is not None and before is not quantities[at - 1]:
            gap = text.lower[before.end : quantity.start]
            unit = before.unit if _AGAINST.fullmatch(gap) else None
        if unit is not None:
            found[at] = quantity._replace(unit=unit, counted=True)
    return found


def _unit_heading(text: Text, quantity: Quantity, before: Quantity | None) -> TextUnit | None:
    """The measure at the head of a quantity's sentence, with what was done: tonnes milled."""
    first = before.last if before else 0
    at = next((n for n in range(quantity.first - 1, first, -1) if text.words[n] in _BEGINS), -1) + 1
    if at <= first and before is not None:
        return None
    found = phrase_at(text.words, at) if text.word(at) in PHRASES else None
    if found is None or found[1].dimension not in _MEASURED:
        return None
    done = at + found[0]
    word = text.word(done)
    is_done = word.endswith("ed") or word in PARTICIPLES
    if not is_done or text.word(done - 1)[-1:] != "s" or done >= quantity.first:
        return None
    said = text.lower[text.ends[done] : quantity.start]
    return found[1] if _SAYS.fullmatch(said) else None
