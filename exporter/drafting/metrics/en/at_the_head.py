"""What a figure that opens its sentence is the level of: At | 18% |, the margin is below theirs."""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_AT = regex(rf"(?:^|[.;] )(?:But |And |Yet )?[Aa]t (?:just |only |nearly |about )?{ABOUT}\W?$")
_SUBJECT = regex(
    r"(?: (?:million|billion|trillion|bn|m))?, (?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|his|her) "
    r"|(?:[A-Z][\w.&-]* ){0,3}[A-Z][\w.&-]*['’]s? )?"
    r"(?P<what>(?:[A-Za-z][\w-]* ){0,3}?[A-Za-z][\w-]*)"
    r" (?:is|was|were|are|remains?|remained|stood|stands|has|had|looks?|ranks?|compares?|exceeds?"
    r"|exceeded|beat|missed|still|now|also|came)\b"
)


def by_subject_behind(site: Site) -> Guess[str] | None:
    """The measure that a sentence goes on to speak of, whose level it begins with."""
    found = _SUBJECT.match(site.behind) if _AT.search(site.before) else None
    if found is None or found["what"].split()[-1].lower() not in METRICS or site.is_counted:
        return None
    return Guess(sentence_case([found["what"]]))
