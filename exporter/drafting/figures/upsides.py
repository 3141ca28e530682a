"""How much further somebody thinks that something may rise or fall: a | 5% | downside to earnings.

It is what they think, and of no period but one that is said for it.
"""

from exporter.engine.regex import regex

_SIDE = regex(
    r"(?: of)? (?P<side>upside|downside)(?: (?:risk|potential))?\b"
    r"(?: (?:to|in|for|from|on) (?:(?:the|its|their|his|her|current) )*"
    r"(?P<what>(?:(?!(?:for|in|by|from|and|but|after|if|as|at|over|on|with|this|next|when)\b)"
    r"[\w&’'-]+ ?){1,5}))?"
)
_SIDE_BEFORE = regex(
    r"\b(?P<side>upside|downside) (?:risk |potential )?(?:to|in|for) (?:(?:the|its|their|his|her"
    r"|current) )*(?P<what>(?:[\w&’'-]+ ){1,4}?)of (?:about |around |some |up to |a )?$"
)
_FURTHER = regex(r"\b(?:further|another|additional)(?: (?:about|some|roughly))? $")


def upside(text: str, start: int, end: int) -> str:
    """What a figure is called that says how far something may go; "" for any other."""
    side = _SIDE.match(text, end) or _SIDE_BEFORE.search(text[:start])
    if side is None:
        return ""
    further = "Further " if _FURTHER.search(text[:start]) else ""
    what = (side["what"] or "").strip()
    name = f"{further}{side['side']}" + (f" to {what}" if what else "")
    return name[0].upper() + name[1:]
