"""What is told of the average one of a kind, how old it is, how long it runs; rises on average."""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import singular
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.wordings import Found, rule_of, share, wording
from exporter.drafting.metrics.en.words import SMALL_WORD


def _is_span(site: Site) -> bool:
    return "time" in site.figure.dimension


def _age(found: Found) -> str:
    is_age = found.site.behind.startswith((" old", " years old"))
    return f"Average age of {found['what']}" if is_age else ""


def _length(found: Found) -> str:
    what = found["what"]
    many = f"{what[:-1]}ies" if what.endswith("cy") else f"{what}s"
    return f"Average length of {many}"


def _moved(found: Found) -> str:
    cut = "reduction" if found.site.figure.value > 0 else "change"
    return f"Average {singular(found['what'])} {'increase' if found['up'] else cut}"


by_average = rule_of(
    # Will also raise fees by an average of | 5.5 per cent
    share(
        before=r"\b(?:(?P<up>rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)"
        r"|put(?:s|ting)? up|push(?:es|ed|ing)? up)"
        r"|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?"
        r"|bring(?:s|ing)? down|brought down)"
        rf" (?:(?:its|their|the|his|her|our|all) )?(?P<what>(?:{SMALL_WORD} ){{0,2}}?{SMALL_WORD})"
        rf"(?: again)? by (?:an|the) average of {ABOUT}$",
        name=_moved,
    ),
    # The average school bus in America is more than | 11 years | old
    wording(
        _is_span,
        before=r"\b[Tt]he average (?P<what>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?"
        r"(?: (?:in|on|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?)"
        rf" (?:is|was|are) (?:now |already |still )?{ABOUT}$",
        name=_age,
    ),
    # The average new contract runs for | 4.2 years
    wording(
        _is_span,
        before=rf"\b[Tt]he average (?P<what>(?:{SMALL_WORD} ){{0,2}}?(?:contract|lease|agreement"
        r"|loan|tenancy|stay|subscription|policy)) (?:now )?(?:runs?|lasts?|ran|lasted)(?: for)?"
        rf" {ABOUT}$",
        name=_length,
    ),
)
