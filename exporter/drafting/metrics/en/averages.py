"""What is told of the average one of a kind, how old it is, how long it runs; rises on average."""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import singular
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import SMALL_WORD
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_average(site: Site) -> Guess[str] | None:
    """The name of a span of time of the average one, or of a rise on average; None elsewhere."""
    if site.is_share:
        moved = _moved(site)
        return Guess(moved) if moved else None
    name = (_age(site) or _length(site)) if "time" in site.figure.dimension else ""
    return Guess(name) if name else None


# The average school bus in America is more than | 11 years | old
_AVERAGE = regex(
    r"\b[Tt]he average (?P<what>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?"
    r"(?: (?:in|on|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?)"
    rf" (?:is|was|are) (?:now |already |still )?{ABOUT}$"
)


def _age(site: Site) -> str:
    """How old the average one of a kind is."""
    is_age = site.behind.startswith((" old", " years old"))
    found = _AVERAGE.search(site.before) if is_age else None
    return f"Average age of {found['what']}" if found else ""


# The average new contract runs for | 4.2 years
_RUNS = regex(
    rf"\b[Tt]he average (?P<what>(?:{SMALL_WORD} ){{0,2}}?(?:contract|lease|agreement|loan|tenancy"
    rf"|stay|subscription|policy)) (?:now )?(?:runs?|lasts?|ran|lasted)(?: for)? {ABOUT}$"
)


def _length(site: Site) -> str:
    """How long the average one of a kind runs."""
    found = _RUNS.search(site.before)
    if found is None:
        return ""
    what = found["what"]
    many = f"{what[:-1]}ies" if what.endswith("cy") else f"{what}s"
    return f"Average length of {many}"


# Will also raise fees by an average of | 5.5 per cent
_MOVED = regex(
    r"\b(?:(?P<up>rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)"
    r"|put(?:s|ting)? up|push(?:es|ed|ing)? up)"
    r"|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?"
    r"|bring(?:s|ing)? down|brought down)"
    rf" (?:(?:its|their|the|his|her|our|all) )?(?P<what>(?:{SMALL_WORD} ){{0,2}}?{SMALL_WORD})"
    rf"(?: again)? by (?:an|the) average of {ABOUT}$"
)


def _moved(site: Site) -> str:
    """By how much something was raised or cut on average."""
    found = _MOVED.search(site.before)
    if found is None:
        return ""
    cut = "reduction" if site.figure.value > 0 else "change"
    return f"Average {singular(found['what'])} {'increase' if found['up'] else cut}"
