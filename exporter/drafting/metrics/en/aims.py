"""English aims and forecasts, named by what they are of, which stands beside or before them."""

import re

from exporter.drafting.exactness import ABOUT_ONE
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import is_name, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site, of_earlier
from exporter.drafting.metrics.en.words import METRICS
from exporter.engine.regex import regex
from exporter.evidence.reading import Role, read_figures

COMPARING = frozenset("ahead behind more less fewer higher lower above below up down of".split())


def by_aim(site: Site) -> str:
    """The name of a figure that somebody aims at or sees coming; "" for another one."""
    name = _expected_of(site) or _of_aim(site) or _growth_seen(site) or _revised(site)
    return name or _growth_beside(site) or _as_forecast_before(site)


# Points to food costs that he expects to rise by | 5%
_EXPECTED_OF = regex(
    r"(?:\b(?:to|on|of|about|by|from|for|with|at|in|over|and|citing|flagged|sees) |^|[;,] )"
    r"(?:the |its |their |our |higher |lower )?(?P<what>(?!(?:the|a|an|and) )[A-Za-z][a-z-]*"
    r"(?: (?!(?:and|of|to|for|on)\b)[a-z-]+){0,2}?),? (?:that|which) (?:he|she|it|they|we|analysts"
    r"|the (?:company|group|broker|bank|firm)|[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)?)"
    r" (?:now |still )?(?:expects?|expected|sees|forecasts?|predicts?|predicted|thinks|reckons) "
    r"(?:to |will )?(?P<moves>rise|fall|grow|climb|drop|increase|decline|shrink|jump|ease|slip)"
    rf" (?:by )?(?:between )?{ABOUT_ONE}$"
)


def _expected_of(site: Site) -> str:
    """The change that somebody expects of what a relative clause stands behind."""
    found = _EXPECTED_OF.search(site.before) if site.is_share else None
    what = found["what"] if found is not None else ""
    if not what or what.split()[-1].lower() not in METRICS:
        return ""
    return name_of_change(sentence_case([what]), site)


# Our target of a | 16% | margin; a goal of | 400 | shops
_AIM = regex(
    rf"\b(target|goal|ambition|aim|objective)s? (?:of|for) (?:an? |the )?{ABOUT_ONE}$",
    re.IGNORECASE,
)


def _of_aim(site: Site) -> str:
    """An aim by what it is of, which stands behind the figure."""
    if not (site.is_share or site.is_counted) or not (aim := _AIM.search(site.before)):
        return ""
    words = words_right(site.tokens, site.at + 1)
    end = next((n for n, one in enumerate(words) if one.lower in {"by", "in", "for", "from"}), 9)
    name = phrase_of(words[:end], site.names)
    if not name or is_name(words[:end], site.names) or name.lower().split()[0] in COMPARING:
        return ""
    return f"{name} {aim[1].lower()}"


# Its forecast for growth in global container demand this year to | 2%
_GROWTH_SEEN = regex(
    r"\b(?P<aim>forecast|outlook|estimate|projection|guidance|target)s? (?:for|of)"
    r" (?:the )?(?:annual )?(?P<word>growth|rise|increase|decline|fall|drop) in (?:the )?"
    r"(?P<what>[a-z][\w’'-]*(?: [\w’'-]+){0,4}?)"
    r"(?P<when> (?:this|next|last|the full) (?:\w+ )?(?:year|quarter)| (?:in|for) (?:FY)?20\d\d)?"
    r"(?: (?P<from>(?:to|at|of|from) [^,;a-z]{1,14} ?))? (?:to|at|of|from|was|is)"
    rf" (?:between )?{ABOUT_ONE}$"
)


def _growth_seen(site: Site) -> str:
    """A forecast by what it says will grow."""
    seen = _GROWTH_SEEN.search(site.before) if site.is_share else None
    if seen is None:
        return ""
    word = "growth" if seen["word"] in {"growth", "rise", "increase"} else "decline"
    what = re.sub(r"^numbers of | numbers?$", "", seen["what"])
    return sentence_case([f"{what} {word} {seen['aim']}"])


