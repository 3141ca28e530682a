"""Clauses that turn from who told something to another company, which tells of itself.

Persimmon said that prices rose 4%, |and Bellway has stuck to its guidance of| 8,600 completions.
"""

from exporter.drafting.model import Setting
from exporter.drafting.names.opinions import entities_of
from exporter.drafting.names.told import Told
from exporter.engine.regex import regex

_TURNS = regex(
    r", (?:and|but|while|whereas) (?=(?P<clause>[A-Z][^;]{0,90}?"
    r" (?:which|whose|has|have|is|stuck|kept|cut|raised|lifted|lowered|trimmed|held"
    r"|maintained|reiterated|confirmed|reaffirmed|repeated|left|reported|posted|sold|made|built)\b[^;]*))"
)
_ITS_GUIDANCE = regex(
    r"\bits (?:[\w-]+ ){0,3}?(?:guidance|forecasts?|targets?|outlook|range|plans?|expectations?)\b"
)


def turned_to(found: Told, at: int, text: str, setting: Setting) -> str | None:
    """Who tells what stands at a place instead of a company that told what stood before it.

    None where the clause does not turn to another company; "" where that guides to nothing, and
    so the source itself tells of it.

    Args:
        found: Who told what stood before.
        at: Where the figure stands.
        text: The sentence.
        setting: With the report's entities.
    """
    if setting.lang != "en" or found.follows or found.is_for_all or found.end > at:
        return None
    known = entities_of(setting.entities)
    tellers = {one.name for one in known.mentions(found.who)}
    if not tellers:
        return None
    *_, turn = (None, *_TURNS.finditer(text, found.end, at))
    if turn is None:
        return None
    clause = text[turn.end() : at]
    first = next(iter(known.mentions(clause)), None)
    if first is None or first.start > 0 or first.name in tellers or first.owns:
        return None
    return clause[: first.end] if _ITS_GUIDANCE.search(clause) else ""