# Left its sales outlook unchanged and still sees growth of about | 5%
_GROWTH_BESIDE = regex(
    r"\b(?:its|their|our|his|her|the) (?:(?:full-year|annual|own|medium-term|20\d\d) )*"
    r"(?:(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){0,2}) (?:outlook|guidance|forecasts?|targets?)"
    r"|(?:outlook|guidance|forecasts?|targets?) (?:for|on)"
    r" (?P<on>[a-z][\w-]*(?: [a-z][\w-]*){0,2}))"
    r"(?: (?:unchanged|in place|intact|steady|as it was))?,? and (?:(?:still|now|it|they|we) )*"
    r"(?:continue[sd]? to )?(?:sees?|saw|expect(?:s|ed)?|forecasts?|anticipate[sd]?"
    r"|predict(?:s|ed)?|project(?:s|ed)?|looks? for|guide[sd]? (?:for|to))"
    rf" (?:an? )?(?P<word>growth|rise|increase|decline|fall|drop) of (?:between )?{ABOUT_ONE}$"
)
_OF_YEAR = regex(
    r" ?(?:[.,;]|$|(?:for|in|over) (?:the |this )?(?:full |whole |current |fiscal |financial )*"
    r"(?:year|FY|20\d\d)|(?:this|next) (?:\w+ )?year|a year|annually|again|compared)"
)
# Not margins or spending: who left those unchanged may see sales grow.
_GROWING = frozenset(
    "sales revenue revenues turnover volume volumes profit profits earnings income orders bookings "
    "deliveries shipments output production premiums".split()
)


def _growth_beside(site: Site) -> str:
    """The bare growth that somebody sees whose outlook for a metric is told beside it."""
    found = _GROWTH_BESIDE.search(site.before) if site.is_share else None
    what = (found["what"] or found["on"]) if found else ""
    if found is None or what.split()[-1] not in _GROWING or not _OF_YEAR.match(site.behind):
        return ""
    fell = found["word"] in {"decline", "fall", "drop"} and site.figure.value > 0
    return name_of_change(sentence_case([what]), site, dropped=fell)


# Lowered their forecast for pre-tax profit this year by | 16% | to | 44 million; from | 4% to | 5%
_REVISED = regex(
    r"\b(?P<doing>cut|lower|trim|slash|reduc|rais|lift|increas|upgrad|downgrad|hik|nudg)\w*"
    r" (?:up |down )?(?:his|her|its|their|our|the) (?:[a-z-]+ )?(?P<aim>forecast|estimate"
    r"|projection|outlook|guidance|target)s? (?:for|of|on) (?:the |its |annual |group |full-year )*"
    r"(?P<what>[a-z][\w-]*(?: (?!(?:this|next|last|in|for|by|to|from)\b)[\w-]+){0,4})"
    r"(?: (?:(?:this|next) (?:\w+ )?year|(?:in|for) (?:the \w+ year|(?:FY)?20\d\d)))?"
    rf"(?P<by> by {ABOUT_ONE}(?P<change>[^,;a-z]{{1,12}}(?:per ?cent)? ?)?)?"
    rf"(?P<from> from {ABOUT_ONE}(?:[A-Z]{{0,3}}\W?[0-9][^,;a-z]{{0,10}}"
    r"(?:[a-z]{1,3}|per ?cent|[mb]illion)? ?)?)?"
    rf"(?P<to>(?:^| )?to {ABOUT_ONE})?[A-Z]{{0,3}}\W?$"
)
_FELL = ("cut", "lower", "trim", "slash", "reduc", "downgrad")


def _revised(site: Site) -> str:
    """A forecast for a metric that is raised or cut, and by how much."""
    found = _REVISED.search(site.before)
    if found is None or found["what"].split()[-1] not in METRICS:
        return ""
    name = sentence_case([f"{found['what']} {found['aim']}"])
    if found["to"] or found["from"]:
        return name
    is_by = found["by"] and not found["change"]
    if not is_by:
        return ""
    dropped = found["doing"].startswith(_FELL) and site.figure.value > 0
    return name_of_change(name, site, dropped=dropped)


# Kept its own market forecast at about | 3%
_OWN_AIM = regex(
    r"\b(?:its|their|his|her|our) own (?:[a-z]+ )?(?:forecast|estimate|projection|outlook|target"
    rf"|view|guidance) (?:at|of|to|for|is|was) {ABOUT_ONE}$"
)
_AIMED = regex(r"\b(?:forecast|estimate|projection|outlook|target|guidance)\b", re.IGNORECASE)


def _as_forecast_before(site: Site) -> str:
    """What somebody has an own forecast of, after the sentence before told another's."""
    if not site.earlier or _OWN_AIM.search(site.before) is None:
        return ""
    figures = read_figures(site.earlier)
    for one in reversed(figures):
        if one.dimension == site.figure.dimension and one.role is not Role.HIGH:
            guess = of_earlier(site, one, figures)
            own = sentence_case([guess.value.removeprefix("Previous ")])
            return own if _AIMED.search(own) and not guess.doubt else ""
    return ""
